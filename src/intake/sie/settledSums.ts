// src/intake/sie/settledSums.ts: rows with and without object of one label: within the account's row, or beside it (decided per file
// and label, because programs differ), and so what each account comes to in each month.
import type { AccountSums } from "./sieLedger";
import { type SieLedger } from "./sieLedger";
import { isResultAccount } from "./resultAccounts";

/**
 * `within`: the row without object is the account's total. `beside`: it is only what lies on no object. `plain`: no rows with objects, or
 * none that matter. `undecided`: nothing in the file tells. `rows`: every row is an amount of its own, as in vouchers.
 */
export type ObjectRows = "plain" | "within" | "beside" | "undecided" | "rows";

/** What an account comes to in a month. öre. */
export interface AccountMonth {
  readonly account: string;
  /** year × 100 + month; 0: a balance. */
  readonly month: number;
  /** The whole account, with and without objects. */
  readonly total: number;
  /** By the number of the object list, the empty one left out. */
  readonly byList: ReadonlyMap<number, number>;
}

interface Parts {
  own: number | null;
  readonly byList: Map<number, number>;
}

/** How the rows with objects of a label and year stand to those without, by what the file's own totals say (sie-in-practice.md). */
export function objectRowsOf(ledger: SieLedger, label: "PSALDO" | "PBUDGET", year: number): ObjectRows {
  const sums = ledger.balances.get(label)?.get(year);
  if (sums === undefined) return "plain";
  let [within, beside, open] = [0, 0, 0];
  for (const [account, { own, objects, together }] of byAccount(sums, ledger)) {
    if (!together) continue;
    const reference = label === "PSALDO" ? referenceOf(ledger, account, year) : null;
    if (objects === 0) continue;
    if (reference === own) within++;
    else if (reference === own + objects) beside++;
    else if (own === objects) within++;
    else open++;
  }
  if (within > 0 && beside === 0) return "within";
  if (beside > 0 && within === 0) return "beside";
  if (within + beside + open === 0) return "plain";
  return "undecided";
}

/** Per account with rows of both sorts: its sums over all months. */
function byAccount(
  sums: AccountSums,
  ledger: SieLedger,
): ReadonlyMap<string, { own: number; objects: number; together: boolean }> {
  const found = new Map<string, { own: number; objects: number; together: boolean }>();
  for (const [account, months] of partsOf(sums)) {
    let [own, objects, together] = [0, 0, false];
    for (const parts of months.values()) {
      own += parts.own ?? 0;
      objects += objectsOf(parts.byList, ledger) ?? 0;
      if (parts.own !== null && parts.byList.size > 0) together = true;
    }
    found.set(account, { own, objects, together });
  }
  return found;
}

/** What the account comes to in the year: #RES, for a balance account #UB − #IB; null: the file does not say. */
function referenceOf(ledger: SieLedger, account: string, year: number): number | null {
  const of = (label: string): number | null => {
    const sums = ledger.balances.get(label)?.get(year)?.byAccount.get(account);
    return sums === undefined ? null : [...sums.values()].reduce((all, ore) => all + ore, 0);
  };
  if (isResultAccount(account)) return of("RES");
  const closing = of("UB");
  return closing === null ? null : closing - (of("IB") ?? 0);
}

/**
 * Every account and month of a label and year, settled. Where an account has rows with objects and none without in a month, the objects'
 * rows are the amount. `undecided` counts as `within`: whoever asks must not use it before it is answered.
 */
export function settledSums(sums: AccountSums, how: ObjectRows, ledger: SieLedger): readonly AccountMonth[] {
  const settled: AccountMonth[] = [];
  for (const [account, months] of partsOf(sums)) {
    for (const [month, { own, byList }] of months) {
      const objects = (how === "rows" ? plainSum(byList) : objectsOf(byList, ledger)) ?? 0;
      const total = own === null ? objects : how === "beside" || how === "rows" ? own + objects : own;
      settled.push({ account, month, total, byList });
    }
  }
  return settled;
}

function partsOf(sums: AccountSums): ReadonlyMap<string, ReadonlyMap<number, Parts>> {
  const accounts = new Map<string, Map<number, Parts>>();
  for (const { account, month, list, ore } of sums.entries()) {
    const months = accounts.get(account) ?? new Map<number, Parts>();
    accounts.set(account, months);
    const parts = months.get(month) ?? { own: null, byList: new Map<number, number>() };
    months.set(month, parts);
    if (list === 0) parts.own = (parts.own ?? 0) + ore;
    else parts.byList.set(list, (parts.byList.get(list) ?? 0) + ore);
  }
  return accounts;
}

/**
 * The rows with objects together. A row with two pairs is one amount; rows that each name one dimension may be the same amounts once per
 * dimension: where the dimensions' sums are equal they are counted once. Null: none.
 */
function objectsOf(byList: ReadonlyMap<number, number>, ledger: SieLedger): number | null {
  if (byList.size === 0) return null;
  const byDimensions = new Map<string, number>();
  for (const [list, ore] of byList) {
    const key = (ledger.objectLists[list] ?? [])
      .map(({ dimension }) => dimension)
      .sort()
      .join(" ");
    byDimensions.set(key, (byDimensions.get(key) ?? 0) + ore);
  }
  const sums = [...byDimensions.values()];
  const [first] = sums;
  if (sums.length > 1 && sums.every((sum) => sum === first)) return first ?? 0;
  return plainSum(byList);
}

function plainSum(byList: ReadonlyMap<number, number>): number {
  return [...byList.values()].reduce((all, ore) => all + ore, 0);
}
