// src/intake/statement/sumsBelow.ts: sums and results that stand below their parts, found from the top down.
import { bitsOf, neededBits } from "./evidence";
import { type Above, formulaRows, lineNode, proofOf, sameCells, sumNode, valuesOf } from "./groupsAbove";
import { Nodes, type Node } from "./nodes";
import type { Attempt, Candidate, FoundSum, Structure } from "./parse";
import { resultOf } from "./results";
import type { RowClass } from "./rowClasses";
import type { SourceError } from "./statement";
import { namedRun, type Run } from "./totals";

/** Further than this an unnamed sum does not reach, unless a boundary begins it. */
const LONGEST = 400;
/** An unnamed result is looked for over no more nodes than these. */
const MOST_PARTS = 12;
/** Bits that two rows must have in common to be taken for the same amount. */
const LEAST_REPEATED = 5;

/** A class because every row adds to the same lists. */
export class SumsBelow {
  private readonly nodes: Nodes;
  private readonly sums = new Map<number, FoundSum>();
  private readonly after = new Set<number>();
  private readonly candidates: Candidate[] = [];
  private readonly errors: SourceError[] = [];
  private readonly unexplained: number[] = [];
  private readonly leftOut: { total: number; row: number }[] = [];
  private readonly signs = new Map<number, 1 | -1>();
  /** Results with nothing above them: lines if something sums them. */
  private readonly tentative: number[] = [];
  private readonly dropped = new Set<number>();
  private unsigned = false;
  private plain = false;
  private closed = false;
  /** Lines so far, and how many there were at the last explained result. */
  private lastResult: { row: number; leaves: number } | null = null;
  private proven = 0;

  constructor(
    private readonly attempt: Attempt,
    private readonly above: Above,
  ) {
    this.nodes = new Nodes(attempt.figures);
  }

  /** `then`: looks for groups among the rows that are left. */
  run(then?: (left: readonly Node[]) => Above): Structure {
    for (const sum of this.above.sums) this.add(sum);
    this.candidates.push(...this.above.candidates);
    this.attempt.table.rows.forEach((_, row) => this.place(row));
    let left: readonly Node[] = this.nodes.list;
    if (then !== undefined) {
      const found = then(left);
      for (const sum of found.sums) this.add(sum);
      this.candidates.push(...found.candidates);
      left = left.flatMap((node) => {
        const group = found.groups.get(node.row);
        return found.consumed.has(node.row) ? [] : [group ?? node];
      });
    }
    return this.structure(left);
  }

  private add(sum: FoundSum): void {
    this.sums.set(sum.row, sum);
    if (!sum.named) this.proven++;
  }

  private place(row: number): void {
    const { classes, force } = this.attempt;
    const own = classes[row]!;
    const forced = force.get(row) ?? null;
    if (own.is === "heading") return this.nodes.open();
    if (own.is === "empty" || own.is === "memo" || own.is === "equity") return;
    if (this.closed && forced?.as !== "line") {
      this.after.add(row);
      return;
    }
    if (forced?.as === "memo") {
      this.dropped.add(row);
      return;
    }
    if (this.above.consumed.has(row)) return;
    const group = this.above.groups.get(row);
    if (group !== undefined) return this.nodes.push(group);
    if (own.opens) this.nodes.open();
    if (forced?.as === "line") return this.nodes.push(lineNode(this.attempt, row));
    if (this.formulaSum(row, own)) return;
    if (this.attempt.table.rows[row]?.formula?.some(({ sign }) => sign === -1) === true && this.nodes.length > 1)
      return this.result(row, own);
    if (forced?.as === "sum") return this.forcedSum(row, forced.of, own);
    if (own.is === "sum") return this.namedTotal(row);
    if (own.is === "result" || own.is === "year-result") return this.result(row, own);
    this.unnamed(row, own);
  }

  private forcedSum(row: number, of: readonly number[] | null, own: RowClass): void {
    if (of?.every((part) => part < row)) {
      const chosen = new Set(this.nodes.list.filter((node) => of.includes(node.row)));
      if (chosen.size > 0) return this.closeNodes(row, chosen, own);
    }
    // A group above its parts that do not give it: set aside, its parts stay.
    this.sums.set(row, { row, of: [], signs: [], named: true, result: false, exact: false });
    if (of === null) this.unexplained.push(row);
  }

  /** The lines of nodes anywhere become one node. */
  private closeNodes(row: number, chosen: ReadonlySet<Node>, own: RowClass): void {
    const { figures } = this.attempt;
    const parts = this.nodes.list.filter((node) => chosen.has(node));
    const exact = figures.main.every((column) => {
      const sum = parts.reduce((total, node) => total + node.value[column]!, 0);
      return !figures.has(row, column) || Math.abs(sum - figures.at(row, column)) <= Math.sqrt(parts.length + 1);
    });
    this.nodes.remove(chosen);
    const node = { ...sumNode(this.attempt, row, parts, exact), side: own.asSum ?? sideOf(parts) };
    this.add({ row, of: node.leaves, signs: node.signs, named: isNamed(own), result: false, exact });
    this.nodes.push(node);
  }

  /** What a formula adds is a fact, where the figures agree. */
  private formulaSum(row: number, own: RowClass): boolean {
    const { figures, table } = this.attempt;
    const rows = formulaRows(table.rows[row]?.formula ?? null, row, "above");
    if (rows === null) return false;
    const wanted = new Set(rows);
    const chosen = this.nodes.list.filter(
      (node) => wanted.has(node.row) || node.leaves.every((leaf) => wanted.has(leaf)),
    );
    if (chosen.length === 0 || (chosen.length === 1 && !isNamed(own))) return false;
    const agrees = figures.main.every((column) => {
      if (!figures.has(row, column)) return true;
      const sum = chosen.reduce((total, node) => total + node.value[column]!, 0);
      return Math.abs(sum - figures.at(row, column)) <= Math.sqrt(chosen.length + 1);
    });
    if (!agrees) return false;
    this.closeNodes(row, new Set(chosen), own);
    return true;
  }

  private namedTotal(row: number): void {
    if (this.nodes.length === 0) return void this.unexplained.push(row);
    const run = namedRun(this.attempt, this.nodes, row);
    if (run.leftOut !== null) this.leftOut.push({ total: row, row: run.leftOut });
    if (run.twice != null) this.candidates.push({ ...run.twice, why: "near", bits: Infinity });
    this.close(row, run, false);
  }

  private close(row: number, run: Run, result: boolean): void {
    const { figures, classes, table } = this.attempt;
    const parts = this.nodes.take(run.start);
    const leaves = parts.flatMap((part) => part.leaves);
    const signs = signsOf(parts, run);
    const shown = signs.map((sign) => (sign * run.flip) as 1 | -1);
    const under = run.visible === true ? leaves.filter((leaf) => !table.rows[leaf]?.hidden) : leaves;
    this.sums.set(row, {
      row,
      of: under,
      signs: shown,
      named: true,
      result,
      exact: run.how === "exact",
      ...(run.partial === true ? { partial: true } : {}),
    });
    // A row without a name can be no line: it is set aside, and that is said.
    if (run.how === "unexplained" && table.rows[row]?.name !== null) this.unexplained.push(row);
    const value = run.value;
    if (run.how === "error")
      for (const column of run.wrong)
        this.errors.push({ row, column, stated: figures.at(row, column), computed: value[column]! });
    const differs = value.some(
      (each, column) => figures.has(row, column) && each !== figures.at(row, column) * run.flip,
    );
    const stated = differs ? valuesOf(this.attempt, row).map((each) => each * run.flip) : null;
    const side = result ? "net" : (classes[row]!.asSum ?? sideOf(parts));
    this.nodes.push({ row, leaves, signs, value, stated, isSum: true, side });
  }

  private result(row: number, own: RowClass): void {
    const { figures } = this.attempt;
    if (this.nodes.tellingFrom(0) === 0 && this.nodes.length === 0) {
      this.tentative.push(row);
      return this.nodes.push({ ...lineNode(this.attempt, row), side: null });
    }
    const run = resultOf(this.attempt, this.nodes, row);
    const parts = this.nodes.list.slice(run.start);
    run.signs?.forEach((sign, index) => {
      if (parts[index]?.side === "net") return;
      for (const leaf of parts[index]?.leaves ?? []) this.signs.set(leaf, sign);
    });
    if (run.how !== "unexplained" && run.signs !== null) this.unsigned = true;
    if (run.how !== "unexplained" && run.signs === null && parts.length > 1 && figures.telling(row)) this.plain = true;
    this.close(row, run, true);
    if (run.how !== "unexplained") this.lastResult = { row, leaves: parts.length };
    if (own.is === "year-result" && this.leafCount() >= 2) this.closed = true;
  }

  private leafCount(): number {
    return this.nodes.list.reduce((count, node) => count + node.leaves.length, 0);
  }

  private unnamed(row: number, own: RowClass): void {
    if (this.isUnnamedResult(row)) return this.result(row, own);
    const found = this.sumAt(row, own);
    if (found !== null && "start" in found) {
      const parts = this.nodes.take(found.start);
      const leaves = parts.flatMap((part) => part.leaves);
      const signs = parts.flatMap((part) => part.signs);
      this.add({ row, of: leaves, signs, named: false, result: false, exact: true });
      this.nodes.push({
        row,
        leaves,
        signs,
        value: valuesOf(this.attempt, row),
        stated: null,
        isSum: true,
        side: own.asSum ?? sideOf(parts),
      });
      return;
    }
    if (found !== null) this.candidates.push(found);
    else this.repetition(row);
    this.nodes.push(lineNode(this.attempt, row));
  }

  /** `Till eget kapital`: income less costs of everything above, where sums stand above it. */
  private isUnnamedResult(row: number): boolean {
    const { figures } = this.attempt;
    const { nodes } = this;
    if (
      !figures.telling(row) ||
      nodes.length < 2 ||
      nodes.length > MOST_PARTS ||
      !nodes.list.some(({ isSum }) => isSum)
    )
      return false;
    const { start, how, signs, flip } = resultOf(this.attempt, nodes, row);
    // A line may balance the others: only a difference of sums is a result without a name.
    if (how !== "exact" || start > 0 || signs === null) return false;
    return proofOf(this.attempt, row, nodes, 0, figures.main, { signs, flip }) >= neededBits(figures.rows, true);
  }

  /** The same figures as the line above, none of them zero alone: one of the two may be a group of one line. */
  private repetition(row: number): void {
    const { figures, table } = this.attempt;
    const last = this.nodes.list.at(-1);
    if (last === undefined || !figures.telling(row)) return;
    const same = figures.main.every((column) => last.value[column] === figures.at(row, column));
    if (!same || (last.isSum && this.attempt.classes[last.row]!.is !== "plain")) return;
    const bits = bitsOf(
      (column) => figures.at(row, column),
      [row],
      figures.main.filter((column) => !figures.repeating.has(column)),
      (_, column) => figures.at(row, column),
    );
    const again = this.nodes.list.at(-2);
    const isSeries = again !== undefined && figures.main.every((column) => again.value[column] === last.value[column]);
    if (bits < LEAST_REPEATED || isSeries) return;
    const below =
      (table.rows[last.row]?.indent ?? 0) > (table.rows[row]?.indent ?? 0) || table.rows[row]?.bold === true;
    this.candidates.push(
      below ? { row, of: [last.row], why: "single", bits } : { row: last.row, of: [row], why: "single", bits },
    );
  }

  /** The run that the row sums, or why it only may do so; null: it sums nothing. */
  private sumAt(row: number, own: RowClass): { start: number } | Candidate | null {
    const { figures } = this.attempt;
    const { nodes } = this;
    if (!figures.telling(row)) return null;
    let candidate: Candidate | null = null;
    for (const start of nodes.near(row, LONGEST)) {
      if (nodes.tellingFrom(start) < 2) continue;
      const fit = nodes.fit(start, row);
      if (fit.checked === 0 || fit.wrong.length === fit.checked || !sameCells(this.attempt, row, nodes, start))
        continue;
      const right = figures.main.filter((column) => figures.has(row, column) && !fit.wrong.includes(column));
      const bits = proofOf(
        this.attempt,
        row,
        nodes,
        start,
        fit.wrong.length === 0 ? [...right, ...figures.others] : right,
      );
      const of = nodes.list.slice(start).map((node) => node.row);
      if (fit.wrong.length > 0) {
        if (bits >= Math.log2(2 * figures.rows) + 6) candidate ??= { row, of, why: "near", bits };
        continue;
      }
      // A name such as Finansnetto, over all that stands since a boundary, needs no more.
      const natural = own.is === "maybe" && nodes.isBoundary(start);
      if (natural || bits >= neededBits(figures.rows, nodes.isBoundary(start))) return { start };
      if (candidate === null || candidate.bits < bits) candidate = { row, of, why: "weak", bits };
    }
    return candidate;
  }

  private structure(left: readonly Node[]): Structure {
    const lines = left.flatMap((node) => node.leaves).sort((a, b) => a - b);
    const covered = new Set<number>();
    let named = 0;
    for (const { of, named: isOne, exact, partial } of this.sums.values()) {
      if (!isOne) continue;
      if (exact) named += partial === true ? 0.6 : 1;
      if (exact) for (const leaf of of) covered.add(leaf);
    }
    // A table of nothing but totals has nothing that could explain them.
    const unexplained =
      lines.length === 0 ? [] : [...this.unexplained, ...this.tentative.filter((row) => !covered.has(row))];
    return {
      sums: this.sums,
      lines,
      after: this.after,
      candidates: this.candidates,
      errors: this.errors,
      unexplained,
      leftOut: this.leftOut,
      signs: this.signs,
      unsigned: this.unsigned,
      plain: this.plain,
      covered,
      loose: this.looseAfter(left, covered),
      score: Math.round(named * 1000) - unexplained.length * 300 + Math.min(this.proven, 99),
    };
  }

  /** Lines below the last explained result. */
  private looseAfter(left: readonly Node[], covered: ReadonlySet<number>): readonly number[] {
    const last = this.lastResult;
    if (last === null) return [];
    return left
      .flatMap((node) => node.leaves)
      .filter((row) => row > last.row && !covered.has(row) && this.attempt.figures.telling(row));
  }
}

function isNamed(own: RowClass): boolean {
  return own.is === "sum" || own.is === "result" || own.is === "year-result";
}

/** How the lines under the nodes enter the run. */
function signsOf(parts: readonly Node[], { signs }: Run): readonly (1 | -1)[] {
  return parts.flatMap((part, index) => part.signs.map((sign) => (sign * (signs?.[index] ?? 1)) as 1 | -1));
}

/** What all parts say; null where they differ or say nothing. */
export function sideOf(parts: readonly Node[]): Node["side"] {
  const sides = new Set(parts.map(({ side }) => side));
  const [only] = sides;
  return sides.size === 1 ? (only ?? null) : null;
}
