// src/intake/records/columnContent.ts: what stands under a heading, so that a heading that fits two columns, or that nobody knows, can be judged.
import { isBadAmount, readAmount } from "../amount";
import { type CellValue, type Grid, isCellError } from "../grid";
import { isDateFormat, isPercentFormat } from "../numberFormat";
import { isTotalLine } from "../budget/heading";
import { monthOfDateText } from "../../domain/period";
import { isZero, toKr } from "../../domain/money";
import { plainSpaces } from "../../domain/lookupKey";
import type { Holds } from "./recordKind";

/** Cells by what they are. `largest`: of the amounts, in the unit that they are written in. */
export interface ColumnContent {
  readonly amounts: number;
  readonly texts: number;
  readonly dates: number;
  readonly percents: number;
  readonly largest: number;
  /** Every amount is a year. */
  readonly years: boolean;
}

const ROWS_LOOKED_AT = 60;
const YEAR = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value <= 2100;

/** The first rows under a header, to the first blank one. */
export function contentUnder(grid: Grid, row: number, column: number, left: number, right: number): ColumnContent {
  const rows: number[] = [];
  for (let at = row + 1; at < Math.min(grid.values.length, row + 1 + ROWS_LOOKED_AT); at++) {
    const cells = (grid.values[at] ?? []).slice(left, right + 1);
    if (!cells.some((cell) => !isEmpty(cell))) {
      if (rows.length > 0) break;
      continue;
    }
    if (!cells.some((cell) => typeof cell === "string" && isTotalLine(cell))) rows.push(at);
  }
  return contentOf(grid, column, rows);
}

export function contentOf(grid: Grid, column: number, rows: readonly number[]): ColumnContent {
  const found = { amounts: 0, texts: 0, dates: 0, percents: 0, largest: 0, years: true };
  for (const row of rows) {
    const value = grid.values[row]?.[column];
    if (isEmpty(value) || isCellError(value) || typeof value === "boolean") continue;
    const format = grid.format(row, column);
    if (typeof value === "number") {
      if (isDateFormat(format)) found.dates++;
      else if (isPercentFormat(format)) found.percents++;
      else addAmount(found, value);
    } else if (monthOfDateText(value) !== null) found.dates++;
    else if (/^-?[\d.,\s]+ ?%$/u.test(plainSpaces(value))) found.percents++;
    else {
      const reading = readAmount(value, () => format, "kr");
      if (reading === null || isBadAmount(reading)) found.texts++;
      else if (!isZero(reading)) addAmount(found, toKr(reading).toNumber());
    }
  }
  return found.amounts === 0 ? { ...found, years: false } : found;
}

function addAmount(found: { amounts: number; largest: number; years: boolean }, value: number): void {
  found.amounts++;
  found.largest = Math.max(found.largest, Math.abs(value));
  found.years &&= YEAR(value);
}

function isEmpty(value: CellValue | undefined): value is null | undefined {
  return value === null || value === undefined || (typeof value === "string" && plainSpaces(value) === "");
}

export function isEmptyContent({ amounts, texts, dates, percents }: ColumnContent): boolean {
  return amounts + texts + dates + percents === 0;
}

/** Whether a column may hold such values; an empty one may hold anything. */
export function mayHold(holds: Holds, content: ColumnContent): boolean {
  const { amounts, texts, dates, percents } = content;
  if (holds === "any" || isEmptyContent(content)) return true;
  if (holds === "text") return texts > 0 && texts >= amounts;
  if (holds === "date") return dates > 0 || amounts > 0 || texts > 0;
  return amounts + (holds === "number" ? percents : 0) > 0 && amounts + percents >= texts;
}

/** Amounts of money, as far as figures can tell: no years, no shares, no few persons. `stated`: the heading says that it is money. */
export function looksLikeMoney(
  { amounts, texts, percents, dates, largest, years }: ColumnContent,
  stated: boolean,
): boolean {
  return amounts > 0 && amounts > texts + percents + dates && !years && (stated || largest >= 1_000);
}
