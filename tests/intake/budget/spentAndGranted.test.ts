// tests/intake/budget/spentAndGranted.test.ts: what money is planned and spent by in tables without the words budget and outcome.
import { measureHeading } from "../../../src/intake/budget/measureHeading";
import type { CellValue } from "../../../src/intake/grid";
import { entriesOf, readSheet } from "../shown";

type Row = readonly CellValue[];
const report = (planned: string, spent: string, thousands = 1000): readonly Row[] => [
  ["Uppföljning 2024"],
  ["Kostnadsslag", planned, spent],
  ["Personal", thousands, 0.9 * thousands],
  ["Lokal", 0.2 * thousands, 0.21 * thousands],
];

test.each([
  ["Planerat", "Använt"],
  ["Planerade medel", "Använda medel"],
  ["Beslutade medel", "Förbrukade medel"],
  ["Beslutat", "Upparbetade medel"],
  ["Ram", "Utnyttjat"],
  ["Budgetram", "Nyttjat"],
  ["Tilldelning", "Utnyttjat"],
  ["Tilldelad ram", "Redovisat"],
  ["Anslag", "Förbrukat"],
  ["Anslagna medel", "Utbetalda medel"],
  ["Avsatta medel", "Ianspråktagna medel"],
  ["Beräknad kostnad", "Faktisk kostnad"],
  ["Budget inkl. TA", "Ack utfall"],
  ["KF-budget", "Bokfört"],
])("%s and %s over amounts are budget and outcome", (planned, spent) => {
  expect(entriesOf(readSheet(report(planned, spent, 1_000_000)).tables[0]!)).toEqual([
    "Personal 2024 900000/1000000",
    "Lokal 2024 210000/200000",
  ]);
});

test.each([
  ["Planerat antal", "Utfall antal"],
  ["Planerat antal", "Använt antal"],
  ["Planerat", "Utfall"],
  ["Ram", "Utfall"],
])("%s and %s over numbers of things are no budget", (planned, spent) => {
  const { tables } = readSheet([
    ["Verksamhet 2024"],
    ["Aktivitet", planned, spent],
    ["Kurser", 12, 10],
    ["Träffar", 40, 44],
  ]);
  expect(tables).toEqual([]);
});

test.each([
  ["Ej använt", "deviation"],
  ["Ej upparbetade medel", "deviation"],
  ["Mot budget", "deviation"],
  ["Budgetavvikelse", "deviation"],
  ["Ej utbetalt", "share"],
  ["Antal deltagare budget", "share"],
  ["Budget efter ändring", "version"],
  ["Budget exkl. TA", "version"],
])("%s is neither: %s", (heading, measure) => {
  expect(measureHeading(heading)?.measure).toBe(measure);
});

test.each([
  ["Budget", "Tilläggsanslag", true],
  ["Budget", "Budgetjustering", true],
  ["Ursprunglig budget", "Ändring", false],
  ["Budget efter ändring", "Ändring", false],
])("%s beside %s: told that the change is not added: %p", (budget, change, told) => {
  const { tables, problems } = readSheet([
    ["Uppföljning 2024"],
    ["Kostnadsslag", budget, change, "Utfall"],
    ["Personal", 1_000_000, 50_000, 900_000],
    ["Lokal", 200_000, 10_000, 210_000],
  ]);
  expect(entriesOf(tables[0]!)).toEqual(["Personal 2024 900000/1000000", "Lokal 2024 210000/200000"]);
  const said = problems.filter(({ code }) => code === "budget-change-left");
  expect(said.map(({ cell }) => cell)).toEqual(told ? ["C2"] : []);
});
