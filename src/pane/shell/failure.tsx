// src/pane/shell/failure.tsx: says what did not work: what the host or file refused, in words; a bug of ours, as ours.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { hostTextsOf } from "../../text/hostTexts";
import type { Failure } from "../run/state";
import { useShellWords } from "../parts/shellWords";

/** What the user can put right beside the pane, and then try again at once. */
const mendable = new Set(["cell-edit-mode", "sheet-protected", "workbook-protected", "unexpected"]);

interface Props {
  readonly failure: Failure;
  /** The job that failed can be tried again as it was. */
  readonly retry: boolean;
  readonly onAgain: () => void;
}

export function FailureMessage({ failure, retry, onAgain }: Props) {
  const { pane } = useShellWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [failure]);
  return (
    <div class="failure" role="alert" tabIndex={-1} ref={box}>
      <fluent-message-bar intent="error">
        <h2 class="message-heading">{failure.kind === "bug" ? pane.failure.bugHeading : pane.failure.heading}</h2>
        <Words failure={failure} />
        {failure.kind === "not-loaded" || (retry && failure.kind === "host" && mendable.has(failure.code)) ? (
          <fluent-button size="small" onClick={onAgain}>
            {pane.work.again}
          </fluent-button>
        ) : null}
      </fluent-message-bar>
    </div>
  );
}

function Words({ failure }: { failure: Failure }): ComponentChildren {
  const { pane, language } = useShellWords();
  switch (failure.kind) {
    case "host":
      return (
        <>
          <p>{hostTextsOf(language)[failure.code](failure.detail)}</p>
          {failure.name === null ? null : <p class="muted">{pane.failure.file(failure.name)}</p>}
        </>
      );
    case "not-read":
      return (
        <>
          <p>{pane.failure.notRead}</p>
          <p class="muted">{pane.failure.file(failure.name)}</p>
        </>
      );
    case "not-loaded":
      return <p>{pane.work.notLoaded}</p>;
    case "only-one":
      return <p>{pane.start.onlyOne}</p>;
    case "bug":
      return (
        <>
          <p>{pane.failure.bug}</p>
          <details>
            <summary>{pane.failure.bugDetail}</summary>
            <pre class="trace">{failure.description}</pre>
          </details>
        </>
      );
  }
}
