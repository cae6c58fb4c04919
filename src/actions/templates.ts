// src/actions/templates.ts: empty tables for budget, contributions and participants, headed as the reader knows them, to fill in and open again.
import { textCell } from "../report/cells";
import type { Cell, Choice, SheetModel, SheetRole } from "../report/sheetModel";
import { kindNamed } from "../intake/records/recordKinds";
import { INCOME_SOURCES } from "../reference/incomeSources";
import type { Language } from "../text/language";
import { type ColumnNote, templateTextsOf, type TemplateTexts } from "../text/templates";

/** Rows with room to fill in, and with lists to choose from. */
const ROOM = 500;

interface Template {
  readonly role: SheetRole;
  readonly name: string;
  readonly columns: readonly (ColumnNote & { readonly heading: string; readonly key: string })[];
}

/**
 * The workbook's sheets: how to fill in (with a note and an example per column), one empty table each, and the lists. Nothing in it is read as a
 * figure until somebody writes one: the examples stand on the first sheet, not in the tables.
 */
export function templateSheets(language: Language): readonly SheetModel[] {
  const words = templateTextsOf(language);
  const templates: readonly Template[] = [
    {
      role: "underlag",
      name: words.sheets.budget,
      columns: entries(words.budget).map(([key, note]) => ({ ...note, key, heading: words.budgetHeadings[key] })),
    },
    { role: "underlagparter", name: words.sheets.contributions, columns: columnsOf("contributions", words, language) },
    { role: "underlagdeltagare", name: words.sheets.participants, columns: columnsOf("participants", words, language) },
  ];
  return [guideSheet(words, templates), ...templates.map((each) => emptySheet(each, words)), listSheet(words)];
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): readonly (readonly [Key, Value])[] {
  return Object.entries(record) as [Key, Value][];
}

/** Headed by the first heading that the reader knows for each column. */
function columnsOf(
  kind: "contributions" | "participants",
  words: TemplateTexts,
  language: Language,
): Template["columns"] {
  const { columns } = kindNamed(kind);
  return entries<string, ColumnNote>(words[kind]).map(([key, note]) => {
    const heading = columns[key]?.[language][0];
    if (heading === undefined) throw new Error(`no column of ${kind} is called ${key}`);
    return { ...note, key, heading };
  });
}

const bare = {
  rowHeights: new Map<number, number>(),
  printTitleRows: null,
  tables: [],
  charts: [],
  marks: [],
  alone: true,
} as const;

function emptySheet({ role, name, columns }: Template, words: TemplateTexts): SheetModel {
  const below = (column: number) => ({ top: 1, left: column, bottom: ROOM, right: column });
  return {
    ...bare,
    role,
    name,
    columns: columns.map(({ heading }) => ({ width: Math.max(14, heading.length + 3) })),
    rows: [columns.map(({ heading }) => textCell(heading, "heading"))],
    frozen: { rows: 1, columns: 1 },
    choices: columns.map(({ key, heading, note }, column): Choice => ({
      area: below(column),
      from: listOf(key, words),
      title: heading,
      note,
    })),
  };
}

/** Where the list of a column stands; null: anything may be written. */
function listOf(key: string, words: TemplateTexts): string | null {
  const sheet = `'${words.sheets.lists}'!`;
  if (["before", "after", "then", "after2"].includes(key)) return `${sheet}$A$2:$A$${INCOME_SOURCES.length + 1}`;
  return key === "agency" ? `${sheet}$B$2:$B$${PARTIES.length + 1}` : null;
}

const PARTIES = ["Försäkringskassan", "Arbetsförmedlingen", "Kommunen", "Regionen"] as const;

function listSheet(words: TemplateTexts): SheetModel {
  const rows = Array.from({ length: Math.max(INCOME_SOURCES.length, PARTIES.length) }, (_, row): (Cell | null)[] => [
    textCell(INCOME_SOURCES[row]?.name ?? ""),
    textCell(PARTIES[row] ?? ""),
  ]);
  return {
    ...bare,
    role: "antaganden",
    name: words.sheets.lists,
    columns: [{ width: 40 }, { width: 24 }],
    rows: [[textCell(words.supports, "heading"), textCell(words.parties, "heading")], ...rows],
    frozen: { rows: 1, columns: 0 },
  };
}

/** Laid out so that no row of it looks like a table's: the examples are worded, and each sheet has a part of its own. */
function guideSheet(words: TemplateTexts, templates: readonly Template[]): SheetModel {
  const { title, lead, columns, part, example, needed, optional } = words.guide;
  const rows: (Cell | null)[][] = [
    [textCell(title, "title")],
    ...lead.map((text): Cell[] => [textCell(text, "plain", { span: columns.length })]),
    ...templates.flatMap(({ name, columns: own }): (Cell | null)[][] => [
      [],
      [textCell(part(name), "group", { span: columns.length, align: "left" })],
      columns.map((text) => textCell(text, "heading")),
      ...own.map((column): Cell[] => [
        textCell(column.heading),
        textCell(column.needed === true ? needed : optional),
        textCell(column.note),
        textCell(column.example === "" ? "" : example(String(column.example))),
      ]),
    ]),
  ];
  return {
    ...bare,
    role: "kontroller",
    name: words.sheets.guide,
    columns: [{ width: 32 }, { width: 13 }, { width: 82 }, { width: 30 }],
    rows,
    frozen: { rows: 0, columns: 0 },
  };
}
