// src/intake/statement/nodes.ts: the rows that nothing sums yet, in order, with running sums, so that any run of them is summed at once.
import { type Figures, tolerance } from "./evidence";
import type { Side } from "./rowClasses";

/** A line, or a sum that stands for its parts. */
export interface Node {
  readonly row: number;
  /** The lines under it, the row itself for a line. */
  readonly leaves: readonly number[];
  /** How each leaf enters the value, in their order. */
  readonly signs: readonly (1 | -1)[];
  /** Per column: what counts in sums above (of the lines, where the source's own sum is wrong). */
  readonly value: readonly number[];
  /** Per column: what the source states, where that differs from `value`; null: the same. */
  readonly stated: readonly number[] | null;
  readonly isSum: boolean;
  /** `net`: its value is already income less costs. */
  readonly side: Side | "net";
}

/** How a row fits a run: the main columns that were compared, and those of them that are wrong. */
export interface Fit {
  readonly wrong: readonly number[];
  readonly checked: number;
}

/** Of the boundaries further up only these many are tried. */
const MOST_BOUNDARIES = 400;

export class Nodes {
  readonly list: Node[] = [];
  /** Per column, sums of the first 0, 1, 2 … nodes. */
  private readonly sums: number[][];
  /** Addends that are not zero among the first n nodes. */
  private readonly telling: number[] = [0];
  /** Positions where a run may naturally begin: after a sum, or where a section begins; in order. */
  private readonly marks: number[] = [0];

  constructor(private readonly figures: Figures) {
    this.sums = Array.from({ length: figures.columns }, () => [0]);
  }

  get length(): number {
    return this.list.length;
  }

  push(node: Node): void {
    const at = this.list.length;
    this.list.push(node);
    this.sums.forEach((sums, column) => (sums[at + 1] = sums[at]! + (node.value[column] ?? 0)));
    const tells = this.figures.main.some((column) => node.value[column] !== 0);
    this.telling[at + 1] = this.telling[at]! + (tells ? 1 : 0);
    if (node.isSum) this.mark(at + 1);
  }

  /** Takes the nodes from `start` off. */
  take(start: number): readonly Node[] {
    while (this.marks.at(-1)! > start) this.marks.pop();
    return this.list.splice(start);
  }

  /** Takes these nodes out, wherever they are. */
  remove(chosen: ReadonlySet<Node>): void {
    const first = this.list.findIndex((node) => chosen.has(node));
    if (first < 0) return;
    const rest = this.take(first).filter((node) => !chosen.has(node));
    for (const node of rest) this.push(node);
  }

  open(): void {
    this.mark(this.list.length);
  }

  private mark(at: number): void {
    if (this.marks.at(-1) !== at) this.marks.push(at);
  }

  isBoundary(start: number): boolean {
    let [low, high] = [0, this.marks.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const mark = this.marks[middle]!;
      if (mark === start) return true;
      if (mark < start) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }

  /** Positions where a run may naturally begin, the nearest first, and the start. */
  boundaries(): readonly number[] {
    const near = this.marks.slice(-MOST_BOUNDARIES).filter((start) => start < this.list.length);
    if (near[0] !== 0 && this.list.length > 0) near.unshift(0);
    return near.reverse();
  }

  sum(start: number, column: number, end = this.list.length): number {
    const sums = this.sums[column]!;
    return sums[end]! - sums[start]!;
  }

  /** Addends that are not zero in some main column. */
  tellingFrom(start: number, end = this.list.length): number {
    return this.telling[end]! - this.telling[start]!;
  }

  /**
   * Starts, the nearest first, of runs that come as near the row as rounding may take them in any main column: among the last `most`
   * nodes and at the boundaries above them. One tight loop per column: nearly no run passes.
   */
  near(row: number, most: number): readonly number[] {
    const { main, at, whole } = this.figures;
    const length = this.list.length;
    const least = Math.max(0, length - most);
    const further = least > 0 ? this.boundaries().filter((start) => start < least) : [];
    const found = new Set<number>();
    for (const column of main) {
      const stated = at(row, column);
      if (stated === 0) continue;
      const sums = this.sums[column]!;
      const rest = sums[length]! - stated;
      for (let start = length - 1; start >= least; start--)
        if (Math.abs(rest - sums[start]!) <= length - start + 1 + whole) found.add(start);
      for (const start of further) if (Math.abs(rest - sums[start]!) <= length - start + 1 + whole) found.add(start);
    }
    return [...found].sort((a, b) => b - a);
  }

  /** The row against the run from `start`; `flip`: the row shows the run's sum with the other sign. */
  fit(start: number, row: number, flip: 1 | -1 = 1, end = this.list.length): Fit {
    const { main, at, has, whole } = this.figures;
    const wrong: number[] = [];
    let checked = 0;
    for (const column of main) {
      if (!has(row, column)) continue;
      checked++;
      const stated = at(row, column) * flip;
      if (Math.abs(this.sum(start, column, end) - stated) > tolerance(end - start, stated, whole)) wrong.push(column);
    }
    return { wrong, checked };
  }
}
