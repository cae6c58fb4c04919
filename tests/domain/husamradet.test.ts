// tests/domain/husamradet.test.ts: the published case, figure by figure.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { standardLimits } from "../../src/domain/deviation/deviation";
import { followUpOf } from "../../src/domain/deviation/followUp";
import { type Decimal, krText, rounded, shareText } from "../../src/domain/money";
import { husamradet, husamradetFacts } from "./husamradet";

interface Figures {
  readonly outcome: number;
  readonly budget: number;
  readonly deviation: number;
}
interface Published {
  readonly lines: Record<string, Figures & { readonly byYear: Record<string, Figures> }>;
  readonly total: Figures & { readonly byYear: Record<string, Figures> };
  readonly halfYears: number;
  readonly averageDeviationPerHalfYear: { readonly published: number };
  readonly volumes: { readonly projectMonths: number; readonly plannedClosed: string };
  readonly unitCosts: { readonly perClosedBudget_tkr: string; readonly perClosedOutcome_tkr: string };
}

const published = JSON.parse(
  readFileSync(join(__dirname, "..", "cases", "husamradet-expected.json"), "utf8"),
) as Published;
const result = followUpOf(husamradet, husamradetFacts, standardLimits);
const tkr = (kr: Decimal, decimals = 0): string => rounded(kr.div(1000), decimals).toFixed(decimals);
const figuresOf = (deviation: { outcome: Decimal; budget: Decimal; amount: Decimal } | null | undefined): Figures => ({
  outcome: Number(deviation?.outcome.div(1000)),
  budget: Number(deviation?.budget.div(1000)),
  deviation: Number(deviation?.amount.div(1000)),
});
const { byYear: totalsByYear, ...total } = published.total;
const lineCases = Object.entries(published.lines);

test("the case has its four lines and five periods", () => {
  expect(lineCases.map(([name]) => name)).toEqual(husamradet.lines);
  expect(Object.keys(totalsByYear)).toHaveLength(husamradet.periods.length);
});

test.each(lineCases)("%s, whole time", (name, { outcome, budget, deviation }) => {
  const computed = figuresOf(result.lineTotals[husamradet.lines.indexOf(name)]);
  expect(computed).toEqual({ outcome, budget, deviation });
});

test.each(lineCases)("%s, per year", (name, { byYear }) => {
  const cells = result.cells[husamradet.lines.indexOf(name)];
  const computed = husamradet.periods.map(({ label }, period) => [label, figuresOf(cells?.[period])]);
  expect(Object.fromEntries(computed)).toEqual(byYear);
});

test("totals, in all and per year", () => {
  expect(figuresOf(result.total)).toEqual(total);
  const computed = husamradet.periods.map(({ label }, period) => [label, figuresOf(result.periodTotals[period])]);
  expect(Object.fromEntries(computed)).toEqual(totalsByYear);
});

test("shares as method.md rounds them", () => {
  expect(shareText(result.lineTotals[0]!.share!)).toBe("0.430274");
  expect(shareText(result.total.share!)).toBe("0.157835");
  expect(result.lineTotals[3]!.share).toBeNull();
});

test("average per half-year", () => {
  expect(result.halfYears).toBe(published.halfYears);
  expect(krText(result.averagePerHalfYear!)).toBe("139666.67");
  expect(tkr(result.averagePerHalfYear!)).toBe(String(published.averageDeviationPerHalfYear.published));
});

test("one pair of lines offset each other", () => {
  const names = result.offsetting.map((pair) => [
    husamradet.lines[pair.favourable],
    husamradet.lines[pair.unfavourable],
  ]);
  expect(names).toEqual([["Personalkostnader", "Köp av verksamhet / Konsulter"]]);
});

test("what the surplus hides: the cost per closed participant", () => {
  expect(result.unitCosts?.months).toBe(published.volumes.projectMonths);
  const closed = result.unitCosts?.items.find(({ per }) => per === "closed");
  expect(closed?.plannedVolume?.toString()).toBe(published.volumes.plannedClosed);
  expect(tkr(closed!.budget!, 3)).toBe(published.unitCosts.perClosedBudget_tkr);
  expect(tkr(closed!.outcome!, 3)).toBe(published.unitCosts.perClosedOutcome_tkr);
  expect(rounded(closed!.change!.times(100), 0).toString()).toBe("49");
});

test("a finished table has no forecast", () => {
  expect(result.forecast).toBeNull();
});
