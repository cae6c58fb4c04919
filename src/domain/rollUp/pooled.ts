// src/domain/rollUp/pooled.ts: one line per initiative without names, for associations that pool theirs (method.md §7: groups under five are masked).
import type { FileSummary, InitiativeSummary, Kr } from "./fileSummary";

/** Neither file, sheet nor name: only the figures of one initiative. Amounts as in the summary. */
export interface PooledRow {
  readonly first_year: string | null;
  readonly last_year: string | null;
  readonly budget: Kr | null;
  readonly outcome: Kr | null;
  readonly deviation: Kr | null;
  readonly persons: number | null;
  readonly paid_in: Kr | null;
  readonly paid_back_5: Kr | null;
  readonly ratio_5: string | null;
  readonly payback_month: number | null;
  readonly masked: boolean;
}

export const POOLED_COLUMNS: readonly (keyof PooledRow)[] = [
  "first_year",
  "last_year",
  "budget",
  "outcome",
  "deviation",
  "persons",
  "paid_in",
  "paid_back_5",
  "ratio_5",
  "payback_month",
  "masked",
];

/** Sorted by what they say, so that their order tells nothing of whose they are. */
export function pooledRowsOf(files: readonly FileSummary[]): readonly PooledRow[] {
  const rows = files.flatMap(({ initiatives }) => initiatives.map(pooled));
  return rows
    .map((row) => ({ row, key: JSON.stringify(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}

function pooled({ budget, money }: InitiativeSummary): PooledRow {
  const months = (budget?.lines ?? []).flatMap(({ from, to }) => [from, to]).sort();
  return {
    first_year: months[0]?.slice(0, 4) ?? null,
    last_year: months.at(-1)?.slice(0, 4) ?? null,
    budget: budget?.total.budget ?? null,
    outcome: budget?.total.outcome ?? null,
    deviation: budget?.total.deviation ?? null,
    persons: money?.persons ?? null,
    paid_in: money?.paidIn ?? null,
    paid_back_5: money?.paidBack ?? null,
    ratio_5: money?.ratio ?? null,
    payback_month: money?.paybackMonth ?? null,
    masked: money?.masked ?? false,
  };
}
