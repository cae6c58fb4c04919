// src/domain/deviation/comparison.ts: a follow-up now against a snapshot of it: the deviation of the deviation, per line.
import type { CostSign } from "./budget";
import type { Deviation } from "./deviation";
import type { FollowUp } from "./followUp";
import { type Kinded, signOfKind, signOfLine, signOfResult } from "./lineKind";
import { type Decimal, ZERO } from "../money";
import type { Snapshot, SnapshotCells, SnapshotInitiative } from "./snapshot";

/** kr. `amount` is positive when favourable; in a change, when it has become more favourable. */
export interface Figures {
  readonly outcome: Decimal;
  readonly budget: Decimal;
  readonly amount: Decimal;
}

export interface ComparedLine {
  readonly costLine: string;
  readonly status: "both" | "new" | "gone";
  /** With the sign of the table now; null: the line was not there. */
  readonly then: Figures | null;
  /** Null: the line is gone. */
  readonly now: Figures | null;
  /** now − then, where a line that is not there counts as 0. */
  readonly change: Figures;
  /** Outcome and budget of `then` stand with the other sign in the snapshot. */
  readonly turned: boolean;
  /** Index into the table's lines; null: the line is gone. */
  readonly line: number | null;
  /** In the snapshot's tab; null: the line is new. */
  readonly cells: SnapshotCells | null;
}

export interface Comparison {
  readonly snapshot: Pick<Snapshot, "number" | "sheet" | "date" | "version">;
  readonly bookedTo: string;
  /** The snapshot writes some amounts with the other sign: their outcome and budget are turned. */
  readonly turned: boolean;
  /** Outcome and budget of the lines add up to the total's: not where income less costs is the total. */
  readonly adds: boolean;
  /** Lines of the table first, in its order, then those that are gone, in the snapshot's. */
  readonly lines: readonly ComparedLine[];
  readonly total: {
    readonly then: Figures;
    readonly now: Figures;
    readonly change: Figures;
    readonly turned: boolean;
  };
  readonly totalCells: SnapshotCells;
}

/** Null where the snapshot does not hold the initiative. With one initiative then and one now they are the same, whatever they are called. */
export function comparisonOf(
  followUp: FollowUp,
  initiative: string,
  snapshot: Snapshot,
  alone: boolean,
): Comparison | null {
  const { initiatives, number, sheet, date, version } = snapshot;
  const only = alone && initiatives.length === 1 ? initiatives[0] : undefined;
  const then = initiatives.find(({ name }) => name === initiative) ?? only;
  if (then === undefined) return null;
  const [wasSign, sign] = [signOfResult(written(then)), signOfResult(followUp.table)];
  const total = { then: turned(then.total, wasSign, sign), now: figuresOf(followUp.total), turned: wasSign !== sign };
  const compared = linesOf(followUp, then);
  return {
    snapshot: { number, sheet, date, version },
    bookedTo: then.bookedTo,
    turned: total.turned || compared.some((line) => line.turned),
    adds: !then.allPositive && followUp.table.orientation !== "all-positive",
    lines: compared,
    total: { ...total, change: changeOf(total.then, total.now) },
    totalCells: then.totalCells,
  };
}

type Written = Pick<Kinded, "orientation" | "sign">;

/** How the snapshot's table writes its amounts. */
function written({ sign, allPositive }: SnapshotInitiative): Written {
  return { sign, orientation: allPositive ? "all-positive" : "costs-negative" };
}

function linesOf({ table, lineTotals }: FollowUp, then: SnapshotInitiative): readonly ComparedLine[] {
  const old = new Map(then.lines.map((line) => [line.costLine, line]));
  const present = new Set(table.lines);
  const compared = table.lines.map((costLine, line): ComparedLine => {
    const found = old.get(costLine);
    const [wasSign, sign] = [
      found === undefined ? null : signOfKind(written(then), found.kind),
      signOfLine(table, line),
    ];
    const before = found === undefined || wasSign === null ? null : turned(found.figures, wasSign, sign);
    const total = lineTotals[line];
    const now = total === undefined ? NOTHING : figuresOf(total);
    const change = changeOf(before, now);
    return {
      costLine,
      status: before === null ? "new" : "both",
      then: before,
      now,
      change,
      turned: wasSign !== null && wasSign !== sign,
      line,
      cells: found?.cells ?? null,
    };
  });
  const gone = then.lines
    .filter(({ costLine }) => !present.has(costLine))
    .map(({ costLine, kind, figures, cells }): ComparedLine => {
      const [wasSign, sign] = [signOfKind(written(then), kind), signOfKind(table, kind)];
      const before = turned(figures, wasSign, sign);
      const change = changeOf(before, null);
      const isTurned = wasSign !== sign;
      return { costLine, status: "gone", then: before, now: null, change, turned: isTurned, line: null, cells };
    });
  return [...compared, ...gone];
}

const NOTHING: Figures = { outcome: ZERO, budget: ZERO, amount: ZERO };

function figuresOf({ outcome, budget, amount }: Deviation): Figures {
  return { outcome, budget, amount };
}

/** A deviation is positive when favourable under either sign; outcome and budget are not. */
function turned({ outcome, budget, amount }: Deviation, from: CostSign, to: CostSign): Figures {
  return from === to
    ? { outcome, budget, amount }
    : { outcome: ZERO.minus(outcome), budget: ZERO.minus(budget), amount };
}

function changeOf(then: Figures | null, now: Figures | null): Figures {
  const [before, after] = [then ?? NOTHING, now ?? NOTHING];
  return {
    outcome: after.outcome.minus(before.outcome),
    budget: after.budget.minus(before.budget),
    amount: after.amount.minus(before.amount),
  };
}
