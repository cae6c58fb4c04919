// src/intake/records/participantQuestions.ts: participants that say something nobody can mean to be counted as it stands: they are asked about.
// The same support with the same amount before and after is no effect; a support that ends in a month to come has not ended.
import { difference, isZero } from "../../domain/money";
import { monthText, type MonthIndex } from "../../domain/period";
import { answer, type Asking, question, type QuestionCode } from "../../domain/question";
import type { Participant } from "../../domain/return/participant";
import type { ParticipantColumn } from "./participantColumns";
import type { Sourced } from "../../domain/return/returnRows";
import type { RowTable } from "./rowTable";

interface Context {
  readonly asking?: Asking;
  /** The month of the run; absent: no month is known to lie ahead. */
  readonly thisMonth?: MonthIndex | null;
}

/** How many ids a question names. */
const NAMED = 5;

/** The rows to go on with: as they are, as ongoing where that is the answer, and without those that are left out or not answered yet. */
export function askedParticipants(
  table: RowTable<ParticipantColumn>,
  rows: readonly Sourced<Participant>[],
  rowOf: Map<Participant, number>,
  { asking, thisMonth = null }: Context,
): readonly Sourced<Participant>[] {
  if (asking === undefined) return rows;
  const ahead = ({ value: { lastMonth } }: Sourced<Participant>): boolean =>
    thisMonth !== null && lastMonth !== null && lastMonth > thisMonth;
  const doubts: readonly (readonly [Doubt, (row: Sourced<Participant>) => boolean])[] = [
    ["same-support", ({ value }) => isSameSupport(value)],
    ["month-ahead", ahead],
  ];
  return doubts.reduce((left, [doubt, isDoubtful]) => {
    const found = left.filter(isDoubtful);
    if (found.length === 0) return left;
    const chosen = asking.ask(asked(doubt, table, found));
    if (chosen === "as-written") return left;
    return left.flatMap((row) => {
      if (!found.includes(row)) return [row];
      if (chosen === "ongoing") return [asOngoing(row, rowOf)];
      table.setAside.push({ sheet: table.grid.sheet, cell: row.origin.cells, reason: "question", rows: 1 });
      return [];
    });
  }, rows);
}

type Doubt = Extract<QuestionCode, "same-support" | "month-ahead">;

function asked(doubt: Doubt, table: RowTable<ParticipantColumn>, found: readonly Sourced<Participant>[]) {
  const ids = found.map(({ value }) => value.id);
  const at = { sheet: table.grid.sheet, cell: found[0]?.origin.cells ?? null };
  const persons = { persons: ids.length, ids: ids.slice(0, NAMED).join(", ") + (ids.length > NAMED ? " …" : "") };
  const ongoing = answer("ongoing", "still-on-support", {}, null);
  if (doubt === "same-support")
    return question(doubt, at, persons, [ongoing, answer("leave-out", "persons-left-out", {}, null)], ids);
  const last = found.reduce((latest, { value }) => Math.max(latest, value.lastMonth ?? 0), 0);
  const answers = [
    ongoing,
    answer("as-written", "ends-as-planned", {}, null),
    answer("leave-out", "persons-left-out", {}, null),
  ];
  return question(doubt, at, { ...persons, month: monthText(last) }, answers, ids);
}

/** A person whose amount a household shares may be written with nothing. */
function isSameSupport({ lastMonth, before, after, remaining }: Participant): boolean {
  return (
    lastMonth !== null &&
    after !== null &&
    remaining === null &&
    after.source === before.source &&
    !isZero(before.amount) &&
    isZero(difference(before.amount, after.amount))
  );
}

/** Counted in the coverage, with no effect. */
function asOngoing(row: Sourced<Participant>, rowOf: Map<Participant, number>): Sourced<Participant> {
  const value: Participant = { ...row.value, lastMonth: null };
  rowOf.set(value, rowOf.get(row.value) ?? 0);
  return { ...row, value };
}
