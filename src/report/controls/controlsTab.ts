// src/report/controls/controlsTab.ts: the tab Kontroller: its parts in order, and the count of rows that they begin with.
import { Decimal } from "../../domain/money";
import type { Texts } from "../../text/texts";
import { at, literal } from "../cells";
import { underlagColumn } from "../deviation/underlagSums";
import { SheetDraft } from "../sheetDraft";
import type { SheetModel } from "../sheetModel";
import { headFacts } from "../tabHead";
import { COLUMN, controlColumns, type ControlInput, INTEGER, putControl, section } from "./controlRow";
import { putQuestions } from "./askedQuestions";
import { putEngine, putReadiness, putReturn } from "./engineFigures";
import { putProblems, putReading, putSetAside } from "./sourceRemarks";
import { putTotals } from "./sourceTotals";

export function controlsTab(input: ControlInput, name: string): SheetModel {
  const { texts, head } = input;
  const draft = new SheetDraft(controlColumns.plan(texts), texts.language);
  const top = headFacts(draft, texts.tabs.titles.controls, head, texts, {
    label: COLUMN.control,
    value: COLUMN.expected,
    secondLabel: COLUMN.place,
    secondValue: COLUMN.action,
    secondTop: 1,
  });
  draft.putRow(top, COLUMN.control, controlColumns.headingCells(texts));
  const setAsideRow = putRowCounts(draft, input);
  for (const deviation of input.deviations) {
    putTotals(draft, input, deviation.item);
    putEngine(draft, input, deviation);
    putReadiness(draft, input, deviation);
    putReading(draft, input, deviation.item);
  }
  putReturn(draft, input);
  putQuestions(draft, input);
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
  const used = `COUNT(${underlagColumn(texts.tabs.source.row)})`;
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
      // A list of one cell as one cell: programs write it so when they save.
      formula: list === null ? "0" : `COUNTA(${list.replace(/^([A-Z]+[0-9]+):\1$/u, "$1")})`,
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
  const area = { top, left: COLUMN.result, bottom: draft.last, right: COLUMN.result };
  const cell = `$${at(top, COLUMN.result)}`;
  draft.mark({ area, formula: `${cell}=${literal(words.agrees)}`, look: "good" });
  draft.mark({ area, formula: `${cell}=${literal(words.differs)}`, look: "bad" });
  draft.mark({ area, formula: `${cell}=${literal(words.assumptionsChanged)}`, look: "warn" });
  draft.mark({ area, formula: `${cell}=${literal(texts.board.ready.notReady)}`, look: "warn" });
}
