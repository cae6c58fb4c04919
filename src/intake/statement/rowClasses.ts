// src/intake/statement/rowClasses.ts: what each row may be by its words and its place alone: sections, totals, results, equity, memos.
import {
  bare,
  equityPart,
  isEquityHeading,
  kindOfAccount,
  kindOfHeading,
  kindOfLastWord,
  kindOfName,
  type Structure,
  structureOf,
} from "./words";
import type { EquityPart, StatementRow, StatementTable } from "./statement";

/** Income or cost, as evidence says; `null`: nothing says. */
export type Side = "income" | "cost" | null;

export interface RowClass {
  readonly is: "heading" | "empty" | "memo" | "equity" | "sum" | "result" | "year-result" | "maybe" | "plain";
  readonly part: EquityPart;
  readonly why: "volume" | "ratio" | "part-of" | "left" | "chosen";
  /** A section begins with this row. */
  readonly opens: boolean;
  /** What the section's heading says of the row. */
  readonly section: Side;
  readonly byAccount: Side;
  readonly byName: Side;
  /** What the row's name says as a sum. */
  readonly asSum: Side;
}

/** Judges the rows in order; sections reach to the next heading or to the sum that closes them. */
export function rowClasses({ rows }: StatementTable): readonly RowClass[] {
  let section: Side = null;
  let inEquity = false;
  let opens = true;
  return rows.map((row, index): RowClass => {
    const structure = structureOf(row.name);
    const is = classOf(row, structure, inEquity);
    if (is === "heading" || is === "empty") {
      if (is === "heading") {
        section = kindOfHeading(row.name);
        inEquity = isEquityHeading(row.name);
        opens = true;
      }
      return { ...NONE, is, section, opens: is === "heading" };
    }
    const own: RowClass = {
      is,
      part: structure.is === "equity" ? structure.part : equityPart(bare(row.name ?? "")),
      why: row.chosen === "memo" ? "chosen" : structure.is === "memo" ? structure.why : "volume",
      opens: opens || index === 0,
      section: row.chosen === "income" || row.chosen === "cost" ? row.chosen : (kindOfLastWord(row.name) ?? section),
      byAccount: kindOfAccount(row.account ?? row.name),
      byName: kindOfName(row.name),
      asSum: /netto|resultat/u.test(bare(row.name ?? "")) ? null : (kindOfHeading(row.name) ?? kindOfName(row.name)),
    };
    if (is !== "memo") opens = false;
    // `Summa intäkter` closes its section: what follows without a heading is not in it.
    if (is === "sum" && (own.asSum === null || own.asSum === section)) section = null;
    if (is === "result" || is === "year-result") section = null;
    return own;
  });
}

const NONE: RowClass = {
  is: "empty",
  part: "other",
  why: "volume",
  opens: false,
  section: null,
  byAccount: null,
  byName: null,
  asSum: null,
};

function classOf(row: StatementRow, structure: Structure, inEquity: boolean): RowClass["is"] {
  const filled = row.figures.some((figure) => figure !== null);
  if (!filled) return isHeading(row) ? "heading" : "empty";
  if (row.chosen === "memo") return "memo";
  if (row.chosen === "total") return structure.is === "result" || structure.is === "year-result" ? structure.is : "sum";
  if (row.chosen !== null) return "plain";
  if (inEquity && structure.is !== "memo") return "equity";
  if (row.name === null) return "sum";
  return structure.is;
}

/** A name without figures is a heading where it says so: a kind, a colon, capitals, bold type or room above. */
function isHeading(row: StatementRow): boolean {
  const { name } = row;
  if (name === null) return false;
  if (name.trim().endsWith(":") || row.bold || row.blankAbove) return true;
  if (name === name.toUpperCase() && /\p{L}{3}/u.test(name)) return true;
  const structure = structureOf(name);
  return structure.is !== "memo" && (kindOfHeading(name) !== null || isEquityHeading(name)) && kindWordAlone(name);
}

/** `Rörelsens intäkter`, `Kostnader`: not a line such as `Extraordinära kostnader` that is empty this year. */
function kindWordAlone(name: string): boolean {
  const plain = bare(name);
  if (/^(?:extraordinara|jamforelsestorande|finansiella|ovriga finansiella)\b/u.test(plain)) return false;
  return plain.split(" ").length <= 5;
}
