// src/pane/steps/writing/sourceChanged.tsx: says that the sheets were changed after they were read, where, and offers to read them again.
import { Decimal } from "../../../domain/money";
import { numberText } from "../../../text/format";
import type { SourceChange } from "../../../workbook/excel/watch";
import { PlaceLink } from "../../parts/placeLink";
import type { Actions } from "../../run/run";
import { changedPlaces, rectangleOf } from "../../run/sourceChanges";
import type { Run, State } from "../../run/state";
import { useWords } from "../../parts/words";

const mostShown = 8;

export function SourceChanged({ run, state, actions }: { run: Run; state: State; actions: Actions }) {
  const { pane } = useWords();
  const words = pane.work.changed;
  const places = changedPlaces(state.changes);
  const more = places.length - mostShown;
  return (
    <div class="changed-live" role="status">
      {places.length === 0 ? null : (
        <section class="changed">
          <div class="changed-text">
            <h2>
              {words.heading} <span class="changed-count">{words.places(countOf(places))}</span>
            </h2>
            <p class="muted">{words.note}</p>
            <details>
              <summary>{words.show}</summary>
              <ul>
                {places.slice(0, mostShown).map((place, index) => (
                  <li key={index}>
                    <Place change={place} run={run} />
                  </li>
                ))}
                {more > 0 ? <li>{words.more(more)}</li> : null}
              </ul>
            </details>
          </div>
          <fluent-button
            size="small"
            disabled={state.stage !== null}
            aria-disabled={state.stage !== null}
            onClick={actions.update}
          >
            {words.update}
          </fluent-button>
        </section>
      )}
    </div>
  );
}

/** Places that were only counted count as many. */
function countOf(places: readonly SourceChange[]): number {
  return places.reduce(
    (count, place) => count + (place.kind === "cells" && place.address === null ? place.times : 1),
    0,
  );
}

function Place({ change, run }: { change: SourceChange; run: Run }) {
  const { pane } = useWords();
  const words = pane.work.changed;
  const { sheet } = change;
  if (change.kind !== "cells") return <span>{`${sheet}: ${words[change.kind]}`}</span>;
  const what = change.moved ? words.moved : change.address === null ? words.times(change.times) : null;
  return (
    <>
      <PlaceLink sheet={sheet} cell={change.address} />
      <Amounts change={change} run={run} />
      {what === null ? null : <span class="muted">{` ${what}`}</span>}
    </>
  );
}

/** Before and after, of numbers in a budget table only: elsewhere a cell may hold what belongs to a person. */
function Amounts({ change, run }: { change: Extract<SourceChange, { kind: "cells" }>; run: Run }) {
  const { pane, language } = useWords();
  const { before, after, address, sheet } = change;
  if (typeof before !== "number" || typeof after !== "number" || address === null) return null;
  const cell = rectangleOf(address);
  const inTable = run.analysis.results.some(({ followUp: { table } }) => {
    const area = table.sheet === sheet ? rectangleOf(table.range) : null;
    return (
      area !== null &&
      cell !== null &&
      cell.top >= area.top &&
      cell.bottom <= area.bottom &&
      cell.left >= area.left &&
      cell.right <= area.right
    );
  });
  if (!inTable) return null;
  const shown = (value: number): string => {
    const number = new Decimal(value);
    return numberText(number, Math.min(4, number.decimalPlaces()), language);
  };
  return <span class="changed-amounts">{` ${pane.work.changed.fromTo(shown(before), shown(after))}`}</span>;
}
