// src/report/annual/annualReportTab.ts: the tab Årsredovisning: appropriations, members' contributions, equity and requisitions, to copy from.
import { type AnnualReport, annualReportOf } from "../../domain/deviation/annualReport";
import { hasIncome } from "../../domain/deviation/lineKind";
import { signNoteOf } from "../../text/kinds";
import type { Texts } from "../../text/texts";
import type { Numbered } from "../deviation/numbered";
import { UnderlagSums } from "../deviation/underlagSums";
import { SheetDraft } from "../sheetDraft";
import type { SheetModel, SheetRole } from "../sheetModel";
import { type HeadFacts, headFacts } from "../tabHead";
import { type AnnualFrame, COLUMN, plan } from "./annualFrame";
import { putAppropriations } from "./appropriations";
import { putEquity, putMembers } from "./membersAndEquity";
import { putRequisitions } from "./requisitionRows";

/** A follow-up that has something for an annual report, with its tab's role. */
export interface AnnualItem {
  readonly item: Numbered;
  readonly annual: AnnualReport;
  readonly role: SheetRole;
}

export function annualItems(items: readonly Numbered[]): readonly AnnualItem[] {
  return items
    .flatMap((item) => {
      const annual = annualReportOf(item.followUp);
      return annual === null ? [] : [{ item, annual }];
    })
    .map((each, at) => ({ ...each, role: at === 0 ? "arsredovisning" : `arsredovisning:${at + 1}` }));
}

export function annualReportTab(
  { item, annual, role }: AnnualItem,
  head: HeadFacts,
  name: string,
  texts: Texts,
): SheetModel {
  const draft = new SheetDraft(plan, texts.language);
  const { table } = item.followUp;
  const words = texts.annual;
  headFacts(draft, words.title, head, texts, {
    label: COLUMN.name,
    value: COLUMN.first,
    secondLabel: COLUMN.third,
    secondValue: COLUMN.fifth,
    secondTop: 1,
  });
  const frame: AnnualFrame = {
    draft,
    texts,
    item,
    annual,
    sums: new UnderlagSums(item, texts.tabs.source, "0"),
    amount: { kind: "amount", unit: table.unit, decimals: table.decimals },
  };
  draft.putText(draft.next, COLUMN.name, words.note);
  draft.putText(draft.next, COLUMN.name, signNoteOf(table, texts));
  const result = putAppropriations(frame);
  if (hasIncome(table)) putMembers(frame);
  putEquity(frame, result);
  putRequisitions(frame);
  return draft.sheet(role, name, { frozen: { rows: 4, columns: 1 }, printTitleRows: null });
}
