// src/intake/budget/figure.ts: an amount as a plain number, for comparing only; nothing is computed from it.
import { type Money, toKr } from "../../domain/money";

/** kr. */
export function figure(money: Money): number {
  return typeof money === "number" ? money / 100 : toKr(money).toNumber();
}
