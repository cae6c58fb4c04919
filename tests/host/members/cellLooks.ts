// tests/host/members/cellLooks.ts: reading and setting how cells look, for whatever class asks: one target for ranges and range areas.
import type { Rect } from "../a1";
import type { Looks } from "../cells";
import { textOf } from "../classes";
import { invalidArgument } from "../fault";
import { type Place, sheetOf } from "../sheetModel";

/** The areas whose looks are read and set together. */
export interface FormatTarget {
  readonly places: readonly Place[];
}

/** The value that all cells share, null where they differ. */
export function shared(target: FormatTarget, key: string, initial: unknown): unknown {
  const seen = new Set<unknown>();
  for (const place of target.places) {
    for (const row of sheetOf(place).cells.matrix(place.rect, (cell) => cell?.looks[key] ?? initial))
      for (const value of row) seen.add(value);
  }
  return seen.size === 1 ? [...seen][0] : null;
}

/** Cells that looked alike still do, and share one record: large areas stay cheap. */
export function remembered(change: (looks: Looks) => Looks): (looks: Looks) => Looks {
  const done = new Map<Looks, Looks>();
  return (looks) => {
    let changed = done.get(looks);
    if (changed === undefined) {
      changed = change(looks);
      done.set(looks, changed);
    }
    return changed;
  };
}

export function apply(
  target: FormatTarget,
  change: (looks: Looks) => Looks,
  where: (row: number, column: number, rect: Rect) => boolean = () => true,
): void {
  const changed = remembered(change);
  for (const place of target.places) {
    const sheet = sheetOf(place);
    sheet.refuseIfProtected();
    sheet.cells.editAll(place.rect, (cell, row, column) => {
      if (where(row, column, place.rect)) cell.looks = changed(cell.looks);
    });
  }
}

/** Colours come back as `#RRGGBB` in capitals. */
export function colourOf(value: unknown): string {
  const text = textOf(value);
  if (text === "") return text;
  if (!/^#?[0-9A-Fa-f]{6}$/.test(text) && !/^[A-Za-z]+$/.test(text)) throw invalidArgument(`colour ${text}`);
  return text.startsWith("#") ? text.toUpperCase() : text;
}
