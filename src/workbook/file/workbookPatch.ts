// src/workbook/file/workbookPatch.ts: the changes to the workbook part and its relations: our tabs, their marks and print titles.
import { cellName } from "../../domain/a1";
import type { Area, SheetModel } from "../../report/sheetModel";
import { isCellName, isKeptRole, isRoleName, nameOfRole, roleOfName } from "../ownedNames";
import { relationsPath, relativeTarget, type OpcPackage } from "./opcPackage";
import { vocabularyOf } from "./vocabulary";
import { sheetPrefix, type SheetEntry, type WorkbookPart } from "./workbookPart";
import { escapeXml } from "./xmlText";
import { XmlEdits, child, childrenNamed } from "./xmlTree";

/** A tab of ours and where it goes. */
export interface PlacedSheet {
  readonly model: SheetModel;
  /** The tab that it replaces; null when it is new. */
  readonly existing: SheetEntry | null;
  readonly path: string;
  readonly sheetId: number;
}

/** The order of children in a workbook part (ISO/IEC 29500-1, 18.2.27). */
export const workbookOrder = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
  "calcPr",
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
];

export function patchWorkbook(
  pkg: OpcPackage,
  workbook: WorkbookPart,
  placed: readonly PlacedSheet[],
  printAreas: ReadonlyMap<PlacedSheet, Area | null>,
): void {
  const { xml } = workbook;
  const edits = new XmlEdits(xml);
  const kept = new Set(placed.map((place) => place.existing));
  const staying = workbook.sheets.filter((sheet) => stays(sheet, kept));
  const added = placed.filter((place) => place.existing === null);
  const places: Places = {
    position: new Map(staying.map((sheet, i) => [sheet, i])),
    added,
    first: staying.length,
  };
  patchSheets(workbook, edits, staying, placed);
  patchNames(workbook, edits, places, placed, printAreas);
  patchViews(workbook, edits, places);
  patchCalculation(workbook, edits);
  pkg.set(workbook.path, edits.apply());
}

/** Where each tab stands after the change, from 0. */
interface Places {
  readonly position: ReadonlyMap<SheetEntry, number>;
  readonly added: readonly PlacedSheet[];
  /** Of the first added one. */
  readonly first: number;
}

function positionOf(places: Places, place: PlacedSheet): number {
  return place.existing === null ? places.first + places.added.indexOf(place) : places.position.get(place.existing)!;
}

/** The user's own, those written again, and snapshots. */
function stays(sheet: SheetEntry, written: ReadonlySet<SheetEntry | null>): boolean {
  return sheet.role === null || isKeptRole(sheet.role) || written.has(sheet);
}

function patchSheets(
  workbook: WorkbookPart,
  edits: XmlEdits,
  staying: readonly SheetEntry[],
  placed: readonly PlacedSheet[],
): void {
  const { xml } = workbook;
  const { prefix } = xml.root;
  const left = new Set(staying);
  for (const sheet of workbook.sheets) if (!left.has(sheet)) edits.remove(sheet.element);
  const ids = newRelationIds(placed);
  const { relations } = vocabularyOf(xml.text);
  // The prefix of the relations name space is the workbook's choice: ours is declared where it is used.
  const text = placed.flatMap((place) => {
    if (place.existing !== null) return [];
    const name = escapeXml(place.model.name);
    return [
      `<${prefix}sheet name="${name}" sheetId="${place.sheetId}" xmlns:r="${relations}" r:id="${ids.get(place)}"/>`,
    ];
  });
  const sheets = child(xml.root, "sheets");
  if (sheets !== null) edits.append(sheets, text.join(""));
}

function patchNames(
  workbook: WorkbookPart,
  edits: XmlEdits,
  places: Places,
  placed: readonly PlacedSheet[],
  printAreas: ReadonlyMap<PlacedSheet, Area | null>,
): void {
  const { xml, names, sheets } = workbook;
  const { prefix } = xml.root;
  const replaced = new Set(placed.map((place) => place.existing));
  const snapshots = new Set(sheets.flatMap(({ role }) => (isKeptRole(role) ? [role] : [])));
  for (const { element, name, localSheet } of names) {
    if (localSheet === null) {
      if (!snapshots.has(roleOfName(name)) && (isRoleName(name) || isCellName(name))) edits.remove(element);
      continue;
    }
    const sheet = sheets[localSheet];
    const position = sheet === undefined ? undefined : places.position.get(sheet);
    const printName = name.toLowerCase().startsWith("_xlnm.");
    if (sheet !== undefined && (position === undefined || (printName && replaced.has(sheet)))) edits.remove(element);
    else if (position !== undefined && position !== localSheet)
      edits.setAttribute(element, "localSheetId", String(position));
  }
  const marks = placed.flatMap(({ model }) => {
    if (model.alone === true) return [];
    const refersTo = escapeXml(`${sheetPrefix(model.name)}$A$1`);
    return [`<${prefix}definedName name="${nameOfRole(model.role)}" hidden="1">${refersTo}</${prefix}definedName>`];
  });
  const areas = placed.flatMap((place) => {
    const area = printAreas.get(place) ?? null;
    if (area === null) return [];
    const corners = absolute(`${cellName(area.top, area.left)}:${cellName(area.bottom, area.right)}`);
    const attributes = `name="_xlnm.Print_Area" localSheetId="${positionOf(places, place)}"`;
    return [
      `<${prefix}definedName ${attributes}>${escapeXml(sheetPrefix(place.model.name) + corners)}</${prefix}definedName>`,
    ];
  });
  const titles = placed.flatMap((place) => {
    const rows = place.model.printTitleRows;
    if (rows === null) return [];
    const refersTo = escapeXml(`${sheetPrefix(place.model.name)}$${rows.from + 1}:$${rows.to + 1}`);
    const attributes = `name="_xlnm.Print_Titles" localSheetId="${positionOf(places, place)}"`;
    return [`<${prefix}definedName ${attributes}>${refersTo}</${prefix}definedName>`];
  });
  const cells = placed.flatMap(({ model }) =>
    (model.names ?? []).map(({ name, cell }) => {
      const refersTo = escapeXml(sheetPrefix(model.name) + absolute(cell));
      return `<${prefix}definedName name="${escapeXml(name)}">${refersTo}</${prefix}definedName>`;
    }),
  );
  const text = [...marks, ...cells, ...areas, ...titles].join("");
  const element = child(xml.root, "definedNames");
  if (element !== null) edits.append(element, text);
  else if (text !== "")
    edits.addChild(xml.root, workbookOrder, "definedNames", `<${prefix}definedNames>${text}</${prefix}definedNames>`);
}

/** `$E$12` for `E12`; `$B$40:$F$100` for `B40:F100`. */
function absolute(cell: string): string {
  return cell.replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

/** A view says by position which tab is in front. */
function patchViews(workbook: WorkbookPart, edits: XmlEdits, places: Places): void {
  for (const view of childrenNamed(child(workbook.xml.root, "bookViews"), "workbookView")) {
    for (const name of ["activeTab", "firstSheet"]) {
      const value = workbook.xml.attribute(view, name);
      if (value === null) continue;
      const sheet = workbook.sheets[Number(value)];
      const position = (sheet === undefined ? undefined : places.position.get(sheet)) ?? 0;
      if (position !== Number(value)) edits.setAttribute(view, name, String(position));
    }
  }
}

/** Excel calculates everything when it opens the file, since values that it did not write itself may be behind. */
function patchCalculation({ xml }: WorkbookPart, edits: XmlEdits): void {
  const element = child(xml.root, "calcPr");
  if (element === null)
    edits.addChild(xml.root, workbookOrder, "calcPr", `<${xml.root.prefix}calcPr fullCalcOnLoad="1"/>`);
  else if (xml.attribute(element, "fullCalcOnLoad") !== "1") edits.setAttribute(element, "fullCalcOnLoad", "1");
}

/** Relations to our new tabs, and to the style table where the workbook had none; those of tabs that are gone are taken out. */
export function patchRelations(
  pkg: OpcPackage,
  workbook: WorkbookPart,
  placed: readonly PlacedSheet[],
  gone: string | null,
): void {
  const xml = pkg.xml(relationsPath(workbook.path));
  const edits = new XmlEdits(xml);
  const kept = new Set(placed.map((place) => place.existing));
  const dropped = new Set(workbook.sheets.filter((sheet) => !stays(sheet, kept)).map((sheet) => sheet.relationId));
  const parts = new Map(pkg.relations(workbook.path).map((relation) => [relation.id, relation.part]));
  for (const element of childrenNamed(xml.root, "Relationship")) {
    const id = xml.attribute(element, "Id") ?? "";
    if (dropped.has(id) || (gone !== null && parts.get(id) === gone)) edits.remove(element);
  }
  const { relations } = vocabularyOf(workbook.xml.text);
  const relation = (id: string, kind: string, part: string): string =>
    `<${xml.root.prefix}Relationship Id="${id}" Type="${relations}/${kind}" Target="${escapeXml(relativeTarget(workbook.path, part))}"/>`;
  const ids = newRelationIds(placed);
  const text = [...ids].map(([place, id]) => relation(id, "worksheet", place.path));
  if (workbook.stylesPath === null) {
    const folder = workbook.path.slice(0, workbook.path.lastIndexOf("/") + 1);
    text.push(relation("samkalkylStyles", "styles", `${folder}styles.xml`));
  }
  edits.append(xml.root, text.join(""));
  pkg.set(relationsPath(workbook.path), edits.apply());
}

/** `samkalkyl5` for the tab with sheet id 5: ids that neither Excel nor another program gives. */
function newRelationIds(placed: readonly PlacedSheet[]): Map<PlacedSheet, string> {
  return new Map(
    placed.filter((place) => place.existing === null).map((place) => [place, `samkalkyl${place.sheetId}`]),
  );
}
