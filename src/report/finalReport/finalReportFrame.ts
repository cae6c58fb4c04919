// src/report/finalReport/finalReportFrame.ts: what the parts of the tab Slutrapport share: its columns, its input, headings over a part.
import type { MaterialLimits } from "../../domain/deviation/deviation";
import type { FinalReport } from "../../domain/finalReport/finalReport";
import type { Unit } from "../../domain/money";
import type { Period } from "../../domain/period";
import type { Texts } from "../../text/texts";
import type { OrphanedEdit } from "../../domain/roundTrip/orphanedEdit";
import { type FinalField, type FinalText, finalTextKey } from "../../domain/roundTrip/finalText";
import { exactText, textCell } from "../cells";
import type { SheetDraft } from "../sheetDraft";
import type { Cell, CellContent, NumberFormat, SheetRole } from "../sheetModel";

/** The budget table behind the lines, where one was read. */
export interface FinalReportTable {
  readonly unit: Unit;
  readonly decimals: number;
  readonly sign: "negative" | "positive";
  readonly limits: MaterialLimits;
  /** LinjeNr of line 0 in tblBudget (numbered.ts); null: Underlag is not written, so the lines are values. */
  readonly firstLine: number | null;
}

export interface FinalReportItem {
  readonly role: SheetRole;
  /** The initiative as people call it. */
  readonly name: string;
  /** Null: not known. */
  readonly period: Pick<Period, "from" | "to"> | null;
  readonly report: FinalReport;
  readonly table: FinalReportTable | null;
  /** The sources that the calculation of money back rests its assumptions on, a line each; left out: it assumes nothing with a source. */
  readonly assumed?: readonly string[];
  /** What the lead wrote in it earlier; left out: nothing. */
  readonly kept?: readonly FinalText[];
  /** What stands at the end of the tab already, from still earlier. */
  readonly orphanedEdit?: readonly OrphanedEdit[];
}

/** What the parts of the tab share while it is filled. */
export interface FinalReportFrame {
  readonly draft: SheetDraft;
  readonly item: FinalReportItem;
  readonly texts: Texts;
  readonly amount: NumberFormat;
  readonly today: string;
}

/** What the lead wrote in a place; null: nothing. */
export function writtenIn(
  { kept = [], name }: Pick<FinalReportItem, "kept" | "name">,
  field: FinalField,
  row = "",
): string | number | null {
  const wanted = finalTextKey({ initiative: name, field, row });
  return kept.find((text) => finalTextKey(text) === wanted)?.content ?? null;
}

/** The cell with what the lead wrote in its place, where there is something; a later run finds it again. */
export function writable(item: FinalReportItem, field: FinalField, row: string, cell: Cell): Cell {
  const written = writtenIn(item, field, row);
  const key = finalTextKey({ initiative: item.name, field, row });
  if (written === null) return { ...cell, key };
  const content: CellContent =
    typeof written === "number" ? { kind: "number", number: exactText(written) } : { kind: "text", text: written };
  return { ...cell, key, content, unedited: cell.content };
}

export const FINAL = { item: 0, granted: 1, used: 2, unused: 3, share: 4, explanation: 5, lineKey: 6 } as const;
export const SHARE: NumberFormat = { kind: "percent", decimals: 2 };

export const SHOWN_COLUMNS = 6;

/** Without a table the fields are in kronor; öre are shown only where there are any. */
export function shownIn({ table, report }: FinalReportItem): { readonly unit: Unit; readonly decimals: number } {
  const fields = [
    report.total?.grantedFrom === "field" ? report.total.granted : null,
    report.total?.usedFrom === "field" ? report.total.used : null,
  ];
  const whole = fields.every((field) => field === null || field.isInteger());
  const { unit, decimals } = table ?? { unit: "kr", decimals: 0 };
  // A field that is not whole in the table's unit is shown in kronor, so that nothing of it is rounded away.
  const fits = fields.every(
    (field) => field === null || unit === "kr" || field.div(unit === "tkr" ? 1000 : 1e6).decimalPlaces() <= decimals,
  );
  if (!fits) return { unit: "kr", decimals: whole ? 0 : 2 };
  return { unit, decimals: unit === "kr" && !whole ? 2 : decimals };
}

/** A heading over the part that follows, an empty row above it. */
export function section({ draft }: FinalReportFrame, title: string): void {
  draft.put(draft.next + 1, 0, textCell(title, "group", { span: SHOWN_COLUMNS, align: "left" }));
}

export function headings(
  { draft }: FinalReportFrame,
  row: number,
  texts: readonly (readonly [string, "left" | "right"])[],
): void {
  draft.putRow(
    row,
    0,
    texts.map(([text, align], column) =>
      textCell(text, "heading", { align, wrap: true, ...(align === "left" && column > 0 ? { indent: 1 } : {}) }),
    ),
  );
}
