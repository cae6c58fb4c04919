// src/intake/statement/directions.ts: which way round the source's own deviations count, row by row.
import type { Figures } from "./evidence";
import type { StatementTable } from "./statement";

/** +1: outcome − budget; −1: budget − outcome; 0: there is none, it is zero, or it is neither. */
export type Direction = 1 | -1 | 0;

export interface Directions {
  readonly of: ReadonlyMap<number, Direction>;
  /** Deviations that are stated beside an outcome and a budget, and those that are neither difference. */
  readonly stated: number;
  readonly unexplained: readonly number[];
}

interface Triple {
  readonly outcome: number;
  readonly budget: number;
  readonly deviation: number;
}

/** Each row's deviations beside the outcome and budget of the same period. */
export function directionsOf({ columns }: StatementTable, figures: Figures, rows: readonly number[]): Directions {
  const triples = triplesOf(columns);
  const of = new Map<number, Direction>();
  const unexplained: number[] = [];
  let stated = 0;
  for (const row of rows) {
    let sum = 0;
    for (const { outcome, budget, deviation } of triples) {
      if (!figures.has(row, deviation) || (!figures.has(row, outcome) && !figures.has(row, budget))) continue;
      stated++;
      const own = figures.at(row, deviation);
      const difference = figures.at(row, outcome) - figures.at(row, budget);
      const [with_, against] = [Math.abs(own - difference), Math.abs(own + difference)];
      if (Math.min(with_, against) > 1.5) unexplained.push(row);
      else if (Math.abs(with_ - against) > 1.5) sum += with_ < against ? 1 : -1;
    }
    of.set(row, Math.sign(sum) as Direction);
  }
  return { of, stated, unexplained };
}

function triplesOf(columns: StatementTable["columns"]): readonly Triple[] {
  return columns.flatMap(({ measure, period }, deviation) => {
    if (measure !== "deviation") return [];
    const find = (wanted: string): number =>
      columns.findIndex((each) => each.measure === wanted && each.period === period);
    const [outcome, budget] = [find("outcome"), find("budget")];
    return outcome < 0 || budget < 0 ? [] : [{ outcome, budget, deviation }];
  });
}
