// tests/actions/analyseInSteps.test.ts: the analysis in slices is the analysis; and it says what it rests on.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse, analyseInSteps } from "../../src/actions/analyse";
import { inSlices } from "../../src/domain/steps";
import type { SourceWorkbook } from "../../src/intake/grid";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { gridOf } from "../intake/gridOf";

const asRead = { unit: null, sign: null };

async function workbook(name: string): Promise<SourceWorkbook> {
  return openXlsx(new Uint8Array(readFileSync(join(__dirname, "..", "cases", name))), name).read();
}

/** A long table: rows enough for many stops within it. */
function ledger(rows: number): SourceWorkbook {
  const body = Array.from({ length: rows }, (_, row) => [`Konto ${row % 7}`, 2020 + (row % 3), -1.25, -2, `v${row}`]);
  return {
    name: "huvudbok.xlsx",
    date1904: false,
    grids: [gridOf([["Kostnadsslag", "År", "Utfall", "Budget", "Verifikat"], ...body], { sheet: "Huvudbok" })],
  };
}

test.each(["husamradet.xlsx", "resan.xlsx"])("%s in slices is what it is at once", async (name) => {
  const source = await workbook(name);
  expect(JSON.stringify(await inSlices(analyseInSteps([source], asRead)))).toBe(
    JSON.stringify(analyse([source], asRead)),
  );
});

test("a long table has stops within it, and none of its rows is lost by them", () => {
  const steps = analyseInSteps([ledger(9_001)], asRead);
  let stops = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) stops++;
  expect(stops).toBeGreaterThan(4);
  expect(step.value.rows).toEqual({ seen: 9_001, used: 9_001, setAside: 0 });
  // 9 001 · −1,25 kr.
  expect(step.value.results[0]?.followUp.total.outcome.toString()).toBe("-11251.25");
});

test("given up in the middle, nothing comes of it", async () => {
  const control = new AbortController();
  const running = inSlices(analyseInSteps([ledger(60_000)], asRead), { signal: control.signal });
  setTimeout(() => {
    control.abort();
  }, 20);
  await expect(running).rejects.toMatchObject({ name: "AbortError" });
});

test("it rests on where the tables stand, and on whole sheets where facts or persons stand", async () => {
  const husamradet = analyse([await workbook("husamradet.xlsx")], asRead);
  expect(husamradet.used).toEqual([
    { sheet: "Insats", range: null },
    { sheet: "Ekonomi", range: "A4:N10" },
  ]);
  const resan = analyse([await workbook("resan.xlsx")], asRead);
  expect(resan.used.length).toBeGreaterThan(1);
  expect(resan.used.every(({ range }) => range === null)).toBe(true);
});

test("without any workbook nothing is said of its tables: why it could not be opened is all there is to say", () => {
  expect(analyse([], asRead)).toMatchObject({ refused: true, problems: [] });
});
