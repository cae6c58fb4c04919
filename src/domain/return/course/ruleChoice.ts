// src/domain/return/course/ruleChoice.ts: which rule a person's support follows: as named, else as amount, age and the longest variant say.
import { lookupKey } from "../../lookupKey";
import { Decimal, toKr } from "../../money";
import type { Money } from "../../money";
import { monthOfAge } from "../pensionAge";
import type { Birth } from "../pensionAge";
import { monthText } from "../../period";
import type { MonthIndex } from "../../period";
import type { BenefitRule, Benefits } from "./benefitRule";

/** What a support's rule is looked up with. `text`: the support as written; `variant`: Ersättningsperiod or Regel efter as written. */
export interface AskedRule {
  readonly text: string;
  /** Name in the table of income sources. */
  readonly source: string;
  readonly variant: string | null;
  readonly amount: Money;
  readonly birth: Birth;
  /** A month with the support. */
  readonly month: MonthIndex;
}

export interface ChosenRule {
  readonly rule: BenefitRule;
  /** Points below the highest level, as a share: 0.2 for 60 %. */
  readonly below: Decimal;
  /** Nobody said which variant it is, and there are several. */
  readonly assumed: boolean;
}

/** `unknown-variant`: what is written names no rule of this support. */
export type RuleReading = ChosenRule | "unknown-variant" | null;

const HIGHEST = 80;
const LEVELS = new Set([80, 60, 50]);
const LONGEST: Readonly<Record<string, string>> = {
  "A-kassa": "akassa_300",
  Studiestöd: "studiemedel_eftergymn",
  "Subventionerad anställning": "lonebidrag_trygg",
};
const ADULT = 25;
const SHARES = [new Decimal("0.25"), new Decimal("0.5"), new Decimal("0.75"), new Decimal(1)];
/** Days of a month at five a week. */
const DAYS = 22;

const finders = new WeakMap<Benefits, RuleNames>();

/** Rules by id, by any of their names and by source: worked out once. */
class RuleNames {
  readonly byId = new Map<string, BenefitRule>();
  readonly bySource = new Map<string, BenefitRule[]>();
  private readonly byName = new Map<string, BenefitRule>();

  constructor({ rules }: Benefits) {
    for (const rule of rules) {
      this.byId.set(rule.id, rule);
      this.bySource.set(rule.source, [...(this.bySource.get(rule.source) ?? []), rule]);
      for (const name of [rule.id.replaceAll("_", " "), ...rule.names]) this.byName.set(lookupKey(name), rule);
    }
  }

  named(text: string): BenefitRule | undefined {
    return this.byName.get(lookupKey(text));
  }
}

function namesIn(benefits: Benefits): RuleNames {
  let names = finders.get(benefits);
  if (names === undefined) finders.set(benefits, (names = new RuleNames(benefits)));
  return names;
}

/** The rule; null where the law's table has none for the source. */
export function ruleFor(asked: AskedRule, benefits: Benefits): RuleReading {
  const names = namesIn(benefits);
  const variants = names.bySource.get(asked.source);
  if (variants === undefined) return null;
  const given = asked.variant === null ? null : variantIn(asked.variant, asked.source, names);
  if (given === "unknown-variant") return given;
  const below = new Decimal(HIGHEST - (given?.level ?? HIGHEST)).div(100);
  const named = given?.rule ?? (variants.length > 1 ? names.named(asked.text) : undefined);
  if (named?.source === asked.source) return { rule: named, below, assumed: false };
  const [only] = variants;
  if (variants.length === 1 && only !== undefined) return { rule: only, below, assumed: false };
  const rule = names.byId.get(usualRule(asked, benefits));
  return rule === undefined ? null : { rule, below, assumed: true };
}

/** `300`, `300/60`, `/60`, `60` or a rule's name. */
function variantIn(
  text: string,
  source: string,
  names: RuleNames,
): { readonly rule: BenefitRule | undefined; readonly level: number } | "unknown-variant" {
  const [name = "", after] = text.split("/").map((part) => part.replace(/ ?(?:%|procent|dagar)\s*$/iu, "").trim());
  const level = after === undefined ? HIGHEST : Number(after);
  if (!LEVELS.has(level)) return "unknown-variant";
  if (name === "" && after !== undefined) return { rule: undefined, level };
  const rule = /^\d+$/u.test(name) && source === "A-kassa" ? names.byId.get(`akassa_${name}`) : names.named(name);
  return rule?.source === source ? { rule, level } : "unknown-variant";
}

function usualRule({ text, source, amount, birth, month }: AskedRule, benefits: Benefits): string {
  if (source === "Aktivitetsstöd")
    return isBasicAmount(amount, month, benefits) ? "aktivitetsstod_grund_jug" : "aktivitetsstod_ink";
  if (lookupKey(text).startsWith("nystart"))
    return month >= monthOfAge(birth, ADULT) ? "nystart_25plus" : "nystart_20_24";
  return LONGEST[source] ?? "";
}

/** 25, 50, 75 or 100 % of the basic amount in force that month. */
export function isBasicAmount(amount: Money, month: MonthIndex, { basicAmounts }: Benefits): boolean {
  const date = `${monthText(month)}-01`;
  const basic = basicAmounts.findLast(({ from }) => from <= date);
  if (basic === undefined) return false;
  const kr = toKr(amount);
  return SHARES.some((share) => kr.eq(share.times(basic.krPerDay * DAYS)));
}

/** The person is too young for it, or too old, in a month. Whole years, or the year of the birthday where the law counts so. */
export function outsideAge({ firstAge, ageByYear, lastAge }: BenefitRule, birth: Birth, month: MonthIndex): boolean {
  const byYear = ageByYear || birth.month === null;
  if (firstAge !== null) {
    const begins = byYear ? (birth.year + firstAge) * 12 : monthOfAge(birth, firstAge);
    if (month < begins) return true;
  }
  // Activity compensation that is over at 30 has no months left, which is said as such.
  return lastAge !== null && month >= endOfAge(lastAge, birth);
}

/** The first month in which the age no longer allows it. */
export function endOfAge({ kind, age }: NonNullable<BenefitRule["lastAge"]>, birth: Birth): MonthIndex {
  return kind === "year-of" ? (birth.year + age + 1) * 12 : monthOfAge(birth, age);
}

/** The month after the rule's last; null: it is in force. */
export function expiry({ validTo }: BenefitRule): MonthIndex | null {
  return validTo === null ? null : Number(validTo.slice(0, 4)) * 12 + Number(validTo.slice(5, 7));
}

/** The first month of the rule. */
export function beginning({ validFrom }: BenefitRule): MonthIndex {
  const month = Number(validFrom.slice(0, 4)) * 12 + Number(validFrom.slice(5, 7)) - 1;
  return validFrom.slice(8) === "01" ? month : month + 1;
}
