// tests/host/browser/workbench.ts: the simulated Excel as one object: the open workbook, what is selected and edited, how it is set, and
// the pane beside it. Views follow `version`; nothing here knows the page.
import { type Rect, formatArea, intersection, parseArea, splitSheet } from "../a1";
import type { Looks } from "../cells";
import type { Scalar } from "../coercion";
import type { ExcelHost } from "../excelHost";
import { Fault } from "../fault";
import { Calculator } from "../formula/calculator";
import type { SheetData } from "../sheetModel";
import type { Choices } from "./choices";
import { type Words, wordsOf } from "./words";

/** A cell that somebody types in, with what has been typed. Excel refuses add-ins meanwhile. */
export interface Editing {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Where the caret is: the cell or the bar. */
  readonly where: "cell" | "bar";
}

export class Workbench {
  editing: Editing | null = null;
  /** Said in the status line until something else happens. */
  notice = "";
  /** Another number, another pane: changing it loads the pane anew. */
  paneNumber = 1;
  paneOpen = true;
  /** Grows with every change that can be seen. */
  version = 0;
  /** Answers to the pane that wait to be let go; null: each goes when its time has come. */
  private held: (() => void)[] | null = null;
  private calculator: Calculator;
  /** Something changed since the formulas were last calculated. */
  private stale = true;
  /** Draws the page again. */
  onChange: () => void = () => undefined;
  /** Puts the keyboard in the pane; there while a pane is open. */
  enterPane: (backwards?: boolean) => void = () => undefined;

  constructor(
    public host: ExcelHost,
    public choices: Choices,
  ) {
    this.calculator = this.settle();
  }

  get words(): Words {
    return wordsOf(this.choices.locale);
  }

  get sheet(): SheetData | null {
    return this.host.workbook.active;
  }

  /** What is selected on the active sheet; its upper left cell is the active one. */
  get selection(): Rect {
    return this.sheet?.selection[0] ?? { top: 0, left: 0, bottom: 0, right: 0 };
  }

  /** To be called after every change, the pane's own included. */
  changed(): void {
    this.version++;
    this.onChange();
  }

  /** Another workbook: the pane starts anew, as with another document in Excel. */
  open(host: ExcelHost): void {
    this.host = host;
    this.calculator = this.settle();
    this.reloadPane();
  }

  choose(choices: Partial<Choices>): void {
    this.choices = { ...this.choices, ...choices };
    this.changed();
  }

  reloadPane(): void {
    this.paneNumber++;
    this.paneOpen = true;
    this.changed();
  }

  showPane(open: boolean): void {
    this.paneOpen = open;
    this.changed();
  }

  say(notice: string): void {
    this.notice = notice;
    this.changed();
  }

  activate(sheet: SheetData): void {
    this.commit();
    this.host.activate(sheet.name);
    this.say("");
  }

  select(rect: Rect): void {
    const { sheet } = this;
    if (sheet === null) return;
    this.host.select(sheet.name, formatArea(rect));
    this.say("");
  }

  /** An address with or without a sheet's name, or a name of the workbook. */
  goTo(address: string): void {
    const named = this.host.workbook.names.find(({ name }) => name.toLowerCase() === address.toLowerCase())?.place;
    const { sheet, local } = splitSheet(address);
    try {
      const rect = named?.rect ?? parseArea(local);
      this.host.select(named?.sheet.name ?? sheet ?? this.sheet?.name ?? "", formatArea(rect));
      this.say("");
    } catch {
      this.say(this.words.noSuchPlace(address));
    }
  }

  /** Begins typing in the active cell; `text` null: with what it holds. A protected sheet refuses at once. */
  edit(where: Editing["where"], text: string | null = null): void {
    const { sheet } = this;
    if (sheet === null || this.editing !== null) return;
    if (sheet.isProtected) return this.say(this.words.protectedSheet);
    const { top: row, left: column } = this.selection;
    this.editing = { row, column, text: text ?? this.entryOf(row, column), where };
    this.host.cellEditMode = true;
    this.changed();
  }

  retype(text: string): void {
    if (this.editing === null) return;
    this.editing = { ...this.editing, text };
    this.changed();
  }

  /** Leaves the cell and enters what was typed; where nothing changed, nothing is entered and nobody is told. */
  commit(): void {
    const { editing, sheet } = this;
    if (editing === null || sheet === null) return;
    this.leaveCell();
    const { row, column, text } = editing;
    if (text === this.entryOf(row, column)) return this.changed();
    this.act(() => {
      const address = formatArea({ top: row, left: column, bottom: row, right: column });
      this.host.enter(sheet.name, address, plainNumber(text, this.choices.locale));
    });
  }

  cancel(): void {
    this.leaveCell();
    this.changed();
  }

  /** Empties what is selected. */
  clear(): void {
    const { sheet, selection } = this;
    if (sheet === null) return;
    if (sheet.isProtected) return this.say(this.words.protectedSheet);
    const rows = Array.from({ length: selection.bottom - selection.top + 1 }, () =>
      Array.from({ length: selection.right - selection.left + 1 }, () => null),
    );
    this.act(() => {
      this.host.paste(sheet.name, formatArea({ ...selection, bottom: selection.top, right: selection.left }), rows);
    });
  }

  /** As it is shown for editing: the formula, or the value as it is typed. */
  entryOf(row: number, column: number): string {
    const cell = this.sheet?.cells.at(row, column);
    if (cell?.formula != null) return cell.formula;
    const value = cell?.value ?? null;
    if (value === null) return "";
    if (typeof value === "number") return String(value).replace(".", this.choices.locale === "sv-SE" ? "," : ".");
    return typeof value === "boolean" ? String(value).toUpperCase() : value;
  }

  /** What a cell holds or its formula gives; undefined where the simulation cannot calculate it. */
  shownAt(sheet: SheetData, row: number, column: number): Scalar | null | undefined {
    return this.calculator.valueAt(sheet, row, column);
  }

  /** The looks of the conditional formats that hold in a cell, the first of them uppermost. */
  marksAt(sheet: SheetData, row: number, column: number): Looks {
    const here = { top: row, left: column, bottom: row, right: column };
    const holding = sheet.marks.filter(({ areas, formula }) => {
      const area = areas.find(({ rect }) => intersection(rect, here) !== null);
      return area !== undefined && this.calculator.holds(formula, sheet, areas[0]?.rect ?? area.rect, row, column);
    });
    return Object.assign({}, ...holding.reverse().map(({ looks }) => looks)) as Looks;
  }

  /** Sends an answer to the pane after the time that the line takes. */
  later(send: () => void): void {
    setTimeout(() => {
      if (this.held === null) send();
      else this.held.push(send);
    }, this.choices.delay);
  }

  /** An Excel that does not answer, until `letGo`. */
  hold(): void {
    this.held ??= [];
  }

  letGo(): void {
    const waiting = this.held ?? [];
    this.held = null;
    for (const send of waiting) send();
  }

  /** Before the pane is answered: formulas have been calculated since the last change, as Excel has done by then. */
  asked(): void {
    if (!this.stale) return;
    this.calculator.store();
    this.stale = false;
  }

  /** The pane asked something of the workbook; what it changed is calculated anew. */
  answered(changed: boolean): void {
    if (changed) this.forget();
    this.changed();
  }

  private forget(): void {
    this.calculator.forget();
    this.stale = true;
  }

  private leaveCell(): void {
    this.editing = null;
    this.host.cellEditMode = false;
  }

  /** What Excel refuses is said, and nothing else happens. */
  private act(what: () => void): void {
    this.notice = "";
    try {
      what();
      this.forget();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.notice = error.code === "AccessDenied" ? this.words.protectedSheet : this.words.notEntered(error.message);
    }
    this.changed();
  }

  /** The workbook as the address asks for it. */
  private settle(): Calculator {
    const { workbook } = this.host;
    this.editing = null;
    this.notice = "";
    for (const sheet of workbook.sheets) sheet.isProtected = this.choices.protectSheets;
    workbook.structureProtected = this.choices.protectStructure;
    this.stale = true;
    return new Calculator(workbook);
  }
}

/** A number typed with the reader's separators as the host reads it; all else as it is. */
function plainNumber(text: string, locale: Choices["locale"]): string {
  if (locale !== "sv-SE" || !/^\s*[+\-\u2212]?\d[\d \u00a0]*(,\d+)?\s*$/.test(text)) return text;
  return text
    .replace(/[ \u00a0]/g, "")
    .replace("\u2212", "-")
    .replace(",", ".");
}
