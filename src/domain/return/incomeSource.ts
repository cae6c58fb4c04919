// src/domain/return/incomeSource.ts: the supports people live on, and who pays them.
// The table is editable data; nothing here knows a particular support.
import type { Certainty } from "./assumptions";
import type { Decimal } from "../money";
import { sum, ZERO } from "../money";
import { lookupKey } from "../lookupKey";

/** A share of a support that one agency pays. `payer`: an agency's name, or `Kommun` / `Region` for whichever is concerned. */
export interface PayerShare {
  readonly payer: string;
  readonly share: Decimal;
}

/** Told apart in every result: money that is not paid out any more, or staff time that can be used for somebody else. */
export type SavingKind = "lower-spending" | "freed-capacity";

export interface IncomeSource {
  /** As shown; the key in every table. */
  readonly name: string;
  readonly synonyms: readonly string[];
  /** Shares sum to 1; empty, or all 0: nobody pays (work, own means). */
  readonly payers: readonly PayerShare[];
  /** `age-30`: ends the month somebody turns 30. Every support ends with the pension. */
  readonly ends: "pension" | "age-30";
  /** One amount for a household: two participants of one household count once. */
  readonly perHousehold: boolean;
  /** The income is taxed; used only where the optional tax effect is on. */
  readonly taxed: boolean;
  readonly saving: SavingKind;
  readonly note: string | null;
  readonly certainty: Certainty;
  /** Where a person changed who pays it on Antaganden: what holds without that. */
  readonly unedited?: Pick<IncomeSource, "payers" | "saving" | "taxed">;
}

/**
 * Finds sources by name or synonym: the index, −1 when no row of the table has it. A name goes before a synonym, an earlier row before a later.
 * Each spelling is worked out once, as a table of participants repeats a few of them thousands of times.
 */
export function sourceFinder(sources: readonly IncomeSource[]): (text: string) => number {
  const byKey = new Map<string, number>();
  const add = (text: string, index: number): void => {
    const key = lookupKey(text);
    if (key !== "" && !byKey.has(key)) byKey.set(key, index);
  };
  sources.forEach(({ name }, index) => {
    add(name, index);
  });
  sources.forEach(({ synonyms }, index) => {
    synonyms.forEach((synonym) => {
      add(synonym, index);
    });
  });
  const seen = new Map<string, number>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const index = byKey.get(lookupKey(text)) ?? -1;
    seen.set(text, index);
    return index;
  };
}

export interface SourceProblem {
  readonly code: "shares-not-one" | "share-out-of-range" | "duplicate-source";
  readonly source: string;
  /** The sum of the shares, or the share. */
  readonly value: Decimal;
}

/** What is wrong in a table of sources: shares must be within 0–1 and sum to 1, or nobody pays; a name or synonym stands for one source. */
export function sourceProblems(sources: readonly IncomeSource[]): SourceProblem[] {
  const problems: SourceProblem[] = [];
  const seen = new Set<string>();
  for (const { name, synonyms, payers } of sources) {
    const total = sum(payers.map(({ share }) => share));
    if (!total.isZero() && !total.eq(1)) problems.push({ code: "shares-not-one", source: name, value: total });
    for (const { share } of payers) {
      if (share.lt(0) || share.gt(1)) problems.push({ code: "share-out-of-range", source: name, value: share });
    }
    for (const key of new Set([name, ...synonyms].map(lookupKey))) {
      if (seen.has(key)) problems.push({ code: "duplicate-source", source: name, value: ZERO });
      seen.add(key);
    }
  }
  return problems;
}
