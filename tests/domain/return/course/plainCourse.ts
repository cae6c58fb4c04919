// tests/domain/return/course/plainCourse.ts: the course of one person the plain way: month after month, with decimals, straight from the rules' table.
// Shares no code with src: what the two agree on, neither has from the other.
import { Decimal as Plain } from "decimal.js";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const D = Plain.clone({ precision: 50, rounding: Plain.ROUND_HALF_UP });
type D = Plain;

/** One, but for what 50 digits lose. */
const NEARLY = new D(1).minus("1e-20");

export interface PlainPerson {
  readonly birth: readonly [year: number, month: number];
  /** Months are year · 12 + month − 1. */
  readonly last: number;
  readonly pension: number;
  readonly before: readonly [name: string, kr: string];
  readonly after: readonly [name: string, kr: string];
  readonly after2: readonly [name: string, kr: string] | null;
  readonly followOn: readonly [name: string, kr: string] | null;
  readonly remaining: string | null;
  readonly used: number | null;
  /** Of a-kassa. */
  readonly period: string | null;
  readonly lastDay: string | null;
}

export interface PlainMonth {
  own: D;
  successor: D;
  /** By name of the support after. */
  readonly cost: Map<string, D>;
}

type Row = Readonly<Partial<Record<string, string>>>;

/** Fields between commas, with quotes. */
function csv(text: string): Row[] {
  const rows: string[][] = [[]];
  let field = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (quoted && char === '"' && text[at + 1] === '"') {
      field += char;
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === "," || char === "\n")) {
      rows.at(-1)!.push(field);
      field = "";
      if (char === "\n") rows.push([]);
    } else if (char !== "\r") field += char;
  }
  const [head, ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(head!.map((name, at) => [name, row[at] ?? ""])));
}

const LAW = csv(`${readFileSync(join(__dirname, "../../../cases/benefits/benefit_rules.csv"), "utf8").trimEnd()}\n`);
const rule = (id: string): Row => LAW.find((row) => row.id === id)!;
const PRICE_BASE: Readonly<Record<number, number>> = { 2025: 58_800, 2026: 59_200, 2027: 59_600 };

/** The rule's id of a support named as the generator names it. */
function ruleId(person: PlainPerson, [name, kr]: readonly [string, string], own: boolean, month: number): string {
  const age = month - (person.birth[0] * 12 + person.birth[1] - 1);
  const basic = [0.25, 0.5, 0.75, 1].some((share) => new D(kr).eq(new D(365 * 22).times(share)));
  switch (name) {
    case "A-kassa":
      return `akassa_${own ? (person.period?.split("/")[0] ?? "300") : "300"}`;
    case "Aktivitetsstöd":
      return basic ? "aktivitetsstod_grund_jug" : "aktivitetsstod_ink";
    case "Aktivitetsstöd, inkomstbaserat":
      return "aktivitetsstod_ink";
    case "Nystartsjobb":
      return age >= 300 ? "nystart_25plus" : "nystart_20_24";
    case "Studiemedel":
      return "studiemedel_eftergymn";
    default:
      return {
        Försörjningsstöd: "forsorjningsstod",
        Sjukpenning: "sjukpenning",
        Sjukersättning: "sjukersattning",
        Aktivitetsersättning: "aktivitetsersattning",
        Etableringsersättning: "etableringsersattning",
        Introduktionsjobb: "introduktionsjobb",
        Jobbpremie: "jobbpremie",
        Arbete: "",
      }[name]!;
  }
}

const daysOf = (month: number): number => new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();

/** Factor of a unit's number, from the table's column of levels and, where it says so, on with five points per hundred days. */
function factor(id: string, number: number, below: number): D {
  const { taper } = rule(id);
  if (id === "sjukpenning") return new D(number <= 364 ? "0.776" : "0.7275");
  const steps = [...taper!.matchAll(/(\d+)-(\d+):([\d.]+)(?:;|$)/gu)].map((step) => step.slice(1).map(Number));
  if (steps.length === 0) return new D(1);
  const found = steps.find(([from, to]) => number >= from! && number <= to!);
  if (found !== undefined) return new D(String(found[2])).minus(below);
  const [, end, lowest] = steps.at(-1)!;
  return D.max(new D(String(lowest)).minus(new D("0.05").times(Math.ceil((number - end!) / 100))).minus(below), 0);
}

/** One support at work. */
class Running {
  units: D;
  readonly typedAt: number;
  over = false;

  constructor(
    readonly id: string,
    readonly kr: D,
    used: number | D,
    readonly below: number,
    own: boolean,
    readonly person: PlainPerson,
  ) {
    this.units = new D(used);
    this.typedAt = own ? Math.max(1, Math.ceil(Number(used))) : this.units.floor().toNumber() + 1;
  }

  perMonth(month: number): D {
    const { count_unit: unit } = rule(this.id);
    if (this.id === "sjukpenning") return new D(daysOf(month));
    return new D(unit === "day" ? 22 : unit === "week" ? "4.345" : 1);
  }

  get limit(): D | null {
    const { max_units: most } = rule(this.id);
    return most === "" || this.id === "sjukpenning" ? null : new D(most!);
  }

  /** kr of a full month at the level of the unit after those used. */
  level(month: number): D {
    if (this.id === "aktivitetsersattning") return this.guarantee(month);
    const number = this.units.floor().toNumber() + 1;
    const ratio = factor(this.id, number, this.below).div(factor(this.id, this.typedAt, this.below));
    if (this.id === "sjukpenning")
      return this.kr.times(12).div(365).times(ratio).toDecimalPlaces(0).times(daysOf(month));
    const scaled = ratio.eq(1) ? this.kr : this.kr.times(ratio).toDecimalPlaces(2);
    return this.id === "aktivitetsstod_ink" ? D.max(scaled, D.min(this.kr, 8030)) : scaled;
  }

  private guarantee(month: number): D {
    const shares = ["2.48", "2.53", "2.58", "2.63", "2.68", "2.73"];
    const born = this.person.birth[0] * 12 + this.person.birth[1] - 1;
    const band = (at: number): number => Math.max(0, Math.floor((Math.floor((at - born) / 12) - 19) / 2));
    const amount = (at: number): D =>
      new D(shares[band(at)]!)
        .times(PRICE_BASE[Math.floor(this.person.last / 12)]!)
        .div(12)
        .toDecimalPlaces(0);
    return amount(this.person.last).eq(this.kr) ? amount(month) : this.kr;
  }

  /** Units to the next level, or to the limit. */
  next(): D | null {
    const bounds = [101, 201, 301, 401, 501, 601, 701, 801, 901, 1001, 1101, 1201, 1301, 1401, 1501, 1601].map(
      (from) => from - 1,
    );
    const levels = this.id === "sjukpenning" ? [364] : /akassa|_ink/u.test(this.id) ? bounds : [];
    const all = [...levels.map((at) => new D(at)), ...(this.limit === null ? [] : [this.limit])];
    const ahead = all.map((at) => at.minus(this.units)).filter((left) => left.gt(1e-20));
    return ahead.length === 0 ? null : D.min(...ahead);
  }

  used(): boolean {
    return this.limit !== null && this.units.gte(this.limit.minus(1e-20));
  }
}

const thirtyOf = ({ birth }: PlainPerson): number => (birth[0] + 30) * 12 + birth[1] - 1;

/** First month in which an age no longer allows it. */
function ageEnd(id: string, { birth }: PlainPerson): number {
  const { last_month_rule: last } = rule(id);
  if (last === "month_before_30") return (birth[0] + 30) * 12 + birth[1] - 1;
  if (last === "year_of_60") return (birth[0] + 61) * 12;
  return Infinity;
}

/** Every month from the first avoided one, until the comparison ends. */
export function plainCourse(person: PlainPerson): { readonly months: PlainMonth[]; readonly end: D } {
  const first = person.last + 1;
  const below = person.period?.endsWith("/60") === true ? 0.2 : person.period?.endsWith("/50") === true ? 0.3 : 0;
  const ownId = ruleId(person, person.before, true, person.last);
  const own = new Running(ownId, new D(person.before[1]), person.used ?? 0, below, true, person);
  let next: Running | null = null;
  const ends = afterEnds(person, first);
  const toAfter = ends.takes;
  const months: PlainMonth[] = [];
  let end = new D(0);
  for (let month = first; month < person.pension; month += 1) {
    const at = new D(month - first);
    const cap = D.min(1, D.max(0, ends.comparison.minus(at)));
    const found: PlainMonth = { own: new D(0), successor: new D(0), cost: new Map() };
    let place = new D(0);
    if (!own.over) {
      const { lastDay } = person;
      const inMonth = lastDay?.startsWith(monthName(month)) === true;
      const gone = lastDay !== null && lastDay < monthName(month);
      const last = inMonth ? new D(Number(lastDay.slice(8))).div(daysOf(month)) : new D(gone ? 0 : 1);
      const stop = month >= ageEnd(ownId, person) ? new D(0) : last;
      place = run(own, month, place, stop, cap, (share, kr) => {
        const remaining = remainder(own, month, person.remaining);
        found.own = found.own.plus(D.max(kr.minus(remaining), 0).times(share));
      });
      if (own.used() || place.lt(NEARLY)) own.over = true;
    }
    if (own.over && next === null && person.followOn !== null && !toAfter) {
      const id = ruleId(person, person.followOn, false, month);
      if (rule(id).count_unit === "day" || place.lte(1e-20)) {
        const goesOn = ownId.startsWith("akassa") && id === "aktivitetsstod_ink";
        next = new Running(id, new D(person.followOn[1]), goesOn ? own.units : 0, goesOn ? below : 0, false, person);
      }
    }
    if (next !== null && !next.over && place.lt(NEARLY)) {
      const stop = month >= ageEnd(next.id, person) ? place : new D(1);
      const successor = next;
      place = run(successor, month, place, stop, cap, (share, kr) => {
        found.successor = found.successor.plus(kr.times(share));
      });
      if (successor.used() || place.lt(NEARLY)) successor.over = true;
    }
    const waiting = own.over && next === null && person.followOn !== null && !toAfter;
    const covered = D.min(cap, waiting ? 1 : place);
    for (const { name, kr, from, to } of ends.costs) {
      const share = D.min(covered, D.max(0, to.minus(at))).minus(D.min(covered, D.max(0, from.minus(at))));
      if (share.gt(1e-20)) found.cost.set(name, (found.cost.get(name) ?? new D(0)).plus(share.times(kr)));
    }
    if (covered.lte(1e-20)) break;
    months.push(found);
    end = at.plus(covered);
    if (covered.lt(NEARLY)) break;
  }
  return { months, end };
}

const monthName = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

function remainder(own: Running, month: number, remaining: string | null): D {
  if (remaining === null) return new D(0);
  if (own.id !== "sjukpenning") return new D(remaining);
  return new D(remaining).times(12).div(365).toDecimalPlaces(0).times(daysOf(month));
}

/** Runs a support through a month from a place to a stop, level by level; the place where it is, or is over. */
function run(support: Running, month: number, from: D, stop: D, cap: D, add: (share: D, kr: D) => void): D {
  let place = from;
  while (place.lt(D.min(stop, 1).minus(1e-20)) && !support.used()) {
    const left = support.next();
    const perMonth = support.perMonth(month);
    const to = D.min(stop, 1, left === null ? 1 : place.plus(left.div(perMonth)));
    add(D.max(0, D.min(to, cap).minus(D.min(place, cap))), support.level(month));
    support.units = support.units.plus(to.minus(place).times(perMonth));
    const whole = support.units.round();
    if (whole.minus(support.units).abs().lt(1e-20)) support.units = whole;
    place = to;
  }
  return place;
}

interface Cost {
  readonly name: string;
  readonly kr: D;
  readonly from: D;
  readonly to: D;
}

/** What is paid after the exit, from when to when, and where it ends the comparison. In months from the first avoided one. */
function afterEnds(
  person: PlainPerson,
  first: number,
): { readonly costs: readonly Cost[]; readonly comparison: D; readonly takes: boolean } {
  let comparison = new D(person.pension - first);
  const costs: Cost[] = [];
  const thirty = new D(thirtyOf(person) - first);
  const put = ([name, kr]: readonly [string, string], start: D, until: D | null): void => {
    const id = ruleId(person, [name, kr], false, first);
    let from = start;
    let to = new D(person.pension - first);
    if (id !== "") {
      const { max_units: most, count_unit: unit, valid_to: validTo } = rule(id);
      if (id === "jobbpremie") from = D.max(start, 2026 * 12 + 2 - first);
      if (most !== "" && id !== "sjukpenning")
        to = D.min(to, from.plus(new D(most!).div(unit === "day" ? 22 : unit === "week" ? "4.345" : 1)));
      if (ageEnd(id, person) < Infinity) to = D.min(to, ageEnd(id, person) - first);
      if (validTo !== "") to = D.min(to, Number(validTo!.slice(0, 4)) * 12 + Number(validTo!.slice(5, 7)) - first);
      const free = /nystart|introduktionsjobb|jobbpremie/u.test(id);
      if (!free && until === null) comparison = D.min(comparison, to);
    }
    costs.push({ name, kr: new D(kr), from, to: until === null ? to : D.min(to, until) });
  };
  const takes = person.after[0] === "Aktivitetsersättning" && person.followOn !== null;
  put(person.after, new D(0), takes ? thirty : null);
  if (takes) put(person.followOn, thirty, null);
  if (person.after2 !== null) put(person.after2, new D(0), null);
  return { costs, comparison, takes };
}
