// src/pane/steps/deviation/tables.tsx: deviations per cost line and period, the forecast and unit costs, as tables of figures.
import type { Deviation } from "../../../domain/deviation/deviation";
import type { FollowUp } from "../../../domain/deviation/followUp";
import { hasIncome, kindOf, LINE_KINDS } from "../../../domain/deviation/lineKind";
import type { Decimal } from "../../../domain/money";
import { amountText } from "../../../text/format";
import { wayText } from "../../../text/kinds";
import { costUnitOf, figuresOf, toneOf } from "../../parts/figures";
import { FigureTable } from "../../parts/figureTable";
import { useWords } from "../../parts/words";

function DeviationCells({
  deviation,
  followUp,
  verdict,
}: {
  deviation: Deviation;
  followUp: FollowUp;
  verdict?: string;
}) {
  const { pane, texts } = useWords();
  const { amount, signed, signedShare } = figuresOf(followUp.table, texts);
  return (
    <>
      <td class="number">{amount(deviation.outcome)}</td>
      <td class="number">{amount(deviation.budget)}</td>
      <td class={`number tone-${toneOf(deviation.amount)}`}>
        {signed(deviation.amount)}
        {verdict === undefined ? null : <span class="hidden"> {verdict}</span>}
      </td>
      <td class="number">{deviation.share === null ? pane.result.notApplicable : signedShare(deviation.share)}</td>
    </>
  );
}

export function LineTable({ followUp }: { followUp: FollowUp }) {
  const { pane, texts } = useWords();
  const { table, limits } = followUp;
  const { share } = figuresOf(table, texts);
  const words = pane.result;
  const anyMaterial = followUp.material.some(Boolean);
  const limit = `${amountText(limits.amount, "kr", 0, texts.language)} kr`;
  return (
    <FigureTable
      heading={hasIncome(table) ? texts.kinds.perLine : words.lines}
      note={[words.amountsIn(table.unit) + ".", anyMaterial ? words.materialNote(limit, share(limits.share)) : ""].join(
        " ",
      )}
      columns={[
        hasIncome(table) ? texts.kinds.line : words.line,
        words.outcome,
        words.budget,
        words.deviation,
        words.share,
      ]}
    >
      {hasSections(followUp) ? (
        sectionsOf(followUp).map(({ kind, totals }) => (
          <tbody key={kind}>
            <tr>
              <th scope="rowgroup" colSpan={5} class="section">
                {texts.kinds.sections[kind]}
              </th>
            </tr>
            {totals.lines.map((line) => (
              <LineRow key={line} followUp={followUp} line={line} />
            ))}
            <tr class="section-sum">
              <th scope="row">{texts.kinds.sums[kind]}</th>
              <DeviationCells
                deviation={totals.total}
                followUp={followUp}
                verdict={wayText(kind, totals.total.amount, texts)}
              />
            </tr>
          </tbody>
        ))
      ) : (
        <tbody>
          {followUp.lineTotals.map((_, index) => (
            <LineRow key={index} followUp={followUp} line={index} />
          ))}
        </tbody>
      )}
      <tfoot>
        <tr>
          <th scope="row">{hasSections(followUp) ? texts.kinds.result : words.total}</th>
          <DeviationCells
            deviation={hasSections(followUp) ? { ...followUp.total, share: null } : followUp.total}
            followUp={followUp}
            verdict={totalVerdict(followUp.total.amount, words)}
          />
        </tr>
      </tfoot>
    </FigureTable>
  );
}

function LineRow({ followUp, line }: { followUp: FollowUp; line: number }) {
  const { pane, texts } = useWords();
  const { table, lineTotals, material, total } = followUp;
  const deviation = lineTotals[line] ?? total;
  const kind = kindOf(table, line);
  const verdict = hasIncome(table)
    ? wayText(kind, deviation.amount, texts)
    : lineVerdict(deviation.amount, pane.result);
  return (
    <tr>
      <th scope="row">
        {table.lines[line]}
        {material[line] === true ? (
          <>
            {" "}
            <span class="mark-material">{pane.result.material}</span>
          </>
        ) : null}
      </th>
      <DeviationCells deviation={deviation} followUp={followUp} verdict={verdict} />
    </tr>
  );
}

/** Income beside anything else: the lines stand in sections, as in the written tab. */
function hasSections({ byKind }: FollowUp): boolean {
  return byKind.income !== null && (byKind.cost !== null || byKind.net !== null);
}

function sectionsOf({ byKind }: FollowUp) {
  return LINE_KINDS.flatMap((kind) => {
    const totals = byKind[kind];
    return totals === null ? [] : [{ kind, totals }];
  });
}

type Words = ReturnType<typeof useWords>["pane"]["result"];

function lineVerdict(deviation: Decimal, words: Words): string {
  return { good: words.lower, bad: words.higher, even: words.equal }[toneOf(deviation)];
}

function totalVerdict(deviation: Decimal, words: Words): string {
  return { good: words.surplus, bad: words.deficit, even: words.even }[toneOf(deviation)];
}

export function PeriodTable({ followUp }: { followUp: FollowUp }) {
  const { pane } = useWords();
  const words = pane.result;
  // Of a result a share of its budget says nothing.
  const withoutShare = (total: Deviation): Deviation => (hasSections(followUp) ? { ...total, share: null } : total);
  return (
    <FigureTable
      heading={words.byPeriod}
      note={`${words.amountsIn(followUp.table.unit)}.`}
      columns={[words.period, words.outcome, words.budget, words.deviation, words.share]}
    >
      <tbody>
        {followUp.periodTotals.map((total, index) => (
          <tr key={index}>
            <th scope="row">{followUp.table.periods[index]?.label}</th>
            {total === null ? (
              <td class="number muted" colSpan={4}>
                {words.notBooked}
              </td>
            ) : (
              <DeviationCells
                deviation={withoutShare(total)}
                followUp={followUp}
                verdict={totalVerdict(total.amount, words)}
              />
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          <DeviationCells
            deviation={withoutShare(followUp.total)}
            followUp={followUp}
            verdict={totalVerdict(followUp.total.amount, words)}
          />
        </tr>
      </tfoot>
    </FigureTable>
  );
}

/** Only where the budget covers more months than the outcome. */
export function ForecastTable({ followUp }: { followUp: FollowUp }) {
  const { pane, texts } = useWords();
  const { forecast, table } = followUp;
  if (forecast === null) return null;
  const words = pane.result;
  const { amount, signed } = figuresOf(table, texts);
  return (
    <FigureTable
      heading={words.forecast}
      note={`${words.amountsIn(table.unit)}.`}
      columns={[words.line, words.fullYearBudget, words.forecast, words.forecastDeviation]}
    >
      <tbody>
        {forecast.byLine.map((line, index) => (
          <tr key={index}>
            <th scope="row">{table.lines[index]}</th>
            <td class="number">{amount(line.fullYearBudget)}</td>
            <td class="number">{amount(line.chosen)}</td>
            <td class={`number tone-${toneOf(line.deviation)}`}>{signed(line.deviation)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          <td class="number">{amount(forecast.total.fullYearBudget)}</td>
          <td class="number">{amount(forecast.total.chosen)}</td>
          <td class={`number tone-${toneOf(forecast.total.deviation)}`}>{signed(forecast.total.deviation)}</td>
        </tr>
      </tfoot>
    </FigureTable>
  );
}

/** What one participant cost, planned against actual: what a surplus can hide. */
export function UnitCostTable({ followUp }: { followUp: FollowUp }) {
  const { pane, texts } = useWords();
  const words = pane.result;
  if (followUp.unitCosts === null || followUp.unitCosts.items.length === 0) return null;
  const { signedShare, count } = figuresOf(followUp.table, texts);
  const { unit, decimals } = costUnitOf(followUp.table);
  const cost = (kr: Decimal | null): string =>
    kr === null ? words.notApplicable : amountText(kr, unit, decimals, texts.language);
  const volume = (planned: Decimal | null): string => (planned === null ? words.notApplicable : count(planned));
  return (
    <FigureTable
      heading={words.unitCosts}
      note={`${words.amountsIn(unit)}.`}
      columns={[words.measure, words.volume, words.costBudgeted, words.costOutcome, words.change]}
    >
      <tbody>
        {followUp.unitCosts.items.map((item) => (
          <tr key={item.per}>
            <th scope="row">{words.per[item.per]}</th>
            <td class="number">
              {volume(item.plannedVolume)} / {volume(item.actualVolume)}
            </td>
            <td class="number">{cost(item.budget)}</td>
            <td class="number">{cost(item.outcome)}</td>
            <td class={`number tone-${item.change === null ? "even" : toneOf(item.change.negated())}`}>
              {item.change === null ? words.notApplicable : signedShare(item.change)}
            </td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
