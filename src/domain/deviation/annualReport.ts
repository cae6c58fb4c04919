// src/domain/deviation/annualReport.ts: what an association's annual report takes from a follow-up: appropriations, their change and outcome,
// the members' contributions, and what was decided on but not used.
import type { BudgetTable, LineKind } from "./budget";
import { type Deviation, deviationOf } from "./deviation";
import type { FollowUp } from "./followUp";
import { hasIncome, kindOf, LINE_KINDS, linesOfKind, signOfKind, signOfLine, signOfResult, weightOf } from "./lineKind";
import { netTotal, plainTotal } from "./netResult";
import { type Decimal, sum } from "../money";
import { yearOf } from "../period";
import { identityOf } from "../return/agency";
import { type Requisitions, requisitionsOf } from "./requisitions";
import { type Measure, type TableSums, tableSums } from "./tableSums";

/** kr, the source's sign. `deviation` is the outcome against `granted` + `change`, positive when favourable. */
export interface Appropriation {
  readonly granted: Decimal;
  /** Decided during the year; null: the source has one budget only. */
  readonly change: Decimal | null;
  readonly outcome: Decimal;
  readonly deviation: Deviation;
}

export interface AnnualReport {
  /** The year that is reported: the last with any outcome. */
  readonly year: number;
  /** Indices of its periods. */
  readonly periods: readonly number[];
  /** What `granted` and `change` are made of, as indices into the table's versions. */
  readonly basis: { readonly original: number | null; readonly revised: number | null };
  readonly lines: readonly Appropriation[];
  readonly kinds: Readonly<Record<LineKind, Appropriation | null>>;
  readonly result: Appropriation;
  /** Indices of the lines that are members' contributions: income from an agency. */
  readonly members: readonly number[];
  /** Costs: what the lines that cost less than decided leave, together. */
  readonly unused: Decimal;
  readonly requisitions: Requisitions | null;
}

/** Null where there is neither income, equity nor requisitions to report, or nothing is booked. */
export function annualReportOf({ table, lastBooked, equity }: FollowUp): AnnualReport | null {
  const requisitions = requisitionsOf(table);
  const last = table.periods[lastBooked];
  if (last === undefined || (!hasIncome(table) && equity === null && requisitions === null)) return null;
  const year = yearOf(last.to);
  const periods = table.periods.flatMap((period, at) => (yearOf(period.to) === year ? [at] : []));
  const basis = basisOf(table);
  const appropriations = new Appropriations(table, tableSums(table), periods, basis);
  const lines = [...table.lines.keys()];
  const kinds = Object.fromEntries(
    LINE_KINDS.map((kind) => [kind, appropriations.ofKind(kind)]),
  ) as AnnualReport["kinds"];
  const left = lines
    .filter((line) => kindOf(table, line) === "cost")
    .map((line) => appropriations.ofLine(line).deviation.amount)
    .filter((amount) => amount.isPositive());
  return {
    year,
    periods,
    basis,
    lines: lines.map((line) => appropriations.ofLine(line)),
    kinds,
    result: appropriations.ofResult(),
    members: lines.filter((line) => kindOf(table, line) === "income" && isMember(table.lines[line] ?? "")),
    unused: sum(left),
    requisitions,
  };
}

/** What stands round a member's name where its contribution is meant: `Medlemsavgift Kommun A`, `Försäkringskassan (stat)`. */
const AROUND =
  /^(?:\d+\s+)?(?:(?:medlems)?(?:avgift|bidrag)(?:er)?(?: från)?|intäkter:?)[\s:,–-]+|\s*\([^()]*\)\s*$/giu;

/** Whether a line of income is a member's contribution, by the agency that it names. */
function isMember(name: string): boolean {
  return [name, name.replace(AROUND, "")].some((each) => {
    const identity = identityOf(each);
    return identity !== null && identity.kind !== "other";
  });
}

/** The original budget beside the table's is what was first decided; else a revised one beside it says what was changed. */
function basisOf({ versions }: BudgetTable): AnnualReport["basis"] {
  const original = versions.findIndex(({ kind }) => kind === "original-budget");
  const revised = versions.findLastIndex(({ kind }) => kind === "revised-budget");
  return original >= 0 ? { original, revised: null } : { original: null, revised: revised < 0 ? null : revised };
}

class Appropriations {
  constructor(
    private readonly table: BudgetTable,
    private readonly sums: TableSums,
    private readonly periods: readonly number[],
    private readonly basis: AnnualReport["basis"],
  ) {}

  ofLine(line: number): Appropriation {
    return this.appropriation(
      (measure) => plainTotal(this.sums, measure, [line], this.periods),
      signOfLine(this.table, line),
    );
  }

  ofKind(kind: LineKind): Appropriation | null {
    const lines = linesOfKind(this.table, kind);
    if (lines.length === 0) return null;
    return this.appropriation(
      (measure) => plainTotal(this.sums, measure, lines, this.periods),
      signOfKind(this.table, kind),
    );
  }

  ofResult(): Appropriation {
    const lines = [...this.table.lines.keys()];
    const weights = lines.map((line) => weightOf(this.table, line));
    return this.appropriation(
      (measure) => netTotal(this.table, this.sums, measure, lines, this.periods, weights),
      signOfResult(this.table),
    );
  }

  private appropriation(of: (measure: Measure) => Decimal, sign: "negative" | "positive"): Appropriation {
    const { original, revised } = this.basis;
    const budget = of(this.sums.budget);
    const version = (at: number | null): Decimal | null => (at === null ? null : of(this.sums.versions[at]!));
    const granted = version(original) ?? budget;
    const decided = version(revised) ?? budget;
    const outcome = of(this.sums.outcome);
    return {
      granted,
      change: original === null && revised === null ? null : decided.minus(granted),
      outcome,
      deviation: deviationOf({ outcome, budget: decided }, sign),
    };
  }
}
