// tests/actions/sourceTabsWriting.test.ts: what people change on the tabs of source data, and rows of their own on Antaganden: said before it is
// written over, and kept.
import { analyse } from "../../src/actions/analyse";
import { changesOf } from "../../src/actions/changes";
import { settledTabsOf, type TabOptions, writeTabs } from "../../src/actions/tabs";
import { columnName } from "../../src/domain/a1";
import type { CellValue, Grid } from "../../src/intake/grid";
import { textsOf } from "../../src/text/languages";
import { problemText } from "../../src/text/problems";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { cellAt, opened, type Typed, typedInto } from "./typing";
import { caseBytes, workbookOf } from "./written";

jest.setTimeout(60_000);
const sv = textsOf("sv");
const options: TabOptions = { texts: sv, today: "2026-11-22", drawnUpBy: null };

async function run(bytes: Uint8Array) {
  const workbook = openXlsx(bytes, "underlag.xlsx");
  const source = await workbook.read();
  const analysis = analyse([source], { unit: null, sign: null });
  const changes = changesOf(source, analysis, await settledTabsOf(analysis, workbook, options));
  await writeTabs(analysis, workbook, options);
  const said = analysis.problems.map((each) => ({ ...each, text: problemText(each, sv) }));
  return { bytes: workbook.bytes(), changes, said, grids: (await opened(workbook.bytes())).grids };
}

type Done = Awaited<ReturnType<typeof run>>;

function tab({ grids }: Pick<Done, "grids">, role: string): Grid {
  return grids.find((grid) => grid.role === role)!;
}

/** Everything under the heading of what is left over. */
function leftIn(grid: Grid): CellValue[] {
  const from = grid.values.findIndex(([cell]) => cell === sv.kept.heading);
  return from < 0 ? [] : grid.values.slice(from).flat();
}

function typed({ bytes }: Done, cells: readonly Typed[]): Promise<Done> {
  return run(typedInto(bytes, cells));
}

describe("Underlag", () => {
  const heading = ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"];
  const rows = Array.from({ length: 40 }, (_, at) => [`Slag ${at + 1}`, 2024, -100 - at, -90 - at]);
  let first: Done;
  let grid: Grid;
  beforeAll(async () => {
    first = await run(await workbookOf({ Ekonomi: [heading, ...rows] }));
    grid = tab(first, "underlag");
  });
  const at = (line: string, column: string): string => {
    const row = grid.values.findIndex((cells) => cells.includes(line));
    const top = grid.values.findIndex((cells) => cells.includes("LinjeNr"));
    return `${columnName(grid.values[top]!.indexOf(column))}${row + 1}`;
  };

  test("written again as it is, nothing is said to be changed", async () => {
    const second = await run(first.bytes);
    expect(second.changes!.overwritten).toEqual([]);
    expect(second.changes!.tabs.filter(({ kind }) => kind !== "same")).toEqual([]);
  });

  test("a changed figure in the source is nobody's writing in the tab", async () => {
    const second = await typed(first, [{ sheet: "Ekonomi", cell: "C5", value: -7 }]);
    expect(second.changes!.overwritten).toEqual([]);
  });

  test.each([
    ["a figure", "Utfall", -999 as string | number],
    ["a text", "Anmärkning", "kolla fakturan"],
    ["a name", "Kostnadsslag", "Hyra"],
  ])("%s that is changed there is told with its row, and the row is kept on Kontroller", async (_, column, value) => {
    const second = await typed(first, [{ sheet: grid.sheet, cell: at("Slag 7", column), value }]);
    const row = /\d+/u.exec(at("Slag 7", column))![0];
    expect(second.changes!.overwritten).toEqual([
      expect.objectContaining({
        sheet: "Underlag",
        cell: expect.stringMatching(new RegExp(`^[A-Z]+${row}:[A-Z]+${row}$`, "u")) as string,
        reason: "source",
        content: expect.stringContaining(`${column}: ${value}`) as string,
      }),
    ]);
    expect(second.said.filter(({ code }) => code === "source-rows-changed")).toHaveLength(1);
    const third = await run(second.bytes);
    expect(third.changes!.overwritten).toEqual([]);
    for (const done of [second, third]) {
      expect(leftIn(tab(done, "kontroller"))).toContainEqual(expect.stringContaining(`${column}: ${value}`));
      expect(tab(done, "underlag").values.flat()).not.toContain(value);
    }
  });

  test("a row of people's own below it, and one that was copied, are told too; sorted rows are what they were", async () => {
    const [a, b] = ["Slag 3", "Slag 9"].map((line) => grid.values.find((cells) => cells.includes(line))!);
    const place = (line: string): number => Number(/\d+/u.exec(at(line, "Utfall"))![0]);
    const whole = (row: number, cells: readonly CellValue[]): Typed[] =>
      cells.flatMap((value, column) =>
        typeof value === "string" || typeof value === "number"
          ? [{ sheet: grid.sheet, cell: `${columnName(column)}${row}`, value }]
          : [],
      );
    const swapped = await typed(first, [...whole(place("Slag 3"), b!), ...whole(place("Slag 9"), a!)]);
    expect(swapped.changes!.overwritten).toEqual([]);
    const below = grid.values.length + 1;
    const more = await typed(first, [
      ...whole(below, a!),
      { sheet: grid.sheet, cell: `D${below + 1}`, value: "Egen rad" },
    ]);
    expect(more.changes!.overwritten.map(({ content }) => content)).toEqual([
      expect.stringContaining("Kostnadsslag: Slag 3"),
      "Kostnadsslag: Egen rad",
    ]);
  });

  test("Upprättad av filled in on Underlag stands on every tab", async () => {
    const row = grid.values.findIndex((cells) => cells.includes("Upprättad av"));
    const second = await typed(first, [{ sheet: grid.sheet, cell: `J${row + 1}`, value: "Eva Ek" }]);
    for (const role of ["underlag", "avvikelse", "kontroller"])
      expect(tab(second, role).values.flat()).toContain("Eva Ek");
  });
});

describe("RESAN", () => {
  let first: Done;
  beforeAll(async () => {
    first = await run(caseBytes("resan.xlsx"));
  });

  test("a changed row about a person stays on the tab that is not for the board, and is not repeated anywhere else", async () => {
    const grid = tab(first, "underlagdeltagare");
    const { name } = cellAt(grid, "S1", sv.returnTabs.participants.amountBefore);
    const second = await typed(first, [{ sheet: grid.sheet, cell: name, value: 76543 }]);
    const third = await run(second.bytes);
    for (const done of [second, third]) {
      expect(leftIn(tab(done, "underlagdeltagare"))).toContainEqual(expect.stringContaining("76543"));
      for (const other of done.grids.filter(({ role }) => role !== null && role !== "underlagdeltagare"))
        expect(other.values.flat().filter((cell) => JSON.stringify(cell).includes("76543"))).toEqual([]);
    }
    expect(second.said.map(({ text }) => JSON.stringify(text)).join()).not.toContain("76543");
    expect(second.said.map(({ code }) => code)).toContain("source-rows-changed");
    expect(third.changes!.overwritten).toEqual([]);
  });

  test("a row of people's own on Antaganden is said not to count, and kept with all its cells", async () => {
    const grid = tab(first, "antaganden");
    const row = grid.values.length + 3;
    const second = await typed(first, [
      { sheet: grid.sheet, cell: `A${row}`, value: "Löneökning" },
      { sheet: grid.sheet, cell: `B${row}`, value: 0.03 },
      { sheet: grid.sheet, cell: `C${row}`, value: 0.06, formula: `B${row}*2` },
    ]);
    const said = second.said.filter(({ code }) => code === "added-assumption");
    expect(said.map(({ sheet, cell, text }) => [sheet, cell, text])).toEqual([
      ["Antaganden", `A${row}`, expect.stringContaining("Löneökning")],
    ]);
    expect(second.changes!.overwritten.map(({ reason }) => reason)).toEqual(["assumption", "assumption", "assumption"]);
    expect(leftIn(tab(second, "antaganden"))).toEqual(
      expect.arrayContaining(["Löneökning", 0.03, `=B${row}*2 (0.06)`]),
    );
  });
});
