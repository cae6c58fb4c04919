// src/pane/steps/board/readiness.tsx: whether the follow-up is ready for the board, and which texts are missing where.
import type { InitiativeResult } from "../../../actions/analyse";
import { type MissingText, readinessOf } from "../../../domain/deviation/readiness";
import { cellName, type Grid } from "../../../intake/grid";
import { PlaceLink } from "../../parts/placeLink";
import type { Run } from "../../work/state";
import { useWords } from "../../parts/words";

/** `at`: the initiative's place among the results. */
export function Readiness({ run, result, at }: { run: Run; result: InitiativeResult; at: number }) {
  const { pane, texts } = useWords();
  const words = pane.board.ready;
  const { marked, missing } = readinessOf(result.followUp, result.kept);
  const role = at === 0 ? "avvikelse" : `avvikelse:${at + 1}`;
  const tab = run.source.workbook.grids.find((grid) => grid.role === role);
  const lacks = ({ cause, action }: MissingText): string =>
    cause && action ? words.lacks.both : cause ? words.lacks.cause : words.lacks.action;
  return (
    <section>
      <h2>{words.heading}</h2>
      {missing.length === 0 ? (
        <p class="tone-good">{marked === 0 ? words.nothingMarked : words.yes}</p>
      ) : (
        <>
          <p>{words.no(missing.length)}</p>
          <ul class="missing-texts">
            {missing.map((each) => {
              const heading = each.cause ? texts.tabs.deviation.cause : texts.tabs.deviation.action;
              const cell = tab === undefined ? null : cellOf(tab, each.costLine, heading);
              return (
                <li key={each.line}>
                  <b>{each.costLine}</b>: {lacks(each)}
                  {tab === undefined || cell === null ? null : (
                    <>
                      {" "}
                      <PlaceLink sheet={tab.sheet} cell={cell} />
                    </>
                  )}
                </li>
              );
            })}
          </ul>
          <p class="muted table-note">{words.note}</p>
        </>
      )}
    </section>
  );
}

/** Where the text is to be written in the tab as it stands in the workbook; null: there is no such line or column in it. */
function cellOf({ values }: Grid, costLine: string, heading: string): string | null {
  const header = values.findIndex((row) => row.includes(heading));
  const column = values[header]?.indexOf(heading) ?? -1;
  const row = values.findIndex((cells, index) => index > header && cells[0] === costLine);
  return column < 0 || row < 0 ? null : cellName(row, column);
}
