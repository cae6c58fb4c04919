// src/domain/deviation/requisitions.ts: granted funds that are drawn by requisition: what of them is requisitioned, paid, used and left.
import type { BudgetTable, Version } from "./budget";
import { kindOf } from "./lineKind";
import { plainTotal } from "./netResult";
import { type Decimal, sum, ZERO } from "../money";
import { type Measure, type TableSums, tableSums } from "./tableSums";

/** kr, as positive numbers whatever the source's sign; null: the source does not say. */
export interface Requisition {
  readonly granted: Decimal;
  readonly requisitioned: Decimal | null;
  readonly paid: Decimal | null;
  readonly used: Decimal;
  /** Worked up but not requisitioned: in no outcome yet. */
  readonly workedUp: Decimal | null;
  /** granted − used − worked up. */
  readonly remaining: Decimal;
}

export interface Requisitions {
  /** Per line that is no income; `line`: index into the table's lines. */
  readonly lines: readonly (Requisition & { readonly line: number })[];
  readonly total: Requisition;
}

/** The kinds of version that tell of a requisition; what is worked up alone belongs to the forecast. */
const KINDS: readonly Version["kind"][] = ["requisitioned", "paid"];

/** Over every period of the table. Null where nothing of it says what was requisitioned or paid. */
export function requisitionsOf(table: BudgetTable): Requisitions | null {
  if (!table.versions.some(({ kind }) => KINDS.includes(kind))) return null;
  const sums = tableSums(table);
  const lines = [...table.lines.keys()]
    .filter((line) => kindOf(table, line) !== "income")
    .map((line) => ({ ...requisitionOf(table, sums, line), line }));
  if (lines.length === 0) return null;
  const all = (of: (each: Requisition) => Decimal | null): Decimal | null =>
    lines.every((each) => of(each) === null) ? null : sum(lines.map((each) => of(each) ?? ZERO));
  return {
    lines,
    total: {
      granted: sum(lines.map(({ granted }) => granted)),
      requisitioned: all(({ requisitioned }) => requisitioned),
      paid: all(({ paid }) => paid),
      used: sum(lines.map(({ used }) => used)),
      workedUp: all(({ workedUp }) => workedUp),
      remaining: sum(lines.map(({ remaining }) => remaining)),
    },
  };
}

function requisitionOf(table: BudgetTable, sums: TableSums, line: number): Requisition {
  const periods = [...table.periods.keys()];
  const cost = (measure: Measure): Decimal => {
    const kr = plainTotal(sums, measure, [line], periods);
    return table.sign === "negative" ? ZERO.minus(kr) : kr;
  };
  const given = (measure: Measure): boolean =>
    periods.some((period) => measure.counts[line * sums.periods + period]! > 0);
  const version = (kind: Version["kind"]): Decimal | null => {
    const own = table.versions.flatMap((each, at) => (each.kind === kind ? [sums.versions[at]!] : [])).filter(given);
    return own.length === 0 ? null : sum(own.map(cost));
  };
  const [granted, used, workedUp] = [cost(sums.budget), cost(sums.outcome), version("worked-up")];
  return {
    granted,
    requisitioned: version("requisitioned"),
    paid: version("paid"),
    used,
    workedUp,
    remaining: granted.minus(used).minus(workedUp ?? ZERO),
  };
}
