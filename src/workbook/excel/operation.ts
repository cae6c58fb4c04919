// src/workbook/excel/operation.ts: writing as a list of operations with their sizes, so that what fits goes in one round trip
// and no request grows beyond what Excel takes (5 MB).

/** Something to ask of Excel, and about how many bytes that takes. */
export interface Operation {
  readonly size: number;
  readonly run: () => void;
}

/** Half of what Excel takes: sizes are estimates, and characters such as å count double on the wire. */
const bytesPerTrip = 2_500_000;

/** What an operation takes besides its data. */
const overhead = 1_000;
/** Excel's client cuts arrays into pieces, each with a path of its own. */
const overheadPerCell = 2;

export function operation(run: () => void, size = 0): Operation {
  return { size: overhead + size, run };
}

/** The size of an array on the wire. */
export function sizeOfCells(rows: readonly (readonly unknown[])[]): number {
  let size = 0;
  for (const row of rows) {
    for (const cell of row)
      size += overheadPerCell + (typeof cell === "string" ? cell.length + 3 : cell === null ? 5 : 12);
  }
  return size;
}

/** Operations in order, as many together as one round trip holds. */
export function tripsOf(operations: readonly Operation[]): readonly (readonly Operation[])[] {
  const trips: Operation[][] = [[]];
  let size = 0;
  for (const each of operations) {
    if (size > 0 && size + each.size > bytesPerTrip) {
      trips.push([]);
      size = 0;
    }
    trips.at(-1)?.push(each);
    size += each.size;
  }
  return trips;
}
