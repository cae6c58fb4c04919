// src/report/board/boardPartiesTab.ts: the board's page on money in and money back: who pays, who gets back, and what the figures do not say, on one A4.
// Everything is read from the tab Parter. No row tells of one person, and what few participants are behind is hidden.
import { amountText } from "../../text/format";
import { at, formulaCell, sheetReference, textCell, textFormulaCell } from "../cells";
import { KR, NAME } from "../return/returnFrame";
import { returnHead } from "../return/returnHead";
import { COLUMN as SOURCE } from "../return/returnColumns";
import type { LaidOutReturn } from "../return/returnTab";
import { SheetDraft, wrapped } from "../sheetDraft";
import type { SheetModel } from "../sheetModel";
import { boardColumns, type Page, shownText, words } from "./boardPartyColumns";
import { boardPartyRows, type BoardPartyRow, type BoardPartyRows, tooFew } from "./boardParties";

const LINE = 92;

const COLUMN = boardColumns.at;
const WIDTH = boardColumns.count;
/** The left half of the lower part of the page, which the chart and the groups take; the legend stands a column to the right of it. */
const LEFT_HALF = boardColumns.span("party", "back");
const LEGEND = { column: LEFT_HALF + 1, span: WIDTH - LEFT_HALF - 1 } as const;

export function boardPartiesTab(source: LaidOutReturn, name: string): SheetModel {
  const { frame } = source;
  const draft = new SheetDraft(boardColumns.plan(frame), frame.input.texts.language);
  const prefix = sheetReference(source.sheet.name);
  const page: Page = { draft, source, from: (cell) => prefix + cell };
  const { tooFew: fewText, verdictHidden } = words(frame.input);
  const under = returnHead(draft, frame, "parties", {
    label: COLUMN.party,
    value: COLUMN.in,
    secondLabel: COLUMN.remark - 1,
    secondValue: COLUMN.remark,
    secondTop: 0,
  });
  draft.put(0, 0, textCell(frame.input.texts.board.titles.parties, "title", { span: COLUMN.remark - 1 }));
  putDrawnUp(page);
  const few = tooFew(frame);
  const { holdsPersons } = frame.input.texts.board;
  const top = under + (holdsPersons === null ? 1 : 2);
  if (holdsPersons !== null) draft.put(top - 1, 0, textCell(holdsPersons, "warn", { span: WIDTH }));
  const rows = boardPartyRows(frame, source.rows);
  if (few) draft.put(top, 0, textCell(fewText, "warn", { span: WIDTH }));
  else if (rows.verdictHidden) draft.put(top, 0, textCell(verdictHidden, "warn", { span: WIDTH }));
  else putSentence(page, top);
  const table = putTable(page, draft.next + 1, rows, few);
  const below = draft.next + 1;
  if (!few) putChart(page, rows, table, below);
  putLegend(page, rows, few, below);
  draft.skipTo(few ? draft.next : below + CHART_ROWS);
  if (!few && !rows.groupsHidden) putGroups(page, draft.next + 1);
  return {
    ...draft.sheet("styrelseparter", name, { frozen: { rows: 0, columns: 0 }, printTitleRows: null }),
    onePage: true,
  };
}

/** Who drew it up, date and version are those of the tab Parter. */
function putDrawnUp({ draft, source, from }: Page): void {
  [0, 1, 2].forEach((row) => {
    const of = { row: row + 1, column: SOURCE.remark };
    const cell = source.sheet.rows[of.row]?.[of.column] ?? null;
    const content = cell?.content ?? null;
    const address = from(at(of.row, of.column));
    const formula = `IF(${address}="","",${address})`;
    const format = cell?.style.format ?? KR;
    draft.put(
      row,
      COLUMN.remark,
      content?.kind === "number"
        ? formulaCell(formula, Number(content.number), format, "plain", { align: "left" })
        : textFormulaCell(formula, shownText(cell), "plain", { align: "left" }),
    );
  });
}

/** A cell of Parter as it was at the run. */
function shownAt({ source }: Page, cell: string): string {
  const [, letters = "A", number = "1"] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = letters.charCodeAt(0) - 65;
  return shownText(source.sheet.rows[Number(number) - 1]?.[column]);
}

/** The verdict is the page's headline; under it what must hold. */
function putSentence(page: Page, row: number): void {
  const { draft, source, from } = page;
  const cell = (name: "sentence" | "condition"): string => source.cells.get(name) ?? "A1";
  const [verdict, condition] = [cell("sentence"), cell("condition")];
  draft.put(row, 0, textFormulaCell(from(verdict), shownAt(page, verdict), "title", { span: WIDTH }));
  draft.put(row + 1, 0, textFormulaCell(from(condition), shownAt(page, condition), "plain", { span: WIDTH }));
}

/** Returns the row of the first party. */
function putTable(page: Page, heading: number, rows: BoardPartyRows, few: boolean): number {
  const { draft, source } = page;
  draft.putRow(heading, 0, boardColumns.headingCells(source.frame));
  const top = heading + 1;
  for (const row of [...rows.parties, ...rows.sums])
    draft.putRow(draft.next, 0, boardColumns.cells({ page, of: row, masked: few || row.hidden }));
  const bottom = draft.last;
  draft.putRow(draft.next, 0, boardColumns.totals({ page, masked: few || rows.movedHidden }));
  const area = { top, left: COLUMN["ratio 1"], bottom, right: COLUMN["ratio retirement"] };
  const cell = at(top, area.left);
  draft.mark({ area, formula: `AND(ISNUMBER(${cell}),${cell}<1)`, look: "warn" });
  draft.mark({ area, formula: `AND(ISNUMBER(${cell}),${cell}>=${NAME.target})`, look: "good" });
  return top;
}

/** Persons and money back per support after; groups that Parter hides are hidden here too. */
function putGroups(page: Page, top: number): void {
  const { draft, source, from } = page;
  const { groupRows, frame, sheet } = source;
  if (groupRows.length === 0) return;
  const text = frame.words.parties;
  const right = { align: "right", wrap: true } as const;
  draft.put(top, 0, textCell(text.groups, "group", { span: LEFT_HALF, align: "left" }));
  draft.putRow(top + 1, 0, [
    textCell(text.group, "heading"),
    ...[text.persons, text.months, text.groupBack].map((heading) => textCell(heading, "heading", right)),
  ]);
  groupRows.forEach((of, index) => {
    const cells = sheet.rows[of] ?? [];
    draft.putRow(
      top + 2 + index,
      0,
      [0, 1, 2, 3].map((column) => {
        const cell = cells[column] ?? null;
        const look = cell?.style.look ?? "plain";
        const content = cell?.content ?? null;
        const reference = from(at(of, column));
        return content?.kind === "formula" && content.type === "number"
          ? formulaCell(reference, Number(content.cached), cell?.style.format ?? KR, look)
          : textFormulaCell(reference, shownText(cell), look, column === 0 ? {} : { align: "right" });
      }),
    );
  });
}

const CHART_ROWS = 17;

function putChart({ draft, source }: Page, { parties }: BoardPartyRows, top: number, chartTop: number): void {
  const { input } = source.frame;
  const text = words(input);
  const bottom = top + parties.length - 1;
  const column = (at_: number) => ({ top, left: at_, bottom, right: at_ });
  const kr = (row: BoardPartyRow): string => {
    const { in: paid, back } = row.row.valueOf(input.boardHorizon);
    const shown = (value: typeof paid): string => amountText(value, "kr", 0, input.texts.language);
    return `${row.row.label}: ${shown(paid)}, ${row.hidden ? input.texts.returnTabs.parties.hiddenGroup : shown(back)}`;
  };
  draft.addChart({
    type: "column",
    title: text.chart,
    series: [
      { name: input.texts.returnTabs.parties.in, categories: column(COLUMN.party), values: column(COLUMN.in) },
      {
        name: text.backWithin(text.within[input.boardHorizon]),
        categories: column(COLUMN.party),
        values: column(COLUMN.back),
      },
    ],
    format: KR,
    valueAxisTitle: input.texts.returnTabs.kronor,
    description: text.chartDescription(parties.map(kr)),
    area: { top: chartTop, left: 0, bottom: chartTop + CHART_ROWS - 1, right: LEFT_HALF - 1 },
  });
}

function putLegend(page: Page, rows: BoardPartyRows, few: boolean, top: number): void {
  const { draft, source, from } = page;
  const { texts } = source.frame.input;
  const said = texts.board.parties;
  let row = top;
  const put = (text: string): void => {
    for (const line of wrapped(text, LINE))
      draft.put(row++, LEGEND.column, textCell(line, "note", { span: LEGEND.span }));
  };
  const heading = (text: string): void => {
    draft.put(row++, LEGEND.column, textCell(text, "group", { span: LEGEND.span, align: "left" }));
  };
  if (!few) {
    heading(said.notSaid);
    for (const [index, piece] of shownAt(page, caveatsCell(source)).split(DOT).entries()) {
      if (isMasked(piece, rows, source)) continue;
      const formula = `TRIM(MID(SUBSTITUTE(${from(caveatsCell(source))},"${DOT}",REPT(" ",${PIECE})),${index * PIECE + 1},${PIECE}))`;
      draft.put(row++, LEGEND.column, textFormulaCell(formula, piece, "plain", { span: LEGEND.span }));
    }
    row += 1;
  }
  heading(said.legend);
  put(said.ratioMeans);
  for (const [look, text] of [
    ["warn", said.below],
    ["good", said.reached],
  ] as const)
    draft.put(row++, LEGEND.column, textCell(text, look, { span: LEGEND.span }));
  put(said.movedMeans);
  if (few || rows.anyHidden || rows.movedHidden || hidesGroups(source)) put(said.hidden);
  if (!few && rows.groupsHidden) put(said.groupsHidden);
  if (rows.rolledUp) put(said.rolledUp);
  put(texts.board.deviation.fromTabs(source.sheet.name));
}

/**
 * Caveats that state an amount stand last: what lies beyond year 5, and what is moved. They go with the figures that they would give: divided by what a
 * person had a month, an amount is a group's months.
 */
function isMasked(piece: string, { verdictHidden, movedHidden }: BoardPartyRows, { frame }: LaidOutReturn): boolean {
  const { moved, beyond, bothWays } = frame.words.parties.caveats;
  return (
    (movedHidden && piece.endsWith(moved)) || (verdictHidden && (piece.endsWith(beyond) || piece.endsWith(bothWays[1])))
  );
}

/** What the line of caveats is joined with, and more room than any of its pieces needs. */
const DOT = " · ";
const PIECE = 400;

function caveatsCell(source: LaidOutReturn): string {
  return source.cells.get("caveats") ?? "A1";
}

function hidesGroups({ groupRows, sheet, frame }: LaidOutReturn): boolean {
  return groupRows.some((row) => shownText(sheet.rows[row]?.[1]) === frame.words.parties.hiddenGroup);
}
