// src/pane/steps/deviation/keyFigures.tsx: the few figures a board asks for first.
import type { FollowUp } from "../../../domain/deviation/followUp";
import { hasIncome } from "../../../domain/deviation/lineKind";
import { figuresOf, toneOf } from "../../parts/figures";
import { Key } from "../../parts/key";
import { useWords } from "../../parts/words";

export function KeyFigures({ followUp }: { followUp: FollowUp }) {
  const { pane, texts } = useWords();
  const { amount, signed, share } = figuresOf(followUp.table, texts);
  const { total, averagePerHalfYear } = followUp;
  const tone = toneOf(total.amount);
  const verdict = { even: pane.result.even, good: pane.result.surplus, bad: pane.result.deficit }[tone];
  const { unit } = followUp.table;
  return (
    <section>
      <h2 class="hidden-heading">{pane.result.heading}</h2>
      <dl class="keys">
        <Key label={pane.result.deviation} value={signed(total.amount)} unit={unit} tone={tone}>
          <span class={`verdict verdict-${tone}`}>{verdict}</span>
          {total.share === null || hasIncome(followUp.table) ? null : (
            <span class="muted">{pane.result.ofBudget(share(total.share.abs()))}</span>
          )}
        </Key>
        <Key label={pane.result.outcome} value={amount(total.outcome)} unit={unit} />
        <Key label={pane.result.budget} value={amount(total.budget)} unit={unit} />
        {averagePerHalfYear === null ? null : (
          <Key label={pane.result.average} value={signed(averagePerHalfYear)} unit={unit}>
            <span class="muted">{pane.result.halfYears(followUp.halfYears)}</span>
          </Key>
        )}
      </dl>
    </section>
  );
}
