// tests/damage/recordKinds.ts: damage to the tables of contributions and participants. The oracle is the same sheets without the damage,
// or with what a careful reader makes of it, typed plainly.
import type { CellValue } from "../../src/intake/grid";
import { type Book, type Cell, cell, type Sheet } from "./book";
import type { Rng } from "./generate";
import { insertColumn, insertRow, type Kind, loose, put, type Spot, shownText, spots, swedish, textOf } from "./touch";

type Table = "participants" | "contributions";

const inTable = (book: Book, kind: Table, column?: string): Spot<"record">[] =>
  spots(book, "record").filter(
    ({ mark }) => mark.kind === kind && mark.row >= 0 && (column === undefined || mark.column === column),
  );

const cleanOf = (book: Book): Sheet[] =>
  book.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map((each) => ({ ...each }))) }));

/** One cell in other words; `named`: what was there is lost. */
function field(
  name: string,
  kind: Table,
  column: string,
  change: (value: CellValue, rng: Rng) => CellValue | undefined,
  named: boolean,
  more: Partial<Cell> = {},
): Kind {
  return {
    name,
    group: kind,
    hurt: (book, rng) => {
      if (book.layout !== "records") return null;
      const all = inTable(book, kind, column).filter(({ cell: { value } }) => value !== null && value !== 0);
      if (all.length === 0) return null;
      const spot = rng.pick(all);
      const value = change(spot.cell.value, rng);
      if (value === undefined) return null;
      book.clean = cleanOf(book);
      put(spot, value, more);
      for (const each of spot.sheet.rows[spot.row]!) each.touched = true;
      return named;
    },
  };
}

/** Another arrangement of the sheet that says the same; `named`: it does not. */
function arranged(name: string, kind: Table, change: (sheet: Sheet, rng: Rng) => boolean | null): Kind {
  return {
    name,
    group: kind,
    hurt: (book, rng) => {
      if (book.layout !== "records") return null;
      book.clean = cleanOf(book);
      return change(book.sheets[kind === "contributions" ? 0 : 1]!, rng);
    },
  };
}

const both = (make: (kind: Table) => Kind): Kind[] => [make("contributions"), make("participants")];
const touchedRow = (row: readonly Cell[]): Cell[] => row.map((each) => ({ ...each, touched: true }));
const called = (kind: Table, text: string): string => `${text} (${kind})`;

export const RECORD_KINDS: readonly Kind[] = [
  field("a party in small letters", "contributions", "party", (value) => shownText(value).toLowerCase(), false),
  field("a party with spaces", "contributions", "party", (value) => ` ${shownText(value)}\u00A0`, false),
  {
    name: "a party misspelt",
    group: "contributions",
    hurt: (book, rng) => {
      if (book.layout !== "records") return null;
      const spot = rng.pick(inTable(book, "contributions", "party"));
      put(spot, textOf(spot).replace("n", ""));
      // It is called as it stands there; whether it is known by that name is another matter.
      book.clean = cleanOf(book);
      return false;
    },
  },
  field("a party lost", "contributions", "party", () => null, true),
  field("cash as text", "contributions", "cash", (value) => swedish(value as number, " "), false),
  field("cash with kr behind", "contributions", "cash", (value) => `${swedish(value as number, "\u00A0")} kr`, false),
  field("cash in tkr", "contributions", "cash", (value) => `${(value as number) / 1000} tkr`, false),
  field(
    "cash in full-width digits",
    "contributions",
    "cash",
    (value) => shownText(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    false,
  ),
  field("cash negative", "contributions", "cash", (value) => -(value as number), true),
  field("cash of words", "contributions", "cash", () => "enligt avtal", true),
  field("cash an error", "contributions", "cash", () => ({ error: "#REF!" }), true),
  field("a year of contributions lost", "contributions", "year", () => null, true),
  field("a year of contributions beyond time", "contributions", "year", (value) => (value as number) + 900, true),
  field("a birth year lost", "participants", "birthYear", () => null, true),
  field("a birth year in the future", "participants", "birthYear", (value) => (value as number) + 100, true),
  field("a birth year long ago", "participants", "birthYear", (value) => (value as number) - 100, true),
  field("a birth year as text", "participants", "birthYear", (value) => ` ${shownText(value)}`, false),
  field("a support in capitals", "participants", "before", (value) => shownText(value).toUpperCase(), false),
  field(
    "a support misspelt",
    "participants",
    "before",
    (value) => `${shownText(value).slice(0, 4)}${shownText(value).slice(5)}`,
    true,
  ),
  field("a support unknown", "participants", "before", () => "Lotteri", true),
  field("a support lost", "participants", "before", () => null, true),
  field("an amount before as text", "participants", "amountBefore", (value) => swedish(value as number, " "), false),
  field("an amount before negative", "participants", "amountBefore", (value) => -(value as number), true),
  field("an amount before for a year", "participants", "amountBefore", (value) => (value as number) * 12, true),
  field("an amount before of words", "participants", "amountBefore", () => "okänt", true),
  field("an amount before lost", "participants", "amountBefore", () => null, true),
  field(
    "a month as a date",
    "participants",
    "lastMonth",
    (value) => Math.round(Date.parse(`${shownText(value)}-01`) / 86_400_000) + 25_569,
    false,
    { format: "yyyy-mm-dd" },
  ),
  field(
    "a month in words",
    "participants",
    "lastMonth",
    (value) =>
      `${["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sept", "okt", "nov", "dec"][Number(shownText(value).slice(5)) - 1]!} ${shownText(value).slice(0, 4)}`,
    false,
  ),
  field("a month thirteen", "participants", "lastMonth", (value) => `${shownText(value).slice(0, 4)}-13`, true),
  field("an id lost", "participants", "id", () => null, true),
  field("an id with spaces", "participants", "id", (value) => shownText(value), false),
  ...both((kind) =>
    arranged(called(kind, "a row twice"), kind, (sheet, rng) => {
      const at = rng.between(1, sheet.rows.length - 1);
      insertRow(sheet, at + 1, loose(sheet.rows[at]!));
      return true;
    }),
  ),
  ...both((kind) =>
    arranged(called(kind, "a key twice, other figures"), kind, (sheet, rng) => {
      const at = rng.between(1, sheet.rows.length - 1);
      const again = loose(sheet.rows[at]!);
      const money = again.findIndex(({ value }) => typeof value === "number" && value > 3000);
      if (money < 0) return null;
      again[money]!.value = (again[money]!.value as number) + 500;
      insertRow(sheet, at + 1, again);
      return true;
    }),
  ),
  ...both((kind) =>
    arranged(called(kind, "blank rows among the rows"), kind, (sheet, rng) => {
      insertRow(sheet, rng.between(2, sheet.rows.length - 1), []);
      return false;
    }),
  ),
  ...both((kind) =>
    arranged(called(kind, "rows in another order"), kind, (sheet, rng) => {
      sheet.rows.splice(1, sheet.rows.length - 1, ...rng.shuffled(sheet.rows.slice(1)));
      return false;
    }),
  ),
  ...both((kind) =>
    arranged(called(kind, "columns in another order"), kind, (sheet, rng) => {
      const order = rng.shuffled(sheet.rows[0]!.map((_, at) => at));
      sheet.rows = sheet.rows.map((row) => order.map((at) => row[at]!));
      return false;
    }),
  ),
  ...both((kind) =>
    arranged(called(kind, "the headings again among the rows"), kind, (sheet, rng) => {
      insertRow(sheet, rng.between(2, sheet.rows.length - 1), loose(sheet.rows[0]!));
      return false;
    }),
  ),
  ...both((kind) =>
    arranged(called(kind, "a remark among the rows"), kind, (sheet, rng) => {
      insertRow(sheet, rng.between(2, sheet.rows.length - 1), [cell("Uppgifterna är preliminära", { touched: true })]);
      return false;
    }),
  ),
  ...both((kind) =>
    arranged(called(kind, "a blank column"), kind, (sheet, rng) => {
      insertColumn(sheet, rng.between(1, sheet.rows[0]!.length - 1), () => cell(null));
      return false;
    }),
  ),
  ...both((kind) =>
    arranged(called(kind, "a column of remarks"), kind, (sheet) => {
      sheet.rows.forEach((row, at) => row.push(cell(at === 0 ? "Anteckning" : "ok")));
      return false;
    }),
  ),
  ...both((kind) =>
    arranged(called(kind, "a heading lost"), kind, (sheet, rng) => {
      const row = sheet.rows[0]!;
      const at = rng.between(0, row.length - 1);
      Object.assign(row[at]!, { value: null, touched: true });
      // Own time that nobody gave is no loss, and years are known as they stand.
      if (kind === "contributions" && at === 1) return false;
      return sheet.rows.slice(1).every((each) => (each[at]!.value ?? 0) === 0) ? false : true;
    }),
  ),
  ...both((kind) =>
    arranged(called(kind, "a row hidden"), kind, (sheet, rng) => {
      const at = rng.between(1, sheet.rows.length - 1);
      sheet.hiddenRows.add(at);
      sheet.rows[at] = touchedRow(sheet.rows[at]!);
      return true;
    }),
  ),
  arranged("a total of the contributions", "contributions", (sheet) => {
    const sum = (at: number): number =>
      sheet.rows.slice(1).reduce((all, row) => all + (typeof row[at]?.value === "number" ? row[at].value : 0), 0);
    sheet.rows.push([cell("Summa"), cell(null), cell(sum(2)), cell(sum(3))]);
    return false;
  }),
  arranged("a wrong total of the contributions", "contributions", (sheet) => {
    const sum = sheet.rows
      .slice(1)
      .reduce((all, row) => all + (typeof row[2]?.value === "number" ? row[2].value : 0), 0);
    sheet.rows.push([cell("Summa", { touched: true }), cell(null), cell(sum + 9000, { touched: true }), cell(null)]);
    return true;
  }),
  arranged("a contribution behind the total", "contributions", (sheet) => {
    const sum = sheet.rows
      .slice(1)
      .reduce((all, row) => all + (typeof row[2]?.value === "number" ? row[2].value : 0), 0);
    const last = sheet.rows.pop()!;
    sheet.rows.push([cell("Summa"), cell(null), cell(sum), cell(null)], touchedRow(last));
    return false;
  }),
  {
    name: "the sheets in another order",
    group: "participants",
    hurt: (book) => {
      if (book.layout !== "records") return null;
      book.clean = cleanOf(book);
      book.sheets.reverse();
      return false;
    },
  },
  {
    name: "the participants hidden",
    group: "participants",
    hurt: (book) => {
      if (book.layout !== "records") return null;
      book.clean = cleanOf(book);
      book.sheets[1]!.hidden = true;
      return true;
    },
  },
];
