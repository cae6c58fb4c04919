// src/actions/economySection.ts: the economy section of the final report, and persons before and after, of one workbook.
import { beforeAfterOf, type BeforeAfter } from "../domain/finalReport/beforeAfter";
import type { InitiativeFacts } from "../domain/deviation/budget";
import { figures, statedClaim, type StatedClaim } from "../domain/finalReport/claims";
import { finalReportOf, type FinalReport } from "../domain/finalReport/finalReport";
import type { FollowUp } from "../domain/deviation/followUp";
import type { CountRow } from "../domain/finalReport/goals";
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
 * final report. Goals and claims belong to the initiative they name, else to the only one there is.
 */
export function economySectionOf(
  intake: Intake,
  facts: InitiativeFacts | null,
  followUp: FollowUp | null,
): FinalReport | null {
  const name = followUp?.table.initiative ?? facts?.name ?? null;
  const alone = intake.tables.length <= 1;
  const own = <T extends { readonly initiative: string | null }>(rows: readonly T[]): readonly T[] =>
    rows.filter(({ initiative }) => (initiative === null ? alone : initiative === name));
  const goals = own(intake.goals);
  const claims = own(intake.claims);
  if (facts === null && goals.length === 0 && claims.length === 0) return null;
  return finalReportOf({
    facts,
    followUp,
    goals: goals.map(({ value }) => value),
    claims: claims.map(({ value: { claim, stated, computed } }): StatedClaim => {
      const basis = computed === null ? null : { parts: figures(computed), whole: null };
      const isShare = stated.decimals >= 2 && stated.value.abs().lte(1);
      return statedClaim(claim, stated, basis, isShare ? { shownAs: "percent" } : {});
    }),
  });
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
