// tests/domain/return/course/conventions.test.ts: what was decided where the law's course could be read in two ways. Figures worked out by hand.
import { newWithin, oldWithin } from "../../../../src/domain/return/course/spans";
import { readyParticipants } from "../../../../src/domain/return/participant";
import { BENEFITS } from "../../../../src/reference/benefits/benefits";
import { INCOME_SOURCES } from "../../../../src/reference/incomeSources";
import { PENSION_AGES } from "../../../../src/reference/pensionAges";
import { person, type Person } from "../../returnInput";

const CONTEXT = { sources: INCOME_SOURCES, pensionAges: PENSION_AGES, benefits: BENEFITS };
const DECEMBER = 2025 * 12 + 11;

function outcome(given: Person, asReported = false) {
  const { ready, setAside } = readyParticipants([person({ lastMonth: DECEMBER, ...given })], {
    ...CONTEXT,
    asReported,
  });
  const [found] = ready;
  if (found === undefined) return setAside[0]?.reason;
  const sum = (segment: number | null): number =>
    found.spans
      .filter((span) => segment === null || span.segment === segment)
      .reduce((all, span) => all + oldWithin(span, found.first, 0, 999).toNumber(), 0);
  const cost = found.spans.reduce((all, span) => all + newWithin(span, 0, 999).toNumber(), 0);
  return { own: sum(0), all: sum(null), cost, because: found.course.because };
}

test.each<[string, Person, unknown]>([
  // 50 days: 2 months and 6 days of 22. The cost after counts by that share.
  [
    "the cost after counts by the share of the month that is compared",
    { before: ["Aktivitetsstöd", 8_030], usedUnits: 400, after: ["Sjukersättning", 11_000] },
    { own: 18_250, all: 18_250, cost: 25_000, because: "no-successor-stated" },
  ],
  // In the gap of 16/22 before the next whole month the cost counts; the pension comes after 4.
  [
    "in a gap before a month-based successor the cost after counts",
    {
      born: [1970, 5],
      pensionAge: 56,
      before: ["Aktivitetsstöd", 8_030],
      usedUnits: 400,
      after: ["Sjukersättning", 11_000],
      followOn: ["Försörjningsstöd", 9_000],
    },
    { own: 18_250, all: 27_250, cost: 44_000, because: "pension" },
  ],
  [
    "a limited support after the exit ends the comparison",
    { born: [1990, 1], after: ["Studiemedel, gymnasienivå", 4_000], before: ["Etableringsersättning", 6_776] },
    { own: 24 * 6_776, all: 24 * 6_776, cost: 96_000, because: "no-successor-stated" },
  ],
  [
    "level 60 falls by the same points: 60, 50 and 45 per cent",
    { before: ["A-kassa", 13_200], usedUnits: 0, benefitPeriod: "300/60" },
    { own: 60_000 + 50_000 + 45_000, all: 155_000, cost: 0, because: "no-successor-stated" },
  ],
  [
    "the last legal day inside a month: by the days of the month",
    { before: ["Etableringsersättning", 6_200], usedUnits: 1, supportLastDay: "2026-01-15" },
    { own: 3_000, all: 3_000, cost: 0, because: "no-successor-stated" },
  ],
  [
    "what remains is never more than a level",
    { before: ["A-kassa", 17_600], usedUnits: 200, remaining: 17_000 },
    { own: 0, all: 0, cost: 0, because: "no-successor-stated" },
  ],
  [
    "half a guarantee stays flat",
    { born: [1998, 7], before: ["Aktivitetsersättning", 6_610] },
    { own: 30 * 6_610, all: 198_300, cost: 0, because: "no-successor-stated" },
  ],
  [
    "basic or income-based after a-kassa",
    { before: ["A-kassa", 1], followOn: ["Aktivitetsstöd", 8_030] },
    "successor-basic-or-income",
  ],
  ["a programme without a last day", { before: ["Rehabiliteringspenning", 9_000] }, "programme-without-last-day"],
  ["a-kassa of the former law", { before: ["A-kassa", 1], lastMonth: 2025 * 12 + 8 }, "unemployment-before-new-law"],
])("%s", (_, given, expected) => {
  expect(outcome(given)).toEqual(expected);
});

test("as reported the own support keeps its amount where the law sets it no end, and follows its course where it does", () => {
  const sick: Person = { born: [1970, 1], pensionAge: 57, before: ["Sjukpenning", 20_000], usedUnits: 300 };
  expect(outcome(sick, true)).toMatchObject({ own: 240_000 });
  expect(outcome({ before: ["A-kassa", 17_600], usedUnits: 66 }, true)).toMatchObject({ own: 162_200 });
});
