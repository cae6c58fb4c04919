// src/report/deviation/numbered.ts: the integer keys that the tabs' formulas match on: LinjeNr and PeriodNr, global over all initiatives.
import type { InitiativeFacts } from "../../domain/deviation/budget";
import type { FollowUp } from "../../domain/deviation/followUp";
import type { Remarks } from "../../domain/deviation/remarks";
import type { SheetRole } from "../sheetModel";
import type { Texts } from "../../text/texts";

export interface Numbered {
  readonly followUp: FollowUp;
  readonly facts: InitiativeFacts | null;
  readonly kept: Remarks | null;
  readonly role: SheetRole;
  /** The initiative as people call it. */
  readonly name: string;
  /** LinjeNr of line 0; the lines follow without gaps. */
  readonly firstLine: number;
  /** PeriodNr of period 0. */
  readonly firstPeriod: number;
}

/** Line and period numbers run on from one initiative to the next, so that a number alone says which initiative it is. */
export function numbered(
  followUps: readonly FollowUp[],
  facts: readonly (InitiativeFacts | null)[],
  kept: readonly (Remarks | null)[],
  texts: Texts,
): readonly Numbered[] {
  let firstLine = 1;
  let firstPeriod = 1;
  return followUps.map((followUp, index) => {
    const own = facts[index] ?? null;
    const item: Numbered = {
      followUp,
      facts: own,
      kept: kept[index] ?? null,
      role: index === 0 ? "avvikelse" : `avvikelse:${index + 1}`,
      name: initiativeName(followUp, own, texts),
      firstLine,
      firstPeriod,
    };
    firstLine += followUp.table.lines.length;
    firstPeriod += followUp.table.periods.length;
    return item;
  });
}

/** The name in the source, else the sheet's. */
export function initiativeName(followUp: FollowUp, facts: InitiativeFacts | null, texts: Texts): string {
  const { initiative, sheet } = followUp.table;
  const name = (initiative ?? facts?.name ?? sheet).trim();
  return name === "" ? texts.tabs.head.unnamed : name;
}
