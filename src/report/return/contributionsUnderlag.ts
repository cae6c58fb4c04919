// src/report/return/contributionsUnderlag.ts: the tab Underlag parter: what each party has put in, row by row, with the cell it came from.
import { type Contribution, ownTimeOf } from "../../domain/return/contribution";
import { at, formulaCell, linkCell, numberCell, type StyleOptions, textCell } from "../cells";
import { type Column, type Columns, columns } from "../columns";
import type { Decimal } from "../../domain/money";
import { paidFactorFormula } from "./paidYears";
import { CONTRIBUTION_TABLE, FACTOR, INTEGER, KR, ORE, type ReturnFrame } from "./returnFrame";
import { returnHead } from "./returnHead";
import type { Cell, NumberFormat, SheetModel } from "../sheetModel";
import { SheetDraft } from "../sheetDraft";

/** A row of the source. */
interface UnderlagRow {
  readonly frame: ReturnFrame;
  readonly of: Contribution;
  /** Its place among the rows, from 0. */
  readonly index: number;
  /** Of the tab. */
  readonly row: number;
}

type ColumnKey =
  | Exclude<keyof ReturnFrame["words"]["contributions"], "unknownParty" | "writtenAs" | "yearNotSaid" | "total">
  | "total";

const NUMBER: StyleOptions = { align: "right" };
const TEXT: StyleOptions = { align: "left", indent: 1 };
const SHOWN: StyleOptions = { indent: 1, wrap: true };

function column<Key extends ColumnKey>(
  key: Key,
  width: readonly [least: number, most: number],
  cell: (row: UnderlagRow) => Cell,
  more: Pick<Column<Key, ReturnFrame>, "style" | "hidden"> = {},
): Column<Key, ReturnFrame, UnderlagRow> {
  return { key, heading: ({ words }) => words.contributions[key], style: NUMBER, width, cell, ...more };
}

const underlagColumns: Columns<ColumnKey, ReturnFrame, UnderlagRow, never> = columns<ReturnFrame, UnderlagRow>()([
  column("row", [10, 10], ({ index }) => numberCell(index + 1, INTEGER)),
  column("party", [24, 40], (row) => textCell(partyName(row), "plain", SHOWN), { style: TEXT }),
  column("partyNumber", [9, 9], ({ frame, of }) => numberCell(frame.partyOf(of.agency) + 1, INTEGER)),
  column("year", [8, 9], ({ of }) => numberCell(of.year, INTEGER)),
  column("cash", [13, 18], ({ of }) => numberCell(of.cash, formatOf(of.cash))),
  column("hours", [10, 14], ({ of }) => numberCell(of.hours, { kind: "general" })),
  column("hourlyCost", [12, 14], ({ of: { hourlyCost } }) =>
    numberCell(hourlyCost, hourlyCost === null ? KR : formatOf(hourlyCost)),
  ),
  column("ownTime", [13, 18], ownTimeCell),
  column("total", [14, 18], (row) => {
    const total = row.of.cash.plus(ownTimeOf(row.of));
    return formulaCell(`${own(row, "cash")}+${own(row, "ownTime")}`, total, formatOf(total));
  }),
  column("origin", [24, 44], originCell, { style: TEXT }),
  column("remark", [30, 50], (row) => textCell(remarksOf(row).join(". "), "plain", SHOWN), { style: TEXT }),
  // Whose initiative it is stands there where the rows tell several apart.
  column("initiative", [14, 26], (row) => textCell(row.frame.initiativeName(initiativeOf(row)), "plain", SHOWN), {
    style: TEXT,
    hidden: ({ initiatives }) => initiatives.length === 0,
  }),
  column("initiativeNumber", [9, 9], (row) => numberCell(initiativeOf(row) + 1, INTEGER), { hidden: true }),
  column(
    "factor",
    [9, 10],
    (row) => formulaCell(paidFactorFormula(own(row, "year")), valueOfYear(row.frame, row.of.year), FACTOR),
    { hidden: isAsBooked },
  ),
  column("valuedCash", [14, 18], (row) => valuedCell(row, "cash", row.of.cash), { hidden: isAsBooked }),
  column("valuedOwnTime", [14, 18], (row) => valuedCell(row, "ownTime", ownTimeOf(row.of)), { hidden: isAsBooked }),
]);
const COLUMN = underlagColumns.at;

export function contributionsUnderlag(frame: ReturnFrame): SheetModel {
  const { input, basis } = frame;
  const rows = basis.input.contributions;
  const draft = new SheetDraft(underlagColumns.plan(frame), input.texts.language);
  const top =
    returnHead(draft, frame, "contributionsSource", {
      label: COLUMN.row,
      value: COLUMN.party,
      secondLabel: COLUMN.total,
      secondValue: COLUMN.origin,
      secondTop: 1,
    }) + 1;
  draft.putRow(top, 0, underlagColumns.headingCells(frame));
  rows.forEach((of, index) => {
    const row = top + 1 + index;
    draft.putRow(row, 0, underlagColumns.cells({ frame, of, index, row }));
  });
  draft.addTable({
    name: CONTRIBUTION_TABLE,
    area: { top, left: 0, bottom: Math.max(top + 1, top + rows.length), right: underlagColumns.count - 1 },
    columns: underlagColumns.headings(frame),
  });
  draft.skipTo(top + 2);
  return draft.sheet("underlagparter", input.names("underlagparter"), {
    frozen: { rows: top + 1, columns: underlagColumns.span("row", "party") },
    printTitleRows: { from: top, to: top },
  });
}

/** Address of a cell on the row. */
function own({ row }: UnderlagRow, column: ColumnKey): string {
  return at(row, COLUMN[column]);
}

function formatOf(amount: Decimal): NumberFormat {
  return amount.isInteger() ? KR : ORE;
}

function partyName({ frame, of: { agency } }: UnderlagRow): string {
  return frame.parties[frame.partyOf(agency)]?.agency.name ?? agency;
}

function initiativeOf({ frame, index }: UnderlagRow): number {
  return frame.initiatives.findIndex(({ contributions }) => contributions.has(index));
}

function remarksOf(row: UnderlagRow): string[] {
  const { frame, of } = row;
  const text = frame.words.contributions;
  return [
    ...(frame.basis.contributions.unknown.includes(of.agency) ? [text.unknownParty] : []),
    ...(partyName(row) === of.agency.trim() ? [] : [text.writtenAs(of.agency)]),
    ...(of.year === null ? [text.yearNotSaid] : []),
  ];
}

function originCell({ frame, index }: UnderlagRow): Cell {
  const origin = frame.input.origins.contributions[index];
  return origin === undefined ? textCell("") : linkCell(origin, "plain", SHOWN);
}

/** Hours at their cost, or the amount that was told. */
function ownTimeCell(row: UnderlagRow): Cell {
  const { of } = row;
  const ownTime = ownTimeOf(of);
  const worked = of.ownTime === null && of.hours !== null && of.hourlyCost !== null;
  return worked
    ? formulaCell(`${own(row, "hours")}*${own(row, "hourlyCost")}`, ownTime, formatOf(ownTime))
    : numberCell(ownTime, formatOf(ownTime));
}

function valuedCell(row: UnderlagRow, column: "cash" | "ownTime", value: Decimal): Cell {
  const { frame, of } = row;
  return formulaCell(`${own(row, column)}*${own(row, "factor")}`, value.times(valueOfYear(frame, of.year)), KR);
}

/** What a krona counts as is seen where it is not one krona. */
function isAsBooked(frame: ReturnFrame): boolean {
  return frame.paidYears.every((year) => valueOfYear(frame, year).eq(1));
}

function valueOfYear({ scale }: ReturnFrame, year: number | null): Decimal {
  const { price, discount } = scale(year);
  return price.times(discount);
}
