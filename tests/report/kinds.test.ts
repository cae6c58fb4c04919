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

const all = { written: { deviation: true, board: true } } as const;
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
