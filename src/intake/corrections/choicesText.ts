// src/intake/corrections/choicesText.ts: corrections as the text that is kept in the workbook, and back.
import type { CostSign } from "../../domain/deviation/budget";
import type { Unit } from "../../domain/money";
import type { GivenAnswer } from "../../domain/question";
import {
  type ColumnCorrection,
  type RowCorrection,
  type TableCorrection,
  type TableKind,
} from "../../domain/tableCorrection";
import { TABLE_KINDS, tableRoles } from "../records/tableKinds";
import { namesPeriod } from "../periodLabel";
import { identityNumbersIn } from "../personalIdentity";

/** Raised when a text would mean something else to an older edition. */
const VERSION = 1;
/** More than anybody corrects by hand: a text with more is not ours. */
const MOST = 1_000;
const LONGEST = 400;

/** `unreadable`: not ours, or broken; `newer`: written by a later edition. Nothing of it is used then. */
export interface ReadChoices {
  readonly corrections: readonly TableCorrection[];
  readonly answers: readonly GivenAnswer[];
  readonly wrong: "unreadable" | "newer" | null;
}

/** JSON with a version number. A label that looks like a personal identity number is left out, and the choice that rests on it. */
export function choicesText(corrections: readonly TableCorrection[], answers: readonly GivenAnswer[] = []): string {
  const tables = corrections.map(withoutIdentities);
  const text = JSON.stringify({ version: VERSION, tables, ...(answers.length === 0 ? {} : { answers }) });
  // As the characters that every part of a workbook may hold: the rest as JSON writes them in letters.
  return text.replace(/[^\x20-\x7e\u00a0-\u1fff]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}

function withoutIdentities(correction: TableCorrection): TableCorrection {
  const isFit = (text: string): boolean => identityNumbersIn(text) === 0;
  const blanked = (texts: readonly string[]): readonly string[] => texts.map((text) => (isFit(text) ? text : ""));
  return {
    ...correction,
    sheet: isFit(correction.sheet) ? correction.sheet : "",
    headings: blanked(correction.headings),
    replaces: correction.replaces === null ? null : blanked(correction.replaces),
    columns: correction.columns.filter(({ heading }) => isFit(heading)),
    rows: correction.rows.filter(({ label }) => isFit(label)),
  };
}

/** Never throws: anything may stand in a workbook. Null: nothing was remembered. */
export function readChoices(text: string | null | undefined): ReadChoices {
  if (text === null || text === undefined || text === "") return { ...NOTHING, wrong: null };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    // Cut off or written by something else: the user is told that it is not used.
    return { ...NOTHING, wrong: "unreadable" };
  }
  if (!isRecord(content) || typeof content.version !== "number") return { ...NOTHING, wrong: "unreadable" };
  if (content.version > VERSION) return { ...NOTHING, wrong: "newer" };
  const { tables, answers = [] } = content;
  if (!isList(tables) || !isList(answers)) return { ...NOTHING, wrong: "unreadable" };
  const corrections = tables.map(correctionIn);
  const given = answers.map(answerIn);
  const isWhole = !corrections.includes(null) && !given.includes(null);
  return {
    corrections: corrections.filter((each) => each !== null),
    answers: given.filter((each) => each !== null),
    wrong: isWhole ? null : "unreadable",
  };
}

const NOTHING = { corrections: [], answers: [] } as const;

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= MOST;
}

function answerIn(value: unknown): GivenAnswer | null {
  if (!isRecord(value)) return null;
  const { id, value: chosen, date } = value;
  if (!isText(id) || !isText(chosen) || !isText(date)) return null;
  return /^[a-z0-9]{1,40}$/u.test(id) && /^(?:\d{4}-\d{2}-\d{2})?$/u.test(date) ? { id, value: chosen, date } : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function correctionIn(value: unknown): TableCorrection | null {
  if (!isRecord(value)) return null;
  const { sheet, headings, row, left, replaces, use, columns, rows, unit, sign, period } = value;
  const kind = use === null || use === "ignore" ? use : TABLE_KINDS.find((each) => each === use);
  if (!isText(sheet) || !isTexts(headings) || !isPlace(row) || !isPlace(left) || kind === undefined) return null;
  if (replaces !== null && !isTexts(replaces)) return null;
  if (!Array.isArray(columns) || !Array.isArray(rows) || columns.length > MOST || rows.length > MOST) return null;
  const readColumns = columns.map((column: unknown) => columnIn(column, kind));
  const readRows = rows.map(rowIn);
  if (readColumns.includes(null) || readRows.includes(null)) return null;
  return {
    sheet,
    headings,
    row,
    left,
    replaces,
    use: kind,
    columns: readColumns.filter((column) => column !== null),
    rows: readRows.filter((each) => each !== null),
    unit: (["kr", "tkr", "Mkr"] as const).find((each): each is Unit => each === unit) ?? null,
    sign: (["negative", "positive"] as const).find((each): each is CostSign => each === sign) ?? null,
    ...(isText(period) && namesPeriod(period) ? { period } : {}),
  };
}

function columnIn(value: unknown, kind: TableKind | null): ColumnCorrection | null {
  if (!isRecord(value) || !isText(value.heading)) return null;
  const { heading, nth, role } = value;
  if (nth !== null && !isPlace(nth)) return null;
  if (role !== null && (typeof role !== "string" || !isRole(role, kind))) return null;
  return { heading, nth, role };
}

function isRole(role: string, kind: TableKind | null): boolean {
  const kinds = kind === null || kind === "ignore" ? TABLE_KINDS : [kind];
  return kinds.some((each) => tableRoles(each).includes(role));
}

function rowIn(value: unknown): RowCorrection | null {
  if (!isRecord(value) || !isText(value.label)) return null;
  return value.is === "line" || value.is === "total" ? { label: value.label, is: value.is } : null;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= MOST && value.every(isText);
}

function isPlace(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 2_000_000;
}
