// src/pane/run/engine.ts: what a run takes: the calculations, and the views of what comes of them. Fetched once, beforehand or when first needed.
import { preloadBoard } from "../steps/board/boardViews";
import { preloadOutcome } from "../steps/outcomeView";
import { preloadMapping } from "../steps/found/mappingViews";
import { preloadWriting } from "../steps/writing/writingViews";

/** The calculations are a chunk of their own: the first view is there before them. */
export async function engine() {
  const [{ analyseInSteps }, { boardCopy, settledTabsOf }, { economyDocumentsOf }] = await Promise.all([
    import(/* webpackChunkName: "engine" */ "../../actions/analyse"),
    import(/* webpackChunkName: "engine" */ "../../actions/tabs"),
    import(/* webpackChunkName: "engine" */ "../../actions/finalDocument"),
    preloadMapping(),
    preloadWriting(),
    preloadBoard(),
    preloadOutcome(),
  ]);
  return { analyseInSteps, boardCopy, settledTabsOf, economyDocumentsOf };
}
