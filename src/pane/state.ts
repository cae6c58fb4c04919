// src/pane/state.ts: what the pane can be showing, and what moves it from one to the next. Pure; run.ts does the work.
import type { Analysis, AnalyseOptions } from "../actions/analyse";
import type { EconomyDocument } from "../actions/finalDocument";
import type { SheetModel } from "../report/sheetModel";
import type { Stage } from "../text/paneTexts";
import type { HostErrorCode } from "../workbook/workbook";
import type { Delivery, Source } from "./way";

/** Why something did not work: the host or the file refused, the disk did, or it is a bug of ours. */
export type Failure =
  | { readonly kind: "host"; readonly code: HostErrorCode; readonly detail: string; readonly name: string | null }
  | { readonly kind: "not-read"; readonly name: string }
  | { readonly kind: "only-one" }
  | { readonly kind: "bug"; readonly description: string };

/** One finished run over one workbook. `tabs` and `documents` are empty when the analysis is refused. */
export interface Run {
  readonly source: Source;
  readonly options: AnalyseOptions;
  readonly analysis: Analysis;
  readonly tabs: readonly SheetModel[];
  /** The economy section per initiative, or one for the workbook without a budget table; null: there is none. */
  readonly documents: readonly (EconomyDocument | null)[];
}

export interface State {
  readonly run: Run | null;
  /** Work under way; null: none. */
  readonly stage: Stage | null;
  readonly failure: Failure | null;
  /** What came of the run last time it was delivered as it stands now. */
  readonly delivery: Delivery | null;
  /** The name of the Word file saved last from this run. */
  readonly savedReport: string | null;
}

export type Event =
  | { readonly kind: "stage"; readonly stage: Stage }
  | { readonly kind: "run"; readonly run: Run }
  | { readonly kind: "delivered"; readonly delivery: Delivery }
  | { readonly kind: "report-saved"; readonly name: string }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "restart" };

export const initialState: State = { run: null, stage: null, failure: null, delivery: null, savedReport: null };

/** As read: nothing chosen over what the sheet says. */
export const asRead: AnalyseOptions = { unit: null, sign: null };

/** A failure keeps the run that was there: what is on the page is still true. A new run forgets the old delivery. */
export function nextState(state: State, event: Event): State {
  switch (event.kind) {
    case "stage":
      return { ...state, stage: event.stage, failure: null };
    case "run":
      return { ...initialState, run: event.run };
    case "delivered":
      return { ...state, stage: null, failure: null, delivery: event.delivery };
    case "report-saved":
      return { ...state, stage: null, failure: null, savedReport: event.name };
    case "failed":
      return { ...state, stage: null, failure: event.failure };
    case "restart":
      return initialState;
  }
}
