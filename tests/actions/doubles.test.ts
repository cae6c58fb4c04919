// The same table twice is counted once, and said, whatever it is called and however it is laid out.
import { analyse } from "../../src/actions/analyse";
import type { Analysis } from "../../src/actions/analysis";
import type { CellValue } from "../../src/intake/grid";
import { gridOf, workbookOf } from "../intake/gridOf";

type Rows = readonly (readonly CellValue[])[];
const wide: Rows = [
  ["Kostnadsslag", "Utfall 2024", "Budget 2024"],
  ["Personal", -2050, -2000],
  ["Lokaler", -300, -250],
  ["Summa", -2350, -2250],
];
const long: Rows = [
  ["Kostnadsslag", "År", "Budget", "Utfall"],
  ["Lokaler", 2024, -250, -300],
  ["Personal", 2024, -2000, -2050],
];
const options = { unit: null, sign: null };
const told = ({ problems }: Analysis): readonly string[] =>
  problems
    .filter(({ code }) => code === "table-twice" || code === "tables-alike")
    .map(({ code, sheet }) => `${code} ${sheet}`);
const totals = ({ results }: Analysis): readonly string[] =>
  results.map(({ followUp }) => followUp.total.amount.toString());

test.each<[string, Rows]>([
  ["a copied sheet", wide],
  ["in another layout, as a copy of a tab of ours has it", long],
])("%s", (_, copy) => {
  const found = analyse([workbookOf(gridOf(wide), gridOf(copy, { sheet: "Blad1 (2)" }))], options);
  expect(totals(found)).toEqual(["-100"]);
  expect(told(found)).toEqual(["table-twice Blad1 (2)"]);
  expect(found.rows.seen).toBe(found.rows.used + found.rows.setAside);
  expect(found.rows.used).toBe(2);
  expect(found.setAside.filter(({ reason }) => reason === "table-twice")).toHaveLength(2);
});

test("the same file twice", () => {
  const file = workbookOf(gridOf(wide));
  const found = analyse([file, { ...file, name: "kopia.xlsx" }], options);
  expect(totals(found)).toEqual(["-100"]);
  expect(told(found)).toEqual(["table-twice Blad1"]);
  expect(found.refused).toBe(false);
});

test("one amount differs: two tables", () => {
  const other = wide.map((row) => row.map((cell) => (cell === -300 ? -301 : cell === -2350 ? -2351 : cell)));
  const found = analyse([workbookOf(gridOf(wide), gridOf(other, { sheet: "Två" }))], options);
  expect(totals(found)).toEqual(["-100", "-101"]);
  expect(told(found)).toEqual([]);
});

test("two initiatives planned alike, with nothing booked yet, are two", () => {
  const planned = wide.map((row) => row.map((cell, at) => (at === 1 && typeof cell === "number" ? null : cell)));
  const found = analyse([workbookOf(gridOf(planned), gridOf(planned, { sheet: "Två" }))], options);
  expect(told(found)).toEqual([]);
});

test("initiatives with names of their own are both kept, and said to be alike", () => {
  const named = (name: string): Rows => [["Insatsens namn", name], [], ...wide];
  const found = analyse([workbookOf(gridOf(named("Vägen in")), gridOf(named("Stegen"), { sheet: "Två" }))], options);
  expect(totals(found)).toEqual(["-100", "-100"]);
  expect(told(found)).toEqual(["tables-alike Två"]);
});
