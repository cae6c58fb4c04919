// src/intake/roundTrip/snapshots.ts: the snapshots among the sheets of a workbook.
import type { Snapshot } from "../../domain/deviation/snapshot";
import { readSnapshot, SnapshotDamage } from "../../domain/roundTrip/snapshotFormat";
import { problem, type Problem } from "../../domain/problem";
import { cellName } from "../../domain/a1";
import type { Grid } from "../grid";

/** In the order of their numbers, and one problem for each that has been changed, with the first such cell. */
export function readSnapshots(
  grids: readonly Grid[],
  date1904: boolean,
): { readonly snapshots: readonly Snapshot[]; readonly problems: readonly Problem[] } {
  const snapshots: Snapshot[] = [];
  const problems: Problem[] = [];
  for (const { role, sheet, values } of grids) {
    const number = Number(/^ogonblick:(\d+)$/.exec(role ?? "")?.[1] ?? NaN);
    if (Number.isNaN(number)) continue;
    try {
      snapshots.push(readSnapshot({ sheet, rows: values, nameOf: cellName, date1904 }, number));
    } catch (found) {
      if (!(found instanceof SnapshotDamage)) throw found;
      const code = found.newer === null ? "snapshot-damaged" : "snapshot-newer";
      problems.push(problem(code, { sheet, cell: found.cell }, {}));
    }
  }
  return { snapshots: snapshots.sort((a, b) => a.number - b.number), problems };
}
