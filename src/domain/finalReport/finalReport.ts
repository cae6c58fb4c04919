// src/domain/finalReport/finalReport.ts: the economy section of the final report: what was granted, used and left, and which lines explain it.
// Goals and claims are checked with it. Amounts are positive kr, whatever sign the source writes costs with.
import type { InitiativeFacts } from "../deviation/budget";
import { checkedClaim, figures, type CheckedClaim, type StatedClaim } from "./claims";
import { isMaterial, type OffsettingPair } from "../deviation/deviation";
import type { FollowUp } from "../deviation/followUp";
import { kindOf } from "../deviation/lineKind";
import { goalResult, type Goal, type GoalResult } from "./goals";
import { Decimal, KR_PER_UNIT, sum, toKr, ZERO, type Money } from "../money";
import { shareOf, statedFigure } from "./reconcile";

/** kr. unused = granted − used, below 0 when more was used; share = used / granted, null when nothing was granted. */
export interface FundsUse {
  readonly granted: Decimal;
  readonly used: Decimal;
  readonly unused: Decimal;
  readonly share: Decimal | null;
}

export interface LineUse extends FundsUse {
  readonly name: string;
  /** Index into the budget table's lines. */
  readonly line: number;
  readonly material: boolean;
}

/** Which answer of the association's form applies. */
export type FundsAnswer = "all" | "part" | "none" | "exceeded";

/** Where a figure of the total comes from: a field of the initiative, or the sum of the budget table. */
export type FundsSource = "field" | "table";

export interface FinalReport {
  /** Null: nothing says what was granted and used. */
  readonly total: (FundsUse & { readonly grantedFrom: FundsSource; readonly usedFrom: FundsSource }) | null;
  /** Per cost line; empty without a budget table. */
  readonly lines: readonly LineUse[];
  /** Sum of the lines; null without a budget table. */
  readonly lineSum: FundsUse | null;
  readonly answer: FundsAnswer | null;
  /** Indices into `lines`, largest difference first, as many as it takes for the others together to be less than half of the total difference. */
  readonly explaining: readonly number[];
  readonly offsetting: readonly OffsettingPair[];
  readonly goals: readonly GoalResult[];
  readonly claims: readonly CheckedClaim[];
}

export interface FinalReportInput {
  readonly facts: InitiativeFacts | null;
  readonly followUp: FollowUp | null;
  readonly goals: readonly Goal[];
  /** Claims in the source's words; those that follow from the initiative's fields are added here. */
  readonly claims: readonly StatedClaim[];
}

export function fundsUse(granted: Decimal, used: Decimal): FundsUse {
  return { granted, used, unused: granted.minus(used), share: shareOf(used, granted) };
}

/** The whole section. A field of the initiative goes before the sum of the table; where both are given they are compared as a claim. */
export function finalReportOf({ facts, followUp, goals, claims }: FinalReportInput): FinalReport {
  const lines = followUp === null ? [] : linesOf(followUp);
  const lineSum =
    followUp === null ? null : fundsUse(sum(lines.map(({ granted }) => granted)), sum(lines.map(({ used }) => used)));
  const granted = facts?.granted ?? lineSum?.granted ?? null;
  const used = facts?.used ?? lineSum?.used ?? null;
  const from = (field: Decimal | null | undefined): FundsSource => (field == null ? "table" : "field");
  const total =
    granted === null || used === null
      ? null
      : { ...fundsUse(granted, used), grantedFrom: from(facts?.granted), usedFrom: from(facts?.used) };
  return {
    total,
    lines,
    lineSum,
    answer: total === null ? null : answerOf(total),
    explaining: explainingOf(lines, lineSum?.unused ?? ZERO),
    offsetting: offsettingOf(lines, followUp),
    goals: goals.map((goal) => goalResult(goal)),
    claims: [...ownClaims(facts, followUp, total, lineSum), ...claims].map(checkedClaim),
  };
}

/**
 * Over every period of the table: what was granted for the whole initiative, not only for the booked part. What was brought in is no
 * used funds: income is left out.
 */
function linesOf({ table, limits }: FollowUp): LineUse[] {
  const cost = (amount: Money | null): Decimal => {
    const kr = amount === null ? ZERO : toKr(amount);
    return table.sign === "negative" ? ZERO.minus(kr) : kr;
  };
  const granted = table.lines.map(() => ZERO);
  const used = table.lines.map(() => ZERO);
  for (const entry of table.entries) {
    granted[entry.line] = granted[entry.line]!.plus(cost(entry.budget));
    used[entry.line] = used[entry.line]!.plus(cost(entry.outcome));
  }
  return table.lines.flatMap((name, line) => {
    if (kindOf(table, line) === "income") return [];
    const use = fundsUse(granted[line]!, used[line]!);
    const deviation = { outcome: use.used, budget: use.granted, amount: use.unused, share: use.share };
    return [{ ...use, name, line, material: isMaterial(deviation, limits) }];
  });
}

/** The follow-up's pairs among these lines, by their places here. */
function offsettingOf(lines: readonly LineUse[], followUp: FollowUp | null): OffsettingPair[] {
  const place = (line: number): number => lines.findIndex((each) => each.line === line);
  return (followUp?.offsetting ?? [])
    .map(({ favourable, unfavourable }) => ({ favourable: place(favourable), unfavourable: place(unfavourable) }))
    .filter(({ favourable, unfavourable }) => favourable >= 0 && unfavourable >= 0);
}

function answerOf({ unused, used }: FundsUse): FundsAnswer {
  if (unused.isNegative() && !unused.isZero()) return "exceeded";
  if (unused.isZero()) return "all";
  return used.isZero() ? "none" : "part";
}

/** Where the lines cancel out and leave no difference, the material ones. */
function explainingOf(lines: readonly LineUse[], difference: Decimal): number[] {
  const bySize = [...lines.keys()]
    .filter((at) => !lines[at]!.unused.isZero())
    .sort((a, b) => lines[b]!.unused.abs().cmp(lines[a]!.unused.abs()) || a - b);
  if (difference.isZero()) return bySize.filter((at) => lines[at]!.material);
  const left = (taken: number): Decimal => sum(bySize.slice(taken).map((at) => lines[at]!.unused.abs()));
  let taken = 0;
  while (taken < bySize.length && left(taken).times(2).gte(difference.abs())) taken += 1;
  return bySize.slice(0, taken);
}

/** What the fields state and other figures of the same report give. */
function ownClaims(
  facts: InitiativeFacts | null,
  followUp: FollowUp | null,
  total: FundsUse | null,
  lineSum: FundsUse | null,
): StatedClaim[] {
  const own = { claim: "", persons: false, tolerance: ZERO } as const;
  const claims: StatedClaim[] = [];
  const share = facts?.statedUsedShare ?? null;
  if (share !== null) {
    const basis = total === null ? null : { parts: figures(total.used), whole: figures(total.granted) };
    claims.push({ ...own, known: "used-share", stated: statedPercentOf(share), shownAs: "percent", basis });
  }
  if (followUp === null || lineSum === null) return claims;
  // A table in tkr is itself rounded: half a unit for each addend, as for the totals that a source states.
  const { unit, entries } = followUp.table;
  const tolerance = unit === "kr" ? ZERO : new Decimal(KR_PER_UNIT[unit]).div(2).times(entries.length);
  for (const [known, stated, computed] of [
    ["granted", facts?.granted, lineSum.granted],
    ["used", facts?.used, lineSum.used],
  ] as const) {
    if (stated != null)
      claims.push({
        ...own,
        known,
        stated: statedFigure(stated),
        shownAs: "amount",
        basis: { parts: figures(computed), whole: null },
        tolerance,
      });
  }
  return claims;
}

/** A share is stated in per cent: 0.9 is 90 %, two decimals at the least. */
function statedPercentOf(share: Decimal): StatedClaim["stated"] {
  return { value: share, decimals: Math.max(2, share.decimalPlaces()) };
}
