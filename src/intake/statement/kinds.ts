// src/intake/statement/kinds.ts: whether each line is income, cost or net, and how the table writes them.
import type { Directions } from "./directions";
import type { Attempt, Structure } from "./parse";
import type { Side } from "./rowClasses";
import type { LineKind, Orientation } from "../../domain/deviation/budget";
import type { ReadingLabel } from "./statement";
import { bare, isParty, kindOfTitle } from "./words";

/** One way to take the lines of a structure. */
export interface Oriented {
  readonly orientation: Orientation;
  readonly sign: "negative" | "positive";
  readonly kinds: ReadonlyMap<number, LineKind>;
  readonly label: ReadingLabel["key"];
}

export interface Orienting {
  /** One: decided. Several: a question, the likeliest first. */
  readonly ways: readonly Oriented[];
  /** The source's deviations count the other way round than the kinds say: a plain difference. */
  readonly plainDifference: boolean;
}

interface Line {
  readonly row: number;
  /** What is known of it, and whether its own name alone says so. */
  side: Side;
  weak: boolean;
  /** 1, −1, 0 where it has no figures, null where they differ. */
  readonly sign: 1 | -1 | 0 | null;
  readonly direction: 1 | -1 | 0;
  readonly size: number;
}

/** Decides from sections, accounts, closing sums, names, signs and the source's own deviations (statement.md, rules 9–11). */
export function orient(attempt: Attempt, structure: Structure, directions: Directions): Orienting {
  const lines = linesOf(attempt, structure, directions);
  const { stated } = attempt.table;
  const negative = lines.filter(({ sign }) => sign === -1).length;
  const positive = lines.filter(({ sign }) => sign === 1).length;
  const mixed = lines.filter(({ sign }) => sign === null).length;
  const alike = mixed === 0 && (negative === 0 || positive === 0);
  if (stated !== null) return asStated(attempt, structure, lines, stated);
  if (alike && negative > 0) return allNegative(lines);
  if (alike || structure.unsigned) return allPositive(attempt, structure, lines);
  return mixedSigns(attempt, structure, lines);
}

function linesOf({ figures, classes, table }: Attempt, structure: Structure, directions: Directions): Line[] {
  const closing = closingSides(structure, classes);
  return structure.lines.map((row) => {
    const own = classes[row]!;
    const arithmetic = structure.signs.get(row);
    const chosen = table.rows[row]?.chosen;
    const strong: Side =
      (chosen === "income" || chosen === "cost" ? chosen : null) ??
      (arithmetic === undefined ? null : arithmetic === 1 ? "income" : "cost") ??
      own.section ??
      own.byAccount ??
      closing.get(row) ??
      null;
    const values = figures.main.map((column) => figures.at(row, column)).filter((value) => value !== 0);
    const positive = values.filter((value) => value > 0).length;
    const sign = values.length === 0 ? 0 : positive === values.length ? 1 : positive === 0 ? -1 : null;
    return {
      row,
      side: strong ?? own.byName,
      weak: strong === null,
      sign,
      direction: directions.of.get(row) ?? 0,
      size: Math.max(0, ...values.map(Math.abs)),
    };
  });
}

/** What the sum says that each line stands under: the smallest one that says anything. */
function closingSides({ sums }: Structure, classes: Attempt["classes"]): ReadonlyMap<number, Side> {
  const found = new Map<number, Side>();
  const bySize = [...sums.values()].sort((a, b) => a.of.length - b.of.length);
  for (const { row, of, result } of bySize) {
    const side = result ? null : (classes[row]?.asSum ?? null);
    if (side === null) continue;
    for (const line of of) if (!found.has(line)) found.set(line, side);
  }
  return found;
}

function decided(
  orientation: Orientation,
  sign: Oriented["sign"],
  kinds: ReadonlyMap<number, LineKind>,
  plain = false,
): Orienting {
  return { ways: [{ orientation, sign, kinds, label: "as-read" }], plainDifference: plain };
}

function kindsBy(lines: readonly Line[], kind: (line: Line) => LineKind): ReadonlyMap<number, LineKind> {
  return new Map(lines.map((line) => [line.row, kind(line)]));
}

/** Costs by default; all income by every name is income; both named alike is a question. */
function allNegative(lines: readonly Line[]): Orienting {
  const income = lines.filter(({ side }) => side === "income");
  const costs = lines.filter(({ side }) => side === "cost");
  const telling = lines.filter(({ sign }) => sign !== 0);
  if (income.length > 0 && telling.every(({ side }) => side === "income"))
    return decided(
      "income-only",
      "positive",
      kindsBy(lines, () => "income"),
    );
  const all = decided(
    "costs-only",
    "negative",
    kindsBy(lines, () => "cost"),
  );
  const written = income.filter(({ sign }) => sign !== 0);
  const directions = new Set(telling.map(({ direction }) => direction).filter((direction) => direction !== 0));
  if (written.length === 0 || (costs.length === 0 && written.length * 2 < telling.length)) return all;
  // The source's own deviations count every line the same way.
  if (directions.size === 1 && written.every(({ weak }) => weak)) return all;
  const byKind: Oriented = {
    orientation: "all-positive",
    sign: "negative",
    kinds: kindsBy(lines, ({ side }) => side ?? "cost"),
    label: "by-kind",
  };
  return { ways: [{ ...all.ways[0]!, label: "all-costs" }, byKind], plainDifference: false };
}

const COST_HEADING =
  /kostnad|utgift|cost|expens|^(?:budget)?post(?:er)?$|insats|projekt|aktivitet|anslag|initiative|project|item/u;

/** Income counts the other way round than costs: every line's kind must be known (rule 11: never a default). */
function allPositive(attempt: Attempt, structure: Structure, lines: readonly Line[]): Orienting {
  const ob = lines.filter(({ direction }) => direction === 1);
  const bo = lines.filter(({ direction }) => direction === -1);
  const both = ob.length > 0 && bo.length > 0;
  const known = lines.map((line): Line => {
    if (line.side !== null && !(line.weak && both && line.direction !== 0)) return line;
    if (both && line.direction !== 0) return { ...line, side: line.direction === 1 ? "income" : "cost", weak: false };
    if (bo.length > 0 && ob.length === 0 && line.side === null) return { ...line, side: "cost" };
    return line;
  });
  const telling = known.filter(({ sign }) => sign !== 0);
  const income = telling.filter(({ side }) => side === "income");
  const costs = telling.filter(({ side }) => side === "cost");
  const open = telling.filter(({ side }) => side === null);
  const plainDifference =
    (ob.length > 0 && bo.length === 0 && costs.some(({ direction }) => direction === 1)) ||
    (bo.length > 0 && ob.length === 0 && income.some(({ direction }) => direction === -1));
  const as = (unknown: LineKind): ReadonlyMap<number, LineKind> => kindsBy(known, ({ side }) => side ?? unknown);
  const toBoth = (unknown: LineKind): Orienting => decided("all-positive", "positive", as(unknown), plainDifference);
  const allCosts = decided(
    "costs-only",
    "positive",
    kindsBy(known, () => "cost"),
    plainDifference,
  );
  const allIncome = decided(
    "income-only",
    "negative",
    kindsBy(known, () => "income"),
    plainDifference,
  );
  const ask = (...ways: readonly [Orienting, ReadingLabel["key"]][]): Orienting => ({
    ways: ways.map(([way, label]) => ({ ...way.ways[0]!, label })),
    plainDifference,
  });
  const costHeaded = isCostHeaded(attempt);
  if (income.length > 0 && costs.length > 0) {
    // The source adds them as they stand: it does not take the names for kinds.
    if (addsBoth(structure, known) && !structure.unsigned)
      return bo.length > 0 && ob.length === 0 && income.every(({ weak }) => weak)
        ? allCosts
        : ask([allCosts, "all-costs"], [toBoth("cost"), "by-kind"]);
    if (open.length === 0) return toBoth("cost");
    if (costHeaded && !open.some(({ row }) => isParty(attempt.table.rows[row]?.name ?? null))) return toBoth("cost");
    return ask([toBoth("cost"), "costs-positive"], [toBoth("income"), "by-kind"]);
  }
  if (costs.length > 0) {
    const parties = open.filter(({ row }) => isParty(attempt.table.rows[row]?.name ?? null));
    if (parties.length === 0 || costHeaded) return allCosts;
    const split = decided(
      "all-positive",
      "positive",
      kindsBy(known, ({ row, side }) => side ?? (parties.some((each) => each.row === row) ? "income" : "cost")),
    );
    return ask([split, "by-kind"], [allCosts, "all-costs"]);
  }
  if (income.length > 0) {
    if (open.length === 0) return allIncome;
    return ask([toBoth("cost"), "by-kind"], [allIncome, "all-income"]);
  }
  return unknownKinds(attempt, telling, { allCosts, allIncome, ask, costHeaded });
}

interface Choices {
  readonly allCosts: Orienting;
  readonly allIncome: Orienting;
  readonly ask: (...ways: readonly [Orienting, ReadingLabel["key"]][]) => Orienting;
  readonly costHeaded: boolean;
}

/** No line says anything: the heading over the names and the titles may. */
function unknownKinds(
  { table }: Attempt,
  telling: readonly Line[],
  { allCosts, allIncome, ask, costHeaded }: Choices,
): Orienting {
  if (telling.length === 0) return allCosts;
  const titles = new Set(table.titles.map(kindOfTitle).filter((side) => side !== null));
  const heading = kindOfTitle(table.lineHeading);
  const members = telling.every(({ row }) => isParty(table.rows[row]?.name ?? null));
  if (heading === "income" || (titles.has("income") && !titles.has("cost") && (members || !costHeaded)))
    return allIncome;
  if (costHeaded || heading === "cost" || (titles.has("cost") && !titles.has("income"))) return allCosts;
  return members
    ? ask([allIncome, "all-income"], [allCosts, "all-costs"])
    : ask([allCosts, "all-costs"], [allIncome, "all-income"]);
}

function isCostHeaded({ table }: Attempt): boolean {
  if (COST_HEADING.test(bare(table.lineHeading))) return true;
  const headings = table.headings.map(bare);
  return (
    headings.some((each) => /kostnad|utgift/u.test(each)) && !headings.some((each) => /intakt|inkomst/u.test(each))
  );
}

/** A stated sum adds named income and named costs as they stand. */
function addsBoth({ sums }: Structure, lines: readonly Line[]): boolean {
  const sides = new Map(lines.map(({ row, side, sign }) => [row, sign === 1 ? side : null]));
  return [...sums.values()].some(({ of, exact, result }) => {
    const under = new Set(of.map((row) => sides.get(row)));
    return exact && !result && under.has("income") && under.has("cost");
  });
}

interface Votes {
  readonly signed: number;
  readonly ledger: number;
}

/** Income and costs have different signs, unless costs hold credits: which is which is told by kinds, else by the deviations. */
function mixedSigns(attempt: Attempt, structure: Structure, lines: readonly Line[]): Orienting {
  const count = (side: Side, sign: number): number =>
    lines.filter((line) => line.side === side && line.sign === sign).length;
  const size = (side: Side, sign: number): number =>
    lines.reduce((sum, line) => sum + (line.side === side && line.sign === sign ? line.size : 0), 0);
  const [ip, inn, cp, cn] = [count("income", 1), count("income", -1), count("cost", 1), count("cost", -1)];
  const votes: Votes = { signed: ip + cn, ledger: inn + cp };
  const weight: Votes = { signed: size("income", 1) + size("cost", -1), ledger: size("income", -1) + size("cost", 1) };
  const ob = lines.filter(({ direction }) => direction === 1).length;
  const bo = lines.filter(({ direction }) => direction === -1).length;
  const signed = (plain = false): Orienting => withKinds(lines, "negative", plain);
  const ledger = (plain = false): Orienting => withKinds(lines, "positive", plain);
  const ask = (first: Orienting, second: Orienting): Orienting => ({
    ways: [
      { ...first.ways[0]!, label: first.ways[0]!.sign === "negative" ? "costs-negative" : "costs-positive" },
      { ...second.ways[0]!, label: second.ways[0]!.sign === "negative" ? "costs-negative" : "costs-positive" },
    ],
    plainDifference: false,
  });
  const bothNamed = (ip > 0 && cn > 0) || (inn > 0 && cp > 0);
  if (votes.ledger === 0 && votes.signed > 0) return against(signed(), ledger(), ob, bo, bothNamed);
  if (votes.signed === 0 && votes.ledger > 0) return against(ledger(), signed(), bo, ob, bothNamed);
  if (ip > 0 && cp > 0 && ip + cp > inn + cn && !structure.plain) return allPositive(attempt, structure, lines);
  if (votes.signed > 0) {
    if (isClear(votes.signed, votes.ledger, weight.signed, weight.ledger))
      return against(signed(), ledger(), ob, bo, bothNamed);
    if (isClear(votes.ledger, votes.signed, weight.ledger, weight.signed))
      return against(ledger(), signed(), bo, ob, bothNamed);
    if (ob > 0 && bo === 0) return signed();
    if (bo > 0 && ob === 0) return ledger();
    return ask(signed(), ledger());
  }
  if (ob > 0 && bo * 5 <= ob) return signed();
  if (bo > 0 && ob * 5 <= bo) return ledger();
  return byDominance(attempt, lines, { signed: signed(), ledger: ledger(), ask });
}

function isClear(votes: number, others: number, weight: number, otherWeight: number): boolean {
  return votes >= 3 * others && weight >= 3 * otherWeight;
}

/** Deviations that all go the wrong way are a question, unless income and costs are both named: then the source's is a plain difference. */
function against(found: Orienting, other: Orienting, withIt: number, againstIt: number, bothNamed: boolean): Orienting {
  if (againstIt === 0 || withIt > 0) return found;
  if (bothNamed) return { ...found, plainDifference: true };
  const label = (way: Orienting): Oriented => ({
    ...way.ways[0]!,
    label: way.ways[0]!.sign === "negative" ? "costs-negative" : "costs-positive",
  });
  return { ways: [label(found), label(other)], plainDifference: false };
}

interface Sided {
  readonly signed: Orienting;
  readonly ledger: Orienting;
  readonly ask: (first: Orienting, second: Orienting) => Orienting;
}

/** Nothing is named: the sign that most cells and the largest sum have, in outcome and in budget, is that of the costs. */
function byDominance(attempt: Attempt, lines: readonly Line[], { signed, ledger, ask }: Sided): Orienting {
  const { figures, table } = attempt;
  const verdicts = (["outcome", "budget"] as const).map((measure) => {
    const columns = figures.main.filter((column) => table.columns[column]?.measure === measure);
    const values = lines.flatMap(({ row }) => columns.map((column) => figures.at(row, column)));
    const negative = values.filter((value) => value < 0);
    const positive = values.filter((value) => value > 0);
    const total = (list: readonly number[]): number => list.reduce((sum, value) => sum + Math.abs(value), 0);
    if (negative.length > positive.length && total(negative) > total(positive)) return "negative";
    if (positive.length > negative.length && total(positive) > total(negative)) return "positive";
    return values.every((value) => value === 0) ? null : "split";
  });
  const told = new Set(verdicts.filter((verdict) => verdict !== null));
  if (told.size === 1 && told.has("negative")) return signed;
  if (told.size === 1 && told.has("positive")) return isCostHeaded(attempt) ? ledger : ask(ledger, signed);
  return ask(signed, ledger);
}

/** Kinds in a table whose signs tell income from costs; `net` where a line has both signs, or nothing in the table is named. */
function withKinds(lines: readonly Line[], sign: Oriented["sign"], plain: boolean): Orienting {
  const named = lines.some(({ side }) => side !== null);
  const isIncome = (line: Line): boolean => line.sign === (sign === "negative" ? 1 : -1);
  const hasIncome = lines.some((line) =>
    line.side === "income" ? line.sign !== 0 : line.side === null && isIncome(line),
  );
  const kinds = kindsBy(lines, (line) => {
    if (line.side !== null) return line.side;
    if (line.sign === null || (!named && lines.some(({ sign: own }) => own === null))) return "net";
    if (line.sign === 0) return "cost";
    return isIncome(line) ? (named ? "income" : "net") : named || !hasIncome ? "cost" : "net";
  });
  const anyIncome = [...kinds.values()].some((kind) => kind !== "cost");
  const orientation: Orientation = !anyIncome ? "costs-only" : sign === "negative" ? "costs-negative" : "ledger";
  return decided(orientation, sign, kinds, plain);
}

/** The user or a title says how costs are written; income that is written alike counts the other way round. */
function asStated(
  attempt: Attempt,
  structure: Structure,
  lines: readonly Line[],
  stated: "negative" | "positive",
): Orienting {
  const costSign = stated === "negative" ? -1 : 1;
  const income = lines.filter(({ side }) => side === "income");
  const alike = income.filter(({ sign }) => sign === costSign).length;
  if (
    stated === "positive" &&
    (structure.unsigned || (income.length > 0 && alike * 2 > income.length && alike < lines.length))
  )
    return allPositive(attempt, structure, lines);
  const kinds = withKinds(lines, stated, false);
  return { ...kinds, ways: kinds.ways.map((way) => ({ ...way, sign: stated })) };
}
