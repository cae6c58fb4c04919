// src/cli/comparisonJson.ts: a follow-up against a snapshot, as part of the public JSON contract.
import type { Comparison, Figures } from "../domain/deviation/comparison";
import { krText } from "../domain/money";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Null: the workbook holds no snapshot of it. `lines` is a list: a line may be gone, and then stands last. */
export function comparisonJson(comparison: Comparison | null): Json {
  if (comparison === null) return null;
  const { snapshot, bookedTo, lines, total } = comparison;
  return {
    snapshot: { sheet: snapshot.sheet, date: snapshot.date, version: snapshot.version },
    bookedTo: bookedTo === "" ? null : bookedTo,
    lines: lines.map(({ costLine, status, then, now, change }) => ({
      costLine,
      status,
      then: figuresJson(then),
      now: figuresJson(now),
      change: figuresJson(change),
    })),
    total: { then: figuresJson(total.then), now: figuresJson(total.now), change: figuresJson(total.change) },
  };
}

function figuresJson(figures: Figures | null): Json {
  if (figures === null) return null;
  const { outcome, budget, amount } = figures;
  return { outcome: krText(outcome), budget: krText(budget), deviation: krText(amount) };
}
