// src/pane/run/sourceChanges.ts: which changes in a workbook touch what was read from it, and what is to be said of them. Pure.
import type { UsedArea } from "../../actions/usedAreas";
import { cellName } from "../../domain/a1";
import { type CellValue, type Grid, isCellError, type SourceWorkbook } from "../../intake/grid";
import type { ChangedCells, SourceChange } from "../../workbook/excel/watch";

/** Zero-based, corners included. */
interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Around a table: titles above it say its unit, and rows or columns set against it become part of it. */
const margin = { above: 12, below: 5, right: 3 } as const;
/** Differences told one by one. */
const mostDifferences = 100;
const lastRow = 1_048_575;
const lastColumn = 16_383;

/** `B2`, `A4:B10`, `5:7` or `C:D`; null: something else. */
export function rectangleOf(address: string): Rectangle | null {
  const match = /^\$?([A-Z]{0,3})\$?(\d{0,7})(?::\$?([A-Z]{0,3})\$?(\d{0,7}))?$/.exec(address);
  if (match === null || address === "") return null;
  const [, column = "", row = "", toColumn = column, toRow = row] = match;
  return {
    top: row === "" ? 0 : Number(row) - 1,
    left: column === "" ? 0 : columnNumber(column),
    bottom: toRow === "" ? lastRow : Number(toRow) - 1,
    right: toColumn === "" ? lastColumn : columnNumber(toColumn),
  };
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Whether a change touches what was read. A change elsewhere may still reach it through a formula. */
export function touches(change: SourceChange, used: readonly UsedArea[]): boolean {
  const areas = used.filter(({ sheet }) => sheet === change.sheet);
  if (change.kind !== "cells") return change.kind === "deleted" && areas.length > 0;
  if (areas.length === 0) return false;
  // Rows put in above a table move it.
  if (change.moved || change.address === null) return true;
  const cells = rectangleOf(change.address);
  return cells === null || areas.some((area) => overlaps(withMargin(area), cells));
}

function withMargin({ range }: UsedArea): Rectangle {
  const area = range === null ? null : rectangleOf(range);
  if (area === null) return { top: 0, left: 0, bottom: lastRow, right: lastColumn };
  return {
    top: Math.max(0, area.top - margin.above),
    left: area.left,
    bottom: area.bottom + margin.below,
    right: area.right + margin.right,
  };
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** A block of cells set where nothing was read may be a table of its own. */
export function mayBeTable(change: SourceChange): boolean {
  const cells = change.kind === "cells" && change.address !== null ? rectangleOf(change.address) : null;
  return cells !== null && cells.bottom > cells.top && cells.right > cells.left;
}

/** Whether what was read holds the changed value already: the change came before the reading, or was taken back. */
export function isRead(change: SourceChange, { grids }: SourceWorkbook): boolean {
  if (change.kind !== "cells" || change.after === null || change.moved || change.address === null) return false;
  const cell = rectangleOf(change.address);
  const grid = grids.find(({ sheet }) => sheet === change.sheet);
  const held = cell === null ? null : (grid?.values[cell.top]?.[cell.left] ?? "");
  return held === change.after;
}

/** The cells within the used areas that differ between two readings. */
export function differences(
  before: SourceWorkbook,
  after: SourceWorkbook,
  used: readonly UsedArea[],
): readonly ChangedCells[] {
  return used.flatMap((area) => {
    const [old, now] = [before, after].map(({ grids }) => grids.find(({ sheet }) => sheet === area.sheet));
    const found = old === undefined || now === undefined ? [] : differencesIn(old, now, withMargin(area));
    if (found.length <= mostDifferences) return found;
    const many = { address: null, times: found.length, before: null, after: null };
    return [{ kind: "cells" as const, sheet: area.sheet, moved: false, ...many }];
  });
}

function differencesIn(old: Grid, now: Grid, { top, left, bottom, right }: Rectangle): ChangedCells[] {
  const found: ChangedCells[] = [];
  for (let row = top; row <= Math.min(bottom, Math.max(old.rows, now.rows) - 1); row++) {
    for (let column = left; column <= Math.min(right, Math.max(old.columns, now.columns) - 1); column++) {
      const values = [old, now].map(({ values: rows }) => scalar(rows[row]?.[column] ?? null));
      const [was = null, is = null] = values;
      if (was === is) continue;
      const place = { sheet: now.sheet, address: cellName(row, column) };
      found.push({ kind: "cells", ...place, times: 1, moved: false, before: was, after: is });
    }
  }
  return found;
}

function scalar(value: CellValue): string | number | boolean | null {
  return isCellError(value) ? value.error : value;
}

export function samePlace(one: SourceChange, other: SourceChange): boolean {
  return placeOf(one) === placeOf(other);
}

function placeOf(change: SourceChange): string {
  return `${change.kind} ${change.sheet}!${change.kind === "cells" ? (change.address ?? "") : ""}`;
}

/** The places to show, one each, in the order of their first change; what was changed and changed back is none. */
export function changedPlaces(changes: readonly SourceChange[]): readonly SourceChange[] {
  const places = new Map<string, SourceChange>();
  for (const change of changes) {
    const key = placeOf(change);
    const earlier = places.get(key);
    const merged =
      change.kind === "cells" && earlier?.kind === "cells"
        ? {
            ...change,
            times: earlier.times + change.times,
            moved: earlier.moved || change.moved,
            before: earlier.before,
          }
        : change;
    places.set(key, merged);
  }
  return [...places.values()].filter(
    (place) => place.kind !== "cells" || place.moved || place.before === null || place.before !== place.after,
  );
}
