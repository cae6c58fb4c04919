// src/report/return/returnColumns.ts: the columns of every block of Parter, and what stands in them for a party, a sum, tax and what is only moved.
import type { Horizon } from "../../domain/return/agencyReturn";
import type { Decimal } from "../../domain/money";
import { at, formulaCell, literal, numberCell, type StyleOptions, textCell, textFormulaCell } from "../cells";
import { type Column, columns } from "../columns";
import type { Cell } from "../sheetModel";
import { participantColumn, shiftColumn } from "./participantAmounts";
import { CONTRIBUTION_TABLE, INTEGER, KR, NAME, PARTICIPANT_TABLE, RATIO, type ReturnFrame } from "./returnFrame";
import type { ReturnRow, RowValue } from "./returnRows";

/** A row of a block. */
export interface BlockRow {
  readonly frame: ReturnFrame;
  readonly horizon: Horizon;
  readonly of: ReturnRow;
  readonly value: RowValue;
  /** Of the tab. */
  readonly row: number;
  /** Rows of the block by their keys. */
  readonly places: ReadonlyMap<string, number>;
}

/** Wide enough for the longest of the usual names of parties, which head the columns of the yearly table. */
const MOST = 20;
const NUMBER: StyleOptions = { align: "right", wrap: true };

type AmountKey = "cash" | "ownTime" | "in" | "back" | "shift" | "net" | "lowerSpending" | "freedCapacity";

/** A column of kronor; null: the row has no figure there. */
function amounts<Key extends AmountKey>(
  key: Key,
  least: number,
  figure: (row: BlockRow) => readonly [formula: string, value: Decimal] | null,
): Column<Key, ReturnFrame, BlockRow> {
  return {
    key,
    heading: ({ words }) => words.parties[key],
    style: NUMBER,
    width: [least, MOST],
    cell: (row) => {
      const found = figure(row);
      return found === null ? textCell("", row.of.look) : formulaCell(...found, KR, row.of.look);
    },
  };
}

export const returnColumns = columns<ReturnFrame, BlockRow>()([
  {
    key: "party",
    heading: ({ words }) => words.parties.party,
    width: [44, 50],
    cell: ({ of }) => textCell(of.label, of.look, { indent: of.indent }),
  },
  amounts("cash", 13, (row) => ofParties(row, "cash", (key) => paidBy(row, "cash", key))),
  amounts("ownTime", 13, (row) => ofParties(row, "ownTime", (key) => paidBy(row, "ownTime", key))),
  amounts("in", 13, (row) => within(row, `${own(row, "cash")}+${own(row, "ownTime")}`, row.value.in)),
  amounts("back", 14, back),
  amounts("shift", 15, shift),
  amounts("net", 14, (row) =>
    within(row, `${own(row, "back")}-${own(row, "shift")}`, row.value.back.minus(row.value.shift)),
  ),
  { key: "ratio", heading: ({ words }) => words.parties.ratio, style: NUMBER, width: [13, MOST], cell: ratioCell },
  amounts("lowerSpending", 14, (row) =>
    within(row, `${own(row, "back")}-${own(row, "freedCapacity")}`, row.value.back.minus(row.value.freed)),
  ),
  amounts("freedCapacity", 14, (row) =>
    ofParties(row, "freedCapacity", (key) => `SUMPRODUCT(${sharesOf(key)}*${NAME.freed}*${perShareRow(row)})`),
  ),
  {
    key: "remark",
    heading: ({ words }) => words.parties.remark,
    style: { indent: 1 },
    width: [31, 34],
    cell: (row) => (row.of.kind === "party" ? remarkCell(row) : textCell("", row.of.look)),
  },
  {
    key: "partyKey",
    heading: null,
    width: [9, 9],
    hidden: true,
    cell: ({ of }) => (of.kind === "party" ? numberCell(of.party + 1, INTEGER) : null),
  },
]);

/** Columns of every block, from 0. */
export const COLUMN: Readonly<Record<AmountKey | "party" | "ratio" | "remark" | "partyKey", number>> = returnColumns.at;
/** Cells over the whole tab. */
export const WIDTH = returnColumns.shown;

type Figure = readonly [formula: string, value: Decimal];

/** Address of a cell on the row. */
function own({ row }: BlockRow, column: keyof typeof COLUMN): string {
  return at(row, COLUMN[column]);
}

/** Tax and what is only moved have their one figure each. */
function isOneFigure({ of }: BlockRow): boolean {
  return of.kind === "moved" || of.kind === "tax";
}

function within(row: BlockRow, formula: string, value: Decimal): Figure | null {
  return isOneFigure(row) ? null : [formula, value];
}

const VALUE = { cash: "cash", ownTime: "ownTime", back: "back", shift: "shift", freedCapacity: "freed" } as const;

/** A party's own figure, by the address of its number; of a sum the cells of its parties. */
function ofParties(
  row: BlockRow,
  column: keyof typeof VALUE,
  party: (key: string) => string,
  more = "",
): Figure | null {
  const { of, places } = row;
  const sum = of.of.map((key) => at(places.get(key) ?? row.row, COLUMN[column])).join("+") || "0";
  return within(row, of.kind === "party" ? party(`$${own(row, "partyKey")}`) : sum + more, row.value[VALUE[column]]);
}

function back(row: BlockRow): Figure | null {
  const { of, places } = row;
  if (of.kind === "tax") return [`-${NAME.tax}*SUMPRODUCT(${NAME.taxed}*${perShareRow(row)})`, row.value.back];
  const tax = of.kind === "publicSector" ? `+${at(places.get("tax") ?? row.row, COLUMN.back)}` : "";
  return ofParties(row, "back", (key) => `SUMPRODUCT(${sharesOf(key)}*${perShareRow(row)})`, tax);
}

function shift(row: BlockRow): Figure | null {
  const { frame, horizon, of } = row;
  if (of.kind === "moved") return [`SUM(${participantColumn(frame, "moved", horizon)})`, row.value.shift];
  return ofParties(row, "shift", () => `SUM(${shiftColumn(frame, of.party, horizon)})`);
}

/** Old less new support per share row, within the horizon. */
function perShareRow({ frame, horizon }: BlockRow): string {
  const { keyBefore, keyAfter } = frame.words.participants;
  const sums = (key: string, of: "old" | "next"): string =>
    `SUMIF(${PARTICIPANT_TABLE}[${key}],${NAME.shareRows},${participantColumn(frame, of, horizon)})`;
  return `(${sums(keyBefore, "old")}-${sums(keyAfter, "next")})`;
}

function sharesOf(key: string): string {
  return `INDEX(${NAME.shares},0,${key})`;
}

/** On the scale of what comes back. */
function paidBy({ frame }: BlockRow, column: "cash" | "ownTime", key: string): string {
  const text = frame.words.contributions;
  const heading = { cash: text.valuedCash, ownTime: text.valuedOwnTime }[column];
  return `SUMIFS(${CONTRIBUTION_TABLE}[${heading}],${CONTRIBUTION_TABLE}[${text.partyNumber}],${key})`;
}

function ratioCell(row: BlockRow): Cell {
  const { of, value } = row;
  if (isOneFigure(row)) return textCell("", of.look);
  const paid = own(row, "in");
  const ratio = value.in.isZero() ? null : value.back.div(value.in);
  return formulaCell(`IF(ROUND(${paid},2)=0,"",${own(row, "back")}/${paid})`, ratio, RATIO, of.look);
}

/** Who pays without gaining, in words. */
function remarkCell(row: BlockRow): Cell {
  const text = row.frame.words.parties;
  const { in: paid, back: gained } = row.value;
  const [in_, back_] = [`ROUND(${own(row, "in")},2)`, `ROUND(${own(row, "back")},2)`];
  const outside = paysNothing(row);
  const rest =
    `IF(${in_}>0,IF(${back_}<0,${literal(text.paysAndLoses)},IF(${back_}=0,${literal(text.paysWithoutGain)},"")),` +
    `IF(${back_}<0,${literal(text.loses)},IF(${back_}>0,${literal(text.gainsWithoutPaying)},"")))`;
  const formula = outside === null ? rest : `IF(AND(${back_}=0,${outside}),${literal(text.outsideModel)},${rest})`;
  const isOutside = row.frame.parties[row.of.party]?.outsideModel === true && gained.isZero();
  const words = isOutside
    ? text.outsideModel
    : paid.gt(0)
      ? gained.lt(0)
        ? text.paysAndLoses
        : gained.isZero()
          ? text.paysWithoutGain
          : ""
      : gained.lt(0)
        ? text.loses
        : gained.gt(0)
          ? text.gainsWithoutPaying
          : "";
  return textFormulaCell(formula, words, "plain", { indent: 1 });
}

/** True where no support of the editable table is paid by the party, as a formula; null: it cannot be outside. */
function paysNothing({ frame, of }: BlockRow): string | null {
  if (frame.parties[of.party]?.agency.kind === "municipality") return null;
  const columns = frame.payers.flatMap(({ party }, at_) =>
    party.includes(of.party) ? [`SUM(INDEX(${NAME.supports},0,${at_ + 1}))`] : [],
  );
  return `${columns.join("+") || "0"}=0`;
}
