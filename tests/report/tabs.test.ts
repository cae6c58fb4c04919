// tests/report/tabs.test.ts: the tabs as data: figures of the published case, headings, references, and text that stays text.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Decimal } from "../../src/domain/money";
import { problem } from "../../src/domain/problem";
import { at } from "../../src/report/cells";
import type { Cell, SheetModel } from "../../src/report/sheetModel";
import { proposedTabs } from "../../src/report/tabs";
import { en } from "../../src/text/en";
import { sv } from "../../src/text/sv";
import {
  followUp,
  husamradetFollowUp,
  inputOf,
  month,
  odd,
  oddNames,
  openYear,
  partOfYear,
  tab,
  tableOf,
  tabsOf,
} from "./fixtures";

const NBSP = "\u00a0";

interface Case {
  readonly lines: Record<
    string,
    { outcome: number; budget: number; deviation: number; byYear: Record<string, { deviation: number }> }
  >;
  readonly total: { outcome: number; budget: number; deviation: number; byYear: Record<string, { deviation: number }> };
}
const published = JSON.parse(readFileSync(join(__dirname, "..", "cases", "husamradet-expected.json"), "utf8")) as Case;

function shown(cell: Cell | null | undefined): string | null {
  const content = cell?.content ?? null;
  if (content === null) return null;
  return content.kind === "text" ? content.text : content.kind === "number" ? content.number : content.cached;
}

/** Values of the first row, from `from` on, whose first column holds `label`. */
function rowOf(sheet: SheetModel, label: string, from = 0): (string | null)[] {
  const row = sheet.rows.findIndex((cells, index) => index >= from && shown(cells[0]) === label);
  if (row < 0) throw new Error(`no row ${label}`);
  return (sheet.rows[row] ?? []).map(shown);
}

function rowIndex(sheet: SheetModel, label: string, from = 0): number {
  return sheet.rows.findIndex((cells, index) => index >= from && shown(cells[0]) === label);
}

function cellsOf(sheets: readonly SheetModel[]): { sheet: SheetModel; cell: Cell; row: number; column: number }[] {
  return sheets.flatMap((sheet) =>
    sheet.rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => (cell == null ? [] : [{ sheet, cell, row, column }])),
    ),
  );
}

const husamradet = tabsOf([husamradetFollowUp]);
const deviation = tab(husamradet, "avvikelse");

describe("Avvikelse shows the published figures", () => {
  test.each(Object.entries(published.lines))("%s", (line, expected) => {
    const tkr = rowOf(deviation, line)
      .slice(1, 4)
      .map((value) => Number(value) / 1000);
    expect(tkr).toEqual([expected.outcome, expected.budget, expected.deviation]);
    const block = rowIndex(deviation, line, rowIndex(deviation, line) + 1);
    for (const [year, { deviation: amount }] of Object.entries(expected.byYear)) {
      expect(Number(rowOf(deviation, year, block)[3]) / 1000).toBe(amount);
    }
  });

  test("total, per year and per half-year", () => {
    expect(
      rowOf(deviation, "Totalt")
        .slice(1, 4)
        .map((value) => Number(value) / 1000),
    ).toEqual([-6707, -7964, 1257]);
    const perYear = Object.entries(published.total.byYear).map(([year]) => Number(rowOf(deviation, year)[3]) / 1000);
    expect(perYear).toEqual([337, 301, 470, 53, 96]);
    expect(rowOf(deviation, "Antal halvår")[3]).toBe("9");
    expect(new Decimal(rowOf(deviation, "Avvikelse i snitt per halvår")[3] ?? "").toDecimalPlaces(2).toString()).toBe(
      "139666.67",
    );
  });

  test("lines say lower or higher cost, the total says surplus", () => {
    expect(rowOf(deviation, "Personalkostnader")[9]).toBe("Ja, lägre kostnad än budget");
    expect(rowOf(deviation, "Övriga kostnader")[9]).toBe("Ja, högre kostnad än budget");
    expect(rowOf(deviation, "Övriga kostnader")[4]).toBe("");
    expect(rowOf(deviation, "Totalt")[9]).toBe("Överskott");
  });

  test("one remark on offsetting lines, one on what the surplus hides", () => {
    const texts = cellsOf([deviation]).map(({ cell }) => shown(cell) ?? "");
    expect(texts.filter((text) => text.includes("en och samma kostnad"))).toEqual([
      `Personalkostnader (+2${NBSP}635 tkr) och Köp av verksamhet / Konsulter (−1${NBSP}419 tkr) kan vara en och samma kostnad: ` +
        "budgeterad på den ena raden och bokförd på den andra.",
    ]);
    expect(texts.filter((text) => text.includes("döljer"))).toEqual([
      `Överskottet på 1${NBSP}257 tkr döljer att varje avslutad deltagare kostade 29,9 tkr mot 20,0 tkr i budget (+49${NBSP}%).`,
    ]);
  });

  test("unit costs: 397.5 planned closures, 20.03 and 29.94 tkr", () => {
    expect(rowOf(deviation, "Avslutade deltagare").slice(1, 3)).toEqual(["224", "397.5"]);
    const cost = rowOf(deviation, "Kostnad per avslutad deltagare").slice(1, 3);
    expect(cost.map((value) => new Decimal(value ?? "").div(1000).toFixed(2))).toEqual(["29.94", "20.04"]);
  });
});

describe("headings", () => {
  const expected: readonly (readonly [SheetModel["role"], string])[] = [
    [
      "avvikelse",
      "Kostnadsslag · Utfall ack. · Budget ack. · Avvikelse · Avvikelse % · Utfall fg år · Helårsbudget · Helårsprognos · Prognosavvikelse · Väsentlig · Orsak · Åtgärd · Ansvarig · Klart",
    ],
    [
      "underlag",
      "Rad · Insats · LinjeNr · Kostnadsslag · Konto · PeriodNr · Period · Från · Till · Part · Utfall · Budget · Enhet · Källa (blad och cell) · Anmärkning",
    ],
    ["kontroller", "Kontroll · Förväntat · Beräknat · Differens · Resultat · Blad och cell · Åtgärd"],
  ];
  test.each(expected)("%s", (role, headings) => {
    const sheet = tab(husamradet, role);
    const row = (sheet.rows[sheet.frozen.rows - 1] ?? []).filter(
      (_, column) => sheet.columns[column]?.width !== undefined,
    );
    // LinjeNr stands hidden inside the list, where a sort takes it along.
    const names = row.map(shown).filter((name, column) => role !== "avvikelse" || (column < 15 && name !== "LinjeNr"));
    expect(names.join(" · ")).toBe(headings);
    expect(sheet.printTitleRows).toEqual({ from: sheet.frozen.rows - 1, to: sheet.frozen.rows - 1 });
  });

  test("columns that do not apply are hidden, and the tab says so", () => {
    expect([5, 6, 7, 8].map((column) => deviation.columns[column]?.hidden)).toEqual([true, true, true, true]);
    expect(
      rowIndex(
        deviation,
        "Kolumnerna Utfall fg år, Helårsbudget, Helårsprognos och Prognosavvikelse är dolda: källan har inga uppgifter för dem.",
      ),
    ).toBeGreaterThan(0);
    const open = tab(tabsOf([openYear]), "avvikelse");
    expect([5, 6, 7, 8].map((column) => open.columns[column]?.hidden ?? false)).toEqual([false, false, false, false]);
  });
});

describe("forecast of an open year", () => {
  const open = tab(tabsOf([openYear]), "avvikelse");
  test.each`
    line          | lastYear    | fullYear     | forecast     | deviation
    ${"Personal"} | ${"390000"} | ${"960000"}  | ${"990000"}  | ${"-30000"}
    ${"Lokaler"}  | ${"55000"}  | ${"120000"}  | ${"130000"}  | ${"-10000"}
    ${"Totalt"}   | ${"445000"} | ${"1080000"} | ${"1120000"} | ${"-40000"}
  `("$line", ({ line, lastYear, fullYear, forecast, deviation: off }: Record<string, string>) => {
    expect(rowOf(open, line ?? "").slice(5, 9)).toEqual([lastYear, fullYear, forecast, off]);
  });

  test("months that are not booked are empty, not zero", () => {
    expect(rowOf(open, "2024-05").slice(1, 4)).toEqual(["93000.5", "90000", "-3000.5"]);
    expect(rowOf(open, "2024-06").slice(1, 5)).toEqual(["", "", "", ""]);
  });
});

test("the part of a longer period's budget is its months' share", () => {
  const part = tab(tabsOf([partOfYear]), "avvikelse");
  expect(rowOf(part, "Personal").slice(1, 4)).toEqual(["500000", "600000", "100000"]);
});

test("a break in a line's series stands at the line, at its period and among the remarks, as text", () => {
  const origin = { workbook: null, sheet: "Ekonomi", cells: "O6" };
  const text = '=1+1 "kommunen" betalar';
  const broken = { ...husamradetFollowUp.table, seriesBreaks: [{ line: 0, period: 2, text, origin }] };
  const sheet = tab(tabsOf([{ ...husamradetFollowUp, table: broken }]), "avvikelse");
  expect(rowOf(sheet, "Personalkostnader")[9]).toBe("Ja, lägre kostnad än budget; brott i serien");
  expect(rowOf(sheet, "Lokalkostnader")[9]).toBe("Ja, lägre kostnad än budget");
  expect(rowOf(sheet, "2010: brott i serien").slice(1, 4)).toEqual(["-1137000", "-2196000", "1059000"]);
  const remark = `Personalkostnader: brott i serien från 2010 (${text}). Före och efter går inte att jämföra rakt av.`;
  expect(sheet.rows.flat().find((cell) => shown(cell) === remark)?.content?.kind).toBe("text");
});

const everything: readonly (readonly [string, readonly SheetModel[]])[] = [
  ["Husamrådet", husamradet],
  ["an open year", tabsOf([openYear])],
  ["odd names", tabsOf([odd])],
  ["several initiatives", tabsOf([husamradetFollowUp, openYear, partOfYear, odd])],
  ["English", tabsOf([husamradetFollowUp, openYear], { texts: en })],
];

describe.each(everything)("formulas: %s", (_, sheets) => {
  const formulas = cellsOf(sheets).flatMap(({ sheet, cell, row, column }) =>
    cell.content?.kind === "formula" ? [{ sheet, row, column, ...cell.content }] : [],
  );
  const source = tab(sheets, "underlag").tables[0];

  test("refer only to cells and columns that exist", () => {
    expect(formulas.length).toBeGreaterThan(50);
    for (const { sheet, formula } of formulas) {
      const code = formula.replace(/"(?:[^"]|"")*"/g, '""');
      for (const [, column] of code.matchAll(/tblBudget\[([^\]]*)\]/g)) expect(source?.columns).toContain(column);
      const references = code
        .replace(/tblBudget\[[^\]]*\]/g, "0")
        // The sheet before a range is that of both its corners.
        .replace(/('(?:[^']|'')+'!)(\$?[A-Z]+\$?\d+):/g, "$1$2:$1")
        .matchAll(/(?:'((?:[^']|'')+)'!)?\$?([A-Z]{1,2})\$?([0-9]+)(?![0-9(])/g);
      for (const [reference, name, letters = "", number] of references) {
        const target = name === undefined ? sheet : sheets.find((one) => one.name === name.replaceAll("''", "'"));
        if (target === undefined) throw new Error(`${reference} in ${formula}: no such sheet`);
        const column = Array.from(letters).reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        if (target.rows[Number(number) - 1]?.[column] == null)
          throw new Error(`${reference} in ${sheet.name}: ${formula} is empty`);
      }
    }
  });

  test("use only functions that Excel 2016 and LibreOffice 7.4 share, within Excel's limits", () => {
    const known = new Set([
      "SUM",
      "SUMIF",
      "SUMIFS",
      "SUMPRODUCT",
      "COUNTIFS",
      "COUNT",
      "COUNTA",
      "MAX",
      "MIN",
      "IF",
      "AND",
      "OR",
      "ABS",
      "ROUND",
      "INDEX",
      "MATCH",
      "HYPERLINK",
      "N",
      "LEN",
      "TRIM",
    ]);
    for (const { formula } of formulas) {
      expect(formula.length).toBeLessThan(8192);
      const code = formula.replace(/"(?:[^"]|"")*"/g, '""');
      for (const [, name] of code.matchAll(/([A-Z][A-Z0-9.]*)\(/g)) expect(known).toContain(name);
      for (const [text] of formula.matchAll(/"(?:[^"]|"")*"/g)) expect(text.length).toBeLessThanOrEqual(257);
    }
  });

  test("match on numbers, never on text", () => {
    for (const { formula } of formulas) {
      for (const [, criteria = ""] of formula.matchAll(/SUMIFS\(([^()]*)/g)) {
        expect(criteria).not.toMatch(/\[(Kostnadsslag|Period|Insats|Cost line|Initiative)\]/);
      }
    }
  });

  test("hold cached values without exponent", () => {
    for (const { cached, type } of formulas) if (type === "number") expect(cached).toMatch(/^-?[0-9]+(\.[0-9]+)?$/);
  });
});

describe("a user's text never becomes a formula", () => {
  const sheets = tabsOf([odd], {
    kept: [
      {
        role: "avvikelse",
        initiative: null,
        limits: null,
        rows: [
          { line: "Köp*", cause: "=1+1", action: "+46", responsible: "@a", done: "-" },
          { line: "gone", cause: "=cmd", action: "", responsible: "", done: "" },
        ],
      },
    ],
    problems: [problem("formula-as-text", { sheet: "Blad 'ett'", cell: "A2" }, { text: "=cmd|' /C calc'!A0" })],
    drawnUpBy: "=HYPERLINK(1)",
  });

  test.each(oddNames)("%j is a text of its own with its own figures", (name) => {
    const sheet = tab(sheets, "avvikelse");
    const row = sheet.rows.find((cells, index) => index >= sheet.frozen.rows && shown(cells[0]) === name);
    expect(row?.[0]?.content).toEqual({ kind: "text", text: name });
    expect(Number(shown(row?.[1]))).toBe(151_000 + oddNames.indexOf(name) * 4);
  });

  test("only our own functions start a formula", () => {
    for (const { cell } of cellsOf(sheets)) {
      if (cell.content?.kind === "formula") expect(cell.content.formula).toMatch(/^([-(]?('|[A-Z$])|0$)/);
      if (cell.content?.kind === "formula") expect(cell.content.formula).not.toMatch(/^=|cmd\|.*!A0(?!")/);
    }
  });
});

describe("Kontroller", () => {
  test("everything agrees at the run, and changed limits are not an error", () => {
    const controls = tab(husamradet, "kontroller");
    const results = controls.rows
      .map((cells) => shown(cells[4]))
      .filter((text) => text === "Stämmer" || text === "Skiljer sig");
    expect(new Set(results)).toEqual(new Set(["Stämmer"]));
    expect(results.length).toBeGreaterThan(20);
    const limit = controls.rows[rowIndex(controls, "Väsentlig från, belopp (kr)")]?.[4]?.content;
    expect(limit?.kind === "formula" && limit.formula).toContain('"Antaganden ändrade efter körningen"');
  });

  test("a total that does not add up is shown with its cell and what to do", () => {
    const [wrong] = husamradetFollowUp.controls;
    if (wrong === undefined) throw new Error("the case states totals");
    const stated = wrong.control.stated.plus(50_000);
    const sheets = tabsOf([
      {
        ...husamradetFollowUp,
        controls: [{ ...wrong, control: { ...wrong.control, stated }, difference: new Decimal(50_000), agrees: false }],
      },
    ]);
    const controls = tab(sheets, "kontroller");
    const row = rowOf(controls, "Utfall, alla kostnadsslag, hela perioden");
    expect(row.slice(1, 6)).toEqual(["-6657000", "-6707000", "-50000", "Skiljer sig", "Ekonomi!B10"]);
    expect(row[6]).toContain("Kontrollera summans formel");
  });

  test("lists every problem with its place and what to do, the gravest first", () => {
    const problems = [
      problem("unit-stated", { sheet: "Ekonomi", cell: "A2" }, { unit: "tkr" }),
      problem("text-in-amount", { sheet: "Ekonomi", cell: "C7" }, { text: "se not", heading: "Utfall" }),
    ];
    const controls = tab(tabsOf([husamradetFollowUp], { problems }), "kontroller");
    const listed = controls.rows
      .slice(rowIndex(controls, "Anmärkningar om källan") + 1)
      .map((cells) => [4, 5].map((column) => shown(cells[column])));
    expect(listed).toEqual([
      ["Undantaget", "Ekonomi!C7"],
      ["Anmärkning", "Ekonomi!A2"],
    ]);
  });
});

test("a row set aside says why in words, not by its code; each row of a table left out has the table's reason", () => {
  const problems = [
    problem("total-row", { sheet: "Ekonomi", cell: "A10" }, { line: "Totalt" }),
    problem("total-row", { sheet: "Ekonomi", cell: "A20" }, { line: "Hela insatsen" }),
    problem("table-ignored", { sheet: "Gammalt", cell: "A1:D3" }, {}),
  ];
  const setAside = [
    { sheet: "Ekonomi", cell: "A20", reason: "total-row" },
    { sheet: "Gammalt", cell: "A2:D2", reason: "table-ignored" },
  ];
  const controls = tab(tabsOf([husamradetFollowUp], { problems, setAside }), "kontroller");
  const from = rowIndex(controls, "Undantagna rader") + 1;
  expect(controls.rows.slice(from, from + 2).map((cells) => [shown(cells[0]), shown(cells[5])])).toEqual([
    [expect.stringMatching(/^Hela insatsen är en summarad\./), "Ekonomi!A20"],
    [expect.stringMatching(/^Tabellen används inte\./), "Gammalt!A2:D2"],
  ]);
});

describe("what people wrote", () => {
  const rows = [
    { line: "Lokalkostnader", cause: "Mindre lokal", action: "Säg upp", responsible: "AB", done: "mars" },
    { line: "Resor", cause: "Kvar", action: "", responsible: "", done: "" },
    { line: "Tom", cause: "", action: "", responsible: "", done: "" },
  ];
  const sheet = tab(
    tabsOf([husamradetFollowUp], { kept: [{ role: "avvikelse", initiative: null, limits: null, rows }] }),
    "avvikelse",
  );

  test("stays beside its line", () => {
    const [cause, action, responsible, , done] = rowOf(sheet, "Lokalkostnader").slice(10, 15);
    expect([cause, action, responsible, done]).toEqual(["Mindre lokal", "Säg upp", "AB", "mars"]);
  });

  test("is kept at the end when the line is gone; nothing empty is", () => {
    const from = rowIndex(sheet, "Kommentarer vars kostnadsslag inte längre finns i underlaget");
    expect(
      rowOf(sheet, "Resor", from)
        .slice(10)
        .filter((text) => text !== null),
    ).toEqual(["Kvar"]);
    expect(rowIndex(sheet, "Tom")).toBe(-1);
  });
});

describe("Översikt and names", () => {
  test("only with several initiatives; deviations add up whatever the sources' signs", () => {
    expect(husamradet.map(({ role }) => role)).toEqual(["avvikelse", "underlag", "kontroller"]);
    const sheets = tabsOf([husamradetFollowUp, openYear]);
    expect(sheets.map(({ role }) => role)).toEqual(["oversikt", "avvikelse", "avvikelse:2", "underlag", "kontroller"]);
    const total = rowOf(tab(sheets, "oversikt"), "Totalt");
    expect(total.slice(1, 4)).toEqual(["-7172002.5", "-8414000", "1241997.5"]);
  });

  test("line and period numbers run on over the initiatives", () => {
    const source = tab(tabsOf([husamradetFollowUp, openYear]), "underlag");
    const body = source.rows.slice(source.frozen.rows);
    expect([...new Set(body.map((cells) => shown(cells[2])))]).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(new Set(body.map((cells) => shown(cells[5]))).size).toBe(17);
  });

  test("names are allowed in Excel and unlike each other", () => {
    const named = (initiative: string) => followUp(tableOf([month(2024, 1, 12)], [["A", 0, 1, 2]], { initiative }));
    const long = "Arbetsmarknadsinsatser för unga vuxna i länet";
    const names = proposedTabs(inputOf([named(long), named(long), named("a/b:c*[d]?'"), named("A/B:C*[D]?'")])).map(
      ({ name }) => name,
    );
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
  });
});

test("widths hold the longest figure that is shown", () => {
  const large = followUp(tableOf([month(2024, 1, 12)], [["A", 0, 123_456_789_012.5, 1]], { decimals: 2 }));
  const sheet = tab(tabsOf([large]), "avvikelse");
  expect(sheet.columns[1]?.width).toBeGreaterThanOrEqual("123 456 789 012,50".length);
});

test("links lead to the source's first cell, quoted", () => {
  const source = tab(tabsOf([odd]), "underlag");
  const link = source.rows[source.frozen.rows]?.[13]?.content;
  expect(link).toEqual({
    kind: "formula",
    type: "text",
    cached: "Blad 'ett'!C2:D2",
    formula: `HYPERLINK("#'Blad ''ett'''!C2","Blad 'ett'!C2:D2")`,
  });
});

test("every tab is in both languages with the same shape", () => {
  const english = tabsOf([husamradetFollowUp], { texts: en });
  expect(english.map(({ rows }) => rows.length)).toEqual(
    tabsOf([husamradetFollowUp], { texts: sv }).map(({ rows }) => rows.length),
  );
});

test("addresses", () => {
  expect([at(0, 0), at(6, 25), at(9, 26), at(0, 701), at(0, 702)]).toEqual(["A1", "Z7", "AA10", "ZZ1", "AAA1"]);
});
