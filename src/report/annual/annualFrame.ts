// src/report/annual/annualFrame.ts: what the parts of the tab Årsredovisning share: columns, headings, and sums over Underlag by line.
import type { AnnualReport } from "../../domain/deviation/annualReport";
import type { Texts } from "../../text/texts";
import { at, numberCell, textCell } from "../cells";
import type { Numbered } from "../deviation/numbered";
import type { UnderlagSums } from "../deviation/underlagSums";
import { versionColumnOf } from "../deviation/underlag";
import type { ColumnPlan, SheetDraft } from "../sheetDraft";
import type { NumberFormat } from "../sheetModel";

export interface AnnualFrame {
  readonly draft: SheetDraft;
  readonly texts: Texts;
  readonly item: Numbered;
  readonly annual: AnnualReport;
  readonly sums: UnderlagSums;
  readonly amount: NumberFormat;
}

/** A name and six figures; the last one, hidden, holds the line's number. */
export const COLUMN = { name: 0, first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, lineKey: 7 } as const;
export const SHOWN = COLUMN.lineKey;

const figure: ColumnPlan = { least: 14, most: 18 };
export const plan: readonly ColumnPlan[] = [
  { least: 40, most: 48 },
  ...Array.from({ length: 6 }, () => figure),
  { least: 9, most: 9, hidden: true },
];

export const PERCENT: NumberFormat = { kind: "percent", decimals: 1 };

/** A heading over a part, and its columns' under it. */
export function partHeading({ draft }: AnnualFrame, title: string, columns: readonly string[]): void {
  draft.put(draft.next + 1, COLUMN.name, textCell(title, "group", { span: SHOWN, align: "left" }));
  draft.putRow(
    draft.next,
    COLUMN.name,
    columns.map((text, place) => textCell(text, "heading", place === 0 ? {} : { align: "right", wrap: true })),
  );
}

/** The line's name and, hidden, its number; returns the address of the number. */
export function putLineName({ draft, item }: AnnualFrame, row: number, line: number): string {
  const name = item.followUp.table.lines[line] ?? "";
  draft.put(row, COLUMN.name, textCell(name, "plain", { wrap: true, indent: 1 }));
  draft.put(row, COLUMN.lineKey, numberCell(item.firstLine + line, { kind: "integer" }));
  return `$${at(row, COLUMN.lineKey)}`;
}

/** The column of Underlag with one of the table's versions. */
export function versionColumn({ item, texts }: AnnualFrame, version: number): string {
  return versionColumnOf(item.followUp.table.versions, version, texts);
}
