// src/text/paneWork.ts: what the pane says of work under way, of a source that has changed, and of what it lacks to work at all.

/** Why the page works on files although it was opened to work in Excel. */
export type WithoutExcel = "excel-too-old" | "office-not-loaded" | "office-silent";

export interface WorkTexts {
  readonly cancel: string;
  readonly cancelled: string;
  /** Said where work can no longer be given up. */
  readonly committed: string;
  readonly done: (percent: number) => string;
  /** Something needed could not be fetched. */
  readonly notLoaded: string;
  readonly again: string;
  /** An earlier writing stopped half-way. */
  readonly unfinished: { readonly heading: string; readonly text: string };
  readonly withoutExcel: Readonly<Record<WithoutExcel, { readonly heading: string; readonly text: string }>>;
  readonly changed: ChangedTexts;
}

/** The source was changed after it was read. */
export interface ChangedTexts {
  readonly heading: string;
  /** How many places, where there is more than can be listed. */
  readonly places: (count: number) => string;
  readonly show: string;
  readonly more: (count: number) => string;
  readonly fromTo: (before: string, after: string) => string;
  readonly moved: string;
  readonly times: (count: number) => string;
  readonly added: string;
  readonly deleted: string;
  readonly update: string;
  readonly note: string;
}
