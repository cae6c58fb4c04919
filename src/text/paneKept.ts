// src/text/paneKept.ts: what the pane says of people's own values and texts, and of what writing will change. Words in paneKept.sv.ts and .en.ts.
import type { OrphanReason } from "../domain/roundTrip/orphanedEdit";

export interface KeptPaneTexts {
  /** Own values on Antaganden. */
  readonly own: {
    readonly heading: (count: number) => string;
    readonly note: string;
    readonly instead: (value: string, before: string) => string;
    readonly takeBack: string;
    /** For screen readers: which one. */
    readonly takeBackOf: (what: string) => string;
    readonly takeBackAll: string;
    readonly takenBack: string;
    readonly undo: string;
  };
  readonly changes: {
    readonly heading: string;
    /** Beside the button that writes. */
    readonly short: (figures: number, overwritten: number) => string;
    readonly show: string;
    readonly none: string;
    readonly lead: string;
    readonly kinds: {
      readonly new: string;
      readonly same: string;
      readonly removed: string;
      readonly figures: (count: number) => string;
      readonly added: (rows: string) => string;
      readonly gone: (rows: string) => string;
    };
    readonly others: (names: string) => string;
    readonly change: (before: string, after: string) => string;
    readonly empty: string;
    readonly more: (count: number) => string;
    readonly overwritten: string;
    readonly overwrittenNote: string;
    readonly reasons: Readonly<Record<OrphanReason, string>>;
  };
  readonly head: { readonly heading: string; readonly note: string };
}
