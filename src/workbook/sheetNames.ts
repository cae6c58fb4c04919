// src/workbook/sheetNames.ts: names that Excel accepts for a tab, and that no other tab has.
import type { SheetRole } from "../report/sheetModel";
import type { SheetName } from "./workbook";

const longest = 31;

/** `name` without what a tab may not be called: no []:*?/\ or control characters, no apostrophe at the ends, 1 to 31 characters. */
export function validSheetName(name: string): string {
  const plain = name
    .replace(/[[\]:*?/\\\p{Cc}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const cut = trimQuotes(cutTo(trimQuotes(plain), longest));
  // Excel keeps this one for itself.
  return cut === "" || cut.toLowerCase() === "history" ? `${cut} 1`.trim() : cut;
}

/** A valid name that is not in `taken` (lower-case names), with the first number from 2 that makes it so. */
export function freeSheetName(name: string, taken: ReadonlySet<string>): string {
  const valid = validSheetName(name);
  if (!taken.has(valid.toLowerCase())) return valid;
  for (let number = 2; ; number++) {
    const suffix = ` ${number}`;
    const candidate = cutTo(valid, longest - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

function trimQuotes(name: string): string {
  return name.replace(/^['\s]+|['\s]+$/g, "");
}

/** Cut to `length` UTF-16 units, as Excel counts, without halving a character. */
function cutTo(name: string, length: number): string {
  let cut = name.slice(0, length);
  if (/[\uD800-\uDBFF]$/.test(cut)) cut = cut.slice(0, -1);
  return cut.trimEnd();
}

/**
 * The names our tabs will have: the present one of an owned tab (`owned`: by role), else the proposed one made valid, with a
 * number after it where one of the `existing` tabs has that name. Excel compares sheet names without regard to case.
 */
export function settledNames(
  proposed: readonly SheetName[],
  existing: readonly string[],
  owned: ReadonlyMap<SheetRole, string>,
): readonly SheetName[] {
  const taken = new Set(existing.map((name) => name.toLowerCase()));
  return proposed.map(({ role, name }) => {
    const settled = owned.get(role) ?? freeSheetName(name, taken);
    taken.add(settled.toLowerCase());
    return { role, name: settled };
  });
}
