// src/pane/steps/found/mapping.tsx: how one table was read, column by column, and the choices that say otherwise. A change recomputes everything.
import { useId, useState } from "preact/hooks";
import {
  chosenApart,
  columnChange,
  columnGroups,
  type ColumnGroup,
  examplesOf,
  headerChange,
  namesPeriod,
  placeNow,
  rolesOf,
  TABLE_KINDS,
  rowChange,
  takesPeriod,
  useChange,
  withChange,
  withoutChoices,
} from "../../../actions/tableChoices";
import { type FoundPlace, type TableCorrection, type TableKind } from "../../../domain/tableCorrection";
import { columnName } from "../../../domain/a1";
import type { Grid } from "../../../intake/grid";
import { Choices } from "../../parts/choices";
import type { Actions } from "../../run/run";
import type { Run } from "../../run/state";
import { mappingTextsOf } from "../../../text/mapping";
import type { MappingTexts } from "../../../text/paneMapping";
import { useWords } from "../../parts/words";

interface Props {
  readonly run: Run;
  readonly place: FoundPlace;
  readonly actions: Actions;
  /** The table is pointed out elsewhere, with its header row: then that is not asked for here; `unknown`: nothing is said of it yet. */
  readonly pointing?: "known" | "unknown" | null;
}

/** From the table as it is when the choice is made: an earlier one may still have been under way. */
type Change = (change: (place: FoundPlace) => Partial<TableCorrection>) => void;

/** More lines than this are not gone through by hand. */
const MOST_LINES = 60;
const MOST_COLUMNS = 80;

/** Words of the chosen language that come with these views. */
export function useMappingWords(): MappingTexts {
  return mappingTextsOf(useWords().language);
}

/** For tables; the fields of an initiative have no columns. */
export function TableEditor({ run, place, actions, pointing = null }: Props) {
  const mapping = useMappingWords();
  const grid = run.source.workbook.grids.find(({ sheet }) => sheet === place.sheet);
  const change: Change = (part) => {
    actions.correct(({ found, corrections }) => {
      const now = placeNow(found, place);
      return withChange(corrections, now, part(now));
    });
  };
  if (grid === undefined || place.kind === "initiative") return null;
  const use = place.correction?.use ?? place.kind;
  return (
    <div class="mapping">
      <UseChoice use={use} known={pointing !== "unknown"} onChange={change} />
      {use === "ignore" ? null : (
        <>
          {pointing !== null ? null : (
            <HeaderRow
              key={place.row}
              grid={grid}
              row={place.row}
              onChange={(row) => {
                change((now) => headerChange(grid, now, row));
              }}
            />
          )}
          <Columns place={place} kind={use} grid={grid} onChange={change} />
          <Lines place={place} kind={use} onChange={change} />
          {takesPeriod(place) ? (
            <PeriodChoice
              key={place.correction?.period}
              period={place.correction?.period ?? ""}
              onChange={(period) => {
                change(() => ({ period }));
              }}
            />
          ) : null}
          <Choices
            value={{ unit: place.correction?.unit ?? null, sign: place.correction?.sign ?? null }}
            withSign={use === "budget"}
            onChange={(part) => {
              change(() => part);
            }}
          />
        </>
      )}
      {place.correction === null ? null : (
        <fluent-button
          size="small"
          onClick={() => {
            actions.correct(({ found, corrections }) => withoutChoices(corrections, placeNow(found, place)));
          }}
        >
          {mapping.reset}
        </fluent-button>
      )}
    </div>
  );
}

function UseChoice(props: { use: TableKind; known: boolean; onChange: Change }) {
  const mapping = useMappingWords();
  const id = useId();
  return (
    <div class="choice">
      <label for={id}>{mapping.use}</label>
      <select
        id={id}
        value={props.use}
        onChange={({ currentTarget: { value } }) => {
          const use = value === "ignore" ? value : (TABLE_KINDS.find((kind) => kind === value) ?? null);
          props.onChange((now) => useChange(now, use));
        }}
      >
        {TABLE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {mapping.kinds[kind]}
          </option>
        ))}
        {props.known ? <option value="ignore">{mapping.ignore}</option> : null}
      </select>
    </div>
  );
}

/** Rows are numbered as in the sheet; `row` and what `onChange` is given count from 0. */
export function HeaderRow(props: { grid: Grid; row: number; onChange: (row: number) => void }) {
  const mapping = useMappingWords();
  const id = useId();
  const [wrong, setWrong] = useState(false);
  const rows = Math.max(1, props.grid.rows);
  return (
    <div class="choice">
      <label for={id}>{mapping.headerRow}</label>
      <input
        id={id}
        class="field number-field"
        type="text"
        inputMode="numeric"
        value={String(props.row + 1)}
        aria-describedby={`${id}-note`}
        aria-invalid={wrong}
        onChange={({ currentTarget }) => {
          const row = /^\s*\d{1,7}\s*$/u.test(currentTarget.value) ? Number(currentTarget.value) : 0;
          setWrong(row < 1 || row > rows);
          if (row >= 1 && row <= rows && row !== props.row + 1) props.onChange(row - 1);
        }}
      />
      <p class={wrong ? "wrong" : "muted"} id={`${id}-note`}>
        {wrong ? mapping.headerRowWrong(rows) : mapping.headerRowNote}
      </p>
    </div>
  );
}

/** What the table covers, where nothing in it says so. Emptied: as its titles say. */
function PeriodChoice(props: { period: string; onChange: (period: string | null) => void }) {
  const mapping = useMappingWords();
  const id = useId();
  const [wrong, setWrong] = useState(false);
  return (
    <div class="choice">
      <label for={id}>{mapping.period}</label>
      <input
        id={id}
        class="field"
        type="text"
        autocomplete="off"
        maxLength={40}
        value={props.period}
        aria-describedby={`${id}-note`}
        aria-invalid={wrong}
        onChange={({ currentTarget }) => {
          const text = currentTarget.value.trim();
          setWrong(text !== "" && !namesPeriod(text));
          if (text === "" || namesPeriod(text)) props.onChange(text === "" ? null : text);
        }}
      />
      <p class={wrong ? "wrong" : "muted"} id={`${id}-note`}>
        {wrong ? mapping.periodWrong : mapping.periodNote}
      </p>
    </div>
  );
}

function Columns(props: { place: FoundPlace; kind: TableKind; grid: Grid; onChange: Change }) {
  const mapping = useMappingWords();
  const { place, kind, grid, onChange } = props;
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  const groups = columnGroups(place, new Set([...apart, ...chosenApart(place)])).slice(0, MOST_COLUMNS);
  return (
    <fieldset class="mapping-group">
      <legend>{mapping.columns}</legend>
      <ul>
        {groups.map((group) => (
          <Column
            key={group.columns[0]?.column}
            group={group}
            kind={kind}
            examples={examplesOf(grid, place, group.columns[0]?.column ?? 0)}
            onRole={(role) => {
              onChange((now) => columnChange(now, group, role));
            }}
            onApart={() => {
              setApart(new Set([...apart, group.heading]));
            }}
          />
        ))}
      </ul>
    </fieldset>
  );
}

interface ColumnProps {
  readonly group: ColumnGroup;
  readonly kind: TableKind;
  readonly examples: readonly string[];
  readonly onRole: (role: string | null) => void;
  readonly onApart: () => void;
}

function Column({ group, kind, examples, onRole, onApart }: ColumnProps) {
  const mapping = useMappingWords();
  const id = useId();
  const words: Readonly<Record<string, string>> = mapping.roles[kind] ?? {};
  const letters = group.columns.map(({ column }) => columnName(column));
  const shown = letters.length > 4 ? `${letters.slice(0, 3).join(", ")} … ${letters.at(-1) ?? ""}` : letters.join(", ");
  const heading = group.heading === "" ? mapping.noHeading : group.heading;
  const roles = new Set(group.columns.map(({ role }) => role));
  const [only] = roles;
  return (
    <li class="choice">
      <label for={id}>{mapping.column(shown, heading)}</label>
      <select
        id={id}
        value={roles.size === 1 ? (only ?? "") : "?"}
        aria-describedby={examples.length === 0 ? undefined : `${id}-examples`}
        onChange={({ currentTarget: { value } }) => {
          if (value !== "?") onRole(value === "" ? null : value);
        }}
      >
        {roles.size === 1 ? null : <option value="?">…</option>}
        <option value="">{mapping.notUsed}</option>
        {rolesOf(kind).map((role) => (
          <option key={role} value={role}>
            {words[role]}
          </option>
        ))}
      </select>
      {examples.length === 0 ? null : (
        <p class="muted" id={`${id}-examples`}>
          {mapping.examples(examples.join(" · "))}
        </p>
      )}
      {group.columns.length < 2 ? null : (
        <fluent-button size="small" appearance="subtle" onClick={onApart}>
          {mapping.apart}
        </fluent-button>
      )}
    </li>
  );
}

/** Which rows are lines of their own and which are totals. */
function Lines({ place, kind, onChange }: { place: FoundPlace; kind: TableKind; onChange: Change }) {
  const mapping = useMappingWords();
  const id = useId();
  if (place.rows.length === 0) return null;
  // Totals first where there are more than can be shown: they are what is most often wrong.
  const sorted = place.rows.length > MOST_LINES ? [...place.rows].sort((a, b) => b.is.localeCompare(a.is)) : place.rows;
  return (
    <fieldset class="mapping-group">
      <legend>{kind === "budget" ? mapping.rows : mapping.namedRows}</legend>
      <p class="muted">{mapping.rowsNote}</p>
      <ul>
        {sorted.slice(0, MOST_LINES).map(({ label, is }, index) => (
          <li key={label} class="choice mapping-line">
            <label for={`${id}-${index}`}>{label}</label>
            <select
              id={`${id}-${index}`}
              value={is}
              onChange={({ currentTarget: { value } }) => {
                onChange((now) => rowChange(now, label, value === "total" ? "total" : "line"));
              }}
            >
              <option value="line">{kind === "budget" ? mapping.is.line : mapping.is.row}</option>
              <option value="total">{mapping.is.total}</option>
            </select>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
