// src/pane/steps/return/initiativeTable.tsx: persons, money in and money back for each initiative that the rows tell apart, small ones hidden as on the tab Parter.
import type { InitiativeMoneyBack, MoneyBack } from "../../../domain/return/moneyBack";
import { hiddenParts } from "../../../domain/finalReport/disclosure";
import type { Horizon } from "../../../domain/return/agencyReturn";
import { ratioText, wholeKr } from "../../parts/figures";
import { FigureTable } from "../../parts/figureTable";
import { useWords } from "../../parts/words";

export function InitiativeTable(props: { moneyBack: MoneyBack; horizon: Horizon }) {
  const { texts } = useWords();
  const { initiatives, result } = props.moneyBack;
  if (initiatives.length === 0) return null;
  const { horizon: names, parties } = texts.returnTabs;
  const words = parties.initiatives;
  const within = names[props.horizon].toLowerCase().replaceAll(" ", "\u00a0");
  // What an initiative's own table has booked is no part of the total where the parties' rows name no initiative.
  const apart = initiatives.some(({ paidFrom, contributions }) => paidFrom === "booked" && contributions.size === 0);
  const kr = wholeKr(texts);
  const persons = result.basis.ready.length;
  const hidden = hiddenParts(
    initiatives.map((each) => each.result.basis.ready.length),
    persons,
  );
  const all = result.horizons[props.horizon].total;
  return (
    <FigureTable
      heading={words.heading}
      note={[words.note, ...(apart ? [words.noteMoneyIn] : [])].join(" ")}
      columns={[words.initiative, words.persons, parties.in, words.back(within), words.ratio(within)]}
    >
      <tbody>
        {initiatives.map((initiative, at) => (
          <Initiative
            key={initiative.name ?? ""}
            initiative={initiative}
            horizon={props.horizon}
            hidden={hidden.parts[at] ?? true}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.all}</th>
          <td class="number">{hidden.total ? parties.hiddenGroup : persons}</td>
          <td class="number">{kr(result.paidIn.total)}</td>
          <td class="number">{hidden.total ? parties.hiddenGroup : kr(all.back)}</td>
          <td class="number">{hidden.total ? parties.hiddenGroup : ratioText(all.ratio, texts)}</td>
        </tr>
      </tfoot>
    </FigureTable>
  );
}

/** Money in tells of no persons, and is shown. */
function Initiative(props: { initiative: InitiativeMoneyBack; horizon: Horizon; hidden: boolean }) {
  const { texts } = useWords();
  const { parties } = texts.returnTabs;
  const { name, paidFrom, valued, result } = props.initiative;
  const kr = wholeKr(texts);
  const people = result.basis.ready.length;
  const { back, ratio } = result.horizons[props.horizon].total;
  const figure = (text: string): string => (props.hidden ? parties.hiddenGroup : text);
  return (
    <tr>
      <th scope="row">{name ?? parties.initiatives.unnamed}</th>
      <td class="number">{figure(String(people))}</td>
      <td class="number">{paidFrom === null ? "–" : kr(valued.total)}</td>
      <td class="number">{figure(people === 0 ? "–" : kr(back))}</td>
      <td class="number">{figure(people === 0 ? "–" : ratioText(ratio, texts))}</td>
    </tr>
  );
}
