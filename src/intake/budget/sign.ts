// src/intake/budget/sign.ts: whether a table writes its costs as negative or as positive numbers.
import type { CostSign } from "../../domain/deviation/budget";
import { folded } from "../../domain/lookupKey";
import { figure } from "./figure";
import type { Money } from "../../domain/money";
import { isIncomeLine } from "./heading";

/** What a table's amounts say. `undecidable`: neither sign has both the most cells and the largest sum, or outcome and budget differ. */
export type SignReading =
  | { readonly kind: "sign"; readonly sign: CostSign; readonly reading: "inferred" | "assumed" }
  | { readonly kind: "undecidable"; readonly negative: number; readonly positive: number };

export interface SignVote {
  readonly line: string;
  readonly outcome: Money | null;
  readonly budget: Money | null;
}

/** The sign that a text states: `kostnader anges med minus`, `costs are negative`; null when it states none. */
export function signStatedIn(text: string): CostSign | null {
  if (text.length > 200 || !/kost|cost|utgift/iu.test(text)) return null;
  const plain = folded(text);
  const match = /\b(?:kostnad(?:er|erna)?|utgift(?:er|erna)?|costs?)\b[^.;]{0,40}?\b(minus|negativ|plus|positiv)/u.exec(
    plain,
  );
  if (match === null || /\b(?:inte|ej|not)\b/u.test(match[0])) return null;
  return /^(?:minus|neg)/u.test(match[1] ?? "") ? "negative" : "positive";
}

interface Tally {
  negative: number;
  positive: number;
  negativeSum: number;
  positiveSum: number;
}

function tallyOf(amounts: readonly (Money | null)[]): Tally {
  const tally: Tally = { negative: 0, positive: 0, negativeSum: 0, positiveSum: 0 };
  for (const amount of amounts) {
    const value = amount === null ? 0 : figure(amount);
    if (value < 0) {
      tally.negative++;
      tally.negativeSum -= value;
    } else if (value > 0) {
      tally.positive++;
      tally.positiveSum += value;
    }
  }
  return tally;
}

function verdict({ negative, positive, negativeSum, positiveSum }: Tally): CostSign | "none" | "split" {
  if (negative === 0 && positive === 0) return "none";
  if (negative > positive && negativeSum > positiveSum) return "negative";
  return positive > negative && positiveSum > negativeSum ? "positive" : "split";
}

/** Lines that are income by name have no vote, unless all are. A table of zeros is assumed to have positive costs. */
export function signOfTable(votes: readonly SignVote[]): SignReading {
  const income = new Map<string, boolean>();
  const isIncome = (line: string): boolean => {
    const known = income.get(line) ?? isIncomeLine(line);
    income.set(line, known);
    return known;
  };
  const costs = votes.filter(({ line }) => !isIncome(line));
  const voting = costs.length > 0 ? costs : votes;
  const outcome = tallyOf(voting.map((vote) => vote.outcome));
  const budget = tallyOf(voting.map((vote) => vote.budget));
  const verdicts = new Set([verdict(outcome), verdict(budget)].filter((each) => each !== "none"));
  const [only] = verdicts;
  if (only === undefined) return { kind: "sign", sign: "positive", reading: "assumed" };
  if (verdicts.size === 1 && only !== "split") return { kind: "sign", sign: only, reading: "inferred" };
  return {
    kind: "undecidable",
    negative: outcome.negative + budget.negative,
    positive: outcome.positive + budget.positive,
  };
}
