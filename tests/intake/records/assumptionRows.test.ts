// tests/intake/records/assumptionRows.test.ts: assumptions with low, base and high, settings, and the user's own table of who pays what.
import type { CellValue } from "../../../src/intake/grid";
import { type Intake, readWorkbook } from "../../../src/intake/readWorkbook";
import { gridOf, workbookOf } from "../gridOf";
import { asRead, readSheet, said } from "../shown";

type Row = readonly CellValue[];
const _ = null;
const header: Row = ["Antagande", "Lågt", "Bas", "Högt", "Enhet", "Källa"];

/** `uprating Försörjningsstöd 0.01/0.02/0.03`. */
function shown({ assumptions }: Intake): readonly string[] {
  return assumptions.map(
    ({ value }) =>
      `${value.kind} ${value.source ?? "all"} ${[value.low, value.base, value.high].map(String).join("/")}`,
  );
}

describe("assumptions", () => {
  test.each<[string, Row, string]>([
    ["percentages", ["Dödvikt", "20 %", "30 %", "40 %", _, "X"], "deadweight all 0.2/0.3/0.4"],
    ["the unit column", ["Kalkylränta", 2, 3, 4, "%", "X"], "rate all 0.02/0.03/0.04"],
    ["fractions", ["Utflöde utan insats", 0.05, 0.1, 0.2, _, "X"], "outflow all 0.05/0.1/0.2"],
    ["base alone", ["Säkerhetsavdrag", _, 0.25, _, _, "X"], "correction all 0.25/0.25/0.25"],
    ["others", ["Andel som beror på andra insatser", 0, 0.3, 0.5, _, "X"], "others all 0/0.3/0.5"],
    [
      "a source",
      ["Uppräkning, Försörjningsstöd", "1 %", "2 %", "3 %", _, "X"],
      "uprating Försörjningsstöd 0.01/0.02/0.03",
    ],
    [
      "a source by its synonym",
      ["Uppräkning för ekonomiskt bistånd", "1 %", "2 %", "3 %", _, "X"],
      "uprating Försörjningsstöd 0.01/0.02/0.03",
    ],
    [
      "a source with a hyphen",
      ["Uppräkning (A-kassa)", "1 %", "2 %", "3 %", _, "X"],
      "uprating A-kassa 0.01/0.02/0.03",
    ],
    ["an after-source", ["Varaktighet – Arbete", 0.7, 0.8, 0.9, _, "X"], "persistence Arbete 0.7/0.8/0.9"],
    ["all sources", ["Varaktighet per år", 0.7, 0.8, 0.9, _, "X"], "persistence all 0.7/0.8/0.9"],
  ])("%s", (_name, row, expected) => {
    const intake = readSheet([header, row]);
    expect(shown(intake)).toEqual([expected]);
    expect(intake.assumptions[0]?.value.provenance).toMatchObject({ text: "X", certainty: "own" });
    expect(said(intake)).toEqual([]);
    expect(intake.rows).toEqual({ seen: 1, used: 1, setAside: 0 });
  });

  const years: Row = [...header, "År 1", "År 2", "År 3"];
  test.each<[string, Row, Row, readonly string[]]>([
    ["a curve in Bas", header, ["Varaktighet: Arbete", _, "100 %; 85 %;70 %", _, _, "X"], ["1", "0.85", "0.7"]],
    ["a curve in columns", years, ["Varaktighet", _, _, _, "%", "X", 100, 85, 70], ["1", "0.85", "0.7"]],
    ["a shorter one", years, ["Varaktighet", _, _, _, _, "X", 1, 0.5, _], ["1", "0.5"]],
    ["of one value", years, ["Varaktighet", _, _, _, _, "X", 0.8, _, _], ["0.8"]],
    ["columns from year 0", [...header, "År 0", "År 1"], ["Varaktighet", _, _, _, _, "X", 1, 0.5], ["1", "0.5"]],
    [
      "price levels in kronor",
      years,
      ["Uppräkning, A-kassa", _, _, _, _, "X", 2000, 2100, 2500],
      ["1", "1.05", "1.25"],
    ],
    ["price levels as an index", header, ["Uppräkning", _, "100; 110; 120", _, _, "X"], ["1", "1.1", "1.2"]],
  ])("a given series: %s", (_name, headings, row, series) => {
    const intake = readSheet([headings, row]);
    expect(intake.assumptions.map(({ value }) => value.series?.map(String))).toEqual([series]);
    expect(said(intake)).toEqual([]);
    expect(intake.rows).toEqual({ seen: 1, used: 1, setAside: 0 });
  });

  test.each<[string, Row, Row, string]>([
    ["a gap", years, ["Varaktighet", _, _, _, _, "X", 1, _, 0.5], "unreadable-number C2"],
    ["words in it", header, ["Varaktighet", _, "100 %; hälften", _, _, "X"], "unreadable-number C2"],
    ["a share above 1", header, ["Varaktighet", _, "100 %; 120 %", _, _, "X"], "share-out-of-range A2:F2"],
    ["prices that fall to nothing", header, ["Uppräkning", _, "1; 0", _, _, "X"], "rate-too-low A2:F2"],
    ["of something that has no curve", header, ["Dödvikt", _, "10 %; 20 %", _, _, "X"], "unreadable-number C2"],
  ])("a given series that cannot be used: %s", (_name, headings, row, problem) => {
    const intake = readSheet([headings, row]);
    expect(said(intake)).toEqual([problem]);
    expect(intake.rows).toEqual({ seen: 1, used: 0, setAside: 1 });
  });

  test("a value without a source is used, and said", () => {
    expect(said(readSheet([header, ["Dödvikt", _, 0.3, _]]))).toEqual(["assumption-without-source A2"]);
  });

  test.each<[string, Row, string]>([
    ["low above high", ["Dödvikt", 0.4, 0.3, 0.2, _, "X"], "low-above-high A2:F2"],
    ["base outside", ["Dödvikt", 0.1, 0.5, 0.2, _, "X"], "base-outside-range A2:F2"],
    ["a share above 1", ["Dödvikt", 0, "110 %", "120 %", _, "X"], "share-out-of-range A2:F2"],
    ["a negative share", ["Dödvikt", -0.1, 0, 0, _, "X"], "share-out-of-range A2:F2"],
    ["3 without a unit", ["Kalkylränta", 3, 3, 3, _, "X"], "share-out-of-range B2"],
    ["a rate of −100 %", ["Kalkylränta", "-100 %", "-100 %", 0, _, "X"], "rate-too-low A2:F2"],
    ["persistence above 1", ["Varaktighet", 1, "105 %", "110 %", _, "X"], "share-out-of-range A2:F2"],
    ["no base", ["Dödvikt", 0.1, _, 0.3, _, "X"], "missing-amount C2"],
    ["words", ["Dödvikt", _, "hög", _, _, "X"], "unreadable-number C2"],
    ["nothing known", ["Medvind", _, 0.1, _, _, "X"], "unknown-assumption A2"],
    ["an unknown support", ["Uppräkning, Partistöd", _, 0.1, _, _, "X"], "unknown-support A2"],
    ["no name", [_, 1, 1, 1, _, "X"], "missing-key A2"],
    ["a horizon of 0", ["Horisont", _, 0, _], "horizon-out-of-range C2"],
    ["a horizon of 7", ["Horisont (år)", _, 7, _], "horizon-out-of-range C2"],
    ["a price year of long ago", ["Prisår", _, 1066, _], "year-out-of-range C2"],
  ])("%s", (_name, row, problem) => {
    const intake = readSheet([header, row]);
    expect(said(intake)[0]).toBe(problem);
    expect(intake.assumptions).toEqual([]);
    expect(intake.rows).toEqual({ seen: 1, used: 0, setAside: 1 });
  });

  test("the same assumption twice leaves the table out", () => {
    const intake = readSheet([header, ["Dödvikt", _, 0.1, _, _, "X"], ["dödvikt", _, 0.2, _, _, "X"]]);
    expect(said(intake)).toEqual(["duplicate-row A3:F3"]);
    expect(intake.problems[0]?.params).toMatchObject({ other: "A2:F2" });
    expect(intake.rows).toEqual({ seen: 2, used: 0, setAside: 2 });
  });

  test("settings", () => {
    const intake = readSheet([
      header,
      ["Mål", _, 4, _],
      ["Prisår", _, 2024, _],
      ["Priser", _, "Löpande", _],
      ["Horisont", _, "5 år", _],
    ]);
    const { target, priceYear, prices, horizon } = intake.settings;
    expect([target?.value.toString(), priceYear?.value, prices?.value, horizon?.value]).toEqual([
      "4",
      2024,
      "current",
      "5",
    ]);
    expect(horizon?.origin.cells).toBe("A5:F5");
    expect(intake.rows).toEqual({ seen: 4, used: 4, setAside: 0 });
    expect(readSheet([header, ["Horisont", _, "till pension", _]]).settings.horizon?.value).toBe("retirement");
  });
});

describe("who pays which support", () => {
  const payers: Row = ["Försörjning", "Betalas av", "Andel"];
  const shares = (intake: Intake, name: string): readonly string[] =>
    intake.sources
      .find((source) => source.name === name)!
      .payers.map(({ payer, share }) => `${payer} ${share.toString()}`);

  test("takes the place of the standard rows, support by support", () => {
    const intake = readSheet([
      payers,
      ["Sjukpenning", "Försäkringskassan", "80 %"],
      ["Sjukpenning", "Kommun", 0.2],
      ["Partistöd", "Region", _],
      ["CSN", "Ingen", _],
    ]);
    expect(shares(intake, "Sjukpenning")).toEqual(["Försäkringskassan 0.8", "Kommun 0.2"]);
    expect(shares(intake, "Partistöd")).toEqual(["Region 1"]);
    expect(shares(intake, "Studiestöd")).toEqual([]);
    expect(shares(intake, "Försörjningsstöd")).toEqual(["Kommun 1"]);
    expect(intake.rows).toEqual({ seen: 4, used: 4, setAside: 0 });
    expect(said(intake)).toEqual([]);
  });

  test("shares that do not sum to 1 leave the table out, with their cells", () => {
    const intake = readSheet([payers, ["Sjukpenning", "Försäkringskassan", 0.8], ["Sjukpenning", "Kommun", 0.1]]);
    expect(said(intake)).toEqual(["shares-not-one A2:C2,A3:C3"]);
    expect(intake.problems[0]?.params).toEqual({ what: "Sjukpenning", sum: "0.9" });
    expect(shares(intake, "Sjukpenning")).toEqual(["Försäkringskassan 1"]);
    expect(intake.rows).toEqual({ seen: 2, used: 0, setAside: 2 });
  });

  test("a support that the user adds is known to participants on a later or earlier sheet", () => {
    const people: Row[] = [
      ["Deltagare", "Födelseår", "Sista månad", "Försörjning före", "Belopp före", "Försörjning efter", "Belopp efter"],
      ["S1", 1966, "2023-12", "Partistöd", 7000, "Arbete", 0],
    ];
    const intake = readWorkbook(
      workbookOf(gridOf(people), gridOf([payers, ["Partistöd", "Kyrkan", 1]], { sheet: "Betalare" })),
      asRead,
    );
    expect(intake.participants).toHaveLength(1);
    expect(said(intake)).toEqual(["unknown-agency A2:C2", "participants-without-contributions null"]);
  });
});

describe("values year by year that cannot be used", () => {
  test.each<[string, Row, Row]>([
    ["a gap between the years", ["Antagande", "Bas", "År 1", "År 3"], ["Varaktighet", "100 %", "100 %", "50 %"]],
    ["years that begin too late", ["Antagande", "Bas", "År 2", "År 3"], ["Varaktighet", "100 %", "90 %", "50 %"]],
    ["an assumption without years", ["Antagande", "Bas", "År 1", "År 2"], ["Dödvikt", "10 %", "5 %", "20 %"]],
  ])("%s: the row is set aside, and no rate takes its place unsaid", (_name, headings, row) => {
    const intake = readSheet([headings, row]);
    expect(said(intake)).toEqual(["years-not-used A2"]);
    expect(intake.assumptions).toEqual([]);
    expect(intake.rows).toEqual({ seen: 1, used: 0, setAside: 1 });
  });

  test("empty cells under the years leave a rate as it is", () => {
    const intake = readSheet([
      ["Antagande", "Bas", "Källa", "År 1", "År 3"],
      ["Dödvikt", "10 %", "X", _, _],
    ]);
    expect(shown(intake)).toEqual(["deadweight all 0.1/0.1/0.1"]);
    expect(said(intake)).toEqual([]);
  });
});
