// src/pane/parts/chart.tsx: deviations per cost line as bars around zero. Bars are drawn in SVG; names and figures are text beside them.
import type { FollowUp } from "../../domain/deviation/followUp";
import { hasIncome } from "../../domain/deviation/lineKind";
import type { Decimal } from "../../domain/money";
import { figuresOf, toneOf } from "./figures";
import { useWords } from "./words";

/** More bars than this are no picture any more; the table below has them all. The largest deviations are kept. */
const mostBars = 20;
const width = 100;
const height = 10;

export function DeviationChart({ followUp }: { followUp: FollowUp }) {
  const { pane, texts } = useWords();
  const { signed } = figuresOf(followUp.table, texts);
  const own = hasIncome(followUp.table);
  const bars = largest(followUp.lineTotals.map(({ amount }, index) => ({ index, amount })));
  const scale = scaleOf(bars.map(({ amount }) => amount));
  return (
    <section class="chart">
      <h2>{own ? texts.kinds.chartTitle : pane.result.chart}</h2>
      <ul>
        {bars.map(({ index, amount }) => (
          <li key={index}>
            <span class="chart-name">{followUp.table.lines[index]}</span>
            <Bar from={scale(0)} to={scale(amount.toNumber())} tone={toneOf(amount)} />
            <span class="chart-value number">{signed(amount)}</span>
          </li>
        ))}
      </ul>
      <p class="muted">
        {pane.result.amountsIn(followUp.table.unit)}. {own ? texts.kinds.chartNote : pane.result.chartNote}
      </p>
    </section>
  );
}

function Bar({ from, to, tone }: { from: number; to: number; tone: string }) {
  const left = Math.min(from, to);
  return (
    <svg class="bar" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class={`bar-${tone}`} x={left} y={1} width={Math.abs(to - from)} height={height - 2} />
      <line class="bar-zero" x1={from} x2={from} y1={0} y2={height} />
    </svg>
  );
}

interface BarData {
  readonly index: number;
  readonly amount: Decimal;
}

/** The largest in size, in the source's order. */
function largest(bars: readonly BarData[]): readonly BarData[] {
  if (bars.length <= mostBars) return bars;
  return [...bars]
    .sort((a, b) => b.amount.abs().cmp(a.amount.abs()))
    .slice(0, mostBars)
    .sort((a, b) => a.index - b.index);
}

/** Kronor to a place on the axis, which always holds zero. Floats are fine here: these are pixels, not money. */
function scaleOf(amounts: readonly Decimal[]): (kr: number) => number {
  const values = amounts.map((amount) => amount.toNumber());
  const low = Math.min(0, ...values);
  const span = Math.max(0, ...values) - low || 1;
  return (kr) => ((kr - low) / span) * width;
}
