// src/workbook/file/sheetSet.ts: puts our tabs into a package, in place of those that it already has of ours.
// Besides our own parts only the content types, the workbook part, its relations and the style table change, by additions.
import type { Steps } from "../../domain/steps";
import type { Area, SheetModel } from "../../report/sheetModel";
import { isKeptRole, isRoleName } from "../ownedNames";
import { printAreaOf } from "../printArea";
import { settledNames } from "../sheetNames";
import { HostError, type SheetName } from "../workbook";
import { withoutSheets } from "./calcChain";
import { chartXml, drawingXml } from "./chartXml";
import { relationsPath, relativeTarget, type OpcPackage } from "./opcPackage";
import { sheetXml } from "./sheetXml";
import { StyleTable, newStyleTable } from "./styleTable";
import { tableXml } from "./tableXml";
import { contentTypeOf, packageRelations, vocabularyOf, xmlHeader, type Vocabulary } from "./vocabulary";
import { patchRelations, patchWorkbook, type PlacedSheet } from "./workbookPatch";
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from "./workbookPart";
import { freeTableNames, withTableNames } from "../tableNames";

/** The names that our tabs will have: see the port. */
export function namesSettledIn(sheets: readonly SheetEntry[], proposed: readonly SheetName[]): readonly SheetName[] {
  const owned = new Map(sheets.flatMap(({ role, name }) => (role === null ? [] : [[role, name] as const])));
  return settledNames(
    proposed,
    sheets.map(({ name }) => name),
    owned,
  );
}

/** Another package with `models` as our tabs, tab by tab. The given one is not changed. */
export function* withSheets(original: OpcPackage, models: readonly SheetModel[]): Steps<OpcPackage> {
  const workbook = readWorkbookPart(original);
  checkAllowed(original, workbook, models);
  const pkg = original.copy();
  const owned = workbook.sheets.filter((sheet) => sheet.role !== null && !isKeptRole(sheet.role));
  const inFront = new Set(owned.filter((sheet) => isSelected(original, sheet)));
  const removed = partsOnlyOf(pkg, owned);
  for (const path of removed) {
    pkg.remove(path);
    pkg.remove(relationsPath(path));
  }
  const renamed = freeTableNames(models, takenNames(pkg, workbook));

  const writer = new PartWriter(pkg, workbook);
  const placed = placeSheets(workbook, models, writer);
  const printAreas = new Map<PlacedSheet, Area | null>();
  for (const [i, place] of placed.entries()) {
    const selected = place.existing === null ? i === 0 && workbook.sheets.length === 0 : inFront.has(place.existing);
    // Its cells may be made for this; they are held until the tab is written, and no longer.
    const made = place.model.whole === undefined ? place.model : yield* place.model.whole();
    const sheet = withTableNames(made, renamed);
    printAreas.set(place, printAreaOf(sheet));
    yield* writer.writeSheet(sheet, place.path, selected);
    yield { done: i + 1, of: placed.length };
  }
  writer.writeStyles();
  const chain = withoutSheets(pkg, workbook.path, new Set(owned.map((sheet) => sheet.sheetId)));
  if (chain !== null) removed.add(chain);
  patchWorkbook(pkg, workbook, placed, printAreas);
  patchRelations(pkg, workbook, placed, chain);
  pkg.declare(removed, writer.written);
  return pkg;
}

/** Refuses what Excel would refuse as well, and what would give formulas that point to the wrong tab. */
function checkAllowed(pkg: OpcPackage, workbook: WorkbookPart, models: readonly SheetModel[]): void {
  if (workbook.structureLocked) throw new HostError("workbook-protected");
  for (const sheet of workbook.sheets) {
    if (sheet.role === null || isKeptRole(sheet.role) || sheet.path === null) continue;
    const protection = /<(?:\w+:)?sheetProtection\s[^>]*\bsheet=["'](?:1|true)["']/;
    if (protection.test(pkg.text(sheet.path))) throw new HostError("sheet-protected", sheet.name);
  }
  const settled = namesSettledIn(workbook.sheets, models);
  models.forEach((model, i) => {
    if (settled[i]!.name !== model.name)
      throw new RangeError(`sheet "${model.name}": its name was not settled ("${settled[i]!.name}")`);
    if (models.findIndex((other) => other.role === model.role) !== i)
      throw new RangeError(`two sheets of role ${model.role}`);
    if (isKeptRole(model.role) && workbook.sheets.some(({ role }) => role === model.role))
      throw new RangeError(`${model.role} is there already, and a snapshot is never overwritten`);
  });
}

function isSelected(pkg: OpcPackage, { path }: SheetEntry): boolean {
  return path !== null && /<(?:\w+:)?sheetView\s[^>]*\btabSelected=["'](?:1|true)["']/.test(pkg.text(path));
}

/** The parts that can be reached from these sheets and from nowhere else. */
function partsOnlyOf(pkg: OpcPackage, sheets: readonly SheetEntry[]): Set<string> {
  const own = new Set(sheets.flatMap((sheet) => (sheet.path === null ? [] : [sheet.path])));
  const others = reachable(pkg, [""], own);
  const removed = reachable(pkg, [...own], new Set());
  for (const path of others) removed.delete(path);
  return removed;
}

function reachable(pkg: OpcPackage, from: readonly string[], barred: ReadonlySet<string>): Set<string> {
  const found = new Set<string>(from);
  // A set hands out what is added while it is walked.
  for (const path of found) {
    for (const { part } of pkg.relations(path)) if (part !== null && !barred.has(part)) found.add(part);
  }
  return found;
}

/** What the user has called something already, in lower case; our own tabs are taken away by then. */
function takenNames(pkg: OpcPackage, workbook: WorkbookPart): ReadonlySet<string> {
  const taken = new Set(workbook.names.flatMap(({ name }) => (isRoleName(name) ? [] : [name.toLowerCase()])));
  for (const path of pkg.partsOfType(contentTypeOf.table)) {
    const xml = pkg.xml(path);
    for (const key of ["name", "displayName"]) taken.add((xml.attribute(xml.root, key) ?? "").toLowerCase());
  }
  return taken;
}

/** A tab of ours that is already there keeps its place, its part's path and its ids; a new one goes last. */
function placeSheets(workbook: WorkbookPart, models: readonly SheetModel[], writer: PartWriter): PlacedSheet[] {
  let sheetId = Math.max(0, ...workbook.sheets.map((sheet) => sheet.sheetId));
  const kept = models.map((model) => workbook.sheets.find((sheet) => sheet.role === model.role) ?? null);
  for (const sheet of kept) if (sheet?.path != null) writer.reserve(sheet.path);
  return models.map((model, i) => {
    const existing = kept[i] ?? null;
    return {
      model,
      existing,
      path: existing?.path ?? writer.newPath("worksheets/sheet"),
      sheetId: existing?.sheetId ?? ++sheetId,
    };
  });
}

/** Writes our parts and remembers which they are. */
class PartWriter {
  readonly written: (readonly [path: string, type: string])[] = [];
  private readonly taken: Set<string>;
  private readonly folder: string;
  private readonly vocabulary: Vocabulary;
  private readonly styles: StyleTable;
  private readonly stylesPath: string;
  private tableId: number;

  constructor(
    private readonly pkg: OpcPackage,
    workbook: WorkbookPart,
  ) {
    this.taken = new Set(pkg.paths().map((path) => path.toLowerCase()));
    this.folder = workbook.path.slice(0, workbook.path.lastIndexOf("/") + 1);
    this.vocabulary = vocabularyOf(workbook.xml.text);
    const { stylesPath } = workbook;
    this.stylesPath = stylesPath ?? `${this.folder}styles.xml`;
    // Before the sheets, so that it stands there too when the workbook is written again.
    if (!pkg.has(this.stylesPath)) this.put(this.stylesPath, contentTypeOf.styles, newStyleTable(this.vocabulary.main));
    this.styles = new StyleTable(pkg.xml(this.stylesPath));
    const ids = pkg.partsOfType(contentTypeOf.table).map((path) => {
      const xml = pkg.xml(path);
      return Number(xml.attribute(xml.root, "id") ?? 0);
    });
    this.tableId = Math.max(0, ...ids);
  }

  reserve(path: string): void {
    this.taken.add(path.toLowerCase());
  }

  /** `xl/tables/table3.xml`: the first number that is free. */
  newPath(stem: string): string {
    for (let number = 1; ; number++) {
      const path = `${this.folder}${stem}${number}.xml`;
      if (this.taken.has(path.toLowerCase())) continue;
      this.taken.add(path.toLowerCase());
      return path;
    }
  }

  *writeSheet(model: SheetModel, path: string, selected: boolean): Steps<void> {
    const drawingPath = model.charts.length === 0 ? null : this.newPath("drawings/drawing");
    const tablePaths = model.tables.map(() => this.newPath("tables/table"));
    const drawing = drawingPath === null ? [] : [["drawing", drawingPath] as const];
    const targets = [...drawing, ...tablePaths.map((table) => ["table", table] as const)];
    const ids = targets.map((_, i) => `rId${i + 1}`);
    const pieces = sheetXml(model, {
      vocabulary: this.vocabulary,
      styles: this.styles,
      drawing: drawingPath === null ? null : ids[0]!,
      tables: ids.slice(drawing.length),
      selected,
    });
    yield* this.pkg.setInPieces(path, pieces);
    this.written.push([path, contentTypeOf.worksheet]);
    this.putRelations(path, targets);
    model.tables.forEach((table, i) => {
      this.put(tablePaths[i]!, contentTypeOf.table, tableXml(model, table, ++this.tableId, this.vocabulary));
    });
    if (drawingPath !== null) this.writeDrawing(model, drawingPath);
  }

  writeStyles(): void {
    this.pkg.set(this.stylesPath, this.styles.apply());
  }

  private writeDrawing(model: SheetModel, path: string): void {
    const charts = model.charts.map((chart) => {
      const chartPath = this.newPath("charts/chart");
      this.put(chartPath, contentTypeOf.chart, chartXml(model, chart, this.vocabulary));
      return ["chart", chartPath] as const;
    });
    const ids = charts.map((_, i) => `rId${i + 1}`);
    this.put(path, contentTypeOf.drawing, drawingXml(model.charts, ids, this.vocabulary));
    this.putRelations(path, charts);
  }

  private put(path: string, type: string, text: string): void {
    this.pkg.set(path, text);
    this.written.push([path, type]);
  }

  private putRelations(path: string, targets: readonly (readonly [kind: string, part: string])[]): void {
    if (targets.length === 0) return;
    const relations = targets.map(([kind, part], i) => {
      return `<Relationship Id="rId${i + 1}" Type="${this.vocabulary.relations}/${kind}" Target="${relativeTarget(path, part)}"/>`;
    });
    const text = `${xmlHeader}<Relationships xmlns="${packageRelations}">${relations.join("")}</Relationships>`;
    this.pkg.set(relationsPath(path), text);
  }
}
