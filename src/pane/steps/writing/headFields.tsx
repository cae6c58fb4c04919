// src/pane/steps/writing/headFields.tsx: Upprättad av and Version, as they will stand at the top of every tab.
import { useEffect, useId, useState } from "preact/hooks";
import { type HeadField, type HeadText, noHeadText } from "../../../domain/roundTrip/headText";
import type { Actions } from "../../run/run";
import type { Run, State } from "../../run/state";
import { useWords } from "../../parts/words";

const fields: readonly HeadField[] = ["drawnUpBy", "version"];

export function HeadFields({ run, state, actions }: { run: Run; state: State; actions: Actions }) {
  const { pane, texts } = useWords();
  const id = useId();
  const [whole] = run.analysis.workbooks;
  const inTabs = whole === undefined ? noHeadText : whole.writing.head;
  const head: HeadText = {
    drawnUpBy: state.head.drawnUpBy ?? inTabs.drawnUpBy,
    version: state.head.version ?? inTabs.version,
  };
  return (
    <section class="head-fields" aria-labelledby={id}>
      <h2 id={id}>{pane.kept.head.heading}</h2>
      <p class="muted table-note">{pane.kept.head.note}</p>
      <div class="choices">
        {fields.map((field) => (
          <TextField
            key={field}
            label={texts.tabs.head[field]}
            text={head[field] ?? ""}
            placeholder={field === "version" ? texts.tabs.head.draft : ""}
            busy={state.stage !== null}
            onChange={(text) => {
              actions.fillIn({ ...state.head, [field]: text });
            }}
          />
        ))}
      </div>
    </section>
  );
}

interface FieldProps {
  readonly label: string;
  readonly text: string;
  readonly placeholder: string;
  readonly busy: boolean;
  readonly onChange: (text: string) => void;
}

/** Takes effect when the field is left or Enter is pressed. */
function TextField({ label, text, placeholder, busy, onChange }: FieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    setTyped(text);
  }, [text]);
  return (
    <div class="choice">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="field"
        type="text"
        autocomplete="off"
        maxLength={120}
        placeholder={placeholder}
        readOnly={busy}
        value={typed}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
        }}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value.trim());
        }}
      />
    </div>
  );
}
