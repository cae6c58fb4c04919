// src/intake/statement/statement.ts: what the prover is given, and what it hands back: the rows of one table and what each of them is.
import type { LineKind, Orientation } from "../../domain/deviation/budget";

/** A column of figures. */
export interface StatementColumn {
  /** `other`: last year, a change, a forecast: evidence where it holds, never against. */
  readonly measure: "outcome" | "budget" | "deviation" | "other";
  /** The same for columns of one period. */
  readonly period: string;
  /** The column's outcome and budget are part of the table's total (not a sum of other columns). */
  readonly counted: boolean;
}

/** Rows of the table that a formula adds or subtracts, in the same column. */
export type FormulaParts = readonly { readonly row: number; readonly sign: 1 | -1 }[];

/** What the user says of a row. */
export type RowChoice = "line" | "total" | "memo" | LineKind;

/** One row under the header, in the order of the sheet. */
export interface StatementRow {
  readonly name: string | null;
  readonly account: string | null;
  readonly indent: number;
  readonly bold: boolean;
  /** A row without anything stands right above. */
  readonly blankAbove: boolean;
  /** Per column, whole numbers of the table's smallest step (`units` of 10^-decimals); null: the cell is empty. */
  readonly figures: readonly (number | null)[];
  /** What the row's formula sums; null: a typed figure, or a formula that is no sum of rows. */
  readonly formula: FormulaParts | null;
  readonly chosen: RowChoice | null;
  /** Hidden or filtered away: what a total of the visible rows leaves out. */
  readonly hidden: boolean;
  /** Some figure cannot be read, so that no sum over the row can be checked. */
  readonly unreadable: boolean;
}

export interface StatementTable {
  readonly rows: readonly StatementRow[];
  readonly columns: readonly StatementColumn[];
  /** Decimals that the figures are scaled by: 2 819 with 1 decimal is 281.9. */
  readonly decimals: number;
  /** Titles above the table and the sheet's name; the heading over the lines' names, empty where none. */
  readonly titles: readonly string[];
  readonly lineHeading: string;
  /** Headings of the columns that are used, for words such as Nettokostnad. */
  readonly headings: readonly string[];
  /** How the user or a title says that costs are written; null: nothing. */
  readonly stated: "negative" | "positive" | null;
}

/** What a row was found to be. `of`: the rows that it sums, down to the lines, in order; empty: it is compared with nothing. */
export type RowRole =
  | { readonly role: "line"; readonly kind: LineKind }
  | {
      readonly role: "sum" | "result";
      readonly of: readonly number[];
      /** How each of `of` enters what the row states. */
      readonly signs: readonly (1 | -1)[];
      readonly named: boolean;
    }
  | { readonly role: "equity"; readonly part: EquityPart }
  /** Counts, per cent, unit costs, `varav`: never added. `of`: the row that a `varav` is part of. */
  | {
      readonly role: "memo";
      readonly why: "volume" | "ratio" | "part-of" | "left" | "chosen";
      readonly of: number | null;
    }
  /** Stands after the result that closes the table. */
  | { readonly role: "after" }
  | { readonly role: "heading" };

export type EquityPart = "opening" | "change" | "closing" | "other";

/** A sum or result that the source states wrongly in one column: the figure stated, and the one that its lines give. */
export interface SourceError {
  readonly row: number;
  readonly column: number;
  readonly stated: number;
  readonly computed: number;
}

/** One way to read the table. Amounts in the table's smallest step; a deviation is positive when favourable. */
export interface Reading {
  /** The same in every run for the same content: what an answer names. */
  readonly value: string;
  readonly label: ReadingLabel;
  readonly rows: readonly RowRole[];
  readonly orientation: Orientation;
  /** How costs are written; with `all-positive` an income's deviation counts the other way round. */
  readonly sign: "negative" | "positive";
  readonly deviation: number;
  readonly explained: Explained;
  readonly errors: readonly SourceError[];
}

/** Words for a reading are chosen by its key; `rows` are names as the source has them. */
export interface ReadingLabel {
  readonly key:
    | "as-read"
    | "row-as-sum"
    | "row-as-line"
    | "row-not-counted"
    | "all-costs"
    | "all-income"
    | "by-kind"
    | "costs-negative"
    | "costs-positive";
  readonly rows: readonly string[];
}

/** How many sums, results and deviations the source states, and how many of them the reading explains. */
export interface Explained {
  readonly stated: number;
  readonly explained: number;
}

/** Why the table is not read without an answer. */
export interface Doubt {
  readonly key: "sum-or-line" | "total-unexplained" | "row-left-out" | "orientation" | "after-result";
  readonly row: number | null;
}

/** One reading, or the readings to choose from, the best first. */
export type Proof =
  | { readonly kind: "read"; readonly reading: Reading; readonly plainDifference: boolean }
  | { readonly kind: "question"; readonly doubt: Doubt; readonly readings: readonly Reading[] };
