// src/report/controlsTab.ts: the tab Kontroller: rows, control totals, engine against formula, how the table was read, problems.
import type { ControlCheck } from "../domain/deviation/controlTotal";
import { readinessOf } from "../domain/deviation/readiness";
import { Decimal } from "../domain/money";
import type { RecountCheck } from "../domain/deviation/recount";
import type { Problem, Severity } from "../domain/problem";
import { amountText, numberText } from "../text/format";
import { problemPlace, problemWords } from "../text/problems";
import type { Texts } from "../text/texts";
import {
  at,
  columnRange,
  formulaCell,
  linkCell,
  literal,
  numberCell,
  sheetReference,
  textCell,
  textFormulaCell,
} from "./cells";
import { missingTexts } from "./board/materialLines";
import { COLUMN as DEVIATION } from "./deviation/deviationFrame";
import type { DeviationTab } from "./deviation/deviationTab";
import type { Numbered } from "./deviation/numbered";
import type { NumberFormat, SheetModel } from "./sheetModel";
import { type ColumnPlan, SheetDraft } from "./sheetDraft";
import { sourceColumn, SourceSums } from "./deviation/sourceSums";
import { type HeadFacts, headFacts } from "./tabHead";

export interface ControlInput {
  readonly head: HeadFacts;
  readonly items: readonly Numbered[];
  readonly deviations: readonly DeviationTab[];
  readonly problems: readonly Problem[];
  readonly rows: { readonly seen: number; readonly used: number; readonly setAside: number };
  readonly setAside: readonly { readonly sheet: string; readonly cell: string | null; readonly reason: string }[];
  readonly texts: Texts;
}

const COLUMN = { control: 0, expected: 1, computed: 2, difference: 3, result: 4, place: 5, action: 6 } as const;
const INTEGER: NumberFormat = { kind: "integer" };

const plan: readonly ColumnPlan[] = [
  { least: 44, most: 60 },
  { least: 14, most: 20 },
  { least: 14, most: 20 },
  { least: 12, most: 18 },
  { least: 19, most: 19 },
  { least: 22, most: 36 },
  { least: 46, most: 46 },
];

/** What a control row says. `action` is shown only where the control does not agree. */
interface ControlRow {
  readonly label: string;
  readonly expected: Decimal | number;
  /** Formula of the computed value, and what it was at the run. */
  readonly formula: string;
  readonly value: Decimal | number;
  readonly tolerance: Decimal;
  readonly format: NumberFormat;
  readonly place: { readonly workbook: string | null; readonly sheet: string; readonly cells: string | null } | null;
  readonly action: string;
  /** What to say when it differs; "differs" unless it is an assumption. */
  readonly otherwise?: string;
}

const HALF_ORE = new Decimal("0.005");

export function controlsTab(input: ControlInput, name: string): SheetModel {
  const { texts, head } = input;
  const draft = new SheetDraft(plan, texts.language);
  const top = headFacts(draft, texts.tabs.titles.controls, head, texts, {
    label: 0,
    value: 1,
    secondLabel: 5,
    secondValue: 6,
    secondTop: 1,
  });
  const words = texts.tabs.controls;
  const right = { align: "right" } as const;
  draft.putRow(top, 0, [
    textCell(words.control, "heading"),
    textCell(words.expected, "heading", right),
    textCell(words.computed, "heading", right),
    textCell(words.difference, "heading", right),
    textCell(words.result, "heading", { indent: 1 }),
    textCell(words.place, "heading"),
    textCell(words.action, "heading"),
  ]);
  const setAsideRow = putRowCounts(draft, input);
  for (const deviation of input.deviations) {
    putTotals(draft, input, deviation.item);
    putEngine(draft, input, deviation);
    putReadiness(draft, input, deviation);
    putReading(draft, input, deviation.item);
  }
  putSetAsideCount(draft, input, setAsideRow, putSetAside(draft, input));
  putProblems(draft, input);
  putMarks(draft, texts, top + 1);
  return draft.sheet("kontroller", name, {
    frozen: { rows: top + 1, columns: 1 },
    printTitleRows: { from: top, to: top },
  });
}

function section(draft: SheetDraft, { items }: ControlInput, title: string, item: Numbered | null): void {
  const text = item !== null && items.length > 1 ? `${item.name}: ${title}` : title;
  draft.put(draft.next + 1, COLUMN.control, textCell(text, "group", { span: 7, align: "left" }));
}

function putControl(draft: SheetDraft, texts: Texts, row: ControlRow, index: number = draft.next): void {
  const words = texts.tabs.controlWords;
  const difference = new Decimal(row.value).minus(row.expected);
  const agrees = difference.abs().lte(row.tolerance);
  const otherwise = row.otherwise ?? words.differs;
  const [expected, computed, result] = [
    at(index, COLUMN.expected),
    at(index, COLUMN.computed),
    at(index, COLUMN.result),
  ];
  draft.put(index, COLUMN.control, textCell(row.label, "plain", { wrap: true, indent: 1 }));
  draft.put(index, COLUMN.expected, numberCell(new Decimal(row.expected), row.format));
  draft.put(index, COLUMN.computed, formulaCell(row.formula, new Decimal(row.value), row.format));
  draft.put(index, COLUMN.difference, formulaCell(`${computed}-${expected}`, difference, row.format));
  // The tolerance is in kronor and exact in binary but for the hair that sums of binary numbers may be off.
  const test = `ABS(${at(index, COLUMN.difference)})<=${row.tolerance.toString()}+0.000001`;
  draft.put(
    index,
    COLUMN.result,
    textFormulaCell(
      `IF(${test},${literal(words.agrees)},${literal(otherwise)})`,
      agrees ? words.agrees : otherwise,
      "plain",
      { wrap: true, indent: 1 },
    ),
  );
  draft.put(index, COLUMN.place, row.place === null ? textCell("") : linkCell(row.place, "plain", { wrap: true }));
  draft.put(
    index,
    COLUMN.action,
    textFormulaCell(
      `IF(${result}=${literal(words.agrees)},"",${literal(row.action)})`,
      agrees ? "" : row.action,
      "plain",
      { wrap: true },
    ),
  );
}

/** Returns the row kept for the rows set aside. */
function putRowCounts(draft: SheetDraft, input: ControlInput): number {
  const { texts, rows } = input;
  const words = texts.tabs.controlWords;
  section(draft, input, words.rowsHeading, null);
  const shared = { tolerance: new Decimal(0), format: INTEGER, place: null, action: words.rowsAction };
  const seen = draft.next;
  const used = `COUNT(${sourceColumn(texts.tabs.source.row)})`;
  const entries = input.items.reduce((all, { followUp }) => all + followUp.table.entries.length, 0);
  putControl(draft, texts, {
    ...shared,
    label: words.rowsSeen,
    expected: rows.seen,
    value: rows.used + rows.setAside,
    formula: `${at(seen + 1, COLUMN.expected)}+${at(seen + 2, COLUMN.expected)}`,
  });
  putControl(draft, texts, {
    ...shared,
    label: words.rowsUsed,
    expected: rows.used,
    value: input.items.length === 0 ? 0 : entries,
    formula: input.items.length === 0 ? "0" : used,
  });
  const setAside = draft.next;
  draft.skipTo(setAside + 1);
  return setAside;
}

/** The rows set aside, against their list further down, which the formula counts. */
function putSetAsideCount(draft: SheetDraft, input: ControlInput, row: number, list: string | null): void {
  const { texts, rows, setAside } = input;
  const words = texts.tabs.controlWords;
  putControl(
    draft,
    texts,
    {
      label: words.rowsSetAside,
      expected: rows.setAside,
      value: setAside.length,
      formula: list === null ? "0" : `COUNTA(${list})`,
      tolerance: new Decimal(0),
      format: INTEGER,
      place: null,
      action: words.rowsAction,
    },
    row,
  );
}

function putTotals(draft: SheetDraft, input: ControlInput, item: Numbered): void {
  const { texts } = input;
  const words = texts.tabs.controlWords;
  section(draft, input, words.totalsHeading, item);
  const { controls } = item.followUp;
  if (controls.length === 0) draft.putText(draft.next, COLUMN.control, words.noTotals);
  for (const check of controls) putControl(draft, texts, controlTotalRow(check, item, texts));
  for (const check of item.followUp.recounts) putControl(draft, texts, recountRow(check, item, texts));
}

/** No tolerance that any difference would meet: the totals may agree where their parts do not. */
const NEVER = new Decimal(-1);

/** The source's own rows summed apart from everything else, against Underlag. */
function recountRow(check: RecountCheck, item: Numbered, texts: Texts): ControlRow {
  const { table } = item.followUp;
  const words = texts.tabs.controlWords;
  const { measure, recount } = check;
  const count = (number: number): string => numberText(new Decimal(number), 0, texts.language);
  const typed = recount.typed[measure] === 0 ? "" : words.typedAmounts(count(recount.typed[measure]));
  const used = count(recount.seen - recount.setAside);
  return {
    label: words.recount(words.measure[measure], used, count(recount.setAside)) + typed,
    expected: check.expected,
    value: check.computed,
    formula: new SourceSums(item, texts.tabs.source, "0").overLinesAndPeriods(
      texts.tabs.source[measure],
      [...table.lines.keys()],
      [...table.periods.keys()],
    ),
    tolerance: check.agrees ? HALF_ORE : NEVER,
    format: { kind: "amount", unit: table.unit, decimals: table.decimals },
    place: { workbook: table.workbook, sheet: table.sheet, cells: table.range },
    action: words.recountAction,
  };
}

function controlTotalRow(check: ControlCheck, item: Numbered, texts: Texts): ControlRow {
  const { control, computed, tolerance } = check;
  const { table } = item.followUp;
  const words = texts.tabs.controlWords;
  const sums = new SourceSums(item, texts.tabs.source, "0");
  const of = (column: string): string => sums.overLinesAndPeriods(column, control.lines, control.periods);
  const { outcome, budget } = texts.tabs.source;
  const only = (names: readonly string[], all: string, some: string): string =>
    names.length === 1 ? (names[0] ?? "") : all === "" ? some : all;
  const lines = only(
    control.lines.map((line) => table.lines[line] ?? ""),
    control.lines.length === table.lines.length ? words.allLines : "",
    words.someLines(control.lines.length),
  );
  const periods = control.periods.map((period) => table.periods[period]?.label ?? "");
  const spanned =
    periods.length === table.periods.length && periods.length > 1
      ? words.allPeriods
      : periods.length > 2
        ? `${periods[0] ?? ""}–${periods.at(-1) ?? ""}`
        : periods.join(", ");
  return {
    label: `${words.measure[control.measure]}, ${lines}, ${spanned}`,
    expected: control.stated,
    value: computed,
    formula:
      control.measure === "outcome"
        ? of(outcome)
        : control.measure === "budget"
          ? of(budget)
          : deviationFormula(of(outcome), of(budget), check, item),
    tolerance,
    format: { kind: "amount", unit: table.unit, decimals: table.decimals },
    place: control.origin,
    action: `${words.totalAction} ${words.tolerance(`${amountText(tolerance, table.unit, table.unit === "kr" ? 2 : 1, texts.language)} ${table.unit}`)}.`,
  };
}

/** The source's deviation column may have either sign; the check knows which one it was compared as. */
function deviationFormula(
  outcome: string,
  budget: string,
  { control, computed }: ControlCheck,
  { followUp }: Numbered,
): string {
  const { table } = followUp;
  const wanted = new Set(control.lines);
  const periods = new Set(control.periods);
  const raw = table.entries
    .filter(({ line, period }) => wanted.has(line) && periods.has(period))
    .reduce((all, entry) => all.plus(decimal(entry.outcome)).minus(decimal(entry.budget)), new Decimal(0));
  return raw.eq(computed) ? `(${outcome})-(${budget})` : `(${budget})-(${outcome})`;
}

function decimal(money: Numbered["followUp"]["table"]["entries"][number]["outcome"]): Decimal {
  if (money === null) return new Decimal(0);
  return typeof money === "number" ? new Decimal(money).div(100) : money;
}

function putEngine(draft: SheetDraft, input: ControlInput, { sheet, engine, limitCells, item }: DeviationTab): void {
  const { texts } = input;
  const words = texts.tabs.controlWords;
  section(draft, input, words.engineHeading, item);
  const { limits } = item.followUp;
  const place = (cells: string) => ({ workbook: null, sheet: sheet.name, cells });
  const reference = (cell: string): string => sheetReference(sheet.name) + cell;
  const assumption = { tolerance: new Decimal(0), action: words.limitsAction, otherwise: words.assumptionsChanged };
  putControl(draft, texts, {
    ...assumption,
    label: texts.tabs.head.limitAmount,
    expected: limits.amount,
    value: limits.amount,
    formula: reference(limitCells.amount),
    format: { kind: "amount", unit: "kr", decimals: 0 },
    place: place(limitCells.amount),
  });
  putControl(draft, texts, {
    ...assumption,
    label: texts.tabs.head.limitShare,
    expected: limits.share,
    value: limits.share,
    formula: reference(limitCells.share),
    format: { kind: "percent", decimals: 1 },
    place: place(limitCells.share),
  });
  for (const figure of engine) {
    putControl(draft, texts, {
      label: figure.label,
      expected: figure.value,
      value: figure.value,
      formula: reference(figure.cell),
      format: figure.format,
      // A share is a ratio: half an öre would let it be off by half a per cent.
      tolerance: figure.format.kind === "percent" ? new Decimal("0.0000001") : HALF_ORE,
      place: place(figure.cell),
      action: words.engineAction,
    });
  }
}

/** Whether the board's page may be called ready: a check, not a lock. */
function putReadiness(draft: SheetDraft, { texts }: ControlInput, { sheet, item, rows }: DeviationTab): void {
  const words = texts.board.ready;
  const { missing } = readinessOf(item.followUp, item.kept);
  const first = missing[0]?.line ?? 0;
  putControl(draft, texts, {
    label: words.control,
    expected: 0,
    value: missing.length,
    formula: missingTexts(sheet.name, rows),
    tolerance: new Decimal(0),
    format: INTEGER,
    place: { workbook: null, sheet: sheet.name, cells: at(rows.top + first, DEVIATION.cause) },
    action: words.action,
    otherwise: words.notReady,
  });
}

function putReading(draft: SheetDraft, input: ControlInput, item: Numbered): void {
  const { texts } = input;
  const words = texts.tabs.controlWords;
  const { table } = item.followUp;
  section(draft, input, words.readingHeading, item);
  const rows = [
    [words.unitReading, table.unit, table.unitReading],
    [words.signReading, words.sign[table.sign], table.signReading],
  ] as const;
  for (const [label, read, how] of rows) {
    const row = draft.next;
    const sure = how === "stated" || how === "chosen";
    draft.putRow(row, COLUMN.control, [
      textCell(label, "plain", { indent: 1 }),
      textCell(""),
      textCell(read, "plain", { align: "right", wrap: true }),
      textCell(""),
      textCell(words.readings[how], "plain", { wrap: true, indent: 1 }),
      linkCell({ workbook: table.workbook, sheet: table.sheet, cells: table.range }, "plain", { wrap: true }),
      textCell(sure ? "" : words.readingAction, "plain", { wrap: true }),
    ]);
  }
}

/** Returns the cells of the list, null when nothing was set aside. */
function putSetAside(draft: SheetDraft, input: ControlInput): string | null {
  if (input.setAside.length === 0) return null;
  const words = input.texts.tabs.controlWords;
  section(draft, input, words.setAsideHeading, null);
  const top = draft.next;
  for (const { sheet, cell, reason } of input.setAside) {
    const row = draft.next;
    putEmptyRow(draft, row);
    const why = reasonWords({ sheet, cell, reason }, input);
    draft.put(row, COLUMN.control, textCell(why, "plain", { wrap: true, indent: 1 }));
    draft.put(row, COLUMN.result, textCell(words.setAsideRow, "plain", { wrap: true, indent: 1 }));
    draft.put(row, COLUMN.place, linkCell({ workbook: null, sheet, cells: cell }, "plain", { wrap: true }));
  }
  return columnRange(COLUMN.control, top, draft.next - 1);
}

/** What the problem at the place says; where the whole table is left out, its own. */
function reasonWords(
  { sheet, cell, reason }: ControlInput["setAside"][number],
  { problems, texts }: ControlInput,
): string {
  const same = problems.filter((problem) => problem.code === reason && problem.sheet === sheet);
  const found = same.find((problem) => problem.cell === cell) ?? same[0];
  return found === undefined ? reason : problemWords(found, texts).what;
}

const bySeverity: readonly Severity[] = ["refuse", "block", "error", "note"];

function putProblems(draft: SheetDraft, input: ControlInput): void {
  const { texts, problems } = input;
  const words = texts.tabs.controlWords;
  section(draft, input, words.problemsHeading, null);
  if (problems.length === 0) draft.putText(draft.next, COLUMN.control, words.noProblems);
  for (const severity of bySeverity) {
    for (const problem of problems.filter((one) => one.severity === severity)) {
      const row = draft.next;
      const { what, action } = problemWords(problem, texts);
      putEmptyRow(draft, row);
      draft.put(row, COLUMN.control, textCell(what, "plain", { wrap: true, indent: 1 }));
      draft.put(
        row,
        COLUMN.result,
        textCell(texts.severity[severity], severity === "note" ? "plain" : "warn", { wrap: true, indent: 1 }),
      );
      draft.put(
        row,
        COLUMN.place,
        problem.sheet === null
          ? textCell(problemPlace(problem), "plain", { wrap: true })
          : linkCell({ workbook: problem.workbook, sheet: problem.sheet, cells: problem.cell }, "plain", {
              wrap: true,
            }),
      );
      draft.put(row, COLUMN.action, textCell(action, "plain", { wrap: true }));
    }
  }
}

/** Cells without content, so that the row's line runs through. */
function putEmptyRow(draft: SheetDraft, row: number): void {
  for (let column = 0; column <= COLUMN.action; column++) draft.put(row, column, textCell(""));
}

function putMarks(draft: SheetDraft, texts: Texts, top: number): void {
  const words = texts.tabs.controlWords;
  const area = { top, left: COLUMN.result, bottom: draft.next - 1, right: COLUMN.result };
  const cell = `$${at(top, COLUMN.result)}`;
  draft.mark({ area, formula: `${cell}=${literal(words.agrees)}`, look: "good" });
  draft.mark({ area, formula: `${cell}=${literal(words.differs)}`, look: "bad" });
  draft.mark({ area, formula: `${cell}=${literal(words.assumptionsChanged)}`, look: "warn" });
  draft.mark({ area, formula: `${cell}=${literal(texts.board.ready.notReady)}`, look: "warn" });
}
