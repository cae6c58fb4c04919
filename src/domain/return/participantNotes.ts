// src/domain/return/participantNotes.ts: what a reader should know of participants that are in the calculation: nothing is wrong, but it may surprise.
import { sameIdentity } from "./agency";
import type { ReturnBasis } from "./agencyReturn";
import type { ReadyParticipant } from "./participant";
import { type Ore, sum, toKr } from "../money";
import type { Benefits } from "./course/benefitRule";
import { type CourseRemark, ruleName } from "./course/course";
import { problem, type Problem } from "../problem";
import { amountLevelNotes } from "./amountLevels";
import type { ReturnReference, ReturnRows } from "./returnRows";

/** No support is so small: amounts in tkr without the word look like this. kr per month. */
const LOOKS_SMALL = 100;

type Place = { readonly sheet: string; readonly cell: string } | null;

/** Notes in the order of what they are about: the row, the household, the municipality, the table as a whole. */
export function participantNotes(
  basis: ReturnBasis,
  from: ReturnRows,
  { levels }: ReturnReference,
): readonly Problem[] {
  const placeOf = ({ index }: Pick<ReadyParticipant, "index">): Place => {
    const origin = from.participants[index]?.origin;
    return origin === undefined ? null : { sheet: origin.sheet, cell: origin.cells };
  };
  return [
    ...amountNotes(basis, placeOf),
    ...amountLevelNotes(basis, levels, placeOf),
    ...courseNotes(basis, placeOf),
    ...householdNotes(basis, placeOf),
    ...municipalityNotes(basis, placeOf),
    ...countNotes(basis, from),
  ];
}

function amountNotes({ ready }: ReturnBasis, placeOf: (person: ReadyParticipant) => Place): Problem[] {
  return ready.flatMap((person): Problem[] => {
    const { before, after, remaining } = person.participant;
    const [old, next, rest] = [
      toKr(before.amount),
      toKr(after?.amount ?? before.amount),
      toKr(remaining ?? before.amount),
    ];
    const small = [old, next].find((amount) => amount.gt(0) && amount.lt(LOOKS_SMALL));
    return [
      ...(small === undefined ? [] : [problem("amount-looks-small", placeOf(person), { amount: small.toString() })]),
      ...(remaining === null || rest.lte(old)
        ? []
        : [problem("remaining-above-before", placeOf(person), { remaining: rest.toString(), before: old.toString() })]),
    ];
  });
}

/** What the courses rest on that nobody stated, once per support. */
function courseNotes(
  { ready, input: { sources, benefits } }: ReturnBasis,
  placeOf: (person: ReadyParticipant) => Place,
): Problem[] {
  const found = new Map<string, { readonly remark: CourseRemark; readonly people: ReadyParticipant[] }>();
  for (const person of ready) {
    for (const remark of person.course.remarks) {
      const key = `${remark.code}:${remark.source}:${remark.rule?.id ?? ""}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { remark, people: [person] });
      else known.people.push(person);
    }
  }
  return [...found.values()].flatMap(({ remark, people }): Problem[] => {
    const [first] = people;
    if (first === undefined) return [];
    return [worded(remark, people, placeOf(first), sources[remark.source]?.name ?? "", benefits)];
  });
}

function worded(
  { code, rule }: CourseRemark,
  people: readonly ReadyParticipant[],
  place: Place,
  support: string,
  { rules }: Benefits,
): Problem {
  const persons = people.length;
  const name = rule === null ? support : ruleName(rule);
  switch (code) {
    case "variant-assumed":
      return problem(code, place, { support, rule: name, persons });
    case "used-unknown":
    case "level-assumed":
      return problem(code, place, { support, persons });
    case "earlier-rule":
      return problem(code, place, { rule: name, from: rule?.validFrom ?? "", persons });
    case "rule-ends":
      return problem(code, place, { rule: name, last: rule?.validTo ?? "", persons });
    case "no-successor": {
      if (rule !== null && rule.guarantee.length > 0) return problem("then-missing", place, { persons });
      const known = (rule?.successors ?? []).map((id) => rules.find((each) => each.id === id)?.names[0] ?? id);
      return problem("successor-not-stated", place, { support, known: known.join(", "), persons });
    }
    case "cost-goes-on": {
      const amount = sum(people.map(({ participant: { after } }) => toKr(after?.amount ?? (0 as Ore))));
      return problem(code, place, { support, persons, amount: amount.toString() });
    }
    case "follow-on-unused":
      return problem("then-not-used", place, { persons });
    case "after-thirty":
      return problem("then-missing", place, { persons });
  }
}

function householdNotes({ shared, ready }: ReturnBasis, placeOf: (person: ReadyParticipant) => Place): Problem[] {
  return shared.map(({ household, side, counted, leftOut }) => {
    const first = ready.find(({ participant }) => participant.id === leftOut[0]);
    const place = first === undefined ? null : placeOf(first);
    return problem("household-counted-once", place, { household, side, counted, leftOut: leftOut.join(", ") });
  });
}

/** Municipalities that participants belong to and that pay nothing in, where others do: what they gain is not the parties'. */
function municipalityNotes(
  { ready, payers, contributions }: ReturnBasis,
  placeOf: (person: ReadyParticipant) => Place,
): Problem[] {
  if (!contributions.agencies.some(({ agency }) => agency.kind === "municipality")) return [];
  const outside = payers.parties.filter(
    ({ identity, cooperating }) => identity.kind === "municipality" && !cooperating,
  );
  return outside.flatMap(({ agency, identity }) => {
    const people = ready.filter(({ participant: { municipality } }) => {
      const shares = payers.shares[payers.municipalityIndex(municipality)] ?? [];
      return shares.some((paid) =>
        paid.some(({ party }) => {
          const found = payers.parties[party];
          return found !== undefined && sameIdentity(found.identity, identity);
        }),
      );
    });
    const [first] = people;
    return first === undefined
      ? []
      : [problem("municipality-pays-nothing", placeOf(first), { municipality: agency.name, persons: people.length })];
  });
}

/** Fewer participants in all than the table has: the figure of coverage would be more than everybody. */
function countNotes({ input }: ReturnBasis, { facts, factOrigins }: ReturnRows): Problem[] {
  const stated = facts?.participants?.value;
  const rows = input.participants.length + (input.participantsUnread ?? 0);
  if (stated === undefined || stated.gte(rows)) return [];
  const origin = factOrigins.participants;
  const place = origin === undefined ? null : { sheet: origin.sheet, cell: origin.cells };
  return [problem("fewer-participants-than-rows", place, { stated: stated.toString(), rows })];
}
