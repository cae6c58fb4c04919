// src/report/controls/controlsTab.ts: the tab Kontroller: its parts in order, and the count of rows that they begin with.
import { Decimal } from "../../domain/money";
import type { Texts } from "../../text/texts";
import { at, literal, textCell } from "../cells";
import { sourceColumn } from "../deviation/sourceSums";
import { type ColumnPlan, SheetDraft } from "../sheetDraft";
import type { SheetModel } from "../sheetModel";
import { headFacts } from "../tabHead";
import { COLUMN, type ControlInput, INTEGER, putControl, section } from "./controlRow";
import { putEngine, putReadiness, putReturn } from "./engineFigures";
import { putProblems, putReading, putSetAside } from "./sourceRemarks";
import { putTotals } from "./sourceTotals";

const plan: readonly ColumnPlan[] = [
  { least: 44, most: 60 },
  { least: 14, most: 20 },
  { least: 14, most: 20 },
  { least: 12, most: 18 },
  { least: 19, most: 19 },
  { least: 22, most: 36 },
  { least: 46, most: 46 },
];

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
  putReturn(draft, input);
  putSetAsideCount(draft, input, setAsideRow, putSetAside(draft, input));
  putProblems(draft, input);
  putMarks(draft, texts, top + 1);
  return draft.sheet("kontroller", name, {
    frozen: { rows: top + 1, columns: 1 },
    printTitleRows: { from: top, to: top },
  });
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
    formula: `${at(seen + 1, COLUMN.expected)}+${rows.used}`,
  });
  const setAside = seen + 1;
  draft.skipTo(setAside + 1);
  if (input.items.length > 0)
    putControl(draft, texts, {
      ...shared,
      label: words.rowsUsed,
      expected: input.budgetRows,
      value: entries,
      formula: used,
    });
  for (const { label, sheet, count, formula } of input.moneyBack?.rows ?? [])
    putControl(draft, texts, {
      ...shared,
      label,
      expected: count,
      value: count,
      formula,
      place: { workbook: null, sheet, cells: null },
    });
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

function putMarks(draft: SheetDraft, texts: Texts, top: number): void {
  const words = texts.tabs.controlWords;
  const area = { top, left: COLUMN.result, bottom: draft.next - 1, right: COLUMN.result };
  const cell = `$${at(top, COLUMN.result)}`;
  draft.mark({ area, formula: `${cell}=${literal(words.agrees)}`, look: "good" });
  draft.mark({ area, formula: `${cell}=${literal(words.differs)}`, look: "bad" });
  draft.mark({ area, formula: `${cell}=${literal(words.assumptionsChanged)}`, look: "warn" });
  draft.mark({ area, formula: `${cell}=${literal(texts.board.ready.notReady)}`, look: "warn" });
}
