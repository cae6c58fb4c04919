// tests/report/kinds.test.ts: income, costs and their result in the tabs: sections with sums as formulas, worded by kind, recalculated.
import { standardLimits } from "../../src/domain/deviation/deviation";
import { followUpOf } from "../../src/domain/deviation/followUp";
import { finished } from "../../src/domain/steps";
import { wholeSheet } from "../../src/report/sheetOnDemand";
import { en } from "../../src/text/en";
import { newXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { fact, noFacts } from "../domain/table";
import { agreementOf } from "../recalculate/agreement";
import { recalculate } from "../recalculate/libreOffice";
import { openYear, tab, tabsOf } from "./fixtures";
import { association, equity, kindTable, many, mixed } from "./kindTables";

const all = { groups: ["deviation", "board"] } as const;
const results = (orientation: (typeof mixed)[number], outcome = 625) => [
  {
    label: "Årets resultat",
    measure: "outcome" as const,
    origin: { workbook: null, sheet: "Resultat", cells: "C19" },
    lines: [...association.keys()],
    periods: [0, 1],
    stated: equity.change.amount
      .times(outcome)
      .div(625)
      .times(orientation === "ledger" ? -1 : 1),
  },
];

const facts = { ...noFacts, closed: fact(40), plannedClosed: fact(50) };

const tables = mixed.flatMap((orientation) => {
  const versions = [
    { kind: "last-year", label: "Utfall 2023" },
    { kind: "revised-budget", label: "Reviderad budget" },
    { kind: "worked-up", label: "Upparbetat" },
  ] as const;
  const drawn = [
    { kind: "original-budget", label: "Ursprunglig budget" },
    { kind: "requisitioned", label: "Rekvirerat" },
    { kind: "paid", label: "Utbetalt" },
    { kind: "worked-up", label: "Upparbetat" },
  ] as const;
  const moreDrawn = (line: number, period: number) => [
    line * 9 - 30,
    line > 6 ? -line * 30 : null,
    period === 0 ? -line : null,
    line === 8 ? -25 : null,
  ];
  const more = (line: number, period: number) => [line * 10 - 40, line * 11 - 50, period === 0 ? line : null];
  return [
    [
      `a year booked, ${orientation}`,
      followUpOf(kindTable(association, orientation, { equity, results: results(orientation) }), facts, standardLimits),
    ],
    [
      `half a year booked, ${orientation}`,
      followUpOf(kindTable(association, orientation, { versions, more, booked: 1 }), facts, standardLimits),
    ],
    [
      `requisitions, ${orientation}`,
      followUpOf(
        kindTable(association, orientation, { versions: drawn, more: moreDrawn, equity }),
        null,
        standardLimits,
      ),
    ],
    [`many lines, ${orientation}`, followUpOf(kindTable(many, orientation), null, standardLimits)],
  ] as const;
});

test.concurrent.each(tables)("every formula agrees with the engine: %s", async (_, followUp) => {
  for (const sheets of [tabsOf([followUp], all), tabsOf([openYear, followUp], { ...all, texts: en })]) {
    const book = newXlsx("tabs.xlsx");
    await book.write(sheets);
    const { formulas, disagreements } = agreementOf(sheets, await recalculate(book.bytes()));
    expect(formulas).toBeGreaterThan(100);
    expect(disagreements).toEqual([]);
  }
});

function textsOf(sheets: ReturnType<typeof tabsOf>, role: Parameters<typeof tab>[1]): string[][] {
  return finished(wholeSheet(tab(sheets, role))).rows.map((row) =>
    row.map((cell) => {
      const content = cell?.content ?? null;
      return content === null
        ? ""
        : content.kind === "text"
          ? content.text
          : content.kind === "number"
            ? content.number
            : content.cached;
    }),
  );
}

test.each(mixed)("sections with their sums, and income worded as income: %s", (orientation) => {
  const rows = textsOf(
    tabsOf([followUpOf(kindTable(association, orientation), null, standardLimits)], all),
    "avvikelse",
  );
  const names = rows.map((row) => row[0] ?? "");
  const from = names.indexOf("Intäkter");
  expect(names.slice(from, from + 17)).toEqual([
    "Intäkter",
    ...association.slice(0, 5).map(([name]) => name),
    "Summa intäkter",
    "Kostnader",
    ...association.slice(5).map(([name]) => name),
    "Summa kostnader",
    "Resultat",
    expect.anything(),
  ]);
  const said = rows.map((row) => row.join("|"));
  const of = (name: string): string => said.find((row) => row.startsWith(`${name}|`)) ?? "";
  expect(of("Ränteintäkter")).toContain("högre intäkt än budget");
  expect(of("Insats Stegen")).toContain("högre kostnad än budget");
  expect(of("Insats Vägen in")).toContain("lägre kostnad än budget");
  expect(of("Summa intäkter")).toContain("högre intäkt än budget");
  expect(of("Resultat")).toContain("|585000|");
  expect(of("Resultat")).toContain("Överskott");
});

test.each(mixed)(
  "no share is said of a result per period, as none is of the result itself; of sections it is: %s",
  (orientation) => {
    const rows = textsOf(
      tabsOf([followUpOf(kindTable(association, orientation), null, standardLimits)], all),
      "avvikelse",
    );
    const tables = rows.flatMap((row, at) => (row[0]?.startsWith("Avvikelse per period:") === true ? [at] : []));
    const [whole = 0, income = 0] = tables;
    expect(rows[whole + 1]?.slice(1)).toEqual(["Utfall", "Budget", "Avvikelse"]);
    // The two half-years, how many they are, and their average.
    for (const row of rows.slice(whole + 2, whole + 6)) expect(row[4] ?? "").toBe("");
    // The first half-year: 5 more in income, 340 less in costs.
    expect(rows[whole + 2]?.[3]).toBe("345000");
    expect(rows[income + 1]?.[4]).not.toBe("");
    // Income of the first half-year: 3 025 against 3 020.
    expect(Number(rows[income + 2]?.[4])).toBeCloseTo(5 / 3020, 10);
  },
);

test("an income below its budget is unfavourable and says so, where there is nothing but income too", () => {
  const only = kindTable([["Kommun B", "income", [540, 600], [0, 0]]], "costs-negative", {
    orientation: "income-only",
  });
  const sheets = tabsOf([followUpOf(only, null, standardLimits)], all);
  const rows = textsOf(sheets, "avvikelse").map((row) => row.join("|"));
  expect(rows.find((row) => row.startsWith("Kommun B|"))).toMatch(/\|-60000\|.*lägre intäkt än budget/u);
  expect(rows.some((row) => row.startsWith("Summa intäkter"))).toBe(false);
  expect(rows.find((row) => row.startsWith("Totalt|"))).toContain("Underskott");
});

test("Underlag says what each row is, and nothing of it where there are costs alone", () => {
  const [heading = [], ...rows] = textsOf(
    tabsOf([followUpOf(kindTable(association, "ledger"), null, standardLimits)]),
    "underlag",
  ).filter((row) => row.length > 8 && row[3] !== "");
  expect(heading.slice(3, 5)).toEqual(["Kostnadsslag", "Slag"]);
  expect(new Set(rows.map((row) => row[4]))).toEqual(new Set(["intäkt", "kostnad"]));
  expect(textsOf(tabsOf([openYear]), "underlag").flat()).not.toContain("Slag");
});

test("Kontroller says what the source states and how much of it is explained", () => {
  const said = (table: Parameters<typeof followUpOf>[0]): string =>
    textsOf(tabsOf([followUpOf(table, null, standardLimits)], all), "kontroller")
      .flat()
      .join("\n");
  expect(said(kindTable(association, "ledger"))).toContain("Källan har inga summor att jämföra med.");
  const agrees = said(kindTable(association, "ledger", { results: results("ledger"), equity }));
  expect(agrees).toContain("Årets resultat");
  expect(agrees).toContain("eller det resultat som källan anger stämmer med raderna.");
  expect(agrees).toContain("Utgående eget kapital");
  expect(said(kindTable(association, "ledger", { results: results("ledger", 700) }))).toContain(
    "stämmer inte med raderna",
  );
});

describe("Årsredovisning", () => {
  test.each(mixed)("members, appropriations, equity: %s", (orientation) => {
    const lines = association.map((line) =>
      line[0] === "Kommun B" ? (["Kommun B", "income", [270, 300], [270, 300]] as const) : line,
    );
    const versions = [{ kind: "original-budget", label: "Ursprunglig budget" }] as const;
    const more = (line: number) => [line === 7 ? -1000 : (lines[line]?.[2] as readonly [number, number])[1]];
    const table = kindTable(lines, orientation, { versions, more, equity });
    const rows = textsOf(tabsOf([followUpOf(table, null, standardLimits)], all), "arsredovisning");
    const of = (name: string, nth = 0): string[] => rows.filter((row) => row[0] === name)[nth] ?? [];
    const [plus, cost] = [orientation === "ledger" ? "-" : "", orientation === "costs-negative" ? "-" : ""];
    // Kommun B has paid 60 of 600 less than decided; nobody else has paid more.
    expect(of("Kommun B", 1).slice(1, 4)).toEqual([`${plus}600000`, `${plus}540000`, "-60000"]);
    expect(of("Summa").slice(3, 4)).toEqual(["-60000"]);
    // 2 000 were first decided for Vägen in and 2 200 at last; 1 905 were used.
    expect(of("Insats Vägen in").slice(1, 5)).toEqual([`${cost}2000000`, `${cost}200000`, `${cost}1905000`, "295000"]);
    // 40 + 20 + 295 + 180 + 55: what Stegen overspent is not taken from it.
    expect(of("Beslutade men ej använda medel")[4]).toBe("590000");
    expect(of("Över den beslutade storleken")[1]).toBe("425000");
    expect(rows.flat()).toContain("Utgående eget kapital är inte ingående plus årets resultat. Kontrollera källan.");
  });

  test("requisitions: remaining is granted less used and worked up, in the JSON's figures too", () => {
    const versions = [
      { kind: "requisitioned", label: "Rekvirerat" },
      { kind: "worked-up", label: "Upparbetat" },
    ] as const;
    const more = (_: number, period: number) => (period === 0 ? [-700, -40] : [-800, null]);
    const table = kindTable([["Vägen in", "cost", [-905, -1100], [-1000, -1100]]], "costs-negative", {
      versions,
      more,
      orientation: "costs-only",
    });
    const rows = textsOf(tabsOf([followUpOf(table, null, standardLimits)], all), "arsredovisning");
    const row = rows.filter((cells) => cells[0] === "Vägen in").at(-1) ?? [];
    expect(row.slice(1, 7)).toEqual(["2200000", "1500000", "", "1905000", "40000", "255000"]);
  });

  test("there is none where there are costs alone", () => {
    expect(tabsOf([openYear], all).some(({ role }) => role.startsWith("arsredovisning"))).toBe(false);
  });
});
