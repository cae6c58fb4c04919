// src/reference/normUprating.ts: how fast the national norm has grown, the proposed uprating of income support in current prices.
// In fixed prices the uprating is 0: constant value. The norm is only a part of the support: rent follows its own path.
import { Decimal, rounded } from "../domain/money";
import { normAmount, RIKSNORM_FIRST_YEAR, RIKSNORM_LAST_YEAR } from "./riksnorm";

export interface NormUprating {
  /** Mean growth per year as a fraction, rounded to 6 decimals. */
  readonly perYear: Decimal;
  readonly from: { readonly year: number; readonly krPerMonth: number };
  readonly to: { readonly year: number; readonly krPerMonth: number };
  readonly source: string;
}

/** The norm of a single adult in a household of one, first known year to last: (last / first)^(1 / years) − 1. */
export function normUprating(): NormUprating {
  const amount = (year: number): number =>
    (normAmount(year, "adult", "single") ?? 0) + (normAmount(year, "household", "1") ?? 0);
  const from = { year: RIKSNORM_FIRST_YEAR, krPerMonth: amount(RIKSNORM_FIRST_YEAR) };
  const to = { year: RIKSNORM_LAST_YEAR, krPerMonth: amount(RIKSNORM_LAST_YEAR) };
  const growth = new Decimal(to.krPerMonth).div(from.krPerMonth).pow(new Decimal(1).div(to.year - from.year));
  return {
    perYear: rounded(growth.minus(1), 6),
    from,
    to,
    source: `Riksnormen ${from.year}–${to.year}, ensamstående vuxen med gemensamma kostnader för en person`,
  };
}
