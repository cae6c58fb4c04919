// src/domain/deviation/followUp.ts: the whole of budget against outcome for one table: the result that report and JSON show.
import { type Booking, bookingOf, type BudgetPart, sharedOut } from "./booking";
import type { BudgetTable, Explained, InitiativeFacts, LineKind, Version } from "./budget";
import { type ControlCheck, controlChecks, explainedOf } from "./controlTotal";
import {
  type Deviation,
  deviationOf,
  isMaterial,
  type MaterialLimits,
  type OffsettingPair,
  offsettingPairs,
} from "./deviation";
import { type EquityCheck, equityCheck } from "./equity";
import { inSections, linesOfKind, signOfLine } from "./lineKind";
import { kindDeviation, lineDeviation, type Measures, plainTotal, resultDeviation } from "./netResult";
import { type Forecast, forecastOf } from "./forecast";
import { Decimal, toKr, ZERO } from "../money";
import { halfYearsTouched } from "../period";
import { type RecountCheck, recountChecks } from "./recount";
import { type Measure, slotOf, type TableSums, tableSums } from "./tableSums";
import { type UnitCosts, unitCostsOf } from "./unitCost";
import { type VolumeEffect, volumeEffectOf } from "./volumeEffect";

/** A deviation against another version (revised budget, forecast, last year), per line and in all. */
export interface VersionFollowUp {
  readonly label: string;
  readonly byLine: readonly (Deviation | null)[];
  readonly total: Deviation;
}

/** The lines of one kind together: plain sums, the source's sign; deviations positive when favourable. */
export interface KindTotals {
  /** Indices into the lines. */
  readonly lines: readonly number[];
  /** Per period; null: not booked. */
  readonly byPeriod: readonly (Deviation | null)[];
  readonly total: Deviation;
}

/** Amounts in kr with the source's sign, unrounded; a deviation is positive when favourable. */
export interface FollowUp {
  readonly table: BudgetTable;
  readonly limits: MaterialLimits;
  /** [line][period]; null: the period is not booked yet, or the source has no row for it. */
  readonly cells: readonly (readonly (Deviation | null)[])[];
  /** Per line, over the booked periods. */
  readonly lineTotals: readonly Deviation[];
  readonly material: readonly boolean[];
  /** Null: the table has no line of that kind. */
  readonly byKind: Readonly<Record<LineKind, KindTotals | null>>;
  /** The net result's, which of a table with costs alone is the costs'. Per period; null: not booked. */
  readonly periodTotals: readonly (Deviation | null)[];
  readonly total: Deviation;
  /** Index of the last period with any outcome; −1: none. Periods up to it are "booked". */
  readonly lastBooked: number;
  /** Per period. Differs from `index ≤ lastBooked` only where periods overlap (outcome `2024 jan–aug`, budget `2024`). */
  readonly booked: readonly boolean[];
  /** Per period: the part of a longer period's budget that its outcome is set against; null for all in nearly every table. */
  readonly budgetParts: readonly (BudgetPart | null)[];
  readonly halfYears: number;
  readonly averagePerHalfYear: Decimal | null;
  readonly offsetting: readonly OffsettingPair[];
  /** Last year's outcome per line where the source has it. */
  readonly lastYear: readonly (Decimal | null)[] | null;
  readonly versions: readonly VersionFollowUp[];
  readonly forecast: Forecast | null;
  readonly unitCosts: UnitCosts | null;
  readonly volumeEffect: VolumeEffect | null;
  readonly controls: readonly ControlCheck[];
  /** Results that the source states, in the order of the table's. */
  readonly results: readonly ControlCheck[];
  /** Null: the source states none. */
  readonly equity: EquityCheck | null;
  readonly explained: Explained;
  readonly recounts: readonly RecountCheck[];
}

export interface FollowUpOptions {
  /** How much of the budget follows the volume, 0–1; as the facts say (`Rörlig andel`), else all of it, when not given. The result says which was used. */
  readonly variableShare?: Decimal;
}

/**
 * Budget against outcome for one table. Entries of the same line and period (accounts, parties) are summed. Accumulated
 * figures count the booked periods only; an entry without outcome in a booked period counts as 0 there. The lines of the result
 * stand in sections: income, costs, net.
 */
export function followUpOf(
  read: BudgetTable,
  facts: InitiativeFacts | null,
  limits: MaterialLimits,
  options: FollowUpOptions = {},
): FollowUp {
  const table = inSections(read);
  const raw = tableSums(table);
  const booking = bookingOf(table.periods, raw);
  const budget = sharedOut(raw.budget, raw, booking);
  const sums: TableSums = { ...raw, budget };
  const booked = table.periods.flatMap((_, period) => (booking.booked[period] ? [period] : []));
  const lineTotals = table.lines.map((_, line) => lineDeviation(table, sums, sums, line, booked));
  const total = resultDeviation(table, sums, sums, booked);
  const halfYears = halfYearsTouched(booked.map((period) => table.periods[period]!));
  const forecast = forecastOf(table, raw, booking);
  const checks = { controls: controlChecks(table, raw), results: controlChecks(table, raw, table.results) };
  return {
    table,
    limits,
    cells: table.lines.map((_, line) => cellsOf(line, table, sums, booking)),
    lineTotals,
    material: lineTotals.map((line) => isMaterial(line, limits)),
    periodTotals: table.periods.map((_, period) =>
      booking.booked[period] ? resultDeviation(table, sums, sums, [period]) : null,
    ),
    byKind: {
      income: kindTotals("income", table, sums, booked),
      cost: kindTotals("cost", table, sums, booked),
      net: kindTotals("net", table, sums, booked),
    },
    total,
    lastBooked: booking.lastBooked,
    booked: booking.booked,
    budgetParts: booking.parts,
    halfYears,
    averagePerHalfYear: halfYears === 0 ? null : total.amount.div(halfYears),
    offsetting: offsettingPairs(lineTotals, limits, table.kinds),
    lastYear: lastYearOf(table, raw, booking),
    versions: versionsOf(table, raw, booking, booked, forecast !== null),
    forecast,
    ...checks,
    equity: equityCheck(table, total),
    explained: explainedOf(table, checks),
    recounts: recountChecks(table, raw),
    ...perPerson(
      table,
      facts,
      spentOver(table, sums, booked),
      booking,
      options.variableShare ?? facts?.volumeShare ?? new Decimal(1),
    ),
  };
}

function kindTotals(kind: LineKind, table: BudgetTable, sums: TableSums, booked: readonly number[]): KindTotals | null {
  const lines = linesOfKind(table, kind);
  if (lines.length === 0) return null;
  const own = new Set(booked);
  const over = (periods: readonly number[]): Deviation => kindDeviation(table, sums, sums, lines, periods, kind);
  return {
    lines,
    byPeriod: table.periods.map((_, period) => (own.has(period) ? over([period]) : null)),
    total: over(booked),
  };
}

/** What was spent: every line but income, as plain sums. */
function spentOver(table: BudgetTable, sums: TableSums, periods: readonly number[]): Deviation {
  const lines = [...table.lines.keys()].filter((line) => table.kinds[line] !== "income");
  return kindDeviation(table, sums, sums, lines, periods, "cost");
}

function cellsOf(line: number, table: BudgetTable, sums: TableSums, booking: Booking): (Deviation | null)[] {
  return table.periods.map((_, period) => {
    const slot = slotOf(sums, line, period);
    const given = sums.entries[slot]! > 0 || sums.budget.counts[slot]! > 0;
    if (booking.booked[period] !== true || !given) return null;
    const [outcome, budget] = [sums.outcome.sums.total(slot), sums.budget.sums.total(slot)];
    return deviationOf({ outcome, budget }, signOfLine(table, line));
  });
}

/** Last year's outcome for the booked periods, and for the longer period that a booked one is a part of. */
function lastYearOf(table: BudgetTable, sums: TableSums, booking: Booking): (Decimal | null)[] | null {
  const measure = sums.versions[table.versions.findIndex(({ kind }) => kind === "last-year")];
  if (measure === undefined) return null;
  const sources = new Set(booking.parts.map((part) => part?.source));
  const periods = [...table.periods.keys()].filter((period) => booking.booked[period] === true || sources.has(period));
  return table.lines.map((_, line) =>
    hasAny(sums, measure, line, periods) ? plainTotal(sums, measure, [line], periods) : null,
  );
}

/** Nothing is set against these: they stand beside the outcome, or are the full-year forecast's. */
const BESIDE: ReadonlySet<Version["kind"]> = new Set(["worked-up", "requisitioned", "paid", "full-year-budget"]);

/** Versions with amounts in booked periods. What only the full-year forecast uses is left to `forecast`. */
function versionsOf(
  table: BudgetTable,
  sums: TableSums,
  booking: Booking,
  booked: readonly number[],
  open: boolean,
): VersionFollowUp[] {
  return table.versions.flatMap(({ kind, label }, index) => {
    const measure = sharedOut(sums.versions[index]!, sums, booking);
    const has = table.lines.map((_, line) => hasAny(sums, measure, line, booked));
    if (BESIDE.has(kind) || (kind === "forecast" && open) || !has.includes(true)) return [];
    const against: Measures = { outcome: sums.outcome, budget: measure };
    const byLine = table.lines.map((_, line) => (has[line] ? lineDeviation(table, sums, against, line, booked) : null));
    return [{ label, byLine, total: resultDeviation(table, sums, against, booked) }];
  });
}

function hasAny(table: TableSums, { counts }: Measure, line: number, periods: readonly number[]): boolean {
  return periods.some((period) => counts[slotOf(table, line, period)]! > 0);
}

/** What the figures mean per person, where the volumes are known: of the costs, whatever was brought in. Costs become positive numbers here. */
function perPerson(
  table: BudgetTable,
  facts: InitiativeFacts | null,
  spent: Deviation,
  booking: Booking,
  variableShare: Decimal,
): Pick<FollowUp, "unitCosts" | "volumeEffect"> {
  const first = table.periods[0];
  const spends = table.kinds.some((kind) => kind !== "income");
  if (facts === null || first === undefined || booking.bookedTo === null || !spends)
    return { unitCosts: null, volumeEffect: null };
  const cost = (amount: Decimal): Decimal => (table.sign === "negative" ? amount.negated() : amount);
  const budget = cost(spent.budget);
  const outcome = cost(spent.outcome);
  const spending = table.entries.filter(({ line }) => table.kinds[line] !== "income");
  const fullBudget = cost(spending.reduce((all, entry) => all.plus(toKr(entry.budget ?? ZERO)), ZERO));
  const budgeted = spending.flatMap(({ period, budget: own }) =>
    own === null ? [] : (table.periods[period]?.to ?? []),
  );
  const fullTo = Math.max(booking.bookedTo, ...budgeted);
  const from = Math.min(...table.periods.map((period) => period.from));
  const unitCosts = unitCostsOf(facts, { budget, fullBudget, outcome, from, to: booking.bookedTo, fullTo });
  return { unitCosts, volumeEffect: volumeEffect(unitCosts, { budget, outcome, variableShare }) };
}

/** By the volume that says most about the work done: closed participants, else participants, else those to work or studies. */
function volumeEffect(
  unitCosts: UnitCosts | null,
  costs: { budget: Decimal; outcome: Decimal; variableShare: Decimal },
): VolumeEffect | null {
  for (const per of ["closed", "participant", "toWorkOrStudies"] as const) {
    if (unitCosts?.otherMonths !== null) return null;
    const item = unitCosts.items.find((candidate) => candidate.per === per);
    if (item?.plannedVolume && item.actualVolume) {
      const { plannedVolume, actualVolume } = item;
      return volumeEffectOf({ per, ...costs, plannedVolume, actualVolume });
    }
  }
  return null;
}
