// tests/intake/records/initiative.test.ts: facts from labels with a value beside them.
import type { CellValue } from "../../../src/intake/grid";
import { monthIndex } from "../../../src/domain/period";
import { factsOf } from "../../../src/intake/records/initiative";
import { gridOf } from "../gridOf";

const read = (rows: readonly (readonly CellValue[])[], formats: Readonly<Record<string, string>> = {}) =>
  factsOf(gridOf(rows, { formats }), false);
const plain = (rows: readonly (readonly CellValue[])[], formats: Readonly<Record<string, string>> = {}) => {
  const found: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(read(rows, formats)?.facts ?? {})) {
    if (value === null) continue;
    found[field] = typeof value === "object" ? ("origin" in value ? value.value.toString() : value.toString()) : value;
  }
  return found;
};

test("RESAN's fields (tests/cases/resan.xlsx, sheet Insats)", () => {
  const rows = [
    ["Insatsens namn", "RESAN"],
    ["Insatstid från", 44562],
    ["Insatstid till", 45291],
    ["Beviljade medel", 2458000],
    ["Utnyttjade medel", 2064312],
    ["Uppgiven andel utnyttjat", 0.97],
  ];
  expect(plain(rows, { B2: "yyyy-mm-dd", B3: "yyyy-mm-dd" })).toEqual({
    name: "RESAN",
    from: monthIndex(2022, 1),
    to: monthIndex(2023, 12),
    granted: "2458000",
    used: "2064312",
    statedUsedShare: "0.97",
  });
});

test.each<[string, CellValue, Record<string, unknown>]>([
  ["Insatstid från:", "2008-02", { from: monthIndex(2008, 2) }],
  ["Insatstid från", 200802, { from: monthIndex(2008, 2) }],
  ["INSATSTID TILL", "2012-05-31", { to: monthIndex(2012, 5) }],
  ["Insatstid till", 2012, { to: monthIndex(2012, 12) }],
  ["Beviljade medel (tkr)", 2458, { granted: "2458000" }],
  ["Beviljade medel", "2 458 tkr", { granted: "2458000" }],
  ["Beviljade medel", "2 458 000 kr", { granted: "2458000" }],
  ["Uppgiven andel utnyttjat", "97 %", { statedUsedShare: "0.97" }],
  ["Uppgiven andel utnyttjat", "97,5%", { statedUsedShare: "0.975" }],
  ["Antal deltagare", "247 st", { participants: "247" }],
  ["Planerade starter per år", 90, { plannedParticipantsPerYear: "90" }],
  ["Planerat till arbete", 20, { plannedToWorkOrStudies: "20" }],
])("%s: %p", (label, value, facts) => {
  expect(plain([[label, value]])).toEqual(facts);
});

test("an unreadable value is said with its cell", () => {
  const found = read([
    ["Antal deltagare", "många"],
    ["Avslutade deltagare", -1],
  ])!;
  expect(found.problems.map(({ code, cell, params }) => [code, cell, params])).toEqual([
    ["unreadable-field", "B1", { label: "Antal deltagare", text: "många" }],
    ["unreadable-field", "B2", { label: "Avslutade deltagare", text: "-1" }],
  ]);
});

test("the first of two equal labels holds, and the other is said", () => {
  const found = read([
    ["Antal deltagare", 5],
    ["Antal deltagare", 6],
  ])!;
  expect(found.facts.participants!.value.toString()).toBe("5");
  expect(found.problems.map(({ code, cell }) => [code, cell])).toEqual([["fields-ignored", "A2"]]);
});

test("a row of numbers is no fact", () => {
  expect(read([["Antal deltagare", 45, 31, 41]])).toBeNull();
});
