// src/domain/return/pensionAge.ts: from which month somebody has old-age pension instead of support, and when activity compensation ends.
// The ages themselves are dated reference data, handed in.
import type { Certainty } from "./assumptions";
import type { MonthIndex } from "../period";

/** The age that replaces support for one birth year. Historic: past; decided: in a regulation; forecast: not yet decided. */
export interface PensionAge {
  readonly birthYear: number;
  /** Whole years. */
  readonly age: number;
  readonly status: "historic" | "decided" | "forecast";
  readonly certainty: Certainty;
  readonly source: string;
}

/** Year of birth, and month 1–12 where it is known. */
export interface Birth {
  readonly year: number;
  readonly month: number | null;
}

export interface PensionMonth {
  /** The first month with pension: the month in which the age is reached. */
  readonly month: MonthIndex;
  /** Years; a person's own age may be a fraction, counted in whole months. */
  readonly age: number;
  /** `own`: given for the person instead of by the table. */
  readonly status: PensionAge["status"] | "own";
  /** Where the age was read; null when it is the person's own. */
  readonly source: string | null;
}

/** Activity compensation is paid up to the month before the one in which the person turns 30 (SFB 33:18). */
export const ACTIVITY_COMPENSATION_END_AGE = 30;

/** With only a birth year the birthday is 1 July (method.md §0); the result says so. */
const ASSUMED_BIRTH_MONTH = 7;

/** The month of birth; July where only the year is known. */
export function birthMonth({ year, month }: Birth): MonthIndex {
  return year * 12 + (month ?? ASSUMED_BIRTH_MONTH) - 1;
}

/** The month in which somebody reaches an age in years; fractions are taken to the nearest whole month. */
export function monthOfAge(birth: Birth, age: number): MonthIndex {
  return birthMonth(birth) + Math.round(age * 12);
}

const known = new WeakMap<readonly PensionAge[], ReadonlyMap<number, readonly PensionMonth[]>>();

/** By birth year and month of birth (0–11), worked out once per table: every participant asks. The first row of a birth year counts. */
function pensionMonthsOf(table: readonly PensionAge[]): ReadonlyMap<number, readonly PensionMonth[]> {
  let months = known.get(table);
  if (months === undefined) known.set(table, (months = new Map([...table].reverse().map(monthsOfCohort))));
  return months;
}

function monthsOfCohort({
  birthYear: year,
  age,
  status,
  source,
}: PensionAge): readonly [number, readonly PensionMonth[]] {
  const months = Array.from({ length: 12 }, (_, at) => monthOfAge({ year, month: at + 1 }, age));
  return [year, months.map((month) => ({ month, age, status, source }))];
}

/**
 * The month of pension, by the person's own age where it is given, else by birth year.
 * Null when the table does not hold the birth year: then the age must be asked for, never guessed.
 */
export function pensionMonthOf(birth: Birth, ownAge: number | null, table: readonly PensionAge[]): PensionMonth | null {
  if (ownAge !== null) return { month: monthOfAge(birth, ownAge), age: ownAge, status: "own", source: null };
  return pensionMonthsOf(table).get(birth.year)?.[(birth.month ?? ASSUMED_BIRTH_MONTH) - 1] ?? null;
}
