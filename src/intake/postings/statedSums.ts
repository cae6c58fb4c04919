// src/intake/postings/statedSums.ts: the sums that an export states between its postings, held against the postings above them.

/** Öre in the columns of one row; null: nothing stands there. `net`: the amount, or debit less credit. */
export interface RowAmounts {
  readonly debit: number | null;
  readonly credit: number | null;
  readonly net: number;
}

/** What is stated, and what the postings since the sum before give. Öre. */
export interface SumDifference {
  readonly stated: number;
  readonly computed: number;
}

/** A running sum, and what it was at each place where a sum may begin. */
class Running {
  private now = 0;
  private last = 0;
  private readonly marks = new Set([0]);

  add(ore: number): void {
    this.now += ore;
  }

  /** Whether `stated` is the sum from any of the marks, however it is signed: a report may write income without a minus. */
  states(stated: number): boolean {
    return this.marks.has(this.now - stated) || this.marks.has(this.now + stated);
  }

  mark(): void {
    this.last = this.now;
    this.marks.add(this.now);
  }

  get sinceMark(): number {
    return this.now - this.last;
  }
}

/**
 * Sums of an account, a group or the whole export, in the order of the rows: each covers the postings from some earlier sum, or from the top, down to
 * itself, with or without balances brought forward. Exact in safe integers.
 */
export class StatedSums {
  private readonly debit = new Running();
  private readonly credit = new Running();
  private readonly net = new Running();
  private readonly withOpening = [new Running(), new Running(), new Running()] as const;

  /** A posting, or a balance brought forward, which sums may include. */
  add({ debit, credit, net }: RowAmounts, isOpening: boolean): void {
    const amounts = [debit ?? 0, credit ?? 0, net] as const;
    amounts.forEach((ore, at) => {
      if (!isOpening) [this.debit, this.credit, this.net][at]!.add(ore);
      this.withOpening[at]!.add(ore);
    });
  }

  /** Null: the sum agrees. */
  check({ debit, credit, net }: RowAmounts): SumDifference | null {
    const agrees = [[this.debit, this.credit, this.net] as const, this.withOpening].some(
      ([ofDebit, ofCredit, ofNet]) =>
        ofNet.states(net) ||
        (debit !== null && credit !== null && ofDebit.states(debit) && ofCredit.states(credit)) ||
        (debit !== null && credit === null && ofDebit.states(debit)) ||
        (debit === null && credit !== null && ofCredit.states(credit)),
    );
    const computed = this.net.sinceMark;
    for (const running of [this.debit, this.credit, this.net, ...this.withOpening]) running.mark();
    return agrees ? null : { stated: net, computed };
  }
}
