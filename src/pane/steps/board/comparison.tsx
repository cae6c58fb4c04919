// src/pane/steps/board/comparison.tsx: what has changed since a snapshot, per cost line, and the choice between snapshots.
import { useId } from "preact/hooks";
import type { InitiativeResult } from "../../../actions/analysis";
import type { ComparedLine, Figures } from "../../../domain/deviation/comparison";
import { figuresOf, toneOf } from "../../parts/figures";
import { FigureTable } from "../../parts/figureTable";
import type { Actions } from "../../run/run";
import type { Run } from "../../run/state";
import { useWords } from "../../parts/words";

export function ComparisonTable({ run, result, actions }: { run: Run; result: InitiativeResult; actions: Actions }) {
  const { pane, texts } = useWords();
  const words = pane.board.comparison;
  const snapshots = run.analysis.workbooks[0]?.snapshots ?? [];
  if (snapshots.length === 0) return null;
  const { comparison, followUp } = result;
  return (
    <>
      <SnapshotChoice run={run} chosen={comparison?.snapshot.number ?? null} actions={actions} />
      {comparison === null ? (
        <p class="muted">{words.notThere}</p>
      ) : (
        <FigureTable
          heading={words.heading(comparison.snapshot.date, comparison.snapshot.version)}
          note={words.note(followUp.table.unit)}
          columns={[pane.result.line, words.then, words.now, words.change]}
        >
          <tbody>
            {comparison.lines.map((line) => (
              <tr key={line.costLine}>
                <th scope="row">
                  {line.costLine}
                  <Status line={line} />
                </th>
                <ChangeCells {...line} result={result} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{texts.board.comparison.total}</th>
              <ChangeCells {...comparison.total} result={result} />
            </tr>
          </tfoot>
        </FigureTable>
      )}
    </>
  );
}

function Status({ line: { status } }: { line: ComparedLine }) {
  const { pane } = useWords();
  if (status === "both") return null;
  return (
    <>
      {" "}
      <span class="mark-material">{status === "new" ? pane.board.comparison.isNew : pane.board.comparison.isGone}</span>
    </>
  );
}

function ChangeCells(props: { then: Figures | null; now: Figures | null; change: Figures; result: InitiativeResult }) {
  const { pane, texts } = useWords();
  const { signed } = figuresOf(props.result.followUp.table, texts);
  const shown = (figures: Figures | null): string =>
    figures === null ? pane.result.notApplicable : signed(figures.amount);
  const { better, worse, unchanged } = texts.board.comparison;
  const tone = toneOf(props.change.amount);
  return (
    <>
      <td class="number">{shown(props.then)}</td>
      <td class="number">{shown(props.now)}</td>
      <td class={`number tone-${tone}`}>
        {shown(props.change)}
        <span class="hidden"> {{ good: better, bad: worse, even: unchanged }[tone]}</span>
      </td>
    </>
  );
}

/** Shown only where there are several. */
function SnapshotChoice({ run, chosen, actions }: { run: Run; chosen: number | null; actions: Actions }) {
  const { pane } = useWords();
  const id = useId();
  const snapshots = run.analysis.workbooks[0]?.snapshots ?? [];
  if (snapshots.length < 2) return null;
  return (
    <div class="choice">
      <label for={id}>{pane.board.comparison.choose}</label>
      <select
        id={id}
        value={String(run.options.snapshot ?? chosen ?? "")}
        onChange={({ currentTarget }) => {
          actions.recompute({ ...run.options, snapshot: Number(currentTarget.value) });
        }}
      >
        {snapshots.map(({ number, date, version }) => (
          <option key={number} value={String(number)}>
            {pane.board.comparison.option(date, version)}
          </option>
        ))}
      </select>
    </div>
  );
}
