// tests/host/browser/paneFrame.tsx: the task pane: a heading of the host's, and the built pane in a frame of another origin, with the real
// office.js in it talking to this page.
import { useLayoutEffect, useRef } from "preact/hooks";
import { OfficeChannel, paneAction } from "./officeChannel";
import type { Workbench } from "./workbench";

const exits: readonly number[] = [
  paneAction.ctrlF6Exit,
  paneAction.ctrlF6ExitBack,
  paneAction.escExit,
  paneAction.f2Exit,
];

export function PaneFrame({ workbench, paneOrigin }: { workbench: Workbench; paneOrigin: string }) {
  const place = useRef<HTMLDivElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const { choices, words, paneNumber } = workbench;
  // With the page, not after it has been painted: nobody can press a button in the pane that is about to go.
  useLayoutEffect(() => {
    if (place.current === null) return undefined;
    const connection = connect(workbench, paneOrigin, place.current, (action) => {
      if (action === paneAction.tabExit || action === paneAction.tabExitBack) close.current?.focus();
      else if (exits.includes(action)) document.getElementById("grid")?.focus();
    });
    workbench.enterPane = (backwards = false) => {
      connection.frame.focus();
      connection.channel.notify(backwards ? paneAction.tabInBack : paneAction.ctrlF6In);
    };
    return connection.end;
  }, [paneNumber]);
  return (
    <aside class="pane" style={{ width: `${choices.paneWidth}px` }} aria-label="Samkalkyl">
      <div class="pane-heading">
        <span>Samkalkyl</span>
        <button
          type="button"
          class="pane-close"
          ref={close}
          aria-label={words.closePane}
          onClick={() => {
            workbench.showPane(false);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Tab") return;
            event.preventDefault();
            workbench.enterPane(event.shiftKey);
          }}
        >
          ×
        </button>
      </div>
      <div class="pane-place" ref={place} />
    </aside>
  );
}

interface Connection {
  readonly frame: HTMLIFrameElement;
  readonly channel: OfficeChannel;
  readonly end: () => void;
}

function connect(
  workbench: Workbench,
  paneOrigin: string,
  place: HTMLElement,
  onPaneAction: (action: number) => void,
): Connection {
  const frame = document.createElement("iframe");
  const channel = new OfficeChannel({
    host: workbench.host,
    locale: workbench.choices.locale,
    licence: workbench.choices.licence,
    origin: location.origin,
    post: (text) => frame.contentWindow?.postMessage(text, paneOrigin),
    later: (send) => {
      workbench.later(send);
    },
    onAsked: () => {
      workbench.asked();
    },
    onAnswered: (changed) => {
      workbench.answered(changed);
    },
    onPaneAction,
  });
  const listen = (event: MessageEvent<unknown>): void => {
    if (event.source === frame.contentWindow && event.origin === paneOrigin) channel.receive(event.data);
  };
  window.addEventListener("message", listen);
  frame.name = channel.frameName;
  frame.title = "Samkalkyl";
  frame.src = `${paneOrigin}/taskpane.html`;
  place.append(frame);
  return {
    frame,
    channel,
    end: () => {
      window.removeEventListener("message", listen);
      channel.end();
      frame.remove();
    },
  };
}
