// src/report/return/participantsUnderlag.ts: the tab Underlag deltagare: one row per person, segment of the course and level, with the cell it came from.
// Hidden helper columns hold each row's amounts per horizon; the other tabs sum them on integer keys.
import { toKr } from "../../domain/money";
import { textCell } from "../cells";
import { placedLevel } from "./levelFormulas";
import { type RuleLevelRow, ruleLevelsOf } from "./ruleLevels";
import { participantColumnsOf } from "./participantAmounts";
import { COLUMN, participantColumns, type ParticipantRow, segmentSpans, spanCells } from "./participantColumns";
import { segmentValues, spanValues } from "./participantValues";
import { PARTICIPANT_TABLE, type ReturnFrame, type SpanRow } from "./returnFrame";
import { putSetAside, returnHead } from "./returnHead";
import type { SheetModel } from "../sheetModel";
import { SheetDraft } from "../sheetDraft";

export function participantsUnderlag(frame: ReturnFrame): SheetModel {
  const { words, input, spans } = frame;
  const text = words.participants;
  const all = participantColumnsOf(frame);
  const draft = new SheetDraft(all.plan(frame), input.texts.language);
  let top = returnHead(draft, frame, "participantsSource", {
    label: COLUMN.row,
    value: COLUMN.participant,
    secondLabel: COLUMN.pensionMonth,
    secondValue: COLUMN.origin,
    secondTop: 1,
  });
  draft.put(top, 0, textCell(words.notForTheBoard, "warn", { span: participantColumns.span("row", "lastMonth") }));
  top = draft.putText(top + 1, 0, `${text.note} ${text.helperNote}`) + 1;
  draft.putRow(top, 0, all.headingCells(frame));
  const levels = ruleLevelsOf(frame);
  spans.forEach((span, index) => {
    const row = top + 1 + index;
    draft.putRow(row, 0, all.cells(rowOf(frame, levels, span, index, row)));
  });
  draft.addTable({
    name: PARTICIPANT_TABLE,
    area: { top, left: 0, bottom: Math.max(top + 1, top + spans.length), right: all.count - 1 },
    columns: all.headings(frame),
  });
  draft.skipTo(top + 2);
  putSetAside(draft, frame, participantColumns.shown);
  return draft.sheet("underlagdeltagare", input.names("underlagdeltagare"), {
    frozen: { rows: top + 1, columns: 2 },
    printTitleRows: { from: top, to: top },
  });
}

/** The segment's first row, where its amount is what was typed. */
function typedRowOf(frame: ReturnFrame, { person, span }: SpanRow, index: number, row: number): number | null {
  let first = index;
  while (frame.spans[first - 1]?.person === person && frame.spans[first - 1]?.span.segment === span.segment) first -= 1;
  const found = frame.spans[first]?.span;
  const support = span.segment === 0 ? person.participant.before : person.participant.followOn;
  const isTyped = found !== undefined && support !== null && toKr(found.moneyBefore).eq(toKr(support.amount));
  return isTyped ? row - (index - first) : null;
}

function rowOf(
  frame: ReturnFrame,
  levels: readonly RuleLevelRow[],
  span: SpanRow,
  index: number,
  row: number,
): ParticipantRow {
  const segment = frame.spans.slice(index, index + span.parts);
  const placed = placedLevel(levels, span);
  return {
    levels,
    placed,
    typedRow: typedRowOf(frame, span, index, row),
    frame,
    span,
    index,
    row,
    own: spanCells(row, span),
    ofSegment: segmentSpans(segment, row),
    values: spanValues(frame, span),
    moves: span.parts === 0 ? undefined : segmentValues(frame, segment),
  };
}
