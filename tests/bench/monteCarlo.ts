// tests/bench/monteCarlo.ts: 10 000 draws of every assumption over the participants of one initiative: a float loop and ours in one run.
// Run with `npm run bench -- monteCarlo`. Ratios count, not milliseconds: the machine is part of those.
import { returnBasisOf } from "../../src/domain/return/agencyReturn";
import { asReported, withAssumptions, type Assumption, type AssumptionKind } from "../../src/domain/return/assumptions";
import { Decimal } from "../../src/domain/money";
import type { Participant } from "../../src/domain/return/participant";
import { percentile } from "../../src/domain/return/random";
import { monteCarloOf, type UncertaintyInput } from "../../src/domain/return/uncertainty";
import { INCOME_SOURCES } from "../../src/reference/incomeSources";
import { PENSION_AGES } from "../../src/reference/pensionAges";
import { inputOf, participantRows } from "./participants";
import { generator } from "./random";
import { settled, timed } from "./timing";

const SEED = 1;
const YEARS = 61;
/** Low, base, high of all that can be uncertain at once; each takes one random number a draw. */
const RANGES: Readonly<Record<Exclude<AssumptionKind, "tax">, readonly [number, number, number]>> = {
  uprating: [0.005, 0.02, 0.035],
  persistence: [0.85, 0.93, 0.98],
  deadweight: [0.1, 0.2, 0.35],
  outflow: [0.02, 0.05, 0.1],
  others: [0, 0.1, 0.25],
  correction: [0, 0.15, 0.3],
  rate: [0.01, 0.03, 0.05],
};
type Kind = keyof typeof RANGES;
type Numbers = readonly [number, number, number, number, number, number, number];
const KINDS = Object.keys(RANGES) as Kind[];

function uncertaintyOf(participants: readonly Participant[]): UncertaintyInput {
  const assumptions = KINDS.map((kind): Assumption => {
    const [low, base, high] = RANGES[kind].map((value) => new Decimal(value)) as [Decimal, Decimal, Decimal];
    const provenance = { text: null, validFrom: null, fetched: null, certainty: "own" as const };
    return { kind, source: null, low, base, high, series: null, provenance };
  });
  const input = { ...inputOf(participants), scenario: withAssumptions(asReported(2024), assumptions) };
  return { scenario: input.scenario, basis: returnBasisOf(input), horizon: "retirement", scope: "publicSector" };
}

interface Percentiles {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** The product's own, from typed rows: checks, the sums per pair of supports and year, the draws, the order and the percentiles. */
export function ourDraws(participants: readonly Participant[], draws: number): Percentiles {
  const { p5, p50, p95 } = monteCarloOf(uncertaintyOf(participants), SEED, draws).back;
  return { p5: p5.toNumber(), p50: p50.toNumber(), p95: p95.toNumber() };
}

/** The limit: per draw one table of what a krona a month is worth by number of months, then one look-up a person. Laid out before the draws. */
export function floatDraws(participants: readonly Participant[], draws: number): Percentiles {
  const { months, net } = columnsOf(participants);
  const longest = Math.ceil(months.reduce((most, each) => Math.max(most, each), 0) / 12);
  const ranges = KINDS.map((kind) => RANGES[kind]);
  const drawn = new Float64Array(ranges.length);
  const uniform = uniforms();
  const table = new Float64Array(12 * YEARS + 1);
  const back = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    for (let at = 0; at < ranges.length; at += 1) drawn[at] = triangular(uniform(), ranges[at]!);
    fill(table, drawn, longest);
    let total = 0;
    for (let person = 0; person < months.length; person += 1) total += net[person]! * table[months[person]!]!;
    back[draw] = total;
  }
  back.sort();
  return { p5: percentile(back, 0.05), p50: percentile(back, 0.5), p95: percentile(back, 0.95) };
}

/** What a krona a month comes to in m months, m = 0, 1, …: powers by repeated multiplication. `drawn` in the order of RANGES. */
function fill(table: Float64Array, drawn: Float64Array, years: number): void {
  const [uprating, persistence, deadweight, outflow, others, correction, rate] = drawn as unknown as Numbers;
  const step = ((1 + uprating) * persistence * (1 - outflow)) / (1 + rate);
  let level = (1 - deadweight) * (1 - others) * (1 - correction);
  let worth = 0;
  for (let k = 0; k < years; k += 1) {
    for (let month = 1; month <= 12; month += 1) table[12 * k + month] = worth += level;
    level *= step;
  }
}

/** Months and kr a month of each person; what nobody of the public pays is no cost. */
function columnsOf(participants: readonly Participant[]): { readonly months: Int32Array; readonly net: Float64Array } {
  const ages = new Map(PENSION_AGES.map(({ birthYear, age }) => [birthYear, age]));
  const paid = new Set(INCOME_SOURCES.filter(({ payers }) => payers.length > 0).map(({ name }) => name));
  const amountOf = ({ source, amount }: Participant["before"]): number =>
    paid.has(source) ? (amount as number) / 100 : 0;
  return {
    months: Int32Array.from(
      participants,
      ({ birth, lastMonth }) => (birth.year + ages.get(birth.year)!) * 12 + birth.month! - 2 - lastMonth!,
    ),
    net: Float64Array.from(participants, ({ before, after }) => amountOf(before) - amountOf(after!)),
  };
}

function uniforms(): () => number {
  const bits = generator(SEED);
  return () => bits() / 4_294_967_296;
}

function triangular(u: number, [low, base, high]: readonly [number, number, number]): number {
  const split = (base - low) / (high - low);
  return u < split
    ? low + Math.sqrt(u * (high - low) * (base - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - base));
}

/** Median milliseconds, their ratio, and how far the two distributions are apart: they are drawn by different generators. */
export interface MonteCarloResult {
  readonly float: number;
  readonly ours: number;
  /** Ours / float; at most 3. */
  readonly overFloat: number;
  /** The largest relative difference of the percentiles. */
  readonly apart: number;
  readonly same: boolean;
}

export function monteCarloBench(draws: number, persons: number): MonteCarloResult {
  const rows = participantRows(persons);
  const times = { float: [] as number[], ours: [] as number[] };
  const seen = new Set<string>();
  for (let round = 0; round < 30; round += 1) {
    times.float.push(timed(() => floatDraws(rows, draws)));
    times.ours.push(timed(() => seen.add(JSON.stringify(ourDraws(rows, draws)))));
  }
  const [float, ours] = [settled(times.float), settled(times.ours)];
  const [plain, own] = [floatDraws(rows, draws), ourDraws(rows, draws)];
  const apart = Math.max(...(["p5", "p50", "p95"] as const).map((p) => Math.abs(own[p] / plain[p] - 1)));
  return { float, ours, overFloat: ours / float, apart, same: seen.size === 1 };
}

const MOST_OVER_FLOAT = 3;
/** What 10 000 draws of another generator may differ by: a few standard errors of a percentile. */
const MOST_APART = 0.03;

/** Prints one line; returns whether every limit of the benchmark was kept. */
export function reportMonteCarloBench(draws: number, persons: number): boolean {
  console.log("Monte Carlo over all assumptions until retirement, from typed rows to percentiles (median ms)");
  const { float, ours, overFloat, apart, same } = monteCarloBench(draws, persons);
  console.log(
    `${draws} draws × ${persons} persons: float / ours ${float.toFixed(2)} / ${ours.toFixed(2)}; ours is ${overFloat.toFixed(2)} × float (at most ${MOST_OVER_FLOAT}); ` +
      `percentiles ${(100 * apart).toFixed(2)} % apart (at most ${100 * MOST_APART} %: two generators); every run ${same ? "the same" : "NOT the same"}`,
  );
  return overFloat <= MOST_OVER_FLOAT && apart <= MOST_APART && same;
}
