// tests/host/browser/bars.tsx: what stands around the grid: the label that says what this is, the settings of the simulation, name box and
// formula bar, sheet tabs and status line.
import { useRef } from "preact/hooks";
import { formatArea } from "../a1";
import { type CaseName, caseNames, paneWidths } from "./choices";
import { editingKey } from "./cellEditor";
import type { Workbench } from "./workbench";

export function TitleBar({ workbench }: { workbench: Workbench }) {
  const { words, host } = workbench;
  return (
    <header class="title-bar">
      <span class="simulation">{words.simulation}</span>
      <strong class="file-name">{host.workbook.name}</strong>
      <span class="simulation-note">{words.simulationNote}</span>
      {workbench.paneOpen ? null : (
        <button
          type="button"
          onClick={() => {
            workbench.reloadPane();
          }}
        >
          {words.showPane}
        </button>
      )}
    </header>
  );
}

interface SettingsProps {
  readonly workbench: Workbench;
  /** Null: a file of the person's own. */
  readonly opened: CaseName | null;
  readonly onCase: (name: CaseName) => void;
  readonly onFile: (file: File) => void;
}

export function Settings({ workbench, opened, onCase, onFile }: SettingsProps) {
  const { choices, words, host, sheet } = workbench;
  const file = useRef<HTMLInputElement>(null);
  return (
    <div class="settings" role="toolbar" aria-label={words.simulation}>
      <Choice
        label={words.file}
        value={opened ?? "own"}
        options={[
          ...caseNames.map((name) => [name, words.cases[name]] as const),
          ...(opened === null ? [["own", words.ownFile] as const] : []),
          ["open", words.openFile] as const,
        ]}
        onChoose={(value) => {
          const known = caseNames.find((name) => name === value);
          if (known !== undefined) onCase(known);
          else file.current?.click();
        }}
      />
      <input
        type="file"
        accept=".xlsx,.xlsm"
        hidden
        ref={file}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0];
          if (chosen !== undefined) onFile(chosen);
        }}
      />
      <Choice
        label={words.language}
        value={choices.locale}
        options={[
          ["sv-SE", "Svenska"],
          ["en-US", "English"],
        ]}
        onChoose={(locale) => {
          workbench.choose({ locale: locale === "en-US" ? "en-US" : "sv-SE" });
          workbench.reloadPane();
        }}
      />
      <Choice
        label={words.paneWidth}
        value={String(choices.paneWidth)}
        options={[...new Set([...paneWidths, choices.paneWidth])].map((width) => [String(width), `${width} px`])}
        onChoose={(width) => {
          workbench.choose({ paneWidth: Number(width) });
        }}
      />
      <Toggle
        label={words.protectSheet}
        on={sheet?.isProtected === true}
        onToggle={(on) => {
          if (sheet !== null) sheet.isProtected = on;
          workbench.say("");
        }}
      />
      <Toggle
        label={words.protectStructure}
        on={host.workbook.structureProtected}
        onToggle={(on) => {
          host.workbook.structureProtected = on;
          workbench.changed();
        }}
      />
      <Toggle
        label={words.editMode}
        on={workbench.editing !== null}
        onToggle={(on) => {
          if (on) workbench.edit("cell");
          else workbench.cancel();
        }}
      />
      <button
        type="button"
        onClick={() => {
          workbench.reloadPane();
        }}
      >
        {words.reloadPane}
      </button>
    </div>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <select
      aria-label={props.label}
      title={props.label}
      value={props.value}
      onChange={({ currentTarget }) => {
        const chosen = currentTarget.value;
        // What is not there to be shown, such as "open a file", leaves the list as it was.
        currentTarget.value = props.value;
        props.onChoose(chosen);
      }}
    >
      {props.options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

function Toggle({ label, on, onToggle }: { label: string; on: boolean; onToggle: (on: boolean) => void }) {
  return (
    <label class="toggle">
      <input
        type="checkbox"
        checked={on}
        onChange={({ currentTarget }) => {
          onToggle(currentTarget.checked);
        }}
      />
      {label}
    </label>
  );
}

export function FormulaBar({ workbench }: { workbench: Workbench }) {
  const { words, selection, editing } = workbench;
  const { top, left } = selection;
  const address = formatArea({ top, left, bottom: top, right: left });
  return (
    <div class="formula-bar">
      <input
        class="name-box"
        aria-label={words.nameBox}
        key={formatArea(selection)}
        defaultValue={address}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          workbench.goTo(event.currentTarget.value.trim());
          document.getElementById("grid")?.focus();
        }}
      />
      <span class="function-sign" aria-hidden="true">
        fx
      </span>
      <input
        class="formula"
        aria-label={words.formulaBar}
        value={editing?.text ?? workbench.entryOf(top, left)}
        onInput={({ currentTarget }) => {
          const typed = currentTarget.value;
          if (editing === null) workbench.edit("bar", typed);
          else workbench.retype(typed);
        }}
        onKeyDown={(event) => {
          if (workbench.editing !== null) editingKey(workbench, event);
        }}
      />
    </div>
  );
}

export function SheetTabs({ workbench }: { workbench: Workbench }) {
  const { words, host, sheet: active } = workbench;
  const visible = host.workbook.sheets.filter(({ visibility }) => visibility === "Visible");
  const hidden = host.workbook.sheets.length - visible.length;
  return (
    <div class="sheet-tabs" role="tablist" aria-label={words.sheetTabs}>
      {visible.map((sheet) => (
        <button
          key={sheet.id}
          type="button"
          role="tab"
          aria-selected={sheet === active}
          class={sheet === active ? "sheet-tab sheet-tab-active" : "sheet-tab"}
          style={typeof sheet.settings.tabColor === "string" ? { borderBottomColor: sheet.settings.tabColor } : {}}
          onClick={() => {
            workbench.activate(sheet);
          }}
        >
          {sheet.isProtected ? <span aria-hidden="true">🔒 </span> : null}
          {sheet.name}
        </button>
      ))}
      {hidden === 0 ? null : <span class="hidden-sheets">{words.hiddenSheets(hidden)}</span>}
    </div>
  );
}

export function StatusLine({ workbench }: { workbench: Workbench }) {
  const { words, notice, editing, host } = workbench;
  return (
    <footer class="status-line">
      <span class="status" role="status">
        {notice !== "" ? notice : editing !== null ? words.editing : words.ready}
      </span>
      <span class="calculation">{words.calculation}</span>
      <span>
        ExcelApi 1.{host.apiSet}
        {host.apiSet < 9 ? ` (${words.tooOld})` : ""}
      </span>
      <strong>{words.simulation}</strong>
    </footer>
  );
}
