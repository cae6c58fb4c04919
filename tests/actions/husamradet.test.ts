// tests/actions/husamradet.test.ts: the published case from the workbook as laid out by people to every published figure.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../src/actions/analyse";
import { jsonOf } from "../../src/cli/json";
import { textsOf } from "../../src/text/languages";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";

const cases = join(__dirname, "..", "cases");

interface Published {
  readonly outcome: number;
  readonly budget: number;
  readonly deviation: number;
  readonly byYear: Readonly<
    Record<string, { readonly outcome: number; readonly budget: number; readonly deviation: number }>
  >;
}

const expected = JSON.parse(readFileSync(join(cases, "husamradet-expected.json"), "utf8")) as {
  readonly lines: Readonly<Record<string, Published>>;
  readonly total: Published;
  readonly rows: { readonly used: number; readonly setAside: number };
};

/** The published figures are in tkr; the contract is in kronor. */
function inKr({ outcome, budget, deviation }: { outcome: number; budget: number; deviation: number }) {
  return { outcome: `${outcome * 1000}`, budget: `${budget * 1000}`, deviation: `${deviation * 1000}` };
}

async function husamradet() {
  const source = await openXlsx(new Uint8Array(readFileSync(join(cases, "husamradet.xlsx"))), "husamradet.xlsx").read();
  const analysis = analyse([source], { unit: null, sign: null });

  return { analysis, json: JSON.parse(JSON.stringify(jsonOf(analysis, textsOf("sv")))) };
}

test("unit, sign and periods are read from the sheet", async () => {
  const { json } = await husamradet();
  expect(json.budget).toMatchObject({ unit: "tkr", unitReading: "stated", sign: "negative", sheet: "Ekonomi" });
  expect(json.budget.periods).toEqual([
    { label: "2008", from: "2008-01", to: "2008-12" },
    { label: "2009", from: "2009-01", to: "2009-12" },
    { label: "2010", from: "2010-01", to: "2010-12" },
    { label: "2011", from: "2011-01", to: "2011-12" },
    { label: "2012 jan–juni", from: "2012-01", to: "2012-06" },
  ]);
});

test("every published line, year and total comes out", async () => {
  const { json } = await husamradet();
  expect(json.budget.lines.map((line: { costLine: string }) => line.costLine)).toEqual(Object.keys(expected.lines));
  for (const line of json.budget.lines) {
    const published = expected.lines[line.costLine]!;
    expect(line.total).toMatchObject(inKr(published));
    for (const [year, figures] of Object.entries(published.byYear))
      expect(line.byPeriod[year]).toMatchObject(inKr(figures));
  }
  expect(json.budget.total).toMatchObject(inKr(expected.total));
  for (const [year, figures] of Object.entries(expected.total.byYear))
    expect(json.budget.byPeriod[year]).toMatchObject(inKr(figures));
});

test("the contract's own example figures come out", async () => {
  const { json } = await husamradet();
  expect(json.budget.lines[0].total.share).toBe("0.430274");
  expect(json.budget.lines[0].byPeriod["2008"].share).toBe("0.504110");
  expect(json.budget.lines[3].total.share).toBeNull();
  expect(json.budget.total.share).toBe("0.157835");
  expect(json.budget.averagePerHalfYear).toBe("139666.67");
  expect(json.budget.offsetting).toEqual([
    { favourable: "Personalkostnader", unfavourable: "Köp av verksamhet / Konsulter" },
  ]);
});

test("the source's own totals are control totals and all agree; the total row is set aside with its place", async () => {
  const { json } = await husamradet();
  expect(json.rows).toEqual({ seen: 21, used: 20, setAside: 1 });
  expect(json.setAside).toEqual([
    { sheet: "Ekonomi", cell: expect.stringContaining("A10") as string, reason: "total-row" },
  ]);
  expect(json.budget.controls.length).toBeGreaterThan(20);
  expect(json.budget.controls.filter((control: { agrees: boolean }) => !control.agrees)).toEqual([]);
});

test("what the surplus hides: 20.0 tkr budgeted per closed participant, 29.9 in outcome", async () => {
  const { json } = await husamradet();
  expect(json.unitCosts.months).toBe(53);
  expect(json.unitCosts.closed).toMatchObject({ plannedVolume: "397.5", actualVolume: "224" });
  // 7 964 000 / 397.5 and 6 707 000 / 224, by hand
  expect(json.unitCosts.closed.budget).toBe("20035.22");
  expect(json.unitCosts.closed.outcome).toBe("29941.96");
  expect(json.unitCosts.closed.change).toMatch(/^0\.494/);
});

test("what this slice does not compute is null, and nothing is refused", async () => {
  const { json, analysis } = await husamradet();
  expect(analysis.refused).toBe(false);
  expect(json).toMatchObject({
    version: 1,
    contributions: null,
    avoided: null,
    return: null,
    uncertainty: null,
    forecast: null,
  });
  expect(json.initiatives).toEqual([]);
});
