// src/domain/return/course/levels.ts: a support's own levels, one after the other, as the law lets them fall, or rise with age.
// Five-day supports, weeks and months: kr a month. Calendar-day supports: whole kronor a day.
import { Decimal, rounded, toKr, ZERO } from "../../money";
import type { Money } from "../../money";
import { moneyFromDecimal } from "../../money";
import { monthOfAge } from "../pensionAge";
import type { Birth } from "../pensionAge";
import { yearOf } from "../../period";
import type { MonthIndex } from "../../period";
import type { BenefitRule, Benefits, RuleLevel } from "./benefitRule";
import { afterDays } from "./calendarDays";
import { compare, exactly, floor, minus, over, plus } from "./months";
import type { Months } from "./months";

/** A level from a place on, up to the next one. Places are months from the person's first avoided month. */
export interface Level {
  readonly from: Months;
  /** A month: exact as typed, or rounded to öre. Null: it is paid by the day. */
  readonly money: Money | null;
  /** Whole kronor a day of the calendar. */
  readonly krPerDay: number;
}

export interface LevelsAsked {
  readonly rule: BenefitRule;
  readonly below: Decimal;
  readonly amount: Money;
  /** Where the support begins. */
  readonly start: Months;
  /** Units used before that. */
  readonly used: Months;
  /** Unit number that `amount` is the level of. */
  readonly typedAt: number;
  readonly first: MonthIndex;
  readonly birth: Birth;
  readonly benefits: Benefits;
  /** The month whose guarantee levels `amount` is compared with. */
  readonly amountMonth: MonthIndex;
}

const MONTHS_A_YEAR = 12;
const DAYS_A_YEAR = 365;

/** A month's amount, a twelfth of a year, as whole kronor a day. */
export function krPerDay(kr: Decimal): number {
  return rounded(kr.times(MONTHS_A_YEAR).div(DAYS_A_YEAR), 0).toNumber();
}

/** The place at which `units` more of a support are gone. */
export function afterUnits(rule: BenefitRule, first: MonthIndex, start: Months, units: Months): Months {
  if (rule.perMonth === null) return afterDays(first, start, units);
  return plus(start, over(units, exactly(rule.perMonth)));
}

/** At least one level; the last holds on. */
export function levelsOf(asked: LevelsAsked): Level[] {
  const { rule, amount, start, used, typedAt, first, below } = asked;
  if (rule.guarantee.length > 0) return guaranteeLevels(asked);
  const typed = toKr(amount);
  if (rule.levels.length === 0 && rule.perMonth !== null) return [{ from: start, money: amount, krPerDay: 0 }];
  const at = (number: number): Decimal => factorAt(rule, number).minus(below);
  const base = at(typedAt);
  const least = rule.fall === null ? ZERO : Decimal.min(typed, rule.fall.floor.times(rule.perMonth ?? 1));
  const levels: Level[] = [];
  const put = (number: number, from: Months): boolean => {
    const factor = at(number);
    // Of unequal levels only the ratio counts; where a rule has one level it is the typed amount.
    const scaled = base.lte(0) || factor.eq(base) ? typed : typed.times(Decimal.max(factor, 0)).div(base);
    if (rule.perMonth === null) levels.push({ from, money: null, krPerDay: krPerDay(scaled) });
    else {
      const kr = factor.eq(base) ? scaled : rounded(scaled, 2);
      levels.push({ from, money: moneyFromDecimal(Decimal.max(kr, least)), krPerDay: 0 });
    }
    return rule.fall !== null && (base.lte(0) || scaled.lte(least));
  };
  let number = floor(used) + 1;
  let done = put(number, start);
  for (let next = nextBound(rule, number); next !== null && !done; next = nextBound(rule, number)) {
    number = next;
    done = put(number, afterUnits(rule, first, start, minus(number - 1, used)));
  }
  return levels;
}

function factorAt({ levels, fall }: BenefitRule, number: number): Decimal {
  const last = levels.at(-1);
  const level: RuleLevel | undefined = levels.findLast(({ from }) => from <= number) ?? levels[0];
  if (level === undefined) return new Decimal(1);
  if (fall === null || level !== last) return level.factor;
  return level.factor.minus(fall.by.times(Math.floor((number - level.from) / fall.every)));
}

/** The unit number at which the next level begins; null: none does. */
function nextBound({ levels, fall }: BenefitRule, number: number): number | null {
  const next = levels.find(({ from }) => from > number);
  const last = levels.at(-1);
  if (next !== undefined || fall === null || last === undefined) return next?.from ?? null;
  return last.from + fall.every * (Math.floor((number - last.from) / fall.every) + 1);
}

/** An amount that is the guarantee of the person's age, to the krona, rises with the next ages; any other is flat. */
function guaranteeLevels({ rule, amount, start, first, birth, benefits, amountMonth }: LevelsAsked): Level[] {
  const flat = [{ from: start, money: amount, krPerDay: 0 }];
  const base = benefits.priceBaseAmounts.get(yearOf(amountMonth));
  if (base === undefined) return flat;
  const level = (share: Decimal): Decimal => rounded(share.times(base).div(MONTHS_A_YEAR), 0);
  const begins = rule.guarantee.map(({ age }, at) => (at === 0 ? -Infinity : monthOfAge(birth, age)));
  const current = begins.findLastIndex((month) => month <= amountMonth);
  const own = rule.guarantee[current];
  if (own === undefined || !level(own.share).eq(toKr(amount))) return flat;
  const rising = rule.guarantee.map(({ share }, at) => ({
    from: (begins[at] ?? 0) - first,
    money: moneyFromDecimal(level(share)),
    krPerDay: 0,
  }));
  const begun = rising.filter(({ from }) => compare(from, start) <= 0).length;
  return rising.slice(Math.max(0, begun - 1)).map((each, at) => (at === 0 ? { ...each, from: start } : each));
}
