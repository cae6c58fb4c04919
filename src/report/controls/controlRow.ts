// src/report/controls/controlRow.ts: what every part of Kontroller shares: its input, its columns, and a row that compares two figures.
import { Decimal } from "../../domain/money";
import type { Problem } from "../../domain/problem";
import type { Texts } from "../../text/texts";
import { at, formulaCell, linkCell, literal, numberCell, textCell, textFormulaCell } from "../cells";
import type { DeviationTab } from "../deviation/deviationTab";
import type { Numbered } from "../deviation/numbered";
import type { ReturnChecks } from "../return/returnChecks";
import type { NumberFormat } from "../sheetModel";
import type { SheetDraft } from "../sheetDraft";
import type { HeadFacts } from "../tabHead";

export interface ControlInput {
  readonly head: HeadFacts;
  readonly items: readonly Numbered[];
  readonly deviations: readonly DeviationTab[];
  readonly problems: readonly Problem[];
  readonly rows: { readonly seen: number; readonly used: number; readonly setAside: number };
  /** Used rows of budget tables: those that stand in Underlag. */
  readonly budgetRows: number;
  /** Of the tabs on money back; null: there are none. */
  readonly moneyBack: ReturnChecks | null;
  readonly setAside: readonly { readonly sheet: string; readonly cell: string | null; readonly reason: string }[];
  readonly texts: Texts;
}

export const COLUMN = { control: 0, expected: 1, computed: 2, difference: 3, result: 4, place: 5, action: 6 } as const;

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

export function section(draft: SheetDraft, { items }: ControlInput, title: string, item: Numbered | null): void {
  const text = item !== null && items.length > 1 ? `${item.name}: ${title}` : title;
  draft.put(draft.next + 1, COLUMN.control, textCell(text, "group", { span: 7, align: "left" }));
}

export function putControl(draft: SheetDraft, texts: Texts, row: ControlRow, index: number = draft.next): void {
  const words = texts.tabs.controlWords;
  const difference = new Decimal(row.value).minus(row.expected);
  const agrees = difference.abs().lte(row.tolerance);
  const otherwise = row.otherwise ?? words.differs;
  const [expected, computed, result] = [
    at(index, COLUMN.expected),
    at(index, COLUMN.computed),
    at(index, COLUMN.result),
  ];
  draft.put(index, COLUMN.control, textCell(row.label, "plain", { wrap: true, indent: 1 }));
  draft.put(index, COLUMN.expected, numberCell(new Decimal(row.expected), row.format));
  draft.put(index, COLUMN.computed, formulaCell(row.formula, new Decimal(row.value), row.format));
  draft.put(index, COLUMN.difference, formulaCell(`${computed}-${expected}`, difference, row.format));
  // The tolerance is in kronor and exact in binary but for the hair that sums of binary numbers may be off.
  const test = `ABS(${at(index, COLUMN.difference)})<=${row.tolerance.toString()}+0.000001`;
  draft.put(
    index,
    COLUMN.result,
    textFormulaCell(
      `IF(${test},${literal(words.agrees)},${unlessChanged(row, literal(otherwise), literal(words.assumptionsChanged))})`,
      agrees ? words.agrees : otherwise,
      "plain",
      { wrap: true, indent: 1 },
    ),
  );
  draft.put(index, COLUMN.place, row.place === null ? textCell("") : linkCell(row.place, "plain", { wrap: true }));
  draft.put(
    index,
    COLUMN.action,
    textFormulaCell(
      `IF(${result}=${literal(words.agrees)},"",${unlessChanged(row, literal(row.action), literal(row.changed?.action ?? ""))})`,
      agrees ? "" : row.action,
      "plain",
      { wrap: true },
    ),
  );
}

function unlessChanged({ changed }: ControlRow, formula: string, otherwise: string): string {
  return changed === undefined ? formula : `IF(${changed.formula}<0.0000000001,${formula},${otherwise})`;
}

/** Cells without content, so that the row's line runs through. */
export function putEmptyRow(draft: SheetDraft, row: number): void {
  for (let column = 0; column <= COLUMN.action; column++) draft.put(row, column, textCell(""));
}
