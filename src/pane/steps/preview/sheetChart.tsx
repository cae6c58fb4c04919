// src/pane/steps/preview/sheetChart.tsx: a tab's native chart, drawn as SVG from the same cells, for the preview.
import type { Area, ChartModel, SheetModel } from "../../../report/sheetModel";
import { formatted } from "../../../text/format";
import { useWords } from "../../parts/words";

const width = 640;
const height = 300;
const plot = { left: 70, right: 12, top: 14, bottom: 52 };
const heightWithoutLegend = height - 20;

export function SheetChart({ sheet, chart }: { sheet: SheetModel; chart: ChartModel }) {
  const { language } = useWords();
  const series = chart.series.map(({ name, values }) => ({ name, values: textsIn(sheet, values).map(Number) }));
  const categories = textsIn(sheet, chart.series[0]?.categories ?? null);
  const ticks = ticksOf(series.flatMap(({ values }) => values));
  const low = ticks[0] ?? 0;
  const span = (ticks.at(-1) ?? 1) - low || 1;
  const y = (value: number): number => plot.top + (1 - (value - low) / span) * (height - plot.top - plot.bottom);
  const slot = (width - plot.left - plot.right) / Math.max(1, categories.length);
  const bar = (slot * 0.7) / Math.max(1, series.length);
  return (
    <figure class="sheet-chart">
      <figcaption>{chart.title}</figcaption>
      <div class="sheet-chart-box" tabIndex={0} role="group" aria-label={chart.title}>
        <svg
          viewBox={`0 0 ${width} ${series.length < 2 ? heightWithoutLegend : height}`}
          role="img"
          aria-label={chart.description}
        >
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                class={tick === 0 ? "axis axis-zero" : "axis"}
                x1={plot.left}
                x2={width - plot.right}
                y1={y(tick)}
                y2={y(tick)}
              />
              <text class="tick" x={plot.left - 8} y={y(tick) + 4} text-anchor="end">
                {formatted(String(tick), chart.format, language)}
              </text>
            </g>
          ))}
          {series.map(({ values }, member) =>
            values.map((value, index) => (
              <rect
                key={`${member}-${index}`}
                class={`series-${member % 4}`}
                x={plot.left + slot * index + slot * 0.15 + bar * member}
                width={bar}
                y={Math.min(y(0), y(value))}
                height={Math.abs(y(value) - y(0))}
              />
            )),
          )}
          {categories.map((category, index) => (
            <text
              key={index}
              class="tick"
              x={plot.left + slot * (index + 0.5)}
              y={height - plot.bottom + 18}
              text-anchor="middle"
            >
              {shortened(category, Math.floor(slot / 6.4))}
            </text>
          ))}
          {series.length < 2
            ? null
            : series.map(({ name }, member) => (
                <g key={name}>
                  <rect
                    class={`series-${member % 4}`}
                    x={plot.left + member * 150}
                    y={height - 16}
                    width={10}
                    height={10}
                  />
                  <text class="tick" x={plot.left + member * 150 + 16} y={height - 7}>
                    {name}
                  </text>
                </g>
              ))}
        </svg>
      </div>
    </figure>
  );
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}

/** The cells of a row or column as text or decimal strings; empty ones are 0, as Excel draws them. */
function textsIn(sheet: SheetModel, area: Area | null): string[] {
  const texts: string[] = [];
  if (area === null) return texts;
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const content = sheet.rows[row]?.[column]?.content ?? null;
      texts.push(
        content === null
          ? "0"
          : content.kind === "text"
            ? content.text
            : content.kind === "number"
              ? content.number
              : content.cached,
      );
    }
  }
  return texts;
}

/** Three to seven round steps that hold all values and zero. Floats: these are places on an axis. */
export function ticksOf(values: readonly number[]): number[] {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(0, ...finite);
  const high = Math.max(0, ...finite);
  if (low === high) return [0, 1];
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  const ticks: number[] = [];
  for (let at = Math.floor(low / step); at <= Math.ceil(high / step); at += 1) ticks.push(at * step);
  return ticks;
}
