// src/reference/baseAmounts.ts: price base amounts (prisbasbelopp), consumer price index, mean municipal tax, and the guarantee levels that follow from them.
// Used for the price year and the conversion of contributions (CPI), for telling amounts that no level in force comes near, and as the source of a tax share.
import { Decimal } from "../domain/money";
import { type Dated, type Provenance, TYPFALL_VINTAGE } from "./provenance";

/** `consumerPriceIndex` is the yearly mean, 1980 = 100; `municipalTax` a percentage; null: not known. */
export interface BaseAmount extends Dated {
  readonly year: number;
  /** kr per year. */
  readonly priceBaseAmount: number;
  readonly consumerPriceIndex: string | null;
  readonly municipalTax: string | null;
}

// Read in economic-series.json of github mathiasboos/Typfallsmodellen, packages/data, at 01f1cfc, and in the regulations (SFS) as kept in se-lex/sfs. The index
// of 2008 to 2010 and the tax of 2008 are Statistics Sweden's, which that file has wrong. 2027: two news pages, and a press list item of 2026-09-24.
const TYPFALL = "Pensionsmyndigheten, Typfallsmodellen version 4.8; prisbasbelopp.se";

type Row = readonly [number, number, string | null, string | null, string, Provenance["certainty"]];

/** Year, base amount, index, tax, source of the base amount. */
const ROWS: readonly Row[] = [
  [2007, 40300, "290.51", "31.55", TYPFALL, "found"],
  [2008, 41000, "300.61", "31.44", TYPFALL, "found"],
  [2009, 42800, "299.66", "31.52", "SFS 2008:753", "found"],
  [2010, 42400, "303.46", "31.56", "SFS 2009:924", "found"],
  [2011, 42800, "311.43", "31.55", "SFS 2010:1132", "found"],
  [2012, 44000, "314.2", "31.6", "SFS 2011:1015", "found"],
  [2013, 44500, "314.06", "31.73", "SFS 2012:558", "found"],
  [2014, 44400, "313.49", "31.86", "SFS 2013:715", "found"],
  [2015, 44500, "313.35", "31.99", TYPFALL, "found"],
  [2016, 44300, "316.43", "32.1", "SFS 2015:536", "found"],
  [2017, 44800, "322.11", "32.12", "SFS 2016:863", "found"],
  [2018, 45500, "328.4", "32.12", "SFS 2017:865", "found"],
  [2019, 46500, "334.26", "32.19", "SFS 2018:1549", "found"],
  [2020, 47300, "335.92", "32.28", "SFS 2019:572", "found"],
  [2021, 47600, "343.19", "32.27", TYPFALL, "found"],
  [2022, 48300, "371.91", "32.24", TYPFALL, "found"],
  [2023, 52500, "403.7", "32.24", TYPFALL, "found"],
  [2024, 57300, "415.15", "32.37", "SFS 2023:532", "found"],
  [2025, 58800, "417.98", "32.41", "SFS 2024:663", "found"],
  [2026, 59200, null, "32.38", TYPFALL, "found"],
  [2027, 59600, null, null, "SCB, 15 juli 2026, läst i andra hand", "found-secondary"],
];

export const BASE_AMOUNTS: readonly BaseAmount[] = ROWS.map(
  ([year, priceBaseAmount, consumerPriceIndex, municipalTax, source, certainty]) => ({
    year,
    priceBaseAmount,
    consumerPriceIndex,
    municipalTax,
    source,
    certainty,
    validFrom: `${year}-01`,
    validTo: `${year}-12`,
    vintage: source === TYPFALL ? TYPFALL_VINTAGE : source,
    status: "decided",
  }),
);

function yearOfTable(year: number): BaseAmount | undefined {
  return BASE_AMOUNTS.find((each) => each.year === year);
}

/** The yearly mean of the consumer price index, 1980 = 100; null where it is not known. */
export function consumerPriceIndex(year: number): Decimal | null {
  const index = yearOfTable(year)?.consumerPriceIndex ?? null;
  return index === null ? null : new Decimal(index);
}

/** The latest year up to and including this one whose index is known; null: none. */
export function latestIndexYear(upTo: number): number | null {
  return BASE_AMOUNTS.filter((each) => each.year <= upTo && each.consumerPriceIndex !== null).at(-1)?.year ?? null;
}

/** The mean municipal tax of the latest year known, in per cent. */
export function meanMunicipalTax(): { readonly year: number; readonly percent: string } | null {
  const found = BASE_AMOUNTS.filter(({ municipalTax }) => municipalTax !== null).at(-1);
  return found?.municipalTax == null ? null : { year: found.year, percent: found.municipalTax };
}

/** The guarantee level of whole sickness compensation, or of activity compensation by age, as a share of the base amount (SFB 35:18–19, from 2022). */
export interface GuaranteeLevel extends Dated {
  /** Ages in whole years; `to` null: no upper one. */
  readonly age: { readonly from: number; readonly to: number | null };
  readonly share: string;
}

const GUARANTEES: readonly (readonly [number, number | null, string])[] = [
  [19, 20, "2.48"],
  [21, 22, "2.53"],
  [23, 24, "2.58"],
  [25, 26, "2.63"],
  [27, 28, "2.68"],
  [29, 29, "2.73"],
  [30, null, "2.78"],
];

export const GUARANTEE_LEVELS: readonly GuaranteeLevel[] = GUARANTEES.map(([from, to, share]) => ({
  age: { from, to },
  share,
  source: to === null ? "SFB 35 kap. 18 §" : "SFB 35 kap. 19 § (lag 2021:1240)",
  certainty: "found",
  validFrom: "2022-01",
  validTo: null,
  vintage: "2022",
  status: "decided",
}));

/** kr per month, whole: the guarantee level of an age in a year, a twelfth of a yearly amount divisible by 12; null where the base amount or level is not known. */
export function guaranteeLevel(year: number, age: number): number | null {
  const base = yearOfTable(year)?.priceBaseAmount;
  const level = GUARANTEE_LEVELS.find(({ age: { from, to } }) => age >= from && (to === null || age <= to));
  if (base === undefined || level === undefined || `${year}-01` < level.validFrom) return null;
  return new Decimal(base).times(level.share).div(12).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
}

/** Income-related sickness compensation is at most 64.7 % of 7.5 base amounts (SFB 34–36 kap.), per month; null where the base amount is not known. */
export function highestSicknessCompensation(year: number): Decimal | null {
  const base = yearOfTable(year)?.priceBaseAmount;
  return base === undefined ? null : new Decimal(base).times("7.5").times("0.647").div(12);
}
