// src/intake/records/participantFitness.ts: participant rows that were read but cannot be computed, by the calculation's own judgement, with their cells.
import type { Benefits } from "../../domain/return/course/benefitRule";
import { ruleName } from "../../domain/return/course/course";
import { type IncomeSource, sourceFinder } from "../../domain/return/incomeSource";
import {
  type Participant,
  readyParticipants,
  type UnusedParticipant as UnusedParticipant,
} from "../../domain/return/participant";
import {
  ACTIVITY_COMPENSATION_END_AGE,
  monthOfAge,
  type PensionAge,
  pensionMonthOf,
} from "../../domain/return/pensionAge";
import { type MonthIndex, monthText } from "../../domain/period";
import type { Asking } from "../../domain/question";
import { problem, type Problem } from "../../domain/problem";
import { cellName } from "../../domain/a1";
import type { ParticipantColumn } from "./participantColumns";
import type { Sourced } from "../../domain/return/returnRows";
import type { RowTable } from "./rowTable";

/** What names of supports and pension ages are looked up in. */
export interface ParticipantContext {
  readonly sources: readonly IncomeSource[];
  readonly pensionAges: readonly PensionAge[];
  /** Absent: nothing is asked. */
  readonly asking?: Asking;
  /** The month of the run; absent: no month is known to lie ahead. */
  readonly thisMonth?: MonthIndex | null;
  readonly benefits: Benefits;
}

const COLUMN_OF: Readonly<Record<UnusedParticipant["field"], ParticipantColumn>> = {
  lastMonth: "lastMonth",
  before: "amountBefore",
  after: "amountAfter",
  remaining: "remaining",
  followOn: "amountThen",
  birth: "birthDate",
  pensionAge: "pensionAge",
  id: "id",
  after2: "amountAfter2",
  used: "usedUnits",
  period: "benefitPeriod",
  afterRule: "afterRule",
  supportLastDay: "supportLastDay",
};
/** Where it is the support, not its amount, that is wrong. */
const SUPPORT_COLUMN: Readonly<Partial<Record<UnusedParticipant["field"], ParticipantColumn>>> = {
  before: "before",
  after: "after",
  followOn: "then",
  after2: "after2",
};
/** The heading as the documentation has it, where the table lacks the column. */
const HEADING: Readonly<Partial<Record<ParticipantColumn, string>>> = {
  usedUnits: "Förbrukat av stödet",
  benefitPeriod: "Ersättningsperiod",
  supportLastDay: "Stödets sista dag",
  afterRule: "Regel efter",
};
/** Why nothing is left of a support, by the column that says it. */
const WHY: Readonly<Partial<Record<UnusedParticipant["field"], "age" | "rule" | "last-day">>> = {
  birth: "age",
  before: "rule",
  supportLastDay: "last-day",
};
/** Not wrong: counted in the coverage beside the figures. */
const COUNTED: ReadonlySet<UnusedParticipant["reason"]> = new Set(["ongoing", "dropped-out", "no-outcome"]);

/** Sets aside what the calculation cannot use; the indices of those rows. */
export function setAsideByCalculation(
  table: RowTable<ParticipantColumn>,
  rows: readonly Sourced<Participant>[],
  rowOf: ReadonlyMap<Participant, number>,
  context: ParticipantContext,
): ReadonlySet<number> {
  const unfit = new Set<number>();
  // Two initiatives may have the same id, which one calculation may not: here every row is a person of its own.
  const persons = rows.map(({ value }, index) => ({ ...value, id: String(index) }));
  for (const found of readyParticipants(persons, context).setAside) {
    const participant = rows[found.index]?.value;
    if (participant === undefined || COUNTED.has(found.reason)) continue;
    const role = columnOf(table, found);
    const column = table.column(role);
    const cell =
      column === null ? table.rowRange(rowOf.get(participant) ?? 0) : cellName(rowOf.get(participant) ?? 0, column);
    const said = wordedReason(table, found, participant, role, { sheet: table.grid.sheet, cell }, context);
    table.problems.push(said);
    table.setAside.push({ sheet: table.grid.sheet, cell, reason: said.code, rows: 1 });
    unfit.add(found.index);
  }
  return unfit;
}

function columnOf(table: RowTable<ParticipantColumn>, { field, rule }: UnusedParticipant): ParticipantColumn {
  if (field === "birth" && !table.has("birthDate")) return "birthYear";
  return (rule === undefined ? undefined : SUPPORT_COLUMN[field]) ?? COLUMN_OF[field];
}

function wordedReason(
  table: RowTable<ParticipantColumn>,
  { reason, field, text, rule = null }: UnusedParticipant,
  participant: Participant,
  role: ParticipantColumn,
  at: { sheet: string; cell: string },
  { pensionAges, sources, benefits }: ParticipantContext,
): Problem {
  const heading = table.has(role) ? table.heading(role) : (HEADING[role] ?? "");
  const amount = text ?? "";
  const name = rule === null ? amount : ruleName(rule);
  const paragraph = rule?.paragraph ?? "";
  const year = String(participant.birth.year);
  const last = participant.lastMonth ?? 0;
  switch (reason) {
    case "negative-amount":
      return problem("negative-amount", at, { amount, heading });
    case "amount-looks-yearly":
      return problem("amount-looks-yearly", at, { amount, heading });
    case "amount-too-fine":
      return problem("amount-too-fine", at, { amount, heading });
    case "implausible-age":
      return problem("implausible-age", at, {
        year,
        age: ageIn(participant, last + 1),
        month: monthText(last),
      });
    case "pension-age-unknown":
      return problem("pension-age-unknown", at, { year });
    case "no-avoided-months":
      if (endedAtThirty(participant, sources))
        return problem("activity-compensation-ended", at, {
          month: monthText(last),
          thirty: monthText(monthOfAge(participant.birth, ACTIVITY_COMPENSATION_END_AGE)),
        });
      return problem("no-avoided-months", at, {
        month: monthText(last),
        pension: pensionText(participant, pensionAges),
      });
    case "used-above-limit":
      return problem(reason, at, {
        used: amount,
        most: rule?.most ?? 0,
        unit: rule?.unit ?? "day",
        rule: name,
        heading,
      });
    case "used-not-usable":
      return problem(reason, at, { used: amount, heading });
    case "unknown-variant":
      return problem(reason, at, {
        text: withoutNumbers(amount),
        heading,
        known: variantsOf(participant, role, benefits, sources),
      });
    case "successor-same-support":
    case "successor-of-both":
    case "successor-basic-or-income":
      return problem(reason, at, { text: amount, heading });
    case "support-used-up":
      return problem(reason, at, { rule: name, heading, last: rule?.validTo ?? "", why: WHY[field] ?? "units" });
    case "programme-without-last-day":
      return problem(reason, at, { rule: name, heading });
    case "unemployment-before-new-law":
      return problem(reason, at, { month: monthText(last), heading });
    case "rule-expired":
      return problem(reason, at, { rule: name, last: rule?.validTo ?? "", paragraph, heading });
    case "age-outside-rule":
      return problem(reason, at, { rule: name, age: ageIn(participant, last + 1), paragraph, heading });
    case "ongoing":
    case "dropped-out":
    case "no-outcome":
    case "duplicate-participant":
    case "unknown-source":
      return problem("unknown-support", at, {
        text: withoutNumbers(amount),
        heading,
        known: sources.map(({ name }) => name).join(", "),
      });
  }
}

function ageIn({ birth }: Participant, month: MonthIndex): number {
  return Math.floor((month - monthOfAge(birth, 0)) / 12);
}

/** Names of the rules that the support before, or after, may follow. */
function variantsOf(
  { before, after }: Participant,
  role: ParticipantColumn,
  { rules }: Benefits,
  sources: ParticipantContext["sources"],
): string {
  const support = role === "afterRule" ? (after?.source ?? "") : before.source;
  const name = sources[sourceFinder(sources)(support)]?.name;
  const names = rules.filter(({ source }) => source === name).map(ruleName);
  return name === "A-kassa" ? ["300", "200", "100", "66", "300/60"].join(", ") : names.join(", ");
}

/** The person was 30 already when the support that ends at 30 was to be counted. */
function endedAtThirty(
  { birth, before, after, lastMonth }: Participant,
  sources: ParticipantContext["sources"],
): boolean {
  const find = sourceFinder(sources);
  const ends = [before.source, after?.source ?? ""].some((name) => sources[find(name)]?.ends === "age-30");
  return ends && monthOfAge(birth, ACTIVITY_COMPENSATION_END_AGE) <= (lastMonth ?? 0) + 1;
}

function pensionText({ birth, pensionAge }: Participant, pensionAges: readonly PensionAge[]): string {
  const pension = pensionMonthOf(birth, pensionAge, pensionAges);
  return pension === null ? "" : monthText(pension.month);
}

/** A support that nobody knows is shown, but never a number that stands in its place. */
export function withoutNumbers(text: string): string {
  return /\d{6}/u.test(text) ? "…" : text;
}
