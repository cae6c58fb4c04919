// src/report/return/returnSummary.ts: on top of Parter: the board's sentence, the line of caveats, and the ratios of all horizons side by side.
import { HORIZONS, yearsIn } from "../../domain/return/agencyReturn";
import { at, formulaCell, literal, textCell, textFormulaCell } from "../cells";
import { NAME, RATIO, type ReturnFrame } from "./returnFrame";
import type { ReturnRow } from "./returnRows";
import { boardConditionOf } from "../../domain/return/boardCondition";
import { blockOf } from "./returnSections";
import { COLUMN, WIDTH } from "./returnColumns";
import type { ReturnDraft } from "./returnTab";
import { sourceText } from "../../text/caveats";
import { yearsShown } from "./yearSums";
import { Decimal, rounded } from "../../domain/money";
import { amountWords, decimalText, percentDigits } from "../shownNumbers";

/** A text as the reader sees it and the formula that gives it. */
interface Sentence {
  readonly formula: string;
  readonly text: string;
}

function joined(parts: readonly (string | Sentence)[]): Sentence {
  const text = parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
  const formula = parts
    .filter((part) => part !== "")
    .map((part) => (typeof part === "string" ? literal(part) : part.formula));
  return { formula: formula.join("&"), text };
}

/** The verdict as the board is told it: `1,07 kr av målet 4 kr: målet nås inte inom fem år`; below it what must hold for the money to be back. */
export function putBoardSentence(tab: ReturnDraft, row: number): void {
  const { frame, draft } = tab;
  const { input, words } = frame;
  const text = words.parties.board;
  const { total } = input.result.horizons[input.boardHorizon];
  const { parties } = blockOf(tab, input.boardHorizon);
  const paid = at(parties, COLUMN.in);
  const verdict = verdictOf(frame, at(parties, COLUMN.ratio), total.ratio ?? new Decimal(0));
  const condition = conditionOf(tab);
  const unpaid = `ROUND(${paid},2)=0`;
  const nothing = total.in.isZero();
  draft.put(row, 0, textCell(text.heading, "group", { span: WIDTH, align: "left" }));
  draft.put(
    row + 1,
    0,
    textFormulaCell(
      `IF(${unpaid},${literal(text.nothingPaid)},${verdict.formula})`,
      nothing ? text.nothingPaid : verdict.text,
      "plain",
      { span: WIDTH },
    ),
  );
  draft.put(
    row + 2,
    0,
    textFormulaCell(`IF(${unpaid},"",${condition.formula})`, nothing ? "" : condition.text, "plain", { span: WIDTH }),
  );
}

/** Kronor per krona, the target, and whether it is reached within the horizon; two decimals decide nothing, the cells do. */
function verdictOf({ input, words }: ReturnFrame, ratio: string, value: Decimal): Sentence {
  const { ofTarget, kr, reached, notReached } = words.parties.board.verdict;
  const { language } = input.texts;
  const { target } = input.result;
  const within = words.within[input.boardHorizon].toLowerCase();
  const [yes, no] = [reached(within), notReached(within)];
  const decimals = decimalText(NAME.target, target, language);
  const shownTarget: Sentence = {
    formula: `IF(ROUND(${NAME.target},2)=ROUND(${NAME.target},0),ROUND(${NAME.target},0)&"",${decimals.formula})`,
    text: rounded(target, 2).isInteger() ? rounded(target, 0).toString() : decimals.text,
  };
  const outcome: Sentence = {
    formula: `IF(ROUND(${ratio},6)>=ROUND(${NAME.target},6),${literal(yes)},${literal(no)})`,
    text: rounded(value, 6).gte(rounded(target, 6)) ? yes : no,
  };
  return joined([decimalText(ratio, value, language), ofTarget, shownTarget, kr, outcome]);
}

/** How many of those in the calculation must stay off their support for the money to be back; or that not even all of them are enough. */
function conditionOf(tab: ReturnDraft): Sentence {
  const { frame, cells } = tab;
  const { input, words, basis } = frame;
  const { condition: text, notBack } = words.parties.board;
  const [stayers, included] = [cells.get("stayers") ?? "0", cells.get("included") ?? "0"];
  const needed = boardConditionOf(input.result, input.boardHorizon);
  const all = basis.ready.length;
  const year = needed?.year ?? Math.min(yearsIn(input.boardHorizon), yearsShown(frame));
  const closing = `${text.until}${year}${text.closing}`;
  const some = needed !== null && needed.n < all;
  const who: Sentence = {
    formula: `IF(${stayers}<${included},${literal(text.least)}&${stayers}&${literal(text.of)}&${included},${literal(text.everybody)}&${included})`,
    text: some ? `${text.least}${needed.n}${text.of}${all}` : `${text.everybody}${all}`,
  };
  const condition = joined([text.opening, who, closing]);
  return {
    formula: `IF(ISTEXT(${stayers}),${literal(notBack)},${condition.formula})`,
    text: needed === null ? notBack : condition.text,
  };
}

/** The words that stand beside every figure of return (method.md §3), as they are at the run. */
export function caveatText(frame: ReturnFrame): string {
  return caveats(frame, { included: "A1", inAll: "A1", beyond: "A1", inFive: "A1", inAllYears: "A1", moved: "A1" })
    .text;
}

interface CaveatCells {
  readonly included: string;
  readonly inAll: string;
  readonly beyond: string;
  readonly inFive: string;
  readonly inAllYears: string;
  readonly moved: string;
}

function caveats(frame: ReturnFrame, cells: CaveatCells): Sentence {
  const { input, words } = frame;
  const { caveats: found } = input.result;
  const text = words.parties.caveats;
  const dot = " · ";
  const gross: string | Sentence =
    found.counterfactual !== null
      ? text.counterfactual(found.counterfactual)
      : {
          formula: `IF(AND(${NAME.deadweight}=0,${NAME.outflow}=0),${literal(text.gross)},${literal(text.assumed)})`,
          text: found.assumed ? text.assumed : text.gross,
        };
  const year =
    found.priceYear === null ? words.assumptions.priceYearNotSaid : words.assumptions.priceYear(found.priceYear);
  const first: readonly (string | Sentence)[] = [
    gross,
    ...found.sources.map((each) => `${dot}${sourceText(each, words)}`),
    `${dot}${text.covers[0]}`,
    { formula: cells.included, text: String(found.included) },
    text.covers[1],
    { formula: cells.inAll, text: String(found.of) },
    `${text.covers[2]}${dot}${found.prices === "fixed" ? text.fixed : text.current}, ${year}${dot}`,
  ];
  return joined([
    ...first,
    beyondShare(frame, cells),
    dot,
    amountWords(cells.moved, found.moved, input.texts.language),
    text.moved,
  ]);
}

/** The share after year 5, or both amounts where they go different ways. */
function beyondShare({ input, words }: ReturnFrame, cells: CaveatCells): Sentence {
  const text = words.parties.caveats;
  const { shareBeyondYear5, withinYear5, beyondYear5, moved } = input.result.caveats;
  const { language } = input.texts;
  const digits = percentDigits(cells.beyond, shareBeyondYear5 ?? moved);
  const within = amountWords(cells.inFive, withinYear5, language);
  const after = amountWords(`(${cells.inAllYears}-${cells.inFive})`, beyondYear5, language);
  const both = joined([within, text.bothWays[0], after, text.bothWays[1]]);
  const none = `IF(ROUND(${cells.inAllYears},2)=0,${literal(text.noBeyond)},${both.formula})`;
  return {
    formula: `IF(ISTEXT(${cells.beyond}),${none},${digits.formula}&${literal(text.beyond)})`,
    text:
      shareBeyondYear5 !== null
        ? `${digits.text}${text.beyond}`
        : withinYear5.plus(beyondYear5).isZero()
          ? text.noBeyond
          : both.text,
  };
}

export function putCaveats(tab: ReturnDraft, row: number): void {
  const { frame, draft, cells } = tab;
  const cell = (name: "included" | "inAll" | "beyond"): string => cells.get(name) ?? "A1";
  const moved = at(blockOf(tab, "retirement").moved, COLUMN.shift);
  const { formula, text } = caveats(frame, {
    included: cell("included"),
    inAll: cell("inAll"),
    beyond: cell("beyond"),
    inFive: at(blockOf(tab, "5").parties, COLUMN.back),
    inAllYears: at(blockOf(tab, "retirement").parties, COLUMN.back),
    moved,
  });
  draft.put(row, 0, textFormulaCell(formula, text, "note", { span: WIDTH }));
}

/** Who has a ratio to show: those that pay in, and the sums. */
export function overviewRows({ rows }: Pick<ReturnDraft, "rows">): readonly ReturnRow[] {
  return rows.filter((row) => row.overview && !row.valueOf("1").in.isZero());
}

/** Kronor back per krona for all horizons; the blocks below have the amounts. */
export function putOverview(tab: ReturnDraft, top: number): void {
  const { frame, draft, rows } = tab;
  const right = { align: "right", wrap: true } as const;
  draft.putRow(top, 0, [
    textCell(frame.words.parties.overview, "heading"),
    ...HORIZONS.map((horizon) => textCell(frame.words.horizon[horizon], "heading", right)),
  ]);
  const shown = overviewRows(tab);
  shown.forEach((row, index) => {
    draft.put(top + 1 + index, 0, textCell(row.label, row.look, { indent: row.indent }));
    HORIZONS.forEach((horizon, column) => {
      const { in: paid, back } = row.valueOf(horizon);
      const place = (blockOf(tab, horizon).rows.get(0) ?? 0) + rows.indexOf(row) - firstPartyRow(rows);
      draft.put(top + 1 + index, 1 + column, formulaCell(at(place, COLUMN.ratio), back.div(paid), RATIO, row.look));
    });
  });
  if (shown.length === 0) return;
  const area = { top: top + 1, left: 1, bottom: top + shown.length, right: HORIZONS.length };
  const cell = at(top + 1, 1);
  draft.mark({ area, formula: `AND(ISNUMBER(${cell}),${cell}<1)`, look: "warn" });
  draft.mark({ area, formula: `AND(ISNUMBER(${cell}),${cell}>=${NAME.target})`, look: "good" });
}

function firstPartyRow(rows: readonly ReturnRow[]): number {
  return rows.findIndex(({ key }) => key === "party:0");
}
