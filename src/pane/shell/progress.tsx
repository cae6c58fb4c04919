// src/pane/shell/progress.tsx: what is being done right now and how far it has come, with a way out; and that it was given up.
import { useEffect, useRef, useState } from "preact/hooks";
import type { State } from "../run/state";
import { useShellWords } from "../parts/shellWords";

/** Work that is over sooner is not spoken of: a flash tells nobody anything. */
export const PATIENCE = 400;

/** Lies over the foot of the page, so that nothing moves when it comes and goes. */
export function Progress({ state, onCancel }: { state: State; onCancel: () => void }) {
  const { pane } = useShellWords();
  const { stage, progress, committed, cancelled } = state;
  const slow = useSlow(stage !== null);
  const shown = slow && stage !== null;
  return (
    <>
      <div class={shown ? "progress progress-shown" : "progress"}>
        <div class="progress-text" role="status">
          {shown ? <span>{pane.stage[stage]}</span> : null}
          {shown && committed && stage === "write" ? <span class="muted">{pane.work.committed}</span> : null}
        </div>
        {shown ? (
          <>
            {progress === null ? null : (
              <span class="progress-share" aria-hidden="true">
                {pane.work.done(Math.floor((100 * progress.done) / progress.of))}
              </span>
            )}
            {committed ? null : (
              <fluent-button size="small" onClick={onCancel}>
                {pane.work.cancel}
              </fluent-button>
            )}
            <Bar label={pane.stage[stage]} progress={progress} />
          </>
        ) : null}
      </div>
      {cancelled ? <Cancelled /> : null}
    </>
  );
}

/** Without a `value` the bar runs without end. */
function Bar({ label, progress }: { label: string; progress: State["progress"] }) {
  const known = progress === null ? {} : { value: progress.done, max: progress.of };
  const aria = progress === null ? {} : { "aria-valuenow": progress.done, "aria-valuemax": progress.of };
  // A bar that runs cannot become one that stands: they are two elements.
  return (
    <fluent-progress-bar
      key={progress === null ? "runs" : "stands"}
      role="progressbar"
      aria-label={label}
      {...known}
      {...aria}
    />
  );
}

/** True once it has lasted. */
function useSlow(working: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!working) return;
    const timer = setTimeout(setSlow, PATIENCE, true);
    return () => {
      clearTimeout(timer);
    };
  }, [working]);
  return slow && working;
}

/** Takes the keyboard from the button that went away; leaves when the keyboard does. */
function Cancelled() {
  const { pane } = useShellWords();
  const [left, setLeft] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  if (left) return null;
  return (
    <div
      class="progress progress-shown"
      role="status"
      tabIndex={-1}
      ref={box}
      onBlur={() => {
        setLeft(true);
      }}
    >
      <span class="progress-text">{pane.work.cancelled}</span>
    </div>
  );
}
