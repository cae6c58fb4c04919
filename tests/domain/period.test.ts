// tests/domain/period.test.ts: months counted as integers, and Excel's dates.
import {
  calendarYear,
  comparePeriods,
  contains,
  halfYearsTouched,
  isoDateOfSerial,
  monthIndex,
  monthOfDateText,
  monthOfSerial,
  monthsIn,
  monthText,
  overlaps,
  unionMonths,
} from "../../src/domain/period";
import { period, year } from "./table";

test("months are integers; a difference of two is a count", () => {
  expect(monthIndex(2009, 1) - monthIndex(2008, 2)).toBe(11);
  expect([monthText(monthIndex(2008, 2)), monthText(monthIndex(2012, 12))]).toEqual(["2008-02", "2012-12"]);
  expect(monthsIn(period("", [2008, 2], [2012, 6]))).toBe(53);
  expect(monthsIn(period("", [2008, 2], [2008, 1]))).toBe(0);
  expect(calendarYear(2024)).toEqual(year(2024));
});

test.each([
  ["Husamrådet", [2008, 2009, 2010, 2011].map(year).concat(period("2012 jan–juni", [2012, 1], [2012, 6])), 9, 54],
  ["a month of each half", [period("", [2024, 6]), period("", [2024, 7])], 2, 2],
  ["the same half-year twice", [period("", [2024, 1]), period("", [2024, 3], [2024, 4])], 1, 3],
  ["overlapping periods", [year(2024), period("", [2024, 10], [2025, 2])], 3, 14],
  ["one inside another, out of order", [period("", [2024, 3]), year(2024)], 2, 12],
  ["none", [], 0, 0],
])("%s: half-years touched and months covered", (_, periods, halfYears, months) => {
  expect(halfYearsTouched(periods)).toBe(halfYears);
  expect(unionMonths(periods)).toBe(months);
});

test("order, overlap, containment", () => {
  const [first, whole, second] = [period("", [2024, 1], [2024, 6]), year(2024), period("", [2024, 7], [2024, 12])];
  expect([second, whole, first].sort(comparePeriods)).toEqual([first, whole, second]);
  expect([overlaps(first, second), overlaps(first, whole), overlaps(whole, second)]).toEqual([false, true, true]);
  expect([contains(whole, first), contains(first, whole), contains(whole, whole)]).toEqual([true, false, true]);
});

// Dates as Excel shows them.
test.each([
  [1, false, "1900-01-01"],
  [59, false, "1900-02-28"],
  [60, false, "1900-02-29"],
  [61, false, "1900-03-01"],
  [39479, false, "2008-02-01"],
  [41090.75, false, "2012-06-30"],
  [45351, false, "2024-02-29"],
  [2958465.5, false, "9999-12-31"],
  [0, true, "1904-01-01"],
  [38017, true, "2008-02-01"],
])("serial %d (1904: %s) is %s", (serial, date1904, iso) => {
  expect(isoDateOfSerial(serial, date1904)).toBe(iso);
  expect(monthText(monthOfSerial(serial, date1904)!)).toBe(iso.slice(0, 7));
});

test.each([
  [0.5, false],
  [-1, true],
  [2958466, false],
  [NaN, false],
  [Infinity, false],
])("serial %d is no date", (serial, date1904) => {
  expect(isoDateOfSerial(serial, date1904)).toBeNull();
  expect(monthOfSerial(serial, date1904)).toBeNull();
});

test.each([
  ["2024-03-15", "2024-03"],
  [" 2024/3/1 ", "2024-03"],
  ["15.3.2024", "2024-03"],
  ["15/3 2024", "2024-03"],
  ["2024-02-30", null],
  ["2024-13-01", null],
  ["2024-03", null],
  ["mars 2024", null],
])("the date %s is in %s", (text, month) => {
  const found = monthOfDateText(text);
  expect(found === null ? null : monthText(found)).toBe(month);
});
