// tests/report/return/sensitivityTab.test.ts: Känslighet: bars that follow the assumptions, simulated values that say so, and both charts.
import { returnBasisOf, returnIn } from "../../../src/domain/return/agencyReturn";
import {
  asReported,
  baseScenario,
  fixedAssumption,
  ownScenario,
  type Scenario,
} from "../../../src/domain/return/assumptions";
import { Decimal } from "../../../src/domain/money";
import { assumptionCellsOf } from "../../../src/report/return/assumptionCells";
import { histogramOf } from "../../../src/report/return/sensitivityDistribution";
import { sv } from "../../../src/text/sv";
import { RESAN } from "../../domain/resan";
import { input as returnInput, paid, person, range } from "../../domain/returnInput";
import { agreementOf } from "../../recalculate/agreement";
import { finalTabsOf, sensitivityOf, uncertainScenario } from "../finalFixtures";
import { returnTabsOf } from "../returnFixtures";
import { recalculated, rowOf, shown, texts } from "../shownTabs";

const dec = (value: number | string): Decimal => new Decimal(value);

const taxed = returnBasisOf({ ...RESAN, sources: RESAN.sources.map((each, at) => ({ ...each, taxed: at % 2 === 0 })) });
const withSeries: Scenario = ownScenario("own", 2024, [
  { ...fixedAssumption("uprating"), series: ["1", "1.02", "1.05"].map(dec) },
  { ...fixedAssumption("persistence"), series: ["1", "0.8", "0.75", "0.7"].map(dec) },
  range("tax", "0.2", "0.3", "0.35"),
  range("correction", 0, "0.2", "0.5"),
]);
const extremes: Scenario = ownScenario("own", null, [
  range("persistence", 0, "0.5", 1),
  range("outflow", 0, 0, 1),
  range("deadweight", 0, 0, 1),
  range("uprating", "-0.5", 0, "0.5"),
  range("persistence", "0.1", "0.2", "0.9", "Arbete"),
]);

describe("Känslighet", () => {
  test.concurrent.each<[string, Scenario, Parameters<typeof sensitivityOf>[1]]>([
    ["within 5 years", uncertainScenario, {}],
    ["until retirement, the whole public sector", uncertainScenario, { horizon: "retirement", scope: "publicSector" }],
    ["a single year", uncertainScenario, { horizon: "1" }],
    ["series and tax", withSeries, { horizon: "10", scope: "publicSector", basis: taxed }],
    ["persistence, outflow and deadweight to their ends", extremes, { horizon: "10" }],
    [
      "several municipalities and groups",
      uncertainScenario,
      {
        horizon: "10",
        basis: returnBasisOf(
          returnInput({
            participants: [
              person({ id: "A", municipality: "Gävle" }),
              person({ id: "B", municipality: "Söderhamn", before: ["Sjukpenning", 9000] }),
              person({ id: "C", after: ["Sjukersättning", 13_000] }),
            ],
            contributions: [
              paid("Försäkringskassan", 500_000),
              paid("Gävle kommun", 250_000),
              paid("Söderhamns kommun", "12345.67"),
            ],
          }),
        ),
      },
    ],
  ])("every bar is a formula over the assumptions that gives the engine's figure: %s", async (_, scenario, changes) => {
    const sheets = finalTabsOf({ sensitivity: sensitivityOf(scenario, changes, 200) });
    const found = await recalculated(sheets);
    expect(agreementOf(sheets, found).disagreements).toEqual([]);
    // Ratios are small numbers: they must agree to all that a double holds, not only to half an öre.
    let bars = 0;
    sheets[0]!.rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (cell?.content?.kind !== "formula" || cell.content.type !== "number") return;
        if (cell.content.formula.includes("$B$")) bars += 1;
        const value = new Decimal(String(found.get(sheets[0]!.name)?.[r]?.[c]));
        expect(value.minus(cell.content.cached).abs().toNumber()).toBeLessThan(
          1e-9 * Math.max(1, Math.abs(Number(cell.content.cached))),
        );
      });
    });
    expect(bars).toBeGreaterThanOrEqual(2 * sensitivityOf(scenario, changes, 1).tornado.length + 1);
  });

  test.concurrent("a changed assumption changes the result without a new run", async () => {
    const base = sensitivityOf(uncertainScenario, {}, 200);
    const changed = ownScenario(
      "own",
      2024,
      uncertainScenario.assumptions.map((each) => (each.kind === "rate" ? { ...each, base: dec("0.045") } : each)),
    );
    const [sheet] = finalTabsOf({ sensitivity: base });
    const rate = uncertainScenario.assumptions.findIndex(({ kind }) => kind === "rate");
    // The hidden list: its base values stand in column M, from row 5 on.
    const rows = sheet!.rows.map((row, r) =>
      row.map((cell, c) =>
        r === 4 + rate && c === 12 ? { ...cell!, content: { kind: "number" as const, number: "0.045" } } : cell,
      ),
    );
    expect(shown(sheet!.rows[4 + rate]![12])).toBe("0.03");
    const found = await recalculated([{ ...sheet!, rows }]);
    const expected = returnIn(changed, base.uncertainty.basis).horizons["5"].total.ratio!;
    const at = texts(sheet!).findIndex(([first]) => first === sv.final.sensitivity.baseResult);
    expect(Number(found.get(sheet!.name)![at]![1])).toBeCloseTo(expected.toNumber(), 9);
  });

  test("the base result is the return's own ratio", () => {
    const sensitivity = sensitivityOf(uncertainScenario, { horizon: "10" }, 10);
    const [sheet] = finalTabsOf({ sensitivity });
    const expected = returnIn(uncertainScenario, sensitivity.uncertainty.basis).horizons["10"].total.ratio!;
    expect(
      new Decimal(rowOf(sheet!, sv.final.sensitivity.baseResult)[1]!).minus(expected).abs().toNumber(),
    ).toBeLessThan(1e-20);
  });

  test("simulated figures are values with seed and draws beside them, and said to be so; the caveats stand above", () => {
    const sensitivity = sensitivityOf(uncertainScenario);
    const [sheet] = finalTabsOf({ sensitivity });
    expect(rowOf(sheet!, "Frö")[1]).toBe("1");
    expect(rowOf(sheet!, "Antal dragningar")[1]).toBe("2000");
    const p50 = sheet!.rows.find((row) => shown(row[0]) === sv.final.sensitivity.percentileMeaning.p50)!;
    expect(p50[1]!.content).toEqual({ kind: "number", number: expect.any(String) });
    expect(Number(shown(p50[1]))).toBeCloseTo(sensitivity.distribution.ratio!.p50.toNumber(), 12);
    const all = texts(sheet!).flat().join(" ");
    expect(all).toContain("inte formler");
    // Deadweight and outflow are assumed here, so the figures are no longer gross (method.md §3: "or with the given counterfactual").
    expect(all).toContain(
      "Utan kontrollgrupp, med antagen dödvikt eller antaget utflöde · omfattar 11 av 51 deltagare · fasta priser",
    );
    expect(sheet!.charts.map(({ type }) => type)).toEqual(["bar", "column"]);
  });

  test("with nothing uncertain it says so and shows no chart", () => {
    const [sheet] = finalTabsOf({ sensitivity: sensitivityOf(asReported(2024), {}, 10) });
    expect(texts(sheet!).flat().join(" ")).toContain("Inget antagande är osäkert");
    expect(sheet!.charts).toEqual([]);
    expect(Number(rowOf(sheet!, sv.final.sensitivity.baseResult)[1])).toBeCloseTo(1.066, 3);
  });

  test("with nothing paid in it says so", () => {
    const basis = returnBasisOf({ ...RESAN, contributions: [] });
    const [sheet] = finalTabsOf({ sensitivity: sensitivityOf(uncertainScenario, { basis }, 10) });
    expect(texts(sheet!).flat().join(" ")).toContain("Inget är satsat");
    expect(sheet!.charts).toEqual([]);
  });

  test("assumptions are read from the cells they stand in, where those are given", () => {
    const sensitivity = {
      ...sensitivityOf(uncertainScenario, {}, 10),
      assumptionCell: (index: number, side: string) =>
        `'Antaganden'!$${side === "low" ? "B" : side === "base" ? "C" : "D"}$${index + 10}`,
    };
    const formulas = finalTabsOf({ sensitivity })[0]!
      .rows.flat()
      .flatMap((cell) => (cell?.content?.kind === "formula" ? [cell.content.formula] : []));
    for (const [index] of uncertainScenario.assumptions.entries())
      expect(formulas).toContain(`'Antaganden'!$C$${index + 10}`);
  });

  test("beside Antaganden, a value chosen there changes Känslighet as it changes Parter", async () => {
    const returns = returnTabsOf({ ...RESAN, scenario: uncertainScenario });
    const antaganden = returns.find(({ role }) => role === "antaganden")!;
    const sensitivity = {
      ...sensitivityOf(uncertainScenario, {}, 10),
      assumptionCell: assumptionCellsOf(antaganden, uncertainScenario, sv),
    };
    for (const index of uncertainScenario.assumptions.keys())
      expect(sensitivity.assumptionCell(index, "base")).toMatch(/^'Antaganden'!\$E\$\d+$/u);
    const [sheet] = finalTabsOf({ sensitivity });
    const sheets = [...returns, sheet!];
    expect(agreementOf(sheets, await recalculated(sheets)).disagreements).toEqual([]);
    // 4,5 % instead of 3 % in the cell that Valt has for the rate.
    const rate = sensitivity.assumptionCell(
      uncertainScenario.assumptions.findIndex(({ kind }) => kind === "rate"),
      "base",
    )!;
    const chosen = Number(/\d+$/u.exec(rate)![0]) - 1;
    const rows = antaganden.rows.map((row, r) =>
      row.map((cell, c) =>
        r === chosen && c === 4 ? { ...cell!, content: { kind: "number" as const, number: "0.045" } } : cell,
      ),
    );
    const found = await recalculated(sheets.map((each) => (each === antaganden ? { ...antaganden, rows } : each)));
    const changed = ownScenario(
      "own",
      2024,
      uncertainScenario.assumptions.map((each) => (each.kind === "rate" ? { ...each, base: dec("0.045") } : each)),
    );
    const at = texts(sheet!).findIndex(([first]) => first === sv.final.sensitivity.baseResult);
    const expected = returnIn(changed, sensitivity.uncertainty.basis).horizons["5"].total.ratio!;
    expect(Number(found.get(sheet!.name)![at]![1])).toBeCloseTo(expected.toNumber(), 9);
  });

  test("columns of the distribution hold every draw once", () => {
    const { distribution } = sensitivityOf(uncertainScenario, {}, 3000);
    const bins = histogramOf(distribution)!;
    expect(bins.reduce((all, { share }) => all.plus(share), dec(0)).toNumber()).toBeCloseTo(1, 12);
    expect(bins.length).toBeGreaterThanOrEqual(6);
    expect(bins.length).toBeLessThanOrEqual(17);
    expect([bins[0]!.from, bins.at(-1)!.to]).toEqual([null, null]);
    expect(histogramOf({ ascending: Float64Array.from([5, 5, 5]) })).toBeNull();
  });
});

test("the base scenario alone leaves nothing uncertain", () => {
  expect(sensitivityOf(baseScenario(2024), {}, 1).tornado).toEqual([]);
});
