// tests/host/happenings.ts: what happens in a workbook that listeners are told of, and how Excel words and numbers it for the client.
// Free of Node.
import type { ApiSet } from "./classes";
import { formatArea } from "./a1";
import type { Scalar } from "./coercion";
import { type Place, type SheetData, overlapping } from "./sheetModel";
import type { TableData, WorkbookData } from "./workbookModel";

/** How cells came to change, in Excel's words (`Excel.DataChangeType`). */
export type ChangeType =
  "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";

export type Shift = "None" | "ShiftCellLeft" | "ShiftCellUp" | "ShiftCellRight" | "ShiftCellDown";

/** What a single cell held before and after; several cells have no such details. */
export interface CellChange {
  readonly valueBefore: Scalar;
  readonly valueAfter: Scalar;
  readonly valueTypeBefore: string;
  readonly valueTypeAfter: string;
}

export type Happening =
  | {
      readonly kind: "changed";
      readonly place: Place;
      readonly changeType: ChangeType;
      readonly shift: Shift;
      readonly details: CellChange | null;
    }
  | { readonly kind: "selectionChanged"; readonly sheet: SheetData; readonly address: string }
  | {
      readonly kind: "activated" | "deactivated" | "added" | "deleted" | "calculated";
      readonly sheet: SheetData;
    }
  | { readonly kind: "tableAdded" | "tableDeleted"; readonly table: TableData }
  | { readonly kind: "chartAdded" | "chartDeleted"; readonly sheet: SheetData; readonly chartId: string };

/** Excel's own numbers for events. */
export const eventTypes = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  chartAdded: 50,
  chartDeleted: 53,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

export type EventKind = keyof typeof eventTypes;

/** The target of what is listened to on a collection of the whole workbook. */
export const wholeWorkbook = "Workbook";

/** One notice to one kind of listener: `targets` are the ids it may have asked under. */
export interface Notice {
  readonly event: EventKind;
  readonly targets: readonly string[];
  readonly message: Readonly<Record<string, unknown>>;
}

interface Origin {
  /** Whether the add-in did it itself; else a person did. */
  readonly own: boolean;
  readonly apiSet: ApiSet;
  /** Keeps the range of an event for `event.getRange`, and gives its id. */
  readonly keep: (place: Place) => string;
}

/** The notices that Excel sends of one happening. The trigger's source is told since ExcelApi 1.14 only. */
export function noticesOf(happening: Happening, workbook: WorkbookData, origin: Origin): Notice[] {
  const by = {
    source: "Local",
    ...(origin.apiSet >= 14 ? { triggerSource: origin.own ? "ThisLocalAddin" : "Unknown" } : {}),
  };
  switch (happening.kind) {
    case "changed":
      return changeNotices(happening, workbook, origin, by);
    case "selectionChanged":
      return selectionNotices(happening, workbook);
    case "tableAdded":
    case "tableDeleted": {
      const sheetId = happening.table.place.sheet.id;
      const message = { ...by, tableId: happening.table.id, tableName: happening.table.name, worksheetId: sheetId };
      return [{ event: happening.kind, targets: [sheetId, wholeWorkbook], message }];
    }
    case "chartAdded":
    case "chartDeleted": {
      const { id } = happening.sheet;
      return [
        { event: happening.kind, targets: [id], message: { ...by, chartId: happening.chartId, worksheetId: id } },
      ];
    }
    default: {
      const { id } = happening.sheet;
      const message = happening.kind === "added" || happening.kind === "deleted" ? by : {};
      return [{ event: happening.kind, targets: [id, wholeWorkbook], message: { ...message, worksheetId: id } }];
    }
  }
}

function changeNotices(
  { place, changeType, shift, details }: Extract<Happening, { kind: "changed" }>,
  workbook: WorkbookData,
  origin: Origin,
  by: Readonly<Record<string, unknown>>,
): Notice[] {
  const worksheetId = place.sheet.id;
  const message = {
    ...by,
    address: formatArea(place.rect),
    changeType,
    worksheetId,
    ...(origin.apiSet >= 14 ? { shiftDirection: shift } : { shiftDirection: "None" }),
    ...(origin.apiSet >= 8 ? { referenceId: origin.keep(place) } : {}),
    ...(origin.apiSet >= 9 ? details : {}),
  };
  const tables = workbook.tables.filter((table) => overlapping(table.place, place));
  return [
    { event: "changed", targets: [worksheetId, wholeWorkbook], message },
    ...tables.map(({ id }): Notice => ({
      event: "tableChanged",
      targets: [id, worksheetId, wholeWorkbook],
      message: { ...message, tableId: id },
    })),
  ];
}

/** A table is told of a selection only when it lies on the sheet; outside the table the address is empty. */
function selectionNotices(
  { sheet, address }: Extract<Happening, { kind: "selectionChanged" }>,
  workbook: WorkbookData,
): Notice[] {
  const places = sheet.selection.map((rect): Place => ({ sheet, rect }));
  return [
    { event: "selectionChanged", targets: [sheet.id, wholeWorkbook], message: { address, worksheetId: sheet.id } },
    ...workbook.tables
      .filter((table) => table.place.sheet === sheet)
      .map((table): Notice => {
        const inside = places.some((place) => overlapping(place, table.place));
        return {
          event: "tableSelectionChanged",
          targets: [table.id],
          message: { address: inside ? address : "", worksheetId: sheet.id },
        };
      }),
  ];
}
