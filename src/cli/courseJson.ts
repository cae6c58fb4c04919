// src/cli/courseJson.ts: avoided support as part of the public JSON contract: courses row by row, the three figures side by side.
// Amounts are decimal strings in kr, kr a unit with up to 6 decimals, dates `YYYY-MM-DD`.
import type { ReturnBasis } from "../domain/return/agencyReturn";
import type { AvoidedByPerson, AvoidedGroup, AvoidedSupport, Views } from "../domain/return/avoidedSupport";
import { courseRowsOf, type CourseRow } from "../domain/return/course/courseRows";
import { Decimal, krText, rounded } from "../domain/money";
import type { ReadyParticipant } from "../domain/return/participant";
import { monthText } from "../domain/period";
import type { Json } from "./returnJson";

/** `kr` is the plain amount of the course to the pension; `adjusted` has the scenario's assumptions. */
export function avoidedJson(avoided: AvoidedSupport, basis: ReturnBasis): Json {
  const { byParticipant, byOutcome, byAgency, bySource, total, views, asReported } = avoided;
  const group = ({
    persons,
    months,
    plain,
    adjusted,
    beyondYear5,
    ownSupport,
    withSuccessors,
  }: AvoidedGroup): Json => ({
    persons,
    months: rounded(new Decimal(months), 2).toNumber(),
    ownSupport: krText(ownSupport),
    withSuccessors: krText(withSuccessors),
    kr: krText(plain),
    adjusted: krText(adjusted),
    beyondYear5: krText(beyondYear5),
  });
  return {
    byParticipant: byParticipant.map((person, at) => personJson(person, basis.ready[at], basis)),
    byOutcome: keyed(byOutcome.map((each) => [each.name, group(each)])),
    byAgency: keyed(byAgency.map((each) => [each.name, group(each)])),
    bySource: keyed(bySource.map((each) => [each.name, { persons: each.persons, ...viewsJson(each.views) }])),
    horizon: avoided.horizon,
    views: viewsJson(views),
    total: krText(total.plain),
    totalAdjusted: krText(total.adjusted),
    totalBeyondYear5: krText(total.beyondYear5),
    ...(asReported === null
      ? {}
      : {
          asReported: {
            total: krText(asReported.total),
            byParticipant: asReported.byParticipant.map(({ id, months, kr }) => ({ id, months, kr: krText(kr) })),
          },
        }),
  };
}

function viewsJson({ ownSupport, withSuccessors, untilPension }: Views): Readonly<Record<string, Json>> {
  const view = ({ kr, adjusted }: Views["ownSupport"]): Json => ({ kr: krText(kr), adjusted: krText(adjusted) });
  return {
    ownSupport: view(ownSupport),
    withSuccessors: view(withSuccessors),
    untilPension: view(untilPension),
  };
}

function personJson(person: AvoidedByPerson, ready: ReadyParticipant | undefined, basis: ReturnBasis): Json {
  const { id, months, plain, adjusted, first, pension, birthMonthAssumed, outcome, views, noneLeft } = person;
  return {
    id,
    months,
    kr: krText(plain),
    adjusted: krText(adjusted),
    outcome,
    firstMonth: monthText(first),
    pensionAge: pension.age,
    pensionMonth: monthText(pension.month),
    pensionStatus: pension.status,
    birthMonthAssumed,
    views: viewsJson(views),
    course: ready === undefined ? [] : courseRowsOf(ready).map((row) => rowJson(row, ready, basis)),
    courseEndsBecause: ready?.course.because ?? null,
    noLegalEnd: ready?.course.noLegalEnd ?? false,
    range: noneLeft === null ? null : { noneUsed: krText(plain), noneLeft: krText(noneLeft) },
  };
}

function rowJson(row: CourseRow, { participant }: ReadyParticipant, { input: { sources }, payers }: ReturnBasis): Json {
  const shares = payers.shares[payers.municipalityIndex(participant.municipality)]?.[row.source] ?? [];
  return {
    from: row.firstDay,
    to: row.lastDay,
    source: sources[row.source]?.name ?? "",
    payers: keyed(shares.map(({ party, share }) => [payers.parties[party]?.agency.name ?? "", share.toString()])),
    units: rounded(row.units, 6).toNumber(),
    unit: row.unit,
    krPerUnit: rounded(row.krPerUnit, 6).toString(),
    kr: krText(row.kr),
    endsBecause: row.because,
    paragraph: row.rule?.paragraph ?? null,
  };
}

/** Names come from a workbook: a null prototype keeps one called `__proto__` an ordinary key. */
function keyed(entries: readonly (readonly [string, Json])[]): Readonly<Record<string, Json>> {
  const object = Object.create(null) as Record<string, Json>;
  for (const [key, value] of entries) object[key] = value;
  return object;
}
