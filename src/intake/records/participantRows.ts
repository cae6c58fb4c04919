// src/intake/records/participantRows.ts: the participants table: one pseudonymous person a row, with months and monthly amounts.
// Whether a row that can be read can also be computed is asked in participantFitness.ts.
import { askedCourses } from "./courseQuestions";
import { askedParticipants } from "./participantQuestions";
import { folded, lookupKey, plainSpaces } from "../../domain/lookupKey";
import { isZero, type Money, moneyFromDecimal, type Ore, toKr } from "../../domain/money";
import type { Participant, Support } from "../../domain/return/participant";
import type { Birth } from "../../domain/return/pensionAge";
import type { MonthIndex } from "../../domain/period";
import { problem } from "../../domain/problem";
import { readAmount } from "../amount";
import { cellName } from "../../domain/a1";
import {
  PARTICIPANT_COLUMNS,
  type ParticipantColumn,
  PLAIN_IDS,
  UNSURE_PARTICIPANT_COLUMNS,
} from "./participantColumns";
import { readKind, type RecordKind } from "./recordKind";
import { publishedLevels } from "./publishedLevels";
import { withoutRepeats } from "./repeatedRows";
import { type ParticipantContext, setAsideByCalculation, withoutNumbers } from "./participantFitness";
import { readPlainNumber } from "./plainNumber";
import { identityNumbersIn } from "../personalIdentity";
import { isBlank } from "./rowBody";
import {
  type Bad,
  type DateContext,
  isSixDigits,
  readBirth,
  readDay,
  readLastMonth,
  startsAsIdentity,
} from "./rowDates";
import type { SetAside } from "../budget/budgetRows";
import type { Sourced } from "../../domain/return/returnRows";
import { duplicates, isTotalName, type LocatedRows, type ReadRows, type Row, RowTable } from "./rowTable";
import { splitIdentityColumns } from "./splitIdentity";
import { type NamedSupport, supportNames } from "./supportNames";

type Column = ParticipantColumn;

/** A participant as read; `sex` as written. */
export type ParticipantRow = Sourced<Participant> & { readonly sex: string | null };

export interface ReadParticipants extends ReadRows<Participant> {
  readonly rows: readonly ParticipantRow[];
}

const ZERO_ORE = 0 as Ore;
const AMOUNTS = ["amountBefore", "amountAfter", "remaining", "amountThen", "amountAfter2"] as const;
type AmountRole = (typeof AMOUNTS)[number];
const YEARLY = /\/ ?ar\b|\bper ar\b|\bars(?:belopp)?|\bi aret\b|\byear/u;
const MONTHLY = /man(?:ad)?\b|manads|month/u;
const USED_UNIT =
  / ?(?:(?:arbets|ersattnings|ersättnings|kalender)?dag(?:ar)?|d|veck(?:a|or)|v|mån(?:ad(?:er)?)?|months?|weeks?|days?)\.?$/iu;
/** Nobody has used so many days of anything. */
const MOST_UNITS = 20_000;
/** Years; outside it a stated pension age is a slip. */
const PENSION_AGES_FROM = 55;
const PENSION_AGES_TO = 75;

/**
 * Amounts become kr per month; a column headed per year is divided by 12. Rows that are ongoing, dropped out or without an outcome yet are
 * kept: they are part of the coverage. A participant twice leaves the table out.
 */
export function readParticipants(located: LocatedRows, context: ParticipantContext): ReadParticipants {
  const table = new RowTable<Column>(located);
  const result = (rows: readonly ParticipantRow[]): ReadParticipants => ({
    rows,
    setAside: table.setAside,
    problems: table.problems,
  });
  const identities = splitIdentityColumns(table, table.column("birthDate"), table.column("id"));
  if (identities.length > 0) return { rows: [], setAside: [], problems: identities };
  const missing = missingColumns(table);
  if (missing.length > 0) {
    table.block("missing-column", { headings: missing.join(", "), seen: table.headings });
    return result([]);
  }
  if (AMOUNTS.some((role) => table.has(role) && table.unit(role) === null)) {
    table.block("unit-undecidable", { units: "kr, tkr, Mkr" });
    return result([]);
  }
  const reader = new ParticipantReader(table, context);
  const rows = table.read((row) => reader.read(row));
  const pairs = duplicates(rows, ({ value, initiative }) => `${lookupKey(value.id)}|${lookupKey(initiative ?? "")}`);
  if (pairs.length > 0) {
    blockDuplicates(table, pairs);
    return result([]);
  }
  reader.noteColumns();
  const sexes = new Map(rows.map(({ origin, value }) => [origin, reader.sexOf.get(value) ?? null]));
  const told = askedParticipants(table, rows, reader.rowOf, context);
  const settled = askedCourses(table, told, reader.rowOf, context);
  const unfit = setAsideByCalculation(table, settled, reader.rowOf, context);
  return result(
    settled.filter((_, index) => !unfit.has(index)).map((row) => ({ ...row, sex: sexes.get(row.origin) ?? null })),
  );
}

function missingColumns(table: RowTable<Column>): readonly string[] {
  const needed: readonly (readonly [string, readonly Column[]])[] = [
    ["Födelsedatum", ["birthDate", "birthYear"]],
    ["Sista månad med tidigare stöd", ["lastMonth"]],
    ["Försörjning före", ["before"]],
    ["Belopp före", ["amountBefore"]],
    ["Försörjning efter", ["after"]],
  ];
  return needed.filter(([, roles]) => !roles.some((role) => table.has(role))).map(([heading]) => heading);
}

function blockDuplicates(
  table: RowTable<Column>,
  pairs: readonly (readonly [Sourced<Participant>, Sourced<Participant>])[],
): void {
  pairs.forEach(([first, second], index) => {
    const params = { what: second.value.id, other: first.origin.cells };
    if (index === 0) table.block("duplicate-row", params, second.origin.cells);
    else table.problems.push(problem("duplicate-row", { sheet: table.grid.sheet, cell: second.origin.cells }, params));
  });
}

/** Reads one row after the other; columns are judged once. */
class ParticipantReader {
  readonly rowOf = new Map<Participant, number>();
  readonly sexOf = new Map<Participant, string>();
  private readonly yearly: ReadonlySet<AmountRole>;
  private readonly dates: Readonly<Record<"birthDate" | "birthYear" | "lastMonth" | "supportLastDay", DateContext>>;
  private readonly bareSerials = new Set<Column>();
  /** Rows with another support after and an empty last month: counted as ongoing, without effect. */
  private readonly endless: number[] = [];
  private readonly named: (text: string) => NamedSupport;

  constructor(
    private readonly table: RowTable<Column>,
    private readonly context: ParticipantContext,
  ) {
    this.yearly = new Set(AMOUNTS.filter((role) => isYearly(table.heading(role))));
    this.dates = {
      birthDate: this.datesIn("birthDate"),
      birthYear: { date1904: table.date1904, serials: false },
      lastMonth: this.datesIn("lastMonth"),
      supportLastDay: { date1904: table.date1904, serials: true },
    };
    this.named = supportNames(context.sources);
  }

  read(row: Row<Column>): Participant | null {
    const id = this.id(row);
    const last = this.lastMonth(row);
    const birth = this.birth(row, last.month);
    const before = this.support(row, "before", "amountBefore");
    const after = this.support(row, "after", "amountAfter");
    const followOn = this.support(row, "then", "amountThen");
    const after2 = this.support(row, "after2", "amountAfter2");
    const remaining = this.amount(row, "remaining");
    const usedUnits = this.usedUnits(row);
    const supportLastDay = this.supportLastDay(row);
    if (before === null && !row.failed())
      row.fail("missing-support", "before", { heading: this.table.heading("before") });
    const pensionAge = this.pensionAge(row);
    const [benefitPeriod, afterRule] = [row.text("benefitPeriod"), row.text("afterRule")];
    if (row.failed() || id === null || birth === null || before === null) return null;
    if (after !== null && after.source !== before.source && row.value("lastMonth") === null) this.endless.push(row.row);
    const participant: Participant = {
      id,
      birth,
      lastMonth: last.month,
      before,
      after,
      remaining,
      followOn,
      usedUnits,
      benefitPeriod,
      supportLastDay,
      after2,
      afterRule,
      household: row.text("household"),
      municipality: row.text("municipality"),
      pensionAge,
      droppedOut: last.droppedOut,
    };
    this.rowOf.set(participant, row.row);
    const sex = row.text("sex");
    if (sex !== null) this.sexOf.set(participant, sex);
    return participant;
  }

  /** One note a column for what holds for all of it. */
  noteColumns(): void {
    for (const role of this.yearly) this.noteColumn(role, "amounts-per-year");
    for (const role of this.bareSerials) this.noteColumn(role, "dates-without-format");
    const [first] = this.endless;
    if (first === undefined) return;
    const cell = cellName(first, this.table.column("lastMonth") ?? 0);
    const params = { persons: this.endless.length, heading: this.table.heading("lastMonth") };
    this.table.problems.push(problem("last-month-missing", { sheet: this.table.grid.sheet, cell }, params));
  }

  private noteColumn(role: Column, code: "amounts-per-year" | "dates-without-format"): void {
    const column = this.table.column(role) ?? 0;
    const first = this.table.rows[0] ?? 0;
    this.table.problems.push(
      problem(
        code,
        { sheet: this.table.grid.sheet, cell: cellName(first - 1, column) },
        { heading: this.table.heading(role) },
      ),
    );
  }

  private datesIn(role: Column): DateContext {
    const column = this.table.column(role);
    const sixDigits =
      column !== null && this.table.rows.some((row) => isSixDigits(this.table.grid.values[row]?.[column] ?? null));
    return { date1904: this.table.date1904, serials: role === "lastMonth" || !sixDigits };
  }

  private id(row: Row<Column>): string | null {
    const id = row.text("id");
    if (id === null) return row.failed() ? null : row.fail("missing-key", "id", { heading: this.table.heading("id") });
    if (identityNumbersIn(id.replace(/\s/gu, "")) > 0) return row.fail("personal-identity-number", "id", { count: 1 });
    if (startsAsIdentity(id)) return row.fail("identity-like-id", "id", {});
    // A total of persons or amounts under the table is nobody.
    if (isTotalName(id) && isBlank(row.value("before"))) return row.fail("total-row", "id", { line: id });
    return id;
  }

  private lastMonth(row: Row<Column>): { month: MonthIndex | null; droppedOut: boolean } {
    const reading = readLastMonth(row.value("lastMonth"), row.format("lastMonth"), this.dates.lastMonth);
    if (reading === null || reading.kind === "ongoing") return { month: null, droppedOut: false };
    if (reading.kind === "dropped-out") return { month: null, droppedOut: true };
    if (reading.kind !== "month") {
      if ("text" in reading) this.badDate(row, "lastMonth", reading);
      return { month: null, droppedOut: false };
    }
    if (reading.serial) this.bareSerials.add("lastMonth");
    return { month: reading.month, droppedOut: false };
  }

  private badDate(row: Row<Column>, role: Column, bad: Bad): null {
    if (bad.kind === "year-out-of-range") return row.fail("year-out-of-range", role, { text: bad.text });
    return row.fail("unreadable-date", role, { text: bad.text, heading: this.table.heading(role) });
  }

  /** The date, with the year of a year column as a check; the year alone where there is no date. */
  private birth(row: Row<Column>, near: MonthIndex | null): Birth | null {
    const date = this.birthIn(row, "birthDate", near);
    const year = this.birthIn(row, "birthYear", near);
    if (row.failed()) return null;
    if (date !== null && year !== null && date.year !== year.year) {
      return row.fail("birth-years-differ", "birthYear", { first: String(date.year), second: String(year.year) });
    }
    const birth = date ?? year;
    return (
      birth ??
      row.fail("missing-key", this.table.has("birthDate") ? "birthDate" : "birthYear", {
        heading: this.table.heading(this.table.has("birthDate") ? "birthDate" : "birthYear"),
      })
    );
  }

  private birthIn(row: Row<Column>, role: "birthDate" | "birthYear", near: MonthIndex | null): Birth | null {
    const value = row.value(role);
    if (value === null) return null;
    if (typeof value === "string" && identityNumbersIn(value.replace(/\s/gu, "")) > 0)
      return row.fail("personal-identity-number", role, { count: 1 });
    const reading = readBirth(value, row.format(role), this.dates[role], near);
    if (reading === null) return null;
    if (reading.kind !== "birth") return this.badDate(row, role, reading);
    if (reading.serial) this.bareSerials.add(role);
    return reading.birth;
  }

  /** Null: no support named. An empty amount is 0 only where nobody pays the source. */
  private support(
    row: Row<Column>,
    role: "before" | "after" | "then" | "after2",
    amountRole: AmountRole,
  ): Support | null {
    const text = row.text(role);
    const amount = this.amount(row, amountRole);
    if (text === null) {
      if (amount !== null && !isZero(amount) && !row.failed())
        row.fail("missing-support", role, { heading: this.table.heading(role) });
      return null;
    }
    const named = this.named(text);
    if (named.kind !== "support") {
      const params = { text: withoutNumbers(text), heading: this.table.heading(role), known: named.known.join(", ") };
      return row.fail(named.kind === "agency" ? "support-is-agency" : "unknown-support", role, params);
    }
    const source = named.name;
    const paid = (this.context.sources[named.index]?.payers.length ?? 0) > 0;
    if (amount === null) {
      if (paid && !row.failed())
        return row.fail("missing-amount", amountRole, {
          what: source,
          heading: this.table.heading(amountRole),
          levels: publishedLevels(text, source, this.context.benefits),
        });
      return { source, amount: ZERO_ORE };
    }
    // Somebody else in the household may be the one who has the amount.
    if (paid && isZero(amount) && isBlank(row.value("household")))
      return row.fail("zero-amount", amountRole, { what: source });
    return { source, amount };
  }

  /** kr per month. */
  private amount(row: Row<Column>, role: AmountRole): Money | null {
    const value = row.value(role);
    const text = typeof value === "string" ? folded(value) : "";
    if (YEARLY.test(text))
      return row.fail("amount-looks-yearly", role, { amount: row.text(role) ?? "", heading: this.table.heading(role) });
    const monthly = text === "" ? null : /^(.*\d[^a-z]*(?:t?kr)?) ?(?:\/|per ) ?man(?:ad)?\.?$/u.exec(text);
    const unit = this.table.unit(role) ?? "kr";
    const amount = monthly === null ? row.amount(role) : readAmountOr(row, role, monthly[1] ?? "", unit);
    if (amount === null || !this.yearly.has(role)) return amount;
    const month = toKr(amount).div(12);
    if (!month.times(12).eq(toKr(amount)) || month.decimalPlaces() > 4) {
      return row.fail("amount-too-fine", role, { amount: toKr(amount).toString(), heading: this.table.heading(role) });
    }
    return moneyFromDecimal(month);
  }

  /** `132`, `132 dagar`, `10 mån`: the unit is the support's own, so what is written after the number is not judged here. */
  private usedUnits(row: Row<Column>): number | null {
    const value = row.value("usedUnits");
    if (value === null) return null;
    const bare = typeof value === "string" ? plainSpaces(value).replace(USED_UNIT, "") : value;
    const number = readPlainNumber(bare, row.format("usedUnits"));
    if (number !== null && !number.percent && !number.value.isNegative() && number.value.lt(MOST_UNITS))
      return number.value.toNumber();
    const text = row.text("usedUnits");
    if (row.failed()) return null;
    return row.fail("unreadable-number", "usedUnits", { text: text ?? "", heading: this.table.heading("usedUnits") });
  }

  private supportLastDay(row: Row<Column>): string | null {
    const value = row.value("supportLastDay");
    const reading = readDay(value, row.format("supportLastDay"), this.dates.supportLastDay);
    if (reading === null) return null;
    if (reading.kind !== "day") return this.badDate(row, "supportLastDay", reading);
    if (reading.serial) this.bareSerials.add("supportLastDay");
    return reading.date;
  }

  private pensionAge(row: Row<Column>): number | null {
    const value = row.value("pensionAge");
    if (value === null) return null;
    const text = (row.text("pensionAge") ?? "").replace(/ ?år$/iu, "").replace(",", ".");
    const age = /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : NaN;
    if (age >= PENSION_AGES_FROM && age <= PENSION_AGES_TO) return age;
    return row.fail("implausible-pension-age", "pensionAge", { text: plainSpaces(text) });
  }
}

function readAmountOr(
  row: Row<Column>,
  role: AmountRole,
  text: string,
  unit: Parameters<typeof readAmount>[2],
): Money | null {
  const reading = readAmount(text, () => "General", unit);
  return reading !== null && typeof reading === "object" && "code" in reading ? row.amount(role) : reading;
}

function isYearly(heading: string): boolean {
  const plain = folded(heading);
  return YEARLY.test(plain) && !MONTHLY.test(plain);
}

interface Fields {
  /** In table order. Ongoing, dropped-out and not yet settled participants are here too: the calculation counts them as coverage. */
  readonly participants: readonly ParticipantRow[];
  /** How many participant rows are set aside: they took part and are in no calculation. */
  readonly participantsSetAside: number;
  /** The initiative of each of them; null: not said. */
  readonly setAsideInitiatives: readonly (string | null)[];
}

export const PARTICIPANTS: RecordKind<"participants", Column, Fields> = {
  name: "participants",
  columns: PARTICIPANT_COLUMNS,
  unsure: UNSURE_PARTICIPANT_COLUMNS,
  asksFor: (has) => [...(has("amountBefore") ? [] : ["amountBefore"]), ...(has("amountAfter") ? [] : ["amountAfter"])],
  shapes: [
    { needs: [["id"], ["before", "amountBefore", "birthDate", "birthYear"]], tooPlain: PLAIN_IDS },
    { needs: [["id"], ["before", "amountBefore"]] },
    { needs: [["before"], ["after"], ["birthDate", "birthYear", "lastMonth"]] },
  ],
  none: { participants: [], participantsSetAside: 0, setAsideInitiatives: [] },
  read: (tables, context) => {
    const read = withoutRepeats(
      tables.map((table) => readParticipants(table, context)),
      ({ value }) => value.id,
      sameParticipant,
    );
    const setAsideInitiatives = tables.flatMap((table, at) => initiativesSetAside(table, read[at]?.setAside ?? []));
    return readKind(read, {
      participants: read.flatMap(({ rows }) => rows),
      participantsSetAside: setAsideInitiatives.length,
      setAsideInitiatives,
    });
  },
};

/** The initiative that each row set aside names; totals are no persons. */
function initiativesSetAside(located: LocatedRows, setAside: readonly SetAside[]): readonly (string | null)[] {
  const persons = setAside.filter(({ reason }) => reason !== "total-row");
  if (persons.length === 0) return [];
  const table = new RowTable(located);
  return persons.map(({ cell }) => table.initiativeOf(Number(/\d+/.exec(cell)?.[0] ?? 0) - 1));
}

function sameParticipant(rows: readonly ParticipantRow[]): readonly [ParticipantRow, ParticipantRow] | null {
  const first = new Map<string, ParticipantRow>();
  for (const row of rows) {
    const key = `${lookupKey(row.value.id)}|${lookupKey(row.initiative ?? "")}`;
    const other = first.get(key);
    if (other !== undefined) return [other, row];
    first.set(key, row);
  }
  return null;
}
