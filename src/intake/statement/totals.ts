// src/intake/statement/totals.ts: which run a row that calls itself a sum is the sum of.
import { proofOf, sameCells } from "./groupsAbove";
import type { Fit, Nodes } from "./nodes";
import type { Attempt } from "./parse";

/** A run with what it gives. `error`: the source's own figure is wrong in one column; `unknown`: a figure cannot be read. */
export interface Run {
  readonly start: number;
  readonly how: "exact" | "error" | "unknown" | "unexplained";
  readonly wrong: readonly number[];
  /** Per column, what the run gives. */
  readonly value: readonly number[];
  readonly flip: 1 | -1;
  /** +1 or −1 per node where a result is income less costs; null: added as they stand. */
  readonly signs: readonly (1 | -1)[] | null;
  /** A row without which it would come out; null: none. */
  readonly leftOut: number | null;
  /** Hidden rows are not in it. */
  readonly visible?: true;
  /** It begins inside a section, below lines of the same kind. */
  readonly partial?: true;
  /** It would come out if `row` were the sum of the rows `of` beside it. */
  readonly twice?: { readonly row: number; readonly of: readonly number[] } | null;
}

/** Longer runs are not searched for the one row that is left out. */
const LONGEST_SEARCH = 300;
const LONGEST_STRETCHES = 60;

/** Everything since the section began, or since an earlier boundary; else what it is nearest to. */
export function namedRun(attempt: Attempt, nodes: Nodes, row: number): Run {
  const boundaries = nodes.boundaries();
  const exact = boundaries.find((start) => fits(nodes, start, row));
  if (exact !== undefined) return runOf(attempt, nodes, exact, row, "exact");
  const inside = elsewhere(attempt, nodes, row);
  if (inside !== null) return insideRun(attempt, nodes, inside, row);
  const restated = boundaries.find((start) => fitsAsStated(attempt, nodes, start, row));
  if (restated !== undefined) return runOf(attempt, nodes, restated, row, "exact");
  const nearly = boundaries.find((start) => isOneWrong(attempt, nodes, start, row, nodes.fit(start, row)));
  if (nearly !== undefined) {
    const run = runOf(attempt, nodes, nearly, row, "error");
    return {
      ...run,
      leftOut: leftOutOf(attempt, nodes, nearly, row),
      twice: countedTwice(attempt, nodes, nearly, row),
    };
  }
  const visible = boundaries.find((start) => fitsVisible(attempt, nodes, start, row));
  if (visible !== undefined)
    return { ...runOf(attempt, nodes, visible, row, "exact"), value: sums(attempt, nodes, visible), visible: true };
  const natural = naturalStart(nodes, boundaries);
  if (isUnreadable(attempt, nodes, natural, row)) return runOf(attempt, nodes, natural, row, "unknown");
  for (const start of boundaries) {
    const left = leftOutOf(attempt, nodes, start, row);
    if (left !== null) return { ...runOf(attempt, nodes, start, row, "unexplained"), leftOut: left };
  }
  return runOf(attempt, nodes, natural, row, "unexplained");
}

/** `SUBTOTAL` of a filtered list: right without the rows that are hidden. */
function fitsVisible({ figures, table }: Attempt, nodes: Nodes, start: number, row: number): boolean {
  const hidden = nodes.list.slice(start).filter((node) => table.rows[node.row]?.hidden);
  if (hidden.length === 0 || hidden.length === nodes.length - start) return false;
  return figures.main.every((column) => {
    if (!figures.has(row, column)) return true;
    const away = hidden.reduce((sum, node) => sum + node.value[column]!, 0);
    return Math.abs(nodes.sum(start, column) - away - figures.at(row, column)) <= Math.sqrt(nodes.length - start + 1);
  });
}

/** A figure of the sum or of its lines cannot be read. */
export function isUnreadable({ table }: Attempt, nodes: Nodes, start: number, row: number): boolean {
  const unreadable = (each: number): boolean => table.rows[each]?.unreadable === true;
  return unreadable(row) || nodes.list.slice(start).some(({ leaves }) => leaves.some(unreadable));
}

function sums({ figures }: Attempt, nodes: Nodes, start: number): readonly number[] {
  return Array.from({ length: figures.columns }, (_, column) => nodes.sum(start, column));
}

function fits(nodes: Nodes, start: number, row: number): boolean {
  const { wrong, checked } = nodes.fit(start, row);
  return wrong.length === 0 && checked > 0;
}

/** Since the last sum, or everything where a sum stands right above. */
function naturalStart(nodes: Nodes, boundaries: readonly number[]): number {
  if (nodes.list.at(-1)?.isSum === true) return 0;
  return boundaries[0] ?? 0;
}

/** Below lines of another kind it is what its name says; below lines of the same kind it leaves them out. */
function insideRun(attempt: Attempt, nodes: Nodes, start: number, row: number): Run {
  const run = runOf(attempt, nodes, start, row, "exact");
  const [above, first] = [nodes.list[start - 1]!, nodes.list[start]!];
  return above.side !== first.side ? run : { ...run, partial: true, leftOut: above.row };
}

/** A run that begins inside a section, where its figures prove it. */
function elsewhere(attempt: Attempt, nodes: Nodes, row: number): number | null {
  for (let start = nodes.length - 1; start >= Math.max(0, nodes.length - LONGEST_SEARCH); start--) {
    if (nodes.isBoundary(start) || nodes.tellingFrom(start) < 1 || !fits(nodes, start, row)) continue;
    if (!sameCells(attempt, row, nodes, start)) continue;
    const [above, first] = [nodes.list[start - 1], nodes.list[start]];
    const turns = above !== undefined && first !== undefined && above.side !== first.side;
    const bits = proofOf(attempt, row, nodes, start, attempt.figures.main);
    if (turns || bits >= Math.log2(attempt.figures.rows) + 7) return start;
  }
  return null;
}

/** With a wrong sum below it taken as the source states it. */
export function fitsAsStated({ figures }: Attempt, nodes: Nodes, start: number, row: number): boolean {
  const restated = nodes.list.slice(start).filter(({ stated }) => stated !== null);
  if (restated.length === 0) return false;
  return figures.main.every((column) => {
    if (!figures.has(row, column)) return true;
    const extra = restated.reduce((sum, node) => sum + (node.stated?.[column] ?? 0) - (node.value[column] ?? 0), 0);
    const computed = nodes.sum(start, column);
    const stated = figures.at(row, column);
    const within = Math.sqrt(nodes.length - start + 1);
    return Math.abs(computed + extra - stated) <= within || Math.abs(computed - stated) <= within;
  });
}

/** Right in all columns but one, and right in something that is not empty. */
export function isOneWrong(
  attempt: Attempt,
  nodes: Nodes,
  start: number,
  row: number,
  { wrong, checked }: Fit,
): boolean {
  if (wrong.length !== 1 || checked < 2 || nodes.tellingFrom(start) < 1) return false;
  const right = attempt.figures.main.filter((column) => attempt.figures.has(row, column) && !wrong.includes(column));
  return right.some((column) => nodes.sum(start, column) !== 0) && proofOf(attempt, row, nodes, start, right) >= 3;
}

function leftOutOf({ figures }: Attempt, nodes: Nodes, start: number, row: number): number | null {
  if (nodes.length - start > LONGEST_SEARCH || nodes.tellingFrom(start) < 2) return null;
  for (let index = nodes.length - 1; index >= start; index--) {
    const node = nodes.list[index]!;
    if (!figures.main.some((column) => node.value[column] !== 0)) continue;
    const comes = figures.main.every(
      (column) =>
        !figures.has(row, column) ||
        Math.abs(nodes.sum(start, column) - node.value[column]! - figures.at(row, column)) <=
          Math.min(2, Math.sqrt(nodes.length - start)),
    );
    if (comes) return node.row;
  }
  return null;
}

/** A stretch without which the total comes out in all columns: the row beside it may be its sum, with a wrong figure. */
function countedTwice(
  { figures }: Attempt,
  nodes: Nodes,
  start: number,
  row: number,
): { row: number; of: readonly number[] } | null {
  const { list } = nodes;
  if (list.length - start > LONGEST_STRETCHES || !list.slice(start).some(({ isSum }) => isSum)) return null;
  for (let from = start; from < list.length; from++)
    for (let to = from + 2; to <= list.length; to++) {
      const comes = figures.main.every((column) => {
        if (!figures.has(row, column)) return true;
        const rest = nodes.sum(start, column) - nodes.sum(from, column, to);
        return Math.abs(rest - figures.at(row, column)) <= Math.min(2, Math.sqrt(list.length - start));
      });
      if (!comes || nodes.tellingFrom(from, to) === 0) continue;
      const head = from > start ? list[from - 1]! : list[to];
      const of = list.slice(from, to).map((node) => node.row);
      if (head !== undefined && !head.isSum) return { row: head.row, of };
    }
  return null;
}

export function runOf(
  attempt: Attempt,
  nodes: Nodes,
  start: number,
  row: number,
  how: Run["how"],
  flip: 1 | -1 = 1,
): Run {
  const { figures } = attempt;
  const value = Array.from({ length: figures.columns }, (_, column) => {
    const computed = nodes.sum(start, column);
    // Within the rounding the source's own figure goes on, so that rounding does not add up.
    const stated = figures.at(row, column) * flip;
    const close = figures.has(row, column) && Math.abs(stated - computed) <= Math.sqrt(nodes.length - start + 1);
    return how === "exact" && close ? stated : computed;
  });
  const wrong = how === "exact" ? [] : nodes.fit(start, row, flip).wrong;
  return { start, how, wrong, value, flip, signs: null, leftOut: null };
}
