// src/pane/steps/outcomeView.ts: the view of a run, fetched together with the calculations.
import { lazily } from "../parts/lazily";

const outcome = lazily(async () => (await import(/* webpackChunkName: "outcome" */ "./outcome")).Outcome);

export const Outcome = outcome.View;
export const preloadOutcome = outcome.preload;
