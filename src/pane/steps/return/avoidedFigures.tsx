// src/pane/steps/return/avoidedFigures.tsx: reduced support until the pension, plain and adjusted, in total: persons are shown in the tab only.
import type { AvoidedSupport } from "../../../domain/return/avoidedSupport";
import { Decimal } from "../../../domain/money";
import { numberText } from "../../../text/format";
import { wholeKr } from "../../parts/figures";
import { Key } from "../../parts/key";
import { useWords } from "../../parts/words";

export function AvoidedFigures({ avoided }: { avoided: AvoidedSupport }) {
  const { pane, texts } = useWords();
  const words = pane.returns;
  const kr = wholeKr(texts);
  const { total } = avoided;
  const persons = avoided.byParticipant.length;
  return (
    <section>
      <h2>{words.avoidedHeading}</h2>
      <dl class="keys">
        <Key label={texts.returnTabs.avoided.ownSupport} value={kr(avoided.total.ownSupport)} unit="kr" />
        <Key
          label={texts.returnTabs.avoided.withSuccessors(texts.returnTabs.horizon[avoided.horizon].toLowerCase())}
          value={kr(avoided.total.withSuccessors)}
          unit="kr"
        />
        <Key label={words.avoidedPlain} value={kr(total.plain)} unit="kr">
          <span class="muted">
            {words.avoidedNote(persons, numberText(new Decimal(total.months), 0, texts.language))}
          </span>
        </Key>
        <Key label={words.avoidedAdjusted} value={kr(total.adjusted)} unit="kr" />
        <Key label={words.avoidedBeyond} value={kr(total.beyondYear5)} unit="kr" />
      </dl>
      <p class="muted table-note">{texts.returnTabs.avoided.leftOut}</p>
    </section>
  );
}
