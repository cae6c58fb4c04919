// src/actions/tabGroups.ts: which tabs a run writes, in groups that a person may choose, and what must come along.
import { TAB_GROUPS, type TabGroupName } from "../domain/tabGroup";
import { isOfKind, type TabKind } from "../domain/tabKind";
import type { Analysis } from "./analysis";

/** Underlag, Antaganden and Kontroller belong to none: they follow where formulas refer to them. */
export type TabGroup = TabGroupName;

/** All groups but these. */
export function groupsBut(leftOut: readonly TabGroup[]): readonly TabGroup[] {
  return TAB_GROUPS.filter((group) => !leftOut.includes(group));
}

/** Groups that the analysis has anything for. */
export function groupsThere({ results, workbooks }: Analysis): readonly TabGroup[] {
  const whole = workbooks.length === 1 ? (workbooks[0] ?? null) : null;
  const hasReturn = whole?.moneyBack != null && whole.moneyBack.result.basis.ready.length > 0;
  const reports = [...results, ...workbooks].some(({ finalReport }) => finalReport !== null);
  const there: Readonly<Record<TabGroup, boolean>> = {
    deviation: results.length > 0,
    return: hasReturn,
    finalReport: whole !== null && (reports || whole.persons !== null),
    // With several inputs there is a roll-up, which is no page for a board.
    board: whole !== null && (results.length > 0 || hasReturn),
  };
  return TAB_GROUPS.filter((group) => there[group]);
}

/** Groups that are written whatever is chosen, so that nothing a person wrote in their tabs is lost. */
export function groupsHeld({ results, workbooks }: Analysis): readonly TabGroup[] {
  const written = new Set(workbooks.flatMap(({ writing }) => [...writing.inPlace.values()].map(({ role }) => role)));
  const has = (kind: TabKind): boolean => [...written].some((role) => isOfKind(role, kind));
  return [
    ...(results.some(({ kept }) => (kept?.rows.length ?? 0) > 0) ? (["deviation"] as const) : []),
    ...(has("antaganden") ? (["return"] as const) : []),
    ...(has("slutrapport") ? (["finalReport"] as const) : []),
  ];
}

/**
 * What is written of these groups; undefined: all but those that the workbook remembers to be left out. The board's pages are formulas over the tabs of the other two, which therefore come along.
 * Only groups that there is anything for.
 */
export function groupsWritten(analysis: Analysis, chosen: readonly TabGroup[] | undefined): ReadonlySet<TabGroup> {
  const there = groupsThere(analysis);
  const wanted = new Set([...(chosen ?? groupsBut(analysis.leftOut)), ...groupsHeld(analysis)]);
  if (wanted.has("board")) for (const group of ["deviation", "return"] as const) wanted.add(group);
  return new Set(there.filter((group) => wanted.has(group)));
}
