// src/pane/steps/return/ownValues.tsx: which assumptions are people's own, from their tab Antaganden, and the way back from each.
import type { AnalyseOptions } from "../../../actions/analysis";
import type { MoneyBack } from "../../../domain/return/moneyBack";
import { FORM_KEY, TARGET_KEY, type UsedValue } from "../../../domain/return/ownAssumptions";
import { numberText, percentText } from "../../../text/format";
import type { Language } from "../../../text/texts";
import { PlaceLink } from "../../parts/placeLink";
import { returnOptionsOf } from "./returnChoices";
import { useWords } from "../../parts/words";

interface Props {
  readonly options: AnalyseOptions;
  readonly moneyBack: MoneyBack;
  readonly onChange: (options: AnalyseOptions) => void;
}

export function OwnValues({ options, moneyBack, onChange }: Props) {
  const { pane, language } = useWords();
  const words = pane.kept.own;
  const { used } = moneyBack.own;
  const chosen = returnOptionsOf(options, moneyBack);
  const { takeBack = [] } = chosen;
  const change = (keys: readonly string[] | "all"): void => {
    onChange({ ...options, returns: { ...chosen, takeBack: keys } });
  };
  if (used.length === 0 && takeBack.length === 0) return null;
  return (
    <section class="own-values">
      {used.length === 0 ? null : (
        <details open={used.length <= 5}>
          <summary>{words.heading(used.length)}</summary>
          <p class="muted table-note">{words.note}</p>
          <ul>
            {used.map((value) => (
              <li key={`${value.sheet}!${value.cell}`}>
                <span>
                  {`${value.what}: `}
                  <strong>
                    {words.instead(valueText(value, value.value, language), valueText(value, value.before, language))}
                  </strong>{" "}
                  <PlaceLink sheet={value.sheet} cell={value.cell} />
                </span>
                <fluent-button
                  size="small"
                  aria-label={words.takeBackOf(value.what)}
                  onClick={() => {
                    change(takeBack === "all" ? "all" : [...takeBack, value.key]);
                  }}
                >
                  {words.takeBack}
                </fluent-button>
              </li>
            ))}
          </ul>
          {used.length < 2 ? null : (
            <fluent-button
              size="small"
              onClick={() => {
                change("all");
              }}
            >
              {words.takeBackAll}
            </fluent-button>
          )}
        </details>
      )}
      {takeBack.length === 0 ? null : (
        <p class="own-undo">
          <span>{words.takenBack}</span>
          <fluent-button
            size="small"
            onClick={() => {
              change([]);
            }}
          >
            {words.undo}
          </fluent-button>
        </p>
      )}
    </section>
  );
}

/** A target is kronor per krona, a form a number of a list; all else is a share or a rate. */
function valueText({ key }: UsedValue, value: UsedValue["value"], language: Language): string {
  if (key === TARGET_KEY || key === FORM_KEY) return numberText(value, Math.min(2, value.decimalPlaces()), language);
  return percentText(value, Math.min(3, Math.max(0, value.times(100).decimalPlaces())), language);
}
