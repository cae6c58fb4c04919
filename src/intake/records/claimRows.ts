// src/intake/records/claimRows.ts: the claims table: what a report states, and the figures it is to be checked against.
import type { Decimal } from "../../domain/money";
import { type Claim } from "../../domain/finalReport/reconcile";
import { valueOfText } from "./arithmeticText";
import { isCellError } from "../grid";
import { readPlainNumber } from "./plainNumber";
import { readKind, type RecordColumn, type RecordKind } from "./recordKind";
import type { Sourced } from "../../domain/return/returnRows";
import { type LocatedRows, type ReadRows, type Row, RowTable } from "./rowTable";

const COLUMNS = {
  claim: { holds: "text", sv: ["Påstående", "Uppgift att kontrollera"], en: ["Claim"] },
  stated: { holds: "any", sv: ["Uppgivet", "Uppgivet värde", "Uppgiven siffra"], en: ["Stated"] },
  basis: { holds: "any", sv: ["Underlag", "Beräknat"], en: ["Basis", "Computed"] },
} as const satisfies Readonly<Record<string, RecordColumn>>;
type Role = keyof typeof COLUMNS;

/** `basis`: the underlying figures as written, null when the cell is empty. */
export type ClaimRow = Sourced<Claim> & { readonly basis: string | null };

export interface ReadClaims extends ReadRows<Claim> {
  readonly rows: readonly ClaimRow[];
}

/** Percentages become fractions. `named`: values of words in the basis, such as the labels of facts. A basis that gives no figure leaves `computed` null, and is said. */
export function readClaims(located: LocatedRows, named: (words: string) => Decimal | null): ReadClaims {
  const table = new RowTable<Role>(located);
  const bases = new Map<Claim, string>();
  const rows = table.read((row): Claim | null => {
    const name = row.text("claim");
    const stated = row.value("stated");
    if (name === null)
      return row.failed() ? null : row.fail("missing-key", "claim", { heading: table.heading("claim") });
    if (stated === null) return row.fail("missing-amount", "stated", { what: name, heading: table.heading("stated") });
    const figure = readPlainNumber(stated, row.format("stated"));
    if (figure === null) return unreadable(row, table.heading("stated"));
    const { text, value } = basisOf(row, named);
    if (row.failed()) return null;
    if (value === null) row.note("claim-without-figures", "basis", { claim: name, text: text ?? "" });
    const claim: Claim = { claim: name, stated: { value: figure.value, decimals: figure.decimals }, computed: value };
    if (text !== null) bases.set(claim, text);
    return claim;
  });
  return {
    rows: rows.map((row) => ({ ...row, basis: bases.get(row.value) ?? null })),
    setAside: table.setAside,
    problems: table.problems,
  };
}

function unreadable(row: Row<Role>, heading: string): null {
  const text = row.text("stated");
  return row.failed() ? null : row.fail("unreadable-number", "stated", { text: text ?? "", heading });
}

function basisOf(
  row: Row<Role>,
  named: (words: string) => Decimal | null,
): { text: string | null; value: Decimal | null } {
  const cell = row.value("basis");
  if (cell !== null && !isCellError(cell)) {
    const number = readPlainNumber(cell, row.format("basis"));
    if (number !== null) return { text: row.text("basis"), value: number.value };
  }
  const text = row.text("basis");
  return { text, value: text === null ? null : valueOfText(text, named) };
}

export const CLAIMS: RecordKind<"claims", Role, { readonly claims: readonly ClaimRow[] }> = {
  name: "claims",
  columns: COLUMNS,
  shapes: [{ needs: [["claim"], ["stated"]] }],
  none: { claims: [] },
  read: (tables, { named }) => {
    const read = tables.map((table) => readClaims(table, named));
    return readKind(read, { claims: read.flatMap(({ rows }) => rows) });
  },
};
