// src/pane/parts/shellWords.ts: the words of the page around the results: there from the first view, unlike those of words.ts.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { defaultLanguage, type Language } from "../../text/language";
import { paneTextsOf } from "../../text/pane";
import type { PaneTexts } from "../../text/paneTexts";

export interface ShellWords {
  readonly pane: PaneTexts;
  readonly language: Language;
}

export const ShellWordsContext = createContext<ShellWords>({
  pane: paneTextsOf(defaultLanguage),
  language: defaultLanguage,
});

export function useShellWords(): ShellWords {
  return useContext(ShellWordsContext);
}
