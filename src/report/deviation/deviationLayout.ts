// src/report/deviation/deviationLayout.ts: the rows of the lines in the tab Avvikelse: one list, or a section per kind with its sum under it.
import type { BudgetTable, LineKind } from "../../domain/deviation/budget";
import { hasIncome, LINE_KINDS, linesOfKind, weightOf } from "../../domain/deviation/lineKind";

/** Rows, from 0, and indices of lines; both ends included. */
export interface Section {
  readonly kind: LineKind;
  readonly heading: number;
  readonly top: number;
  readonly bottom: number;
  readonly sum: number;
  /** The first and the last of its lines: a section's lines follow one another (lineKind.ts). */
  readonly firstLine: number;
  readonly lastLine: number;
  /** How its sum enters the result. */
  readonly weight: 1 | -1;
}

export interface Layout {
  /** The first row under the headings. */
  readonly top: number;
  /** Empty: the lines stand in one list, and their sum is the total. */
  readonly sections: readonly Section[];
  readonly rowOf: (line: number) => number;
  readonly total: number;
}

/** Sections where there is income beside anything else. */
export function layoutOf(table: BudgetTable, top: number): Layout {
  const kinds = LINE_KINDS.filter((kind) => table.kinds.includes(kind));
  if (!hasIncome(table) || kinds.length < 2) {
    return { top, sections: [], rowOf: (line) => top + line, total: top + table.lines.length };
  }
  let heading = top;
  const sections = kinds.map((kind): Section => {
    const lines = linesOfKind(table, kind);
    const [firstLine = 0, lastLine = 0] = [lines[0], lines.at(-1)];
    const bottom = heading + lines.length;
    const section = { kind, heading, top: heading + 1, bottom, sum: bottom + 1, firstLine, lastLine };
    heading = bottom + 2;
    return { ...section, weight: weightOf(table, firstLine) };
  });
  const sectionOf = (line: number): Section | undefined => sections.find(({ lastLine }) => line <= lastLine);
  return {
    top,
    sections,
    rowOf: (line) => {
      const own = sectionOf(line);
      return own === undefined ? heading : own.top + line - own.firstLine;
    },
    total: heading,
  };
}

/** Runs of rows that hold lines and nothing else. */
export function lineRuns({
  top,
  sections,
  total,
}: Layout): readonly { readonly top: number; readonly bottom: number }[] {
  return sections.length === 0 ? [{ top, bottom: total - 1 }] : sections;
}
