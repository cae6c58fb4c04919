// src/report/return/assumptionCells.ts: where an assumption's low, chosen and high value stand on Antaganden, for formulas on other tabs.
import type { Scenario } from "../../domain/return/assumptions";
import { lookupKey } from "../../domain/lookupKey";
import type { Texts } from "../../text/texts";
import { fixed, sheetReference } from "../cells";
import type { Side } from "./sensitivityFrame";
import type { SheetModel } from "../sheetModel";

/** Columns of the table on Antaganden: Lågt, Valt, Högt. Base is what is chosen now, which is the scenario's base at the run. */
const COLUMN: Readonly<Record<Side, number>> = { low: 1, base: 4, high: 3 };

/** By an assumption's place in the scenario; null where the tab has no figure for it (a curve, or no row). */
export function assumptionCellsOf(
  antaganden: SheetModel,
  scenario: Scenario,
  texts: Texts,
): (index: number, side: Side) => string | null {
  const words = texts.returnTabs.assumptions;
  const rows = new Map<string, number>();
  antaganden.rows.forEach((row, at) => {
    const content = row[0]?.content;
    const label = content?.kind === "text" ? lookupKey(content.text) : "";
    if (label !== "" && !rows.has(label)) rows.set(label, at);
  });
  return (index, side) => {
    const assumption = scenario.assumptions[index];
    if (assumption === undefined) return null;
    const name = words.kinds[assumption.kind];
    const label = assumption.source === null ? name : words.ofSource(name.split(":")[0] ?? "", assumption.source);
    const row = rows.get(lookupKey(label));
    const content = row === undefined ? undefined : antaganden.rows[row]?.[COLUMN[side]]?.content;
    const isFigure = content?.kind === "number" || (content?.kind === "formula" && content.type === "number");
    return row === undefined || !isFigure ? null : sheetReference(antaganden.name) + fixed(row, COLUMN[side]);
  };
}
