// tests/domain/deviation/kinds.test.ts: income, costs and their result give the same deviations however the table writes them.
import fc from "fast-check";
import type { BudgetTable, LineKind, Orientation } from "../../../src/domain/deviation/budget";
import { explanationOf } from "../../../src/domain/deviation/controlTotal";
import { standardLimits } from "../../../src/domain/deviation/deviation";
import { type FollowUp, followUpOf } from "../../../src/domain/deviation/followUp";
import { inSections } from "../../../src/domain/deviation/lineKind";
import { finalReportOf } from "../../../src/domain/finalReport/finalReport";
import { Decimal } from "../../../src/domain/money";
import { fact, noFacts, origin, type Row, tableOf, year } from "../table";

/** Outcome and budget as a surplus would have them: income positive, costs negative. */
type Line = readonly [name: string, kind: LineKind, outcome: number, budget: number];

/** An association's own result in tkr (made up): income 6 085 against 6 040, costs 5 460 against 6 000. */
const association: readonly Line[] = [
  ["Försäkringskassan (stat)", "income", 3000, 3000],
  ["Regionen", "income", 1500, 1500],
  ["Kommun A", "income", 900, 900],
  ["Kommun B", "income", 600, 600],
  ["Ränteintäkter", "income", 85, 40],
  ["Styrelse och revision", "cost", -210, -250],
  ["Kansli", "cost", -1480, -1500],
  ["Insats Vägen in", "cost", -1905, -2200],
  ["Insats Stegen", "cost", -1650, -1600],
  ["Kompetensutveckling", "cost", -120, -300],
  ["Övriga kostnader", "cost", -95, -150],
];

const SIGN_OF = { "costs-negative": "negative", "all-positive": "positive", ledger: "positive" } as const;
type Mixed = keyof typeof SIGN_OF;
const mixed = Object.keys(SIGN_OF) as Mixed[];

function written(lines: readonly Line[], orientation: Mixed, more: Partial<BudgetTable> = {}): BudgetTable {
  const turn = (kind: LineKind): number =>
    orientation === "costs-negative" ? 1 : orientation === "ledger" || kind !== "income" ? -1 : 1;
  const rows = lines.map(([name, kind, outcome, budget]): Row => [
    name,
    "2024",
    turn(kind) * outcome,
    turn(kind) * budget,
  ]);
  const table = tableOf([year(2024)], rows, { sign: SIGN_OF[orientation] });
  return { ...table, orientation, kinds: lines.map(([, kind]) => kind), ...more };
}

const follow = (table: BudgetTable): FollowUp => followUpOf(table, null, standardLimits);

test.each(mixed)("an association's result, %s", (orientation) => {
  const { byKind, total, lineTotals } = follow(written(association, orientation));
  expect(total.amount.toNumber()).toBe(585);
  expect([byKind.income?.total, byKind.cost?.total].map((sum) => sum?.amount.toNumber())).toEqual([45, 540]);
  expect(byKind.net).toBeNull();
  expect(lineTotals.map(({ amount }) => amount.toNumber())).toEqual([0, 0, 0, 0, 45, 40, 20, 295, -50, 180, 55]);
  const inSource = { "costs-negative": [625, 40], "all-positive": [625, 40], ledger: [-625, -40] }[orientation];
  expect([total.outcome.toNumber(), total.budget.toNumber()]).toEqual(inSource);
});

test("an income below its budget is unfavourable, also where there is nothing but income", () => {
  const shortfall: readonly Line[] = [
    ["Region Norr", "income", 1500, 1500],
    ["Kommun B", "income", 540, 600],
  ];
  const rows = shortfall.map(([name, , outcome, budget]): Row => [name, "2024", outcome, budget]);
  const table = tableOf([year(2024)], rows, { sign: "negative" });
  const only: Orientation = "income-only";
  const { lineTotals, total } = follow({ ...table, kinds: ["income", "income"], orientation: only });
  expect(lineTotals.map(({ amount }) => amount.toNumber())).toEqual([0, -60]);
  expect(total.amount.toNumber()).toBe(-60);
});

describe("for any table", () => {
  const kr = fc.integer({ min: -5_000_000, max: 5_000_000 });
  const kind = fc.constantFrom<LineKind>("income", "cost", "net");
  const anyLines = fc
    .array(fc.tuple(kind, kr, kr), { minLength: 1, maxLength: 12 })
    .map((lines) => lines.map(([of, outcome, budget], at): Line => [`Rad ${at}`, of, outcome, budget]));

  test("the three ways of writing it give the same deviations, kind by kind, and the kinds add up to the result", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const all = mixed.map((orientation) => follow(written(lines, orientation)));
        const amounts = all.map(({ byKind, total, lineTotals }) => ({
          total: total.amount.toFixed(),
          kinds: (["income", "cost", "net"] as const).map((each) => byKind[each]?.total.amount.toFixed() ?? null),
          lines: lineTotals.map(({ amount }) => amount.toFixed()),
        }));
        expect(amounts[1]).toEqual(amounts[0]);
        expect(amounts[2]).toEqual(amounts[0]);
        const sum = amounts[0]!.kinds.reduce((added, each) => added.plus(each ?? 0), new Decimal(0));
        expect(sum.toFixed()).toBe(amounts[0]!.total);
        expect(amounts[0]!.total).toBe(
          String(lines.reduce((added, [, , outcome, budget]) => added + outcome - budget, 0)),
        );
      }),
      { seed: 20261201, numRuns: 300 },
    );
  });

  test("lines stand in sections, none lost, each with its own figures", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const table = inSections(written(lines, "costs-negative"));
        const order = { income: 0, cost: 1, net: 2 } as const;
        const places = table.kinds.map((of) => order[of]);
        expect([...places].sort((a, b) => a - b)).toEqual(places);
        const figures = table.entries.map(({ line, outcome }) => [
          table.lines[line],
          table.kinds[line],
          Number(outcome) / 100,
        ]);
        expect(figures).toEqual(lines.map(([name, of, outcome]) => [name, of, outcome]));
      }),
      { seed: 20261202, numRuns: 200 },
    );
  });
});

test("lower income and lower costs are no pair of one cost; unit costs and used funds are of the costs alone", () => {
  const lines: readonly Line[] = [
    ["Bidrag", "income", 1_500_000, 2_000_000],
    ["Personal", "cost", -1_000_000, -1_500_000],
    ["Köp", "cost", -900_000, -500_000],
  ];
  const facts = { ...noFacts, closed: fact(10), plannedClosed: fact(10), granted: null };
  const { offsetting, unitCosts } = followUpOf(written(lines, "all-positive"), facts, standardLimits);
  expect(offsetting).toEqual([{ favourable: 1, unfavourable: 2 }]);
  const closed = unitCosts?.items.find(({ per }) => per === "closed");
  expect([closed?.budget?.toNumber(), closed?.outcome?.toNumber()]).toEqual([200_000, 190_000]);
  const report = finalReportOf({ facts, followUp: follow(written(lines, "ledger")), goals: [], claims: [] });
  expect(report.lines.map(({ name }) => name)).toEqual(["Personal", "Köp"]);
  expect([report.total?.granted.toNumber(), report.total?.used.toNumber()]).toEqual([2_000_000, 1_900_000]);
  expect(report.offsetting).toEqual([{ favourable: 0, unfavourable: 1 }]);
});

describe("what the source states", () => {
  const result = (label: string, measure: "outcome" | "budget" | "deviation", stated: number) => ({
    label,
    measure,
    origin,
    lines: [...association.keys()],
    periods: [0],
    stated: new Decimal(stated),
  });

  test.each(mixed)("a result is compared, %s, and counted as explained", (orientation) => {
    const turn = orientation === "ledger" ? -1 : 1;
    const results = [
      result("Årets resultat", "outcome", 625 * turn),
      result("Årets resultat", "budget", 40 * turn),
      result("Årets resultat", "deviation", 585),
      result("Årets resultat", "outcome", 635 * turn),
    ];
    const found = follow(written(association, orientation, { results }));
    expect(found.results.map(({ agrees }) => agrees)).toEqual([true, true, true, false]);
    expect(found.explained).toEqual({ stated: 4, explained: 3 });
    expect(explanationOf(found.explained)).toBe("part");
  });

  test("a sum of one kind is a plain sum, with its own signs where the source has them", () => {
    const costs = { ...result("", "outcome", 5460), lines: [5, 6, 7, 8, 9, 10] };
    const apart = { ...result("", "outcome", 3000 - 1500), lines: [0, 1], signs: [1, -1] as const };
    const { controls } = follow(written(association, "all-positive", { controlTotals: [costs, apart] }));
    expect(controls.map(({ agrees }) => agrees)).toEqual([true, true]);
  });

  test("a plain difference on every line agrees, the costs' turned around and the income's not", () => {
    const controlTotals = association.map(([, kind, outcome, budget], line) => ({
      ...result("", "deviation", (kind === "income" ? 1 : -1) * (outcome - budget)),
      lines: [line],
    }));
    const { controls } = follow(written(association, "all-positive", { controlTotals }));
    expect(controls.every(({ agrees }) => agrees)).toBe(true);
  });

  test("nothing stated is nothing to check against", () => {
    expect(explanationOf(follow(written(association, "ledger")).explained)).toBe("nothing");
  });
});

describe("equity", () => {
  const amount = (kr: number) => ({ amount: new Decimal(kr), origin });
  const stated = (opening: number | null, change: number | null, closing: number | null) => ({
    opening: opening === null ? null : amount(opening),
    change: change === null ? null : amount(change),
    closing: closing === null ? null : amount(closing),
    decided: amount(500),
  });

  test.each(mixed)("closing = opening + the computed result, %s", (orientation) => {
    const check = (equity: ReturnType<typeof stated>) => follow(written(association, orientation, { equity })).equity;
    expect(check(stated(1000, 625, 1625))).toMatchObject({ agrees: true });
    expect(check(stated(1000, null, 1625))?.change?.toNumber()).toBe(625);
    expect(check(stated(1000, null, 1625))?.aboveDecided?.toNumber()).toBe(1125);
    expect(check(stated(1000, 625, 1700))?.agrees).toBe(false);
    expect(check(stated(1000, null, 1700))?.agrees).toBe(false);
    expect(check(stated(1000, null, null))?.agrees).toBeNull();
  });
});
