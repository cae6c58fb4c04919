// src/reference/returnReference.ts: the dated values that money back is computed with, in one hand.
import type { ReturnReference } from "../domain/return/returnRows";
import {
  consumerPriceIndex,
  guaranteeLevel,
  highestSicknessCompensation,
  latestIndexYear,
  meanMunicipalTax,
} from "./baseAmounts";
import { BENEFITS } from "./benefits/benefits";
import { normUprating } from "./normUprating";
import { PENSION_AGES } from "./pensionAges";
import { normAmount } from "./riksnorm";
import { SHARES_WITH_REGION, SHARES_WITHOUT_REGION } from "./statutoryShares";

function normOf(year: number): ReturnType<ReturnReference["levels"]["norm"]> {
  const couple = normAmount(year, "adult", "couple");
  const household = normAmount(year, "household", "6");
  const child = normAmount(year, "child", "15-18");
  return couple === null || household === null || child === null ? null : { couple, household, child };
}

export const RETURN_REFERENCE: ReturnReference = {
  pensionAges: PENSION_AGES,
  benefits: BENEFITS,
  shares: { withRegion: SHARES_WITH_REGION, withoutRegion: SHARES_WITHOUT_REGION },
  priceIndex: consumerPriceIndex,
  latestIndexYear,
  normUprating: normUprating(),
  municipalTax: meanMunicipalTax(),
  levels: { guarantee: guaranteeLevel, highestCompensation: highestSicknessCompensation, norm: normOf },
};
