// src/report/deviation/deviationFrame.ts: what every part of an Avvikelse tab shares: its fixed cells, formulas and formats.
import type { EngineFigure } from "../engineFigure";
import type { CostSign } from "../../domain/deviation/budget";
import type { Deviation } from "../../domain/deviation/deviation";
import type { Decimal } from "../../domain/money";
import { KR_PER_UNIT, rounded } from "../../domain/money";
import type { Texts } from "../../text/texts";
import { at, columnRange, fixed, formulaCell } from "../cells";
import { COLUMN, deviationColumns, PERCENT } from "./deviationColumns";
import type { Numbered } from "./numbered";
import type { Cell, Look, NumberFormat } from "../sheetModel";
import { SheetDraft } from "../sheetDraft";
import { SourceSums } from "./sourceSums";

export const LIMIT_AMOUNT = { row: 3, column: COLUMN.action };
export const LIMIT_SHARE = { row: 4, column: COLUMN.action };
const BOOKED = { row: 4, column: COLUMN.lineKey };

function asItIs(formula: string): string {
  return formula;
}

/** An Avvikelse tab while it is being filled. */
export class DeviationFrame {
  readonly draft: SheetDraft;
  readonly sums: SourceSums;
  readonly amount: NumberFormat;
  readonly bookedCell = fixed(BOOKED.row, BOOKED.column);
  readonly engine: EngineFigure[] = [];
  /** Set when the table is written: first line and total. */
  top = 0;

  constructor(
    readonly item: Numbered,
    readonly texts: Texts,
  ) {
    const { table } = item.followUp;
    this.draft = new SheetDraft(deviationColumns.plan(this), texts.language);
    this.sums = new SourceSums(item, texts.tabs.source, this.bookedCell);
    this.amount = { kind: "amount", unit: table.unit, decimals: table.decimals };
  }

  get sign(): CostSign {
    return this.item.followUp.table.sign;
  }

  get lineCount(): number {
    return this.item.followUp.table.lines.length;
  }

  get totalRow(): number {
    return this.top + this.lineCount;
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
    { look = "plain", optional = false }: { readonly look?: Look; readonly optional?: boolean } = {},
  ): Cell[] {
    const shown = (formula: string): string => (optional ? `IF(${at(row, COLUMN.outcome)}="","",${formula})` : formula);
    return [
      this.outcomeCell(outcome, result, look),
      this.budgetCell(shown(budget), result, look),
      this.deviationCell(row, result, look, shown),
      this.shareCell(row, result, look, shown),
    ];
  }

  outcomeCell(formula: string, result: Deviation | null, look: Look = "plain"): Cell {
    return formulaCell(formula, result?.outcome ?? null, this.amount, look);
  }

  budgetCell(formula: string, result: Deviation | null, look: Look = "plain"): Cell {
    return formulaCell(formula, result?.budget ?? null, this.amount, look);
  }

  deviationCell(row: number, result: Deviation | null, look: Look = "plain", shown = asItIs): Cell {
    return formulaCell(shown(this.deviation(row)), result?.amount ?? null, this.amount, look);
  }

  shareCell(row: number, result: Deviation | null, look: Look = "plain", shown = asItIs): Cell {
    return formulaCell(shown(this.share(row)), result?.share ?? null, PERCENT, look);
  }

  /** A column of the lines, summed. */
  sumOf(column: "outcome" | "budget" | "lastYear"): string {
    return `SUM(${columnRange(COLUMN[column], this.top, this.totalRow - 1)})`;
  }

  /** Positive is favourable, whatever the source's sign. */
  favourable(outcome: string, budget: string): string {
    return this.sign === "negative" ? `${outcome}-${budget}` : `${budget}-${outcome}`;
  }

  private deviation(row: number): string {
    return this.favourable(at(row, COLUMN.outcome), at(row, COLUMN.budget));
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
