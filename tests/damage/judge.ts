// tests/damage/judge.ts: what the product made of a workbook against what a careful reader would: right, named, or wrong in silence.
import { analyse } from "../../src/actions/analyse";
import { jsonOf } from "../../src/cli/json";
import type { Problem } from "../../src/domain/problem";
import { standardReturnOptions } from "../../src/domain/return/moneyBack";
import type { SourceWorkbook } from "../../src/intake/grid";
import { textsOf } from "../../src/text/languages";
import { problemText } from "../../src/text/problems";
import { HostError } from "../../src/workbook/workbook";
import { type Book, type Cell, handedOver, type LineTruth, type TableTruth } from "./book";

export type Verdict = "right" | "named" | "silent" | "crash";

export interface Judged {
  readonly verdict: Verdict;
  /** What differs, or what was not told. */
  readonly why: readonly string[];
}

export interface Reading {
  readonly json: ReturnType<typeof JSON.parse>;
  readonly problems: readonly Problem[];
  readonly messages: readonly string[];
}

const texts = textsOf("sv");

export function readingOf(source: SourceWorkbook): Reading {
  const analysis = analyse([source], {
    unit: null,
    sign: null,
    returns: { ...standardReturnOptions, draws: 50 },
    today: "2026-06-01",
  });
  return {
    json: JSON.parse(JSON.stringify(jsonOf(analysis, texts))),
    problems: analysis.problems,
    messages: analysis.problems.map((found) => problemText(found, texts)),
  };
}

/** A line and period that differs from what is right. */
export interface Difference {
  readonly line: string;
  readonly what: string;
}

/** Numbers before a name are no part of it, nor is how its letters are made. */
const folded = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\s\u00AD\u200B]+/gu, " ")
    .trim()
    .toLowerCase()
    .replace(/^\d{1,4}[.)]? (?=\p{L})/u, "");

/** Everything in which the figures differ from the truth. Lines and periods without any amount weigh nothing. */
export function differences(truth: readonly TableTruth[], { json }: Reading): readonly Difference[] {
  const tables =
    json.budget !== null
      ? [{ name: null, budget: json.budget }]
      : (json.initiatives as { name: string | null; budget: unknown }[]).filter(({ budget }) => budget !== null);
  const found: Difference[] = [];
  if (tables.length > truth.length) found.push({ line: "", what: `${tables.length} tables of ${truth.length}` });
  truth.forEach((table, at) => {
    const own =
      truth.length === 1 && tables.length === 1
        ? tables[0]
        : tables.find(({ name }) => name !== null && folded(name) === folded(table.name ?? ""));
    if (own === undefined) found.push({ line: "*", what: `no table ${table.name ?? at}` });
    else found.push(...tableDifferences(table, own.budget));
  });
  return found;
}

const ore = (kr: string | null): number | null => (kr === null ? null : Math.round(Number(kr) * 100));

function tableDifferences(table: TableTruth, budget: ReturnType<typeof JSON.parse>): readonly Difference[] {
  const found: Difference[] = [];
  const unbooked = new Set(
    table.lines
      .flatMap(({ figures }) => Object.keys(figures))
      .filter((period) => table.lines.every(({ figures }) => (figures[period]?.outcome ?? null) === null)),
  );
  const keys = new Map<string, string>(
    budget.periods.map(({ label, from, to }: Record<"label" | "from" | "to", string>) => [label, `${from}/${to}`]),
  );
  interface Got {
    readonly kind: string;
    readonly cells: ReadonlyMap<string, { outcome: number | null; budget: number | null; deviation: number | null }>;
  }
  const got = new Map<string, Got[]>();
  for (const { costLine, kind, byPeriod } of budget.lines) {
    const cells = new Map(
      Object.entries(byPeriod as Record<string, Record<"outcome" | "budget" | "deviation", string | null> | null>).map(
        ([label, own]) => [
          keys.get(label)!,
          {
            outcome: ore(own?.outcome ?? null),
            budget: ore(own?.budget ?? null),
            deviation: ore(own?.deviation ?? null),
          },
        ],
      ),
    );
    const name = folded(costLine);
    got.set(name, [...(got.get(name) ?? []), { kind, cells }]);
  }
  for (const line of table.lines) {
    const same = got.get(folded(line.name)) ?? [];
    const own = same.shift();
    const holds = Object.values(line.figures).some(({ outcome, budget: b }) => (outcome ?? 0) !== 0 || (b ?? 0) !== 0);
    if (own === undefined) {
      if (holds) found.push({ line: line.name, what: "missing" });
      continue;
    }
    if (own.kind !== line.kind && holds) found.push({ line: line.name, what: `${own.kind}, not ${line.kind}` });
    found.push(...lineDifferences(line, own.cells, unbooked));
  }
  for (const [name, rest] of got)
    for (const { cells } of rest)
      if ([...cells.values()].some(({ outcome, budget: b }) => (outcome ?? 0) !== 0 || (b ?? 0) !== 0))
        found.push({ line: name, what: "extra" });
  return found;
}

function lineDifferences(
  line: LineTruth,
  cells: ReadonlyMap<string, { outcome: number | null; budget: number | null; deviation: number | null }>,
  unbooked: ReadonlySet<string>,
): readonly Difference[] {
  const found: Difference[] = [];
  for (const period of new Set([...Object.keys(line.figures), ...cells.keys()])) {
    const right = line.figures[period] ?? { outcome: null, budget: null };
    const own = cells.get(period) ?? { outcome: null, budget: null, deviation: null };
    // A budget without any outcome yet is not followed up.
    if (own.outcome === null && own.budget === null && unbooked.has(period)) continue;
    for (const measure of ["outcome", "budget"] as const)
      if ((own[measure] ?? 0) !== (right[measure] ?? 0))
        found.push({ line: line.name, what: `${period} ${measure} ${own[measure]}, not ${right[measure]}` });
    const deviation = line.favour * ((right.outcome ?? 0) - (right.budget ?? 0));
    // Without any outcome, a period that is not booked has no deviation.
    if (own.deviation !== null && Math.abs(own.deviation - deviation) > 0)
      found.push({ line: line.name, what: `${period} deviation ${own.deviation}, not ${deviation}` });
    else if (own.deviation === null && right.outcome !== null && right.budget !== null && deviation !== 0)
      found.push({ line: line.name, what: `${period} no deviation` });
  }
  return found;
}

/** Of the whole table or of how it was read: whatever differs is told by these. */
const OF_ALL = new Set([
  "control-total-differs",
  "deviations-other-basis",
  "stated-total-differs",
  "recount-differs",
  "unit-assumed",
  "unit-inferred",
  "two-units",
  "sign-inferred",
  "sides-differ",
  "sheets-overlap",
  "sheets-joined-as-years",
  "lines-on-one-sheet",
  "tables-alike",
  "table-twice",
  "no-outcome-amounts",
  "no-budget-amounts",
  "period-without-budget",
  "period-already-counted",
  "year-and-date-differ",
  "date-system-1904",
  "columns-of-others",
  "part-of-accumulated",
  "hidden-sheet",
]);

const isGrave = ({ severity }: Problem): boolean =>
  severity === "refuse" || severity === "block" || severity === "question";

/** A problem without where it stands: the same one in the workbook before it was damaged tells nothing of the damage. */
const keyOf = (found: Problem): string =>
  `${found.code} ${JSON.stringify(found.params).replace(/"(?:id|cell|sheet|row|rows|total)":(?:"[^"]*"|[\d.-]+|null)/gu, "")}`;

function countsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

interface Told {
  readonly problem: Problem;
  readonly message: string;
}

/** The rows and columns of the damaged cells, by sheet. */
interface Touched {
  readonly rows: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
  readonly words: readonly string[];
  /** The damage is to headings, titles or periods over the columns: it concerns every line. */
  readonly ofHeadings: boolean;
}

function touchedIn(book: Book): Touched {
  const rows = new Set<string>();
  const columns = new Set<string>();
  const words = new Set<string>();
  const hasAmounts = (cells: readonly Cell[]): boolean => cells.some(({ mark }) => mark?.is === "amount");
  for (const { name, rows: all } of book.sheets)
    all.forEach((row, at) =>
      row.forEach((cell: Cell, column) => {
        if (cell.touched !== true) return;
        rows.add(`${name}!${at}`);
        // What is said of a heading may stand at the other column of its pair.
        const reach = hasAmounts(row) ? 0 : 1;
        for (let near = column - reach; near <= column + reach; near++) columns.add(`${name}!${near}`);
        const { mark } = cell;
        if (mark !== undefined && "line" in mark) words.add(book.truth[mark.table]!.lines[mark.line]!.name);
        if (typeof cell.value === "string" && /\p{L}{3}/u.test(cell.value)) words.add(cell.value);
      }),
    );
  const ofLines = book.sheets.some((sheet) =>
    sheet.rows.some((row) => hasAmounts(row) && row.some((cell) => cell.touched === true)),
  );
  return { rows, columns, words: [...words], ofHeadings: rows.size > 0 && !ofLines };
}

/** `B3:C9` as rows and columns. */
function placeOf(cell: string): { readonly rows: readonly number[]; readonly columns: readonly number[] } | null {
  const ends = cell.split(":").map((end) => /^\$?([A-Z]+)\$?(\d+)$/u.exec(end));
  if (ends.some((end) => end === null)) return null;
  const [from, to] = [ends[0]!, ends.at(-1)!];
  const number = (letters: string): number =>
    Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const range = (a: number, b: number): number[] => Array.from({ length: b - a + 1 }, (_, at) => a + at);
  return {
    rows: range(Number(from[2]) - 1, Number(to[2]) - 1),
    columns: range(number(from[1]!), number(to[1]!)),
  };
}

function isAbout({ problem, message }: Told, touched: Touched): boolean {
  const place = problem.cell === null ? null : placeOf(problem.cell);
  const sheet = problem.sheet ?? "";
  if (place?.rows.some((row) => touched.rows.has(`${sheet}!${row}`)) === true) return true;
  if (
    place !== null &&
    place.columns.length < 3 &&
    place.columns.some((column) => touched.columns.has(`${sheet}!${column}`))
  )
    return true;
  return touched.words.some((word) => folded(message).includes(folded(word)));
}

/** Whether a line that differs is told of. */
function isOfLine({ problem, message }: Told, line: string, book: Book): boolean {
  if (line !== "" && folded(message).includes(folded(line))) return true;
  const place = problem.cell === null ? null : placeOf(problem.cell);
  const sheet = book.sheets.find(({ name }) => name === problem.sheet);
  if (place === null || sheet === undefined) return false;
  return place.rows.some((row) =>
    (sheet.rows[row] ?? []).some(({ value }) => typeof value === "string" && folded(value) === folded(line)),
  );
}

/**
 * `before`: the reading of the undamaged workbook. Figures that are right need nothing more, unless the damage `mustBeNamed`; figures that are
 * not need a new problem that is about the line, or about the table as a whole.
 */
export function judged(
  book: Book,
  mustBeNamed: boolean,
  reading: Reading,
  before: Reading,
  clean: Reading | null,
): Judged {
  const known = countsOf(before.problems.map(keyOf));
  const now = countsOf(reading.problems.map(keyOf));
  const told = reading.problems.flatMap((problem, at) => {
    const key = keyOf(problem);
    return (known.get(key) ?? 0) >= now.get(key)! ? [] : [{ problem, message: reading.messages[at]! }];
  });
  const touched = touchedIn(book);
  const options = [book.truth, ...book.alternatives].map((truth) =>
    clean === null ? differences(truth, reading) : recordDifferences(reading, clean),
  );
  const differing = options.reduce((best, each) => (each.length < best.length ? each : best));
  const grave = told.some(({ problem }) => isGrave(problem));
  const ofAll =
    grave || told.some((each) => OF_ALL.has(each.problem.code) || (touched.ofHeadings && isAbout(each, touched)));
  const untold = differing.filter(
    ({ line }) =>
      !ofAll &&
      !told.some(
        (each) =>
          isOfLine(each, line, book) || (clean === null ? isAboutLine(each, line, touched) : isAbout(each, touched)),
      ),
  );
  if (untold.length > 0) return { verdict: "silent", why: untold.map(({ line, what }) => `${line}: ${what}`) };
  if (differing.length > 0) return { verdict: "named", why: differing.map(({ line, what }) => `${line}: ${what}`) };
  if (!mustBeNamed) return { verdict: "right", why: [] };
  if (ofAll || told.some((each) => isAbout(each, touched))) return { verdict: "named", why: [] };
  return { verdict: "silent", why: ["nothing is said of it"] };
}

/** What is said of the damaged cells covers what differs in the lines that they belong to. */
function isAboutLine(told: Told, line: string, touched: Touched): boolean {
  return touched.words.some((word) => folded(word) === folded(line)) && isAbout(told, touched);
}

/** Persons and contributions against those of the clean sheets. */
export function recordDifferences({ json }: Reading, { json: right }: Reading): readonly Difference[] {
  const found: Difference[] = [];
  const shown = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value).slice(0, 60));
  const compare = (what: string, own: unknown, other: unknown): void => {
    const keyed = (each: unknown): Record<string, unknown> =>
      Object.fromEntries(
        Object.entries((each ?? {}) as Record<string, unknown>).map(([key, value]) => [folded(key), value]),
      );
    const [a, b] = [keyed(own), keyed(other)];
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
      if (JSON.stringify(a[key]) !== JSON.stringify(b[key]))
        found.push({
          line: key,
          what: `${what} ${shown(a[key])}, not ${shown(b[key])}`,
        });
  };
  compare("paid in", json.contributions?.byAgency, right.contributions?.byAgency);
  const persons = (of: Reading["json"]): Record<string, string> =>
    Object.fromEntries(
      (of.avoided?.byParticipant ?? []).map((each: { id: string; kr: string; months: number }) => [
        each.id,
        `${each.months} ${each.kr}`,
      ]),
    );
  compare("avoided", persons(json), persons(right));
  return found;
}

/** Refusals that the command line and the pane have words for. */
const REFUSALS: ReadonlySet<string> = new Set([
  "encrypted-workbook",
  "legacy-xls",
  "not-a-workbook",
  "payload-too-large",
  "not-a-ledger",
  "not-a-table",
  "damaged-workbook",
]);

/** A workbook through the product, as `opened` hands it over, against the reading of it undamaged. */
export async function judgedBook(
  book: Book,
  mustBeNamed: boolean,
  before: Reading,
  opened: () => Promise<SourceWorkbook> = () => handedOver(book),
): Promise<Judged> {
  let source: SourceWorkbook;
  try {
    source = await opened();
  } catch (failure) {
    if (failure instanceof HostError && REFUSALS.has(failure.code)) return { verdict: "named", why: [failure.message] };
    return { verdict: "crash", why: [failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)] };
  }
  try {
    const clean =
      book.clean === null ? null : readingOf(await handedOver({ ...book, sheets: book.clean, carrier: "grid" }));
    return judged(book, mustBeNamed, readingOf(source), before, clean);
  } catch (failure) {
    return { verdict: "crash", why: [failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)] };
  }
}
