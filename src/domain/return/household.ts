// src/domain/return/household.ts: support that a household shares is counted once, the larger amount.
import type { IncomeSource } from "./incomeSource";
import { comparable } from "./incomeSource";
import { difference, isZero, signOf } from "../money";
import type { Money, Ore } from "../money";
import { withAmount } from "./participant";
import type { ReadyParticipant, Span } from "./participant";

/** Reported: whose amount stands for the household, and whose is left out. `side` is the old or the new support. */
export interface SharedSupport {
  readonly household: string;
  readonly side: "before" | "after";
  readonly counted: string;
  readonly leftOut: readonly string[];
}

const NO_MONEY = 0 as Ore;

export interface Households {
  readonly participants: readonly ReadyParticipant[];
  readonly shared: readonly SharedSupport[];
}

/**
 * Sets to 0 the household support of everybody but the one with the largest amount; ties to the first row. Done for the old and for the new support
 * each for itself, span by span; other supports of the same persons are untouched.
 */
export function countHouseholdsOnce(
  participants: readonly ReadyParticipant[],
  sources: readonly IncomeSource[],
): Households {
  const groups = new Map<string, number[]>();
  participants.forEach(({ participant: { household } }, at) => {
    const key = household === null ? "" : comparable(household);
    if (key !== "") groups.set(key, [...(groups.get(key) ?? []), at]);
  });
  const result = [...participants];
  const shared: SharedSupport[] = [];
  for (const members of groups.values()) {
    for (const side of ["before", "after"] as const) countSide(result, members, side, sources, shared);
  }
  return { participants: result, shared };
}

function countSide(
  result: ReadyParticipant[],
  members: readonly number[],
  side: SharedSupport["side"],
  sources: readonly IncomeSource[],
  shared: SharedSupport[],
): void {
  const isShared = (span: Span): boolean => sources[span[side]]?.perHousehold === true && !isZero(amountOf(span, side));
  const sharing = members
    .map((at) => ({ at, span: result[at]?.spans.find(isShared) }))
    .filter((each): each is { at: number; span: Span } => each.span !== undefined);
  if (sharing.length < 2) return;
  const largest = sharing.reduce((best, each) =>
    signOf(difference(amountOf(each.span, side), amountOf(best.span, side))) > 0 ? each : best,
  );
  const others = sharing.filter(({ at }) => at !== largest.at).map(({ at }) => at);
  const name = (at: number): string => result[at]?.participant.id ?? "";
  shared.push({
    household: result[largest.at]?.participant.household ?? "",
    side,
    counted: name(largest.at),
    leftOut: others.map(name),
  });
  for (const at of others) {
    const ready = result[at];
    if (ready === undefined) continue;
    const spans = ready.spans.map((span) => (isShared(span) ? withAmount(span, side, NO_MONEY) : span));
    result[at] = { ...ready, spans };
  }
}

function amountOf(span: Span, side: SharedSupport["side"]): Money {
  return side === "before" ? span.moneyBefore : span.moneyAfter;
}
