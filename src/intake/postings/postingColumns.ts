// src/intake/postings/postingColumns.ts: which columns of an accounting system's export hold what: account, date, amount, and the dimensions.
import { lookupKey } from "../../domain/lookupKey";
import { headingOf } from "../budget/heading";
import { type Grid, isBlank } from "../grid";
import { withoutUnit } from "../unitText";

/** What a column holds of each posting. `name`: what the code to the left of it is called. */
type Role =
  "account" | "account-name" | "date" | "period" | "amount" | "debit" | "credit" | "currency" | "foreign-amount";

const ROLES: Readonly<Record<Role, readonly string[]>> = {
  account: ["konto", "kontonr", "kontonummer", "kontokod", "account", "accountno", "accountnumber"],
  "account-name": [
    "kontonamn",
    "kontobenamning",
    "kontotext",
    "kontot",
    "kontobeskrivning",
    "benamning",
    "accountname",
  ],
  date: [
    "datum",
    "bokforingsdatum",
    "bokfdatum",
    "bokfdat",
    "bokfort",
    "verifikationsdatum",
    "verifikatdatum",
    "verdatum",
    "verdat",
    "vdatum",
    "transaktionsdatum",
    "transdatum",
    "transdat",
    "redovisningsdatum",
    "date",
    "postingdate",
  ],
  period: ["period", "redovisningsperiod", "bokforingsperiod", "armanad", "manad", "perioden"],
  amount: ["belopp", "beloppsek", "beloppkr", "bokfortbelopp", "nettobelopp", "amount", "transaktionsbelopp"],
  debit: ["debet", "debetbelopp", "debit"],
  credit: ["kredit", "kreditbelopp", "credit"],
  currency: ["valuta", "valutakod", "valkod", "currency", "currencycode"],
  "foreign-amount": [
    "valutabelopp",
    "valbelopp",
    "beloppvaluta",
    "beloppivaluta",
    "beloppiutlandskvaluta",
    "currencyamount",
  ],
};

/** Dimensions by SIE's reserved numbers, and from 20 up what programs call their own. */
const DIMENSIONS: readonly (readonly [number: string, words: readonly string[]])[] = [
  [
    "1",
    [
      "kostnadsstalle",
      "kst",
      "kstalle",
      "kostnadsstallenr",
      "resultatenhet",
      "ansvar",
      "enhet",
      "avdelning",
      "costcentre",
      "costcenter",
    ],
  ],
  ["2", ["kostnadsbarare", "kb", "kbarare"]],
  ["6", ["projekt", "proj", "projektnr", "projektkod", "projektnummer", "project"]],
  ["20", ["verksamhet", "vht", "verksamhetskod"]],
  ["21", ["aktivitet", "akt", "aktivitetskod"]],
  ["22", ["objekt", "objektnr"]],
  ["23", ["motpart", "mp", "motpartskod"]],
  ["24", ["insats", "insatsnr"]],
];

export interface PostingDimension {
  readonly number: string;
  readonly name: string;
  readonly column: number;
  /** What the objects are called; −1: in no column of its own. */
  readonly names: number;
}

/** Columns by number; −1: there is none. */
export interface PostingColumns {
  readonly row: number;
  readonly account: number;
  readonly accountName: number;
  readonly date: number;
  readonly period: number;
  readonly amount: number;
  readonly debit: number;
  readonly credit: number;
  /** What the amounts are in; −1 also where the foreign amount has a column of its own, and the one that is read is in kronor. */
  readonly currency: number;
  readonly dimensions: readonly PostingDimension[];
}

/** Headings stand among the first rows, below what the export is of. */
const HEADING_ROWS = 30;

/**
 * The headings of one posting per row: account, date or period, and amount or debit and credit. Null: the sheet has none, or has a budget
 * beside the amounts and is a table of its own.
 */
export function postingColumns(grid: Grid): PostingColumns | null {
  for (let row = 0; row < Math.min(HEADING_ROWS, grid.values.length); row++) {
    const cells = (grid.values[row] ?? []).map((cell) => (typeof cell === "string" ? cell : ""));
    const columns = columnsIn(cells, row);
    if (columns !== null && !cells.some(isMeasure)) return columns;
  }
  return null;
}

/** Budget, outcome, forecast and the like: then the sheet is a follow-up, not a ledger's rows. */
function isMeasure(text: string): boolean {
  const heading = text === "" || ROLE_OF.has(keyOf(text)) ? null : headingOf(text);
  return heading?.kind === "measure" && heading.measure !== "share";
}

const ROLE_OF = new Map<string, Role>(
  (Object.keys(ROLES) as Role[]).flatMap((role) => ROLES[role].map((key) => [key, role] as const)),
);
const DIMENSION_OF = new Map<string, string>(
  DIMENSIONS.flatMap(([number, words]) => words.map((word) => [word, number] as const)),
);

function keyOf(text: string): string {
  return lookupKey(withoutUnit(text));
}

function columnsIn(cells: readonly string[], row: number): PostingColumns | null {
  const keys = cells.map((cell) => (cell === "" ? "" : keyOf(cell)));
  const at = (role: Role): number => {
    const ranked = ROLES[role].map((word) => keys.indexOf(word)).filter((column) => column >= 0);
    return ranked[0] ?? -1;
  };
  const [account, date, period, amount, debit, credit] = (
    ["account", "date", "period", "amount", "debit", "credit"] as const
  ).map(at) as [number, number, number, number, number, number];
  const hasAmount = amount >= 0 || (debit >= 0 && credit >= 0);
  if (account < 0 || (date < 0 && period < 0) || !hasAmount) return null;
  const dimensions = keys.flatMap((key, column): PostingDimension[] => {
    const number = DIMENSION_OF.get(key);
    if (number === undefined || keys.indexOf(key) < column) return [];
    return [{ number, name: cells[column]!.trim(), column, names: nameColumn(keys, key) }];
  });
  const first = dimensions.filter(
    ({ number }, index) => dimensions.findIndex((each) => each.number === number) === index,
  );
  const currency = at("foreign-amount") >= 0 ? -1 : at("currency");
  return {
    row,
    account,
    accountName: at("account-name"),
    date,
    period,
    amount,
    debit,
    credit,
    currency,
    dimensions: first,
  };
}

/** `Projektnamn`, `Projekt (T)`, `Projektbenämning` beside `Projekt`. */
function nameColumn(keys: readonly string[], key: string): number {
  const stem = key.replace(/(?:nr|nummer|kod)$/u, "");
  return keys.findIndex(
    (other) => other !== key && ["namn", "t", "benamning", "text"].some((end) => other === stem + end),
  );
}

/** Rows below the headings that hold anything. */
export function postingRows(grid: Grid, { row }: PostingColumns): readonly number[] {
  return Array.from({ length: Math.max(0, grid.values.length - row - 1) }, (_, at) => row + 1 + at).filter((at) =>
    (grid.values[at] ?? []).some((cell) => !isBlank(cell)),
  );
}
