// src/intake/joined/ledgerOnPlan.ts: the outcome of a ledger on the lines of a plan: by the plan's account numbers, else by what the lines are called.
import type { BudgetEntry, BudgetTable, LineKind } from "../../domain/deviation/budget";
import { lookupKey } from "../../domain/lookupKey";
import { type Money, moneyFromDecimal, type Ore, toKr } from "../../domain/money";
import { overlaps, type Period } from "../../domain/period";

export interface LedgerOnPlan {
  readonly table: BudgetTable;
  /** Lines of the chart of accounts that are another line of the plan: `Lokalkostnader` → `Lokaler`. */
  readonly matched: readonly { readonly line: string; readonly planned: string }[];
  /** Income that a plan of costs alone says nothing of, left out. öre, as the ledger has it. */
  readonly income: LeftOut;
  /** What lies wholly before or after the plan's periods, left out: another year's outcome is no deviation from this one's plan. */
  readonly outside: LeftOut & { readonly periods: readonly Period[] };
}

/** öre, debit positive. */
interface LeftOut {
  readonly entries: readonly BudgetEntry[];
  readonly ore: number;
}

/** What lines of the charts of accounts are called in plans. */
const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  Personalkostnader: [
    "personal",
    "personalkostnad",
    "loner",
    "lonekostnader",
    "lon",
    "lonerinklsocialaavgifter",
    "personalresurser",
  ],
  Lokalkostnader: ["lokaler", "lokal", "lokalkostnad", "lokalhyra", "lokalhyror", "hyra", "hyror"],
  Resor: ["resa", "resekostnader", "resorochlogi", "reserochlogi", "resorochuppehalle"],
  Utbildning: ["utbildningar", "utbildningskostnader", "kompetensutveckling"],
  "IT och tele": ["it", "ittele", "itochtelefoni", "telefoni", "itkostnader"],
  "Konsulter och övriga tjänster": [
    "konsulter",
    "konsultkostnader",
    "externatjanster",
    "kopavtjanster",
    "tjanster",
    "kopta tjanster",
  ],
  "Köp av verksamhet": ["koptverksamhet", "koptaverksamheter"],
  "Övriga kostnader": [
    "ovrigt",
    "ovrigakostnad",
    "ovrigadriftskostnader",
    "drift",
    "driftskostnader",
    "ovrigaomkostnader",
  ],
  "Administration/OH": ["administration", "oh", "overhead", "ohkostnader", "administrativakostnader"],
  Avskrivningar: ["avskrivning"],
  Intäkter: ["intakt", "ovrigaintakter"],
  "Bidrag (intäkt)": ["bidrag", "statsbidrag", "driftbidrag"],
};

/**
 * `outcome`: of a ledger, debit positive, each entry with its account. Entries go to the plan's line with the longest account number that the
 * account begins with (`50 Lokaler`, a column of accounts), else to the one that is called as the account's line is; else they keep their own.
 * Amounts are turned to the plan's way of writing.
 */
export function ledgerOnPlan(outcome: BudgetTable, plan: BudgetTable): LedgerOnPlan {
  const income = outcome.entries.filter(({ line }) => outcome.kinds[line] === "income");
  const onlyCosts = plan.orientation === "costs-only" && plan.kinds.every((kind) => kind === "cost");
  const outside = entriesOutside(outcome, plan);
  const left = new Set([...outside, ...(onlyCosts ? income : [])]);
  const entries = outcome.entries.filter((entry) => !left.has(entry));
  const numbers = accountsOf(plan);
  const matched = new Map<string, string>();
  const lines: string[] = [];
  const kinds: LineKind[] = [];
  const lineOf = (name: string, kind: LineKind): number => {
    const found = lines.findIndex((line, at) => lookupKey(line) === lookupKey(name) && kinds[at] === kind);
    if (found >= 0) return found;
    kinds.push(kind);
    return lines.push(name) - 1;
  };
  const placed = entries.map((entry): BudgetEntry => {
    const [own, kind] = [outcome.lines[entry.line]!, outcome.kinds[entry.line]!];
    const byNumber = longest(numbers, entry.account?.split(" ")[0] ?? "");
    const at = byNumber ?? calledSo(plan, own);
    if (at === null) return { ...entry, line: lineOf(own, kind) };
    const planned = plan.lines[at]!;
    if (byNumber === null && lookupKey(planned) !== lookupKey(own)) matched.set(own, planned);
    return { ...entry, line: lineOf(planned, plan.kinds[at] ?? kind) };
  });
  const turn = turnedFor(plan);
  const periods = outcome.periods.map((_, at) => at).filter((at) => !outside.some(({ period }) => period === at));
  return {
    matched: [...matched].map(([line, planned]) => ({ line, planned })),
    income: leftOut(onlyCosts ? income.filter((entry) => !outside.includes(entry)) : []),
    outside: {
      ...leftOut(outside),
      periods: outcome.periods.filter((_, at) => outside.some(({ period }) => period === at)),
    },
    table: {
      ...outcome,
      periods: periods.map((period) => outcome.periods[period]!),
      lines,
      kinds,
      sign: plan.sign,
      orientation: kinds.includes("income")
        ? plan.orientation === "costs-only" || plan.orientation === "income-only"
          ? turn.orientation
          : plan.orientation
        : plan.orientation,
      entries: placed.map((entry) => ({
        ...entry,
        period: periods.indexOf(entry.period),
        outcome: turn.amount(entry.outcome, kinds[entry.line]!),
      })),
      controlTotals: [],
    },
  };
}

function leftOut(entries: readonly BudgetEntry[]): LeftOut {
  return {
    entries,
    ore: entries.reduce((sum, { outcome }) => sum + Number(toKr(outcome ?? (0 as Ore)).times(100)), 0),
  };
}

/** Of the outcome, what lies wholly outside the span of the plan's periods; nothing where all of it does: then the two differ. */
function entriesOutside({ entries, periods }: BudgetTable, plan: BudgetTable): readonly BudgetEntry[] {
  const planned = plan.entries.map(({ period }) => plan.periods[period]!);
  const span = {
    from: Math.min(...planned.map(({ from }) => from)),
    to: Math.max(...planned.map(({ to }) => to)),
  };
  const outside = entries.filter(({ period }) => !overlaps(span, periods[period]!));
  return outside.length === entries.length ? [] : outside;
}

/** From debit positive to how the plan writes income and costs. */
function turnedFor({ orientation, sign }: BudgetTable): {
  readonly orientation: BudgetTable["orientation"];
  readonly amount: (amount: Money | null, kind: LineKind) => Money | null;
} {
  const whole = orientation === "costs-only" || orientation === "income-only";
  const written = whole ? (sign === "negative" ? "costs-negative" : "all-positive") : orientation;
  const turns = (kind: LineKind): boolean =>
    written === "costs-negative" || (written === "all-positive" && kind === "income");
  return {
    orientation: written,
    amount: (amount, kind) => (amount !== null && turns(kind) ? negated(amount) : amount),
  };
}

function negated(amount: Money): Money {
  return typeof amount === "number" ? ((0 - amount) as Ore) : moneyFromDecimal(amount.negated());
}

/** Account numbers, or the beginnings of them, with the plan's line: from a column of accounts or before the lines' names. */
function accountsOf({ lines, entries }: BudgetTable): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { account, line } of entries) {
    const number = /^\d{1,8}(?!\d)/u.exec(account ?? "")?.[0];
    if (number !== undefined) found.set(number, line);
  }
  lines.forEach((name, line) => {
    for (const number of numbersBefore(name)) found.set(number, line);
  });
  return found;
}

/** `5010 Lokalhyra`, `50-51 Lokaler`, `50, 51 Lokaler`: accounts or groups of accounts before the name. */
function numbersBefore(name: string): readonly string[] {
  const head = /^(\d{2,8}(?:\s*[-\u2013,/]\s*\d{2,8})*)[ .:]*\p{L}/u.exec(name)?.[1]?.trim();
  if (head === undefined) return [];
  const [from, to] = /^(\d{2,4})\s*[-\u2013]\s*(\d{2,4})$/u.exec(head)?.slice(1) ?? [];
  if (from !== undefined && from.length === to?.length && Number(to) > Number(from))
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, step) => String(Number(from) + step));
  return head.match(/\d{2,8}/gu) ?? [];
}

function longest(numbers: ReadonlyMap<string, number>, account: string): number | null {
  for (let length = account.length; length > 0; length--) {
    const line = numbers.get(account.slice(0, length));
    if (line !== undefined) return line;
  }
  return null;
}

/** The only line of the plan that is called as the ledger's, or by another name of it; null: none, or several. */
function calledSo({ lines }: BudgetTable, own: string): number | null {
  const same = lines.findIndex((line) => lookupKey(line) === lookupKey(own));
  if (same >= 0) return same;
  const also = (ALSO_CALLED[own] ?? []).map(lookupKey);
  const found = lines.flatMap((line, at) => (also.includes(lookupKey(line)) ? [at] : []));
  return found.length === 1 ? found[0]! : null;
}
