// src/text/board.ts: the words of what is meant for the board: its two pages, snapshots, and the comparison with one.
import type { Horizon } from "../domain/return/agencyReturn";

export interface BoardTexts {
  readonly names: {
    readonly deviation: string;
    /** With several initiatives each has a page. */
    readonly deviationOf: (initiative: string) => string;
    readonly parties: string;
    readonly snapshot: (date: string, version: string) => string;
    readonly comparison: string;
  };
  readonly titles: { readonly deviation: string; readonly parties: string; readonly comparison: string };
  readonly ready: ReadyTexts;
  /** On the board's pages of a workbook with participants; null: not said, since the copy has none. */
  readonly holdsPersons: string | null;
  readonly copy: BoardCopyTexts;
  readonly deviation: BoardDeviationTexts;
  readonly parties: BoardPartiesTexts;
  readonly snapshot: SnapshotTexts;
  readonly comparison: ComparisonTexts;
}

/** Pieces of sentences stand around a number that a formula gives. */
type Around = readonly [before: string, after: string];

export interface ReadyTexts {
  /** On Kontroller. */
  readonly control: string;
  readonly notReady: string;
  readonly action: string;
  /** On the page. */
  readonly nothingMarked: string;
  readonly one: string;
  readonly all: Around;
  readonly oneMissing: string;
  readonly missing: Around;
}

/** What stands in the copy in the place of words that refer to other tabs. */
export interface BoardCopyTexts {
  readonly values: (date: string) => string;
  readonly longTexts: string;
  readonly othersMarked: Around;
  /** In the place of a participant's id that somebody typed. */
  readonly participant: string;
}

export interface BoardDeviationTexts {
  readonly assessment: string;
  readonly inAll: { readonly surplus: string; readonly deficit: string; readonly balanced: string };
  readonly ofBudget: string;
  readonly markedOf: readonly [before: string, between: string, after: string];
  readonly missingText: string;
  readonly others: (lines: number) => string;
  readonly othersMarked: Around;
  readonly noneMarked: string;
  readonly forecast: string;
  readonly legend: string;
  readonly markedSample: string;
  readonly markedMeans: string;
  readonly missingMeans: string;
  readonly longTexts: string;
  readonly rolledUp: (shown: number, lines: number) => string;
  readonly fromTabs: (tab: string) => string;
}

export interface BoardPartiesTexts {
  readonly backWithin: (horizon: string) => string;
  readonly ratioWithin: (horizon: string) => string;
  readonly notSaid: string;
  readonly legend: string;
  readonly ratioMeans: string;
  readonly below: string;
  readonly reached: string;
  readonly movedMeans: string;
  readonly hidden: string;
  readonly verdictHidden: string;
  readonly groupsHidden: string;
  readonly tooFew: string;
  readonly chart: string;
  readonly chartDescription: (parties: readonly string[]) => string;
  readonly rolledUp: string;
  readonly within: Readonly<Record<Horizon, string>>;
}

export interface SnapshotTexts {
  readonly title: string;
  readonly note: string;
  readonly date: string;
  readonly version: string;
  readonly signOf: string;
  readonly rowType: string;
  readonly code: string;
  readonly item: string;
}

export interface ComparisonTexts {
  readonly note: string;
  readonly snapshot: string;
  readonly bookedThen: string;
  readonly bookedNow: string;
  readonly deviationThen: string;
  readonly deviationNow: string;
  readonly deviationChange: string;
  readonly outcomeThen: string;
  readonly outcomeNow: string;
  readonly outcomeChange: string;
  readonly budgetThen: string;
  readonly budgetNow: string;
  readonly budgetChange: string;
  readonly remark: string;
  readonly isNew: string;
  readonly isGone: string;
  readonly better: string;
  readonly worse: string;
  readonly unchanged: string;
  readonly total: string;
  readonly conserved: string;
  readonly turned: string;
  readonly notInSnapshot: string;
  readonly goneInitiative: string;
  readonly chart: string;
  readonly chartDescription: (lines: readonly string[]) => string;
  readonly then: string;
  readonly now: string;
}
