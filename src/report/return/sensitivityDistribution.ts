// src/report/return/sensitivityDistribution.ts: the simulated part of Känslighet: percentiles, probabilities and how the draws spread. All values.
import { Decimal } from "../../domain/money";
import type { Distribution } from "../../domain/return/uncertainty";
import { numberText } from "../../text/format";
import type { Texts } from "../../text/texts";
import { numberCell, textCell } from "../cells";
import { COLUMN, RATIO, type SensitivityInput, SHOWN_COLUMNS } from "./sensitivityFrame";
import type { SheetDraft } from "../sheetDraft";
import type { NumberFormat } from "../sheetModel";

const POINTS = ["p5", "p25", "p50", "p75", "p95"] as const;
const PERCENT: NumberFormat = { kind: "percent", decimals: 1 };
const INTEGER: NumberFormat = { kind: "number", decimals: 0 };

export function putDistribution(
  draft: SheetDraft,
  { uncertainty, distribution }: SensitivityInput,
  texts: Texts,
): void {
  const words = texts.final.sensitivity;
  const { ratio, atLeastOne, atLeastTarget } = distribution;
  draft.put(draft.next, 0, textCell(words.distributionHeading, "group", { span: SHOWN_COLUMNS, align: "left" }));
  draft.putText(draft.next, 0, words.distributionNote);
  if (ratio === null) return;
  for (const [label, value] of [
    [words.seed, distribution.seed],
    [words.draws, distribution.draws],
  ] as const) {
    const row = draft.next;
    draft.putRow(row, 0, [
      textCell(label, "label"),
      numberCell(value, label === words.seed ? { kind: "integer" } : INTEGER),
    ]);
  }
  const heading = draft.next + 1;
  draft.putRow(heading, 0, [
    textCell(words.percentile, "heading"),
    textCell(words.ratio, "heading", { align: "right", wrap: true }),
    textCell(words.back, "heading", { align: "right" }),
  ]);
  POINTS.forEach((point, index) => {
    draft.putRow(heading + 1 + index, 0, [
      textCell(words.percentileMeaning[point]),
      numberCell(ratio[point], RATIO),
      numberCell(distribution.back[point], { kind: "amount", unit: "kr", decimals: 0 }),
    ]);
  });
  const { target } = uncertainty.basis.input;
  for (const [limit, share] of [
    [new Decimal(1), atLeastOne],
    [target, atLeastTarget],
  ] as const) {
    draft.putRow(draft.next, 0, [
      textCell(words.atLeast(numberText(limit, 2, texts.language))),
      numberCell(share, PERCENT),
      textCell(""),
    ]);
  }
  putHistogram(draft, distribution, texts);
}

/** One column of the chart: draws from `from` up to, not including, `to`. Null: open. */
export interface Bin {
  readonly from: Decimal | null;
  readonly to: Decimal | null;
  readonly share: Decimal;
}

/** About how many columns the chart has, and the part of the draws at each end that goes into an open one. */
const WANTED_BINS = 14;
const TAIL = 0.005;

/** The draws (kr per kr, ascending) in steps of 1, 2 or 5 times a power of ten; null when all are the same. */
export function histogramOf({ ascending }: Pick<Distribution, "ascending">): readonly Bin[] | null {
  const ratioAt = (index: number): Decimal => new Decimal(ascending[index] ?? 0);
  const last = ascending.length - 1;
  const [low, high] = [ratioAt(Math.floor(last * TAIL)), ratioAt(Math.ceil(last * (1 - TAIL)))];
  const width = niceStep(high.minus(low).div(WANTED_BINS));
  if (width === null) return null;
  const first = low.div(width).floor();
  const count = high.div(width).floor().minus(first).toNumber() + 1;
  const edges = Array.from({ length: count - 1 }, (_, index) => first.plus(index + 1).times(width));
  const below = edges.map((edge) => countBelow(ascending, edge.toNumber()));
  return Array.from({ length: count }, (_, index): Bin => {
    const draws = (below[index] ?? ascending.length) - (below[index - 1] ?? 0);
    return {
      from: edges[index - 1] ?? null,
      to: edges[index] ?? null,
      share: new Decimal(draws).div(ascending.length),
    };
  });
}

/** The smallest 1, 2 or 5 × 10^n that is at least as large; null for 0. */
function niceStep(wanted: Decimal): Decimal | null {
  // What plain numbers lose is no spread.
  if (wanted.lt("1e-9")) return null;
  const power = new Decimal(10).pow(Math.floor(wanted.log(10).toNumber()));
  const step = [1, 2, 5].map((factor) => power.times(factor)).find((each) => each.gte(wanted));
  return step ?? power.times(10);
}

function countBelow(ascending: Float64Array, limit: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle]! < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

function putHistogram(draft: SheetDraft, distribution: Distribution, texts: Texts): void {
  const words = texts.final.sensitivity;
  const bins = histogramOf(distribution);
  if (bins === null || bins.length < 2) {
    draft.putText(draft.next + 1, 0, words.noDraws, "plain");
    return;
  }
  const heading = draft.next + 1;
  draft.putRow(heading, 0, [
    textCell(words.interval, "heading"),
    textCell(words.shareOfDraws, "heading", { align: "right", wrap: true }),
  ]);
  const decimals = Math.min(6, Math.max(...bins.map(({ to }) => to?.decimalPlaces() ?? 0)));
  bins.forEach((bin, index) => {
    draft.putRow(heading + 1 + index, 0, [textCell(binName(bin, decimals, texts)), numberCell(bin.share, PERCENT)]);
  });
  const [top, bottom] = [heading + 1, heading + bins.length];
  const { ratio } = distribution;
  const shown = (value: Decimal | undefined): string =>
    value === undefined ? "" : numberText(value, 2, texts.language);
  draft.addChart({
    type: "column",
    title: words.distributionChart,
    series: [
      {
        name: words.shareOfDraws,
        categories: { top, left: 0, bottom, right: 0 },
        values: { top, left: 1, bottom, right: 1 },
      },
    ],
    format: { kind: "percent", decimals: 0 },
    valueAxisTitle: words.distributionAxis,
    description: words.distributionDescription(shown(ratio?.p5), shown(ratio?.p50), shown(ratio?.p95)),
    area: {
      top: heading - POINTS.length - 4,
      left: COLUMN.span,
      bottom: Math.max(bottom, heading + 10),
      right: COLUMN.highChange,
    },
  });
}

function binName({ from, to }: Bin, decimals: number, { final, language }: Texts): string {
  const words = final.sensitivity;
  const edge = (value: Decimal): string => numberText(value, decimals, language);
  if (from === null) return to === null ? "" : words.below(edge(to));
  return to === null ? words.above(edge(from)) : `${edge(from)} – ${edge(to)}`;
}
