// src/report/run.ts: what a run's tabs are made from, and what several of them share: each is made once, when the first tab asks for it.
import type { InitiativeFacts } from "../domain/deviation/budget";
import type { Comparison } from "../domain/deviation/comparison";
import type { FollowUp } from "../domain/deviation/followUp";
import type { Remarks } from "../domain/deviation/remarks";
import type { Problem } from "../domain/problem";
import type { AnsweredQuestion, Question } from "../domain/question";
import type { TabGroupName } from "../domain/tabGroup";
import { avoidedTab } from "./return/avoidedTab";
import { type ReturnChecks, returnChecks } from "./return/returnChecks";
import { ReturnFrame, type ReturnReportInput } from "./return/returnFrame";
import { type LaidOutReturn, returnTab } from "./return/returnTab";
import { type DeviationTab, deviationTab } from "./deviation/deviationTab";
import { type Numbered, numbered } from "./deviation/numbered";
import type { BeforeAfterInput } from "./finalReport/beforeAfterTab";
import type { FinalReportItem } from "./finalReport/finalReportFrame";
import type { SensitivityInput } from "./return/sensitivityFrame";
import type { SheetModel, SheetRole } from "./sheetModel";
import { type HeadFacts, headFactsOf, type WholeFacts } from "./tabHead";
import type { Texts } from "../text/texts";

/** Budget against outcome, and what Kontroller tells of the source. */
export interface ReportInput {
  readonly followUps: readonly FollowUp[];
  /** Per follow-up. */
  readonly facts: readonly (InitiativeFacts | null)[];
  /** Per follow-up: what people wrote in the tab earlier. */
  readonly kept: readonly (Remarks | null)[];
  readonly problems: readonly Problem[];
  /** What was asked about the source and stands open, and what was answered; left out: nothing. */
  readonly questions?: readonly Question[];
  readonly answered?: readonly AnsweredQuestion[];
  readonly rows: { readonly seen: number; readonly used: number; readonly setAside: number };
  /** Used rows of budget tables. */
  readonly budgetRows: number;
  readonly setAside: readonly {
    /** Left out or null: the only one. */
    readonly workbook?: string | null;
    readonly sheet: string;
    readonly cell: string | null;
    readonly reason: string;
  }[];
  /** The workbook has participants, which the board's page says; left out: it has none. */
  readonly holdsParticipants?: boolean;
  /** What the head says where there is no budget table; left out: nothing is known. */
  readonly whole?: WholeFacts | null;
  /** Per follow-up: against the chosen snapshot; left out or all null: no tab Jämförelse. */
  readonly comparisons?: readonly (Comparison | null)[];
  /** To be saved by this run; left out: none. */
  readonly snapshot?: { readonly version: string; readonly number: number } | null;
}

/** The final report, and persons before and after. */
export interface FinalTabsInput {
  /** Null: no return was computed. Where the run has Antaganden, values are read from its cells. */
  readonly sensitivity: SensitivityInput | null;
  /** One per initiative, roles `slutrapport`, `slutrapport:2`, …; none: no tab. */
  readonly reports: readonly FinalReportItem[];
  /** Null: no counts were given. */
  readonly beforeAfter: BeforeAfterInput | null;
  /** Of Känslighet and Före och efter: the initiative, and the period as text. */
  readonly initiative: string;
  readonly period: string;
}

/** Null: there are no tabs of that part. */
export interface RunInput {
  readonly report: ReportInput | null;
  readonly money: Omit<ReturnReportInput, keyof RunFrame> | null;
  readonly final: FinalTabsInput | null;
  /** The groups of tabs that are written. */
  readonly groups: ReadonlySet<TabGroupName>;
  readonly frame: RunFrame;
}

/** What every tab of a run has in common. */
export interface RunFrame {
  readonly drawnUpBy: string | null;
  readonly version?: string | null;
  /** ISO date. */
  readonly today: string;
  /** The names that the tabs have or will get; formulas between tabs use them. */
  readonly names: (role: SheetRole) => string;
  readonly texts: Texts;
}

export class Run {
  readonly items: readonly Numbered[];
  readonly texts: Texts;
  private readonly made = new Map<SheetRole, DeviationTab>();
  private readonly sheets = new Map<SheetRole, SheetModel>();
  private readonly shared: { frame?: ReturnFrame; parties?: LaidOutReturn; avoided?: ReturnType<typeof avoidedTab> } =
    {};

  /** `build`: makes a tab of the run; tabs that refer to another one ask for it. */
  constructor(
    readonly input: RunInput,
    private readonly build: (run: Run, role: SheetRole) => SheetModel,
  ) {
    const { report, frame } = input;
    this.texts = frame.texts;
    this.items = report === null ? [] : numbered(report.followUps, report.facts, report.kept, frame.texts);
  }

  /** The initiatives that have a tab Avvikelse. */
  get followed(): readonly Numbered[] {
    return this.input.groups.has("deviation") ? this.items : [];
  }

  get hasMoney(): boolean {
    return this.input.money !== null;
  }

  name(role: SheetRole): string {
    return this.input.frame.names(role);
  }

  head(of: readonly Numbered[] = this.items): HeadFacts {
    const { report, frame } = this.input;
    return headFactsOf(of, { ...frame, whole: report?.whole ?? null }, this.texts);
  }

  item(role: SheetRole): Numbered {
    const found = this.items.find((item) => item.role === role);
    if (found === undefined) throw new Error(`no initiative has the tab ${role}`);
    return found;
  }

  deviation(role: SheetRole): DeviationTab {
    const item = this.item(role);
    const known = this.made.get(role) ?? deviationTab(item, this.head([item]), this.name(role), this.texts);
    this.made.set(role, known);
    return known;
  }

  get deviations(): readonly DeviationTab[] {
    return this.followed.map(({ role }) => this.deviation(role));
  }

  get moneyFrame(): ReturnFrame {
    const { money, frame } = this.input;
    if (money === null) throw new Error("no money back was computed");
    return (this.shared.frame ??= new ReturnFrame({ ...frame, ...money }));
  }

  get parties(): LaidOutReturn {
    return (this.shared.parties ??= returnTab(this.moneyFrame));
  }

  get avoided(): ReturnType<typeof avoidedTab> {
    return (this.shared.avoided ??= avoidedTab(this.moneyFrame));
  }

  /** What Kontroller compares of money back; null: nothing. */
  get moneyChecks(): ReturnChecks | null {
    return this.hasMoney ? returnChecks(this.parties, this.avoided.totals) : null;
  }

  sheet(role: SheetRole): SheetModel {
    const known = this.sheets.get(role) ?? this.build(this, role);
    this.sheets.set(role, known);
    return known;
  }
}
