// src/intake/budget/rowPeriods.ts: the period that a row of a long table names, in one cell or in two.
import { monthIndex, monthOfYear, yearOf } from "../../domain/period";
import { folded } from "../../domain/lookupKey";
import { type CellValue, type Grid, isBlank } from "../grid";
import { type PeriodReading, readPeriodCell, readPeriodText } from "../periodLabel";
import type { BudgetHeader, YearPart } from "./header";
import { isTotalLabel } from "./measureHeading";

/** What a long row's period cells say. `missing`: nothing. */
export type RowPeriod = PeriodReading | { readonly kind: "total" } | { readonly kind: "missing" };

/** Reads a long row's period from its year column, its period column or both (`2024` and `mars`). Equal cells are read once. */
export function periodReader(
  grid: Grid,
  header: BudgetHeader,
  date1904: boolean,
): (row: number, cells: readonly CellValue[]) => RowPeriod {
  const { period, year, "part-of-year": part } = header.keys;
  const partHeading = folded(header.headings.get(part) ?? "");
  const known = new Map<string | CellValue, RowPeriod>();
  return (row, cells) => {
    const detail = part >= 0 ? part : year >= 0 && period >= 0 ? period : -1;
    const main = year >= 0 ? year : period >= 0 ? period : part;
    const format = typeof cells[main] === "number" ? grid.format(row, main) : "";
    const detailValue = detail < 0 || detail === main ? null : (cells[detail] ?? null);
    const detailFormat = typeof detailValue === "number" ? grid.format(row, detail) : "";
    const value = cells[main] ?? null;
    const plain = detailValue === null && (format === "" || format === "General");
    const key = plain ? value : JSON.stringify([value, format, detailValue, detailFormat]);
    let reading = known.get(key);
    if (reading === undefined) {
      const named = (cell: CellValue, column: number): CellValue =>
        column === part ? partName(cell, partHeading) : cell;
      const [first, second] = [named(value, main), named(detailValue, detail)];
      reading = rowPeriod(first, format, second, detailFormat, date1904, header.contextYear);
      known.set(key, reading);
    }
    return reading;
  };
}

/**
 * `Utfall t.o.m. aug` in a row of the year 2024: January to August 2024. A row that names a part of its year itself keeps it, but for
 * what is of the whole year (`Helårsbudget`).
 */
export function withinPeriod(period: RowPeriod, part: YearPart | undefined): RowPeriod {
  if (part === undefined || period.kind !== "period") return period;
  const { from, to } = period.period;
  const year = yearOf(from);
  const isYear = to - from === 11 && monthOfYear(from) === 1;
  if (yearOf(to) !== year || (!isYear && part.label !== "")) return period;
  const label = part.label === "" ? String(year) : `${part.label} ${year}`;
  return { kind: "period", period: { label, from: monthIndex(year, part.from), to: monthIndex(year, part.to) } };
}

const NUMBERED_PARTS: readonly (readonly [heading: RegExp, name: string])[] = [
  [/kvartal|quarter/u, "kv"],
  [/tertial/u, "tertial"],
  [/halv|half/u, "halvår"],
];

/** A bare number under `Kvartal`, `Tertial` or `Halvår` is one of those; elsewhere it stays what it is, a month. */
function partName(cell: CellValue, heading: string): CellValue {
  const name = NUMBERED_PARTS.find(([pattern]) => pattern.test(heading))?.[1];
  const isNumber = typeof cell === "number" || (typeof cell === "string" && /^\d{1,2}$/u.test(cell.trim()));
  return name !== undefined && isNumber ? `${name} ${String(cell).trim()}` : cell;
}

function rowPeriod(
  main: CellValue,
  format: string,
  detail: CellValue,
  detailFormat: string,
  date1904: boolean,
  contextYear: number | null,
): RowPeriod {
  if (typeof main === "string" && isTotalLabel(main)) return { kind: "total" };
  if (isBlank(main) && isBlank(detail)) return { kind: "missing" };
  if (isBlank(detail)) return readPeriodCell(main, format, date1904, contextYear);
  if (typeof detail === "string" && isTotalLabel(detail)) return { kind: "total" };
  const year = isBlank(main) ? null : readPeriodCell(main, format, date1904, null);
  if (year !== null && year.kind !== "period") return year;
  const inYear = year === null ? contextYear : Math.floor(year.period.from / 12);
  if (
    typeof detail === "number" &&
    detailFormat !== "" &&
    detail >= 1 &&
    detail <= 12 &&
    Number.isInteger(detail) &&
    inYear !== null
  ) {
    return readPeriodText(`${inYear}-${String(detail).padStart(2, "0")}`, null);
  }
  if (typeof detail === "string" && /^\d{1,2}$/u.test(detail.trim()) && inYear !== null)
    return readPeriodText(`${inYear}-${detail.trim().padStart(2, "0")}`, null);
  return readPeriodCell(detail, detailFormat, date1904, inYear);
}
