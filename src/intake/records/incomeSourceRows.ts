// src/intake/records/incomeSourceRows.ts: the user's own table of who pays which support; it takes the place of the standard one, support by support.
import { identityOf } from "../../domain/return/agency";
import { type IncomeSource, type PayerShare, sourceFinder, sourceProblems } from "../../domain/return/incomeSource";
import { Decimal, sum } from "../../domain/money";
import { problem } from "../../domain/problem";
import { folded } from "../../domain/lookupKey";
import { readPlainNumber } from "./plainNumber";
import { readKind, type RecordColumn, type RecordKind } from "./recordKind";
import type { Sourced } from "../../domain/return/returnRows";
import { type LocatedRows, type ReadRows, type Row, RowTable } from "./rowTable";

const COLUMNS = {
  source: { holds: "text", sv: ["Försörjning", "Inkomstkälla", "Stöd"], en: ["Support", "Source"] },
  payer: { holds: "text", sv: ["Betalas av", "Betalas", "Betalare"], en: ["Payer", "Paid by"] },
  share: { holds: "any", sv: ["Andel"], en: ["Share"] },
} as const satisfies Readonly<Record<string, RecordColumn>>;
type Role = keyof typeof COLUMNS;
const NOBODY = /^(?:ingen|-+|nobody|none)$/u;

/** One row: a support, and the share of it that somebody pays; `payer` null: nobody pays it. */
export interface PayerRow {
  readonly source: string;
  readonly payer: PayerShare | null;
}

export interface ReadSources extends ReadRows<PayerRow> {
  /** The whole table to calculate with: the standard one with these rows in it. */
  readonly sources: readonly IncomeSource[];
}

/** Shares that do not sum to 1 for a support leave the table out. */
export function readSources(located: LocatedRows, standard: readonly IncomeSource[]): ReadSources {
  const table = new RowTable<Role>(located);
  const rows = table.read((row) => payerOf(table, row));
  const bySource = new Map<string, Sourced<PayerRow>[]>();
  for (const row of rows)
    bySource.set(folded(row.value.source), [...(bySource.get(folded(row.value.source)) ?? []), row]);
  for (const group of bySource.values()) {
    const shares = group.flatMap(({ value }) => (value.payer === null ? [] : [value.payer.share]));
    const total = sum(shares);
    if (shares.length === 0 || total.eq(1)) continue;
    const cells = group.map(({ origin }) => origin.cells).join(",");
    table.block("shares-not-one", { what: group[0]?.value.source ?? "", sum: total.toString() }, cells);
    return { rows: [], sources: standard, setAside: table.setAside, problems: table.problems };
  }
  for (const { value, origin } of rows) {
    if (value.payer === null || isKnown(value.payer.payer)) continue;
    table.problems.push(
      problem("unknown-agency", { sheet: table.grid.sheet, cell: origin.cells }, { text: value.payer.payer }),
    );
  }
  return {
    rows,
    sources: withPayers(standard, [...bySource.values()]),
    setAside: table.setAside,
    problems: table.problems,
  };
}

function isKnown(payer: string): boolean {
  return identityOf(payer) !== null;
}

function payerOf(table: RowTable<Role>, row: Row<Role>): PayerRow | null {
  const source = row.text("source");
  const payer = row.text("payer");
  if (row.failed()) return null;
  if (source === null) return row.fail("missing-key", "source", { heading: table.heading("source") });
  if (payer === null || NOBODY.test(folded(payer))) return { source, payer: null };
  const cell = row.value("share");
  if (cell === null) return { source, payer: { payer, share: new Decimal(1) } };
  const number = readPlainNumber(cell, row.format("share"));
  if (number === null) {
    const text = row.text("share");
    return row.failed()
      ? null
      : row.fail("unreadable-number", "share", { text: text ?? "", heading: table.heading("share") });
  }
  const share = number.percent || number.value.lte(1) ? number.value : number.value.div(100);
  if (share.lt(0) || share.gt(1))
    return row.fail("share-out-of-range", "share", { what: source, value: number.value.toString() });
  return { source, payer: { payer, share } };
}

function withPayers(
  standard: readonly IncomeSource[],
  groups: readonly (readonly Sourced<PayerRow>[])[],
): readonly IncomeSource[] {
  const find = sourceFinder(standard);
  const sources = [...standard];
  for (const group of groups) {
    const name = group[0]?.value.source ?? "";
    const payers = group.flatMap(({ value }) => value.payer ?? []);
    const index = find(name);
    const known = sources[index];
    if (known !== undefined) sources[index] = { ...known, payers, certainty: "own" };
    else {
      sources.push({
        name,
        synonyms: [],
        payers,
        ends: "pension",
        perHousehold: false,
        taxed: false,
        saving: "lower-spending",
        note: null,
        certainty: "own",
      });
    }
  }
  return sourceProblems(sources).length === 0 ? sources : standard;
}

interface Fields {
  /** Rows of the user's own tables of who pays which support. */
  readonly payers: readonly Sourced<PayerRow>[];
}

export const SOURCES: RecordKind<"sources", Role, Fields> = {
  name: "sources",
  columns: COLUMNS,
  shapes: [{ needs: [["source"], ["payer"]] }],
  comesFirst: true,
  none: { payers: [] },
  read: (tables, context) => {
    let sources = context.sources;
    const read = tables.map((table) => {
      const one = readSources(table, sources);
      sources = one.sources;
      return one;
    });
    return readKind(read, { payers: read.flatMap(({ rows }) => rows) }, { sources });
  },
};
