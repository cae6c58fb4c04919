// src/report/return/assumptionsTab.ts: the tab Antaganden: every assumption as a named cell, who pays what, and the year factors.
// The other tabs are formulas over these cells, so that a changed assumption changes every result, with or without the add-in.
import {
  type Assumption,
  assumptionFor,
  type AssumptionKind,
  neutral,
  type Scenario,
} from "../../domain/return/assumptions";
import { assumptionKey } from "../../domain/roundTrip/assumptionCellKey";
import { formNumber, type OwnColumn } from "../../domain/return/ownAssumptions";
import type { Decimal } from "../../domain/money";
import { at, fixed, formulaCell, literal, numberCell, textCell, textFormulaCell } from "../cells";
import { type AssumptionsDraft, keyOf, ownCell } from "./assumptionsDraft";
import { breakEvenCells } from "./breakEvenCells";
import { putShareRows, putSources, sourceColumns } from "./payerShares";
import { putEvidence } from "./evidenceTable";
import { putRuleLevels } from "./ruleLevels";
import { putPaidYears } from "./paidYears";
import { HIDDEN, INTEGER, NAME, RATIO, type ReturnFrame } from "./returnFrame";
import { withPageBreaks } from "../pageBreaks";
import { returnHead } from "./returnHead";
import type { LaidOutReturn } from "./returnTab";
import type { Cell, NumberFormat, SheetModel } from "../sheetModel";
import { type ColumnPlan, SheetDraft } from "../sheetDraft";
import { factorColumns, putYearFactors } from "./yearFactorTable";

const COLUMN = {
  assumption: 0,
  low: 1,
  base: 2,
  high: 3,
  chosen: 4,
  unit: 5,
  validFrom: 6,
  source: 7,
  fetched: 8,
  certainty: 9,
  limit: 10,
} as const;
const HEADINGS = 11;

const plan: readonly ColumnPlan[] = [
  { least: 44, most: 58 },
  { least: 14, most: 20 },
  { least: 14, most: 20 },
  { least: 14, most: 20 },
  { least: 14, most: 20 },
  { least: 14, most: 24 },
  { least: 14, most: 18 },
  { least: 36, most: 40 },
  { least: 13, most: 16 },
  { least: 24, most: 30 },
  { least: 15, most: 18 },
];

/** A row of the table: an assumption of the scenario, or one that follows the row for all supports. */
export interface AssumptionRow {
  readonly kind: AssumptionKind;
  /** Index of the source table; null: all. */
  readonly source: number | null;
  /** Null: follows the row for all. */
  readonly own: Assumption | null;
}

export function assumptionsTab(frame: ReturnFrame, parties: LaidOutReturn): SheetModel {
  const { input } = frame;
  const width = Math.max(HEADINGS, factorColumns(frame), sourceColumns(frame));
  const more = Array.from({ length: width - HEADINGS }, (): ColumnPlan => ({ least: 12, most: 14 }));
  const hidden = Array.from({ length: 3 }, (): ColumnPlan => ({ least: 12, most: 14, hidden: true }));
  const draft = new SheetDraft([...plan, ...more, ...hidden], input.texts.language);
  const limitOf = breakEvenCells(frame, parties);
  const tab: AssumptionsDraft = {
    frame,
    draft,
    names: [],
    chosen: new Map(),
    differences: [],
    limitOf,
    limits: new Map(),
  };
  const top = putHead(tab);
  putAssumptions(tab, top, width);
  putEvidence(tab, width);
  putPaidYears(tab, width);
  const sources = putSources(tab, width);
  putShareRows(tab, sources, width);
  putRuleLevels(tab, width);
  putYearFactors(tab, width);
  putScenario(tab, width);
  const sheet = draft.sheet("antaganden", input.names("antaganden"), {
    frozen: { rows: 1, columns: 1 },
    printTitleRows: { from: 0, to: 0 },
  });
  return { ...withPageBreaks(sheet), names: tab.names };
}

const SCENARIO_ROW = 4;

/** Returns the row of the table's headings. */
function putHead({ frame, draft }: AssumptionsDraft): number {
  const text = frame.words.assumptions;
  const { prices, priceYear } = frame.input.result.scenario;
  returnHead(draft, frame, "assumptions", { label: 0, value: 1, secondLabel: 7, secondValue: 8, secondTop: 1 });
  draft.put(SCENARIO_ROW, 0, textCell(text.scenario, "label"));
  draft.put(SCENARIO_ROW + 1, 0, textCell(text.prices, "label"));
  const year = priceYear === null ? text.priceYearNotSaid : text.priceYear(priceYear);
  draft.put(SCENARIO_ROW + 1, 1, textCell(`${text.pricesOf[prices]}, ${year}`, "plain", { span: 7 }));
  draft.putText(SCENARIO_ROW + 2, 0, text.howTo);
  return draft.putText(draft.next, 0, text.limitNote) + 1;
}

/** Which scenario it is, until somebody changes an assumption. */
function putScenario({ frame, draft, names, differences }: AssumptionsDraft, hidden: number): void {
  const text = frame.words.assumptions;
  const { scenario } = frame.input.result;
  const name = scenarioName(frame.input.result.scenario, text);
  draft.put(SCENARIO_ROW, hidden, formulaCell(differences.join("+"), 0, HIDDEN));
  names.push({ name: NAME.changed, cell: at(SCENARIO_ROW, hidden) });
  const changed = literal(text.changedFrom(text.scenarios[scenario.id]));
  const formula = `IF(${NAME.changed}<0.0000000001,${literal(name)},${changed})`;
  draft.put(SCENARIO_ROW, 1, textFormulaCell(formula, name, "plain", { span: 7 }));
}

const COMMON: readonly AssumptionKind[] = ["deadweight", "outflow", "others", "correction", "rate", "tax"];

/** In reading order: those common to all, then uprating and persistence with the supports that occur, then the rest of the scenario. */
function assumptionRows({ input, uprated, persisting, sources }: ReturnFrame): AssumptionRow[] {
  const { scenario } = input.result;
  const row = (kind: AssumptionKind, source: number | null): AssumptionRow => {
    const found = assumptionFor(scenario, kind, source === null ? null : (sources[source]?.name ?? null));
    return { kind, source, own: source !== null && found?.source === null ? null : found };
  };
  const perSource = (kind: AssumptionKind, used: readonly number[]): AssumptionRow[] => [
    row(kind, null),
    ...used.map((source) => row(kind, source)),
  ];
  const rows = [
    ...COMMON.map((kind) => row(kind, null)),
    ...perSource("uprating", uprated),
    ...perSource("persistence", persisting),
  ];
  const shown = new Set(rows.map(({ own }) => own));
  const rest = scenario.assumptions
    .filter((each) => !shown.has(each))
    .map((own): AssumptionRow => ({ kind: own.kind, source: null, own }));
  return [...rows, ...rest];
}

function putAssumptions(tab: AssumptionsDraft, top: number, hidden: number): void {
  const { frame, draft, names, differences } = tab;
  const text = frame.words.assumptions;
  const right = { align: "right", wrap: true } as const;
  draft.putRow(top, 0, [
    textCell(text.assumption, "heading"),
    ...[text.low, text.base, text.high, text.chosen].map((heading) => textCell(heading, "heading", right)),
    ...[text.unit, text.validFrom, text.source, text.fetched, text.certainty].map((heading) =>
      textCell(heading, "heading", { indent: 1, wrap: true }),
    ),
    textCell(text.limit.heading(frame.words.within[frame.input.boardHorizon].toLowerCase()), "heading", right),
  ]);
  draft.putRow(
    top,
    hidden,
    [text.atTheRun, text.difference].map((heading) => textCell(heading, "heading")),
  );
  const rows = assumptionRows(frame);
  rows.forEach((row, index) => putAssumption(tab, row, top + 1 + index, hidden));
  const target = top + 1 + rows.length;
  const { result, targetWithout = result.target } = frame.input;
  draft.putRow(target, 0, [
    textCell(text.target),
    textCell(""),
    textCell(""),
    textCell(""),
    ownCell(
      numberCell(result.target, RATIO, "input"),
      numberCell(targetWithout, RATIO),
      assumptionKey({ of: "target" }),
    ),
    textCell(text.targetUnit, "plain", { indent: 1 }),
  ]);
  for (let column: number = COLUMN.validFrom; column < HEADINGS; column++) draft.put(target, column, textCell(""));
  draft.putRow(target, hidden, [
    numberCell(frame.input.result.target, HIDDEN),
    formulaCell(`ABS(${at(target, COLUMN.chosen)}-${at(target, hidden)})`, 0, HIDDEN),
  ]);
  names.push({ name: NAME.target, cell: at(target, COLUMN.chosen) });
  putForm(tab, target + 1, hidden);
  differences.push(`SUM(${at(top + 1, hidden + 1)}:${at(target + 1, hidden + 1)})`);
}

/** How those who return are counted within a year. */
function putForm({ frame, draft, names }: AssumptionsDraft, row: number, hidden: number): void {
  const text = frame.words.assumptions;
  const { result, formWithout = result.scenario.persistenceForm } = frame.input;
  const form = formNumber(result.scenario.persistenceForm);
  const note = (words: string): Cell => textCell(words, "plain", { indent: 1, wrap: true });
  draft.putRow(row, 0, [
    textCell(text.persistenceForm),
    ...[0, 1, 2].map(() => textCell("")),
    ownCell(
      numberCell(form, INTEGER, "input"),
      numberCell(formNumber(formWithout), INTEGER),
      assumptionKey({ of: "form" }),
    ),
    note(text.persistenceFormUnit),
    textCell(""),
    note(text.persistenceFormNote),
    ...[0, 1, 2].map(() => textCell("")),
  ]);
  draft.putRow(row, hidden, [
    numberCell(form, HIDDEN),
    formulaCell(`ABS(${at(row, COLUMN.chosen)}-${at(row, hidden)})`, 0, HIDDEN),
  ]);
  names.push({ name: NAME.persistenceForm, cell: at(row, COLUMN.chosen) });
}

function putAssumption(tab: AssumptionsDraft, row: AssumptionRow, at_: number, hidden: number): void {
  const { frame, draft } = tab;
  const text = frame.words.assumptions;
  const { kind, own } = row;
  const named = row.source === null ? (own?.source ?? null) : frame.sourceName(row.source);
  const label = named === null ? text.kinds[kind] : text.ofSource(text.kinds[kind].split(":")[0] ?? "", named);
  const indented = (words: string, wrap = true): Cell => textCell(words, "plain", { indent: 1, wrap });
  const source = row.source === null ? (own?.source ?? null) : frame.sourceName(row.source);
  const keyed = (column: OwnColumn | "source", cell: Cell, without: Cell): Cell =>
    ownCell(cell, without, assumptionKey({ of: "assumption", kind, source, column }));
  const isCurve = hasCurve(frame, row);
  const level = (column: "low" | "base" | "high"): Cell => {
    const [value, without] = isCurve ? [null, null] : levelOf(own, column);
    const cell = (of: Decimal | null): Cell =>
      of === null ? textCell("", "input") : numberCell(of, shareFormat(of), "input");
    return keyed(column, cell(value), cell(without));
  };
  const limit = tab.limitOf(own, at(at_, COLUMN.chosen));
  if (row.source === null && own?.source == null) tab.limits.set(kind, { cell: limit, address: at(at_, COLUMN.limit) });
  draft.putRow(at_, 0, [
    textCell(label, "plain", { wrap: true, indent: named === null ? 0 : 1 }),
    level("low"),
    level("base"),
    level("high"),
    keyed("chosen", chosenCell(tab, row), chosenCell(tab, own?.own?.chosen == null ? row : withoutOwn(row))),
    indented(text.units[kind]),
    indented(own?.provenance.validFrom ?? ""),
    keyed("source", sourceText(own, text), sourceText(own?.own?.text == null ? own : withoutOwn(row).own, text)),
    indented(own?.provenance.fetched ?? ""),
    indented(own === null ? "" : text.certainties[own.provenance.certainty]),
    limit,
  ]);
  if (isCurve) return;
  const value = valueOf(frame, row);
  draft.putRow(at_, hidden, [
    numberCell(value, HIDDEN),
    formulaCell(`ABS(${at(at_, COLUMN.chosen)}-${at(at_, hidden)})`, 0, HIDDEN),
  ]);
  // A row of the scenario for a support that does not occur changes nothing, and needs no name.
  if (row.source === null && own?.source != null) return;
  const name = row.source === null ? NAME[kind] : sourceNameOf(tab, kind, row.source);
  tab.names.push({ name, cell: at(at_, COLUMN.chosen) });
  tab.chosen.set(keyOf(kind, row.source), fixed(at_, COLUMN.chosen));
}

/** What stands under Lågt, Bas or Högt, and what would without the person's own value there. */
function levelOf(own: Assumption | null, column: "low" | "base" | "high"): [Decimal | null, Decimal | null] {
  if (own === null) return [null, null];
  const { own: mine } = own;
  if (mine === undefined) return [own[column], own[column]];
  return [mine[column] ?? mine.plain[column], mine.hadRow || mine[column] === null ? mine.plain[column] : null];
}

/** The row as it would be if the person had written nothing in its column Valt or Källa. */
function withoutOwn(row: AssumptionRow): AssumptionRow {
  const mine = row.own?.own;
  if (row.own === null || mine === undefined) return row;
  if (!mine.hadRow) return { ...row, own: null };
  const { text } = mine.plain;
  const { kind, source, low, high, series, provenance } = row.own;
  return {
    ...row,
    own: { kind, source, low, base: mine.plain.chosen, high, series, provenance: { ...provenance, text } },
  };
}

function sourceText(own: Assumption | null, text: ReturnFrame["words"]["assumptions"]): Cell {
  const said = own === null ? text.asForAll : (own.provenance.text ?? "");
  const isOwn = own?.own !== undefined && own.provenance.certainty === "own" && said === "";
  return textCell(isOwn ? text.ownValue : said, "input", { indent: 1, wrap: true });
}

function scenarioName(scenario: Scenario, text: ReturnFrame["words"]["assumptions"]): string {
  const name = text.scenarios[scenario.id];
  return scenario.assumptions.some(({ own }) => own !== undefined) ? text.withOwn(name) : name;
}

/** What the row's value is in the run. */
function valueOf({ input }: ReturnFrame, { kind, own }: AssumptionRow): Decimal {
  return (own ?? assumptionFor(input.result.scenario, kind))?.base ?? neutral(kind);
}

/** A given series stands in the year-factor table instead of one figure. */
function hasCurve({ input }: ReturnFrame, { kind, own }: AssumptionRow): boolean {
  const series = (own ?? assumptionFor(input.result.scenario, kind))?.series ?? null;
  return series !== null && series.length > 0;
}

function chosenCell({ frame }: AssumptionsDraft, row: AssumptionRow): Cell {
  const text = frame.words.assumptions;
  if (hasCurve(frame, row)) return textCell(text.curve, "plain", { align: "right" });
  const value = valueOf(frame, row);
  return row.own === null && row.source !== null
    ? formulaCell(NAME[row.kind], value, shareFormat(value), "input")
    : numberCell(value, shareFormat(value), "input");
}

/** `Samkalkyl_Upprakning_Forsorjningsstod`, with a number where two supports would have the same. */
function sourceNameOf({ frame, names }: AssumptionsDraft, kind: AssumptionKind, source: number): string {
  const plain = frame
    .sourceName(source)
    .normalize("NFD")
    .replace(/[^A-Za-z0-9]/gu, "")
    .slice(0, 60);
  const taken = new Set(names.map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const name = `${NAME[kind]}_${plain}${number === 1 ? "" : `_${number}`}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** One decimal of a per cent, or as many as the figure has (at most three). */
function shareFormat(value: Decimal): NumberFormat {
  return { kind: "percent", decimals: Math.min(3, Math.max(1, value.times(100).dp())) };
}
