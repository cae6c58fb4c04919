// src/report/controls/sourceTotals.ts: the source's own totals, and its rows summed a second time, against Underlag.
import type { ControlCheck } from "../../domain/deviation/controlTotal";
import type { RecountCheck } from "../../domain/deviation/recount";
import { Decimal } from "../../domain/money";
import { amountText, numberText } from "../../text/format";
import type { Texts } from "../../text/texts";
import type { Numbered } from "../deviation/numbered";
import { SourceSums } from "../deviation/sourceSums";
import type { SheetDraft } from "../sheetDraft";
import { COLUMN, type ControlInput, type ControlRow, HALF_ORE, putControl, section } from "./controlRow";

export function putTotals(draft: SheetDraft, input: ControlInput, item: Numbered): void {
  const { texts } = input;
  const words = texts.tabs.controlWords;
  section(draft, input, words.totalsHeading, item);
  const { controls } = item.followUp;
  if (controls.length === 0) draft.putText(draft.next, COLUMN.control, words.noTotals);
  for (const check of controls) putControl(draft, texts, controlTotalRow(check, item, texts));
  for (const check of item.followUp.recounts) putControl(draft, texts, recountRow(check, item, texts));
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
    formula: new SourceSums(item, texts.tabs.source, "0").overLinesAndPeriods(
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

function controlTotalRow(check: ControlCheck, item: Numbered, texts: Texts): ControlRow {
  const { control, computed, tolerance } = check;
  const { table } = item.followUp;
  const words = texts.tabs.controlWords;
  const sums = new SourceSums(item, texts.tabs.source, "0");
  const of = (column: string): string => sums.overLinesAndPeriods(column, control.lines, control.periods);
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
    label: `${words.measure[control.measure]}, ${lines}, ${spanned}`,
    expected: control.stated,
    value: computed,
    formula:
      control.measure === "outcome"
        ? of(outcome)
        : control.measure === "budget"
          ? of(budget)
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
  { control, computed }: ControlCheck,
  { followUp }: Numbered,
): string {
  const { table } = followUp;
  const wanted = new Set(control.lines);
  const periods = new Set(control.periods);
  const raw = table.entries
    .filter(({ line, period }) => wanted.has(line) && periods.has(period))
    .reduce((all, entry) => all.plus(decimal(entry.outcome)).minus(decimal(entry.budget)), new Decimal(0));
  return raw.eq(computed) ? `(${outcome})-(${budget})` : `(${budget})-(${outcome})`;
}

function decimal(money: Numbered["followUp"]["table"]["entries"][number]["outcome"]): Decimal {
  if (money === null) return new Decimal(0);
  return typeof money === "number" ? new Decimal(money).div(100) : money;
}
