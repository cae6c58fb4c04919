// src/pane/steps/refused.tsx: nothing could be computed: every reason at once, and what can be chosen to go on.
import type { RefObject } from "preact";
import { Choices } from "../choices";
import type { Actions } from "../run";
import type { Run } from "../state";
import type { Way } from "../way";
import { useWords } from "../words";
import { Problems } from "./problems";

interface Props {
  readonly run: Run;
  readonly way: Way;
  readonly actions: Actions;
  readonly heading: RefObject<HTMLHeadingElement>;
}

export function Refused({ run, way, actions, heading }: Props) {
  const { pane } = useWords();
  const undecided = run.analysis.problems.some(
    ({ code }) => code === "unit-undecidable" || code === "sign-undecidable",
  );
  return (
    <div class="narrow">
      <p class="file-name">{run.source.name}</p>
      <h1 tabIndex={-1} ref={heading}>
        {pane.refused.heading}
      </h1>
      <p class="lead">{pane.refused.lead}</p>
      <Problems problems={run.analysis.problems} />
      {undecided ? (
        <section class="card">
          <h2>{pane.found.change}</h2>
          <p class="muted">{pane.found.changeNote}</p>
          <Choices options={run.options} onChange={actions.recompute} />
        </section>
      ) : null}
      <fluent-button appearance="primary" onClick={way.kind === "excel" ? actions.readExcel : actions.restart}>
        {way.kind === "excel" ? pane.deliver.readAgain : pane.refused.again}
      </fluent-button>
    </div>
  );
}
