// src/pane/steps/return/returnChoices.tsx: scenario and target, which recompute everything, and the horizon, which only chooses what is shown.
import { useEffect, useId, useState } from "preact/hooks";
import type { AnalyseOptions } from "../../../actions/analysis";
import type { MoneyBack, ReturnOptions } from "../../../domain/return/moneyBack";
import type { Horizon } from "../../../domain/return/agencyReturn";
import { Decimal } from "../../../domain/money";
import { numberText } from "../../../text/format";
import { horizonsOf } from "../../parts/figures";
import { useWords } from "../../parts/words";

const scenarios: readonly ReturnOptions["scenario"][] = ["som-rapporten", "bas", "forsiktig"];

interface Props {
  readonly options: AnalyseOptions;
  readonly moneyBack: MoneyBack;
  readonly horizon: Horizon;
  readonly onHorizon: (horizon: Horizon) => void;
  readonly onChange: (options: AnalyseOptions) => void;
}

export function ReturnChoices({ options, moneyBack, horizon, onHorizon, onChange }: Props) {
  const { pane, texts } = useWords();
  const id = useId();
  const chosen = returnOptionsOf(options, moneyBack);
  const change = (changed: Partial<ReturnOptions>): void => {
    onChange({ ...options, returns: { ...chosen, ...changed } });
  };
  return (
    <div class="choices">
      <div class="choice">
        <label for={`${id}-horizon`}>{pane.returns.horizon}</label>
        <select
          id={`${id}-horizon`}
          value={horizon}
          onChange={({ currentTarget }) => {
            onHorizon(currentTarget.value as Horizon);
          }}
        >
          {horizonsOf(moneyBack.result).map((each) => (
            <option key={each} value={each}>
              {texts.returnTabs.horizon[each]}
            </option>
          ))}
        </select>
      </div>
      <div class="choice">
        <label for={`${id}-scenario`}>{pane.returns.scenario}</label>
        <select
          id={`${id}-scenario`}
          value={chosen.scenario}
          aria-describedby={`${id}-scenario-note`}
          onChange={({ currentTarget }) => {
            change({ scenario: scenarios.find((scenario) => scenario === currentTarget.value) ?? chosen.scenario });
          }}
        >
          {scenarios.map((scenario) => (
            <option key={scenario} value={scenario}>
              {texts.returnTabs.assumptions.scenarios[scenario]}
            </option>
          ))}
        </select>
        <span id={`${id}-scenario-note`} class="muted table-note">
          {pane.returns.scenarioNotes[chosen.scenario]}
        </span>
      </div>
      <TargetField
        target={moneyBack.result.target}
        onChange={(target) => {
          change({ target });
        }}
      />
    </div>
  );
}

/** What was chosen, or else what the run was made with, so that changing one choice keeps the others. */
export function returnOptionsOf({ returns }: AnalyseOptions, { result, distribution }: MoneyBack): ReturnOptions {
  const scenario = scenarios.find((each) => each === result.scenario.id) ?? "som-rapporten";
  return returns ?? { scenario, target: null, seed: distribution.seed, draws: distribution.draws };
}

/** Recomputes when the field is left or Enter is pressed; what is no target stays in the field and is said. */
function TargetField({ target, onChange }: { target: Decimal; onChange: (target: Decimal | null) => void }) {
  const { pane, language } = useWords();
  const id = useId();
  const shown = numberText(target, Math.min(2, target.decimalPlaces()), language);
  const [text, setText] = useState(shown);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText(shown);
    setWrong(false);
  }, [shown]);
  return (
    <div class="choice">
      <label for={id}>{pane.returns.target}</label>
      <input
        id={id}
        class="field"
        type="text"
        inputMode="decimal"
        autocomplete="off"
        value={text}
        aria-invalid={wrong}
        aria-describedby={`${id}-note`}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
        }}
        onChange={({ currentTarget }) => {
          const read = targetOf(currentTarget.value);
          setWrong(read === undefined);
          if (read !== undefined) onChange(read);
        }}
      />
      <span id={`${id}-note`} class={wrong ? "tone-bad table-note" : "muted table-note"} role="status">
        {wrong ? pane.returns.targetWrong : pane.returns.targetNote}
      </span>
    </div>
  );
}

/** Null: empty, so as the workbook says; undefined: no number above 0. At most six digits before and four after the point. */
export function targetOf(text: string): Decimal | null | undefined {
  const bare = text.replace(/[\s\u00a0]/g, "");
  if (bare === "") return null;
  if (!/^\d{1,6}([.,]\d{1,4})?$/.test(bare)) return undefined;
  const target = new Decimal(bare.replace(",", "."));
  return target.gt(0) ? target : undefined;
}
