// tests/intake/resavedFigures.test.ts: a workbook whose numbers another program has saved with 15, 16 or 17 digits is not one that people wrote in.
import fc from "fast-check";
import { isFingerprinted, sumOf } from "../../src/domain/roundTrip/rowFingerprint";
import { tableRowSum, tableRowSums } from "../../src/domain/roundTrip/tableFingerprint";
import { userEditsOf } from "../../src/intake/roundTrip/userEdits";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { opened, typedInto } from "../actions/typing";
import { caseBytes, workbookOf, written } from "../actions/written";

/** What a program keeps that writes so many digits, cut or rounded. */
const savings: readonly ((value: number) => number)[] = [
  (value) => Number(value.toPrecision(15)),
  (value) => Number(value.toPrecision(16)),
  (value) => Number(Number(value.toPrecision(16)).toPrecision(15)),
  (value) => Number(value.toPrecision(17)),
];

test("a number is the one that was printed however many of its digits were saved; a change of a ten thousandth is not", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.nat(3), (value, how) => {
      expect(isFingerprinted(savings[how]!(value), sumOf(value))).toBe(true);
      if (Math.abs(value) > 1) expect(isFingerprinted(value + 0.0001, sumOf(value))).toBe(false);
    }),
    { seed: 20261201, numRuns: 2000 },
  );
});

test("a row of a table likewise, by its one sum", () => {
  const row = ["Personal", 27153.846153846152, -1 / 3, null, 12.5];
  for (const saved of savings) {
    const cells = row.map((cell) => (typeof cell === "number" ? saved(cell) : cell));
    expect(tableRowSums(cells)).toContain(tableRowSum(row));
  }
  expect(tableRowSums(["Personal", 27153.8462, -1 / 3, null, 12.5])).not.toContain(tableRowSum(row));
});

/** The workbook with every number in its sheets as such a program writes it. */
function rewritten(bytes: Uint8Array, saved: (value: number) => number): Uint8Array {
  const parts = unzipSync(bytes);
  for (const path of Object.keys(parts).filter((each) => each.startsWith("xl/worksheets/sheet")))
    parts[path] = strToU8(
      strFromU8(parts[path]!).replace(
        /<v>(-?\d+\.\d+)<\/v>/gu,
        (_, number: string) => `<v>${saved(Number(number))}</v>`,
      ),
    );
  return zipSync(parts);
}

/** Amounts with many digits on a sheet of the user's, so that Underlag and the totals have them too. */
async function manyDigits(): Promise<Uint8Array> {
  return workbookOf({
    Ekonomi: [
      ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"],
      ["Personal", 2025, 353000 / 13, 400000 / 7],
      ["Lokaler", 2025, 90000 / 11, 80000 / 17],
    ],
  });
}

test.each([
  ["amounts of many digits", manyDigits],
  ["Husamrådet", () => Promise.resolve(caseBytes("husamradet.xlsx"))],
  ["RESAN", () => Promise.resolve(caseBytes("resan.xlsx"))],
])("%s: nobody is said to have written anything, and what somebody did write still is", async (_, source) => {
  const { bytes } = await written(await source());
  const sheet = (await opened(bytes)).grids.find(({ role }) => role === "kontroller")!.sheet;
  for (const saved of savings) {
    const resaved = rewritten(bytes, saved);
    const { written: said, earlier } = userEditsOf((await opened(resaved)).grids);
    expect([said, earlier]).toEqual([[], []]);
    const typed = typedInto(resaved, [{ sheet, cell: "B200", value: 27153.8461 }]);
    expect(userEditsOf((await opened(typed)).grids).written).toHaveLength(1);
  }
});
