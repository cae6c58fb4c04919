// src/report/board/boardPartyColumns.ts: the columns of the table on the board's page on money back, and what stands in them: cells of the tab Parter,
// or a mask where few participants are behind.
import { type Horizon, HORIZONS } from "../../domain/return/agencyReturn";
import { at, formulaCell, type StyleOptions, textCell, textFormulaCell } from "../cells";
import { type Column, type Columns, columns } from "../columns";
import { KR, RATIO, type ReturnFrame } from "../return/returnFrame";
import { blockOf } from "../return/returnSections";
import { COLUMN as SOURCE } from "../return/returnColumns";
import type { LaidOutReturn } from "../return/returnTab";
import type { SheetDraft } from "../sheetDraft";
import type { Cell, Look } from "../sheetModel";
import { type BoardPartyRow } from "./boardParties";

/** A board page while it is being filled. */
export interface Page {
  readonly draft: SheetDraft;
  readonly source: LaidOutReturn;
  /** A cell of the tab Parter. */
  readonly from: (cell: string) => string;
}

/** A row of the table; `masked`: what few participants are behind. */
export interface TableRow {
  readonly page: Page;
  readonly of: BoardPartyRow;
  readonly masked: boolean;
}

/** What is only moved, last in the table. */
interface MovedRow {
  readonly page: Page;
  readonly masked: boolean;
}

const NUMBER: StyleOptions = { align: "right", wrap: true };

function ratioColumn<H extends Horizon>(horizon: H): Column<`ratio ${H}`, ReturnFrame, TableRow, MovedRow> {
  return {
    key: `ratio ${horizon}`,
    heading: ({ input }) => words(input).ratioWithin(words(input).within[horizon]),
    style: NUMBER,
    width: [12, 12],
    cell: (row) => {
      const { page, of } = row;
      const paid = of.row.valueOf(page.source.frame.input.boardHorizon).in;
      if (row.masked) return maskCell(page, of.row.look);
      const ratio = paid.isZero() ? null : of.row.valueOf(horizon).back.div(paid);
      return formulaCell(onParter(row, horizon, SOURCE.ratio), ratio, RATIO, of.row.look);
    },
    total: () => textCell(""),
  };
}

type ColumnKey = "party" | "in" | "first" | "back" | `ratio ${Horizon}` | "remark";

export const boardColumns: Columns<ColumnKey, ReturnFrame, TableRow, MovedRow> = columns<
  ReturnFrame,
  TableRow,
  MovedRow
>()<ColumnKey>([
  {
    key: "party",
    heading: (frame) => frame.words.parties.party,
    width: [34, 34],
    cell: ({ of: { row } }) => textCell(row.label, row.look),
    total: ({ page }) => textCell(page.source.frame.words.parties.moved),
  },
  {
    key: "in",
    heading: (frame) => frame.words.parties.in,
    style: NUMBER,
    width: [15, 15],
    cell: (row) => {
      const { boardHorizon } = row.page.source.frame.input;
      const paid = row.of.row.valueOf(boardHorizon).in;
      return formulaCell(onParter(row, boardHorizon, SOURCE.in), paid, KR, row.of.row.look);
    },
    total: () => textCell(""),
  },
  {
    key: "first",
    heading: ({ input }) => words(input).backWithin(words(input).within["1"]),
    style: NUMBER,
    width: [15, 15],
    cell: (row) => backCell(row, "1"),
    total: (row) => movedCell(row, "1"),
  },
  {
    key: "back",
    heading: ({ input }) => words(input).backWithin(words(input).within[input.boardHorizon]),
    style: NUMBER,
    width: [15, 15],
    cell: (row) => backCell(row, row.page.source.frame.input.boardHorizon),
    total: (row) => movedCell(row, row.page.source.frame.input.boardHorizon),
  },
  ...HORIZONS.map((horizon) => ratioColumn(horizon)),
  {
    key: "remark",
    heading: (frame) => frame.words.parties.remark,
    style: { indent: 1 },
    width: [33, 33],
    cell: remarkCell,
    total: () => textCell(""),
  },
]);
export function words({ texts }: ReturnFrame["input"]): ReturnFrame["input"]["texts"]["board"]["parties"] {
  return texts.board.parties;
}

/** What a cell shows, as it was at the run. */
export function shownText(cell: Cell | null | undefined): string {
  const content = cell?.content ?? null;
  if (content === null) return "";
  return content.kind === "text" ? content.text : content.kind === "number" ? content.number : content.cached;
}

/** Where a row of Parter stands in the block of a horizon: the rows of a block are in the same order. */
function placeOf({ source }: Page, key: string, horizon: Horizon): number {
  const first = source.rows.findIndex((row) => row.key === "parties");
  const own = source.rows.findIndex((row) => row.key === key);
  return blockOf(source, horizon).parties + own - first;
}

/** A cell of the row's own row in the block of a horizon. */
function onParter({ page, of }: TableRow, horizon: Horizon, column: number): string {
  return page.from(at(placeOf(page, of.row.key, horizon), column));
}

function maskCell({ source }: Page, look: Look): Cell {
  return textCell(source.frame.words.parties.hiddenGroup, look, { align: "right" });
}

function backCell(row: TableRow, horizon: Horizon): Cell {
  const { page, of, masked } = row;
  if (masked) return maskCell(page, of.row.look);
  return formulaCell(onParter(row, horizon, SOURCE.back), of.row.valueOf(horizon).back, KR, of.row.look);
}

function remarkCell(row: TableRow): Cell {
  const { page, of, masked } = row;
  const { frame, sheet } = page.source;
  const { look, kind, key } = of.row;
  if (kind !== "party" || masked) return textCell("", look);
  const { boardHorizon } = frame.input;
  const shown = shownText(sheet.rows[placeOf(page, key, boardHorizon)]?.[SOURCE.remark]);
  return textFormulaCell(onParter(row, boardHorizon, SOURCE.remark), shown, look, { indent: 1, wrap: true });
}

/** No gain: it stands for the same horizons as the amounts. */
function movedCell({ page, masked }: MovedRow, horizon: Horizon): Cell {
  const { source, from } = page;
  if (masked) return maskCell(page, "plain");
  const { moved } = source.frame.input.result.horizons[horizon];
  return formulaCell(from(at(blockOf(source, horizon).moved, SOURCE.shift)), moved, KR);
}
