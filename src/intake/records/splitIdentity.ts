// src/intake/records/splitIdentity.ts: personal identity numbers split over two columns: a birth date in one, the last four digits in another.
import { isoDateOfSerial } from "../../domain/period";
import { problem, type Problem } from "../../domain/problem";
import { folded } from "../../domain/lookupKey";
import { rangeName } from "../../domain/a1";
import { isDateFormat } from "../numberFormat";
import { identityNumbersIn } from "../personalIdentity";
import type { RowTable } from "./rowTable";

/** Headings that say what the column holds. */
const SAYS_SO =
  /fyra sista|sista fyra|4 sista|sista 4|personn|\bpnr\b|\bpers\.? ?nr|kontrollsiffr|\blast four\b|identity n/u;
/** So many rows with a right check digit, and none without, are no chance: one serial number in ten has one. */
const NO_CHANCE = 3;

/**
 * A problem for each column whose four digits, after the row's birth date, make personal identity numbers: in every row of at least three, or in any row
 * when the heading says so.
 */
export function splitIdentityColumns<Role extends string>(
  table: RowTable<Role>,
  birth: number | null,
  id: number | null,
): readonly Problem[] {
  if (birth === null) return [];
  return [...new Set([...table.otherColumns, ...(id === null ? [] : [id])])].flatMap((column) => {
    const saysSo = SAYS_SO.test(folded(table.headingAt(column)));
    let found = 0;
    let others = 0;
    for (const row of table.rows) {
      const four = fourDigits(table.grid.values[row]?.[column]);
      const date = four === null ? null : sixDigits(table, row, birth);
      if (four === null || date === null) others += four === null && !isEmpty(table.grid.values[row]?.[column]) ? 1 : 0;
      else if (identityNumbersIn(date + four) > 0) found++;
      else others++;
      if (others > 0 && !saysSo) return [];
    }
    if (found === 0 || (!saysSo && found < NO_CHANCE)) return [];
    const cell = rangeName(table.rows[0] ?? 0, column, table.rows.at(-1) ?? 0, column);
    return [problem("personal-identity-number", { sheet: table.grid.sheet, cell }, { count: found })];
  });
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

/** A number may have lost its leading zeros. */
function fourDigits(value: unknown): string | null {
  if (typeof value === "number")
    return Number.isInteger(value) && value >= 0 && value <= 9999 ? String(value).padStart(4, "0") : null;
  if (typeof value !== "string") return null;
  return /^\s*[-+]?\s*(\d{4})\s*$/u.exec(value)?.[1] ?? null;
}

function sixDigits<Role extends string>(table: RowTable<Role>, row: number, column: number): string | null {
  const value = table.grid.values[row]?.[column];
  if (typeof value === "number") {
    const iso =
      isDateFormat(table.grid.format(row, column)) || value < 100_000 ? isoDateOfSerial(value, table.date1904) : null;
    return (iso ?? String(value)).replace(/\D/gu, "").slice(-6);
  }
  const digits = typeof value === "string" ? value.replace(/\D/gu, "") : "";
  return digits.length === 6 || digits.length === 8 ? digits.slice(-6) : null;
}
