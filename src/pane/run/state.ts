// src/pane/run/state.ts: what the pane can be showing, and what moves it from one to the next. Pure; run.ts does the work.
import type { Analysis, AnalyseOptions } from "../../actions/analysis";
import type { EconomyDocument } from "../../actions/finalDocument";
import type { TabGroupName } from "../../domain/tabGroup";
import { type HeadText, noHeadText } from "../../domain/roundTrip/headText";
import type { SheetModel } from "../../report/sheetModel";
import type { Stage } from "../../text/paneTexts";
import type { SourceChange } from "../../workbook/excel/watch";
import type { HostErrorCode } from "../../workbook/workbook";
import type { Delivery, OpenedWorkbook } from "../modes/hostMode";

/** Why something did not work: the host or the file refused, the disk did, or it is a bug of ours. */
export type Failure =
  | { readonly kind: "host"; readonly code: HostErrorCode; readonly detail: string; readonly name: string | null }
  | { readonly kind: "not-read"; readonly name: string }
  | { readonly kind: "only-one" }
  /** A part of the pane could not be fetched; the same again may well work. */
  | { readonly kind: "not-loaded" }
  | { readonly kind: "bug"; readonly description: string };

/** One finished run over one workbook. `tabs` and `documents` are empty when the analysis is refused. */
export interface Run {
  readonly source: OpenedWorkbook;
  readonly options: AnalyseOptions;
  readonly analysis: Analysis;
  readonly tabs: readonly SheetModel[];
  /** The economy section per initiative, or one for the workbook without a budget table; null: there is none. */
  readonly documents: readonly (EconomyDocument | null)[];
}

/** What is written beside what must be. */
export interface TabChoice {
  readonly leftOut: readonly TabGroupName[];
  /** The version to save a snapshot under; null: none is saved. */
  readonly snapshot: string | null;
}

export interface State {
  /** Null until something is chosen: then as the workbook remembers. */
  readonly tabChoice: TabChoice | null;
  /** The snapshot saved last from this workbook as it was read; another needs it to be read again. */
  readonly savedSnapshot: string | null;
  readonly run: Run | null;
  /** Work under way; null: none. */
  readonly stage: Stage | null;
  /** How far the stage has come; null: not known. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** The work has come too far to be given up. */
  readonly committed: boolean;
  /** The last work was given up. */
  readonly cancelled: boolean;
  /** What people have changed in their sheets since they were read, in order. */
  readonly changes: readonly SourceChange[];
  readonly failure: Failure | null;
  /** What failed can be tried again as it was. */
  readonly retry: boolean;
  /** What the user filled in here for the tabs' heads; null: as it stands in them. */
  readonly head: HeadText;
  /** What came of the run last time it was delivered as it stands now. */
  readonly delivery: Delivery | null;
  /** The name of the Word file saved last from this run. */
  readonly savedReport: string | null;
  /** The name of the board's copy saved last from this run. */
  readonly savedBoard: string | null;
}

export type Event =
  | { readonly kind: "stage"; readonly stage: Stage }
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly kind: "committed" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "changed"; readonly changes: readonly SourceChange[] }
  /** `next`: work that goes on when the run is shown; left out or null: none. */
  | { readonly kind: "run"; readonly run: Run; readonly next?: Stage | null }
  | { readonly kind: "kept" }
  | { readonly kind: "head"; readonly head: HeadText }
  | { readonly kind: "tabs-chosen"; readonly choice: TabChoice; readonly tabs: readonly SheetModel[] }
  | { readonly kind: "delivered"; readonly delivery: Delivery; readonly snapshot?: string | null }
  | { readonly kind: "report-saved"; readonly name: string }
  | { readonly kind: "board-saved"; readonly name: string }
  /** `retry`: the job that failed can be tried again as it was. */
  | { readonly kind: "failed"; readonly failure: Failure; readonly retry?: boolean }
  | { readonly kind: "restart" };

export const initialState: State = {
  tabChoice: null,
  savedSnapshot: null,
  run: null,
  stage: null,
  progress: null,
  committed: false,
  cancelled: false,
  changes: [],
  failure: null,
  retry: false,
  head: noHeadText,
  delivery: null,
  savedReport: null,
  savedBoard: null,
};

/** What holds as long as the workbook is not read again. */
function ofSource({ tabChoice, savedSnapshot, head }: State): State {
  return { ...initialState, tabChoice, savedSnapshot, head };
}

/** What was filled in and not written yet holds for the same workbook read again; once written, the tabs have it. */
function headFor(state: State, run: Run): HeadText {
  return state.delivery === null && run.source.name === state.run?.source.name ? state.head : noHeadText;
}

/** No work, and nothing said of any. */
const idle = { stage: null, progress: null, committed: false, cancelled: false, failure: null } as const;

/** As read: nothing chosen over what the sheet says. */
export const asRead: AnalyseOptions = { unit: null, sign: null };

/** A failure keeps the run that was there: what is on the page is still true. A new run forgets the old delivery. */
export function nextState(state: State, event: Event): State {
  switch (event.kind) {
    case "stage":
      return { ...state, ...idle, stage: event.stage };
    case "progress":
      return { ...state, progress: event.of > 1 ? { done: event.done, of: event.of } : null };
    case "committed":
      return { ...state, committed: true };
    case "cancelled":
      return { ...state, ...idle, cancelled: true };
    case "changed":
      return { ...state, changes: [...state.changes, ...event.changes] };
    case "run":
      // The same source computed anew is no newer than it was.
      return event.run.source === state.run?.source
        ? { ...ofSource(state), run: event.run, changes: state.changes, stage: event.next ?? null }
        : {
            ...initialState,
            run: event.run,
            head: headFor(state, event.run),
          };
    case "kept":
      return { ...state, ...idle };
    case "tabs-chosen":
      return {
        ...state,
        ...idle,
        delivery: null,
        tabChoice: event.choice,
        run: state.run === null ? null : { ...state.run, tabs: event.tabs },
      };
    case "head":
      return { ...state, head: event.head };
    case "delivered":
      return {
        ...state,
        ...idle,
        delivery: event.delivery,
        savedSnapshot: event.snapshot ?? state.savedSnapshot,
        tabChoice: state.tabChoice === null ? null : { ...state.tabChoice, snapshot: null },
      };
    case "report-saved":
      return { ...state, ...idle, savedReport: event.name };
    case "board-saved":
      return { ...state, ...idle, savedBoard: event.name };
    case "failed":
      return { ...state, ...idle, failure: event.failure, retry: event.retry === true };
    case "restart":
      return initialState;
  }
}
