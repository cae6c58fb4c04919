// tests/text/languages.test.ts: all languages say everything, and the codes of the port have words.
import type { HostErrorCode } from "../../src/workbook/workbook";
import type { HostTextCode } from "../../src/text/host";
import { hostTextsOf } from "../../src/text/hostTexts";
import { defaultLanguage, type Language, languageAfter, languageOf, languages } from "../../src/text/language";
import { textsOf } from "../../src/text/languages";
import { mappingTextsOf } from "../../src/text/mapping";
import { paneTextsOf } from "../../src/text/pane";
import { sv } from "../../src/text/sv";

/** Compiles only while the port's codes and those that have words are the same. */
const sameCodes: [HostErrorCode] extends [HostTextCode]
  ? [HostTextCode] extends [HostErrorCode]
    ? true
    : never
  : never = true;

function paths(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) => paths(child, `${path}.${key}`));
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

test("all languages have the same words, and each its own", () => {
  for (const language of languages) {
    expect(paths(textsOf(language), "")).toEqual(paths(sv, ""));
    expect(textsOf(language).language).toBe(language);
    expect(hostTextsOf(language)).toBe(textsOf(language).host);
  }
  const all: readonly ((language: Language) => unknown)[] = [textsOf, paneTextsOf, mappingTextsOf, hostTextsOf];
  const own = all.map((of) => new Set<unknown>(languages.map(of)).size);
  expect(own).toEqual(own.map(() => languages.length));
});

test.each([
  ["sv", "sv"],
  ["sv-SE", "sv"],
  ["en-US", "en"],
  ["EN", "en"],
  ["de-DE", defaultLanguage],
  ["", defaultLanguage],
  [undefined, defaultLanguage],
])("%s is read as %s", (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});

test("the button leads through every language", () => {
  let language = defaultLanguage;
  const seen = languages.map(() => (language = languageAfter(language)));
  expect(new Set(seen).size).toBe(languages.length);
  expect(language).toBe(defaultLanguage);
});

test.each(languages.map((language) => [language, textsOf(language)] as const))(
  "%s has no empty word and none that is banned",
  (_, texts) => {
    for (const text of strings(texts)) {
      expect(text.trim()).not.toBe("");
      expect(text).not.toMatch(/signifikant|significant/i);
    }
  },
);

test.each(languages.map((language) => [language, textsOf(language)] as const))(
  "%s says what to do when a host refuses",
  (_, texts) => {
    expect(sameCodes).toBe(true);
    for (const words of Object.values(texts.host)) {
      expect(words("")).toMatch(/^[^()]*(\([^()]+\)[^()]*)?\.$/);
      expect(words("").split(/[.:;,] /).length).toBeGreaterThan(1);
    }
  },
);
