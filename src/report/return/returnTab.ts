// src/report/return/returnTab.ts: the tab Parter: money in and money back per party, one block per horizon, all of it formulas.
import { type Horizon, HORIZONS } from "../../domain/return/agencyReturn";
import { type Decimal, ZERO } from "../../domain/money";
import { at, formulaCell, literal, numberCell, textCell, textFormulaCell } from "../cells";
import { participantColumn, shiftColumn } from "./participantAmounts";
import { CONTRIBUTION_TABLE, INTEGER, KR, NAME, PARTICIPANT_TABLE, RATIO, type ReturnFrame } from "./returnFrame";
import { putReturnGroups } from "./returnGroups";
import { putReturnInitiatives } from "./returnInitiatives";
import { returnHead } from "./returnHead";
import { returnRows, type ReturnRow } from "./returnRows";
import { putCoverage, putKrona, putLeverage, putPayback } from "./returnSections";
import { putReturnYears } from "./returnYears";
import { caveatText, overviewRows, putBoardSentence, putCaveats, putOverview } from "./returnSummary";
import { withPageBreaks } from "../pageBreaks";
import type { Look, SheetModel } from "../sheetModel";
import { type ColumnPlan, SheetDraft } from "../sheetDraft";

/** Columns of every block; the last is a hidden key. */
export const COLUMN = {
  party: 0,
  cash: 1,
  ownTime: 2,
  in: 3,
  back: 4,
  shift: 5,
  net: 6,
  ratio: 7,
  lowerSpending: 8,
  freedCapacity: 9,
  remark: 10,
  partyKey: 11,
} as const;
export const WIDTH = COLUMN.partyKey;

/** Wide enough for the longest of the usual names of parties, which head the columns of the yearly table. */
const MOST = 20;
const plan: readonly ColumnPlan[] = [
  { least: 44, most: 50 },
  { least: 13, most: MOST },
  { least: 13, most: MOST },
  { least: 13, most: MOST },
  { least: 14, most: MOST },
  { least: 15, most: MOST },
  { least: 14, most: MOST },
  { least: 13, most: MOST },
  { least: 14, most: MOST },
  { least: 14, most: MOST },
  { least: 31, most: 34 },
  { least: 9, most: 9, hidden: true },
];

/** Where the figures of one horizon stand. */
export interface Block {
  readonly horizon: Horizon;
  /** By party. */
  readonly rows: ReadonlyMap<number, number>;
  readonly parties: number;
  readonly publicSector: number;
  readonly moved: number;
}

/** A Parter tab while it is being filled. */
export interface ReturnDraft {
  readonly frame: ReturnFrame;
  readonly draft: SheetDraft;
  readonly rows: readonly ReturnRow[];
  readonly blocks: Block[];
  /** Addresses that sentences read; set as the parts are placed. */
  readonly cells: Map<"sentence" | "caveats" | "stayers" | "included" | "inAll" | "beyond", string>;
  /** Rows of the groups by support after, the total last; set as they are placed. */
  readonly groupRows: number[];
}

/** The finished tab with where its figures stand: what the board's page refers to. */
export interface LaidOutReturn extends ReturnDraft {
  readonly sheet: SheetModel;
}

export function returnTab(frame: ReturnFrame): LaidOutReturn {
  const { input } = frame;
  const draft = new SheetDraft(plan, input.texts.language);
  const tab: ReturnDraft = { frame, draft, rows: returnRows(frame), blocks: [], cells: new Map(), groupRows: [] };
  const top = returnHead(draft, frame, "parties", {
    label: 0,
    value: 1,
    secondLabel: 8,
    secondValue: 10,
    secondTop: 1,
  });
  // The sentences on top read cells further down: room is left for them, and they are filled in last.
  const sentenceRow = top + 1;
  const overviewRow = sentenceRow + 4;
  draft.skipTo(overviewRow + overviewRows(tab).length + 1);
  tab.cells.set("sentence", at(sentenceRow + 1, 0));
  tab.cells.set("caveats", at(sentenceRow + 2, 0));
  for (const horizon of HORIZONS) putBlock(tab, horizon);
  putPayback(tab);
  putCoverage(tab);
  putReturnYears(tab);
  putReturnGroups(tab);
  putReturnInitiatives(tab);
  putLeverage(tab);
  putKrona(tab);
  putOverview(tab, overviewRow);
  putBoardSentence(tab, sentenceRow);
  putCaveats(tab, sentenceRow + 2);
  const sheet = withPageBreaks(
    draft.sheet("parter", input.names("parter"), {
      frozen: { rows: 1, columns: 1 },
      printTitleRows: { from: 0, to: 0 },
    }),
  );
  return { ...tab, sheet };
}

function putBlock(tab: ReturnDraft, horizon: Horizon): void {
  const { frame, draft, rows, blocks, cells } = tab;
  const { words } = frame;
  const text = words.parties;
  draft.put(draft.next + 1, 0, textCell(words.within[horizon], "group", { span: WIDTH, align: "left" }));
  draft.put(draft.next, 0, textFormulaCell(cells.get("caveats") ?? "", caveatText(frame), "note", { span: WIDTH }));
  const right = { align: "right", wrap: true } as const;
  draft.putRow(draft.next, 0, [
    textCell(text.party, "heading"),
    ...[
      text.cash,
      text.ownTime,
      text.in,
      text.back,
      text.shift,
      text.net,
      text.ratio,
      text.lowerSpending,
      text.freedCapacity,
    ].map((heading) => textCell(heading, "heading", right)),
    textCell(text.remark, "heading", { indent: 1 }),
  ]);
  const top = draft.next;
  const places = new Map(rows.map(({ key }, index) => [key, top + index]));
  rows.forEach((row, index) => putRow(tab, row, horizon, top + index, places));
  const place = (key: string): number => places.get(key) ?? top;
  blocks.push({
    horizon,
    rows: new Map(frame.parties.map((_, party) => [party, place(`party:${party}`)])),
    parties: place("parties"),
    publicSector: place("publicSector"),
    moved: place("moved"),
  });
}

/** Old less new support per share row, within the horizon. */
function perShareRow(frame: ReturnFrame, horizon: Horizon): string {
  const { keyBefore, keyAfter } = frame.words.participants;
  const sums = (key: string, of: "old" | "next"): string =>
    `SUMIF(${PARTICIPANT_TABLE}[${key}],${NAME.shareRows},${participantColumn(frame, of, horizon)})`;
  return `(${sums(keyBefore, "old")}-${sums(keyAfter, "next")})`;
}

function putRow(
  tab: ReturnDraft,
  row: ReturnRow,
  horizon: Horizon,
  at_: number,
  places: ReadonlyMap<string, number>,
): void {
  const { frame, draft } = tab;
  const look: Look = row.look;
  draft.put(at_, COLUMN.party, textCell(row.label, look, { indent: row.indent }));
  const value = row.valueOf(horizon);
  const amount = (column: number, formula: string | null, figure: Decimal): void =>
    draft.put(at_, column, formula === null ? textCell("", look) : formulaCell(formula, figure, KR, look));
  const own = (column: number): string => at(at_, column);
  const formulas = row.kind === "party" ? partyFormulas(frame, row.party, horizon, `$${own(COLUMN.partyKey)}`) : null;
  const total = (column: number): string => row.of.map((key) => at(places.get(key) ?? at_, column)).join("+") || "0";
  if (row.kind === "party") draft.put(at_, COLUMN.partyKey, numberCell(row.party + 1, INTEGER));
  if (row.kind === "moved" || row.kind === "tax") {
    for (let column: number = COLUMN.cash; column <= COLUMN.remark; column++)
      draft.put(at_, column, textCell("", look));
    const tax = `-${NAME.tax}*SUMPRODUCT(${NAME.taxed}*${perShareRow(frame, horizon)})`;
    if (row.kind === "moved") amount(COLUMN.shift, `SUM(${participantColumn(frame, "moved", horizon)})`, value.shift);
    else amount(COLUMN.back, tax, value.back);
    return;
  }
  const tax = row.kind === "publicSector" ? `+${at(places.get("tax") ?? at_, COLUMN.back)}` : "";
  amount(COLUMN.cash, formulas?.cash ?? total(COLUMN.cash), value.cash);
  amount(COLUMN.ownTime, formulas?.ownTime ?? total(COLUMN.ownTime), value.ownTime);
  amount(COLUMN.in, `${own(COLUMN.cash)}+${own(COLUMN.ownTime)}`, value.in);
  amount(COLUMN.back, formulas?.back ?? total(COLUMN.back) + tax, value.back);
  amount(COLUMN.shift, formulas?.shift ?? total(COLUMN.shift), value.shift);
  amount(COLUMN.net, `${own(COLUMN.back)}-${own(COLUMN.shift)}`, value.back.minus(value.shift));
  const paid = own(COLUMN.in);
  draft.put(
    at_,
    COLUMN.ratio,
    formulaCell(
      `IF(ROUND(${paid},2)=0,"",${own(COLUMN.back)}/${paid})`,
      value.in.isZero() ? null : value.back.div(value.in),
      RATIO,
      look,
    ),
  );
  amount(COLUMN.lowerSpending, `${own(COLUMN.back)}-${own(COLUMN.freedCapacity)}`, value.back.minus(value.freed));
  amount(COLUMN.freedCapacity, formulas?.freed ?? total(COLUMN.freedCapacity), value.freed);
  draft.put(at_, COLUMN.remark, row.kind === "party" ? remarkCell(tab, at_, value.in, value.back) : textCell("", look));
}

interface PartyFormulas {
  readonly cash: string;
  readonly ownTime: string;
  readonly back: string;
  readonly shift: string;
  readonly freed: string;
}

function partyFormulas(frame: ReturnFrame, party: number, horizon: Horizon, key: string): PartyFormulas {
  const text = frame.words.contributions;
  const paid = (heading: string): string =>
    `SUMIFS(${CONTRIBUTION_TABLE}[${heading}],${CONTRIBUTION_TABLE}[${text.partyNumber}],${key})`;
  const shares = `INDEX(${NAME.shares},0,${key})`;
  const sums = perShareRow(frame, horizon);
  return {
    cash: paid(text.cash),
    ownTime: paid(text.ownTime),
    back: `SUMPRODUCT(${shares}*${sums})`,
    shift: `SUM(${shiftColumn(frame, party, horizon)})`,
    freed: `SUMPRODUCT(${shares}*${NAME.freed}*${sums})`,
  };
}

/** Who pays without gaining, in words. */
function remarkCell({ frame }: ReturnDraft, row: number, paid: Decimal, back: Decimal) {
  const text = frame.words.parties;
  const [in_, back_] = [`ROUND(${at(row, COLUMN.in)},2)`, `ROUND(${at(row, COLUMN.back)},2)`];
  const formula =
    `IF(${in_}>0,IF(${back_}<0,${literal(text.paysAndLoses)},IF(${back_}=0,${literal(text.paysWithoutGain)},"")),` +
    `IF(${back_}<0,${literal(text.loses)},IF(${back_}>0,${literal(text.gainsWithoutPaying)},"")))`;
  const words = paid.gt(ZERO)
    ? back.lt(0)
      ? text.paysAndLoses
      : back.isZero()
        ? text.paysWithoutGain
        : ""
    : back.lt(0)
      ? text.loses
      : back.gt(0)
        ? text.gainsWithoutPaying
        : "";
  return textFormulaCell(formula, words, "plain", { indent: 1 });
}
