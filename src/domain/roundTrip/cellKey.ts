// src/domain/roundTrip/cellKey.ts: how a hidden key of a cell is worded: what kind of cell it is and its parts, one below the other.

/** Names hold no line break, so that one can stand between the parts. */
const BETWEEN = "\n";

/** `kind` tells the keys of one file from those of another and never changes: workbooks out there hold it. */
export function cellKey(kind: string, parts: readonly (string | number)[]): string {
  return [kind, ...parts.map((part) => String(part).replaceAll(BETWEEN, " "))].join(BETWEEN);
}

/** The parts of a key of this kind; null for a key of something else. */
export function readCellKey(kind: string, key: string): readonly string[] | null {
  const [found, ...parts] = key.split(BETWEEN);
  return found === kind && parts.length > 0 ? parts : null;
}
