// src/report/explain/methods.ts: the method in words for figures whose formulas are too long to be read, by what the tab calls them.
import type { Texts } from "../../text/texts";

/** By the heading of the column, or by the label of the row. */
export function methodsOf({ tabs, returnTabs, explain }: Texts): ReadonlyMap<string, string> {
  const { parties, avoided } = returnTabs;
  const { methods } = explain;
  return new Map([
    [tabs.deviation.material, methods.material],
    [parties.back, methods.back],
    [parties.freedCapacity, methods.freedCapacity],
    [parties.remark, methods.remark],
    [parties.tax, methods.tax],
    [parties.payback.month, methods.fromTheRun],
    [parties.payback.monthPublicSector, methods.fromTheRun],
    [parties.payback.monthFromStart, methods.fromTheRun],
    [parties.payback.monthsForOne, methods.fromTheRun],
    [parties.payback.monthsForTarget, methods.fromTheRun],
    [parties.payback.stayers, methods.stayers],
    [parties.payback.leaversForOne, methods.leavers],
    [parties.payback.leaversForTarget, methods.leavers],
    [parties.groupBack, methods.groupBack],
    [parties.year, methods.year],
    [avoided.adjusted, methods.adjusted],
  ]);
}
