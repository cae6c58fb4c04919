// src/report/return/returnSections.ts: under the blocks of Parter: payback and zero points, whom the calculation covers, leverage, what the krona contains.
import { hiddenParts } from "../../domain/finalReport/disclosure";
import { HORIZONS, type Horizon } from "../../domain/return/agencyReturn";
import { boardConditionOf } from "../../domain/return/boardCondition";
import { type Decimal, ZERO } from "../../domain/money";
import { at, exactText, formulaCell, literal, monthSerial, numberCell, textCell, textFormulaCell } from "../cells";
import { type Columns, narrowColumns } from "../columns";
import {
  CONTRIBUTION_TABLE,
  INTEGER,
  KR,
  MONTH,
  NAME,
  PARTICIPANT_TABLE,
  PERCENT,
  RATIO,
  type ReturnFrame,
} from "./returnFrame";
import { COLUMN, WIDTH } from "./returnColumns";
import type { Block, ReturnDraft } from "./returnTab";
import type { Cell, NumberFormat } from "../sheetModel";

type NarrowColumns<Key extends string, Row> = Omit<Columns<Key, ReturnFrame, Row, never>, "plan">;

const RIGHT = { align: "right", wrap: true } as const;

export function blockOf({ blocks }: ReturnDraft, horizon: Horizon): Block {
  const found = blocks.find((block) => block.horizon === horizon);
  if (found === undefined) throw new Error(`no block for ${horizon}`);
  return found;
}

function section({ draft }: ReturnDraft, title: string, note: string): void {
  draft.put(draft.next + 1, 0, textCell(title, "group", { span: WIDTH, align: "left" }));
  if (note !== "") draft.putText(draft.next, 0, note);
}

/** A figure, or words where it does not apply. */
function figureCell(formula: string, value: Decimal | number | null, words: string, format: NumberFormat): Cell {
  return value === null
    ? textFormulaCell(formula, words, "plain", { align: "right", format })
    : formulaCell(formula, value, format);
}

export function putPayback(tab: ReturnDraft): void {
  const { frame, draft, cells } = tab;
  const { result } = frame.input;
  const text = frame.words.parties.payback;
  section(tab, text.heading, text.note);
  const last = blockOf(tab, "retirement");
  const [paid, back, backInFive] = [
    at(last.parties, COLUMN.in),
    at(last.parties, COLUMN.back),
    at(blockOf(tab, "5").parties, COLUMN.back),
  ];
  const { total } = result.horizons.retirement;
  const same = (cell: string, value: Decimal): string => `ABS(${cell}-(${exactText(value)}))<0.005`;
  const fresh = `AND(${NAME.changed}<0.0000000001,${same(paid, total.in)},${same(back, total.back)},${same(backInFive, result.horizons["5"].total.back)})`;
  const value = (label: string, number: number | Decimal | null, format: NumberFormat, words = text.never): void => {
    const row = draft.next;
    const shown = number === null ? literal(words) : exactText(number);
    draft.put(row, 0, textCell(label));
    draft.put(row, 1, figureCell(`IF(${fresh},${shown},${literal(text.runAgain)})`, number, words, format));
  };
  const { payback, paybackPublicSector, zeroPoint } = result;
  value(text.month, payback.month, INTEGER);
  const known = frame.basis.input.projectStart !== null;
  value(text.monthFromStart, payback.monthFromStart, INTEGER, known ? text.never : text.unknownStart);
  value(text.monthPublicSector, paybackPublicSector.month, INTEGER);
  value(text.peakOutlay, payback.peakOutlay, KR);
  value(text.peakMonth, payback.peakMonth === null ? null : monthSerial(payback.peakMonth), MONTH);
  value(text.monthsForOne, zeroPoint.monthsForOne, INTEGER);
  value(text.monthsForTarget, zeroPoint.monthsForTarget, INTEGER);
  const { shareBeyondYear5 } = result.caveats;
  draft.put(draft.next, 0, textCell(text.beyondYear5));
  cells.set("beyond", at(draft.last, 1));
  draft.put(
    draft.last,
    1,
    formulaCell(
      // Where the first five years and those after them go different ways there is no share.
      `IF(ROUND(${back},2)=0,"",IF(ABS(${backInFive}-${back}/2)>ABS(${back}/2)+0.000001,"",(${back}-${backInFive})/${back}))`,
      shareBeyondYear5,
      PERCENT,
    ),
  );
  putPerHorizon(tab);
}

function putPerHorizon(tab: ReturnDraft): void {
  const { frame, draft, cells } = tab;
  const { result } = frame.input;
  const text = frame.words.parties.payback;
  draft.putRow(draft.next + 1, 0, [
    textCell("", "heading"),
    ...HORIZONS.map((horizon) => textCell(frame.words.horizon[horizon], "heading", RIGHT)),
  ]);
  const rows = { stayers: draft.next, one: draft.next + 1, target: draft.next + 2 };
  draft.put(rows.stayers, 0, textCell(text.stayers));
  draft.put(rows.one, 0, textCell(text.leaversForOne));
  draft.put(rows.target, 0, textCell(text.leaversForTarget));
  cells.set("included", at(draft.next + COVERAGE_OFFSET, 1));
  const included = cells.get("included") ?? "0";
  HORIZONS.forEach((horizon, index) => {
    const { parties } = blockOf(tab, horizon);
    const [paid, back] = [at(parties, COLUMN.in), at(parties, COLUMN.back)];
    const left = `${paid}*${included}/${back}`;
    const stayers = `IF(OR(${paid}<=0,${included}=0,${back}-${paid}<-0.000001),${literal(text.never)},ROUNDUP(${left}-0.000000001,0))`;
    const condition = boardConditionOf(result, horizon);
    draft.put(rows.stayers, 1 + index, figureCell(stayers, condition?.n ?? null, text.never, INTEGER));
    const leavers = (ratio: string): string =>
      `IF(${paid}<=0,${literal(text.never)},IF(${paid}*${ratio}-${back}<=0.000001,0,` +
      `IF(OR(${included}=0,${back}<=0),${literal(text.never)},ROUNDUP((${paid}*${ratio}-${back})*${included}/${back}-0.000000001,0))))`;
    draft.put(
      rows.one,
      1 + index,
      figureCell(leavers("1"), result.zeroPoint.furtherLeaversForOne[horizon], text.never, INTEGER),
    );
    draft.put(
      rows.target,
      1 + index,
      figureCell(leavers(NAME.target), result.zeroPoint.furtherLeaversForTarget[horizon], text.never, INTEGER),
    );
    if (horizon === frame.input.boardHorizon) cells.set("stayers", at(rows.stayers, 1 + index));
  });
}

/** Rows from the last one of the table per horizon to the first figure of the coverage: an empty row and the heading. */
const COVERAGE_OFFSET = 2;

export function putCoverage(tab: ReturnDraft): void {
  const { frame, draft, cells } = tab;
  const { coverage } = frame.input.result;
  const text = frame.words.parties.coverage;
  section(tab, text.heading, "");
  // Returns the address of the figure.
  const row = (label: string, cell: Cell): string => {
    draft.putRow(draft.next, 0, [textCell(label), cell]);
    return at(draft.last, 1);
  };
  const number = `MAX(${PARTICIPANT_TABLE}[${frame.words.participants.number}])`;
  const included = row(text.included, formulaCell(number, coverage.included, INTEGER));
  if (cells.get("included") !== included) throw new Error("the coverage does not stand where the formulas read it");
  const all = row(text.of, numberCell(coverage.of, INTEGER, "input"));
  cells.set("inAll", all);
  const { included: inside, gotWorse, ongoing, droppedOut, setAside } = coverage;
  const without = Math.max(0, coverage.of - inside - ongoing - droppedOut - setAside);
  const outside = [ongoing, droppedOut, setAside, without];
  // Parter is for the board. How many of all are in the calculation stands beside every figure: what the others are may not follow from it.
  const [worseHidden = true] = hiddenParts([gotWorse, inside - gotWorse], inside).parts;
  const hidden = hiddenParts(
    outside,
    outside.reduce((sum, each) => sum + each, 0),
  ).parts;
  const counted = (count: number, isHidden: boolean | undefined): Cell =>
    isHidden === false
      ? numberCell(count, INTEGER)
      : textCell(frame.words.parties.hiddenGroup, "plain", { align: "right" });
  row(text.gotWorse, counted(gotWorse, worseHidden));
  const first = row(text.ongoing, counted(ongoing, hidden[0]));
  row(text.droppedOut, counted(droppedOut, hidden[1]));
  const last = row(text.setAside, counted(setAside, hidden[2]));
  const rest = `MAX(0,${all}-${included}-SUM(${first}:${last}))`;
  row(text.withoutRow, hidden.some(Boolean) ? counted(without, hidden[3]) : formulaCell(rest, without, INTEGER));
  if (worseHidden || hidden.some(Boolean)) draft.putText(draft.next, 0, frame.words.parties.groupsNote);
}

/** A party that has paid in. */
interface LeverageRow {
  readonly frame: ReturnFrame;
  readonly party: number;
  readonly agency: string;
  readonly paid: Decimal;
  /** Of the tab. */
  readonly row: number;
}

const leverageColumns: NarrowColumns<"party" | "in" | "leverage", LeverageRow> = narrowColumns<
  ReturnFrame,
  LeverageRow
>()([
  { key: "party", heading: ({ words }) => words.parties.party, cell: ({ agency }) => textCell(agency) },
  {
    key: "in",
    heading: ({ words }) => words.parties.in,
    style: RIGHT,
    cell: ({ frame, party, paid }) => {
      const { total, partyNumber } = frame.words.contributions;
      const [amounts, parties] = [total, partyNumber].map((heading) => `${CONTRIBUTION_TABLE}[${heading}]`);
      return formulaCell(`SUMIFS(${amounts},${parties},${party + 1})`, paid, KR);
    },
  },
  {
    key: "leverage",
    heading: ({ words }) => words.parties.leverageColumn,
    style: RIGHT,
    cell: ({ frame, row, paid }) => {
      const own = at(row, leverageColumns.at.in);
      const formula = `IF(ROUND(${own},2)=0,"",${booked(frame.words.contributions.total)}/${own})`;
      return formulaCell(formula, frame.basis.contributions.total.div(paid), RATIO);
    },
  },
]);

/** Activity set in motion per krona of a party's own: not a return. */
export function putLeverage(tab: ReturnDraft): void {
  const { frame, draft } = tab;
  section(tab, frame.words.parties.leverage, frame.words.parties.leverageNote);
  draft.putRow(draft.next, 0, leverageColumns.headingCells(frame));
  frame.parties.forEach(({ agency, contribution }, party) => {
    if (contribution.isZero()) return;
    const row = { frame, party, agency: agency.name, paid: contribution, row: draft.next };
    draft.putRow(draft.next, 0, leverageColumns.cells(row));
  });
}

/** One part of what was paid in, or all of it. */
interface KronaRow {
  readonly frame: ReturnFrame;
  readonly label: string;
  readonly formula: string;
  readonly value: Decimal;
  readonly look: "plain" | "total";
}

const kronaColumns = narrowColumns<ReturnFrame, KronaRow>()([
  { key: "part", heading: () => "", cell: ({ label, look }) => textCell(label, look) },
  {
    key: "amount",
    heading: ({ words }) => words.kronor,
    style: RIGHT,
    cell: ({ formula, value, look }) => formulaCell(formula, value, KR, look),
  },
  {
    key: "share",
    heading: ({ words }) => words.parties.share,
    style: RIGHT,
    cell: ({ frame, formula, value, look }) => {
      const { total } = frame.basis.contributions;
      const all = booked(frame.words.contributions.total);
      const share = total.isZero() ? null : value.div(total);
      return formulaCell(`IF(ROUND(${all},2)=0,"",${formula}/${all})`, share, PERCENT, look);
    },
  },
]);

export function putKrona(tab: ReturnDraft): void {
  const { frame, draft } = tab;
  const text = frame.words.parties;
  const { agencies, total } = frame.basis.contributions;
  section(tab, text.krona, text.kronaNote);
  draft.putRow(draft.next, 0, kronaColumns.headingCells(frame));
  const sumOf = (of: "cash" | "ownTime"): Decimal => agencies.reduce((all, each) => all.plus(each[of]), ZERO);
  const headings = frame.words.contributions;
  const row = (label: string, heading: string, value: Decimal, look: KronaRow["look"]): void =>
    draft.putRow(draft.next, 0, kronaColumns.cells({ frame, label, formula: booked(heading), value, look }));
  row(text.cash, headings.cash, sumOf("cash"), "plain");
  row(text.ownTime, headings.ownTime, sumOf("ownTime"), "plain");
  row(text.in, headings.total, total, "total");
}

/** The sum of a column of Underlag parter. */
function booked(heading: string): string {
  return `SUM(${CONTRIBUTION_TABLE}[${heading}])`;
}
