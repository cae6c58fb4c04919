// tests/actions/tableChoices.test.ts: a user's choices become corrections that intake reads as meant, and can be taken back one by one.
import { choicesText } from "../../src/intake/corrections/choicesText";
import { analyse } from "../../src/actions/analyse";
import type { Analysis } from "../../src/actions/analysis";
import {
  chosenApart,
  columnChange,
  columnGroups,
  examplesOf,
  headerChange,
  likelyHeader,
  namesPeriod,
  rowChange,
  takesPeriod,
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

test("headings with å, ä or ö are taken apart as written", () => {
  const session = new Session([
    [_, 2023, _, 2024, _],
    ["Post", "Årets BELOPP", "Årets BELOPP", "Årets BELOPP", "Årets BELOPP"],
    ["Personal", 10, 12, 20, 24],
  ]);
  const place = session.place(1);
  expect(columnGroups(place, new Set(["Årets BELOPP"])).map(({ columns }) => columns.length)).toEqual([1, 1, 1, 1, 1]);
  for (const [at, role] of (["outcome", "budget", "outcome", "budget"] as const).entries())
    session.choose(1, "Årets BELOPP", role, ["Årets BELOPP"], at);
  session.choose(1, "Post", "line");
  expect(session.read).toEqual(["Personal 2023: 10/12", "Personal 2024: 20/24"]);
  // What was chosen apart stays apart.
  expect(columnGroups(session.place(1), chosenApart(session.place(1)))).toHaveLength(5);
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

describe("a table that nowhere says which period it is about", () => {
  const untold = (...above: CellValue[][]): Session =>
    new Session([...above, ["Kostnadsslag", "Utfall (kr)", "Budget (kr)"], ["Personal", 10, 12], ["Lokaler", 5, 6]]);

  test("is refused until the user says it, and then read the same way next month", () => {
    const session = untold();
    expect(session.analysis.refused).toBe(true);
    expect(session.analysis.problems.map(({ code }) => code)).toContain("unreadable-period");
    expect(takesPeriod(session.place(0))).toBe(true);
    session.change(0, () => ({ period: "2024 jan-juni" }));
    const read = ["Personal 2024 jan-juni: 10/12", "Lokaler 2024 jan-juni: 5/6"];
    expect(session.read).toEqual(read);
    expect(session.analysis.problems.map(({ code }) => code)).toContain("read-as-chosen");
    const workbook = { ...workbookOf(session.grid), choices: choicesText(session.corrections) };
    const { results } = analyse([workbook], { unit: null, sign: null });
    expect(results.map(({ followUp }) => followUp.table.periods.map(({ label }) => label))).toEqual([
      ["2024 jan-juni"],
    ]);
    session.change(0, () => ({ period: null }));
    expect(session.corrections).toEqual([]);
  });

  test("what the user says goes before the title, not before the table's own columns", () => {
    const titled = untold(["Uppföljning 2023"]);
    titled.change(1, () => ({ period: "2024" }));
    expect(titled.read).toEqual(["Personal 2024: 10/12", "Lokaler 2024: 5/6"]);
    const own = new Session([
      ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"],
      ["Personal", 2022, 10, 12],
    ]);
    expect(takesPeriod(own.place(0))).toBe(false);
    own.change(0, () => ({ period: "2024" }));
    expect(own.read).toEqual(["Personal 2022: 10/12"]);
  });

  test("months without a year get the year that the user says", () => {
    const months = new Session([
      ["Kostnadsslag", "Månad", "Utfall (kr)", "Budget (kr)"],
      ["Personal", "mars", 10, 12],
    ]);
    expect(takesPeriod(months.place(0))).toBe(true);
    months.change(0, () => ({ period: "2024" }));
    expect(months.read).toEqual(["Personal mars 2024: 10/12"]);
  });

  test.each([
    ["2024", true],
    ["2024 jan–juni", true],
    ["2024 Q1", true],
    ["mars", false],
    ["ungefär 2024", false],
    ["1800", false],
  ])("%s is a period by itself: %s", (text, is) => {
    expect(namesPeriod(text)).toBe(is);
  });

  test("a period in a workbook that is none is not used", () => {
    const session = untold();
    session.change(0, () => ({ period: "2024" }));
    const choices = choicesText(session.corrections).replace('"2024"', '"19640823-3234"');
    expect(analyse([{ ...workbookOf(session.grid), choices }], { unit: null, sign: null }).refused).toBe(true);
  });
});
