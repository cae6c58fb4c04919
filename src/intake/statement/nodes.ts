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

export class Nodes {
  readonly list: Node[] = [];
  /** Running sums per column, and counts of addends that are not empty; index n: of the first n nodes. */
  private readonly sums: number[][];
  private readonly telling: number[] = [0];
  /** Positions where a section begins. */
  private readonly opened = new Set<number>();

  constructor(private readonly figures: Figures) {
    this.sums = [new Array<number>(figures.columns).fill(0)];
  }

  get length(): number {
    return this.list.length;
  }

  push(node: Node): void {
    const last = this.sums[this.list.length]!;
    this.list.push(node);
    this.sums[this.list.length] = last.map((sum, column) => sum + (node.value[column] ?? 0));
    const tells = this.figures.main.some((column) => node.value[column] !== 0);
    this.telling[this.list.length] = this.telling[this.list.length - 1]! + (tells ? 1 : 0);
  }

  /** Takes the nodes from `start` off. */
  take(start: number): readonly Node[] {
    for (const at of [...this.opened]) if (at > start) this.opened.delete(at);
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
    this.opened.add(this.list.length);
  }

  isBoundary(start: number): boolean {
    return start === 0 || this.opened.has(start) || (this.list[start - 1]?.isSum ?? false);
  }

  /** Positions where a run may naturally begin, the nearest first. */
  boundaries(): readonly number[] {
    const found: number[] = [];
    for (let start = this.list.length - 1; start >= 0; start--) if (this.isBoundary(start)) found.push(start);
    return found;
  }

  sum(start: number, column: number, end = this.list.length): number {
    return this.sums[end]![column]! - this.sums[start]![column]!;
  }

  /** Addends that are not zero in some main column. */
  tellingFrom(start: number, end = this.list.length): number {
    return this.telling[end]! - this.telling[start]!;
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
