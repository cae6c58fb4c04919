// src/pane/steps/preview/preview.tsx: the tabs as they will be written, one at a time, and printable.
import { useId, useMemo, useState } from "preact/hooks";
import type { SheetModel } from "../../../report/sheetModel";
import { PrintIcon } from "../../parts/icons";
import { SheetView } from "./sheetView";
import { useWords } from "../../parts/words";
import { Explain, type Pointed } from "./explain";

interface Props {
  readonly tabs: readonly SheetModel[];
  /** Without a sheet beside it, the page explains the figures of the preview. */
  readonly explains: boolean;
}

export function Preview({ tabs, explains }: Props) {
  const { pane, texts } = useWords();
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const id = useId();
  // The deviation tab is what people come for; it stands second in the workbook.
  const first = tabs.findIndex(({ role }) => role === "avvikelse" || role === "oversikt");
  const [chosen, setChosen] = useState(first === -1 ? 0 : first);
  const given = tabs[chosen] ?? tabs[0];
  // The cells of the tab that is looked at are held while it is.
  const tab = useMemo(() => (given === undefined ? null : { ...given }), [given]);
  if (given === undefined || tab === null) return null;
  const tabId = (index: number): string => `${id}-tab-${index}`;
  return (
    <section class="preview">
      <div class="section-head">
        <div>
          <h2>{pane.preview.heading}</h2>
          <p class="muted">{pane.preview.lead}</p>
        </div>
        <fluent-button
          onClick={() => {
            window.print();
          }}
        >
          <span slot="start" class="button-icon">
            <PrintIcon />
          </span>
          {pane.preview.print}
        </fluent-button>
      </div>
      <fluent-tablist
        aria-label={pane.preview.tabs}
        activeid={tabId(chosen)}
        onChange={(event: Event) => {
          const { activeid } = event.currentTarget as HTMLElement & { activeid?: string };
          const index = tabs.findIndex((_, candidate) => tabId(candidate) === activeid);
          if (index !== -1) setChosen(index);
        }}
      >
        {tabs.map(({ role, name }, index) => (
          <fluent-tab key={role} id={tabId(index)}>
            {name}
          </fluent-tab>
        ))}
      </fluent-tablist>
      <div role="tabpanel" aria-labelledby={tabId(tabs.indexOf(given))}>
        {explains ? (
          <SheetView
            sheet={tab}
            selected={pointed?.sheet === tab.name ? pointed.address : null}
            onSelect={(address) => {
              setPointed({ sheet: tab.name, address });
            }}
            beside={<Explain tabs={tabs} pointed={pointed} hint={texts.explain.chooseBrowser} />}
          />
        ) : (
          <SheetView sheet={tab} />
        )}
      </div>
    </section>
  );
}
