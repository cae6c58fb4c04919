// src/intake/records/courseQuestions.ts: participants whose course the law lets be read in two ways: one click says which, one question for all of a kind.
import { answer, type Answer, type Asking, question, type QuestionCode } from "../../domain/question";
import { type Participant, readyParticipants, type UnusedReason } from "../../domain/return/participant";
import type { ParticipantColumn } from "./participantColumns";
import type { ParticipantContext } from "./participantFitness";
import type { Sourced } from "../../domain/return/returnRows";
import type { RowTable } from "./rowTable";

type Doubt = Extract<QuestionCode, "successor-of-both" | "successor-basic-or-income" | "unemployment-before-new-law">;

/** How many ids a question names. */
const NAMED = 5;

const LEAVE_OUT = answer("leave-out", "persons-left-out", {}, null);
const ANSWERS: Readonly<Record<Doubt, readonly Answer[]>> = {
  "successor-of-both": [
    answer("before", "follows-before", {}, null),
    answer("after", "follows-after", {}, null),
    LEAVE_OUT,
  ],
  "successor-basic-or-income": [
    answer("basic", "basic-amount", {}, null),
    answer("income", "income-based", {}, null),
    LEAVE_OUT,
  ],
  "unemployment-before-new-law": [answer("none-used", "no-days-used", {}, null), LEAVE_OUT],
};

/** What the answers say of a person, in the words of the columns. */
const SETTLED: Readonly<Record<string, (participant: Participant) => Participant>> = {
  before: (participant) => ({ ...participant, followOnOf: "before" }),
  after: (participant) => ({ ...participant, followOnOf: "after" }),
  basic: (participant) => withFollowOn(participant, "Aktivitetsstöd, grundbelopp"),
  income: (participant) => withFollowOn(participant, "Aktivitetsstöd, inkomstbaserat"),
  "none-used": (participant) => ({ ...participant, usedUnits: 0 }),
};

function withFollowOn(participant: Participant, source: string): Participant {
  return participant.followOn === null
    ? participant
    : { ...participant, followOn: { ...participant.followOn, source } };
}

/** The rows to go on with: as answered, and without those that are left out or not answered yet. */
export function askedCourses(
  table: RowTable<ParticipantColumn>,
  rows: readonly Sourced<Participant>[],
  rowOf: Map<Participant, number>,
  context: ParticipantContext,
): readonly Sourced<Participant>[] {
  const { asking } = context;
  if (asking === undefined) return rows;
  // One answer may lead to another question: each kind once.
  return (Object.keys(ANSWERS) as Doubt[]).reduce(
    (left, doubt) => askedOf(doubt, table, left, rowOf, context, asking),
    rows,
  );
}

function askedOf(
  doubt: Doubt,
  table: RowTable<ParticipantColumn>,
  rows: readonly Sourced<Participant>[],
  rowOf: Map<Participant, number>,
  context: ParticipantContext,
  asking: Asking,
): readonly Sourced<Participant>[] {
  const found = doubtful(doubt, rows, context);
  if (found.size === 0) return rows;
  const persons = [...found];
  const ids = persons.map(({ value }) => value.id);
  const at = { sheet: table.grid.sheet, cell: persons[0]?.origin.cells ?? null };
  const params = { persons: ids.length, ids: ids.slice(0, NAMED).join(", ") + (ids.length > NAMED ? " …" : "") };
  const chosen = asking.ask(question(doubt, at, params, ANSWERS[doubt], ids));
  const settle = chosen === null ? undefined : SETTLED[chosen];
  return rows.flatMap((row) => {
    if (!found.has(row)) return [row];
    if (settle === undefined) {
      table.setAside.push({ sheet: table.grid.sheet, cell: row.origin.cells, reason: "question", rows: 1 });
      return [];
    }
    const value = settle(row.value);
    rowOf.set(value, rowOf.get(row.value) ?? 0);
    return [{ ...row, value }];
  });
}

/** By the calculation's own judgement of those that it can be about. */
function doubtful(
  doubt: Doubt,
  rows: readonly Sourced<Participant>[],
  context: ParticipantContext,
): ReadonlySet<Sourced<Participant>> {
  const about = rows.filter(({ value: { followOn, usedUnits } }) =>
    doubt === "unemployment-before-new-law" ? usedUnits === null : followOn !== null,
  );
  const persons = about.map(({ value }, index) => ({ ...value, id: String(index) }));
  const reason: UnusedReason = doubt;
  const { setAside } = readyParticipants(persons, context);
  return new Set(setAside.flatMap((each) => (each.reason === reason ? (about[each.index] ?? []) : [])));
}
