// src/report/return/levelFormulas.ts: amounts and units of a course's later levels as formulas over the rules' table and what was typed.
// A formula is written only where it gives the engine's own figure at the run; what a household or a report's way changes stays a value.
import { Decimal, rounded, toKr, ZERO } from "../../domain/money";
import { floor, minus, plus, times, toDecimal, exactly, type Months } from "../../domain/return/course/months";
import { dayAt } from "../../domain/return/course/calendarDays";
import { NAME, type SpanRow } from "./returnFrame";
import type { RuleLevelRow } from "./ruleLevels";

const HIGHEST = 80;
const MONTHS = 12;
const DAYS = 365;

/** Where a span's level stands in the rules' table, and what its amount is made of. */
export interface PlacedLevel {
  /** From 1. */
  readonly row: number;
  /** Row of the level that the typed amount is of. */
  readonly typedRow: number;
  /** Points below the highest level. */
  readonly below: Decimal;
  /** Units used when the segment begins. */
  readonly used: Decimal;
  readonly typed: Decimal;
  readonly remaining: Decimal;
}

export function placedLevel(rows: readonly RuleLevelRow[], { span, level, person }: SpanRow): PlacedLevel | null {
  const rule = level?.rule;
  if (level == null || rule == null || rule.guarantee.length > 0) return null;
  const { participant, course } = person;
  const own = course.segments[0];
  const segment = course.segments[span.segment];
  if (own === undefined || segment === undefined) return null;
  const isOwn = span.segment === 0;
  const goesOn = !isOwn && own.rule?.source === "A-kassa" && rule.fall !== null;
  const start = exactly(new Decimal(participant.usedUnits ?? 0));
  const units = (from: Months, to: Months, perMonth: Decimal | null): Months =>
    perMonth === null
      ? minus(dayAt(person.first, to), dayAt(person.first, from))
      : times(minus(to, from), exactly(perMonth));
  const used = isOwn ? start : goesOn ? plus(start, units(own.from, own.to, own.rule.perMonth)) : 0;
  const number = floor(plus(used, units(segment.from, level.from, rule.perMonth))) + 1;
  const typedAt = isOwn ? Math.max(1, toDecimal(used).ceil().toNumber()) : floor(used) + 1;
  const rowOf = (unit: number): number =>
    rows.findIndex((each) => each.rule === rule && each.from <= unit && (each.to === null || each.to >= unit)) + 1;
  const [row, typedRow] = [rowOf(number), rowOf(typedAt)];
  const support = isOwn ? participant.before : participant.followOn;
  if (row === 0 || typedRow === 0 || support === null) return null;
  const stated = isOwn || goesOn ? participant.benefitPeriod?.split("/")[1] : undefined;
  const percent = Number(/\d+/u.exec(stated ?? "")?.[0] ?? HIGHEST);
  return {
    row,
    typedRow,
    below: new Decimal(HIGHEST - percent).div(100),
    used: toDecimal(used),
    typed: toKr(support.amount),
    remaining: isOwn && participant.remaining !== null ? toKr(participant.remaining) : ZERO,
  };
}

/** Amount of a month, or of a day of the calendar, from the cell with what was typed; null: the level is not what the law's table gives of it. */
export function levelFormula(
  rows: readonly RuleLevelRow[],
  { row, typedRow, below, typed, remaining }: PlacedLevel,
  { span, level }: SpanRow,
  typedCell: string,
): string | null {
  const [own, base] = [rows[row - 1], rows[typedRow - 1]];
  const rule = level?.rule;
  if (own === undefined || base === undefined || rule == null) return null;
  const [to, from] = [own.factor.minus(below), base.factor.minus(below)];
  if (from.lte(0) || to.lt(0)) return null;
  const scaled = typed.times(to).div(from);
  const factor = (at: number): string =>
    `${below.isZero() ? "" : "("}INDEX(${NAME.ruleFactor},${at})${below.isZero() ? "" : `-${below.toString()})`}`;
  const ratio = `${typedCell}*${factor(row)}/${factor(typedRow)}`;
  const less = (formula: string, rest: Decimal): string =>
    rest.isZero() ? formula : `MAX(0,${formula}-${rest.toString()})`;
  if (rule.perMonth === null) {
    const daily = (kr: Decimal): Decimal => rounded(kr.times(MONTHS).div(DAYS), 0);
    const value = Decimal.max(0, daily(scaled).minus(daily(remaining)));
    if (!value.eq(span.dailyBefore)) return null;
    return less(`ROUND(ROUND(${ratio}*${MONTHS}/${DAYS},8),0)`, daily(remaining));
  }
  const least = rule.fall === null ? ZERO : Decimal.min(typed, rule.fall.floor.times(rule.perMonth));
  // The typed level is exact as typed.
  const kr = Decimal.max(to.eq(from) ? typed : rounded(scaled, 2), least);
  if (!Decimal.max(0, kr.minus(remaining)).eq(toKr(span.moneyBefore))) return null;
  const shown = to.eq(from) ? ratio : `ROUND(ROUND(${ratio},8),2)`;
  const floored =
    rule.fall === null ? shown : `MAX(${shown},MIN(${typedCell},${rule.fall.floor.times(rule.perMonth).toString()}))`;
  return less(floored, remaining);
}

/** Units of a level that a count ends: from where it begins, or from what is used, to the last one; null: they are others. */
export function unitsFormula(rows: readonly RuleLevelRow[], { row, used }: PlacedLevel, units: Decimal): string | null {
  const level = rows[row - 1];
  if (level?.to == null || !new Decimal(level.to).minus(Decimal.max(level.from - 1, used)).eq(units)) return null;
  return `INDEX(${NAME.ruleTo},${row})-MAX(INDEX(${NAME.ruleFrom},${row})-1,${used.toString()})`;
}
