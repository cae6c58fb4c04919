// src/actions/economySection.ts: the economy section of the final report, and persons before and after, of one workbook.
import { beforeAfterOf, type BeforeAfter } from "../domain/finalReport/beforeAfter";
import type { InitiativeFacts } from "../domain/deviation/budget";
import {
  type ClaimBasis,
  claimBasisOf,
  computedOf,
  figures,
  statedClaim,
  type StatedClaim,
} from "../domain/finalReport/claims";
import { finalReportOf, type FinalReport } from "../domain/finalReport/finalReport";
import type { FollowUp } from "../domain/deviation/followUp";
import type { CountRow } from "../domain/finalReport/goals";
import { lookupKey } from "../domain/lookupKey";
import type { Decimal } from "../domain/money";
import { countsPersons, sharesPersons } from "../intake/records/personGoal";
import type { Intake } from "../intake/readWorkbook";

/** Persons per support before and after, and persons planned against actual or at the start against the end. */
export interface PersonCounts {
  readonly tables: readonly { readonly title: string | null; readonly result: BeforeAfter }[];
  readonly counts: readonly {
    readonly title: string | null;
    readonly kind: "plan" | "start-end";
    readonly rows: readonly CountRow[];
  }[];
}

/**
 * The section of one initiative; null where the workbook tells of nothing but budget and outcome, which is a follow-up and no
 * final report. Goals and claims belong to the initiative they name, else to the first there is, with the name they bear: none is left out.
 * `at`: which of the workbook's budget tables this is.
 */
export function economySectionOf(
  intake: Intake,
  facts: InitiativeFacts | null,
  followUp: FollowUp | null,
  at = 0,
): FinalReport | null {
  const names =
    followUp === null
      ? [facts?.name ?? null]
      : intake.tables.map(({ initiative, sheet }, index) => initiative ?? intake.factsOfTables[index]?.name ?? sheet);
  const own = <T extends { readonly initiative: string | null }>(rows: readonly T[]): readonly T[] =>
    rows.filter(({ initiative }) => {
      const place = initiative === null ? -1 : names.findIndex((name) => isSame(name, initiative));
      return Math.max(0, place) === at;
    });
  const marked = (name: string, initiative: string | null): string =>
    initiative === null || names.some((each) => isSame(each, initiative)) ? name : `${initiative}: ${name}`;
  const goals = own(intake.goals);
  const claims = own(intake.claims);
  if (facts === null && goals.length === 0 && claims.length === 0) return null;
  return finalReportOf({
    facts,
    followUp,
    goals: goals.map(({ value, initiative }) => ({ ...value, name: marked(value.name, initiative) })),
    claims: claims.map(({ value, basis: typed, initiative }): StatedClaim => {
      const { claim, stated, computed } = value;
      const basis = basisOf(computed, typed);
      const isShare = stated.decimals >= 2 && stated.value.abs().lte(1);
      const typedFigures = [...(basis?.parts ?? []), ...(basis?.whole ?? [])].map((figure) => figure.value);
      const persons = isShare
        ? sharesPersons(claim, basis?.whole == null ? [] : typedFigures)
        : basis?.whole == null && countsPersons(claim, [stated.value, ...typedFigures]);
      return statedClaim(marked(claim, initiative), stated, basis, {
        shownAs: isShare ? "percent" : "number",
        persons,
      });
    }),
  });
}

/** The figures as they were typed where that is what gave the value (`3/11`), else the value. */
function basisOf(computed: Decimal | null, typed: string | null): ClaimBasis | null {
  if (computed === null) return null;
  const basis = typed === null ? null : claimBasisOf(typed);
  const gives = computedOf(basis);
  return gives?.toFixed(9) === computed.toFixed(9) ? basis : { parts: figures(computed), whole: null };
}

function isSame(name: string | null, other: string): boolean {
  return name !== null && lookupKey(name) === lookupKey(other);
}

/** Null where the workbook has no such table. */
export function personCountsOf({ beforeAfter, plannedActual }: Intake): PersonCounts | null {
  if (beforeAfter.length + plannedActual.length === 0) return null;
  return {
    tables: beforeAfter.map(({ initiative, rows, base }) => ({
      title: initiative,
      result: beforeAfterOf(
        rows.map(({ value }) => value),
        base,
      ),
    })),
    counts: plannedActual.map(({ initiative, rows }) => ({
      title: initiative,
      kind: "plan" as const,
      rows: rows.map(({ value }) => value),
    })),
  };
}
