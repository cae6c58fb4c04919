// src/report/board/boardLines.ts: the lines of the board's page: all of them where they fit, else the largest with the rest summed, the total, the forecast.
// Which lines are the largest follows the figures: the hidden column holds the place of each row's line in the tab Avvikelse.
import { type Deviation, deviationOf } from "../../domain/deviation/deviation";
import { signOfLine, signOfResult } from "../../domain/deviation/lineKind";
import { type Decimal, rounded, ZERO } from "../../domain/money";
import { lineHeadingOf, totalNameOf } from "../../text/kinds";
import { at, columnRange, fixed, formulaCell, literal, numberCell, textCell, textFormulaCell } from "../cells";
import { COLUMN as SOURCE, INTEGER, PERCENT } from "../deviation/deviationColumns";
import type { Section } from "../deviation/deviationLayout";
import type { Cell, Look } from "../sheetModel";
import type { BoardDraft } from "./boardDeviationTab";
import { isLine, lineColumn, materialCount, materialLines } from "./materialLines";

/** Columns of the page; the last three are hidden. */
export const COLUMN = {
  line: 0,
  outcome: 1,
  budget: 2,
  deviation: 3,
  share: 4,
  assessment: 5,
  cause: 6,
  action: 7,
  responsible: 8,
  done: 9,
  position: 10,
  /** On the first line's row: how many material lines lack a text, and how many are material. */
  missing: 11,
  marked: 12,
} as const;

/** As many lines as one page holds in legible type; more where more are material, up to the second number. */
const MOST_LINES = 12;
const MOST_MATERIAL = 18;
/** Puts material lines before all others in the order by size: larger than any deviation in kronor. */
const MATERIAL_FIRST = 1e12;

/** A line on the page, as it is at the run. */
export interface ShownLine {
  /** Index into the table's lines. */
  readonly line: number;
  readonly costLine: string;
  readonly amount: Decimal;
  readonly material: boolean;
}

export interface BoardRows {
  readonly top: number;
  readonly shown: readonly ShownLine[];
  /** Every line is shown. */
  readonly all: boolean;
  /** Rows of the lines and of what is not shown line by line, as far as they stand together. */
  readonly bars: number;
}

/** The lines in the order of the page. `all`: they fit, so they stand in the order of the tab. */
export function shownLines({ source }: Pick<BoardDraft, "source">): { all: boolean; shown: readonly ShownLine[] } {
  const { table, lineTotals, material } = source.item.followUp;
  const lines = table.lines.map((costLine, line): ShownLine => ({
    line,
    costLine,
    amount: lineTotals[line]?.amount ?? ZERO,
    material: material[line] === true,
  }));
  if (lines.length <= MOST_LINES) return { all: true, shown: lines };
  const room = Math.min(MOST_MATERIAL, Math.max(MOST_LINES - 1, lines.filter((line) => line.material).length));
  if (lines.length <= room) return { all: true, shown: lines };
  const size = ({ amount, material: is }: ShownLine): Decimal => rounded(amount.abs(), 0).plus(is ? MATERIAL_FIRST : 0);
  const bySize = [...lines].sort((a, b) => size(b).comparedTo(size(a)) || a.line - b.line);
  return { all: false, shown: bySize.slice(0, room) };
}

export function putBoardLines(board: BoardDraft, headingRow: number): BoardRows {
  const { draft, source, texts } = board;
  const words = texts.tabs.deviation;
  const right = { align: "right", wrap: true } as const;
  draft.putRow(headingRow, 0, [
    textCell(lineHeadingOf(source.item.followUp.table, texts), "heading"),
    ...[words.outcome, words.budget, words.deviation, words.share].map((text) => textCell(text, "heading", right)),
    textCell(texts.board.deviation.assessment, "heading", { indent: 1 }),
    ...[words.cause, words.action, words.responsible, words.done].map((text) =>
      textCell(text, "heading", { align: "left" }),
    ),
  ]);
  const top = headingRow + 1;
  const { all, shown } = shownLines(board);
  shown.forEach((line, index) => {
    putLine(board, top + index, index, line, all);
  });
  const bottom = top + shown.length - 1;
  const { sections } = source.rows;
  if (!all && sections.length === 0) putRest(board, top, bottom, shown);
  for (const section of sections) {
    if (!all) putSectionRest(board, top, bottom, section, shown);
    putSum(board, draft.next, section.sum, texts.kinds.sums[section.kind], sectionTotal(board, section));
  }
  const { table, total } = source.item.followUp;
  putSum(board, draft.next, source.rows.total, totalNameOf(table, texts), total);
  if (source.item.followUp.forecast !== null) putForecast(board, draft.next);
  const area = { top, left: 0, bottom, right: COLUMN.done };
  const yes = literal(texts.tabs.deviationWords.yes);
  const assessment = `$${at(top, COLUMN.assessment)}`;
  const missing = literal(texts.board.deviation.missingText);
  const causes = { top, left: COLUMN.cause, bottom, right: COLUMN.action };
  draft.mark({ area: causes, formula: `${at(top, COLUMN.cause)}=${missing}`, look: "bad" });
  draft.mark({ area, formula: `LEFT(${assessment},LEN(${yes}))=${yes}`, look: "warn" });
  return { top, shown, all, bars: shown.length + (all || sections.length > 0 ? 0 : 1) };
}

/** The n:th largest of all lines, as its place among them; ties in the order of the tab. */
function placeFormula({ source }: BoardDraft, nth: number): string {
  const { sheet, rows } = source;
  const deviation = lineColumn(sheet.name, rows, SOURCE.deviation);
  const count = rows.total - rows.top;
  const later = `(ROW(${deviation})-${rows.top})/${count + 1}`;
  const bySize = `ROUND(ABS(${deviation}),0)+${MATERIAL_FIRST}*${materialLines(sheet.name, rows)}-${later}`;
  const only = isLine(sheet.name, rows);
  // Headings and sums come after every line: a line's size is above 0.
  const size = only === null ? bySize : `(${bySize}+1)*${only}`;
  return `SUMPRODUCT(MATCH(LARGE(${size},${nth}),${size},0))`;
}

function putLine(board: BoardDraft, row: number, index: number, shown: ShownLine, all: boolean): void {
  const { draft, source, from, amount, texts } = board;
  const { item, sheet, rows } = source;
  const place = `$${at(row, COLUMN.position)}`;
  const position = rows.rowOf(shown.line) - rows.top + 1;
  draft.put(
    row,
    COLUMN.position,
    all ? numberCell(position, INTEGER) : formulaCell(placeFormula(board, index + 1), position, INTEGER),
  );
  const cell = (column: number): string =>
    all ? from(fixed(rows.rowOf(shown.line), column)) : `INDEX(${lineColumn(sheet.name, rows, column)},${place})`;
  const figures: Deviation | undefined = item.followUp.lineTotals[shown.line];
  const written = source.upper[rows.rowOf(shown.line)] ?? [];
  draft.putRow(row, 0, [
    textFormulaCell(cell(SOURCE.line), shown.costLine, "plain", { wrap: true }),
    formulaCell(cell(SOURCE.outcome), figures?.outcome ?? ZERO, amount),
    formulaCell(cell(SOURCE.budget), figures?.budget ?? ZERO, amount),
    formulaCell(cell(SOURCE.deviation), figures?.amount ?? ZERO, amount),
    formulaCell(cell(SOURCE.share), figures?.share ?? null, PERCENT),
    textFormulaCell(cell(SOURCE.material), textOf(written[SOURCE.material]), "plain", { wrap: true, indent: 1 }),
  ]);
  const isMarked = `LEFT($${at(row, COLUMN.assessment)},${texts.tabs.deviationWords.yes.length})=${literal(texts.tabs.deviationWords.yes)}`;
  const missing = texts.board.deviation.missingText;
  (
    [
      [COLUMN.cause, SOURCE.cause],
      [COLUMN.action, SOURCE.action],
    ] as const
  ).forEach(([column, of]) => {
    const text = textOf(written[of]).trim();
    const formula = `IF(LEN(TRIM(${cell(of)}))=0,IF(${isMarked},${literal(missing)},""),${cell(of)})`;
    draft.put(
      row,
      column,
      textFormulaCell(formula, text === "" && shown.material ? missing : textOf(written[of]), "plain", { wrap: true }),
    );
  });
  (
    [
      [COLUMN.responsible, SOURCE.responsible],
      [COLUMN.done, SOURCE.done],
    ] as const
  ).forEach(([column, of]) => {
    draft.put(row, column, textFormulaCell(shownText(cell(of)), textOf(written[of]), "plain", { wrap: true }));
  });
}

/** What a cell shows where people write: empty for nothing, and a date as yyyy-mm-dd whatever language Excel speaks. */
function shownText(cell: string): string {
  const two = (part: string): string => `RIGHT("0"&${part}(${cell}),2)`;
  // Numbers below this are no dates that anybody plans for.
  return `IF(${cell}="","",IF(ISNUMBER(${cell}),IF(${cell}>=36526,YEAR(${cell})&"-"&${two("MONTH")}&"-"&${two("DAY")},${cell}&""),${cell}))`;
}

function textOf(cell: Cell | null | undefined): string {
  const content = cell?.content ?? null;
  if (content === null) return "";
  return content.kind === "text" ? content.text : content.kind === "number" ? content.number : content.cached;
}

/** What is not shown line by line: the total less the lines above, so that the column always adds up. */
function putRest(board: BoardDraft, top: number, bottom: number, shown: readonly ShownLine[]): void {
  const { draft, source, texts, amount, from } = board;
  const { followUp } = source.item;
  const { rows, sheet } = source;
  const words = texts.board.deviation;
  const row = draft.next;
  const rest = (total: Decimal, of: "outcome" | "budget"): Decimal =>
    shown.reduce((left, { line }) => left.minus(followUp.lineTotals[line]?.[of] ?? ZERO), total);
  const figures = deviationOf(
    { outcome: rest(followUp.total.outcome, "outcome"), budget: rest(followUp.total.budget, "budget") },
    signOfResult(followUp.table),
  );
  const left = (column: number, of: number): string =>
    `${from(fixed(rows.total, of))}-SUM(${columnRange(column, top, bottom)})`;
  draft.put(
    row,
    COLUMN.line,
    textCell(words.others(followUp.table.lines.length - shown.length), "plain", { wrap: true }),
  );
  draft.putRow(row, COLUMN.outcome, [
    formulaCell(left(COLUMN.outcome, SOURCE.outcome), figures.outcome, amount),
    formulaCell(left(COLUMN.budget, SOURCE.budget), figures.budget, amount),
    formulaCell(left(COLUMN.deviation, SOURCE.deviation), figures.amount, amount),
    shareCell(row, figures, "plain"),
  ]);
  const yes = texts.tabs.deviationWords.yes;
  const above = `SUMPRODUCT((LEFT(${columnRange(COLUMN.assessment, top, bottom)},${yes.length})=${literal(yes)})*1)`;
  const hidden = `(${materialCount(sheet.name, rows)}-${above})`;
  const count = followUp.material.filter(Boolean).length - shown.filter(({ material }) => material).length;
  const [before, after] = words.othersMarked;
  draft.put(
    row,
    COLUMN.assessment,
    textFormulaCell(
      `IF(${hidden}>0,${literal(before)}&${hidden}&${literal(after)},${literal(words.noneMarked)})`,
      count > 0 ? `${before}${count}${after}` : words.noneMarked,
      "plain",
      { wrap: true, indent: 1 },
    ),
  );
  for (let column: number = COLUMN.cause; column <= COLUMN.done; column++) draft.put(row, column, textCell(""));
}

function sectionTotal({ source }: BoardDraft, { kind }: Section): Deviation {
  const { byKind, total } = source.item.followUp;
  return byKind[kind]?.total ?? total;
}

/** Of a section, what is not shown line by line: its sum less those of the lines above that are its own. */
function putSectionRest(
  board: BoardDraft,
  top: number,
  bottom: number,
  section: Section,
  shown: readonly ShownLine[],
): void {
  const { draft, source, texts, amount, from } = board;
  const { table, lineTotals } = source.item.followUp;
  const row = draft.next;
  const own = shown.filter(({ line }) => line >= section.firstLine && line <= section.lastLine);
  const total = sectionTotal(board, section);
  const rest = (of: "outcome" | "budget"): Decimal =>
    own.reduce((left, { line }) => left.minus(lineTotals[line]?.[of] ?? ZERO), total[of]);
  const figures = deviationOf(
    { outcome: rest("outcome"), budget: rest("budget") },
    signOfLine(table, section.firstLine),
  );
  const positions = `$${at(top, COLUMN.position)}:$${at(bottom, COLUMN.position)}`;
  const among = `${positions},">=${section.top - source.rows.top + 1}",${positions},"<=${section.bottom - source.rows.top + 1}"`;
  const left = (column: number, of: number): string =>
    `${from(fixed(section.sum, of))}-SUMIFS(${columnRange(column, top, bottom)},${among})`;
  const lines = section.lastLine - section.firstLine + 1;
  const { none, one, many } = texts.kinds.otherLines[section.kind];
  const count = `(${lines}-COUNTIFS(${among}))`;
  const left_ = lines - own.length;
  const label = `IF(${count}=0,${literal(none)},IF(${count}=1,${literal(one)},${count}&${literal(many)}))`;
  draft.putRow(row, COLUMN.line, [
    textFormulaCell(label, left_ === 0 ? none : left_ === 1 ? one : `${left_}${many}`, "plain", { wrap: true }),
    formulaCell(left(COLUMN.outcome, SOURCE.outcome), figures.outcome, amount),
    formulaCell(left(COLUMN.budget, SOURCE.budget), figures.budget, amount),
    formulaCell(left(COLUMN.deviation, SOURCE.deviation), figures.amount, amount),
    shareCell(row, figures, "plain"),
    ...[COLUMN.assessment, COLUMN.cause, COLUMN.action, COLUMN.responsible, COLUMN.done].map(() => textCell("")),
  ]);
}

/** Deviation as a share of |budget|; empty where the budget is 0. */
function shareCell(row: number, { share }: Deviation, look: Look): Cell {
  const budget = at(row, COLUMN.budget);
  return formulaCell(`IF(ROUND(${budget},4)=0,"",${at(row, COLUMN.deviation)}/ABS(${budget}))`, share, PERCENT, look);
}

/** A row of sums of the tab: a section's, or the total. */
function putSum(
  { draft, source, amount, from }: BoardDraft,
  row: number,
  of: number,
  name: string,
  total: Deviation,
): void {
  const cell = (column: number): string => from(fixed(of, column));
  draft.putRow(row, 0, [
    textCell(name, "total"),
    formulaCell(cell(SOURCE.outcome), total.outcome, amount, "total"),
    formulaCell(cell(SOURCE.budget), total.budget, amount, "total"),
    formulaCell(cell(SOURCE.deviation), total.amount, amount, "total"),
    of === source.rows.total && source.rows.sections.length > 0
      ? textCell("", "total")
      : formulaCell(cell(SOURCE.share), total.share, PERCENT, "total"),
    textFormulaCell(cell(SOURCE.material), textOf(source.upper[of]?.[SOURCE.material]), "total", {
      // A section's verdict is longer than the total's one word.
      ...(of === source.rows.total ? {} : { wrap: true }),
      indent: 1,
    }),
    ...[COLUMN.cause, COLUMN.action, COLUMN.responsible, COLUMN.done].map(() => textCell("", "total")),
  ]);
}

function putForecast({ draft, source, texts, amount, from }: BoardDraft, row: number): void {
  const { forecast, table } = source.item.followUp;
  if (forecast === null) return;
  const { chosen, fullYearBudget } = forecast.total;
  const figures = deviationOf({ outcome: chosen, budget: fullYearBudget }, signOfResult(table));
  const cell = (column: number): string => from(fixed(source.rows.total, column));
  const words = texts.tabs.deviationWords;
  const verdict = figures.amount.isZero()
    ? words.balanced
    : figures.amount.isPositive()
      ? words.surplus
      : words.deficit;
  const deviation = `ROUND(${at(row, COLUMN.deviation)},4)`;
  draft.putRow(row, 0, [
    textCell(texts.board.deviation.forecast, "plain", { wrap: true }),
    formulaCell(cell(SOURCE.forecast), figures.outcome, amount),
    formulaCell(cell(SOURCE.fullYearBudget), figures.budget, amount),
    formulaCell(cell(SOURCE.forecastDeviation), figures.amount, amount),
    shareCell(row, figures, "plain"),
    textFormulaCell(
      `IF(${deviation}>0,${literal(words.surplus)},IF(${deviation}<0,${literal(words.deficit)},${literal(words.balanced)}))`,
      verdict,
      "plain",
      { indent: 1 },
    ),
    ...[COLUMN.cause, COLUMN.action, COLUMN.responsible, COLUMN.done].map(() => textCell("")),
  ]);
}
