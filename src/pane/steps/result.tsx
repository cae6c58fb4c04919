// src/pane/steps/result.tsx: the view of a finished run: findings beside figures, the preview, and the way to take it along.
import type { RefObject } from "preact";
import { useId, useState } from "preact/hooks";
import type { FollowUp } from "../../domain/followUp";
import { DeviationChart } from "../chart";
import type { Actions } from "../run";
import type { Run, State } from "../state";
import type { Way } from "../way";
import { useWords } from "../words";
import { Deliver } from "./deliver";
import { Found } from "./found";
import { ForecastTable, LineTable, PeriodTable, UnitCostTable } from "./tables";
import { KeyFigures } from "./keyFigures";
import { Preview } from "./preview";
import { Problems } from "./problems";
import { Remarks } from "./remarks";

interface Props {
  readonly run: Run;
  readonly state: State;
  readonly way: Way;
  readonly actions: Actions;
  readonly heading: RefObject<HTMLHeadingElement>;
}

export function Result({ run, state, way, actions, heading }: Props) {
  const { pane } = useWords();
  const [chosen, setChosen] = useState(0);
  const result = run.analysis.results[chosen] ?? run.analysis.results[0];
  if (result === undefined) throw new Error("a run that is not refused has a result");
  const { followUp, facts } = result;
  const name = followUp.table.initiative ?? facts?.name ?? null;
  return (
    <>
      <div class="title">
        <div>
          <p class="file-name">{run.source.name}</p>
          <h1 tabIndex={-1} ref={heading}>
            {name ?? pane.result.heading}
          </h1>
        </div>
        <fluent-button onClick={way.kind === "excel" ? actions.readExcel : actions.restart}>
          {way.kind === "excel" ? pane.deliver.readAgain : pane.deliver.another}
        </fluent-button>
      </div>
      <InitiativeChoice run={run} chosen={chosen} onChoose={setChosen} />
      <div class="columns">
        <aside class="aside">
          <Found run={run} table={followUp.table} actions={actions} />
          <Problems problems={run.analysis.problems} />
        </aside>
        <Figures followUp={followUp} />
      </div>
      <Preview tabs={run.tabs} />
      <Deliver run={run} state={state} way={way} actions={actions} />
    </>
  );
}

function Figures({ followUp }: { followUp: FollowUp }) {
  return (
    <div class="figures">
      <KeyFigures followUp={followUp} />
      <Remarks followUp={followUp} />
      <DeviationChart followUp={followUp} />
      <LineTable followUp={followUp} />
      <PeriodTable followUp={followUp} />
      <ForecastTable followUp={followUp} />
      <UnitCostTable followUp={followUp} />
    </div>
  );
}

/** Shown only where the workbook holds several initiatives. */
function InitiativeChoice(props: { run: Run; chosen: number; onChoose: (index: number) => void }) {
  const { pane } = useWords();
  const id = useId();
  const { results } = props.run.analysis;
  if (results.length < 2) return null;
  return (
    <div class="choice choice-initiative">
      <label for={id}>{pane.found.initiative}</label>
      <select
        id={id}
        value={String(props.chosen)}
        onChange={({ currentTarget }) => {
          props.onChoose(Number(currentTarget.value));
        }}
      >
        {results.map(({ followUp, facts }, index) => (
          <option key={index} value={String(index)}>
            {followUp.table.initiative ??
              facts?.name ??
              `${pane.found.initiativeNumber(index + 1)} (${followUp.table.sheet})`}
          </option>
        ))}
      </select>
    </div>
  );
}
