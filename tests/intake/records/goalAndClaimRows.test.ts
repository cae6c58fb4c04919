// tests/intake/records/goalAndClaimRows.test.ts: goals, claims and what claims are checked against; figures from the published cases.
import { goalResult } from "../../../src/domain/finalReport/goals";
import { shareText } from "../../../src/domain/money";
import { monthIndex } from "../../../src/domain/period";
import { checkClaim } from "../../../src/domain/finalReport/reconcile";
import { valueOfText } from "../../../src/intake/records/arithmeticText";
import type { CellValue } from "../../../src/intake/grid";
import { readPlainNumber } from "../../../src/intake/records/plainNumber";
import { readSheet, said } from "../shown";

type Row = readonly CellValue[];
const _ = null;

describe("numbers with the precision they are stated in", () => {
  test.each<[CellValue, string, string, number]>([
    ["97 %", "General", "0.97", 2],
    ["19,5 procent", "General", "0.195", 3],
    [0.97, "0%", "0.97", 2],
    [0.5, "0.0%", "0.5", 3],
    [254, "General", "254", 0],
    ["2 064 312", "General", "2064312", 0],
    ["1,7 Mkr", "General", "1700000", -5],
    ["139 tkr", "General", "139000", -3],
    ["ca 60 %", "General", "0.6", 2],
    ["50,0 %", "General", "0.5", 3],
    ["12 personer", "General", "12", 0],
  ])("%p in %s", (value, format, expected, decimals) => {
    const number = readPlainNumber(value, format);
    expect([number?.value.toString(), number?.decimals]).toEqual([expected, decimals]);
  });

  test.each<[CellValue, string]>([
    ["tre", "General"],
    [45291, "yyyy-mm-dd"],
    [true, "General"],
    ["-", "General"],
  ])("%p in %s is none", (value, format) => {
    expect(readPlainNumber(value, format)).toBeNull();
  });
});

describe("sums written as text", () => {
  test.each([
    ["2 064 312 / 2 458 000", "0.839834"],
    ["38+19+49+60+65+19", "250.000000"],
    ["98 av 190", "0.515789"],
    ["=53 + 37 + 63", "153.000000"],
    ["(14+15+11)/136", "0.294118"],
    ["2×(3−1)", "4.000000"],
    ["-3 + 5", "2.000000"],
    ["24:136", "0.176471"],
    ["50 %", "0.500000"],
    ["1,5*2", "3.000000"],
  ])("%s", (text, expected) => {
    expect(shareText(valueOfText(text)!)).toBe(expected);
  });

  test.each(["", "1/0", "3 +", "(2", "2)", "två", "1 + x", "alert(1)", "1e5", "2**3", "1/(3-3)"])(
    "%p is none",
    (text) => {
      expect(valueOfText(text)).toBeNull();
    },
  );
});

// The contradictions of tests/cases: RAR in Sörmland 2007, Husamrådet, Supported Employment Umeå, RESAN.
describe("claims of the published reports", () => {
  const header: Row = ["Påstående", "Uppgivet", "Underlag"];
  test.each<[string, CellValue, string | number, boolean]>([
    ["RAR: 254 in all", 254, "38+19+49+60+65+19", false],
    ["RAR: 52 % of the closed", "52 %", "98/194", false],
    ["Husamrådet: 19 %", "19 %", "24/136", false],
    ["Husamrådet: 136 closed", 136, "53 + 37 + 63", false],
    ["Husamrådet: before sums to 136", 136, "48+5+9+0+66+4+3", false],
    ["Husamrådet: 27 % to work", "27 %", "(14+15+11)/136", false],
    ["Umeå: 19 ended", 19, "3+3+4+8", false],
    ["Umeå: 38 current", 38, "27+30", false],
    ["Umeå: 60/40", "60 %", "30/57", false],
    ["RESAN: 97 %", "97 %", "2 064 312 / 2 458 000", false],
    ["Husamrådet: 35 % before", "35 %", "48/136", true],
    ["RESAN: used share", "83,98 %", "2 064 312 / 2 458 000", true],
    ["a number cell", 57, 57, true],
  ])("%s", (name, stated, basis, reconciles) => {
    const intake = readSheet([header, [name, stated, basis]]);
    expect(intake.claims.map(({ value }) => checkClaim(value).reconciles)).toEqual([reconciles]);
    expect(intake.claims[0]).toMatchObject({
      value: { claim: name },
      basis: String(basis),
      origin: { cells: "A2:C2" },
    });
    expect(intake.rows).toEqual({ seen: 1, used: 1, setAside: 0 });
    expect(said(intake)).toEqual([]);
  });

  test("a basis may name facts, and a claim that sounds like a fact is none", () => {
    const facts: Row[] = [["Beviljade medel", 2458000], ["Utnyttjade medel", 2064312], []];
    const intake = readSheet([...facts, header, ["Andel utnyttjat", "97 %", "Utnyttjade medel / Beviljade medel"]]);
    expect(intake.claims.map(({ value }) => checkClaim(value).computed?.toFixed(4))).toEqual(["0.8398"]);
    expect(intake.facts?.statedUsedShare).toBeNull();
  });

  test.each<[string, Row, string, number]>([
    ["no claim", [_, 5, 5], "missing-key A2", 0],
    ["nothing stated", ["X", _, 5], "missing-amount B2", 0],
    ["stated in words", ["X", "många", 5], "unreadable-number B2", 0],
    ["a basis in words", ["X", 5, "se bilaga"], "claim-without-figures C2", 1],
    ["no basis", ["X", 5, _], "claim-without-figures C2", 1],
  ])("%s", (_name, row, problem, used) => {
    const intake = readSheet([header, row]);
    expect(said(intake)).toEqual([problem]);
    expect(intake.rows).toEqual({ seen: 1, used, setAside: 1 - used });
  });
});

describe("goals", () => {
  const header: Row = ["Mål", "Målvärde", "Utfall", "Bas", "Förväntad bas", "Gäller från"];
  test("Husamrådet: 136 of 225 closures are 60 %", () => {
    const intake = readSheet([header, ["Avslut 2010–2012", 225, 136, _, _, "2010-01"]]);
    const result = goalResult(intake.goals[0]!.value);
    expect(result.fulfilment?.toFixed(2)).toBe("0.60");
    expect(result.goal.validFrom).toBe(monthIndex(2010, 1));
    expect(said(intake)).toEqual([]);
  });

  test("Husamrådet: 15 to work of 30 actual closures, with the expected ones beside", () => {
    const result = goalResult(readSheet([header, ["Till arbete", 20, 15, 30, 72, _]]).goals[0]!.value);
    expect(result.shareOfActual?.toFixed(2)).toBe("0.50");
    expect(result.shareOfExpected?.toFixed(2)).toBe("0.21");
    expect(result.basesDiffer).toBe(true);
  });

  test.each<[string, Row, string, string]>([
    ["shares", ["X", "30 %", "15 %"], "0.3", "0.15"],
    ["a number of persons against a share, with its base", ["X", "30 %", 15, 30], "0.3", "0.5"],
    ["a fraction against a share", ["X", "30 %", 0.15], "0.3", "0.15"],
  ])("%s", (_name, row, target, outcome) => {
    const goal = readSheet([header, row]).goals[0]!.value;
    expect([goal.target.toString(), goal.outcome.toString()]).toEqual([target, outcome]);
  });

  test("Husamrådet's shares against a target in per cent: 15 of 30 actual closures, and 21 % of the 72 expected", () => {
    const result = goalResult(readSheet([header, ["Till arbete", "30 %", 15, 30, 72, _]]).goals[0]!.value);
    expect(result.goal.outcome.toString()).toBe("0.5");
    expect([result.shareOfActual, result.shareOfExpected].map((each) => each?.toFixed(2))).toEqual(["0.50", "0.21"]);
    expect(result.basesDiffer).toBe(true);
    const given = goalResult(readSheet([header, ["Nöjda", "80 %", "85 %", 40, 50, _]]).goals[0]!.value);
    expect([given.shareOfActual, given.shareOfExpected, given.basesDiffer]).toEqual([null, null, false]);
  });

  test("less is better where the name or a column says so", () => {
    const rows = [
      [...header, "Riktning", "Svarsfrekvens"],
      ["Högst 10 avbrott", 10, 12],
      ["Väntetid", 30, 20, _, _, _, "högst", "62 %"],
      ["Avslut", 1, 1],
    ];
    const goals = readSheet(rows).goals.map(({ value }) => value);
    expect(goals.map(({ direction }) => direction)).toEqual(["at-most", "at-most", "at-least"]);
    expect(goals[1]?.responseRate?.toString()).toBe("0.62");
  });

  test.each<[CellValue, string]>([
    [0.62, "0.62"],
    ["0,62", "0.62"],
    [62, "0.62"],
    ["62 %", "0.62"],
    [1, "1"],
    ["0,5 %", "0.005"],
    [100, "1"],
  ])("a response rate of %p is a share: %s", (written, share) => {
    const [goal] = readSheet([
      [...header, "Svarsfrekvens"],
      ["Nöjda", "80 %", "85 %", _, _, _, written],
    ]).goals;
    expect(goal?.value.responseRate?.toString()).toBe(share);
  });

  test("targets that change during the project", () => {
    expect(readSheet([header, ["A", 1, 1, _, _, 2010], ["A", 2, 1, _, _, 2011]]).goals).toHaveLength(2);
  });

  test.each<[string, Row, string]>([
    ["no name", [_, 1, 1], "missing-key A2"],
    ["no target", ["X", _, 1], "missing-amount B2"],
    ["no outcome", ["X", 1, _], "missing-amount C2"],
    ["words", ["X", 1, "nästan"], "unreadable-number C2"],
    ["a share against a number", ["X", "30 %", 15], "share-against-number C2"],
    ["a negative base", ["X", 1, 1, -5], "negative-amount D2"],
    ["an unreadable date", ["X", 1, 1, _, _, "sen"], "unreadable-date F2"],
  ])("%s", (_name, row, problem) => {
    const intake = readSheet([header, row]);
    expect(said(intake)).toEqual([problem]);
    expect(intake.rows).toEqual({ seen: 1, used: 0, setAside: 1 });
  });

  test("one goal twice from the same month leaves the table out", () => {
    expect(said(readSheet([header, ["A", 1, 1], ["a", 2, 1]]))).toEqual(["duplicate-row A3:F3"]);
  });
});

describe("a share is a share, with per cent in the cell or not, and is not divided by its base", () => {
  test.each<[string, CellValue, CellValue, string, string | null]>([
    ["a share of a share", "30 %", 0.28, "0.28", null],
    ["neither with per cent", 0.3, 0.28, "0.28", null],
    ["a number of its base", 0.3, 28, "0.28", "0.28"],
    ["all of them", 1, 0.95, "0.95", null],
    ["a number of its base, in per cent", "30 %", 28, "0.28", "0.28"],
  ])("%s", (_name, target, outcome, expected, ofBase) => {
    const intake = readSheet([
      ["Mål", "Målvärde", "Utfall", "Bas"],
      ["Till arbete eller studier", target, outcome, 100],
    ]);
    const goal = intake.goals[0]!.value;
    const result = goalResult(goal);
    expect([goal.outcome.toString(), result.shareOfActual?.toString() ?? null]).toEqual([expected, ofBase]);
    expect(goal.share).toBe(true);
  });
});
