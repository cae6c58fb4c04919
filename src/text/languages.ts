// src/text/languages.ts: which texts a language has.
import { en } from "./en";
import { sv } from "./sv";
import type { Language, Texts } from "./texts";

/** All texts in a language. */
export function textsOf(language: Language): Texts {
  return language === "en" ? en : sv;
}
