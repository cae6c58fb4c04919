// tests/domain/return/naiveReturn.ts: arbitrary participants, scenarios and payers, and the return worked out the long way.
import fc from "fast-check";
import type { AgencyReturn, ReturnInput } from "../../../src/domain/return/agencyReturn";
import { newWithin, oldWithin } from "../../../src/domain/return/course/spans";
import type { IncomeSource } from "../../../src/domain/return/incomeSource";
import { Decimal, sum, ZERO } from "../../../src/domain/money";
import { INCOME_SOURCES } from "../../../src/reference/incomeSources";
import { assuming, certain, dec, input, person } from "../returnInput";

/** Sickness benefit shared by two payers, activity support by three: the region pays a part of both. */
export const SHARED: readonly IncomeSource[] = INCOME_SOURCES.map((source) => {
  if (source.name === "Sjukpenning")
    return {
      ...source,
      payers: [
        { payer: "Försäkringskassan", share: dec("0.6") },
        { payer: "Region", share: dec("0.4") },
      ],
    };
  if (source.name === "Aktivitetsstöd")
    return {
      ...source,
      payers: [
        { payer: "Arbetsförmedlingen", share: dec("0.5") },
        { payer: "Kommun", share: dec("0.25") },
        { payer: "Region", share: dec("0.25") },
      ],
      saving: "freed-capacity",
    };
  return source;
});

const amount = fc.integer({ min: 0, max: 5_000_000 }).map((ore) => new Decimal(ore).div(100).toString());
const source = fc.constantFrom(
  "Försörjningsstöd",
  "Sjukpenning",
  "Aktivitetsstöd",
  "A-kassa",
  "Aktivitetsersättning",
  "Arbete",
);
const people = fc.array(
  fc.record({
    born: fc.tuple(fc.integer({ min: 1962, max: 2004 }), fc.option(fc.integer({ min: 1, max: 12 }))),
    lastMonth: fc.integer({ min: 2021 * 12, max: 2025 * 12 }),
    before: fc.tuple(source, amount),
    after: fc.tuple(source, amount),
    followOn: fc.option(fc.tuple(source, amount)),
    remaining: fc.option(amount),
  }),
  { minLength: 1, maxLength: 8 },
);
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const scenario = fc
  .record({
    rate: share,
    deadweight: share,
    outflow: share,
    others: share,
    persistence: share,
    uprating: fc.constantFrom(0, 0.02, -0.03),
    own: fc.constantFrom(0, 0.05),
  })
  .map(({ own, ...rates }) =>
    assuming(
      ...(["rate", "deadweight", "outflow", "others", "persistence", "uprating"] as const).map((kind) =>
        certain(kind, rates[kind]),
      ),
      certain("uprating", own, "Försörjningsstöd"),
      certain("persistence", 0.9, "Arbete"),
    ),
  );

/** Every support paid by four, whole percents each, so that any of them may gain or lose. */
const anyShares: fc.Arbitrary<readonly IncomeSource[]> = fc
  .array(fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)), { minLength: 16, maxLength: 16 })
  .map((cuts) =>
    INCOME_SOURCES.map((each, at) => {
      const [a, b, c] = [...(cuts[at] ?? [0, 0, 0])].sort((x, y) => x - y) as [number, number, number];
      const parts = { Kommun: a, Försäkringskassan: b - a, Region: c - b, "Övriga staten": 100 - c };
      const payers = Object.entries(parts).map(([payer, percent]) => ({ payer, share: dec(percent).div(100) }));
      return { ...each, payers: payers.filter((payer) => !payer.share.isZero()) };
    }),
  );

export const inputs: fc.Arbitrary<ReturnInput> = fc
  .tuple(
    people,
    scenario,
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(INCOME_SOURCES, SHARED) }, { weight: 1, arbitrary: anyShares }),
  )
  .map(([list, chosen, sources]): ReturnInput =>
    input({ participants: list.map((each, at) => person({ ...each, id: `P${at}` })), scenario: chosen, sources }),
  );

export interface NaiveReturn {
  readonly back: Map<string, Decimal>;
  readonly shift: Map<string, Decimal>;
  readonly moved: Decimal;
}

/** What a scenario assumes, read straight from its rows; 0, and 1 for persistence, where nothing is said. */
function assumed({ scenario }: ReturnInput, kind: string, source: string | null = null): Decimal {
  const rows = scenario.assumptions.filter((each) => each.kind === kind);
  const row = rows.find((each) => each.source === source) ?? rows.find((each) => each.source === null);
  return row?.base ?? new Decimal(kind === "persistence" ? 1 : 0);
}

const ONE = new Decimal(1);

/** The formula of the method, one person, year and party at a time, with powers of its own. */
export function naive(given: ReturnInput, result: AgencyReturn, years: number): NaiveReturn {
  const back = new Map<string, Decimal>();
  const shift = new Map<string, Decimal>();
  const plus = (sums: Map<string, Decimal>, name: string, kr: Decimal): void => {
    sums.set(name, (sums.get(name) ?? ZERO).plus(kr));
  };
  const name = (at: number): string => given.sources[at]!.name;
  const firstYear = Math.min(...given.contributions.map(({ year }) => year ?? Infinity));
  const e = ONE.minus(assumed(given, "others")).times(ONE.minus(assumed(given, "correction")));
  const c0 = ONE.minus(assumed(given, "deadweight"));
  let moved = ZERO;
  for (const { spans, first } of result.basis.ready) {
    const y = Math.floor(first / 12) - firstYear;
    for (const segment of new Set(spans.map((span) => span.segment)))
      for (let k = 0; k < years; k += 1) {
        const effects = new Map<string, Decimal>();
        for (const span of spans.filter((each) => each.segment === segment)) {
          const { before, after, kept } = span;
          const p = assumed(given, "persistence", name(kept));
          const q = p.sqrt().times(p.isZero() ? 0 : p.pow(k));
          const d = assumed(given, "rate")
            .plus(1)
            .pow(-(y + k));
          const stay = ONE.minus(assumed(given, "outflow"));
          const c = k === 0 ? c0 : c0.times(stay.isZero() ? 0 : stay.pow(k));
          const add = (each: number, kr: Decimal): void => {
            const u = assumed(given, "uprating", name(each)).plus(1).pow(k);
            for (const { party, share: part } of result.basis.payers.shares[0]![each]!)
              plus(effects, result.partyNames[party]!, kr.times(part).times(u).times(q).times(d).times(e));
          };
          add(before, oldWithin(span, first, 12 * k, 12 * k + 12).times(c));
          add(
            after,
            newWithin(span, 12 * k, 12 * k + 12)
              .times(c0)
              .negated(),
          );
        }
        const signed = (sign: number): Decimal =>
          sum([...effects.values()].map((kr) => Decimal.max(kr.times(sign), 0)));
        const [x, y_] = [signed(1), signed(-1)];
        const least = Decimal.min(x, y_);
        moved = moved.plus(least);
        for (const [party, kr] of effects) {
          plus(back, party, kr);
          if (!kr.isZero()) plus(shift, party, kr.times(least).div(kr.gt(0) ? x : y_));
        }
      }
  }
  return { back, shift, moved };
}

/** Equal but for the last of 60 digits. */
export function near(a: Decimal, b: Decimal): void {
  expect(a.minus(b).abs().toNumber()).toBeLessThan(1e-20);
}
