// tests/host/formula/values.ts: what formulas reckon with: single values, errors and tables of values, and Excel's rules for turning one
// into another. Amounts are floating point here, as they are in Excel; nothing of this leaves the simulation.

/** `#N/A`, `#DIV/0!` and so on, passed on by everything that meets it. */
export interface CellError {
  readonly error: string;
}

/** Null: an empty cell. */
export type Single = number | string | boolean | null | CellError;

/** Rows of values, all of one length. A single value is a table of one. */
export type Matrix = readonly (readonly Single[])[];

export const valueError: CellError = { error: "#VALUE!" };
export const divisionError: CellError = { error: "#DIV/0!" };
export const notFound: CellError = { error: "#N/A" };
export const referenceError: CellError = { error: "#REF!" };

export function isError(value: Single | undefined): value is CellError {
  return typeof value === "object" && value !== null;
}

export function single(value: Single): Matrix {
  return [[value]];
}

export function firstOf(matrix: Matrix): Single {
  return matrix[0]?.[0] ?? null;
}

export function widthOf(matrix: Matrix): number {
  return matrix[0]?.length ?? 0;
}

/** A number, or why there is none: text that is no number gives `#VALUE!`. */
export function numberIn(value: Single): number | CellError {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (isError(value)) return value;
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(value) ? Number(value) : valueError;
}

/** As `&` and the text functions take it. */
export function textIn(value: Single): string | CellError {
  if (isError(value)) return value;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(Number(value.toPrecision(15))) : value;
}

export function truthOf(value: Single): boolean | CellError {
  if (isError(value)) return value;
  if (typeof value === "string") return /^(true|false)$/i.test(value) ? value.toLowerCase() === "true" : valueError;
  return value !== null && value !== false && value !== 0;
}

/** Less than 0, 0 or more than 0. Numbers come before text and text before logical values; case does not count. */
export function compared(left: Single, right: Single): number | CellError {
  if (isError(left)) return left;
  if (isError(right)) return right;
  const [a, b] = [beside(left, right), beside(right, left)];
  const order = rank(a) - rank(b);
  if (order !== 0) return order;
  if (typeof a === "string" && typeof b === "string") {
    const [lower, other] = [a.toLowerCase(), b.toLowerCase()];
    return lower === other ? 0 : lower < other ? -1 : 1;
  }
  return Number(a) - Number(b);
}

/** An empty cell is "" beside text, FALSE beside a logical value and else 0. */
function beside(value: Exclude<Single, CellError>, other: Single): number | string | boolean {
  if (value !== null) return value;
  if (typeof other === "string") return "";
  return typeof other === "boolean" ? false : 0;
}

function rank(value: number | string | boolean): number {
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
}

/** The same for every pair of places; a single row, column or value is repeated to fit. */
export function paired(left: Matrix, right: Matrix, combine: (a: Single, b: Single) => Single): Matrix {
  const rows = Math.max(left.length, right.length);
  const columns = Math.max(widthOf(left), widthOf(right));
  const result: Single[][] = [];
  for (let row = 0; row < rows; row++) {
    const values: Single[] = [];
    for (let column = 0; column < columns; column++)
      values.push(combine(place(left, row, column), place(right, row, column)));
    result.push(values);
  }
  return result;
}

export function broadcast(matrices: readonly Matrix[], combine: (values: readonly Single[]) => Single): Matrix {
  const rows = Math.max(...matrices.map((matrix) => matrix.length));
  const columns = Math.max(...matrices.map(widthOf));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => combine(matrices.map((matrix) => place(matrix, row, column)))),
  );
}

function place(matrix: Matrix, row: number, column: number): Single {
  const values = matrix.length === 1 ? matrix[0] : matrix[row];
  const value = values?.length === 1 ? values[0] : values?.[column];
  return value === undefined ? notFound : value;
}

/** Half away from zero at so many decimals, reckoned on the decimal digits as they are written. */
export function rounded(value: number, decimals: number, way: "half" | "up" | "down" = "half"): number {
  const size = Number(Math.abs(value).toPrecision(15));
  const shifted = shift(size, decimals);
  const whole = way === "half" ? Math.round(shifted) : way === "up" ? Math.ceil(shifted) : Math.floor(shifted);
  const result = Math.sign(value) * shift(whole, -decimals);
  return result === 0 ? 0 : result;
}

function shift(value: number, decimals: number): number {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + decimals}`);
}
