// src/pane/failure.tsx: says what did not work: what the host or file refused, in words; a bug of ours, as ours.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Failure } from "./state";
import { useWords } from "./words";

export function FailureMessage({ failure }: { failure: Failure }) {
  const { pane } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [failure]);
  return (
    <div class="failure" role="alert" tabIndex={-1} ref={box}>
      <fluent-message-bar intent="error">
        <h2 class="message-heading">{failure.kind === "bug" ? pane.failure.bugHeading : pane.failure.heading}</h2>
        <Words failure={failure} />
      </fluent-message-bar>
    </div>
  );
}

function Words({ failure }: { failure: Failure }): ComponentChildren {
  const { texts, pane } = useWords();
  switch (failure.kind) {
    case "host":
      return (
        <>
          <p>{texts.host[failure.code](failure.detail)}</p>
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
