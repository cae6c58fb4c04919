// src/pane/steps/found/mappingViews.ts: the views of tables and of correcting them, fetched together with the calculations.
import { lazily } from "../../parts/lazily";

const views = () => import(/* webpackChunkName: "mapping" */ "./foundTables");

const foundTables = lazily(async () => (await views()).FoundTables);
const tableOfResult = lazily(async () => (await views()).TableOfResult);
const refusedTables = lazily(async () => (await views()).RefusedTables);

export const FoundTables = foundTables.View;
export const TableOfResult = tableOfResult.View;
export const RefusedTables = refusedTables.View;

export async function preloadMapping(): Promise<void> {
  await Promise.all([foundTables.preload(), tableOfResult.preload(), refusedTables.preload()]);
}
