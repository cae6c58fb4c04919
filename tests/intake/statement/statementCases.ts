// tests/intake/statement/statementCases.ts: published tables and tables in the form of published ones (tests/cases/statements.json, where
// figures stand in the table's smallest step), with what each row is.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StatementColumn, StatementRow, StatementTable } from "../../../src/intake/statement/statement";

/** `signed`: outcome − budget is favourable; `cost-pos`: budget − outcome; `unsigned`: as the kind says. */
export type Mode = "signed" | "cost-pos" | "unsigned";

export interface StatementCase {
  readonly id: string;
  readonly table: StatementTable;
  readonly mode: Mode;
  /** Name and kind of each line, in order. */
  readonly lines: readonly (readonly [string, "income" | "cost" | "net"])[];
}

interface Raw {
  readonly decimals: number;
  readonly titles: readonly string[];
  readonly lineHeading: string;
  readonly headings: readonly string[];
  readonly columns: readonly StatementColumn["measure"][];
  readonly rows: readonly (readonly [string | null, string | null, boolean, ...(number | null)[]])[];
  readonly mode: Mode;
  readonly lines: StatementCase["lines"];
}

const raw = JSON.parse(readFileSync(join(__dirname, "../../cases/statements.json"), "utf8")) as Record<string, Raw>;

export const statementCases: readonly StatementCase[] = Object.entries(raw).map(([id, own]) => ({
  id,
  mode: own.mode,
  lines: own.lines,
  table: {
    decimals: own.decimals,
    titles: own.titles,
    lineHeading: own.lineHeading,
    headings: own.headings,
    columns: own.columns.map((measure, at) => ({
      measure,
      period: measure === "other" ? `other ${at}` : "the period",
      counted: true,
    })),
    rows: own.rows.map(([name, account, blankAbove, ...figures]): StatementRow => ({
      ...plainRow(name, figures),
      account,
      blankAbove,
    })),
    stated: null,
  },
}));

/** A row with nothing but a name and figures. */
export function plainRow(name: string | null, figures: readonly (number | null)[]): StatementRow {
  return {
    name,
    account: null,
    indent: 0,
    bold: false,
    blankAbove: false,
    figures,
    formula: null,
    chosen: null,
    hidden: false,
    unreadable: false,
  };
}
