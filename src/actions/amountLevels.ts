// src/actions/amountLevels.ts: amounts that no level in force in their year comes near: a slip of a digit, a whole year or another support.
// Nothing is changed and nothing proposed: the reader is told what the levels are.
import { toKr } from "../domain/money";
import { yearOf } from "../domain/period";
import { problem, type Problem } from "../domain/problem";
import type { ReturnBasis } from "../domain/return/agencyReturn";
import { monthOfAge } from "../domain/return/pensionAge";
import type { ReadyParticipant } from "../domain/return/participant";
import { guaranteeLevel, highestSicknessCompensation } from "../reference/baseAmounts";
import { normAmount } from "../reference/riksnorm";

/** kr per month. */
interface Levels {
  readonly lowest: number;
  readonly highest: number;
}

/** Compensation may be paid as a quarter; below that, less a good part for a short time in the country, nothing is near. */
const LEAST_PART = 0.1;
/** Rent and other needs beside the norm. */
const BESIDE_NORM = 3;

/** A note per person whose amount before lies outside what the year's levels allow for. */
export function amountLevelNotes(
  { ready }: ReturnBasis,
  placeOf: (person: ReadyParticipant) => { readonly sheet: string; readonly cell: string } | null,
): Problem[] {
  return ready.flatMap((person): Problem[] => {
    const { before } = person.participant;
    const year = yearOf(person.first - 1);
    const levels = levelsOf(
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
      highest: String(Math.round(levels.highest)),
    };
    return [problem("amount-outside-levels", placeOf(person), params)];
  });
}

/** Null: no levels of the support are known for the year. */
function levelsOf(support: string, year: number, age: number): Levels | null {
  if (support === "Sjukersättning" || support === "Aktivitetsersättning") {
    const guarantee = guaranteeLevel(year, support === "Sjukersättning" ? Math.max(30, age) : age);
    const highest = highestSicknessCompensation(year);
    return guarantee === null || highest === null
      ? null
      : { lowest: guarantee * LEAST_PART, highest: highest.toNumber() };
  }
  if (support !== "Försörjningsstöd") return null;
  const couple = normAmount(year, "adult", "couple");
  const household = normAmount(year, "household", "6");
  const child = normAmount(year, "child", "15-18");
  return couple === null || household === null || child === null
    ? null
    : { lowest: 0, highest: BESIDE_NORM * (couple + household + 4 * child) };
}
