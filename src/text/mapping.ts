// src/text/mapping.ts: the words of how tables were read, in a language. Apart from the pane's other words: they are needed later.
import type { MappingTexts } from "./paneMapping";
import { mappingEn } from "./paneMapping.en";
import { mappingSv } from "./paneMapping.sv";
import type { Language } from "./texts";

const TEXTS: Readonly<Record<Language, MappingTexts>> = { sv: mappingSv, en: mappingEn };

export function mappingTextsOf(language: Language): MappingTexts {
  return TEXTS[language];
}
