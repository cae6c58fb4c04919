// src/intake/budget/totals.ts: which rows of a budget table are sums of others, by name, by position and by figures.
import { type Money, toKr } from "../../domain/money";
import { folded } from "../fold";
import { isResultLine, isTotalLine } from "./heading";

/** One line of a table with its figures; `null` name: the cell is empty. */
export interface LineFigures {
  readonly name: string | null;
  /** What the user says that it is, whatever its name and figures; null: nothing. */
  readonly chosen: "line" | "total" | null;
  readonly section: number;
  /** kr by any key that is the same for the same period and measure in every line. Only for comparing; nothing is computed from it. */
  readonly figures: ReadonlyMap<string, number>;
}

/** What a line is. `of`: indices of the lines that it sums; null for a total that is compared with nothing. */
export type LineKind =
  { readonly kind: "detail" } | { readonly kind: "total" | "subtotal"; readonly of: readonly number[] | null };

/** Lines that say they are part of the line above them. */
const PART_OF_LINE = /^(?:-? ?varav|darav|of which)\b/u;
/** Further than this no sum is looked for by figures alone. */
const MOST_LINES = 3_000;
const LONGEST_BLOCK = 40;

const detail: LineKind = { kind: "detail" };

export function figure(money: Money): number {
  return typeof money === "number" ? money / 100 : toKr(money).toNumber();
}

/** A total whatever its figures. */
function isNamedTotal({ name, chosen }: LineFigures): boolean {
  return chosen === null ? name !== null && isTotalLine(name) : chosen === "total";
}

/**
 * Judges every line. `halfUnit`: half of the table's unit in kr, the rounding that each addend may carry (method.md §1).
 * An unnamed sum counts only when its figures prove it to the öre; a named total is one whatever its figures.
 */
export function lineKinds(lines: readonly LineFigures[], halfUnit: number): readonly LineKind[] {
  const kinds: LineKind[] = lines.map(() => detail);
  let sinceTotal: number[] = [];
  const before: number[] = [];
  const close = (index: number, kind: LineKind): void => {
    kinds[index] = kind;
    sinceTotal = [];
  };
  let covered = -1;
  for (const [index, line] of lines.entries()) {
    if (line.chosen === null && line.name !== null && PART_OF_LINE.test(folded(line.name))) {
      kinds[index] = { kind: "subtotal", of: null };
    } else if (isNamedTotal(line)) {
      close(index, namedTotal(lines, index, before, sinceTotal, halfUnit));
    } else {
      const parts =
        lines.length > MOST_LINES || line.chosen === "line"
          ? null
          : (sumBelow(lines, index) ?? (covered >= index ? null : sumAbove(lines, index, sinceTotal)));
      if (parts === null) {
        sinceTotal.push(index);
        before.push(index);
        continue;
      }
      covered = Math.max(covered, ...parts);
      const isLast = index === lines.length - 1;
      if (parts.every((part) => part < index)) close(index, { kind: isLast ? "total" : "subtotal", of: parts });
      else kinds[index] = { kind: "subtotal", of: parts };
    }
  }
  return kinds;
}

function namedTotal(
  lines: readonly LineFigures[],
  index: number,
  before: readonly number[],
  since: readonly number[],
  halfUnit: number,
): LineKind {
  const line = lines[index];
  const all = [...before];
  const after = lines.flatMap((other, at) => (at > index && other.name !== null && !isNamedTotal(other) ? [at] : []));
  if (line === undefined) return { kind: "total", of: null };
  if (matches(lines, line, all, halfUnit)) return { kind: "total", of: all };
  if (since.length < all.length && since.length > 0 && matches(lines, line, since, halfUnit))
    return { kind: "subtotal", of: [...since] };
  if (all.length > 0 && after.length > 0 && matches(lines, line, [...all, ...after], halfUnit))
    return { kind: "total", of: [...all, ...after] };
  if (all.length === 0)
    return after.length > 0 && matches(lines, line, after, halfUnit)
      ? { kind: "total", of: after }
      : { kind: "total", of: null };
  if (line.name !== null && isResultLine(line.name)) return { kind: "total", of: null };
  const earlierTotals = since.length > 0 && since.length < all.length;
  const laterTotals = lines.some((other, at) => at > index && isNamedTotal(other));
  return earlierTotals && laterTotals ? { kind: "subtotal", of: [...since] } : { kind: "total", of: all };
}

/** Every figure of the line is the sum of the same figures of the others, within the rounding of the addends. */
function matches(
  lines: readonly LineFigures[],
  line: LineFigures,
  others: readonly number[],
  halfUnit: number,
): boolean {
  if (others.length === 0 || line.figures.size === 0) return false;
  for (const [key, stated] of line.figures) {
    let sum = 0;
    let addends = 0;
    for (const other of others) {
      const addend = lines[other]?.figures.get(key);
      if (addend === undefined) continue;
      sum += addend;
      addends++;
    }
    if (addends === 0 && stated !== 0) return false;
    if (Math.abs(sum - stated) > halfUnit * addends + 0.001) return false;
  }
  return true;
}

/** A line directly under a block that it sums, at the block's end; null when the figures do not prove it. */
function sumAbove(lines: readonly LineFigures[], index: number, since: readonly number[]): readonly number[] | null {
  const line = lines[index];
  if (line === undefined || since.length < 2) return null;
  const section = since.filter((other) => lines[other]?.section === line.section);
  const next = lines[index + 1];
  const atEnd = next?.section !== line.section || isNamedTotal(next);
  if (!atEnd && line.name !== null) return null;
  for (const parts of section.length === since.length ? [since] : [section, since]) {
    if (parts.length >= 2 && proves(lines, line, parts, 2)) return [...parts];
  }
  return null;
}

/** A line directly over a block that it sums. */
function sumBelow(lines: readonly LineFigures[], index: number): readonly number[] | null {
  const line = lines[index];
  if (line === undefined || line.figures.size < 3) return null;
  const parts: number[] = [];
  const [first] = line.figures;
  let running = 0;
  for (let other = index + 1; other < Math.min(lines.length, index + LONGEST_BLOCK); other++) {
    const part = lines[other];
    if (first === undefined || part?.section !== line.section || part.name === null || isNamedTotal(part)) break;
    parts.push(other);
    running += lines[other]?.figures.get(first[0]) ?? 0;
    if (parts.length >= 2 && Math.abs(running - first[1]) < 0.002 && proves(lines, line, parts, 3)) return parts;
  }
  return null;
}

/** As `matches`, to the öre, with at least `least` figures that are not zero and no figure that only the parts have. */
function proves(lines: readonly LineFigures[], line: LineFigures, parts: readonly number[], least: number): boolean {
  const telling = [...line.figures.values()].filter((value) => value !== 0).length;
  if (telling < least || !matches(lines, line, parts, 0)) return false;
  return parts.every((part) => [...(lines[part]?.figures.keys() ?? [])].every((key) => line.figures.has(key)));
}
