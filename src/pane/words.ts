// src/pane/words.ts: the chosen language's words, for every component.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { textsOf } from "../text/languages";
import { paneTextsOf } from "../text/pane";
import type { PaneTexts } from "../text/paneTexts";
import type { Language, Texts } from "../text/texts";

export interface Words {
  readonly texts: Texts;
  readonly pane: PaneTexts;
  readonly language: Language;
}

export const WordsContext = createContext<Words>({ texts: textsOf("sv"), pane: paneTextsOf("sv"), language: "sv" });

export function useWords(): Words {
  return useContext(WordsContext);
}
