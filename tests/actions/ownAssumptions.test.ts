// tests/actions/ownAssumptions.test.ts: what people change on Antaganden holds at every later run, is said, and can be taken back.
import { analyse } from "../../src/actions/analyse";
import type { Analysis } from "../../src/actions/analysis";
import { type ReturnOptions, standardReturnOptions } from "../../src/domain/return/moneyBack";
import { writeTabs } from "../../src/actions/tabs";
import { jsonOf } from "../../src/cli/json";
import type { SheetModel } from "../../src/report/sheetModel";
import { textsOf } from "../../src/text/languages";
import { problemText } from "../../src/text/problems";
import type { Language } from "../../src/text/texts";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { agreementOf } from "../recalculate/agreement";
import { recalculate } from "../recalculate/libreOffice";
import { cellAt, gridOf, opened, type Typed, typedInto } from "./typing";
import { caseBytes, workbookOf } from "./written";

const sv = textsOf("sv");
const TARGET = sv.returnTabs.assumptions.target;
const kinds = sv.returnTabs.assumptions.kinds;

interface Ran {
  readonly analysis: Analysis;
  readonly sheets: readonly SheetModel[];
  readonly bytes: Uint8Array;
}

async function run(bytes: Uint8Array, returns: Partial<ReturnOptions> = {}, language: Language = "sv"): Promise<Ran> {
  const workbook = openXlsx(bytes, "underlag.xlsx");
  const options = { unit: null, sign: null, returns: { ...standardReturnOptions, draws: 200, ...returns } };
  const analysis = analyse([await workbook.read()], options);
  const texts = textsOf(language);
  const sheets = await writeTabs(analysis, workbook, { texts, today: "2026-11-22", drawnUpBy: null });
  return { analysis, sheets, bytes: workbook.bytes() };
}

let first: Ran;
beforeAll(async () => {
  first = await run(caseBytes("resan.xlsx"));
});

/** The workbook of the first run with values typed on Antaganden, by row and column. */
async function typed(
  values: readonly (readonly [label: string, heading: string, value: Typed["value"]])[],
  on = first.bytes,
) {
  const grid = gridOf(await opened(on), "antaganden");
  const cells = values.map(([label, heading, value]) => ({
    sheet: grid.sheet,
    cell: cellAt(grid, label, heading).name,
    value,
  }));
  return typedInto(on, cells);
}

async function shown({ bytes }: Ran, label: string, heading: string): Promise<unknown> {
  const grid = gridOf(await opened(bytes), "antaganden");
  const { row, column } = cellAt(grid, label, heading);
  return grid.values[row]?.[column];
}

/** What the municipality gets back within five years, in kr, by the contract of the command line. */
function municipality({ analysis }: Ran): string {
  const { return: result } = JSON.parse(JSON.stringify(jsonOf(analysis, sv))) as {
    readonly return: {
      readonly horizons: Record<"5", { readonly byAgency: Record<string, { readonly back: string }> }>;
    };
  };
  return result.horizons["5"].byAgency.Kommunen!.back;
}

/** All but the report's claim that does not reconcile, which is of the source and told in every run. */
function said({ analysis }: Ran): string[] {
  const remarks = analysis.problems.filter(({ code }) => code !== "claim-differs");
  return remarks.map((problem) => problemText(problem, sv));
}

test("nothing is taken for a person's change when nobody has changed anything", async () => {
  const second = await run(first.bytes);
  expect(said(second)).toEqual([]);
  expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
});

// Deadweight is the same share of every year, so 20 % leaves 0.8 of the published 6 183 000 kr.
describe("an own value for Valt", () => {
  let second: Ran;
  beforeAll(async () => {
    second = await run(await typed([[kinds.deadweight, "Valt", 0.2]]));
  });

  test("is computed with, and said with cell, old and new value", () => {
    expect(municipality(first)).toBe("6183000");
    expect(municipality(second)).toBe("4946400");
    expect(said(second)).toEqual([
      expect.stringMatching(
        /^Antaganden!E\d+: Dödvikt.*Valt: ert eget värde 20\u00a0% används i stället för 0\u00a0%\. /,
      ),
    ]);
  });

  test("stands on the tab, named as their own, and asks for its source", async () => {
    expect(await shown(second, kinds.deadweight, "Valt")).toBe(0.2);
    expect(await shown(second, kinds.deadweight, "Källa")).toBe(sv.returnTabs.assumptions.ownValue);
    expect(await shown(second, kinds.deadweight, "Säkerhet")).toBe(sv.returnTabs.assumptions.certainties.own);
    const scenario = gridOf(await opened(second.bytes), "antaganden").values.flat();
    expect(scenario).toContain("Som rapporten, med egna värden från den här fliken");
  });

  test("holds on the run after that, in any scenario and any language", async () => {
    const third = await run(second.bytes);
    expect(Buffer.from(third.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    // 3 % a year on 0.8 of 1 236 600 kr in each of five years, the first of them the year after the money was paid in.
    const discounted = [0, 1, 2, 3, 4].reduce((all, k) => all + (0.8 * 1236600) / 1.03 ** (k + 1), 0);
    expect(Number(municipality(await run(second.bytes, { scenario: "bas" })))).toBeCloseTo(discounted, 1);
    const english = await run(second.bytes, {}, "en");
    expect(municipality(english)).toBe("4946400");
    expect(municipality(await run(english.bytes))).toBe("4946400");
  });

  test.each([["all" as const], [["deadweight:"]]])("can be taken back: %p", async (takeBack) => {
    const back = await run(second.bytes, { takeBack });
    expect(municipality(back)).toBe("6183000");
    const values = async ({ bytes }: Ran) => (await opened(bytes)).grids.map((grid) => grid.values);
    expect(await values(back)).toEqual(await values(first));
  });

  test("is taken back by emptying the cell", async () => {
    const back = await run(await typed([[kinds.deadweight, "Valt", null]], second.bytes));
    expect(municipality(back)).toBe("6183000");
    expect(said(back)).toEqual([]);
  });

  test("every formula of every tab agrees with the engine", async () => {
    const { disagreements, formulas } = agreementOf(second.sheets, await recalculate(second.bytes));
    expect(disagreements).toEqual([]);
    expect(formulas).toBeGreaterThan(500);
  });
});

test("Lågt, Valt, Högt and Källa, a rate for one support, the target and who pays: all at once, and the formulas agree", async () => {
  const rows = [
    [kinds.deadweight, "Lågt", 0.1],
    [kinds.deadweight, "Valt", 0.25],
    [kinds.deadweight, "Högt", 0.4],
    [kinds.deadweight, "Källa", "Eget register 2025"],
    ["Uppräkning: Försörjningsstöd", "Valt", 0.02],
    [TARGET, "Valt", 2.5],
    ["Försörjningsstöd", "Kommun", 0.5],
    ["Försörjningsstöd", "Försäkringskassan", 0.5],
  ] as const;
  const own = await run(await typed(rows));
  expect(said(own).filter((line) => !line.includes("används i stället för"))).toEqual([]);
  const { result } = own.analysis.workbooks[0]!.moneyBack!;
  const deadweight = result.scenario.assumptions.find(({ kind }) => kind === "deadweight")!;
  expect([deadweight.low, deadweight.base, deadweight.high].map(String)).toEqual(["0.1", "0.25", "0.4"]);
  expect(deadweight.provenance).toMatchObject({ text: "Eget register 2025", certainty: "own" });
  expect(result.target.toString()).toBe("2.5");
  const { disagreements } = agreementOf(own.sheets, await recalculate(own.bytes));
  expect(disagreements).toEqual([]);
  const again = await run(own.bytes);
  expect(Buffer.from(again.bytes).equals(Buffer.from(own.bytes))).toBe(true);
});

test("an own value goes before a table of assumptions elsewhere in the workbook", async () => {
  const people = [
    [
      "Deltagare",
      "Födelseår",
      "Sista månad med tidigare stöd",
      "Försörjning före",
      "Belopp före (kr/mån)",
      "Försörjning efter",
      "Belopp efter (kr/mån)",
    ],
    ["D1", 1975, "2023-12", "Försörjningsstöd", 10000, "Arbete", 0],
  ];
  const table = [
    ["Antagande", "Lågt", "Bas", "Högt", "Källa"],
    ["Dödvikt", 0.1, 0.2, 0.3, "Rapport X"],
    ["Kalkylränta", 0, 0, 0, "Rapport X"],
  ];
  const paid = [
    ["Part", "År", "Kontant"],
    ["Kommunen", 2023, 60000],
  ];
  const source = await workbookOf({ Deltagare: people, Satsat: paid, Egna: table });
  const before = await run(source, { scenario: "forsiktig" });
  expect(municipality(before)).toBe(String(5 * 12 * 10000 * 0.8));
  const own = await run(await typed([[kinds.deadweight, "Valt", 0.3]], before.bytes), { scenario: "forsiktig" });
  expect(municipality(own)).toBe(String(5 * 12 * 10000 * 0.7));
  expect(said(own).join()).toMatch(/ert eget värde 30\u00a0% används i stället för 20\u00a0%/);
});

describe.each`
  case                      | row                   | heading     | value                    | reason
  ${"text"}                 | ${kinds.deadweight}   | ${"Valt"}   | ${"ungefär en femtedel"} | ${/"ungefär en femtedel" är inget tal/}
  ${"a share above 1"}      | ${kinds.deadweight}   | ${"Valt"}   | ${1.2}                   | ${/120\u00a0% går inte att räkna med, för det ligger utanför/}
  ${"low above the chosen"} | ${kinds.deadweight}   | ${"Lågt"}   | ${0.5}                   | ${/Lågt ≤ Valt ≤ Högt/}
  ${"shares not 100 %"}     | ${"Försörjningsstöd"} | ${"Kommun"} | ${0.4}                   | ${/blir inte 100 %/}
  ${"a target of 0"}        | ${TARGET}             | ${"Valt"}   | ${0}                     | ${/utanför/}
`("what cannot be computed with: $case", ({ row, heading, value, reason }) => {
  test("is said with its cell, is not used, and stands at the end of the tab until somebody empties it", async () => {
    const second = await run(await typed([[row, heading, value]]));
    expect(municipality(second)).toBe("6183000");
    expect(said(second)).toEqual([expect.stringMatching(reason)]);
    const third = await run(second.bytes);
    for (const { bytes } of [second, third]) {
      const grid = gridOf(await opened(bytes), "antaganden");
      const from = grid.values.findIndex(([cell]) => cell === "Kvar från tidigare");
      expect(grid.values.slice(from).flat()).toContain(value);
    }
    expect(said(third)).toEqual([]);
  });
});
