// src/intake/sie/ledgerOutcome.ts: where a file's outcome by month is taken from (#PSALDO, vouchers, or #RES for the year), and its budget.
import { AccountSums, type SieLedger, type SieYear } from "./sieLedger";
import { isResultAccount, isYearsResult } from "./resultAccounts";
import { type AccountMonth, type ObjectRows, objectRowsOf, settledSums } from "./settledSums";

/** Which records the outcome is taken from. */
export type OutcomeSource = "PSALDO" | "TRANS" | "RES" | "none";

/** The outcome of a year per result account and month (0: the whole year, from #RES). */
export interface LedgerOutcome {
  readonly source: OutcomeSource;
  readonly amounts: readonly AccountMonth[];
  readonly objectRows: ObjectRows;
  /** Accounts whose months do not come to what #RES states; öre. */
  readonly differs: readonly { readonly account: string; readonly months: number; readonly stated: number }[];
  /** Months outside the year that they stand under, placed by their month. */
  readonly misplaced: number;
}

export interface LedgerBudget {
  readonly amounts: readonly AccountMonth[];
  readonly objectRows: ObjectRows;
  /** Rows under another year than their month's: exact doubles are dropped, the others placed by month. */
  readonly misplaced: number;
  readonly doubles: number;
  /** The same account and month with two amounts. */
  readonly conflicts: readonly { readonly account: string; readonly month: number }[];
  /** Every row of the year's budget stood under another year number. */
  readonly onlyMisplaced: boolean;
}

/** First and last month of an accounting year, year × 100 + month; null: the file does not say. */
export function monthsOfYear(year: SieYear | undefined): { readonly from: number; readonly to: number } | null {
  if (year === undefined || year.from === null || year.to === null) return null;
  const month = (date: string): number => Number(date.slice(0, 4)) * 100 + Number(date.slice(5, 7));
  return month(year.from) <= month(year.to) ? { from: month(year.from), to: month(year.to) } : null;
}

const isUsed = (account: string): boolean => isResultAccount(account) && !isYearsResult(account);

/**
 * The outcome of year 0 (or the one asked for), by the source that comes to what #RES states for most accounts. `how`: what a person says of
 * rows with objects; null: what the file tells.
 */
export function outcomeOf(ledger: SieLedger, year = 0, how: ObjectRows | null = null): LedgerOutcome {
  const span = monthsOfYear(ledger.years.find((each) => each.year === year));
  const stated = totalsOf(ledger.balances.get("RES")?.get(year));
  const candidates = [fromVouchers(ledger, span), fromMonths(ledger, year, span, how)].flatMap((candidate) => {
    if (candidate === null) return [];
    const differs = stated.size === 0 ? [] : differences(candidate.amounts, stated);
    return [{ ...candidate, differs }];
  });
  // Vouchers first: they open to their rows. The file's own totals decide between the two.
  const best = candidates.sort((a, b) => a.differs.length - b.differs.length)[0];
  if (best?.differs.length === 0) return best;
  if (stated.size > 0) {
    const amounts = [...stated].map(([account, ore]) => ({
      account,
      month: 0,
      total: ore,
      byList: new Map<number, number>(),
    }));
    return { source: "RES", amounts, objectRows: "plain", differs: best?.differs ?? [], misplaced: 0 };
  }
  return best ?? { source: "none", amounts: [], objectRows: "plain", differs: [], misplaced: 0 };
}

function fromVouchers(ledger: SieLedger, span: Span): Omit<LedgerOutcome, "differs"> | null {
  const amounts = withinSpan(settledSums(ledger.transactions, "rows", ledger), span);
  return amounts.length === 0 ? null : { source: "TRANS", amounts, objectRows: "rows", misplaced: 0 };
}

type Span = { readonly from: number; readonly to: number } | null;

function withinSpan(amounts: readonly AccountMonth[], span: Span): readonly AccountMonth[] {
  return amounts.filter(
    ({ account, month }) => isUsed(account) && (span === null || (month >= span.from && month <= span.to)),
  );
}

function fromMonths(
  ledger: SieLedger,
  year: number,
  span: Span,
  how: ObjectRows | null,
): Omit<LedgerOutcome, "differs"> | null {
  const { sums, misplaced } = gathered(ledger, "PSALDO", year, span);
  if (sums === null) return null;
  const objectRows = how ?? objectRowsOf(ledger, "PSALDO", year);
  const amounts = withinSpan(settledSums(sums, objectRows, ledger), span);
  return amounts.length === 0 ? null : { source: "PSALDO", amounts, objectRows, misplaced };
}

interface Gathered {
  readonly sums: AccountSums | null;
  readonly misplaced: number;
  readonly doubles: number;
  readonly conflicts: readonly { readonly account: string; readonly month: number }[];
  readonly own: number;
}

/** The rows of a label whose months lie in the year, also those that stand under another year number; exact doubles once. */
function gathered(ledger: SieLedger, label: "PSALDO" | "PBUDGET", year: number, span: Span): Gathered {
  const years = ledger.balances.get(label);
  const own = years?.get(year) ?? null;
  if (years === undefined || span === null)
    return { sums: own, misplaced: 0, doubles: 0, conflicts: [], own: own?.byAccount.size ?? 0 };
  const sums = new AccountSums();
  const placed = new Map<string, number>();
  const conflicts: { account: string; month: number }[] = [];
  let [misplaced, doubles, ownRows] = [0, 0, 0];
  const inside = (month: number): boolean => month >= span.from && month <= span.to;
  for (const entry of own?.entries() ?? []) {
    if (!inside(entry.month)) continue;
    sums.add(entry.account, entry.month, entry.list, entry.ore);
    placed.set(`${entry.account} ${entry.month} ${entry.list}`, entry.ore);
    ownRows++;
  }
  for (const [other, otherSums] of years) {
    if (other === year) continue;
    for (const { account, month, list, ore } of otherSums.entries()) {
      if (!inside(month)) continue;
      misplaced++;
      const before = placed.get(`${account} ${month} ${list}`);
      if (before === ore) doubles++;
      else if (before !== undefined) conflicts.push({ account, month });
      else sums.add(account, month, list, ore);
    }
  }
  const empty = sums.byAccount.size === 0;
  return { sums: empty ? null : sums, misplaced, doubles, conflicts, own: ownRows };
}

/** The year's budget, month by month, placed by month. */
export function budgetOf(ledger: SieLedger, year = 0, how: ObjectRows | null = null): LedgerBudget | null {
  const span = monthsOfYear(ledger.years.find((each) => each.year === year));
  const { sums, misplaced, doubles, conflicts, own } = gathered(ledger, "PBUDGET", year, span);
  if (sums === null) return null;
  const objectRows = how ?? objectRowsOf(ledger, "PBUDGET", own > 0 ? year : yearWithBudget(ledger));
  const amounts = withinSpan(settledSums(sums, objectRows, ledger), span);
  if (amounts.length === 0) return null;
  return { amounts, objectRows, misplaced, doubles, conflicts, onlyMisplaced: own === 0 && misplaced > 0 };
}

function yearWithBudget(ledger: SieLedger): number {
  return [...(ledger.balances.get("PBUDGET")?.keys() ?? [0])][0] ?? 0;
}

/** Amounts of the used records that lie outside the year, and are in no figure: months of accounts, and their sum in öre. */
export function outsideYear(
  ledger: SieLedger,
  { source }: LedgerOutcome,
): { readonly amounts: number; readonly ore: number } {
  const span = monthsOfYear(ledger.years.find(({ year }) => year === 0));
  const used = [
    source === "TRANS" ? ledger.transactions : source === "PSALDO" ? ledger.balances.get("PSALDO")?.get(0) : undefined,
    ledger.balances.get("PBUDGET")?.get(0),
  ];
  let [amounts, sum] = [0, 0];
  if (span === null) return { amounts, ore: sum };
  for (const { account, month, ore } of used.flatMap((sums) => [...(sums?.entries() ?? [])])) {
    if (!isUsed(account) || (month >= span.from && month <= span.to) || ore === 0) continue;
    amounts++;
    sum += ore;
  }
  return { amounts, ore: sum };
}

function totalsOf(sums: AccountSums | undefined): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { account, ore } of sums?.entries() ?? []) {
    if (isUsed(account)) totals.set(account, (totals.get(account) ?? 0) + ore);
  }
  return totals;
}

function differences(amounts: readonly AccountMonth[], stated: ReadonlyMap<string, number>): LedgerOutcome["differs"] {
  const months = new Map<string, number>();
  for (const { account, total } of amounts) months.set(account, (months.get(account) ?? 0) + total);
  return [...new Set([...months.keys(), ...stated.keys()])].flatMap((account) => {
    const [sum, said] = [months.get(account) ?? 0, stated.get(account) ?? 0];
    return sum === said ? [] : [{ account, months: sum, stated: said }];
  });
}
