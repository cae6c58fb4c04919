// src/text/caveats.ts: the line that stands beside every figure of return (method.md §3), in tab, pane and terminal.
import type { Caveats } from "../domain/return/agencyReturn";
import type { Decimal } from "../domain/money";
import { amountText, numberText } from "./format";
import type { CaveatTexts } from "./returnTabs";
import type { Language, Texts } from "./texts";

/** The line that stands beside every figure of return, in the words of the tab Parter, as it was at the run. */
export function caveatText(caveats: Caveats, { returnTabs, language }: Texts): string {
  const words = returnTabs.parties.caveats;
  const { counterfactual, assumed, included, of, moved, prices, priceYear } = caveats;
  const year =
    priceYear === null ? returnTabs.assumptions.priceYearNotSaid : returnTabs.assumptions.priceYear(priceYear);
  return [
    counterfactual === null ? (assumed ? words.assumed : words.gross) : words.counterfactual(counterfactual),
    ...caveats.sources.map((each) => sourceText(each, returnTabs)),
    words.covers[0] + String(included) + words.covers[1] + String(of) + words.covers[2],
    `${prices === "fixed" ? words.fixed : words.current}, ${year}`,
    beyondText(caveats, words, language),
    amountText(moved, "kr", 0, language) + words.moved,
  ].join(" · ");
}

/** `Dödvikt: Reme m.fl. 2019`. */
export function sourceText(
  { kind, text }: Caveats["sources"][number],
  { assumptions: { kinds, ofSource } }: Pick<Texts["returnTabs"], "assumptions">,
): string {
  return ofSource((kinds[kind].split(":")[0] ?? "").toLowerCase(), text);
}

/** The share after year 5, or both amounts where they go different ways. */
function beyondText(
  { shareBeyondYear5, withinYear5, beyondYear5 }: Caveats,
  words: CaveatTexts,
  language: Language,
): string {
  if (shareBeyondYear5 !== null) return numberText(shareBeyondYear5.times(100), 0, language) + words.beyond;
  if (withinYear5.plus(beyondYear5).isZero()) return words.noBeyond;
  const kr = (amount: Decimal): string => amountText(amount, "kr", 0, language);
  return kr(withinYear5) + words.bothWays[0] + kr(beyondYear5) + words.bothWays[1];
}
