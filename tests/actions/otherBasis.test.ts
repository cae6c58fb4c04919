// The source's own deviations against another basis are recognised as that, and remarks that share a cause are one.
import { analyse } from "../../src/actions/analyse";
import type { Analysis } from "../../src/actions/analysis";
import type { Problem } from "../../src/domain/problem";
import { textsOf } from "../../src/text/languages";
import { problemText } from "../../src/text/problems";
import type { CellValue } from "../../src/intake/grid";
import { gridOf, workbookOf } from "../intake/gridOf";

type Rows = readonly (readonly CellValue[])[];
type Line = readonly [name: string, outcome: number, budget: number, accumulated: number];
const lines: readonly Line[] = [
  ["Personal", 1_300_000, 2_000_000, 1_200_000],
  ["Lokaler", 210_000, 300_000, 150_000],
  ["Köp av verksamhet", 333_000, 600_000, 500_000],
  ["Resor", 20_000, 24_000, 9_000],
];
const run = (rows: Rows): Analysis => analyse([workbookOf(gridOf(rows))], { unit: "kr", sign: null });
const of = ({ problems }: Analysis, code: Problem["code"]): readonly Problem[] =>
  problems.filter((each) => each.code === code);
const places = ({ cell, also }: Problem): string => `${cell}${also === undefined ? "" : `, ${also.cells}`}`;

/** Heads, then what follows the name on each line; the last row sums them. */
function table(heads: readonly string[], cells: (line: Line) => readonly number[]): Rows {
  const rows = lines.map((line) => [line[0], ...cells(line)]);
  const sums = heads.map((_, at) => rows.reduce((all, row) => all + Number(row[at + 1]), 0));
  return [["Kostnadsslag", ...heads], ...rows, ["Summa", ...sums]];
}

const part = (months: number) => (budget: number) => (budget * months) / 12;

test.each([1, 5, 8, 11])("%s/12 of the year's budget, either way round", (months) => {
  const share = part(months);
  for (const way of [1, -1]) {
    const found = run(table(["Utfall 2024", "Budget 2024", "Avvikelse"], ([, a, b]) => [a, b, way * (share(b) - a)]));
    const [told, ...more] = of(found, "deviations-other-basis");
    expect(told?.params).toEqual({ basis: { kind: "part", months, of: 12 } });
    expect(more).toEqual([]);
    expect(of(found, "control-total-differs")).toEqual([]);
    // What is computed does not change.
    expect(found.results[0]?.followUp.total.amount.toString()).toBe("1061000");
  }
});

test("income and costs, both written positive, the table's own plain difference against 8/12", () => {
  const income: Line = ["Medlemsavgifter", 2_100_000, 3_000_000, 0];
  const rows: Rows = [
    ["", "Utfall 2024", "Budget 2024", "Avvikelse"],
    ["INTÄKTER"],
    ["Medlemsavgifter", 2_100_000, 3_000_000, 2_100_000 - part(8)(income[2])],
    ["Summa intäkter", 2_100_000, 3_000_000, 2_100_000 - part(8)(income[2])],
    ["KOSTNADER"],
    ...lines.map(([name, a, b]) => [name, a, b, part(8)(b) - a]),
    ["Summa kostnader", 1_863_000, 2_924_000, part(8)(2_924_000) - 1_863_000],
    ["Årets resultat", 237_000, 76_000, 237_000 - part(8)(76_000)],
  ];
  const found = run(rows);
  expect(found.questions).toEqual([]);
  expect(of(found, "deviations-other-basis").map(({ params }) => params)).toEqual([
    { basis: { kind: "part", months: 8, of: 12 } },
  ]);
  expect(of(found, "control-total-differs")).toEqual([]);
});

test("the budget so far in a column of its own, which is no twelfths", () => {
  const heads = ["Utfall ack aug 2024", "Budget 2024", "Ack budget", "Avvikelse"];
  const found = run(table(heads, ([, a, b, so]) => [a, b, so, so - a]));
  expect(of(found, "deviations-other-basis").map(({ params }) => params)).toEqual([{ basis: { kind: "column" } }]);
  expect(of(found, "control-total-differs")).toEqual([]);
  // What the remark says to do makes it the budget that is computed with.
  const followed = run(
    table(["Utfall ack aug 2024", "Budget 2024", "Budget jan–aug 2024", "Avvikelse"], ([, a, b, so]) => [
      a,
      b,
      so,
      so - a,
    ]),
  );
  expect(followed.results[0]?.followUp.total.amount.toString()).toBe(String(1_859_000 - 1_863_000));
});

test("a revised budget", () => {
  const heads = ["Utfall 2024", "Budget 2024", "Reviderad budget 2024", "Avvikelse"];
  const found = run(table(heads, ([, a, b, so]) => [a, b, b - so / 10, b - so / 10 - a]));
  expect(of(found, "deviations-other-basis").map(({ params }) => params)).toEqual([
    { basis: { kind: "version", label: "Reviderad budget 2024" } },
  ]);
});

test("a wrong deviation is wrong, whatever the others are against", () => {
  const heads = ["Utfall 2024", "Budget 2024", "Avvikelse"];
  const rows = table(heads, ([name, a, b]) => [a, b, part(8)(b) - a + (name === "Lokaler" ? 7_000 : 0)]);
  const found = run(rows);
  expect(of(found, "deviations-other-basis")).toHaveLength(1);
  // The line and the sum that it is in: one cause.
  expect(of(found, "control-total-differs").map(places)).toEqual(["D3, D6"]);
});

test("one difference in several totals is one remark, another one of its own", () => {
  const heads = ["Utfall 2024", "Budget 2024", "Avvikelse"];
  const rows: Rows = table(heads, ([name, a, b]) => [a, b, b - a + (name === "Resor" ? 3 : 0)]).map((row) =>
    row[0] === "Summa" ? ["Summa", 1_863_000, 2_974_000, 1_111_000] : row,
  );
  expect(of(run(rows), "control-total-differs").map(places)).toEqual(["D5", "C6, D6"]);
});

test("thousands of opposite signs in a ledger are one remark that lists some of them", () => {
  const rows: Rows = [
    ["Konto", "Kostnadsslag", "Datum", "Verifikation", "Utfall", "Budget"],
    ...Array.from({ length: 4_000 }, (_, at) => [
      5_000 + (at % 7),
      `Kostnad ${at % 7}`,
      `2024-${String(1 + (at % 9)).padStart(2, "0")}-10`,
      `A${at}`,
      at % 3 === 0 ? -100 : 500,
      400,
    ]),
  ];
  const found = run(rows);
  const [told, ...more] = of(found, "opposite-sign");
  expect(more).toEqual([]);
  expect(told?.cell).toBe("E2");
  expect(told?.also?.cells).toMatch(/^E5, E8, E11/u);
  expect(told?.also?.cells.split(", ").length).toBe(12);
  expect(told?.also?.more).toBe(1_334 - 13);
  expect(problemText(told!, textsOf("sv"))).toContain("och 1321 celler till");
  expect(problemText(told!, textsOf("en"))).toContain("and 1321 more cells");
  expect(found.rows.seen).toBe(found.rows.used + found.rows.setAside);
});
