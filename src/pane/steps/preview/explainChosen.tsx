// src/pane/steps/preview/explainChosen.tsx: in Excel: explains the cell that is chosen in one of the tabs, for as long as the user wants it.
import { useEffect, useState } from "preact/hooks";
import { columnName } from "../../../domain/a1";
import type { SheetModel } from "../../../report/sheetModel";
import type { ExcelMode } from "../../modes/hostMode";
import { useWords } from "../../parts/words";
import { Explain, type Pointed } from "./explain";

export function ExplainChosen({ tabs, mode }: { tabs: readonly SheetModel[]; mode: ExcelMode }) {
  const { texts } = useWords();
  const [chosen, setChosen] = useChosen(tabs, mode);
  if (chosen === null) return null;
  return (
    <div class="explain-chosen">
      <Explain tabs={tabs} pointed={chosen} hint={texts.explain.choose} />
      <button
        type="button"
        class="explain-close"
        aria-label={texts.explain.close}
        title={texts.explain.close}
        onClick={() => {
          setChosen(null);
        }}
      >
        ×
      </button>
    </div>
  );
}

/** The last figure chosen in one of the tabs: a look at the source cell that it leads to must not take the explanation away. */
function useChosen(tabs: readonly SheetModel[], mode: ExcelMode) {
  const [chosen, setChosen] = useState<Pointed | null>(null);
  useEffect(() => {
    let watching = true;
    const started = mode.watchSelection((cell) => {
      const tab = tabs.find(({ name }) => name.toLowerCase() === cell.sheet.toLowerCase());
      if (watching && tab !== undefined) setChosen(isFigure(tab, cell.address) ? cell : null);
    });
    // An Excel that does not tell what is chosen only goes without explanations.
    const stop = started.catch(() => null);
    return () => {
      watching = false;
      void stop.then((end) => end?.());
    };
  }, [mode, tabs]);
  return [chosen, setChosen] as const;
}

/** Texts and empty cells need no explanation, least of all those that somebody is writing in. */
function isFigure(tab: SheetModel, address: string): boolean {
  const [, letters = "", number = ""] = /^([A-Z]+)([0-9]+)$/.exec(address) ?? [];
  const cell = tab.rows[Number(number) - 1]?.find((_, column) => columnName(column) === letters);
  return cell?.content != null && cell.content.kind !== "text";
}
