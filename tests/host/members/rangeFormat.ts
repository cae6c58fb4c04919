// tests/host/members/rangeFormat.ts: RangeFormat with fill and font, widths and heights.
import { type Rect, columnsOf, isEntireColumn, isEntireRow, rowsOf } from "../a1";
import { type ClassTable, classTable, type Property, Ref, booleanOf, numberOf, oneOf, textOf } from "../classes";
import { invalidArgument } from "../fault";
import { type SheetData, sheetOf } from "../sheetModel";
import { bordersClass } from "./border";
import { type FormatTarget, apply, colourOf, shared } from "./cellLooks";

function look(
  since: number,
  key: string,
  initial: unknown,
  check: (value: unknown) => unknown,
): Property<FormatTarget> {
  return {
    since,
    get: (self) => shared(self, key, initial),
    set: (self, value) => {
      const checked = check(value);
      apply(self, (looks) => ({ ...looks, [key]: checked }));
    },
  };
}

const fillClass: ClassTable<FormatTarget> = classTable({
  name: "RangeFill",
  properties: { Color: look(1, "fill/color", "", colourOf) },
  links: {},
  methods: {
    Clear: {
      since: 1,
      call: (self) => {
        apply(self, (looks) => ({ ...looks, "fill/color": "" }));
      },
    },
  },
});

const fontClass: ClassTable<FormatTarget> = classTable({
  name: "RangeFont",
  properties: {
    Bold: look(1, "font/bold", false, booleanOf),
    Italic: look(1, "font/italic", false, booleanOf),
    Color: look(1, "font/color", "#000000", colourOf),
    Name: look(1, "font/name", "Calibri", textOf),
    Size: look(1, "font/size", 11, numberOf),
    Underline: look(1, "font/underline", "None", (value) =>
      oneOf(["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const, value),
    ),
    Strikethrough: look(9, "font/strikethrough", false, booleanOf),
    Subscript: look(9, "font/subscript", false, booleanOf),
    Superscript: look(9, "font/superscript", false, booleanOf),
  },
  links: {},
  methods: {},
});

/** Of use once the sheet is protected; the host's protection covers every cell. */
const formatProtectionClass: ClassTable<FormatTarget> = classTable({
  name: "FormatProtection",
  properties: {
    Locked: look(2, "protection/locked", true, booleanOf),
    FormulaHidden: look(2, "protection/formulaHidden", false, booleanOf),
  },
  links: {},
  methods: {},
});

const horizontal = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
] as const;
const vertical = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;
const standardWidth = 48;
const standardHeight = 15;

function sizes(target: FormatTarget, of: (sheet: SheetData, rect: Rect) => number[]): number | null {
  const seen = new Set(target.places.flatMap((place) => of(sheetOf(place), place.rect)));
  return seen.size === 1 ? ([...seen][0] ?? null) : null;
}

export const rangeFormatClass: ClassTable<FormatTarget> = classTable({
  name: "RangeFormat",
  properties: {
    HorizontalAlignment: look(1, "horizontalAlignment", "General", (value) => oneOf(horizontal, value)),
    VerticalAlignment: look(1, "verticalAlignment", "Bottom", (value) => oneOf(vertical, value)),
    WrapText: look(1, "wrapText", false, booleanOf),
    ShrinkToFit: look(9, "shrinkToFit", false, booleanOf),
    ReadingOrder: look(9, "readingOrder", "Context", (value) =>
      oneOf(["Context", "LeftToRight", "RightToLeft"] as const, value),
    ),
    /** Degrees; 180 sets the letters under each other. */
    TextOrientation: look(7, "textOrientation", 0, (value) => {
      const degrees = numberOf(value);
      if ((degrees < -90 || degrees > 90) && degrees !== 180) throw invalidArgument(`orientation ${degrees}`);
      return degrees;
    }),
    IndentLevel: look(9, "indentLevel", 0, (value) => {
      const level = numberOf(value);
      if (level < 0 || level > 250) throw invalidArgument(`indent ${level}`);
      return level;
    }),
    ColumnWidth: {
      since: 2,
      get: (self) =>
        sizes(self, (sheet, rect) =>
          Array.from(
            { length: Math.min(columnsOf(rect), 1000) },
            (_, i) => sheet.columnWidths.get(rect.left + i) ?? standardWidth,
          ),
        ),
      set: (self, value) => {
        setWidths(self, numberOf(value));
      },
    },
    RowHeight: {
      since: 2,
      get: (self) =>
        sizes(self, (sheet, rect) =>
          Array.from(
            { length: Math.min(rowsOf(rect), 1000) },
            (_, i) => sheet.rowHeights.get(rect.top + i) ?? standardHeight,
          ),
        ),
      set: (self, value) => {
        setHeights(self, numberOf(value));
      },
    },
    UseStandardWidth: {
      since: 7,
      get: (self) =>
        self.places.every(
          ({ sheet, rect }) =>
            ![...sheet.columnWidths.keys()].some((column) => column >= rect.left && column <= rect.right),
        ),
      set: (self, value) => {
        if (!booleanOf(value)) throw invalidArgument("useStandardWidth takes true only");
        for (const { sheet, rect } of self.places) {
          sheet.refuseIfProtected();
          for (const column of [...sheet.columnWidths.keys()])
            if (column >= rect.left && column <= rect.right) sheet.columnWidths.delete(column);
        }
      },
    },
    UseStandardHeight: {
      since: 7,
      get: (self) =>
        self.places.every(
          ({ sheet, rect }) => ![...sheet.rowHeights.keys()].some((row) => row >= rect.top && row <= rect.bottom),
        ),
      set: (self, value) => {
        if (!booleanOf(value)) throw invalidArgument("useStandardHeight takes true only");
        for (const { sheet, rect } of self.places) {
          sheet.refuseIfProtected();
          for (const row of [...sheet.rowHeights.keys()])
            if (row >= rect.top && row <= rect.bottom) sheet.rowHeights.delete(row);
        }
      },
    },
  },
  links: {
    Protection: { since: 2, to: (self) => Ref.to(formatProtectionClass, self) },
    Fill: { since: 1, to: (self) => Ref.to(fillClass, self) },
    Font: { since: 1, to: (self) => Ref.to(fontClass, self) },
    Borders: { since: 1, to: (self) => Ref.to(bordersClass, self) },
  },
  methods: {
    AutofitColumns: {
      since: 2,
      call: (self) => {
        self.places.forEach((place) => {
          sheetOf(place).refuseIfProtected();
        });
      },
    },
    AutofitRows: {
      since: 2,
      call: (self) => {
        for (const place of self.places) {
          sheetOf(place).refuseIfProtected();
          for (const row of [...place.sheet.rowHeights.keys()]) {
            if (row >= place.rect.top && row <= place.rect.bottom) place.sheet.rowHeights.delete(row);
          }
        }
      },
    },
  },
});

/** Points; Excel takes at most 255 characters' width and 409 points' height. */
function setWidths(target: FormatTarget, points: number): void {
  if (points < 0 || points > 255 * 7.5) throw invalidArgument(`column width ${points}`);
  for (const { sheet, rect } of target.places) {
    sheet.refuseIfProtected();
    if (isEntireRow(rect)) sheet.columnWidths.clear();
    else for (let column = rect.left; column <= rect.right; column++) sheet.columnWidths.set(column, points);
  }
}

function setHeights(target: FormatTarget, points: number): void {
  if (points < 0 || points > 409) throw invalidArgument(`row height ${points}`);
  for (const { sheet, rect } of target.places) {
    sheet.refuseIfProtected();
    if (isEntireColumn(rect)) sheet.rowHeights.clear();
    else for (let row = rect.top; row <= rect.bottom; row++) sheet.rowHeights.set(row, points);
  }
}
