import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Decimal } from "../../src/domain/money";
import { at } from "../../src/report/cells";
import { explained, type Explanation } from "../../src/actions/explanation";
import type { SheetModel } from "../../src/report/sheetModel";
import { textsOf } from "../../src/text/languages";
import { caseBytes, workbookOf, written } from "./written";
import { shown } from "../report/shownTabs";

const sv = textsOf("sv");
let husamradet: readonly SheetModel[];
let resan: readonly SheetModel[];

beforeAll(async () => {
  husamradet = (await written(caseBytes("husamradet.xlsx"))).sheets;
  resan = (await written(caseBytes("resan.xlsx"))).sheets;
});

function tab(sheets: readonly SheetModel[], role: string): SheetModel {
  const found = sheets.find((sheet) => sheet.role === role);
  if (found === undefined) throw new Error(`no tab ${role}`);
  return found;
}

/** The explanation of the first cell on a row that begins with `label` and under `heading`. */
function explanationOf(sheets: readonly SheetModel[], role: string, label: string, heading: string): Explanation {
  const sheet = tab(sheets, role);
  for (const [row, cells] of sheet.rows.entries()) {
    if (shown(cells[0]) !== label) continue;
    const above = sheet.rows.slice(0, row).map((others) => others.findIndex((cell) => shown(cell) === heading));
    const column = above.findLast((found) => found >= 0);
    const found = column === undefined ? null : explained(sheets, sheet.name, at(row, column), sv);
    if (found !== null) return found;
  }
  throw new Error(`nothing at ${label}, ${heading}`);
}

/** The published table: one line and period per row, outcome and budget in tkr. */
const published = readFileSync(join(__dirname, "..", "cases", "husamradet-budget.csv"), "utf8")
  .replace("\ufeff", "")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(";"));

function amount(text: string): Decimal {
  return new Decimal(text.replaceAll("\u00a0", "").replace("−", "-").replace(",", "."));
}

describe("the rows behind a figure", () => {
  const lines = ["Personalkostnader", "Lokalkostnader", "Köp av verksamhet / Konsulter", "Övriga kostnader"];

  test.each(lines)("the outcome of %s is the sum of its rows, each read from a cell of the user's", (line) => {
    const { sources, shown: figure } = explanationOf(husamradet, "avvikelse", line, "Utfall ack.");
    const rows = sources[0]?.rows ?? [];
    expect(sources).toHaveLength(1);
    expect(rows).toHaveLength(5);
    const sum = rows.reduce((all, row) => all.plus(amount(row.amounts[0]?.shown ?? "0")), new Decimal(0));
    expect(sum.eq(amount(figure))).toBe(true);
    expect(rows.every(({ label, origin }) => label.includes(line) && origin?.sheet === "Ekonomi")).toBe(true);
    expect(new Set(rows.map(({ origin }) => origin?.address)).size).toBe(5);
  });

  test("the lines share out all the rows: none is left out and none counted twice", () => {
    const rows = lines.flatMap((line) =>
      explanationOf(husamradet, "avvikelse", line, "Utfall ack.").sources.flatMap((source) => source.rows),
    );
    expect(new Set(rows.map(({ address }) => address)).size).toBe(rows.length);
    expect(rows).toHaveLength(published.length);
  });

  test("a total stands on all of them, through the lines that it sums", () => {
    const total = explanationOf(husamradet, "avvikelse", "Totalt", "Avvikelse");
    expect(total.sources.map(({ sheet, count }) => [sheet, count])).toEqual([["Underlag", published.length]]);
    // A deviation counts both amounts of a row.
    expect(total.sources[0]?.rows[0]?.amounts.map(({ column }) => column)).toEqual(["Utfall", "Budget"]);
  });

  test("a year's figure stands on that year's rows only", () => {
    const year = explanationOf(husamradet, "avvikelse", "2010", "Utfall");
    const rows = year.sources.flatMap((source) => source.rows);
    expect(rows).toHaveLength(4);
    expect(rows.every(({ label }) => label.endsWith("2010"))).toBe(true);
  });

  test("a participant's months stand on the participant's own row", () => {
    const { sources, shown: figure } = explanationOf(resan, "minskatstod", "S1", "Antal månader");
    expect(figure).toBe("112");
    expect(sources.map(({ count }) => count)).toEqual([1]);
    expect(sources[0]?.rows[0]).toMatchObject({
      label: expect.stringContaining("S1") as string,
      origin: { workbook: null, sheet: "Deltagare", address: "A2:G2" },
    });
  });

  test("a group's sum stands on the rows of its own participants", () => {
    const { sources, shown: figure } = explanationOf(resan, "minskatstod", "Sjukersättning", "Till pensionen, kr");
    expect(amount(figure).eq(6_911_640)).toBe(true);
    expect(sources.map(({ count }) => count)).toEqual([5]);
  });

  test("what a party paid stands on its own row of the contributions", () => {
    const { sources } = explanationOf(resan, "parter", "Kommunen", "Kontant");
    expect(sources.map(({ sheet, count }) => [sheet, count])).toEqual([["Underlag parter", 1]]);
  });

  test("a sheet's name may hold what stands between a sheet and a cell", async () => {
    const { sheets } = await written(
      await workbookOf({
        "Anna's blad! 2024": [
          ["Kostnadsslag", "År", "Utfall", "Budget"],
          ["Personal", 2024, -100, -120],
          ["Lokaler", 2024, -50, -40],
        ],
      }),
    );
    const { sources } = explanationOf(sheets, "avvikelse", "Lokaler", "Utfall ack.");
    expect(sources[0]?.rows[0]?.origin).toMatchObject({ workbook: null, sheet: "Anna's blad! 2024" });
    expect(sources[0]?.rows[0]?.origin?.address).toMatch(/^[A-D]3/);
  });
});

describe("words", () => {
  test.each`
    case               | role             | label                  | heading                 | words
    ${"a sum of rows"} | ${"avvikelse"}   | ${"Personalkostnader"} | ${"Utfall ack."}        | ${/^Summan av Utfall i Underlag där Kostnadsslag är Personalkostnader och Period är till och med 2012 jan–juni$/}
    ${"a difference"}  | ${"avvikelse"}   | ${"Personalkostnader"} | ${"Avvikelse"}          | ${/^Utfall ack\. \([A-Z]+[0-9]+\) − Budget ack\. \([A-Z]+[0-9]+\)$/}
    ${"a share"}       | ${"avvikelse"}   | ${"Personalkostnader"} | ${"Avvikelse %"}        | ${/^Avvikelse \(.+\) ÷ Budget ack\. \(.+\) utan tecken; tomt om Budget ack\. \(.+\) är 0$/}
    ${"a total"}       | ${"avvikelse"}   | ${"Totalt"}            | ${"Utfall ack."}        | ${/^Summan av Utfall ack\. \([A-Z]+[0-9]+:[A-Z]+[0-9]+\)$/}
    ${"a method"}      | ${"avvikelse"}   | ${"Personalkostnader"} | ${"Väsentlig"}          | ${/^Ja när avvikelsen är minst gränsbeloppet/}
    ${"a product"}     | ${"minskatstod"} | ${"S1"}                | ${"Till pensionen, kr"} | ${/^Summan av Kr i Underlag deltagare där Deltagare är S1$/}
    ${"a look-up"}     | ${"minskatstod"} | ${"S1"}                | ${"Pensionsmånad"}      | ${/^Pensionsmånad ur Underlag deltagare där Deltagare är S1$/}
    ${"a group"}       | ${"minskatstod"} | ${"Sjukersättning"}    | ${"Antal månader"}      | ${/^Summan av Antal månader \(.+\) på raderna för Sjukersättning$/}
  `("$case: $label, $heading", ({ role, label, heading, words }: Record<string, string> & { words: RegExp }) => {
    const sheets = role === "avvikelse" ? husamradet : resan;
    expect(explanationOf(sheets, role ?? "", label ?? "", heading ?? "").words).toMatch(words);
  });

  test("in English too", async () => {
    const { sheets } = await written(caseBytes("husamradet.xlsx"), "en");
    const sheet = tab(sheets, "avvikelse");
    const row = sheet.rows.findIndex((cells) => shown(cells[0]) === "Personalkostnader");
    expect(explained(sheets, sheet.name, at(row, 3), textsOf("en"))?.words).toMatch(/^Outcome.* − Budget/);
  });
});

describe("what a figure is computed from", () => {
  test("the cells of its formula, with their figures", () => {
    const { inputs } = explanationOf(husamradet, "avvikelse", "Personalkostnader", "Avvikelse");
    expect(inputs.map(({ label, shown: figure }) => [label, figure])).toEqual([
      ["Utfall ack.", "−3\u00a0489"],
      ["Budget ack.", "−6\u00a0124"],
    ]);
  });

  test("a figure on the tab of checks leads to the tab that it checks", () => {
    const sheet = tab(husamradet, "kontroller");
    const row = sheet.rows.findIndex((cells) => cells.some((cell) => shown(cell).startsWith("Avvikelse!D")));
    const computed = sheet.rows.map((cells) => cells.map(shown).indexOf("Beräknat")).find((place) => place >= 0) ?? -1;
    const found = explained(husamradet, sheet.name, at(row, computed), sv);
    expect(found?.inputs[0]?.sheet).toBe("Avvikelse");
    expect(found?.sources.map(({ sheet: name }) => name)).toEqual(["Underlag"]);
  });
});

describe("what is no figure of ours", () => {
  test("a sheet of the user's, an empty cell", () => {
    expect(explained(husamradet, "Ekonomi", "B6", sv)).toBeNull();
    expect(explained(husamradet, "Avvikelse", "ZZ999", sv)).toBeNull();
  });

  test("a cell that people fill in says so", () => {
    const sheet = tab(husamradet, "avvikelse");
    const place = sheet.rows
      .flatMap((cells, row) => cells.map((cell, column) => ({ cell, row, column })))
      .find(({ cell }) => cell?.style.look === "input" && cell.content !== null);
    expect(place).toBeDefined();
    const found = explained(husamradet, sheet.name, at(place?.row ?? 0, place?.column ?? 0), sv);
    expect(found).toMatchObject({ kind: "input", formula: null, words: null });
  });

  test("an amount on Underlag leads to the cell that it was read from", () => {
    const sheet = tab(husamradet, "underlag");
    const [table] = sheet.tables;
    const row = (table?.area.top ?? 0) + 1;
    const column = table?.columns.indexOf("Utfall") ?? -1;
    const found = explained(husamradet, sheet.name, at(row, column), sv);
    expect(found).toMatchObject({ kind: "typed", label: expect.stringContaining("Utfall") as string });
    expect(found?.sources[0]?.rows).toHaveLength(1);
    expect(found?.sources[0]?.rows[0]?.origin?.sheet).toBe("Ekonomi");
  });
});
