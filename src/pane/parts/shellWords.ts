// src/pane/parts/shellWords.ts: the words of the page around the results: there from the first view, unlike those of words.ts.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { paneTextsOf } from "../../text/pane";
import type { PaneTexts } from "../../text/paneTexts";
import type { Language } from "../../text/texts";

export interface ShellWords {
  readonly pane: PaneTexts;
  readonly language: Language;
}

export const ShellWordsContext = createContext<ShellWords>({ pane: paneTextsOf("sv"), language: "sv" });

export function useShellWords(): ShellWords {
  return useContext(ShellWordsContext);
}
