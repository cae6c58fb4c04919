// tests/host/browser/main.tsx: the page that plays Excel on the web: opens a workbook, draws it, and puts the built pane beside it.
import "./workbench.css";
import { render } from "preact";
import { useReducer, useState } from "preact/hooks";
import { HostError } from "../../../src/workbook/workbook";
import { FormulaBar, Settings, SheetTabs, StatusLine, TitleBar } from "./bars";
import { type CaseName, choicesOf } from "./choices";
import { caseBytes, hostOf } from "./opening";
import { PaneFrame } from "./paneFrame";
import { SheetGrid } from "./sheetGrid";
import { Workbench } from "./workbench";

declare global {
  interface Window {
    /** For whoever tests the add-in in this page, or looks at it in the browser's console. */
    workbench?: Workbench;
  }
}

function Page({ workbench, paneOrigin }: { workbench: Workbench; paneOrigin: string }) {
  const [, redraw] = useReducer<number, undefined>((count) => count + 1, 0);
  const [opened, setOpened] = useState<CaseName | null>(workbench.choices.caseName);
  workbench.onChange = () => {
    redraw(undefined);
  };
  const open = async (name: string, bytes: Uint8Array, known: CaseName | null): Promise<void> => {
    try {
      workbench.open(await hostOf(name, bytes, workbench.choices.apiSet));
      setOpened(known);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      workbench.say(workbench.words.notOpened(name));
    }
  };
  const openFile = async (file: File): Promise<void> => open(file.name, new Uint8Array(await file.arrayBuffer()), null);
  const { sheet } = workbench;
  return (
    <div
      class="workbench"
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) void openFile(file);
      }}
    >
      <TitleBar workbench={workbench} />
      <Settings
        workbench={workbench}
        opened={opened}
        onCase={(name) => {
          void caseBytes(name).then((bytes) => open(`${name}.xlsx`, bytes, name));
        }}
        onFile={(file) => {
          void openFile(file);
        }}
      />
      <div class="middle">
        <main class="book">
          <FormulaBar workbench={workbench} />
          {sheet === null ? (
            <p class="no-sheet">{workbench.words.allSheetsHidden}</p>
          ) : (
            <SheetGrid workbench={workbench} sheet={sheet} />
          )}
          <SheetTabs workbench={workbench} />
        </main>
        {workbench.paneOpen ? <PaneFrame workbench={workbench} paneOrigin={paneOrigin} /> : null}
      </div>
      <StatusLine workbench={workbench} />
    </div>
  );
}

async function start(): Promise<void> {
  const root = document.getElementById("workbench");
  const { paneOrigin } = document.body.dataset;
  if (root === null || paneOrigin === undefined) throw new Error("the page has no place for the workbench");
  const choices = choicesOf(location.search);
  const { caseName, apiSet } = choices;
  const workbench = new Workbench(await hostOf(`${caseName}.xlsx`, await caseBytes(caseName), apiSet), choices);
  window.workbench = workbench;
  render(<Page workbench={workbench} paneOrigin={paneOrigin} />, root);
}

start().catch((bug: unknown) => {
  document.body.textContent = String(bug);
});
