// src/report/orphanedEdits.ts: at the end of a tab, what people wrote that has no place in the run; each stays until somebody empties its cell.
import { Decimal } from "../domain/money";
import { type OrphanedEdit, orphanedEditKey } from "../domain/roundTrip/orphanedEdit";
import type { Texts } from "../text/texts";
import { numberCell, textCell } from "./cells";
import { wrapped } from "./sheetDraft";
import type { Cell, SheetModel } from "./sheetModel";

const LINE_HEIGHT = 15;
const GENERAL = { kind: "general" } as const;

/** The tab with these under a heading of their own, below its rows and charts. */
export function withOrphanedEdits(sheet: SheetModel, orphanedEdits: readonly OrphanedEdit[], texts: Texts): SheetModel {
  if (orphanedEdits.length === 0) return sheet;
  const { kept } = texts;
  const width = Math.max(
    2,
    sheet.columns.findIndex(({ hidden }, at) => at > 0 && hidden === true),
  );
  const first = (sheet.columns[0]?.width ?? 30) - 1;
  const page = sheet.columns.reduce((all, column) => all + (column.hidden === true ? 0 : column.width), 0);
  const rows: (Cell | null)[][] = [];
  const heights = new Map(sheet.rowHeights);
  const top = 1 + Math.max(sheet.rows.length, ...sheet.charts.map(({ area }) => area.bottom + 1));
  const add = (cells: (Cell | null)[], lines = 1): void => {
    if (lines > 1) heights.set(top + rows.length, lines * LINE_HEIGHT);
    rows.push(cells);
  };
  add([textCell(kept.heading, "group", { span: width, align: "left" })]);
  for (const line of wrapped(kept.note, Math.floor(page * 0.95))) add([textCell(line, "note", { span: width })]);
  add([
    textCell(kept.columns.place, "heading", { align: "left", wrap: true }),
    textCell(kept.columns.content, "heading", { align: "left", indent: 1, span: width - 1 }),
  ]);
  for (const left of orphanedEdits) {
    const place = placeText(left, texts);
    add([textCell(place, "plain", { wrap: true }), contentCell(left, width - 1)], wrapped(place, first).length);
  }
  const empty = Array.from({ length: top - sheet.rows.length }, () => []);
  return { ...sheet, rows: [...sheet.rows, ...empty, ...rows], rowHeights: heights };
}

function placeText({ what, sheet, cell, reason }: OrphanedEdit, { kept }: Texts): string {
  return `${what === "" ? "" : `${what}, `}${sheet}!${cell}. ${kept.reasons[reason]}.`;
}

function contentCell(left: OrphanedEdit, span: number): Cell {
  const { content } = left;
  const cell =
    typeof content === "number"
      ? numberCell(new Decimal(content), GENERAL, "input", { align: "left", indent: 1 })
      : textCell(content, "input", { indent: 1, span });
  return { ...cell, key: orphanedEditKey(left) };
}
