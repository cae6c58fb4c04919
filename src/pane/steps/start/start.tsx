// src/pane/steps/start/start.tsx: the first view: what this is, and the way in.
import { DropZone } from "./dropZone";
import { LockIcon } from "../../parts/icons";
import type { Actions } from "../../run/run";
import type { ExampleName } from "../../../text/paneTexts";
import type { WithoutExcel } from "../../../text/paneWork";
import type { HostMode } from "../../modes/hostMode";
import { useShellWords } from "../../parts/shellWords";

const examples: readonly ExampleName[] = ["husamradet", "resan"];

interface Props {
  readonly mode: HostMode;
  readonly without: WithoutExcel | null;
  readonly actions: Actions;
  readonly busy: boolean;
}

export function Start({ mode, without, actions, busy }: Props) {
  const { pane } = useShellWords();
  const excel = mode.kind === "excel";
  return (
    <>
      {without === null ? null : (
        <fluent-message-bar intent="warning" layout="multiline">
          <h2 class="message-heading">{pane.work.withoutExcel[without].heading}</h2>
          <p>{pane.work.withoutExcel[without].text}</p>
        </fluent-message-bar>
      )}
      <section class="hero">
        <h1>{excel ? pane.start.headingExcel : pane.start.headingBrowser}</h1>
        <p class="lead">{pane.start.lead}</p>
      </section>
      {excel ? <ReadExcel actions={actions} busy={busy} /> : <OpenFile actions={actions} busy={busy} />}
      <p class="privacy">
        <LockIcon />
        {excel ? pane.start.privacyExcel : pane.start.privacyBrowser}
      </p>
      <section class="steps">
        <h2>{pane.start.stepsHeading}</h2>
        <ol>
          {pane.start.steps.map((step) => (
            <li key={step.heading}>
              <h3>{step.heading}</h3>
              <p>{step.text}</p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function ReadExcel({ actions, busy }: { actions: Actions; busy: boolean }) {
  const { pane } = useShellWords();
  return (
    <div class="card card-action">
      <fluent-button appearance="primary" size="large" disabled={busy} aria-disabled={busy} onClick={actions.readExcel}>
        {pane.start.readWorkbook}
      </fluent-button>
      <p class="muted">{pane.start.readNote}</p>
    </div>
  );
}

function OpenFile({ actions, busy }: { actions: Actions; busy: boolean }) {
  const { pane } = useShellWords();
  return (
    <>
      <DropZone actions={actions} busy={busy} />
      <section class="examples">
        <h2>{pane.start.examplesHeading}</h2>
        {examples.map((name) => (
          <div key={name} class="example">
            <fluent-button
              disabled={busy}
              aria-disabled={busy}
              onClick={() => {
                actions.openExample(name);
              }}
            >
              {pane.start.examples[name].button}
            </fluent-button>
            <p class="muted">{pane.start.examples[name].note}</p>
          </div>
        ))}
      </section>
    </>
  );
}
