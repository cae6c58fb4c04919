// src/text/languages.ts: which texts a language has.
import { en } from "./en";
import { sv } from "./sv";
import type { Language, Texts } from "./texts";

const TEXTS: Readonly<Record<Language, Texts>> = { sv, en };

/** All texts in a language. */
export function textsOf(language: Language): Texts {
  return TEXTS[language];
}
