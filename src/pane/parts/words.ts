// src/pane/parts/words.ts: the chosen language's words, for every component.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { PaneTexts } from "../../text/paneTexts";
import type { Language, Texts } from "../../text/texts";

export interface Words {
  readonly texts: Texts;
  readonly pane: PaneTexts;
  readonly language: Language;
}

/** Given by the view of a run, which is fetched with them; what is on the page before that uses shellWords.ts. */
export const WordsContext = createContext<Words | null>(null);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error("words of the results are used outside their view");
  return words;
}
