// src/report/return/contributionsUnderlag.ts: the tab Underlag parter: what each party has put in, row by row, with the cell it came from.
import { type Contribution, ownTimeOf } from "../../domain/return/contribution";
import { at, formulaCell, linkCell, numberCell, textCell } from "../cells";
import type { Decimal } from "../../domain/money";
import { paidFactorFormula } from "./paidYears";
import { CONTRIBUTION_TABLE, FACTOR, INTEGER, KR, ORE, type ReturnFrame } from "./returnFrame";
import { returnHead } from "./returnHead";
import type { Cell, NumberFormat, SheetModel } from "../sheetModel";
import { type ColumnPlan, SheetDraft } from "../sheetDraft";

const COLUMN = {
  row: 0,
  party: 1,
  partyNumber: 2,
  year: 3,
  cash: 4,
  hours: 5,
  hourlyCost: 6,
  ownTime: 7,
  total: 8,
  origin: 9,
  remark: 10,
  initiative: 11,
  initiativeNumber: 12,
  factor: 13,
  valuedCash: 14,
  valuedOwnTime: 15,
} as const;

const plan: readonly ColumnPlan[] = [
  { least: 10, most: 10 },
  { least: 24, most: 40 },
  { least: 9, most: 9 },
  { least: 8, most: 9 },
  { least: 13, most: 18 },
  { least: 10, most: 14 },
  { least: 12, most: 14 },
  { least: 13, most: 18 },
  { least: 14, most: 18 },
  { least: 24, most: 44 },
  { least: 30, most: 50 },
  { least: 14, most: 26 },
  { least: 9, most: 9, hidden: true },
  { least: 9, most: 10 },
  { least: 14, most: 18 },
  { least: 14, most: 18 },
];

export function contributionsUnderlag(frame: ReturnFrame): SheetModel {
  const { words, input, basis } = frame;
  const text = words.contributions;
  const headings = [
    text.row,
    text.party,
    text.partyNumber,
    text.year,
    text.cash,
    text.hours,
    text.hourlyCost,
    text.ownTime,
    text.total,
    text.origin,
    text.remark,
    text.initiative,
    text.initiativeNumber,
    text.factor,
    text.valuedCash,
    text.valuedOwnTime,
  ];
  const rows = basis.input.contributions;
  // Whose initiative it is stands there where the rows tell several apart.
  const untold = frame.initiatives.length === 0;
  // What a krona counts as is seen where it is not one krona.
  const asBooked = frame.paidYears.every((year) => valueOfYear(frame, year).eq(1));
  const columns = plan.map((each, at_) => {
    if (at_ === COLUMN.initiative) return { ...each, hidden: untold };
    return at_ >= COLUMN.factor ? { ...each, hidden: asBooked } : each;
  });
  const draft = new SheetDraft(columns, input.texts.language);
  const top =
    returnHead(draft, frame, "contributionsSource", {
      label: 0,
      value: 1,
      secondLabel: 8,
      secondValue: 9,
      secondTop: 1,
    }) + 1;
  const left = new Set<number>([COLUMN.party, COLUMN.origin, COLUMN.remark, COLUMN.initiative]);
  draft.putRow(
    top,
    0,
    headings.map((heading, column) =>
      textCell(heading, "heading", left.has(column) ? { align: "left", indent: 1 } : { align: "right" }),
    ),
  );
  rows.forEach((row, index) => draft.putRow(top + 1 + index, 0, rowCells(frame, row, index, top + 1 + index)));
  draft.addTable({
    name: CONTRIBUTION_TABLE,
    area: { top, left: 0, bottom: Math.max(top + 1, top + rows.length), right: headings.length - 1 },
    columns: headings,
  });
  draft.skipTo(top + 2);
  return draft.sheet("underlagparter", input.names("underlagparter"), {
    frozen: { rows: top + 1, columns: 2 },
    printTitleRows: { from: top, to: top },
  });
}

function rowCells(frame: ReturnFrame, row: Contribution, index: number, at_: number): Cell[] {
  const { words, input, parties } = frame;
  const party = frame.partyOf(row.agency);
  const name = parties[party]?.agency.name ?? row.agency;
  const origin = input.origins.contributions[index];
  const initiative = frame.initiatives.findIndex(({ contributions }) => contributions.has(index));
  const unknown = frame.basis.contributions.unknown.includes(row.agency);
  const remarks = [
    ...(unknown ? [words.contributions.unknownParty] : []),
    ...(name === row.agency.trim() ? [] : [words.contributions.writtenAs(row.agency)]),
    ...(row.year === null ? [words.contributions.yearNotSaid] : []),
  ];
  const ownTime = ownTimeOf(row);
  const worked = row.ownTime === null && row.hours !== null && row.hourlyCost !== null;
  const [cash, own] = [at(at_, COLUMN.cash), at(at_, COLUMN.ownTime)];
  const amount = (value: Contribution["cash"]): NumberFormat => (value.isInteger() ? KR : ORE);
  const valued = (cell: string, value: Decimal): Cell =>
    formulaCell(`${cell}*${at(at_, COLUMN.factor)}`, value.times(valueOfYear(frame, row.year)), KR);
  return [
    numberCell(index + 1, INTEGER),
    textCell(name, "plain", { indent: 1, wrap: true }),
    numberCell(party + 1, INTEGER),
    numberCell(row.year, INTEGER),
    numberCell(row.cash, amount(row.cash)),
    numberCell(row.hours, { kind: "general" }),
    numberCell(row.hourlyCost, row.hourlyCost === null ? KR : amount(row.hourlyCost)),
    worked
      ? formulaCell(`${at(at_, COLUMN.hours)}*${at(at_, COLUMN.hourlyCost)}`, ownTime, amount(ownTime))
      : numberCell(ownTime, amount(ownTime)),
    formulaCell(`${cash}+${own}`, row.cash.plus(ownTime), amount(row.cash.plus(ownTime))),
    origin === undefined ? textCell("") : linkCell(origin, "plain", { indent: 1, wrap: true }),
    textCell(remarks.join(". "), "plain", { indent: 1, wrap: true }),
    textCell(frame.initiativeName(initiative), "plain", { indent: 1, wrap: true }),
    numberCell(initiative + 1, INTEGER),
    formulaCell(paidFactorFormula(at(at_, COLUMN.year)), valueOfYear(frame, row.year), FACTOR),
    valued(cash, row.cash),
    valued(own, ownTime),
  ];
}

function valueOfYear({ scale }: ReturnFrame, year: number | null): Decimal {
  const { price, discount } = scale(year);
  return price.times(discount);
}
