// src/pane/steps/return/returnFigures.tsx: the key figures of money back, for one horizon and for the whole.
import type { AgencyReturn, Horizon } from "../../../domain/return/agencyReturn";
import { ratioText, wholeKr } from "../../parts/figures";
import { Key } from "../../parts/key";
import { useWords } from "../../parts/words";

export function ReturnFigures({ result, horizon }: { result: AgencyReturn; horizon: Horizon }) {
  const { pane, texts } = useWords();
  const words = pane.returns;
  const { total, publicSector, moved } = result.horizons[horizon];
  const { payback, zeroPoint, target } = result;
  const kr = wholeKr(texts);
  const reached =
    total.ratio === null ? null : total.ratio.gte(target) ? "target" : total.ratio.gte(1) ? "one" : "none";
  const months = (count: number | null): string => (count === null ? words.neverBack : words.zeroPointMonths(count));
  return (
    <dl class="keys">
      <Key
        label={words.ratio(texts.returnTabs.horizon[horizon].toLowerCase())}
        value={ratioText(total.ratio, texts)}
        tone={reached === null ? "even" : reached === "none" ? "bad" : "good"}
      >
        {reached === null ? (
          <span class="muted">{texts.returnTabs.parties.board.nothingPaid}</span>
        ) : (
          <span class={`verdict verdict-${reached === "none" ? "bad" : "good"}`}>{words.reached[reached]}</span>
        )}
      </Key>
      <Key label={words.paidIn} value={kr(total.in)} unit="kr" />
      <Key label={words.back} value={kr(total.back)} unit="kr" />
      <Key label={words.publicSector} value={kr(publicSector.back)} unit="kr">
        <span class="muted">
          {ratioText(publicSector.ratio, texts)} {words.perKrona}
        </span>
      </Key>
      <Key label={words.moved} value={kr(moved)} unit="kr">
        <span class="muted">{words.movedNote}</span>
      </Key>
      <Key label={words.payback} value={payback.month === null ? words.neverBack : words.month(payback.month)}>
        {payback.monthFromStart === null ? null : <span class="muted">{words.fromStart(payback.monthFromStart)}</span>}
      </Key>
      <Key label={words.zeroPoint} value={months(zeroPoint.monthsForOne)}>
        <span class="muted">{words.zeroPointNote(ratioText(target, texts), months(zeroPoint.monthsForTarget))}</span>
      </Key>
    </dl>
  );
}
