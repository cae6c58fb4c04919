// tests/pane/drawn.ts: waiting on a jsdom page for what it says, however slow the machine is.
import { act } from "preact/test-utils";
import { patience, pause, turns } from "../waiting";

/** Waits until `done`; fails with what `instead` says. */
export async function untilDrawn(done: () => boolean, instead: () => string): Promise<void> {
  const end = Date.now() + patience;
  while (!done()) {
    if (Date.now() > end) throw new Error(`the page says instead: ${instead()}`);
    await act(() => pause(10));
  }
}

/** Lets everything happen that only waits for a later turn of the event loop, and draws it. */
export async function turnsDrawn(): Promise<void> {
  // What is drawn may in its turn ask Excel.
  for (let round = 0; round < 3; round++) await act(turns);
}
