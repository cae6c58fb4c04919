// src/pane/steps/deviation/whole.tsx: what was found beside budget tables: the initiative, its parties and participants, and where they stand.
import type { ComponentChildren } from "preact";
import type { WorkbookResult } from "../../../actions/analysis";
import { monthText } from "../../../domain/period";
import { wholeKr } from "../../parts/figures";
import type { Run } from "../../run/state";
import { useWords } from "../../parts/words";

/** `rows`: shown here where no budget table tells of them. */
export function Whole({ run, whole, rows }: { run: Run; whole: WorkbookResult; rows: boolean }) {
  const { pane } = useWords();
  const { facts, moneyBack, persons } = whole;
  if (facts === null && moneyBack === null && persons === null) return null;
  const { seen, used, setAside } = run.analysis.rows;
  return (
    <section class="card">
      <h2>{rows ? pane.found.heading : pane.whole.heading}</h2>
      <dl class="facts">
        <InitiativeFacts whole={whole} />
        <ReturnFacts whole={whole} />
        {persons === null ? null : (
          <Fact name={pane.whole.counts}>{pane.whole.countsOf(persons.tables.length + persons.counts.length)}</Fact>
        )}
      </dl>
      {rows ? <p class="muted">{pane.found.rows(seen, used, setAside)}</p> : null}
    </section>
  );
}

function InitiativeFacts({ whole: { facts } }: { whole: WorkbookResult }) {
  const { pane, texts } = useWords();
  if (facts === null) return null;
  const kr = wholeKr(texts);
  return (
    <>
      {facts.name === null ? null : <Fact name={pane.found.initiative}>{facts.name}</Fact>}
      {facts.from === null || facts.to === null ? null : (
        <Fact name={pane.whole.period}>
          {monthText(facts.from)} – {monthText(facts.to)}
        </Fact>
      )}
      {facts.granted === null ? null : <Fact name={pane.whole.granted}>{kr(facts.granted)} kr</Fact>}
      {facts.used === null ? null : <Fact name={pane.whole.used}>{kr(facts.used)} kr</Fact>}
      {facts.participants === null ? null : (
        <Fact name={pane.whole.participants}>{facts.participants.value.toString()}</Fact>
      )}
    </>
  );
}

function ReturnFacts({ whole: { moneyBack } }: { whole: WorkbookResult }) {
  const { pane, texts } = useWords();
  if (moneyBack === null) return null;
  const { contributions, coverage, basis } = moneyBack.result;
  const { origins } = moneyBack;
  const sheets = [...new Set([...origins.contributions, ...origins.participants].map(({ sheet }) => sheet))];
  const left = basis.setAside.length;
  return (
    <>
      <Fact name={pane.whole.contributions}>
        {pane.whole.contributionsOf(contributions.agencies.length, wholeKr(texts)(contributions.total))}
      </Fact>
      <Fact name={pane.whole.calculated}>
        {pane.whole.calculatedOf(coverage.included, coverage.of)}
        {left === 0 ? null : <span class="muted"> ({pane.whole.notCalculated(left)})</span>}
      </Fact>
      {sheets.length === 0 ? null : <Fact name={pane.whole.sheets}>{sheets.join(", ")}</Fact>}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
