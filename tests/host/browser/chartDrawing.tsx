// tests/host/browser/chartDrawing.tsx: a sheet's charts, drawn plainly over the cells that they cover: columns, bars and lines. Other
// kinds show their title only.
import type { Rect } from "../a1";
import type { ChartData, SeriesData, SheetData } from "../sheetModel";
import { type GridLayout, headingHeight, headingWidth } from "./gridLayout";
import { numberText } from "./numberText";
import type { Workbench } from "./workbench";

const palette = ["#1f4e5f", "#9db8c2", "#c98b3b", "#6e8f5e", "#7a5c8e"];
const margin = { top: 34, right: 14, bottom: 40, left: 70 };
const categoryRoom = 150;

export function Charts({ workbench, sheet, layout }: { workbench: Workbench; sheet: SheetData; layout: GridLayout }) {
  return (
    <>
      {sheet.charts.map((chart) =>
        chart.position === null ? null : (
          <Chart
            key={chart.id}
            workbench={workbench}
            chart={chart}
            box={boxOf(layout, { ...chart.position.from, ...ends(chart.position.to) })}
          />
        ),
      )}
    </>
  );
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function ends({ bottom, right }: Rect): Pick<Rect, "bottom" | "right"> {
  return { bottom, right };
}

function boxOf({ rows, columns }: GridLayout, { top, left, bottom, right }: Rect): Box {
  const [x, y] = [columns.at[left] ?? 0, rows.at[top] ?? 0];
  return {
    left: headingWidth + x,
    top: headingHeight + y,
    width: (columns.at[right + 1] ?? x) - x,
    height: (rows.at[bottom + 1] ?? y) - y,
  };
}

function Chart({ workbench, chart, box }: { workbench: Workbench; chart: ChartData; box: Box }) {
  const drawn = /^(Column|Bar|Line)/.test(chart.type);
  return (
    <svg
      class="chart"
      role="img"
      aria-label={chart.title.text}
      width={box.width}
      height={box.height}
      style={{ left: `${box.left}px`, top: `${box.top}px` }}
    >
      <text class="chart-title" x={box.width / 2} y={20} text-anchor="middle">
        {chart.title.visible ? chart.title.text : ""}
      </text>
      {drawn ? <Plot workbench={workbench} chart={chart} box={box} /> : null}
      {chart.legend.visible ? <Legend chart={chart} box={box} /> : null}
    </svg>
  );
}

/** Sizes along the categories and along the values, whichever of them lies. */
interface Frame {
  readonly lying: boolean;
  readonly along: number;
  readonly across: number;
  readonly slot: number;
  readonly ticks: readonly number[];
  /** How far along the value axis. */
  readonly at: (value: number) => number;
}

function frameOf(chart: ChartData, box: Box, series: readonly (readonly number[])[], categories: number): Frame {
  const lying = chart.type.startsWith("Bar");
  const [width, height] = [box.width - leftOf(chart) - margin.right, box.height - margin.top - margin.bottom];
  const [along, across] = lying ? [height, width] : [width, height];
  const ticks = ticksOf(series.flat());
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const at = (value: number): number => ((value - low) / (high - low || 1)) * across;
  return { lying, along, across, slot: along / Math.max(1, categories), ticks, at };
}

function leftOf(chart: ChartData): number {
  return chart.type.startsWith("Bar") ? categoryRoom : margin.left;
}

function Plot({ workbench, chart, box }: { workbench: Workbench; chart: ChartData; box: Box }) {
  const series = chart.series.map((each) => valuesOf(workbench, each).map((value) => Number(value) || 0));
  const categories = namesOf(workbench, chart);
  const frame = frameOf(chart, box, series, categories.length);
  const { lying, across, slot } = frame;
  const { numberFormat } = chart.axes.value.settings;
  const format = typeof numberFormat === "string" ? numberFormat : "General";
  return (
    <g transform={`translate(${leftOf(chart)} ${margin.top})`}>
      {frame.ticks.map((tick) => (
        <Tick key={tick} frame={frame} value={tick} text={numberText(tick, format, workbench.choices.locale)} />
      ))}
      {series.map((values, member) =>
        values.map((value, index) => (
          <rect
            key={`${member}-${index}`}
            {...barOf(frame, value, index, member, series.length)}
            fill={colourOf(chart, member)}
          />
        )),
      )}
      {categories.map((category, index) => (
        <text
          key={index}
          class="chart-text"
          {...(lying
            ? { x: -6, y: slot * (index + 0.5) + 4, "text-anchor": "end" }
            : { x: slot * (index + 0.5), y: across + 14, "text-anchor": "middle" })}
        >
          {shortened(category, Math.floor((lying ? categoryRoom : slot) / 6))}
        </text>
      ))}
    </g>
  );
}

function Tick({ frame, value, text }: { frame: Frame; value: number; text: string }) {
  const { lying, along, across, at } = frame;
  const place = lying ? at(value) : across - at(value);
  return (
    <g>
      <line
        class={value === 0 ? "chart-line chart-zero" : "chart-line"}
        {...(lying ? { x1: place, x2: place, y1: 0, y2: along } : { x1: 0, x2: along, y1: place, y2: place })}
      />
      <text
        class="chart-text"
        {...(lying
          ? { x: place, y: along + 14, "text-anchor": "middle" }
          : { x: -6, y: place + 4, "text-anchor": "end" })}
      >
        {text}
      </text>
    </g>
  );
}

function barOf({ lying, across, slot, at }: Frame, value: number, index: number, member: number, members: number) {
  const thick = (slot * 0.7) / Math.max(1, members);
  const start = slot * index + slot * 0.15 + thick * member;
  const [from, size] = [Math.min(at(0), at(value)), Math.abs(at(value) - at(0))];
  return lying
    ? { x: from, width: size, y: start, height: thick }
    : { x: start, width: thick, y: across - from - size, height: size };
}

function Legend({ chart, box }: { chart: ChartData; box: Box }) {
  return (
    <g transform={`translate(${margin.left} ${box.height - 14})`}>
      {chart.series.map(({ name }, member) => (
        <g key={member} transform={`translate(${member * 130} 0)`}>
          <rect width={10} height={10} y={-9} fill={colourOf(chart, member)} />
          <text class="chart-text" x={16}>
            {name}
          </text>
        </g>
      ))}
    </g>
  );
}

function colourOf(chart: ChartData, member: number): string {
  return chart.series[member]?.fillColor ?? palette[member % palette.length] ?? "#1f4e5f";
}

function valuesOf(workbench: Workbench, { values }: Pick<SeriesData, "values">): unknown[] {
  if (values === null) return [];
  const { sheet, rect } = values;
  const found: unknown[] = [];
  for (let row = rect.top; row <= rect.bottom; row++) {
    for (let column = rect.left; column <= rect.right; column++) found.push(workbench.shownAt(sheet, row, column));
  }
  return found;
}

function namesOf(workbench: Workbench, chart: ChartData): string[] {
  const count = Math.max(0, ...chart.series.map((series) => valuesOf(workbench, series).length));
  const names = valuesOf(workbench, { values: chart.series[0]?.categories ?? null });
  return Array.from({ length: count }, (_, index) => {
    const name = names[index];
    return typeof name === "string" ? name : String(typeof name === "number" ? name : index + 1);
  });
}

/** Round steps around what is drawn, zero among them. */
function ticksOf(values: readonly number[]): number[] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const rough = (high - low || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  return Array.from({ length: Math.ceil(high / step) - first + 1 }, (_, index) => (first + index) * step);
}

function shortened(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, Math.max(1, characters - 1))}…`;
}
