// src/report/return/returnHead.ts: the head of the tabs on money back, and the list of those who are not in the calculation.
import type { ReturnFrame } from "./returnFrame";
import { linkCell, textCell } from "../cells";
import type { SheetDraft } from "../sheetDraft";
import { type HeadColumns, headFacts } from "../tabHead";

export type ReturnTab = keyof ReturnFrame["words"]["titles"];

/** Title and facts; returns the first free row. */
export function returnHead(
  draft: SheetDraft,
  { input, words }: ReturnFrame,
  tab: ReturnTab,
  columns: HeadColumns,
): number {
  const { initiative, period, drawnUpBy, version = null, today, texts } = input;
  const name = initiative.trim() === "" ? texts.tabs.head.unnamed : initiative;
  return (
    headFacts(
      draft,
      words.titles[tab],
      { initiative: name, period, unit: words.kronor, drawnUpBy, version, today },
      texts,
      columns,
    ) - 1
  );
}

/** Participants that are not in the calculation, each with its reason and where it stands. */
export function putSetAside(draft: SheetDraft, { input, basis, words }: ReturnFrame, width: number): void {
  if (basis.setAside.length === 0) return;
  draft.put(
    draft.next + 1,
    0,
    textCell(`${words.setAsideHeading}: ${basis.setAside.length}`, "group", { span: width, align: "left" }),
  );
  for (const { index, reason, text } of basis.setAside) {
    const row = draft.next;
    const origin = input.origins.participants[index];
    const why = text === null ? words.reasons[reason] : `${words.reasons[reason]}: ${text}`;
    draft.put(row, 1, textCell(basis.input.participants[index]?.id ?? "", "plain"));
    draft.put(row, 2, origin === undefined ? textCell("", "plain") : linkCell(origin));
    draft.put(row, 3, textCell(why, "plain", { span: width - 3 }));
  }
}
