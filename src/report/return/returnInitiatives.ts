// src/report/return/returnInitiatives.ts: on Parter: persons, money in and money back to the parties for each initiative that the rows tell apart.
// Parter is for the board: initiatives with under 5 persons are hidden, and with them what they could be worked out from.
import { hiddenParts } from "../../domain/finalReport/disclosure";
import { type Horizon, yearsIn } from "../../domain/return/agencyReturn";
import { type Decimal, sum, ZERO } from "../../domain/money";
import { underlagColumn } from "../deviation/underlagSums";
import { monthIndex } from "../../domain/period";
import { at, formulaCell, monthSerial, textCell } from "../cells";
import { paidFactorFormula } from "./paidYears";
import { shiftColumn } from "./participantAmounts";
import {
  CONTRIBUTION_TABLE,
  INTEGER,
  KR,
  PARTICIPANT_TABLE,
  RATIO,
  type ReportedInitiative,
  type ReturnFrame,
} from "./returnFrame";
import { backFormula, countCells } from "./returnGroups";
import { blockOf } from "./returnSections";
import { COLUMN as BLOCK, WIDTH } from "./returnColumns";
import type { ReturnDraft } from "./returnTab";
import type { Cell, Look, NumberFormat } from "../sheetModel";

const COLUMN = { name: 0, persons: 1, months: 2, in: 3, first: 4, paidFrom: 10 } as const;
/** Figures per horizon: gross, net and kronor per krona. */
const PER_HORIZON = 3;
const COUNT: NumberFormat = { kind: "number", decimals: 0 };

export function putReturnInitiatives(tab: ReturnDraft): void {
  const { frame, draft } = tab;
  const { initiatives, words } = frame;
  if (initiatives.length === 0) return;
  const text = words.parties.initiatives;
  draft.put(draft.next + 1, 0, textCell(text.heading, "group", { span: WIDTH, align: "left" }));
  draft.putText(draft.next, 0, text.note);
  if (initiatives.some(({ booked }) => booked !== null)) draft.putText(draft.next, 0, text.noteMoneyIn);
  const horizons: readonly Horizon[] = [frame.input.boardHorizon, "retirement"];
  const named = horizons.map((horizon) => words.horizon[horizon].toLowerCase().replaceAll(" ", "\u00a0"));
  const right = { align: "right", wrap: true } as const;
  draft.putRow(draft.next, 0, [
    textCell(text.initiative, "heading"),
    ...[text.persons, text.months, words.parties.in].map((heading) => textCell(heading, "heading", right)),
    ...named.flatMap((name) =>
      [text.back(name), text.net(name), text.ratio(name)].map((heading) => textCell(heading, "heading", right)),
    ),
    textCell(text.paidFrom, "heading", { indent: 1 }),
  ]);
  const hidden = hiddenParts(
    initiatives.map(({ result }) => result.basis.ready.length),
    frame.basis.ready.length,
  );
  initiatives.forEach((initiative, own) => {
    putInitiative(tab, initiative, own, horizons, hidden.parts[own] ?? true);
  });
  putAll(tab, horizons, hidden.total);
}

function putInitiative(
  tab: ReturnDraft,
  initiative: ReportedInitiative,
  own: number,
  horizons: readonly Horizon[],
  hidden: boolean,
): void {
  const { frame, draft } = tab;
  const { words } = frame;
  const text = words.parties.initiatives;
  const row = draft.next;
  const { ready } = initiative.result.basis;
  const rows = `${PARTICIPANT_TABLE}[${words.participants.initiativeNumber}],${own + 1}`;
  draft.put(row, COLUMN.name, textCell(frame.initiativeName(own), "plain", { wrap: true }));
  draft.putRow(row, COLUMN.persons, hidden ? hiddenCells(frame, 2, "plain") : countCells(frame, rows, ready));
  draft.put(row, COLUMN.in, moneyIn(frame, initiative, own));
  draft.put(
    row,
    COLUMN.paidFrom,
    textCell(text.from[initiative.paidFrom ?? "unknown"], "plain", { indent: 1, wrap: true }),
  );
  if (hidden) draft.putRow(row, COLUMN.first, hiddenCells(frame, PER_HORIZON * horizons.length, "plain"));
  // Nobody to get anything back from is not the same as nothing back.
  if (hidden || ready.length === 0) return;
  horizons.forEach((horizon, index) => {
    const { back } = initiative.result.horizons[horizon].total;
    const left = COLUMN.first + index * PER_HORIZON;
    const gross = at(row, left);
    const moved = frame.parties.flatMap(({ cooperating }, party) =>
      cooperating ? [`SUMIFS(${shiftColumn(frame, party, horizon)},${rows})`] : [],
    );
    draft.putRow(row, left, [
      formulaCell(backFormula(frame, rows, horizon), back, KR),
      formulaCell(`${gross}-(${moved.join("+") || "0"})`, back.minus(shiftOf(frame, initiative, horizon)), KR),
      initiative.name === null ? textCell("") : ratio(row, gross, valueOf(frame, initiative), back, "plain"),
    ]);
  });
}

/** The part of what comes back to the cooperating parties that others pay for. */
function shiftOf({ parties }: ReturnFrame, { result }: Pick<ReportedInitiative, "result">, horizon: Horizon): Decimal {
  return sum(
    parties.map(({ cooperating }, party) =>
      cooperating ? sum(result.byYear.parties[party]?.shift.slice(0, yearsIn(horizon)) ?? []) : ZERO,
    ),
  );
}

/** What was paid in, on the scale of what comes back. */
function valueOf(frame: ReturnFrame, { paidIn }: Pick<ReportedInitiative, "paidIn">): Decimal {
  return sum(
    paidIn.years.map(({ year, total }) => {
      const { price, discount } = frame.scale(year);
      return total.times(price).times(discount);
    }),
  );
}

function moneyIn(frame: ReturnFrame, initiative: ReportedInitiative, own: number): Cell {
  const { words, input } = frame;
  const { booked, paidFrom, paidIn } = initiative;
  const value = valueOf(frame, initiative);
  if (paidFrom === null) return textCell("");
  if (booked !== null) {
    const { outcome, lineNumber, from } = input.texts.tabs.source;
    const lines = underlagColumn(lineNumber);
    const ofLines = `${underlagColumn(outcome)},${lines},">=${booked.from}",${lines},"<=${booked.to}"`;
    const begins = underlagColumn(from);
    const sums = paidIn.years.map(({ year }) => {
      const [first, last] = [monthSerial(monthIndex(year ?? 0, 1)), monthSerial(monthIndex(year ?? 0, 12))];
      // Where the years are not told apart all of it is the one year's.
      const ofYear = paidIn.years.length === 1 ? "" : `,${begins},">=${first}",${begins},"<=${last}"`;
      return `${paidFactorFormula(String(year ?? '""'))}*SUMIFS(${ofLines}${ofYear})`;
    });
    return formulaCell(booked.sign === "negative" ? `-(${sums.join("+")})` : sums.join("+"), value, KR);
  }
  const { valuedCash, valuedOwnTime, initiativeNumber } = words.contributions;
  const sums = [valuedCash, valuedOwnTime].map(
    (heading) => `SUMIFS(${CONTRIBUTION_TABLE}[${heading}],${CONTRIBUTION_TABLE}[${initiativeNumber}],${own + 1})`,
  );
  return formulaCell(sums.join("+"), value, KR);
}

function ratio(row: number, back: string, paid: Decimal, value: Decimal, look: Look): Cell {
  const in_ = at(row, COLUMN.in);
  return formulaCell(`IF(ROUND(N(${in_}),2)=0,"",${back}/${in_})`, paid.isZero() ? null : value.div(paid), RATIO, look);
}

function hiddenCells({ words }: ReturnFrame, count: number, look: Look): Cell[] {
  return Array.from({ length: count }, () => textCell(words.parties.hiddenGroup, look, { align: "right" }));
}

/** The whole, as it stands further up. */
function putAll(tab: ReturnDraft, horizons: readonly Horizon[], hidden: boolean): void {
  const { frame, draft, cells } = tab;
  const row = draft.next;
  const { participants, parties } = frame.words;
  const all = (heading: string): string => `SUM(${PARTICIPANT_TABLE}[${heading}])`;
  const months = frame.basis.ready.reduce((sum_, each) => sum_ + each.months, 0);
  const { total } = frame.input.result.paidIn;
  draft.put(row, COLUMN.name, textCell(parties.initiatives.all, "total"));
  draft.put(row, COLUMN.in, formulaCell(at(blockOf(tab, "retirement").parties, BLOCK.in), total, KR, "total"));
  draft.put(row, COLUMN.paidFrom, textCell("", "total"));
  const figures = hidden
    ? hiddenCells(frame, 2, "total")
    : [
        formulaCell(cells.get("included") ?? "0", frame.basis.ready.length, INTEGER, "total"),
        formulaCell(`${all(participants.to)}-${all(participants.from)}`, months, COUNT, "total"),
      ];
  draft.putRow(row, COLUMN.persons, figures);
  horizons.forEach((horizon, index) => {
    const left = COLUMN.first + index * PER_HORIZON;
    const block = blockOf(tab, horizon).parties;
    const { back } = frame.input.result.horizons[horizon].total;
    const net = back.minus(shiftOf(frame, frame.input, horizon));
    draft.putRow(
      row,
      left,
      hidden
        ? hiddenCells(frame, PER_HORIZON, "total")
        : [
            formulaCell(at(block, BLOCK.back), back, KR, "total"),
            formulaCell(at(block, BLOCK.net), net, KR, "total"),
            ratio(row, at(row, left), total, back, "total"),
          ],
    );
  });
}
