// src/report/tabs.ts: results → every tab, in reading order. The one entrance to this folder.
import type { Steps } from "../domain/steps";
import { Run, type RunInput } from "./run";
import type { SheetModel } from "./sheetModel";
import { buildTab, type ProposedTab, tabsIn } from "./tabRegistry";

/** The tabs there will be and what they would like to be called, in the order of `buildTabs`. Names are unique and allowed in Excel. */
export function proposedTabs(input: RunInput): readonly ProposedTab[] {
  const taken = new Set<string>();
  return tabsIn(new Run(input, buildTab)).map(({ role, name }) => ({ role, name: uniqueName(name, taken) }));
}

/** Every tab, with a stop before each that takes its time. */
export function* buildTabs(input: RunInput): Steps<readonly SheetModel[]> {
  const run = new Run(input, buildTab);
  const { followed } = run;
  for (const [done, { role }] of followed.entries()) {
    yield { done, of: followed.length + 1 };
    run.deviation(role);
  }
  yield { done: followed.length, of: followed.length + 1 };
  const sheets: SheetModel[] = [];
  for (const { role } of tabsIn(run)) {
    sheets.push(run.sheet(role));
    yield;
  }
  return sheets;
}

/** Excel's longest sheet name. */
const LONGEST_NAME = 31;

/** Without the characters Excel forbids, at most 31 long, and unlike the others (Excel ignores case). */
function uniqueName(wanted: string, taken: Set<string>): string {
  const allowed = wanted
    .replace(/[[\]:*?/\\\p{Cc}]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim();
  // Cut between characters, never inside one; Excel counts UTF-16 units and takes no apostrophe at the end.
  let base = "";
  for (const character of allowed) if (base.length + character.length <= LONGEST_NAME) base += character;
  base = base.replace(/[' ]+$/g, "");
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const suffix = ` ${number}`;
    name = base.slice(0, LONGEST_NAME - suffix.length).trimEnd() + suffix;
  }
  taken.add(name.toLowerCase());
  return name;
}
