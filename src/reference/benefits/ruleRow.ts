// src/reference/benefits/ruleRow.ts: a row of the rules' table as it is written, and as the calculation has it.
// What is left out of a row is what most rows have: counted in months, flat, no limit, no age.
import type { BenefitRule } from "../../domain/return/course/benefitRule";
import { Decimal } from "../../domain/money";
import { LEVELS_IN_FORCE } from "./levelsInForce";

export interface RuleRow {
  readonly id: string;
  readonly source: string;
  readonly names: readonly string[];
  readonly unit: BenefitRule["unit"];
  /** Every day of the calendar counts, not five a week. */
  readonly calendar?: true;
  readonly most?: number;
  readonly end: BenefitRule["end"];
  readonly openEnded?: true;
  readonly needsUsed?: true;
  readonly levels?: readonly (readonly [from: number, factor: string])[];
  readonly fall?: { readonly every: number; readonly by: string; readonly floor: number };
  readonly guarantee?: readonly (readonly [age: number, priceBaseAmounts: string])[];
  readonly subsidy?: true;
  readonly isNew?: true;
  readonly firstAge?: number;
  readonly ageByYear?: true;
  readonly lastAge?: readonly [kind: "month-before" | "year-of", age: number];
  readonly successors?: readonly string[];
  readonly validFrom: string;
  readonly validTo?: string;
  readonly paragraph: string;
  readonly lawAsOf: string;
  readonly certainty: string;
}

/** Days at five a week: lag 2024:506 4 kap. 6 §. Weeks: 52.14 / 12. */
const PER_MONTH = { day: "22", week: "4.345", month: "1" } as const;

export function ruleOf(row: RuleRow): BenefitRule {
  return {
    ...row,
    perMonth: row.calendar === true ? null : new Decimal(PER_MONTH[row.unit]),
    most: row.most ?? null,
    openEnded: row.openEnded ?? false,
    needsUsed: row.needsUsed ?? false,
    levels: (row.levels ?? []).map(([from, factor]) => ({ from, factor: new Decimal(factor) })),
    fall:
      row.fall === undefined
        ? null
        : { every: row.fall.every, by: new Decimal(row.fall.by), floor: new Decimal(row.fall.floor) },
    guarantee: (row.guarantee ?? []).map(([age, share]) => ({ age, share: new Decimal(share) })),
    levelInForce: LEVELS_IN_FORCE[row.id] ?? null,
    subsidy: row.subsidy ?? false,
    isNew: row.isNew ?? false,
    firstAge: row.firstAge ?? null,
    ageByYear: row.ageByYear ?? false,
    lastAge: row.lastAge === undefined ? null : { kind: row.lastAge[0], age: row.lastAge[1] },
    successors: row.successors ?? [],
    validTo: row.validTo ?? null,
  };
}
