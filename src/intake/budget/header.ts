// src/intake/budget/header.ts: what the header of a budget table is: its columns by period and by what they hold.
import type { Version } from "../../domain/deviation/budget";
import type { Period } from "../../domain/period";
import type { Unit } from "../../domain/money";
import type { Problem } from "../../domain/problem";
import type { AnswerLabel, QuestionCode, QuestionParams } from "../../domain/question";
import type { PeriodReading } from "../periodLabel";
import type { KeyRole } from "./heading";
import type { Measure, MeasureHeading } from "./measureHeading";

/** Columns of one period (or of all periods together); −1: no such column. */
export interface ColumnGroup {
  /**
   * `row`: each row says (long); `total`: a block of totals; `part`: inside the accumulated columns, so that it is not read; `unnamed`: no
   * label, told by its figures; a reading: a label that cannot be used.
   */
  readonly period: Period | "row" | "total" | "part" | "unnamed" | Exclude<PeriodReading, { kind: "period" }>;
  /** Where the label stands. */
  readonly cell: string;
  outcome: number;
  budget: number;
  deviation: number;
  /** Column per version of the table. */
  readonly versions: (number | undefined)[];
  /** Long tables: the part of the row's year that the heading names (`Utfall t.o.m. aug`), months 1–12. Absent: the row's own period. */
  readonly within?: YearPart;
  /** Columns with the income and the cost that `outcome` or `budget` is the net of; −1: no such column. Absent: the source has none. */
  gross?: Partial<Record<"outcome" | "budget", { income: number; cost: number }>>;
}

/** Months 1–12 of a year, both ends included; the label has no year. */
export interface YearPart {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** A label that was read, so that the columns have a period of their own. */
export function isPeriod(period: ColumnGroup["period"]): period is Period {
  return typeof period === "object" && !("kind" in period);
}

export interface BudgetHeader {
  readonly kind: "budget";
  readonly layout: "long" | "wide";
  /** The row of the measures, by whose headings a table is known again. */
  readonly row: number;
  /** Header rows and the columns of the table, zero-based, both ends included. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly keys: Readonly<Record<KeyRole, number>>;
  readonly groups: readonly ColumnGroup[];
  readonly versions: readonly Version[];
  /** Versions that belong to no period of their own (`Helårsprognos`), by index into `versions`, with their column. */
  readonly wholeVersions: readonly { readonly version: number; readonly column: number }[];
  /** Heading texts as the source has them, in column order. */
  readonly headings: ReadonlyMap<number, string>;
  /** The year that labels without one belong to. */
  readonly contextYear: number | null;
  /** Why the table cannot be used; null when it can. */
  readonly block: Problem | null;
  /** The units of single columns, where they are not the table's. */
  readonly columnUnits?: ReadonlyMap<number, Unit>;
  /** A line that states a unit in its name (`Personal (kr)`) is in that one. Absent: all are in the table's. */
  readonly unitsInNames?: boolean;
  /** Income and cost stand in columns of their own, without a net: the header of each part. Absent: they do not. */
  readonly parts?: Readonly<Record<"income" | "cost", BudgetHeader>>;
  /** What must be answered before the columns can be used; made when asked for. Absent: nothing. */
  readonly question?: () => TableQuestion;
  /** What is to be said of columns that are not used. */
  readonly notes?: readonly Problem[];
}

/** What surrounds a header: the texts above it and the year they agree on. */
export interface HeaderContext {
  readonly date1904: boolean;
  readonly titles: readonly string[];
  readonly contextYear: number | null;
}

/** A column headed by a measure; `measure` is what it is used as. */
export interface MeasureColumn {
  readonly column: number;
  readonly heading: MeasureHeading;
  /** The heading as the source has it. */
  readonly text: string;
  measure: Measure;
}

/** A part of a row that is the header of one table: measures, keys, and the columns it may reach over. */
export interface Segment {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly measures: readonly MeasureColumn[];
  /** The last row of headings, where they stand on several. */
  readonly bottom?: number;
  readonly keys: Record<KeyRole, number>;
  readonly texts: Map<number, string>;
}

/** One way of reading a table. `as`: what it is then; null: it is not to be used. */
export interface TableReading {
  readonly value: string;
  readonly label: AnswerLabel;
  readonly as: { readonly header?: BudgetHeader; readonly unit?: Unit } | null;
}

/** What is to be asked of a table, with the ways to read it, the best first. */
export interface TableQuestion<Code extends QuestionCode = QuestionCode> {
  readonly code: Code;
  readonly params: QuestionParams[Code];
  /** A1; null: the headings. */
  readonly cell: string | null;
  /** What tells the question from others of its code. */
  readonly about: readonly string[];
  readonly readings: readonly TableReading[];
}

export const NO_KEYS: Readonly<Record<KeyRole, number>> = {
  line: -1,
  account: -1,
  period: -1,
  year: -1,
  "part-of-year": -1,
  initiative: -1,
  party: -1,
  remark: -1,
  "series-break": -1,
  voucher: -1,
};
