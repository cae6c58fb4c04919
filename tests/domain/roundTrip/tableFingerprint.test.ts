// tests/domain/roundTrip/tableFingerprint.test.ts: the sums of a long table stand in texts that Excel keeps, and are read back whole or not at all.
import { readFingerprint } from "../../../src/domain/roundTrip/rowFingerprint";
import {
  readTableFingerprint,
  tableFingerprintTexts,
  tableRowSum,
} from "../../../src/domain/roundTrip/tableFingerprint";

const columns = [0, 3, 12];
const sums = (count: number): string[] => Array.from({ length: count }, (_, at) => tableRowSum([at, "Hyra"])!);

test.each([
  [0, 1],
  [1, 1],
  [5_000, 1],
  [5_001, 2],
  [12_345, 3],
])("%i rows in %i texts", (count, texts) => {
  const fingerprint = { columns, sums: sums(count) };
  const written = tableFingerprintTexts(fingerprint);
  expect(written).toHaveLength(texts);
  // Excel keeps 32 767 characters in a cell.
  expect(Math.max(...written.map(({ length }) => length))).toBeLessThan(32_767);
  expect(readTableFingerprint(["Underlag", null, ...[...written].reverse(), 17])).toEqual(fingerprint);
  expect(written.map(readFingerprint)).toEqual(written.map(() => null));
});

test("with a text missing nothing is known", () => {
  const written = tableFingerprintTexts({ columns, sums: sums(12_345) });
  for (let at = 0; at < written.length; at++) expect(readTableFingerprint(written.toSpliced(at, 1))).toBeNull();
  expect(readTableFingerprint(["samkalkyl|rader|x"])).toBeNull();
});

test("a row is known by what stands in which cell, not by spaces at its ends or by digits that no workbook holds", () => {
  const sum = tableRowSum(["Hyra", null, -100.1]);
  expect(tableRowSum([" Hyra ", null, -100.1 + 1e-14])).toBe(sum);
  for (const other of [
    ["Hyra", -100.1, null],
    ["Hyra", null, "-100.1"],
    ["Hyra", null, -100],
    ["Hyr", "a", -100.1],
  ])
    expect(tableRowSum(other)).not.toBe(sum);
  expect(tableRowSum([null, null])).toBeNull();
});
