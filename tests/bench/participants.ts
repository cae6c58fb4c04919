// tests/bench/participants.ts: participants to kr back per agency until retirement: plain float, ours and decimal month by month in one run.
// Two things are timed: the sums alone, rows and year factors laid out on both sides, which the limit is about; and everything from typed rows to the whole result.
// Run with `npm run bench -- participants`. Ratios count, not milliseconds: the machine is part of those.
import {
  flowsIn,
  returnBasisOf,
  returnIn,
  type ReturnBasis,
  type ReturnInput,
} from "../../src/domain/return/agencyReturn";
import { asReported, fixedAssumption, withAssumptions, type AssumptionKind } from "../../src/domain/return/assumptions";
import { Decimal, sum, type Ore } from "../../src/domain/money";
import { benefitByYear } from "../../src/domain/return/benefitByYear";
import type { Participant } from "../../src/domain/return/participant";
import { flowTableOf } from "../../src/domain/return/supportFlow";
import type { YearFactors } from "../../src/domain/return/yearFactors";
import { INCOME_SOURCES } from "../../src/reference/incomeSources";
import { BENEFITS } from "../../src/reference/benefits/benefits";
import { PENSION_AGES } from "../../src/reference/pensionAges";
import { generator } from "./random";
import { settled, timed } from "./timing";

const SEED = 20_260_301;
/** Years 0–60 of the year-factor table. */
const YEARS = 61;
const BEFORE = ["Försörjningsstöd", "Sjukpenning", "Aktivitetsstöd", "A-kassa"];
const AFTER = ["Arbete", "Sjukersättning", "Subventionerad anställning", "Studiestöd"];
/** Fractions with few decimals, so that the exact factors can be written down as whole numbers. Percent. */
const ASSUMED = { uprating: 2, deadweight: 20, outflow: 5, persistence: 95, rate: 3, correction: 15 } as const;

/** The same rows for the same count: aged 22 to 62 in the first month, amounts of 4 000,00 to 18 999,99 kr a month. */
export function participantRows(count: number): Participant[] {
  const random = generator(SEED);
  return Array.from({ length: count }, (_, at): Participant => {
    const after = AFTER[random() % AFTER.length]!;
    return {
      id: `P${at + 1}`,
      birth: { year: 1962 + (random() % 38), month: 1 + (random() % 12) },
      lastMonth: 2022 * 12 + (random() % 24),
      before: { source: BEFORE[random() % BEFORE.length]!, amount: amount(random()) },
      after: { source: after, amount: after === "Arbete" ? (0 as Ore) : amount(random()) },
      remaining: null,
      followOn: null,
      usedUnits: null,
      benefitPeriod: null,
      supportLastDay: null,
      after2: null,
      afterRule: null,
      household: null,
      municipality: null,
      pensionAge: null,
      droppedOut: false,
    };
  });
}

function amount(bits: number): Ore {
  return (400_000 + (bits % 1_500_000)) as Ore;
}

export function inputOf(participants: readonly Participant[]): ReturnInput {
  const assumptions = Object.entries(ASSUMED).map(([kind, percent]) =>
    fixedAssumption(kind as AssumptionKind, new Decimal(percent).div(100)),
  );
  const paid = (agency: string, kr: number) => ({
    agency,
    year: 2022,
    cash: new Decimal(kr),
    ownTime: null,
    hours: null,
    hourlyCost: null,
  });
  return {
    participants,
    contributions: [paid("Försäkringskassan", 5_000_000), paid("Kommunen", 2_500_000), paid("Regionen", 2_500_000)],
    sources: INCOME_SOURCES,
    pensionAges: PENSION_AGES,
    benefits: BENEFITS,
    scenario: withAssumptions(asReported(2024), assumptions),
    target: new Decimal(4),
    projectStart: 2022 * 12,
    participantsInAll: null,
  };
}

/** kr back until retirement per payer of the table of sources. */
type Back = ReadonlyMap<string, Decimal>;

/** The product's own, from typed rows to the whole result: checks, households, every horizon, moved, payback, zero point, coverage. */
export function ourReturn(participants: readonly Participant[]): Back {
  const input = inputOf(participants);
  const { parties } = returnIn(input.scenario, returnBasisOf(input)).horizons.retirement;
  return new Map(parties.map(({ agency, back }) => [agency.name, back]));
}

/** The product's own sums, as when an assumption is changed: every party and year, with what is moved between parties. */
export function ourSums({ rows, payers, input }: ReturnBasis, factors: YearFactors): Back {
  const { parties } = benefitByYear(flowTableOf(rows, payers, factors), payers, factors, input.sources);
  return new Map(parties.map(({ back }, at) => [payers.parties[at]!.agency.name, sum(back)]));
}

/** What stands in a row, with names looked up: what every way below needs. */
interface Lookup {
  readonly pensionMonth: (birth: Participant["birth"]) => number;
  readonly source: ReadonlyMap<string, number>;
  /** Index into PAYERS; −1: nobody. */
  readonly payer: readonly number[];
}

/** Payers under the names the result has: "Kommun" is the only municipality that contributes. */
const PAYERS = ["Försäkringskassan", "Arbetsförmedlingen", "Övriga staten", "Kommunen"];

function lookup(): Lookup {
  const ages = new Map(PENSION_AGES.map(({ birthYear, age }) => [birthYear, age]));
  return {
    pensionMonth: ({ year, month }) => (year + ages.get(year)!) * 12 + month! - 1,
    source: new Map(INCOME_SOURCES.map(({ name }, index) => [name, index])),
    payer: INCOME_SOURCES.map(({ payers: [first] }) =>
      first === undefined ? -1 : PAYERS.indexOf(first.payer === "Kommun" ? "Kommunen" : first.payer),
    ),
  };
}

/** The rows as the float loop wants them: months, payers and kr a month. */
interface Columns {
  readonly months: Int32Array;
  readonly old: Int32Array;
  readonly next: Int32Array;
  readonly amountBefore: Float64Array;
  readonly amountAfter: Float64Array;
}

function columnsOf(participants: readonly Participant[]): Columns {
  const { pensionMonth, source, payer } = lookup();
  const kr = (money: Participant["before"]["amount"]): number => (money as number) / 100;
  return {
    months: Int32Array.from(participants, ({ birth, lastMonth }) => pensionMonth(birth) - (lastMonth! + 1)),
    old: Int32Array.from(participants, ({ before }) => payer[source.get(before.source)!]!),
    next: Int32Array.from(participants, ({ after }) => payer[source.get(after!.source)!]!),
    amountBefore: Float64Array.from(participants, ({ before }) => kr(before.amount)),
    amountAfter: Float64Array.from(participants, ({ after }) => kr(after!.amount)),
  };
}

function floatFactors(): Float64Array {
  return Float64Array.from({ length: YEARS }, (_, k) => {
    const { uprating, deadweight, outflow, persistence, rate, correction } = ASSUMED;
    const growth = ((1 + uprating / 100) * (1 - outflow / 100) * (persistence / 100)) / (1 + rate / 100);
    return (1 - deadweight / 100) * (1 - correction / 100) * growth ** k;
  });
}

/** The limit: the same rows in doubles, one year at a time over year factors. Nothing but kr back per payer and year; not exact. */
export function floatSums({ months, old, next, amountBefore, amountAfter }: Columns, factors: Float64Array): Back {
  const back = PAYERS.map(() => new Float64Array(YEARS));
  for (let row = 0; row < months.length; row += 1) {
    const [from, to] = [back[old[row]!], back[next[row]!]];
    for (let k = 0; 12 * k < months[row]!; k += 1) {
      const share = Math.min(12, months[row]! - 12 * k) * factors[k]!;
      if (from !== undefined) from[k]! += share * amountBefore[row]!;
      if (to !== undefined) to[k]! -= share * amountAfter[row]!;
    }
  }
  return new Map(PAYERS.map((name, index) => [name, new Decimal(back[index]!.reduce((all, each) => all + each, 0))]));
}

/** The same loop from typed rows: names and pension ages looked up row by row, nothing checked. */
export function floatReturn(participants: readonly Participant[]): Back {
  const { pensionMonth, source, payer } = lookup();
  const factors = floatFactors();
  const back = PAYERS.map(() => new Float64Array(YEARS));
  for (const { birth, lastMonth, before, after } of participants) {
    const months = pensionMonth(birth) - (lastMonth! + 1);
    const old = payer[source.get(before.source)!]!;
    const next = payer[source.get(after!.source)!]!;
    const amountBefore = (before.amount as number) / 100;
    const amountAfter = (after!.amount as number) / 100;
    for (let k = 0; 12 * k < months; k += 1) {
      const share = Math.min(12, months - 12 * k) * factors[k]!;
      if (old >= 0) back[old]![k]! += share * amountBefore;
      if (next >= 0) back[next]![k]! -= share * amountAfter;
    }
  }
  return new Map(PAYERS.map((name, index) => [name, new Decimal(back[index]!.reduce((all, each) => all + each, 0))]));
}

/** Month by month in Decimal, 60 digits, the factor of the year looked up. Exact as far as 60 digits go. */
export function decimalReturn(participants: readonly Participant[]): Back {
  const { pensionMonth, source, payer } = lookup();
  const { uprating, deadweight, outflow, persistence, rate, correction } = ASSUMED;
  const one = new Decimal(1);
  const percent = (value: number): Decimal => new Decimal(value).div(100);
  const scale = one.minus(percent(deadweight)).times(one.minus(percent(correction)));
  const growth = one
    .plus(percent(uprating))
    .times(one.minus(percent(outflow)))
    .times(percent(persistence));
  const factors = Array.from({ length: YEARS }, (_, k) => scale.times(growth.div(one.plus(percent(rate))).pow(k)));
  const back = PAYERS.map(() => new Decimal(0));
  for (const { birth, lastMonth, before, after } of participants) {
    const months = pensionMonth(birth) - (lastMonth! + 1);
    const old = payer[source.get(before.source)!]!;
    const next = payer[source.get(after!.source)!]!;
    const amountBefore = new Decimal(before.amount).div(100);
    const amountAfter = new Decimal(after!.amount).div(100);
    for (let month = 0; month < months; month += 1) {
      const factor = factors[Math.floor(month / 12)]!;
      if (old >= 0) back[old] = back[old]!.plus(amountBefore.times(factor));
      if (next >= 0) back[next] = back[next]!.minus(amountAfter.times(factor));
    }
  }
  return new Map(PAYERS.map((name, index) => [name, back[index]!]));
}

/** 10^−90 kr: far below what any of the ways can resolve. */
const FINE = 10n ** 90n;

/** The exact amounts by a way that shares nothing with the others: whole numbers, person by person and year by year, one division per payer and year. */
export function exactReturn(participants: readonly Participant[]): Back {
  const { pensionMonth, source, payer } = lookup();
  const ore = PAYERS.map(() => new Array<bigint>(YEARS).fill(0n));
  for (const { birth, lastMonth, before, after } of participants) {
    const months = pensionMonth(birth) - (lastMonth! + 1);
    const old = payer[source.get(before.source)!]!;
    const next = payer[source.get(after!.source)!]!;
    for (let k = 0; 12 * k < months; k += 1) {
      const inYear = BigInt(Math.min(12, months - 12 * k));
      if (old >= 0) ore[old]![k]! += inYear * BigInt(before.amount as number);
      if (next >= 0) ore[next]![k]! -= inYear * BigInt(after!.amount as number);
    }
  }
  const { uprating, deadweight, outflow, persistence, rate, correction } = ASSUMED;
  const scale = BigInt((100 - deadweight) * (100 - correction));
  const growth = BigInt((100 + uprating) * (100 - outflow) * persistence);
  // (growth / 100³)^k · (100 / (100 + rate))^k · scale / 100² kronor of 100 öre.
  const kr = (years: readonly bigint[]): bigint =>
    years.reduce(
      (all, units, k) =>
        all + (units * scale * growth ** BigInt(k) * FINE) / (1_000_000n * (10_000n * BigInt(100 + rate)) ** BigInt(k)),
      0n,
    );
  return new Map(PAYERS.map((name, index) => [name, new Decimal(`${kr(ore[index]!)}e-90`)]));
}

/** One count of rows: median milliseconds, the two ratios, and how far ours is from the exact amounts. */
export interface ParticipantsResult {
  readonly rows: number;
  readonly float: number;
  readonly ours: number;
  /** Timed on fewer rows and scaled up. */
  readonly decimal: number;
  /** The sums alone. */
  readonly floatSums: number;
  readonly ourSums: number;
  /** Our sums / float sums; at most 3. */
  readonly overFloat: number;
  /** The whole result from typed rows / a float loop from typed rows. */
  readonly wholeOverFloat: number;
  /** decimal month by month / ours, both from typed rows. */
  readonly overOurs: number;
  /** The largest difference to the exact amount of any payer, kr. */
  readonly oursOff: Decimal;
  readonly floatOff: Decimal;
}

const DECIMAL_ROWS = 500;

/** Times the ways in turn, so that the machine's moods hit all of them alike. */
export function participantsBench(count: number): ParticipantsResult {
  const rows = participantRows(count);
  const few = rows.slice(0, DECIMAL_ROWS);
  const rounds = Math.max(9, Math.round(300_000 / count));
  const times = {
    floatSums: [] as number[],
    ourSums: [] as number[],
    float: [] as number[],
    ours: [] as number[],
    decimal: [] as number[],
  };
  const columns = columnsOf(rows);
  const basis = returnBasisOf(inputOf(rows));
  const [plain, { factors }] = [floatFactors(), flowsIn(basis.input.scenario, basis)];
  for (let round = 0; round < 2 * rounds; round += 1) {
    times.floatSums.push(timed(() => floatSums(columns, plain)));
    times.ourSums.push(timed(() => ourSums(basis, factors)));
    times.float.push(timed(() => floatReturn(rows)));
    times.ours.push(timed(() => ourReturn(rows)));
    if (round < 5) times.decimal.push(timed(() => decimalReturn(few)) * (count / few.length));
  }
  const [float, ours, decimal] = [times.float, times.ours, times.decimal].map(settled) as [number, number, number];
  const sums = { floatSums: settled(times.floatSums), ourSums: settled(times.ourSums) };
  const exact = exactReturn(rows);
  return {
    rows: count,
    float,
    ours,
    decimal,
    ...sums,
    overFloat: sums.ourSums / sums.floatSums,
    wholeOverFloat: ours / float,
    overOurs: decimal / ours,
    oursOff: Decimal.max(furthest(ourReturn(rows), exact), furthest(ourSums(basis, factors), exact)),
    floatOff: furthest(floatReturn(rows), exact),
  };
}

/** Every payer must be there, with no more than the ways themselves leave out. */
function furthest(found: Back, exact: Back): Decimal {
  return [...exact].reduce(
    (most, [payer, kr]) => Decimal.max(most, kr.minus(found.get(payer) ?? 0).abs()),
    new Decimal(0),
  );
}

/** Factors are kept with 50 decimals: nothing that a krona, or an öre, could ever be rounded wrong by. */
const EXACT_ENOUGH = new Decimal("1e-30");
const MOST_OVER_FLOAT = 3;

/** Prints three lines per count; returns whether every limit of the benchmark was kept. */
export function reportParticipantsBench(counts: readonly number[]): boolean {
  console.log("Participants to kr back per agency until retirement (median ms)");
  const results = counts.map(participantsBench);
  for (const r of results) {
    const ms = (...times: number[]): string => times.map((time) => time.toFixed(2)).join(" / ");
    console.log(
      `${String(r.rows).padStart(9)} rows, sums over year factors: float / ours ${ms(r.floatSums, r.ourSums)}; ours is ${r.overFloat.toFixed(2)} × float (at most ${MOST_OVER_FLOAT})\n` +
        `          from typed rows to the whole result (checks, households, every horizon, what is moved, payback, zero point): float loop alone / ours / decimal by month ` +
        `(scaled from ${DECIMAL_ROWS} rows) ${ms(r.float, r.ours, r.decimal)}; ours is ${r.wholeOverFloat.toFixed(2)} × the float loop (no limit kept here), ${r.overOurs.toFixed(0)} × faster than decimal by month\n` +
        `          off the exact amounts: ours ${r.oursOff.toExponential(1)} kr (at most ${EXACT_ENOUGH.toExponential()}), float ${r.floatOff.toExponential(1)} kr`,
    );
  }
  return results.every((r) => r.overFloat <= MOST_OVER_FLOAT && r.oursOff.lte(EXACT_ENOUGH));
}
