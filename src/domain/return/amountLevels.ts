// src/domain/return/amountLevels.ts: amounts that no level in force in their year comes near: a slip of a digit, a whole year or another support.
// Nothing is changed and nothing proposed: the reader is told what the levels are.
import { toKr } from "../money";
import { monthText, yearOf } from "../period";
import { problem, type Problem } from "../problem";
import type { ReturnBasis } from "./agencyReturn";
import type { BenefitRule } from "./course/benefitRule";
import { monthOfAge } from "./pensionAge";
import type { ReadyParticipant } from "./participant";
import type { PublishedLevels } from "./returnRows";

/** kr per month. */
interface Levels {
  readonly lowest: number;
  readonly highest: number;
  /** The highest level as published, where amounts above it are near; left out: `highest`. */
  readonly shown?: number;
}

/** Compensation may be paid as a quarter; below that, less a good part for a short time in the country, nothing is near. */
const LEAST_PART = 0.1;
/** Rent and other needs beside the norm. */
const BESIDE_NORM = 3;

/** A note per person whose amount before lies outside what the year's levels allow for. */
export function amountLevelNotes(
  { ready }: ReturnBasis,
  published: PublishedLevels,
  placeOf: (person: ReadyParticipant) => { readonly sheet: string; readonly cell: string } | null,
): Problem[] {
  return ready.flatMap((person): Problem[] => {
    const { before } = person.participant;
    const year = yearOf(person.first - 1);
    const own = person.course.segments[0]?.rule ?? null;
    const levels =
      ruleLevels(own, `${monthText(person.first - 1)}-31`) ??
      levelsOf(
        published,
        before.source,
        year,
        Math.floor((person.first - monthOfAge(person.participant.birth, 0)) / 12),
      );
    const amount = toKr(before.amount);
    if (levels === null || amount.isZero() || (amount.gte(levels.lowest) && amount.lte(levels.highest))) return [];
    const params = {
      support: before.source,
      amount: amount.toString(),
      year,
      lowest: String(Math.round(levels.lowest)),
      highest: String(Math.round(levels.shown ?? levels.highest)),
    };
    return [problem("amount-outside-levels", placeOf(person), params)];
  });
}

/** Children's supplements and part months leave room; twice the level is another support, a year or a slip. */
const FAR_ABOVE = 2;

/** Days of a month at five a week: what is paid per day looks like this part of a month. */
const DAYS = 22;

/** What the rule in force pays in a month; the lower end is open, as all are paid in part, but for what a single day pays at most. */
function ruleLevels(rule: BenefitRule | null, day: string): Levels | null {
  if (rule?.levelInForce == null || rule.guarantee.length > 0 || rule.source === "Sjukersättning") return null;
  if (day < rule.validFrom || (rule.validTo !== null && day > rule.validTo)) return null;
  const { kr } = rule.levelInForce;
  return { lowest: rule.unit === "day" ? kr / DAYS : 0, highest: kr * FAR_ABOVE, shown: kr };
}

/** Null: no levels of the support are known for the year. */
function levelsOf(published: PublishedLevels, support: string, year: number, age: number): Levels | null {
  if (support === "Sjukersättning" || support === "Aktivitetsersättning") {
    const guarantee = published.guarantee(year, support === "Sjukersättning" ? Math.max(30, age) : age);
    const highest = published.highestCompensation(year);
    return guarantee === null || highest === null
      ? null
      : { lowest: guarantee * LEAST_PART, highest: highest.toNumber() };
  }
  if (support !== "Försörjningsstöd") return null;
  const norm = published.norm(year);
  return norm === null ? null : { lowest: 0, highest: BESIDE_NORM * (norm.couple + norm.household + 4 * norm.child) };
}
