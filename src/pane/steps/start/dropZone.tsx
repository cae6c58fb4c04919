// src/pane/steps/start/dropZone.tsx: takes one file, dropped or chosen.
import { useEffect, useRef, useState } from "preact/hooks";
import { FileIcon } from "../../parts/icons";
import type { Actions } from "../../run/run";
import { FILE_ENDINGS } from "../../../workbook/file/fileKinds";
import { useShellWords } from "../../parts/shellWords";

export function DropZone({ actions, busy }: { actions: Actions; busy: boolean }) {
  const { pane } = useShellWords();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file === undefined || busy) return;
    if (files !== null && files !== undefined && files.length > 1) actions.refuseSeveral();
    else actions.openFile(file);
  };
  useEffect(keepPageOnMissedDrop, []);
  return (
    <div
      class={over ? "drop drop-over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <FileIcon />
      <p class="drop-text">{over ? pane.start.dropNow : pane.start.drop}</p>
      <p class="muted drop-or">{pane.start.or}</p>
      <fluent-button appearance="primary" size="large" disabled={busy} onClick={() => input.current?.click()}>
        {pane.start.choose}
      </fluent-button>
      <input
        ref={input}
        class="file-input"
        type="file"
        accept={FILE_ENDINGS.join()}
        tabIndex={-1}
        aria-label={pane.start.fileLabel}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file chosen again must be read again: it may have been corrected meanwhile.
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}

/** A file dropped beside the zone would otherwise make the browser leave the page. */
function keepPageOnMissedDrop(): () => void {
  const stop = (event: Event): void => {
    event.preventDefault();
  };
  window.addEventListener("dragover", stop);
  window.addEventListener("drop", stop);
  return () => {
    window.removeEventListener("dragover", stop);
    window.removeEventListener("drop", stop);
  };
}
