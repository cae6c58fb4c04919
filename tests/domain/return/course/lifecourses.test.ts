// tests/domain/return/course/lifecourses.test.ts: six worked courses of life, worked out elsewhere, come out exactly, with every month.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Course, courseOf, type CourseProblem } from "../../../../src/domain/return/course/course";
import { newWithin, oldWithin, spansOf } from "../../../../src/domain/return/course/spans";
import { sourceFinder } from "../../../../src/domain/return/incomeSource";
import { monthIndex, monthText } from "../../../../src/domain/period";
import { pensionMonthOf } from "../../../../src/domain/return/pensionAge";
import { BENEFITS } from "../../../../src/reference/benefits/benefits";
import { INCOME_SOURCES } from "../../../../src/reference/incomeSources";
import { PENSION_AGES } from "../../../../src/reference/pensionAges";
import { person, type Person } from "../../returnInput";

const cases = join(__dirname, "../../../cases/benefits");
interface LifeCourse {
  readonly id: string;
  readonly birth: string;
  readonly last_month: string;
  readonly months_to_pension: number;
  readonly sums: Readonly<Record<string, { readonly own: number; readonly successor: number; readonly both: number }>>;
}
const lifeCourses = JSON.parse(readFileSync(join(cases, "lifecourses.json"), "utf8")) as readonly LifeCourse[];
const monthRows = readFileSync(join(cases, "lifecourses_months.csv"), "utf8").trim().split("\n").slice(1);

const month = (text: string): number => monthIndex(Number(text.slice(0, 4)), Number(text.slice(5, 7)));

/** The facts of each case, as a row of the participants' table says them. */
const FACTS: Readonly<Record<string, Person>> = {
  LC1: { before: ["A-kassa", 17_600], usedUnits: 66, benefitPeriod: "300", followOn: ["Aktivitetsstöd", 13_200] },
  LC2: { before: ["Aktivitetsstöd", 8_030], usedUnits: 132, followOn: ["Försörjningsstöd", 9_500] },
  LC3: {
    before: ["Etableringsersättning", 6_776],
    usedUnits: 10,
    supportLastDay: "2027-09-30",
    followOn: ["Aktivitetsstöd", 8_030],
  },
  LC4: { before: ["Aktivitetsersättning", 13_221], followOn: ["Sjukersättning", 13_715] },
  LC5: { before: ["Sjukpenning", 23_280], usedUnits: 184 },
  LC6: {
    before: ["Försörjningsstöd", 7_890],
    after: ["Nystartsjobb", 6_284],
    after2: ["Jobbpremie", 3_750],
  },
};

function laid(id: string): { course: Course; spans: ReturnType<typeof spansOf>; first: number } {
  const found = lifeCourses.find((each) => each.id === id)!;
  const participant = person({
    ...FACTS[id],
    born: [Number(found.birth.slice(0, 4)), Number(found.birth.slice(5, 7))],
    lastMonth: month(found.last_month),
  });
  const index = sourceFinder(INCOME_SOURCES);
  const first = participant.lastMonth! + 1;
  const pension = pensionMonthOf(participant.birth, null, PENSION_AGES)!.month - first;
  expect(pension).toBe(found.months_to_pension);
  const course: Course | CourseProblem = courseOf({
    participant,
    sources: INCOME_SOURCES,
    found: {
      before: index(participant.before.source),
      after: index(participant.after!.source),
      followOn: participant.followOn === null ? null : index(participant.followOn.source),
      after2: participant.after2 === null ? null : index(participant.after2.source),
    },
    asReported: false,
    first,
    birth: participant.birth,
    pension,
    benefits: BENEFITS,
  });
  if ("reason" in course) throw new Error(JSON.stringify(course));
  return { course, spans: spansOf(course, index(participant.after!.source), null), first };
}

test.each(lifeCourses.map(({ id }) => id))("%s, every month and every sum", (id) => {
  const { spans, first } = laid(id);
  const expected = monthRows.filter((row) => row.startsWith(`${id},`) && !row.includes("after"));
  const months = ["own", "successor"].flatMap((part, segment) =>
    Array.from({ length: 560 }, (_, at) => {
      const kr = spans
        .filter((span) => span.segment === segment)
        .reduce((sum, span) => sum.plus(oldWithin(span, first, at, at + 1)), BENEFITS.rules[0]!.perMonth!.minus(22));
      return kr.isZero() ? [] : [`${id},${part},${monthText(first + at)},${kr.toString()}`];
    }).flat(),
  );
  expect(months).toEqual(expected);
  const { sums } = lifeCourses.find((each) => each.id === id)!;
  for (const [horizon, { own, successor }] of Object.entries(sums)) {
    const end = horizon === "pension" ? 999 : Number(horizon);
    const within = [0, 1].map((segment) =>
      spans
        .filter((span) => span.segment === segment)
        .reduce((sum, span) => sum + oldWithin(span, first, 0, end).toNumber(), 0),
    );
    expect({ horizon, within }).toEqual({ horizon, within: [own, successor] });
  }
});

test("LC6: the job subsidy ends after 24 months, the job premium begins with its law and ends after 18", () => {
  const { spans } = laid("LC6");
  const cost = (source: string): number => {
    const at = INCOME_SOURCES.findIndex(({ name }) => name === source);
    return spans.filter(({ after }) => after === at).reduce((sum, span) => sum + newWithin(span, 0, 999).toNumber(), 0);
  };
  expect(cost("Subventionerad anställning")).toBe(150_816);
  expect(cost("Jobbpremie")).toBe(67_500);
});
