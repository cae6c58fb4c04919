// src/intake/budget/tableNotes.ts: what is worth a note, or blocks, in a table that was read: its entries, its lines and its hidden rows.
import type { BudgetEntry, BudgetTable } from "../../domain/deviation/budget";
import { kindOf } from "../../domain/deviation/lineKind";
import { krText, signOf, toKr } from "../../domain/money";
import { contains, overlaps, yearOf } from "../../domain/period";
import { joinedAt, problem, type Problem, type ProblemCode } from "../../domain/problem";
import type { Body, BodyRow } from "./budgetBody";
import type { Sorted } from "./budgetRows";
import { cellName, rangeName } from "../../domain/a1";
import type { Grid } from "../grid";
import { FIRST_YEAR, LAST_YEAR } from "../periodLabel";
import type { BudgetHeader } from "./header";
import { kindOfName } from "../statement/words";

/** The same line, account, part and period twice. Not asked of a ledger, whose rows are entries to be summed. */
export function duplicates(grid: Grid, { entries, lines, periods }: Sorted): readonly Problem[] {
  const first = new Map<string, BudgetEntry>();
  const said = new Set<string>();
  const problems: Problem[] = [];
  for (const entry of entries) {
    const key = `${entry.line}|${entry.period}|${entry.account ?? ""}|${entry.party ?? ""}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, entry);
    else if (!said.has(key)) {
      said.add(key);
      const params = {
        line: lines[entry.line] ?? "",
        period: periods[entry.period]?.label ?? "",
        other: other.origin.cells,
      };
      problems.push(problem("duplicate-key", { sheet: grid.sheet, cell: entry.origin.cells }, params));
    }
  }
  return joined(problems);
}

/** A budget of its own, or a longer period's that it is a part of. */
function hasBudget(periods: BudgetTable["periods"], budgeted: ReadonlySet<number>, period: number): boolean {
  const own = periods[period];
  return [...budgeted].some((index) => {
    const other = periods[index];
    return own !== undefined && other !== undefined && contains(other, own);
  });
}

/** The sign that amounts of the line's kind have in this table; null: either. */
function expectedSign(table: BudgetTable, line: number): 1 | -1 | null {
  const kind = kindOf(table, line);
  const costs = table.sign === "negative" ? -1 : 1;
  if (isAlone(table, line)) return costs;
  if (kind === "net") return null;
  return kind === "cost" || table.orientation === "all-positive" ? costs : (-costs as 1 | -1);
}

/** The only line that is no cost, among so many, and nothing in its name says that it is income: only its sign does. */
const FEWEST_COSTS = 3;

function isAlone({ lines, kinds }: BudgetTable, line: number): boolean {
  const costs = kinds.filter((kind) => kind === "cost").length;
  return (
    kinds[line] !== "cost" &&
    costs === kinds.length - 1 &&
    costs >= FEWEST_COSTS &&
    kindOfName(lines[line] ?? "") !== "income"
  );
}

export function entryNotes(grid: Grid, { cellOf }: Sorted, table: BudgetTable): readonly Problem[] {
  const notes: Problem[] = [];
  const at = (index: number, measure: "outcome" | "budget" | number): { sheet: string; cell: string } => ({
    sheet: grid.sheet,
    cell: cellOf(index, measure),
  });
  const booked = new Set(table.entries.filter(({ outcome }) => outcome !== null).map(({ period }) => period));
  const isPassed = (period: number): boolean => {
    const own = table.periods[period];
    const others = [...booked].flatMap((index) => table.periods[index] ?? []);
    return (
      own !== undefined && others.some(({ from }) => from > own.to) && !others.some((other) => overlaps(other, own))
    );
  };
  // A period without any budget is set against its part of a longer one, which is said once for the period.
  const budgeted = new Set(table.entries.filter(({ budget }) => budget !== null).map(({ period }) => period));
  const workedUp = table.versions.flatMap(({ kind }, version) => (kind === "worked-up" ? [version] : []));
  for (const period of booked)
    if (!hasBudget(table.periods, budgeted, period)) {
      const label = table.periods[period]?.label ?? "";
      notes.push(problem("period-without-budget", { sheet: grid.sheet, cell: table.range }, { period: label }));
    }
  if (booked.size === 0) notes.push(problem("no-outcome-amounts", { sheet: grid.sheet, cell: table.range }, {}));
  table.entries.forEach((entry, index) => {
    const line = table.lines[entry.line] ?? "";
    const period = table.periods[entry.period]?.label ?? "";
    if (entry.budget === null && entry.outcome !== null && budgeted.has(entry.period))
      notes.push(problem("missing-budget", at(index, "budget"), { line, period }));
    // A period without any outcome is to come, but where later ones have theirs.
    if (entry.outcome === null && entry.budget !== null && (booked.has(entry.period) || isPassed(entry.period)))
      notes.push(problem("missing-outcome", at(index, "outcome"), { line, period }));
    for (const measure of ["outcome", "budget", ...workedUp] as const) {
      const amount = typeof measure === "string" ? entry[measure] : (entry.versions[measure] ?? null);
      if (
        amount === null ||
        signOf(amount) === 0 ||
        signOf(amount) === (expectedSign(table, entry.line) ?? signOf(amount))
      )
        continue;
      notes.push(
        problem("opposite-sign", at(index, measure), {
          line,
          amount: krText(toKr(amount)),
          unit: table.unit,
          decimals: table.decimals,
        }),
      );
    }
  });
  return joined(notes);
}

/** From how many on the same remark at many places is one with a list. */
const JOINED_FROM: Partial<Readonly<Record<ProblemCode, number>>> = {
  "duplicate-key": 4,
  "opposite-sign": 2,
  "missing-budget": 6,
  "missing-outcome": 6,
};

/** Remarks of a code that come back many times in one table share their cause: the first, with the places of the others. */
function joined(notes: readonly Problem[]): readonly Problem[] {
  const byCode = new Map<ProblemCode, Problem[]>();
  for (const note of notes) {
    const own = byCode.get(note.code);
    if (own === undefined) byCode.set(note.code, [note]);
    else own.push(note);
  }
  return [...byCode].flatMap(([code, [first, ...others]]) =>
    others.length + 1 < (JOINED_FROM[code] ?? Infinity)
      ? [first!, ...others]
      : [
          joinedAt(
            first!,
            others.map(({ cell }) => cell),
          ),
        ],
  );
}

export function lineNotes(
  grid: Grid,
  rows: readonly BodyRow[],
  lineColumn: number,
  table: BudgetTable,
): readonly Problem[] {
  const { lines } = table;
  const notes: Problem[] = [];
  const cellOf = new Map<string, string>();
  for (const { line, row } of rows) if (line !== null && !cellOf.has(line)) cellOf.set(line, cellName(row, lineColumn));
  const byCase = new Map<string, string>();
  const income = incomeAsCost(table);
  for (const { line, period, text, origin } of table.seriesBreaks) {
    const label = period === null ? "" : (table.periods[period]?.label ?? "");
    const at = { sheet: origin.sheet, cell: origin.cells };
    notes.push(problem("series-break", at, { line: lines[line] ?? "", period: label, text }));
  }
  for (const line of lines) {
    const at = { sheet: grid.sheet, cell: cellOf.get(line) ?? null };
    if (income.has(line)) notes.push(problem("income-as-cost", at, { line }));
    const other = byCase.get(line.toLowerCase());
    if (other === undefined) byCase.set(line.toLowerCase(), line);
    else notes.push(problem("lines-differ-in-case", at, { first: other, second: line }));
    if (/^[=@]|^[+-].*\|/u.test(line)) notes.push(problem("formula-as-text", at, { text: line }));
  }
  return notes;
}

/** Lines that are income by name and written like the costs beside them, so that they are counted as costs. */
function incomeAsCost(table: BudgetTable): ReadonlySet<string> {
  const { lines, entries, sign } = table;
  const income = new Set(lines.filter((name, line) => kindOf(table, line) === "cost" && kindOfName(name) === "income"));
  if (income.size === 0 || income.size === lines.length) return new Set();
  const asCost = sign === "negative" ? -1 : 1;
  const signs = new Map<string, Set<number>>();
  for (const { line, outcome, budget } of entries) {
    const name = lines[line] ?? "";
    if (!income.has(name)) continue;
    const own = signs.get(name) ?? new Set();
    signs.set(name, own);
    for (const amount of [outcome, budget]) if (amount !== null && signOf(amount) !== 0) own.add(signOf(amount));
  }
  return new Set([...income].filter((name) => signs.get(name)?.size === 1 && signs.get(name)?.has(asCost)));
}

/** Rows whose year column says another year than their date, which is followed: one remark. */
function yearsApart(grid: Grid, { layout, keys }: BudgetHeader, { rows }: Body): readonly Problem[] {
  if (layout !== "long" || keys.year < 0 || (keys.period < 0 && keys["part-of-year"] < 0)) return [];
  const apart = rows.flatMap(({ row, period }) => {
    const stated = grid.values[row]?.[keys.year];
    const year = typeof stated === "number" ? stated : typeof stated === "string" ? Number(stated.trim()) : NaN;
    if (period?.kind !== "period" || !Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) return [];
    const { from, to, label } = period.period;
    return yearOf(from) <= year && year <= yearOf(to) ? [] : [{ row, year, label }];
  });
  const [first] = apart;
  if (first === undefined) return [];
  const at = { sheet: grid.sheet, cell: cellName(first.row, keys.year) };
  return [problem("year-and-date-differ", at, { rows: apart.length, year: first.year, period: first.label })];
}

/** One note per run of hidden rows. */
export function rowProblems(grid: Grid, header: BudgetHeader, body: Body): readonly Problem[] {
  const notes: Problem[] = [...yearsApart(grid, header, body)];
  if (grid.hiddenRows.size === 0) return notes;
  const hidden = body.rows.map(({ row }) => row).filter((row) => grid.hiddenRows.has(row));
  for (let index = 0; index < hidden.length;) {
    let last = index;
    while (hidden[last + 1] === (hidden[last] ?? NaN) + 1) last++;
    const cell = rangeName(hidden[index] ?? 0, header.left, hidden[last] ?? 0, header.right);
    notes.push(problem("hidden-row", { sheet: grid.sheet, cell }, { rows: last - index + 1 }));
    index = last + 1;
  }
  return notes;
}
