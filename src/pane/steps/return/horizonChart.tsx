// src/pane/steps/return/horizonChart.tsx: kr back per kr in per horizon as bars. The bars are SVG; horizons and figures are text beside them.
import type { AgencyReturn } from "../../../domain/return/agencyReturn";
import { horizonsOf, ratioText } from "../../parts/figures";
import { useWords } from "../../parts/words";

const width = 100;
const height = 10;

export function HorizonChart({ result }: { result: AgencyReturn }) {
  const { pane, texts } = useWords();
  const bars = horizonsOf(result).flatMap((horizon) => {
    const { ratio } = result.horizons[horizon].total;
    return ratio === null ? [] : [{ horizon, ratio }];
  });
  if (bars.length === 0) return null;
  // Floats are fine here: these are pixels, not money. The axis always holds zero and one.
  const values = bars.map(({ ratio }) => ratio.toNumber());
  const low = Math.min(0, ...values);
  const span = Math.max(1, ...values) - low;
  const x = (value: number): number => ((value - low) / span) * width;
  return (
    <section class="chart">
      <h2>{pane.returns.chart}</h2>
      <ul>
        {bars.map(({ horizon, ratio }) => (
          <li key={horizon}>
            <span class="chart-name">{texts.returnTabs.horizon[horizon]}</span>
            <svg
              class="bar"
              viewBox={`0 0 ${width} ${height}`}
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              <rect
                class={ratio.gte(1) ? "bar-good" : "bar-bad"}
                x={Math.min(x(0), x(ratio.toNumber()))}
                y={1}
                width={Math.abs(x(ratio.toNumber()) - x(0))}
                height={height - 2}
              />
              <line class="bar-zero" x1={x(0)} x2={x(0)} y1={0} y2={height} />
              <line class="bar-one" x1={x(1)} x2={x(1)} y1={0} y2={height} />
            </svg>
            <span class="chart-value number">{ratioText(ratio, texts)}</span>
          </li>
        ))}
      </ul>
      <p class="muted table-note">{pane.returns.chartNote}</p>
    </section>
  );
}
