// src/report/board/boardPartiesTab.ts: the board's page on money in and money back: who pays, who gets back, and what the figures do not say, on one A4.
// Everything is read from the tab Parter. No row tells of one person, and what few participants are behind is hidden.
import { HORIZONS } from "../../domain/return/agencyReturn";
import { amountText } from "../../text/format";
import { at, formulaCell, sheetReference, textCell, textFormulaCell } from "../cells";
import { KR, NAME, RATIO } from "../return/returnFrame";
import { returnHead } from "../return/returnHead";
import { blockOf } from "../return/returnSections";
import { COLUMN as SOURCE } from "../return/returnColumns";
import type { LaidOutReturn } from "../return/returnTab";
import { type ColumnPlan, SheetDraft, wrapped } from "../sheetDraft";
import type { Cell, SheetModel } from "../sheetModel";
import { boardPartyRows, type BoardPartyRow, type BoardPartyRows, tooFew } from "./boardParties";

const COLUMN = { party: 0, in: 1, first: 2, back: 3, ratios: 4, remark: 9 } as const;
const WIDTH = 10;
/** The right half of the lower part of the page. */
const RIGHT = 4;
const LINE = 92;

const plan: readonly ColumnPlan[] = [
  { least: 34, most: 34 },
  { least: 15, most: 15 },
  { least: 15, most: 15 },
  { least: 15, most: 15 },
  ...HORIZONS.map(() => ({ least: 12, most: 12 })),
  { least: 33, most: 33 },
];

/** A board page while it is being filled. */
interface Page {
  readonly draft: SheetDraft;
  readonly source: LaidOutReturn;
  /** A cell of the tab Parter. */
  readonly from: (cell: string) => string;
}

export function boardPartiesTab(source: LaidOutReturn, name: string): SheetModel {
  const { frame } = source;
  const draft = new SheetDraft(plan, frame.input.texts.language);
  const prefix = sheetReference(source.sheet.name);
  const page: Page = { draft, source, from: (cell) => prefix + cell };
  const words = frame.input.texts.board.parties;
  const under = returnHead(draft, frame, "parties", {
    label: 0,
    value: 1,
    secondLabel: COLUMN.remark - 1,
    secondValue: COLUMN.remark,
    secondTop: 0,
  });
  draft.put(0, 0, textCell(frame.input.texts.board.titles.parties, "title", { span: 8 }));
  putDrawnUp(page);
  const few = tooFew(frame);
  const { holdsPersons } = frame.input.texts.board;
  const top = under + (holdsPersons === null ? 1 : 2);
  if (holdsPersons !== null) draft.put(top - 1, 0, textCell(holdsPersons, "warn", { span: WIDTH }));
  const rows = boardPartyRows(frame, source.rows);
  if (few) draft.put(top, 0, textCell(words.tooFew, "warn", { span: WIDTH }));
  else if (rows.verdictHidden) draft.put(top, 0, textCell(words.verdictHidden, "warn", { span: WIDTH }));
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

function shownText(cell: Cell | null | undefined): string {
  const content = cell?.content ?? null;
  if (content === null) return "";
  return content.kind === "text" ? content.text : content.kind === "number" ? content.number : content.cached;
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
  const { words, input } = source.frame;
  const text = input.texts.board.parties;
  const right = { align: "right", wrap: true } as const;
  draft.putRow(heading, 0, [
    textCell(words.parties.party, "heading"),
    textCell(words.parties.in, "heading", right),
    textCell(text.backWithin(text.within["1"]), "heading", right),
    textCell(text.backWithin(text.within[input.boardHorizon]), "heading", right),
    ...HORIZONS.map((horizon) => textCell(text.ratioWithin(text.within[horizon]), "heading", right)),
    textCell(words.parties.remark, "heading", { indent: 1 }),
  ]);
  const top = heading + 1;
  for (const row of [...rows.parties, ...rows.sums]) putRow(page, row, few);
  putMoved(page, few || rows.movedHidden);
  const area = { top, left: COLUMN.ratios, bottom: draft.next - 2, right: COLUMN.ratios + HORIZONS.length - 1 };
  const cell = at(top, COLUMN.ratios);
  draft.mark({ area, formula: `AND(ISNUMBER(${cell}),${cell}<1)`, look: "warn" });
  draft.mark({ area, formula: `AND(ISNUMBER(${cell}),${cell}>=${NAME.target})`, look: "good" });
  return top;
}

/** Where a row of Parter stands in the block of a horizon: the rows of a block are in the same order. */
function placeOf({ source }: Page, key: string, horizon: (typeof HORIZONS)[number]): number {
  const first = source.rows.findIndex((row) => row.key === "parties");
  const own = source.rows.findIndex((row) => row.key === key);
  return blockOf(source, horizon).parties + own - first;
}

function putRow(page: Page, { row, hidden }: BoardPartyRow, few: boolean): void {
  const { draft, source, from } = page;
  const { boardHorizon, texts } = source.frame.input;
  const { look } = row;
  const mask = textCell(texts.returnTabs.parties.hiddenGroup, look, { align: "right" });
  const masked = few || hidden;
  const cell = (horizon: (typeof HORIZONS)[number], column: number): string =>
    from(at(placeOf(page, row.key, horizon), column));
  const back = (horizon: (typeof HORIZONS)[number]): Cell =>
    masked ? mask : formulaCell(cell(horizon, SOURCE.back), row.valueOf(horizon).back, KR, look);
  const paid = row.valueOf(boardHorizon).in;
  draft.putRow(draft.next, 0, [
    textCell(row.label, look),
    formulaCell(cell(boardHorizon, SOURCE.in), paid, KR, look),
    back("1"),
    back(boardHorizon),
    ...HORIZONS.map((horizon) =>
      masked
        ? mask
        : formulaCell(
            cell(horizon, SOURCE.ratio),
            paid.isZero() ? null : row.valueOf(horizon).back.div(paid),
            RATIO,
            look,
          ),
    ),
    row.kind !== "party" || masked
      ? textCell("", look)
      : textFormulaCell(
          cell(boardHorizon, SOURCE.remark),
          shownText(source.sheet.rows[placeOf(page, row.key, boardHorizon)]?.[SOURCE.remark]),
          look,
          { indent: 1, wrap: true },
        ),
  ]);
}

/** No gain: it stands last, for the same horizons as the amounts. */
function putMoved(page: Page, masked: boolean): void {
  const { draft, source, from } = page;
  const { boardHorizon, result, texts } = source.frame.input;
  const mask = textCell(texts.returnTabs.parties.hiddenGroup, "plain", { align: "right" });
  const moved = (horizon: "1" | typeof boardHorizon): Cell =>
    masked
      ? mask
      : formulaCell(from(at(blockOf(source, horizon).moved, SOURCE.shift)), result.horizons[horizon].moved, KR);
  const row = draft.next;
  draft.putRow(row, 0, [
    textCell(texts.returnTabs.parties.moved),
    textCell(""),
    moved("1"),
    moved(boardHorizon),
    ...HORIZONS.map(() => textCell("")),
    textCell(""),
  ]);
}

/** Persons and money back per support after; groups that Parter hides are hidden here too. */
function putGroups(page: Page, top: number): void {
  const { draft, source, from } = page;
  const { groupRows, frame, sheet } = source;
  if (groupRows.length === 0) return;
  const text = frame.words.parties;
  const right = { align: "right", wrap: true } as const;
  draft.put(top, 0, textCell(text.groups, "group", { span: RIGHT, align: "left" }));
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
  const words = input.texts.board.parties;
  const bottom = top + parties.length - 1;
  const column = (at_: number) => ({ top, left: at_, bottom, right: at_ });
  const kr = (row: BoardPartyRow): string => {
    const { in: paid, back } = row.row.valueOf(input.boardHorizon);
    const shown = (value: typeof paid): string => amountText(value, "kr", 0, input.texts.language);
    return `${row.row.label}: ${shown(paid)}, ${row.hidden ? input.texts.returnTabs.parties.hiddenGroup : shown(back)}`;
  };
  draft.addChart({
    type: "column",
    title: words.chart,
    series: [
      { name: input.texts.returnTabs.parties.in, categories: column(COLUMN.party), values: column(COLUMN.in) },
      {
        name: words.backWithin(words.within[input.boardHorizon]),
        categories: column(COLUMN.party),
        values: column(COLUMN.back),
      },
    ],
    format: KR,
    valueAxisTitle: input.texts.returnTabs.kronor,
    description: words.chartDescription(parties.map(kr)),
    area: { top: chartTop, left: 0, bottom: chartTop + CHART_ROWS - 1, right: RIGHT - 1 },
  });
}

function putLegend(page: Page, rows: BoardPartyRows, few: boolean, top: number): void {
  const { draft, source, from } = page;
  const { texts } = source.frame.input;
  const words = texts.board.parties;
  let row = top;
  const put = (text: string): void => {
    for (const line of wrapped(text, LINE)) draft.put(row++, RIGHT + 1, textCell(line, "note", { span: 5 }));
  };
  const heading = (text: string): void => {
    draft.put(row++, RIGHT + 1, textCell(text, "group", { span: 5, align: "left" }));
  };
  if (!few) {
    heading(words.notSaid);
    for (const [index, piece] of shownAt(page, caveatsCell(source)).split(DOT).entries()) {
      if (isMasked(piece, rows, source)) continue;
      const formula = `TRIM(MID(SUBSTITUTE(${from(caveatsCell(source))},"${DOT}",REPT(" ",${PIECE})),${index * PIECE + 1},${PIECE}))`;
      draft.put(row++, RIGHT + 1, textFormulaCell(formula, piece, "plain", { span: 5 }));
    }
    row += 1;
  }
  heading(words.legend);
  put(words.ratioMeans);
  for (const [look, text] of [
    ["warn", words.below],
    ["good", words.reached],
  ] as const)
    draft.put(row++, RIGHT + 1, textCell(text, look, { span: 5 }));
  put(words.movedMeans);
  if (few || rows.anyHidden || rows.movedHidden || hidesGroups(source)) put(words.hidden);
  if (!few && rows.groupsHidden) put(words.groupsHidden);
  if (rows.rolledUp) put(words.rolledUp);
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
