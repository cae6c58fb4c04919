// src/domain/deviation/computedProblems.ts: what is only known of a budget table once everything is computed.
import { krText } from "../money";
import { monthText } from "../period";
import { problem, type Problem } from "../problem";
import { controlProblems } from "./controlProblems";
import type { ControlCheck } from "./controlTotal";
import type { FollowUp } from "./followUp";
import { workedUpUnused } from "./forecast";
import { recountProblem } from "./recount";

/** Budgets that were shared out, requisitions left unused, volumes of other months, and totals and rows of the source that do not add up. */
export function computedProblems(followUp: FollowUp): Problem[] {
  const { table, controls, results, recounts, budgetParts, forecast } = followUp;
  const shared = budgetParts.flatMap((part, at): Problem[] => {
    if (part === null) return [];
    const params = {
      period: table.periods[at]!.label,
      source: table.periods[part.source]!.label,
      months: part.months,
      of: part.of,
    };
    return [
      { ...problem("budget-shared-out", { sheet: table.sheet, cell: table.range }, params), workbook: table.workbook },
    ];
  });
  const unused = workedUpUnused(table, forecast);
  const other = followUp.unitCosts?.otherMonths ?? null;
  const { unit, decimals } = table;
  // A result's deviation from another basis is as right as those of its lines.
  const isOtherBasis = controls.some(({ basis }) => basis !== undefined);
  const isComparable = ({ control }: ControlCheck): boolean => control.measure !== "deviation" || !isOtherBasis;
  const at = { sheet: table.sheet, cell: table.range };
  return [
    ...shared,
    ...(other === null
      ? []
      : [
          {
            ...problem("volumes-of-other-months", at, {
              from: monthText(other.volumes),
              costs: monthText(other.costs),
            }),
            workbook: table.workbook,
          },
        ]),
    ...(unused.isZero()
      ? []
      : [
          {
            ...problem(
              "worked-up-unused",
              { sheet: table.sheet, cell: table.range },
              { amount: krText(unused), unit, decimals },
            ),
            workbook: table.workbook,
          },
        ]),
    ...controlProblems([...controls, ...results.filter(isComparable)], table),
    ...recounts.filter(({ agrees }) => !agrees).map((check) => recountProblem(check, table)),
  ];
}
