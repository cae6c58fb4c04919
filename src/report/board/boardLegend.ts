// src/report/board/boardLegend.ts: what the marks and limits on the board's page mean, beside the chart.
import { Decimal } from "../../domain/money";
import { signNoteOf } from "../../text/kinds";
import { fixed, formulaCell, textCell } from "../cells";
import { LIMIT_AMOUNT, LIMIT_SHARE } from "../deviation/deviationFrame";
import { wrapped } from "../sheetDraft";
import type { BoardDraft } from "./boardDeviationTab";
import { COLUMN, type BoardRows } from "./boardLines";

/** Characters of small type that the columns right of the chart hold. */
const LINE = 92;

export function putBoardLegend(board: BoardDraft, rows: BoardRows, top: number): void {
  const { draft, source, texts, from } = board;
  const { followUp } = source.item;
  const words = texts.board.deviation;
  let row = top;
  const text = (words_: string, indented = false): void => {
    for (const line of wrapped(words_, indented ? LINE - 34 : LINE)) {
      draft.put(row, indented ? COLUMN.action : COLUMN.cause, textCell(line, "note", { span: indented ? 3 : 4 }));
      row += 1;
    }
  };
  draft.put(row, COLUMN.cause, textCell(words.legend, "group", { span: 4, align: "left" }));
  row += 1;
  draft.put(row, COLUMN.cause, textCell(words.markedSample, "warn"));
  text(words.markedMeans, true);
  draft.put(row, COLUMN.cause, textCell(words.missingText, "bad"));
  text(words.missingMeans, true);
  const limits = [
    [texts.tabs.head.limitAmount, LIMIT_AMOUNT, followUp.limits.amount, { kind: "amount", unit: "kr", decimals: 0 }],
    [texts.tabs.head.limitShare, LIMIT_SHARE, followUp.limits.share, { kind: "percent", decimals: 1 }],
  ] as const;
  for (const [label, place, value, format] of limits) {
    draft.put(row, COLUMN.cause, textCell(label, "label"));
    draft.put(
      row,
      COLUMN.action,
      formulaCell(from(fixed(place.row, place.column)), new Decimal(value), format, "plain", { align: "left" }),
    );
    row += 1;
  }
  text(signNoteOf(followUp.table, texts));
  text(words.longTexts);
  if (!rows.all) text(words.rolledUp(rows.shown.length, followUp.table.lines.length));
  text(words.fromTabs(source.sheet.name));
}
