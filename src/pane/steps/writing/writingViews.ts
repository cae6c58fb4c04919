// src/pane/steps/writing/writingViews.ts: the views of what people wrote and of what writing will change, fetched together with the calculations.
import { lazily } from "../../parts/lazily";

const tabChanges = lazily(async () => (await import(/* webpackChunkName: "writing" */ "./tabChanges")).TabChanges);
const headFields = lazily(async () => (await import(/* webpackChunkName: "writing" */ "./headFields")).HeadFields);
const ownValues = lazily(async () => (await import(/* webpackChunkName: "writing" */ "../return/ownValues")).OwnValues);

export const TabChanges = tabChanges.View;
export const HeadFields = headFields.View;
export const OwnValues = ownValues.View;

export async function preloadWriting(): Promise<void> {
  await Promise.all([tabChanges.preload(), headFields.preload(), ownValues.preload()]);
}
