// src/report/controls/controlRow.ts: what every part of Kontroller shares: its input, its columns, and a row that compares two figures.
import { Decimal } from "../../domain/money";
import type { Problem } from "../../domain/problem";
import type { AnsweredQuestion, Question } from "../../domain/question";
import type { Texts } from "../../text/texts";
import { at, formulaCell, linkCell, literal, numberCell, type StyleOptions, textCell, textFormulaCell } from "../cells";
import { columns } from "../columns";
import type { DeviationTab } from "../deviation/deviationTab";
import type { Numbered } from "../deviation/numbered";
import type { ReturnChecks } from "../return/returnChecks";
import type { Cell, NumberFormat } from "../sheetModel";
import type { SheetDraft } from "../sheetDraft";
import type { HeadFacts } from "../tabHead";

export interface ControlInput {
  readonly head: HeadFacts;
  readonly items: readonly Numbered[];
  readonly deviations: readonly DeviationTab[];
  readonly problems: readonly Problem[];
  /** What stands open, and what was answered; left out: nothing was asked. */
  readonly questions?: readonly Question[];
  readonly answered?: readonly AnsweredQuestion[];
  readonly rows: { readonly seen: number; readonly used: number; readonly setAside: number };
  /** Used rows of budget tables: those that stand in Underlag. */
  readonly budgetRows: number;
  /** Of the tabs on money back; null: there are none. */
  readonly moneyBack: ReturnChecks | null;
  readonly setAside: readonly {
    /** Left out or null: the only one. */
    readonly workbook?: string | null;
    readonly sheet: string;
    readonly cell: string | null;
    readonly reason: string;
  }[];
  readonly texts: Texts;
}

export const INTEGER: NumberFormat = { kind: "integer" };

/** What a control row says. `action` is shown only where the control does not agree. */
export interface ControlRow {
  readonly label: string;
  readonly expected: Decimal | number;
  /** Formula of the computed value, and what it was at the run. */
  readonly formula: string;
  readonly value: Decimal | number;
  readonly tolerance: Decimal;
  readonly format: NumberFormat;
  readonly place: { readonly workbook: string | null; readonly sheet: string; readonly cells: string | null } | null;
  readonly action: string;
  /** What to say when it differs; "differs" unless it is an assumption. */
  readonly otherwise?: string;
  /** Where the figure rests on assumptions: a formula that is 0 while they are those of the run. After that no difference is an error. */
  readonly changed?: { readonly formula: string; readonly action: string };
}

export const HALF_ORE = new Decimal("0.005");

/** A comparison with the row it stands in. */
interface PlacedControl {
  readonly control: ControlRow;
  readonly row: number;
  readonly texts: Texts;
}

const RIGHT: StyleOptions = { align: "right" };

export const controlColumns = columns<Texts, PlacedControl>()([
  {
    key: "control",
    heading: ({ tabs }) => tabs.controls.control,
    width: [44, 60],
    cell: ({ control }) => textCell(control.label, "plain", { wrap: true, indent: 1 }),
  },
  {
    key: "expected",
    heading: ({ tabs }) => tabs.controls.expected,
    style: RIGHT,
    width: [14, 20],
    cell: ({ control }) => numberCell(new Decimal(control.expected), control.format),
  },
  {
    key: "computed",
    heading: ({ tabs }) => tabs.controls.computed,
    style: RIGHT,
    width: [14, 20],
    cell: ({ control }) => formulaCell(control.formula, new Decimal(control.value), control.format),
  },
  {
    key: "difference",
    heading: ({ tabs }) => tabs.controls.difference,
    style: RIGHT,
    width: [12, 18],
    cell: differenceCell,
  },
  {
    key: "result",
    heading: ({ tabs }) => tabs.controls.result,
    style: { indent: 1 },
    width: [19, 19],
    cell: resultCell,
  },
  {
    key: "place",
    heading: ({ tabs }) => tabs.controls.place,
    width: [22, 36],
    cell: ({ control: { place } }) => (place === null ? textCell("") : linkCell(place, "plain", { wrap: true })),
  },
  { key: "action", heading: ({ tabs }) => tabs.controls.action, width: [46, 46], cell: actionCell },
]);

export const COLUMN = controlColumns.at;

export function section(draft: SheetDraft, { items }: ControlInput, title: string, item: Numbered | null): void {
  const text = item !== null && items.length > 1 ? `${item.name}: ${title}` : title;
  const span = controlColumns.shown;
  draft.put(draft.next + 1, COLUMN.control, textCell(text, "group", { span, align: "left" }));
}

export function putControl(draft: SheetDraft, texts: Texts, control: ControlRow, row: number = draft.next): void {
  draft.putRow(row, COLUMN.control, controlColumns.cells({ control, row, texts }));
}

function differenceOf({ value, expected }: ControlRow): Decimal {
  return new Decimal(value).minus(expected);
}

function agrees(control: ControlRow): boolean {
  return differenceOf(control).abs().lte(control.tolerance);
}

function differenceCell({ control, row }: PlacedControl): Cell {
  const formula = `${at(row, COLUMN.computed)}-${at(row, COLUMN.expected)}`;
  return formulaCell(formula, differenceOf(control), control.format);
}

function resultCell({ control, row, texts }: PlacedControl): Cell {
  const words = texts.tabs.controlWords;
  const otherwise = control.otherwise ?? words.differs;
  // The tolerance is in kronor and exact in binary but for the hair that sums of binary numbers may be off.
  const test = `ABS(${at(row, COLUMN.difference)})<=${control.tolerance.toString()}+0.000001`;
  return textFormulaCell(
    `IF(${test},${literal(words.agrees)},${unlessChanged(control, literal(otherwise), literal(words.assumptionsChanged))})`,
    agrees(control) ? words.agrees : otherwise,
    "plain",
    { wrap: true, indent: 1 },
  );
}

function actionCell({ control, row, texts }: PlacedControl): Cell {
  const test = `${at(row, COLUMN.result)}=${literal(texts.tabs.controlWords.agrees)}`;
  const action = unlessChanged(control, literal(control.action), literal(control.changed?.action ?? ""));
  const text = agrees(control) ? "" : control.action;
  return textFormulaCell(`IF(${test},"",${action})`, text, "plain", { wrap: true });
}

function unlessChanged({ changed }: ControlRow, formula: string, otherwise: string): string {
  return changed === undefined ? formula : `IF(${changed.formula}<0.0000000001,${formula},${otherwise})`;
}

/** Cells without content, so that the row's line runs through. */
export function putEmptyRow(draft: SheetDraft, row: number): void {
  for (const column of controlColumns.keys) draft.put(row, COLUMN[column], textCell(""));
}
