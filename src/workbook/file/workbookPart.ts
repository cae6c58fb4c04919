// src/workbook/file/workbookPart.ts: what the workbook part says: which sheets there are, and which of them are ours.
import type { SheetRole } from "../../report/sheetModel";
import { roleOfName } from "../ownedNames";
import { HostError } from "../workbook";
import type { OpcPackage } from "./opcPackage";
import { child, childrenNamed, type XmlElement, type XmlPart } from "./xmlTree";
import { workbookTypes } from "./vocabulary";

export interface SheetEntry {
  readonly element: XmlElement;
  readonly name: string;
  readonly sheetId: number;
  readonly relationId: string;
  /** Null where the relation is missing. */
  readonly path: string | null;
  /** Charts and old macro and dialog sheets stand among the tabs but hold no cells. */
  readonly isWorksheet: boolean;
  readonly hidden: boolean;
  readonly role: SheetRole | null;
}

export interface DefinedName {
  readonly element: XmlElement;
  readonly name: string;
  /** Position of the tab that the name is local to; null: the whole workbook. */
  readonly localSheet: number | null;
  readonly refersTo: string;
}

export interface WorkbookPart {
  readonly path: string;
  readonly xml: XmlPart;
  /** The content type of the main part. */
  readonly type: string;
  /** In tab order. */
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  readonly date1904: boolean;
  readonly structureLocked: boolean;
  readonly stylesPath: string | null;
  readonly stringsPath: string | null;
}

/** Throws HostError: "not-a-workbook" where the package is something else, "damaged-workbook" where parts are missing or broken. */
export function readWorkbookPart(pkg: OpcPackage): WorkbookPart {
  const path = workbookPath(pkg);
  const xml = pkg.xml(path);
  if (xml.root.name !== "workbook") throw new HostError("damaged-workbook", `${path}: not a workbook part`);
  const names = childrenNamed(child(xml.root, "definedNames"), "definedName").map((element) => {
    const attributes = xml.attributes(element);
    const local = attributes.get("localSheetId");
    return {
      element,
      name: attributes.get("name") ?? "",
      localSheet: local === undefined ? null : Number(local),
      refersTo: xml.content(element),
    };
  });
  const flag = (name: string, attribute: string): boolean => {
    const element = child(xml.root, name);
    const value = element === null ? null : xml.attribute(element, attribute);
    return value === "1" || value === "true";
  };
  return {
    path,
    xml,
    type: pkg.contentType(path) ?? "",
    sheets: readSheets(pkg, path, xml, names),
    names,
    date1904: flag("workbookPr", "date1904"),
    structureLocked: flag("workbookProtection", "lockStructure"),
    stylesPath: pkg.related(path, "styles"),
    stringsPath: pkg.related(path, "sharedStrings"),
  };
}

function workbookPath(pkg: OpcPackage): string {
  if (!pkg.has("[Content_Types].xml")) {
    throw new HostError("not-a-workbook", pkg.has("content.xml") ? "OpenDocument" : "a zip of something else");
  }
  const path = pkg.related("", "officeDocument");
  if (path === null) throw new HostError("damaged-workbook", "_rels/.rels: no main part");
  const type = pkg.contentType(path) ?? "";
  if (!workbookTypes.has(type)) throw new HostError("not-a-workbook", type.includes("binary") ? ".xlsb" : type);
  return path;
}

/** Of a sheet that names none: its part cannot be found. An empty one is a macro module, which has no part. */
const LOST_RELATION = "?";

function readSheets(pkg: OpcPackage, path: string, xml: XmlPart, names: readonly DefinedName[]): SheetEntry[] {
  const relations = new Map(pkg.relations(path).map((relation) => [relation.id, relation]));
  const roles = ownedRoles(names);
  return childrenNamed(child(xml.root, "sheets"), "sheet").map((element) => {
    const attributes = xml.attributes(element);
    const relationId = xml.relationId(element) ?? LOST_RELATION;
    const relation = relations.get(relationId);
    const name = attributes.get("name") ?? "";
    return {
      element,
      name,
      sheetId: Number(attributes.get("sheetId")),
      relationId,
      path: relation?.part ?? null,
      isWorksheet: relation === undefined || relation.type.endsWith("/worksheet"),
      hidden: (attributes.get("state") ?? "visible") !== "visible",
      role: roles.get(name.toLowerCase()) ?? null,
    };
  });
}

/** Lower-case tab name → role. A role counts once: the first name that has it. */
function ownedRoles(names: readonly DefinedName[]): Map<string, SheetRole> {
  const roles = new Map<string, SheetRole>();
  const taken = new Set<SheetRole>();
  for (const name of names) {
    const role = name.localSheet === null ? roleOfName(name.name) : null;
    const sheet = role === null ? null : sheetOfReference(name.refersTo);
    if (role === null || sheet === null || taken.has(role) || roles.has(sheet.toLowerCase())) continue;
    taken.add(role);
    roles.set(sheet.toLowerCase(), role);
  }
  return roles;
}

/** The tab that `'Kalle''s tab'!$A$1` refers to, also when its cell is gone (`#REF!`); null when the tab is. */
export function sheetOfReference(reference: string): string | null {
  const quoted = /^'((?:[^']|'')+)'!/.exec(reference);
  if (quoted !== null) return quoted[1]!.replaceAll("''", "'");
  const plain = /^([^'!#]+)!/.exec(reference);
  return plain === null ? null : plain[1]!;
}

/** A tab's name in front of a cell, always quoted: `'Kalle''s tab'!`. */
export function sheetPrefix(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}
