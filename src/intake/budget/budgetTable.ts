// src/intake/budget/budgetTable.ts: one located table → one BudgetTable per initiative, with its unit and its sign, or the reason it is left out.
import { headingList } from "../headingList";
import type { BudgetEntry, BudgetTable, CostSign, Reading } from "../../domain/deviation/budget";
import { type Money, signOf, type Unit } from "../../domain/money";
import { yearOf } from "../../domain/period";
import { problem, type Problem, type ProblemCode } from "../../domain/problem";
import type { Asking } from "../../domain/question";
import { eachInSteps, type Steps } from "../../domain/steps";
import { type AmountReading, decimalsOf, isBadAmount } from "../amount";
import type { FoundRow, TableCorrection } from "../../domain/tableCorrection";
import { type Body, type BodyRow, readBody } from "./budgetBody";
import { counterpartOf } from "./counterpart";
import { type BudgetHeader, isPeriod, type TableQuestion } from "./header";
import { type SetAside, type Sorted, sortRows } from "./budgetRows";
import { rangeName } from "../../domain/a1";
import { type Grid, isBlank } from "../grid";
import { recountedRows } from "./recounted";
import { foundRows, goneRows } from "./foundRows";
import { signOfTable, signStatedIn } from "./sign";
import { equityOf, facing, statedKinds } from "./statedParts";
import { type Judged, judging } from "./judging";
import { isTotalLine } from "./heading";
import { duplicates, entryNotes, lineNotes, rowProblems } from "./tableNotes";
import type { StatementBeside } from "./statementRows";
import { looksLike } from "./unit";
import { figure } from "./figure";
import { lookupKey } from "../../domain/lookupKey";

/** A header with its rows, and what is known of its surroundings. */
export interface TableSource {
  readonly grid: Grid;
  readonly header: BudgetHeader;
  readonly rows: readonly number[];
  readonly titles: readonly string[];
  /** Units that the table states: none, one, or several that contradict each other. */
  readonly units: readonly Unit[];
  /** The unit that the rest of the workbook states; null: none. */
  readonly inferred: Unit | null;
  readonly date1904: boolean;
  readonly options: { readonly unit: Unit | null; readonly sign: CostSign | null };
  /** What the user says of this very table, which goes before what holds for all. */
  readonly correction: TableCorrection | null;
  /** What the run asks, and what was answered. */
  readonly asking: Asking;
  /** What is to be asked of the table's unit; null or absent: nothing. */
  readonly doubt?: TableQuestion | null;
  /** What the table has where its other side stands on another sheet; null or absent: both. */
  readonly side?: "budget" | "outcome" | null;
  /** The other side, whose figures of the same lines are evidence for what the rows are; null or absent: there is none. */
  readonly beside?: TableSource | null;
}

/** Tables that can be used, and every row that is not in them. */
export interface ReadTable {
  readonly tables: readonly BudgetTable[];
  readonly setAside: readonly SetAside[];
  readonly problems: readonly Problem[];
  /** Lines and totals as they were told apart; empty where the table is left out unread. */
  readonly lines: readonly FoundRow[];
}

/** Most decimals that mean anything in each unit: one öre. */
const MOST_DECIMALS: Readonly<Record<Unit, number>> = { kr: 2, tkr: 3, Mkr: 6 };

/** Every row of the table is used or set aside, whatever the user chose. */
export function* readBudgetTable(given: TableSource): Steps<ReadTable> {
  const { correction } = given;
  const source = {
    ...given,
    options: { unit: correction?.unit ?? given.options.unit, sign: correction?.sign ?? given.options.sign },
  };
  const { grid, header, rows, options } = source;
  const at = { sheet: grid.sheet, cell: tableRange(source) };
  if (correction?.use === "ignore") return blocked(source, problem("table-ignored", at, {}), rows);
  if (header.block !== null) return blocked(source, header.block, rows);
  if (source.units.length > 1 && options.unit === null) {
    return blocked(source, problem("unit-undecidable", at, { units: source.units.join(", ") }), rows);
  }
  const { unit, reading } = unitOf(source);
  const choices = correction?.rows ?? [];
  const body = yield* readBody(grid, header, rows, { unit, date1904: source.date1904, choices });
  const initiatives = byInitiative(body.rows);
  const sign = signBefore(source, body, initiatives.length, at);
  if (sign !== null && "code" in sign) return blocked(source, sign, rows);
  const { titles } = source;
  const beside = yield* besideOf(source.beside ?? null, body);
  const parts = yield* eachInSteps(initiatives, ([initiative, own]) => {
    const context = { grid, header, body, unit, titles, stated: sign?.sign ?? null, beside };
    const { judge, found } = judging(context, own, source.asking);
    const sorted = sortRows(grid, header, body, { rows: own, unit, judge });
    return { initiative, own, sorted, judged: found() };
  });
  const sorts = parts.map(({ sorted }) => sorted);
  const usable = parts.filter(({ sorted }) => !sorted.problems.some(({ severity }) => severity === "block"));
  const common = [
    ...rowProblems(grid, header, body),
    ...unitProblems(
      source,
      unit,
      reading,
      at,
      usable.map(({ sorted }) => sorted),
    ),
  ];
  const results = yield* eachInSteps(parts, (part) =>
    finish(source, body, { ...part, unit, unitReading: reading, stated: sign }),
  );
  const tables = results.flatMap((each) => each.tables);
  const ofRows = results.flatMap((each) => each.problems);
  const inferred = tables.find(({ signReading }) => signReading === "inferred");
  const why = [...common, ...(inferred === undefined ? [] : [problem("sign-inferred", at, { sign: inferred.sign })])];
  const isAsked = parts.some(({ judged }) => judged?.by === "open");
  return {
    tables,
    setAside: results.flatMap((each) => each.setAside),
    problems: [
      ...(tables.length > 0 ? why : isAsked ? [] : emptyTable(source, ofRows, at)),
      ...ofRows,
      ...goneRows(choices, body, at),
    ],
    lines: foundRows(body, sorts),
  };
}

/** The other side's rows, where both have the same lines: with others a total of the one says nothing of the other. */
function* besideOf(source: TableSource | null, own: Body): Steps<StatementBeside | null> {
  if (source === null) return null;
  const { grid, header, rows, date1904 } = source;
  const body = yield* readBody(grid, header, rows, { unit: unitOf(source).unit, date1904, choices: [] });
  const named = ({ rows: all }: Body): ReadonlySet<string> =>
    new Set(all.flatMap(({ line, amounts }) => (line === null || amounts.length === 0 ? [] : [lookupKey(line)])));
  const [here, there] = [named(own), named(body)];
  const isAlike = here.size === there.size && [...here].every((key) => there.has(key));
  return isAlike && leaning(own) * leaning(body) >= 0 ? { header, rows: body.rows } : null;
}

/** Which sign most amounts have; 0: neither. */
function leaning({ rows }: Body): number {
  const signs = rows.flatMap(({ amounts }) =>
    amounts.flatMap(({ outcome, budget }) =>
      [outcome, budget].flatMap((amount) => (amount === null || isBadAmount(amount) ? [] : signOf(amount))),
    ),
  );
  return Math.sign(signs.reduce<number>((sum, sign) => sum + sign, 0));
}

/** Why nothing is left of a table that nothing else blocks: no row of it is a cost line with amounts. */
function emptyTable(
  { header: { headings }, rows }: TableSource,
  ofRows: readonly Problem[],
  at: { sheet: string; cell: string },
): readonly Problem[] {
  if (ofRows.some(({ severity }) => severity === "block")) return [];
  return [problem("empty-table", at, { headings: headingList([...headings.values()]), rows: rows.length })];
}

function tableRange({ header, rows }: TableSource): string {
  return rangeName(header.top, header.left, rows.at(-1) ?? header.bottom, header.right);
}

/** Every row of a table that is left out is set aside, with the table's reason. */
function blocked(source: TableSource, reason: Problem, rows: readonly number[]): ReadTable {
  return { ...asideFor(source, reason.code, rows), problems: [reason], lines: [] };
}

function asideFor(
  { grid, header }: TableSource,
  reason: ProblemCode,
  rows: readonly number[],
): Pick<ReadTable, "tables" | "setAside"> {
  const aside = (row: number): SetAside => {
    return { sheet: grid.sheet, cell: rangeName(row, header.left, row, header.right), reason, rows: 1 };
  };
  return { tables: [], setAside: rows.map(aside) };
}

function rowsOf({ own }: Part): readonly number[] {
  return own.map(({ row }) => row);
}

/** A table of nothing but zeros is assumed to be written as most are. */
function signReadingOf({ stated, sorted }: Part, { by }: Judged): Reading {
  if (stated !== null) return stated.signReading;
  if (by === "answer") return "chosen";
  const isZero = (amount: Money | null): boolean => amount === null || signOf(amount) === 0;
  return sorted.entries.every(({ outcome, budget }) => isZero(outcome) && isZero(budget)) ? "assumed" : "inferred";
}

function unitOf({ units, inferred, options }: TableSource): { unit: Unit; reading: Reading } {
  if (options.unit !== null) return { unit: options.unit, reading: "chosen" };
  const [stated] = units;
  if (stated !== undefined) return { unit: stated, reading: "stated" };
  return inferred === null ? { unit: "kr", reading: "assumed" } : { unit: inferred, reading: "inferred" };
}

function unitProblems(
  source: TableSource,
  unit: Unit,
  reading: Reading,
  at: { sheet: string; cell: string },
  sorted: readonly Sorted[],
): readonly Problem[] {
  const [stated] = source.units;
  if (reading === "chosen" && stated !== undefined && (source.units.length > 1 || stated !== unit))
    return [problem("unit-stated", at, { unit: source.units.join(", ") })];
  if (reading === "inferred") return [problem("unit-inferred", at, { unit })];
  if (reading === "assumed")
    return [problem("unit-assumed", at, { unit, looksLike: looksLike(sorted.flatMap(yearlyAmounts)) })];
  return [];
}

/** Per line and calendar year, outcome and budget, as numbers. */
function yearlyAmounts({ entries, periods }: Sorted): readonly number[] {
  const sums = new Map<number, number>();
  for (const entry of entries) {
    const slot = entry.line * 10_000 + yearOf(periods[entry.period]?.from ?? 0);
    for (const measure of ["outcome", "budget"] as const) {
      const amount = entry[measure];
      const key = measure === "outcome" ? slot : -1 - slot;
      if (amount !== null) sums.set(key, (sums.get(key) ?? 0) + figure(amount));
    }
  }
  return [...sums.values()].map((sum) => Math.round(sum * 100) / 100);
}

/** Rows by the initiative they name, in order of appearance; one group when there is no such column. */
function byInitiative(rows: readonly BodyRow[]): readonly (readonly [string | null, readonly BodyRow[]])[] {
  const groups = new Map<string | null, BodyRow[]>();
  for (const row of rows) {
    const group = groups.get(row.initiative);
    if (group === undefined) groups.set(row.initiative, [row]);
    else group.push(row);
  }
  return [...groups.entries()];
}

function votesOf({ rows }: Body): Parameters<typeof signOfTable>[0] {
  const good = (amount: AmountReading): Money | null => (isBadAmount(amount) ? null : amount);
  return rows.flatMap(({ line, amounts }) => {
    if (line === null || isTotalLine(line)) return [];
    return amounts.map(({ outcome, budget }) => ({ line, outcome: good(outcome), budget: good(budget) }));
  });
}

interface SignFound {
  readonly sign: CostSign;
  readonly signReading: Reading;
}

/**
 * What is known before the rows are judged: what the user or a title says; for a table of several initiatives, of which each may be a
 * row or two, what all their amounts say together. Null: the rows of the one initiative say it.
 */
function signBefore(
  source: TableSource,
  body: Body,
  initiatives: number,
  at: { sheet: string; cell: string },
): SignFound | Problem | null {
  if (source.options.sign !== null) return { sign: source.options.sign, signReading: "chosen" };
  const stated = new Set(source.titles.flatMap((title) => signStatedIn(title) ?? []));
  const [only] = stated;
  if (only !== undefined && stated.size === 1) return { sign: only, signReading: "stated" };
  const net = signOfNet(source, body);
  if (net !== null) return { sign: net, signReading: "inferred" };
  if (initiatives < 2) return null;
  const found = signOfTable(votesOf(body));
  // Nothing but positive amounts may be income as well: each initiative's own rows say it, or are asked about.
  if (found.kind !== "undecidable" && found.sign === "positive" && found.reading === "inferred" && isPositive(body))
    return null;
  if (found.kind === "undecidable")
    return problem("sign-undecidable", at, { negative: found.negative, positive: found.positive });
  return { sign: found.sign, signReading: found.reading };
}

function isPositive({ rows }: Body): boolean {
  return rows.every(({ amounts }) =>
    amounts.every(({ outcome, budget }) =>
      [outcome, budget].every((amount) => amount === null || isBadAmount(amount) || signOf(amount) >= 0),
    ),
  );
}

/**
 * How costs are written where income and cost stand beside their net: what the net is of the two says it. Income less costs is
 * positive when there is more income; null: there are no such columns, or they say different things.
 */
function signOfNet({ grid, header }: TableSource, { rows }: Body): CostSign | null {
  const found = new Set<CostSign>();
  for (const { row, amounts } of rows)
    for (const { group, ...own } of amounts)
      for (const measure of ["outcome", "budget"] as const) {
        const columns = group.gross?.[measure];
        const stated = own[measure];
        if (columns === undefined || stated === null || isBadAmount(stated)) continue;
        const [income, cost, net] = [
          columns.income,
          columns.cost,
          header.groups.includes(group) ? group[measure] : -1,
        ].map((column) => grid.values[row]?.[column]);
        if (typeof income !== "number" || typeof cost !== "number" || typeof net !== "number") continue;
        if (income === 0 || cost === 0 || net === 0) continue;
        const is = (sum: number): boolean => Math.abs(sum - net) <= Math.abs(net) * 1e-9 + 1.5;
        const [less, more, added] = [is(income - cost), is(cost - income), is(income + cost)];
        if (added && income > 0 && cost < 0) found.add("negative");
        else if (added && income < 0 && cost > 0) found.add("positive");
        else if (less && !more && income > 0 && cost > 0) found.add("negative");
        else if (more && !less && income > 0 && cost > 0) found.add("positive");
      }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

interface Part {
  readonly initiative: string | null;
  readonly own: readonly BodyRow[];
  readonly sorted: Sorted;
  /** Null: the rows were not judged, since the periods do not fit. */
  readonly judged: Judged | null;
  readonly unit: Unit;
  readonly unitReading: Reading;
  readonly stated: SignFound | null;
}

function finish(source: TableSource, body: Body, part: Part): Omit<ReadTable, "lines"> {
  const { grid, header } = source;
  const { sorted, unit, judged } = part;
  const unfit = [...sorted.problems.filter(({ severity }) => severity === "block"), ...withoutBudget(source, part)];
  const blocks = unfit.length > 0 || header.keys.voucher >= 0 ? unfit : duplicates(grid, sorted);
  const [block] = blocks;
  if (block !== undefined) {
    return { ...asideFor(source, block.code, rowsOf(part)), problems: blocks };
  }
  if (judged?.by === "open") return { ...asideFor(source, "question", rowsOf(part)), problems: [] };
  if (sorted.entries.length === 0 || judged === null)
    return { tables: [], setAside: sorted.setAside, problems: sorted.problems };
  const recount = recountedRows(grid, header, body, part.own, sorted.setAside, unit);
  const table: BudgetTable = {
    initiative: part.initiative,
    workbook: null,
    sheet: grid.sheet,
    range: tableRange(source),
    layout: header.layout,
    unit,
    unitReading: part.unitReading,
    sign: judged.reading.sign,
    signReading: signReadingOf(part, judged),
    decimals: decimalsIn(sorted.entries, unit),
    lines: sorted.lines,
    ...statedKinds(judged, sorted.lines),
    periods: sorted.periods,
    versions: header.versions,
    entries: sorted.entries,
    controlTotals: facing(sorted, judged.reading),
    results: sorted.results,
    equity: equityOf(grid, judged),
    explained: null,
    seriesBreaks: sorted.seriesBreaks,
    ...(recount === undefined ? {} : { recount }),
  };
  return {
    tables: [table],
    setAside: sorted.setAside,
    problems: [
      ...sorted.problems,
      ...entryNotes(grid, sorted, table),
      ...lineNotes(grid, part.own, body.lineColumn, table),
    ],
  };
}

function decimalsIn(entries: readonly BudgetEntry[], unit: Unit): number {
  const most = MOST_DECIMALS[unit];
  let decimals = 0;
  for (const { outcome, budget } of entries) {
    if (outcome !== null) decimals = Math.max(decimals, decimalsOf(outcome, unit, most));
    if (budget !== null) decimals = Math.max(decimals, decimalsOf(budget, unit, most));
    if (decimals === most) break;
  }
  // Öre are two digits.
  return unit === "kr" && decimals > 0 ? most : decimals;
}

/**
 * A budget column with nothing in it is no budget: every krona spent would look like an overspend. Where it holds something on rows
 * that were set aside, the reasons for those say what to do.
 */
function withoutBudget(source: TableSource, { own, sorted: { entries }, initiative }: Part): readonly Problem[] {
  const { grid, header } = source;
  if (source.side != null || entries.length === 0 || entries.some(({ budget }) => budget !== null)) return [];
  const columns = header.groups.flatMap(({ budget }) => (budget < 0 ? [] : [budget]));
  const at = { sheet: grid.sheet, cell: tableRange(source) };
  const dated = ({ period }: BudgetHeader["groups"][number]): boolean => period === "row" || isPeriod(period);
  if (!header.groups.some((group) => group.budget >= 0 && dated(group))) {
    const texts = [...header.headings.values()];
    const example = counterpartOf(texts, "budget");
    return [problem("budget-without-period", at, { headings: headingList(texts), example })];
  }
  const said = own.some(({ row }) => columns.some((column) => !isBlank(grid.values[row]?.[column])));
  if (said) return [];
  return [problem("no-budget-amounts", at, { initiative: initiative ?? "" })];
}
