// src/pane/steps/board/readiness.tsx: whether the follow-up is ready for the board, and which texts are missing where.
import type { InitiativeResult } from "../../../actions/analysis";
import { type MissingText, readinessOf } from "../../../domain/deviation/readiness";
import { cellName } from "../../../domain/a1";
import type { Cell } from "../../../report/sheetModel";
import { PlaceLink } from "../../parts/placeLink";
import type { Run } from "../../run/state";
import { useWords } from "../../parts/words";

interface Props {
  readonly run: Run;
  readonly result: InitiativeResult;
  /** The initiative's place among the results. */
  readonly at: number;
  /** The tabs stand in the workbook as this run made them. */
  readonly written: boolean;
}

export function Readiness({ run, result, at, written }: Props) {
  const { pane, texts } = useWords();
  const words = pane.board.ready;
  const { marked, missing } = readinessOf(result.followUp, result.kept);
  const role = at === 0 ? "avvikelse" : `avvikelse:${at + 1}`;
  const tab = written ? modelTab(run, role) : gridTab(run, role);
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
              const cell = tab === null ? null : cellOf(tab, each.costLine, heading);
              return (
                <li key={each.line}>
                  <b>{each.costLine}</b>: {lacks(each)}
                  {tab === null || cell === null ? null : (
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

/** A tab as it stands in the workbook. */
interface Tab {
  readonly sheet: string;
  readonly values: readonly (readonly unknown[])[];
}

function gridTab({ source }: Run, role: string): Tab | null {
  return source.workbook.grids.find((grid) => grid.role === role) ?? null;
}

function modelTab({ tabs }: Run, role: string): Tab | null {
  const tab = tabs.find((each) => each.role === role);
  if (tab === undefined) return null;
  const textOf = (cell: Cell | null): string | null => (cell?.content?.kind === "text" ? cell.content.text : null);
  return { sheet: tab.name, values: tab.rows.map((row) => row.map(textOf)) };
}

/** Where the text is to be written; null: there is no such line or column in the tab. */
function cellOf({ values }: Tab, costLine: string, heading: string): string | null {
  const header = values.findIndex((row) => row.includes(heading));
  const column = values[header]?.indexOf(heading) ?? -1;
  const row = values.findIndex((cells, index) => index > header && cells[0] === costLine);
  return column < 0 || row < 0 ? null : cellName(row, column);
}
