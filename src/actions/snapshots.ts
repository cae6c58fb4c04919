// src/actions/snapshots.ts: the snapshots that a workbook holds, which of them is compared with, and what number a new one gets.
import type { InitiativeFacts } from "../domain/deviation/budget";
import { type Comparison, comparisonOf } from "../domain/deviation/comparison";
import type { FollowUp } from "../domain/deviation/followUp";
import { latestSnapshot, type Snapshot } from "../domain/deviation/snapshot";
import { tabOf } from "../domain/tabKind";
import type { Problem } from "../domain/problem";
import { readSnapshots } from "../intake/roundTrip/snapshots";
import type { SourceWorkbook } from "../intake/grid";

export interface SavedSnapshots {
  /** In the order of their numbers; those that can be read. */
  readonly snapshots: readonly Snapshot[];
  /** The chosen one, else the latest; null: there is none. */
  readonly chosen: Snapshot | null;
  /** Highest number in use, also of those that cannot be read; 0: none. */
  readonly lastNumber: number;
  readonly problems: readonly Problem[];
}

/** A number that is chosen but not there any more falls back on the latest. */
export function savedSnapshots({ grids, date1904 }: SourceWorkbook, chosen: number | undefined): SavedSnapshots {
  const { snapshots, problems } = readSnapshots(grids, date1904);
  const tabs = grids.flatMap(({ role }) => (role === null ? [] : (tabOf(role) ?? [])));
  const numbers = tabs.flatMap(({ kind, number }) => (kind === "ogonblick" ? [number] : []));
  return {
    snapshots,
    chosen: snapshots.find(({ number }) => number === chosen) ?? latestSnapshot(snapshots),
    lastNumber: Math.max(0, ...numbers),
    problems,
  };
}

/** One table's follow-up against the snapshot. `alone`: the workbook has no other table. */
export function comparedWith(
  { chosen }: SavedSnapshots,
  followUp: FollowUp,
  facts: InitiativeFacts | null,
  alone: boolean,
): Comparison | null {
  const { initiative, sheet } = followUp.table;
  return chosen === null ? null : comparisonOf(followUp, (initiative ?? facts?.name ?? sheet).trim(), chosen, alone);
}
