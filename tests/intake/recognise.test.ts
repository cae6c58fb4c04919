import { recognise } from "../../src/intake/recognise";
import type { CellValue } from "../../src/intake/grid";
import { gridOf } from "./gridOf";

/** A ledger whose every row holds words, under one header, and how often its rows are asked for while tables are looked for. */
function looks(rows: number): number {
  const cells: CellValue[][] = [["Kostnadsslag", "År", "Budget", "Utfall"]];
  for (let row = 0; row < rows; row++) cells.push([`Rad ${row}`, 2024, 100 + row, 90 + row]);
  let asked = 0;
  const values = new Proxy(cells, {
    get(target, property, receiver): unknown {
      if (typeof property === "string" && /^\d+$/.test(property)) asked++;
      return Reflect.get(target, property, receiver);
    },
  });
  const found = recognise({ ...gridOf(cells), values }, false);
  expect(found.map(({ header }) => header.kind)).toEqual(["budget"]);
  return asked;
}

test("ten times the rows are looked at ten times as often, not a hundred", () => {
  expect(looks(5000) / looks(500)).toBeLessThan(11);
});
