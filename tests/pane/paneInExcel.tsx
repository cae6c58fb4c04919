// tests/pane/paneInExcel.tsx: the pane on a jsdom page over the in-memory Excel, through the real Office.js client and the real Excel way.
import { TextDecoder, TextEncoder } from "node:util";
import { render } from "preact";
import { act } from "preact/test-utils";
import { App } from "../../src/pane/app";
import type { ExcelMode } from "../../src/pane/modes/hostMode";
import { excelMode } from "../../src/pane/modes/excelMode";
import type { Language } from "../../src/text/texts";
import type { ExcelHost } from "../host/excelHost";
import { connectClient } from "../host/loadClient";
import { pause } from "../waiting";
import { turnsDrawn, untilDrawn } from "./drawn";

// Browsers have these; jsdom does not.
Object.assign(globalThis, { TextDecoder, TextEncoder });

export interface Pane {
  readonly root: HTMLElement;
  /** What a person reads, no-break spaces as spaces. */
  readonly text: () => string;
  /** The words of all buttons. */
  readonly buttons: () => string[];
  readonly click: (label: string) => Promise<void>;
  /** Waits until the page says so and nothing is under way; fails with what it says instead. */
  readonly says: (words: string) => Promise<void>;
  /** Waits until `done`; fails with what the page says instead. */
  readonly until: (done: () => boolean) => Promise<void>;
  /** Lets everything happen that only waits for a later turn of the event loop. */
  readonly turns: () => Promise<void>;
  /** Lets time pass, where a test takes turns with the work: what follows from nothing but time is no proof. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the pane beside the workbook of `host`. */
export async function openPane(host: ExcelHost, mode: ExcelMode = excelMode, language: Language = "sv"): Promise<Pane> {
  connectClient(host);
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  await act(() => {
    render(<App mode={mode} startLanguage={language} />, root);
  });
  const text = (): string => root.textContent.replaceAll("\u00a0", " ");
  const until = (done: () => boolean): Promise<void> => untilDrawn(done, text);
  return {
    root,
    text,
    turns: turnsDrawn,
    pause: (milliseconds) => act(() => pause(milliseconds)),
    until,
    buttons: () => [...root.querySelectorAll("fluent-button")].map(({ textContent }) => textContent.trim()),
    says: (words) => until(() => text().includes(words) && root.querySelector("[aria-busy=true]") === null),
    async click(label) {
      const target = [...root.querySelectorAll("fluent-button")].find(
        ({ textContent }) => textContent.trim() === label,
      );
      if (target === undefined) throw new Error(`no button ${label}; the page says: ${text()}`);
      await act(() => {
        target.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      });
    },
    async close() {
      await act(() => {
        render(null, root);
      });
      await turnsDrawn();
    },
  };
}
