// src/domain/return/course/calendarDays.ts: days of the calendar beside months counted from a person's first avoided month.
// A place inside a month is the share of its days that have gone.
import { monthOfYear, yearOf, type MonthIndex } from "../../period";
import { type Months, floor, fraction, minus, plus, times } from "./months";

const MS_PER_DAY = 86_400_000;

/** Days from 1970-01-01 to the first day of a month. */
export function dayOfMonthStart(month: MonthIndex): number {
  return Date.UTC(yearOf(month), monthOfYear(month) - 1, 1) / MS_PER_DAY;
}

/** 28–31. */
export function daysInMonth(month: MonthIndex): number {
  return dayOfMonthStart(month + 1) - dayOfMonthStart(month);
}

/** Days from 1970-01-01 to a place counted in months from `first`; a fraction where it is inside a day. */
export function dayAt(first: MonthIndex, place: Months): Months {
  const whole = floor(place);
  return plus(dayOfMonthStart(first + whole), times(minus(place, whole), daysInMonth(first + whole)));
}

/** The place that is `days` days after another. */
export function afterDays(first: MonthIndex, place: Months, days: Months): Months {
  const day = plus(dayAt(first, place), days);
  const date = new Date(floor(day) * MS_PER_DAY);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  const gone = minus(day, dayOfMonthStart(month));
  return plus(month - first, times(gone, fraction(1n, BigInt(daysInMonth(month)))));
}

/** The place after a day `YYYY-MM-DD`, counted in months from `first`. */
export function afterDate(first: MonthIndex, date: string): Months {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  return plus(month - first, fraction(BigInt(Number(date.slice(8, 10))), BigInt(daysInMonth(month))));
}

function isoOfDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The first day of what begins at a place: a day that another support ends inside is the other's. */
export function firstDay(first: MonthIndex, place: Months): string {
  const day = dayAt(first, place);
  return isoOfDay(typeof day === "number" ? day : floor(day) + 1);
}

/** The last day of what ends at a place, the day that it ends inside included. */
export function lastDay(first: MonthIndex, place: Months): string {
  const day = dayAt(first, place);
  return isoOfDay(typeof day === "number" ? day - 1 : floor(day));
}
