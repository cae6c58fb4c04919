// src/report/tabHead.ts: the head of every tab: initiative, period, unit, drawn up by, date, version.
import { type HeadField, headKey } from "../domain/roundTrip/headText";
import { monthText } from "../domain/period";
import type { Texts } from "../text/texts";
import { dateSerial, numberCell, textCell } from "./cells";
import type { Numbered } from "./deviation/numbered";
import type { Cell } from "./sheetModel";
import type { SheetDraft } from "./sheetDraft";

export interface HeadFacts {
  readonly initiative: string;
  readonly period: string;
  readonly unit: string;
  readonly drawnUpBy: string | null;
  /** Null, or left out: a draft. */
  readonly version?: string | null;
  /** ISO date. */
  readonly today: string;
}

/** Of a workbook without a budget table. */
export interface WholeFacts {
  readonly initiative: string;
  readonly period: string;
}

export interface RunFacts {
  readonly whole?: WholeFacts | null;
  readonly drawnUpBy: string | null;
  readonly version?: string | null;
  readonly today: string;
}

/** Which columns the head's two pairs of label and value stand in. */
export interface HeadColumns {
  readonly label: number;
  readonly value: number;
  readonly secondLabel: number;
  readonly secondValue: number;
  /** Row of the first fact in the second pair: 0 where more facts follow under it. */
  readonly secondTop: number;
}

/** What the head says about these initiatives together. */
export function headFactsOf(items: readonly Numbered[], run: RunFacts, texts: Texts): HeadFacts {
  const known = { drawnUpBy: run.drawnUpBy, version: run.version ?? null, today: run.today };
  if (items.length === 0 && run.whole != null) return { ...run.whole, unit: "kr", ...known };
  const periods = items.flatMap(({ followUp }) => followUp.table.periods);
  const from = Math.min(...periods.map((period) => period.from));
  const to = Math.max(...periods.map((period) => period.to));
  const units = [...new Set(items.map(({ followUp }) => followUp.table.unit))];
  const [only] = items;
  return {
    initiative: items.length === 1 && only !== undefined ? only.name : texts.tabs.head.severalInitiatives(items.length),
    period: periods.length === 0 ? "" : `${monthText(from)} – ${monthText(to)}`,
    unit: units.length <= 1 ? (units[0] ?? "") : texts.tabs.head.severalUnits(units.join(", ")),
    ...known,
  };
}

/** Title and facts in rows 0–3. Returns the row of the table's heading, with one empty row between. */
export function headFacts(
  draft: SheetDraft,
  title: string,
  facts: HeadFacts,
  texts: Texts,
  { label, value, secondLabel, secondValue, secondTop }: HeadColumns,
): number {
  const words = texts.tabs.head;
  draft.put(0, label, textCell(title, "title", { span: secondLabel - label }));
  const first: readonly (readonly [string, string])[] = [
    [words.initiative, facts.initiative],
    [words.period, facts.period],
    [words.unit, facts.unit],
  ];
  first.forEach(([name, text], index) => {
    draft.put(1 + index, label, textCell(name, "label"));
    draft.put(1 + index, value, textCell(text, "plain", { span: Math.max(1, secondLabel - value) }));
  });
  draft.put(secondTop, secondLabel, textCell(words.drawnUpBy, "label", { span: secondValue - secondLabel }));
  draft.put(secondTop, secondValue, headField("drawnUpBy", facts.drawnUpBy, ""));
  draft.put(secondTop + 1, secondLabel, textCell(words.date, "label", { span: secondValue - secondLabel }));
  draft.put(
    secondTop + 1,
    secondValue,
    numberCell(dateSerial(facts.today), { kind: "date" }, "plain", { align: "left" }),
  );
  draft.put(secondTop + 2, secondLabel, textCell(words.version, "label", { span: secondValue - secondLabel }));
  draft.put(secondTop + 2, secondValue, headField("version", facts.version ?? null, words.draft));
  return 5;
}

/** A field that people fill in on any of the tabs; the next run shows it on all of them. */
function headField(field: HeadField, text: string | null, unfilled: string): Cell {
  return { ...textCell(text ?? unfilled, "input"), key: headKey(field, text === null && unfilled !== "") };
}
