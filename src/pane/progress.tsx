// src/pane/progress.tsx: what is being done right now, seen and heard.
import type { Stage } from "../text/paneTexts";
import { useWords } from "./words";

export function Progress({ stage }: { stage: Stage | null }) {
  const { pane } = useWords();
  return (
    <div class="progress" role="status">
      {stage === null ? null : (
        <>
          <span class="progress-text">{pane.stage[stage]}</span>
          <fluent-progress-bar aria-hidden="true" />
        </>
      )}
    </div>
  );
}
