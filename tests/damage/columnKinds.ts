// tests/damage/columnKinds.ts: damage to columns, headings, periods, units and signs, and to what stands around a table.
import { type Book, type Cell, cell, copiedTruth, type Measure, type Sheet } from "./book";
import type { Rng } from "./generate";
import {
  bodyOf,
  column,
  everyFigure,
  headingRow,
  insertColumn,
  insertRow,
  isOneOf,
  type Kind,
  lineOf,
  loose,
  oneAmount,
  put,
  type Spot,
  spots,
  textOf,
  wholeColumn,
  words,
} from "./touch";

const oneHeading = (book: Book, rng: Rng, measure?: Measure): Spot<"heading"> =>
  rng.pick(spots(book, "heading").filter(({ mark }) => measure === undefined || mark.measure === measure));

/** Another heading; the figures are the same. `named`: nobody can know. */
function heading(
  name: string,
  change: (text: string, rng: Rng) => string | null,
  named = false,
  measure?: Measure,
): Kind {
  return {
    name,
    group: "headings",
    hurt: (book, rng) => {
      const spot = oneHeading(book, rng, measure);
      const text = change(textOf(spot), rng);
      if (text === spot.cell.value) return null;
      put(spot, text);
      // What the sheet is called says it as well.
      return named && !isOneOf(book, "two-sheets");
    },
  };
}

/** A column of something else, put in before, between or after the amounts. */
function column_(
  name: string,
  title: string,
  value: (rng: Rng, row: readonly Cell[], at: number) => Cell["value"],
  more: Partial<Cell> = {},
  named = false,
): Kind {
  return {
    name,
    group: "columns: put in",
    hurt: (book, rng) => {
      if (isOneOf(book, "wide")) return null;
      const sheet = rng.pick(book.sheets);
      const top = headingRow(sheet);
      const width = sheet.rows[top]!.length;
      const at = rng.between(1, width);
      for (const row of sheet.rows) if (row.length > 0) while (row.length < width) row.push(cell(null));
      insertColumn(sheet, at, (row, index) => {
        if (index === top) return cell(title, { touched: true });
        const own = index > top && row.some(({ mark }) => mark?.is === "amount") ? value(rng, row, index) : null;
        return cell(own, { ...more, touched: own !== null });
      });
      return named;
    },
  };
}

/** The unit that the sheet states, in other words or elsewhere. */
function unit(
  name: string,
  change: (book: Book, spot: Spot<"unit">, unit: "kr" | "tkr", rng: Rng) => boolean | null,
): Kind {
  return {
    name,
    group: "units",
    hurt: (book, rng) => {
      const all = spots(book, "unit");
      if (all.length === 0) return null;
      const spot = all[0]!;
      const result = change(book, spot, book.truth[0]!.factor === 100 ? "kr" : "tkr", rng);
      return result;
    },
  };
}

const everyUnit = (book: Book, text: string | null): void => {
  for (const spot of spots(book, "unit")) put(spot, text);
};

/** The period of a table of one year, wherever it is written. */
function withoutYear(book: Book): void {
  for (const sheet of book.sheets) {
    sheet.name = sheet.name.replace(/\s*\d{4}/u, "");
    for (const row of sheet.rows)
      for (const each of row)
        if (
          typeof each.value === "string" &&
          each.mark !== undefined &&
          each.mark.is !== "name" &&
          /\d{4}/u.test(each.value)
        )
          Object.assign(each, { value: each.value.replace(/\s*\d{4}/u, ""), touched: true });
  }
}

/** What stands in one period's cells. */
function period(name: string, change: (value: number, rng: Rng) => Cell | null, named: boolean): Kind {
  return {
    name,
    group: "periods",
    hurt: (book, rng) => {
      const all = spots(book, "period").filter(({ cell: { value } }) => typeof value === "number");
      if (all.length === 0) return null;
      const spot = rng.pick(all);
      const made = change(spot.cell.value as number, rng);
      if (made === null || (made.format !== undefined && book.carrier === "csv")) return null;
      put(spot, made.value, made);
      return named;
    },
  };
}

/** All periods in other words. */
function periods(name: string, change: (value: number) => Cell): Kind {
  return {
    name,
    group: "periods",
    hurt: (book) => {
      const all = spots(book, "period").filter(({ cell: { value } }) => typeof value === "number");
      if (all.length === 0) return null;
      for (const spot of all) {
        const made = change(spot.cell.value as number);
        if (made.format !== undefined && book.carrier === "csv") return null;
        put(spot, made.value, made);
      }
      return false;
    },
  };
}

const serial = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;

/** Something beside or above the table that has nothing to do with it. */
function neighbour(name: string, lay: (sheet: Sheet, rng: Rng, book: Book) => boolean | null): Kind {
  return {
    name,
    group: "neighbours",
    hurt: (book, rng) => lay(rng.pick(book.sheets), rng, book),
  };
}

/** Cells to the right of the table, from row `top`. */
function beside(sheet: Sheet, top: number, rows: readonly (readonly Cell["value"][])[]): void {
  const width = Math.max(...sheet.rows.map(({ length }) => length)) + 1;
  rows.forEach((values, at) => {
    while (sheet.rows.length <= top + at) sheet.rows.push([]);
    const row = sheet.rows[top + at]!;
    while (row.length < width) row.push(cell(null));
    row.push(...values.map((value) => cell(value, { touched: true })));
  });
}

/** Sheets beside the ones with figures. */
function newSheet(name: string, rows: readonly (readonly Cell["value"][])[], more: Partial<Sheet> = {}): Sheet {
  return {
    name,
    rows: rows.map((row) => row.map((value) => cell(value))),
    hiddenRows: new Set(),
    hidden: false,
    merges: [],
    ...more,
  };
}

const cannotHold = (book: Book): boolean => book.carrier === "csv";

export const COLUMN_KINDS: readonly Kind[] = [
  {
    name: "outcome and budget swapped, headings too",
    group: "columns",
    hurt: (book) => {
      if (isOneOf(book, "two-sheets")) return null;
      for (const sheet of book.sheets)
        for (const row of sheet.rows) {
          const at = row.findIndex(
            ({ mark }) => mark?.is === "heading" || mark?.is === "amount" || (mark?.is === "sum" && !mark.name),
          );
          if (at < 0) continue;
          for (let pair = at; pair + 1 < row.length; pair += 2) {
            const [one, two] = [row[pair]!, row[pair + 1]!];
            if (
              two.mark?.is === "deviation" ||
              two.mark?.is === "deviations" ||
              (two.mark?.is === "sum" && two.mark.measure === null)
            )
              break;
            [row[pair], row[pair + 1]] = [two, one];
          }
        }
      return false;
    },
  },
  {
    name: "headings of outcome and budget swapped",
    group: "columns",
    hurt: (book) => {
      if (isOneOf(book, "two-sheets", "wide")) return null;
      for (const spot of spots(book, "heading")) {
        const other = spots(book, "heading").find(
          ({ mark, sheet }) => sheet === spot.sheet && mark.measure !== spot.mark.measure,
        );
        if (other === undefined || spot.mark.measure === "budget") continue;
        const [one, two] = [spot.cell.value, other.cell.value];
        put(spot, two);
        put(other, one);
      }
      for (const table of book.truth)
        for (const line of table.lines)
          for (const own of Object.values(line.figures)) [own.outcome, own.budget] = [own.budget, own.outcome];
      // Outcome less budget and budget less outcome are both written; with income and costs alike only one of them is.
      return (
        isOneOf(book, "statement") &&
        book.truth[0]!.deviations &&
        book.truth[0]!.lines.some(({ favour }) => favour === -1)
      );
    },
  },
  ...(["outcome", "budget"] as const).map((measure): Kind => ({
    name: `the column of the ${measure} lost`,
    group: "columns",
    hurt: (book) => {
      if (isOneOf(book, "two-sheets", "wide")) return null;
      for (const sheet of book.sheets) {
        const at = spots({ ...book, sheets: [sheet] }, "heading").find(({ mark }) => mark.measure === measure)?.column;
        if (at === undefined) return null;
        for (const row of sheet.rows) row.splice(at, 1);
      }
      return true;
    },
  })),
  {
    name: "the column of one year's outcome lost",
    group: "columns",
    hurt: (book, rng) => {
      if (!isOneOf(book, "wide")) return null;
      const spot = oneHeading(book, rng, "outcome");
      for (const row of spot.sheet.rows) if (row.length > spot.column) row.splice(spot.column, 1);
      spot.sheet.merges = [];
      for (const line of book.truth[0]!.lines) line.figures[spot.mark.period]!.outcome = null;
      for (const row of spot.sheet.rows.slice(0, headingRow(spot.sheet) + 1))
        for (const each of row.slice(spot.column - 1, spot.column + 1)) each.touched = true;
      for (const each of spots(book, "amount")) if (each.mark.period === spot.mark.period) each.cell.touched = true;
      // A last year without outcome is a year to come.
      return Object.keys(book.truth[0]!.lines[0]!.figures).sort().at(-1) !== spot.mark.period;
    },
  },
  {
    name: "the column of the names lost",
    group: "columns",
    hurt: (book) => {
      for (const sheet of book.sheets) for (const row of sheet.rows) row.splice(0, 1);
      book.sheets.forEach((sheet) => (sheet.merges = []));
      return true;
    },
  },
  {
    name: "the column of the deviations lost",
    group: "columns",
    hurt: (book) => {
      const spot = spots(book, "deviations")[0];
      if (spot === undefined) return null;
      for (const row of spot.sheet.rows) if (row.length > spot.column) row.splice(spot.column, 1);
      return false;
    },
  },
  {
    name: "a deviation mistyped",
    group: "columns",
    hurt: (book, rng) => {
      const all = spots(book, "deviation");
      if (all.length === 0) return null;
      const spot = rng.pick(all);
      const { step, factor } = book.truth[spot.mark.table]!;
      put(spot, (spot.cell.value as number) + (rng.between(15, 80) * Math.max(step, 1000)) / factor);
      return true;
    },
  },
  {
    name: "deviations the other way round",
    group: "columns",
    hurt: (book) => {
      const all = [
        ...spots(book, "deviation"),
        ...spots(book, "sum").filter(({ mark }) => !mark.name && mark.measure === null),
      ];
      if (spots(book, "deviation").length === 0) return null;
      for (const spot of all) put(spot, -(spot.cell.value as number) + 0);
      return false;
    },
  },
  ...(
    [
      ["one column in thousands", 1 / 1000],
      ["one column a thousand times too large", 1000],
    ] as const
  ).map(([name, times]): Kind => ({
    name,
    group: "units",
    hurt: (book, rng) => {
      const spot = oneHeading(book, rng);
      for (const each of wholeColumn(spot.sheet, spot.column)) {
        each.value = (each.value as number) * times;
        each.touched = true;
      }
      spot.cell.touched = true;
      return true;
    },
  })),
  {
    name: "one column's signs turned",
    group: "signs",
    hurt: (book, rng) => {
      const spot = oneHeading(book, rng);
      for (const each of wholeColumn(spot.sheet, spot.column)) {
        each.value = -(each.value as number) + 0;
        each.touched = true;
      }
      spot.cell.touched = true;
      return true;
    },
  },
  {
    name: "all signs turned",
    group: "signs",
    hurt: (book) => {
      if (isOneOf(book, "statement")) return null;
      for (const sheet of book.sheets)
        for (const row of sheet.rows)
          for (const each of row)
            if (typeof each.value === "number" && each.mark !== undefined && ["amount", "sum"].includes(each.mark.is))
              if (each.mark.is === "amount" || (each.mark.is === "sum" && each.mark.measure !== null))
                Object.assign(each, { value: -each.value + 0, touched: true });
      for (const table of book.truth) {
        everyFigure(table, (ore) => -ore + 0);
        for (const line of table.lines) line.favour = line.favour === 1 ? -1 : 1;
      }
      return false;
    },
  },
  {
    name: "one line's signs turned",
    group: "signs",
    hurt: (book, rng) => {
      if (isOneOf(book, "two-sheets")) return null;
      const spot = oneAmount(book, rng);
      if (spot === null) return null;
      const line = lineOf(book, spot.mark);
      if (Math.abs(line.figures[spot.mark.period]!.budget!) < 100 * book.truth[spot.mark.table]!.step) return null;
      for (const each of spots(book, "amount"))
        if (each.mark.table === spot.mark.table && each.mark.line === spot.mark.line)
          put(each, -(each.cell.value as number) + 0);
      for (const own of Object.values(line.figures)) {
        own.outcome = -own.outcome! + 0;
        own.budget = -own.budget! + 0;
      }
      return true;
    },
  },
  heading("a heading lost", () => null, true),
  heading("a heading misspelt", (text) =>
    text.replace("Utfall", "Utfal").replace("Budget", "Bugdet").replace("Bokslut", "Boksult"),
  ),
  heading("a heading cut short", (text) =>
    text.replace("Utfall", "Utf.").replace("Budget", "Bud.").replace("Bokslut", "Boksl."),
  ),
  heading("a heading in English", (text) => text.replace(/Utfall|Bokslut/u, "Actual")),
  heading("a heading over two rows of text", (text) => text.replace(" ", "\n")),
  heading("a footnote on a heading", (text) => `${text} 1)`),
  heading("a colon behind a heading", (text) => `${text}:`),
  heading("a heading in capitals", (text) => text.toUpperCase()),
  heading("spaces around a heading", (text) => `  ${text}\u00A0`),
  heading(
    "a heading of something else",
    (text, rng) => rng.pick(["Kolumn1", "Belopp", "Tabell 2", "xxx"]) || text,
    true,
  ),
  {
    name: "both headings the same",
    group: "headings",
    hurt: (book, rng) => {
      if (isOneOf(book, "two-sheets")) return null;
      const spot = oneHeading(book, rng);
      const other = spots(book, "heading").find(
        ({ sheet, mark }) =>
          sheet === spot.sheet && mark.measure !== spot.mark.measure && mark.period === spot.mark.period,
      );
      if (other === undefined) return null;
      put(spot, other.cell.value);
      return true;
    },
  },
  {
    name: "all headings one column to the left",
    group: "headings",
    hurt: (book, rng) => {
      if (isOneOf(book, "wide", "two-sheets")) return null;
      const sheet = rng.pick(book.sheets);
      const row = sheet.rows[headingRow(sheet)]!;
      for (const each of row) each.touched = true;
      row.splice(0, 1);
      return true;
    },
  },
  {
    name: "the row of headings lost",
    group: "headings",
    hurt: (book) => {
      for (const sheet of book.sheets) sheet.rows.splice(headingRow(sheet), 1);
      return true;
    },
  },
  {
    name: "the heading over the names lost",
    group: "headings",
    hurt: (book) => {
      const all = spots(book, "names");
      if (all.length === 0) return null;
      for (const spot of all) put(spot, null);
      return false;
    },
  },
  column_("a blank column", "", () => null),
  column_("a column of remarks", "Kommentar", (rng) => (rng.chance(0.5) ? "Enligt plan" : null)),
  column_("a column of persons", "Ansvarig", (rng) => rng.pick(["Anna", "Bo", "Cilla"])),
  column_("a column of accounts", "Konto", (_, __, at) => 4000 + at * 10),
  column_("a column of dates", "Senast ändrad", (rng) => serial(2025, rng.between(1, 12), rng.between(1, 28)), {
    format: "yyyy-mm-dd",
  }),
  column_("a column of shares", "Förbrukat %", (rng) => rng.between(50, 120) / 100, { format: "0%" }),
  column_("a column of counts", "Antal timmar", (rng) => rng.between(5, 90)),
  column_("a column of money without a heading", "", (rng) => rng.between(1000, 90_000)),
  column_("a column of money by an unknown heading", "Omf.", (rng) => rng.between(1000, 90_000)),
  column_(
    "a column of a forecast",
    "Prognos",
    (_, row) => row.find(({ mark }) => mark?.is === "amount" && mark.measure === "budget")?.value ?? null,
  ),
  column_("a column of the year before", "Utfall föregående år", (rng) => rng.between(1000, 90_000)),
  column_("a second budget", "Reviderad budget", (rng) => rng.between(1000, 90_000)),
  column_("a column of what is left", "Kvar av budget", (_, row) => {
    const of = (measure: Measure): number => {
      const value = row.find(({ mark }) => mark?.is === "amount" && mark.measure === measure)?.value;
      return typeof value === "number" ? value : 0;
    };
    return of("budget") - of("outcome");
  }),
  {
    name: "a budget twice",
    group: "columns: put in",
    hurt: (book) => {
      if (isOneOf(book, "wide", "two-sheets")) return null;
      for (const sheet of book.sheets) {
        const at = spots({ ...book, sheets: [sheet] }, "heading").find(({ mark }) => mark.measure === "budget")!.column;
        insertColumn(sheet, at + 1, (row) => (row[at] === undefined ? cell(null) : loose([row[at]])[0]!));
      }
      return false;
    },
  },
  {
    name: "a budget twice, with other amounts",
    group: "columns: put in",
    hurt: (book) => {
      if (isOneOf(book, "wide", "two-sheets")) return null;
      const all = book.sheets.map((sheet) =>
        spots({ ...book, sheets: [sheet] }, "heading").find(({ mark }) => mark.measure === "budget")!,
      );
      for (const { sheet, column: at } of all)
        insertColumn(sheet, at + 1, (row) => {
          const same = row[at] === undefined ? cell(null) : loose([row[at]])[0]!;
          return typeof same.value === "number" ? { ...same, value: same.value + 5000 } : same;
        });
      return true;
    },
  },
  {
    name: "blank columns between the years",
    group: "columns: put in",
    hurt: (book) => {
      if (!isOneOf(book, "wide")) return null;
      const [sheet] = book.sheets;
      const years = spots(book, "period").map(({ column: at }) => at);
      for (const at of years.slice(1).reverse()) insertColumn(sheet!, at, () => cell(null));
      return false;
    },
  },
  {
    name: "a sum of all years beside",
    group: "columns: put in",
    hurt: (book) => {
      if (!isOneOf(book, "wide")) return null;
      const sheet = book.sheets[0]!;
      const top = headingRow(sheet);
      sheet.rows.forEach((row, at) => {
        if (at === top - 1) row.push(words("Totalt"), cell(null));
        if (at === top) row.push(words("Utfall"), words("Budget"));
        if (at > top && row.length > 1)
          for (const measure of ["outcome", "budget"] as const)
            row.push(
              cell(
                Math.round(
                  row.reduce(
                    (sum, { mark, value }) =>
                      sum +
                      (mark !== undefined && "measure" in mark && mark.measure === measure && typeof value === "number"
                        ? value
                        : 0),
                    0,
                  ) * 100,
                ) / 100,
                { touched: true },
              ),
            );
      });
      return false;
    },
  },
  period("a year lost", () => cell(null), true),
  period("a year beyond time", (value) => cell(value + 180), true),
  period("a year with a digit too many", (value) => cell(value * 10 + 1), true),
  period("a year as two digits", (value) => cell(String(value).slice(2)), false),
  period("a year as text", (value) => cell(`${value} `), false),
  period("a year of words", () => cell("i år"), true),
  {
    name: "a year twice",
    group: "periods",
    hurt: (book, rng) => {
      if (!isOneOf(book, "wide")) return null;
      const all = spots(book, "period");
      const spot = rng.pick(all.slice(1));
      put(spot, all[all.indexOf(spot) - 1]!.cell.value);
      return true;
    },
  },
  {
    name: "one row by another year",
    group: "periods",
    hurt: (book, rng) => {
      if (!isOneOf(book, "long")) return null;
      const all = spots(book, "period");
      const years = [...new Set(all.map(({ cell: { value } }) => value))];
      if (years.length < 2) return null;
      const spot = rng.pick(all);
      put(spot, rng.pick(years.filter((year) => year !== spot.cell.value)));
      return true;
    },
  },
  periods("years as text", (value) => cell(String(value))),
  periods("years as År 2024", (value) => cell(`År ${value}`)),
  periods("years as dates", (value) => cell(serial(value, 1, 1), { format: "yyyy" })),
  {
    name: "years as last days",
    group: "periods",
    hurt: (book) => {
      const all = spots(book, "period").filter(({ cell: { value } }) => typeof value === "number");
      if (all.length === 0 || cannotHold(book)) return null;
      for (const spot of all) put(spot, serial(spot.cell.value as number, 12, 31), { format: "yyyy-mm-dd" });
      // A last day may stand for its month as well.
      const months = copiedTruth(book.truth);
      for (const { lines } of months)
        for (const line of lines)
          line.figures = Object.fromEntries(
            Object.entries(line.figures).map(([key, own]) => [`${key.slice(0, 4)}-12/${key.slice(0, 4)}-12`, own]),
          );
      book.alternatives.push(months);
      return false;
    },
  },
  ...(
    [
      [
        "months as names",
        (key: string) =>
          ["jan", "feb", "mars", "april", "maj", "juni", "juli"][Number(key.slice(5, 7)) - 1]! + " " + key.slice(0, 4),
      ],
      ["months as digits", (key: string) => key.slice(0, 7).replace("-", "")],
      ["months behind a slash", (key: string) => `${key.slice(0, 4)}/${key.slice(5, 7)}`],
    ] as const
  ).map(([name, shown]): Kind => ({
    name,
    group: "periods",
    hurt: (book) => {
      if (!isOneOf(book, "long-months")) return null;
      for (const spot of spots(book, "period")) put(spot, shown(spot.mark.period));
      return false;
    },
  })),
  {
    name: "months as dates",
    group: "periods",
    hurt: (book) => {
      if (!isOneOf(book, "long-months") || cannotHold(book)) return null;
      for (const spot of spots(book, "period"))
        put(spot, serial(Number(spot.mark.period.slice(0, 4)), Number(spot.mark.period.slice(5, 7)), 1), {
          format: "mmm yyyy",
        });
      return false;
    },
  },
  {
    name: "months as dates, 1904",
    group: "periods",
    hurt: (book) => {
      if (!isOneOf(book, "long-months") || cannotHold(book)) return null;
      book.date1904 = true;
      for (const spot of spots(book, "period"))
        put(spot, serial(Number(spot.mark.period.slice(0, 4)), Number(spot.mark.period.slice(5, 7)), 1) - 1462, {
          format: "yyyy-mm-dd",
        });
      return false;
    },
  },
  {
    name: "no year anywhere",
    group: "periods",
    hurt: (book) => {
      if (!isOneOf(book, "one-year", "statement", "two-sheets")) return null;
      withoutYear(book);
      return true;
    },
  },
  {
    name: "two years in the title",
    group: "periods",
    hurt: (book) => {
      if (!isOneOf(book, "one-year", "statement")) return null;
      const [spot] = spots(book, "title");
      const year = Number(/\d{4}/u.exec(textOf(spot!))![0]);
      put(spot!, `Budgetuppföljning ${year} och ${year + 1}`);
      return false;
    },
  },
  {
    name: "another year in the sheet's name",
    group: "periods",
    hurt: (book) => {
      if (!isOneOf(book, "one-year", "statement")) return null;
      book.sheets[0]!.name = "Uppföljning 2011";
      return false;
    },
  },
  unit("the unit lost", (book) => {
    everyUnit(book, null);
    return true;
  }),
  unit("the unit by another name", (book, _, own, rng) => {
    everyUnit(
      book,
      own === "kr"
        ? rng.pick(["SEK", "kronor", "Belopp i svenska kronor"])
        : rng.pick(["KSEK", "kkr", "tusental kronor", "SEK 000", "i tusen kronor"]),
    );
    return false;
  }),
  unit("the unit in capitals", (book, _, own) => {
    everyUnit(book, `BELOPP I ${own.toUpperCase()}`);
    return false;
  }),
  unit("the unit misspelt", (book, _, own) => {
    everyUnit(book, own === "kr" ? "Belopp i kornor" : "Belopp i tkrr");
    return true;
  }),
  unit("another unit beside it", (_, spot, own) => {
    insertRow(spot.sheet, spot.row + 1, [words(own === "kr" ? "Belopp i tkr" : "Belopp i kr")]);
    return true;
  }),
  unit("the unit below the table", (book, spot, own) => {
    everyUnit(book, null);
    spot.sheet.rows.push([], [words(`Belopp i ${own}`)]);
    return false;
  }),
  unit("the unit in the corner of the headings", (book, _, own) => {
    everyUnit(book, null);
    for (const spot of spots(book, "names")) put(spot, `(${own})`);
    return false;
  }),
  unit("the unit of another table beside", (_, spot, own) => {
    beside(spot.sheet, spot.row + 1, [
      ["Timkostnad", own === "kr" ? "tkr" : "kr"],
      ["Handledare", 450],
    ]);
    return false;
  }),
  neighbour("a list of persons beside", (sheet) => {
    beside(sheet, headingRow(sheet), [
      ["Namn", "Tjänstgöringsgrad"],
      ["Anna", 0.8],
      ["Bo", 1],
    ]);
    return false;
  }),
  neighbour("sums scribbled beside", (sheet, rng) => {
    beside(sheet, bodyOf(sheet).first, [[rng.between(1000, 9000)], [rng.between(1000, 9000)]]);
    return false;
  }),
  neighbour("a remark beside", (sheet) => {
    beside(sheet, bodyOf(sheet).first, [["Kolla med Eva!"]]);
    return false;
  }),
  neighbour("a logo's text above", (sheet) => {
    insertRow(sheet, 0, [words("Samordningsförbundet Exempel")]);
    insertRow(sheet, 1, [words("Box 1, 123 45 Storstad")]);
    return false;
  }),
  neighbour("a remark between title and headings", (sheet) => {
    insertRow(sheet, headingRow(sheet), [words("Siffrorna är hämtade ur ekonomisystemet den 3 mars")]);
    return false;
  }),
  neighbour("an empty sheet", (_, __, book) => {
    if (cannotHold(book)) return null;
    book.sheets.unshift(newSheet("Blad99", []));
    return false;
  }),
  neighbour("a sheet of remarks", (_, __, book) => {
    if (cannotHold(book)) return null;
    book.sheets.push(
      newSheet("Läs mig", [
        ["Instruktion"],
        ["Fyll i utfall och budget varje månad."],
        ["Budget 2024 beslutad 2023-11-30"],
      ]),
    );
    return false;
  }),
  neighbour("a sheet of participants", (_, __, book) => {
    if (cannotHold(book)) return null;
    book.sheets.push(
      newSheet("Deltagare", [
        ["Deltagare", "Födelseår"],
        ["D1", 1980],
        ["D2", 1985],
      ]),
    );
    return false;
  }),
  {
    name: "a copy of the sheet",
    group: "copies",
    hurt: (book, rng) => {
      if (cannotHold(book) || isOneOf(book, "two-sheets")) return null;
      const own = rng.pick(book.sheets);
      book.sheets.push({
        ...own,
        name: `${own.name} (2)`,
        rows: own.rows.map((row) => loose(row)),
        hiddenRows: new Set(),
      });
      return true;
    },
  },
  {
    name: "a hidden copy of the sheet",
    group: "copies",
    hurt: (book, rng) => {
      if (cannotHold(book) || isOneOf(book, "two-sheets")) return null;
      const own = rng.pick(book.sheets);
      book.sheets.push({
        ...own,
        name: "Backup",
        hidden: true,
        rows: own.rows.map((row) => loose(row)),
        hiddenRows: new Set(),
      });
      return true;
    },
  },
  {
    name: "an older copy of the sheet",
    group: "copies",
    hurt: (book, rng) => {
      if (cannotHold(book) || isOneOf(book, "two-sheets")) return null;
      const own = rng.pick(book.sheets);
      const rows = own.rows.map((row) => loose(row));
      const { first } = bodyOf(own);
      const at = own.rows[first]!.findIndex(({ mark, value }) => mark?.is === "amount" && typeof value === "number");
      const each = rows[first]![at];
      if (each === undefined) return null;
      each.value = (each.value as number) + 1000;
      book.sheets.push({ ...own, name: `${own.name} gammal`, rows, hiddenRows: new Set() });
      return true;
    },
  },
  {
    name: "the figures turned: lines across",
    group: "columns",
    hurt: (book) => {
      if (!isOneOf(book, "one-year")) return null;
      const sheet = book.sheets[0]!;
      const top = headingRow(sheet);
      const body = sheet.rows.slice(top);
      const width = Math.max(...body.map(({ length }) => length));
      const turned = Array.from({ length: width }, (_, at) => body.map((row) => row[at] ?? cell(null)));
      sheet.rows = [...sheet.rows.slice(0, top), ...turned];
      return false;
    },
  },
  {
    name: "one year's outcome not booked yet",
    group: "columns",
    hurt: (book) => {
      if (!isOneOf(book, "wide", "long")) return null;
      const keys = Object.keys(book.truth[0]!.lines[0]!.figures).sort();
      if (keys.length < 2) return null;
      for (const spot of column(book, 0, "outcome")) {
        if (spot.mark.period !== keys.at(-1)) continue;
        put(spot, null);
        lineOf(book, spot.mark).figures[spot.mark.period]!.outcome = null;
      }
      const sums = spots(book, "sum");
      if (sums.length > 0)
        for (const row of new Set(sums.map(({ row: at }) => at))) book.sheets[0]!.rows.splice(row, 1);
      return false;
    },
  },
  {
    name: "the title lost",
    group: "headings",
    hurt: (book) => {
      if (!isOneOf(book, "long", "wide")) return null;
      const [spot] = spots(book, "title");
      if (spot === undefined) return null;
      put(spot, null);
      return false;
    },
  },
];
