// src/pane/steps/board/boardCopy.tsx: saves what may be sent to the board, where there is a page for it.
import { groupsThere } from "../../../actions/tabGroups";
import { DownloadIcon } from "../../parts/icons";
import { useWords } from "../../parts/words";
import type { Actions } from "../../run/run";
import type { Run, State } from "../../run/state";

export function BoardCopy({ run, state, actions }: { run: Run; state: State; actions: Actions }) {
  const { pane } = useWords();
  const words = pane.board.copy;
  if (!groupsThere(run.analysis).includes("board")) return null;
  return (
    <section class="board-copy">
      <h2>{words.heading}</h2>
      <p class="muted">{words.lead}</p>
      <fluent-button disabled={state.stage !== null} onClick={actions.saveBoard}>
        <span slot="start" class="button-icon">
          <DownloadIcon />
        </span>
        {words.save}
      </fluent-button>
      <p role="status" class={state.savedBoard === null ? "" : "done"}>
        {state.savedBoard === null ? "" : words.saved(state.savedBoard)}
      </p>
    </section>
  );
}
