// src/domain/deviation/volumeEffect.ts: the deviation split into volume and efficiency (method.md §1).
import { Decimal, rounded } from "../money";

/** kr, positive is favourable; volume + efficiency = budget − outcome exactly (costs as positive numbers). */
export interface VolumeEffect {
  /** Which volume the budget is flexed by. */
  readonly per: "participant" | "closed" | "toWorkOrStudies";
  readonly plannedVolume: Decimal;
  readonly actualVolume: Decimal;
  readonly variableShare: Decimal;
  /** F = B · (v · Va/Vb + 1 − v). */
  readonly flexedBudget: Decimal;
  readonly volume: Decimal;
  readonly efficiency: Decimal;
}

/** Costs as positive numbers in kr; volumes in persons; `variableShare` 0–1: how much of the budget follows the volume. */
export interface VolumeInput {
  readonly per: VolumeEffect["per"];
  readonly budget: Decimal;
  readonly outcome: Decimal;
  readonly plannedVolume: Decimal;
  readonly actualVolume: Decimal;
  readonly variableShare: Decimal;
}

/** Places that the flexed budget is cut to, so that both differences from it are exact in 60 digits. */
const FLEXED_DECIMALS = 40;

/** Volume = B − F and efficiency = F − A; null where the planned volume is 0, since nothing can be flexed by it. */
export function volumeEffectOf({
  per,
  budget,
  outcome,
  plannedVolume,
  actualVolume,
  variableShare,
}: VolumeInput): VolumeEffect | null {
  if (plannedVolume.isZero()) return null;
  const fixedPart = budget.times(new Decimal(1).minus(variableShare));
  const variablePart = budget.times(variableShare).times(actualVolume).div(plannedVolume);
  const flexedBudget = rounded(fixedPart.plus(variablePart), FLEXED_DECIMALS);
  return {
    per,
    plannedVolume,
    actualVolume,
    variableShare,
    flexedBudget,
    volume: budget.minus(flexedBudget),
    efficiency: flexedBudget.minus(outcome),
  };
}
