// src/intake/records/publishedLevels.ts: what a support is in a month where an amount is missing: named beside the question, never filled in.
import { lookupKey } from "../../domain/lookupKey";
import type { Decimal } from "../../domain/money";
import { rounded } from "../../domain/money";
import type { BenefitRule, Benefits } from "../../domain/return/course/benefitRule";
import { ruleName } from "../../domain/return/course/course";

const MONTHS_A_YEAR = 12;

/** `Etableringsersättning 6 776 kr (2026, förordning 2017:820 …)`, the rules of the support parted by semicolons; empty: none is published. */
export function publishedLevels(written: string, source: string, { rules, priceBaseAmounts }: Benefits): string {
  const own = rules.filter((rule) => rule.source === source);
  const key = lookupKey(written);
  const named = own.filter(({ names, id }) =>
    [id.replaceAll("_", " "), ...names].some((name) => lookupKey(name) === key),
  );
  // The year that the rules' table is in the prices of.
  const year = rules.find((rule) => rule.levelInForce !== null)?.levelInForce?.year ?? 0;
  const texts = (named.length > 0 ? named : own).flatMap((rule) => {
    const amounts = amountsOf(rule, priceBaseAmounts, year);
    return amounts === null ? [] : [`${ruleName(rule)} ${amounts.text} kr (${amounts.year}, ${rule.paragraph})`];
  });
  return [...new Set(texts)].join("; ");
}

function amountsOf(
  { levelInForce, guarantee }: BenefitRule,
  priceBaseAmounts: Benefits["priceBaseAmounts"],
  year: number,
): { readonly text: string; readonly year: number } | null {
  if (levelInForce !== null)
    return { text: `${levelInForce.atMost ? "≤ " : ""}${spaced(levelInForce.kr)}`, year: levelInForce.year };
  const [lowest, highest] = [guarantee[0], guarantee.at(-1)];
  if (lowest === undefined || highest === undefined || !priceBaseAmounts.has(year)) return null;
  const kr = (share: Decimal): string =>
    spaced(rounded(share.times(priceBaseAmounts.get(year) ?? 0).div(MONTHS_A_YEAR), 0).toNumber());
  return { text: `${kr(lowest.share)}–${kr(highest.share)}`, year };
}

function spaced(kr: number): string {
  return String(kr).replace(/(?<=\d)(?=(?:\d{3})+$)/gu, "\u00a0");
}
