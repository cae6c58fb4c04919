// src/pane/steps/return/moneyBackView.tsx: money in and money back: the choices it rests on, the figures, and the line of caveats beside them.
import { useState } from "preact/hooks";
import type { MoneyBack as MoneyBack } from "../../../domain/return/moneyBack";
import type { Horizon } from "../../../domain/return/agencyReturn";
import { caveatText } from "../../../text/caveats";
import { numberText } from "../../../text/format";
import { HorizonChart } from "./horizonChart";
import { ReturnChoices } from "./returnChoices";
import type { Actions } from "../../run/run";
import type { Run } from "../../run/state";
import { useWords } from "../../parts/words";
import { AvoidedFigures } from "./avoidedFigures";
import { InitiativeTable } from "./initiativeTable";
import { PartyTable } from "./partyTable";
import { ReturnFigures } from "./returnFigures";
import { OwnValues } from "../writing/writingViews";

/** The horizon that the board's sentence is about. */
const standardHorizon: Horizon = "5";

export function MoneyBackView({ run, moneyBack, actions }: { run: Run; moneyBack: MoneyBack; actions: Actions }) {
  const { pane, texts } = useWords();
  const [horizon, setHorizon] = useState(standardHorizon);
  const { result, avoided } = moneyBack;
  const caveats = caveatText(result.caveats, texts);
  if (result.basis.ready.length === 0) {
    return (
      <section>
        <h2>{pane.returns.heading}</h2>
        <p>{pane.returns.noParticipants}</p>
      </section>
    );
  }
  return (
    <>
      <section class="returns">
        <h2>{pane.returns.heading}</h2>
        <ReturnChoices
          options={run.options}
          moneyBack={moneyBack}
          horizon={horizon}
          onHorizon={setHorizon}
          onChange={actions.recompute}
        />
        <OwnValues options={run.options} moneyBack={moneyBack} onChange={actions.recompute} />
        <ReturnFigures result={result} horizon={horizon} />
        <p class="muted table-note">{caveats}</p>
        <Draws moneyBack={moneyBack} />
      </section>
      <HorizonChart result={result} />
      <PartyTable result={result} horizon={horizon} />
      <InitiativeTable moneyBack={moneyBack} horizon={horizon} />
      <AvoidedFigures avoided={avoided} />
    </>
  );
}

/** Said only where something is uncertain: else all draws are the same. */
function Draws({ moneyBack: { tornado, distribution } }: { moneyBack: MoneyBack }) {
  const { pane, language } = useWords();
  if (tornado.length === 0 || distribution.ratio === null) return null;
  const { p5, p95 } = distribution.ratio;
  return <p class="table-note">{pane.returns.draws(numberText(p5, 2, language), numberText(p95, 2, language))}</p>;
}
