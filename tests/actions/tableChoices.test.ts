// tests/actions/tableChoices.test.ts: a user's choices become corrections that intake reads as meant, and can be taken back one by one.
import { analyse, type Analysis } from "../../src/actions/analyse";
import {
  choicesText,
  columnChange,
  columnGroups,
  examplesOf,
  headerChange,
  likelyHeader,
  rowChange,
  unknownPlace,
  useChange,
  withChange,
  withoutChoices,
} from "../../src/actions/tableChoices";
import type { FoundPlace, TableCorrection } from "../../src/domain/tableCorrection";
import type { CellValue, Grid } from "../../src/intake/grid";
import { gridOf, workbookOf } from "../intake/gridOf";

const _ = null;

/** A sheet and what the user has said of it so far, as the pane holds them. */
class Session {
  corrections: readonly TableCorrection[] = [];
  readonly grid: Grid;

  constructor(cells: readonly (readonly CellValue[])[]) {
    this.grid = gridOf(cells, { sheet: "Ekonomi" });
  }

  get analysis(): Analysis {
    return analyse([workbookOf(this.grid)], { unit: null, sign: null, corrections: this.corrections });
  }

  /** The table at this row (from 0), found or pointed at. */
  place(row: number): FoundPlace {
    return this.analysis.readings[0]?.found.find((each) => each.row === row) ?? unknownPlace(this.grid, row);
  }

  change(row: number, change: (place: FoundPlace) => Partial<TableCorrection>): void {
    const place = this.place(row);
    this.corrections = withChange(this.corrections, place, change(place));
  }

  /** The role of the column group with this heading, the first where there are several. */
  choose(row: number, heading: string, role: string | null, apart: readonly string[] = [], at = 0): void {
    this.change(row, (place) => {
      const group = columnGroups(place, new Set(apart)).filter((each) => each.heading === heading)[at];
      if (group === undefined) throw new Error(`no column ${heading}`);
      return columnChange(place, group, role);
    });
  }

  /** Outcome and budget per line and period, in kr. */
  get read(): readonly string[] {
    return this.analysis.results.flatMap(({ followUp: { table } }) =>
      table.entries.map(
        ({ line, period, outcome, budget }) =>
          `${table.lines[line] ?? ""} ${table.periods[period]?.label ?? ""}: ${Number(outcome) / 100}/${Number(budget) / 100}`,
      ),
    );
  }
}

const wide = (): Session =>
  new Session([
    ["Uppföljning"],
    [_, 2023, _, 2024, _],
    ["Post", "Kronor", "Kronor", "Kronor", "Kronor"],
    ["Personal", 10, 12, 20, 24],
    ["Lokaler", 5, 6, 7, 8],
  ]);

test("columns under one heading are chosen together, or one by one", () => {
  const session = wide();
  expect(columnGroups(session.place(2), new Set()).map(({ columns }) => columns.length)).toEqual([1, 4]);
  session.choose(2, "Kronor", "outcome");
  expect(session.corrections).toHaveLength(1);
  expect(session.corrections[0]?.columns).toEqual([{ heading: "Kronor", nth: null, role: "outcome" }]);
  for (const at of [1, 3]) session.choose(2, "Kronor", "budget", ["kronor"], at);
  expect(session.corrections[0]?.columns).toHaveLength(4);
  expect(session.read).toEqual([
    "Personal 2023: 10/12",
    "Personal 2024: 20/24",
    "Lokaler 2023: 5/6",
    "Lokaler 2024: 7/8",
  ]);
  session.corrections = withoutChoices(session.corrections, session.place(2));
  expect(session.corrections).toEqual([]);
});

test("a choice that is taken back leaves nothing behind", () => {
  const session = new Session([
    ["Kostnadsslag", "År", "Utfall", "Budget"],
    ["Personal", 2024, 1, 2],
    ["Resor", 2024, 3, 4],
  ]);
  session.change(0, (place) => rowChange(place, "Resor", "total"));
  expect(session.read).toEqual(["Personal 2024: 1/2"]);
  session.change(0, (place) => rowChange(place, "Resor", "line"));
  expect(session.corrections).toEqual([]);
  session.change(0, () => ({ unit: "tkr" }));
  session.change(0, () => ({ unit: null }));
  expect(session.corrections).toEqual([]);
});

test("another header row takes the choices along that it has headings for", () => {
  const session = new Session([
    ["Kostnadsslag", "Utfall 2024", "Budget 2024"],
    ["fylls i av projektet", "kr", "kr"],
    ["Sort", "Kostat 2024", "Ram 2024"],
    ["Personal", 10, 12],
  ]);
  session.choose(0, "Utfall 2024", "remark");
  session.change(0, (place) => headerChange(session.grid, place, 2));
  expect(session.corrections).toEqual([
    expect.objectContaining({
      headings: ["Sort", "Kostat 2024", "Ram 2024"],
      replaces: ["Kostnadsslag", "Utfall 2024", "Budget 2024"],
      columns: [],
    }),
  ]);
  session.choose(2, "Kostat 2024", "outcome");
  session.choose(2, "Ram 2024", "budget");
  expect(session.read).toEqual(["Personal 2024: 10/12"]);
});

test("another kind of table begins without roles; one that is left out keeps them for when it is wanted again", () => {
  const session = new Session([
    ["Organisation", "Kalenderår", "Pengar"],
    ["Region Jämtland", 2024, 100],
  ]);
  session.choose(0, "Pengar", "outcome");
  session.change(0, (place) => useChange(place, "contributions"));
  expect(session.corrections[0]?.columns).toEqual([]);
  session.choose(0, "Organisation", "agency");
  session.choose(0, "Pengar", "cash");
  expect(session.place(0).columns.map(({ role }) => role)).toEqual(["agency", "year", "cash"]);
  session.change(0, (place) => useChange(place, "ignore"));
  expect(session.corrections[0]?.columns).toHaveLength(2);
});

test.each<[string, CellValue[][], number]>([
  ["texts over figures", [["Titel"], [], ["Post", "A", "B"], ["Personal", 1, 2]], 2],
  [
    "a row of years over the headings",
    [
      [_, 2023, 2024],
      ["Post", "Kronor", "Kronor"],
      ["Personal", 1, 2],
    ],
    1,
  ],
  ["nothing but texts", [[], ["Anteckning"]], 1],
  ["an empty sheet", [], 0],
])("the header row that is proposed: %s", (_name, cells, row) => {
  expect(likelyHeader(gridOf(cells))).toBe(row);
});

test("a column shows what stands in it, as an example", () => {
  const { grid } = wide();
  expect(examplesOf(grid, unknownPlace(grid, 2), 1)).toEqual(["10", "5"]);
  expect(examplesOf(grid, unknownPlace(grid, 2), 9)).toEqual([]);
});

test("what is said of one of two tables with the same headings is kept apart from the other", () => {
  const session = new Session([
    ["Post", "Kostat 2024", "Ram 2024"],
    ["Personal", 10, 12],
    ["Insats B"],
    ["Post", "Kostat 2024", "Ram 2024"],
    ["Lokaler", 5, 6],
  ]);
  session.choose(0, "Kostat 2024", "outcome");
  session.choose(0, "Ram 2024", "budget");
  expect(session.place(3).correction?.columns).toHaveLength(2);
  session.change(3, () => ({ unit: "tkr" }));
  expect(session.corrections.map(({ row, unit }) => [row, unit])).toEqual([
    [0, null],
    [3, "tkr"],
  ]);
  expect(session.read).toEqual(["Personal 2024: 10/12", "Lokaler 2024: 5000/6000"]);
  // And the same when it is read back next month.
  const workbook = { ...workbookOf(session.grid), choices: choicesText(session.corrections) };
  const { results } = analyse([workbook], { unit: null, sign: null });
  expect(results.map(({ followUp }) => followUp.table.unit)).toEqual(["kr", "tkr"]);
});
