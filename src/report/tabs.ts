// src/report/tabs.ts: results → every tab, in reading order. The one entrance to this folder.
import type { InitiativeFacts } from "../domain/deviation/budget";
import type { Comparison } from "../domain/deviation/comparison";
import type { FollowUp } from "../domain/deviation/followUp";
import type { Remarks } from "../domain/deviation/remarks";
import type { Problem } from "../domain/problem";
import type { AnsweredQuestion, Question } from "../domain/question";
import { eachInSteps, finished, type Steps } from "../domain/steps";
import type { Texts } from "../text/texts";
import { annualItems, annualReportTab } from "./annual/annualReportTab";
import { boardDeviationTab, boardRoleOf } from "./board/boardDeviationTab";
import { comparisonTab } from "./board/comparisonTab";
import { snapshotTab } from "./board/snapshotTab";
import { controlsTab } from "./controls/controlsTab";
import { deviationTab } from "./deviation/deviationTab";
import { type Numbered, numbered } from "./deviation/numbered";
import type { SheetModel, SheetRole } from "./sheetModel";
import type { ReturnChecks } from "./return/returnChecks";
import { headFactsOf, type WholeFacts } from "./tabHead";
import { overviewTab } from "./deviation/overviewTab";
import { sourceTab } from "./deviation/underlag";

export interface ReportInput {
  readonly followUps: readonly FollowUp[];
  /** Per follow-up. */
  readonly facts: readonly (InitiativeFacts | null)[];
  readonly problems: readonly Problem[];
  /** What was asked about the source and stands open, and what was answered; left out: nothing. */
  readonly questions?: readonly Question[];
  readonly answered?: readonly AnsweredQuestion[];
  readonly rows: { readonly seen: number; readonly used: number; readonly setAside: number };
  /** Used rows of budget tables. */
  readonly budgetRows: number;
  /** What there is to check of the tabs on money back; left out or null: none are written. */
  readonly moneyBack?: ReturnChecks | null;
  /** The workbook has participants, which the board's page says; left out: it has none. */
  readonly holdsParticipants?: boolean;
  /** What the head says where there is no budget table; left out: nothing is known. */
  readonly whole?: WholeFacts | null;
  readonly setAside: readonly { readonly sheet: string; readonly cell: string | null; readonly reason: string }[];
  /** Per follow-up: what people wrote in the tab earlier. */
  readonly kept: readonly (Remarks | null)[];
  /** ISO date. */
  readonly today: string;
  readonly drawnUpBy: string | null;
  readonly version?: string | null;
  /** The names that the tabs have or will get; formulas between tabs use them. */
  readonly names: (role: SheetRole) => string;
  readonly texts: Texts;
  /** Which of the tabs on deviations are written; left out: the tabs themselves, without the board's pages. */
  readonly written?: { readonly deviation: boolean; readonly board: boolean };
  /** Per follow-up: against the chosen snapshot; left out or all null: no tab Jämförelse. */
  readonly comparisons?: readonly (Comparison | null)[];
  /** To be saved by this run; left out: none. */
  readonly snapshot?: { readonly version: string; readonly number: number } | null;
}

const standard = { deviation: true, board: false };

/** The tabs there will be and what they would like to be called, in the order of `buildTabs`. Names are unique and allowed in Excel. */
export function proposedNames(
  input: Omit<ReportInput, "names">,
): readonly { readonly role: SheetRole; readonly name: string }[] {
  const { names } = input.texts.tabs;
  const items = numberedOf(input);
  const several = items.length > 1;
  const taken = new Set<string>();
  const { deviation, board } = input.written ?? standard;
  const { names: boardNames } = input.texts.board;
  const { annual } = input.texts;
  const own = deviation ? items : [];
  const proposed = [
    ...(several && deviation ? [{ role: "oversikt" as const, name: names.overview }] : []),
    ...own.map(({ role, name }) => ({ role, name: several ? `${names.deviation} ${name}` : names.deviation })),
    ...(board ? own : []).map(({ role, name }) => ({
      role: boardRoleOf(role),
      name: several ? boardNames.deviationOf(name) : boardNames.deviation,
    })),
    ...(compares(input) ? [{ role: "jamforelse" as const, name: boardNames.comparison }] : []),
    ...annualItems(own).map(({ role, item }, _, all) => ({
      role,
      name: all.length > 1 ? annual.nameOf(item.name) : annual.name,
    })),
    ...(items.length > 0 ? [{ role: "underlag" as const, name: names.source }] : []),
    { role: "kontroller" as const, name: names.controls },
    ...(input.snapshot != null && items.length > 0
      ? [{ role: snapshotRole(input.snapshot), name: boardNames.snapshot(input.today, input.snapshot.version) }]
      : []),
  ];
  return proposed.map(({ role, name }) => ({ role, name: uniqueName(name, taken) }));
}

function snapshotRole({ number }: NonNullable<ReportInput["snapshot"]>): SheetRole {
  return `ogonblick:${number}`;
}

/** Jämförelse is made of Avvikelse, so there is none without it. */
function compares({ written, comparisons }: Omit<ReportInput, "names">): boolean {
  return (written ?? standard).deviation && comparisons?.some((each) => each !== null) === true;
}

/** Every tab: an overview where there are several initiatives, one deviation tab each, the source data, the checks. */
export function buildTabs(input: ReportInput): readonly SheetModel[] {
  return finished(buildTabsInSteps(input));
}

/** As `buildTabs`, with a stop after each tab. */
export function* buildTabsInSteps(input: ReportInput): Steps<readonly SheetModel[]> {
  const { texts, names } = input;
  const items = numberedOf(input);
  const head = (of: readonly Numbered[]) => headFactsOf(of, input, texts);
  const { deviation, board } = input.written ?? standard;
  const deviations: ReturnType<typeof deviationTab>[] = [];
  for (const item of deviation ? items : []) {
    yield { done: deviations.length, of: items.length + 1 };
    deviations.push(deviationTab(item, head([item]), names(item.role), texts));
  }
  yield { done: items.length, of: items.length + 1 };
  const boards = yield* eachInSteps(board ? deviations : [], (each) =>
    boardDeviationTab(each, head([each.item]), names(boardRoleOf(each.item.role)), texts, boardNotes(input)),
  );
  return [
    ...(deviations.length > 1 ? [overviewTab(deviations, head(items), names("oversikt"), texts)] : []),
    ...deviations.map(({ sheet }) => sheet),
    ...boards,
    ...(compares(input)
      ? [
          comparisonTab(
            deviations.map((tab, index) => ({ tab, comparison: input.comparisons?.[index] ?? null })),
            head(items),
            names("jamforelse"),
            texts,
          ),
        ]
      : []),
    ...(deviation ? annualItems(items) : []).map((each) =>
      annualReportTab(each, head([each.item]), names(each.role), texts),
    ),
    ...(items.length > 0 ? [sourceTab(items, head(items), names("underlag"), texts)] : []),
    controlsTab(
      { ...input, moneyBack: input.moneyBack ?? null, head: head(items), items, deviations },
      names("kontroller"),
    ),
    ...(input.snapshot != null && items.length > 0
      ? [snapshotTab({ items, today: input.today, texts, ...input.snapshot }, names(snapshotRole(input.snapshot)))]
      : []),
  ];
}

/** What the board's page says of the workbook that it is in, and of questions about the source. */
function boardNotes({
  questions = [],
  answered = [],
  holdsParticipants = false,
  texts,
}: ReportInput): readonly string[] {
  const words = texts.questions;
  const { holdsPersons } = texts.board;
  return [
    ...(holdsParticipants && holdsPersons !== null ? [holdsPersons] : []),
    ...(questions.length === 0 ? [] : [words.openOnBoard(questions.length)]),
    ...(answered.length === 0 ? [] : [words.answeredOnBoard(answered.length)]),
  ];
}

function numberedOf({ followUps, facts, kept, texts }: Omit<ReportInput, "names">): readonly Numbered[] {
  return numbered(followUps, facts, kept, texts);
}

/** Excel's longest sheet name. */
const LONGEST_NAME = 31;

/** Without the characters Excel forbids, at most 31 long, and unlike the others (Excel ignores case). */
function uniqueName(wanted: string, taken: Set<string>): string {
  const allowed = wanted
    .replace(/[[\]:*?/\\\p{Cc}]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim();
  // Cut between characters, never inside one; Excel counts UTF-16 units and takes no apostrophe at the end.
  let base = "";
  for (const character of allowed) if (base.length + character.length <= LONGEST_NAME) base += character;
  base = base.replace(/[' ]+$/g, "");
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const suffix = ` ${number}`;
    name = base.slice(0, LONGEST_NAME - suffix.length).trimEnd() + suffix;
  }
  taken.add(name.toLowerCase());
  return name;
}
