// src/domain/tableCorrection.ts: what the user says of how a table is to be read, over what was inferred. Data alone:
// labels of columns and rows, never what stands in the cells below them.
import { type CostSign, VERSION_KINDS } from "./deviation/budget";
import type { Unit } from "./money";

/** What a column of a budget table may be; the first names the row. The other kinds of tables are a registry of their own, in intake. */
export const BUDGET_ROLES = [
  "line",
  "account",
  "period",
  "year",
  "part-of-year",
  "outcome",
  "budget",
  "deviation",
  ...VERSION_KINDS,
  "initiative",
  "party",
  "remark",
  "series-break",
  "voucher",
] as const;
export type BudgetRole = (typeof BUDGET_ROLES)[number];

/** `budget`, or the name of another kind of table; also `initiative` for its facts, and `ignore` for what is not to be used, where that is said. */
export type TableKind = string;

/** Every column under this heading, or the one that is number `nth` (from 0) of those. `role` null: not used. */
export interface ColumnCorrection {
  readonly heading: string;
  readonly nth: number | null;
  readonly role: string | null;
}

/** Rows with this label (a cost line) are lines of their own, or totals of others. */
export interface RowCorrection {
  readonly label: string;
  readonly is: "line" | "total";
}

/**
 * How one table is to be read. It is found again by its sheet and its headings, so that rows and columns may be added and the table
 * be moved; `row` and `left` (from 0) only choose between several tables with the same headings.
 */
export interface TableCorrection {
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly row: number;
  readonly left: number;
  /** Headings of the row that was taken for the header before the user pointed out another; null: none was. */
  readonly replaces: readonly string[] | null;
  /** Null: as recognised. `ignore`: this is no table to be used. */
  readonly use: TableKind | null;
  readonly columns: readonly ColumnCorrection[];
  readonly rows: readonly RowCorrection[];
  readonly unit: Unit | null;
  readonly sign: CostSign | null;
  /** What a budget table covers (`2024 jan–juni`), where neither its rows nor its columns say it; null or left out: as its titles say. */
  readonly period?: string | null;
}

/** A column of a table as it is read. `role` null: not used. */
export interface FoundColumn {
  readonly column: number;
  readonly heading: string;
  readonly role: string | null;
}

/** A line of a table, or a total, as it is read. `cell` null: the line stands in several rows. */
export interface FoundRow {
  readonly label: string;
  readonly is: "line" | "total";
  readonly cell: string | null;
}

/** A table, or the fields of an initiative, where they stand. Rows and columns from 0, both ends included. */
export interface FoundPlace {
  readonly kind: TableKind;
  readonly sheet: string;
  /** A1: header and body. */
  readonly range: string;
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly columns: readonly FoundColumn[];
  readonly rows: readonly FoundRow[];
  /** Rows used and set aside, as they are counted. */
  readonly used: number;
  readonly setAside: number;
  readonly correction: TableCorrection | null;
}
