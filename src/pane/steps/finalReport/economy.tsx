// src/pane/steps/finalReport/economy.tsx: the economy section of the final report as it will be pasted, and the ways to take it along.
import { useEffect, useRef, useState } from "preact/hooks";
import type { EconomyDocument } from "../../../actions/finalDocument";
import type { FinalReport } from "../../../domain/finalReport/finalReport";
import { copyDocument, type Copied } from "./clipboard";
import { DocumentView } from "./documentView";
import { CopyIcon, DownloadIcon } from "../../parts/icons";
import { useWords } from "../../parts/words";

interface Props {
  readonly report: FinalReport;
  readonly document: EconomyDocument;
  /** The name of the Word file saved last, if any. */
  readonly saved: string | null;
  readonly busy: boolean;
  readonly onSave: () => void;
}

export function Economy({ report, document: economy, saved, busy, onSave }: Props) {
  const { pane } = useWords();
  const [copied, setCopied] = useState<Copied | null>(null);
  useEffect(() => {
    setCopied(null);
  }, [economy, saved]);
  const contradicted = report.claims.filter(({ reconciles }) => reconciles === false).length;
  const words = pane.economy;
  return (
    <section class="economy">
      <h2>{words.heading}</h2>
      <p class="muted">{words.lead}</p>
      {contradicted === 0 ? null : (
        <fluent-message-bar intent="warning">{words.contradicted(contradicted)}</fluent-message-bar>
      )}
      <div class="economy-actions">
        <fluent-button
          onClick={() => {
            void copyDocument(economy).then(setCopied);
          }}
        >
          <span slot="start" class="button-icon">
            <CopyIcon />
          </span>
          {words.copy}
        </fluent-button>
        <fluent-button disabled={busy} onClick={onSave}>
          <span slot="start" class="button-icon">
            <DownloadIcon />
          </span>
          {words.word}
        </fluent-button>
      </div>
      <p role="status" class={copied === "refused" || (copied === null && saved === null) ? "" : "done"}>
        {copied !== null
          ? { rich: words.copied, plain: words.copiedPlain, refused: words.copyByHand }[copied]
          : saved === null
            ? ""
            : words.saved(saved)}
      </p>
      {copied === "refused" ? <ByHand text={economy.text} label={words.byHandLabel} /> : null}
      <DocumentView model={economy.model} />
    </section>
  );
}

/** The text, selected: what is left where a browser lets no page near the clipboard. */
function ByHand({ text, label }: { text: string; label: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return <textarea ref={field} class="field by-hand" readOnly rows={8} aria-label={label} value={text} />;
}
