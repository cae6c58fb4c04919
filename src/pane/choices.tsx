// src/pane/choices.tsx: unit and sign, as read or as the user says. A change recomputes everything.
import { useId } from "preact/hooks";
import type { AnalyseOptions } from "../actions/analyse";
import type { CostSign } from "../domain/deviation/budget";
import type { Unit } from "../domain/money";
import { useWords } from "./words";

const units: readonly Unit[] = ["kr", "tkr", "Mkr"];
const signs: readonly CostSign[] = ["negative", "positive"];

interface Props {
  readonly options: AnalyseOptions;
  readonly onChange: (options: AnalyseOptions) => void;
}

export function Choices({ options, onChange }: Props) {
  const { pane } = useWords();
  const id = useId();
  return (
    <div class="choices">
      <div class="choice">
        <label for={`${id}-unit`}>{pane.found.unit}</label>
        <select
          id={`${id}-unit`}
          value={options.unit ?? ""}
          onChange={({ currentTarget }) => {
            onChange({ ...options, unit: units.find((unit) => unit === currentTarget.value) ?? null });
          }}
        >
          <option value="">{pane.found.asRead}</option>
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {unit}
            </option>
          ))}
        </select>
      </div>
      <div class="choice">
        <label for={`${id}-sign`}>{pane.found.sign}</label>
        <select
          id={`${id}-sign`}
          value={options.sign ?? ""}
          onChange={({ currentTarget }) => {
            onChange({ ...options, sign: signs.find((sign) => sign === currentTarget.value) ?? null });
          }}
        >
          <option value="">{pane.found.asRead}</option>
          {signs.map((sign) => (
            <option key={sign} value={sign}>
              {pane.found.signs[sign]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
