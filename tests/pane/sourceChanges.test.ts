// tests/pane/sourceChanges.test.ts: which changes touch what was read.
import type { UsedArea } from "../../src/actions/usedAreas";
import type { CellValue, Grid, SourceWorkbook } from "../../src/intake/grid";
import { changedPlaces, differences, isRead, mayBeTable, rectangleOf, touches } from "../../src/pane/run/sourceChanges";
import type { ChangedCells, SourceChange } from "../../src/workbook/excel/watch";
import { gridOf } from "../intake/gridOf";

const cells = (sheet: string, address: string | null, more: Partial<ChangedCells> = {}): ChangedCells => ({
  kind: "cells",
  sheet,
  address,
  times: 1,
  moved: false,
  before: null,
  after: null,
  ...more,
});

test.each`
  address        | top  | left  | bottom       | right
  ${"B2"}        | ${1} | ${1}  | ${1}         | ${1}
  ${"A4:B10"}    | ${3} | ${0}  | ${9}         | ${1}
  ${"$AA$1:AB2"} | ${0} | ${26} | ${1}         | ${27}
  ${"5:7"}       | ${4} | ${0}  | ${6}         | ${16_383}
  ${"C:D"}       | ${0} | ${2}  | ${1_048_575} | ${3}
`("$address is a rectangle", ({ address, ...rectangle }: { address: string }) => {
  expect(rectangleOf(address)).toEqual(rectangle);
});

test.each(["", "A1,C3", "Ekonomi!A1", "#REF!"])("%p is none", (address) => {
  expect(rectangleOf(address)).toBeNull();
});

/** A budget table on one sheet, facts and persons on another. */
const used: readonly UsedArea[] = [
  { sheet: "Ekonomi", range: "B20:H30" },
  { sheet: "Deltagare", range: null },
];

test.each`
  what                                | change                                        | touched
  ${"a cell of the table"}            | ${cells("Ekonomi", "C25")}                    | ${true}
  ${"a row set right below it"}       | ${cells("Ekonomi", "B31:H31")}                | ${true}
  ${"a column set beside it"}         | ${cells("Ekonomi", "I20:J30")}                | ${true}
  ${"the unit above it"}              | ${cells("Ekonomi", "B17")}                    | ${true}
  ${"a paste over more than it"}      | ${cells("Ekonomi", "A1:Z100")}                | ${true}
  ${"a note far below"}               | ${cells("Ekonomi", "B60")}                    | ${false}
  ${"a note far to the right"}        | ${cells("Ekonomi", "T22")}                    | ${false}
  ${"rows put in above it"}           | ${cells("Ekonomi", "1:2", { moved: true })}   | ${true}
  ${"more places than can be listed"} | ${cells("Ekonomi", null)}                     | ${true}
  ${"anything beside persons"}        | ${cells("Deltagare", "Z999")}                 | ${true}
  ${"a sheet that nothing came from"} | ${cells("Anteckningar", "A1:F20")}            | ${false}
  ${"the table's sheet deleted"}      | ${{ kind: "deleted", sheet: "Ekonomi" }}      | ${true}
  ${"another sheet deleted"}          | ${{ kind: "deleted", sheet: "Anteckningar" }} | ${false}
  ${"a new sheet"}                    | ${{ kind: "added", sheet: "Blad5" }}          | ${false}
`("$what: $touched", ({ change, touched }: { change: SourceChange; touched: boolean }) => {
  expect(touches(change, used)).toBe(touched);
});

test.each`
  change                               | table
  ${cells("Blad5", "A1:C9")}           | ${true}
  ${cells("Blad5", "A1:A9")}           | ${false}
  ${cells("Blad5", "A1")}              | ${false}
  ${cells("Blad5", null)}              | ${false}
  ${{ kind: "added", sheet: "Blad5" }} | ${false}
`(
  "a block may be a table of its own: $change.address",
  ({ change, table }: { change: SourceChange; table: boolean }) => {
    expect(mayBeTable(change)).toBe(table);
  },
);

const workbookOf = (...grids: readonly Grid[]): SourceWorkbook => ({
  name: "a.xlsx",
  date1904: false,
  choices: null,
  grids,
});
const sheet = (name: string, rows: readonly (readonly CellValue[])[]): Grid => gridOf(rows, { sheet: name });

test.each`
  what                                    | change                                     | read
  ${"the value that was read"}            | ${cells("Ekonomi", "B2", { after: -724 })} | ${true}
  ${"another value"}                      | ${cells("Ekonomi", "B2", { after: -725 })} | ${false}
  ${"emptied, as it was read"}            | ${cells("Ekonomi", "C2", { after: "" })}   | ${true}
  ${"a paste, whose values are not told"} | ${cells("Ekonomi", "A1:B2")}               | ${false}
  ${"a sheet that is not there"}          | ${cells("Annat", "A1", { after: "x" })}    | ${false}
`("$what has been read: $read", ({ change, read }: { change: SourceChange; read: boolean }) => {
  expect(
    isRead(
      change,
      workbookOf(
        sheet("Ekonomi", [
          ["Post", "Utfall"],
          ["Personal", -724],
        ]),
      ),
    ),
  ).toBe(read);
});

test("two readings differ where a formula took a change elsewhere into the table, and nowhere else", () => {
  const rows = (outcome: CellValue, note: string): CellValue[][] => [
    ["Post", "Utfall"],
    ["Personal", outcome],
    ...Array.from({ length: 30 }, () => []),
    [note],
  ];
  const found = differences(
    workbookOf(sheet("Ekonomi", rows(-724, "a"))),
    workbookOf(sheet("Ekonomi", rows({ error: "#REF!" }, "b"))),
    [{ sheet: "Ekonomi", range: "A1:B2" }],
  );
  expect(found).toEqual([cells("Ekonomi", "B2", { before: -724, after: "#REF!" })]);
});

test("hundreds of differences are counted, not listed", () => {
  const rows = (from: number): CellValue[][] => Array.from({ length: 300 }, (_, at) => [from + at]);
  const found = differences(workbookOf(sheet("E", rows(0))), workbookOf(sheet("E", rows(1))), [
    { sheet: "E", range: null },
  ]);
  expect(found).toEqual([cells("E", null, { times: 300 })]);
});

test("places are told once each, from first to last; what was changed back is none", () => {
  const places = changedPlaces([
    cells("E", "B2", { before: 1, after: 2 }),
    cells("E", "B3", { before: 5, after: 6 }),
    cells("E", "B2", { before: 2, after: 3 }),
    cells("E", "B3", { before: 6, after: 5 }),
    { kind: "deleted", sheet: "F" },
  ]);
  expect(places).toEqual([cells("E", "B2", { before: 1, after: 3, times: 2 }), { kind: "deleted", sheet: "F" }]);
});
