// src/pane/steps/refused.tsx: nothing could be computed: every reason at once, and what can be chosen to go on.
import type { RefObject } from "preact";
import type { Actions } from "../run/run";
import type { Run, State } from "../run/state";
import type { HostMode } from "../modes/hostMode";
import { useWords } from "../parts/words";
import { RefusedTables } from "./found/mappingViews";
import { Problems } from "./found/problems";
import { Questions } from "./found/questions";
import { SourceChanged } from "./writing/sourceChanged";

interface Props {
  readonly run: Run;
  readonly state: State;
  readonly mode: HostMode;
  readonly actions: Actions;
  readonly heading: RefObject<HTMLHeadingElement>;
}

export function Refused({ run, state, mode, actions, heading }: Props) {
  const { pane } = useWords();
  return (
    <div class="narrow">
      <p class="file-name">{run.source.name}</p>
      <h1 tabIndex={-1} ref={heading}>
        {pane.refused.heading}
      </h1>
      <p class="lead">{pane.refused.lead}</p>
      <Questions run={run} actions={actions} />
      <Problems problems={run.analysis.problems} />
      <RefusedTables run={run} mode={mode} actions={actions} />
      <fluent-button appearance="primary" onClick={mode.kind === "excel" ? actions.readExcel : actions.restart}>
        {mode.kind === "excel" ? pane.deliver.readAgain : pane.refused.again}
      </fluent-button>
      <SourceChanged run={run} state={state} actions={actions} />
    </div>
  );
}
