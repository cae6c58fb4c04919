// tests/intake/records/contributionRows.test.ts: what each agency pays in, and the rows that cannot be used.
import { contributionsOf, ownTimeOf } from "../../../src/domain/return/contribution";
import type { CellValue } from "../../../src/intake/grid";
import { type Intake, readWorkbook } from "../../../src/intake/readWorkbook";
import { gridOf, workbookOf } from "../gridOf";
import { asRead, readSheet, said } from "../shown";

type Row = readonly CellValue[];
const _ = null;
const header: Row = ["Part", "År", "Kontant", "Egen tid"];
const fk: Row = ["Försäkringskassan", 2023, 1000, 0];

/** `Kommunen 2023 500+20`: agency, year, cash and own time in kr. */
function money({ contributions }: Intake): readonly string[] {
  return contributions.map(
    ({ value }) => `${value.agency} ${value.year ?? "none"} ${value.cash.toString()}+${ownTimeOf(value).toString()}`,
  );
}

function saidOf(intake: Intake): readonly string[] {
  return said(intake).filter((text) => text !== "contributions-without-participants null");
}

describe("rows", () => {
  test.each<[string, Row, Row, string]>([
    ["as the contract has it", header, fk, "Försäkringskassan 2023 1000+0"],
    [
      "other words",
      ["Finansiär", "År", "Kontant (kr)", "Naturainsats (kr)"],
      ["Kommunen", "2023", "1 000,50", 20],
      "Kommunen 2023 1000.5+20",
    ],
    [
      "tkr by the heading",
      ["Part", "År", "Kontant (tkr)", "Egen tid (kr)"],
      ["Kommunen", 2023, 1.5, 20],
      "Kommunen 2023 1500+20",
    ],
    [
      "hours and their cost",
      ["Myndighet", "År", "Kontant", "Timmar", "Timkostnad"],
      ["Region X", 2023, _, 12.5, 400],
      "Region X 2023 0+5000",
    ],
    ["no year", header, ["Kommunen", _, 5, 0], "Kommunen none 5+0"],
    ["a date", header, ["Kommunen", "2023-06-30", 5, _], "Kommunen 2023 5+0"],
  ])("%s", (_name, headings, row, expected) => {
    const intake = readSheet([headings, row]);
    expect(money(intake)).toEqual([expected]);
    expect(intake.rows).toEqual({ seen: 1, used: 1, setAside: 0 });
    expect(saidOf(intake)).toEqual([]);
  });

  test("a unit in the title, and the initiative's name from its fact", () => {
    const intake = readSheet([["Insatsens namn", "RESAN"], [], ["Belopp i tkr"], header, fk]);
    expect(money(intake)).toEqual(["Försäkringskassan 2023 1000000+0"]);
    expect(intake.contributions[0]).toMatchObject({ initiative: "RESAN", origin: { cells: "A5:D5" } });
  });

  test("two tables side by side", () => {
    const intake = readSheet([
      [...header, _, "Mål", "Målvärde", "Utfall"],
      [...fk, _, "Avslut", 225, 136],
    ]);
    expect(money(intake)).toEqual(["Försäkringskassan 2023 1000+0"]);
    expect(intake.goals).toHaveLength(1);
    expect(intake.rows).toEqual({ seen: 2, used: 2, setAside: 0 });
  });
});

describe("set aside with its cell, the rest is used", () => {
  test.each<[string, Row, string]>([
    ["no agency", [_, 2023, 1, 2], "missing-key A3"],
    ["no amounts", ["Kommunen", 2023, _, _], "no-amounts A3"],
    ["text", ["Kommunen", 2023, "ej klart", _], "text-in-amount C3"],
    ["a percentage", ["Kommunen", 2023, "50 %", _], "text-in-amount C3"],
    ["negative cash", ["Kommunen", 2023, -1, _], "negative-amount C3"],
    ["negative own time", ["Kommunen", 2023, 1, -1], "negative-amount D3"],
    ["an error value", ["Kommunen", 2023, { error: "#REF!" }, _], "error-in-amount C3"],
    ["a year out of range", ["Kommunen", 20233, 1, _], "year-out-of-range B3"],
    ["an unreadable year", ["Kommunen", "i fjol", 1, _], "unreadable-period B3"],
    ["two years", ["Kommunen", "2022–2023", 1, _], "unreadable-period B3"],
    ["a right total", ["Summa", _, 1000, 0], "total-row A3"],
  ])("%s", (_name, row, problem) => {
    const intake = readSheet([header, fk, row]);
    expect(saidOf(intake)).toEqual([problem]);
    expect(money(intake)).toEqual(["Försäkringskassan 2023 1000+0"]);
    expect(intake.rows).toEqual({ seen: 2, used: 1, setAside: 1 });
  });

  test("hours without their cost", () => {
    const headings = ["Part", "År", "Kontant", "Timmar", "Timkostnad"];
    expect(saidOf(readSheet([headings, ["Kommunen", 2023, _, 10, _]]))).toEqual(["missing-amount E2"]);
    expect(saidOf(readSheet([headings, ["Kommunen", 2023, 5, 10, _]]))).toEqual(["hours-without-cost D2"]);
  });
});

test("a total that does not agree is said with its difference, never added", () => {
  const intake = readSheet([header, fk, ["Kommunen", 2023, 500, 0], ["Totalt", _, 1600, 0]]);
  expect(intake.problems[1]).toMatchObject({
    code: "stated-total-differs",
    cell: "C4",
    params: { what: "Kontant", stated: "1600", computed: "1500", difference: "100" },
  });
  expect(contributionsOf(intake.contributions.map(({ value }) => value)).total.toString()).toBe("1500");
});

test("rounded totals in tkr agree", () => {
  const intake = readSheet([
    ["Part", "År", "Kontant (tkr)"],
    ["Kommunen", 2023, 1.4],
    ["Region X", 2023, 1.4],
    ["Summa", _, 3],
  ]);
  expect(saidOf(intake)).toEqual(["total-row A4"]);
});

describe("the same agency and year", () => {
  test("twice with cash leaves the table out, whatever the spelling", () => {
    const intake = readSheet([header, fk, ["FK", 2023, 1, 0]]);
    expect(saidOf(intake)).toEqual(["duplicate-row A3:D3"]);
    expect(intake.problems[0]?.params).toEqual({ what: "FK 2023", other: "A2:D2" });
    expect(intake.rows).toEqual({ seen: 2, used: 0, setAside: 2 });
  });

  test("cash in one row and own time in another are both used", () => {
    expect(money(readSheet([header, fk, ["FK", 2023, _, 7]]))).toEqual([
      "Försäkringskassan 2023 1000+0",
      "FK 2023 0+7",
    ]);
  });

  test("again on another sheet leaves that table out", () => {
    const intake = readWorkbook(workbookOf(gridOf([header, fk]), gridOf([header, fk], { sheet: "Kopia" })), asRead);
    expect(money(intake)).toHaveLength(1);
    expect(intake.problems[0]).toMatchObject({
      code: "duplicate-row",
      sheet: "Kopia",
      params: { other: "Blad1!A2:D2" },
    });
  });
});

test("an agency that nobody knows is used, and said", () => {
  const intake = readSheet([header, fk, ["Kyrkan", 2023, 5, 0]]);
  expect(money(intake)).toContain("Kyrkan 2023 5+0");
  expect(saidOf(intake)).toEqual(["unknown-agency A3:D3"]);
});

test("two units for one column leave the table out", () => {
  expect(
    saidOf(
      readSheet([
        ["Part", "År", "Kontant (kr, tkr)"],
        ["Kommunen", 2023, 5],
      ]),
    ),
  ).toEqual(["unit-undecidable A1:C2"]);
});
