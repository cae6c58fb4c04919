// src/domain/usedFunds.ts: granted against used funds, the economy section of a final report (method.md §6).
import type { Decimal } from "./money";
import { shareOf } from "./reconcile";

/** kr, positive. `unused` is negative where more was used than granted; `usedShare` is null when nothing was granted. */
export interface UsedFunds {
  readonly granted: Decimal;
  readonly used: Decimal;
  readonly unused: Decimal;
  readonly usedShare: Decimal | null;
}

export function usedFundsOf(granted: Decimal, used: Decimal): UsedFunds {
  return { granted, used, unused: granted.minus(used), usedShare: shareOf(used, granted) };
}
