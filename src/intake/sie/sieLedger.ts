// src/intake/sie/sieLedger.ts: what a SIE file says, summed as it is read: memory in proportion to the sums, not to the file.
import type { ObjectPair } from "./sieRow";
import type { OddRow } from "./oddRows";
import type { SieEncoding } from "./sieText";

/** The account types of #KTYP: asset, liability, cost, income. */
export type AccountType = "T" | "S" | "K" | "I";

/** An accounting year of the file. 0 is the current one, −1 the one before. Dates `YYYY-MM-DD`; null: missing or no date. */
export interface SieYear {
  readonly year: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** A dimension with its name in the file, which goes before its reserved number; the name is the number where the file gives none. */
export interface SieDimension {
  readonly number: string;
  readonly name: string;
  /** The dimension that it is a part of (#UNDERDIM). */
  readonly parent: string | null;
}

/** The records of one kind, counted and summed. `sum` in öre, debit positive. */
export interface RecordSum {
  rows: number;
  sum: number;
}

/** A voucher whose rows do not sum to 0. `difference` in öre. */
export interface UnbalancedVoucher {
  readonly series: string;
  readonly number: string;
  readonly row: number;
  readonly difference: number;
}

/** A record that cannot be used: its row (1 is the first), its label and what is wrong with it. The row's own words are never repeated. */
export interface BadRecord {
  readonly row: number;
  readonly label: string;
  readonly fault: "amount" | "account" | "year" | "period" | "date";
}

/** Amounts per account, calendar month (year × 100 + month; 0: a balance) and object list. öre, debit positive. */
export class AccountSums {
  /** By account, then by `month + list × 1 000 000`. */
  readonly byAccount = new Map<string, Map<number, number>>();

  /** False: the same account, month and list had an amount before, to which this one is added. */
  add(account: string, month: number, list: number, ore: number): boolean {
    let sums = this.byAccount.get(account);
    if (sums === undefined) this.byAccount.set(account, (sums = new Map<number, number>()));
    const key = list * LIST + month;
    const before = sums.get(key);
    sums.set(key, (before ?? 0) + ore);
    return before === undefined;
  }

  *entries(): Generator<{ account: string; month: number; list: number; ore: number }> {
    for (const [account, sums] of this.byAccount) {
      for (const [key, ore] of sums) yield { account, month: key % LIST, list: Math.floor(key / LIST), ore };
    }
  }
}

const LIST = 1_000_000;

/** One SIE file. Sums are in whole öre, debit positive and credit negative, as in the file. */
export interface SieLedger {
  readonly name: string;
  /** As the file says; `1` where it says nothing; `rows`: an export with one posting per row. */
  readonly sieType: string;
  readonly encoding: SieEncoding;
  readonly program: string | null;
  readonly company: string | null;
  /** #KPTYP; null: the file does not say. */
  readonly chart: string | null;
  /** #VALUTA; SEK where the file does not say. */
  readonly currency: string;
  /** #OMFATTN: the date that the balances run to, `YYYY-MM-DD`; null: not given. */
  readonly balancesTo: string | null;
  readonly years: readonly SieYear[];
  /** By number as text. */
  readonly accounts: ReadonlyMap<string, { readonly name: string; readonly type: AccountType | null }>;
  readonly dimensions: ReadonlyMap<string, SieDimension>;
  /** By dimension and object with a blank between. */
  readonly objects: ReadonlyMap<string, string>;
  /** The object lists that occur, by the number used in the sums; 0 is the empty one. */
  readonly objectLists: readonly (readonly ObjectPair[])[];
  readonly vouchers: number;
  readonly unbalanced: readonly UnbalancedVoucher[];
  /** `IB[0]`, `PSALDO_obj[-1]`, `TRANS`: as the JSON has them. */
  readonly records: ReadonlyMap<string, RecordSum>;
  /** By label (IB, UB, RES, OIB, OUB, PSALDO, PBUDGET) and year number. */
  readonly balances: ReadonlyMap<string, ReadonlyMap<number, AccountSums>>;
  /** The vouchers' rows. */
  readonly transactions: AccountSums;
  /** #RTRANS rows that are not followed by the same #TRANS. */
  readonly loneRemovals: number;
  /** Labels that the format does not know, with how many rows. */
  readonly unknownLabels: ReadonlyMap<string, number>;
  /** Rows as no program writes them, one entry a kind. */
  readonly odd: readonly OddRow[];
  readonly bad: readonly BadRecord[];
  /** How many records could not be used; `bad` holds the first ones. */
  readonly badCount: number;
  readonly rows: number;
  /** By account and month with a blank between: the cells of its postings, where they stand in a sheet. Absent: a SIE file. */
  readonly places?: ReadonlyMap<string, { readonly sheet: string; readonly cells: string }>;
}

/** Why bytes are no SIE file that can be read. */
export type NotSie = "web-page" | "sie5" | "xml" | "empty" | "no-records";
