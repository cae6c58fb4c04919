// src/domain/roundTrip/headText.ts: what people fill in in the head of the tabs: the same on all of them.

/** Null: nobody has filled it in. */
export interface HeadText {
  readonly drawnUpBy: string | null;
  readonly version: string | null;
}

export type HeadField = keyof HeadText;

export const noHeadText: HeadText = { drawnUpBy: null, version: null };

/** By what the cell is found again, in whatever language. */
export function headKey(field: HeadField): string {
  return `huvud\n${field}`;
}
