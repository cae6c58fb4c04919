// src/text/host.ts: why Excel or a file refused: what happened and what to do. The codes are those of the workbook port.

/** The port's own codes; text may not import the port, and the compiler compares the two where a code is looked up. */
export type HostTextCode =
  | "not-a-workbook"
  | "encrypted-workbook"
  | "legacy-xls"
  | "damaged-workbook"
  | "not-a-ledger"
  | "not-a-table"
  | "cell-edit-mode"
  | "sheet-protected"
  | "workbook-protected"
  | "payload-too-large"
  | "sheet-missing"
  | "sheet-hidden"
  | "not-supported"
  | "half-written"
  | "unexpected";

/** `detail` is technical and may be empty. */
export type HostTexts = Readonly<Record<HostTextCode, (detail: string) => string>>;

/** What a half-written workbook is like: tabs with their figures and texts back, with values only, lost, and unknown. */
export interface HalfWritten {
  readonly reason: string;
  readonly restored: string;
  readonly values: string;
  readonly lost: string;
  readonly unknown: string;
}

/** `GeneralException; restored without looks: Avvikelse; not restored: Underlag`, as the adapter says it. */
export function halfWritten(detail: string): HalfWritten {
  const [reason = "", ...parts] = detail.split("; ");
  const of = (label: string): string =>
    parts.find((part) => part.startsWith(`${label}: `))?.slice(label.length + 2) ?? "";
  return {
    reason,
    restored: of("restored without looks"),
    values: of("restored as values"),
    lost: of("not restored"),
    unknown: of("not put right"),
  };
}

/** The detail in brackets after a sentence, or nothing. */
export function inBrackets(detail: string): string {
  return detail === "" ? "" : ` (${detail})`;
}
