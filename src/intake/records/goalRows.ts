// src/intake/records/goalRows.ts: the goals table: targets, outcomes and what they are parts of.
import type { Goal } from "../../domain/finalReport/goals";
import { closestShares } from "../../domain/finalReport/wholeShares";
import type { Decimal } from "../../domain/money";
import type { MonthIndex } from "../../domain/period";
import { problem } from "../../domain/problem";
import { folded, lookupKey } from "../../domain/lookupKey";
import { readPeriodCell } from "../periodLabel";
import { countsPersons, sharesPersons } from "../../domain/finalReport/countedPersons";
import { type PlainNumber, readPlainNumber } from "./plainNumber";
import { readKind, type RecordColumn, type RecordKind } from "./recordKind";
import type { Sourced } from "../../domain/return/returnRows";
import { duplicates, type LocatedRows, type ReadRows, type Row, RowTable } from "./rowTable";

const COLUMNS = {
  goal: { holds: "text", sv: ["Mål", "Målområde", "Målsättning"], en: ["Goal"] },
  target: { holds: "any", sv: ["Målvärde", "Målnivå", "Måltal"], en: ["Target"] },
  outcome: { holds: "any", sv: ["Utfall", "Resultat"], en: ["Outcome", "Result"] },
  base: { holds: "number", sv: ["Bas", "Faktisk bas", "Bas (faktisk)"], en: ["Base", "Actual base"] },
  expected: {
    holds: "number",
    sv: ["Förväntad bas", "Bas (förväntad)", "Förväntat", "Förväntat antal"],
    en: ["Expected base", "Expected"],
  },
  validFrom: { holds: "any", sv: ["Gäller från", "Gäller från och med", "Gäller fr.o.m."], en: ["Valid from"] },
  direction: { holds: "text", sv: ["Riktning", "Minst/högst"], en: ["Direction"] },
  responseRate: { holds: "any", sv: ["Svarsfrekvens", "Svarsandel"], en: ["Response rate"] },
} as const satisfies Readonly<Record<string, RecordColumn>>;
type Role = keyof typeof COLUMNS;

/**
 * Percentages become fractions. Where the target is a percentage and the outcome a number of persons, the outcome is taken of its base, since only
 * shares can be compared with shares.
 */
export function readGoals(located: LocatedRows): ReadRows<Goal> {
  const table = new RowTable<Role>(located);
  const rows = table.read((row) => goalOf(table, row));
  const pairs = duplicates(
    rows,
    ({ value, initiative }) => `${lookupKey(value.name)}|${value.validFrom ?? ""}|${folded(initiative ?? "")}`,
  );
  const [pair] = pairs;
  if (pair !== undefined) {
    table.block("duplicate-row", { what: pair[1].value.name, other: pair[0].origin.cells }, pair[1].origin.cells);
    return { rows: [], setAside: table.setAside, problems: table.problems };
  }
  return { rows, setAside: table.setAside, problems: table.problems };
}

function goalOf(table: RowTable<Role>, row: Row<Role>): Goal | null {
  const name = row.text("goal");
  const number = (role: Role): PlainNumber | null => numberIn(table, row, role);
  const written = { target: number("target"), outcome: number("outcome") };
  const actualBase = number("base");
  const expectedBase = number("expected");
  const responseRate = number("responseRate");
  const validFrom = monthIn(table, row);
  const direction = directionOf(table, row, name ?? "");
  if (row.failed()) return null;
  if (name === null) return row.fail("missing-key", "goal", { heading: table.heading("goal") });
  const { target, outcome } = asShares(written);
  if (target === null) return row.fail("missing-amount", "target", { what: name, heading: table.heading("target") });
  if (outcome === null) return row.fail("missing-amount", "outcome", { what: name, heading: table.heading("outcome") });
  for (const [role, base] of [
    ["base", actualBase],
    ["expected", expectedBase],
  ] as const) {
    if (base?.value.lt(0) === true)
      return row.fail("negative-amount", role, { amount: base.value.toString(), heading: table.heading(role) });
  }
  const settled = settledOutcome(table, row, { target, outcome, base: actualBase ?? expectedBase });
  if (settled === null) return null;
  const base = actualBase ?? expectedBase;
  const isGivenShare = target.percent && (outcome.percent || base === null || base.value.isZero());
  const rate =
    responseRate === null
      ? null
      : responseRate.percent || responseRate.value.lte(1)
        ? responseRate.value
        : responseRate.value.div(100);
  if (rate !== null && (rate.lt(0) || rate.gt(1)))
    return row.fail("share-out-of-range", "responseRate", {
      what: table.heading("responseRate"),
      value: rate.toString(),
    });
  return {
    name,
    target: target.value,
    outcome: settled,
    direction,
    // A share that stands as it was given has no base to be taken of once more.
    actualBase: isGivenShare ? null : (actualBase?.value ?? null),
    expectedBase: isGivenShare ? null : (expectedBase?.value ?? null),
    validFrom,
    responseRate: rate,
    share: target.percent,
    ...(target.percent && !isGivenShare ? { counted: outcome.value } : {}),
    persons: personsOf(name, { target, outcome, actualBase, expectedBase }),
  };
}

/** `0,3` is a share as much as `30 %` is, with per cent in the cell or not; 1 beside `0,28` is all of them. */
function asShares({ target, outcome }: Readonly<Record<"target" | "outcome", PlainNumber | null>>): {
  readonly target: PlainNumber | null;
  readonly outcome: PlainNumber | null;
} {
  const isPart = ({ value }: PlainNumber): boolean => !value.isInteger() && value.gt(0) && value.lt(1);
  const isShare = (number: PlainNumber | null): boolean => number !== null && (number.percent || isPart(number));
  const either = isShare(target) || isShare(outcome);
  const settled = (number: PlainNumber | null): PlainNumber | null =>
    number !== null && (isPart(number) || (number === target && either && number.value.eq(1)))
      ? { ...number, percent: true }
      : number;
  return { target: settled(target), outcome: settled(outcome) };
}

/** The persons that a goal counts. A share is of so many of its base, given as a number or worked out from its digits. */
function personsOf(
  name: string,
  {
    target,
    outcome,
    actualBase,
    expectedBase,
  }: Readonly<Record<"target" | "outcome", PlainNumber>> &
    Readonly<Record<"actualBase" | "expectedBase", PlainNumber | null>>,
): Goal["persons"] {
  const count = outcome.value;
  const base = actualBase?.value ?? null;
  const whole = base ?? expectedBase?.value ?? null;
  if (outcome.percent || !count.isInteger()) return whole === null ? null : shareOfPersons(name, outcome, whole, base);
  const isCount = target.percent ? whole !== null : countsPersons(name, [count]);
  return isCount ? { count, base } : null;
}

/** 27 % of 11 closed is 3 persons; null: it is no share of persons. */
function shareOfPersons(
  name: string,
  { value, decimals }: PlainNumber,
  whole: Decimal,
  base: Decimal | null,
): Goal["persons"] {
  if (value.isNegative() || value.gt(1) || !sharesPersons(name, [whole])) return null;
  const [found] = closestShares(value, decimals, [whole]);
  return { count: found?.part ?? value.times(whole).toDecimalPlaces(0), base };
}

function settledOutcome(
  table: RowTable<Role>,
  row: Row<Role>,
  { target, outcome, base }: { target: PlainNumber; outcome: PlainNumber; base: PlainNumber | null },
): Decimal | null {
  if (target.percent === outcome.percent) return outcome.value;
  if (target.percent && base !== null && !base.value.isZero()) return outcome.value.div(base.value);
  // Without a base, none of them and all of them are shares by their size.
  if (target.percent && outcome.value.abs().lte(1)) return outcome.value;
  return row.fail("share-against-number", "outcome", {
    target: table.heading("target"),
    outcome: table.heading("outcome"),
  });
}

function numberIn(table: RowTable<Role>, row: Row<Role>, role: Role): PlainNumber | null {
  const value = row.value(role);
  if (value === null) return null;
  const number = readPlainNumber(value, row.format(role));
  if (number !== null) return number;
  const text = row.text(role);
  return row.failed() ? null : row.fail("unreadable-number", role, { text: text ?? "", heading: table.heading(role) });
}

function monthIn(table: RowTable<Role>, row: Row<Role>): MonthIndex | null {
  const value = row.value("validFrom");
  if (value === null) return null;
  const reading = readPeriodCell(value, row.format("validFrom"), table.date1904, null);
  if (reading.kind === "period") return reading.period.from;
  const text = row.text("validFrom");
  return row.failed()
    ? null
    : row.fail("unreadable-date", "validFrom", { text: text ?? "", heading: table.heading("validFrom") });
}

const AT_MOST = /^(?:hogst|max(?:imalt)?|at most|<|<=|≤|under|lagre ar battre|mindre)/u;
const AT_LEAST = /^(?:minst|min(?:imum|imalt)?|at least|>|>=|≥|over|hogre ar battre|mer)/u;

/** `Högst` in its own column or at the start of the goal's name; more is better otherwise. */
function directionOf(table: RowTable<Role>, row: Row<Role>, name: string): Goal["direction"] {
  const text = row.text("direction");
  if (text === null) return /^(?:hogst|max(?:imalt)?|at most)\b/u.test(folded(name)) ? "at-most" : "at-least";
  if (AT_MOST.test(folded(text))) return "at-most";
  if (!AT_LEAST.test(folded(text)))
    table.problems.push(
      problem(
        "unreadable-field",
        { sheet: table.grid.sheet, cell: row.cell("direction") },
        { label: table.heading("direction"), text },
      ),
    );
  return "at-least";
}

export const GOALS: RecordKind<"goals", Role, { readonly goals: readonly Sourced<Goal>[] }> = {
  name: "goals",
  columns: COLUMNS,
  shapes: [{ needs: [["goal"], ["target"]] }],
  none: { goals: [] },
  read: (tables) => {
    const read = tables.map(readGoals);
    return readKind(read, { goals: read.flatMap(({ rows }) => rows) });
  },
};
