// src/report/finalReport/documentModel.ts: a short report as data: headings, paragraphs and tables. Word, HTML and plain text are made from it.
// Every figure is ready text; nothing here is interpreted.

export interface DocumentModel {
  /** As documents name it: `sv-SE`. */
  readonly language: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  /** `note`: small and muted, such as a caveat. */
  | { readonly kind: "paragraph"; readonly text: string; readonly look: "plain" | "note" }
  /** The form's answers, one of them chosen. */
  | { readonly kind: "choices"; readonly choices: readonly { readonly text: string; readonly chosen: boolean }[] }
  | { readonly kind: "table"; readonly table: DocumentTable };

export interface DocumentTable {
  /** What the table holds, for screen readers. */
  readonly caption: string;
  readonly columns: readonly { readonly heading: string; readonly align: "left" | "right" }[];
  /** Cells in the order of the columns; `total`: the last row, in bold. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly total: boolean }[];
}
