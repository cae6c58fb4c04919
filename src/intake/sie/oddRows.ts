// src/intake/sie/oddRows.ts: rows that can be read, but not as any program writes them: damage that no sum of the file need show.

/**
 * `unlabelled`: text that is no record; `unknown`: a label that the format does not have; `repeated`: the same year, period, account and
 * object a second time, which is added; `split`: an amount that looks parted by a blank; `behind`: no number where the quantity stands;
 * `account`: an account that is neither a number nor declared; `date`: no date where one stands; `open`: a voucher that does not end.
 */
export type Oddity = "unlabelled" | "unknown" | "repeated" | "split" | "behind" | "account" | "date" | "open";

/** The first row of a kind, its label (empty: none) and how many there are. */
export interface OddRow {
  readonly what: Oddity;
  readonly row: number;
  readonly label: string;
  readonly count: number;
}

/** An amount's rest behind a blank that parts thousands: `1 234.00`. */
const PARTED = /^\d{3}(?:\.\d{1,2})?$/u;
const QUANTITY = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/u;

/** Collects them, one entry a kind. */
export class OddRows {
  private readonly found = new Map<Oddity, { row: number; label: string; count: number }>();

  note(what: Oddity, row: number, label: string): void {
    const known = this.found.get(what);
    if (known === undefined) this.found.set(what, { row, label, count: 1 });
    else known.count++;
  }

  /**
   * Looks at what stands behind a balance's amount of `ore`: a quantity, and fields of a program's own, which are no concern of ours. A list or
   * a label there is the rest of another row.
   */
  behind(fields: () => string | null, ore: number, row: number, label: string): void {
    const quantity = fields();
    if (quantity === null) return;
    if (quantity !== "" && !QUANTITY.test(quantity)) return this.note("behind", row, label);
    if (PARTED.test(quantity) && ore !== 0 && ore % 100 === 0 && Math.abs(ore) < 100_000)
      this.note("split", row, label);
    for (let field = fields(); field !== null; field = fields())
      if (/[{}#]/u.test(field)) return this.note("behind", row, label);
  }

  list(): readonly OddRow[] {
    return [...this.found].map(([what, each]) => ({ what, ...each }));
  }
}
