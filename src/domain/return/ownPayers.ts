// src/domain/return/ownPayers.ts: who pays which support as people changed it on Antaganden, laid over the table of supports.
import { lookupKey } from "../lookupKey";
import { type IncomeSource, type PayerShare } from "./incomeSource";
import {
  type OwnPayers,
  type OwnUse,
  type OwnValue,
  payersKey,
  type UnusableValue,
  type UsedValue,
} from "./ownAssumptions";
import { Decimal, sum, ZERO } from "../money";

const ONE = new Decimal(1);
/** Thirds do not sum to 1 in decimals. */
const EPSILON = new Decimal("0.0000001");

/**
 * The supports with people's own shares and marks. Shares must lie between 0 and 1 and sum to 1, or to 0 where nobody pays; a mark is 1 or 0.
 * All of a support's changes are used, or none.
 */
export function withOwnPayers(
  sources: readonly IncomeSource[],
  own: readonly OwnPayers[],
): OwnUse & { readonly sources: readonly IncomeSource[] } {
  const used: UsedValue[] = [];
  const unusable: UnusableValue[] = [];
  const changed = sources.map((source): IncomeSource => {
    const mine = own.find((each) => lookupKey(each.source) === lookupKey(source.name));
    if (mine === undefined) return source;
    const payers = payersOver(source.payers, mine);
    const reason = faultOf(payers, mine);
    if (reason !== null) {
      unusable.push(
        ...valuesOf(source, mine).map(({ value, sheet, cell, what }) => ({ value, sheet, cell, what, reason })),
      );
      return source;
    }
    used.push(...valuesOf(source, mine));
    const { saving, taxed } = source;
    return {
      ...source,
      payers: summingToOne(payers),
      saving: mine.freed === null ? saving : mine.freed.value.isZero() ? "lower-spending" : "freed-capacity",
      taxed: mine.taxed === null ? taxed : !mine.taxed.value.isZero(),
      certainty: "own",
      unedited: { payers: source.payers, saving, taxed },
    };
  });
  return { sources: changed, used, unusable };
}

function payersOver(payers: readonly PayerShare[], { shares }: OwnPayers): readonly PayerShare[] {
  const mine = (payer: string): Decimal | null =>
    shares.find((each) => lookupKey(each.payer) === lookupKey(payer))?.share.value ?? null;
  const known = new Set(payers.map(({ payer }) => lookupKey(payer)));
  return [
    ...payers.map(({ payer, share }) => ({ payer, share: mine(payer) ?? share })),
    ...shares
      .filter(({ payer }) => !known.has(lookupKey(payer)))
      .map(({ payer, share }) => ({ payer, share: share.value })),
  ];
}

/**
 * The hair that is missing of 1 goes to the largest share, since the engine takes no other sum. A payer with nothing left stays, so that its
 * column on the tab does, where the change is seen and can be taken back.
 */
function summingToOne(payers: readonly PayerShare[]): readonly PayerShare[] {
  const total = sum(payers.map(({ share }) => share));
  if (total.isZero()) return payers;
  const largest = payers.reduce((most, { share }, at) => (share.gt(payers[most]?.share ?? ZERO) ? at : most), 0);
  return payers.map(({ payer, share }, at) => ({
    payer,
    share: at === largest ? share.plus(ONE.minus(total)) : share,
  }));
}

function faultOf(payers: readonly PayerShare[], { freed, taxed }: OwnPayers): "range" | "sum" | null {
  const isMark = (mark: OwnValue | null): boolean => mark === null || mark.value.isZero() || mark.value.eq(ONE);
  if (!isMark(freed) || !isMark(taxed) || payers.some(({ share }) => share.lt(0) || share.gt(ONE))) return "range";
  const total = sum(payers.map(({ share }) => share));
  return total.isZero() || total.minus(ONE).abs().lte(EPSILON) ? null : "sum";
}

function valuesOf({ name, payers, saving, taxed }: IncomeSource, own: OwnPayers): UsedValue[] {
  const key = payersKey(name);
  const mark = (set: boolean): Decimal => (set ? ONE : ZERO);
  const shareBefore = (payer: string): Decimal =>
    payers.find((each) => lookupKey(each.payer) === lookupKey(payer))?.share ?? ZERO;
  return [
    ...own.shares.map(({ payer, share }) => ({ ...share, before: shareBefore(payer), key })),
    ...(own.freed === null ? [] : [{ ...own.freed, before: mark(saving === "freed-capacity"), key }]),
    ...(own.taxed === null ? [] : [{ ...own.taxed, before: mark(taxed), key }]),
  ];
}
