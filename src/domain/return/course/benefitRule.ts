// src/domain/return/course/benefitRule.ts: what the law says of how long a support lasts and how its level falls, as data.
// The rows themselves are dated reference data, handed in.
import type { Decimal } from "../../money";

export type EndKind = "days" | "weeks" | "months" | "age" | "programme" | "decision" | "need" | "follows" | "abolished";

/** Why a row of a course ends, as the JSON has it. */
export type EndReason =
  "level" | "days" | "weeks" | "months" | "age" | "programme" | "decision" | "rule-ends" | "pension";

/** From unit number `from` (1 is the first) the support is `factor` of its base. */
export interface RuleLevel {
  readonly from: number;
  readonly factor: Decimal;
}

/** What the last level falls by, every so many units, and the least it can be. */
export interface RuleFall {
  readonly every: number;
  readonly by: Decimal;
  /** kr a unit, for whom it is lower than the amount typed. */
  readonly floor: Decimal;
}

/** Level of a guarantee from an age in years, in price base amounts a year. */
export interface GuaranteeLevel {
  readonly age: number;
  readonly share: Decimal;
}

/** A full month of a support, kr, in a year's prices. */
export interface LevelInForce {
  readonly kr: number;
  /** It is the highest; else the support is so much to everybody. */
  readonly atMost: boolean;
  readonly year: number;
}

/** One support, or one variant of it where the length differs. */
export interface BenefitRule {
  readonly id: string;
  /** Name in the table of income sources. */
  readonly source: string;
  /** Swedish, as shown first; any of them, or the id, names the rule in a workbook. */
  readonly names: readonly string[];
  readonly unit: "day" | "week" | "month";
  /** Units in a month; null: each day of the calendar. */
  readonly perMonth: Decimal | null;
  /** Units that the law gives; null: no count ends it. */
  readonly most: number | null;
  readonly end: EndKind;
  /** The law sets no end before the pension. */
  readonly openEnded: boolean;
  /** It cannot be reckoned without the units already used. */
  readonly needsUsed: boolean;
  /** Empty: flat. Where a level is chosen (80, 60, 50 %), these are of the highest, and the others fall by the same points. */
  readonly levels: readonly RuleLevel[];
  readonly fall: RuleFall | null;
  readonly guarantee: readonly GuaranteeLevel[];
  /** Null: it follows the person's income, age or need, or is not known. */
  readonly levelInForce: LevelInForce | null;
  /** The employer's: it ends at no cost, and nothing takes its place. */
  readonly subsidy: boolean;
  /** It did not exist before `validFrom`: it begins there. Other supports had other rules before, and follow this one. */
  readonly isNew: boolean;
  /** Years; by calendar year where `ageByYear`. */
  readonly firstAge: number | null;
  readonly ageByYear: boolean;
  /** `month-before`: until the month of the age; `year-of`: to the end of the calendar year. */
  readonly lastAge: { readonly kind: "month-before" | "year-of"; readonly age: number } | null;
  /** Ids of what ordinarily follows, most usual first. */
  readonly successors: readonly string[];
  /** ISO dates. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly paragraph: string;
  readonly lawAsOf: string;
  /** Of the length: law_text, official_page, secondary, derived, memory, none. */
  readonly certainty: string;
}

/** The law that courses follow. */
export interface Benefits {
  readonly rules: readonly BenefitRule[];
  /** The basic amount of aktivitetsstöd, kr a day, from a date on; in order. */
  readonly basicAmounts: readonly { readonly from: string; readonly krPerDay: number }[];
  /** kr by year. */
  readonly priceBaseAmounts: ReadonlyMap<number, number>;
}
