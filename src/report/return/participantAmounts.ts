// src/report/return/participantAmounts.ts: the hidden columns of Underlag deltagare that hold each row's amounts per horizon; the other tabs sum them.
import { type Horizon, HORIZONS } from "../../domain/return/agencyReturn";
import { type Decimal, ZERO } from "../../domain/money";
import { formulaCell, numberCell } from "../cells";
import type { Column } from "../columns";
import type { Cell } from "../sheetModel";
import { HIDDEN_KEY, participantColumns, type ParticipantRow } from "./participantColumns";
import { moved, newSupport, oldSupport, shift } from "./participantFormulas";
import { HIDDEN, PARTICIPANT_TABLE, type ReturnFrame } from "./returnFrame";

type AmountColumn = Column<string, ReturnFrame, ParticipantRow>;

/** All columns of the tab. */
export function participantColumnsOf(frame: ReturnFrame) {
  const perHorizon = (of: (horizon: Horizon) => AmountColumn): AmountColumn[] => HORIZONS.map(of);
  return participantColumns.with([
    ...perHorizon((horizon) => ({
      key: `old:${horizon}`,
      heading: ({ words }) => words.participants.oldSupport(nameOf(frame, horizon)),
      ...HIDDEN_KEY,
      cell: ({ own, values }) => formulaCell(oldSupport(own, horizon), values.old[horizon], HIDDEN),
    })),
    ...perHorizon((horizon) => ({
      key: `next:${horizon}`,
      heading: ({ words }) => words.participants.newSupport(nameOf(frame, horizon)),
      ...HIDDEN_KEY,
      cell: ({ own, values }) => formulaCell(newSupport(own, horizon), values.next[horizon], HIDDEN),
    })),
    ...perHorizon((horizon) => ({
      key: `moved:${horizon}`,
      heading: ({ words }) => words.participants.moved(nameOf(frame, horizon)),
      ...HIDDEN_KEY,
      cell: (row) => ofSegment(row, moved(row.ofSegment, horizon), row.moves?.moved[horizon]),
    })),
    ...frame.parties.flatMap((_, party) =>
      perHorizon((horizon) => ({
        key: `shift:${party}:${horizon}`,
        heading: ({ words }) => words.participants.shift(nameOf(frame, horizon), party + 1),
        ...HIDDEN_KEY,
        cell: (row) => ofSegment(row, shift(row.ofSegment, party + 1, horizon), row.moves?.shift[party]?.[horizon]),
      })),
    ),
  ]);
}

function nameOf({ words }: ReturnFrame, horizon: Horizon): string {
  return words.horizon[horizon].toLowerCase();
}

/** Excel takes no longer formula. */
const LONGEST = 8_000;

/** Gains and losses are compared for the segment as a whole, which stands on the first of its rows. */
function ofSegment(
  { span: { parts }, ofSegment: spans }: ParticipantRow,
  formula: string,
  value: Decimal | undefined,
): Cell {
  if (parts === 0) return numberCell(ZERO, HIDDEN);
  const nothing = !spans.some(({ hasNext }) => hasNext);
  return formula.length > LONGEST || nothing
    ? numberCell(value ?? ZERO, HIDDEN)
    : formulaCell(formula, value ?? ZERO, HIDDEN);
}

/** Column of `Underlag deltagare` as other tabs name it. */
export function participantColumn(frame: ReturnFrame, of: "old" | "next" | "moved", horizon: Horizon): string {
  const { oldSupport: old, newSupport: next, moved: all } = frame.words.participants;
  return `${PARTICIPANT_TABLE}[${{ old, next, moved: all }[of](nameOf(frame, horizon))}]`;
}

export function shiftColumn(frame: ReturnFrame, party: number, horizon: Horizon): string {
  return `${PARTICIPANT_TABLE}[${frame.words.participants.shift(nameOf(frame, horizon), party + 1)}]`;
}
