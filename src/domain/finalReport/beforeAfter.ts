// src/domain/finalReport/beforeAfter.ts: how many lived on which support before and after, and whether they are the same people.
import { Decimal } from "../money";
import { shareOf } from "./reconcile";

export interface BeforeAfterRow {
  readonly source: string;
  readonly before: number;
  readonly after: number;
}

export interface BeforeAfterChange extends BeforeAfterRow {
  readonly change: number;
  /** Of the base, or of the column's sum where no base is given; null when that is 0. */
  readonly shareBefore: Decimal | null;
  readonly shareAfter: Decimal | null;
}

export interface BeforeAfter {
  readonly rows: readonly BeforeAfterChange[];
  readonly sumBefore: number;
  readonly sumAfter: number;
  /** How many persons the table is said to be about; null: not said. */
  readonly base: number | null;
  /** Both columns sum to the same number, and to the base where there is one: else they are not the same individuals. */
  readonly sameIndividuals: boolean;
}

/** Changes per support. Order is kept. */
export function beforeAfterOf(rows: readonly BeforeAfterRow[], base: number | null): BeforeAfter {
  const sumBefore = rows.reduce((all, row) => all + row.before, 0);
  const sumAfter = rows.reduce((all, row) => all + row.after, 0);
  const share = (count: number, all: number): Decimal | null => shareOf(new Decimal(count), new Decimal(base ?? all));
  return {
    rows: rows.map((row) => ({
      ...row,
      change: row.after - row.before,
      shareBefore: share(row.before, sumBefore),
      shareAfter: share(row.after, sumAfter),
    })),
    sumBefore,
    sumAfter,
    base,
    sameIndividuals: sumBefore === sumAfter && (base === null || base === sumBefore),
  };
}
