// src/pane/steps/writing/deliver.tsx: the last step: save the file, or write the tabs into the open workbook; and what came of it.
import { useEffect } from "preact/hooks";
import type { Changes } from "../../../actions/changes";
import { DownloadIcon } from "../../parts/icons";
import type { Actions } from "../../run/run";
import { save } from "../../run/saving";
import type { Run, State } from "../../run/state";
import type { Delivery, HostMode } from "../../modes/hostMode";
import { useWords } from "../../parts/words";
import { changesHeading } from "./changesHeading";
import { SourceChanged } from "./sourceChanged";

interface Props {
  readonly run: Run;
  readonly state: State;
  readonly mode: HostMode;
  /** Null: there is nothing to write over, or it has just been written. */
  readonly changes: Changes | null;
  readonly actions: Actions;
}

export function Deliver({ run, state, mode, changes, actions }: Props) {
  const { pane } = useWords();
  const names = run.tabs.map(({ name }) => name).join(", ");
  const excel = mode.kind === "excel";
  useEffect(() => {
    if (state.delivery?.kind === "file") save(state.delivery);
  }, [state.delivery]);
  return (
    <div class="deliver">
      <SourceChanged run={run} state={state} actions={actions} />
      <div class="deliver-text" role="status">
        {state.delivery === null ? (
          <>
            <span class="muted">{excel ? pane.deliver.noteExcel(names) : pane.deliver.noteBrowser(names)}</span>
            {changes === null ? null : <Overwrites changes={changes} />}
          </>
        ) : (
          <Done delivery={state.delivery} actions={actions} />
        )}
      </div>
      <fluent-button
        appearance="primary"
        size="large"
        disabled={state.stage !== null}
        aria-disabled={state.stage !== null}
        onClick={actions.deliver}
      >
        <span slot="start" class="button-icon">
          <DownloadIcon />
        </span>
        {!excel ? pane.deliver.download : state.delivery === null ? pane.deliver.write : pane.deliver.writeAgain}
      </fluent-button>
    </div>
  );
}

/** Whoever writes without having read that far down is told here too. */
function Overwrites({ changes: { tabs, overwritten } }: { changes: Changes }) {
  const { pane } = useWords();
  const words = pane.kept.changes;
  const figures = tabs.reduce((sum, tab) => sum + tab.figures, 0);
  if (figures + overwritten.length === 0) return null;
  return (
    <p class="overwrites">
      {words.short(figures, overwritten.length)}{" "}
      <button
        type="button"
        class="place-link"
        onClick={() => {
          const heading = document.getElementById(changesHeading);
          heading?.focus({ preventScroll: true });
          // What stays in view lies over the top and the foot of the page.
          heading?.scrollIntoView({ block: "center" });
        }}
      >
        {words.show}
      </button>
    </p>
  );
}

function Done({ delivery, actions }: { delivery: Delivery; actions: Actions }) {
  const { pane } = useWords();
  if (delivery.kind === "file") return <span class="done">{pane.deliver.downloaded(delivery.name)}</span>;
  return (
    <>
      <span class="done">{pane.deliver.written(delivery.names.join(", "))}</span>
      {delivery.notes.map(({ code, detail }) => (
        <p key={code} class="deliver-note">
          {pane.deliver.notes[code](detail)}
        </p>
      ))}
      <span class="show-tabs">
        {delivery.names.map((name) => (
          <fluent-button
            key={name}
            size="small"
            onClick={() => {
              actions.showTab(name);
            }}
          >
            {pane.deliver.show(name)}
          </fluent-button>
        ))}
      </span>
    </>
  );
}
