// src/reference/catalogue.ts: every dated value of this folder in one list, so that what holds in a month and what is missing can be told.
import { BASE_AMOUNTS, GUARANTEE_LEVELS } from "./baseAmounts";
import { PENSION_AGES } from "./pensionAges";
import { type Dated, TYPFALL_VINTAGE } from "./provenance";
import { RIKSNORM } from "./riksnorm";

/** One value: `series` is what one value follows another in. */
export interface DatedValue extends Dated {
  readonly series: string;
  readonly value: string;
}

/** Whole ages take over from the month of birth, so a birth year's age holds from its first month to its last. */
function pensionAges(): DatedValue[] {
  return PENSION_AGES.map(({ birthYear, age, status, source, certainty }) => ({
    series: "Riktålder och äldre pensionsålder, för den som fyller den under året",
    value: `${age} år (född ${birthYear})`,
    validFrom: `${birthYear + age}-01`,
    validTo: `${birthYear + age}-12`,
    vintage: status === "forecast" ? TYPFALL_VINTAGE : source,
    status: status === "forecast" ? "forecast" : "decided",
    source,
    certainty,
  }));
}

export const DATED_VALUES: readonly DatedValue[] = [
  ...BASE_AMOUNTS.map((row) => ({ ...row, series: "Prisbasbelopp", value: `${row.priceBaseAmount} kr` })),
  ...BASE_AMOUNTS.flatMap((row) =>
    row.consumerPriceIndex === null
      ? []
      : [{ ...row, series: "Konsumentprisindex, årsmedel (1980 = 100)", value: row.consumerPriceIndex }],
  ),
  ...BASE_AMOUNTS.flatMap((row) =>
    row.municipalTax === null
      ? []
      : [{ ...row, series: "Genomsnittlig kommunalskatt", value: `${row.municipalTax} %` }],
  ),
  ...GUARANTEE_LEVELS.map((row) => ({
    ...row,
    series: `Garantinivå, ${row.age.from}${row.age.to === null ? " år och äldre" : row.age.to === row.age.from ? " år" : `–${row.age.to} år`}`,
    value: `${row.share} prisbasbelopp`,
  })),
  ...RIKSNORM.map(({ year, kind, key, krPerMonth, source, certainty }): DatedValue => ({
    series: `Riksnorm, ${kind} ${key}`,
    value: `${krPerMonth} kr/mån`,
    validFrom: `${year}-01`,
    validTo: `${year}-12`,
    vintage: String(year),
    status: "decided",
    source,
    certainty,
  })),
  ...pensionAges(),
];

/** What holds in a month ("YYYY-MM"), and the series that have values but none then. */
export function holdingIn(month: string): {
  readonly holding: readonly DatedValue[];
  readonly missing: readonly string[];
} {
  const holding = DATED_VALUES.filter(({ validFrom, validTo }) => validFrom <= month && (validTo ?? month) >= month);
  const known = new Set(holding.map(({ series }) => series));
  return {
    holding,
    missing: [...new Set(DATED_VALUES.map(({ series }) => series))].filter((each) => !known.has(each)),
  };
}
