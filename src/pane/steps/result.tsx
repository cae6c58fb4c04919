// src/pane/steps/result.tsx: the view of a finished run: findings beside figures, the preview, and the way to take it along.
import type { RefObject } from "preact";
import { useId, useMemo, useState } from "preact/hooks";
import { changesOf } from "../../actions/changes";
import type { FollowUp } from "../../domain/deviation/followUp";
import { DeviationChart } from "../parts/chart";
import type { Actions } from "../run/run";
import type { Run, State } from "../run/state";
import type { HostMode } from "../modes/hostMode";
import { Fold } from "../parts/fold";
import { useWords } from "../parts/words";
import { Answer, PLACES } from "./answer";
import { BoardCopy, ComparisonTable, Readiness, TabChoice } from "./board/boardViews";
import { Deliver } from "./writing/deliver";
import { Economy } from "./finalReport/economy";
import { ExplainChosen } from "./preview/explainChosen";
import { Found } from "./found/found";
import { ForecastTable, LineTable, PeriodTable, UnitCostTable } from "./deviation/tables";
import { KeyFigures } from "./deviation/keyFigures";
import { FoundTables } from "./found/mappingViews";
import { MoneyBackView } from "./return/moneyBackView";
import { Persons } from "./finalReport/persons";
import { Preview } from "./preview/preview";
import { Problems } from "./found/problems";
import { Questions } from "./found/questions";
import { Remarks } from "./deviation/remarks";
import { Whole } from "./deviation/whole";
import { HeadFields, TabChanges } from "./writing/writingViews";

interface Props {
  readonly run: Run;
  readonly state: State;
  readonly mode: HostMode;
  readonly actions: Actions;
  readonly heading: RefObject<HTMLHeadingElement>;
}

export function Result({ run, state, mode, actions, heading }: Props) {
  const { pane } = useWords();
  const [chosen, setChosen] = useState(0);
  const at = run.analysis.results[chosen] === undefined ? 0 : chosen;
  const result = run.analysis.results[at];
  const whole = run.analysis.workbooks[0];
  const written = state.delivery !== null;
  const changes = useMemo(
    () => (written ? null : changesOf(run.source.workbook, run.analysis, run.tabs)),
    [run, written],
  );
  const name = result?.followUp.table.initiative ?? result?.facts?.name ?? whole?.facts?.name ?? null;
  return (
    <>
      <div class="title">
        <div>
          <p class="file-name">{run.source.name}</p>
          <h1 tabIndex={-1} ref={heading}>
            {name ?? pane.result.heading}
          </h1>
        </div>
        <fluent-button onClick={mode.kind === "excel" ? actions.update : actions.restart}>
          {mode.kind === "excel" ? pane.deliver.readAgain : pane.deliver.another}
        </fluent-button>
      </div>
      {run.source.workbook.unfinished === true && state.delivery === null ? (
        <fluent-message-bar intent="warning" layout="multiline">
          <h2 class="message-heading">{pane.work.unfinished.heading}</h2>
          <p>{pane.work.unfinished.text}</p>
        </fluent-message-bar>
      ) : null}
      <InitiativeChoice run={run} chosen={chosen} onChoose={setChosen} />
      <Answer run={run} result={result} whole={whole} />
      {mode.kind === "excel" ? <ExplainChosen tabs={run.tabs} mode={mode} /> : null}
      <div id={PLACES.questions} tabIndex={-1} class="anchor">
        <Questions run={run} actions={actions} />
      </div>
      <div class="columns">
        <div class="figures">
          {result === undefined ? null : <KeyFigures followUp={result.followUp} />}
          {result === undefined ? null : (
            <Fold id="tabeller" summary={pane.answer.folds.tables}>
              <FollowUpFigures followUp={result.followUp} />
              <ComparisonTable run={run} result={result} actions={actions} />
            </Fold>
          )}
          {whole?.moneyBack == null ? null : (
            <Fold id="pengar-tillbaka" summary={pane.answer.folds.moneyBack}>
              <MoneyBackView run={run} moneyBack={whole.moneyBack} actions={actions} />
            </Fold>
          )}
          <Fold id="rapport" summary={pane.answer.folds.report}>
            <div id={PLACES.ready} tabIndex={-1} class="anchor">
              {result === undefined ? null : <Readiness run={run} result={result} at={at} written={written} />}
            </div>
            <BoardCopy run={run} state={state} actions={actions} />
            {whole?.persons == null ? null : <Persons persons={whole.persons} />}
            <div id={PLACES.claims} tabIndex={-1} class="anchor">
              <FinalReport run={run} state={state} at={at} actions={actions} />
            </div>
          </Fold>
        </div>
        <aside class="aside">
          <div id={PLACES.problems} tabIndex={-1} class="anchor">
            <Problems problems={run.analysis.problems} />
          </div>
          <Fold id="lasning" summary={pane.answer.folds.read} open={result === undefined && whole?.moneyBack == null}>
            {result === undefined ? null : <Found run={run} table={result.followUp.table} actions={actions} />}
            {whole === undefined ? null : <Whole run={run} whole={whole} rows={result === undefined} />}
            <FoundTables run={run} mode={mode} actions={actions} shown={result?.followUp.table ?? null} />
          </Fold>
        </aside>
      </div>
      <Fold id="flikarna" summary={pane.answer.folds.writing}>
        <TabChoice run={run} state={state} actions={actions} />
        <HeadFields run={run} state={state} actions={actions} />
        <Preview tabs={run.tabs} explains={mode.kind === "browser"} />
      </Fold>
      {changes === null ? null : <TabChanges changes={changes} />}
      <Deliver run={run} state={state} mode={mode} changes={changes} actions={actions} />
    </>
  );
}

function FollowUpFigures({ followUp }: { followUp: FollowUp }) {
  return (
    <>
      <Remarks followUp={followUp} />
      <DeviationChart followUp={followUp} />
      <LineTable followUp={followUp} />
      <PeriodTable followUp={followUp} />
      <ForecastTable followUp={followUp} />
      <UnitCostTable followUp={followUp} />
    </>
  );
}

/** The economy section of the initiative shown, where the workbook tells enough for one. */
function FinalReport({ run, state, at, actions }: { run: Run; state: State; at: number; actions: Actions }) {
  const { results, workbooks } = run.analysis;
  const report = results[at]?.finalReport ?? workbooks[0]?.finalReport ?? null;
  const economy = run.documents[at] ?? null;
  if (report === null || economy === null) return null;
  return (
    <Economy
      report={report}
      document={economy}
      saved={state.savedReport}
      busy={state.stage !== null}
      onSave={() => {
        actions.saveReport(at);
      }}
    />
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
