// src/report/deviation/deviationFrame.ts: what every part of an Avvikelse tab shares: its fixed cells, formulas and formats.
import type { EngineFigure } from "../engineFigure";
import type { CostSign } from "../../domain/deviation/budget";
import type { Deviation } from "../../domain/deviation/deviation";
import { signOfLine, signOfResult } from "../../domain/deviation/lineKind";
import type { Decimal } from "../../domain/money";
import { KR_PER_UNIT, rounded } from "../../domain/money";
import { lineHeadingOf, totalNameOf } from "../../text/kinds";
import type { Texts } from "../../text/texts";
import { at, columnRange, fixed, formulaCell } from "../cells";
import { COLUMN, deviationColumns, PERCENT } from "./deviationColumns";
import { type Layout, layoutOf } from "./deviationLayout";
import type { Numbered } from "./numbered";
import type { Cell, Look, NumberFormat } from "../sheetModel";
import { SheetDraft } from "../sheetDraft";
import { UnderlagSums } from "./underlagSums";

export const LIMIT_AMOUNT = { row: 3, column: COLUMN.action };
export const LIMIT_SHARE = { row: 4, column: COLUMN.action };
const BOOKED = { row: 4, column: COLUMN.lineKey };

function asItIs(formula: string): string {
  return formula;
}

/** Under the head, the note on signs and the headings. */
export const HEADING_ROW = 6;
const FIRST_LINE_ROW = HEADING_ROW + 1;

/** `A+B-C`; a first one that is taken away is written so too. */
function signed(terms: readonly { readonly formula: string; readonly weight: 1 | -1 }[]): string {
  return terms.map(({ formula, weight }, at_) => (weight === -1 ? "-" : at_ === 0 ? "" : "+") + formula).join("");
}

/** By LinjeNr among the rows from `top` to `bottom`. Fixed, so that it holds in a row that is sorted. */
export function foundByKey(column: number, key: string, top: number, bottom: number): string {
  const range = (of: number): string => `${fixed(top, of)}:${fixed(bottom, of)}`;
  return `SUMIF(${range(COLUMN.lineKey)},${key},${range(column)})`;
}

/** An Avvikelse tab while it is being filled. */
export class DeviationFrame {
  readonly draft: SheetDraft;
  readonly sums: UnderlagSums;
  readonly amount: NumberFormat;
  readonly bookedCell = fixed(BOOKED.row, BOOKED.column);
  readonly engine: EngineFigure[] = [];
  readonly layout: Layout;

  constructor(
    readonly item: Numbered,
    readonly texts: Texts,
  ) {
    const { table } = item.followUp;
    this.draft = new SheetDraft(deviationColumns.plan(this), texts.language);
    this.sums = new UnderlagSums(item, texts.tabs.source, this.bookedCell);
    this.layout = layoutOf(table, FIRST_LINE_ROW);
    this.amount = { kind: "amount", unit: table.unit, decimals: table.decimals };
  }

  /** The direction of a deviation, of a line or of all together (null). */
  signOf(line: number | null): CostSign {
    const { table } = this.item.followUp;
    return line === null ? signOfResult(table) : signOfLine(table, line);
  }

  /** Over the names of the lines. */
  get lineHeading(): string {
    return lineHeadingOf(this.item.followUp.table, this.texts);
  }

  get lineCount(): number {
    return this.item.followUp.table.lines.length;
  }

  rowOf(line: number): number {
    return this.layout.rowOf(line);
  }

  get totalRow(): number {
    return this.layout.total;
  }

  /** All lines together are a result, of which a share of its budget says nothing: that may be anything round 0. */
  get isResult(): boolean {
    return this.layout.sections.length > 0;
  }

  /** What the row of all lines together is called. */
  get totalName(): string {
    return totalNameOf(this.item.followUp.table, this.texts);
  }

  /**
   * Outcome, budget, deviation and share side by side; deviation and share are formulas over the first two.
   * `optional`: an empty outcome makes the other three empty too.
   */
  deviationCells(
    row: number,
    outcome: string,
    budget: string,
    result: Deviation | null,
    {
      look = "plain",
      optional = false,
      sign = this.signOf(null),
    }: { readonly look?: Look; readonly optional?: boolean; readonly sign?: CostSign } = {},
  ): Cell[] {
    const shown = (formula: string): string => (optional ? `IF(${at(row, COLUMN.outcome)}="","",${formula})` : formula);
    return [
      this.outcomeCell(outcome, result, look),
      this.budgetCell(shown(budget), result, look),
      this.deviationCell(row, result, sign, look, shown),
      this.shareCell(row, result, look, shown),
    ];
  }

  outcomeCell(formula: string, result: Deviation | null, look: Look = "plain"): Cell {
    return formulaCell(formula, result?.outcome ?? null, this.amount, look);
  }

  budgetCell(formula: string, result: Deviation | null, look: Look = "plain"): Cell {
    return formulaCell(formula, result?.budget ?? null, this.amount, look);
  }

  deviationCell(row: number, result: Deviation | null, sign: CostSign, look: Look = "plain", shown = asItIs): Cell {
    return formulaCell(shown(this.deviation(row, sign)), result?.amount ?? null, this.amount, look);
  }

  shareCell(row: number, result: Deviation | null, look: Look = "plain", shown = asItIs): Cell {
    return formulaCell(shown(this.share(row)), result?.share ?? null, PERCENT, look);
  }

  /** A column of the lines, summed: the sections' sums, where there are sections, as the result takes them. */
  sumOf(column: number): string {
    const { sections, top, total } = this.layout;
    if (sections.length === 0) return `SUM(${columnRange(column, top, total - 1)})`;
    return signed(sections.map(({ sum, weight }) => ({ formula: at(sum, column), weight })));
  }

  /** What stands in a column of the line whose number stands in the cell `key`, wherever in the list a sort has put it. */
  inLine(column: number, key: string): string {
    const { top, total } = this.layout;
    return foundByKey(column, key, top, total - 1);
  }

  /** What was spent: the lines but income, as a cell or a sum of cells in brackets. */
  spent(column: number): string {
    const sums = this.layout.sections.filter(({ kind }) => kind !== "income").map(({ sum }) => at(sum, column));
    const [only = at(this.totalRow, column)] = sums;
    return sums.length > 1 ? `(${sums.join("+")})` : only;
  }

  /** A smaller table with a row per line and nothing between them, from row `top`, summed the same way. */
  sumFrom(top: number, column: number): string {
    const { sections } = this.layout;
    if (sections.length === 0 || sections.every(({ weight }) => weight === 1))
      return `SUM(${columnRange(column, top, top + this.lineCount - 1)})`;
    return signed(
      sections.map(({ firstLine, lastLine, weight }) => ({
        formula: `SUM(${columnRange(column, top + firstLine, top + lastLine)})`,
        weight,
      })),
    );
  }

  /** Positive is favourable, whatever the source's sign. */
  favourable(outcome: string, budget: string, sign: CostSign): string {
    return sign === "negative" ? `${outcome}-${budget}` : `${budget}-${outcome}`;
  }

  private deviation(row: number, sign: CostSign): string {
    return this.favourable(at(row, COLUMN.outcome), at(row, COLUMN.budget), sign);
  }

  /** Empty where the budget is 0; sums of binary numbers may be a hair from it. */
  private share(row: number): string {
    const budget = at(row, COLUMN.budget);
    return `IF(ROUND(${budget},4)=0,"",${at(row, COLUMN.deviation)}/ABS(${budget}))`;
  }

  /** Whether both limits are reached, for the line in `row`. */
  material(row: number): string {
    const deviation = `ROUND(ABS($${at(row, COLUMN.deviation)}),4)`;
    const budget = `ABS($${at(row, COLUMN.budget)})`;
    const amount = fixed(LIMIT_AMOUNT.row, LIMIT_AMOUNT.column);
    const share = fixed(LIMIT_SHARE.row, LIMIT_SHARE.column);
    return `AND(${deviation}>0,${deviation}>=${amount},${deviation}>=ROUND(${share}*${budget},4))`;
  }

  /** A figure in the table's unit, rounded as it is shown. */
  shownAmount(kr: Decimal): Decimal {
    const { unit, decimals } = this.item.followUp.table;
    return rounded(kr.div(KR_PER_UNIT[unit]), decimals);
  }
}
