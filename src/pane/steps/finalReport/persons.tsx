// src/pane/steps/finalReport/persons.tsx: persons before and after, sums only; the tables stand in their tab, masked for the board.
import type { PersonCounts } from "../../../domain/finalReport/economySection";
import { SMALLEST_GROUP } from "../../../domain/finalReport/disclosure";
import { FigureTable } from "../../parts/figureTable";
import { useWords } from "../../parts/words";

export function Persons({ persons }: { persons: PersonCounts }) {
  const { pane, texts } = useWords();
  const words = texts.final.beforeAfter;
  if (persons.tables.length === 0) return null;
  const shown = (count: number): string =>
    count > 0 && count < SMALLEST_GROUP ? texts.final.report.fewPersons : String(count);
  return (
    <FigureTable
      heading={pane.whole.personsHeading}
      note={pane.whole.personsNote}
      columns={[words.initiative, words.before, words.after]}
    >
      <tbody>
        {persons.tables.map(({ title, result }, index) => (
          <tr key={index}>
            <th scope="row">
              {title ?? words.total}
              {result.sameIndividuals ? null : <span class="row-remark">{words.otherIndividualsMasked}</span>}
            </th>
            <td class="number">{shown(result.sumBefore)}</td>
            <td class="number">{shown(result.sumAfter)}</td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
