// src/report/tabs.ts: results → every tab, in reading order. The one entrance to this folder.
import type { InitiativeFacts } from "../domain/deviation/budget";
import type { FollowUp } from "../domain/deviation/followUp";
import type { Kept } from "../domain/deviation/kept";
import type { Problem } from "../domain/problem";
import type { Texts } from "../text/texts";
import { controlsTab } from "./controlsTab";
import { deviationTab } from "./deviation/deviationTab";
import { type Numbered, numbered } from "./deviation/numbered";
import type { SheetModel, SheetRole } from "./sheetModel";
import { headFactsOf } from "./tabHead";
import { overviewTab } from "./deviation/overviewTab";
import { sourceTab } from "./deviation/underlag";

export interface ReportInput {
  readonly followUps: readonly FollowUp[];
  /** Per follow-up. */
  readonly facts: readonly (InitiativeFacts | null)[];
  readonly problems: readonly Problem[];
  readonly rows: { readonly seen: number; readonly used: number; readonly setAside: number };
  readonly setAside: readonly { readonly sheet: string; readonly cell: string | null; readonly reason: string }[];
  /** Per follow-up: what people wrote in the tab earlier. */
  readonly kept: readonly (Kept | null)[];
  /** ISO date. */
  readonly today: string;
  readonly drawnUpBy: string | null;
  /** The names that the tabs have or will get; formulas between tabs use them. */
  readonly names: (role: SheetRole) => string;
  readonly texts: Texts;
}

/** The tabs there will be and what they would like to be called, in the order of `buildTabs`. Names are unique and allowed in Excel. */
export function proposedNames(
  input: Omit<ReportInput, "names">,
): readonly { readonly role: SheetRole; readonly name: string }[] {
  const { names } = input.texts.tabs;
  const items = numberedOf(input);
  const several = items.length > 1;
  const taken = new Set<string>();
  const proposed = [
    ...(several ? [{ role: "oversikt" as const, name: names.overview }] : []),
    ...items.map(({ role, name }) => ({ role, name: several ? `${names.deviation} ${name}` : names.deviation })),
    ...(items.length > 0 ? [{ role: "underlag" as const, name: names.source }] : []),
    { role: "kontroller" as const, name: names.controls },
  ];
  return proposed.map(({ role, name }) => ({ role, name: uniqueName(name, taken) }));
}

/** Every tab: an overview where there are several initiatives, one deviation tab each, the source data, the checks. */
export function buildTabs(input: ReportInput): readonly SheetModel[] {
  const { texts, names } = input;
  const items = numberedOf(input);
  const head = (of: readonly Numbered[]) => headFactsOf(of, input, texts);
  const deviations = items.map((item) => deviationTab(item, head([item]), names(item.role), texts));
  return [
    ...(items.length > 1 ? [overviewTab(deviations, head(items), names("oversikt"), texts)] : []),
    ...deviations.map(({ sheet }) => sheet),
    ...(items.length > 0 ? [sourceTab(items, head(items), names("underlag"), texts)] : []),
    controlsTab({ ...input, head: head(items), items, deviations }, names("kontroller")),
  ];
}

function numberedOf({ followUps, facts, kept, texts }: Omit<ReportInput, "names">): readonly Numbered[] {
  return numbered(followUps, facts, kept, texts);
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
