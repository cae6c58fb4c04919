// tests/text/languages.test.ts: both languages say everything, and the codes of the port have words.
import type { HostErrorCode } from "../../src/workbook/workbook";
import type { HostTextCode } from "../../src/text/host";
import { textsOf } from "../../src/text/languages";
import { en } from "../../src/text/en";
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

test("both languages have the same words", () => {
  expect(paths(en, "")).toEqual(paths(sv, ""));
  expect([textsOf("sv"), textsOf("en")]).toEqual([sv, en]);
});

test.each([
  ["sv", sv],
  ["en", en],
] as const)("%s has no empty word and none that is banned", (_, texts) => {
  for (const text of strings(texts)) {
    expect(text.trim()).not.toBe("");
    expect(text).not.toMatch(/signifikant|significant/i);
  }
});

test.each([
  ["sv", sv],
  ["en", en],
] as const)("%s says what to do when a host refuses", (_, texts) => {
  expect(sameCodes).toBe(true);
  for (const words of Object.values(texts.host)) {
    expect(words("")).toMatch(/^[^()]*(\([^()]+\)[^()]*)?\.$/);
    expect(words("").split(/[.:;,] /).length).toBeGreaterThan(1);
  }
});
