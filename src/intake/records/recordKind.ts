// src/intake/records/recordKind.ts: what a kind of table is: its columns and their headings, which of them tell it from other tables, and how it is read.
import type { MonthIndex } from "../../domain/period";
import type { IncomeSource } from "../../domain/return/incomeSource";
import type { Decimal } from "../../domain/money";
import type { Benefits } from "../../domain/return/course/benefitRule";
import type { PensionAge } from "../../domain/return/pensionAge";
import type { Problem } from "../../domain/problem";
import type { Asking } from "../../domain/question";
import type { SetAside } from "../budget/budgetRows";
import type { LocatedRows, ReadRows } from "./rowTable";

/** What stands under a heading: settles which of two columns a heading names, and what a heading that nobody knows could be. */
export type Holds = "text" | "money" | "number" | "date" | "any";

/** The headings of a column as people write them, the first as lists and questions write it. Compared folded, without unit, footnote marks and year. */
export interface RecordColumn {
  readonly sv: readonly [string, ...string[]];
  readonly en: readonly [string, ...string[]];
  readonly holds: Holds;
}

/** A heading that may stand for one of several columns: settled by the columns beside it, else asked about. */
export interface UnsureColumn extends RecordColumn {
  /** The columns that it may be. */
  readonly roles: readonly string[];
  /** The column that it is beside the others, `unused` where it adds nothing, `ask`. */
  readonly beside: (has: (role: string) => boolean) => string;
  /** It may also be something that the table has no use for, called so. */
  readonly otherwise?: "end-of-participation";
}

/** Every group needs one of its columns; none of the `without` headings (folded) may be there. */
export interface Shape {
  readonly needs: readonly (readonly string[])[];
  readonly without?: readonly string[];
  /** Headings of a column that do not tell this shape from others. */
  readonly tooPlain?: readonly string[];
}

export interface RecordContext {
  /** Who pays which support: the standard table, with the user's own rows in it once they are read. */
  readonly sources: readonly IncomeSource[];
  readonly pensionAges: readonly PensionAge[];
  readonly benefits: Benefits;
  /** Values of facts by their labels, for the basis of claims. */
  readonly named: (words: string) => Decimal | null;
  readonly asking: Asking;
  /** The month of the run; null: not known. */
  readonly thisMonth: MonthIndex | null;
}

/** What all tables of a kind gave. `used`: rows; `sources`: the table of supports to go on with, where the kind changes it. */
export interface ReadKind<Fields> {
  readonly fields: Fields;
  readonly used: number;
  readonly setAside: readonly SetAside[];
  readonly problems: readonly Problem[];
  readonly sources?: readonly IncomeSource[];
}

export interface RecordKind<
  Name extends string = string,
  Role extends string = string,
  Fields extends object = object,
> {
  readonly name: Name;
  /** In the order in which a column is given to the roles that want it. The first names the row. */
  readonly columns: Readonly<Record<Role, RecordColumn>>;
  readonly unsure?: Readonly<Record<string, UnsureColumn>>;
  /** Columns that may stand once a year, the year in the heading. */
  readonly yearly?: readonly string[];
  /** Columns of money that may be missing from a table that is read, and then are asked about where a column of money is not understood. */
  readonly asksFor?: (has: (role: string) => boolean) => readonly string[];
  /** The column without which a known heading of money is asked about too. */
  readonly mainMoney?: Role;
  /** A column known by what stands in it, where no heading says so: its role, and which of several sorts a text is; null: none of them. Two sorts prove it. */
  readonly provenBy?: { readonly role: Role; readonly sortOf: (text: string) => string | null };
  /** Folded beginnings of headings of money that the kind knows and has no use for. */
  readonly known?: RegExp;
  readonly shapes: readonly Shape[];
  /** Enough of it to be taken for the kind where a column beside it looks like money that nobody knows: what that is, is asked. */
  readonly withMoney?: Shape;
  /** The column that names the rows, where one of them may be the total of the others. */
  readonly totalled?: Role;
  /** Read before the others, since they look names up in it. */
  readonly comesFirst?: true;
  /** What is there without any table of the kind. */
  readonly none: Fields;
  readonly read: (tables: readonly LocatedRows[], context: RecordContext) => ReadKind<Fields>;
}

/** The counts and problems of the tables of a kind, beside what they hold. */
export function readKind<Fields>(
  reads: readonly ReadRows<unknown>[],
  fields: Fields,
  more: { readonly used?: number; readonly sources?: readonly IncomeSource[] } = {},
): ReadKind<Fields> {
  return {
    fields,
    used: reads.reduce((count, { rows }) => count + rows.length, 0) + (more.used ?? 0),
    setAside: reads.flatMap(({ setAside }) => setAside),
    problems: reads.flatMap(({ problems }) => problems),
    ...(more.sources === undefined ? {} : { sources: more.sources }),
  };
}

/** Headings put together of words and phrases, in both orders where people use both: `Försörjning` × `före insats`. */
export function combined(words: readonly string[], phrases: readonly string[]): readonly string[] {
  return words.flatMap((word) => phrases.map((phrase) => `${word} ${phrase}`));
}
