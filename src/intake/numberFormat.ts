// src/intake/numberFormat.ts: what a number format code (en-US) says about the number it shows.
import type { Unit } from "../domain/money";
import { unitsIn } from "./unitText";

interface FormatFacts {
  readonly date: boolean;
  readonly yearOnly: boolean;
  readonly percent: boolean;
  readonly unit: Unit | null;
  readonly foreign: string | null;
  readonly zeros: number;
  /** How many times the format divides what it shows by 1 000. */
  readonly thousands: number;
}

const FOREIGN_MONEY = /^(?:[€$£¥]|EUR|USD|GBP|NOK|DKK|CHF)$/u;
const known = new Map<string, FormatFacts>();

function factsOf(format: string): FormatFacts {
  const cached = known.get(format);
  if (cached !== undefined) return cached;
  const literals = [...format.matchAll(/"([^"]*)"|\[\$([^\]-]*)[^\]]*\]/gu)].map((match) => match[1] ?? match[2] ?? "");
  const code =
    format
      .replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./gu, "")
      .split(";")[0]
      ?.toLowerCase() ?? "";
  const date = code !== "general" && !code.startsWith("standard") && /[ymdå]/u.test(code);
  const units = new Set(literals.flatMap((literal) => [...unitsIn(literal)]));
  const [unit] = units;
  const facts: FormatFacts = {
    date,
    yearOnly: date && code.includes("y") && !/[md]/u.test(code),
    percent: code.includes("%"),
    unit: units.size === 1 ? (unit ?? null) : null,
    foreign: literals.map((literal) => literal.trim()).find((literal) => FOREIGN_MONEY.test(literal)) ?? null,
    zeros: (code.match(/0/gu) ?? []).length,
    thousands: /[0#?](,+)[^0#?,]*$/u.exec(code)?.[1]?.length ?? 0,
  };
  known.set(format, facts);
  return facts;
}

/** Shows a date. Times alone (`h:mm`) are not dates. */
export function isDateFormat(format: string): boolean {
  return format !== "General" && factsOf(format).date;
}

/** Shows only the year of a date. */
export function isYearFormat(format: string): boolean {
  return factsOf(format).yearOnly;
}

export function isPercentFormat(format: string): boolean {
  return format !== "General" && factsOf(format).percent;
}

/**
 * The unit that the format writes after the number (`# ##0 "tkr"`): what is shown is then in that unit, and the number itself too unless
 * the format scales it. Null: none.
 */
export function unitOfFormat(format: string): Unit | null {
  return format === "General" ? null : factsOf(format).unit;
}

/** The currency other than kronor that the format writes beside the number; null: none. */
export function foreignMoneyOf(format: string): string | null {
  return format === "General" ? null : factsOf(format).foreign;
}

/** How many times the format divides the number by 1 000 before it is shown (`#,##0,` once): the number is in a smaller unit. */
export function thousandsOfFormat(format: string): number {
  return format === "General" ? 0 : factsOf(format).thousands;
}

/** How many digits the format always shows: a number stored without its leading zeros is filled up to it. */
export function fixedDigits(format: string): number {
  return format === "General" ? 0 : factsOf(format).zeros;
}
