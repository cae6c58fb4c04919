// tests/intake/sie/madeBooks.ts: a year's books made by chance, the rows of a SIE file that says them, and the ways in which such files are damaged.
import { bytesOf } from "./sieFile";

/** A whole number from 0 up to what is given. */
export type Draw = (below: number) => number;

interface Posting {
  readonly account: string;
  readonly month: number;
  readonly object: string | null;
  readonly ore: number;
}

export interface Books {
  readonly postings: readonly Posting[];
  readonly budget: readonly Posting[];
  /** Which of the file's records hold the outcome. */
  readonly source: "vouchers" | "within" | "beside";
}

const INCOME = ["3010", "3985"];
const COSTS = ["4610", "5010", "5610", "6540", "7010", "7210", "7510"];

export function madeBooks(draw: Draw): Books {
  const postings: Posting[] = [];
  const budget: Posting[] = [];
  for (const account of [...INCOME, ...COSTS]) {
    if (draw(4) === 0) continue;
    const sign = account.startsWith("3") ? -1 : 1;
    for (let month = 1; month <= 12; month++) {
      if (draw(3) > 0) postings.push({ account, month, object: null, ore: sign * (1_000 + draw(9_000_000)) });
      if (draw(3) === 0)
        postings.push({ account, month, object: String(1 + draw(3)), ore: sign * (1_000 + draw(900_000)) });
      budget.push({ account, month, object: null, ore: sign * 100 * (1 + draw(50_000)) });
    }
  }
  if (postings.length === 0) return madeBooks(draw);
  return { postings, budget, source: (["vouchers", "within", "beside"] as const)[draw(3)]! };
}

/** What a reader must come to: `outcome 5010 2024-03` → öre; sums of 0 left out. */
export function figuresOf({ postings, budget }: Books): Map<string, number> {
  const figures = new Map<string, number>();
  for (const [measure, rows] of [
    ["outcome", postings],
    ["budget", budget],
  ] as const) {
    for (const { account, month, ore } of rows) {
      const key = `${measure} ${account} 2024-${two(month)}`;
      figures.set(key, (figures.get(key) ?? 0) + ore);
    }
  }
  return figures;
}

const two = (part: number): string => String(part).padStart(2, "0");
export const kr = (ore: number): string =>
  `${ore < 0 ? "-" : ""}${Math.floor(Math.abs(ore) / 100)}.${two(Math.abs(ore) % 100)}`;

/** The file's rows. Every file has its own balances, so that what is lost can be seen. */
export function rowsOf(books: Books, draw: Draw): string[] {
  const { postings, budget, source } = books;
  const rows = [
    "#FLAGGA 0",
    '#PROGRAM "Böcker" 2.1',
    "#FORMAT PC8",
    "#GEN 20250131",
    `#SIETYP ${source === "vouchers" ? 4 : 3}`,
    '#FNAMN "Samordningsförbundet Älven"',
    "#RAR 0 20240101 20241231",
    "#RAR -1 20230101 20231231",
    "#KPTYP EUBAS97",
    '#DIM 6 "Projekt"',
    ...["1", "2", "3"].map((object) => `#OBJEKT 6 "${object}" "Insats ${object}"`),
    ...["1930", ...INCOME, ...COSTS].map((account) => `#KONTO ${account} "Konto på ${account}"`),
  ];
  const byAccount = new Map<string, number>();
  for (const { account, ore } of postings) byAccount.set(account, (byAccount.get(account) ?? 0) + ore);
  const all = [...byAccount.values()].reduce((sum, ore) => sum + ore, 0);
  rows.push("#IB 0 1930 5000.00", `#UB 0 1930 ${kr(500_000 - all)}`);
  if (all !== 0) rows.push(`#IB 0 2010 ${kr(-500_000)}`, `#UB 0 2010 ${kr(-500_000)}`);
  for (const [account, ore] of byAccount) rows.push(`#RES 0 ${account} ${kr(ore)}`);
  for (const { account, month, ore } of budget) rows.push(`#PBUDGET 0 2024${two(month)} ${account} {} ${kr(ore)}`);
  if (source === "vouchers") rows.push(...vouchers(postings, draw));
  else rows.push(...months(postings, source));
  return rows;
}

function vouchers(postings: readonly Posting[], draw: Draw): string[] {
  return postings.flatMap(({ account, month, object, ore }, index) => {
    const date = `2024${two(month)}${two(1 + draw(28))}`;
    return [
      `#VER A ${index + 1} ${date} "Händelse ${index + 1}"`,
      "{",
      `#TRANS ${account} {${object === null ? "" : `6 "${object}"`}} ${kr(ore)}`,
      `#TRANS 1930 {} ${kr(-ore)}`,
      "}",
    ];
  });
}

function months(postings: readonly Posting[], source: "within" | "beside"): string[] {
  const own = new Map<string, number>();
  const objects = new Map<string, number>();
  for (const { account, month, object, ore } of postings) {
    const key = `2024${two(month)} ${account}`;
    if (object === null || source === "within") own.set(key, (own.get(key) ?? 0) + ore);
    if (object !== null) objects.set(`${key} {6 ${object}}`, (objects.get(`${key} {6 ${object}}`) ?? 0) + ore);
  }
  return [
    ...[...own].map(([key, ore]) => `#PSALDO 0 ${key} {} ${kr(ore)}`),
    ...[...objects].map(([key, ore]) => `#PSALDO 0 ${key} ${kr(ore)}`),
  ];
}

interface Made {
  readonly bytes: Uint8Array;
  /** What the damaged file says, where that is known; else what it said before. */
  readonly expected: ReadonlyMap<string, number>;
}

export interface Damage {
  readonly name: string;
  /** Another way to write the same: nothing may differ. */
  readonly harmless: boolean;
  readonly make: (rows: string[], draw: Draw, books: Books) => Made;
}

type Encoding = "cp437" | "latin-1" | "utf-8";

function made(rows: readonly string[], books: Books, end = "\r\n", encoding: Encoding = "cp437"): Made {
  return { bytes: bytesOf(rows.join(end) + end, encoding), expected: figuresOf(books) };
}

/** Every row through the same change. */
function each(name: string, change: (row: string, draw: Draw) => string): Damage {
  return {
    name,
    harmless: true,
    make: (rows, draw, books) =>
      made(
        rows.map((row) => change(row, draw)),
        books,
      ),
  };
}

/** One row of those that match, changed; `null` takes it away. */
function one(
  name: string,
  pattern: RegExp,
  change: (row: string, draw: Draw) => string | readonly string[] | null,
): Damage {
  return {
    name,
    harmless: false,
    make: (rows, draw, books) => {
      const found = rows.flatMap((row, index) => (pattern.test(row) ? [index] : []));
      const at = found[draw(Math.max(1, found.length))];
      if (at === undefined) return made(rows, books);
      const to = change(rows[at]!, draw);
      const damaged = rows.flatMap((row, index) => (index === at ? (to ?? []) : [row]));
      return { ...made(damaged, books), expected: withBudgetOf(damaged, figuresOf(books)) };
    },
  };
}

const AMOUNT = /-?\d+\.\d\d$/u;
const FIGURE = /^#(?:PSALDO|TRANS [3-8]|PBUDGET)/u;
const KEPT = /^#(?:PSALDO|PBUDGET)/u;

/** The budget that rows state, for no other record of the file tells it: what can be read in one way counts. */
function withBudgetOf(rows: readonly string[], figures: Map<string, number>): Map<string, number> {
  for (const key of [...figures.keys()]) if (key.startsWith("budget")) figures.delete(key);
  for (const row of rows) {
    const [, month, account, amount] =
      /^#PBUDGET 0 2024-?(\d\d) ([3-8]\d{3}) (?:\{\} )?"?(-?\d+\.?\d{0,2})$/u.exec(row) ?? [];
    if (amount === undefined) continue;
    const key = `budget ${account} 2024-${month}`;
    figures.set(key, (figures.get(key) ?? 0) + Math.round(Number(amount) * 100));
  }
  return figures;
}

function anyByte(name: string, change: (bytes: Uint8Array, draw: Draw) => Uint8Array): Damage {
  return {
    name,
    harmless: false,
    make: (rows, draw, books) => {
      const bytes = change(made(rows, books).bytes, draw);
      const text = String.fromCharCode(...bytes);
      return { bytes, expected: withBudgetOf(text.split(/[\r\n]+/u), figuresOf(books)) };
    },
  };
}

export const DAMAGES: readonly Damage[] = [
  each("as it is", (row) => row),
  ...(["cp437", "latin-1", "utf-8"] as const).flatMap((encoding) =>
    ["\r\n", "\n", "\r"].map((end): Damage => ({
      name: `${encoding}, ${JSON.stringify(end)}`,
      harmless: true,
      make: (rows, _, books) => made(rows, books, end, encoding),
    })),
  ),
  {
    name: "a byte order mark",
    harmless: true,
    make: (rows, _, books) => made([`\uFEFF${rows[0]!}`, ...rows.slice(1)], books, "\n", "utf-8"),
  },
  {
    name: "no end of the last row",
    harmless: true,
    make: (rows, _, books) => ({ ...made(rows, books), bytes: bytesOf(rows.join("\r\n")) }),
  },
  { name: "control-Z at the end", harmless: true, make: (rows, _, books) => made([...rows, "\u001a"], books) },
  each("empty rows", (row, draw) => `${"\r\n".repeat(draw(3))}${row}`),
  each("indented", (row, draw) => `${"\t ".repeat(draw(3))}${row}`),
  each("tabs between", (row) => (row.includes('"') ? row : row.replaceAll(" ", "\t"))),
  each("runs of blanks", (row) => (row.includes('"') ? row : row.replaceAll(" ", "   "))),
  each("blanks behind", (row, draw) => row + " \t".repeat(draw(3))),
  each("every amount quoted", (row) => row.replace(AMOUNT, '"$&"')),
  each("every account quoted", (row) => row.replace(/^(#(?:PSALDO|PBUDGET) 0 \d+) (\d+)/u, '$1 "$2"')),
  each("labels in small letters", (row) => row.replace(/^#\w+/u, (label) => label.toLowerCase())),
  each("fields behind", (row) => (/^#(?:PSALDO|PBUDGET|RES|IB|UB)/u.test(row) ? `${row} 0.000000 "något mer"` : row)),
  each("quantities behind", (row) => (/^#(?:PSALDO|PBUDGET|RES)/u.test(row) ? `${row} 12.500000` : row)),
  each("blank lists", (row) => row.replace("{}", "{ }")),
  each("lists with a second pair, in any order", (row, draw) =>
    row.replace(/\{6 "?(\d)"?\}/u, (_, object) =>
      draw(2) === 0 ? `{"1" "20" "6" "${object}"}` : `{ 6 ${object} 1 20 }`,
    ),
  ),
  each("decimals left out where they are none", (row) => row.replace(/\.00$/u, "").replace(/(\.\d)0$/u, "$1")),
  each("unknown labels between", (row) => `#EGEN "något" 12\r\n${row}`.replace(/^(#EGEN[^\n]*\n)(?=[{}])/u, "")),
  each("the year's result among #RES", (row) => (row === "#KPTYP EUBAS97" ? `${row}\r\n#RES 0 8999 1234.00` : row)),
  each("bare quotes in names", (row) => (row.startsWith("#KONTO 5") ? row.replace("på", 'p"') : row)),
  each("names that are lost", (row) => (row.startsWith("#KONTO") ? row.replace(" på ", "\u0001") : row)),
  each("the last year's figures too", (row) =>
    /^#(?:PSALDO|PBUDGET) 0/u.test(row) ? `${row}\r\n${row.replace(" 0 2024", " -1 2023")}` : row,
  ),
  each("budget doubled under the wrong year", (row) =>
    row.startsWith("#PBUDGET") && !row.includes("202401") ? `${row}\r\n${row.replace(" 0 ", " -1 ")}` : row,
  ),
  each("corrections in vouchers", (row) =>
    row.startsWith("#TRANS") ? `${row.replace("#TRANS", "#RTRANS")}\r\n${row}` : row,
  ),
  each("struck rows in vouchers", (row) =>
    row.startsWith("#TRANS") ? `${row.replace("#TRANS", "#BTRANS")}\r\n${row}` : row,
  ),
  each("empty vouchers", (row) => (row.startsWith("#VER") ? `#VER B 1 20240101\r\n{\r\n}\r\n${row}` : row)),
  each("no series, no number", (row) => row.replace(/^#VER A \d+/u, '#VER "" ""')),
  each("zero rows", (row) => (row.startsWith("#PBUDGET") ? `${row}\r\n#PBUDGET 0 202401 1930 {} 0` : row)),
  each("minus zero", (row) => (row.startsWith("#VER") ? `${row}\r\n{\r\n#TRANS 5010 {} -0.00\r\n}\r\n${row}` : row)),
  one("a figure's row is gone", FIGURE, () => null),
  one("a #RES row is gone", /^#RES/u, () => null),
  one("a figure's row stands twice", FIGURE, (row) => [row, row]),
  one("a decimal comma", FIGURE, (row) => row.replace(/\.(\d\d)$/u, ",$1")),
  one("a thousands separator", FIGURE, (row) => row.replace(/(\d)(\d{3}\.\d\d)$/u, "$1 $2")),
  one("a thousands comma", FIGURE, (row) => row.replace(/(\d)(\d{3}\.\d\d)$/u, "$1,$2")),
  one("a minus sign of print", FIGURE, (row) => row.replace(/ -?(\d+\.\d\d)$/u, " \u2212$1")),
  one("a minus behind", FIGURE, (row) => row.replace(/ -?(\d+\.\d\d)$/u, " $1-")),
  one("brackets for minus", FIGURE, (row) => row.replace(/ -?(\d+\.\d\d)$/u, " ($1)")),
  one("a currency behind the amount", FIGURE, (row) => row.replace(AMOUNT, "$&kr")),
  one("an exponent", FIGURE, (row) => row.replace(AMOUNT, "1.5e3")),
  one("three decimals", FIGURE, (row) => `${row}5`),
  one("a digit too many", FIGURE, (row) => row.replace(/(\d)\.(\d\d)$/u, "$10.$2")),
  one("an amount too large", FIGURE, (row) => row.replace(AMOUNT, "99999999999999999999.00")),
  one("an amount missing", FIGURE, (row) => row.replace(AMOUNT, "")),
  one("a letter in the amount", FIGURE, (row) => row.replace(/\d(\.\d\d)$/u, "O$1")),
  one("the sign is lost", FIGURE, (row) => row.replace(/-(\d+\.\d\d)$/u, "$1")),
  one("a month 13", KEPT, (row) => row.replace(/ 2024\d\d /u, " 202413 ")),
  one("a month 00", KEPT, (row) => row.replace(/ 2024\d\d /u, " 202400 ")),
  one("a month of another year", KEPT, (row) => row.replace(/ 2024(\d\d) /u, " 2026$1 ")),
  one("a period with a line", KEPT, (row) => row.replace(/ 2024(\d\d) /u, " 2024-$1 ")),
  one("another year number", KEPT, (row) => row.replace(/^(#\w+) 0/u, "$1 -1")),
  one("a year number of letters", KEPT, (row) => row.replace(/^(#\w+) 0/u, "$1 x")),
  one("a budget row with another amount beside", /^#PBUDGET/u, (row) => [
    row,
    row.replace(" 0 ", " -1 ").replace(AMOUNT, "1.00"),
  ]),
  one("another account", FIGURE, (row) => row.replace(/ [3-8]\d{3} /u, " 5999 ")),
  one("an account of letters", FIGURE, (row) => row.replace(/ [3-8]\d{3} /u, " abc ")),
  one("an account missing", FIGURE, (row) => row.replace(/ [3-8]\d{3} /u, " ")),
  one("a list left open", FIGURE, (row) => row.replace("}", "")),
  one("a list without its beginning", FIGURE, (row) => row.replace("{", "")),
  one("no list", FIGURE, (row) => row.replace(/\{[^}]*\} /u, "")),
  one("a quote left open", FIGURE, (row) => row.replace(/ (?=-?\d+\.\d\d$)/u, ' "')),
  one("a label misspelt", FIGURE, (row) => row.replace(/^#\w/u, "#X")),
  one("a label without its sign", FIGURE, (row) => row.slice(1)),
  one("a row broken in two", FIGURE, (row) => {
    const at = row.lastIndexOf(" ");
    return [row.slice(0, at), row.slice(at + 1)];
  }),
  one("two rows in one", FIGURE, (row) => `${row} ${row}`),
  one("a voucher's date lost", /^#VER/u, (row) => row.replace(/ 2024\d{4}/u, ' ""')),
  one("a voucher's date is none", /^#VER/u, (row) => row.replace(/ 2024\d{4}/u, " 20240231")),
  one("a voucher of another year", /^#VER/u, (row) => row.replace(/ 2024(\d{4})/u, " 2022$1")),
  one("a voucher's end is lost", /^\}/u, () => null),
  one("a voucher's beginning is lost", /^\{/u, () => null),
  one("a voucher's head is lost", /^#VER/u, () => null),
  one("no year", /^#RAR 0/u, () => null),
  one("a year without dates", /^#RAR 0/u, () => '#RAR 0 "" ""'),
  one("a year the wrong way round", /^#RAR 0/u, () => "#RAR 0 20241231 20240101"),
  one("another year's dates", /^#RAR 0/u, () => "#RAR 0 20230101 20231231"),
  one("half a year", /^#RAR 0/u, () => "#RAR 0 20240101 20240630"),
  one("another chart", /^#KPTYP/u, () => "#KPTYP KOMMUNBAS13"),
  one("no chart", /^#KPTYP/u, () => null),
  one("another currency", /^#KPTYP/u, (row) => [row, "#VALUTA EUR"]),
  one("another company's head in the middle", FIGURE, (row) => ['#FNAMN "Annan"', "#RAR 0 20230101 20231231", row]),
  anyByte("cut anywhere", (bytes, draw) => bytes.subarray(0, draw(bytes.length))),
  anyByte("a piece is gone", (bytes, draw) => {
    const at = draw(bytes.length);
    const to = at + 1 + draw(200);
    return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(to)]);
  }),
  anyByte("a piece stands twice", (bytes, draw) => {
    const at = draw(bytes.length);
    const to = Math.min(bytes.length, at + 1 + draw(200));
    return Uint8Array.from([...bytes.subarray(0, to), ...bytes.subarray(at)]);
  }),
  anyByte("bytes of chance", (bytes, draw) => bytes.map((byte) => (draw(400) === 0 ? draw(256) : byte))),
  anyByte("zeroes in the middle", (bytes, draw) => {
    const at = draw(bytes.length);
    return bytes.map((byte, index) => (index >= at && index < at + 100 ? 0 : byte));
  }),
  anyByte("UTF-16", (bytes) => Uint8Array.from([0xff, 0xfe, ...[...bytes].flatMap((byte) => [byte, 0])])),
  anyByte("a web page", () => bytesOf("<!DOCTYPE html><html><body>Fel 502</body></html>")),
  anyByte("nothing", () => new Uint8Array(0)),
  anyByte("noise", (_, draw) => Uint8Array.from({ length: 1 + draw(5_000) }, () => draw(256))),
];
