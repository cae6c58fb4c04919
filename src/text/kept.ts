// src/text/kept.ts: what the tabs, the final report and the messages say of what people wrote in tabs of ours. Words in kept.sv.ts and kept.en.ts.
import type { OrphanReason } from "../domain/roundTrip/orphanedEdit";
import type { ProblemTexts } from "./problems";

export interface KeptTexts {
  readonly heading: string;
  readonly note: string;
  readonly columns: { readonly place: string; readonly content: string; readonly reason: string };
  readonly reasons: Readonly<Record<OrphanReason, string>>;
}

export type KeptProblemTexts = Pick<
  ProblemTexts,
  | "own-assumption"
  | "own-assumption-unusable"
  | "own-assumption-unreadable"
  | "left-over"
  | "added-assumption"
  | "source-rows-changed"
  | "unfinished-tab"
>;
