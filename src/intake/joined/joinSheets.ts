// src/intake/joined/joinSheets.ts: which sheets are one table: budget beside outcome, and years beside each other; asked where it is not certain.
import { followUpOf } from "../../domain/deviation/followUp";
import type { BudgetTable } from "../../domain/deviation/budget";
import { lookupKey } from "../../domain/lookupKey";
import { Decimal } from "../../domain/money";
import { overlaps, type Period } from "../../domain/period";
import { problem, type Problem } from "../../domain/problem";
import { answer, type Asking, question } from "../../domain/question";
import { onlyYearIn } from "../periodLabel";
import type { ReadTable } from "../budget/budgetTable";
import type { SetAside } from "../budget/budgetRows";
import { joinedSides, joinedYears, linesOnlyIn, sharedLines } from "./joinedTable";
import { type SheetSide, stemOf } from "./sheetSides";

/** A budget and an outcome that may be of the same. */
export interface SidePair {
  readonly budget: SheetSide;
  readonly outcome: SheetSide;
  /** The sheets' names are the same but for what they are. */
  readonly alike: boolean;
}

/** Pairs sides whose names fit each other and no third one; what then is left as the only two of the workbook is a pair as well. */
export function pairedSides(sides: readonly SheetSide[]): readonly SidePair[] {
  const of = (side: SheetSide["side"]): readonly SheetSide[] => sides.filter((each) => each.side === side);
  const fit = (a: SheetSide, b: SheetSide): boolean => a.stem === b.stem && sameYear(a, b);
  const pairs: SidePair[] = of("budget").flatMap((budget) => {
    const outcomes = of("outcome").filter((outcome) => fit(budget, outcome));
    const [outcome] = outcomes;
    const isOnly = outcomes.length === 1 && of("budget").filter((other) => fit(other, outcome!)).length === 1;
    return isOnly && outcome !== undefined ? [{ budget, outcome, alike: true }] : [];
  });
  const taken = new Set(pairs.flatMap(({ budget, outcome }) => [budget, outcome]));
  const [budgets, outcomes] = (["budget", "outcome"] as const).map((side) =>
    of(side).filter((each) => !taken.has(each)),
  );
  const [budget] = budgets!;
  const [outcome] = outcomes!;
  if (
    budgets!.length === 1 &&
    outcomes!.length === 1 &&
    budget !== undefined &&
    outcome !== undefined &&
    sameYear(budget, outcome)
  )
    pairs.push({ budget, outcome, alike: false });
  return pairs;
}

function sameYear(a: SheetSide, b: SheetSide): boolean {
  return a.year === null || b.year === null || a.year === b.year;
}

/** The two sides as they were read. */
export interface ReadPair extends SidePair {
  readonly ofBudget: ReadTable;
  readonly ofOutcome: ReadTable;
}

const OF_ONE_SIDE: ReadonlySet<string> = new Set(["no-outcome-amounts", "period-without-budget"]);

/** What two sides are together. The rows of a side that cannot be joined are set aside, and what is missing is said. */
export function joinedPair(pair: ReadPair, asking: Asking): ReadTable {
  const { ofBudget, ofOutcome, budget, outcome, alike } = pair;
  const both = {
    setAside: [...ofBudget.setAside, ...ofOutcome.setAside],
    // What the one side lacks is on the other.
    problems: [...ofBudget.problems, ...ofOutcome.problems].filter(({ code }) => !OF_ONE_SIDE.has(code)),
    lines: ofOutcome.lines,
  };
  if (ofBudget.tables.length === 0 || ofOutcome.tables.length === 0)
    return { ...both, tables: [], setAside: [...both.setAside, ...usedRows(pair, "question")] };
  const parts = ofOutcome.tables.map((table) => {
    const key = lookupKey(table.initiative ?? "");
    const planned =
      ofBudget.tables.find(({ initiative }) => lookupKey(initiative ?? "") === key) ??
      (ofBudget.tables.length === 1 && ofOutcome.tables.length === 1 ? ofBudget.tables[0] : undefined);
    return { table, planned, whole: planned === undefined ? table : joinedSides(planned, table) };
  });
  const planned = new Set(parts.map((part) => part.planned));
  const left = ofBudget.tables.filter((table) => !planned.has(table));
  const shared = parts.flatMap((part) => (part.planned === undefined ? [] : [sharedLines(part.planned, part.table)]));
  const sum = (of: (each: { shared: number; fewest: number }) => number): number =>
    shared.reduce((total, each) => total + of(each), 0);
  const [same, fewest] = [sum((each) => each.shared), sum((each) => each.fewest)];
  const at = { sheet: outcome.grid.sheet, cell: ofOutcome.tables[0]!.range };
  const names = { budget: budget.grid.sheet, outcome: outcome.grid.sheet };
  const torn = parts.some(({ table, planned: own }) => own !== undefined && lineHereSumThere(table, own, pair));
  const unfit = torn ? ("rows" as const) : parts.flatMap(({ whole }) => (typeof whole === "string" ? [whole] : []))[0];
  if (unfit !== undefined || same === 0) {
    const reason = problem("sides-differ", at, { ...names, what: unfit ?? "lines" });
    return {
      ...both,
      tables: [],
      problems: [...both.problems, reason],
      setAside: [...both.setAside, ...usedRows(pair, "sides-differ")],
    };
  }
  const tables = [...parts.flatMap(({ whole }) => (typeof whole === "string" ? [] : [whole])), ...left];
  if (!alike || same * 2 < fewest) {
    const labels = [
      answer("together", "read-together", names, netOf(tables)),
      answer("leave-out", "leave-out", {}, null),
    ];
    const params = { ...names, shared: same, lines: fewest };
    const about = [names.budget, names.outcome];
    const chosen = asking.ask(question("sheets-belong-together", at, params, labels, about, tables[0]!.unit));
    if (chosen !== "together")
      return {
        ...both,
        tables: [],
        setAside: [...both.setAside, ...usedRows(pair, chosen === null ? "question" : "table-ignored")],
      };
  }
  const told = [
    ...parts.flatMap(({ table, planned: own }) => (own === undefined ? [] : oneSided(own, table))),
    ...tables.flatMap(withoutBudget),
  ];
  return {
    ...both,
    tables,
    problems: [...both.problems, problem("sheets-joined", at, { ...names, lines: same }), ...told],
  };
}

/** Periods that have an outcome and lie in none with a budget. */
export function withoutBudget({ sheet, range, periods, entries }: BudgetTable): readonly Problem[] {
  const has = (measure: "outcome" | "budget"): readonly Period[] =>
    periods.filter((_, at) => entries.some((entry) => entry.period === at && entry[measure] !== null));
  const planned = has("budget");
  return has("outcome")
    .filter((period) => !planned.some((other) => overlaps(other, period)))
    .map(({ label }) => problem("period-without-budget", { sheet, cell: range }, { period: label }));
}

/** A row that is a line on the one sheet and was told to be a sum of others on the other one. */
function lineHereSumThere(outcome: BudgetTable, budget: BudgetTable, { ofBudget, ofOutcome }: ReadPair): boolean {
  const totals = ({ lines }: ReadTable): ReadonlySet<string> =>
    new Set(lines.flatMap(({ label, is }) => (is === "total" ? [lookupKey(label)] : [])));
  const [planned, booked] = [totals(ofBudget), totals(ofOutcome)];
  return (
    linesOnlyIn(outcome, budget).some((line) => planned.has(lookupKey(line))) ||
    linesOnlyIn(budget, outcome).some((line) => booked.has(lookupKey(line)))
  );
}

/** Lines of the one side that the other has not. `names`: what the sides are called where the sheets' own names do not tell them apart. */
export function oneSided(
  budget: BudgetTable,
  outcome: BudgetTable,
  names = { budget: budget.sheet, outcome: outcome.sheet },
): readonly Problem[] {
  const said = (table: BudgetTable, other: BudgetTable, missing: string): readonly Problem[] => {
    const lines = linesOnlyIn(table, other);
    if (lines.length === 0) return [];
    const params = { lines: lines.join(", "), count: lines.length, missing };
    return [problem("lines-on-one-sheet", { sheet: table.sheet, cell: table.range }, params)];
  };
  return [...said(budget, outcome, names.outcome), ...said(outcome, budget, names.budget)];
}

function usedRows({ ofBudget, ofOutcome }: ReadPair, reason: SetAside["reason"]): readonly SetAside[] {
  return [...ofBudget.tables, ...ofOutcome.tables].flatMap(({ entries }) =>
    entries.map(({ origin }): SetAside => ({ sheet: origin.sheet, cell: origin.cells, reason, rows: 1 })),
  );
}

const NO_LIMITS = { amount: new Decimal(0), share: new Decimal(0) };

/** The net result's deviation of all tables, kr. */
export function netOf(tables: readonly BudgetTable[]): Decimal {
  return tables
    .map((table) => followUpOf(table, null, NO_LIMITS).total.amount)
    .reduce((sum, amount) => sum.plus(amount), new Decimal(0));
}

/**
 * The tables, those of one layout whose sheets' names differ by the year alone (`2024`, `2025`) joined as years of one. The joined
 * one stands where its first stood; the others' places are empty.
 */
export function withYearsJoined(read: readonly ReadTable[]): readonly ReadTable[] {
  const groups = new Map<string, number[]>();
  read.forEach(({ tables }, at) => {
    const [table] = tables;
    if (tables.length !== 1 || table === undefined || onlyYearIn([table.sheet]) === null) return;
    const key = [stemOf(table.sheet), lookupKey(table.initiative ?? ""), table.layout].join("|");
    groups.set(key, [...(groups.get(key) ?? []), at]);
  });
  const result = [...read];
  for (const places of groups.values()) {
    const tables = places.map((at) => read[at]!.tables[0]!);
    const [first] = tables;
    if (first === undefined || tables.length < 2 || new Set(tables.map(({ sheet }) => sheet)).size < tables.length)
      continue;
    const isAlike = tables.slice(1).every((table) => {
      const { shared, fewest } = sharedLines(first, table);
      return shared * 2 >= fewest && shared > 0;
    });
    const whole = isAlike ? joinedYears(tables) : "periods";
    const names = tables.map(({ sheet }) => sheet).join(", ");
    if (isAlike && whole === "periods") {
      const last = tables.at(-1)!;
      const doubled = problem("sheets-overlap", { sheet: last.sheet, cell: last.range }, { sheets: names });
      const place = places.at(-1)!;
      result[place] = { ...read[place]!, problems: [...read[place]!.problems, doubled] };
    }
    if (typeof whole === "string") continue;
    const at = { sheet: whole.sheet, cell: whole.range };
    const told = problem("sheets-joined-as-years", at, { sheets: names });
    places.forEach((place, index) => {
      const own = read[place]!;
      result[place] =
        index === 0 ? { ...own, tables: [whole], problems: [...own.problems, told] } : { ...own, tables: [] };
    });
  }
  return result;
}
