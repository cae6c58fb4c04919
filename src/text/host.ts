// src/text/host.ts: why Excel or a file refused: what happened and what to do. The codes are those of the workbook port.

/** The port's own codes; text may not import the port, and the compiler compares the two where a code is looked up. */
export type HostTextCode =
  | "not-a-workbook"
  | "encrypted-workbook"
  | "legacy-xls"
  | "damaged-workbook"
  | "cell-edit-mode"
  | "sheet-protected"
  | "workbook-protected"
  | "payload-too-large"
  | "sheet-missing"
  | "not-supported"
  | "half-written"
  | "unexpected";

/** `detail` is technical and may be empty. */
export type HostTexts = Readonly<Record<HostTextCode, (detail: string) => string>>;

/** The detail in brackets after a sentence, or nothing. */
export function inBrackets(detail: string): string {
  return detail === "" ? "" : ` (${detail})`;
}
