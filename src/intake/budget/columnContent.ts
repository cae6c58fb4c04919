// src/intake/budget/columnContent.ts: what stands below a heading: names, amounts or periods, by which a heading of two meanings is told.
import type { CellValue, Grid } from "../grid";
import { isBlank, isCellError } from "../grid";
import { isDateFormat, isPercentFormat } from "../numberFormat";
import { namesPeriod, readPeriodCell } from "../periodLabel";

/** Rows that are looked at, and filled cells that are enough. */
const ROWS = 60;
const ENOUGH = 12;

interface Below {
  readonly value: CellValue;
  readonly format: string;
}

function below(grid: Grid, row: number, column: number): readonly Below[] {
  const found: Below[] = [];
  for (let at = row + 1; at <= row + ROWS && at < grid.values.length && found.length < ENOUGH; at++) {
    const value = grid.values[at]?.[column] ?? null;
    if (!isBlank(value)) found.push({ value, format: typeof value === "number" ? grid.format(at, column) : "General" });
  }
  return found;
}

/** Digits with what people write around them, and no letters but a unit's. */
const AMOUNT_TEXT = /^[-+\u2212\u2013(]?[\d\s\u00A0\u202F.,']*\d[\d\s\u00A0\u202F.,']*[)-]?(?:\s*[tm]?kr)?$/iu;

function isAmount({ value, format }: Below): boolean {
  if (typeof value === "number") return !isDateFormat(format);
  if (isCellError(value)) return true;
  return typeof value === "string" && AMOUNT_TEXT.test(value.trim());
}

/** Most of what stands below is amounts. */
export function holdsAmounts(grid: Grid, row: number, column: number): boolean {
  const cells = below(grid, row, column);
  return cells.length > 0 && cells.filter(isAmount).length >= cells.length * 0.6;
}

/** Some number below is too large to count persons or things of one activity. */
export function holdsThousands(grid: Grid, row: number, column: number): boolean {
  return below(grid, row, column).some(({ value }) =>
    typeof value === "number"
      ? Math.abs(value) >= 1000
      : typeof value === "string" && /\d[ \u00A0.]?\d{3}/u.test(value),
  );
}

/** Most of what stands below is words. */
export function holdsNames(grid: Grid, row: number, column: number): boolean {
  const cells = below(grid, row, column);
  const words = cells.filter((cell) => typeof cell.value === "string" && !isAmount(cell) && /\p{L}/u.test(cell.value));
  return words.length > 0 && words.length >= cells.length * 0.6;
}

/** Everything below is periods, dates among them. */
export function holdsPeriods(grid: Grid, row: number, column: number): boolean {
  const cells = below(grid, row, column);
  return (
    cells.length > 0 &&
    cells.every(({ value, format }) =>
      typeof value === "number"
        ? readPeriodCell(value, format, false, 2000).kind === "period" ||
          (Number.isInteger(value) && value >= 1 && value <= 12)
        : typeof value === "string" &&
          (namesPeriod(value) || readPeriodCell(value, format, false, 2000).kind === "period"),
    )
  );
}

/** Every number below is shown as a percentage. */
export function holdsPercentages(grid: Grid, row: number, column: number): boolean {
  const numbers = below(grid, row, column).filter(({ value }) => typeof value === "number");
  return numbers.length > 0 && numbers.every(({ format }) => isPercentFormat(format));
}

/** Fewest rows on which a ratio is no chance. */
const FEWEST_RATIOS = 2;

/** Each number below is the quotient of two others of its row, as a fraction or in per cent: a degree of use, whatever it is called. */
export function isRatioOf(grid: Grid, row: number, column: number, over: number, under: number): boolean {
  let compared = 0;
  for (let at = row + 1; at <= row + ROWS && at < grid.values.length; at++) {
    const cells = grid.values[at] ?? [];
    const [ratio, part, whole] = [cells[column], cells[over], cells[under]];
    if (typeof ratio !== "number" || typeof part !== "number" || typeof whole !== "number" || whole === 0) continue;
    const exact = part / whole;
    const agrees = [1, 100].some((factor) => Math.abs(ratio - exact * factor) <= 0.0051 * factor);
    if (!agrees) return false;
    if (part !== 0) compared++;
  }
  return compared >= FEWEST_RATIOS;
}
