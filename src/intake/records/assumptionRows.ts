// src/intake/records/assumptionRows.ts: the assumptions table: shares and rates with low, base and high, and the settings of a calculation.
import {
  type Assumption,
  type AssumptionKind,
  assumptionProblems,
  asReported,
  neutral,
} from "../../domain/return/assumptions";
import { HORIZONS } from "../../domain/return/agencyReturn";
import { type IncomeSource, sourceFinder } from "../../domain/return/incomeSource";
import type { Decimal } from "../../domain/money";
import { problem } from "../../domain/problem";
import { seriesOf, yearColumns, yearSaid } from "./assumptionSeries";
import { folded } from "../../domain/lookupKey";
import { FIRST_YEAR, LAST_YEAR } from "../periodLabel";
import { type PlainNumber, readPlainNumber } from "./plainNumber";
import { readKind, type RecordColumn, type RecordKind } from "./recordKind";
import type { Settings, Sourced } from "../../domain/return/returnRows";
import { type LocatedRows, type ReadRows, type Row, RowTable } from "./rowTable";

const COLUMNS = {
  name: { holds: "text", sv: ["Antagande", "Antaganden"], en: ["Assumption"] },
  low: { holds: "any", sv: ["Lågt", "Låg", "Lägst"], en: ["Low"] },
  base: { holds: "any", sv: ["Bas", "Basvärde", "Basantagande"], en: ["Base"] },
  high: { holds: "any", sv: ["Högt", "Hög", "Högst"], en: ["High"] },
  unit: { holds: "text", sv: ["Enhet"], en: ["Unit"] },
  source: { holds: "any", sv: ["Källa"], en: ["Source"] },
  validFrom: { holds: "any", sv: ["Gäller från"], en: ["Valid from"] },
  fetched: { holds: "any", sv: ["Hämtat"], en: ["Fetched"] },
} as const satisfies Readonly<Record<string, RecordColumn>>;
type Role = keyof typeof COLUMNS;

const KINDS: readonly (readonly [AssumptionKind, RegExp])[] = [
  ["deadweight", /^(?:dodvikt|deadweight)/u],
  ["outflow", /^(?:utflode|outflow)/u],
  ["others", /^(?:andel som beror pa andra|andel andra insatser|andra insatser|andras andel|others|attribution)/u],
  ["correction", /^(?:sakerhetsavdrag|correction)/u],
  ["rate", /^(?:kalkylranta|diskonteringsranta|real kalkylranta|discount rate|rate\b)/u],
  ["tax", /^(?:skatt|tax)/u],
  ["uprating", /^(?:uppraknings?(?:takt)?|uprating)/u],
  ["persistence", /^(?:varaktighet|persistence)/u],
];
const FILLER =
  /\b(?:for|av|per ar|andel|kvar efter ett ar|alla|ovriga|samtliga|all|others|of|per year)\b|\/ ?ar\b|[%(),:–-]/gu;

export interface ReadAssumptions extends ReadRows<Assumption> {
  readonly settings: Settings;
  /** Rows that are settings; they are used too. */
  readonly settingRows: number;
}

type Setting = {
  readonly [Name in keyof Settings]: { readonly name: Name; readonly value: NonNullable<Settings[Name]>["value"] };
}[keyof Settings];
type Entry = { readonly assumption: Assumption } | { readonly setting: Setting };

export const NO_SETTINGS: Settings = {
  target: null,
  priceYear: null,
  prices: null,
  horizon: null,
  counterfactual: null,
  persistenceForm: null,
};

/** Shares and rates become fractions; an empty Lågt or Högt is as Bas. The same assumption twice leaves the table out. */
export function readAssumptions(located: LocatedRows, sources: readonly IncomeSource[]): ReadAssumptions {
  const table = new RowTable<Role>(located);
  const find = sourceFinder(sources);
  const supports: Supports = {
    named: (name) => sources[find(name)]?.name ?? null,
    known: sources.map(({ name }) => name).join(", "),
  };
  const entries = table.read((row) => entryOf(table, row, supports));
  const rows = entries.flatMap(({ value, ...at }) =>
    "assumption" in value ? [{ ...at, value: value.assumption }] : [],
  );
  const settings = settingsOf(entries);
  const blocked = {
    rows: [],
    settings: NO_SETTINGS,
    settingRows: 0,
    setAside: table.setAside,
    problems: table.problems,
  };
  const scenario = { ...asReported(null), assumptions: rows.map(({ value }) => value) };
  const unfit = new Set<number>();
  for (const { code, index, value } of assumptionProblems(scenario)) {
    const row = rows[index];
    if (row === undefined) continue;
    const what = namesOf(row.value);
    const at = { sheet: table.grid.sheet, cell: row.origin.cells };
    if (code === "duplicate-assumption") {
      const first = rows.find(({ value: other }) => other.kind === row.value.kind && other.source === row.value.source);
      table.block("duplicate-row", { what, other: first?.origin.cells ?? "" }, row.origin.cells);
      return blocked;
    }
    if (code === "low-above-high")
      table.problems.push(problem(code, at, { what, low: row.value.low.toString(), high: row.value.high.toString() }));
    else if (code === "base-outside-range")
      table.problems.push(problem(code, at, { what, base: row.value.base.toString() }));
    else if (code === "rate-too-low") table.problems.push(problem(code, at, { what, value: value.toString() }));
    else table.problems.push(problem("share-out-of-range", at, { what, value: value.toString() }));
    if (!unfit.has(index)) {
      const reason = table.problems.at(-1)?.code ?? "share-out-of-range";
      table.setAside.push({ sheet: table.grid.sheet, cell: row.origin.cells, reason, rows: 1 });
    }
    unfit.add(index);
  }
  return {
    rows: rows.filter((_, index) => !unfit.has(index)),
    settings,
    settingRows: entries.length - rows.length,
    setAside: table.setAside,
    problems: table.problems,
  };
}

function namesOf({ kind, source }: Assumption): string {
  return source === null ? kind : `${kind}, ${source}`;
}

/** Supports by what a row calls them, and all their names. */
interface Supports {
  readonly named: (name: string) => string | null;
  readonly known: string;
}

function entryOf(table: RowTable<Role>, row: Row<Role>, supports: Supports): Entry | null {
  const name = row.text("name");
  if (name === null) return row.failed() ? null : row.fail("missing-key", "name", { heading: table.heading("name") });
  const plain = folded(name);
  const setting = settingOf(table, row, plain);
  if (row.failed()) return null;
  if (setting !== null) return { setting };
  const known = KINDS.find(([, words]) => words.test(plain));
  if (known === undefined) return row.fail("unknown-assumption", "name", { text: name });
  const [kind, pattern] = known;
  const source =
    kind === "uprating" || kind === "persistence" ? sourceIn(row, plain.replace(pattern, ""), name, supports) : null;
  const percent = /%|procent/u.test(folded(row.text("unit") ?? ""));
  const series =
    kind === "uprating" || kind === "persistence"
      ? seriesOf(table, row, { kind, columns: yearColumns(table), base: "base", percent })
      : null;
  if (row.failed()) return null;
  // A curve that cannot be used must not leave a rate in its place unsaid.
  const year = series === null ? yearSaid(table, row) : null;
  if (year !== null) return row.fail("years-not-used", "name", { what: name, heading: year });
  const one = (role: "low" | "base" | "high"): Decimal | null =>
    series === null ? fraction(table, row, role, percent) : neutral(kind);
  const [low, base, high] = [one("low"), one("base"), one("high")];
  if (row.failed()) return null;
  if (base === null) return row.fail("missing-amount", "base", { what: name, heading: table.heading("base") });
  const text = row.text("source");
  if (text === null && (series !== null || !base.eq(neutral(kind))))
    row.note("assumption-without-source", "name", { what: name });
  const provenance = {
    text,
    validFrom: row.text("validFrom"),
    fetched: row.text("fetched"),
    certainty: "own" as const,
  };
  return row.failed()
    ? null
    : { assumption: { kind, source, low: low ?? base, base, high: high ?? base, series, provenance } };
}

function sourceIn(row: Row<Role>, rest: string, name: string, supports: Supports): string | null {
  const words = rest.replace(FILLER, " ").replace(/ +/gu, " ").trim();
  if (words === "") return null;
  // A hyphen belongs to some names (a-kassa), so the text is first tried with what separates it taken off its ends only.
  const named = supports.named(rest.replace(/^[\s,:(–-]+(?:for |av )?|[)\s]+$/gu, "")) ?? supports.named(words);
  return named ?? row.fail("unknown-support", "name", { text: name, heading: "", known: supports.known });
}

/** `3 %`, `0,03`, or 3 with the unit %. */
function fraction(
  table: RowTable<Role>,
  row: Row<Role>,
  role: "low" | "base" | "high",
  percent: boolean,
): Decimal | null {
  const number = numberIn(table, row, role);
  if (number === null) return null;
  const settled = percent && !number.percent ? number.value.div(100) : number.value;
  // 3 without a unit may be 3 % or three times.
  if (!percent && !number.percent && settled.abs().gt(1))
    return row.fail("share-out-of-range", role, { what: row.text("name") ?? "", value: settled.toString() });
  return settled;
}

function numberIn(table: RowTable<Role>, row: Row<Role>, role: Role): PlainNumber | null {
  const value = row.value(role);
  if (value === null) return null;
  const number = readPlainNumber(value, row.format(role));
  if (number !== null) return number;
  const text = row.text(role);
  return row.failed() ? null : row.fail("unreadable-number", role, { text: text ?? "", heading: table.heading(role) });
}

/** Null when the row is no setting, or failed as one. */
function settingOf(table: RowTable<Role>, row: Row<Role>, plain: string): Setting | null {
  if (/^(?:mal\b|malniva|malet|target)/u.test(plain)) {
    const value = numberIn(table, row, "base")?.value;
    if (row.failed()) return null;
    return value?.gt(0) === true
      ? { name: "target", value }
      : row.fail("target-not-positive", "base", { text: row.text("base") ?? "" });
  }
  if (/^(?:prisar|price year)/u.test(plain)) {
    const value = Number(row.text("base"));
    if (row.failed()) return null;
    return Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR
      ? { name: "priceYear", value }
      : row.fail("year-out-of-range", "base", { text: row.text("base") ?? "" });
  }
  if (/^(?:priser|prices)/u.test(plain)) {
    const text = folded(row.text("base") ?? "");
    if (row.failed()) return null;
    if (/^(?:fasta|fixed)/u.test(text)) return { name: "prices", value: "fixed" };
    return /^(?:lopande|current)/u.test(text)
      ? { name: "prices", value: "current" }
      : row.fail("unknown-assumption", "base", { text: row.text("base") ?? "" });
  }
  if (/^(?:varaktighetens form|form of persistence|persistence form)/u.test(plain)) {
    const text = folded(row.text("base") ?? "");
    if (row.failed()) return null;
    if (/^(?:1$|lopande|running)/u.test(text)) return { name: "persistenceForm", value: "running" };
    return /^(?:2$|arsvis|yearly|gmca)/u.test(text)
      ? { name: "persistenceForm", value: "yearly" }
      : row.fail("unknown-assumption", "base", { text: row.text("base") ?? "" });
  }
  if (/^(?:jamforelse|jamfort med|kontrollgrupp|kontrafaktisk|comparison|compared with|control group)/u.test(plain)) {
    const value = row.text("base");
    if (row.failed()) return null;
    return value === null
      ? row.fail("missing-amount", "base", { what: row.text("name") ?? "", heading: table.heading("base") })
      : { name: "counterfactual", value };
  }
  if (!/^(?:tids)?horis?z?ont?\b/u.test(plain)) return null;
  const text = folded(row.text("base") ?? "").replace(/ ?(?:ar|years?)$/u, "");
  if (row.failed()) return null;
  const horizon = /pension|retirement/u.test(text) ? "retirement" : HORIZONS.find((each) => each === text);
  return horizon === undefined
    ? row.fail("horizon-out-of-range", "base", { text: row.text("base") ?? "" })
    : { name: "horizon", value: horizon };
}

function settingsOf(entries: readonly Sourced<Entry>[]): Settings {
  return entries.reduce(
    (all, { value, ...at }) =>
      "setting" in value ? { ...all, [value.setting.name]: { ...at, value: value.setting.value } } : all,
    NO_SETTINGS,
  );
}

/** The first setting holds. */
function merged(settled: Settings, next: Settings): Settings {
  return {
    target: settled.target ?? next.target,
    priceYear: settled.priceYear ?? next.priceYear,
    prices: settled.prices ?? next.prices,
    horizon: settled.horizon ?? next.horizon,
    counterfactual: settled.counterfactual ?? next.counterfactual,
    persistenceForm: settled.persistenceForm ?? next.persistenceForm,
  };
}

interface Fields {
  readonly assumptions: readonly Sourced<Assumption>[];
  readonly settings: Settings;
}

export const ASSUMPTIONS: RecordKind<"assumptions", Role, Fields> = {
  name: "assumptions",
  columns: COLUMNS,
  shapes: [{ needs: [["name"], ["base"]] }],
  none: { assumptions: [], settings: NO_SETTINGS },
  read: (tables, { sources }) => {
    const read = tables.map((table) => readAssumptions(table, sources));
    return readKind(
      read,
      {
        assumptions: read.flatMap(({ rows }) => rows),
        settings: read.reduce((settled, { settings }) => merged(settled, settings), NO_SETTINGS),
      },
      { used: read.reduce((count, { settingRows }) => count + settingRows, 0) },
    );
  },
};
