// tests/workbook/excel/keepChoices.test.ts: what the user chose is kept in the open workbook and read back, as files read it too.
import { choicesSetting } from "../../../src/workbook/choiceNames";
import { ExcelWorkbook } from "../../../src/workbook/excel/excelWorkbook";
import type { ExcelHost } from "../../host/excelHost";
import { hostFromGrids } from "../../host/hostFromGrids";
import { connectClient } from "../../host/loadClient";

function connected(): ExcelHost {
  const host = hostFromGrids([{ sheet: "Ekonomi", values: [["Post"], ["Personal"]] }], { apiSet: 9 });
  connectClient(host);
  return host;
}

const read = async (): Promise<string | null | undefined> => (await new ExcelWorkbook().read()).choices;

/** Longer than any one name may hold, with everything that formulas and names find hard. */
const long = JSON.stringify({ version: 1, tables: Array.from({ length: 40 }, (_, at) => `Rubrik "${at}" & <å>`) });

test("nothing is kept at first", async () => {
  connected();
  expect(await read()).toBeNull();
});

test("a text comes back whole, from hidden names and settings, without further round trips when reading", async () => {
  const host = connected();
  await new ExcelWorkbook().keepChoices(long);
  expect(host.syncs).toBe(2);
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
  expect(host.workbook.settings.get(choicesSetting)).toBe(long);
  const before = host.syncs;
  expect(await read()).toBe(long);
  expect(host.syncs - before).toBe(3);
  const names = [...host.workbook.names].filter(({ name }) => name.startsWith("_SamkalkylVal."));
  expect(names.length).toBeGreaterThan(4);
  expect(names.every(({ visible }) => !visible)).toBe(true);
});

test("a shorter text leaves nothing of the longer one", async () => {
  const host = connected();
  const workbook = new ExcelWorkbook();
  await workbook.keepChoices(long);
  await workbook.keepChoices('{"version":1,"tables":[]}');
  expect(await read()).toBe('{"version":1,"tables":[]}');
  expect([...host.workbook.names].filter(({ name }) => name.startsWith("_SamkalkylVal."))).toHaveLength(1);
});

test("where the names were lost the settings are read; anything else there is nothing", async () => {
  const host = connected();
  host.workbook.settings.set(choicesSetting, "behållet");
  expect(await read()).toBe("behållet");
  host.workbook.settings.set(choicesSetting, 7);
  expect(await read()).toBeNull();
});

test("a refusal is told as such, and what was kept before is there still", async () => {
  const host = connected();
  await new ExcelWorkbook().keepChoices("förra");
  host.cellEditMode = true;
  await expect(new ExcelWorkbook().keepChoices("ny")).rejects.toMatchObject({ code: "cell-edit-mode" });
  host.cellEditMode = false;
  expect(await read()).toBe("förra");
});
