// tests/intake/budget/recounted.test.ts: every long table is recounted from its cells, and agrees however the sheet is typed.
import fc from "fast-check";
import { recountChecks } from "../../../src/domain/deviation/recount";
import { tableSums } from "../../../src/domain/deviation/tableSums";
import type { CellValue } from "../../../src/intake/grid";
import { readWorkbook } from "../../../src/intake/readWorkbook";
import { gridOf, husamradet, type GridOptions, workbookOf } from "../gridOf";
import { asRead, readSheet } from "../shown";

const _ = null;

/** Per table and measure: the recount, the sum used, whether they agree, and rows seen, set aside and amounts typed as text. */
function recounts(rows: readonly (readonly CellValue[])[], options: GridOptions = {}): string[] {
  return readSheet(rows, options).tables.flatMap((table) =>
    recountChecks(table, tableSums(table)).map(
      ({ measure, expected, computed, agrees, recount: { seen, setAside, typed } }) =>
        `${measure} ${expected.toString()}/${computed.toString()} ${agrees ? "agrees" : "differs"} ${seen}-${setAside} typed ${typed[measure]}`,
    ),
  );
}

const head = ["Kostnadsslag", "År", "Utfall", "Budget"];

test.each<[string, readonly (readonly CellValue[])[], GridOptions, string[]]>([
  [
    "typed as people type it",
    [
      ["Tabell i tkr"],
      head,
      ["1. Personal", "2023", "1 234,50", 1000],
      ["Lokal", 2023.0, "-", _],
      ["Per\u00ADsonal\u00A0 ", " 2024 ", 10.001, "(5)"],
      [5010, 2024, 0.1 + 0.2, "2"],
    ],
    {},
    // Typed as text: 1 234,50 and the dash; (5) and 2.
    ["outcome 1244801/1244801 agrees 4-0 typed 2", "budget 997000/997000 agrees 4-0 typed 2"],
  ],
  [
    "with rows set aside",
    [
      head,
      ["Personal", 2023, 10, 20],
      ["Lokal", 2023, "se not", 5],
      ["Lokal", 20008, 1, 5],
      ["Resor", 2023, { error: "#N/A" }, 5],
      ["Resor", 2023, 7, 8],
      [_, 2023, 1, 1],
      ["Summa", 2023, 17, 28],
    ],
    {},
    ["outcome 17/17 agrees 7-5 typed 0", "budget 28/28 agrees 7-5 typed 0"],
  ],
  [
    "year and month in columns of their own",
    [
      ["Kostnadsslag", "År", "Månad", "Utfall", "Budget"],
      ["Personal", 2024, "jan", 10, 20],
      ["Personal", 2024, "feb", 11, 20],
      ["Personal", 2023, "feb", 12, 20],
    ],
    {},
    ["outcome 33/33 agrees 3-0 typed 0", "budget 60/60 agrees 3-0 typed 0"],
  ],
  [
    "dates as periods",
    [
      ["Konto", "Period", "Utfall", "Budget"],
      [5010, 45292, 10, 20],
      [5010, 45323, 11, 20],
    ],
    { formats: { B: "yyyy-mm" } },
    ["outcome 21/21 agrees 2-0 typed 0", "budget 40/40 agrees 2-0 typed 0"],
  ],
  [
    "a year beside its quarters",
    [
      ["Kostnadsslag", "Period", "Utfall", "Budget"],
      ["Hyra", "2024 kv 1", 1, 2],
      ["Hyra", "2024 kv 2", 1, 2],
      ["Hyra", "2024 kv 3", 1, 2],
      ["Hyra", "2024 kv 4", 1, 2],
      ["Hyra", "2024", 4, 8],
    ],
    {},
    ["outcome 4/4 agrees 5-1 typed 0", "budget 8/8 agrees 5-1 typed 0"],
  ],
  [
    "one table per initiative",
    [
      ["Insats", "Kostnadsslag", "År", "Utfall", "Budget"],
      ["Steget", "Hyra", 2024, 1, 2],
      ["Bron", "Hyra", 2024, 3, 4],
      ["Bron", true, 2024, 5, 6],
    ],
    {},
    [
      "outcome 1/1 agrees 1-0 typed 0",
      "budget 2/2 agrees 1-0 typed 0",
      "outcome 8/8 agrees 2-0 typed 0",
      "budget 10/10 agrees 2-0 typed 0",
    ],
  ],
])("a long table %s", (name, rows, options, expected) => {
  expect([name, recounts(rows, options)]).toEqual([name, expected]);
});

test("a wide table is not recounted: its totals are its control", () => {
  const [table] = readWorkbook(husamradet(), asRead).tables;
  expect(table?.recount).toBeUndefined();
});

test("an invisible break within a word is none, wherever the name is read", () => {
  const { tables } = readSheet([head, ["Personal\u200Bkostnader", 2023, 1, 2], ["\u00AD", 2023, 1, 2]]);
  expect(tables.map(({ lines }) => lines)).toEqual([["Personalkostnader"]]);
});

test("a line is called the same by the recount as by the reading, whatever spaces and breaks it has", () => {
  const piece = fc.constantFrom(
    "1.",
    "2.1 ",
    " ",
    "\u00A0",
    "\u2009",
    "\u00AD",
    "\uFEFF",
    "\u200B",
    "Hyra",
    "e\u0301",
    "5",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { minLength: 1 }), (pieces) => {
      const { tables } = readSheet([head, [pieces.join(""), 2023, 1, 2], ["Lokal", 2023, 1, 2]]);
      for (const table of tables)
        for (const check of recountChecks(table, tableSums(table))) expect(check).toMatchObject({ agrees: true });
    }),
    { numRuns: 500 },
  );
});

test("agrees whatever stands in the cells", () => {
  const line = fc.constantFrom<CellValue>(
    "Hyra",
    "1. Hyra",
    "Hyra\u00A0 ",
    "Lön",
    5010,
    "5010",
    true,
    _,
    "Summa",
    "varav el",
  );
  const period = fc.constantFrom<CellValue>(
    2023,
    "2023",
    "2024",
    "2024 jan–juni",
    "2024 kv 3",
    " 2022",
    _,
    "våren",
    20008,
  );
  const amount = fc.oneof(
    fc.constantFrom<CellValue>(_, "", "-", "1 234,50", "(7)", "1.234,5", "x", 0.1 + 0.2, 1 / 3, 1.005, -0, 1e15, {
      error: "#N/A",
    }),
    fc.integer({ min: -(10 ** 6), max: 10 ** 6 }).map((ore) => ore / 100),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(line, period, amount, amount), { minLength: 1, maxLength: 25 }), (rows) => {
      const grid = gridOf([["Kostnadsslag", "Period", "Utfall", "Budget", "Verifikation"], ...rows]);
      for (const table of readWorkbook(workbookOf(grid), { unit: "kr", sign: "positive" }).tables) {
        expect(table.recount).toBeDefined();
        for (const check of recountChecks(table, tableSums(table))) expect(check).toMatchObject({ agrees: true });
      }
    }),
    { numRuns: 500 },
  );
});
