// src/cli/ledgerJson.ts: what SIE files among the inputs hold, as the public JSON contract.
import type { Analysis } from "../actions/analysis";
import { krText, type Ore, toKr } from "../domain/money";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Amounts in kr, debit positive; null: no input is a SIE file. */
export function ledgerJson({ ledgers }: Pick<Analysis, "ledgers">): Json {
  if (ledgers.length === 0) return null;
  const kr = (ore: number): string => krText(toKr(ore as Ore));
  return {
    files: ledgers.map(({ ledger }) => ({
      file: ledger.name,
      sieType: ledger.sieType,
      encoding: ledger.encoding,
      program: ledger.program,
      company: ledger.company,
      chart: ledger.chart,
      years: ledger.years.map(({ year, from, to }) => ({ year, from, to })),
      vouchers: ledger.vouchers,
      accounts: ledger.accounts.size,
      records: Object.fromEntries(
        [...ledger.records]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, { rows, sum }]) => [key, { rows, sum: kr(sum) }]),
      ),
    })),
    unmapped: ledgers.flatMap(({ unmapped }) =>
      unmapped.map(({ account, name, ore }) => ({ account, name, sum: kr(ore) })),
    ),
  };
}
