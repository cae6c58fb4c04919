// src/reference/provenance.ts: where a reference value comes from, how certain it is, when it holds and which edition it was read in.
// Every value in this folder carries source and certainty; `memory` is never a default. How to add a year: docs/reference.md.
import type { Certainty } from "../domain/return/assumptions";

export interface Provenance {
  /** Swedish, as readers see it: law or publisher, and year. Where exactly it was read stands in comments. */
  readonly source: string;
  readonly certainty: Certainty;
}

/** A value with the months it holds. */
export interface Dated extends Provenance {
  /** "YYYY-MM". */
  readonly validFrom: string;
  /** "YYYY-MM", the last month; null: until something else is decided. */
  readonly validTo: string | null;
  /** The edition of the source that it was read in, such as a version or a date; readers see it beside a forecast. */
  readonly vintage: string;
  readonly status: "decided" | "forecast";
}

/** The edition of Pensionsmyndigheten's model that its series and forecasts were read in. */
export const TYPFALL_VINTAGE = "Typfallsmodellen 4.8";
