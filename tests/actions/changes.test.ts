// tests/actions/changes.test.ts: before tabs are written over, it is said what will be another, what comes and what goes.
import { analyse } from "../../src/actions/analyse";
import { changesOf } from "../../src/actions/changes";
import { settledTabsOf, writeTabs, type TabOptions } from "../../src/actions/tabs";
import { textsOf } from "../../src/text/languages";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { cellAt, gridOf, opened, typedInto } from "./typing";
import { caseBytes, workbookOf } from "./written";

const options: TabOptions = { texts: textsOf("sv"), today: "2026-11-22", drawnUpBy: null };

async function ran(bytes: Uint8Array, given = options): Promise<Uint8Array> {
  const workbook = openXlsx(bytes, "underlag.xlsx");
  await writeTabs(analyse([await workbook.read()], { unit: null, sign: null }), workbook, given);
  return workbook.bytes();
}

/** What the next run would change. */
async function changes(bytes: Uint8Array, given = options) {
  const workbook = openXlsx(bytes, "underlag.xlsx");
  const source = await workbook.read();
  const analysis = analyse([source], { unit: null, sign: null });
  return changesOf(source, analysis, await settledTabsOf(analysis, workbook, given));
}

const heading = ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"];
const rows = [
  ["Personal", 2024, -100, -90],
  ["Resor", 2024, -30, -40],
] as const;
let before: Uint8Array;
beforeAll(async () => {
  before = await ran(await workbookOf({ Ekonomi: [heading, ...rows] }));
});

test("there is nothing to say at a first run", async () => {
  expect(await changes(caseBytes("husamradet.xlsx"))).toBeNull();
});

test.each(["husamradet.xlsx", "resan.xlsx"])(
  "%s: written again as it is, every tab is the same, also on another day",
  async (name) => {
    const bytes = await ran(caseBytes(name));
    const found = await changes(bytes, { ...options, today: "2026-12-24" });
    expect(found!.tabs.filter(({ kind }) => kind !== "same")).toEqual([]);
    expect(found!.overwritten).toEqual([]);
  },
);

test("a changed figure in the source is told with row, column, old and new figure and the cell where it stands", async () => {
  const found = await changes(typedInto(before, [{ sheet: "Ekonomi", cell: "C3", value: -35 }]));
  const tab = found!.tabs.find(({ role }) => role === "avvikelse")!;
  expect(tab.kind).toBe("changed");
  const grid = gridOf(await opened(before), "avvikelse");
  expect(tab.first).toContainEqual(
    expect.objectContaining({
      row: "Resor",
      column: "Utfall ack.",
      before: -30,
      after: -35,
      cell: cellAt(grid, "Resor", "Utfall ack.").name,
    }),
  );
  expect(tab.first).toContainEqual(
    expect.objectContaining({ row: "Resor", column: "Avvikelse", before: 10, after: 5 }),
  );
  expect([tab.rowsAdded, tab.rowsRemoved]).toEqual([[], []]);
  expect(found!.tabs.find(({ role }) => role === "underlag")!.first).toContainEqual(
    expect.objectContaining({ before: -30, after: -35 }),
  );
});

test("lines that come and go are told by name", async () => {
  const found = await changes(typedInto(before, [{ sheet: "Ekonomi", cell: "A3", value: "Hyra" }]));
  const tab = found!.tabs.find(({ role }) => role === "avvikelse")!;
  expect(tab.rowsAdded).toContain("Hyra");
  expect(tab.rowsRemoved).toContain("Resor");
});

test("a figure written over a formula is told apart from what the source changes, with its content", async () => {
  const grid = gridOf(await opened(before), "avvikelse");
  const { name } = cellAt(grid, "Resor", "Utfall ack.");
  const found = await changes(typedInto(before, [{ sheet: grid.sheet, cell: name, value: -999 }]));
  expect(found!.overwritten).toEqual([
    expect.objectContaining({
      sheet: "Avvikelse",
      cell: name,
      what: "Resor · Utfall ack.",
      content: -999,
      reason: "formula",
    }),
  ]);
});

describe("a person's own formula", () => {
  const typed = async (label: string, heading_: string, formula: string, value: number) => {
    const grid = gridOf(await opened(before), "avvikelse");
    const { name } = cellAt(grid, label, heading_);
    return { name, bytes: typedInto(before, [{ sheet: grid.sheet, cell: name, value, formula }]) };
  };

  test("over one of ours is told with its text and what it gave, and kept at the end of the tab", async () => {
    const { name, bytes } = await typed("Resor", "Utfall ack.", "C9*2", -60);
    const expected = {
      sheet: "Avvikelse",
      cell: name,
      what: "Resor · Utfall ack.",
      content: "=C9*2 (-60)",
      reason: "formula",
    };
    expect((await changes(bytes))!.overwritten).toEqual([expect.objectContaining(expected)]);
    const again = gridOf(await opened(await ran(bytes)), "avvikelse");
    expect(again.values.flat()).toContain("=C9*2 (-60)");
  });

  test("where people write is told too: what it gave stays in place, the formula at the end of the tab", async () => {
    const { name, bytes } = await typed("Resor", "Orsak", "1+1", 2);
    expect((await changes(bytes))!.overwritten).toEqual([
      expect.objectContaining({ cell: name, content: "=1+1 (2)", reason: "value" }),
    ]);
    const again = gridOf(await opened(await ran(bytes)), "avvikelse");
    expect([again.values[cellAt(again, "Resor", "Orsak").row]!.map(String)]).toContainEqual(
      expect.arrayContaining(["2"]),
    );
    expect(again.values.flat()).toContain("=1+1 (2)");
  });

  test("in a row of its own is kept cell by cell", async () => {
    const grid = gridOf(await opened(before), "avvikelse");
    const row = grid.values.length + 3;
    const bytes = typedInto(before, [
      { sheet: grid.sheet, cell: `A${row}`, value: "Egen summa" },
      { sheet: grid.sheet, cell: `B${row}`, value: -130, formula: "B8+B9" },
    ]);
    expect((await changes(bytes))!.overwritten.map(({ content }) => content)).toEqual(["Egen summa", "=B8+B9 (-130)"]);
  });
});

test("tabs that come and tabs that would be removed are told", async () => {
  const without: TabOptions = { ...options, groups: ["deviation", "return", "finalReport"] };
  const roles = (await opened(before)).grids.flatMap(({ role }) => role ?? []);
  const board = roles.filter((role) => role.startsWith("styrelse"));
  expect(board.length).toBeGreaterThan(0);
  const found = await changes(before, without);
  expect(found!.tabs.filter(({ kind }) => kind === "removed").map(({ role }) => role)).toEqual(board);
  const back = await changes(await ran(before, without));
  expect(back!.tabs.filter(({ kind }) => kind === "new").map(({ role }) => role)).toEqual(board);
});
