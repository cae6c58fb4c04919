// src/reference/provenance.ts: where a reference value comes from and how certain it is.
// Every value in this folder carries both; `memory` is never a default.
import type { Certainty } from "../domain/return/assumptions";

export interface Provenance {
  /** Swedish, as readers see it: law or publisher, and year. Where exactly it was read stands in comments. */
  readonly source: string;
  readonly certainty: Certainty;
}
