// src/report/explain/underlagHeadings.ts: what the columns of the source tabs are for: which tell a row apart, which number stands for which name.
import type { Texts } from "../../text/texts";

export interface UnderlagHeadings {
  /** Columns that tell a row apart, in reading order. */
  readonly labels: readonly string[];
  /** The name's column by the number's: `LinjeNr` stands for `Kostnadsslag`. */
  readonly names: ReadonlyMap<string, string>;
  readonly origin: string;
}

/** The headings in the language of the tabs. */
export function sourceHeadingsOf({
  tabs: { source },
  returnTabs: { contributions, participants },
}: Texts): UnderlagHeadings {
  return {
    labels: [
      source.initiative,
      participants.participant,
      source.costLine,
      source.account,
      source.party,
      source.period,
      contributions.year,
    ],
    names: new Map([
      [source.lineNumber, source.costLine],
      [source.periodNumber, source.period],
      [contributions.partyNumber, contributions.party],
      [participants.number, participants.participant],
    ]),
    origin: source.origin,
  };
}
