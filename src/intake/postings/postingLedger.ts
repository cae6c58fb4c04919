// src/intake/postings/postingLedger.ts: an export with one posting per row → a ledger, as a SIE file gives one: the same questions, lines and sums.
import { cellName, rangeName } from "../../domain/a1";
import { plainSpaces } from "../../domain/lookupKey";
import { type Ore, toKr, type Unit } from "../../domain/money";
import { monthOfYear, yearOf } from "../../domain/period";
import type { ProblemParams } from "../../domain/problem";
import { answer, type Asking, question } from "../../domain/question";
import { isBadAmount, readAmount } from "../amount";
import type { SetAside } from "../budget/budgetRows";
import { type CellValue, type Grid, isBlank } from "../grid";
import { readPeriodCell } from "../periodLabel";
import { AccountSums, type SieDimension, type SieLedger } from "../sie/sieLedger";
import type { ObjectPair } from "../sie/sieRow";
import { unitsIn } from "../unitText";
import { type PostingColumns, postingColumns, postingRows } from "./postingColumns";
import { type RowAmounts, StatedSums, type SumDifference } from "./statedSums";

type Fault = ProblemParams["posting-bad-row"]["fault"];

/** A sheet with one posting per row. */
export interface PostingSheet {
  readonly grid: Grid;
  readonly columns: PostingColumns;
  /** Rows below an account's own row (`5010 Lokalhyra`) → that account, where no posting has one of its own; empty: each has. */
  readonly grouped: ReadonlyMap<number, Account>;
}

interface Account {
  readonly number: string;
  readonly name: string | null;
}

/** A row that cannot be used, with what is wrong in which cell. */
export interface BadPosting {
  readonly sheet: string;
  readonly cell: string;
  readonly fault: Fault;
}

export interface PostingLedger {
  readonly ledger: SieLedger;
  /** Sums, balances brought forward and rows without an amount: no postings. */
  readonly left: readonly SetAside[];
  readonly bad: readonly BadPosting[];
  /** Rows whose period is another month than their date; the period is followed. */
  readonly otherPeriod: number;
  /** Sums that the export states and its postings do not give. Öre. */
  readonly wrongSums: readonly (SumDifference & { readonly sheet: string; readonly cell: string })[];
  /** Rows that are postings. */
  readonly rows: number;
}

/** How income is written beside costs, where the amounts stand in one column. */
export type PostingSigns = "debit-positive" | "credit-positive" | "all-positive";

/** The sheets with one posting per row; empty: there are none. */
export function postingSheets(grids: readonly Grid[]): readonly PostingSheet[] {
  return grids.flatMap((grid) => {
    const columns = postingColumns(grid);
    if (columns === null) return [];
    const rows = postingRows(grid, columns).filter((row) => !isReportRow(grid.values[row] ?? []));
    const grouped = groupedAccounts(grid, columns);
    const known = rows.filter(
      (row) => grouped.has(row) || accountIn(grid.values[row]?.[columns.account]) !== null,
    ).length;
    // A list of something else may have an account, a date and an amount on a row or two.
    return known > 0 && known * 2 >= rows.length ? [{ grid, columns, grouped }] : [];
  });
}

/** The ledger of all sheets together. Amounts are still as they are written: see `signed`. */
export function postingLedger(name: string, sheets: readonly PostingSheet[], date1904: boolean): PostingLedger {
  const gathering = new Gathering();
  for (const sheet of sheets) {
    const sums = new StatedSums();
    for (const row of postingRows(sheet.grid, sheet.columns)) gathering.add(sheet, row, date1904, sums);
  }
  return gathering.ledger(name, sheets);
}

/** What is no posting, whatever stands beside it: rows of a report's own. */
const REPORT_ROW =
  /^(?:(?:ing[åa]ende|utg[åa]ende) (?:balans|saldo)|omslutning|(?:del|slut|mellan)?summa|total(?:t|summa)?|saldo|[åa]rets resultat)\b/iu;
/** Rows of a report that state a sum of what stands above; `Årets resultat` and a running `Saldo` are made otherwise. */
const SUM_ROW = /^(?:utg[åa]ende (?:balans|saldo)|omslutning|(?:del|slut|mellan)?summa|total(?:t|summa)?)\b/iu;
const OPENING_ROW = /^ing[åa]ende (?:balans|saldo)\b/iu;
const ACCOUNT = /^(\d{3,8})(?:[ \u00A0:.-]+(\D.*))?$/u;

function saysOf(cells: readonly CellValue[], words: RegExp): boolean {
  return cells.some((cell) => typeof cell === "string" && words.test(plainSpaces(cell)));
}

function isReportRow(cells: readonly CellValue[]): boolean {
  return saysOf(cells, REPORT_ROW);
}

/** Only where no posting has an account of its own: a cell that is missing in another export is missing. */
function groupedAccounts(grid: Grid, columns: PostingColumns): ReadonlyMap<number, Account> {
  const found = new Map<number, Account>();
  let group: Account | null = null;
  for (const row of postingRows(grid, columns)) {
    const cells = grid.values[row] ?? [];
    const own = accountIn(cells[columns.account]);
    if (isReportRow(cells)) group = saysOf(cells, SUM_ROW) ? null : group;
    else if (amountsOf(grid, columns, row) !== null) {
      if (own !== null) return new Map();
      if (group !== null) found.set(row, group);
    } else if (own !== null && [columns.date, columns.period].every((column) => isBlank(cells[column])))
      group = { ...own, name: own.name ?? nameBeside(cells, columns.account) };
  }
  return found;
}

function nameBeside(cells: readonly CellValue[], account: number): string | null {
  const name = cells.find((cell, column) => column > account && typeof cell === "string" && !isBlank(cell));
  return name === undefined ? null : textIn(name);
}

function accountIn(cell: CellValue | undefined): Account | null {
  const text = typeof cell === "number" ? String(cell) : typeof cell === "string" ? plainSpaces(cell) : "";
  const match = ACCOUNT.exec(text);
  return match === null ? null : { number: match[1]!, name: match[2]?.trim() ?? null };
}

class Gathering {
  private readonly sums = new AccountSums();
  private readonly names = new Map<string, string>();
  private readonly objects = new Map<string, string>();
  private readonly lists: (readonly ObjectPair[])[] = [[]];
  private readonly listNumbers = new Map<string, number>([["", 0]]);
  private readonly spans = new Map<string, { sheet: string; column: number; first: number; last: number }>();
  private readonly left: SetAside[] = [];
  private readonly bad: BadPosting[] = [];
  private readonly wrongSums: PostingLedger["wrongSums"][number][] = [];
  private otherPeriod = 0;
  private rows = 0;

  add({ grid, columns, grouped }: PostingSheet, row: number, date1904: boolean, sums: StatedSums): void {
    const cells = grid.values[row] ?? [];
    const leave = (reason: SetAside["reason"]): void =>
      void this.left.push({ sheet: grid.sheet, cell: cellName(row, columns.account), reason, rows: 1 });
    const refuse = (column: number, fault: Fault): void =>
      void this.bad.push({ sheet: grid.sheet, cell: cellName(row, column), fault });
    const amounts = amountsOf(grid, columns, row);
    if (isReportRow(cells)) {
      if (amounts !== null) this.stated(grid.sheet, row, cells, amounts, sums);
      return leave("posting-rows-left");
    }
    if (amounts === null) return leave("posting-rows-left");
    const account = grouped.get(row) ?? accountIn(cells[columns.account]);
    if (account === null) return refuse(columns.account, "account");
    if (Number.isNaN(amounts.net)) return refuse(amounts.column, "amount");
    if (!/^(?:sek|kr|kronor)?$/iu.test(textIn(cells[columns.currency]))) return refuse(columns.currency, "currency");
    const month = monthOf(grid, columns, row, date1904);
    if (month === null) return refuse(columns.period >= 0 ? columns.period : columns.date, "date");
    if (month.differs) this.otherPeriod++;
    const named = account.name ?? textIn(cells[columns.accountName]);
    if (named !== "" && !this.names.has(account.number)) this.names.set(account.number, named);
    this.rows++;
    sums.add(amounts, false);
    this.sums.add(account.number, month.month, this.listOf(columns, cells), amounts.net);
    this.extend(`${account.number} ${month.month}`, grid.sheet, amounts.column, row);
  }

  /** A row of the report's own with an amount on it. */
  private stated(
    sheet: string,
    row: number,
    cells: readonly CellValue[],
    amounts: RowAmounts & { readonly column: number },
    sums: StatedSums,
  ): void {
    if (Number.isNaN(amounts.net)) return;
    if (saysOf(cells, OPENING_ROW)) return sums.add(amounts, true);
    if (!saysOf(cells, SUM_ROW)) return;
    const difference = sums.check(amounts);
    if (difference !== null) this.wrongSums.push({ ...difference, sheet, cell: cellName(row, amounts.column) });
  }

  private extend(key: string, sheet: string, column: number, row: number): void {
    const span = this.spans.get(key);
    if (span === undefined) this.spans.set(key, { sheet, column, first: row, last: row });
    else if (span.sheet === sheet) span.last = row;
  }

  /** The number of the row's list of objects. */
  private listOf({ dimensions }: PostingColumns, cells: readonly CellValue[]): number {
    const pairs = dimensions.flatMap(({ number, column, names }): ObjectPair[] => {
      const text = textIn(cells[column]);
      if (text === "") return [];
      const [, code = text, own = ""] = /^(\S*\d\S*)[ \u00A0]+(.+)$/u.exec(text) ?? [];
      const called = own === "" ? textIn(cells[names]) : own;
      if (called !== "") this.objects.set(`${number} ${code}`, called);
      return [{ dimension: number, object: code }];
    });
    const key = pairs.map(({ dimension, object }) => `${dimension}\u0000${object}`).join("\u0001");
    const known = this.listNumbers.get(key);
    if (known !== undefined) return known;
    this.listNumbers.set(key, this.lists.length);
    return this.lists.push(pairs) - 1;
  }

  ledger(name: string, sheets: readonly PostingSheet[]): PostingLedger {
    const dimensions = sheets.flatMap(({ columns }) => columns.dimensions);
    return {
      left: this.left,
      bad: this.bad,
      otherPeriod: this.otherPeriod,
      wrongSums: this.wrongSums,
      rows: this.rows,
      ledger: {
        ...NO_SIE,
        name,
        accounts: new Map(
          [...this.sums.byAccount.keys()].map((number) => [
            number,
            { name: this.names.get(number) ?? number, type: null },
          ]),
        ),
        dimensions: new Map(
          dimensions.map(({ number, name: called }): [string, SieDimension] => [
            number,
            { number, name: called, parent: null },
          ]),
        ),
        objects: this.objects,
        objectLists: this.lists,
        transactions: this.sums,
        rows: this.rows,
        places: new Map(
          [...this.spans].map(([key, { sheet, column, first, last }]) => [
            key,
            { sheet, cells: first === last ? cellName(first, column) : rangeName(first, column, last, column) },
          ]),
        ),
      },
    };
  }
}

/** What a SIE file says of itself and rows do not. */
const NO_SIE: SieLedger = {
  name: "",
  sieType: "rows",
  encoding: "ascii",
  program: null,
  company: null,
  chart: null,
  currency: "SEK",
  balancesTo: null,
  years: [],
  accounts: new Map(),
  dimensions: new Map(),
  objects: new Map(),
  objectLists: [[]],
  vouchers: 0,
  unbalanced: [],
  records: new Map(),
  balances: new Map(),
  transactions: new AccountSums(),
  loneRemovals: 0,
  unknownLabels: new Map(),
  odd: [],
  bad: [],
  badCount: 0,
  rows: 0,
};

function textIn(cell: CellValue | undefined): string {
  return typeof cell === "number" ? String(cell) : typeof cell === "string" ? plainSpaces(cell) : "";
}

/** Öre, `net` debit positive or as written; null: the row has no amount; `net` NaN: it cannot be read, in `column`. */
function amountsOf(
  grid: Grid,
  columns: PostingColumns,
  row: number,
): (RowAmounts & { readonly column: number }) | null {
  const of = (column: number): number | null => {
    const cell = grid.values[row]?.[column];
    if (column < 0 || isBlank(cell)) return null;
    const reading = readAmount(cell, () => grid.format(row, column), unitOf(grid, columns.row, column));
    return typeof reading === "number" ? reading : reading === null && !isBadAmount(reading) ? null : NaN;
  };
  if (columns.debit < 0 || columns.credit < 0) {
    const net = of(columns.amount);
    return net === null ? null : { debit: null, credit: null, net, column: columns.amount };
  }
  const [debit, credit] = [of(columns.debit), of(columns.credit)];
  if (debit === null && credit === null) return null;
  const column =
    credit === null || Number.isNaN(debit) || (debit !== null && debit !== 0) ? columns.debit : columns.credit;
  return { debit, credit, net: (debit ?? 0) - (credit ?? 0) + 0, column };
}

function unitOf(grid: Grid, row: number, column: number): Unit {
  const [unit] = unitsIn(textIn(grid.values[row]?.[column]));
  return unit ?? "kr";
}

/** Year × 100 + month, by the period where it names one with its year, else by the date. */
function monthOf(
  grid: Grid,
  columns: PostingColumns,
  row: number,
  date1904: boolean,
): { readonly month: number; readonly differs: boolean } | null {
  const of = (column: number): number | null => {
    if (column < 0) return null;
    const reading = readPeriodCell(grid.values[row]?.[column] ?? null, grid.format(row, column), date1904, null);
    if (reading.kind !== "period" || reading.period.from !== reading.period.to) return null;
    return yearOf(reading.period.from) * 100 + monthOfYear(reading.period.from);
  };
  const [period, date] = [of(columns.period), of(columns.date)];
  const month = period ?? date;
  return month === null ? null : { month, differs: period !== null && date !== null && period !== date };
}

/** The ledger with debit positive, by how income and costs are written; null: it is asked and not answered. */
export function signed(ledger: SieLedger, sheets: readonly PostingSheet[], asking: Asking): SieLedger | null {
  if (sheets.every(({ columns }) => columns.debit >= 0 && columns.credit >= 0)) return ledger;
  const [income, cost] = [sumOf(ledger, /^3/u), sumOf(ledger, /^[4-7]/u)];
  if (income <= 0 && cost >= 0) return ledger;
  if (income >= 0 && cost <= 0 && income - cost > 0 && income > 0) return withSigns(ledger, "credit-positive");
  const answers = (["debit-positive", "credit-positive", "all-positive"] as const).map((signs) =>
    answer(signs, signs, {}, toKr(sumOf(withSigns(ledger, signs), /^[4-7]/u) as Ore)),
  );
  const chosen = asking.ask(question("posting-signs", { sheet: ledger.name }, {}, answers, [ledger.name]));
  return chosen === null ? null : withSigns(ledger, chosen as PostingSigns);
}

function sumOf({ transactions }: SieLedger, accounts: RegExp): number {
  let sum = 0;
  for (const { account, ore } of transactions.entries()) if (accounts.test(account)) sum += ore;
  return sum;
}

function withSigns(ledger: SieLedger, signs: PostingSigns): SieLedger {
  if (signs === "debit-positive") return ledger;
  const transactions = new AccountSums();
  for (const { account, month, list, ore } of ledger.transactions.entries()) {
    const turned = signs === "credit-positive" || account.startsWith("3");
    transactions.add(account, month, list, turned ? -ore + 0 : ore);
  }
  return { ...ledger, transactions };
}
