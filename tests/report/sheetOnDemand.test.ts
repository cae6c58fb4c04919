// tests/report/sheetOnDemand.test.ts: a tab's cells are made when they are asked for, once for whoever holds a copy of the tab.
import { textCell } from "../../src/report/cells";
import { finished } from "../../src/domain/steps";
import { onDemand, wholeSheet } from "../../src/report/sheetOnDemand";
import { withFingerprints } from "../../src/report/rowFingerprints";
import { plainSheet } from "../workbook/file/sampleSheets";

function counted() {
  const made = { times: 0 };
  const sheet = onDemand(plainSheet("avvikelse", "Avvikelse", []), function* () {
    made.times++;
    yield;
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

test("the whole tab is as if it had been made at once", () => {
  const { made, sheet } = counted();
  const whole = finished(wholeSheet(sheet));
  expect(whole).toEqual(plainSheet("avvikelse", "Avvikelse", [[textCell("Lokaler")]]));
  expect(finished(wholeSheet(whole))).toBe(whole);
  expect(sheet.rows).toBe(whole.rows);
  expect(made.times).toBe(1);
});

test("a copy has its own cells, also where it was given others", () => {
  const { sheet } = counted();
  const rows = [[textCell("Resor")]];
  expect(finished(wholeSheet({ ...sheet, rows })).rows).toBe(rows);
});

test("a tab made of such a tab is made on demand too", () => {
  const { made, sheet } = counted();
  const printed = onDemand(sheet, function* () {
    return yield* withFingerprints(yield* wholeSheet(sheet));
  });
  expect(made.times).toBe(0);
  expect(printed.rows).toEqual(
    finished(withFingerprints(plainSheet("avvikelse", "Avvikelse", [[textCell("Lokaler")]]))).rows,
  );
  expect(made.times).toBe(1);
});
