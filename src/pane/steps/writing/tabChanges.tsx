// src/pane/steps/writing/tabChanges.tsx: before tabs that are there already are written over: which figures change, and what people wrote that goes to the end.
import type { Changes, FigureChange, TabChange } from "../../../actions/changes";
import type { OrphanedEdit } from "../../../domain/roundTrip/orphanedEdit";
import { formatted } from "../../../text/format";
import { PlaceLink } from "../../parts/placeLink";
import { useWords } from "../../parts/words";
import { changesHeading } from "./changesHeading";

const mostRows = 4;
const mostOverwritten = 12;

export function TabChanges({ changes }: { changes: Changes }) {
  const { pane } = useWords();
  const words = pane.kept.changes;
  const { tabs, overwritten } = changes;
  const changed = tabs.filter(({ kind }) => kind !== "same");
  const same = tabs.filter(({ kind }) => kind === "same").map(({ name }) => name);
  return (
    <section class="tab-changes">
      <h2 id={changesHeading} tabIndex={-1}>
        {words.heading}
      </h2>
      <p class="muted">{words.lead}</p>
      <Overwritten found={overwritten} />
      {changed.length === 0 ? <p>{words.none}</p> : changed.map((tab) => <Tab key={tab.role} tab={tab} />)}
      {same.length === 0 || changed.length === 0 ? null : (
        <p class="muted table-note">{words.others(same.join(", "))}</p>
      )}
    </section>
  );
}

/** Comes first: it is what somebody might miss. */
function Overwritten({ found }: { found: readonly OrphanedEdit[] }) {
  const { pane } = useWords();
  const words = pane.kept.changes;
  if (found.length === 0) return null;
  return (
    <div class="overwritten">
      <h3>{words.overwritten}</h3>
      <p class="muted table-note">{words.overwrittenNote}</p>
      <ul>
        {found.slice(0, mostOverwritten).map(({ sheet, cell, what, content, reason }) => (
          <li key={`${sheet}!${cell}`}>
            <PlaceLink sheet={sheet} cell={cell} />{" "}
            {`${what === "" ? "" : `${what}: `}”${String(content)}”, ${words.reasons[reason]}`}
          </li>
        ))}
      </ul>
      {found.length > mostOverwritten ? <p>{words.more(found.length - mostOverwritten)}</p> : null}
    </div>
  );
}

function Tab({ tab }: { tab: TabChange }) {
  const { pane } = useWords();
  const { kinds, more } = pane.kept.changes;
  const { name, kind, figures, first, rowsAdded, rowsRemoved } = tab;
  const parts = [
    ...(kind === "changed" ? [] : [kinds[kind]]),
    ...(figures > 0 ? [kinds.figures(figures)] : []),
    ...(rowsAdded.length > 0 ? [kinds.added(rowsText(rowsAdded, more))] : []),
    ...(rowsRemoved.length > 0 ? [kinds.gone(rowsText(rowsRemoved, more))] : []),
  ];
  const summary = (
    <>
      <strong>{name}</strong>
      {`: ${parts.join("; ")}`}
    </>
  );
  if (first.length === 0) return <p>{summary}</p>;
  return (
    <details>
      <summary>{summary}</summary>
      <ul>
        {first.map((change) => (
          <li key={change.cell}>
            <Figure change={change} sheet={name} />
          </li>
        ))}
        {figures > first.length ? <li class="muted">{pane.kept.changes.more(figures - first.length)}</li> : null}
      </ul>
    </details>
  );
}

function rowsText(rows: readonly string[], more: (count: number) => string): string {
  const others = rows.length - mostRows;
  return rows.slice(0, mostRows).join(", ") + (others > 0 ? ` ${more(others)}` : "");
}

function Figure({ change, sheet }: { change: FigureChange; sheet: string }) {
  const { pane, language } = useWords();
  const words = pane.kept.changes;
  const { row, column, before, after, format, cell } = change;
  const shown = (value: string | number | null): string =>
    value === null ? words.empty : typeof value === "number" ? formatted(String(value), format, language) : value;
  return (
    <>
      <PlaceLink sheet={sheet} cell={cell} />{" "}
      {`${[row, column].filter((text) => text !== "").join(", ")}: ${words.change(shown(before), shown(after))}`}
    </>
  );
}
