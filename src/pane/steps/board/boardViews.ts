// src/pane/steps/board/boardViews.ts: readiness, the board's copy, the comparison with a snapshot and the choice of tabs, fetched together with the calculations.
import { lazily } from "../../parts/lazily";

const readiness = lazily(async () => (await import(/* webpackChunkName: "board" */ "./readiness")).Readiness);
const comparison = lazily(async () => (await import(/* webpackChunkName: "board" */ "./comparison")).ComparisonTable);
const boardCopy = lazily(async () => (await import(/* webpackChunkName: "board" */ "./boardCopy")).BoardCopy);
const tabChoice = lazily(async () => (await import(/* webpackChunkName: "board" */ "../writing/tabChoice")).TabChoice);

export const Readiness = readiness.View;
export const ComparisonTable = comparison.View;
export const BoardCopy = boardCopy.View;
export const TabChoice = tabChoice.View;

export async function preloadBoard(): Promise<void> {
  await Promise.all([boardCopy.preload(), readiness.preload(), comparison.preload(), tabChoice.preload()]);
}
