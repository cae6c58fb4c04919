// src/text/paneBoard.ts: what the pane says of the board: whether the follow-up is ready, what has changed since a snapshot, which tabs to write.
import type { TabGroupName } from "../domain/tabGroup";

export interface BoardPaneTexts {
  readonly ready: {
    readonly heading: string;
    readonly yes: string;
    readonly nothingMarked: string;
    readonly no: (count: number) => string;
    readonly lacks: { readonly both: string; readonly cause: string; readonly action: string };
    readonly note: string;
  };
  readonly copy: {
    readonly heading: string;
    readonly lead: string;
    readonly save: string;
    readonly saved: (name: string) => string;
    readonly fileName: (base: string, date: string) => string;
  };
  readonly comparison: {
    readonly heading: (date: string, version: string) => string;
    readonly choose: string;
    readonly option: (date: string, version: string) => string;
    readonly then: string;
    readonly now: string;
    readonly change: string;
    readonly isNew: string;
    readonly isGone: string;
    readonly note: (unit: string) => string;
    readonly notThere: string;
  };
  readonly tabs: {
    readonly heading: string;
    readonly groups: Readonly<Record<TabGroupName, { readonly name: string; readonly tabs: string }>>;
    readonly held: string;
    readonly needed: string;
    readonly snapshot: string;
    readonly snapshotNote: string;
    readonly version: string;
    readonly versionWrong: string;
    readonly saved: (sheet: string) => string;
  };
}
