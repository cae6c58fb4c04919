// src/report/tabRegistry.ts: every kind of tab: the group that a person chooses it by, which tabs of it a run has and what they would like to be called,
// and how one is built. Their order, and what people may write in them, stand in domain/tabKind.ts; the compiler asks each new kind for both.
import { monthText } from "../domain/period";
import type { TabGroupName } from "../domain/tabGroup";
import { TAB_KINDS, type TabKind, tabOf } from "../domain/tabKind";
import { annualItems, annualReportTab } from "./annual/annualReportTab";
import { boardDeviationTab, boardRoleOf } from "./board/boardDeviationTab";
import { boardPartiesTab } from "./board/boardPartiesTab";
import { comparisonTab } from "./board/comparisonTab";
import { snapshotTab } from "./board/snapshotTab";
import { controlsTab } from "./controls/controlsTab";
import { overviewTab } from "./deviation/overviewTab";
import { sourceTab } from "./deviation/underlag";
import { beforeAfterTab } from "./finalReport/beforeAfterTab";
import { finalReportTab } from "./finalReport/finalReportTab";
import { assumptionCellsOf } from "./return/assumptionCells";
import { assumptionsTab } from "./return/assumptionsTab";
import { contributionsUnderlag } from "./return/contributionsUnderlag";
import { participantsUnderlag } from "./return/participantsUnderlag";
import { sensitivityTab } from "./return/sensitivityTab";
import type { Run } from "./run";
import type { SheetModel, SheetRole } from "./sheetModel";
import type { HeadFacts } from "./tabHead";

export interface ProposedTab {
  readonly role: SheetRole;
  readonly name: string;
}

interface TabEntry {
  /** Null: it follows where formulas refer to it. */
  readonly group: TabGroupName | null;
  /** The tabs of this kind that the run has, when its group is written. */
  readonly proposed: (run: Run) => readonly ProposedTab[];
  readonly build: (run: Run, role: SheetRole) => SheetModel;
}

/** One tab of the kind, or none. */
const one = (kind: TabKind & SheetRole, isThere: boolean, name: string): readonly ProposedTab[] =>
  isThere ? [{ role: kind, name }] : [];

export const TABS: Readonly<Record<TabKind, TabEntry>> = {
  oversikt: {
    group: "deviation",
    proposed: ({ items, texts }) => one("oversikt", items.length > 1, texts.tabs.names.overview),
    build: (run, role) => overviewTab(run.deviations, run.head(), run.name(role), run.texts),
  },
  avvikelse: {
    group: "deviation",
    proposed: ({ items, texts: { tabs } }) =>
      items.map(({ role, name }) => ({
        role,
        name: items.length > 1 ? `${tabs.names.deviation} ${name}` : tabs.names.deviation,
      })),
    build: (run, role) => run.deviation(role).sheet,
  },
  jamforelse: {
    group: "deviation",
    proposed: ({ input, texts }) =>
      one(
        "jamforelse",
        input.report?.comparisons?.some((each) => each !== null) === true,
        texts.board.names.comparison,
      ),
    build: (run, role) =>
      comparisonTab(
        run.deviations.map((tab, index) => ({ tab, comparison: run.input.report?.comparisons?.[index] ?? null })),
        run.head(),
        run.name(role),
        run.texts,
      ),
  },
  parter: {
    group: "return",
    proposed: ({ hasMoney, texts }) => one("parter", hasMoney, texts.returnTabs.names.parties),
    build: (run) => run.parties.sheet,
  },
  minskatstod: {
    group: "return",
    proposed: ({ hasMoney, texts }) => one("minskatstod", hasMoney, texts.returnTabs.names.avoided),
    build: (run) => run.avoided.sheet,
  },
  kanslighet: {
    group: "return",
    proposed: ({ input, texts }) =>
      one("kanslighet", (input.final?.sensitivity ?? null) !== null, texts.final.names.sensitivity),
    build: (run, role) => sensitivitySheet(run, role),
  },
  slutrapport: {
    group: "finalReport",
    proposed: ({ input, texts: { final } }) => {
      const reports = input.final?.reports ?? [];
      return reports.map(({ role, name }) => ({
        role,
        name: reports.length > 1 ? `${final.names.finalReport} ${name}` : final.names.finalReport,
      }));
    },
    build: (run, role) => finalReportSheet(run, role),
  },
  arsredovisning: {
    group: "deviation",
    proposed: ({ items, texts: { annual } }) =>
      annualItems(items).map(({ role, item }, _, all) => ({
        role,
        name: all.length > 1 ? annual.nameOf(item.name) : annual.name,
      })),
    build: (run, role) => {
      const own = there(annualItems(run.items).find((each) => each.role === role));
      return annualReportTab(own, run.head([own.item]), run.name(role), run.texts);
    },
  },
  foreefter: {
    group: "finalReport",
    proposed: ({ input, texts }) =>
      one("foreefter", (input.final?.beforeAfter ?? null) !== null, texts.final.names.beforeAfter),
    build: (run, role) =>
      beforeAfterTab(there(run.input.final?.beforeAfter), finalHead(run), run.name(role), run.texts),
  },
  styrelseavvikelse: {
    group: "board",
    proposed: ({ followed, texts: { board } }) =>
      followed.map(({ role, name }) => ({
        role: boardRoleOf(role),
        name: followed.length > 1 ? board.names.deviationOf(name) : board.names.deviation,
      })),
    build: (run, role) => {
      const own = there(run.followed.find((item) => boardRoleOf(item.role) === role));
      return boardDeviationTab(run.deviation(own.role), run.head([own]), run.name(role), run.texts, boardNotes(run));
    },
  },
  styrelseparter: {
    group: "board",
    proposed: ({ hasMoney, texts }) => one("styrelseparter", hasMoney, texts.board.names.parties),
    build: (run, role) => boardPartiesTab(run.parties, run.name(role)),
  },
  antaganden: {
    group: null,
    proposed: ({ hasMoney, texts }) => one("antaganden", hasMoney, texts.returnTabs.names.assumptions),
    build: (run) => assumptionsTab(run.moneyFrame, run.parties),
  },
  underlag: {
    group: null,
    proposed: ({ items, texts }) => one("underlag", items.length > 0, texts.tabs.names.source),
    build: (run, role) => sourceTab(run.items, run.head(), run.name(role), run.texts),
  },
  underlagparter: {
    group: null,
    proposed: ({ hasMoney, texts }) => one("underlagparter", hasMoney, texts.returnTabs.names.contributionsSource),
    build: (run) => contributionsUnderlag(run.moneyFrame),
  },
  underlagdeltagare: {
    group: null,
    proposed: ({ hasMoney, texts }) => one("underlagdeltagare", hasMoney, texts.returnTabs.names.participantsSource),
    build: (run) => participantsUnderlag(run.moneyFrame),
  },
  kontroller: {
    group: null,
    proposed: ({ input, texts }) => one("kontroller", input.report !== null, texts.tabs.names.controls),
    build: (run, role) => {
      const { deviations, items, texts, moneyChecks } = run;
      const report = there(run.input.report);
      return controlsTab(
        { ...report, texts, moneyBack: moneyChecks, head: run.head(), items, deviations },
        run.name(role),
      );
    },
  },
  ogonblick: {
    group: null,
    proposed: ({ input, items, texts }) => {
      const snapshot = input.report?.snapshot ?? null;
      if (snapshot === null || items.length === 0) return [];
      const name = texts.board.names.snapshot(input.frame.today, snapshot.version);
      return [{ role: `ogonblick:${snapshot.number}`, name }];
    },
    build: (run, role) => {
      const { items, texts, input } = run;
      return snapshotTab({ items, today: input.frame.today, texts, ...there(input.report?.snapshot) }, run.name(role));
    },
  },
};

/** The tabs of a run, in reading order, under the names that their kinds would like. */
export function tabsIn(run: Run): readonly ProposedTab[] {
  return (Object.keys(TAB_KINDS) as TabKind[]).flatMap((kind) => {
    const { group, proposed } = TABS[kind];
    return group === null || run.input.groups.has(group) ? proposed(run) : [];
  });
}

export function buildTab(run: Run, role: SheetRole): SheetModel {
  return TABS[there(tabOf(role)).kind].build(run, role);
}

function there<Of>(of: Of | null | undefined): Of {
  if (of === null || of === undefined) throw new Error("a tab was asked for that the run does not have");
  return of;
}

/** Känslighet; where there is Antaganden, its values are read from there: its cells hold the scenario shown. */
function sensitivitySheet(run: Run, role: SheetRole): SheetModel {
  const { texts } = run;
  const sensitivity = there(run.input.final?.sensitivity);
  const assumptionCell = run.hasMoney
    ? assumptionCellsOf(run.sheet("antaganden"), run.moneyFrame.input.result.scenario, texts)
    : sensitivity.assumptionCell;
  return sensitivityTab({ ...sensitivity, assumptionCell }, finalHead(run), run.name(role), texts);
}

function finalReportSheet(run: Run, role: SheetRole): SheetModel {
  const item = there(run.input.final?.reports.find((each) => each.role === role));
  const period = item.period === null ? "" : `${monthText(item.period.from)} – ${monthText(item.period.to)}`;
  return finalReportTab(item, { ...finalHead(run), initiative: item.name, period }, run.name(role), run.texts);
}

function finalHead({ input: { final, frame } }: Run): HeadFacts {
  const { initiative = "", period = "" } = final ?? {};
  const { drawnUpBy, version = null, today } = frame;
  return { initiative, period, unit: "", drawnUpBy, version, today };
}

/** What the board's page says of the workbook that it is in, and of questions about the source. */
function boardNotes({ input: { report }, texts }: Run): readonly string[] {
  const { questions = [], answered = [], holdsParticipants = false } = report ?? {};
  const words = texts.questions;
  const { holdsPersons } = texts.board;
  return [
    ...(holdsParticipants && holdsPersons !== null ? [holdsPersons] : []),
    ...(questions.length === 0 ? [] : [words.openOnBoard(questions.length)]),
    ...(answered.length === 0 ? [] : [words.answeredOnBoard(answered.length)]),
  ];
}
