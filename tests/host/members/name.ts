// tests/host/members/name.ts: defined names of the workbook and of sheets.
import { formatArea, parseArea, quoteSheet, splitSheet } from "../a1";
import { type ClassTable, classTable, Ref, type World, booleanOf, textOf } from "../classes";
import { invalidArgument, itemNotFound } from "../fault";
import { sameName } from "../namingRules";
import type { Place, SheetData } from "../sheetModel";
import type { NameData, WorkbookData } from "../workbookModel";
import { rangeClass, rangeRef } from "./range";
import { worksheetClass } from "./worksheet";

/** All names of the workbook, or those of one sheet. */
interface Names {
  readonly scope: SheetData | null;
}

export function workbookNames(): Ref {
  return Ref.to(namesClass, { scope: null });
}

export function sheetNames(scope: SheetData): Ref {
  return Ref.to(namesClass, { scope });
}

function formulaOf(item: NameData): string {
  if (item.formula !== null) return item.formula;
  return item.place === null
    ? "=#REF!$A$1"
    : `=${quoteSheet(item.place.sheet.name)}!${formatArea(item.place.rect, true)}`;
}

/** What a formula such as `='Min flik'!$A$1` points to; null where it is no plain reference. */
function referenceIn(formula: string, workbook: WorkbookData): Place | null {
  const { sheet, local } = splitSheet(formula.slice(1));
  if (sheet === null || !/^\$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?$/i.test(local)) return null;
  const found = workbook.sheetNamed(sheet);
  if (found === undefined) throw invalidArgument(`formula ${formula}`);
  return { sheet: found, rect: parseArea(local) };
}

function setFormula(item: NameData, value: unknown, { workbook }: World): void {
  const formula = textOf(value);
  if (!formula.startsWith("=")) throw invalidArgument(`formula ${formula}`);
  workbook.checkFormula(formula);
  item.place = referenceIn(formula, workbook);
  item.formula = item.place === null ? formula : null;
}

const nameClass: ClassTable<NameData> = classTable({
  name: "NamedItem",
  identity: { key: "_Id", of: (self) => self.name },
  properties: {
    Name: { since: 1, get: (self) => self.name },
    Formula: { since: 7, get: formulaOf, set: setFormula },
    Value: { since: 1, get: (self) => (self.place === null ? (self.formula ?? "#REF!") : formulaOf(self).slice(1)) },
    Type: { since: 1, get: (self) => (self.place !== null ? "Range" : self.formula === null ? "Error" : "String") },
    Scope: { since: 4, get: (self) => (self.scope === null ? "Workbook" : "Worksheet") },
    Visible: { since: 1, get: (self) => self.visible, set: (self, value) => void (self.visible = booleanOf(value)) },
    Comment: { since: 4, get: (self) => self.comment, set: (self, value) => void (self.comment = textOf(value)) },
  },
  links: {
    Worksheet: {
      since: 4,
      to: (self) => {
        if (self.scope === null) throw itemNotFound(`${self.name} belongs to the whole workbook`);
        return Ref.to(worksheetClass, self.scope);
      },
    },
    WorksheetOrNullObject: {
      since: 4,
      to: (self) => (self.scope === null ? null : Ref.to(worksheetClass, self.scope)),
    },
  },
  methods: {
    GetRange: {
      since: 1,
      call: (self) => {
        if (self.place === null) throw itemNotFound(`range of ${self.name}`);
        return rangeRef(self.place);
      },
    },
    GetRangeOrNullObject: { since: 4, call: (self) => (self.place === null ? null : rangeRef(self.place)) },
    Delete: {
      since: 4,
      call: (self, _args, { workbook }) => void (workbook.names = workbook.names.filter((item) => item !== self)),
    },
  },
});

function find(self: Names, key: unknown, { workbook }: World): Ref | null {
  const found = workbook.names.find((item) => item.scope === self.scope && sameName(item.name, textOf(key)));
  return found === undefined ? null : Ref.to(nameClass, found);
}

function add(self: Names, [name, reference, comment]: readonly unknown[], { workbook }: World): Ref {
  const range = reference instanceof Ref ? reference.as(rangeClass) : null;
  const formula = typeof reference === "string" ? reference : null;
  if (range === null && formula === null) throw invalidArgument("reference");
  if (formula !== null) workbook.checkFormula(formula);
  const place = range ?? (formula === null ? null : referenceIn(formula, workbook));
  return Ref.to(
    nameClass,
    workbook.addName({
      name: textOf(name),
      scope: self.scope,
      place,
      formula: place === null ? formula : null,
      comment: typeof comment === "string" ? comment : "",
    }),
  );
}

const namesClass: ClassTable<Names> = classTable({
  name: "NamedItemCollection",
  properties: {},
  links: {},
  methods: {
    Add: { since: 4, call: add },
    GetItemOrNullObject: { since: 4, call: (self, [key], world) => find(self, key, world) },
    GetCount: {
      since: 4,
      call: (self, _args, { workbook }) => workbook.names.filter((item) => item.scope === self.scope).length,
    },
  },
  items: (self, { workbook }) =>
    workbook.names.filter((item) => item.scope === self.scope).map((item) => Ref.to(nameClass, item)),
  item: find,
});
