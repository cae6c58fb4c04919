// src/domain/finalReport/boardCounts.ts: before-and-after and planned-against-actual tables as the board may see them: which figures are hidden.
// Figures that follow from hidden ones (changes, shares) are hidden with them by whoever shows the table.
import type { BeforeAfter } from "./beforeAfter";
import { maskOf } from "./disclosure";
import { countTotal, type CountRow } from "./goals";

/** true: hidden. Per row, then the total. */
export interface HiddenPair {
  readonly rows: readonly { readonly first: boolean; readonly second: boolean }[];
  readonly total: { readonly first: boolean; readonly second: boolean };
}

/** Both columns with their sums. The base is hidden where a sum is, since it is often that sum. */
export function hiddenBeforeAfter({ rows, sumBefore, sumAfter }: BeforeAfter): HiddenPair {
  const cells = [...rows.map(({ before, after }) => [before, after]), [sumBefore, sumAfter]];
  return pairs(maskOf({ cells, totalRow: true, totalColumn: false }));
}

/**
 * Counts per initiative or measure. A plan is no group of persons: it is never hidden where `plan` is true. Rows that are not in the total
 * can neither protect nor reveal the others.
 */
export function hiddenCounts(rows: readonly CountRow[], plan: boolean): HiddenPair {
  const { total, left } = countTotal(rows, "");
  const summed = rows.filter((row) => !left.includes(row));
  const cellsOf = ({ planned, actual }: CountRow): readonly (number | null)[] => [plan ? null : planned, actual];
  const inTotal = pairs(
    maskOf({ cells: [...summed.map(cellsOf), cellsOf(total)], totalRow: true, totalColumn: false }),
  );
  const apart = pairs(maskOf({ cells: [...left.map(cellsOf), [null, null]], totalRow: false, totalColumn: false }));
  const nothing = { first: false, second: false };
  return {
    rows: rows.map(
      (row) => (left.includes(row) ? apart.rows[left.indexOf(row)] : inTotal.rows[summed.indexOf(row)]) ?? nothing,
    ),
    total: inTotal.total,
  };
}

function pairs(mask: readonly (readonly boolean[])[]): HiddenPair {
  const all = mask.map(([first, second]) => ({ first: first ?? false, second: second ?? false }));
  return { rows: all.slice(0, -1), total: all.at(-1) ?? { first: false, second: false } };
}
