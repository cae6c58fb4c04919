// src/text/ledger.ts: which words a SIE file needs: problems that only a ledger has.
import type { ProblemTexts } from "./problems";
import type { ProblemCode } from "../domain/problem";

export type LedgerProblemTexts = Pick<
  ProblemTexts,
  Extract<ProblemCode, `ledger-${string}` | `posting-${string}` | "not-a-ledger" | "not-a-table">
>;
