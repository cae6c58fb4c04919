// src/pane/steps/deviation/remarks.tsx: what the key figures may hide, in the same words as the written tab.
import type { FollowUp } from "../../../domain/deviation/followUp";
import { hasIncome, kindOf } from "../../../domain/deviation/lineKind";
import type { UnitCost } from "../../../domain/deviation/unitCost";
import { amountText, signedPercentText } from "../../../text/format";
import type { Texts } from "../../../text/texts";
import { costUnitOf, figuresOf } from "../../parts/figures";
import { useWords } from "../../parts/words";

export function Remarks({ followUp }: { followUp: FollowUp }) {
  const { pane, texts } = useWords();
  const remarks = [...offsettingRemarks(followUp, texts), ...hiddenRemarks(followUp, texts)];
  if (remarks.length === 0) return null;
  return (
    <section>
      <h2>{pane.result.remarks}</h2>
      {remarks.map((remark) => (
        <fluent-message-bar key={remark} intent="warning">
          {remark}
        </fluent-message-bar>
      ))}
    </section>
  );
}

/** Lines that may be one cost, budgeted on one and booked on the other. */
function offsettingRemarks({ table, offsetting, lineTotals }: FollowUp, texts: Texts): string[] {
  const { signed } = figuresOf(table, texts);
  return offsetting.flatMap(({ favourable, unfavourable }) => {
    const gain = lineTotals[favourable];
    const loss = lineTotals[unfavourable];
    if (gain === undefined || loss === undefined) return [];
    const words = kindOf(table, favourable) === "income" ? texts.kinds : texts.tabs.deviationWords;
    const [between, after] = words.offsetting(signed(gain.amount), signed(loss.amount), table.unit);
    return [`${table.lines[favourable] ?? ""}${between}${table.lines[unfavourable] ?? ""}${after}`];
  });
}

/** A surplus beside a higher cost per person, or a deficit beside a lower one. */
function hiddenRemarks({ table, total, unitCosts }: FollowUp, texts: Texts): string[] {
  // With income the total is a result, which says nothing of what each person cost.
  if (unitCosts === null || total.amount.isZero() || hasIncome(table)) return [];
  const surplus = total.amount.isPositive();
  const hides = ({ change }: UnitCost): boolean => change !== null && (surplus ? change.gt(0) : change.lt(0));
  const order = ["closed", "participant", "toWorkOrStudies"] as const;
  const found = order.flatMap((per) => unitCosts.items.filter((item) => item.per === per)).find(hides);
  if (found?.budget == null || found.outcome === null || found.change === null) return [];
  const cost = costUnitOf(table);
  return [
    texts.tabs.unitCosts.hidden({
      surplus,
      amount: amountText(total.amount.abs(), table.unit, table.decimals, texts.language),
      per: found.per,
      outcome: amountText(found.outcome, cost.unit, cost.decimals, texts.language),
      budget: amountText(found.budget, cost.unit, cost.decimals, texts.language),
      change: signedPercentText(found.change, 0, texts.language),
      unit: table.unit,
      costUnit: cost.unit,
    }),
  ];
}
