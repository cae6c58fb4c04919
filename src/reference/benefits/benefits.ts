// src/reference/benefits/benefits.ts: the law that supports follow: the rules' table, the basic amount of aktivitetsstöd and the price base amounts.
import type { Benefits } from "../../domain/return/course/benefitRule";
import { BASE_AMOUNTS } from "../baseAmounts";
import { ruleOf } from "./ruleRow";
import { SUBSIDY_RULES } from "./subsidyRules";
import { SUPPORT_RULES } from "./supportRules";

export const BENEFITS: Benefits = {
  rules: [...SUPPORT_RULES, ...SUBSIDY_RULES].map(ruleOf),
  // Förordning 2017:819 2 kap. 7 §; 223 kr before: regeringen.se, 2025-12.
  basicAmounts: [
    { from: "0000-01-01", krPerDay: 223 },
    { from: "2025-10-01", krPerDay: 365 },
  ],
  priceBaseAmounts: new Map(BASE_AMOUNTS.map(({ year, priceBaseAmount }) => [year, priceBaseAmount])),
};
