// tests/intake/budget/partOfYear.test.ts: follow-ups in the course of a year as people lay them out: outcome to date beside the year's
// budget, last year's outcome, a project's whole budget. Expected figures are worked out by hand.
import { standardLimits } from "../../../src/domain/deviation/deviation";
import { followUpOf } from "../../../src/domain/deviation/followUp";
import type { CellValue } from "../../../src/intake/grid";
import { entriesOf, readSheet, saidBeside } from "../shown";

const _ = null;
type Rows = readonly (readonly CellValue[])[];

interface Expected {
  readonly entries: readonly string[];
  /** Outcome and budget to date, deviation. */
  readonly total: readonly number[];
  /** Full-year budget and the forecast that is chosen; null: none is made. */
  readonly forecast: readonly number[] | null;
  readonly versions?: readonly string[];
  readonly said?: readonly string[];
}

function found(rows: Rows): Expected & { readonly differing: number } {
  const intake = readSheet(rows);
  const [table] = intake.tables;
  if (table === undefined) throw new Error(JSON.stringify(intake.problems));
  const { total, forecast, controls } = followUpOf(table, null, standardLimits);
  return {
    entries: entriesOf(table),
    total: [total.outcome, total.budget, total.amount].map(Number),
    forecast: forecast === null ? null : [Number(forecast.total.fullYearBudget), Number(forecast.total.chosen)],
    versions: table.versions.map(({ kind }) => kind),
    said: saidBeside(intake).filter((text) => !/^(?:total|subtotal)-row/u.test(text)),
    differing: controls.filter(({ agrees }) => !agrees).length,
  };
}

const a = "t.o.m. 2024-08-31";
const b = "2024-01–2024-08";
/** Eight twelfths of 1 230 and 240. */
const shared = { total: [960, 980, 20], forecast: [1470, 1440] };

test.each<[string, Rows, Expected]>([
  [
    "outcome to date and the year's budget, the date in the title: what remains is of the whole year",
    [
      [`Uppföljning ${a}`],
      ["Kostnadsslag", "Ack. utfall", "Årsbudget", "Återstår", "% av budget"],
      ["Personal", 800, 1230, 430, 0.65],
      ["Lokal", 160, 240, 80, 0.67],
      ["Summa", 960, 1470, 510, 0.65],
    ],
    {
      ...shared,
      entries: [`Personal ${a} 800/none`, "Personal 2024 none/1230", `Lokal ${a} 160/none`, "Lokal 2024 none/240"],
    },
  ],
  [
    "costs as negative numbers",
    [
      [`Uppföljning ${a}`],
      ["Kostnadsslag", "Utfall", "Årsbudget", "Återstår"],
      ["Personal", -800, -1230, -430],
      ["Lokal", -160, -240, -80],
    ],
    {
      total: [-960, -980, 20],
      forecast: [-1470, -1440],
      entries: [`Personal ${a} -800/none`, "Personal 2024 none/-1230", `Lokal ${a} -160/none`, "Lokal 2024 none/-240"],
    },
  ],
  [
    "accumulated columns under the title of a month, beside the year's budget and a forecast of one's own",
    [
      ["Uppföljning augusti 2024"],
      ["Kostnadsslag", "Ack. utfall", "Ack. budget", "Avvikelse", "Årsbudget", "Prognos helår"],
      ["Personal", 800, 820, 20, 1230, 1220],
      ["Lokal", 160, 160, 0, 240, 230],
      ["Summa", 960, 980, 20, 1470, 1450],
    ],
    {
      total: [960, 980, 20],
      forecast: [1470, 1450],
      entries: [`Personal ${b} 800/820`, `Lokal ${b} 160/160`],
      versions: ["forecast", "full-year-budget"],
    },
  ],
  [
    "a period's budget and the year's: 980 spent and budgeted, 490 of the year left",
    [
      ["Uppföljning jan–aug 2024"],
      ["Kostnadsslag", "Utfall", "Budget", "Helårsbudget"],
      ["Personal", 800, 820, 1230],
      ["Lokal", 160, 160, 240],
    ],
    {
      total: [960, 980, 20],
      forecast: [1470, 1450],
      entries: ["Personal jan-aug 2024 800/820", "Lokal jan-aug 2024 160/160"],
      versions: ["full-year-budget"],
    },
  ],
  [
    "the date of the outcome and the year of the budget in the headings",
    [
      ["Kostnadsslag", "Budget 2024", "Utfall 2024-08-31", "Kvar"],
      ["Personal", 1230, 800, 430],
      ["Lokal", 240, 160, 80],
    ],
    {
      ...shared,
      entries: ["Personal 2024 none/1230", `Personal ${b} 800/none`, "Lokal 2024 none/240", `Lokal ${b} 160/none`],
    },
  ],
  [
    "a year that only the budget's heading names",
    [
      ["Konto", "Text", "Budget 2024", "Bokfört t o m aug"],
      [7210, "Löner", 1200, 800],
    ],
    {
      total: [800, 800, 0],
      forecast: [1200, 1200],
      entries: ["Löner 2024 none/1200", "Löner t o m aug 2024 800/none"],
    },
  ],
  [
    "last year's outcome beside this year's is no overspending",
    [
      ["", "Utfall 2024", "Budget 2024", "Avvikelse", "Utfall 2023"],
      ["Personal", -900, -1000, 100, -750],
      ["Lokal", -105, -100, -5, -95],
      ["Summa", -1005, -1100, 95, -845],
    ],
    {
      total: [-1005, -1100, 95],
      forecast: null,
      entries: ["Personal 2024 -900/-1000", "Lokal 2024 -105/-100"],
      versions: ["last-year"],
    },
  ],
  [
    "half-years under labels, last year's too, and the year's budget",
    [
      [_, "jan–juni 2023", "jan–juni 2024", _, "2024"],
      ["Kostnadsslag", "Utfall", "Utfall", "Budget", "Budget"],
      ["Personal", 480, 500, 520, 1040],
    ],
    {
      total: [500, 520, 20],
      forecast: [1040, 1020],
      entries: ["Personal jan–juni 2024 500/520"],
      versions: ["last-year", "full-year-budget"],
    },
  ],
  [
    "an outcome from before the first budget is set aside, and said",
    [
      ["Kostnadsslag", "Utfall 2022", "Utfall 2023", "Budget 2024", "Utfall 2024"],
      ["Personal", 700, 750, 1000, 900],
    ],
    {
      total: [900, 1000, 100],
      forecast: null,
      entries: ["Personal 2024 900/1000"],
      versions: ["last-year"],
      said: ["outcome-without-budget B2"],
    },
  ],
  [
    "long: a year before the first budget is set aside; one after the last counts, and is said",
    [
      ["Kostnadsslag", "År", "Utfall", "Budget"],
      ["Personal", 2022, 5, _],
      ["Personal", 2023, 90, 100],
      ["Personal", 2024, 3, _],
    ],
    {
      total: [93, 100, 7],
      forecast: null,
      entries: ["Personal 2023 90/100", "Personal 2024 3/none"],
      said: ["outcome-without-budget C2:D2", "period-without-budget A1:D4"],
    },
  ],
  [
    "a project's whole budget beside the outcome of its years",
    [
      ["Kostnadsslag", "Total projektbudget", "Utfall 2022", "Utfall 2023", "Totalt utfall", "Kvar"],
      ["Personal", 300, 90, 100, 190, 110],
      ["Lokal", 30, 10, 11, 21, 9],
      ["Summa", 330, 100, 111, 211, 119],
    ],
    {
      total: [211, 330, 119],
      forecast: null,
      entries: [
        "Personal 2022 90/none",
        "Personal 2023 100/none",
        "Personal Total projektbudget none/300",
        "Lokal 2022 10/none",
        "Lokal 2023 11/none",
        "Lokal Total projektbudget none/30",
      ],
    },
  ],
  [
    "last year's months named in the heading, this year's in the title",
    [
      ["Uppföljning jan–aug 2024"],
      ["Kostnadsslag", "Utfall", "Budget", "Utfall jan–aug 2023", "Helårsbudget", "Ej rekvirerat"],
      ["Personal", 800, 820, 750, 1230, 15],
    ],
    {
      total: [800, 820, 20],
      // 800 + 15 booked and worked up, and 410 of the year's budget left.
      forecast: [1230, 1225],
      entries: ["Personal jan-aug 2024 800/820"],
      versions: ["worked-up", "last-year", "full-year-budget"],
    },
  ],
  [
    "a month's columns beside the accumulated ones are a part of them",
    [
      ["Månadsrapport mars 2024"],
      ["Kostnadsslag", "Utfall mars", "Budget mars", "Utfall ack.", "Budget ack.", "Årsbudget"],
      ["Personal", 100, 110, 290, 330, 1320],
      ["Lokal", 10, 10, 30, 30, 120],
    ],
    {
      total: [320, 360, 40],
      // 320 booked, and 1 440 − 360 of the year's budget left.
      forecast: [1440, 1400],
      entries: ["Personal 2024-01–2024-03 290/330", "Lokal 2024-01–2024-03 30/30"],
      versions: ["full-year-budget"],
      said: ["part-of-accumulated B2"],
    },
  ],
  [
    "a period and what is accumulated, under a title that is for both: the budget is the accumulated months'",
    [
      ["Resultatrapport 2024-01-01 - 2024-08-31"],
      ["Konto", "Benämning", "Perioden", "Ackumulerat", "Budget"],
      [5010, "Lokal", 10, 80, 120],
      [7010, "Personal", 35, 280, 430],
    ],
    {
      total: [360, 550, 190],
      forecast: null,
      entries: ["Lokal 2024-01-01-2024-08-31 80/120", "Personal 2024-01-01-2024-08-31 280/430"],
      versions: [],
      said: ["part-of-accumulated C2"],
    },
  ],
  [
    "a month and what is accumulated, with the accumulated budget",
    [
      ["Resultatrapport 2024-08-01 - 2024-08-31"],
      ["Konto", "Benämning", "Perioden", "Ackumulerat", "Budget ack."],
      [5010, "Lokal", 10, 80, 80],
      [7010, "Personal", 35, 280, 290],
    ],
    {
      total: [360, 370, 10],
      forecast: null,
      entries: ["Lokal 2024-01–2024-08 80/80", "Personal 2024-01–2024-08 280/290"],
      versions: [],
      said: ["part-of-accumulated C2"],
    },
  ],
  [
    "quarters by number under their own heading",
    [
      ["Kostnadsslag", "År", "Kvartal", "Budget", "Utfall"],
      ["Personal", 2024, 1, 100, 90],
      ["Personal", 2024, "2", 100, 95],
      ["Personal", 2024, 3, 100, _],
      ["Personal", 2024, 4, 100, _],
    ],
    {
      total: [185, 200, 15],
      forecast: [400, 385],
      entries: [
        "Personal kv 1 2024 90/100",
        "Personal kv 2 2024 95/100",
        "Personal kv 3 2024 none/100",
        "Personal kv 4 2024 none/100",
      ],
    },
  ],
])("%s", (_name, rows, expected) => {
  expect(found(rows)).toEqual({ versions: [], said: [], ...expected, differing: 0 });
});

test("an outcome with a period beside a budget without any is no follow-up: the table is left out", () => {
  const intake = readSheet([
    ["Kostnadsslag", "Utfall", "Budget", "Utfall 2023"],
    ["Personal", 900, 1000, 750],
  ]);
  expect(intake.tables).toEqual([]);
  expect(saidBeside(intake)).toContain("budget-without-period A1:D2");
});

test("a month, what is accumulated and a budget that may be either's: refused, and the heading that is advised is read", () => {
  const report = (budget: string): ReturnType<typeof readSheet> =>
    readSheet([
      ["Resultatrapport 2024-08-01 - 2024-08-31"],
      ["Konto", "Benämning", "Perioden", "Ackumulerat", budget],
      [5010, "Lokal", 10, 80, 80],
      [7010, "Personal", 35, 280, 290],
    ]);
  const { tables, problems } = report("Budget");
  expect(tables).toEqual([]);
  const { params } = problems.find(({ code }) => code === "no-budget-column")!;
  const { add } = params as { add: string };
  expect(add).toBe("Budget ack.");
  expect(report(add).tables).toHaveLength(1);
});
