// The headings of tables as municipalities, associations and accounting systems write them: what each column is taken for.
import { columnsOf, type Rows } from "./columnsOf";

const _ = null;
/** A body under headings, in the first column names, in the others amounts. */
const under = (...heads: Rows): Rows => [
  ...heads,
  ["Kultur", ...Array.from({ length: Math.max(...heads.map((row) => row.length)) - 1 }, (__, at) => -1200 - 35 * at)],
  ["Skola", ...Array.from({ length: Math.max(...heads.map((row) => row.length)) - 1 }, (__, at) => -3415 - 41 * at)],
];

const year = "2024-01..2024-12";
const toAugust = "2024-01..2024-08";

test.each<[string, string]>([
  ["Bokslut 2024", "Budget 2024"],
  ["Redovisat 2024", "Budget 2024"],
  ["Redovisning 2024", "Årsbudget 2024"],
  ["Utfall2024", "Budget2024"],
  ["Utf. 2024", "Budget 2024*"],
  ["Bokslut\n2024", "Budget\n2024"],
  ["Ut-\nfall 2024", "Bud-\nget 2024"],
  ["Utfall 2024 1)", "Budget 2024 2)"],
  ["Regnskap 2024", "Budsjett 2024"],
  ["Regnskab 2024", "Budget 2024"],
  ["Förbrukat 2024", "Beviljat 2024"],
  ["Rekvirerat 2024", "Beviljade medel 2024"],
  ["Upparbetat 2024", "Budget 2024"],
  ["Nettokostnad 2024", "Budget 2024"],
  ["2024", "Budget 2024"],
])("%s beside %s", (outcome, budget) => {
  expect(columnsOf(under(["Verksamhet", outcome, budget, "Avvik."]))).toEqual([
    `${year}: outcome B, budget C, deviation D`,
  ]);
});

test.each([
  "Kostnadsslag",
  "Verksamhet",
  "Nämnd",
  "Kostnadsställe",
  "Anslag",
  "Insats",
  "Aktivitet",
  "Projekt",
  "Konto",
  "Benämning",
  "Medlem",
  "Finansiär",
  "(tkr)",
  null,
])("the lines under %s", (heading) => {
  expect(columnsOf(under([heading, "Utfall 2024", "Budget 2024"]))).toEqual([`${year}: outcome B, budget C`]);
});

describe("what is accumulated means one thing", () => {
  test.each([
    "Utfall ack. aug 2024",
    "Ack utfall augusti 2024",
    "Utfall t.o.m. aug 2024",
    "Utfall tom 2024-08",
    "Utfall per 2024-08-31",
    "Utfall per 31 aug 2024",
    "Utfall jan–aug 2024",
    "Utfall till och med augusti 2024",
    "Ackumulerat utfall aug 2024",
    "Utfall aug 2024 ack",
  ])("%s beside the year's budget", (outcome) => {
    expect(columnsOf(under(["Verksamhet", outcome, "Budget 2024"]))).toEqual([
      `${toAugust}: outcome B`,
      `${year}: budget C`,
    ]);
  });

  test.each([
    "Uppföljning t.o.m. augusti 2024",
    "Uppföljning per 2024-08-31",
    "Utfall ack. aug 2024",
    "Delårsrapport augusti 2024",
    "Delårsbokslut 2024-08-31, tkr",
    "Uppföljning jan-aug 2024",
  ])("in the title: %s", (title) => {
    expect(columnsOf([[title], ...under(["Verksamhet", "Utfall", "Budget", "Helårsbudget", "Helårsprognos"])])).toEqual(
      [`${toAugust}: outcome B, budget C`, "whole: full-year-budget D", "whole: forecast E"],
    );
  });

  test.each(["Utfall t.o.m. aug", "Utfall ack aug", "Utfall jan-aug", "Ack. utfall per aug"])(
    "%s beside a column År",
    (outcome) => {
      expect(
        columnsOf([
          ["Kostnadsslag", "År", outcome, "Budget"],
          ["Personal", 2024, -800, -1200],
        ]),
      ).toEqual(["row months 1-8: outcome C", "row: budget D"]);
    },
  );

  test("the month beside the accumulated: the month is a part of it", () => {
    const rows = under([
      "Konto",
      "Benämning",
      "Perioden",
      "Budget perioden",
      "Ackumulerat",
      "Ack. budget",
      "Ack. fg år",
    ]);
    const named = rows.map((row, at) => (at === 0 ? row : [4010 + at, ...row.slice(0, 1), ...row.slice(2)]));
    expect(columnsOf([["2024-01 - 2024-12"], ...named])).toEqual([
      "part: outcome C, budget D",
      `${year}: outcome E, budget F, last-year G`,
    ]);
  });

  test("under labels", () => {
    expect(
      columnsOf(under([_, "augusti 2024", _, _], ["Verksamhet", "Utfall", "Ack. utfall", "Helårsbudget"])),
    ).toEqual(["part: outcome B", `${toAugust}: outcome C`, `${year}: budget D`]);
  });
});

describe("several columns that could be the outcome", () => {
  test("requisitioned and paid beside what is used", () => {
    expect(
      columnsOf([
        ["Insatser 2024, kr"],
        ...under(["Insats", "Beviljat", "Rekvirerat", "Utbetalt", "Förbrukat", "Kvar"]),
      ]),
    ).toEqual([`${year}: outcome E, budget B, deviation F, requisitioned C, paid D`]);
  });

  test("a degree of use that is called outcome is told by its figures", () => {
    expect(
      columnsOf([
        ["Budgetuppföljning 2024"],
        ["Verksamhet", "Budget:", "Redovisning:", "Differens (kr):", "Differens (%):", "Utfall:"],
        ["Kultur", 1000, 800, 200, 0.2, 0.8],
        ["Skola", 500, 450, 50, 0.1, 0.9],
      ]),
    ).toEqual([`${year}: outcome C, budget B, deviation D`]);
  });

  test("a change since last year and a share are neither", () => {
    expect(
      columnsOf([
        ["Resultat januari–april 2024"],
        ...under([
          _,
          "Utfall",
          "Budget",
          "Budget avvik.",
          "Förändr. utfall fg år",
          "Prognos år",
          "Budget år",
          "Budget avvik.",
        ]),
      ]),
    ).toEqual([
      "2024-01..2024-04: outcome B, budget C, deviation D",
      "2024-01..2024-04: deviation H",
      "whole: full-year-budget G",
      "whole: forecast F",
    ]);
  });
});

describe("income and cost beside their net", () => {
  test("one measure's", () => {
    expect(
      columnsOf([["Drift 2024"], ...under(["Verksamhet", "Intäkter", "Kostnader", "Netto", "Budget", "Avvikelse"])]),
    ).toEqual([`${year}: outcome D, budget E, deviation F, outcome gross B/C`]);
  });

  test("both measures', on two rows", () => {
    expect(
      columnsOf(
        under(
          ["Verksamhet", "Utfall 2024", _, _, "Budget 2024", _, _],
          [_, "Intäkter", "Kostnader", "Netto", "Intäkter", "Kostnader", "Netto"],
        ),
      ),
    ).toEqual([`${year}: outcome D, budget G, outcome gross B/C, budget gross E/F`]);
  });

  test("Kostnader over names is the line, over amounts it is none", () => {
    expect(columnsOf(under(["Kostnader", "Utfall 2024", "Budget 2024"]))).toEqual([`${year}: outcome B, budget C`]);
    expect(columnsOf(under(["Verksamhet", "Intäkter", "Kostnader", "Utfall 2024", "Budget 2024"]))).toEqual([
      `${year}: outcome D, budget E`,
    ]);
  });
});

describe("headings on several rows", () => {
  test("the second row says of what", () => {
    expect(
      columnsOf([
        ["Uppföljning augusti 2024"],
        ...under(
          ["Verksamhet", "Utfall", "Budget", "Avvikelse", "Prognos", "Budget"],
          [_, "ack", "ack", "kr", "helår", "helår"],
        ),
      ]),
    ).toEqual([`${toAugust}: outcome B, budget C, deviation D`, "whole: full-year-budget F", "whole: forecast E"]);
  });

  test("years, quarters and measures", () => {
    expect(
      columnsOf(
        under(
          ["Kostnadsslag", 2023, _, _, 2024, _, _],
          [_, "Kv 1", _, _, "Kv 1", _, _],
          [_, "Budget", "Utfall", "Diff", "Budget", "Utfall", "Diff"],
        ),
      ),
    ).toEqual([
      "2023-01..2023-03: outcome C, budget B, deviation D",
      "2024-01..2024-03: outcome F, budget E, deviation G",
    ]);
  });

  test("last year and the year before are no overspend", () => {
    expect(columnsOf(under(["Belopp i tkr", "Not", "BUDGET\n2024", "2024", "2023"]))).toEqual([
      `${year}: outcome D, budget C, last-year E`,
    ]);
    expect(columnsOf(under([_, "jan-okt 2023", "jan-okt 2024", "Årsbudget 2024"]))).toEqual([
      "2024-01..2024-10: outcome C, last-year B",
      `${year}: budget D`,
    ]);
  });

  test("months across, their sum and the year's budget", () => {
    expect(
      columnsOf([["Utfall 2024"], ...under(["Kostnadsslag", "jan", "feb", "mar", "Summa utfall", "Budget helår"])]),
    ).toEqual([
      "2024-01..2024-01: outcome B",
      "2024-02..2024-02: outcome C",
      "2024-03..2024-03: outcome D",
      "total: outcome E",
      `${year}: budget F`,
    ]);
  });
});

describe("amounts that look like years", () => {
  test("on the first line", () => {
    expect(
      columnsOf([
        ["Kostnadsslag (tkr)", "Utfall 2024", "Budget 2024"],
        ["Personal", 2050, 2000],
        ["Lokaler", 300, 250],
      ]),
    ).toEqual([`${year}: outcome B, budget C`]);
    expect(
      columnsOf([
        ["Uppföljning 2024"],
        ["Kostnadsslag", "Utfall", "Budget"],
        ["Personal", 2050, 2000],
        ["Lokaler", 2010, 1995],
      ]),
    ).toEqual([`${year}: outcome B, budget C`]);
  });

  test.each<[string, string | number]>([
    ["Beviljat belopp (tkr)", 2000],
    ["Ram", 2010],
    ["Total budget", 2030],
  ])("above the headings: %s %s", (name, amount) => {
    expect(columnsOf([["Uppföljning 2024"], [name, amount], ...under(["Kostnadsslag", "Utfall", "Budget"])])).toEqual([
      `${year}: outcome B, budget C`,
    ]);
  });

  test("in a title", () => {
    expect(
      columnsOf([["Uppföljning 2024"], ["Beviljat 2000 tkr"], ...under(["Kostnadsslag", "Utfall", "Budget"])]),
    ).toEqual([`${year}: outcome B, budget C`]);
  });
});

describe("two tables side by side", () => {
  const both = [`${year}: outcome B, budget C`, `${year}: outcome E, budget F`];
  test.each<[string, readonly (string | null)[]]>([
    [
      "headings of their own",
      ["Kostnadsslag", "Utfall 2024", "Budget 2024", "Kostnadsslag", "Utfall 2024", "Budget 2024"],
    ],
    [
      "no heading over the second one's names",
      ["Kostnadsslag", "Utfall 2024", "Budget 2024", _, "Utfall 2024", "Budget 2024"],
    ],
    ["no heading over any names", [_, "Utfall 2024", "Budget 2024", _, "Utfall 2024", "Budget 2024"]],
    ["a heading that is not known", ["Vägen in", "Utfall 2024", "Budget 2024", "Stegen", "Utfall 2024", "Budget 2024"]],
  ])("%s", (_name, heads) => {
    expect(
      columnsOf([heads, ["Personal", -100, -120, "Personal", -30, -40], ["Lokaler", -50, -60, "Lokaler", -10, -15]]),
    ).toEqual(both);
  });
});
