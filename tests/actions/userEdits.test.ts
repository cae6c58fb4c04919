// tests/actions/userEdits.test.ts: texts of the final report, the head's fields, and what is written where no run keeps it: none of it is lost.
import { analyse } from "../../src/actions/analyse";
import { economyDocumentsOf } from "../../src/actions/finalDocument";
import { writeTabs } from "../../src/actions/tabs";
import { textsOf } from "../../src/text/languages";
import { problemText } from "../../src/text/problems";
import type { Language } from "../../src/text/texts";
import { cellName } from "../../src/domain/a1";
import type { CellValue, Grid } from "../../src/intake/grid";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { cellAt, gridOf, opened, rightOf, type Typed, typedInto } from "./typing";
import { caseBytes } from "./written";

const sv = textsOf("sv");

async function run(bytes: Uint8Array, language: Language = "sv", given: { drawnUpBy?: string; version?: string } = {}) {
  const workbook = openXlsx(bytes, "underlag.xlsx");
  const analysis = analyse([await workbook.read()], { unit: null, sign: null });
  const options = { texts: textsOf(language), today: "2026-11-22", drawnUpBy: null, ...given };
  await writeTabs(analysis, workbook, options);
  const documents = economyDocumentsOf(analysis, options);
  return {
    analysis,
    bytes: workbook.bytes(),
    text: documents[0]?.text ?? "",
    said: analysis.problems.map((each) => problemText(each, sv)),
  };
}

async function tab(bytes: Uint8Array, role: string): Promise<Grid> {
  return gridOf(await opened(bytes), role);
}

/** Everything under the heading of what is left over. */
function leftIn(grid: Grid): CellValue[] {
  const from = grid.values.findIndex(([cell]) => cell === sv.kept.heading);
  return from < 0 ? [] : grid.values.slice(from).flat();
}

let first: Awaited<ReturnType<typeof run>>;
beforeAll(async () => {
  first = await run(caseBytes("husamradet.xlsx"));
});

async function written(
  role: string,
  place: (grid: Grid) => { readonly name: string },
  value: Typed["value"],
  on: Uint8Array = first.bytes,
) {
  const grid = await tab(on, role);
  return typedInto(on, [{ sheet: grid.sheet, cell: place(grid).name, value }]);
}

describe("texts on Slutrapport", () => {
  const explained = "Två tjänster vakanta till oktober";
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await written("slutrapport", (grid) => cellAt(grid, "Personalkostnader", "Förklaring"), explained);
    bytes = await written("slutrapport", (grid) => rightOf(grid, "Uppgiftslämnare"), "Eva Ek", bytes);
    bytes = await written("slutrapport", (grid) => rightOf(grid, sv.final.report.freeText), "Vi startade sent.", bytes);
  });

  test("stay in their place on every later run, in either language", async () => {
    const english = await run((await run(bytes)).bytes, "en");
    const again = await run(english.bytes);
    const grid = await tab(again.bytes, "slutrapport");
    const at = cellAt(grid, "Personalkostnader", "Förklaring");
    expect(grid.values[at.row]![at.column]).toBe(explained);
    const by = rightOf(grid, "Uppgiftslämnare");
    expect(grid.values[by.row]![by.column]).toBe("Eva Ek");
    expect(again.said.join()).not.toContain("Kvar från tidigare");
  });

  test("go into the text for the form", async () => {
    const { text } = await run(bytes);
    expect(text).toContain(`Personalkostnader: ${explained}`);
    expect(text).toContain("Vi startade sent.");
    expect(text).toContain("Uppgiftslämnare: Eva Ek. Datum: 2026-11-22.");
  });

  test("an explanation whose line is gone stands at the end of the tab and of the text, also on the run after that", async () => {
    const { grids } = await opened(bytes);
    const cells = grids.flatMap((grid) => (grid.role === null ? namedIn(grid, "1. Personalkostnader") : []));
    expect(cells.length).toBeGreaterThan(0);
    const renamed = typedInto(
      bytes,
      cells.map((cell) => ({ ...cell, value: "1. Löner" })),
    );
    const second = await run(renamed);
    const third = await run(second.bytes);
    for (const each of [second, third]) {
      expect(leftIn(await tab(each.bytes, "slutrapport"))).toContain(explained);
      expect(each.text).toContain(explained);
    }
  });
});

describe("Upprättad av and Version", () => {
  const label = { by: "Upprättad av", version: "Version" } as const;
  async function shown(bytes: Uint8Array, of: string): Promise<unknown[]> {
    const { grids } = await opened(bytes);
    return grids.flatMap((grid) => {
      const found = grid.role === null ? -1 : grid.values.findIndex((row) => row.includes(of));
      if (found < 0) return [];
      const row = grid.values[found]!;
      return [
        row
          .slice(row.indexOf(of) + 1)
          .find(
            (cell) => cell !== null && cell !== "" && !(typeof cell === "string" && cell.startsWith("samkalkyl|")),
          ) ?? null,
      ];
    });
  }

  test("filled in on one tab they stand on all of them, and stay", async () => {
    const named = await written("kontroller", (grid) => rightOf(grid, label.by), "Eva Ek");
    const second = await run(await written("avvikelse", () => ({ name: "L3" }), "2", named));
    const third = await run(second.bytes);
    for (const { bytes } of [second, third]) expect(new Set(await shown(bytes, label.by))).toEqual(new Set(["Eva Ek"]));
  });

  test("the newest of several holds, and emptied on one tab it is gone from all", async () => {
    const second = await run(await written("kontroller", (grid) => rightOf(grid, label.by), "Eva Ek"));
    const changed = await run(await written("kontroller", (grid) => rightOf(grid, label.by), "Bo Berg", second.bytes));
    expect(new Set(await shown(changed.bytes, label.by))).toEqual(new Set(["Bo Berg"]));
    const emptied = await run(await written("kontroller", (grid) => rightOf(grid, label.by), null, changed.bytes));
    expect(new Set(await shown(emptied.bytes, label.by))).toEqual(new Set([null]));
  });

  test("what is given with the run goes before what stands in the tabs, and stays", async () => {
    const second = await run(first.bytes, "sv", { drawnUpBy: "Kim Karlsson", version: "1.0" });
    const third = await run(second.bytes);
    expect(new Set(await shown(third.bytes, label.by))).toEqual(new Set(["Kim Karlsson"]));
    expect(new Set(await shown(third.bytes, label.version))).toEqual(new Set(["1.0"]));
  });

  test("the word for a draft is no version of anybody's: it follows the language", async () => {
    const english = await run(first.bytes, "en");
    expect(new Set(await shown(english.bytes, "Version"))).toEqual(new Set(["Draft"]));
  });
});

describe("what is written where no run keeps it", () => {
  const cases: readonly (readonly [string, (grid: Grid) => { readonly name: string }, string | number])[] = [
    ["a figure over a formula", (grid) => cellAt(grid, "Personalkostnader", "Utfall ack."), -999],
    ["a text over a heading", (grid) => cellAt(grid, "Personalkostnader", "Utfall ack."), "kolla med Eva"],
    ["a text far below the tab", () => ({ name: "B300" }), "glöm inte hyran"],
    ["a text right of the tab", () => ({ name: "AB12" }), "jämför med 2023"],
  ];
  test.each(cases)(
    "%s is said and stands under Kvar från tidigare until somebody empties it",
    async (_, place, value) => {
      const second = await run(await written("avvikelse", place, value));
      expect(second.said.filter((line) => line.includes(String(value)))).toHaveLength(1);
      const third = await run(second.bytes);
      for (const { bytes } of [second, third]) expect(leftIn(await tab(bytes, "avvikelse"))).toContain(value);
      expect(third.said.join()).not.toContain(String(value));
      const grid = await tab(third.bytes, "avvikelse");
      const row = grid.values.findIndex(
        (cells, at) => at > grid.values.findIndex(([cell]) => cell === sv.kept.heading) && cells.includes(value),
      );
      const emptied = await run(typedInto(third.bytes, [{ sheet: grid.sheet, cell: `B${row + 1}`, value: null }]));
      expect(leftIn(await tab(emptied.bytes, "avvikelse"))).toEqual([]);
    },
  );

  test("comments under Orsak are kept in place, not left over", async () => {
    const second = await run(
      await written("avvikelse", (grid) => cellAt(grid, "Personalkostnader", "Orsak"), "Vakanser"),
    );
    expect(leftIn(await tab(second.bytes, "avvikelse"))).toEqual([]);
    expect(second.said.join()).not.toContain("Vakanser");
  });
});

test("comments are found by their cells, whatever the headings over them are called", async () => {
  const renamed = {
    ...sv,
    tabs: { ...sv.tabs, deviation: { ...sv.tabs.deviation, cause: "Varför", done: "Färdigt" } },
  };
  const workbook = openXlsx(caseBytes("husamradet.xlsx"), "underlag.xlsx");
  const analysis = analyse([await workbook.read()], { unit: null, sign: null });
  await writeTabs(analysis, workbook, { texts: renamed, today: "2026-11-22", drawnUpBy: null });
  const at = (heading: string) => (grid: Grid) => cellAt(grid, "Personalkostnader", heading);
  const named = await written("avvikelse", at("Varför"), "Vakanser", workbook.bytes());
  const second = await run(await written("avvikelse", at("Färdigt"), "mars", named));
  const [{ kept } = { kept: null }] = second.analysis.results;
  expect(kept!.rows).toEqual([
    { line: "Personalkostnader", cause: "Vakanser", action: "", responsible: "", done: "mars" },
  ]);
  expect(leftIn(await tab(second.bytes, "avvikelse"))).toEqual([]);
});

/** The cells of a sheet that say this and nothing else. */
function namedIn({ sheet, values }: Grid, text: string): { readonly sheet: string; readonly cell: string }[] {
  return values.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      typeof cell === "string" && cell.trim() === text ? [{ sheet, cell: cellName(row, column) }] : [],
    ),
  );
}
