// tests/damage/cellKinds.ts: damage to single amounts: how they are typed, and what stands in their place.
import type { CellValue } from "../../src/intake/grid";
import type { Book, Cell } from "./book";
import type { Rng } from "./generate";
import { forget, leastOf, isChecked, type Kind, oneAmount, oreOf, put, retype, swedish } from "./touch";

/** A number typed in a way that people read without thinking: the same figure, or named. */
function typed(
  name: string,
  as: (value: number, text: string) => CellValue,
  fits: (value: number) => boolean = () => true,
): Kind {
  return {
    name,
    group: "cells: numbers as text",
    hurt: (book, rng) => {
      const spot = oneAmount(book, rng);
      if (spot === null) return null;
      const value = spot.cell.value as number;
      if (!fits(value)) return null;
      put(spot, as(value, swedish(value, "")));
      return false;
    },
  };
}

/** Something that is no amount: the amount is lost, which must be said. */
function lost(name: string, as: CellValue | ((text: string) => CellValue), more: Partial<Cell> = {}): Kind {
  return {
    name,
    group: "cells: what is no amount",
    hurt: (book, rng) => {
      const spot = oneAmount(book, rng);
      if (spot === null) return null;
      if (more.format !== undefined && book.carrier === "csv") book.carrier = "xlsx";
      put(spot, typeof as === "function" ? as(swedish(spot.cell.value as number, " ")) : as, more);
      return true;
    },
  };
}

/** Another figure than before: as it stands where nothing contradicts it, else to be named. */
function mistyped(name: string, change: (value: number, rng: Rng) => number | null): Kind {
  return {
    name,
    group: "cells: mistyped",
    hurt: (book, rng) => {
      const spot = oneAmount(book, rng);
      if (spot === null) return null;
      const { step } = book.truth[spot.mark.table]!;
      const before = oreOf(book, spot);
      const steps = change(before / step, rng);
      // What rounding could make of a sum is no contradiction.
      if (
        steps === null ||
        !Number.isInteger(steps) ||
        Math.abs(steps * step - before) < leastOf(book.truth[spot.mark.table]!)
      )
        return null;
      retype(book, spot, steps * step);
      return isChecked(book, spot.mark);
    },
  };
}

const digits = (steps: number): string[] => Array.from(String(Math.abs(steps)));
const back = (list: readonly string[], steps: number): number => Math.sign(steps) * Number(list.join(""));
const whole = (value: number): boolean => Number.isInteger(value);
const thousands = (value: number): boolean => Math.abs(value) >= 1000;

/** The same amount in other characters. */
const other =
  (zero: number) =>
  (_: number, text: string): string =>
    text.replace(/\d/gu, (digit) => String.fromCodePoint(zero + Number(digit)));

function formatted(name: string, format: string, named = false): Kind {
  return {
    name,
    group: "cells: formats",
    hurt: (book: Book, rng: Rng) => {
      const spot = oneAmount(book, rng);
      if (spot === null || book.carrier === "csv") return null;
      put(spot, spot.cell.value, { format });
      return named;
    },
  };
}

export const CELL_KINDS: readonly Kind[] = [
  typed("a plain number as text", (_, text) => text),
  typed("thousands with spaces", (value) => swedish(value, " ")),
  typed("thousands with no-break spaces", (value) => swedish(value, "\u00A0")),
  typed("thousands with narrow no-break spaces", (value) => swedish(value, "\u202F")),
  typed("thousands with thin spaces", (value) => swedish(value, "\u2009")),
  typed("thousands with full stops", (value) => swedish(value, "."), thousands),
  typed("thousands with commas", (value) => swedish(value, ",", "."), thousands),
  typed("thousands with apostrophes", (value) => swedish(value, "'"), thousands),
  typed("two decimals, decimal comma", (value) => `${swedish(Math.trunc(value), " ")},00`, whole),
  typed("two decimals, decimal point", (value) => `${swedish(Math.trunc(value), "")}.00`, whole),
  typed("dots and a decimal comma", (value) => `${swedish(Math.trunc(value), ".")},00`, whole),
  typed("commas and a decimal point", (value) => `${swedish(Math.trunc(value), ",")}.00`, whole),
  typed("spaces around", (_, text) => `  ${text} `),
  typed("a tab before", (_, text) => `\t${text}`),
  typed("a zero-width space within", (_, text) => `${text.slice(0, 2)}\u200B${text.slice(2)}`),
  typed("a soft hyphen within", (_, text) => `${text.slice(0, 2)}\u00AD${text.slice(2)}`),
  typed("a byte order mark before", (_, text) => `\uFEFF${text}`),
  typed(
    "minus sign U+2212",
    (_, text) => text.replace("-", "\u2212"),
    (value) => value < 0,
  ),
  typed(
    "a dash for minus",
    (_, text) => text.replace("-", "–"),
    (value) => value < 0,
  ),
  typed(
    "minus and a space",
    (_, text) => text.replace("-", "- "),
    (value) => value < 0,
  ),
  typed(
    "minus behind",
    (_, text) => `${text.replace("-", "")}-`,
    (value) => value < 0,
  ),
  typed(
    "in parentheses",
    (_, text) => `(${text.replace("-", "")})`,
    (value) => value < 0,
  ),
  typed("a line break within", (_, text) => `${text.slice(0, 2)}\n${text.slice(2)}`),
  typed(
    "plus before",
    (_, text) => `+${text}`,
    (value) => value > 0,
  ),
  typed("an apostrophe before", (_, text) => `'${text}`),
  typed("a footnote mark behind", (_, text) => `${text}*`),
  typed("a footnote number behind", (value) => `${swedish(value, " ")} 1)`),
  typed("a superscript behind", (_, text) => `${text}²`),
  typed("full-width digits", other(0xff10)),
  typed("Arabic digits", other(0x0660)),
  typed(
    "an exponent",
    (value) => value.toExponential().replace(".", ","),
    (value) => Math.abs(value) >= 1e4,
  ),
  typed("ca before", (value) => `ca ${swedish(value, " ")}`),
  typed("preliminary behind", (value) => `${swedish(value, " ")} (prel.)`),
  typed("a question mark behind", (_, text) => `${text}?`),
  {
    name: "its unit behind",
    group: "cells: numbers as text",
    hurt: (book, rng) => {
      const spot = oneAmount(book, rng);
      if (spot === null) return null;
      const unit = book.truth[spot.mark.table]!.factor === 100 ? "kr" : "tkr";
      put(spot, `${swedish(spot.cell.value as number, " ")} ${unit}`);
      return false;
    },
  },
  {
    name: "SEK before",
    group: "cells: numbers as text",
    hurt: (book, rng) => {
      const spot = oneAmount(book, rng);
      if (spot === null || book.truth[spot.mark.table]!.factor !== 100) return null;
      put(spot, `SEK ${swedish(spot.cell.value as number, " ")}`);
      return false;
    },
  },
  {
    name: "colon and dash behind",
    group: "cells: numbers as text",
    hurt: (book, rng) => {
      const spot = oneAmount(book, rng);
      if (spot === null || book.truth[spot.mark.table]!.factor !== 100) return null;
      put(spot, `${swedish(spot.cell.value as number, " ")}:-`);
      return false;
    },
  },
  {
    name: "another unit behind",
    group: "units",
    hurt: (book, rng) => {
      const spot = oneAmount(book, rng);
      if (spot === null) return null;
      const kr = book.truth[spot.mark.table]!.factor === 100;
      const value = spot.cell.value as number;
      if (kr && !Number.isInteger(value / 100)) return null;
      put(spot, kr ? `${swedish(value / 1000, " ")} tkr` : `${swedish(Math.round(value * 1000), " ")} kr`);
      return false;
    },
  },
  {
    name: "a foreign currency behind",
    group: "units",
    hurt: (book, rng) => {
      const spot = oneAmount(book, rng);
      if (spot === null) return null;
      put(spot, `${swedish(spot.cell.value as number, " ")} ${rng.pick(["EUR", "€", "NOK", "USD"])}`);
      return true;
    },
  },
  lost("letter O for a zero", (text) => `${text.slice(0, 1)}O${text.slice(2)}`),
  lost("letter l for a one", (text) => `${text.slice(0, 1)}l${text.slice(2)}`),
  lost("two figures in one cell", (text) => `${text}/${text}`),
  lost("a range of figures", (text) => `${text}–${text}9`),
  lost("a formula as text", (text) => `=${text.replaceAll(" ", "")}+100`),
  lost("hashes", "########"),
  lost("saknas", "saknas"),
  lost("ej klart", "ej klart"),
  lost("se bilaga", "se bilaga 2"),
  lost("n/a", "n/a"),
  lost("an x", "x"),
  lost("a question mark alone", "?"),
  lost("three dots", "..."),
  lost("#REF!", { error: "#REF!" }),
  lost("#N/A", { error: "#N/A" }),
  lost("#DIV/0!", { error: "#DIV/0!" }),
  lost("#VALUE! as text", "#VÄRDEFEL!"),
  lost("true", true),
  lost("a date", 45_382, { format: "yyyy-mm-dd" }),
  lost("a clock time", 0.5, { format: "hh:mm" }),
  lost("a formula that was never calculated", { error: "#VALUE!", notCalculated: true }),
  lost("an absurd number", 1e300),
  {
    name: "empty",
    group: "cells: what is no amount",
    hurt: (book, rng) => {
      const spot = oneAmount(book, rng);
      if (spot === null) return null;
      forget(book, spot);
      put(spot, null);
      return true;
    },
  },
  {
    name: "a dash for nothing",
    group: "cells: what is no amount",
    hurt: (book, rng) => {
      const spot = oneAmount(book, rng);
      if (spot === null) return null;
      retype(book, spot, 0);
      put(spot, rng.pick(["-", "–", "—", " - "]));
      return isChecked(book, spot.mark);
    },
  },
  mistyped("two digits swapped", (steps, rng) => {
    const list = digits(steps);
    const at = rng.between(0, list.length - 2);
    [list[at], list[at + 1]] = [list[at + 1]!, list[at]!];
    return back(list, steps);
  }),
  mistyped("one digit wrong", (steps, rng) => {
    const list = digits(steps);
    const at = rng.between(0, list.length - 1);
    list[at] = String((Number(list[at]) + rng.between(1, 9)) % 10);
    return back(list, steps);
  }),
  mistyped("a digit lost", (steps, rng) => {
    const list = digits(steps);
    list.splice(rng.between(0, list.length - 1), 1);
    return back(list, steps);
  }),
  mistyped("a digit twice", (steps, rng) => {
    const list = digits(steps);
    const at = rng.between(0, list.length - 1);
    list.splice(at, 0, list[at]!);
    return back(list, steps);
  }),
  mistyped("ten times as much", (steps) => steps * 10),
  mistyped("a tenth", (steps) => Math.trunc(steps / 10)),
  mistyped("a thousand times as much", (steps) => steps * 1000),
  mistyped("rounded to thousands", (steps) => Math.round(steps / 1000) * 1000),
  {
    name: "the sign turned",
    group: "signs",
    hurt: (book, rng) => {
      const spot = oneAmount(book, rng);
      if (spot === null || Math.abs(oreOf(book, spot)) < 50 * book.truth[spot.mark.table]!.step) return null;
      retype(book, spot, -oreOf(book, spot));
      return true;
    },
  },
  {
    name: "noise behind the decimals",
    group: "cells: formats",
    hurt: (book, rng) => {
      const spot = oneAmount(book, rng);
      if (spot === null || book.carrier === "csv") return null;
      const value = spot.cell.value as number;
      put(spot, value * (1 + 2 ** -50));
      return false;
    },
  },
  formatted("shown as per cent", "0%"),
  formatted("shown in thousands", "#,##0,"),
  formatted("shown without decimals", "0"),
  formatted("shown red without minus", "#,##0;[Red]#,##0"),
  formatted("shown in euro", '#,##0.00 "€"', true),
  formatted("shown as text", "@"),
  formatted("shown as nothing", ";;;"),
];
