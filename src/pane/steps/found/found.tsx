// src/pane/steps/found/found.tsx: what was found in the workbook and how it was read, with a way to say otherwise.
import type { RowCount } from "../../../actions/analysis";
import type { BudgetTable } from "../../../domain/deviation/budget";
import { hasIncome } from "../../../domain/deviation/lineKind";
import { PlaceLink } from "../../parts/placeLink";
import type { Actions } from "../../run/run";
import type { Run } from "../../run/state";
import { useWords } from "../../parts/words";
import { TableOfResult } from "./mappingViews";

export function Found({ run, table, actions }: { run: Run; table: BudgetTable; actions: Actions }) {
  const { pane } = useWords();
  return (
    <section class="card">
      <h2>{pane.found.heading}</h2>
      <Facts table={table} />
      <Rows rows={run.analysis.rows} />
      <TableOfResult run={run} table={table} actions={actions} />
    </section>
  );
}

function Rows({ rows }: { rows: RowCount }) {
  const { pane } = useWords();
  return <p class="muted">{pane.found.rows(rows.seen, rows.used, rows.setAside)}</p>;
}

function Facts({ table }: { table: BudgetTable }) {
  const { pane, texts } = useWords();
  const first = table.periods[0];
  const last = table.periods.at(-1);
  return (
    <dl class="facts">
      <dt>{pane.found.sheet}</dt>
      <dd>{table.sheet}</dd>
      <dt>{pane.found.range}</dt>
      <dd>
        <PlaceLink sheet={table.sheet} cell={table.range} shown={table.range} />
      </dd>
      <dt>{pane.found.layout}</dt>
      <dd>{pane.found.layouts[table.layout]}</dd>
      <dt>{pane.found.lines}</dt>
      <dd>{table.lines.length}</dd>
      <dt>{pane.found.periods}</dt>
      <dd>
        {table.periods.length}
        {first === undefined || last === undefined ? null : (
          <span class="muted"> ({first === last ? first.label : `${first.label} – ${last.label}`})</span>
        )}
      </dd>
      <dt>{pane.found.unit}</dt>
      <dd>
        <b>{table.unit}</b> <span class="muted">{pane.found.reading[table.unitReading]}</span>
      </dd>
      <dt>{hasIncome(table) ? texts.kinds.written : pane.found.sign}</dt>
      <dd>
        <b>{hasIncome(table) ? texts.kinds.orientations[table.orientation] : pane.found.signs[table.sign]}</b>{" "}
        <span class="muted">{pane.found.reading[table.signReading]}</span>
      </dd>
    </dl>
  );
}
