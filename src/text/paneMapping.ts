// src/text/paneMapping.ts: what the pane says of how tables were read, and of correcting that.
export interface MappingTexts {
  /** By kind of table, and of the facts (`initiative`). A test sees that every kind of the registry has its words. */
  readonly kinds: Readonly<Record<string, string>>;
  /** By kind of table, then by column. */
  readonly roles: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly rowCount: (used: number, setAside: number) => string;
  readonly corrected: string;
  readonly leftOut: string;
  readonly otherTables: string;
  readonly change: string;
  readonly saved: { readonly excel: string; readonly browser: string };
  readonly use: string;
  readonly ignore: string;
  readonly headerRow: string;
  readonly headerRowNote: string;
  readonly headerRowWrong: (rows: number) => string;
  readonly columns: string;
  /** `C`, or `C, E, G` where several columns have one heading. */
  readonly column: (letters: string, heading: string) => string;
  readonly noHeading: string;
  readonly examples: (values: string) => string;
  readonly notUsed: string;
  readonly apart: string;
  readonly period: string;
  readonly periodNote: string;
  readonly periodWrong: string;
  readonly rows: string;
  /** Of tables that are no budgets. */
  readonly namedRows: string;
  readonly rowsNote: string;
  readonly is: { readonly line: string; readonly row: string; readonly total: string };
  readonly reset: string;
  readonly forget: string;
  /** Of so many tables and so many answers to questions; not both are 0. */
  readonly forgetNote: (tables: number, answers: number) => string;
  readonly forgetAsk: string;
  readonly forgetYes: string;
  readonly forgetNo: string;
  readonly missing: string;
  readonly missingLead: string;
  readonly listed: string;
  readonly refusedLead: string;
  readonly sheet: string;
  readonly setAside: (count: number) => string;
  readonly setAsideMore: (count: number) => string;
}
