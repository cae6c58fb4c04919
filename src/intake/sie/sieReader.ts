// src/intake/sie/sieReader.ts: the bytes of a SIE file of type 1–4, in pieces of any size → one SieLedger.
import {
  type AccountType,
  AccountSums,
  type BadRecord,
  type NotSie,
  type RecordSum,
  type SieDimension,
  type SieLedger,
  type SieYear,
  type UnbalancedVoucher,
} from "./sieLedger";
import { OddRows } from "./oddRows";
import { type ObjectPair, pairsOf, SieRow } from "./sieRow";
import type { SieEncoding } from "./sieText";

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const HASH = 0x23;
const OPEN = 0x7b;
const CLOSE = 0x7d;
/** Control-Z, with which old programs end a file. */
const END_OF_FILE = 0x1a;
/** A row this long is no row of a ledger; what comes is no SIE file. */
const LONGEST_ROW = 1_000_000;
/** A label is a word; what is longer is shown so far. */
const LONGEST_LABEL = 20;
/** Bad records that are listed; the rest are counted. */
const MOST_BAD = 100;
const MOST_UNBALANCED = 1_000;

/** Labels of the format that hold nothing which is used. */
const IGNORED = new Set(
  "FLAGGA FORMAT GEN PROSA FNR FTYP ORGNR BKOD ADRESS TAXAR SRU ENHET KSUMMA KPTYP BTRANS".split(" "),
);
const TRANS = ascii("#TRANS");
const PSALDO = ascii("#PSALDO");

/** What a SIE file may begin with that is none. */
const XML_SIE5 = /sie\.se\/sie5/iu;

/** Thrown when the bytes are no SIE file; `reason` says what they are. */
export class NotSieError extends Error {
  constructor(readonly reason: NotSie) {
    super(reason);
    this.name = "NotSieError";
  }
}

/**
 * Reads a file in pieces: `push` each, then `end`. Rows end with LF, CR LF or CR. Amounts become whole öre; what cannot be read is listed in
 * `bad` with its row. Throws NotSieError where the bytes are something else, and nothing for any damage inside a SIE file.
 */
export class SieReader {
  private readonly row = new SieRow();
  private rest: Uint8Array = new Uint8Array(0);
  private rows = 0;
  private first = true;
  private finished = false;

  private readonly head = new Map<string, string>();
  private readonly years = new Map<number, SieYear>();
  private readonly accounts = new Map<string, { name: string; type: AccountType | null }>();
  private readonly dimensions = new Map<string, SieDimension>();
  private readonly objects = new Map<string, string>();
  private readonly lists: (readonly ObjectPair[])[] = [[]];
  private readonly listNumbers = new Map<string, number>([["", 0]]);
  private readonly knownLists = new Map<number, { readonly bytes: Uint8Array; readonly number: number }>();
  private readonly records = new Map<string, RecordSum>();
  private readonly balances = new Map<string, Map<number, AccountSums>>();
  private readonly transactions = new AccountSums();
  private readonly unknown = new Map<string, number>();
  private readonly odd = new OddRows();
  /** Accounts that are no numbers, with the first row and label that use them: declared ones are names of a program's own. */
  private readonly named = new Map<string, { readonly row: number; readonly label: string }>();
  private readonly bad: BadRecord[] = [];
  private badCount = 0;
  private readonly encodings = new Map<SieEncoding, number>();
  private lastDigits = -1;
  private lastAccount = "";
  private readonly accountNumbers = new Map<number, string>();
  private readonly months = new Map<string, number>();
  private readonly datedMonths = new Map<number, number>();

  private vouchers = 0;
  private voucher: { series: string; number: string; month: number; row: number; sum: number } | null = null;
  private readonly unbalanced: UnbalancedVoucher[] = [];
  private removal: { account: string; ore: number } | null = null;
  private loneRemovals = 0;

  constructor(private readonly name: string) {}

  push(chunk: Uint8Array): void {
    if (this.finished || chunk.length === 0) return;
    let bytes = chunk;
    if (this.rest.length > 0) {
      bytes = new Uint8Array(this.rest.length + chunk.length);
      bytes.set(this.rest);
      bytes.set(chunk, this.rest.length);
    }
    let from = 0;
    if (this.first) {
      if (bytes.length < 4) {
        this.rest = bytes.slice();
        return;
      }
      from = this.begin(bytes);
    }
    // Where the next carriage return is, so that a piece without any is not looked through once a row.
    let back = returnFrom(bytes, from);
    for (let feed = bytes.indexOf(LINE_FEED, from); ; feed = bytes.indexOf(LINE_FEED, from)) {
      const end = feed < 0 ? bytes.length : feed;
      // One that stands alone ends a row too; the last byte of a piece may have its line feed in the next.
      for (; back < end - 1; back = returnFrom(bytes, from)) {
        this.line(bytes, from, back);
        from = back + 1;
      }
      if (feed < 0) break;
      this.line(bytes, from, end);
      from = feed + 1;
      if (back < from) back = returnFrom(bytes, from);
    }
    if (bytes.length - from > LONGEST_ROW) throw new NotSieError("no-records");
    this.rest = bytes.slice(from);
  }

  /** Everything that was read. Throws NotSieError where there was no record of the format. */
  end(): SieLedger {
    if (this.first) this.begin(this.rest);
    if (this.rest.length > 0) this.line(this.rest, 0, this.rest.length);
    if (this.voucher !== null) this.odd.note("open", this.voucher.row, "VER");
    this.closeVoucher();
    this.settleRemoval(null, 0);
    for (const [account, { row, label }] of this.named)
      if (!this.accounts.has(account)) this.odd.note("account", row, label);
    if (this.rows === 0) throw new NotSieError("empty");
    if (this.head.size + this.accounts.size + this.records.size + this.vouchers + this.badCount === 0)
      throw new NotSieError("no-records");
    return {
      name: this.name,
      sieType: this.head.get("SIETYP") ?? "1",
      encoding: this.encoding(),
      program: this.head.get("PROGRAM") ?? null,
      company: this.head.get("FNAMN") ?? null,
      chart: this.head.get("KPTYP") ?? null,
      currency: this.head.get("VALUTA") ?? "SEK",
      balancesTo: dateOf(this.head.get("OMFATTN") ?? ""),
      years: [...this.years.values()].sort((a, b) => b.year - a.year),
      accounts: this.accounts,
      dimensions: this.dimensions,
      objects: this.objects,
      objectLists: this.lists,
      vouchers: this.vouchers,
      unbalanced: this.unbalanced,
      records: this.records,
      balances: this.balances,
      transactions: this.transactions,
      loneRemovals: this.loneRemovals,
      unknownLabels: this.unknown,
      odd: this.odd.list(),
      bad: this.bad,
      badCount: this.badCount,
      rows: this.rows,
    };
  }

  /** Looks at what the file begins with; where the rows begin. */
  private begin(bytes: Uint8Array): number {
    this.first = false;
    let from = 0;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) from = 3;
    let at = from;
    while (at < bytes.length && bytes[at]! <= 0x20) at++;
    if (bytes[at] === 0x3c) {
      const start = String.fromCharCode(...bytes.subarray(at, at + 2_000));
      if (/^<(?:!doctype\s+html|html|head|body)/iu.test(start)) throw new NotSieError("web-page");
      throw new NotSieError(XML_SIE5.test(start) ? "sie5" : /<html/iu.test(start) ? "web-page" : "xml");
    }
    return from;
  }

  private line(bytes: Uint8Array, from: number, to: number): void {
    if (this.finished) return;
    this.rows++;
    const { row } = this;
    row.start(bytes, from, to);
    if (row.isEmpty) return;
    const { next } = row;
    if (next === HASH) this.record(bytes, from, to);
    else if (next === CLOSE) this.closeVoucher();
    else if (next === END_OF_FILE) this.finished = true;
    else if (next !== OPEN) this.odd.note("unlabelled", this.rows, "");
  }

  private record(bytes: Uint8Array, from: number, to: number): void {
    const { row } = this;
    if (row.takes(TRANS)) return this.transaction();
    if (row.takes(PSALDO)) return this.periodBalance("PSALDO");
    const word = row.field() ?? "";
    const label = word.slice(1).toUpperCase();
    switch (label) {
      case "TRANS":
        return this.transaction();
      case "PSALDO":
      case "PBUDGET":
        return this.periodBalance(label);
      case "IB":
      case "UB":
      case "RES":
        return this.balance(label, false);
      case "OIB":
      case "OUB":
        return this.balance(label, true);
      case "VER":
        return this.openVoucher();
      case "RTRANS":
        return this.removed();
      case "RAR":
        return this.year();
      case "KONTO":
        return this.account();
      case "KTYP":
        return this.accountType();
      case "DIM":
      case "UNDERDIM":
        return this.dimension(label === "UNDERDIM");
      case "OBJEKT":
        return this.object();
      default:
        return this.other(label, bytes, from, to);
    }
  }

  /** Labels that head the file, and those that hold nothing for us. */
  private other(label: string, bytes: Uint8Array, from: number, to: number): void {
    if (/^(?:SIETYP|PROGRAM|FNAMN|KPTYP|VALUTA|OMFATTN)$/u.test(label)) {
      const value = this.row.field() ?? "";
      this.noteEncoding();
      if (value !== "" && !this.head.has(label)) this.head.set(label, value);
    } else if (IGNORED.has(label)) {
      this.row.start(bytes, from, to);
      while (this.row.field() !== null) this.noteEncoding();
    } else {
      this.unknown.set(label, (this.unknown.get(label) ?? 0) + 1);
      this.odd.note("unknown", this.rows, label.slice(0, LONGEST_LABEL));
    }
  }

  private transaction(): void {
    const { row } = this;
    const account = this.accountNumber();
    const list = this.objectList();
    const ore = row.ore();
    const dated = this.dateMonth();
    this.settleRemoval(account, ore);
    if (account === "") return this.cannotUse("TRANS", "account");
    if (Number.isNaN(ore)) return this.cannotUse("TRANS", "amount");
    this.noteNamed(account, "TRANS");
    this.count("TRANS", ore);
    if (this.voucher !== null) this.voucher.sum += ore;
    const month = dated || (this.voucher?.month ?? 0);
    if (month === 0) return this.cannotUse("TRANS", "date");
    this.transactions.add(account, month, list, ore);
  }

  /** #PSALDO and #PBUDGET: the change within a calendar month. */
  private periodBalance(label: "PSALDO" | "PBUDGET"): void {
    const { row } = this;
    const year = this.yearNumber();
    const month = this.monthOf(`${row.field() ?? ""}01`);
    const account = this.accountNumber();
    const list = this.objectList();
    const ore = row.ore();
    if (year === null) return this.cannotUse(label, "year");
    if (month === 0) return this.cannotUse(label, "period");
    if (account === "") return this.cannotUse(label, "account");
    if (Number.isNaN(ore)) return this.cannotUse(label, "amount");
    this.addBalance(label, year, account, month, list, ore);
  }

  private balance(label: "IB" | "UB" | "RES" | "OIB" | "OUB", withObjects: boolean): void {
    const year = this.yearNumber();
    const account = this.accountNumber();
    const list = withObjects || this.row.next === OPEN ? this.objectList() : 0;
    const ore = this.row.ore();
    if (year === null) return this.cannotUse(label, "year");
    if (account === "") return this.cannotUse(label, "account");
    if (Number.isNaN(ore)) return this.cannotUse(label, "amount");
    this.addBalance(label, year, account, 0, list, ore);
  }

  private addBalance(label: string, year: number, account: string, month: number, list: number, ore: number): void {
    if (!this.row.isEmpty) this.odd.behind(() => this.row.field(), ore, this.rows, label);
    this.noteNamed(account, label);
    this.count(`${label}${list > 0 ? "_obj" : ""}[${year}]`, ore);
    if (!this.sumsOf(label, year).add(account, month, list, ore)) this.odd.note("repeated", this.rows, label);
  }

  private noteNamed(account: string, label: string): void {
    if (this.lastAccount === account || /^\d+$/u.test(account) || this.named.has(account)) return;
    this.named.set(account, { row: this.rows, label });
  }

  private openVoucher(): void {
    this.closeVoucher();
    const { row } = this;
    const series = row.field() ?? "";
    const number = row.field() ?? "";
    this.vouchers++;
    this.voucher = { series, number, month: this.dateMonth(), row: this.rows, sum: 0 };
  }

  private closeVoucher(): void {
    const { voucher } = this;
    this.voucher = null;
    this.settleRemoval(null, 0);
    if (voucher === null || voucher.sum === 0 || this.unbalanced.length >= MOST_UNBALANCED) return;
    const { series, number, row, sum } = voucher;
    this.unbalanced.push({ series, number, row, difference: sum });
  }

  /** #RTRANS is followed by the same #TRANS, which is the one that counts. */
  private removed(): void {
    const account = this.accountNumber();
    this.objectList();
    this.settleRemoval(null, 0);
    this.removal = { account, ore: this.row.ore() };
  }

  private settleRemoval(account: string | null, ore: number): void {
    if (this.removal !== null && (this.removal.account !== account || this.removal.ore !== ore)) this.loneRemovals++;
    this.removal = null;
  }

  private year(): void {
    const year = this.yearNumber();
    const from = dateOf(this.row.field() ?? "");
    const to = dateOf(this.row.field() ?? "");
    if (year === null) this.cannotUse("RAR", "year");
    else if (!this.years.has(year)) this.years.set(year, { year, from, to });
  }

  private account(): void {
    const account = this.accountNumber();
    const name = this.row.field() ?? "";
    this.noteEncoding();
    if (account === "") return this.cannotUse("KONTO", "account");
    this.accounts.set(account, { name: name === "" ? account : name, type: this.accounts.get(account)?.type ?? null });
  }

  private accountType(): void {
    const account = this.accountNumber();
    const type = (this.row.field() ?? "").toUpperCase();
    if (account === "" || !/^[TSKI]$/u.test(type)) return;
    this.accounts.set(account, { name: this.accounts.get(account)?.name ?? account, type: type as AccountType });
  }

  private dimension(hasParent: boolean): void {
    const number = this.row.field() ?? "";
    const name = this.row.field() ?? "";
    const parent = hasParent ? (this.row.field() ?? "") : "";
    this.noteEncoding();
    if (number !== "")
      this.dimensions.set(number, { number, name: name === "" ? number : name, parent: parent === "" ? null : parent });
  }

  private object(): void {
    const dimension = this.row.field() ?? "";
    const object = this.row.field() ?? "";
    const name = this.row.field() ?? "";
    this.noteEncoding();
    if (dimension !== "" && object !== "") this.objects.set(`${dimension} ${object}`, name === "" ? object : name);
  }

  /** The next field as an account's number, which is text; the same string for the same account. */
  private accountNumber(): string {
    const digits = this.row.digits();
    if (digits < 0) return this.row.field() ?? "";
    if (digits === this.lastDigits) return this.lastAccount;
    let account = this.accountNumbers.get(digits);
    if (account === undefined) {
      account = String(Math.floor(digits / 10)).padStart(digits % 10, "0");
      this.accountNumbers.set(digits, account);
    }
    this.lastDigits = digits;
    this.lastAccount = account;
    return account;
  }

  /** The number of the object list that comes next; 0 where it is empty or missing. The same bytes are the same list. */
  private objectList(): number {
    const { row } = this;
    const hash = row.objectHash();
    if (hash === 0) {
      row.objectText();
      return 0;
    }
    const known = this.knownLists.get(hash);
    if (known !== undefined && row.skipsObjects(known.bytes)) return known.number;
    const text = row.objectText() ?? "";
    let number = this.listNumbers.get(text);
    if (number === undefined) {
      const pairs = pairsOf(text);
      number = pairs.length === 0 ? 0 : this.lists.push(pairs) - 1;
      this.listNumbers.set(text, number);
    }
    if (known === undefined) this.knownLists.set(hash, { bytes: row.lastObjects(), number });
    return number;
  }

  private yearNumber(): number | null {
    const text = this.row.field() ?? "";
    return /^-?\d{1,3}$/u.test(text) ? Number(text) + 0 : null;
  }

  /** The next field as a date; 0: it is none, or there is none. */
  private dateMonth(): number {
    const digits = this.row.digits();
    if (digits < 0) {
      const field = this.row.field() ?? "";
      const found = this.monthOf(field);
      if (found === 0 && field !== "") this.odd.note("date", this.rows, this.voucher === null ? "VER" : "TRANS");
      return found;
    }
    let month = this.datedMonths.get(digits);
    if (month === undefined) {
      month = this.monthOf(String(Math.floor(digits / 10)).padStart(digits % 10, "0"));
      this.datedMonths.set(digits, month);
    }
    if (month === 0) this.odd.note("date", this.rows, this.voucher === null ? "VER" : "TRANS");
    return month;
  }

  /** `YYYYMMDD` as year × 100 + month; 0: no date. */
  private monthOf(date: string): number {
    if (date === "") return 0;
    let month = this.months.get(date);
    if (month === undefined) {
      const iso = dateOf(date);
      month = iso === null ? 0 : Number(iso.slice(0, 4)) * 100 + Number(iso.slice(5, 7));
      this.months.set(date, month);
    }
    return month;
  }

  private sumsOf(label: string, year: number): AccountSums {
    let years = this.balances.get(label);
    if (years === undefined) this.balances.set(label, (years = new Map<number, AccountSums>()));
    let sums = years.get(year);
    if (sums === undefined) years.set(year, (sums = new AccountSums()));
    return sums;
  }

  private count(key: string, ore: number): void {
    const record = this.records.get(key);
    if (record === undefined) this.records.set(key, { rows: 1, sum: ore });
    else {
      record.rows++;
      record.sum += ore;
    }
  }

  private cannotUse(label: string, fault: BadRecord["fault"]): void {
    this.badCount++;
    if (this.bad.length < MOST_BAD) this.bad.push({ row: this.rows, label, fault });
  }

  private noteEncoding(): void {
    const { encoding } = this.row;
    if (encoding === "ascii") return;
    this.encodings.set(encoding, (this.encodings.get(encoding) ?? 0) + 1);
    this.row.encoding = "ascii";
  }

  private encoding(): SieEncoding {
    const seen = [...this.encodings.keys()];
    if (seen.includes("damaged")) return "damaged";
    if (seen.length > 1) return "mixed";
    return seen[0] ?? "ascii";
  }
}

function returnFrom(bytes: Uint8Array, from: number): number {
  const found = bytes.indexOf(RETURN, from);
  return found < 0 ? Infinity : found;
}

/** `YYYYMMDD` as `YYYY-MM-DD`; null: no such day. */
export function dateOf(text: string): string | null {
  const parts = /^(\d{4})-?(\d{2})-?(\d{2})$/u.exec(text);
  if (parts === null) return null;
  const [, year, month, day] = parts.map(Number) as [number, number, number, number];
  const days = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
  return year >= 1900 && day >= 1 && day <= days ? `${parts[1]}-${parts[2]}-${parts[3]}` : null;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
