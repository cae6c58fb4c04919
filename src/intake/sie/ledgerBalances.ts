// src/intake/sie/ledgerBalances.ts: the checks of a file's own arithmetic that are worth a remark; none of them stops a figure
// (sie-in-practice.md: which hold in how many files). What is ordinary (IB or UB + RES not summing to 0) says nothing.
import { krText, type Ore, toKr } from "../../domain/money";
import { problem, type Problem } from "../../domain/problem";
import { isResultAccount } from "./resultAccounts";
import type { AccountSums, SieLedger } from "./sieLedger";

/** IB + vouchers = UB per balance account, and ΣUB + ΣRES = ΣIB: one remark each, with the first account and how many there are. */
export function balanceProblems(ledger: SieLedger): readonly Problem[] {
  return [...openingToClosing(ledger), ...wholeFile(ledger)];
}

function openingToClosing(ledger: SieLedger): readonly Problem[] {
  const closing = byAccount(ledger.balances.get("UB")?.get(0));
  if (closing.size === 0 || ledger.vouchers === 0) return [];
  const opening = byAccount(ledger.balances.get("IB")?.get(0));
  const moved = byAccount(ledger.transactions);
  const differing = [...new Set([...closing.keys(), ...opening.keys()])].flatMap((account) => {
    if (isResultAccount(account)) return [];
    const difference = (closing.get(account) ?? 0) - (opening.get(account) ?? 0) - (moved.get(account) ?? 0);
    return difference === 0 ? [] : [{ account, difference }];
  });
  const [first] = differing;
  if (first === undefined) return [];
  const params = { account: first.account, difference: krText(toKr(first.difference as Ore)), count: differing.length };
  return [problem("ledger-balance", null, params)];
}

function wholeFile(ledger: SieLedger): readonly Problem[] {
  const sum = (label: string): number | null => ledger.records.get(`${label}[0]`)?.sum ?? null;
  const [opening, closing, result] = [sum("IB"), sum("UB"), sum("RES")];
  if (opening === null || closing === null || result === null) return [];
  const difference = closing + result - opening;
  if (difference === 0) return [];
  return [problem("ledger-sums", null, { difference: krText(toKr(difference as Ore)) })];
}

function byAccount(sums: AccountSums | undefined): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { account, ore } of sums?.entries() ?? []) totals.set(account, (totals.get(account) ?? 0) + ore);
  return totals;
}
