// src/domain/deviation/unitCost.ts: what one participant costs, planned against actual (method.md §1, unit costs).
import type { Fact, InitiativeFacts } from "./budget";
import { isSmall } from "../finalReport/disclosure";
import { Decimal } from "../money";
import { type MonthIndex, monthsIn } from "../period";

/** Cost per unit in kr, as positive numbers, unrounded. Null: the volume is not known or 0. `change` = outcome/budget − 1. */
export interface UnitCost {
  readonly per: "participant" | "closed" | "toWorkOrStudies";
  readonly plannedVolume: Decimal | null;
  readonly actualVolume: Decimal | null;
  readonly budget: Decimal | null;
  readonly outcome: Decimal | null;
  readonly change: Decimal | null;
}

export interface UnitCosts {
  /** Length of the initiative that a yearly plan is multiplied by (Husamrådet: 53); null where no yearly plan is used. */
  readonly months: number | null;
  readonly items: readonly UnitCost[];
  /** The volumes are the initiative's from an earlier month than the first that the table has costs of: they are not divided. Null: the same months. */
  readonly otherMonths: {
    readonly volumes: MonthIndex;
    readonly costs: MonthIndex;
  } | null;
}

/** Costs as positive numbers in kr, and the months they are booked on. */
export interface BookedCosts {
  /** Budget of the booked periods: what a yearly plan is set against. */
  readonly budget: Decimal;
  /** Budget of all periods: what a plan for the whole time is set against. */
  readonly fullBudget: Decimal;
  readonly outcome: Decimal;
  readonly from: MonthIndex;
  /** The last booked month. */
  readonly to: MonthIndex;
  /** The last month with a budget. */
  readonly fullTo: MonthIndex;
}

/**
 * Unit costs for every volume that the facts give, planned or actual; null where they give none.
 * A yearly plan counts for the initiative's months (or the table's, where the facts have no dates) up to the last booked one, but for none that the
 * table has no costs of. Costs and volumes cover the same months (method.md §1): the volumes of a time that began before the table's first month are
 * not divided into its costs, nor a plan for a time that goes on after its last budget.
 */
export function unitCostsOf(facts: InitiativeFacts, costs: BookedCosts): UnitCosts | null {
  const from = facts.from ?? costs.from;
  const beganBefore = from < costs.from;
  const goesOn = (facts.to ?? costs.fullTo) > costs.fullTo;
  const months = monthsIn({ from: Math.max(from, costs.from), to: Math.min(facts.to ?? costs.to, costs.to) });
  const volumes: readonly (readonly [UnitCost["per"], Fact | null, Fact | null, Fact | null])[] = [
    ["participant", facts.plannedParticipants, facts.plannedParticipantsPerYear, facts.participants],
    ["closed", facts.plannedClosed, facts.plannedClosedPerYear, facts.closed],
    ["toWorkOrStudies", facts.plannedToWorkOrStudies, facts.plannedToWorkOrStudiesPerYear, facts.toWorkOrStudies],
  ];
  const known = volumes.filter(([, total, yearly, actual]) => total !== null || yearly !== null || actual !== null);
  if (known.length === 0) return null;
  return {
    months: known.some(([, total, yearly]) => total === null && yearly !== null) ? months : null,
    items: known.map(([per, total, yearly, actual]) => {
      const plannedVolume = total?.value ?? yearly?.value.times(months).div(12) ?? null;
      const actualVolume = actual?.value ?? null;
      const isWhole = total === null || !(beganBefore || goesOn);
      const budget = isWhole ? perUnit(total === null ? costs.budget : costs.fullBudget, plannedVolume) : null;
      const outcome = beganBefore ? null : perUnit(costs.outcome, actualVolume);
      return { per, plannedVolume, actualVolume, budget, outcome, change: changeOf(budget, outcome) };
    }),
    otherMonths: beganBefore ? { volumes: from, costs: costs.from } : null,
  };
}

/**
 * Volumes that the tab may not tell, since the tab is for the board: 1–4 persons, and what leaves 1–4 of those that it is a part of
 * (participants, closed, to work or studies). With a volume go its difference from the plan, its cost per one and the volume effect.
 */
export function hiddenVolumes(items: readonly UnitCost[]): ReadonlySet<UnitCost["per"]> {
  const actual = (per: UnitCost["per"]): Decimal | null => items.find((item) => item.per === per)?.actualVolume ?? null;
  const hidden = new Set<UnitCost["per"]>();
  for (const per of ["participant", "closed", "toWorkOrStudies"] as const) {
    const own = actual(per);
    if (own === null) continue;
    const wholes =
      per === "participant"
        ? []
        : per === "closed"
          ? [actual("participant")]
          : [actual("participant"), actual("closed")];
    const leaves = wholes.some((whole) => whole !== null && isSmall(whole.minus(own)));
    if (isSmall(own) || leaves) hidden.add(per);
  }
  return hidden;
}

function perUnit(cost: Decimal, volume: Decimal | null): Decimal | null {
  return volume === null || volume.isZero() ? null : cost.div(volume);
}

function changeOf(budget: Decimal | null, outcome: Decimal | null): Decimal | null {
  return budget === null || outcome === null || budget.isZero() ? null : outcome.div(budget).minus(new Decimal(1));
}
