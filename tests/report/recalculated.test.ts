// tests/report/recalculated.test.ts: every formula of the tabs, recalculated by LibreOffice, agrees with the engine.
import { en } from "../../src/text/en";
import { newXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { agreementOf } from "../recalculate/agreement";
import { recalculate } from "../recalculate/libreOffice";
import { husamradetFollowUp, odd, openYear, partOfYear, tabsOf } from "./fixtures";

test.concurrent.each([
  ["a year with forecast, last year's outcome and own figures", tabsOf([openYear])],
  ["a budget for a longer period than the outcome", tabsOf([partOfYear])],
  ["names that look like patterns and formulas", tabsOf([odd])],
  ["several initiatives with different units and signs", tabsOf([husamradetFollowUp, openYear, partOfYear, odd])],
  ["English headings", tabsOf([husamradetFollowUp, openYear], { texts: en })],
])("%s", async (_, sheets) => {
  const book = newXlsx("tabs.xlsx");
  await book.write(sheets);
  const { formulas, disagreements } = agreementOf(sheets, await recalculate(book.bytes()));
  expect(formulas).toBeGreaterThan(100);
  expect(disagreements).toEqual([]);
});
