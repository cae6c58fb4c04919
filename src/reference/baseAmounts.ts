// src/reference/baseAmounts.ts: price base amounts (prisbasbelopp), consumer price index and mean municipal tax per year.
// The guarantee level of sickness compensation follows from the base amount: share · base amount, rounded to a yearly amount divisible by 12.
import { Decimal } from "../domain/money";
import type { Provenance } from "./provenance";

/** kr per year; null: not found. `consumerPriceIndex` is the yearly mean, 1980 = 100; `municipalTax` a percentage. */
export interface BaseAmount extends Provenance {
  readonly year: number;
  readonly priceBaseAmount: number;
  readonly raisedPriceBaseAmount: number;
  readonly incomeBaseAmount: number | null;
  readonly consumerPriceIndex: string | null;
  readonly municipalTax: string | null;
}

// Read in economic-series.json of github mathiasboos/Typfallsmodellen, packages/data, at 01f1cfc, and in the regulations (SFS) as kept in se-lex/sfs.
const TYPFALL = "Pensionsmyndigheten, Typfallsmodellen version 4.8; prisbasbelopp.se";

type Row = readonly [
  number,
  number,
  number,
  number | null,
  string | null,
  string | null,
  string,
  Provenance["certainty"],
];

const ROWS: readonly Row[] = [
  [2007, 40300, 41100, 45900, "290.51", "31.55", TYPFALL, "found"],
  [2008, 41000, 41800, 48000, "300.61", "31.44", TYPFALL, "found"],
  [2009, 42800, 43600, 50900, "299.66", "31.52", "SFS 2008:753", "found"],
  [2010, 42400, 43300, 51100, "303.46", "31.56", "SFS 2009:924", "found"],
  [2011, 42800, 43700, 52100, "311.43", "31.55", "SFS 2010:1132", "found"],
  [2012, 44000, 44900, 54600, "314.2", "31.6", "SFS 2011:1015", "found"],
  [2013, 44500, 45400, 56600, "314.06", "31.73", "SFS 2012:558", "found"],
  [2014, 44400, 45300, 56900, "313.49", "31.86", "SFS 2013:715", "found"],
  [2015, 44500, 45400, 58100, "313.35", "31.99", TYPFALL, "found"],
  [2016, 44300, 45200, 59300, "316.43", "32.1", "SFS 2015:536", "found"],
  [2017, 44800, 45700, 61500, "322.11", "32.12", "SFS 2016:863", "found"],
  [2018, 45500, 46500, 62500, "328.4", "32.12", "SFS 2017:865", "found"],
  [2019, 46500, 47400, 64400, "334.26", "32.19", "SFS 2018:1549", "found"],
  [2020, 47300, 48300, 66800, "335.92", "32.28", "SFS 2019:572", "found"],
  [2021, 47600, 48600, 68200, "343.19", "32.27", TYPFALL, "found"],
  [2022, 48300, 49300, 71000, "371.91", "32.24", TYPFALL, "found"],
  [2023, 52500, 53500, 74300, "403.7", "32.24", TYPFALL, "found"],
  [2024, 57300, 58500, 76200, "415.15", "32.37", "SFS 2023:532", "found"],
  [2025, 58800, 60000, 80600, "417.98", "32.41", "SFS 2024:663", "found"],
  [2026, 59200, 60500, 83400, null, "32.38", TYPFALL, "found"],
  [
    2027,
    59600,
    60900,
    null,
    null,
    null,
    // Two news pages, and a press list item of 2026-09-24 that the amount is set.
    "SCB, 15 juli 2026, läst i andra hand",
    "found-secondary",
  ],
];

export const BASE_AMOUNTS: readonly BaseAmount[] = ROWS.map(
  ([
    year,
    priceBaseAmount,
    raisedPriceBaseAmount,
    incomeBaseAmount,
    consumerPriceIndex,
    municipalTax,
    source,
    certainty,
  ]) => ({
    year,
    priceBaseAmount,
    raisedPriceBaseAmount,
    incomeBaseAmount,
    consumerPriceIndex,
    municipalTax,
    source,
    certainty,
  }),
);

/** The yearly mean of the consumer price index, 1980 = 100; null where it is not known. */
export function consumerPriceIndex(year: number): Decimal | null {
  const index = BASE_AMOUNTS.find((each) => each.year === year)?.consumerPriceIndex ?? null;
  return index === null ? null : new Decimal(index);
}

/** The latest year up to and including this one whose index is known; null: none. */
export function latestIndexYear(upTo: number): number | null {
  return BASE_AMOUNTS.filter((each) => each.year <= upTo && each.consumerPriceIndex !== null).at(-1)?.year ?? null;
}
