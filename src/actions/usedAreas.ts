// src/actions/usedAreas.ts: which parts of a workbook a result rests on, so that a change elsewhere need not worry anybody.
import type { Intake } from "../intake/readWorkbook";

/** A part of one sheet; `range` null: the whole sheet. */
export interface UsedArea {
  readonly sheet: string;
  readonly range: string | null;
}

/**
 * A sheet with nothing but budget tables is used where they stand. Facts and the other tables are found by their words, anywhere on
 * their sheet: such a sheet is used as a whole. Sheets where nothing was found are not used.
 */
export function usedAreasOf({ tables, otherTables, factOrigins }: Intake): readonly UsedArea[] {
  const facts = Object.values(factOrigins).map(({ sheet }) => sheet);
  const whole = new Set([...facts, ...otherTables.map(({ sheet }) => sheet)]);
  const ranges = new Map<string, UsedArea>();
  for (const { sheet, range } of tables) if (!whole.has(sheet)) ranges.set(`${sheet}!${range}`, { sheet, range });
  return [...[...whole].map((sheet) => ({ sheet, range: null })), ...ranges.values()];
}
