// src/reference/pensionAges.ts: by birth year, the age from which old-age pension replaces income support and sickness compensation.
// Historic ages are past, decided ones are in a regulation (SFS), forecasts follow the pension agency's cohort table.
import type { PensionAge } from "../domain/return/pensionAge";

// Read in retirement-ages.json of github mathiasboos/Typfallsmodellen, packages/data, at c92e11d.
const COHORTS = "Pensionsmyndigheten, Typfallsmodellen version 4.8";
// Read on regeringen.se (May 2025): 67 for 2026 to 2030; the regulation for 2027 itself has not been read.
const OFFICIAL = "67 år 2026–2030 enligt regeringen (maj 2025)";

type Span = Omit<PensionAge, "birthYear"> & { readonly from: number; readonly to: number };

const SPANS: readonly Span[] = [
  {
    from: 1942,
    to: 1957,
    age: 65,
    status: "historic",
    certainty: "found",
    source: `SFB 33 kap. 16 §, äldre lydelse (65 år före 2023); prop. 2021/22:181 (lag 2022:878–879); ${COHORTS}`,
  },
  {
    from: 1958,
    to: 1959,
    age: 66,
    status: "historic",
    certainty: "found",
    source: `SFB i lydelsen 2023–2025 (66 år); prop. 2021/22:181; ${COHORTS}`,
  },
  {
    from: 1960,
    to: 1960,
    age: 67,
    status: "decided",
    certainty: "found",
    source: `Riktålder för 2027: ${OFFICIAL}; ${COHORTS}`,
  },
  {
    from: 1961,
    to: 1961,
    age: 67,
    status: "decided",
    certainty: "found",
    source: `SFS 2022:1441, 1 §; ${COHORTS}`,
  },
  {
    from: 1962,
    to: 1962,
    age: 67,
    status: "decided",
    certainty: "found",
    source: `SFS 2023:323, 1 §; ${COHORTS}`,
  },
  {
    from: 1963,
    to: 1963,
    age: 67,
    status: "decided",
    certainty: "found",
    source: `SFS 2024:299, 1 §; ${COHORTS}`,
  },
  {
    from: 1964,
    to: 1964,
    age: 67,
    status: "decided",
    certainty: "found",
    source: `SFS 2025:399, 1 §; ${COHORTS}`,
  },
  // No regulation for 2032 has been read: it is a forecast until one is.
  { from: 1965, to: 1966, age: 67, status: "forecast", certainty: "found", source: `Prognos: ${COHORTS}` },
  { from: 1967, to: 1981, age: 68, status: "forecast", certainty: "found", source: `Prognos: ${COHORTS}` },
  { from: 1982, to: 1997, age: 69, status: "forecast", certainty: "found", source: `Prognos: ${COHORTS}` },
  { from: 1998, to: 2010, age: 70, status: "forecast", certainty: "found", source: `Prognos: ${COHORTS}` },
];

/** One row per birth year, 1942–2010, in order. Outside it no age is known: the person's own must be given. */
export const PENSION_AGES: readonly PensionAge[] = SPANS.flatMap(({ from, to, ...rest }) =>
  Array.from({ length: to - from + 1 }, (_, offset) => ({ birthYear: from + offset, ...rest })),
);
