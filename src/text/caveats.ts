// src/text/caveats.ts: the line that stands beside every figure of return (method.md §3), in tab, pane and terminal.
import type { Caveats } from "../domain/return/agencyReturn";
import { amountText, numberText } from "./format";
import type { Texts } from "./texts";

/** The line that stands beside every figure of return, in the words of the tab Parter, as it was at the run. */
export function caveatText(caveats: Caveats, { returnTabs, language }: Texts): string {
  const words = returnTabs.parties.caveats;
  const { counterfactual, assumed, included, of, shareBeyondYear5, moved, prices, priceYear } = caveats;
  const beyond =
    shareBeyondYear5 === null ? words.noBeyond : numberText(shareBeyondYear5.times(100), 0, language) + words.beyond;
  const year =
    priceYear === null ? returnTabs.assumptions.priceYearNotSaid : returnTabs.assumptions.priceYear(priceYear);
  return [
    counterfactual === null ? (assumed ? words.assumed : words.gross) : words.counterfactual(counterfactual),
    words.covers[0] + String(included) + words.covers[1] + String(of) + words.covers[2],
    `${prices === "fixed" ? words.fixed : words.current}, ${year}`,
    beyond,
    amountText(moved, "kr", 0, language) + words.moved,
  ].join(" · ");
}
