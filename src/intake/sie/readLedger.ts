// src/intake/sie/readLedger.ts: a SIE ledger → what intake hands on: tables, what must be asked, and everything that is to be said of it.
import type { BudgetTable } from "../../domain/deviation/budget";
import { lookupKey } from "../../domain/lookupKey";
import { krText, type Ore, toKr } from "../../domain/money";
import { problem, type Problem } from "../../domain/problem";
import { answer, type Asking, question } from "../../domain/question";
import type { Chart } from "../../reference/accountLines";
import { identityNumbersIn } from "../personalIdentity";
import { balanceProblems } from "./ledgerBalances";
import { budgetOf, type LedgerBudget, type LedgerOutcome, monthsOfYear, outcomeOf, outsideYear } from "./ledgerOutcome";
import { ledgerTables, type OutsideAccount, statedByLine } from "./ledgerTables";
import { isResultAccount, isYearsResult } from "./resultAccounts";
import type { SieDimension, SieLedger } from "./sieLedger";

export interface ReadLedger {
  readonly tables: readonly BudgetTable[];
  /** The outcome of a file without a budget, which another file may have. */
  readonly outcomes: readonly BudgetTable[];
  readonly outside: readonly OutsideAccount[];
  readonly problems: readonly Problem[];
  readonly rows: { readonly seen: number; readonly used: number; readonly setAside: number };
  readonly setAside: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly reason: Problem["code"];
    readonly rows: 1;
  }[];
}

/** Accounts that a message names before it only counts them. */
const MOST_NAMED = 5;

/**
 * Everything of a ledger. `dimension`: the number or the name of the dimension whose objects are the initiatives; null: the file as a whole.
 * A record that cannot be read refuses the file; a question that is open leaves it out.
 */
export function readLedger(ledger: SieLedger, dimension: string | null, asking: Asking): ReadLedger {
  const at = { sheet: ledger.name };
  const none = (problems: readonly Problem[]): ReadLedger => ({
    tables: [],
    outcomes: [],
    outside: [],
    problems,
    rows: { seen: 0, used: 0, setAside: 0 },
    setAside: [],
  });
  const refused = refusals(ledger);
  if (refused.length > 0) return none(refused);
  const remarks = fileRemarks(ledger);
  const chosen = dimension === null ? null : dimensionNamed(ledger, dimension);
  if (chosen === undefined) {
    const known = [...ledger.dimensions.values()].map(({ number, name }) => `${number} ${name}`).join(", ");
    return none([problem("ledger-no-dimension", null, { dimension: dimension ?? "", known })]);
  }
  const chart = chartOf(ledger, asking);
  const outcome = outcomeSettled(ledger, outcomeOf(ledger), asking);
  const whole = budgetSettled(ledger, budgetOf(ledger), asking);
  if (chart === null || outcome === null || whole === "open") return none(remarks);
  const budget = chosen === null || isByObject(ledger, whole, chosen) ? whole : null;
  if (outcome.amounts.length === 0 && budget === null) return none([...remarks, problem("ledger-empty", null, {})]);
  if (outcome.source === "RES" && monthsOfYear(ledger.years.find(({ year }) => year === 0)) === null)
    return none([...remarks, problem("ledger-no-year", null, {})]);
  const beyond = outsideYear(ledger, outcome);
  const [conflict] = budget?.conflicts ?? [];
  if (budget !== null && conflict !== undefined) {
    const params = { account: conflict.account, count: budget.conflicts.length };
    return none([problem("ledger-two-budgets", null, params), ...remarks]);
  }
  const { tables, outside, against } = ledgerTables(ledger, outcome, budget, chart, chosen);
  const named = tables.filter(namesNobody);
  const hidden = tables.length - named.length;
  const kept = budget === null ? [] : withStated(ledger, outcome, chosen, named);
  const used = kept.reduce((sum, { entries }) => sum + entries.length, 0);
  const setAside = [
    ...outside.flatMap(({ account, why }) =>
      why === "outside" ? [{ ...at, cell: account, reason: "ledger-outside" as const, rows: 1 as const }] : [],
    ),
    ...(budget === null
      ? named.flatMap(({ entries }) =>
          entries.map(({ origin }) => ({
            ...at,
            cell: origin.cells,
            reason: "ledger-without-budget" as const,
            rows: 1 as const,
          })),
        )
      : []),
  ];
  return {
    tables: kept,
    outcomes: budget === null ? named : [],
    outside,
    rows: { seen: used + setAside.length, used, setAside: setAside.length },
    setAside,
    problems: [
      ...(budget === null ? [problem("ledger-without-budget", null, {})] : []),
      ...(hidden > 0 ? [problem("personal-identity-number", null, { count: hidden })] : []),
      ...remarks,
      ...outcomeRemarks(outcome, budget),
      ...(beyond.amounts === 0
        ? []
        : [problem("ledger-outside-year", null, { amounts: beyond.amounts, sum: krText(toKr(beyond.ore as Ore)) })]),
      ...outsideRemarks(outside, against),
    ],
  };
}

/** A budget without objects of the dimension is the whole file's: set against one object's outcome it would be wrong. */
function isByObject(ledger: SieLedger, budget: LedgerBudget | null, { number }: SieDimension): boolean {
  return (budget?.amounts ?? []).some(({ byList }) =>
    [...byList.keys()].some((list) => ledger.objectLists[list]?.some(({ dimension }) => dimension === number)),
  );
}

/** An object that is named by an identity number is a person, not an initiative. */
function namesNobody({ initiative }: BudgetTable): boolean {
  return identityNumbersIn(initiative ?? "") === 0;
}

function refusals(ledger: SieLedger): readonly Problem[] {
  const [first] = ledger.bad;
  if (first !== undefined) {
    const { row, label, fault } = first;
    return [problem("ledger-bad-record", null, { row, label: `#${label}`, fault, count: ledger.badCount })];
  }
  if (ledger.currency.toUpperCase() !== "SEK") return [problem("ledger-currency", null, { currency: ledger.currency })];
  return [];
}

/** The dimension by its name before its number; undefined: there is none. */
function dimensionNamed(ledger: SieLedger, wanted: string): SieDimension | undefined {
  const word = lookupKey(wanted);
  const all = [...ledger.dimensions.values()];
  const byName = all.find(({ name }) => lookupKey(name) === word);
  const number = byName ?? ledger.dimensions.get(wanted.trim());
  if (number !== undefined) return number;
  const used = ledger.objectLists.some((pairs) => pairs.some((pair) => pair.dimension === wanted.trim()));
  return used ? { number: wanted.trim(), name: wanted.trim(), parent: null } : undefined;
}

/** The chart by #KPTYP; asked where the file does not say: the same number means different things. Null: not answered. */
function chartOf(ledger: SieLedger, asking: Asking): Chart | null {
  const said = ledger.chart?.toUpperCase() ?? "";
  if (/KOMMUN|KB\d|K-?BAS/u.test(said)) return "kommunbas";
  if (said.includes("BAS")) return "bas";
  const answers = [answer("bas", "chart-bas", {}, null), answer("kommunbas", "chart-kommunbas", {}, null)];
  const asked = question("ledger-chart", { sheet: ledger.name }, { chart: ledger.chart ?? "" }, answers, [
    ledger.company ?? "",
  ]);
  return asking.ask(asked) as Chart | null;
}

/** Rows with and without object that nothing settles are asked about where they decide the figure. Null: not answered. */
function outcomeSettled(ledger: SieLedger, outcome: LedgerOutcome, asking: Asking): LedgerOutcome | null {
  if (outcome.objectRows !== "undecided") return outcome;
  const how = objectRowsAsked(ledger, "PSALDO", asking);
  return how === null ? null : outcomeOf(ledger, 0, how);
}

function objectRowsAsked(ledger: SieLedger, label: "PSALDO" | "PBUDGET", asking: Asking): "within" | "beside" | null {
  const total = (how: "within" | "beside") => {
    const amounts = label === "PSALDO" ? outcomeOf(ledger, 0, how).amounts : (budgetOf(ledger, 0, how)?.amounts ?? []);
    return toKr(amounts.reduce((sum, each) => sum + each.total, 0) as Ore);
  };
  const answers = [
    answer("within", "objects-within", {}, total("within")),
    answer("beside", "objects-beside", {}, total("beside")),
  ];
  const asked = question("ledger-objects", { sheet: ledger.name }, { label: `#${label}` }, answers, [
    label,
    ledger.company ?? "",
  ]);
  return asking.ask(asked) as "within" | "beside" | null;
}

/** `open`: a question about the budget is not answered. */
function budgetSettled(ledger: SieLedger, budget: LedgerBudget | null, asking: Asking): LedgerBudget | null | "open" {
  if (budget === null || budget.conflicts.length > 0) return budget;
  let settled: LedgerBudget | null = budget;
  if (budget.objectRows === "undecided") {
    const how = objectRowsAsked(ledger, "PBUDGET", asking);
    if (how === null) return "open";
    settled = budgetOf(ledger, 0, how);
  }
  if (!budget.onlyMisplaced) return settled;
  const sum = toKr((settled?.amounts ?? []).reduce((all, each) => all + each.total, 0) as Ore);
  const answers = [answer("month", "budget-by-month", {}, sum), answer("none", "budget-not-used", {}, null)];
  const asked = question("ledger-budget-year", { sheet: ledger.name }, { rows: budget.misplaced }, answers, [
    ledger.company ?? "",
  ]);
  const chosen = asking.ask(asked);
  if (chosen === null) return "open";
  return chosen === "month" ? settled : null;
}

/** The file's own #RES per line, held against the months, where the months are used. */
function withStated(
  ledger: SieLedger,
  outcome: LedgerOutcome,
  dimension: SieDimension | null,
  tables: readonly BudgetTable[],
): readonly BudgetTable[] {
  if (dimension !== null || outcome.source === "RES") return tables;
  const stated = new Map<string, number>();
  for (const { account, ore } of ledger.balances.get("RES")?.get(0)?.entries() ?? []) {
    if (isResultAccount(account) && !isYearsResult(account)) stated.set(account, (stated.get(account) ?? 0) + ore);
  }
  if (stated.size === 0) return tables;
  return tables.map((table) => ({ ...table, controlTotals: statedByLine(table, stated) }));
}

function fileRemarks(ledger: SieLedger): readonly Problem[] {
  const remarks: Problem[] = [];
  if (ledger.encoding === "damaged") remarks.push(problem("ledger-names-damaged", null, {}));
  if (ledger.encoding === "utf-8" || ledger.encoding === "latin-1")
    remarks.push(problem("ledger-encoding", null, { encoding: ledger.encoding === "utf-8" ? "UTF-8" : "Latin-1" }));
  const [voucher] = ledger.unbalanced;
  if (voucher !== undefined) {
    const { series, number, row, difference } = voucher;
    remarks.push(
      problem("ledger-voucher-unbalanced", null, {
        voucher: `${series} ${number}`.trim(),
        row,
        difference: krText(toKr(difference as Ore)),
        count: ledger.unbalanced.length,
      }),
    );
  }
  for (const { what, row, label, count } of ledger.odd)
    remarks.push(problem("ledger-odd-row", null, { what, row, label: label === "" ? "" : `#${label}`, count }));
  const lacks = lackingOf(ledger);
  if (lacks !== null) remarks.push(problem("ledger-lacks", null, { type: ledger.sieType, lacks }));
  if (ledger.loneRemovals > 0) remarks.push(problem("ledger-lone-removal", null, { count: ledger.loneRemovals }));
  return [...remarks, ...balanceProblems(ledger)];
}

/** What a file of its type has and this one has not, though it has the balances that come before: it may have been cut. Null: nothing. */
function lackingOf({ sieType, balances, vouchers, years }: SieLedger): "#PSALDO" | "#VER" | null {
  const hasBalances = ["IB", "UB", "RES", "PBUDGET"].some((label) => balances.has(label));
  if (years.length === 0 || !hasBalances || balances.has("PSALDO") || vouchers > 0) return null;
  if (/^[23]/u.test(sieType)) return "#PSALDO";
  return sieType.startsWith("4") ? "#VER" : null;
}

function outcomeRemarks(outcome: LedgerOutcome, budget: LedgerBudget | null): readonly Problem[] {
  const remarks: Problem[] = [];
  const [first] = outcome.differs;
  if (first !== undefined) {
    remarks.push(
      problem("ledger-differs-from-res", null, {
        account: first.account,
        months: krText(toKr(first.months as Ore)),
        stated: krText(toKr(first.stated as Ore)),
        count: outcome.differs.length,
        used: outcome.source,
      }),
    );
  }
  const misplaced = outcome.misplaced + (budget?.misplaced ?? 0);
  if (misplaced > 0)
    remarks.push(problem("ledger-placed-by-month", null, { rows: misplaced, doubles: budget?.doubles ?? 0 }));
  return remarks;
}

function outsideRemarks(outside: readonly OutsideAccount[], against: readonly string[]): readonly Problem[] {
  const listed = (accounts: readonly OutsideAccount[]): string =>
    accounts
      .slice(0, MOST_NAMED)
      .map(({ account, name }) => (name === account ? account : `${account} ${name}`))
      .join(", ");
  const sum = (accounts: readonly OutsideAccount[]): string =>
    krText(toKr(accounts.reduce((all, { ore }) => all + ore, 0) as Ore));
  return (["unmapped", "outside"] as const)
    .flatMap((why): Problem[] => {
      const accounts = outside.filter((each) => each.why === why);
      if (accounts.length === 0) return [];
      const code = why === "unmapped" ? "ledger-unmapped" : "ledger-outside";
      return [problem(code, null, { accounts: listed(accounts), count: accounts.length, sum: sum(accounts) })];
    })
    .concat(
      against.length === 0
        ? []
        : [
            problem("ledger-type-against-number", null, {
              accounts: against.slice(0, MOST_NAMED).join(", "),
              count: against.length,
            }),
          ],
    );
}
