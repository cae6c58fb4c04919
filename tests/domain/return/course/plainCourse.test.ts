// tests/domain/return/course/plainCourse.test.ts: the course engine against the plain way, on thousands of arbitrary people, month by month to the öre.
import fc from "fast-check";
import { newWithin, oldWithin } from "../../../../src/domain/return/course/spans";
import { Decimal, ZERO } from "../../../../src/domain/money";
import { readyParticipants } from "../../../../src/domain/return/participant";
import { BENEFITS } from "../../../../src/reference/benefits/benefits";
import { INCOME_SOURCES } from "../../../../src/reference/incomeSources";
import { PENSION_AGES } from "../../../../src/reference/pensionAges";
import { sourceFinder } from "../../../../src/domain/return/incomeSource";
import { person } from "../../returnInput";
import { plainCourse, type PlainPerson } from "./plainCourse";

const SEED = 20261201;
const RUNS = Number(process.env.RUNS ?? 2000);
const FIRST = 2025 * 12 + 9;

const kr = fc.integer({ min: 100_000, max: 4_000_000 }).map((ore) => new Decimal(ore).div(100).toString());
const basic = fc.constantFrom("8030", "6022.5", "4015", "2007.5");
const guarantee = fc.constantFrom("12235", "12481", "12728", "12975", "13221", "13468");
const support = (name: string, amount: fc.Arbitrary<string> = kr) => fc.tuple(fc.constant(name), amount);
const before = fc.oneof(
  support("A-kassa"),
  support("Aktivitetsstöd", basic),
  support("Aktivitetsstöd"),
  support("Sjukpenning"),
  support("Försörjningsstöd"),
  support("Etableringsersättning"),
  support("Aktivitetsersättning", fc.oneof(guarantee, kr)),
  support("Sjukersättning"),
  support("Studiemedel"),
  support("Introduktionsjobb"),
);
const after = fc.oneof(
  { weight: 3, arbitrary: support("Arbete", fc.constant("0")) },
  support("Nystartsjobb"),
  support("Introduktionsjobb"),
  support("A-kassa"),
  support("Aktivitetsstöd", fc.oneof(basic, kr)),
  support("Sjukpenning"),
  support("Studiemedel"),
  support("Aktivitetsersättning", fc.oneof(guarantee, kr)),
);
const followOn = fc.oneof(
  support("Försörjningsstöd"),
  support("Aktivitetsstöd, inkomstbaserat"),
  support("Aktivitetsstöd", fc.oneof(basic, kr)),
  support("Sjukpenning"),
  support("Sjukersättning"),
  support("A-kassa"),
  support("Etableringsersättning"),
);
const people: fc.Arbitrary<PlainPerson> = fc
  .record({
    birth: fc.tuple(fc.integer({ min: 1962, max: 2005 }), fc.integer({ min: 1, max: 12 })),
    last: fc.integer({ min: FIRST, max: FIRST + 20 }),
    before,
    after,
    after2: fc.option(support("Jobbpremie")),
    followOn: fc.option(followOn),
    remaining: fc.option(kr),
    used: fc.option(fc.oneof(fc.nat(70), fc.nat(480), fc.nat(24))),
    period: fc.option(fc.constantFrom("300", "200", "100", "66", "300/60", "200/50")),
    lastDay: fc.option(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 28 })), { freq: 4 }),
  })
  .map(({ lastDay, period, ...each }): PlainPerson => {
    const month = each.last + 1 + (lastDay?.[0] ?? 0);
    const day = String(lastDay?.[1] ?? 1).padStart(2, "0");
    return {
      ...each,
      pension: pensionOf(each.birth),
      period: each.before[0] === "A-kassa" ? period : null,
      lastDay:
        lastDay === null ? null : `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-${day}`,
    };
  });

function pensionOf([year, month]: readonly [number, number]): number {
  return (year + PENSION_AGES.find(({ birthYear }) => birthYear === year)!.age) * 12 + month - 1;
}

function engine(given: PlainPerson) {
  const { birth, last, before: old, after: next, after2, followOn: follows, remaining, used, period, lastDay } = given;
  const participant = person({
    born: birth,
    lastMonth: last,
    before: old,
    after: next,
    after2,
    followOn: follows,
    remaining,
    usedUnits: used,
    benefitPeriod: period,
    supportLastDay: lastDay,
  });
  return readyParticipants([participant], { sources: INCOME_SOURCES, pensionAges: PENSION_AGES, benefits: BENEFITS });
}

/** What is asked about instead of computed. */
const ASKED = new Set([
  "age-outside-rule",
  "used-above-limit",
  "successor-same-support",
  "successor-of-both",
  "successor-basic-or-income",
  "support-used-up",
  "no-avoided-months",
  "rule-expired",
]);

test(`agrees with the plain way, every month (seed ${SEED})`, () => {
  let computed = 0;
  fc.assert(
    fc.property(people, (given) => {
      const { ready, setAside } = engine(given);
      const [found] = ready;
      if (found === undefined) {
        expect(ASKED.has(setAside[0]!.reason)).toBe(true);
        return;
      }
      computed += 1;
      const { months } = plainCourse(given);
      expect(found.months).toBe(months.length);
      for (const [from, to] of windows(months.length)) {
        const within = months.slice(from, to);
        const plain = (of: (month: (typeof months)[number]) => { toString(): string }): Decimal =>
          within.reduce((sum, month) => sum.plus(of(month).toString()), ZERO);
        const old = (segment: number): Decimal =>
          found.spans
            .filter((span) => span.segment === segment)
            .reduce((sum, span) => sum.plus(oldWithin(span, found.first, from, to)), ZERO);
        near(
          old(0),
          plain(({ own }) => own),
          `own, month ${from}`,
        );
        near(
          old(1),
          plain(({ successor }) => successor),
          `successor, month ${from}`,
        );
        for (const name of new Set(within.flatMap(({ cost }) => [...cost.keys()]))) {
          const source = sourceAt(name);
          const cost = found.spans
            .filter((span) => span.after === source)
            .reduce((sum, span) => sum.plus(newWithin(span, from, to)), ZERO);
          near(
            cost,
            plain(({ cost: all }) => all.get(name) ?? ZERO),
            `${name}, month ${from}`,
          );
        }
      }
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  );
  // Most people are computed, not asked about.
  expect(computed).toBeGreaterThan(RUNS / 3);
}, 120_000);

const sourceAt = sourceFinder(INCOME_SOURCES);

/** Each of the first 50 months, then years, then the rest: a level that is wrong later shows in any sum of it. */
function windows(months: number): readonly (readonly [number, number])[] {
  const bounds = [...Array.from({ length: 51 }, (_, at) => at), 60, 72, 84, 96, 120, 9999].filter(
    (at) => at < months || at === 9999,
  );
  return bounds.slice(0, -1).map((from, at) => [from, bounds[at + 1]!] as const);
}

function near(found: Decimal, expected: { toString(): string }, what: string): void {
  const difference = found.minus(expected.toString()).abs();
  if (difference.gt(1e-9)) throw new Error(`${what}: ${found.toString()} and ${expected.toString()}`);
}
