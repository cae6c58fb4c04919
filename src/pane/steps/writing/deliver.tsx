// src/pane/steps/writing/deliver.tsx: the last step: save the file, or write the tabs into the open workbook; and what came of it.
import { useEffect } from "preact/hooks";
import { DownloadIcon } from "../../parts/icons";
import type { Actions } from "../../work/run";
import { save } from "../../work/saving";
import type { Run, State } from "../../work/state";
import type { Delivery, Way } from "../../ways/way";
import { useWords } from "../../parts/words";
import { SourceChanged } from "./sourceChanged";

export function Deliver({ run, state, way, actions }: { run: Run; state: State; way: Way; actions: Actions }) {
  const { pane } = useWords();
  const names = run.tabs.map(({ name }) => name).join(", ");
  const excel = way.kind === "excel";
  useEffect(() => {
    if (state.delivery?.kind === "file") save(state.delivery);
  }, [state.delivery]);
  return (
    <div class="deliver">
      <SourceChanged run={run} state={state} actions={actions} />
      <div class="deliver-text" role="status">
        {state.delivery === null ? (
          <span class="muted">{excel ? pane.deliver.noteExcel(names) : pane.deliver.noteBrowser(names)}</span>
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
        {excel ? pane.deliver.write : pane.deliver.download}
      </fluent-button>
    </div>
  );
}

function Done({ delivery, actions }: { delivery: Delivery; actions: Actions }) {
  const { pane } = useWords();
  if (delivery.kind === "file") return <span class="done">{pane.deliver.downloaded(delivery.name)}</span>;
  return (
    <>
      <span class="done">{pane.deliver.written(delivery.names.join(", "))}</span>
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
