// src/reference/benefits/levelsInForce.ts: what a full month of a support is, or is at most, in the year that the rules' table is in the prices of.
// Where an amount is missing it is named beside the question, never filled in; an amount far above it is told.
import type { LevelInForce } from "../../domain/return/course/benefitRule";

const YEAR = 2026;
const level = (kr: number, atMost = false): LevelInForce => ({ kr, atMost, year: YEAR });

/** By id of the rule. Column `level_kr_per_month_2026` of the table; guarantee levels follow the price base amount and are worked out. */
export const LEVELS_IN_FORCE: Readonly<Partial<Record<string, LevelInForce>>> = {
  akassa_300: level(27_200, true),
  akassa_200: level(27_200, true),
  akassa_100: level(27_200, true),
  akassa_66: level(8_000, true),
  aktivitetsstod_ink: level(27_200, true),
  aktivitetsstod_grund_jug: level(8_030),
  aktivitetsstod_grund_ovr: level(8_030),
  etableringsersattning: level(6_776),
  // 592 000 kr · 0.776 / 12, to the krona.
  sjukpenning: level(38_283, true),
  sjukersattning: level(13_715),
  jobbpremie: level(3_750, true),
  nystart_25plus: level(15_710, true),
  nystart_20_24: level(15_710, true),
  nystart_nyanland: level(15_710),
  nystart_jug: level(6_284),
  introduktionsjobb: level(21_027, true),
};
