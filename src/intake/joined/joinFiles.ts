// src/intake/joined/joinFiles.ts: a budget in one file and its outcome in another (a workbook, or a ledger) → one table.
import type { BudgetEntry, BudgetTable } from "../../domain/deviation/budget";
import { withWorkbook } from "../../domain/deviation/tableNames";
import { withoutEnding } from "../../domain/fileName";
import { lookupKey } from "../../domain/lookupKey";
import { krText, type Ore, toKr } from "../../domain/money";
import { problem, type Problem, questionProblem } from "../../domain/problem";
import { answer, Asking, question } from "../../domain/question";
import { eachInSteps, type Steps } from "../../domain/steps";
import { readChoices } from "../corrections/choicesText";
import type { SourceWorkbook } from "../grid";
import { onlyYearIn } from "../periodLabel";
import type { Intake, IntakeOptions, SetAside } from "../readWorkbook";
import type { SieLedger } from "../sie/sieLedger";
import { joinedSides, joinedYears, sharedLines } from "./joinedTable";
import { netOf, oneSided, withoutBudget } from "./joinSheets";
import { ledgerOnPlan } from "./ledgerOnPlan";
import { ledgerPart } from "./ledgerPart";
import { readLoneSide } from "./loneSide";
import { type Side, stemOf } from "./sheetSides";

export interface FileRead {
  readonly workbook: SourceWorkbook;
  readonly intake: Intake;
}

/** One side of a table, in a file. */
interface FileSide {
  readonly at: number;
  readonly name: string;
  readonly side: Side;
  /** Empty for a ledger: which of its tables depends on the plan. */
  readonly tables: readonly BudgetTable[];
  readonly problems: readonly Problem[];
  readonly setAside: readonly SetAside[];
  readonly ledger: SieLedger | null;
  readonly asking: Asking;
}

/** What is to be said of the joined ones, and rows that are in none of them, by their file's place. */
interface Told {
  readonly problems: Problem[];
  readonly setAside: Map<number, readonly SetAside[]>;
}

/** What a file lacks that another one has. */
const LACKING: ReadonlySet<string> = new Set([
  "no-outcome-column",
  "no-budget-column",
  "no-outcome-amounts",
  "no-recognised-table",
  "nearly-a-table",
  "ledger-without-budget",
  "period-without-budget",
]);

/**
 * The intakes, with the two sides of one table joined: in the workbook that has the plan, which also has what else is known of the
 * initiative. Files that are a pair by their names, or the only two, are joined; several exports of one ledger for months that follow each
 * other are one outcome. What cannot be joined stays as it was read, with the reason.
 */
export function* joinedFiles(read: readonly FileRead[], options: IntakeOptions): Steps<readonly Intake[]> {
  const intakes = read.map(({ intake }) => intake);
  if (read.length < 2) return intakes;
  const sides = yield* eachInSteps(
    read.map((file, at) => ({ ...file, at })),
    (file) => sideOf(file, options),
  );
  const found = sides.flatMap((side) => side ?? []);
  for (const [plan, outcomes] of pairs(found)) {
    const joined = joinedPair(plan, outcomes, intakes, options);
    for (const [at, intake] of joined) intakes[at] = intake;
  }
  return intakes;
}

function* sideOf(
  { workbook, intake, at }: FileRead & { readonly at: number },
  options: IntakeOptions,
): Steps<FileSide | null> {
  const asking = new Asking([...readChoices(workbook.choices).answers, ...(options.answers ?? [])]);
  const own = { at, name: workbook.name, asking, ledger: null, problems: [], setAside: [], tables: [] };
  const { ledger, tables } = intake;
  if (ledger !== undefined) {
    const lacks = intake.problems.some(({ code }) => code === "ledger-without-budget");
    return lacks ? { ...own, side: "outcome", ledger } : null;
  }
  if (tables.length > 0) {
    const isPlan = tables.every(({ entries }) => entries.every(({ outcome }) => outcome === null));
    return isPlan ? { ...own, side: "budget", tables } : null;
  }
  if (!intake.problems.some(({ code }) => LACKING.has(code))) return null;
  const lone = yield* readLoneSide(workbook, options, asking);
  return lone === null ? null : { ...own, ...lone };
}

/** Each plan with its outcomes: by the files' names, else the only ones. */
function pairs(sides: readonly FileSide[]): readonly (readonly [FileSide, readonly FileSide[]])[] {
  const plans = sides.filter(({ side }) => side === "budget");
  const outcomes = sides.filter(({ side }) => side === "outcome");
  const [plan] = plans;
  if (plan === undefined || outcomes.length === 0) return [];
  if (plans.length === 1 && (outcomes.length === 1 || outcomes.every(({ ledger }) => ledger !== null)))
    return [[plan, outcomes]];
  const fit = (a: FileSide, b: FileSide): boolean => {
    const [stem, other] = [a, b].map(({ name }) => stemOf(withoutEnding(name)));
    const [year, otherYear] = [a, b].map(({ name }) => onlyYearIn([name]));
    return stem !== "" && stem === other && (year === null || otherYear === null || year === otherYear);
  };
  return plans.flatMap((each) => {
    const own = outcomes.filter((outcome) => fit(each, outcome));
    const isOnly = own.length === 1 && plans.filter((other) => fit(other, own[0]!)).length === 1;
    return isOnly ? [[each, own] as const] : [];
  });
}

/** The intakes that change, by their places. */
function joinedPair(
  plan: FileSide,
  outcomes: readonly FileSide[],
  intakes: readonly Intake[],
  options: IntakeOptions,
): ReadonlyMap<number, Intake> {
  const { asking } = plan;
  const host = intakes[plan.at]!;
  const names = { budget: plan.name, outcome: outcomes.map(({ name }) => name).join(", ") };
  const told: Told = { problems: [], setAside: new Map() };
  const parts = plan.tables.flatMap((own) => {
    const planned = withWorkbook(own, plan.name);
    const booked = outcomes.flatMap(
      (side) => outcomeFor(planned, host.facts?.name ?? null, side, options, asking, told) ?? [],
    );
    const outcome = booked.length === 0 || booked.length < outcomes.length ? null : joinedYears(booked);
    return [
      {
        own,
        planned,
        outcome,
        whole:
          outcome === null || typeof outcome === "string" ? outcome : asPlan(planned, joinedSides(planned, outcome)),
      },
    ];
  });
  /** The plan's intake with what is asked and said; what either file lacks is what the other may have. */
  const asked = (problems: readonly Problem[]): ReadonlyMap<number, Intake> => {
    const open = asking.open.filter(({ id }) => !host.questions.some((other) => other.id === id));
    const all = [...problems, ...open.map(questionProblem)];
    const left = leftOut(host);
    return new Map([
      [plan.at, { ...left, questions: [...host.questions, ...open], problems: [...left.problems, ...all] }],
      ...outcomes.map(({ at }) => [at, without(intakes[at]!)] as const),
    ]);
  };
  if (asking.open.some(({ id }) => !host.questions.some((other) => other.id === id))) return asked([]);
  const unfit = parts.map(({ whole }) => whole).find((whole) => typeof whole === "string");
  const whole = parts.flatMap(({ whole: table }) => (table === null || typeof table === "string" ? [] : [table]));
  const shared = parts.reduce(
    (sum, { planned, outcome }) => {
      if (outcome === null || typeof outcome === "string") return sum;
      const { shared: same, fewest } = sharedLines(planned, outcome);
      return { same: sum.same + same, fewest: sum.fewest + fewest };
    },
    { same: 0, fewest: 0 },
  );
  if (whole.length === 0 && unfit === undefined) return new Map();
  if (unfit !== undefined || shared.same === 0)
    return asked([problem("files-differ", null, { ...names, what: typeof unfit === "string" ? unfit : "lines" })]);
  if (shared.same * 2 < shared.fewest) {
    const answers = [
      answer("together", "read-together", names, netOf(whole)),
      answer("leave-out", "leave-out", {}, null),
    ];
    const params = { ...names, shared: shared.same, lines: shared.fewest };
    const chosen = asking.ask(
      question("sheets-belong-together", { sheet: whole[0]!.sheet }, params, answers, [names.budget, names.outcome]),
    );
    if (chosen === null) return asked([]);
    if (chosen !== "together") return new Map();
  }
  const sided = parts.flatMap(({ planned, outcome }) =>
    outcome === null || typeof outcome === "string" ? [] : oneSided(planned, outcome, names),
  );
  return settled(
    plan,
    outcomes,
    intakes,
    parts.map(({ whole: table, planned }) => (table === null || typeof table === "string" ? planned : table)),
    [
      problem("files-joined", null, { ...names, lines: shared.same }),
      ...told.problems,
      ...sided,
      ...whole.flatMap(withoutBudget),
    ],
    told.setAside,
  );
}

function without(intake: Intake): Intake {
  return { ...intake, problems: intake.problems.filter(({ code }) => !LACKING.has(code)) };
}

/** A plan whose outcome is asked about: without it the plan would stand there with an outcome of 0. */
function leftOut(intake: Intake): Intake {
  const aside = intake.tables.flatMap(({ entries }) =>
    entries.map(({ origin }): SetAside => ({ sheet: origin.sheet, cell: origin.cells, reason: "question", rows: 1 })),
  );
  const { seen, used, setAside } = intake.rows;
  return {
    ...without(intake),
    tables: [],
    factsOfTables: [],
    setAside: [...intake.setAside, ...aside],
    rows: { seen, used: used - aside.length, setAside: setAside + aside.length },
  };
}

/** The joined table goes by what the plan goes by, and stands where the plan stands; every figure has its own cell. */
function asPlan<None>(
  { initiative, sheet, range, workbook }: BudgetTable,
  whole: BudgetTable | None,
): BudgetTable | None {
  return typeof whole === "object" && whole !== null ? { ...whole, initiative, sheet, range, workbook } : whole;
}

/** A side's outcome for a plan, with its workbook named; what is to be said of it goes to `told`. Null: none, or asked. */
function outcomeFor(
  plan: BudgetTable,
  named: string | null,
  { at, ledger, tables, name }: FileSide,
  options: IntakeOptions,
  asking: Asking,
  told: Told,
): BudgetTable | null {
  if (ledger === null) {
    const own =
      tables.find(({ initiative }) => lookupKey(initiative ?? "") === lookupKey(plan.initiative ?? "")) ??
      (tables.length === 1 ? tables[0] : undefined);
    return own === undefined ? null : withWorkbook(own, name);
  }
  const called = plan.initiative ?? named ?? withoutEnding(plan.workbook ?? "");
  const part = ledgerPart(ledger, called, options.dimension ?? null, asking);
  if (part === null) return null;
  const { table, matched, income, outside } = ledgerOnPlan(part, plan);
  const leave = (entries: readonly BudgetEntry[], reason: SetAside["reason"]): void => {
    const aside = entries.map(({ origin }): SetAside => ({
      sheet: origin.sheet,
      cell: origin.cells,
      reason,
      rows: 1,
    }));
    told.setAside.set(at, [...(told.setAside.get(at) ?? []), ...aside]);
  };
  if (part.initiative !== null)
    told.problems.push(problem("ledger-part-used", null, { plan: called, part: part.initiative, ledger: name }));
  if (matched.length > 0) {
    const pairsOf = matched.map(({ line, planned }) => `${line} → ${planned}`).join(", ");
    told.problems.push(problem("ledger-lines-matched", null, { pairs: pairsOf }));
  }
  if (income.entries.length > 0) {
    told.problems.push(problem("ledger-income-left", null, { sum: krText(toKr(income.ore as Ore).negated()) }));
    leave(income.entries, "ledger-income-left");
  }
  if (outside.entries.length > 0) {
    const months = outside.periods.map(({ label }) => label).join(", ");
    told.problems.push(problem("ledger-outside-plan", null, { months, sum: krText(toKr(outside.ore as Ore)) }));
    leave(outside.entries, "ledger-outside-plan");
  }
  return withWorkbook(table, name);
}

/** The plan's intake with the joined tables, and the outcomes' without what was said for want of a budget. */
function settled(
  plan: FileSide,
  outcomes: readonly FileSide[],
  intakes: readonly Intake[],
  tables: readonly BudgetTable[],
  told: readonly Problem[],
  aside: Told["setAside"],
): ReadonlyMap<number, Intake> {
  const used = plan.asking.answered.map(({ question: { id } }) => id);
  const isSaid = ({ code, params }: Problem): boolean =>
    !LACKING.has(code) && !(code === "answer-not-used" && used.includes(params.id));
  const left = (rows: readonly SetAside[]): readonly SetAside[] => rows.filter(({ reason }) => !LACKING.has(reason));
  const entriesOf = (name: string): readonly BudgetEntry[] =>
    tables.flatMap(({ entries }) => entries.filter(({ origin }) => origin.workbook === name));
  const of = (side: FileSide, own: Partial<Intake>, problems: readonly Problem[]): Intake => {
    const intake = intakes[side.at]!;
    const setAside = [...left(intake.setAside), ...side.setAside, ...(aside.get(side.at) ?? [])];
    const rows = entriesOf(side.name).length + (side.tables === intake.tables ? 0 : intake.rows.used);
    return {
      ...intake,
      ...own,
      setAside,
      rows: { used: rows, setAside: setAside.length, seen: rows + setAside.length },
      problems: [...problems, ...side.problems.filter(isSaid), ...intake.problems.filter(isSaid)],
    };
  };
  const host = intakes[plan.at]!;
  const facts = plan.tables === host.tables ? host.factsOfTables : tables.map(() => host.facts);
  return new Map([
    [plan.at, of(plan, { tables, factsOfTables: facts, answered: [...host.answered, ...plan.asking.answered] }, told)],
    ...outcomes.map((side) => [side.at, of(side, {}, [])] as const),
  ]);
}
