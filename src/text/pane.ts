// src/text/pane.ts: the pane's words in a language.
import { paneEn } from "./pane.en";
import { paneSv } from "./pane.sv";
import type { PaneTexts } from "./paneTexts";
import type { Language } from "./texts";

const TEXTS: Readonly<Record<Language, PaneTexts>> = { sv: paneSv, en: paneEn };

export function paneTextsOf(language: Language): PaneTexts {
  return TEXTS[language];
}
