// src/intake/headingList.ts: the headings that stand in a sheet as a message shows them.

/** More are not read by anybody. */
const MOST = 24;

/** `Kostnadsslag · Utfall · Budget`; of a very wide sheet the first ones. */
export function headingList(texts: readonly string[]): string {
  return texts.length <= MOST ? texts.join(" · ") : `${texts.slice(0, MOST).join(" · ")} …`;
}
