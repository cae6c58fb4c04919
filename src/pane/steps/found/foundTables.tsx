// src/pane/steps/found/foundTables.tsx: every table that was found, where it stands and what came of its rows, with a way to correct each;
// a way to point out a table that was not found; and what was set aside.
import { useState } from "preact/hooks";
import type { BudgetTable } from "../../../domain/deviation/budget";
import type { Problem } from "../../../domain/problem";
import type { FoundPlace } from "../../../domain/tableCorrection";
import { problemWords } from "../../../text/problems";
import { PlaceLink } from "../../parts/placeLink";
import type { Actions } from "../../run/run";
import type { Run } from "../../run/state";
import type { HostMode } from "../../modes/hostMode";
import { useWords } from "../../parts/words";
import { TableEditor, useMappingWords } from "./mapping";
import { MissingTable, pointedAt } from "./missingTable";
import { Unfolding } from "./unfolding";

interface Props {
  readonly run: Run;
  readonly mode: HostMode;
  readonly actions: Actions;
}

const keyOf = ({ sheet, row, left }: FoundPlace): string => `${sheet}!${row}:${left}`;

/** `shown`: the range of the budget table whose own card has the way to correct it; null: there is none. */
export function FoundTables({ run, mode, actions, shown }: Props & { readonly shown: BudgetRange | null }) {
  const mapping = useMappingWords();
  const [pointed, setPointed] = useState<string | null>(null);
  const places = run.analysis.readings[0]?.found ?? [];
  // A ledger has no cells: there is no table to point out, and nothing to remember it in.
  if (run.source.workbook.ledger !== undefined)
    return run.analysis.setAside.length === 0 ? null : (
      <section class="card">
        <SetAsideRows run={run} />
      </section>
    );
  return (
    <section class="card">
      <h2>{mapping.otherTables}</h2>
      <ul class="found-tables">
        {places.map((place) => (
          <Table
            key={keyOf(place)}
            run={run}
            place={place}
            actions={actions}
            editable={!isShown(place, shown) && pointedAt(place) !== pointed}
          />
        ))}
      </ul>
      <SetAsideRows run={run} />
      <MissingTable run={run} actions={actions} lead={mapping.missingLead} pointed={pointed} onPoint={setPointed} />
      <Remembered run={run} mode={mode} actions={actions} />
    </section>
  );
}

function Table(props: { run: Run; place: FoundPlace; actions: Actions; editable: boolean }) {
  const mapping = useMappingWords();
  const { run, place, actions } = props;
  const ignored = place.correction?.use === "ignore";
  const note = ignored ? mapping.leftOut : place.correction === null ? null : mapping.corrected;
  return (
    <li>
      <p>
        <b>{mapping.kinds[place.kind]}</b> {note === null ? null : <span class="muted">({note})</span>}
      </p>
      <p>
        <PlaceLink sheet={place.sheet} cell={place.range} />
        {place.kind === "initiative" ? null : (
          <span class="muted"> {mapping.rowCount(place.used, place.setAside)}</span>
        )}
      </p>
      {place.kind === "initiative" || !props.editable ? null : (
        <Unfolding summary={mapping.change} open={isFresh(run, place)}>
          <TableEditor run={run} place={place} actions={actions} />
        </Unfolding>
      )}
    </li>
  );
}

/** What was changed in this session stays open when the view around it changes; what is remembered from before is not in the way. */
function isFresh(run: Run, place: FoundPlace): boolean {
  return place.correction !== null && run.options.corrections !== undefined;
}

type BudgetRange = Pick<BudgetTable, "sheet" | "range">;

function isShown(place: FoundPlace, shown: BudgetRange | null): boolean {
  return shown !== null && place.kind === "budget" && place.sheet === shown.sheet && place.range === shown.range;
}

/** The way to correct the budget table that is shown. */
export function TableOfResult({ run, table, actions }: { run: Run; table: BudgetTable; actions: Actions }) {
  const mapping = useMappingWords();
  const place = run.analysis.readings[0]?.found.find((each) => isShown(each, table));
  if (place === undefined) return null;
  const assumed = table.unitReading === "assumed" || table.signReading === "assumed";
  return (
    <Unfolding key={keyOf(place)} summary={mapping.change} open={assumed || isFresh(run, place)}>
      <TableEditor run={run} place={place} actions={actions} />
    </Unfolding>
  );
}

/** Where nothing could be computed: what can be said of the tables that are there, and of one that was not seen. */
export function RefusedTables({ run, mode, actions }: Props) {
  const { pane } = useWords();
  const mapping = useMappingWords();
  const [pointed, setPointed] = useState<string | null>(null);
  const places = (run.analysis.readings[0]?.found ?? []).filter(({ kind }) => kind !== "initiative");
  // Nothing of such a workbook is shown, not even as an example of what a column holds.
  if (run.analysis.problems.some(({ code }) => code === "personal-identity-number")) return null;
  if (!run.source.workbook.grids.some(({ role, rows }) => role === null && rows > 0)) return null;
  return (
    <section class="card">
      <h2>{pane.found.change}</h2>
      {places.length === 0 ? null : (
        <ul class="found-tables">
          {places.map((place) => (
            <Table
              key={keyOf(place)}
              run={run}
              place={place}
              actions={actions}
              editable={pointedAt(place) !== pointed}
            />
          ))}
        </ul>
      )}
      <MissingTable
        run={run}
        actions={actions}
        lead={mapping.refusedLead}
        open={places.length === 0}
        pointed={pointed}
        onPoint={setPointed}
      />
      <Remembered run={run} mode={mode} actions={actions} />
    </section>
  );
}

/** What is kept in the workbook, also where no table answers to it any more, and the way to be rid of it. */
function Remembered({ run, mode, actions }: Props) {
  const mapping = useMappingWords();
  const { corrections = [], answers = [] } = run.analysis.readings[0] ?? {};
  return (
    <div class="remembered">
      <p class="muted">{mapping.saved[mode.kind]}</p>
      {corrections.length + answers.length === 0 ? null : (
        <>
          <p>{mapping.forgetNote(corrections.length, answers.length)}</p>
          <Forget actions={actions} />
        </>
      )}
    </div>
  );
}

/** Asks before it forgets: what many clicks have said is not lost by one. */
function Forget({ actions }: Pick<Props, "actions">) {
  const mapping = useMappingWords();
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <fluent-button
        size="small"
        onClick={() => {
          setAsking(true);
        }}
      >
        {mapping.forget}
      </fluent-button>
    );
  return (
    <div role="group" aria-label={mapping.forget}>
      <p role="alert">{mapping.forgetAsk}</p>
      <fluent-button
        size="small"
        onClick={() => {
          setAsking(false);
          actions.forget();
        }}
      >
        {mapping.forgetYes}
      </fluent-button>{" "}
      <fluent-button
        size="small"
        onClick={() => {
          setAsking(false);
        }}
      >
        {mapping.forgetNo}
      </fluent-button>
    </div>
  );
}

/** More than this is no longer read by anybody; the tab Kontroller has them all. */
const SHOWN = 50;

function SetAsideRows({ run }: { run: Run }) {
  const { texts } = useWords();
  const mapping = useMappingWords();
  const { setAside, problems } = run.analysis;
  if (setAside.length === 0) return null;
  const reasons = new Map<string, Problem>();
  for (const each of problems) {
    reasons.set(`${each.code} ${each.sheet ?? ""}!${each.cell ?? ""}`, each);
    // Of a table that is left out as a whole, the reason is said once.
    if (!reasons.has(`${each.code} ${each.sheet ?? ""}`)) reasons.set(`${each.code} ${each.sheet ?? ""}`, each);
  }
  const reasonOf = (code: string, sheet: string, cell: string): string => {
    const found = reasons.get(`${code} ${sheet}!${cell}`) ?? reasons.get(`${code} ${sheet}`);
    return found === undefined ? code : problemWords(found, texts).what;
  };
  return (
    <details class="set-aside">
      <summary>{mapping.setAside(setAside.length)}</summary>
      <ul>
        {setAside.slice(0, SHOWN).map(({ sheet, cell, reason }, index) => (
          <li key={index}>
            <PlaceLink sheet={sheet} cell={cell} /> <span class="muted">{reasonOf(reason, sheet, cell)}</span>
          </li>
        ))}
      </ul>
      {setAside.length > SHOWN ? <p class="muted">{mapping.setAsideMore(setAside.length - SHOWN)}</p> : null}
    </details>
  );
}
