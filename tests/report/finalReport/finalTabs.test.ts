// tests/report/finalReport/finalTabs.test.ts: Slutrapport and Före och efter: what they say, and that every formula recalculates to the engine's figure.
import { Decimal } from "../../../src/domain/money";
import { finished } from "../../../src/domain/steps";
import { buildTabs, proposedTabs } from "../../../src/report/tabs";
import { en } from "../../../src/text/en";
import { sv } from "../../../src/text/sv";
import { newXlsx } from "../../../src/workbook/file/xlsxWorkbook";
import { agreementOf } from "../../recalculate/agreement";
import { validationErrors } from "../../workbook/file/oracles";
import {
  beforeAfterInput,
  factsWith,
  finalInput,
  finalTabsOf,
  goal,
  husamradetItem,
  publishedClaims,
  reportItem,
  resanItem,
  sensitivityOf,
  uncertainScenario,
} from "../finalFixtures";
import { husamradetFollowUp, tabsOf } from "../fixtures";
import { recalculated, rowOf, shown, texts } from "../shownTabs";

const dec = (value: number | string): Decimal => new Decimal(value);

/** Underlag and the tab of the budget table, which Slutrapport's formulas sum. */
const source = tabsOf([husamradetFollowUp]).filter(({ role }) => role !== "kontroller");

describe("Slutrapport", () => {
  test.concurrent.each([
    ["Husamrådet over Underlag, with goals and claims", [...source, ...finalTabsOf({ reports: [husamradetItem] })]],
    [
      "in English",
      [
        ...tabsOf([husamradetFollowUp], { texts: en }).filter(({ role }) => role !== "kontroller"),
        ...finalTabsOf({ reports: [husamradetItem], texts: en }),
      ],
    ],
    ["RESAN, from its fields", finalTabsOf({ reports: [resanItem] })],
    [
      "fields beside the table, and a table that is not written",
      finalTabsOf({
        reports: [
          reportItem(
            "A",
            husamradetFollowUp,
            factsWith({ granted: dec("8000000.5"), used: dec(6_707_000), statedUsedShare: dec("0.838") }),
            [],
            [],
            null,
          ),
        ],
      }),
    ],
    [
      "goals of every kind",
      finalTabsOf({
        reports: [
          reportItem(
            "Mål",
            null,
            null,
            [
              goal("Högst", 10, 15, { direction: "at-most" }),
              goal("Högst, nått", 10, 10, { direction: "at-most" }),
              goal("Högst, långt över", 10, 21, { direction: "at-most" }),
              goal("Noll", 0, 3),
              goal("Decimaler", "2.5", "1.2"),
              goal("Utan nämnare", 5, 5, { actualBase: dec(0), expectedBase: null }),
            ],
            Object.values(publishedClaims).flat(),
          ),
        ],
      }),
    ],
  ])("every formula agrees with the engine: %s", async (_, sheets) => {
    const { formulas, disagreements } = agreementOf(sheets, await recalculated(sheets));
    expect(disagreements).toEqual([]);
    expect(formulas).toBeGreaterThan(5);
  });

  test("RESAN: 393 688 kr left, 83.98 % used, the stated 97 % does not agree", () => {
    const [sheet] = finalTabsOf({ reports: [resanItem] });
    expect(rowOf(sheet!, "Totalt").slice(1, 4)).toEqual(["2458000", "2064312", "393688"]);
    expect(rowOf(sheet!, "Uppgiven andel utnyttjat").slice(1, 5)).toEqual([
      "0.97",
      expect.stringMatching(/^0\.83983/u),
      expect.stringMatching(/^0\.13/u),
      "Nej",
    ]);
    expect(rowOf(sheet!, sv.final.report.answers.part)[1]).toBe("☒");
    expect(rowOf(sheet!, sv.final.report.answers.all)[1]).toBe("☐");
  });

  test("the headings that the form is known by", () => {
    const all = texts(finalTabsOf({ reports: [husamradetItem] })[0]!);
    expect(all).toContainEqual([
      "Uppgift",
      "Beviljat",
      "Utnyttjat",
      "Ej utnyttjat",
      "Utnyttjat %",
      "Förklaring",
      "LinjeNr",
    ]);
    expect(all.some((row) => row.slice(0, 5).join() === "Mål,Målvärde,Utfall,Måluppfyllelse %,Bedömning")).toBe(true);
    expect(all.some((row) => row.slice(1, 5).join() === "Uppgivet,Beräknat,Differens,Stämmer")).toBe(true);
  });

  test("every published contradiction stands with No beside it", () => {
    for (const claims of Object.values(publishedClaims)) {
      const [sheet] = finalTabsOf({ reports: [reportItem("X", null, null, [], claims)] });
      for (const { claim } of claims) expect(rowOf(sheet!, claim)[4]).toBe("Nej");
    }
  });

  test("counts of 1–4 persons stand nowhere on the tab, neither as figures nor inside formulas", () => {
    const claims = publishedClaims["umea-supported-employment.json"]!;
    const [sheet] = finalTabsOf({ reports: [reportItem("Umeå", null, null, [], claims)] });
    expect(rowOf(sheet!, "Klienter i arbete").slice(1, 6)).toEqual(["färre än 5", "färre än 5", "", "Nej", ""]);
    expect(rowOf(sheet!, "Avslutade klienter").slice(1, 6)).toEqual(["19", "18", "1", "Nej", "18"]);
    const formulas = sheet!.rows
      .flat()
      .flatMap((cell) => (cell?.content?.kind === "formula" ? [cell.content.formula] : []));
    expect(formulas.filter((formula) => /[(+][1-4][+)]/u.test(formula))).toEqual([]);
  });

  test("explanations, comments and the signature are fields to fill in", () => {
    const [sheet] = finalTabsOf({ reports: [husamradetItem] });
    for (const label of ["Personalkostnader", "Totalt"])
      expect(sheet!.rows.find((row) => shown(row[0]) === label)![5]!.style.look).toBe("input");
    for (const label of [sv.final.report.freeText, "Uppgiftslämnare", "Datum"])
      expect(sheet!.rows.find((row) => shown(row[0]) === label)![1]!.style.look).toBe("input");
  });
});

describe("Före och efter", () => {
  const [sheet] = finalTabsOf({ beforeAfter: beforeAfterInput });

  test.concurrent("every formula agrees with the engine", async () => {
    const { formulas, disagreements } = agreementOf([sheet!], await recalculated([sheet!]));
    expect(disagreements).toEqual([]);
    expect(formulas).toBeGreaterThan(40);
  });

  test("small groups are an x, with what would give them away, and no figure or formula holds them", () => {
    expect(rowOf(sheet!, "A-kassa").slice(1, 6)).toEqual(["5", "x", "x", expect.stringMatching(/^0\.0367/u), "x"]);
    expect(rowOf(sheet!, "Försörjningsstöd").slice(1, 4)).toEqual(["66", "49", "-17"]);
    const numbers = sheet!.rows
      .flat()
      .flatMap((cell) => (cell?.content?.kind === "number" ? [Number(cell.content.number)] : []));
    expect(numbers.filter((each) => each > 0 && each < 5)).toEqual([]);
  });

  test("it says that they are not the same individuals", () => {
    expect(texts(sheet!).flat().join(" ")).toContain("Inte samma individer: 135 personer före och 128 efter, av 136");
  });

  test("planned against actual: 60 planned, 57 started", () => {
    expect(rowOf(sheet!, "Startade").slice(1, 5)).toEqual(["60", "57", "-3", "-0.05"]);
  });

  test("nine initiatives stand in one table, and those without both figures are said to be left out of the total", () => {
    const all = texts(sheet!);
    for (const name of ["KV-projektet", "Arenan", "Arbetsdax"])
      expect(all.some(([first]) => first === name)).toBe(true);
    expect(all.flat().join(" ")).toContain("Inte med i totalen");
  });
});

test("names and tabs go together, and the files are valid", async () => {
  const input = finalInput({
    sensitivity: sensitivityOf(uncertainScenario, {}, 50),
    reports: [
      resanItem,
      { ...husamradetItem, role: "slutrapport:2", table: { ...husamradetItem.table!, firstLine: null } },
    ],
    beforeAfter: beforeAfterInput,
  });
  const sheets = finished(buildTabs(input));
  expect(sheets.map(({ role, name }) => ({ role, name }))).toEqual(proposedTabs(input));
  expect(sheets.map(({ role }) => role)).toEqual(["kanslighet", "slutrapport", "slutrapport:2", "foreefter"]);
  const book = newXlsx("tabs.xlsx");
  await book.write(sheets);
  expect(validationErrors(book.bytes())).toEqual([[]]);
});
