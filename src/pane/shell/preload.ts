// src/pane/shell/preload.ts: fetches what the first click will need while the user reads the first view, so that the click is quick and
// the network may be gone by then.
import { engine } from "../run/engine";
import { fetchOpeners } from "../../workbook/file/fileKinds";
import type { HostMode } from "../modes/hostMode";

/** After the first view has been painted and has settled. */
const delay = 1_500;

/** In the browser's own timeline: from here on the network may go. */
export const settledMark = "samkalkyl-settled";

/** What cannot be fetched now is asked for again when it is needed, and said then. */
export function preload(mode: HostMode): void {
  setTimeout(() => {
    const parts = [engine(), ...(mode.kind === "browser" ? [fetchOpeners()] : [])];
    void Promise.allSettled(parts).then(() => performance.mark(settledMark));
  }, delay);
}
