// tests/damage/rowKinds.ts: damage to rows: lost, doubled, moved, renamed, and what stands between and below them.
import type { CellValue } from "../../src/intake/grid";
import { type Book, type Cell, cell, type Measure, type Sheet } from "./book";
import type { Rng } from "./generate";
import {
  amounts,
  bodyOf,
  headingRow,
  insertRow,
  isChecked,
  isOneOf,
  leastOf,
  type Kind,
  lineOf,
  loose,
  put,
  rowsOfLines,
  type Spot,
  spots,
  textOf,
} from "./touch";

const rowOf = (spot: Pick<Spot, "sheet" | "row">): Cell[] => spot.sheet.rows[spot.row]!;
const oneLine = (book: Book, rng: Rng): Spot<"name"> => rng.pick(rowsOfLines(book));

/** The figures of one row of one line. */
function figuresIn(row: readonly Cell[]): { readonly period: string; readonly measure: Measure }[] {
  return row.flatMap(({ mark }) => (mark?.is === "amount" ? [{ period: mark.period, measure: mark.measure }] : []));
}

const isWeighty = (book: Book, spot: Spot<"name">): boolean =>
  amounts(book).filter(({ sheet, row }) => sheet === spot.sheet && row === spot.row).length >= 2;

/** A row of words and perhaps figures, put in among the lines or below them. */
function extra(
  name: string,
  where: "among" | "below" | "far below",
  make: (book: Book, rng: Rng, like: readonly Cell[]) => readonly (CellValue | Cell)[],
  named = false,
): Kind {
  return {
    name,
    group: where === "among" ? "rows: between the lines" : "rows: below the table",
    hurt: (book, rng) => {
      const sheet = rng.pick(book.sheets);
      const { first, last } = bodyOf(sheet);
      const like = sheet.rows[first]!;
      const row = make(book, rng, like).map((each) =>
        typeof each === "object" && each !== null && "value" in each
          ? { ...each, touched: true }
          : cell(each, { touched: true }),
      );
      if (where === "among") insertRow(sheet, rng.between(first + 1, last), row);
      else {
        if (where === "far below") sheet.rows.push([], []);
        sheet.rows.push([], row);
      }
      return named;
    },
  };
}

/** A row of figures as long as a line's row: a value per amount, blank elsewhere. */
const asLong = (
  name: string,
  like: readonly Cell[],
  value: (at: number) => CellValue,
  more: Partial<Cell> = {},
): Cell[] =>
  like.map(({ mark }, at) => (at === 0 ? cell(name) : mark?.is === "amount" ? cell(value(at), more) : cell(null)));

function renamed(name: string, change: (name: string) => string): Kind {
  return {
    name,
    group: "rows: names",
    hurt: (book, rng) => {
      const spot = oneLine(book, rng);
      const line = lineOf(book, spot.mark);
      const own = change(line.name);
      if (own === line.name) return null;
      for (const each of rowsOfLines(book))
        if (each.mark.line === spot.mark.line && each.mark.table === spot.mark.table) put(each, own);
      line.name = own.trim();
      return false;
    },
  };
}

/** The name of the total in other words. */
function totalCalled(name: string, to: string, named = false): Kind {
  return {
    name,
    group: "totals",
    hurt: (book, rng) => {
      const all = spots(book, "sum").filter(({ mark }) => mark.name);
      if (all.length === 0 || isOneOf(book, "statement")) return null;
      put(rng.pick(all), to);
      return named;
    },
  };
}

function mistypedSum(name: string, change: (value: number) => number): Kind {
  return {
    name,
    group: "totals",
    hurt: (book, rng) => {
      const all = spots(book, "sum").filter(
        ({ mark, cell: { value } }) => !mark.name && typeof value === "number" && value !== 0,
      );
      if (all.length === 0) return null;
      const spot = rng.pick(all);
      const { factor, step } = book.truth[spot.mark.table]!;
      const before = spot.cell.value as number;
      const after = change(Math.round((before * factor) / step)) * (step / factor);
      if (Math.abs(after - before) * factor < leastOf(book.truth[spot.mark.table]!)) return null;
      put(spot, after);
      return true;
    },
  };
}

export const ROW_KINDS: readonly Kind[] = [
  {
    name: "a line's row lost",
    group: "rows",
    hurt: (book, rng) => {
      const spot = oneLine(book, rng);
      if (!isWeighty(book, spot) || isOneOf(book, "two-sheets")) return null;
      for (const { period, measure } of figuresIn(rowOf(spot)))
        lineOf(book, spot.mark).figures[period]![measure] = null;
      spot.sheet.rows.splice(spot.row, 1);
      return book.truth[spot.mark.table]!.sums;
    },
  },
  {
    name: "a line's row on one of two sheets lost",
    group: "rows",
    hurt: (book, rng) => {
      if (!isOneOf(book, "two-sheets")) return null;
      const spot = oneLine(book, rng);
      for (const { period, measure } of figuresIn(rowOf(spot)))
        lineOf(book, spot.mark).figures[period]![measure] = null;
      spot.sheet.rows.splice(spot.row, 1);
      return true;
    },
  },
  {
    name: "a row twice, below itself",
    group: "rows",
    hurt: (book, rng) => {
      const spot = oneLine(book, rng);
      if (!isWeighty(book, spot)) return null;
      insertRow(spot.sheet, spot.row + 1, loose(rowOf(spot)));
      return true;
    },
  },
  {
    name: "a row twice, at the end",
    group: "rows",
    hurt: (book, rng) => {
      const spot = oneLine(book, rng);
      if (!isWeighty(book, spot)) return null;
      const { last } = bodyOf(spot.sheet);
      insertRow(spot.sheet, last + 1, loose(rowOf(spot)));
      return true;
    },
  },
  {
    name: "a row twice, with another amount",
    group: "rows",
    hurt: (book, rng) => {
      const spot = oneLine(book, rng);
      if (!isWeighty(book, spot)) return null;
      const again = loose(rowOf(spot));
      const at = again.findLastIndex(
        (each, column) => rowOf(spot)[column]?.mark?.is === "amount" && typeof each.value === "number",
      );
      again[at]!.value = (again[at]!.value as number) + 1000;
      insertRow(spot.sheet, spot.row + 1, again);
      return true;
    },
  },
  {
    name: "two rows in each other's place",
    group: "rows",
    hurt: (book, rng) => {
      const spot = oneLine(book, rng);
      const next = rowsOfLines(book).find(({ sheet, row }) => sheet === spot.sheet && row === spot.row + 1);
      if (next === undefined) return null;
      const { rows } = spot.sheet;
      [rows[spot.row], rows[next.row]] = [rows[next.row]!, rows[spot.row]!];
      return false;
    },
  },
  {
    name: "all rows in another order",
    group: "rows",
    hurt: (book, rng) => {
      if (isOneOf(book, "statement")) return null;
      for (const sheet of book.sheets) {
        const { first, last } = bodyOf(sheet);
        const sum = sheet.rows.slice(last).some((row, at) => at === 0 && row.some(({ mark }) => mark?.is === "sum"));
        sheet.rows.splice(
          first,
          last - first + (sum ? 0 : 1),
          ...rng.shuffled(sheet.rows.slice(first, last + (sum ? 0 : 1))),
        );
      }
      return false;
    },
  },
  {
    name: "a line's name lost",
    group: "rows: names",
    hurt: (book, rng) => {
      const spot = oneLine(book, rng);
      if (!isWeighty(book, spot)) return null;
      put(spot, null);
      return true;
    },
  },
  {
    name: "a line's name one row down",
    group: "rows: names",
    hurt: (book, rng) => {
      if (!isOneOf(book, "one-year", "wide")) return null;
      const spot = oneLine(book, rng);
      if (!isWeighty(book, spot)) return null;
      const alone = rowOf(spot).map((each, at) => (at === 0 ? { ...each, touched: true } : cell(null)));
      const figures = rowOf(spot).map((each, at) => (at === 0 ? cell(null, { touched: true }) : each));
      spot.sheet.rows.splice(spot.row, 1, alone, figures);
      return false;
    },
  },
  {
    name: "a line by the name of another",
    group: "rows: names",
    hurt: (book, rng) => {
      if (!isOneOf(book, "one-year", "wide", "statement")) return null;
      const spot = oneLine(book, rng);
      const other = rowsOfLines(book).find(
        ({ mark }) =>
          mark.table === spot.mark.table &&
          mark.line !== spot.mark.line &&
          lineOf(book, mark).kind === lineOf(book, spot.mark).kind,
      );
      if (other === undefined || !isWeighty(book, spot) || !isWeighty(book, other)) return null;
      put(spot, lineOf(book, other.mark).name);
      lineOf(book, spot.mark).name = lineOf(book, other.mark).name;
      return true;
    },
  },
  renamed("spaces around a name", (name) => `  ${name}\u00A0`),
  renamed("a name in capitals", (name) => name.toUpperCase()),
  renamed("a number before a name", (name) => `3. ${name}`),
  renamed("an account before a name", (name) => `5010 ${name}`),
  renamed("a footnote behind a name", (name) => `${name} *`),
  renamed("a name over two rows of text", (name) => `${name}\ninkl. sociala avgifter`),
  renamed("a year in a name", (name) => `${name} 2024`),
  renamed("a very long name", (name) => `${name} ${"och allt som hör till ".repeat(30)}`),
  renamed("a name with a tag", (name) => `<b>${name}</b>`),
  renamed("a name in decomposed letters", (name) => `${name} å ö`.normalize("NFD")),
  {
    name: "a name misspelt in one period",
    group: "rows: names",
    hurt: (book, rng) => {
      if (!isOneOf(book, "long", "long-months")) return null;
      const spot = oneLine(book, rng);
      if (rowsOfLines(book).filter(({ mark }) => mark.line === spot.mark.line).length < 2) return null;
      const line = lineOf(book, spot.mark);
      const name = `${line.name.slice(0, 3)}${line.name.slice(4)}`;
      put(spot, name);
      const own: (typeof line)["figures"] = {};
      for (const period of new Set(figuresIn(rowOf(spot)).map((each) => each.period))) {
        own[period] = line.figures[period]!;
        line.figures[period] = { outcome: null, budget: null };
      }
      book.truth[spot.mark.table]!.lines.push({ ...line, name, figures: own });
      return false;
    },
  },
  {
    name: "a name in capitals in one period",
    group: "rows: names",
    hurt: (book, rng) => {
      if (!isOneOf(book, "long", "long-months")) return null;
      const spot = oneLine(book, rng);
      put(spot, textOf(spot).toUpperCase());
      return false;
    },
  },
  extra("a blank row among the lines", "among", () => []),
  extra("a row of spaces among the lines", "among", () => [" ", "\u00A0", ""]),
  {
    name: "three blank rows among the lines",
    group: "rows: between the lines",
    hurt: (book, rng) => {
      const sheet = rng.pick(book.sheets);
      const { first, last } = bodyOf(sheet);
      const at = rng.between(first + 1, last);
      for (let each = 0; each < 3; each++) insertRow(sheet, at, []);
      return false;
    },
  },
  {
    name: "a blank row between headings and lines",
    group: "rows: between the lines",
    hurt: (book, rng) => {
      const sheet = rng.pick(book.sheets);
      insertRow(sheet, headingRow(sheet) + 1, []);
      return false;
    },
  },
  extra("a remark among the lines", "among", () => ["OBS! Preliminära siffror, ska stämmas av"]),
  extra("a remark with a date among the lines", "among", () => ["Reviderad 2024-03-05 av ekonom, dnr 2024/117"]),
  {
    name: "the headings again among the lines",
    group: "rows: between the lines",
    hurt: (book, rng) => {
      const sheet = rng.pick(book.sheets);
      const { first, last } = bodyOf(sheet);
      insertRow(sheet, rng.between(first + 1, last), loose(sheet.rows[headingRow(sheet)]!));
      return false;
    },
  },
  extra("a count among the lines", "among", (_, rng, like) =>
    asLong("Antal deltagare", like, () => rng.between(20, 40)),
  ),
  extra("a cost per participant among the lines", "among", (_, rng, like) =>
    asLong("Kostnad per deltagare", like, () => rng.between(20, 40)),
  ),
  extra("a share among the lines", "among", (_, rng, like) =>
    asLong("Andel av budget", like, () => rng.between(60, 110) / 100, { format: "0%" }),
  ),
  {
    name: "a varav row",
    group: "rows: between the lines",
    hurt: (book, rng) => {
      if (isOneOf(book, "two-sheets", "long", "long-months")) return null;
      const spot = oneLine(book, rng);
      const half = loose(rowOf(spot)).map((each, at) =>
        at === 0
          ? { ...each, value: "varav löner" }
          : typeof each.value === "number"
            ? { ...each, value: Math.round(each.value / 2) }
            : each,
      );
      insertRow(spot.sheet, spot.row + 1, half);
      return false;
    },
  },
  ...(
    [
      ["a named subtotal", "Delsumma"],
      ["a subtotal without a name", null],
      ["a subtotal by another name", "Kansli och drift"],
    ] as const
  ).map(([name, called]): Kind => ({
    name,
    group: "totals",
    hurt: (book, rng) => {
      if (!isOneOf(book, "one-year", "wide")) return null;
      const sheet = book.sheets[0]!;
      const { first, last } = bodyOf(sheet);
      const lines = rowsOfLines(book).map(({ row }) => row);
      const to = rng.between(first + 1, Math.min(last - 1, lines.at(-2) ?? first + 1));
      if (to <= first || !lines.includes(to)) return null;
      const summed = sheet.rows[first]!.map((each, column): Cell => {
        if (column === 0) return cell(called, { touched: true, bold: true });
        const sum = sheet.rows.slice(first, to + 1).reduce((all, row) => {
          const value = row[column]?.value;
          return all + (typeof value === "number" ? value : 0);
        }, 0);
        return typeof each.value === "number"
          ? { value: Math.round(sum * 100) / 100, touched: true, bold: true }
          : cell(null);
      });
      insertRow(sheet, to + 1, summed);
      return false;
    },
  })),
  {
    name: "the total lost",
    group: "totals",
    hurt: (book) => {
      const spot = spots(book, "sum").find(({ mark }) => mark.name);
      if (spot === undefined) return null;
      spot.sheet.rows.splice(spot.row, 1);
      return false;
    },
  },
  {
    name: "the total twice",
    group: "totals",
    hurt: (book) => {
      const spot = spots(book, "sum").findLast(({ mark }) => mark.name);
      if (spot === undefined || isOneOf(book, "statement")) return null;
      insertRow(spot.sheet, spot.row + 1, loose(rowOf(spot)));
      return false;
    },
  },
  {
    name: "the total above the lines",
    group: "totals",
    hurt: (book) => {
      const spot = spots(book, "sum").find(({ mark }) => mark.name);
      if (spot === undefined || isOneOf(book, "statement")) return null;
      const [row] = spot.sheet.rows.splice(spot.row, 1);
      insertRow(spot.sheet, bodyOf(spot.sheet).first, row!);
      for (const each of row!) each.touched = true;
      return false;
    },
  },
  {
    name: "a line below the total",
    group: "totals",
    hurt: (book, rng) => {
      const total = spots(book, "sum").find(({ mark }) => mark.name);
      if (total === undefined || isOneOf(book, "statement")) return null;
      const spot = rng.pick(rowsOfLines(book).filter(({ sheet, row }) => sheet === total.sheet && row < total.row));
      if (!isWeighty(book, spot)) return null;
      const [row] = spot.sheet.rows.splice(spot.row, 1);
      for (const each of row!) each.touched = true;
      spot.sheet.rows.splice(total.row, 0, row!);
      return false;
    },
  },
  totalCalled("the total without its name", ""),
  totalCalled("the total called Summa:", "SUMMA:"),
  totalCalled("the total called Totalt", "Totalt hela verksamheten"),
  totalCalled("the total called S:a", "S:a"),
  totalCalled("the total called by a line's word", "Kostnader"),
  totalCalled("the total misspelt", "Sumam"),
  mistypedSum("two digits of a total swapped", (value) => {
    const list = Array.from(String(Math.abs(value)));
    const at = list.findIndex((digit, index) => index + 1 < list.length && digit !== list[index + 1]);
    if (at < 0) return value;
    [list[at], list[at + 1]] = [list[at + 1]!, list[at]!];
    return Math.sign(value) * Number(list.join(""));
  }),
  mistypedSum("a total's sign turned", (value) => -value),
  mistypedSum("a total ten times as large", (value) => value * 10),
  mistypedSum("a total of before the last change", (value) => value - 25 - Math.round(Math.abs(value) / 50)),
  {
    name: "a total's formula that leaves out the last line",
    group: "totals",
    hurt: (book, rng) => {
      if (!isOneOf(book, "one-year") || book.carrier === "csv" || !book.truth[0]!.sums) return null;
      const spot = rng.pick(spots(book, "sum").filter(({ mark }) => mark.measure !== null));
      const { first, last } = bodyOf(spot.sheet);
      const end = spot.row - 1;
      const left = spot.sheet.rows[end]![spot.column]!.value;
      if (last < first || typeof left !== "number" || left === 0) return null;
      const { factor } = book.truth[0]!;
      if (Math.abs(left) * factor < leastOf(book.truth[0]!)) return null;
      const letter = "ABCDEF"[spot.column]!;
      const value = Math.round(((spot.cell.value as number) - left) * 100) / 100;
      put(spot, value, { formula: `=SUM(${letter}${first + 1}:${letter}${end})` });
      return true;
    },
  },
  {
    name: "totals as formulas",
    group: "totals",
    hurt: (book) => {
      if (!isOneOf(book, "one-year", "wide") || book.carrier === "csv") return null;
      const all = spots(book, "sum").filter(({ mark }) => mark.measure !== null);
      if (all.length === 0) return null;
      for (const spot of all) {
        const { first } = bodyOf(spot.sheet);
        const letter = "ABCDEFGHIJ"[spot.column]!;
        put(spot, spot.cell.value, { formula: `=SUM(${letter}${first + 1}:${letter}${spot.row})` });
      }
      return false;
    },
  },
  {
    name: "a line's row hidden",
    group: "rows: hidden",
    hurt: (book, rng) => {
      const spot = oneLine(book, rng);
      if (book.carrier === "csv" || !isWeighty(book, spot)) return null;
      spot.sheet.hiddenRows.add(spot.row);
      for (const each of rowOf(spot)) each.touched = true;
      return true;
    },
  },
  {
    name: "rows filtered away",
    group: "rows: hidden",
    hurt: (book, rng) => {
      if (book.carrier === "csv") return null;
      for (const spot of rowsOfLines(book))
        if (rng.chance(0.5)) {
          spot.sheet.hiddenRows.add(spot.row);
          for (const each of rowOf(spot)) each.touched = true;
        }
      return book.sheets.some(({ hiddenRows }) => hiddenRows.size > 0) ? false : null;
    },
  },
  {
    name: "the headings hidden",
    group: "rows: hidden",
    hurt: (book, rng) => {
      if (book.carrier === "csv") return null;
      const sheet = rng.pick(book.sheets);
      sheet.hiddenRows.add(headingRow(sheet));
      return false;
    },
  },
  {
    name: "a row one column to the right",
    group: "rows",
    hurt: (book, rng) => {
      const spot = oneLine(book, rng);
      if (!isWeighty(book, spot)) return null;
      for (const each of rowOf(spot)) each.touched = true;
      rowOf(spot).splice(1, 0, cell(null));
      return true;
    },
  },
  {
    name: "an outcome and a budget in each other's place",
    group: "rows",
    hurt: (book, rng) => {
      if (isOneOf(book, "two-sheets")) return null;
      const spot = oneLine(book, rng);
      if (!isWeighty(book, spot)) return null;
      const row = rowOf(spot);
      const at = row.findIndex(({ mark }) => mark?.is === "amount");
      const [one, two] = [row[at]!, row[at + 1]!];
      if (one.mark?.is !== "amount" || two.mark?.is !== "amount") return null;
      const figures = lineOf(book, spot.mark).figures[one.mark.period]!;
      if (Math.abs((figures.outcome ?? 0) - (figures.budget ?? 0)) < leastOf(book.truth[spot.mark.table]!)) return null;
      [one.value, two.value] = [two.value, one.value];
      [one.touched, two.touched] = [true, true];
      [figures.outcome, figures.budget] = [figures.budget, figures.outcome];
      return isChecked(book, spot.mark);
    },
  },
  {
    name: "a line of zeros",
    group: "rows: between the lines",
    hurt: (book, rng) => {
      if (isOneOf(book, "two-sheets")) return null;
      const spot = oneLine(book, rng);
      const zeros = loose(rowOf(spot)).map((each, at) =>
        at === 0
          ? { ...each, value: "Reserv" }
          : rowOf(spot)[at]?.mark?.is === "amount" || rowOf(spot)[at]?.mark?.is === "deviation"
            ? { ...each, value: 0 }
            : each,
      );
      insertRow(spot.sheet, spot.row + 1, zeros);
      return false;
    },
  },
  {
    name: "a line's budget and outcome emptied",
    group: "rows",
    hurt: (book, rng) => {
      if (isOneOf(book, "two-sheets")) return null;
      const spot = oneLine(book, rng);
      if (!isWeighty(book, spot)) return null;
      for (const each of rowOf(spot)) {
        if (each.mark?.is !== "amount") continue;
        Object.assign(each, { value: null, touched: true });
        lineOf(book, spot.mark).figures[each.mark.period]![each.mark.measure] = null;
      }
      return true;
    },
  },
  extra("footnotes below", "below", () => ["1) Avser även lokaler som delas med Insats Stegen, 125 tkr"]),
  extra("a signature below", "below", () => ["Upprättad 2025-02-11", null, "Ekonom"]),
  extra("a year's earlier figures below", "far below", (_, rng, like) =>
    asLong("Föregående år, summa", like, () => rng.between(1000, 9000)),
  ),
  extra("figures without words below", "far below", (_, rng) => [null, rng.between(100, 999), rng.between(100, 999)]),
  extra("equity below", "below", (_, rng, like) =>
    asLong("Ingående eget kapital", like, () => rng.between(1000, 9000)),
  ),
  {
    name: "the same table again below",
    group: "copies",
    hurt: (book, rng) => {
      const sheet: Sheet = rng.pick(book.sheets);
      if (isOneOf(book, "two-sheets")) return null;
      const again = sheet.rows
        .slice(Math.max(0, headingRow(sheet) - (isOneOf(book, "wide") ? 1 : 0)))
        .map((row) => loose(row));
      sheet.rows.push([], [], ...again);
      return true;
    },
  },
];
