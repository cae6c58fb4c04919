// src/report/controls/sourceTotals.ts: the source's own totals, and its rows summed a second time, against Underlag.
import type { ControlCheck } from "../../domain/deviation/controlTotal";
import type { RecountCheck } from "../../domain/deviation/recount";
import { explanationOf } from "../../domain/deviation/controlTotal";
import type { StatedAmount } from "../../domain/deviation/budget";
import { hasIncome, signOfResult, weightOf } from "../../domain/deviation/lineKind";
import { weightsOf } from "../../domain/deviation/controlTotal";
import { Decimal, KR_PER_UNIT } from "../../domain/money";
import { amountText, numberText } from "../../text/format";
import type { Texts } from "../../text/texts";
import type { Numbered } from "../deviation/numbered";
import { UnderlagSums } from "../deviation/underlagSums";
import type { SheetDraft } from "../sheetDraft";
import { COLUMN, type ControlInput, type ControlRow, HALF_ORE, putControl, section } from "./controlRow";

export function putTotals(draft: SheetDraft, input: ControlInput, item: Numbered): void {
  const { texts } = input;
  const words = texts.tabs.controlWords;
  section(draft, input, words.totalsHeading, item);
  const { controls, results, explained, table } = item.followUp;
  if (explained.stated === 0) draft.putText(draft.next, COLUMN.control, words.noTotals);
  for (const check of controls) putControl(draft, texts, controlTotalRow(check, item, texts));
  results.forEach((check, at) => {
    putControl(draft, texts, controlTotalRow(check, item, texts, table.results[at]?.label ?? null));
  });
  if (explained.stated > 0 && (hasIncome(table) || table.explained !== null))
    draft.putText(
      draft.next,
      COLUMN.control,
      explanationOf(explained) === "all"
        ? texts.kinds.allExplained(explained.stated)
        : texts.kinds.explained(explained.explained, explained.stated),
    );
  putEquity(draft, item, texts);
  for (const check of item.followUp.recounts) putControl(draft, texts, recountRow(check, item, texts));
}

/** Equity that the source states: closing against opening and the change, the change against the computed result. */
function putEquity(draft: SheetDraft, item: Numbered, texts: Texts): void {
  const { equity, table } = item.followUp;
  if (equity === null) return;
  const { opening, closing } = equity.stated;
  const { equity: words } = texts.kinds;
  const shared = {
    tolerance: new Decimal(KR_PER_UNIT[table.unit]).div(2).times(table.lines.length + 2),
    format: { kind: "amount", unit: table.unit, decimals: table.decimals } as const,
    action: words.action,
  };
  const row = (label: string, stated: StatedAmount, formula: string, value: Decimal): void => {
    putControl(draft, texts, { ...shared, label, expected: stated.amount, value, formula, place: stated.origin });
  };
  if (opening !== null && closing !== null && equity.change !== null) {
    const value = opening.amount.plus(equity.change);
    row(words.closing, closing, `${opening.amount.toString()}+(${equity.change.toString()})`, value);
  }
  if (equity.result === null || equity.change === null) return;
  const { outcome } = texts.tabs.source;
  const lines = [...table.lines.keys()];
  const sums = new UnderlagSums(item, texts.tabs.source, "0");
  const net = sums.netOverLinesAndPeriods(
    outcome,
    lines,
    lines.map((line) => weightOf(table, line)),
    [...table.periods.keys()],
  );
  const stated = equity.stated.change ?? closing ?? opening;
  if (stated !== null)
    row(
      words.change,
      { ...stated, amount: equity.change },
      signOfResult(table) === "negative" ? net : `-(${net})`,
      equity.result,
    );
}

/** No tolerance that any difference would meet: the totals may agree where their parts do not. */
const NEVER = new Decimal(-1);

/** The source's own rows summed apart from everything else, against Underlag. */
function recountRow(check: RecountCheck, item: Numbered, texts: Texts): ControlRow {
  const { table } = item.followUp;
  const words = texts.tabs.controlWords;
  const { measure, recount } = check;
  const count = (number: number): string => numberText(new Decimal(number), 0, texts.language);
  const typed = recount.typed[measure] === 0 ? "" : words.typedAmounts(count(recount.typed[measure]));
  const used = count(recount.seen - recount.setAside);
  return {
    label: words.recount(words.measure[measure], used, count(recount.setAside)) + typed,
    expected: check.expected,
    value: check.computed,
    formula: new UnderlagSums(item, texts.tabs.source, "0").overLinesAndPeriods(
      texts.tabs.source[measure],
      [...table.lines.keys()],
      [...table.periods.keys()],
    ),
    tolerance: check.agrees ? HALF_ORE : NEVER,
    format: { kind: "amount", unit: table.unit, decimals: table.decimals },
    place: { workbook: table.workbook, sheet: table.sheet, cells: table.range },
    action: words.recountAction,
  };
}

/** `label`: what the source calls it; null: it is said by its lines. */
function controlTotalRow(check: ControlCheck, item: Numbered, texts: Texts, label: string | null = null): ControlRow {
  const { control, computed, tolerance } = check;
  const { table } = item.followUp;
  const words = texts.tabs.controlWords;
  const sums = new UnderlagSums(item, texts.tabs.source, "0");
  const of = (column: string): string =>
    sums.netOverLinesAndPeriods(column, control.lines, weightsOf(table, control), control.periods);
  const { outcome, budget } = texts.tabs.source;
  const only = (names: readonly string[], all: string, some: string): string =>
    names.length === 1 ? (names[0] ?? "") : all === "" ? some : all;
  const lines = only(
    control.lines.map((line) => table.lines[line] ?? ""),
    control.lines.length === table.lines.length ? words.allLines : "",
    words.someLines(control.lines.length),
  );
  const periods = control.periods.map((period) => table.periods[period]?.label ?? "");
  const spanned =
    periods.length === table.periods.length && periods.length > 1
      ? words.allPeriods
      : periods.length > 2
        ? `${periods[0] ?? ""}–${periods.at(-1) ?? ""}`
        : periods.join(", ");
  return {
    label: `${words.measure[control.measure]}, ${label ?? lines}, ${spanned}${check.basis === undefined ? "" : words.basis(check.basis.name)}`,
    expected: control.stated,
    value: computed,
    formula:
      control.measure === "outcome"
        ? of(outcome)
        : control.measure === "budget"
          ? basisFormula(check.basis, of(budget))
          : deviationFormula(of(outcome), of(budget), check, item),
    tolerance,
    format: { kind: "amount", unit: table.unit, decimals: table.decimals },
    place: control.origin,
    action: `${words.totalAction} ${words.tolerance(`${amountText(tolerance, table.unit, table.unit === "kr" ? 2 : 1, texts.language)} ${table.unit}`)}.`,
  };
}

/** The source's deviation column may have either sign; the check knows which one it was compared as. */
function deviationFormula(
  outcome: string,
  budget: string,
  { control, computed, basis }: ControlCheck,
  { followUp }: Numbered,
): string {
  const { table } = followUp;
  if (basis !== undefined) {
    const against = basisFormula(basis, budget);
    return basis.sign === 1 ? `(${outcome})-(${against})` : `(${against})-(${outcome})`;
  }
  const weights = weightsOf(table, control);
  const weightAt = new Map(control.lines.map((line, at) => [line, weights[at] ?? 1]));
  const periods = new Set(control.periods);
  const raw = table.entries
    .filter(({ line, period }) => weightAt.has(line) && periods.has(period))
    .reduce(
      (all, { line, outcome: a, budget: b }) =>
        all.plus(
          decimal(a)
            .minus(decimal(b))
            .times(weightAt.get(line) ?? 1),
        ),
      new Decimal(0),
    );
  return raw.eq(computed) ? `(${outcome})-(${budget})` : `(${budget})-(${outcome})`;
}

/** The budget, or what the source reckons against instead of it. */
function basisFormula(basis: ControlCheck["basis"], budget: string): string {
  if (basis === undefined) return budget;
  const { name, amount } = basis;
  return name.kind === "part" ? `(${budget})*${name.months}/${name.of}` : amount.toString();
}

function decimal(money: Numbered["followUp"]["table"]["entries"][number]["outcome"]): Decimal {
  if (money === null) return new Decimal(0);
  return typeof money === "number" ? new Decimal(money).div(100) : money;
}
