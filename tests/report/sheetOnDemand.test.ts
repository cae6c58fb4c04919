// tests/report/sheetOnDemand.test.ts: a tab's cells are made when they are asked for, once for whoever holds a copy of the tab.
import { textCell } from "../../src/report/cells";
import { onDemand } from "../../src/report/sheetOnDemand";
import { withPrints } from "../../src/report/rowPrints";
import { plainSheet } from "../workbook/file/sampleSheets";

function counted() {
  const made = { times: 0 };
  const sheet = onDemand(plainSheet("avvikelse", "Avvikelse", []), () => {
    made.times++;
    return plainSheet("avvikelse", "Avvikelse", [[textCell("Lokaler")]]);
  });
  return { made, sheet };
}

test("what is known of the tab is known without its cells", () => {
  const { made, sheet } = counted();
  expect([sheet.role, sheet.name, sheet.tables, sheet.charts, sheet.names]).toEqual([
    "avvikelse",
    "Avvikelse",
    [],
    [],
    undefined,
  ]);
  expect(made.times).toBe(0);
});

test("a copy holds the cells, and is the tab as if it had been made at once", () => {
  const { made, sheet } = counted();
  const copy = { ...sheet };
  expect(copy).toEqual(plainSheet("avvikelse", "Avvikelse", [[textCell("Lokaler")]]));
  expect(made.times).toBe(1);
});

test("a tab made of such a tab is made on demand too", () => {
  const { made, sheet } = counted();
  const printed = onDemand(sheet, () => withPrints(sheet));
  expect(made.times).toBe(0);
  expect(printed.rows).toEqual(withPrints(plainSheet("avvikelse", "Avvikelse", [[textCell("Lokaler")]])).rows);
  expect(made.times).toBe(1);
});
