// src/intake/sie/ledgerTables.ts: a SIE ledger → budget tables: accounts on lines, months as periods, one initiative per object where asked.
import type { BudgetEntry, BudgetTable, ControlTotal, LineKind } from "../../domain/deviation/budget";
import { withoutEnding } from "../../domain/fileName";
import { monthIndex, monthOfYear, monthText, type Period, yearOf } from "../../domain/period";
import { type Ore, toKr } from "../../domain/money";
import { type Chart, lineOfAccount } from "../../reference/accountLines";
import type { SieDimension, SieLedger } from "./sieLedger";
import type { LedgerBudget, LedgerOutcome } from "./ledgerOutcome";
import { monthsOfYear } from "./ledgerOutcome";
import { accountKind } from "./resultAccounts";
import type { AccountMonth } from "./settledSums";

/** An account that is on no line of an initiative, with its outcome in öre. */
export interface OutsideAccount {
  readonly account: string;
  readonly name: string;
  readonly ore: number;
  /** `unmapped`: the chart has no line for it; `outside`: investments, taxes and the like. */
  readonly why: "unmapped" | "outside";
}

export interface LedgerTables {
  readonly tables: readonly BudgetTable[];
  readonly outside: readonly OutsideAccount[];
  /** Accounts whose #KTYP says otherwise than their number; their amounts' sign decided. */
  readonly against: readonly string[];
}

/** What a line without a place in the chart is called; a proposal's name, as the other lines' are. */
const UNMAPPED = "Ej mappat";
/** Lines in the order that a follow-up has them: income first, then costs, then what is outside the operations. */
const LAST_LINES = ["Avskrivningar", "Finansiellt", UNMAPPED];

interface Placed {
  readonly line: string;
  readonly kind: LineKind;
}

/**
 * The tables of one file: the whole of it, or with a `dimension` one per object and one for what lies on no object. Amounts in öre, debit
 * positive: costs positive, income negative (orientation `ledger`). `budget` null: the file has none, and every entry's budget is null.
 */
export function ledgerTables(
  ledger: SieLedger,
  outcome: LedgerOutcome,
  budget: LedgerBudget | null,
  chart: Chart,
  dimension: SieDimension | null,
): LedgerTables {
  const { places, outside, against } = placesOf(ledger, outcome.amounts, budget?.amounts ?? [], chart);
  const periods = periodsOf(ledger, outcome, budget);
  const parts = dimension === null ? [null] : objectsOf(ledger, outcome, budget, dimension);
  const tables = parts.flatMap((object): BudgetTable[] => {
    const share = (each: AccountMonth): number =>
      object === null ? each.total : partOf(ledger, each, dimension?.number ?? "", object);
    const table = tableOf(ledger, { outcome, budget, places, periods, share });
    if (table.entries.length === 0) return [];
    return [{ ...table, initiative: object === null ? wholeName(ledger) : objectName(ledger, dimension, object) }];
  });
  return { tables, outside, against };
}

/** The line and kind of every account that is used, and the accounts that are on no line. */
function placesOf(
  ledger: SieLedger,
  outcome: readonly AccountMonth[],
  budget: readonly AccountMonth[],
  chart: Chart,
): {
  places: ReadonlyMap<string, Placed>;
  outside: readonly OutsideAccount[];
  against: readonly string[];
} {
  const sums = new Map<string, number>();
  const all = new Map<string, number>();
  for (const { account, total } of outcome) sums.set(account, (sums.get(account) ?? 0) + total);
  for (const { account, total } of [...outcome, ...budget]) all.set(account, (all.get(account) ?? 0) + total);
  const places = new Map<string, Placed>();
  const outside: OutsideAccount[] = [];
  const against: string[] = [];
  for (const [account, ore] of [...all].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const known = ledger.accounts.get(account);
    const name = known?.name ?? account;
    const found = accountKind(account, known?.type ?? null, ore);
    const line = lineOfAccount(account, chart);
    if (line === null) {
      outside.push({ account, name, ore: sums.get(account) ?? 0, why: "outside" });
      continue;
    }
    if (line === undefined) outside.push({ account, name, ore: sums.get(account) ?? 0, why: "unmapped" });
    if (found.against) against.push(account);
    const kind = found.kind === "income" ? "income" : "cost";
    places.set(account, { line: line ?? UNMAPPED, kind });
  }
  return { places, outside, against };
}

interface TableParts {
  readonly outcome: LedgerOutcome;
  readonly budget: LedgerBudget | null;
  readonly places: ReadonlyMap<string, Placed>;
  readonly periods: readonly Period[];
  readonly share: (each: AccountMonth) => number;
}

function tableOf(ledger: SieLedger, { outcome, budget, places, periods, share }: TableParts): BudgetTable {
  const lines = linesOf(places);
  const numbers = new Map(lines.map(({ line, kind }, index) => [`${kind} ${line}`, index]));
  const cells = new Map<string, { account: string; period: number; outcome: number | null; budget: number | null }>();
  const cell = (account: string, period: number) => {
    const key = `${account} ${period}`;
    const found = cells.get(key) ?? { account, period, outcome: null, budget: null };
    cells.set(key, found);
    return found;
  };
  for (const [measure, amounts] of [
    ["outcome", outcome.amounts],
    ["budget", budget?.amounts ?? []],
  ] as const) {
    for (const each of amounts) {
      const period = periodFor(periods, each.month);
      const ore = share(each);
      if (!places.has(each.account) || period < 0 || (ore === 0 && each.total !== 0)) continue;
      const found = cell(each.account, period);
      found[measure] = (found[measure] ?? 0) + ore;
    }
  }
  const used = [...cells.values()].sort((a, b) =>
    a.account === b.account ? a.period - b.period : a.account < b.account ? -1 : 1,
  );
  const entries = used.map((each): BudgetEntry => {
    const place = places.get(each.account)!;
    return {
      line: numbers.get(`${place.kind} ${place.line}`)!,
      period: each.period,
      account: accountName(ledger, each.account),
      party: null,
      outcome: each.outcome as Ore | null,
      budget: each.budget as Ore | null,
      versions: [],
      origin: originOf(ledger, outcome, each.account, periods[each.period]!),
      remark: null,
    };
  });
  const kept = lines.map((_, line) => entries.some((entry) => entry.line === line));
  const renumbered = lines.map((_, line) => kept.slice(0, line).filter(Boolean).length);
  const shown = lines.filter((_, line) => kept[line]);
  return {
    initiative: null,
    workbook: null,
    sheet: ledger.name,
    range: rangeOf(ledger, outcome),
    layout: "long",
    unit: "kr",
    unitReading: "stated",
    sign: "positive",
    signReading: "stated",
    decimals: entries.some((entry) => Number(entry.outcome ?? 0) % 100 !== 0 || Number(entry.budget ?? 0) % 100 !== 0)
      ? 2
      : 0,
    lines: distinctNames(shown),
    kinds: shown.map(({ kind }) => kind),
    orientation: orientationOf(shown.map(({ kind }) => kind)),
    periods,
    versions: [],
    entries: entries.map((entry) => ({ ...entry, line: renumbered[entry.line]! })),
    controlTotals: [],
    results: [],
    equity: null,
    explained: null,
    seriesBreaks: [],
  };
}

/** The records, or the columns of a sheet. */
function rangeOf({ places }: SieLedger, { source }: LedgerOutcome): string {
  const cells = [...(places?.values() ?? [])].map((place) => place.cells.split(":"));
  if (cells.length === 0) return source === "TRANS" ? "#VER" : `#${source}`;
  const rows = cells.flat().map((cell) => Number(cell.replace(/\D/gu, "")));
  const column = cells[0]![0]!.replace(/\d/gu, "");
  return `${column}${Math.min(...rows)}:${column}${Math.max(...rows)}`;
}

function orientationOf(kinds: readonly LineKind[]): BudgetTable["orientation"] {
  if (!kinds.includes("income")) return "costs-only";
  return "ledger";
}

/** A line may hold income and costs (financial items): two lines then, each with its kind in its name. */
function distinctNames(lines: readonly Placed[]): readonly string[] {
  return lines.map(({ line, kind }) => {
    const both = lines.some((other) => other.line === line && other.kind !== kind);
    if (!both) return line;
    return `${line} (${kind === "income" ? "intäkter" : "kostnader"})`;
  });
}

function linesOf(places: ReadonlyMap<string, Placed>): readonly Placed[] {
  const seen = new Map<string, Placed>();
  for (const place of places.values()) seen.set(`${place.kind} ${place.line}`, place);
  const order = ({ line, kind }: Placed): number => (kind === "income" ? 0 : 10) + LAST_LINES.indexOf(line) + 1;
  return [...seen.values()].sort((a, b) => order(a) - order(b));
}

/** The months that anything stands in, or the year (up to the date the balances run to) where the outcome is the year's. */
function periodsOf(ledger: SieLedger, outcome: LedgerOutcome, budget: LedgerBudget | null): readonly Period[] {
  const months = new Set([...outcome.amounts, ...(budget?.amounts ?? [])].map(({ month }) => month));
  months.delete(0);
  if (outcome.source !== "RES") return [...months].sort((a, b) => a - b).map(monthPeriod);
  const span = monthsOfYear(ledger.years.find(({ year }) => year === 0));
  if (span === null) return [];
  const end = balancesMonth(ledger, span) ?? span.to;
  const whole = spanPeriod(span.from, end);
  return [
    whole,
    ...[...months]
      .filter((month) => month > end)
      .sort((a, b) => a - b)
      .map(monthPeriod),
  ];
}

function balancesMonth({ balancesTo }: SieLedger, span: { from: number; to: number }): number | null {
  if (balancesTo === null) return null;
  const month = Number(balancesTo.slice(0, 4)) * 100 + Number(balancesTo.slice(5, 7));
  return month >= span.from && month <= span.to ? month : null;
}

const indexOf = (month: number): number => monthIndex(Math.floor(month / 100), month % 100);

function monthPeriod(month: number): Period {
  const index = indexOf(month);
  return { label: monthText(index), from: index, to: index };
}

function spanPeriod(from: number, to: number): Period {
  const [first, last] = [indexOf(from), indexOf(to)];
  const whole = from % 100 === 1 && to === from + 11;
  return {
    label: whole ? String(Math.floor(from / 100)) : `${monthText(first)}–${monthText(last)}`,
    from: first,
    to: last,
  };
}

/** The period that a month (0: the year) falls in; −1: none. */
function periodFor(periods: readonly Period[], month: number): number {
  if (month === 0) return periods.length > 0 ? 0 : -1;
  const index = indexOf(month);
  return periods.findIndex(({ from, to }) => from <= index && index <= to);
}

function accountName(ledger: SieLedger, account: string): string {
  const name = ledger.accounts.get(account)?.name;
  return name === undefined || name === account ? account : `${account} ${name}`;
}

function originOf(ledger: SieLedger, outcome: LedgerOutcome, account: string, period: Period): BudgetEntry["origin"] {
  const label = outcome.source === "TRANS" ? "#VER" : `#${outcome.source}`;
  const place = ledger.places?.get(`${account} ${yearOf(period.from) * 100 + monthOfYear(period.from)}`);
  if (place !== undefined) return { workbook: null, ...place };
  return { workbook: ledger.name, sheet: label, cells: `${account} ${period.label}` };
}

/** The objects of a dimension that anything lies on, in the order of their numbers; last, empty, what lies on none of them. */
function objectsOf(
  ledger: SieLedger,
  outcome: LedgerOutcome,
  budget: LedgerBudget | null,
  dimension: SieDimension,
): readonly string[] {
  const found = new Set<string>();
  for (const { byList } of [...outcome.amounts, ...(budget?.amounts ?? [])]) {
    for (const list of byList.keys()) {
      for (const pair of ledger.objectLists[list] ?? [])
        if (pair.dimension === dimension.number) found.add(pair.object);
    }
  }
  return [...[...found].sort((a, b) => a.localeCompare(b, "sv", { numeric: true })), ""];
}

/** What of an account's month lies on an object; for the empty one, on no object of the dimension. */
function partOf(ledger: SieLedger, { total, byList }: AccountMonth, dimension: string, object: string): number {
  let onAny = 0;
  let onThis = 0;
  for (const [list, ore] of byList) {
    const pair = ledger.objectLists[list]?.find((each) => each.dimension === dimension);
    if (pair === undefined) continue;
    onAny += ore;
    if (pair.object === object) onThis += ore;
  }
  return object === "" ? total - onAny : onThis;
}

/** The company's name, which for an association is its own; else the file's. */
function wholeName({ company, name }: SieLedger): string {
  return company ?? withoutEnding(name);
}

function objectName(ledger: SieLedger, dimension: SieDimension | null, object: string): string {
  if (dimension === null) return "";
  if (object === "") return `Utan ${dimension.name.toLowerCase()}`;
  const name = ledger.objects.get(`${dimension.number} ${object}`);
  return name === undefined || name === object ? `${dimension.name} ${object}` : `${object} ${name}`;
}

/** The outcome of #RES per line as the file states it, to hold the months against. */
export function statedByLine(table: BudgetTable, stated: ReadonlyMap<string, number>): readonly ControlTotal[] {
  const accountsOf = table.lines.map(
    (_, line) =>
      new Set(table.entries.flatMap((entry) => (entry.line === line ? [entry.account?.split(" ")[0] ?? ""] : []))),
  );
  return accountsOf.map((accounts, line) => {
    const ore = [...accounts].reduce((sum, account) => sum + (stated.get(account) ?? 0), 0);
    return {
      origin: { workbook: table.sheet, sheet: "#RES", cells: table.lines[line]! },
      measure: "outcome",
      lines: [line],
      periods: [...table.periods.keys()],
      stated: toKr(ore as Ore),
    };
  });
}
