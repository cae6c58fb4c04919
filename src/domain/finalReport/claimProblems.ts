// src/domain/finalReport/claimProblems.ts: stated claims that the figures contradict.
import { problem, type Problem } from "../problem";
import type { FinalReport } from "./finalReport";

/** Claims that the figures contradict: they are remarks wherever remarks are shown, not on the page of claims alone. */
export function claimProblems(report: FinalReport | null): readonly Problem[] {
  return (report?.claims ?? []).flatMap(({ claim, known, stated, computed, reconciles, shownAs }) =>
    reconciles !== false || computed === null
      ? []
      : [
          problem("claim-differs", null, {
            claim,
            known,
            stated: stated.value.toString(),
            computed: computed.toDecimalPlaces(6).toString(),
            percent: shownAs === "percent",
          }),
        ],
  );
}
