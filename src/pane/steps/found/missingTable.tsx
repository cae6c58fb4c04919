// src/pane/steps/found/missingTable.tsx: points out a table that was not recognised: its sheet, its row of headings, what its columns are.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { headerChange, likelyHeader, placeNow, unknownPlace, withChange } from "../../../actions/tableChoices";
import type { FoundPlace } from "../../../domain/tableCorrection";
import type { Actions } from "../../run/run";
import type { Run } from "../../run/state";
import { HeaderRow, TableEditor, useMappingWords } from "./mapping";
import { Unfolding } from "./unfolding";

interface Props {
  readonly run: Run;
  readonly actions: Actions;
  readonly lead: string;
  /** The workbook was refused for want of a table, so that this is what there is to do. */
  readonly open?: boolean;
  /** The table that is being pointed out here, as `pointedAt` names it; null: none yet. */
  readonly pointed: string | null;
  readonly onPoint: (pointed: string) => void;
}

/** A table by its header row: one that is pointed out here has its editor here and nowhere else. */
export function pointedAt({ sheet, row }: Pick<FoundPlace, "sheet" | "row">): string {
  return `${sheet}!${row}`;
}

export function MissingTable({ run, actions, lead, open = false, pointed, onPoint }: Props) {
  const mapping = useMappingWords();
  const id = useId();
  const grids = run.source.workbook.grids.filter(({ role, rows }) => role === null && rows > 0);
  const { found = [] } = run.analysis.readings[0] ?? {};
  const bare = grids.findIndex(({ sheet }) => !found.some((place) => place.sheet === sheet));
  const [sheet, setSheet] = useState(Math.max(0, bare));
  const [row, setRow] = useState<number | null>(null);
  const grid = grids[sheet] ?? grids[0];
  if (grid === undefined) return null;
  const at = row ?? likelyHeader(grid);
  const known = found.find((each) => each.kind !== "initiative" && each.sheet === grid.sheet && each.row === at);
  const place = known ?? unknownPlace(grid, at);
  const mine = pointed === pointedAt(place);
  const correct: Actions["correct"] = (change) => {
    onPoint(pointedAt(place));
    actions.correct(change);
  };
  return (
    <Unfolding summary={mapping.missing} open={open}>
      <p class="muted">{lead}</p>
      <div class="mapping">
        <div class="choice">
          <label for={id}>{mapping.sheet}</label>
          <select
            id={id}
            value={String(grids.indexOf(grid))}
            onChange={({ currentTarget }) => {
              setSheet(Number(currentTarget.value));
              setRow(null);
            }}
          >
            {grids.map((each, index) => (
              <option key={each.sheet} value={String(index)}>
                {each.sheet}
              </option>
            ))}
          </select>
        </div>
        <HeaderRow
          key={pointedAt(place)}
          grid={grid}
          row={at}
          onChange={(next) => {
            setRow(next);
            if (!mine || known === undefined) return;
            // What was said of the columns goes along to the row that is the right one.
            onPoint(pointedAt({ sheet: grid.sheet, row: next }));
            actions.correct(({ found: all, corrections }) => {
              const now = placeNow(all, known);
              return withChange(corrections, now, headerChange(grid, now, next));
            });
          }}
        />
        {known !== undefined && (!mine || known.used > 0) ? (
          <Listed focused={mine} />
        ) : (
          <TableEditor
            key={grid.sheet}
            run={run}
            place={place}
            actions={{ ...actions, correct }}
            pointing={known === undefined ? "unknown" : "known"}
          />
        )}
      </div>
    </Unfolding>
  );
}

/** The table has come to stand among those that were found; whoever was about to go on is told where. */
function Listed({ focused }: { focused: boolean }) {
  const mapping = useMappingWords();
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (focused) said.current?.focus();
  }, [focused]);
  return (
    <p ref={said} tabIndex={-1}>
      {mapping.listed}
    </p>
  );
}
