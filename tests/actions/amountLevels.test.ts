// tests/actions/amountLevels.test.ts: amounts far from every level in force are told, and the source of what is assumed stands beside the result.
import { analyse } from "../../src/actions/analyse";
import { standardReturnOptions } from "../../src/domain/return/moneyBack";
import { textsOf } from "../../src/text/languages";
import { caveatText } from "../../src/text/caveats";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { workbookOf } from "./written";

const header = [
  "Deltagare",
  "Födelseår",
  "Sista månad med tidigare stöd",
  "Försörjning före",
  "Belopp före",
  "Försörjning efter",
  "Belopp efter",
];

async function run(support: string, amount: number, last = "2024-06") {
  const bytes = await workbookOf({
    Deltagare: [header, ["P1", 1980, last, support, amount, "Arbete", 0]],
    Parter: [
      ["Part", "År", "Kontant"],
      ["Försäkringskassan", 2024, 100_000],
    ],
    Kalkyl: [
      ["Antagande", "Lågt", "Bas", "Högt", "Källa"],
      ["Dödvikt", 0.7, 0.74, 0.8, "Reme m.fl. 2019"],
    ],
  });
  return analyse([await openXlsx(bytes, "x.xlsx").read()], {
    unit: null,
    sign: null,
    returns: { ...standardReturnOptions, draws: 100, scenario: "forsiktig" },
  });
}

// Twice a level that all have is another support, a year or a slip: 6 776 kr of etableringsersättning since 2018.
// 2024: the guarantee level is 13 275 kr; 64.7 % of 7.5 base amounts of 57 300 kr is 23 170.69 kr a month.
test.each([
  ["Sjukersättning", 13_275, false],
  ["Sjukersättning", 23_170, false],
  ["Sjukersättning", 23_171, true],
  ["Sjukersättning", 1_300, true],
  ["Försörjningsstöd", 7_890, false],
  ["Försörjningsstöd", 59_000, false],
  ["A-kassa", 59_000, false],
  ["Etableringsersättning", 13_552, false],
  ["Etableringsersättning", 13_553, true],
])("%s, %i kr a month in 2024: told %p", async (support, amount, told) => {
  const { problems } = await run(support, amount);
  expect(problems.some(({ code }) => code === "amount-outside-levels")).toBe(told);
});

// 27 200 kr a month at most is 1 236.36 kr a day, at 22 days; a month of less may be a part of it, a month of a day's amount is a day's.
test.each([
  ["A-kassa", 800, true],
  ["A-kassa", 1_236, true],
  ["A-kassa", 1_237, false],
  ["Sjukpenning", 1_000, true],
  ["Försörjningsstöd", 800, false],
])("%s, %i kr a month in 2026: told %p", async (support, amount, told) => {
  const { problems } = await run(support, amount, "2026-03");
  expect(problems.some(({ code }) => code === "amount-outside-levels")).toBe(told);
});

test("a year whose levels are not known is told nothing about", async () => {
  const { problems } = await run("Sjukersättning", 59_000, "2020-06");
  expect(problems.map(({ code }) => code)).not.toContain("amount-outside-levels");
});

test("the source of what is assumed stands beside the result, and nobody adds a rate", async () => {
  const result = (await run("Sjukersättning", 13_275)).workbooks[0]!.moneyBack!.result;
  expect(caveatText(result.caveats, textsOf("sv"))).toContain("dödvikt: Reme m.fl. 2019");
  expect(result.scenario.assumptions.find(({ kind }) => kind === "rate")?.base.toString()).toBe("0");
});
