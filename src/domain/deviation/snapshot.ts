// src/domain/deviation/snapshot.ts: a follow-up as it stood on a day, kept as values in a tab of its own and read back by later runs.
import type { CostSign, LineKind } from "./budget";
import type { Deviation, MaterialLimits } from "./deviation";
import type { Comment } from "./remarks";

/** Where the figures of one row stand in the snapshot's tab, in A1: what a comparison refers to. */
export interface SnapshotCells {
  readonly outcome: string;
  readonly budget: string;
  readonly amount: string;
}

/** kr with the sign of that time; a deviation is positive when favourable. */
export interface SnapshotLine {
  readonly costLine: string;
  readonly kind: LineKind;
  readonly figures: Deviation;
  readonly material: boolean;
  /** What people had written beside the line. */
  readonly comment: Comment;
  readonly cells: SnapshotCells;
}

export interface SnapshotInitiative {
  readonly name: string;
  readonly sign: CostSign;
  /** Income was written positive beside positive costs: the total is income less costs. */
  readonly allPositive: boolean;
  /** Label of the last booked period; empty: nothing was booked. */
  readonly bookedTo: string;
  readonly limits: MaterialLimits;
  readonly lines: readonly SnapshotLine[];
  readonly total: Deviation;
  readonly totalCells: SnapshotCells;
}

/** One saved tab. It holds every initiative of the run. */
export interface Snapshot {
  /** Of the tab's role, `ogonblick:3`; later ones have higher numbers. */
  readonly number: number;
  /** The tab's present name. */
  readonly sheet: string;
  /** ISO date. */
  readonly date: string;
  readonly version: string;
  readonly initiatives: readonly SnapshotInitiative[];
}

/** The one to compare with when nobody has chosen: the latest date, and of the same day the one saved last. Null: there is none. */
export function latestSnapshot(snapshots: readonly Snapshot[]): Snapshot | null {
  const later = (a: Snapshot, b: Snapshot): boolean => (a.date === b.date ? a.number > b.number : a.date > b.date);
  return snapshots.reduce<Snapshot | null>((best, each) => (best === null || later(each, best) ? each : best), null);
}
