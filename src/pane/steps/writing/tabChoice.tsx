// src/pane/steps/writing/tabChoice.tsx: which tabs to write, and whether a snapshot is saved with them. What that changes is told beside it.
import { useEffect, useId, useState } from "preact/hooks";
import { groupsBut, groupsHeld, groupsThere, groupsWritten, type TabGroup } from "../../../actions/tabGroups";
import type { Actions } from "../../run/run";
import type { Run, State, TabChoice as Choice } from "../../run/state";
import { useWords } from "../../parts/words";

export function TabChoice({ run, state, actions }: { run: Run; state: State; actions: Actions }) {
  const { pane } = useWords();
  const words = pane.board.tabs;
  const { analysis } = run;
  const choice = state.tabChoice ?? { leftOut: analysis.leftOut, snapshot: null };
  const there = groupsThere(analysis);
  if (there.length === 0) return null;
  return (
    <section class="card tab-choice">
      <fieldset>
        <legend>{words.heading}</legend>
        {there.map((group) => (
          <GroupBox key={group} group={group} run={run} choice={choice} busy={state.stage !== null} actions={actions} />
        ))}
      </fieldset>
      {analysis.results.length === 0 ? null : (
        <SnapshotField choice={choice} state={state} actions={actions} next={nextVersion(run)} />
      )}
    </section>
  );
}

interface GroupProps {
  readonly group: TabGroup;
  readonly run: Run;
  readonly choice: Choice;
  readonly busy: boolean;
  readonly actions: Actions;
}

/** A group that must be written is ticked and cannot be unticked, and says why. */
function GroupBox({ group, run, choice, busy, actions }: GroupProps) {
  const { pane } = useWords();
  const words = pane.board.tabs;
  const id = useId();
  const { leftOut } = choice;
  const written = groupsWritten(run.analysis, groupsBut(leftOut));
  const held = groupsHeld(run.analysis).includes(group);
  const needed = (group === "deviation" || group === "return") && written.has("board");
  const fixed = held || needed;
  const why = held ? words.held : needed ? words.needed : words.groups[group].tabs;
  return (
    <div class="tab-group">
      <input
        id={id}
        type="checkbox"
        checked={written.has(group)}
        disabled={fixed || busy}
        aria-describedby={`${id}-why`}
        onChange={({ currentTarget }) => {
          const others = leftOut.filter((each) => each !== group);
          actions.chooseTabs({ ...choice, leftOut: currentTarget.checked ? others : [...others, group] });
        }}
      />
      <label for={id}>{words.groups[group].name}</label>
      <span id={`${id}-why`} class="muted tab-why">
        {why}
      </span>
    </div>
  );
}

interface SnapshotProps {
  readonly choice: Choice;
  readonly state: State;
  readonly actions: Actions;
  /** The version proposed. */
  readonly next: string;
}

function SnapshotField({ choice, state, actions, next }: SnapshotProps) {
  const { pane } = useWords();
  const words = pane.board.tabs;
  const id = useId();
  const [version, setVersion] = useState(choice.snapshot ?? next);
  useEffect(() => {
    setVersion(choice.snapshot ?? next);
  }, [choice.snapshot, next]);
  const wanted = choice.snapshot !== null;
  const set = (snapshot: string | null): void => {
    actions.chooseTabs({ ...choice, snapshot });
  };
  if (state.savedSnapshot !== null) return <p role="status">{words.saved(state.savedSnapshot)}</p>;
  const wrong = wanted && versionOf(version) === null;
  return (
    <div class="tab-group">
      <input
        id={id}
        type="checkbox"
        checked={wanted}
        disabled={state.stage !== null}
        aria-describedby={`${id}-note`}
        onChange={({ currentTarget }) => {
          set(currentTarget.checked ? (versionOf(version) ?? next) : null);
        }}
      />
      <label for={id}>{words.snapshot}</label>
      <span id={`${id}-note`} class="muted tab-why">
        {words.snapshotNote}
      </span>
      {wanted ? (
        <div class="choice tab-why">
          <label for={`${id}-version`}>{words.version}</label>
          <input
            id={`${id}-version`}
            class="field"
            type="text"
            autocomplete="off"
            maxLength={LONGEST_VERSION}
            value={version}
            aria-invalid={wrong}
            aria-describedby={`${id}-wrong`}
            onInput={({ currentTarget }) => {
              setVersion(currentTarget.value);
            }}
            onChange={({ currentTarget }) => {
              const read = versionOf(currentTarget.value);
              if (read !== null) set(read);
            }}
          />
          <span id={`${id}-wrong`} class="tone-bad table-note" role="status">
            {wrong ? words.versionWrong : ""}
          </span>
        </div>
      ) : null}
    </div>
  );
}

/** Beside the date in a tab's name, which holds 31 characters. */
const LONGEST_VERSION = 10;

function versionOf(text: string): string | null {
  const version = text.trim();
  return version === "" ? null : version;
}

/** `v3` when the workbook holds two. */
function nextVersion({ analysis }: Run): string {
  return `v${(analysis.workbooks[0]?.lastSnapshot ?? 0) + 1}`;
}
