// tests/domain/deviation/forecast.test.ts: full-year forecasts where the budget goes further than the outcome.
import { standardLimits } from "../../../src/domain/deviation/deviation";
import { followUpOf, type FollowUp } from "../../../src/domain/deviation/followUp";
import type { BudgetTable } from "../../../src/domain/deviation/budget";
import { type LineForecast, workedUpUnused } from "../../../src/domain/deviation/forecast";
import { months, period, type Row, tableOf, year } from "../table";

const followUp = (table: BudgetTable): FollowUp => followUpOf(table, null, standardLimits);
const figures = (line: LineForecast | undefined): (string | undefined)[] =>
  [line?.fullYearBudget, line?.linear, line?.periodised, line?.own, line?.chosen, line?.deviation].map((kr) =>
    kr?.toString(),
  );

/** 100 kr budgeted each month but 300 in December; 90 booked in each of the first eight. */
const monthly = months(2024).map(({ label }, month): Row => [
  "A",
  label,
  month < 8 ? 90 : null,
  month === 11 ? 300 : 100,
]);

test("a budget by month: linear 720 · 12/8, periodised 720 + 600", () => {
  const { forecast, total, lastBooked, cells } = followUp(tableOf(months(2024), monthly));
  expect(forecast).toMatchObject({ bookedMonths: 8, budgetMonths: 12, method: "periodised" });
  expect(figures(forecast?.total)).toEqual(["1400", "1080", "1320", undefined, "1320", "80"]);
  expect(lastBooked).toBe(7);
  expect([total.outcome, total.budget, total.amount].map(String)).toEqual(["720", "800", "80"]);
  expect(cells[0]?.slice(7)).toEqual([expect.anything(), null, null, null, null]);
});

test("costs as negative numbers give the same deviation", () => {
  const negative = monthly.map(([line, label, a, b]): Row => [line, label, a === null ? null : `-${a}`, `-${b}`]);
  const { forecast } = followUp(tableOf(months(2024), negative, { sign: "negative" }));
  expect(figures(forecast?.total)).toEqual(["-1400", "-1080", "-1320", undefined, "-1320", "80"]);
});

test("an outcome on a part of the budget's year is set against that part of it", () => {
  const periods = [period("2024 jan–aug", [2024, 1], [2024, 8]), year(2024)];
  const result = followUp(
    tableOf(periods, [
      ["A", "2024 jan–aug", 900, null],
      ["A", "2024", null, 1200],
    ]),
  );
  expect(result.budgetParts).toEqual([{ source: 1, months: 8, of: 12 }, null]);
  expect(result.booked).toEqual([true, false]);
  expect([result.total.outcome, result.total.budget, result.total.amount].map(String)).toEqual(["900", "800", "-100"]);
  expect(result.periodTotals[0]?.amount.toString()).toBe("-100");
  expect(result.forecast).toMatchObject({ bookedMonths: 8, budgetMonths: 12, method: "linear" });
  expect(figures(result.forecast?.total)).toEqual(["1200", "1350", undefined, undefined, "1350", "-150"]);
});

test("outcome by month inside a budget by year", () => {
  const periods = [...months(2024).slice(0, 3), year(2024)].sort((a, b) => a.from - b.from || a.to - b.to);
  const rows: Row[] = [
    ["A", "1", 100, null],
    ["A", "2", 100, null],
    ["A", "3", 160, null],
    ["A", "2024", null, 1200],
  ];
  const { total, forecast } = followUp(tableOf(periods, rows));
  expect([total.outcome, total.budget].map(String)).toEqual(["360", "300"]);
  expect(figures(forecast?.total)).toEqual(["1200", "1440", undefined, undefined, "1440", "-240"]);
});

test("a year's budget counts once when all its months are booked", () => {
  const periods = [...months(2024), year(2024)].sort((a, b) => a.from - b.from || a.to - b.to);
  const rows: Row[] = months(2024).map(({ label }) => ["A", label, 90, null]);
  const { total, forecast } = followUp(tableOf(periods, [...rows, ["A", "2024", null, 1200]]));
  expect([total.outcome, total.budget].map(String)).toEqual(["1080", "1200"]);
  expect(forecast).toBeNull();
});

test("the officer's own figure goes first, line by line; of several forecasts the last one counts", () => {
  const versions = [
    { kind: "forecast", label: "Prognos april" },
    { kind: "forecast", label: "Prognos augusti" },
  ] as const;
  const rows: Row[] = [
    ["A", "1", 300, 300, 1, 2],
    ["A", "2", null, 300, 1100, 1198],
    ["B", "1", 10, 20],
    ["B", "2", null, 20],
  ];
  const halves = [period("1", [2024, 1], [2024, 6]), period("2", [2024, 7], [2024, 12])];
  const { forecast, versions: others } = followUp(tableOf(halves, rows, { versions }));
  expect(forecast?.method).toBe("own");
  expect(figures(forecast?.byLine[0])).toEqual(["600", "600", "600", "1200", "1200", "-600"]);
  expect(figures(forecast?.byLine[1])).toEqual(["40", "20", "30", undefined, "30", "10"]);
  expect(figures(forecast?.total)).toEqual(["640", "620", "630", undefined, "1230", "-590"]);
  expect(others).toEqual([]);
});

describe("funds drawn in arrears: what is worked up but not requisitioned is added", () => {
  const versions = [{ kind: "worked-up", label: "Upparbetat ej rekvirerat" }] as const;
  const quarters = [1, 2, 3, 4].map((q) => period(`kv ${q}`, [2024, 3 * q - 2], [2024, 3 * q]));
  const toAugust = [period("2024 jan–aug", [2024, 1], [2024, 8]), year(2024)];

  test.each<[string, BudgetTable, { readonly months: number; readonly workedUp: string; readonly figures: unknown }]>([
    [
      "in a booked month: (720 + 40) · 12/8, and 760 + 600",
      tableOf(
        months(2024),
        monthly.map((row, at): Row => [...row, at === 7 ? 40 : null]),
        { versions },
      ),
      { months: 8, workedUp: "40", figures: ["1400", "1140", "1360", undefined, "1360", "40"] },
    ],
    [
      "in the quarter after the last requisition: (570 + 330) · 12/9, and 900 + 300",
      tableOf(
        quarters,
        [
          ["A", "kv 1", 280, 300, null],
          ["A", "kv 2", 290, 300, null],
          ["A", "kv 3", null, 300, 330],
          ["A", "kv 4", null, 300, null],
        ],
        { versions },
      ),
      { months: 9, workedUp: "330", figures: ["1200", "1200", "1200", undefined, "1200", "0"] },
    ],
    [
      "on the part of the year that is booked: (900 + 60) · 12/8",
      tableOf(
        toAugust,
        [
          ["A", "2024 jan–aug", 900, null, 60],
          ["A", "2024", null, 1200, null],
        ],
        { versions },
      ),
      { months: 8, workedUp: "60", figures: ["1200", "1440", undefined, undefined, "1440", "-240"] },
    ],
    [
      "on the row of the whole year's budget: no month more is done for that",
      tableOf(
        toAugust,
        [
          ["A", "2024 jan–aug", 900, null, null],
          ["A", "2024", null, 1200, 60],
        ],
        { versions },
      ),
      { months: 8, workedUp: "60", figures: ["1200", "1440", undefined, undefined, "1440", "-240"] },
    ],
  ])("%s", (_, table, expected) => {
    const { forecast, total, versions: others } = followUp(table);
    expect(forecast?.bookedMonths).toBe(expected.months);
    expect(forecast?.total.workedUp?.toString()).toBe(expected.workedUp);
    expect(figures(forecast?.total)).toEqual(expected.figures);
    // It is no outcome yet, and no version to be compared with.
    expect(total.outcome.toNumber()).toBe(
      table.entries.reduce((sum, { outcome }) => sum + Number(outcome ?? 0), 0) / 100,
    );
    expect(others).toEqual([]);
    expect(workedUpUnused(table, forecast).toString()).toBe("0");
  });

  test("the officer's own figure goes before it, and a line without any has none", () => {
    const both = [{ kind: "forecast", label: "Prognos" }, ...versions] as const;
    const rows: Row[] = [
      ["A", "kv 1", 100, 100, 450, 30],
      ["A", "kv 2", null, 100, null, null],
      ["B", "kv 1", 10, 10, null, null],
      ["B", "kv 2", null, 10, null, null],
    ];
    const { forecast } = followUp(tableOf(quarters, rows, { versions: both }));
    expect(figures(forecast?.byLine[0])).toEqual(["200", "260", "230", "450", "450", "-250"]);
    expect(forecast?.byLine[1]?.workedUp).toBeNull();
  });

  test("without a forecast, or in another year than the one that is forecast, it is in no figure", () => {
    const done = tableOf([year(2024)], [["A", "2024", 1, 2, 40]], { versions });
    expect(workedUpUnused(done, followUp(done).forecast).toString()).toBe("40");
    const later = tableOf(
      [...quarters, year(2025)],
      [
        ["A", "kv 1", 1, 2, 5],
        ["A", "kv 2", null, 2, null],
        ["A", "2025", null, 2, 7],
      ],
      { versions },
    );
    expect(followUp(later).forecast?.total.workedUp?.toString()).toBe("5");
    expect(workedUpUnused(later, followUp(later).forecast).toString()).toBe("7");
  });
});

test("in a table of several years the year of the last booked month is forecast", () => {
  const rows: Row[] = [["A", "2023", 1, 1], ...monthly, ["A", "2025", null, 5000]];
  const { forecast } = followUp(tableOf([year(2023), ...months(2024), year(2025)], rows));
  expect(forecast).toMatchObject({ bookedMonths: 8, budgetMonths: 12 });
  expect(figures(forecast?.total)[0]).toBe("1400");
});

test("a budget year that crosses the new year is forecast whole", () => {
  const periods = [
    period("H2", [2023, 7], [2023, 12]),
    period("2023/24", [2023, 7], [2024, 6]),
    period("q1", [2024, 1], [2024, 3]),
  ];
  const rows: Row[] = [
    ["A", "H2", 60, null],
    ["A", "q1", 30, null],
    ["A", "2023/24", null, 100],
  ];
  const { forecast, total } = followUp(tableOf(periods, rows));
  expect(forecast).toMatchObject({ bookedMonths: 9, budgetMonths: 12, method: "linear" });
  expect(figures(forecast?.total)[1]).toBe("120");
  expect([total.outcome, total.budget].map(String)).toEqual(["90", "75"]);
});

test.each<[string, BudgetTable]>([
  ["everything is booked", tableOf([year(2024)], [["A", "2024", 1, 2]])],
  ["nothing is booked", tableOf([year(2024)], [["A", "2024", null, 2]])],
  [
    "only a later year is open",
    tableOf(
      [year(2024), year(2025)],
      [
        ["A", "2024", 1, 2],
        ["A", "2025", null, 2],
      ],
    ),
  ],
])("no forecast where %s", (_, table) => {
  expect(followUp(table).forecast).toBeNull();
});
