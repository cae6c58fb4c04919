// src/report/return/sensitivityModel.ts: the return as a formula of the assumptions, for the bars of Känslighet: sums per pair of supports and year,
// and the list of assumptions, in hidden columns; kr back is the same sum of products as the engine's (method.md §3).
import { columnName } from "../../domain/a1";
import type { AssumptionKind } from "../../domain/return/assumptions";
import { assumptionFor } from "../../domain/return/assumptions";
import type { Term } from "../../domain/return/drawnReturn";
import { type Decimal, sum, ZERO } from "../../domain/money";
import { contributionTerms, exactRatio, termsOf } from "../../domain/return/uncertainty";
import { formNumber } from "../../domain/return/ownAssumptions";
import type { SensitivityTexts } from "../../text/finalReport";
import { fixed, formulaCell, numberCell, textCell } from "../cells";
import type { SheetDraft } from "../sheetDraft";
import { yearFactorsOf } from "../../domain/return/yearFactors";
import { NAME } from "./returnFrame";
import { assumptionName, type SensitivityInput, type Side } from "./sensitivityFrame";
import type { Cell, Look, NumberFormat } from "../sheetModel";

/** Excel's longest formula is 8 192 characters; beyond this the bars are values. */
const LONGEST_FORMULA = 7_500;
const SIDES: readonly Side[] = ["low", "base", "high"];
/** Rows of the hidden columns: headings, then year 0 … 60 and the assumptions. */
const HEADING_ROW = 3;
const FIRST_ROW = HEADING_ROW + 1;

/** Which assumption is away from base; its value at the run. */
interface Away {
  readonly index: number;
  readonly side: "low" | "high";
  readonly value: Decimal;
}

export class SensitivityModel {
  readonly paidIn: Decimal;
  /** What was paid in, by whole years after the first one, before any discounting. */
  private readonly paid: ReturnType<typeof contributionTerms>;
  /** kr back per kr in at base, unrounded; 0 when nothing was paid in. */
  readonly baseRatio: Decimal;
  /** The bars are formulas. */
  readonly live: boolean;
  /** Set by the tab before any result is written. */
  paidInCell = "";
  private readonly terms: readonly Term[];
  private readonly years: number;
  /** Assumption index → hidden column of its series. */
  private readonly series: ReadonlyMap<number, number>;
  private readonly yearColumn: number;
  private readonly paidColumn: number;

  constructor(
    private readonly input: SensitivityInput,
    private readonly left: number,
    private readonly words: SensitivityTexts,
  ) {
    const { uncertainty } = input;
    this.terms = termsOf(uncertainty);
    this.years = 1 + this.terms.reduce((last, { old, next }) => Math.max(last, lastYear(old), lastYear(next)), 0);
    this.paid = contributionTerms(uncertainty);
    const { later } = yearFactorsOf(uncertainty.scenario, []);
    this.paidIn = sum(this.paid.map((each) => each.kr.times(later(each.later))));
    this.baseRatio = exactRatio(this.terms, uncertainty, ({ base }) => base) ?? ZERO;
    // Assumptions take four columns, money in two, then the year, then the sums, then the series.
    this.paidColumn = left + 4;
    this.yearColumn = left + 6;
    const afterSums = this.yearColumn + 1 + 2 * this.terms.length;
    const withSeries = uncertainty.scenario.assumptions.flatMap(({ series }, index) =>
      series === null ? [] : [index],
    );
    this.series = new Map(withSeries.map((index, order) => [index, afterSums + order]));
    this.live = this.backFormula(null).length <= LONGEST_FORMULA;
  }

  /** Hidden columns that the model takes, from `left`. */
  get columnCount(): number {
    return 7 + 2 * this.terms.length + this.series.size;
  }

  /** `$L$5`: an assumption's low, base or high in the hidden list. */
  cellOf(index: number, side: Side): string {
    return fixed(FIRST_ROW + index, this.left + 1 + SIDES.indexOf(side));
  }

  /** kr back per kr in with one assumption away from base (null: none), as a formula where it fits into one. */
  resultCell(away: Away | null, format: NumberFormat, look: Look): Cell {
    const value = away === null ? this.baseRatio : away.value;
    if (!this.live) return numberCell(value, format, look);
    const moved = away === null ? null : this.input.uncertainty.scenario.assumptions[away.index]?.kind;
    const paid = moved === "rate" ? this.paidFormula(away) : this.paidInCell;
    return formulaCell(`(${this.backFormula(away)})/${paid}`, value, format, look);
  }

  /** Money in, kr. */
  moneyInCell(format: NumberFormat): Cell {
    return formulaCell(this.paidFormula(null), this.paidIn, format);
  }

  private paidFormula(away: Away | null): string {
    const last = Math.max(1, this.paid.length) - 1;
    const [later, kr] = [0, 1].map((column) => this.range(this.paidColumn + column, 0, last));
    return `SUMPRODUCT(${kr}*(1+${this.share("rate", away)})^(-${later}))`;
  }

  /** Writes the hidden columns. */
  put(draft: SheetDraft): void {
    const { words, left } = this;
    const { scenario, basis } = this.input.uncertainty;
    draft.putRow(
      HEADING_ROW,
      left,
      [words.assumption, words.low, words.base, words.high, words.later, words.moneyIn, words.year].map((text) =>
        textCell(text, "heading"),
      ),
    );
    this.paid.forEach(({ later, kr }, row) =>
      draft.putRow(FIRST_ROW + row, this.paidColumn, [
        numberCell(later, { kind: "integer" }),
        numberCell(kr, { kind: "general" }),
      ]),
    );
    scenario.assumptions.forEach((assumption, index) => {
      draft.put(FIRST_ROW + index, left, textCell(assumptionName(assumption, words)));
      SIDES.forEach((side, order) => {
        const source = this.input.assumptionCell?.(index, side) ?? null;
        const cell =
          source === null
            ? numberCell(assumption[side], { kind: "general" })
            : formulaCell(source, assumption[side], { kind: "general" });
        draft.put(FIRST_ROW + index, left + 1 + order, cell);
      });
      const column = this.series.get(index);
      if (column !== undefined)
        this.putYears(
          draft,
          column,
          assumptionName(assumption, words),
          (k) => assumption.series?.[Math.min(k, assumption.series.length - 1)] ?? ZERO,
        );
    });
    for (let k = 0; k < this.years; k += 1)
      draft.put(FIRST_ROW + k, this.yearColumn, numberCell(k, { kind: "integer" }));
    this.terms.forEach(({ before, after, later, taxed, old, next }, order) => {
      const [from, to] = [basis.input.sources[before]?.name ?? "", basis.input.sources[after]?.name ?? ""];
      this.putYears(draft, this.sumColumn(order), words.oldSupport(from, to, taxed, later), (k) => old[k] ?? ZERO);
      this.putYears(draft, this.sumColumn(order) + 1, words.newSupport(from, to, taxed, later), (k) => next[k] ?? ZERO);
    });
  }

  private putYears(draft: SheetDraft, column: number, heading: string, of: (k: number) => Decimal): void {
    draft.put(HEADING_ROW, column, textCell(heading, "heading"));
    for (let k = 0; k < this.years; k += 1) draft.put(FIRST_ROW + k, column, numberCell(of(k), { kind: "general" }));
  }

  private sumColumn(order: number): number {
    return this.yearColumn + 1 + 2 * order;
  }

  /**
   * kr back. Year 0 stands apart where factors are powers, since 0^0 is an error in Excel: there a power is 1. Series hold for every year.
   */
  private backFormula(away: Away | null): string {
    const paid = this.terms.filter(({ taxed }) => !taxed).map((term) => this.termFormula(term, away));
    const taxed = this.terms.filter((term) => term.taxed).map((term) => this.termFormula(term, away));
    const sum = [...paid, ...(taxed.length === 0 ? [] : [`(${taxed.join("+")})*${this.share("tax", away)}`])].join("+");
    const kept = (["deadweight", "others", "correction"] as const)
      .map((kind) => `*(1-${this.share(kind, away)})`)
      .join("");
    return `(${sum === "" ? "0" : sum})${kept}`;
  }

  private termFormula(term: Term, away: Away | null): string {
    const order = this.terms.indexOf(term);
    const { sources } = this.input.uncertainty.basis.input;
    const rate = `(1+${this.share("rate", away)})`;
    const of = (from: number, to: number): string => {
      const level = (kind: "uprating" | "persistence", source: number): string =>
        this.level(kind, sources[source]?.name ?? "", away, from, to);
      const year = this.range(this.yearColumn, from, to);
      const [stay, worth] = from === 0 ? ["", ""] : [`*(1-${this.share("outflow", away)})^${year}`, `/${rate}^${year}`];
      return (
        `(${this.range(this.sumColumn(order), from, to)}${level("uprating", term.before)}${stay}-${this.range(this.sumColumn(order) + 1, from, to)}${level("uprating", term.after)})` +
        `${level("persistence", term.after)}${worth}`
      );
    };
    const all = this.years === 1 ? of(0, 0) : `(${of(0, 0)}+SUMPRODUCT(${of(1, this.years - 1)}))`;
    const begun = term.later === 0 ? "" : `*${rate}^(${-term.later})`;
    return `${all}${begun}${this.midYear(sources[term.after]?.name ?? "", away)}`;
  }

  /** `*√q` in the running form of persistence. */
  private midYear(source: string, away: Away | null): string {
    const { scenario } = this.input.uncertainty;
    const assumption = assumptionFor(scenario, "persistence", source);
    if (assumption === null) return "";
    const index = scenario.assumptions.indexOf(assumption);
    if (this.series.has(index)) return "";
    const root = `SQRT(${this.cellOf(index, away?.index === index ? away.side : "base")})`;
    if (this.input.assumptionCell === null) return scenario.persistenceForm === "running" ? `*${root}` : "";
    return `*IF(${NAME.persistenceForm}=${formNumber("yearly").toString()},1,${root})`;
  }

  /** `*(1+g)^k` or `*q^k`, or the series; nothing in year 0 where it is a power. */
  private level(kind: "uprating" | "persistence", source: string, away: Away | null, from: number, to: number): string {
    const { scenario } = this.input.uncertainty;
    const assumption = assumptionFor(scenario, kind, source);
    if (assumption === null) return "";
    const index = scenario.assumptions.indexOf(assumption);
    const column = this.series.get(index);
    if (column !== undefined) return `*${this.range(column, from, to)}`;
    if (from === 0) return "";
    const cell = this.cellOf(index, away?.index === index ? away.side : "base");
    return `*${kind === "uprating" ? `(1+${cell})` : cell}^${this.range(this.yearColumn, from, to)}`;
  }

  private share(kind: AssumptionKind, away: Away | null): string {
    const { scenario } = this.input.uncertainty;
    const assumption = assumptionFor(scenario, kind);
    if (assumption === null) return "0";
    const index = scenario.assumptions.indexOf(assumption);
    return this.cellOf(index, away?.index === index ? away.side : "base");
  }

  private range(column: number, from: number, to: number): string {
    const letters = columnName(column);
    const cell = (k: number): string => `$${letters}$${FIRST_ROW + k + 1}`;
    return from === to ? cell(from) : `${cell(from)}:${cell(to)}`;
  }
}

function lastYear(amounts: readonly Decimal[]): number {
  return amounts.reduce((last, amount, k) => (amount.isZero() ? last : k), 0);
}
