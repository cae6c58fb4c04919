// src/intake/statement/parse.ts: one attempt to say what every row sums, under what is taken for granted of single rows.
import type { Figures } from "./evidence";
import { groupsAbove } from "./groupsAbove";
import type { Node } from "./nodes";
import type { RowClass } from "./rowClasses";
import { SumsBelow } from "./sumsBelow";
import type { SourceError, StatementTable } from "./statement";

/** What is taken for granted of a row. `of`: rows that it sums. */
export interface Forced {
  readonly as: "line" | "sum" | "memo";
  readonly of: readonly number[] | null;
}
export type Force = ReadonlyMap<number, Forced>;

/** A sum as it was found. `of`: the lines under it; `exact`: the figures say so. */
export interface FoundSum {
  readonly row: number;
  readonly of: readonly number[];
  /** How each of `of` enters what the row states. */
  readonly signs: readonly (1 | -1)[];
  readonly named: boolean;
  readonly result: boolean;
  readonly exact: boolean;
  /** It comes out without lines that stand in its section. */
  readonly partial?: true;
}

/** An unnamed row that may be a sum: too little proof, right in some columns only, or a repetition of one line. */
export interface Candidate {
  readonly row: number;
  readonly of: readonly number[];
  readonly why: "weak" | "near" | "single";
  readonly bits: number;
}

export interface Structure {
  readonly sums: ReadonlyMap<number, FoundSum>;
  readonly lines: readonly number[];
  /** Rows after the result that closes the table. */
  readonly after: ReadonlySet<number>;
  readonly candidates: readonly Candidate[];
  readonly errors: readonly SourceError[];
  /** Named sums and results that nothing explains. */
  readonly unexplained: readonly number[];
  /** Rows without which a named total would come out. */
  readonly leftOut: readonly { readonly total: number; readonly row: number }[];
  /** Lines whose sign a stated difference shows: +1 income, −1 cost, where both are positive. */
  readonly signs: ReadonlyMap<number, 1 | -1>;
  /** A result is income less costs, both written alike. */
  readonly unsigned: boolean;
  /** A result adds lines as they stand. */
  readonly plain: boolean;
  /** Lines under a named sum or result that comes out. */
  readonly covered: ReadonlySet<number>;
  /** Lines after an explained result, which no later one covers. */
  readonly loose: readonly number[];
  /** How well it explains the source: named sums first, then unnamed ones. */
  readonly score: number;
}

export interface Attempt {
  readonly table: StatementTable;
  readonly figures: Figures;
  readonly classes: readonly RowClass[];
  readonly force: Force;
}

/** Groups above their parts from the bottom up and sums below their parts from the top down, in this order or the other. */
export function parse(attempt: Attempt, order: "above-first" | "below-first"): Structure {
  const all = attempt.table.rows.map((_, row) => row);
  const none: ReadonlyMap<number, Node> = new Map();
  if (order === "above-first") {
    const above = groupsAbove(attempt, all, none);
    return new SumsBelow(attempt, above).run();
  }
  const below = new SumsBelow(attempt, { groups: none, consumed: new Set(), candidates: [], sums: [] });
  return below.run((left) =>
    groupsAbove(
      attempt,
      left.map(({ row }) => row),
      new Map(left.map((node) => [node.row, node])),
    ),
  );
}
