// src/report/return/paidYears.ts: on Antaganden: what a krona paid in during each year counts as, and the year that everything is discounted to.
// Underlag parter multiplies each contribution by its year's factor (method.md §0 and §3).
import type { AssumptionsDraft } from "./assumptionsDraft";
import { type Decimal, sum } from "../../domain/money";
import { at, formulaCell, numberCell, textCell } from "../cells";
import { CONTRIBUTION_TABLE, FACTOR, INTEGER, KR, NAME, PARTICIPANT_TABLE, type ReturnFrame } from "./returnFrame";
import type { Cell, NumberFormat } from "../sheetModel";

const COLUMN = { year: 0, booked: 1, index: 2, priceIndex: 3, price: 4, discount: 5, factor: 6, remark: 7 } as const;
const INDEX: NumberFormat = { kind: "number", decimals: 2 };

/** The first year, then one row per year in which something was paid in. */
export function putPaidYears(tab: AssumptionsDraft, width: number): void {
  const { frame, draft, names } = tab;
  const text = frame.words.assumptions.paid;
  const { contributionPrices, prices } = frame.input.result.scenario;
  draft.put(draft.next + 1, 0, textCell(text.heading, "group", { span: width, align: "left" }));
  const how =
    contributionPrices === "as-booked" ? text.asBooked : prices === "current" ? text.currentPrices : text.note;
  draft.putText(draft.next, 0, how);
  const start = draft.next;
  draft.put(start, 0, textCell(text.startYear));
  draft.put(start, 1, formulaCell(startYearFormula(frame), frame.basis.startYear, INTEGER));
  names.push({ name: NAME.startYear, cell: at(start, 1) });
  const top = draft.next;
  const right = { align: "right", wrap: true } as const;
  draft.putRow(top, 0, [
    textCell(text.year, "heading", { align: "left" }),
    ...[text.booked, text.index, text.priceIndex, text.price, text.discount, text.factor].map((heading) =>
      textCell(heading, "heading", right),
    ),
    textCell(text.remark, "heading", { indent: 1 }),
  ]);
  frame.paidYears.forEach((year, index) => draft.putRow(top + 1 + index, 0, yearCells(frame, year, top + 1 + index)));
  const bottom = top + Math.max(1, frame.paidYears.length);
  const column = (at_: number): string =>
    top + 1 === bottom ? at(bottom, at_) : `${at(top + 1, at_)}:${at(bottom, at_)}`;
  names.push(
    { name: NAME.paidYears, cell: column(COLUMN.year) },
    { name: NAME.paidFactor, cell: column(COLUMN.factor) },
  );
  draft.skipTo(bottom + 1);
}

/** The year of the first contribution; where none says its year, the one in which the first of the participants is without support. */
function startYearFormula({ words, basis }: ReturnFrame): string {
  const paid = `${CONTRIBUTION_TABLE}[${words.contributions.year}]`;
  const first = `MIN(${PARTICIPANT_TABLE}[${words.participants.first}])`;
  const others = basis.ready.length === 0 ? String(basis.startYear) : `YEAR(${first})`;
  return basis.contributions.years.length === 0 ? others : `IF(COUNT(${paid})=0,${others},MIN(${paid}))`;
}

function yearCells(frame: ReturnFrame, year: number, row: number): Cell[] {
  const { words, basis, input } = frame;
  const text = words.assumptions.paid;
  const { scenario } = input.result;
  const { price, priced, discount } = frame.scale(year);
  const booked = sum(basis.contributions.years.filter((each) => each.year === year).map(({ total }) => total));
  const converts = priced && scenario.contributionPrices === "price-year" && scenario.prices === "fixed";
  const own = basis.input.priceIndex?.(year) ?? null;
  const to = scenario.priceYear === null ? null : (basis.input.priceIndex?.(scenario.priceYear) ?? null);
  const shown = (value: Decimal | null): Cell => (converts && value !== null ? numberCell(value, INDEX) : textCell(""));
  const live = converts && own !== null && to !== null;
  const { year: yearHeading, total } = words.contributions;
  return [
    numberCell(year, INTEGER, "plain", { align: "left" }),
    formulaCell(
      `SUMIFS(${CONTRIBUTION_TABLE}[${total}],${CONTRIBUTION_TABLE}[${yearHeading}],${at(row, COLUMN.year)})`,
      booked,
      KR,
    ),
    shown(own),
    shown(to),
    live
      ? formulaCell(`${at(row, COLUMN.priceIndex)}/${at(row, COLUMN.index)}`, price, FACTOR)
      : numberCell(price, FACTOR),
    formulaCell(`(1+${NAME.rate})^(${NAME.startYear}-${at(row, COLUMN.year)})`, discount, FACTOR),
    formulaCell(`${at(row, COLUMN.price)}*${at(row, COLUMN.discount)}`, price.times(discount), FACTOR),
    textCell(priced ? "" : text.noIndex, "plain", { indent: 1, wrap: true }),
  ];
}

/** What a krona of the year on a row counts as, as a formula; 1 where the row says no year. */
export function paidFactorFormula(year: string): string {
  return `IF(${year}="",1,INDEX(${NAME.paidFactor},MATCH(${year},${NAME.paidYears},0)))`;
}
