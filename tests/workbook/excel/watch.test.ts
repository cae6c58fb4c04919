// tests/workbook/excel/watch.test.ts: what people change in their own sheets is told, once a burst, through the real Excel client.
import { ExcelWorkbook } from "../../../src/workbook/excel/excelWorkbook";
import { type SourceChange, type Stop, watchSource } from "../../../src/workbook/excel/watch";
import { type ChosenCell, watchSelection } from "../../../src/workbook/excel/watchSelection";
import type { ExcelHost } from "../../host/excelHost";
import { hostFromGrids } from "../../host/hostFromGrids";
import { connectClient } from "../../host/loadClient";
import { avvikelse, underlag } from "./tabs";

const ekonomi = {
  sheet: "Ekonomi",
  values: [
    ["Kostnadsslag", "Utfall"],
    ["Personal", -724],
    ["Lokaler", -100],
  ],
};

let host: ExcelHost;
let told: SourceChange[][];
let stop: Stop;

/** A burst ends when it has been quiet for a while: on a clock of the test's own, so that a busy machine is no failure. */
beforeEach(async () => {
  jest.useFakeTimers({ advanceTimers: true });
  host = hostFromGrids([ekonomi, { sheet: "Lönelista 2024", values: [["x"]] }]);
  connectClient(host);
  told = [];
  stop = await watchSource((changes) => told.push([...changes]));
});

afterEach(async () => {
  await stop();
  jest.useRealTimers();
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
});

/** Longer than a burst takes to settle. */
const settled = (ms = 900): Promise<void> => jest.advanceTimersByTimeAsync(ms);

const edited = (sheet: string, address: string | null, before: unknown = null, after: unknown = null, times = 1) => ({
  kind: "cells",
  sheet,
  address,
  times,
  moved: false,
  before,
  after,
});

test("a changed cell is told with its sheet, its address and what it held", async () => {
  const before = host.syncs;
  host.type("Ekonomi", "B2", -725);
  await settled();
  expect(told).toEqual([[edited("Ekonomi", "B2", -724, -725)]]);
  expect(host.syncs - before).toBe(1);
});

test("the same cell typed into twice is one place, from what it first held to what it holds", async () => {
  host.type("Ekonomi", "B2", -725);
  host.type("Ekonomi", "B2", -726);
  await settled();
  expect(told).toEqual([[edited("Ekonomi", "B2", -724, -726, 2)]]);
});

test("a paste of 10 000 rows and 3 000 single changes are one telling each and one round trip each", async () => {
  const before = host.syncs;
  host.paste(
    "Ekonomi",
    "A4",
    Array.from({ length: 10_000 }, (_, row) => [`Rad ${row}`, row]),
  );
  await settled();
  expect(told).toEqual([[edited("Ekonomi", "A4:B10003")]]);
  for (let row = 2; row < 3_002; row++) host.type("Ekonomi", `B${row}`, 1);
  await settled();
  expect(told).toHaveLength(2);
  expect(told[1]).toEqual([edited("Ekonomi", null, null, null, 3_000)]);
  expect(host.syncs - before).toBe(2);
});

test("several sheets in one burst are told together; a sheet renamed since goes by its new name", async () => {
  host.type("Ekonomi", "B2", 1);
  host.renameSheet("Lönelista 2024", "Löner");
  host.type("Löner", "A1", "y");
  await settled();
  expect(told).toEqual([[edited("Ekonomi", "B2", -724, 1), edited("Löner", "A1", "x", "y")]]);
});

test("sheets that come and go are told by name, also when they are gone", async () => {
  host.addSheet("Budget 2025");
  host.deleteSheet("Lönelista 2024");
  await settled();
  expect(told).toEqual([
    [
      { kind: "added", sheet: "Budget 2025" },
      { kind: "deleted", sheet: "Lönelista 2024" },
    ],
  ]);
});

test("what the add-in writes, and what people write in its tabs, is not told", async () => {
  const workbook = new ExcelWorkbook();
  await workbook.write([underlag(["Personal"]), avvikelse(["Personal"])]);
  await settled();
  host.type("Avvikelse", "E5", "Vakans till mars");
  await settled();
  await workbook.write([underlag(["Personal", "Lokaler"]), avvikelse(["Personal", "Lokaler"])]);
  await settled();
  expect(told).toEqual([]);
});

test("a tab of ours that is deleted is no change of the source", async () => {
  await new ExcelWorkbook().write([underlag(["Personal"]), avvikelse(["Personal"])]);
  await settled();
  host.deleteSheet("Avvikelse");
  await settled();
  expect(told).toEqual([]);
});

test("while the next cell is being edited the change waits, and is not lost", async () => {
  host.type("Ekonomi", "B2", -725);
  host.cellEditMode = true;
  await settled();
  expect(told).toEqual([]);
  host.cellEditMode = false;
  await settled(2_500);
  expect(told).toEqual([[edited("Ekonomi", "B2", -724, -725)]]);
});

test("after stopping nothing is told and nobody listens", async () => {
  host.type("Ekonomi", "B2", -725);
  await stop();
  host.type("Ekonomi", "B3", 1);
  await settled();
  expect(told).toEqual([]);
  for (const event of ["changed", "added", "deleted"] as const)
    expect(host.events.listensTo("Workbook", event)).toBe(false);
});

test("a chosen cell is told once the choice has settled, with the sheet's own name", async () => {
  const chosen: ChosenCell[] = [];
  host.renameSheet("Lönelista 2024", "Kalle's läge");
  const end = await watchSelection((cell) => chosen.push(cell));
  const before = host.syncs;
  for (let row = 1; row < 40; row++) host.select("Ekonomi", `B${row}`);
  await settled(400);
  host.select("Kalle's läge", "C3:D4");
  await settled(400);
  expect(chosen).toEqual([
    { sheet: "Ekonomi", address: "B39" },
    { sheet: "Kalle's läge", address: "C3" },
  ]);
  expect(host.syncs - before).toBe(2);
  await end();
});
