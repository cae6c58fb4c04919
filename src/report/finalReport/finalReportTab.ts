// src/report/finalReport/finalReportTab.ts: the tab Slutrapport of one initiative: funds, answer, explanation, goals, claims, and fields to fill in.
// Everything that follows from other figures is a formula over Underlag or over cells of the tab.
import type { FundsUse } from "../../domain/finalReport/finalReport";
import type { Texts } from "../../text/texts";
import { at, columnRange, dateSerial, formulaCell, literal, numberCell, textCell, textFormulaCell } from "../cells";
import { putClaims } from "./finalReportClaims";
import {
  FINAL,
  type FinalReportFrame,
  type FinalReportItem,
  headings,
  section,
  SHARE,
  shownIn,
  SHOWN_COLUMNS,
  writable,
} from "./finalReportFrame";
import { putBases, putGoals } from "./finalReportGoals";
import type { Cell, Look, NumberFormat, SheetModel } from "../sheetModel";
import { type ColumnPlan, SheetDraft } from "../sheetDraft";
import { underlagColumn } from "../deviation/underlagSums";
import { type HeadFacts, headFacts } from "../tabHead";

const plan: readonly ColumnPlan[] = [
  { least: 44, most: 56 },
  { least: 15, most: 20 },
  { least: 15, most: 20 },
  { least: 16, most: 20 },
  { least: 20, most: 20 },
  { least: 42, most: 52 },
  { least: 8, most: 8, hidden: true },
];

export function finalReportTab(item: FinalReportItem, head: HeadFacts, name: string, texts: Texts): SheetModel {
  const draft = new SheetDraft(plan, texts.language);
  const { unit, decimals } = shownIn(item);
  const frame: FinalReportFrame = { draft, item, texts, amount: { kind: "amount", unit, decimals }, today: head.today };
  const words = texts.final.report;
  headFacts(draft, texts.final.titles.finalReport, { ...head, unit }, texts, {
    label: 0,
    value: 1,
    secondLabel: 4,
    secondValue: 5,
    secondTop: 1,
  });
  draft.put(4, 0, textCell(words.unitNote(unit), "note", { span: SHOWN_COLUMNS }));
  const top = 5;
  if (item.report.total === null) draft.putText(top, 0, words.noFunds, "plain");
  else putFunds(frame, top);
  putGoals(frame);
  putBases(frame);
  putClaims(frame);
  for (const each of item.assumed ?? []) draft.putText(draft.next, 0, texts.final.report.document.assumed(each));
  putFreeText(frame);
  return draft.sheet(item.role, name, { frozen: { rows: top, columns: 1 }, printTitleRows: null });
}

function putFunds(frame: FinalReportFrame, top: number): void {
  const { draft, texts } = frame;
  const words = texts.final.report;
  const right = "right" as const;
  headings(frame, top, [
    [words.item, "left"],
    [words.granted, right],
    [words.used, right],
    [words.unused, right],
    [words.share, right],
    [words.explanation, "left"],
  ]);
  draft.put(top, FINAL.lineKey, textCell(texts.tabs.source.lineNumber, "heading"));
  const lastLine = putLines(frame, top + 1);
  const total = putTotals(frame, top + 1, lastLine);
  putAnswer(frame, total);
  putExplaining(frame, top + 1, total);
}

/** One row per cost line; returns the last of them. */
function putLines({ draft, item, texts, amount }: FinalReportFrame, top: number): number {
  const { lines } = item.report;
  const { outcome, budget, lineNumber } = texts.tabs.source;
  const turn = item.table?.sign === "negative" ? "-" : "";
  lines.forEach((line, index) => {
    const row = top + index;
    draft.put(row, FINAL.item, textCell(line.name, "plain", { wrap: true }));
    const first = item.table?.firstLine ?? null;
    if (first === null) {
      draft.putRow(row, FINAL.granted, [numberCell(line.granted, amount), numberCell(line.used, amount)]);
    } else {
      const of = (column: string): string =>
        `${turn}SUMIFS(${underlagColumn(column)},${underlagColumn(lineNumber)},$${at(row, FINAL.lineKey)})`;
      draft.put(row, FINAL.lineKey, numberCell(first + line.line, { kind: "integer" }));
      draft.putRow(row, FINAL.granted, [
        formulaCell(of(budget), line.granted, amount),
        formulaCell(of(outcome), line.used, amount),
      ]);
    }
    putUnused(draft, row, line, amount, "plain");
    draft.put(row, FINAL.explanation, explanationCell(item, line.name));
  });
  return top + lines.length - 1;
}

/** Where the lead explains a line; the total has no name of its own. */
function explanationCell(item: FinalReportItem, line: string): Cell {
  return writable(item, "explanation", line, textCell("", "input", { wrap: true, indent: 1 }));
}

function putUnused(
  draft: SheetDraft,
  row: number,
  { unused, share }: FundsUse,
  amount: NumberFormat,
  look: Look,
): void {
  const [granted, used] = [at(row, FINAL.granted), at(row, FINAL.used)];
  draft.put(row, FINAL.unused, formulaCell(`${granted}-${used}`, unused, amount, look));
  draft.put(row, FINAL.share, formulaCell(`IF(ROUND(${granted},4)=0,"",${used}/${granted})`, share, SHARE, look));
}

/** The sum of the lines, and under it the initiative's own figures where they are given. Returns the row that the rest goes by. */
function putTotals({ draft, item, texts, amount }: FinalReportFrame, top: number, last: number): number {
  const { total, lineSum, lines } = item.report;
  const words = texts.final.report;
  const sum = (column: number): string => `SUM(${columnRange(column, top, last)})`;
  if (total === null) return last;
  const ownFigures = total.grantedFrom === "field" || total.usedFrom === "field";
  let row = last + 1;
  if (lines.length > 0 && lineSum !== null) {
    draft.put(row, FINAL.item, textCell(ownFigures ? words.lineSum : words.total, "total"));
    draft.putRow(row, FINAL.granted, [
      formulaCell(sum(FINAL.granted), lineSum.granted, amount, "total"),
      formulaCell(sum(FINAL.used), lineSum.used, amount, "total"),
    ]);
    putUnused(draft, row, lineSum, amount, "total");
    draft.put(row, FINAL.explanation, ownFigures ? textCell("", "total") : explanationCell(item, ""));
    if (!ownFigures) return row;
    row += 1;
  }
  draft.put(row, FINAL.item, textCell(lines.length > 0 ? words.totalFromFields : words.total, "total"));
  const cell = (column: number, value: FundsUse["granted"], from: "field" | "table"): void => {
    draft.put(
      row,
      column,
      from === "field" ? numberCell(value, amount, "total") : formulaCell(at(row - 1, column), value, amount, "total"),
    );
  };
  cell(FINAL.granted, total.granted, total.grantedFrom);
  cell(FINAL.used, total.used, total.usedFrom);
  putUnused(draft, row, total, amount, "total");
  draft.put(row, FINAL.explanation, explanationCell(item, ""));
  return row;
}

/** The form's answers with a mark at the one that the figures give. */
function putAnswer(frame: FinalReportFrame, total: number): void {
  const { draft, item, texts } = frame;
  const words = texts.final.report;
  section(frame, words.answerHeading);
  const [unused, used] = [`ROUND(${at(total, FINAL.unused)},4)`, `ROUND(${at(total, FINAL.used)},4)`];
  const tests = {
    all: `${unused}=0`,
    part: `AND(${unused}>0,${used}<>0)`,
    none: `AND(${unused}>0,${used}=0)`,
    exceeded: `${unused}<0`,
  } as const;
  for (const answer of ["all", "part", "none", "exceeded"] as const) {
    const row = draft.next;
    draft.put(row, FINAL.item, textCell(words.answers[answer], "plain", { wrap: true }));
    draft.put(
      row,
      FINAL.granted,
      textFormulaCell(`IF(${tests[answer]},"☒","☐")`, item.report.answer === answer ? "☒" : "☐", "plain", {
        align: "center",
      }),
    );
  }
}

function putExplaining(frame: FinalReportFrame, top: number, total: number): void {
  const { draft, item, texts, amount } = frame;
  const { explaining, lines, offsetting } = item.report;
  if (item.table === null || explaining.length === 0 || item.report.total === null) return;
  const words = texts.final.report;
  section(frame, words.explainingHeading);
  headings(frame, draft.next, [
    [words.item, "left"],
    ["", "left"],
    ["", "left"],
    [words.unused, "right"],
    [words.shareOfDifference, "right"],
    [words.explanation, "left"],
  ]);
  const difference = fixedDifference(total);
  for (const index of explaining) {
    const row = draft.next;
    const line = lines[index]!;
    const share = item.report.total.unused.isZero() ? null : line.unused.div(item.report.total.unused);
    const unused = at(row, FINAL.unused);
    draft.putRow(row, FINAL.item, [
      textFormulaCell(at(top + index, FINAL.item), line.name, "plain", { wrap: true }),
      textCell(""),
      textCell(""),
      formulaCell(at(top + index, FINAL.unused), line.unused, amount),
      formulaCell(`IF(ROUND(${difference},4)=0,"",${unused}/${difference})`, share, { kind: "percent", decimals: 0 }),
      textFormulaCell(
        `IF(${unused}<0,${literal(words.way.exceeded)},${literal(words.way.unused)})`,
        line.unused.isNegative() ? words.way.exceeded : words.way.unused,
        "plain",
        { wrap: true, indent: 1 },
      ),
    ]);
  }
  draft.putText(draft.next, 0, words.explainingNote);
  for (const { favourable, unfavourable } of offsetting) {
    draft.putText(
      draft.next,
      0,
      words.offsetting(lines[favourable]?.name ?? "", lines[unfavourable]?.name ?? ""),
      "plain",
    );
  }
}

function fixedDifference(row: number): string {
  return at(row, FINAL.unused).replace(/^([A-Z]+)/u, "$$$1$$");
}

/** What the lead writes, in fields that look like it. */
function putFreeText(frame: FinalReportFrame): void {
  const { draft, texts, today, item } = frame;
  const words = texts.final.report;
  section(frame, words.freeTextHeading);
  const rows = [
    ["freeText", words.freeText, textCell("", "input", { wrap: true, span: 5 })],
    ["statedBy", words.statedBy, textCell("", "input", { span: 2 })],
    ["date", words.date, numberCell(dateSerial(today), { kind: "date" }, "input", { align: "left" })],
  ] as const;
  for (const [field, label, cell] of rows) {
    const row = draft.next;
    draft.put(row, FINAL.item, textCell(label, "label"));
    draft.put(row, FINAL.granted, writable(item, field, "", cell));
  }
}
