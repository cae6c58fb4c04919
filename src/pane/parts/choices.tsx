// src/pane/parts/choices.tsx: a table's unit and sign, as read or as the user says. A change recomputes everything.
import { useId } from "preact/hooks";
import type { CostSign } from "../../domain/deviation/budget";
import type { Unit } from "../../domain/money";
import { useWords } from "./words";

const units: readonly Unit[] = ["kr", "tkr", "Mkr"];
const signs: readonly CostSign[] = ["negative", "positive"];

interface Props {
  readonly value: { readonly unit: Unit | null; readonly sign: CostSign | null };
  /** Only costs have a sign to choose. */
  readonly withSign: boolean;
  readonly onChange: (change: { readonly unit: Unit | null } | { readonly sign: CostSign | null }) => void;
}

export function Choices({ value, withSign, onChange }: Props) {
  const { pane } = useWords();
  const id = useId();
  return (
    <div class="choices">
      <div class="choice">
        <label for={`${id}-unit`}>{pane.found.unit}</label>
        <select
          id={`${id}-unit`}
          value={value.unit ?? ""}
          onChange={({ currentTarget }) => {
            onChange({ unit: units.find((unit) => unit === currentTarget.value) ?? null });
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
      {!withSign ? null : (
        <div class="choice">
          <label for={`${id}-sign`}>{pane.found.sign}</label>
          <select
            id={`${id}-sign`}
            value={value.sign ?? ""}
            onChange={({ currentTarget }) => {
              onChange({ sign: signs.find((sign) => sign === currentTarget.value) ?? null });
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
      )}
    </div>
  );
}
