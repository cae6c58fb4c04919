// tests/domain/deviation/controlTotal.test.ts: stated totals against computed ones.
import type { ControlTotal } from "../../../src/domain/deviation/budget";
import { controlChecks } from "../../../src/domain/deviation/controlTotal";
import { Decimal } from "../../../src/domain/money";
import { tableSums } from "../../../src/domain/deviation/tableSums";
import { husamradet } from "../husamradet";
import { origin, tableOf, year } from "../table";

const everything = { lines: [0, 1, 2, 3], periods: [0, 1, 2, 3, 4] };
const stated = (measure: ControlTotal["measure"], tkr: number, over: Partial<ControlTotal> = {}): ControlTotal => ({
  ...everything,
  origin,
  measure,
  stated: new Decimal(tkr).times(1000),
  ...over,
});

// 20 amounts in whole tkr: half a tkr each is 10 tkr.
test.each([
  ["the published outcome", stated("outcome", -6707), true, "-6707000", "0", "10000"],
  ["at the tolerance", stated("outcome", -6717), true, "-6707000", "-10000", "10000"],
  ["past the tolerance", stated("outcome", -6717.001), false, "-6707000", "-10001", "10000"],
  ["the published deviation, of 40 amounts", stated("deviation", 1257), true, "1257000", "0", "20000"],
  ["one line and period", stated("budget", -1460, { lines: [0], periods: [0] }), true, "-1460000", "0", "500"],
  [
    "a line that is off by one",
    stated("budget", -1461, { lines: [0], periods: [0] }),
    false,
    "-1460000",
    "-1000",
    "500",
  ],
])("%s", (_, control, agrees, computed, difference, tolerance) => {
  const table = { ...husamradet, controlTotals: [control] };
  const [check] = controlChecks(table, tableSums(table));
  expect(check?.agrees).toBe(agrees);
  expect([check?.computed, check?.difference, check?.tolerance].map(String)).toEqual([computed, difference, tolerance]);
});

test("a sheet that subtracts the other way round is compared in its own way, a wrong figure in it still found", () => {
  const rows = [
    ["A", "2024", 80, 100],
    ["B", "2024", 50, 90],
    ["C", "2024", 70, 75],
  ] as const;
  const controlTotals = [-20, -40, 5].map((kr, line) =>
    stated("deviation", kr / 1000, { lines: [line], periods: [0] }),
  );
  const table = { ...tableOf([year(2024)], rows), controlTotals };
  const checks = controlChecks(table, tableSums(table));
  expect(checks.map(({ agrees, computed }) => [agrees, computed.toString()])).toEqual([
    [true, "-20"],
    [true, "-40"],
    [false, "-5"],
  ]);
});
