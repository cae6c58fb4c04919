// src/text/paneTexts.ts: what the pane says, as one typed list. pane.sv.ts and pane.en.ts hold the words.
// Messages about the workbook itself are not here: they are the same in every way in (problems, host errors).
import type { KeptPaneTexts } from "./paneKept";
import type { Horizon } from "../domain/return/agencyReturn";
import type { ScenarioId } from "../domain/return/assumptions";
import type { CostSign, Reading } from "../domain/deviation/budget";
import type { Severity } from "../domain/problem";
import type { AnswerTexts } from "./paneAnswer";
import type { BoardPaneTexts } from "./paneBoard";
import type { WorkTexts } from "./paneWork";

/** The stages of a run, in order. */
export type Stage = "open" | "read" | "analyse" | "tabs" | "keep" | "write";

/** The published cases that the page carries with it. */
export type ExampleName = "husamradet" | "resan";

export interface PaneTexts {
  readonly tagline: string;
  /** What a button that shows a place of the workbook does. */
  readonly goTo: (place: string) => string;
  readonly start: {
    readonly headingBrowser: string;
    readonly headingExcel: string;
    readonly lead: string;
    readonly drop: string;
    readonly dropNow: string;
    readonly or: string;
    readonly choose: string;
    readonly fileLabel: string;
    readonly examplesHeading: string;
    readonly examples: Readonly<Record<ExampleName, { readonly button: string; readonly note: string }>>;
    readonly readWorkbook: string;
    readonly readNote: string;
    readonly privacyBrowser: string;
    readonly privacyExcel: string;
    readonly stepsHeading: string;
    readonly steps: readonly { readonly heading: string; readonly text: string }[];
    readonly onlyOne: string;
  };
  readonly stage: Readonly<Record<Stage, string>>;
  readonly failure: {
    readonly heading: string;
    readonly file: (name: string) => string;
    readonly bugHeading: string;
    readonly bug: string;
    readonly bugDetail: string;
    readonly notExcel: string;
    readonly notRead: string;
  };
  readonly refused: { readonly heading: string; readonly lead: string; readonly again: string };
  readonly found: {
    readonly heading: string;
    readonly rows: (seen: number, used: number, setAside: number) => string;
    readonly sheet: string;
    readonly range: string;
    readonly layout: string;
    readonly layouts: { readonly long: string; readonly wide: string };
    readonly periods: string;
    readonly lines: string;
    readonly unit: string;
    readonly sign: string;
    readonly signs: Readonly<Record<CostSign, string>>;
    readonly asRead: string;
    readonly reading: Readonly<Record<Reading, string>>;
    readonly change: string;
    readonly initiative: string;
    readonly initiativeNumber: (number: number) => string;
  };
  readonly answer: AnswerTexts;
  readonly board: BoardPaneTexts;
  readonly whole: WholeTexts;
  readonly returns: ReturnPaneTexts;
  readonly economy: EconomyPaneTexts;
  readonly kept: KeptPaneTexts;
  readonly work: WorkTexts;
  readonly problems: {
    /** Opens a chapter of the guide, which is in Swedish. */
    readonly guide: (chapter: string) => string;
    readonly heading: string;
    readonly none: string;
    readonly groups: Readonly<Record<Severity, string>>;
    readonly counts: (count: number) => string;
    readonly explain: Readonly<Record<Severity, string>>;
    readonly place: (workbook: string | null, sheet: string | null, cell: string | null) => string;
    readonly more: (count: number) => string;
  };
  readonly result: {
    readonly heading: string;
    readonly outcome: string;
    readonly budget: string;
    readonly deviation: string;
    readonly share: string;
    readonly surplus: string;
    readonly deficit: string;
    readonly even: string;
    readonly average: string;
    readonly halfYears: (count: number) => string;
    readonly ofBudget: (share: string) => string;
    readonly remarks: string;
    readonly chart: string;
    readonly chartNote: string;
    readonly lines: string;
    readonly line: string;
    readonly total: string;
    readonly lower: string;
    readonly higher: string;
    readonly equal: string;
    readonly material: string;
    readonly materialNote: (amount: string, share: string) => string;
    readonly byPeriod: string;
    readonly period: string;
    readonly notBooked: string;
    readonly amountsIn: (unit: string) => string;
    readonly notApplicable: string;
    readonly unitCosts: string;
    readonly per: { readonly participant: string; readonly closed: string; readonly toWorkOrStudies: string };
    readonly measure: string;
    readonly volume: string;
    readonly costBudgeted: string;
    readonly costOutcome: string;
    readonly change: string;
    readonly forecast: string;
    readonly fullYearBudget: string;
    readonly forecastDeviation: string;
  };
  readonly preview: {
    readonly heading: string;
    readonly lead: string;
    readonly print: string;
    readonly tabs: string;
    readonly more: (shown: number, all: number) => string;
    readonly sheetLabel: (name: string) => string;
  };
  readonly deliver: {
    readonly download: string;
    readonly write: string;
    readonly writeAgain: string;
    readonly noteBrowser: (tabs: string) => string;
    readonly noteExcel: (tabs: string) => string;
    readonly downloaded: (name: string) => string;
    readonly written: (names: string) => string;
    /** By the workbook port's codes; each gets the technical detail. */
    readonly notes: Readonly<Record<"manual-calculation" | "looks-refused", (detail: string) => string>>;
    readonly show: (name: string) => string;
    readonly another: string;
    readonly readAgain: string;
    readonly fileName: (base: string, date: string) => string;
  };
}

/** What was found in the workbook beside budget tables. */
export interface WholeTexts {
  readonly heading: string;
  readonly period: string;
  readonly granted: string;
  readonly used: string;
  readonly participants: string;
  readonly contributions: string;
  readonly contributionsOf: (parties: number, amount: string) => string;
  readonly calculated: string;
  readonly calculatedOf: (included: number, of: number) => string;
  readonly notCalculated: (count: number) => string;
  readonly counts: string;
  readonly countsOf: (tables: number) => string;
  readonly sheets: string;
  readonly personsHeading: string;
  readonly personsNote: string;
}

/** Money in and money back. Words that the tabs have already are taken from them. */
export interface ReturnPaneTexts {
  readonly heading: string;
  readonly scenario: string;
  readonly scenarioNotes: Readonly<Record<Exclude<ScenarioId, "own">, string>>;
  readonly target: string;
  readonly targetNote: string;
  readonly targetWrong: string;
  readonly horizon: string;
  readonly ratio: (horizon: string) => string;
  readonly reached: Readonly<Record<"target" | "one" | "none", string>>;
  readonly paidIn: string;
  readonly back: string;
  readonly publicSector: string;
  readonly perKrona: string;
  readonly moved: string;
  readonly movedNote: string;
  readonly payback: string;
  readonly month: (month: number) => string;
  readonly fromStart: (month: number) => string;
  readonly neverBack: string;
  readonly zeroPoint: string;
  readonly zeroPointMonths: (months: number) => string;
  readonly zeroPointNote: (target: string, months: string) => string;
  readonly avoidedHeading: string;
  readonly avoidedPlain: string;
  readonly avoidedAdjusted: string;
  readonly avoidedBeyond: string;
  readonly avoidedNote: (persons: number, months: string) => string;
  readonly chart: string;
  readonly chartNote: string;
  readonly parties: Readonly<Record<Horizon, string>>;
  readonly draws: (low: string, high: string) => string;
  readonly noParticipants: string;
}

/** The economy section of the final report. */
export interface EconomyPaneTexts {
  readonly heading: string;
  readonly lead: string;
  readonly copy: string;
  readonly word: string;
  readonly copied: string;
  readonly copiedPlain: string;
  readonly copyByHand: string;
  readonly byHandLabel: string;
  readonly saved: (name: string) => string;
  readonly contradicted: (count: number) => string;
  readonly fileName: (base: string, date: string) => string;
}
