// src/intake/roundTrip/earlierRemarks.ts: what people wrote in an Avvikelse tab that a version before 2026-12 wrote, whose cells bear no keys: by the words of
// that time, which stand here whatever the tabs are called now.
import { standardLimits } from "../../domain/deviation/deviation";
import type { MaterialLimits } from "../../domain/deviation/deviation";
import { commentOf, isEmptyComment, type Remarks, type RemarkRow } from "../../domain/deviation/remarks";
import { Decimal, toKr } from "../../domain/money";
import { isoDateOfSerial } from "../../domain/period";
import { isBadAmount, readAmount, readAmountText } from "../amount";
import { lookupKey, plainSpaces } from "../../domain/lookupKey";
import { type CellValue, type Grid, isCellError } from "../grid";
import { isDateFormat } from "../numberFormat";

type Column = keyof RemarkRow;
type Columns = Readonly<Record<Column, number>>;

/** Headings of tabs.md and their English, folded. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  line: ["kostnadsslag", "costline"],
  cause: ["orsak", "cause"],
  action: ["atgard", "action"],
  responsible: ["ansvarig", "responsible"],
  done: ["klart", "done"],
};
const COLUMN_OF = new Map<string, Column>(
  (Object.keys(HEADINGS) as Column[]).flatMap((column) =>
    HEADINGS[column].map((heading) => [heading, column] as const),
  ),
);
const AMOUNT_LABELS: ReadonlySet<string> = new Set([
  "vasentligfranbeloppkr",
  "materialfromamountkr",
  "materialfromamountsek",
]);
const SHARE_LABELS: ReadonlySet<string> = new Set(["vasentligfranandel", "materialfromshare"]);
const INITIATIVE_LABELS: ReadonlySet<string> = new Set(["insats", "initiative"]);
/** What the head says of an initiative without a name. */
const UNNAMED: ReadonlySet<string> = new Set(["ejnamngiven", "unnamed"]);

/** Reads back an owned tab. Rows without a word of anybody's are left out; a row whose line is gone from the source is kept. */
export function readRemarks(grid: Grid): Remarks {
  const header = headerOf(grid);
  return {
    role: grid.role ?? "",
    initiative: initiativeOf(grid, header?.row ?? grid.values.length),
    rows: header === null ? [] : rowsUnder(grid, header.row, header.columns),
    limits: limitsOf(grid),
  };
}

/** The heading row of an Avvikelse tab and the columns that people write in under it; null: not found. */
export function commentColumns(grid: Grid): { readonly row: number; readonly columns: readonly number[] } | null {
  const header = headerOf(grid);
  if (header === null) return null;
  const { cause, action, responsible, done } = header.columns;
  return { row: header.row, columns: [cause, action, responsible, done] };
}

/** The first row that has all the headings that people write under. */
function headerOf(grid: Grid): { row: number; columns: Columns } | null {
  for (let row = 0; row < grid.values.length; row++) {
    const columns: Record<Column, number> = { line: -1, cause: -1, action: -1, responsible: -1, done: -1 };
    (grid.values[row] ?? []).forEach((cell, at) => {
      const column = typeof cell === "string" ? COLUMN_OF.get(lookupKey(cell)) : undefined;
      if (column !== undefined && columns[column] < 0) columns[column] = at;
    });
    if (Object.values(columns).every((at) => at >= 0)) return { row, columns };
  }
  return null;
}

/** To the end of the tab: comments whose line is gone stand last, under a header row of their own. */
function rowsUnder(grid: Grid, header: number, columns: Columns): readonly RemarkRow[] {
  const rows: RemarkRow[] = [];
  for (let row = header + 1; row < grid.values.length; row++) {
    if (COLUMN_OF.has(lookupKey(textIn(grid, row, columns.cause)))) continue;
    const text = (column: Column): string => textIn(grid, row, columns[column]);
    const comment = commentOf(text);
    if (!isEmptyComment(comment)) rows.push({ line: text("line"), ...comment });
  }
  return rows;
}

/** What the cell shows: a date as yyyy-mm-dd; text as written, line breaks kept. */
export function textIn(grid: Grid, row: number, column: number): string {
  const value: CellValue = grid.values[row]?.[column] ?? null;
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "number")
    return (
      (isDateFormat(grid.format(row, column)) ? isoDateOfSerial(value, false) : null) ?? new Decimal(value).toString()
    );
  return typeof value === "boolean" ? (value ? "SANT" : "FALSKT") : value.trim();
}

/** The first filled cell right of the first cell whose text is one of these labels, above `end`. */
function rightOf(
  grid: Grid,
  labels: ReadonlySet<string>,
  end: number,
): { row: number; column: number; value: CellValue } | null {
  for (let row = 0; row < Math.min(end, grid.values.length); row++) {
    const cells = grid.values[row] ?? [];
    const at = cells.findIndex((cell) => typeof cell === "string" && cell.length < 80 && labels.has(lookupKey(cell)));
    if (at < 0) continue;
    for (let column = at + 1; column < cells.length; column++) {
      const value = cells[column] ?? null;
      if (value !== null && value !== "") return { row, column, value };
    }
  }
  return null;
}

function initiativeOf(grid: Grid, end: number): string | null {
  const value = rightOf(grid, INITIATIVE_LABELS, end)?.value;
  if (typeof value === "number") return String(value);
  if (typeof value !== "string" || UNNAMED.has(lookupKey(value))) return null;
  return plainSpaces(value) === "" ? null : plainSpaces(value);
}

/** Null when neither limit can be read; a limit that alone cannot be read is the standard one. Never negative. */
function limitsOf(grid: Grid): MaterialLimits | null {
  const amount = limit(grid, AMOUNT_LABELS, false);
  const share = limit(grid, SHARE_LABELS, true);
  if (amount === null && share === null) return null;
  return { amount: amount ?? standardLimits.amount, share: share ?? standardLimits.share };
}

function limit(grid: Grid, labels: ReadonlySet<string>, isShare: boolean): Decimal | null {
  const found = rightOf(grid, labels, grid.values.length);
  return found === null ? null : limitIn(found.value, isShare);
}

/** What a person may have typed as a limit: a number, or a text with its unit. Null: no limit, or a negative one. */
export function limitIn(value: CellValue, isShare: boolean): Decimal | null {
  const percent = typeof value === "string" && value.includes("%");
  const reading =
    typeof value === "string" ? readAmountText(value.replace("%", ""), "kr") : readAmount(value, () => "General", "kr");
  if (reading === null || isBadAmount(reading)) return null;
  const number = toKr(reading);
  const settled = isShare && percent ? number.div(100) : number;
  return settled.isNegative() ? null : settled;
}
