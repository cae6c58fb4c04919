// src/reference/provenance.ts: where a reference value comes from and how certain it is.
// Every value in this folder carries both; `memory` is never a default.
import type { Certainty } from "../domain/assumptions";

export interface Provenance {
  readonly source: string;
  readonly certainty: Certainty;
}
