// tests/report/controlsRecount.test.ts: the source's own rows summed again, in the tab Kontroller, and as a spreadsheet program computes it.
import { analyse } from "../../src/actions/analyse";
import type { CellValue } from "../../src/intake/grid";
import { textsOf } from "../../src/text/languages";
import { problemWords } from "../../src/text/problems";
import { gridOf, workbookOf } from "../intake/gridOf";
import { tab, tabsOf } from "./fixtures";
import { recalculated, texts } from "./shownTabs";

const _ = null;
const head = ["Kostnadsslag", "År", "Utfall", "Budget"];
const ledger: readonly (readonly CellValue[])[] = [
  ["Belopp i kr"],
  head,
  ["Personal", 2023, 1000.1, 1200],
  ["Personal", 2024, "1 100,20", 1200],
  ["Köp*", 2023, 0.1 + 0.2, 50],
  ["Köp*", 2024, "se not", 50],
  ["Summa", 2024, 1100.2, 1250],
];

const analysis = analyse([workbookOf(gridOf(ledger, { sheet: "Huvudbok" }))], { unit: null, sign: null });
const sheets = tabsOf(analysis.results.map(({ followUp }) => followUp));
const controls = tab(sheets, "kontroller");

/** Label, expected, computed, difference and result of the recount's rows. */
const recounted = texts(controls)
  .filter(([label]) => label?.includes("omräknat") === true)
  .map((row) => row.slice(0, 6));

test("one row per measure: rows used and set aside, the recount, Underlag's sum, and where the rows are", () => {
  expect(recounted).toEqual([
    [
      "Utfall, omräknat direkt ur källans rader: 3 använda, 2 undantagna, 1 belopp som text",
      "2100.6",
      "2100.6",
      "0",
      "Stämmer",
      "Huvudbok!A2:D7",
    ],
    [
      "Budget, omräknat direkt ur källans rader: 3 använda, 2 undantagna",
      "2450",
      "2450",
      "0",
      "Stämmer",
      "Huvudbok!A2:D7",
    ],
  ]);
  expect(analysis.problems.map(({ code }) => code)).not.toContain("recount-differs");
});

test("the computed figure is a live sum over Underlag: a spreadsheet program finds the same", async () => {
  const found = await recalculated(sheets);
  const rows = found.get(controls.name)!.filter(([label]) => String(label).includes("omräknat"));
  expect(rows.map((row) => [Number(row[1]).toFixed(2), Number(row[2]).toFixed(2), row[4]])).toEqual([
    ["2100.60", "2100.60", "Stämmer"],
    ["2450.00", "2450.00", "Stämmer"],
  ]);
});

test("a wide table has no such rows", () => {
  const wide = [
    [_, 2023, _],
    ["Kostnadsslag", "Utfall", "Budget"],
    ["Personal", 1, 2],
  ];
  const { results } = analyse([workbookOf(gridOf(wide))], { unit: null, sign: null });
  const tabs = tabsOf(results.map(({ followUp }) => followUp));
  expect(texts(tab(tabs, "kontroller")).flat().join()).not.toContain("omräknat");
});

test.each(["sv", "en"] as const)(
  "%s: parts that differ under a total that agrees are no agreement, and a problem",
  (language) => {
    const [result] = analysis.results;
    const [check, other] = result!.followUp.recounts;
    const differing = [
      { line: "Personal", period: "2023", difference: check!.expected },
      { line: "Köp*", period: "2024", difference: check!.expected.negated() },
    ];
    const wrong = { ...result!.followUp, recounts: [{ ...check!, differing, agrees: false }, other!] };
    const shown = texts(tab(tabsOf([wrong], { texts: textsOf(language) }), "kontroller"));
    const { agrees, differs } = textsOf(language).tabs.controlWords;
    const rows = shown.filter(
      ([, expected, computed]) => ["2100.6", "2450"].includes(expected!) && expected === computed,
    );
    expect(rows.slice(0, 2).map((row) => row[4])).toEqual([differs, agrees]);
    expect(rows[0]![6]).toMatch(language === "sv" ? /fel i Samkalkyl/ : /fault in Samkalkyl/);
  },
);

test("the problem names the first place and says that the figures must not be used", () => {
  const words = problemWords(
    {
      code: "recount-differs",
      severity: "error",
      workbook: null,
      sheet: "Huvudbok",
      cell: "A2:D7",
      params: {
        measure: "outcome",
        line: "Personal",
        period: "2023",
        difference: "-90.1",
        places: 3,
        unit: "kr",
        decimals: 2,
      },
    },
    textsOf("sv"),
  );
  expect(words.what).toMatch(/utfall, Personal, 2023 skiljer \u221290,10.kr, och 2 till skiljer sig/);
  expect(words.action).toMatch(/fel i Samkalkyl.*Använd inte siffrorna/);
});
