// src/text/language.ts: the languages there are. One more is an entry here and its words: the compiler leads to each of them.

const NO_BREAK_SPACE = "\u00a0";

interface LanguageFacts {
  /** As documents and pages name it. */
  readonly tag: string;
  /** In the language itself. */
  readonly name: string;
  /** How numbers are written: between groups of three digits, before decimals, before the sign of per cent. */
  readonly numbers: { readonly group: string; readonly point: string; readonly beforePercent: string };
}

/** In the order in which the page goes through them; Swedish, as the users are, where nothing else is asked for. */
export const LANGUAGES = {
  sv: {
    tag: "sv-SE",
    name: "Svenska",
    numbers: { group: NO_BREAK_SPACE, point: ",", beforePercent: NO_BREAK_SPACE },
  },
  en: { tag: "en-GB", name: "English", numbers: { group: ",", point: ".", beforePercent: "" } },
} as const satisfies Readonly<Record<string, LanguageFacts>>;

export type Language = keyof typeof LANGUAGES;

export const languages = Object.keys(LANGUAGES) as readonly Language[];
export const defaultLanguage: Language = "sv";

/** The language of a tag such as `en-US`, or of one written alone; the default where it is none of ours. */
export function languageOf(tag: string | undefined): Language {
  const stem = tag?.split(/[-_]/u)[0]?.toLowerCase();
  return languages.find((language) => language === stem) ?? defaultLanguage;
}

/** The one that the page's button leads to. */
export function languageAfter(language: Language): Language {
  return languages[(languages.indexOf(language) + 1) % languages.length] ?? defaultLanguage;
}
