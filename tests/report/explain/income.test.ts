// tests/report/explain/income.test.ts: where income and a result come from, of a table with income beside costs.
import { explained, type Explanation } from "../../../src/actions/explanation";
import { standardLimits } from "../../../src/domain/deviation/deviation";
import { followUpOf } from "../../../src/domain/deviation/followUp";
import { finished } from "../../../src/domain/steps";
import { at } from "../../../src/report/cells";
import { wholeSheet } from "../../../src/report/sheetOnDemand";
import { textsOf } from "../../../src/text/languages";
import { tab, tabsOf } from "../fixtures";
import { association, kindTable } from "../kindTables";
import { shown } from "../shownTabs";

const sheets = tabsOf([followUpOf(kindTable(association, "all-positive"), null, standardLimits)]).map((sheet) =>
  finished(wholeSheet(sheet)),
);

function explanationOf(name: string, heading: string): Explanation {
  const { rows, name: sheet } = tab(sheets, "avvikelse");
  const row = rows.findIndex((cells) => shown(cells[0]) === name);
  const column = rows.map((cells) => cells.findIndex((cell) => shown(cell) === heading)).find((found) => found >= 0);
  const found = column === undefined ? null : explained(sheets, sheet, at(row, column), textsOf("sv"));
  if (found === null) throw new Error(`nothing at ${name}, ${heading}`);
  return found;
}

test("an income's deviation is outcome less budget, a cost's the other way round", () => {
  expect(explanationOf("Ränteintäkter", "Avvikelse")).toMatchObject({
    shown: "45",
    words: expect.stringMatching(/^Utfall ack\. \(B\d+\) − Budget ack\. \(C\d+\)$/u) as string,
  });
  expect(explanationOf("Insats Stegen", "Avvikelse")).toMatchObject({
    shown: "−50",
    words: expect.stringMatching(/^Budget ack\. \(C\d+\) − Utfall ack\. \(B\d+\)$/u) as string,
  });
});

test("sums and the result stand on the rows of their lines, two half-years each", () => {
  const counts = (name: string) => explanationOf(name, "Utfall ack.").sources.map(({ count }) => count);
  expect(counts("Summa intäkter")).toEqual([10]);
  expect(counts("Summa kostnader")).toEqual([12]);
  expect(counts("Resultat")).toEqual([22]);
  expect(explanationOf("Resultat", "Utfall ack.").shown).toBe("625");
});

test("the verdict on an income is explained as one on income", () => {
  const { shown: verdict, words } = explanationOf("Ränteintäkter", "Väsentlig");
  expect(verdict).toContain("högre intäkt än budget");
  expect(words).toContain("intäkten");
});
