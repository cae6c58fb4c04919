// tests/host/formula/dates.ts: dates as Excel counts them: days since 1899-12-30, right from March 1900 on.
import { type Matrix, broadcast, isError, numberIn } from "./values";

const serialOf1970 = 25_569;
const msPerDay = 86_400_000;

function dateOf(serial: number): Date {
  return new Date(Math.floor(serial - serialOf1970) * msPerDay);
}

function serialOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month, day) / msPerDay + serialOf1970;
}

/** The same day so many months later, or the month's last where there is no such day. */
function monthsLater(serial: number, months: number): number {
  const date = dateOf(serial);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return serialOf(year, month, Math.min(date.getUTCDate(), last));
}

function ofNumbers(compute: (...numbers: number[]) => number): (...args: Matrix[]) => Matrix {
  return (...args) =>
    broadcast(args, (values) => {
      const numbers = values.map(numberIn);
      return numbers.find((number) => isError(number)) ?? compute(...(numbers as number[]));
    });
}

export const dateFunctions: Readonly<Record<string, (...args: Matrix[]) => Matrix>> = {
  DATE: ofNumbers((year, month = 1, day = 1) => serialOf(year, month - 1, day)),
  DAY: ofNumbers((serial) => dateOf(serial).getUTCDate()),
  EDATE: ofNumbers((serial, months = 0) => monthsLater(serial, Math.trunc(months))),
  EOMONTH: ofNumbers((serial, months = 0) => {
    const date = dateOf(serial);
    return serialOf(date.getUTCFullYear(), date.getUTCMonth() + Math.trunc(months) + 1, 0);
  }),
  MONTH: ofNumbers((serial) => dateOf(serial).getUTCMonth() + 1),
  YEAR: ofNumbers((serial) => dateOf(serial).getUTCFullYear()),
};
