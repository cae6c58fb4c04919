// tests/intake/properties.test.ts: what holds for every sheet, however messy.
import fc from "fast-check";
import { Decimal, toKr } from "../../src/domain/money";
import type { CellValue } from "../../src/intake/grid";
import { readSheet } from "./shown";

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -5000, max: 5000 }) },
  { weight: 2, arbitrary: fc.constant(null) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "1 234,50",
      "-",
      "−12",
      "(5)",
      "1.234",
      "?",
      "#SAKNAS!",
      "",
      "12 %",
      "Summa",
      "2024",
      "Kommentar",
    ),
  },
  fc.constantFrom<CellValue>({ error: "#REF!" }, true, 2023, 20008, 0.5),
  fc.string({ maxLength: 8 }),
);
const line = fc.constantFrom<CellValue>(
  "Personal",
  "Lokal",
  "Köp",
  "Övrigt",
  "Summa",
  "Delsumma",
  "1. Resor",
  "varav el",
  null,
  { error: "#N/A" },
  "=cmd|x",
);
const period = fc.constantFrom<CellValue>(2023, 2024, "2025", "2024 kv 1", "Totalt", null, "okänt", 20008);
const heading = fc.constantFrom<CellValue>(
  "Utfall",
  "Budget",
  "Avvikelse",
  "Prognos",
  "Kostnadsslag",
  "År",
  "Insats",
  null,
  2023,
  2024,
  "Totalt",
  "Utfall 2022",
  "tkr",
);

const longSheet = fc
  .array(fc.tuple(line, period, cell, cell), { maxLength: 15 })
  .map((rows): CellValue[][] => [["Kostnadsslag", "År", "Utfall", "Budget"], ...rows.map((row) => [...row])]);
const wideSheet = fc
  .array(fc.tuple(line, cell, cell, cell, cell, cell, cell), { maxLength: 12 })
  .map((rows): CellValue[][] => [
    ["Rubrik, tkr"],
    [null, 2023, null, 2024, null, "Totalt", null],
    [null, "Utfall", "Budget", "Utfall", "Budget", "Utfall", "Budget"],
    ...rows.map((row) => [...row]),
  ]);
const anySheet = fc.array(fc.array(fc.oneof(heading, line, period, cell), { maxLength: 8 }), { maxLength: 20 });

test("seen = used + set aside, every row that is set aside has a reason that is said, and every used one an amount", () => {
  fc.assert(
    fc.property(fc.oneof(longSheet, wideSheet, anySheet), (rows) => {
      const intake = readSheet(rows);
      const used = intake.tables.reduce((sum, { entries }) => sum + entries.length, 0);
      expect(intake.rows.used).toBe(used);
      expect(intake.rows.setAside).toBe(intake.setAside.length);
      expect(intake.rows.seen).toBe(used + intake.setAside.length);
      const codes = new Set(intake.problems.map(({ code }) => code));
      for (const { reason, cell: address } of intake.setAside) {
        expect(codes).toContain(reason);
        expect(address).toMatch(/^[A-Z]+\d+/u);
      }
      for (const { entries, lines, periods, versions } of intake.tables) {
        for (const entry of entries) {
          expect(
            entry.outcome !== null || entry.budget !== null || entry.versions.some((version) => version !== null),
          ).toBe(true);
          expect(lines[entry.line]).toBeDefined();
          expect(periods[entry.period]).toBeDefined();
          expect(entry.versions).toHaveLength(versions.length);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test("a long table: each body row is used or set aside", () => {
  fc.assert(
    fc.property(longSheet, (rows) => {
      const body = rows.slice(1);
      const holdsAmounts = (row: readonly CellValue[]): boolean =>
        row.slice(2).some((value) => value !== null && !(typeof value === "string" && value.trim() === ""));
      fc.pre(body.length > 0 && body.every(holdsAmounts) && body.every(([name]) => name !== null));
      fc.pre(!body.some((row) => row.includes("Kommentar")));
      expect(readSheet(rows).rows.seen).toBe(body.length);
    }),
  );
});

/** Sums per line and period, in kr, to compare tables whatever the order. Null: rows that happen to add up are asked about. */
function sumsOf(rows: readonly (readonly CellValue[])[]): ReadonlyMap<string, string> | null {
  const sums = new Map<string, Decimal>();
  const { tables, questions } = readSheet(rows);
  if (questions.length > 0) return null;
  for (const { entries, lines, periods } of tables) {
    for (const { line: at, period: when, outcome, budget } of entries) {
      for (const [measure, amount] of [
        ["outcome", outcome],
        ["budget", budget],
      ] as const) {
        const key = `${lines[at]}|${periods[when]?.label}|${measure}`;
        if (amount !== null) sums.set(key, (sums.get(key) ?? new Decimal(0)).plus(toKr(amount)));
      }
    }
  }
  return new Map([...sums].map(([key, value]): [string, string] => [key, value.toString()]).sort());
}

const keys = ["A", "B", "C", "D", "E"].flatMap((name) => [2022, 2023, 2024].map((year) => [name, year] as const));
const amount = fc.integer({ min: 1, max: 1e9 }).map((ore) => ore / 100);
const table = fc
  .tuple(
    fc.shuffledSubarray(keys, { minLength: 1 }),
    fc.array(fc.tuple(amount, amount), { minLength: 15, maxLength: 15 }),
  )
  .map(([chosen, amounts]) => chosen.map(([name, year], index): CellValue[] => [name, year, ...amounts[index]!]));

test("the order of the rows never changes a sum", () => {
  const header: CellValue[] = ["Kostnadsslag", "År", "Utfall", "Budget"];
  fc.assert(
    fc.property(
      table.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      ([rows, shuffled]) => {
        // Which rows stand over which decides what may sum what, so that one order may be asked about and the other not.
        const [one, other] = [sumsOf([header, ...shuffled]), sumsOf([header, ...rows])];
        fc.pre(one !== null && other !== null);
        expect(one).toEqual(other);
      },
    ),
    { seed: 20261201 },
  );
});

test("the order of the columns never changes a sum", () => {
  const header: CellValue[] = ["Kostnadsslag", "År", "Utfall", "Budget"];
  fc.assert(
    fc.property(table, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (rows, order) => {
      const all = [header, ...rows];
      expect(sumsOf(all.map((row) => order.map((column) => row[column]!)))).toEqual(sumsOf(all));
    }),
    { seed: 20261201 },
  );
});
