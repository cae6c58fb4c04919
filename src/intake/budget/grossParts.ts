// src/intake/budget/grossParts.ts: columns of income and of cost without their net: each read as a part of its own, then one table.
import type { BudgetTable, Orientation } from "../../domain/deviation/budget";
import { signOf } from "../../domain/money";
import type { Problem } from "../../domain/problem";
import type { Steps } from "../../domain/steps";
import { joinedParts } from "../joined/joinedTable";
import type { SetAside } from "./budgetRows";
import { type ReadTable, readBudgetTable, type TableSource } from "./budgetTable";
import { type BudgetHeader, isPeriod } from "./header";
import type { MeasureColumn } from "./header";

/** The words that tell a row's two lines apart. */
const WORDS = { income: "Intäkter", cost: "Kostnader" } as const;
type Part = keyof typeof WORDS;
const PARTS: readonly Part[] = ["income", "cost"];

/** The headers of the two parts, as `headerFor` makes them of their columns; null: the columns are not income and cost alone. */
export function grossHeaders(
  measures: readonly MeasureColumn[],
  line: number,
  headerFor: (own: readonly MeasureColumn[]) => BudgetHeader,
): Readonly<Record<Part, BudgetHeader>> | null {
  const amounts = measures.filter(({ measure }) => measure === "outcome" || measure === "budget");
  if (!amounts.every(({ heading: { part } }) => part === "income" || part === "cost")) return null;
  const [income, cost] = PARTS.map((part) => {
    const own = amounts.filter(({ heading }) => heading.part === part);
    const both = (["outcome", "budget"] as const).every((wanted) => own.some(({ measure }) => measure === wanted));
    if (!both) return null;
    const header = headerFor(own.map((each) => ({ ...each, heading: { ...each.heading, part: "all" } })));
    // The heading over the names is what says what all of them are.
    const headings = new Map(header.headings).set(line >= 0 ? line : header.left, WORDS[part]);
    return header.block === null && header.groups.some(({ period }) => isPeriod(period))
      ? { ...header, headings }
      : null;
  });
  return income == null || cost == null ? null : { income, cost };
}

/** Reads the two parts. A row with both is two lines; where one part is asked about or left out, so is the other. */
export function* readGrossParts(source: TableSource, parts: Readonly<Record<Part, BudgetHeader>>): Steps<ReadTable> {
  const income = yield* readBudgetTable({ ...source, header: parts.income });
  const cost = yield* readBudgetTable({ ...source, header: parts.cost });
  const both = { setAside: onceEach(income, cost), problems: problemsOf(income, cost), lines: cost.lines };
  if (income.tables.length === 0 || cost.tables.length === 0) {
    const left = [...income.tables, ...cost.tables].flatMap(({ entries }) =>
      entries.map(({ origin }): SetAside => ({ sheet: origin.sheet, cell: origin.cells, reason: "question", rows: 1 })),
    );
    return { ...both, tables: [], setAside: [...both.setAside, ...left] };
  }
  const names = new Set([...income.tables, ...cost.tables].map(({ initiative }) => initiative));
  const tables = [...names].map((name) => {
    const [own, other] = [income, cost].map(({ tables: all }) => all.find(({ initiative }) => initiative === name));
    const [earned, spent] = [own && named(own, "income"), other && named(other, "cost")];
    if (earned === undefined || spent === undefined) return (earned ?? spent)!;
    return joinedParts(facing(earned, spent, earned), facing(spent, spent, earned));
  });
  return { ...both, tables };
}

function named(table: BudgetTable, part: Part): BudgetTable {
  return {
    ...table,
    lines: table.lines.map((line) => `${WORDS[part]}: ${line}`),
    kinds: table.lines.map(() => part),
  };
}

/** The part with the way of writing of both, as their amounts show it: each column is one kind, whatever its names say. */
function facing(table: BudgetTable, cost: BudgetTable, income: BudgetTable): BudgetTable {
  const sign = leaning(cost) < 0 ? "negative" : "positive";
  const orientation: Orientation =
    sign === "negative" ? "costs-negative" : leaning(income) < 0 ? "ledger" : "all-positive";
  return { ...table, sign, orientation };
}

/** Whether most amounts are above or below nought. */
function leaning({ entries }: BudgetTable): number {
  const amounts = entries.flatMap(({ outcome, budget }) => [outcome, budget]);
  return amounts.reduce<number>((sum, amount) => sum + (amount === null ? 0 : signOf(amount)), 0);
}

/** Each cell once: a heading or a total is set aside in both parts; a row without income is none where its cost is used. */
function onceEach(income: ReadTable, cost: ReadTable): readonly SetAside[] {
  const used = new Set(
    [income, cost].flatMap(({ tables }) =>
      tables.flatMap(({ entries }) => entries.map(({ origin }) => rowOf(origin.cells))),
    ),
  );
  const found = new Map<string, SetAside>();
  for (const each of [...income.setAside, ...cost.setAside]) {
    if (each.reason === "no-amounts" && used.has(rowOf(each.cell))) continue;
    found.set(`${each.cell}|${each.reason}`, each);
  }
  return [...found.values()];
}

function problemsOf(income: ReadTable, cost: ReadTable): readonly Problem[] {
  const left = new Set(onceEach(income, cost).map(({ cell, reason }) => `${cell}|${reason}`));
  const found = new Map<string, Problem>();
  for (const each of [...income.problems, ...cost.problems]) {
    if (each.code === "no-amounts" && !left.has(`${each.cell}|${each.code}`)) continue;
    found.set(JSON.stringify([each.code, each.cell, each.params]), each);
  }
  return [...found.values()];
}

function rowOf(cells: string): string {
  return /\d+/u.exec(cells)?.[0] ?? "";
}
