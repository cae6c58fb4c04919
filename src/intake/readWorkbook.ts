// src/intake/readWorkbook.ts: a workbook's grids → budget tables, facts, rows accounted for and every problem, all at once.
import { headingList } from "./headingList";
import { monthOfDateText, type Period } from "../domain/period";
import type { BudgetTable, CostSign, InitiativeFacts } from "../domain/deviation/budget";
import type { IncomeSource } from "../domain/return/incomeSource";
import { type Decimal, krText, type Ore, toKr, type Unit } from "../domain/money";
import { problem, type Problem, questionProblem } from "../domain/problem";
import { type AnsweredQuestion, Asking, type GivenAnswer, type Question } from "../domain/question";
import { eachInSteps, finished, type Steps } from "../domain/steps";
import type { FoundPlace, TableCorrection } from "../domain/tableCorrection";
import { BENEFITS } from "../reference/benefits/benefits";
import { INCOME_SOURCES } from "../reference/incomeSources";
import { PENSION_AGES } from "../reference/pensionAges";
import type { ReadTable, TableSource } from "./budget/budgetTable";
import { readAskedTable } from "./budget/headerReadings";
import type { BudgetHeader, TableQuestion } from "./budget/header";
import type { SetAside } from "./budget/budgetRows";
import { choiceProblems, chosenNotes, goneNames } from "./corrections/choiceProblems";
import { readChoices, type ReadChoices } from "./corrections/choicesText";
import { type Placed, placeCorrections } from "./corrections/placing";
import { budgetPlace, factsPlace, otherPlace } from "./foundPlaces";
import { rangeName } from "../domain/a1";
import type { Grid, SourceWorkbook } from "./grid";
import { factNamed, factsOf, type SheetFacts } from "./records/initiative";
import type { FactOrigins } from "../domain/return/returnRows";
import { noOtherRows, type OtherRows, readOtherTables, type ReadOthers } from "./records/otherRows";
import type { OtherHeader, OtherKind } from "./records/otherTables";
import { identityCheck } from "./personalIdentity";
import { type FoundTable, recognise } from "./recognise";
import { joinedPair, pairedSides, type SidePair, withYearsJoined } from "./joined/joinSheets";
import { sideOfSheet } from "./joined/sheetSides";
import { hasBothSides, likelyPeriods, withPeriodAsked } from "./budget/askedPeriod";
import { bodyRows } from "./budget/budgetBody";
import { ignoredRows } from "./records/ignoredTables";
import { headingsSeen, nearTables } from "./records/nearTables";
import { bodyRowsOf } from "./records/rowBody";
import type { LocatedRows } from "./records/rowTable";
import { brokenBudgets, nearBudgets } from "./budget/nearBudget";
import { unitDoubt, unitsStated } from "./budget/unit";
import { type OutsideAccount } from "./sie/ledgerTables";
import { postingLedger, type PostingSheet, postingSheets, signed } from "./postings/postingLedger";
import { readLedger } from "./sie/readLedger";
import type { SieLedger } from "./sie/sieLedger";
import { unitsIn } from "./unitText";
import { isCopiedTab } from "./roundTrip/copiedTab";

export type { SetAside } from "./budget/budgetRows";

/** What the user chose over what the sheets say; null: as read. */
export interface IntakeOptions {
  readonly unit: Unit | null;
  readonly sign: CostSign | null;
  /** Who pays which support, where the user has changed it; absent: the standard table. */
  readonly sources?: readonly IncomeSource[];
  /** What the user says of single tables; absent: what the workbook remembers. */
  readonly corrections?: readonly TableCorrection[];
  /** A SIE file's dimension, by name or number, whose objects are the initiatives; absent: the file is one. */
  readonly dimension?: string;
  /** Answers to questions, over what the workbook remembers; an empty value takes an answer back. */
  readonly answers?: readonly GivenAnswer[];
  /** ISO date of the run; absent: no month is known to lie ahead. */
  readonly today?: string;
}

/** Rows: a seen row is one line × period, or one body row set aside whole; seen = used + setAside (method.md §7). */
export interface Intake extends OtherRows {
  readonly tables: readonly BudgetTable[];
  /** The workbook's facts when all its sheets tell of one initiative, else null. */
  readonly facts: InitiativeFacts | null;
  /** The cells of `facts`. */
  readonly factOrigins: FactOrigins;
  /** Per table: the facts of its own initiative, by name or by sheet. */
  readonly factsOfTables: readonly (InitiativeFacts | null)[];
  readonly rows: { readonly seen: number; readonly used: number; readonly setAside: number };
  readonly setAside: readonly SetAside[];
  readonly problems: readonly Problem[];
  /** Tables of other kinds, in the order of the sheets; what they hold stands in the fields of `OtherRows`. */
  readonly otherTables: readonly { readonly kind: OtherKind; readonly sheet: string; readonly row: number }[];
  /** Every table and where it stands, left out or not, in the order of the sheets. */
  readonly found: readonly FoundPlace[];
  /** What the user says of single tables, whether it is used or not. */
  readonly corrections: readonly TableCorrection[];
  /** What stands open; each is also among `problems`, and what it is about is left out. */
  readonly questions: readonly Question[];
  readonly answered: readonly AnsweredQuestion[];
  /** Every answer that holds, used or not: what the workbook is to remember. */
  readonly answers: readonly GivenAnswer[];
  /** The books that were read, of a SIE file or of postings in a sheet; absent: none. */
  readonly ledger?: SieLedger;
  /** A ledger's accounts that are on no line; absent: none. */
  readonly unmapped?: readonly OutsideAccount[];
}

interface Located {
  readonly grid: Grid;
  readonly found: FoundTable<BudgetHeader>;
  readonly rows: readonly number[];
  readonly units: readonly Unit[];
  readonly doubt: TableQuestion | null;
}

/** Reads every sheet but our own. Never throws for what a workbook holds; a refused one has no tables, only its reasons. */
export function readWorkbook(workbook: SourceWorkbook, options: IntakeOptions): Intake {
  return finished(readWorkbookInSteps(workbook, options));
}

/** As `readWorkbook`, with a stop after each sheet and table, and within long ones. */
export function* readWorkbookInSteps(workbook: SourceWorkbook, options: IntakeOptions): Steps<Intake> {
  const answering = answeringOf(workbook, options);
  const { kept, asking } = answering;
  const identity = identityCheck(workbook, asking);
  if (identity.problems.length > 0) return { ...nothing, problems: identity.problems };
  if (identity.open)
    return {
      ...nothing,
      ...answersOf(asking),
      corrections: kept.corrections,
      problems: asking.open.map(questionProblem),
    };
  if (workbook.ledger !== undefined) return ledgerIntake(workbook.ledger, options, answeringOf(workbook, options));
  const copies = workbook.grids.filter(isCopiedTab);
  const grids = workbook.grids.filter((grid) => grid.role === null && !copies.includes(grid));
  const ofCopies =
    copies.length === 0
      ? []
      : [problem("copied-tabs", null, { sheets: copies.map(({ sheet }) => sheet).join(", "), count: copies.length })];
  const remembered: ReadChoices =
    options.corrections === undefined ? kept : { ...kept, corrections: options.corrections, wrong: null };
  const { corrections } = remembered;
  const placing = placeCorrections(grids, corrections);
  const whole = yield* eachInSteps(grids, (grid) => {
    const placed = placing.placed.filter((place) => place.grid === grid);
    return { grid, tables: recognise(grid, workbook.date1904, placed) };
  });
  const pairs = pairedSides(whole.flatMap(({ grid, tables }) => sideOfSheet(grid, tables, workbook.date1904) ?? []));
  const sides = new Map(
    pairs.flatMap(({ budget, outcome }) => [budget, outcome].map((side) => [side.grid, side] as const)),
  );
  const postings = pairs.length > 0 ? [] : postingSheets(grids);
  const onlyPostings = whole.every(
    ({ grid, tables }) => postings.some((each) => each.grid === grid) || tables.length === 0,
  );
  if (postings.length > 0 && onlyPostings) return postingIntake(postings, workbook.date1904, options, answering);
  // A side takes the place of what its sheet was without the other one.
  const recognised = whole.map(({ grid, tables }) => {
    const side = sides.get(grid);
    return { grid, tables: side === undefined ? tables : [...tables.filter(isOther), side.found] };
  });
  const ofChoices = choiceProblems(
    remembered.wrong,
    placing,
    new Set(recognised.flatMap(({ tables }) => tables.flatMap(({ correction }) => correction ?? []))),
  );
  const facts = recognised.flatMap(
    ({ grid, tables }) => factsOf(grid, workbook.date1904, rowsOfOthers(grid, tables)) ?? [],
  );
  const located: Located[] = [];
  const periods = likelyPeriods(workbook.name, options.today ?? null);
  const dated = (table: Located): Located => {
    const { grid, found, rows } = table;
    const own = placing.placed.filter((place) => place.grid === grid);
    const side = sides.has(grid);
    // What a table lacks besides is told first: a period would not make it one.
    if (!side && !hasBothSides(found.header)) return table;
    const assumed = ({ label }: Period): BudgetHeader | null =>
      side
        ? (sideOfSheet(grid, recognise(grid, workbook.date1904, own, label), workbook.date1904, label)?.found.header ??
          null)
        : headerAgain(grid, found, workbook.date1904, own, label);
    const header = withPeriodAsked({ grid, header: found.header, rows, date1904: workbook.date1904 }, periods, assumed);
    return header === found.header ? table : { ...table, found: { ...found, header } };
  };
  const others: LocatedRows[] = [];
  const ignored: LocatedRows[] = [];
  for (const { grid, tables } of recognised) {
    for (const table of tables) {
      yield;
      if (isBudget(table)) located.push(dated(locate(grid, table, facts)));
      else if (isOther(table))
        (table.correction?.use === "ignore" ? ignored : others).push({
          grid,
          found: table,
          date1904: workbook.date1904,
          initiative: initiativeOf(grid, facts),
        });
    }
  }
  if (located.length + others.length + ignored.length + facts.length === 0) {
    const none = problem("no-recognised-table", null, { sheets: grids.length, seen: headingsSeen(grids) });
    const near = grids.flatMap((grid) => [...nearBudgets(grid), ...nearTables(grid, new Set(), 1).problems]);
    return { ...nothing, ...answersOf(asking), corrections, problems: [none, ...near, ...ofCopies, ...ofChoices] };
  }
  const inferred = inferredUnit(grids, located);
  const sourceOf = (table: Located): TableSource => ({
    ...table,
    header: table.found.header,
    titles: table.found.titles,
    date1904: workbook.date1904,
    inferred,
    options,
    correction: table.found.correction,
    asking,
    side: sides.get(table.grid)?.side ?? null,
  });
  const besideOf = (table: Located): TableSource | null => {
    const pair = pairs.find(({ budget, outcome }) => budget.grid === table.grid || outcome.grid === table.grid);
    const other = pair?.budget.grid === table.grid ? pair.outcome.grid : pair?.budget.grid;
    const beside = other === undefined ? undefined : located.find(({ grid }) => grid === other);
    return beside === undefined ? null : sourceOf(beside);
  };
  const read = yield* eachInSteps(located, (table) => readAskedTable({ ...sourceOf(table), beside: besideOf(table) }));
  const joined = joinedTables(located, read, pairs, asking);
  const otherRows = readOtherTables(others, {
    sources: options.sources ?? INCOME_SOURCES,
    pensionAges: PENSION_AGES,
    benefits: BENEFITS,
    named: (words) => namedFact(facts, words),
    asking,
    thisMonth: options.today === undefined ? null : monthOfDateText(options.today),
  });
  const personal = otherRows.problems.filter(({ severity }) => severity === "refuse");
  if (personal.length > 0) return { ...nothing, corrections, problems: personal };
  const left = ignoredRows(ignored);
  const near = grids.map((grid) => nearTables(grid, takenRows(grid, located, [...others, ...ignored], facts), 2));
  const all = {
    ...otherRows,
    // What the parties pay in stands there, unread: nothing may be put in its place.
    found: [...otherRows.found, ...near.flatMap(({ found }) => found.filter(({ kind }) => kind === "contributions"))],
    setAside: [...otherRows.setAside, ...left.setAside, ...near.flatMap((each) => each.setAside)],
  };
  const intake = assembled(workbook, grids, joined, facts, others, all);
  const places = [
    ...located.map((table, at) => budgetPlace(table, table.rows, read[at]!)),
    ...[...otherRows.tables, ...ignored].map((table) => otherPlace(table, all.setAside)),
    ...facts.map(factsPlace),
  ];
  const hasTable = (grid: Grid): boolean =>
    [...located, ...others, ...ignored].some((table) => table.grid === grid) ||
    postings.some((each) => each.grid === grid);
  const order = new Map(grids.map(({ sheet }, at) => [sheet, at]));
  return {
    ...intake,
    ...answersOf(asking),
    corrections,
    found: places.sort((a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row),
    problems: [
      ...intake.problems,
      ...ofCopies,
      ...emptyTables(others, otherRows.problems),
      ...left.problems,
      ...near.flatMap((each) => each.problems),
      ...grids.flatMap((grid) => (hasTable(grid) ? [] : brokenBudgets(grid))),
      ...chosenNotes(places),
      ...goneNames(places),
      ...ofChoices,
      ...asking.open.map(questionProblem),
      ...unusedAnswers(asking, kept.answers),
    ],
  };
}

/** Rows that belong to a table or to the facts. */
function takenRows(
  grid: Grid,
  located: readonly Located[],
  others: readonly LocatedRows[],
  facts: readonly SheetFacts[],
): ReadonlySet<number> {
  const taken = new Set<number>(facts.filter(({ sheet }) => sheet === grid.sheet).flatMap(({ rows }) => [...rows]));
  const between = (from: number, to: number): void => {
    for (let row = from; row <= to; row++) taken.add(row);
  };
  for (const { grid: own, found, rows } of located)
    if (own === grid) between(found.header.top, rows.at(-1) ?? found.header.bottom);
  for (const { grid: own, found } of others)
    if (own === grid) between(found.header.row, bodyRowsOf(own, found).at(-1) ?? found.header.row);
  return taken;
}

/** What is remembered and asked of one input. */
interface Answering {
  readonly kept: ReadChoices;
  readonly asking: Asking;
}

function answeringOf(workbook: SourceWorkbook, { answers }: IntakeOptions): Answering {
  const kept = readChoices(workbook.choices);
  return { kept, asking: new Asking([...kept.answers, ...(answers ?? [])]) };
}

/** A ledger's tables, in the place of a workbook's: it has no tables to recognise. */
function ledgerIntake(ledger: SieLedger, { dimension }: IntakeOptions, { kept, asking }: Answering): Intake {
  const read = readLedger(ledger, dimension ?? null, asking);
  const refused = read.problems.some(({ severity }) => severity === "refuse");
  return {
    ...nothing,
    ...answersOf(asking),
    tables: refused ? [] : read.tables,
    factsOfTables: read.tables.map(() => null),
    rows: read.rows,
    setAside: read.setAside,
    problems: [...read.problems, ...asking.open.map(questionProblem), ...unusedAnswers(asking, kept.answers)],
    ledger,
    unmapped: read.outside,
  };
}

/** Exports with one posting per row, read as the ledger that they are. */
function postingIntake(
  sheets: readonly PostingSheet[],
  date1904: boolean,
  options: IntakeOptions,
  answering: Answering,
): Intake {
  const { asking } = answering;
  const own = postingLedger(sheets[0]!.grid.sheet, sheets, date1904);
  const [bad] = own.bad;
  if (bad !== undefined)
    return { ...nothing, problems: [problem("posting-bad-row", bad, { fault: bad.fault, count: own.bad.length })] };
  const ledger = signed(own.ledger, sheets, asking);
  const read: Intake =
    ledger === null
      ? { ...nothing, ...answersOf(asking), problems: asking.open.map(questionProblem) }
      : ledgerIntake(ledger, options, answering);
  const { left, otherPeriod, wrongSums } = own;
  const [wrong] = wrongSums;
  const at = { sheet: own.ledger.name };
  return {
    ...read,
    setAside: [...read.setAside, ...left],
    rows: {
      seen: read.rows.seen + left.length,
      used: read.rows.used,
      setAside: read.rows.setAside + left.length,
    },
    problems: [
      ...read.problems,
      ...(wrong === undefined
        ? []
        : [
            problem("posting-sum-differs", wrong, {
              stated: krText(toKr(wrong.stated as Ore)),
              computed: krText(toKr(wrong.computed as Ore)),
              count: wrongSums.length,
            }),
          ]),
      ...(left.length > 0 ? [problem("posting-rows-left", at, { count: left.length })] : []),
      ...(otherPeriod > 0 ? [problem("posting-period-followed", at, { count: otherPeriod })] : []),
    ],
  };
}

function answersOf({ open, answered, given }: Asking): Pick<Intake, "questions" | "answered" | "answers"> {
  return { questions: open, answered, answers: given };
}

/** Remembered answers to questions that are not asked any more; whoever gives one in this run is told otherwise. */
function unusedAnswers({ unused }: Asking, remembered: readonly GivenAnswer[]): readonly Problem[] {
  const ids = new Set(remembered.map(({ id }) => id));
  return unused.filter(({ id }) => ids.has(id)).map(({ id, value }) => problem("answer-not-used", null, { id, value }));
}

/** Headings with nothing under them: said, so that nobody believes them read. Not where the headings themselves are the problem. */
function emptyTables(tables: readonly LocatedRows[], told: readonly Problem[]): readonly Problem[] {
  return tables.flatMap(({ grid, found }) => {
    if (bodyRowsOf(grid, found).length > 0) return [];
    const { row, left, right } = found.header;
    const headings = (grid.values[row] ?? []).slice(left, right + 1).filter((cell) => typeof cell === "string");
    const at = { sheet: grid.sheet, cell: rangeName(row, left, row, right) };
    if (told.some(({ sheet, cell }) => sheet === at.sheet && cell === at.cell)) return [];
    return [problem("empty-table", at, { headings: headingList(headings), rows: 0 })];
  });
}

const nothing: Intake = {
  tables: [],
  facts: null,
  factOrigins: {},
  factsOfTables: [],
  rows: { seen: 0, used: 0, setAside: 0 },
  setAside: [],
  problems: [],
  otherTables: [],
  found: [],
  corrections: [],
  questions: [],
  answered: [],
  answers: [],
  ...noOtherRows(INCOME_SOURCES),
};

function isOther(table: FoundTable): table is FoundTable<OtherHeader> {
  return table.header.kind !== "budget";
}

/** Rows of tables that are no budgets: a goal named `Avslutade deltagare` is no fact. */
function rowsOfOthers(grid: Grid, tables: readonly FoundTable[]): ReadonlySet<number> {
  return new Set(tables.filter(isOther).flatMap((table) => [table.header.row, ...bodyRowsOf(grid, table)]));
}

/** The initiative that the sheet's own facts name, or the only ones of the workbook. */
function initiativeOf(grid: Grid, facts: readonly SheetFacts[]): string | null {
  const own = facts.find(({ sheet }) => sheet === grid.sheet) ?? (facts.length === 1 ? facts[0] : undefined);
  return own?.facts.name ?? null;
}

function namedFact(facts: readonly SheetFacts[], words: string): Decimal | null {
  for (const each of facts) {
    const value = factNamed(each.facts, words);
    if (value !== null) return value;
  }
  return null;
}

function isBudget(table: FoundTable): table is FoundTable<BudgetHeader> {
  return table.header.kind === "budget";
}

/** What was read, with the sides of one table joined in the place of the outcome, and the sheets of several years in that of the first. */
function joinedTables(
  located: readonly Located[],
  read: readonly ReadTable[],
  pairs: readonly SidePair[],
  asking: Asking,
): readonly ReadTable[] {
  const result = [...read];
  for (const pair of pairs) {
    const [budget, outcome] = [pair.budget, pair.outcome].map(({ grid }) =>
      located.findIndex((table) => table.grid === grid),
    );
    const [ofBudget, ofOutcome] = [read[budget!], read[outcome!]];
    if (ofBudget === undefined || ofOutcome === undefined) continue;
    result[outcome!] = joinedPair({ ...pair, ofBudget, ofOutcome }, asking);
    result[budget!] = { tables: [], setAside: [], problems: [], lines: [] };
  }
  return withYearsJoined(result);
}

/** The table's header as it is when its title names a period. */
function headerAgain(
  grid: Grid,
  { header }: FoundTable<BudgetHeader>,
  date1904: boolean,
  placed: readonly Placed[],
  period: string,
): BudgetHeader | null {
  const again = recognise(grid, date1904, placed, period).filter(isBudget);
  return again.find(({ header: { row, left } }) => row === header.row && left === header.left)?.header ?? null;
}

function locate(grid: Grid, found: FoundTable<BudgetHeader>, facts: readonly SheetFacts[]): Located {
  const fields = facts.find(({ sheet }) => sheet === grid.sheet)?.rows ?? [];
  const skipped = new Set([...found.repeats, ...fields]);
  const rows = bodyRows(grid, found.header, found.end, skipped);
  const units = unitsStated(grid, found.header, found.titles, rows);
  return { grid, found, rows, units, doubt: unitDoubt(grid, found.header, units, rows) };
}

/** The one unit that the rest of the workbook states; null when it states none or several. */
function inferredUnit(grids: readonly Grid[], located: readonly Located[]): Unit | null {
  const found = new Set(located.flatMap(({ units }) => units));
  for (const grid of grids) {
    for (let row = 0; row < Math.min(grid.values.length, 200); row++) {
      for (const cell of grid.values[row] ?? []) {
        if (typeof cell !== "string" || cell.length > 160) continue;
        for (const unit of unitsIn(cell))
          if (unit !== "kr" || /belopp|anges|alla tal|amounts/iu.test(cell)) found.add(unit);
      }
    }
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

function assembled(
  workbook: SourceWorkbook,
  grids: readonly Grid[],
  read: readonly ReadTable[],
  facts: readonly SheetFacts[],
  others: readonly LocatedRows[],
  otherRows: ReadOthers,
): Omit<Intake, "found" | "corrections" | "questions" | "answered" | "answers"> {
  const tables = named(
    read.flatMap((each) => each.tables),
    facts,
  );
  const setAside = [...read.flatMap((each) => each.setAside), ...otherRows.setAside];
  const used = tables.reduce((sum, { entries }) => sum + entries.length, otherRows.used);
  const units = [...new Set(tables.map(({ unit }) => unit))];
  const problems = [
    ...(workbook.date1904 ? [problem("date-system-1904", null, {})] : []),
    ...hiddenSheets(grids, [
      ...tables.map(({ sheet }) => sheet),
      ...facts.map(({ sheet }) => sheet),
      ...others.map(({ grid }) => grid.sheet),
    ]),
    ...(units.length > 1 ? [problem("two-units", null, { units: units.join(", ") })] : []),
    ...read.flatMap((each) => each.problems),
    ...facts.flatMap((each) => each.problems),
    ...otherRows.problems,
  ];
  const [only] = facts;
  return {
    tables,
    facts: facts.length === 1 && only !== undefined ? only.facts : merged(facts),
    factOrigins: Object.assign({}, ...[...facts].reverse().map(({ origins }) => origins)) as FactOrigins,
    factsOfTables: tables.map((table) => factsFor(table, facts)),
    rows: { seen: used + setAside.length, used, setAside: setAside.length },
    setAside,
    problems,
    otherTables: otherRows.found,
    ...otherRows.rows,
  };
}

function hiddenSheets(grids: readonly Grid[], sheets: readonly string[]): readonly Problem[] {
  const read = new Set(sheets);
  return grids
    .filter(({ hidden, sheet }) => hidden && read.has(sheet))
    .map(({ sheet }) => problem("hidden-sheet", { sheet }, {}));
}

/** A table without an initiative of its own takes the name from its sheet's facts, or from the workbook's when both are alone. */
function named(tables: readonly BudgetTable[], facts: readonly SheetFacts[]): readonly BudgetTable[] {
  return tables.map((table) => {
    if (table.initiative !== null) return table;
    const own = facts.find(
      ({ sheet }) => sheet === table.sheet && tables.filter((other) => other.sheet === sheet).length === 1,
    );
    const only = tables.length === 1 && facts.length === 1 ? facts[0] : undefined;
    return { ...table, initiative: (own ?? only)?.facts.name ?? null };
  });
}

function factsFor(table: BudgetTable, facts: readonly SheetFacts[]): InitiativeFacts | null {
  const byName = facts.find(({ facts: { name } }) => name !== null && name === table.initiative);
  return (
    (byName ?? facts.find(({ sheet }) => sheet === table.sheet))?.facts ??
    (facts.length === 1 ? (facts[0]?.facts ?? null) : null)
  );
}

/** Facts of one initiative spread over sheets: together when no field and no name contradicts another. */
function merged(facts: readonly SheetFacts[]): InitiativeFacts | null {
  if (facts.length === 0 || facts.filter((each) => each.facts.name !== null).length > 1) return null;
  return facts
    .map((each) => each.facts)
    .reduce(
      (all, own) =>
        Object.fromEntries(
          Object.entries(all).map(([field, value]) => [field, value ?? own[field as keyof InitiativeFacts]]),
        ) as unknown as InitiativeFacts,
    );
}
