// src/report/board/boardDeviationTab.ts: the board's page on one initiative's deviations: what, how much, why and what is done, on one A4.
// Everything is read from the tab Avvikelse, so that a text typed there shows at once.
import { readinessOf } from "../../domain/deviation/readiness";
import { hasIncome } from "../../domain/deviation/lineKind";
import { Decimal } from "../../domain/money";
import { signedAmountText } from "../../text/format";
import type { Texts } from "../../text/texts";
import { at, fixed, formulaCell, literal, sheetReference, textCell, textFormulaCell } from "../cells";
import { COLUMN as SOURCE, INTEGER } from "../deviation/deviationColumns";
import type { DeviationTab } from "../deviation/deviationTab";
import { type ColumnPlan, SheetDraft } from "../sheetDraft";
import type { NumberFormat, SheetModel, SheetRole } from "../sheetModel";
import { type HeadFacts, headFacts } from "../tabHead";
import { COLUMN, type BoardRows, putBoardLines } from "./boardLines";
import { putBoardLegend } from "./boardLegend";
import { materialCount, missingTexts } from "./materialLines";
import { counted, totalSentence } from "./boardSentences";

/** Widths add up to what one landscape page holds in legible type. */
const plan: readonly ColumnPlan[] = [
  { least: 28, most: 28 },
  { least: 11, most: 15 },
  { least: 11, most: 15 },
  { least: 11, most: 15 },
  { least: 11, most: 11 },
  { least: 20, most: 20 },
  { least: 31, most: 31 },
  { least: 31, most: 31 },
  { least: 15, most: 15 },
  { least: 11, most: 11 },
  { least: 9, most: 9, hidden: true },
  { least: 9, most: 9, hidden: true },
  { least: 9, most: 9, hidden: true },
];
/** Cells over the whole page. */
export const WIDTH = COLUMN.position;

/** A board page while it is being filled. */
export interface BoardDraft {
  readonly draft: SheetDraft;
  readonly source: DeviationTab;
  readonly texts: Texts;
  readonly amount: NumberFormat;
  /** A cell of the tab Avvikelse. */
  readonly from: (cell: string) => string;
}

export function boardRoleOf(role: SheetRole): SheetRole {
  return role.replace("avvikelse", "styrelseavvikelse") as SheetRole;
}

/** `notes`: what else the board must know of what the figures rest on. */
export function boardDeviationTab(
  source: DeviationTab,
  head: HeadFacts,
  name: string,
  texts: Texts,
  notes: readonly string[] = [],
): SheetModel {
  const { unit, decimals } = source.item.followUp.table;
  const prefix = sheetReference(source.sheet.name);
  const board: BoardDraft = {
    draft: new SheetDraft(plan, texts.language),
    source,
    texts,
    amount: { kind: "amount", unit, decimals },
    from: (cell) => prefix + cell,
  };
  putHead(board, head);
  const status = board.draft.next + 1;
  // The hidden numbers stand beside the first line: what stands beside an empty cell would be printed.
  const heading = status + 3 + source.remarks.length + notes.length;
  putStatus(board, status, heading + 1);
  notes.forEach((note, index) => {
    board.draft.put(heading - 1 - notes.length + index, COLUMN.line, textCell(note, "warn", { span: WIDTH }));
  });
  const rows = putBoardLines(board, heading);
  const below = board.draft.next + 1;
  const chartRows = putChart(board, rows, below);
  putBoardLegend(board, rows, below);
  // Rows of small type are lower than the chart was placed by: it must not be cut at the foot of the page.
  board.draft.skipTo(below + chartRows + 2);
  const sheet = board.draft.sheet(boardRoleOf(source.item.role), name, {
    frozen: { rows: 0, columns: 0 },
    printTitleRows: null,
  });
  return { ...sheet, rowHeights: rowHeights(board, sheet, rows), onePage: true };
}

/** Who drew it up, date and version are those of the tab Avvikelse. */
function putHead(board: BoardDraft, head: HeadFacts): void {
  const { draft, source, texts, from } = board;
  headFacts(draft, texts.board.titles.deviation, head, texts, {
    label: COLUMN.line,
    value: COLUMN.outcome,
    secondLabel: COLUMN.action,
    secondValue: COLUMN.responsible,
    secondTop: 0,
  });
  [0, 1, 2].forEach((row) => {
    const cell = source.upper[row]?.[SOURCE.action] ?? null;
    const address = from(at(row, SOURCE.action));
    const content = cell?.content ?? null;
    const style = { align: "left", format: cell?.style.format ?? { kind: "general" } } as const;
    const formula = `IF(${address}="","",${address})`;
    const shown =
      content?.kind === "number"
        ? formulaCell(formula, new Decimal(content.number), style.format, "plain", style)
        : textFormulaCell(formula, content?.kind === "text" ? content.text : "", "plain", style);
    draft.put(row, COLUMN.responsible, shown);
  });
  const booked = source.upper[BOOKED.row]?.[BOOKED.column]?.content ?? null;
  draft.put(BOOKED_ROW, COLUMN.action, textCell(texts.tabs.head.bookedThrough, "label"));
  draft.put(
    BOOKED_ROW,
    COLUMN.responsible,
    textFormulaCell(from(at(BOOKED.row, BOOKED.column)), booked?.kind === "formula" ? booked.cached : "", "plain", {
      align: "left",
      span: 2,
    }),
  );
}

/** Where the head of Avvikelse says how far it is booked, and where the page says it. */
const BOOKED = { row: 4, column: SOURCE.outcome };
const BOOKED_ROW = 3;

/** The check, the whole in a sentence, and what is worth noting. */
function putStatus(board: BoardDraft, row: number, hidden: number): void {
  const { draft, source, texts, from } = board;
  const { item, sheet, rows, remarks } = source;
  const words = texts.board.ready;
  const { marked, missing } = readinessOf(item.followUp, item.kept);
  // A mark may refer to its own sheet only.
  const [lacks, material] = [fixed(hidden, COLUMN.missing), fixed(hidden, COLUMN.marked)];
  const text =
    missing.length > 0
      ? counted(missing.length, words.oneMissing, words.missing)
      : marked === 0
        ? words.nothingMarked
        : counted(marked, words.one, words.all);
  const among = (count: string, one: string, [before, after]: readonly [string, string]): string =>
    `IF(${count}=1,${literal(one)},${literal(before)}&${count}&${literal(after)})`;
  const formula =
    `IF(${lacks}>0,${among(lacks, words.oneMissing, words.missing)},` +
    `IF(${material}=0,${literal(words.nothingMarked)},${among(material, words.one, words.all)}))`;
  draft.put(row, COLUMN.line, textFormulaCell(formula, text, "group", { span: WIDTH, align: "left" }));
  const area = { top: row, left: 0, bottom: row, right: WIDTH - 1 };
  draft.mark({ area, formula: `${lacks}>0`, look: "warn" });
  draft.mark({ area, formula: `${lacks}=0`, look: "good" });
  const sentence = totalSentence(board, material);
  draft.put(
    row + 1,
    COLUMN.line,
    textFormulaCell(sentence.formula, sentence.text, "total", { span: WIDTH, align: "left" }),
  );
  remarks.forEach(({ cell, text: said }, index) => {
    draft.put(row + 2 + index, COLUMN.line, textFormulaCell(from(cell), said, "plain", { span: WIDTH }));
  });
  draft.put(hidden, COLUMN.missing, formulaCell(missingTexts(sheet.name, rows), missing.length, INTEGER));
  draft.put(hidden, COLUMN.marked, formulaCell(materialCount(sheet.name, rows), marked, INTEGER));
}

/** Returns how many rows the lower part of the page takes. */
function putChart({ draft, source, texts, amount }: BoardDraft, rows: BoardRows, top: number): number {
  const { table } = source.item.followUp;
  const words = texts.tabs.deviationWords;
  const { bars } = rows;
  const own = hasIncome(table);
  const height = Math.min(22, Math.max(15, 6 + Math.ceil(bars * 1.2)));
  const column = (at_: number) => ({ top: rows.top, left: at_, bottom: rows.top + bars - 1, right: at_ });
  const described = rows.shown.map(
    ({ costLine, amount: kr }) =>
      `${costLine} ${signedAmountText(kr, table.unit, table.decimals, texts.language)} ${table.unit}`,
  );
  draft.addChart({
    type: "bar",
    title: own ? texts.kinds.chartTitle : words.chartTitle,
    series: [
      { name: texts.tabs.deviation.deviation, categories: column(COLUMN.line), values: column(COLUMN.deviation) },
    ],
    format: amount,
    valueAxisTitle: own ? texts.kinds.chartAxis(table.unit) : words.chartAxis(table.unit),
    description: words.chartDescription(described),
    area: { top, left: COLUMN.line, bottom: top + height - 1, right: COLUMN.share },
  });
  return height;
}

const LINE_HEIGHT = 15;

/** A material line has room for two rows of text from the start, and for at most four; for fewer where many are material: the page is one. */
function rowHeights({ source }: BoardDraft, sheet: SheetModel, rows: BoardRows): ReadonlyMap<number, number> {
  const material = source.item.followUp.material.filter(Boolean).length;
  const most = material > 10 ? 2 : material > 6 ? 3 : 4;
  const heights = new Map(sheet.rowHeights);
  rows.shown.forEach(({ material }, index) => {
    const row = rows.top + index;
    const needed = Math.max(heights.get(row) ?? LINE_HEIGHT, material ? 2 * LINE_HEIGHT : LINE_HEIGHT);
    if (needed > LINE_HEIGHT) heights.set(row, Math.min(needed, most * LINE_HEIGHT));
  });
  return heights;
}
