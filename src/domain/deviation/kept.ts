// src/domain/deviation/kept.ts: what people wrote in our tabs, kept through every later run.
import type { MaterialLimits } from "./deviation";

/** What stands beside one cost line of an Avvikelse tab. Empty text: nothing written. */
export interface KeptRow {
  readonly line: string;
  readonly cause: string;
  readonly action: string;
  readonly responsible: string;
  readonly done: string;
}

/** One Avvikelse tab's comments and limits. `limits` null: none readable, so the standard ones hold. */
export interface Kept {
  /** The tab's role, such as `avvikelse` or `avvikelse:2`. */
  readonly role: string;
  /** The initiative in the tab's head; comments follow the initiative, not the tab's number. */
  readonly initiative: string | null;
  readonly rows: readonly KeptRow[];
  readonly limits: MaterialLimits | null;
}
