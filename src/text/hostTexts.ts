// src/text/hostTexts.ts: why Excel or a file refused, in a language, without all the other words.
import type { HostTexts } from "./host";
import { hostEn } from "./host.en";
import { hostSv } from "./host.sv";
import type { Language } from "./texts";

const TEXTS: Readonly<Record<Language, HostTexts>> = { sv: hostSv, en: hostEn };

export function hostTextsOf(language: Language): HostTexts {
  return TEXTS[language];
}
