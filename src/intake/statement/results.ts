// src/intake/statement/results.ts: a result covers everything above it: added as it stands, or income less costs where both are written alike.
import { tolerance } from "./evidence";
import { proofOf } from "./groupsAbove";
import type { Node, Nodes } from "./nodes";
import type { Attempt } from "./parse";
import { fitsAsStated, isOneWrong, isUnreadable, type Run, runOf } from "./totals";

type Signs = readonly (1 | -1)[];

/** The whole run from the start first, then from each boundary, the nearest first. */
export function resultOf(attempt: Attempt, nodes: Nodes, row: number): Run {
  const starts = [...new Set([0, ...nodes.boundaries()])];
  for (const start of starts) {
    for (const flip of [1, -1] as const) {
      const { wrong, checked } = nodes.fit(start, row, flip);
      if (wrong.length === 0 && checked > 0 && !isTrivial(attempt, nodes, start, row))
        return runOf(attempt, nodes, start, row, "exact", flip);
    }
    if (fitsAsStated(attempt, nodes, start, row)) return runOf(attempt, nodes, start, row, "exact");
    const found = difference(attempt, nodes, start, row);
    if (found !== null) return found;
  }
  for (const start of starts) {
    if (isOneWrong(attempt, nodes, start, row, nodes.fit(start, row)))
      return runOf(attempt, nodes, start, row, "error");
  }
  const nearly = nearDifference(attempt, nodes, row);
  return nearly ?? runOf(attempt, nodes, 0, row, isUnreadable(attempt, nodes, 0, row) ? "unknown" : "unexplained");
}

/** One node from a later start proves nothing of a result. */
function isTrivial(attempt: Attempt, nodes: Nodes, start: number, row: number): boolean {
  return start > 0 && (nodes.tellingFrom(start) < 2 || !attempt.figures.telling(row));
}

/** Income less costs, by what is known of each node; where that does not come out, costs after income or the other way round. */
function difference(attempt: Attempt, nodes: Nodes, start: number, row: number): Run | null {
  const run = nodes.list.slice(start);
  if (run.length < 2) return null;
  const known = formulaSigns(attempt, run, row) ?? knownSigns(run);
  const tries = isSigned(known) ? [known] : splits(run, known);
  const fitting = tries.flatMap((signs) => {
    const flip = signedFit(attempt, run, signs, row).flip;
    return flip === null ? [] : [{ signs, flip }];
  });
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return signedRun(attempt, run, start, only, row, "exact");
  const against = splits(
    run,
    run.map(() => 0),
  ).flatMap((signs) => {
    const { flip } = signedFit(attempt, run, signs, row);
    return flip === null ? [] : [{ signs, flip }];
  });
  const [bold] = against;
  if (bold === undefined || against.length > 1) return null;
  const proof = proofOf(attempt, row, nodes, start, attempt.figures.main, bold);
  return proof >= 2 * Math.log2(attempt.figures.rows) + 7 ? signedRun(attempt, run, start, bold, row, "exact") : null;
}

/** Every node's sign is known, and the result is right in all columns but one. */
function nearDifference(attempt: Attempt, nodes: Nodes, row: number): Run | null {
  const run = nodes.list.slice(0);
  const known = knownSigns(run);
  if (run.length < 2 || !isSigned(known) || new Set(known).size < 2) return null;
  const signs = known;
  const { wrong, checked } = signedFit(attempt, run, signs, row);
  if (wrong.length !== 1 || checked < 2) return null;
  return { ...signedRun(attempt, run, 0, { signs, flip: 1 }, row, "error"), wrong };
}

/** As the row's formula says, where it names every node that is not zero. */
function formulaSigns({ table }: Attempt, run: readonly Node[], row: number): readonly (1 | -1 | 0)[] | null {
  const signs = new Map((table.rows[row]?.formula ?? []).map((part) => [part.row, part.sign]));
  if (signs.size === 0 || !run.every((node) => signs.has(node.row) || isZero(node))) return null;
  return run.map((node) => signs.get(node.row) ?? 1);
}

function knownSigns(run: readonly Node[]): readonly (1 | -1 | 0)[] {
  return run.map(({ side }) => (side === "cost" ? -1 : side === "income" || side === "net" ? 1 : 0));
}

function isSigned(signs: readonly (1 | -1 | 0)[]): signs is Signs {
  return signs.every((sign) => sign !== 0);
}

/** Unknown nodes as income up to some point and costs after it, and the other way round. */
function splits(run: readonly Node[], known: readonly (1 | -1 | 0)[]): readonly Signs[] {
  const found: Signs[] = [];
  if (run.length > 40) return found;
  for (const first of [1, -1] as const)
    for (let split = 1; split <= run.length; split++) {
      const signs = known.map((sign, index) => (sign !== 0 ? sign : ((index < split ? first : -first) as 1 | -1)));
      if (new Set(signs).size < 2) continue;
      // Zeros make several splits the same.
      const same = found.some((other) => other.every((sign, index) => sign === signs[index] || isZero(run[index]!)));
      if (!same) found.push(signs);
    }
  return found;
}

function isZero({ value }: Node): boolean {
  return value.every((each) => each === 0);
}

interface SignedFit {
  readonly flip: 1 | -1 | null;
  readonly wrong: readonly number[];
  readonly checked: number;
}

function signedFit({ figures }: Attempt, run: readonly Node[], signs: Signs, row: number): SignedFit {
  let best: { wrong: number[]; checked: number } | null = null;
  // Costs that are taken away are written as positive.
  const takenAway = figures.main.some(
    (column) => run.reduce((sum, node, index) => sum + (signs[index] === -1 ? node.value[column]! : 0), 0) > 0,
  );
  if (!takenAway) return { flip: null, wrong: [], checked: 0 };
  for (const flip of [1, -1] as const) {
    const wrong: number[] = [];
    let checked = 0;
    for (const column of figures.main) {
      if (!figures.has(row, column)) continue;
      checked++;
      const computed = run.reduce((sum, node, index) => sum + node.value[column]! * signs[index]!, 0);
      const stated = figures.at(row, column) * flip;
      if (Math.abs(computed - stated) > tolerance(run.length, stated, figures.whole)) wrong.push(column);
    }
    if (wrong.length === 0 && checked > 0) return { flip, wrong, checked };
    if (flip === 1) best = { wrong, checked };
  }
  return { flip: null, wrong: best?.wrong ?? [], checked: best?.checked ?? 0 };
}

function signedRun(
  { figures }: Attempt,
  run: readonly Node[],
  start: number,
  { signs, flip }: { signs: Signs; flip: 1 | -1 },
  row: number,
  how: Run["how"],
): Run {
  const value = Array.from({ length: figures.columns }, (_, column) => {
    const computed = run.reduce((sum, node, index) => sum + node.value[column]! * signs[index]!, 0);
    const stated = figures.at(row, column) * flip;
    return how === "exact" && figures.has(row, column) && figures.main.includes(column) ? stated : computed;
  });
  return { start, how, wrong: [], value, flip, signs, leftOut: null };
}
