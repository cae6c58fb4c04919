// src/intake/sie/resultAccounts.ts: which accounts are income and which are costs, by #KTYP, by their number and by their amounts.
import type { AccountType } from "./sieLedger";

/** Outside every line: the year's own result (899x), internal accounts (class 9), and what the file does not tell about class 8. */
export type AccountKind = "income" | "cost" | "outside";

/** An account of the classes that make the result, by number: 3–8. */
export function isResultAccount(account: string): boolean {
  return /^[3-8]/u.test(account);
}

/** The year's result, which stands among the #RES rows of many files and is neither cost nor income. */
export function isYearsResult(account: string): boolean {
  return /^899\d/u.test(account);
}

/**
 * What an account is. Class 3 is income and 4–7 costs by number; #KTYP decides class 8. Where #KTYP says otherwise than the number, the
 * sign of the account's amounts decides (credit is income), and `against` tells that it did. `ore`: its sum, debit positive.
 */
export function accountKind(
  account: string,
  type: AccountType | null,
  ore: number,
): { readonly kind: AccountKind; readonly against: boolean } {
  if (isYearsResult(account) || !isResultAccount(account)) return { kind: "outside", against: false };
  const byType = type === "I" ? "income" : type === "K" ? "cost" : null;
  const byNumber = account.startsWith("3") ? "income" : account.startsWith("8") ? null : "cost";
  if (byNumber === null) return { kind: byType ?? bySign(ore), against: false };
  if (byType === null || byType === byNumber) return { kind: byNumber, against: false };
  return { kind: ore === 0 ? byNumber : bySign(ore), against: ore !== 0 };
}

function bySign(ore: number): "income" | "cost" {
  return ore < 0 ? "income" : "cost";
}
