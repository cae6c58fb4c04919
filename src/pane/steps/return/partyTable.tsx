// src/pane/steps/return/partyTable.tsx: in, back and kr back per kr in for each party, with who pays without gaining said in words.
import type { AgencyReturn, Horizon, InAndBack, PartyReturn } from "../../../domain/return/agencyReturn";
import type { PartiesTexts } from "../../../text/returnTabs";
import { ratioText, wholeKr } from "../../parts/figures";
import { FigureTable } from "../../parts/figureTable";
import { useWords } from "../../parts/words";

export function PartyTable(props: { result: AgencyReturn; horizon: Horizon }) {
  const { pane, texts } = useWords();
  const words = texts.returnTabs.parties;
  const { parties, total, publicSector, moved } = props.result.horizons[props.horizon];
  return (
    <FigureTable
      heading={pane.returns.parties[props.horizon]}
      columns={[words.party, words.in, words.back, words.ratio]}
    >
      <tbody>
        {parties.map((party) => (
          <tr key={party.agency.name}>
            <th scope="row">
              {party.agency.name}
              <Remark text={remarkOf(party, words)} />
            </th>
            <Cells figures={party} />
          </tr>
        ))}
        <tr>
          <th scope="row">{words.moved}</th>
          <td class="number" />
          <td class="number">{wholeKr(texts)(moved)}</td>
          <td class="number" />
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.parties}</th>
          <Cells figures={total} />
        </tr>
        <tr>
          <th scope="row">{words.publicSector}</th>
          <Cells figures={publicSector} />
        </tr>
      </tfoot>
    </FigureTable>
  );
}

function Cells({ figures }: { figures: InAndBack }) {
  const { texts } = useWords();
  const kr = wholeKr(texts);
  const tone = figures.back.isNegative() && !figures.back.isZero() ? " tone-bad" : "";
  return (
    <>
      <td class="number">{kr(figures.in)}</td>
      <td class={`number${tone}`}>{kr(figures.back)}</td>
      <td class={`number${tone}`}>{ratioText(figures.ratio, texts)}</td>
    </>
  );
}

function Remark({ text }: { text: string | null }) {
  return text === null ? null : <span class="row-remark">{text}</span>;
}

/** As in the tab Parter: what a ratio does not say. Null: the party pays and gets something back. */
function remarkOf({ in: paid, back, outsideModel }: PartyReturn, words: PartiesTexts): string | null {
  if (outsideModel && back.isZero()) return words.outsideModel;
  if (paid.gt(0)) return back.lt(0) ? words.paysAndLoses : back.isZero() ? words.paysWithoutGain : null;
  return back.lt(0) ? words.loses : back.gt(0) ? words.gainsWithoutPaying : null;
}
