import fc from "fast-check";
import { maskOf, SMALLEST_GROUP } from "../../../src/domain/finalReport/disclosure";
import type { CountTable, Mask } from "../../../src/domain/finalReport/disclosure";

const shown = ({ cells }: CountTable, mask: Mask): (number | string | null)[][] =>
  cells.map((row, r) => row.map((count, c) => (mask[r]![c]! ? "x" : count)));

const list = (cells: (number | null)[][], totalRow: boolean, totalColumn: boolean): CountTable => ({
  cells,
  totalRow,
  totalColumn,
});

test.each`
  case                                                     | table                                                          | expected
  ${"large groups are shown"}                              | ${list([[10, 20, 30]], false, true)}                           | ${[[10, 20, 30]]}
  ${"0 is nobody"}                                         | ${list([[0, 20, 20]], false, true)}                            | ${[[0, 20, 20]]}
  ${"without a total one masked cell is enough"}           | ${list([[3, 20, 9]], false, false)}                            | ${[["x", 20, 9]]}
  ${"a total would give the cell away: the next smallest"} | ${list([[3, 20, 9, 32]], false, true)}                         | ${[["x", 20, "x", 32]]}
  ${"two of 1 would be given away by their sum 2"}         | ${list([[1, 1, 9, 11]], false, true)}                          | ${[["x", "x", "x", 11]]}
  ${"nothing but the total left to mask"}                  | ${list([[3, 0, 3]], false, true)}                              | ${[["x", 0, "x"]]}
  ${"5 is shown, 4 is not"}                                | ${list([[5, 4]], false, false)}                                | ${[[5, "x"]]}
  ${"both ways: a rectangle"}                              | ${list([[3, 10, 13], [10, 12, 22], [13, 22, 35]], true, true)} | ${[["x", "x", 13], ["x", "x", 22], [13, 22, 35]]}
  ${"an empty cell stays empty"}                           | ${list([[3, null, 20, 23]], false, true)}                      | ${[["x", null, "x", 23]]}
`("$case", ({ table, expected }: { table: CountTable; expected: unknown }) => {
  expect(shown(table, maskOf(table))).toEqual(expected);
});

/** Is x_i the same in every solution of the equations among masked cells? By elimination: it is when its unit vector lies in the row space. */
function isDetermined(equations: number[][], unknown: number): boolean {
  const unit = equations[0]?.map((_, at) => (at === unknown ? 1 : 0)) ?? [];
  return rank(equations) === rank([...equations, unit]);
}

function rank(rows: number[][]): number {
  const left = rows.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const pivot = left.findIndex((row, at) => at >= found && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [left[found], left[pivot]] = [left[pivot]!, left[found]!];
    left.forEach((row, at) => {
      if (at === found) return;
      const factor = row[column]! / left[found]![column]!;
      row.forEach((_, c) => (row[c]! -= factor * left[found]![c]!));
    });
    found += 1;
  }
  return found;
}

test("no masked cell follows from the totals, in any table", () => {
  const inner = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: width, maxLength: width }), {
      minLength: 2,
      maxLength: 5,
    }),
  );
  fc.assert(
    fc.property(inner, (counts) => {
      const rows = counts.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
      const cells = [...rows, rows[0]!.map((_, c) => rows.reduce((all, row) => all + row[c]!, 0))];
      const mask = maskOf({ cells, totalRow: true, totalColumn: true });
      const masked = cells.flatMap((row, r) => row.flatMap((_, c) => (mask[r]![c]! ? [[r, c] as const] : [])));
      cells.forEach((row, r) => {
        row.forEach((count, c) => {
          expect(mask[r]![c]! || count === 0 || count >= SMALLEST_GROUP).toBe(true);
        });
      });
      if (masked.length === 0) return;
      const sign = (at: number, last: number): number => (at === last ? -1 : 1);
      const equations = [
        ...cells.map((_, r) => masked.map(([row, c]) => (row === r ? sign(c, cells[0]!.length - 1) : 0))),
        ...cells[0]!.map((_, c) => masked.map(([r, column]) => (column === c ? sign(r, cells.length - 1) : 0))),
      ];
      masked.forEach((_, at) => {
        expect(isDetermined(equations, at)).toBe(false);
      });
    }),
  );
});
