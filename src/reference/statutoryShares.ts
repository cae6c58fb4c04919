// src/reference/statutoryShares.ts: who pays how much of a samordningsförbund's grant by law 2003:1210.
// A local agreement overrides; several municipalities or regions agree among themselves.
import type { StatutoryShares } from "../domain/return/contribution";
import { Decimal } from "../domain/money";
import type { Provenance } from "./provenance";

const LAW = "Lag (2003:1210) om finansiell samordning, i lydelse till och med SFS 2023:644";

/** 5 §: state 1/2 (Försäkringskassan pays for Arbetsförmedlingen too), municipalities together 1/4, regions together 1/4. */
export const SHARES_WITH_REGION: StatutoryShares & Provenance = {
  state: new Decimal("0.5"),
  municipalities: new Decimal("0.25"),
  regions: new Decimal("0.25"),
  source: `${LAW}, 5 §`,
  certainty: "found",
};

/** 5 a §: a municipality outside every region pays the other half. */
export const SHARES_WITHOUT_REGION: StatutoryShares & Provenance = {
  state: new Decimal("0.5"),
  municipalities: new Decimal("0.5"),
  regions: new Decimal(0),
  source: `${LAW}, 5 a §`,
  certainty: "found",
};
