// src/intake/budget/statementRows.ts: the rows of a budget table as the statement that is proved, and what each row was found to be.
import { type Decimal, KR_PER_UNIT, type Money, ORE_PER_UNIT, toKr, type Unit } from "../../domain/money";
import type { Period } from "../../domain/period";
import { type AmountReading, decimalsOf, isBadAmount } from "../amount";
import { type Grid, isBlank, isCellError } from "../grid";
import { lookupKey } from "../../domain/lookupKey";
import { sumOf } from "../sourceSum";
import { proveStatement } from "../statement/prove";
import type {
  EquityPart,
  FormulaParts,
  Proof,
  Reading,
  RowRole,
  StatementColumn,
  StatementRow,
} from "../statement/statement";
import type { LineKind } from "../../domain/deviation/budget";
import { type AmountCells, amountColumns, type Body, type BodyRow } from "./budgetBody";
import { type BudgetHeader, type ColumnGroup, isPeriod } from "./header";
import { periodKey } from "./periods";

/** What is known of a table beside its rows. */
export interface StatementContext {
  readonly grid: Grid;
  readonly header: BudgetHeader;
  readonly body: Body;
  readonly unit: Unit;
  readonly titles: readonly string[];
  /** How the user or a title says that costs are written; null: nothing. */
  readonly stated: "negative" | "positive" | null;
  /** Periods that count; others are sums of them. */
  readonly leaves: readonly Period[];
  /** The other side of the table; null or absent: this is all of it. */
  readonly beside?: StatementBeside | null;
}

/** The same lines on another sheet. */
export interface StatementBeside {
  readonly header: BudgetHeader;
  readonly rows: readonly BodyRow[];
}

/** The proof, with the rows that its indices mean. */
export interface ProvedRows {
  readonly proof: Proof;
  /** Per row of the statement, the rows of the sheet: several in a long table. */
  readonly rows: readonly (readonly BodyRow[])[];
  /** kr of an amount in the proof's smallest step. */
  readonly krPerStep: Decimal;
}

/** Decimals that a statement keeps: one öre, or a thousandth of what is shown. */
const MOST_DECIMALS: Readonly<Record<Unit, number>> = { kr: 2, tkr: 3, Mkr: 3 };
/** More columns beside the table's own are not read for evidence. */
const MOST_OTHERS = 12;

/** Proves one initiative's rows of a table. */
export function provedRows(context: StatementContext, own: readonly BodyRow[]): ProvedRows {
  const built = context.header.layout === "wide" ? wide(context, own) : long(context, own);
  const { titles, stated, header, body, unit } = context;
  const proof = proveStatement({
    ...built,
    titles,
    lineHeading: header.headings.get(body.lineColumn) ?? "",
    headings: [...header.headings.values()],
    stated,
  });
  const krPerStep = toKr(ORE_PER_UNIT[unit] as Money).div(10 ** built.decimals);
  return { proof, rows: built.sources, krPerStep };
}

interface Built {
  readonly rows: readonly StatementRow[];
  readonly columns: readonly StatementColumn[];
  readonly decimals: number;
  readonly sources: readonly (readonly BodyRow[])[];
}

type Measured = "outcome" | "budget" | "deviation";
const MEASURES: readonly Measured[] = ["outcome", "budget", "deviation"];

function wide(context: StatementContext, own: readonly BodyRow[]): Built {
  const { header, unit, leaves } = context;
  const leafKeys = new Set(leaves.map(periodKey));
  const columns: (StatementColumn & { group: ColumnGroup | null; at: number })[] = [];
  for (const group of header.groups) {
    const period = isPeriod(group.period) ? periodKey(group.period) : String(header.groups.indexOf(group));
    const counted = isPeriod(group.period) && leafKeys.has(period);
    for (const measure of MEASURES) {
      if (group[measure] < 0) continue;
      columns.push({
        measure: group.period === "part" ? "other" : measure,
        period,
        counted,
        group,
        at: group[measure],
      });
    }
  }
  for (const at of otherColumns(context, new Set(columns.map((column) => column.at)), own))
    columns.push({ measure: "other", period: `other ${at}`, counted: false, group: null, at });
  const beside = besideColumns(context);
  const decimals = decimalsIn(own, unit);
  const scale = scaler(unit, decimals);
  let previous = header.bottom;
  const rowAt = new Map(own.map(({ row }, index) => [row, index]));
  const rows = own.map((row): StatementRow => {
    const byGroup = new Map(row.amounts.map((amounts) => [amounts.group, amounts]));
    const figures = columns.map(({ group, at, measure }) => {
      if (group === null) return plainFigure(context, row.row, at, decimals);
      return scale(measured(byGroup.get(group), group, at, measure));
    });
    const formula = formulaOf(context, row, columns, rowAt);
    const shaped = shape(context, row, row.row > previous + 1);
    previous = row.row;
    const others = beside.map(({ amountOf }) => scale(amountOf(row)));
    return { ...shaped, figures: [...figures, ...others], formula };
  });
  return { rows, columns: [...columns, ...beside], decimals, sources: own.map((row) => [row]) };
}

/** The columns of the other side, with each row's amount there. */
function besideColumns({
  beside,
}: StatementContext): readonly (StatementColumn & { readonly amountOf: (row: BodyRow) => AmountReading })[] {
  if (beside?.header.layout !== "wide") return [];
  const rows = new Map(beside.rows.map((row) => [lookupKey(row.line ?? ""), row]));
  return beside.header.groups.flatMap((group) =>
    (["outcome", "budget"] as const).flatMap((measure) => {
      if (group[measure] < 0 || !isPeriod(group.period)) return [];
      const amountOf = ({ line }: BodyRow): AmountReading => {
        const found = line === null ? undefined : rows.get(lookupKey(line));
        return found?.amounts.find((amounts) => amounts.group === group)?.[measure] ?? null;
      };
      return [{ measure, period: periodKey(group.period), counted: true, amountOf }];
    }),
  );
}

function measured(amounts: AmountCells | undefined, group: ColumnGroup, at: number, measure: string): AmountReading {
  if (amounts === undefined) return null;
  if (measure !== "other") return amounts[measure as Measured];
  return MEASURES.reduce<AmountReading>((found, each) => (group[each] === at ? amounts[each] : found), null);
}

/** A line of a long table with its figures by period, where all its rows are read. */
function long(context: StatementContext, own: readonly BodyRow[]): Built {
  const { unit, leaves } = context;
  const leafKeys = new Set(leaves.map(periodKey));
  const decimals = decimalsIn(own, unit);
  const scale = scaler(unit, decimals);
  const byLine = new Map<string, { rows: BodyRow[]; figures: Map<string, number>; unreadable: boolean }>();
  const periods = new Map<string, boolean>();
  const sources: BodyRow[][] = [];
  for (const row of own) {
    if (row.line === null || row.keyError !== null) continue;
    let found = byLine.get(row.line);
    if (found === undefined) {
      found = { rows: [], figures: new Map(), unreadable: false };
      byLine.set(row.line, found);
      sources.push(found.rows);
    }
    found.rows.push(row);
    const amounts = row.amounts[0];
    if (amounts === undefined || row.period?.kind !== "period") continue;
    const period = periodKey(row.period.period);
    periods.set(period, leafKeys.has(period));
    found.unreadable ||= isBadAmount(amounts.outcome) || isBadAmount(amounts.budget);
    for (const measure of MEASURES) {
      const figure = scale(amounts[measure]);
      if (figure === null) continue;
      const key = `${period}|${measure}`;
      found.figures.set(key, (found.figures.get(key) ?? 0) + figure);
    }
  }
  const columns = [...periods].flatMap(([period, counted]) =>
    MEASURES.map((measure): StatementColumn => ({ measure, period, counted })),
  );
  const rows = [...byLine.values()].map(({ rows: [first], figures, unreadable }): StatementRow => ({
    ...shape(context, first!, false),
    unreadable,
    figures: columns.map(({ period, measure }) => figures.get(`${period}|${measure}`) ?? null),
    formula: null,
  }));
  return { rows, columns, decimals, sources };
}

function shape(
  context: StatementContext,
  row: BodyRow,
  blankAbove: boolean,
): Omit<StatementRow, "figures" | "formula"> {
  const { grid, body } = context;
  const look = grid.look?.(row.row, body.lineColumn) ?? { bold: false, indent: 0 };
  const hidden = grid.hiddenRows.has(row.row);
  const unreadable = row.amounts.some(({ outcome, budget }) => isBadAmount(outcome) || isBadAmount(budget));
  const { account, chosen } = row;
  const name = row.line ?? besideName(context, row.row);
  return { name, account, ...look, blankAbove, chosen, hidden, unreadable };
}

/** A heading or a total may have its name in another column than the lines. */
function besideName({ grid, header, body }: StatementContext, row: number): string | null {
  const end = Math.min(...amountColumns(header), header.right + 1);
  for (let column = header.left; column < end; column++) {
    const value = grid.values[row]?.[column];
    if (column !== body.lineColumn && typeof value === "string" && !isBlank(value)) return value;
  }
  return null;
}

function decimalsIn(rows: readonly BodyRow[], unit: Unit): number {
  const most = MOST_DECIMALS[unit];
  let decimals = 0;
  for (const { amounts } of rows)
    for (const cells of amounts)
      for (const measure of MEASURES) {
        const amount = cells[measure];
        if (amount !== null && !isBadAmount(amount)) decimals = Math.max(decimals, decimalsOf(amount, unit, most));
        if (decimals === most) return most;
      }
  return decimals;
}

/** Whole numbers of the smallest step; what is finer is rounded: it is only compared. */
function scaler(unit: Unit, decimals: number): (amount: AmountReading) => number | null {
  const perStep = ORE_PER_UNIT[unit] / 10 ** decimals;
  return (amount) => {
    if (amount === null || isBadAmount(amount)) return null;
    if (typeof amount === "number") return Math.round(amount / perStep) + 0;
    return (
      Math.round(
        amount
          .div(KR_PER_UNIT[unit])
          .times(10 ** decimals)
          .toNumber(),
      ) + 0
    );
  };
}

/** Columns of numbers within the table that play no part in it: last year, a change, months of a year. */
function otherColumns(
  { header, grid }: StatementContext,
  used: ReadonlySet<number>,
  own: readonly BodyRow[],
): readonly number[] {
  const keys = new Set(Object.values(header.keys));
  const found: number[] = [];
  for (let column = header.left; column <= header.right && found.length < MOST_OTHERS; column++) {
    if (used.has(column) || keys.has(column)) continue;
    if (own.some(({ row }) => typeof grid.values[row]?.[column] === "number")) found.push(column);
  }
  return found;
}

function plainFigure({ grid }: StatementContext, row: number, column: number, decimals: number): number | null {
  const value = grid.values[row]?.[column];
  if (typeof value !== "number" || Math.abs(value) > 1e12) return null;
  return Math.round(value * 10 ** decimals) + 0;
}

/** Rows that the formula of the first figure with one adds or subtracts. */
function formulaOf(
  { grid }: StatementContext,
  { row }: BodyRow,
  columns: readonly { readonly measure: string; readonly at: number }[],
  rowAt: ReadonlyMap<number, number>,
): FormulaParts | null {
  if (grid.formula === undefined) return null;
  for (const { at, measure } of columns) {
    if (measure !== "outcome" && measure !== "budget") continue;
    if (typeof grid.values[row]?.[at] !== "number" || isCellError(grid.values[row][at])) continue;
    const sum = sumOf(grid.formula(row, at), grid.sheet);
    if (
      sum?.terms.every(({ left, right, top, bottom }) => left === at && right === at && (row < top || row > bottom)) !==
      true
    )
      continue;
    const parts = sum.terms.flatMap(({ sign, top, bottom }) => {
      const within: { row: number; sign: 1 | -1 }[] = [];
      for (let each = top; each <= Math.min(bottom, top + 10_000); each++) {
        const index = rowAt.get(each);
        if (index !== undefined) within.push({ row: index, sign });
      }
      return within;
    });
    if (parts.length > 0) return parts;
  }
  return null;
}

/** A row that sums others: the lines under it, and how each enters. */
export interface SumVerdict {
  readonly is: "sum";
  readonly result: boolean;
  readonly lines: readonly string[];
  readonly signs: readonly (1 | -1)[];
  /** It sums all lines, or all above it. */
  readonly whole: boolean;
}

/** What becomes of a row. */
export type RowVerdict =
  | { readonly is: "line" }
  | SumVerdict
  | { readonly is: "aside"; readonly code: "volume-row" | "memo-row" | "subtotal-row" | "equity-row" | "after-result" };

/** What each row of the sheet was found to be. */
export function verdictsOf(
  { rows }: ProvedRows,
  { rows: roles }: Pick<Reading, "rows">,
): ReadonlyMap<BodyRow, RowVerdict> {
  const lines = roles.flatMap((role, index) => (role.role === "line" ? [index] : []));
  const last = roles.findLastIndex(({ role }) => role !== "heading");
  const verdict = (role: RowRole, index: number): RowVerdict => {
    if (role.role === "line" || role.role === "heading") return { is: "line" };
    if (role.role === "equity") return { is: "aside", code: "equity-row" };
    if (role.role === "after") return { is: "aside", code: "after-result" };
    if (role.role === "memo") return { is: "aside", code: MEMO_CODES[role.why] };
    const signs = new Map<string, 1 | -1>();
    role.of.forEach((line, at) => {
      for (const { line: name } of rows[line] ?? []) if (name !== null) signs.set(name, role.signs[at] ?? 1);
    });
    const above = lines.filter((line) => line < index).length;
    const all = role.of.length === lines.length || (role.of.length === above && role.of.every((line) => line < index));
    const whole = role.named ? all || role.of.length === 0 : all && index === last;
    return { is: "sum", result: role.role === "result", lines: [...signs.keys()], signs: [...signs.values()], whole };
  };
  return new Map(rows.flatMap((own, index) => own.map((row) => [row, verdict(roles[index]!, index)] as const)));
}

const MEMO_CODES = {
  volume: "volume-row",
  ratio: "memo-row",
  left: "memo-row",
  chosen: "memo-row",
  "part-of": "subtotal-row",
} as const;

/** The kind of each line by name, as the reading has it. */
export function kindsByLine({ rows }: ProvedRows, reading: Reading): ReadonlyMap<string, LineKind> {
  const kinds = new Map<string, LineKind>();
  reading.rows.forEach((role, index) => {
    const name = rows[index]?.[0]?.line ?? null;
    if (role.role === "line" && name !== null && !kinds.has(name)) kinds.set(name, role.kind);
  });
  return kinds;
}

/** Rows of equity with the part that each states. */
export function equityRows({ rows }: ProvedRows, reading: Reading): readonly (readonly [EquityPart, BodyRow])[] {
  return reading.rows.flatMap((role, index) => {
    const row = rows[index]?.[0];
    return role.role === "equity" && row !== undefined ? [[role.part, row] as const] : [];
  });
}
