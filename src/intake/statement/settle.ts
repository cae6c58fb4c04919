// src/intake/statement/settle.ts: the structures that a table may have: one where its own sums decide, else those that are open.
import type { Attempt, Candidate, Force, Forced, Structure } from "./parse";
import { parse } from "./parse";
import { lookalikes } from "./lookalikes";
import type { Doubt, ReadingLabel } from "./statement";

/** A way to take the rows, with what is taken for granted in it. */
export interface HostMode {
  readonly structure: Structure;
  readonly label: ReadingLabel["key"];
  /** Rows that the label is about. */
  readonly rows: readonly number[];
}

export interface Settled {
  /** The likeliest first. */
  readonly ways: readonly HostMode[];
  /** Why there are several; null: there are not. */
  readonly doubt: Doubt | null;
}

/** More weak candidates than this are not tried together. */
const MOST_TOGETHER = 6;
/** More doubtful rows than this are not combined with each other. */
const MOST_COMBINED = 3;
/** In longer tables the weak candidates are not judged again for every reading. */
const MOST_ROWS_AGAIN = 200;
/** So many weak candidates are chance: they are not tried. */
const MOST_TRIED = 40;

/** Tries both orders, lets named totals choose among the weak candidates, and lists what is left open. */
export function settle(attempt: Attempt): Settled {
  const { force, structure } = settledUnder(attempt, attempt.force);
  const doubts = doubtsOf({ ...attempt, force }, structure);
  const [first] = doubts;
  if (first === undefined) return { ways: [{ structure, label: "as-read", rows: [] }], doubt: null };
  return { ways: waysOf(attempt, force, structure, doubts), doubt: { key: first.key, row: first.row } };
}

/** What is taken for granted, with what the named totals say of the weak candidates that are left. */
function settledUnder(attempt: Attempt, given: Force): { force: Force; structure: Structure } {
  let force = given;
  let structure = better(attempt, force);
  for (let round = 0; round < 3; round++) {
    const chosen = judged(attempt, force, structure);
    if (chosen === null) break;
    force = chosen;
    structure = better(attempt, force);
  }
  return { force, structure };
}

/** The order that explains more. */
function better(attempt: Attempt, force: Force): Structure {
  const tried = { ...attempt, force };
  const above = parse(tried, "above-first");
  const below = parse(tried, "below-first");
  return below.score > above.score ? below : above;
}

/** Candidates that no named total has judged as lines. */
function open({ candidates, covered, lines }: Structure): readonly Candidate[] {
  const counted = new Set(lines);
  const byRow = new Map<number, Candidate>();
  for (const candidate of candidates) {
    if (!counted.has(candidate.row)) continue;
    const judgedAsLines =
      candidate.bits < Infinity && covered.has(candidate.row) && candidate.of.some((row) => covered.has(row));
    const known = byRow.get(candidate.row);
    if (judgedAsLines || (known !== undefined && known.bits >= candidate.bits)) continue;
    byRow.set(candidate.row, candidate);
  }
  return [...byRow.values()];
}

/** The choice among candidates with which more of the source's named sums come out, where only one does best; null: none. */
function judged(attempt: Attempt, force: Force, base: Structure): Force | null {
  const candidates = open(base);
  if (candidates.length === 0 || candidates.length > MOST_TRIED || attempt.figures.rows > MOST_ROWS_AGAIN * 2)
    return null;
  // A total that is wrong in one column is as likely to be wrong as two rows are to add up by chance.
  const least = base.errors.length > 0 ? Math.log2(attempt.figures.rows) + 3 : 0;
  let best: Force | null = null;
  let most = base.score - (base.score % 100);
  let ties = 0;
  for (const chosen of choices(candidates)) {
    if (chosen.some(({ bits }) => bits < least)) continue;
    const tried = withForced(force, chosen);
    const { score } = better(attempt, tried);
    const named = score - (score % 100);
    if (named > most) [best, most, ties] = [tried, named, 0];
    else if (named === most && best !== null && size(tried) <= size(best)) ties++;
  }
  return ties === 0 ? best : null;
}

function size(force: Force): number {
  return force.size;
}

/** Subsets of a few candidates, smallest first; single ones of many. */
function* choices(candidates: readonly Candidate[]): Generator<readonly Candidate[]> {
  if (candidates.length > MOST_TOGETHER) {
    for (const candidate of candidates) yield [candidate];
    return;
  }
  const sets = Array.from({ length: 2 ** candidates.length - 1 }, (_, index) =>
    candidates.filter((__, bit) => ((index + 1) >> bit) & 1),
  );
  yield* sets.sort((a, b) => a.length - b.length);
}

function withForced(force: Force, candidates: readonly Candidate[]): Force {
  const all = new Map(force);
  for (const { row, of } of candidates) all.set(row, { as: "sum", of });
  return all;
}

interface OpenRow {
  readonly key: Doubt["key"];
  readonly row: number;
  /** How the row is taken in the structure found, and otherwise. */
  readonly now: ReadingLabel["key"];
  readonly otherwise: { readonly label: ReadingLabel["key"]; readonly forced: Forced };
  /** The other way is the likelier. */
  readonly rather: boolean;
}

function doubtsOf(attempt: Attempt, structure: Structure): readonly OpenRow[] {
  const { figures } = attempt;
  const doubts: OpenRow[] = [];
  const line: Forced = { as: "line", of: null };
  for (const candidate of [...open(structure), ...lookalikes(attempt, structure)]) {
    const { row, of, why, bits } = candidate;
    if (doubts.some((doubt) => doubt.row === row)) continue;
    if (why === "single" && sameInAll(attempt, row)) continue;
    const forced: Forced = { as: "sum", of };
    const rather = why === "near" || bits >= Math.log2(figures.rows) + 3;
    doubts.push({ key: "sum-or-line", row, now: "row-as-line", otherwise: { label: "row-as-sum", forced }, rather });
  }
  for (const { row } of structure.leftOut) {
    const forced: Forced = { as: "memo", of: null };
    const otherwise = { label: "row-not-counted", forced } as const;
    doubts.push({ key: "row-left-out", row, now: "row-as-line", otherwise, rather: false });
  }
  const explainedByLeavingOut = new Set(structure.leftOut.map(({ total }) => total));
  for (const row of structure.unexplained) {
    if (explainedByLeavingOut.has(row)) continue;
    const counted = structure.lines.includes(row);
    const otherwise = counted
      ? ({ label: "row-as-sum", forced: { as: "sum", of: null } } as const)
      : ({ label: "row-as-line", forced: line } as const);
    doubts.push({
      key: "total-unexplained",
      row,
      now: counted ? "row-as-line" : "row-as-sum",
      otherwise,
      rather: false,
    });
  }
  for (const row of structure.loose) {
    const otherwise = { label: "row-not-counted", forced: { as: "memo", of: null } } as const;
    doubts.push({ key: "after-result", row, now: "row-as-line", otherwise, rather: false });
  }
  // What the user says of a row is not asked again.
  return doubts.filter(({ row }) => attempt.table.rows[row]?.chosen === null);
}

/** Outcome and budget are the same: counted twice or once, the deviation does not change. */
function sameInAll({ figures, table }: Attempt, row: number): boolean {
  const byPeriod = new Map<string, Set<number>>();
  for (const column of figures.main) {
    const period = table.columns[column]?.period ?? "";
    const values = byPeriod.get(period) ?? new Set();
    values.add(figures.at(row, column));
    byPeriod.set(period, values);
  }
  return [...byPeriod.values()].every(({ size: different }) => different === 1);
}

/** What was found, each doubtful row otherwise, and a few of them together. */
function waysOf(attempt: Attempt, force: Force, base: Structure, doubts: readonly OpenRow[]): readonly HostMode[] {
  const sets: (readonly OpenRow[])[] = [[]];
  if (doubts.length <= MOST_COMBINED) {
    for (let index = 1; index < 2 ** doubts.length; index++) sets.push(doubts.filter((_, bit) => (index >> bit) & 1));
  } else {
    const probable = doubts.filter(({ rather }) => rather);
    sets.push(probable);
    for (const doubt of doubts.slice(0, 5)) {
      sets.push([doubt]);
      sets.push(probable.includes(doubt) ? probable.filter((each) => each !== doubt) : [...probable, doubt]);
    }
    sets.push(doubts);
  }
  const likely = new Set(doubts.filter(({ rather }) => rather));
  const ways = sets.map((turned) => {
    const forced = new Map(force);
    for (const { row, otherwise } of turned) forced.set(row, otherwise.forced);
    const structure =
      turned.length === 0
        ? base
        : attempt.figures.rows > MOST_ROWS_AGAIN
          ? better(attempt, forced)
          : settledUnder(attempt, forced).structure;
    const off = doubts.filter((doubt) => likely.has(doubt) !== turned.includes(doubt)).length;
    const [first] = turned.length > 0 ? turned : doubts;
    const label = turned.length === 0 ? first!.now : turned[0]!.otherwise.label;
    return { structure, label, rows: (turned.length > 0 ? turned : doubts).map(({ row }) => row), off };
  });
  return ways.sort((a, b) => a.off - b.off || b.structure.score - a.structure.score);
}
