// src/report/return/avoidedCourses.ts: on Minskat stöd: the course of each person, one row per part of Underlag deltagare, and why each ends.
import { toDecimal } from "../../domain/return/course/months";
import { dayAt } from "../../domain/return/course/calendarDays";
import { oldWithin } from "../../domain/return/course/spans";
import { YEARS } from "../../domain/return/yearFactors";
import { formulaCell, textCell } from "../cells";
import type { SheetDraft } from "../sheetDraft";
import type { NumberFormat } from "../sheetModel";
import { COLUMN } from "./avoidedColumns";
import { unitsIn } from "./participantColumns";
import { KR, PARTICIPANT_TABLE, type ReturnFrame, type SpanRow } from "./returnFrame";

const DATE: NumberFormat = { kind: "date" };
const UNITS: NumberFormat = { kind: "general" };
const EPOCH = 25_569;

/** The courses under the other tables; rows in which nothing is avoided are left out. `width`: of the tab. */
export function putCourses(draft: SheetDraft, frame: ReturnFrame, width: number): void {
  const rows = frame.spans.flatMap((span, index) => (span.level === null ? [] : [{ span, index }]));
  if (rows.length === 0) return;
  const { avoided: text, participants: of } = frame.words;
  draft.put(draft.next + 1, 0, textCell(text.coursesHeading, "group", { span: width, align: "left" }));
  const heading = (words: string, left = true) =>
    textCell(words, "heading", { align: left ? "left" : "right", wrap: true, indent: left ? 1 : 0 });
  const top = draft.next;
  for (let column = 0; column < width; column++) draft.put(top, column, textCell("", "heading"));
  draft.put(top, COLUMN.participant, textCell(text.participant, "heading"));
  draft.put(top, COLUMN.before, heading(of.before));
  draft.put(top, COLUMN.after, heading(text.agency));
  draft.put(top, COLUMN.first, heading(of.firstDay, false));
  draft.put(top, COLUMN.pensionMonth, heading(of.lastDay, false));
  draft.put(top, COLUMN.months, heading(of.units, false));
  draft.put(top, COLUMN.ownSupport, heading(of.unit));
  draft.put(top, COLUMN.plain, heading(of.kr, false));
  draft.put(top, COLUMN.adjusted, heading(of.because));
  draft.put(top, COLUMN.pensionSource, heading(of.paragraph));
  for (const { span, index } of rows) putCourse(draft, frame, span, index + 1);
}

function putCourse(draft: SheetDraft, frame: ReturnFrame, shown: SpanRow, number: number): void {
  const { span, person, level } = shown;
  if (level === null) return;
  const { participants: of } = frame.words;
  const row = draft.next;
  const text = (value: string) => textCell(value, "plain", { indent: 1, wrap: true });
  const found = (heading: string): string => `INDEX(${PARTICIPANT_TABLE}[${heading}],${number})`;
  const day = (place: typeof span.from) => toDecimal(dayAt(person.first, place)).ceil().plus(EPOCH);
  const shares = frame.basis.payers.shares[frame.municipalityOf(person)]?.[span.before] ?? [];
  const payers = shares.map(({ party }) => frame.parties[party]?.agency.name ?? "").join(", ");
  draft.put(row, COLUMN.participant, textCell(person.participant.id));
  draft.put(row, COLUMN.before, text(frame.sourceName(span.before)));
  draft.put(row, COLUMN.after, text(payers));
  draft.put(row, COLUMN.first, formulaCell(found(of.firstDay), day(span.from), DATE));
  draft.put(row, COLUMN.pensionMonth, formulaCell(found(of.lastDay), day(span.to).minus(1), DATE));
  draft.put(row, COLUMN.months, formulaCell(found(of.units), unitsIn(shown), UNITS));
  draft.put(row, COLUMN.ownSupport, text(of.unitNames[level.unit]));
  draft.put(row, COLUMN.plain, formulaCell(found(of.kr), oldWithin(span, person.first, 0, 12 * YEARS), KR));
  draft.put(row, COLUMN.adjusted, text(of.endReasons[level.because]));
  draft.put(row, COLUMN.pensionSource, text(level.rule?.paragraph ?? ""));
}
