// src/report/deviation/overviewTab.ts: the tab Översikt: several initiatives in one row each, with their total.
import type { CostSign } from "../../domain/deviation/budget";
import type { Deviation } from "../../domain/deviation/deviation";
import { signOfResult } from "../../domain/deviation/lineKind";
import { rollUpOf } from "../../domain/deviation/rollUp";
import { signNoteOf } from "../../text/kinds";
import type { Texts } from "../../text/texts";
import {
  at,
  columnRange,
  formulaCell,
  linkCell,
  literal,
  sheetReference,
  type StyleOptions,
  textCell,
  textFormulaCell,
} from "../cells";
import { type Columns, columns } from "../columns";
import type { DeviationTab } from "./deviationTab";
import type { Cell, Look, NumberFormat, SheetModel } from "../sheetModel";
import { SheetDraft } from "../sheetDraft";
import { type HeadFacts, headFacts } from "../tabHead";

/** What a row shows: an initiative, or all of them. */
interface OverviewRow {
  /** Of the tab. */
  readonly row: number;
  readonly texts: Texts;
  readonly format: NumberFormat;
  readonly sign: CostSign;
  readonly name: string;
  /** The tab of the initiative; null: in the total. */
  readonly tab: string | null;
  /** Formulas. */
  readonly outcome: string;
  readonly budget: string;
  readonly result: Deviation;
  readonly look: Look;
}

const RIGHT: StyleOptions = { align: "right" };
const SHARE: NumberFormat = { kind: "percent", decimals: 1 };
/** Less than this is rounding of the sums. */
const DECIMALS = 4;

type ColumnKey = "initiative" | "outcome" | "budget" | "deviation" | "share" | "result" | "tab";

const overviewColumns: Columns<ColumnKey, Texts, OverviewRow, never> = columns<Texts, OverviewRow>()([
  {
    key: "initiative",
    heading: (texts) => texts.tabs.overview.initiative,
    width: [34, 60],
    cell: ({ name, look }) => textCell(name, look, look === "plain" ? { wrap: true } : {}),
  },
  {
    key: "outcome",
    heading: (texts) => texts.tabs.overview.outcome,
    style: RIGHT,
    width: [14, 20],
    cell: ({ outcome, result, format, look }) => formulaCell(outcome, result.outcome, format, look),
  },
  {
    key: "budget",
    heading: (texts) => texts.tabs.overview.budget,
    style: RIGHT,
    width: [14, 20],
    cell: ({ budget, result, format, look }) => formulaCell(budget, result.budget, format, look),
  },
  {
    key: "deviation",
    heading: (texts) => texts.tabs.overview.deviation,
    style: RIGHT,
    width: [14, 20],
    cell: ({ row, sign, result, format, look }) => {
      const [outcome, budget] = [own(row, "outcome"), own(row, "budget")];
      const formula = sign === "negative" ? `${outcome}-${budget}` : `${budget}-${outcome}`;
      return formulaCell(formula, result.amount, format, look);
    },
  },
  {
    key: "share",
    heading: (texts) => texts.tabs.overview.share,
    style: RIGHT,
    width: [13, 14],
    cell: ({ row, result, look }) => {
      const budget = own(row, "budget");
      const formula = `IF(ROUND(${budget},${DECIMALS})=0,"",${own(row, "deviation")}/ABS(${budget}))`;
      return formulaCell(formula, result.share, SHARE, look);
    },
  },
  {
    key: "result",
    heading: (texts) => texts.tabs.overview.result,
    style: { indent: 1 },
    width: [14, 18],
    cell: verdictCell,
  },
  {
    key: "tab",
    heading: (texts) => texts.tabs.overview.tab,
    width: [26, 34],
    cell: ({ tab, look }) =>
      tab === null ? textCell("", look) : linkCell({ workbook: null, sheet: tab, cells: null }, look, { wrap: true }),
  },
]);
const COLUMN = overviewColumns.at;

/** Address of a cell on the row. */
function own(row: number, column: ColumnKey): string {
  return at(row, COLUMN[column]);
}

function verdictCell({ row, texts, result, look }: OverviewRow): Cell {
  const words = texts.tabs.deviationWords;
  const { amount } = result;
  const verdict = amount.isZero() ? words.balanced : amount.isPositive() ? words.surplus : words.deficit;
  const rounded = `ROUND(${own(row, "deviation")},${DECIMALS})`;
  return textFormulaCell(
    `IF(${rounded}>0,${literal(words.surplus)},IF(${rounded}<0,${literal(words.deficit)},${literal(words.balanced)}))`,
    verdict,
    look,
    { indent: 1 },
  );
}

/** Amounts in the unit that all initiatives share, else kronor; turned into negative costs where the sources differ in sign. */
export function overviewTab(tabs: readonly DeviationTab[], head: HeadFacts, name: string, texts: Texts): SheetModel {
  const draft = new SheetDraft(overviewColumns.plan(texts), texts.language);
  const words = texts.tabs.overview;
  const format = commonFormat(tabs);
  const unit = format.kind === "amount" ? format.unit : "kr";
  const top = headFacts(draft, texts.tabs.titles.overview, { ...head, unit }, texts, {
    label: COLUMN.initiative,
    value: COLUMN.outcome,
    secondLabel: COLUMN.share,
    secondValue: COLUMN.tab,
    secondTop: 1,
  });
  draft.putRow(top, 0, overviewColumns.headingCells(texts));
  const rollUp = rollUpOf(tabs.map(({ item }) => item.followUp));
  const same = { texts, format, sign: rollUp.sign };
  tabs.forEach(({ item, sheet, total }, index) => {
    const result = rollUp.byInitiative[index];
    if (result === undefined) return;
    const turn = signOfResult(item.followUp.table) === rollUp.sign ? "" : "-";
    const from = (cell: string): string => turn + sheetReference(sheet.name) + cell;
    const row = top + 1 + index;
    const formulas = { outcome: from(total.outcome), budget: from(total.budget) };
    const shown: OverviewRow = { ...same, ...formulas, row, name: item.name, tab: sheet.name, result, look: "plain" };
    draft.putRow(row, 0, overviewColumns.cells(shown));
  });
  const last = top + tabs.length;
  const sum = (column: ColumnKey): string => `SUM(${columnRange(COLUMN[column], top + 1, last)})`;
  const sums = { outcome: sum("outcome"), budget: sum("budget"), result: rollUp.total };
  const total: OverviewRow = { ...same, ...sums, row: last + 1, name: words.total, tab: null, look: "total" };
  draft.putRow(last + 1, 0, overviewColumns.cells(total));
  const signs = new Set(tabs.map(({ item }) => signOfResult(item.followUp.table)));
  draft.putText(draft.next, 0, signs.size > 1 ? words.mixedSigns : signNoteOf(writtenIn(tabs, rollUp.sign), texts));
  return draft.sheet("oversikt", name, {
    frozen: { rows: top + 1, columns: 1 },
    printTitleRows: { from: top, to: top },
  });
}

/** How all of them write their amounts: with income where any has some. */
function writtenIn(tabs: readonly DeviationTab[], sign: CostSign): Parameters<typeof signNoteOf>[0] {
  const kinds = tabs.flatMap(({ item }) => item.followUp.table.kinds);
  return { kinds, sign, orientation: sign === "negative" ? "costs-negative" : "ledger" };
}

function commonFormat(tabs: readonly DeviationTab[]): NumberFormat {
  const tables = tabs.map(({ item }) => item.followUp.table);
  const units = new Set(tables.map(({ unit }) => unit));
  const [only] = units;
  if (units.size !== 1 || only === undefined) return { kind: "amount", unit: "kr", decimals: 0 };
  return { kind: "amount", unit: only, decimals: Math.max(...tables.map(({ decimals }) => decimals)) };
}
