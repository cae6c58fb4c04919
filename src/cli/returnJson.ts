// src/cli/returnJson.ts: money in and back, uncertainty, the final report, goals and before/after as parts of the public JSON contract.
// Amounts are decimal strings in kr, ratios have 6 decimals, months are "YYYY-MM", what does not apply is null.
import {
  type AgencyReturn,
  type Horizon,
  HORIZONS,
  type HorizonReturn,
  type InAndBack,
} from "../domain/return/agencyReturn";
import type { Assumption } from "../domain/return/assumptions";
import { boardConditionOf } from "../domain/return/boardCondition";
import { breakEvensOf } from "../domain/return/breakEven";
import type { Contributions } from "../domain/return/contribution";
import type { BeforeAfter } from "../domain/finalReport/beforeAfter";
import type { CheckedClaim } from "../domain/finalReport/claims";
import type { FinalReport, FundsUse } from "../domain/finalReport/finalReport";
import { countDeviation, countTotal, type CountRow, type GoalResult } from "../domain/finalReport/goals";
import { type Decimal, krText, shareText, sum, ZERO } from "../domain/money";
import { monthText } from "../domain/period";
import type { Payback } from "../domain/return/payback";
import type { Distribution, Percentiles, TornadoBar } from "../domain/return/uncertainty";
import type { FinalTexts } from "../text/finalReport";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** `byAgency` in the order of the tab Parter. */
export function contributionsJson({ agencies, years, total }: Contributions): Json {
  return {
    byAgency: keyed(agencies.map((each) => [each.agency.name, krText(each.total)])),
    byAgencyParts: keyed(
      agencies.map(({ agency, cash, ownTime, leverage }) => [
        agency.name,
        { cash: krText(cash), ownTime: krText(ownTime), leverage: shareOrNull(leverage) },
      ]),
    ),
    byYear: years.map(({ year, total: paid }) => ({ year, total: krText(paid) })),
    total: krText(total),
  };
}

/** The whole return. `byAgency` holds those that pay in or have an effect; `total` the cooperating parties. `horizon`: what the limits of the assumptions are about. */
export function returnJson(result: AgencyReturn, horizon: Horizon = "5"): Json {
  const { scenario, target, horizons, payback, paybackPublicSector, zeroPoint, coverage, caveats } = result;
  return {
    scenario: scenario.id,
    persistenceForm: scenario.persistenceForm,
    boardCondition: boardConditionJson(result, horizon),
    prices: scenario.prices,
    priceYear: scenario.priceYear,
    target: target.toString(),
    horizons: keyed(HORIZONS.map((horizon) => [horizon, horizonJson(horizons[horizon])])),
    byYear: yearsJson(result),
    ...paybackJson(payback),
    publicSector: paybackJson(paybackPublicSector),
    zeroPoint: {
      monthsForOne: zeroPoint.monthsForOne,
      monthsForTarget: zeroPoint.monthsForTarget,
      furtherLeaversForOne: { ...zeroPoint.furtherLeaversForOne },
      furtherLeaversForTarget: { ...zeroPoint.furtherLeaversForTarget },
    },
    breakEven: breakEvenJson(result, horizon),
    coverage: { ...coverage },
    caveats: {
      counterfactual: caveats.counterfactual,
      assumedCounterfactual: caveats.assumed,
      sources: caveats.sources.map(({ kind, text }) => ({ assumption: kind, source: text })),
      included: caveats.included,
      of: caveats.of,
      shareBeyondYear5: shareOrNull(caveats.shareBeyondYear5),
      withinYear5: krText(caveats.withinYear5),
      beyondYear5: krText(caveats.beyondYear5),
      moved: krText(caveats.moved),
      prices: caveats.prices,
      priceYear: caveats.priceYear,
    },
  };
}

/** How many average leavers must be kept off the whole time for the money to be back within the horizon. */
function boardConditionJson(result: AgencyReturn, horizon: Horizon): Json {
  const condition = boardConditionOf(result, horizon);
  return condition === null ? null : { ...condition };
}

/** The value of each assumption at which the parties get 1 kr back per kr in, the others as they are. */
function breakEvenJson({ scenario, basis }: AgencyReturn, horizon: Horizon): Json {
  const found = breakEvensOf({ scenario, basis, horizon, scope: "parties" });
  return {
    horizon,
    assumptions: found.map(({ index, value, outcome }) => ({
      assumption: scenario.assumptions[index]?.kind ?? null,
      source: scenario.assumptions[index]?.source ?? null,
      outcome,
      value: shareOrNull(value),
    })),
  };
}

/** Per person-year, 1 = each person's first twelve avoided months, up to the last year in which anything is paid or saved. */
function yearsJson({ byYear, partyNames }: AgencyReturn): Json {
  const { parties, tax, moved } = byYear;
  const years = moved.map((_, k) => k).filter((k) => parties.some(({ back }) => back[k]?.isZero() === false));
  const last = years.at(-1) ?? -1;
  return Array.from({ length: last + 1 }, (_, k) => ({
    year: k + 1,
    byAgency: keyed(partyNames.map((name, party) => [name, krOrNull(parties[party]?.back[k])])),
    publicSector: krText(sum([...parties.map(({ back }) => back[k] ?? ZERO), tax[k] ?? ZERO])),
    moved: krOrNull(moved[k]),
  }));
}

function horizonJson({ parties, byKind, total, publicSector, tax, moved }: HorizonReturn): Json {
  return {
    byAgency: keyed(
      parties.map((party) => [
        party.agency.name,
        {
          ...inAndBackJson(party),
          net: krText(party.net),
          shift: krText(party.shift),
          lowerSpending: krText(party.lowerSpending),
          freedCapacity: krText(party.freedCapacity),
          kind: party.agency.kind,
          cooperating: party.cooperating,
          outsideModel: party.outsideModel,
        },
      ]),
    ),
    byKind: {
      state: inAndBackJson(byKind.state),
      municipality: inAndBackJson(byKind.municipality),
      region: inAndBackJson(byKind.region),
      other: inAndBackJson(byKind.other),
    },
    total: inAndBackJson(total),
    publicSector: inAndBackJson(publicSector),
    tax: krText(tax),
    moved: krText(moved),
  };
}

function inAndBackJson(amounts: InAndBack): Readonly<Record<string, Json>> {
  return { in: krText(amounts.in), back: krText(amounts.back), ratio: shareOrNull(amounts.ratio) };
}

function paybackJson(payback: Payback): Readonly<Record<string, Json>> {
  return {
    paybackMonth: payback.month,
    paybackMonthFromStart: payback.monthFromStart,
    peakNetOutlay: krText(payback.peakOutlay),
    peakMonth: payback.peakMonth === null ? null : monthText(payback.peakMonth),
  };
}

/** kr back per kr in; `back` the same in kr. Null as a whole when nothing was paid in, and where nothing is uncertain. */
export function uncertaintyJson(tornado: readonly TornadoBar[], distribution: Distribution): Json {
  const { seed, draws, horizon, ratio, back, atLeastOne, atLeastTarget } = distribution;
  if (ratio === null || tornado.length === 0) return null;
  return {
    seed,
    draws,
    horizon,
    ...percentilesJson(ratio, shareText),
    pAtLeastOne: shareOrNull(atLeastOne),
    pAtLeastTarget: shareOrNull(atLeastTarget),
    back: percentilesJson(back, krText),
    tornado: tornado.map(({ assumption, low, high, span }) => ({
      assumption: assumption.kind,
      source: assumption.source,
      ...rangeJson(assumption),
      low: shareOrNull(low),
      high: shareOrNull(high),
      span: shareOrNull(span),
    })),
  };
}

function rangeJson({ low, base, high }: Assumption): Readonly<Record<string, Json>> {
  return { assumed: { low: shareText(low), base: shareText(base), high: shareText(high) } };
}

function percentilesJson(
  { p5, p25, p50, p75, p95 }: Percentiles,
  text: (value: Decimal) => string,
): Readonly<Record<string, Json>> {
  return { p5: text(p5), p25: text(p25), p50: text(p50), p75: text(p75), p95: text(p95) };
}

/** Null where nothing says what was granted and used and nothing is claimed. */
export function finalReportJson(report: FinalReport, { report: words }: FinalTexts): Json {
  const { total, lines, answer, explaining, claims } = report;
  if (total === null && claims.length === 0) return null;
  return {
    granted: krOrNull(total?.granted),
    used: krOrNull(total?.used),
    unused: krOrNull(total?.unused),
    usedShare: shareOrNull(total?.share ?? null),
    answer,
    lines: lines.map((line) => ({ costLine: line.name, ...fundsJson(line) })),
    explainedBy: explaining.map((index) => lines[index]?.name ?? null),
    claims: claims.map((claim) =>
      claimJson(claim, claim.known === null ? claim.claim : words.knownClaims[claim.known]),
    ),
  };
}

function fundsJson({ granted, used, unused, share }: FundsUse): Readonly<Record<string, Json>> {
  return { granted: krText(granted), used: krText(used), unused: krText(unused), usedShare: shareOrNull(share) };
}

/** A share is computed to 6 decimals, a count or an amount to 2; the stated figure is as it was stated. */
function claimJson({ stated, computed, reconciles, shownAs }: CheckedClaim, claim: string): Json {
  const text = computed === null ? null : shownAs === "percent" ? shareText(computed) : krText(computed);
  return { claim, stated: stated.value.toString(), computed: text, reconciles };
}

/** Null where no goals were given. Targets and outcomes are numbers in the goal's own unit. */
export function goalsJson(goals: readonly GoalResult[]): Json {
  if (goals.length === 0) return null;
  return goals.map(({ goal, fulfilment, verdict, shareOfActual, shareOfExpected, basesDiffer }) => ({
    goal: goal.name,
    target: goal.target.toString(),
    outcome: goal.outcome.toString(),
    direction: goal.direction,
    validFrom: goal.validFrom === null ? null : monthText(goal.validFrom),
    fulfilment: shareOrNull(fulfilment),
    verdict,
    actualBase: goal.actualBase?.toString() ?? null,
    expectedBase: goal.expectedBase?.toString() ?? null,
    shareOfActual: shareOrNull(shareOfActual),
    shareOfExpected: shareOrNull(shareOfExpected),
    basesDiffer,
    responseRate: shareOrNull(goal.responseRate),
  }));
}

/** Not masked: this is for whoever keeps the figures, not for the board. Null where no counts were given. */
export function beforeAfterJson(
  tables: readonly { readonly title: string | null; readonly result: BeforeAfter }[],
  counts: readonly {
    readonly title: string | null;
    readonly kind: "plan" | "start-end";
    readonly rows: readonly CountRow[];
  }[],
): Json {
  if (tables.length + counts.length === 0) return null;
  return {
    supports: tables.map(({ title, result }) => ({
      title,
      rows: result.rows.map(({ source, before, after, change, shareBefore, shareAfter }) => ({
        source,
        before,
        after,
        change,
        shareBefore: shareOrNull(shareBefore),
        shareAfter: shareOrNull(shareAfter),
      })),
      sumBefore: result.sumBefore,
      sumAfter: result.sumAfter,
      base: result.base,
      sameIndividuals: result.sameIndividuals,
    })),
    counts: counts.map(({ title, kind, rows }) => {
      const { total, left } = countTotal(rows, "");
      const row = ({ planned, actual }: CountRow): Readonly<Record<string, Json>> => {
        const { difference, share } = countDeviation({ name: "", planned, actual });
        return {
          ...(kind === "plan" ? { planned, actual } : { start: planned, end: actual }),
          difference,
          share: shareOrNull(share),
        };
      };
      return {
        title,
        kind,
        rows: rows.map((each) => ({ name: each.name, ...row(each) })),
        total: row(total),
        notInTotal: left.map(({ name }) => name),
      };
    }),
  };
}

/** Names come from a workbook: a null prototype keeps one called `__proto__` an ordinary key. */
function keyed(entries: readonly (readonly [string, Json])[]): Readonly<Record<string, Json>> {
  const object = Object.create(null) as Record<string, Json>;
  for (const [key, value] of entries) object[key] = value;
  return object;
}

function krOrNull(amount: Decimal | null | undefined): Json {
  return amount == null ? null : krText(amount);
}

function shareOrNull(share: Decimal | null): Json {
  return share === null ? null : shareText(share);
}
