// src/intake/statement/groupsAbove.ts: groups that stand above their parts, found from the bottom up.
import { bitsOf, neededBits } from "./evidence";
import { Nodes, type Node } from "./nodes";
import type { Attempt, Candidate, FoundSum } from "./parse";
import type { RowClass } from "./rowClasses";

export interface Above {
  /** By the row of the group. */
  readonly groups: ReadonlyMap<number, Node>;
  /** Rows that a group stands for. */
  readonly consumed: ReadonlySet<number>;
  readonly candidates: readonly Candidate[];
  readonly sums: readonly FoundSum[];
}

/** Further than this no group reaches, unless a boundary ends it. */
const LONGEST = 400;

/** `known`: rows that already stand for others. */
export function groupsAbove(attempt: Attempt, rows: readonly number[], known: ReadonlyMap<number, Node>): Above {
  const { figures, classes, force } = attempt;
  // The nodes below the row, the nearest last.
  let below = new Nodes(figures);
  const groups = new Map<number, Node>();
  const consumed = new Set<number>();
  const candidates: Candidate[] = [];
  const sums: FoundSum[] = [];
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index]!;
    const own = classes[row]!;
    const given = known.get(row);
    if (given?.isSum === true) {
      below.push(given);
      continue;
    }
    const forced = force.get(row);
    if (own.is === "heading") below.open();
    if (!counts(own) || forced?.as === "memo") continue;
    const first = isFirst(attempt, rows, index);
    if (isBarrier(own) && forced?.as !== "line" && !first) {
      below = new Nodes(figures);
      continue;
    }
    const found = forced?.as === "line" ? null : groupAt(attempt, row, below, first && isBarrier(own));
    if (found !== null && "end" in found) {
      const exact = below.fit(found.end, row).wrong.length === 0;
      const parts = below.take(found.end);
      const inOrder = [...parts].reverse();
      const node = { ...sumNode(attempt, row, inOrder, exact), side: null };
      const { leaves, signs } = node;
      for (const part of parts) consumed.add(part.row);
      groups.set(row, node);
      sums.push({ row, of: leaves, signs, named: isBarrier(own), result: false, exact });
      below.push(node);
      continue;
    }
    if (found !== null) candidates.push(found);
    if (forced?.as === "sum") continue;
    below.push(given ?? lineNode(attempt, row));
  }
  return { groups, consumed, candidates, sums };
}

function counts(own: RowClass): boolean {
  return own.is !== "heading" && own.is !== "empty" && own.is !== "memo" && own.is !== "equity";
}

export function isBarrier(own: RowClass): boolean {
  return own.is === "sum" || own.is === "result" || own.is === "year-result";
}

/** Nothing with figures stands above it. */
function isFirst({ classes }: Attempt, rows: readonly number[], index: number): boolean {
  for (let above = index - 1; above >= 0; above--) if (counts(classes[rows[above]!]!)) return false;
  return true;
}

export function valuesOf({ figures }: Attempt, row: number): readonly number[] {
  return Array.from({ length: figures.columns }, (_, column) => figures.at(row, column));
}

/** A node for a sum of these: what counts above it is its own figures, or what its parts give where it does not fit them. */
export function sumNode(attempt: Attempt, row: number, parts: readonly Node[], exact: boolean): Omit<Node, "side"> {
  const own = valuesOf(attempt, row);
  const given = own.map((_, column) => parts.reduce((sum, part) => sum + (part.value[column] ?? 0), 0));
  return {
    row,
    leaves: parts.flatMap((part) => part.leaves),
    signs: parts.flatMap((part) => part.signs),
    value: exact ? own : given,
    stated: exact ? null : own,
    isSum: true,
  };
}

export function lineNode(attempt: Attempt, row: number): Node {
  const { section, byAccount, byName } = attempt.classes[row]!;
  return {
    row,
    leaves: [row],
    signs: [1],
    value: valuesOf(attempt, row),
    stated: null,
    isSum: false,
    side: section ?? byAccount ?? byName,
  };
}

/** The position from which the nodes below are the row's parts, or why it only may be so; null: it is not. */
function groupAt(attempt: Attempt, row: number, below: Nodes, named: boolean): { end: number } | Candidate | null {
  const { figures, force, table } = attempt;
  const given = force.get(row)?.of ?? formulaRows(table.rows[row]?.formula ?? null, row, "below");
  if (given?.every((part) => part > row) === true) {
    const end = below.list.findIndex((node) => given.includes(node.row));
    if (end >= 0 && (force.has(row) || below.fit(end, row).wrong.length === 0)) return { end };
  }
  if (!figures.telling(row)) return null;
  let candidate: Candidate | null = null;
  if (named && below.length > 0 && below.tellingFrom(0) > 0 && below.fit(0, row).wrong.length === 0) return { end: 0 };
  for (const end of below.near(row, LONGEST)) {
    if (below.tellingFrom(end) < (named ? 1 : 2)) continue;
    const fit = below.fit(end, row);
    if (fit.checked === 0 || fit.wrong.length === fit.checked || !sameCells(attempt, row, below, end)) continue;
    const pinned = end === 0 || below.list[end - 1]!.isSum || opensAfter(attempt, below, end);
    const right = figures.main.filter((column) => figures.has(row, column) && !fit.wrong.includes(column));
    const bits = proofOf(attempt, row, below, end, fit.wrong.length === 0 ? [...right, ...figures.others] : right);
    if (fit.wrong.length > 0) {
      if (!named && bits >= Math.log2(2 * figures.rows) + 6) candidate ??= candidateOf(row, below, end, "near", bits);
      continue;
    }
    if (named || bits >= neededBits(figures.rows, pinned)) return { end };
    if (candidate === null || candidate.bits < bits) candidate = candidateOf(row, below, end, "weak", bits);
  }
  return candidate;
}

function opensAfter({ classes }: Attempt, below: Nodes, end: number): boolean {
  const last = below.list[end]!;
  return classes[below.list[end - 1]?.row ?? last.row]?.opens ?? false;
}

function candidateOf(row: number, below: Nodes, end: number, why: Candidate["why"], bits: number): Candidate {
  const of = below.list.slice(end).map((node) => node.row);
  return { row, of: of.reverse(), why, bits };
}

/** No column holds figures of the parts alone. */
export function sameCells({ figures }: Attempt, row: number, nodes: Nodes, start: number): boolean {
  return figures.main.every((column) => figures.has(row, column) || nodes.sum(start, column) === 0);
}

/** How the nodes of a run enter a sum: as they stand, or with signs; `flip`: the row shows it with the other sign. */
export interface Entering {
  readonly signs: readonly (1 | -1)[] | null;
  readonly flip: 1 | -1;
}

/** Bits over these columns; an `other` column in which the sum does not hold says nothing. */
export function proofOf(
  { figures }: Attempt,
  row: number,
  nodes: Nodes,
  start: number,
  columns: readonly number[],
  { signs, flip }: Entering = { signs: null, flip: 1 },
): number {
  const parts = nodes.list.slice(start);
  const stated = (column: number): number => figures.at(row, column) * flip;
  const valueOf = (index: number, column: number): number => (parts[index]?.value[column] ?? 0) * (signs?.[index] ?? 1);
  const sum = (column: number): number => parts.reduce((total, _, index) => total + valueOf(index, column), 0);
  const holding = columns.filter(
    (column) =>
      figures.main.includes(column) ||
      (figures.has(row, column) && Math.abs(sum(column) - stated(column)) <= Math.sqrt(parts.length + 1)),
  );
  const addends = parts.map((_, index) => index);
  const telling = holding.filter((column) => !figures.repeating.has(column));
  return bitsOf(stated, addends, telling, valueOf);
}

/** Rows that a formula adds on one side of its row; null where it subtracts, or reaches to both sides. */
export function formulaRows(
  formula: readonly { readonly row: number; readonly sign: 1 | -1 }[] | null,
  row: number,
  side: "above" | "below",
): readonly number[] | null {
  if (formula === null || formula.length === 0) return null;
  const own = formula.every((part) => part.sign === 1 && (side === "below" ? part.row > row : part.row < row));
  return own ? formula.map((part) => part.row) : null;
}
