// src/report/return/sensitivityTab.ts: the tab Känslighet: what each assumption does alone (tornado) and all at once (Monte Carlo).
// The tornado is formulas over the assumptions' cells; the simulated figures are values, and said to be so.
import type { Caveats } from "../../domain/return/agencyReturn";
import type { Decimal } from "../../domain/money";
import type { TornadoBar } from "../../domain/return/uncertainty";
import { caveatText } from "../../text/caveats";
import { numberText } from "../../text/format";
import type { Texts } from "../../text/texts";
import { at, fixed, formulaCell, textCell } from "../cells";
import { putDistribution } from "./sensitivityDistribution";
import {
  assumptionName,
  COLUMN,
  horizonText,
  RATIO,
  type SensitivityInput,
  SHOWN_COLUMNS,
  type Side,
} from "./sensitivityFrame";
import { SensitivityModel } from "./sensitivityModel";
import type { NumberFormat, SheetModel } from "../sheetModel";
import { type ColumnPlan, SheetDraft } from "../sheetDraft";
import { type HeadFacts, headFacts } from "../tabHead";

const shownPlan: readonly ColumnPlan[] = [
  { least: 40, most: 48 },
  ...Array.from({ length: 3 }, () => ({ least: 14, most: 18 })),
  ...Array.from({ length: 3 }, () => ({ least: 11, most: 14 })),
  ...Array.from({ length: 2 }, () => ({ least: 14, most: 16 })),
];

export function sensitivityTab(input: SensitivityInput, head: HeadFacts, name: string, texts: Texts): SheetModel {
  const { uncertainty } = input;
  const model = new SensitivityModel(input, SHOWN_COLUMNS + 1, texts.final.sensitivity);
  const hidden = Array.from({ length: 1 + model.columnCount }, () => ({ least: 14, most: 24, hidden: true }));
  const draft = new SheetDraft([...shownPlan, ...hidden], texts.language);
  const words = texts.final.sensitivity;
  headFacts(draft, texts.final.titles.sensitivity, { ...head, unit: "kr" }, texts, {
    label: 0,
    value: 1,
    secondLabel: 6,
    secondValue: 8,
    secondTop: 1,
  });
  draft.put(
    4,
    0,
    textCell(words.about(horizonText(uncertainty.horizon, words), words.scope[uncertainty.scope]), "plain", {
      span: SHOWN_COLUMNS,
    }),
  );
  putCaveats(draft, 5, input.caveats, texts);
  const { notUsed = [] } = input;
  if (notUsed.length > 0) {
    const names = notUsed.map((each) => assumptionName(each, words)).join(", ");
    draft.putText(draft.next, 0, words.notUsed(texts.returnTabs.assumptions.scenarios[uncertainty.scenario.id], names));
  }
  const top = draft.next + 1;
  if (uncertainty.basis.contributions.total.isZero()) draft.putText(top, 0, words.nothingPaidIn, "plain");
  else if (input.tornado.length === 0) {
    putBaseResult(draft, top, model, texts);
    draft.putText(draft.next + 1, 0, words.certain);
  } else {
    putTornado({ draft, input, model, texts }, top);
    putDistribution(draft, input, texts);
  }
  if (!uncertainty.basis.contributions.total.isZero()) model.put(draft);
  return draft.sheet("kanslighet", name, { frozen: { rows: 4, columns: 1 }, printTitleRows: null });
}

function putCaveats(draft: SheetDraft, row: number, caveats: Caveats, texts: Texts): void {
  draft.putText(row, 0, caveatText(caveats, texts));
}

interface Frame {
  readonly draft: SheetDraft;
  readonly input: SensitivityInput;
  readonly model: SensitivityModel;
  readonly texts: Texts;
}

/** Base result and money in, which the bars are measured against. Returns the row of the base result. */
function putBaseResult(draft: SheetDraft, row: number, model: SensitivityModel, texts: Texts): number {
  const words = texts.final.sensitivity;
  const kr: NumberFormat = { kind: "amount", unit: "kr", decimals: 0 };
  draft.put(row, COLUMN.name, textCell(words.moneyIn, "label"));
  draft.put(row, COLUMN.atLow, model.moneyInCell(kr));
  model.paidInCell = fixed(row, COLUMN.atLow);
  draft.put(row + 1, COLUMN.name, textCell(words.baseResult, "label"));
  draft.put(row + 1, COLUMN.atLow, model.resultCell(null, RATIO, "total"));
  return row + 1;
}

function putTornado({ draft, input, model, texts }: Frame, row: number): void {
  const words = texts.final.sensitivity;
  draft.put(row, COLUMN.name, textCell(words.tornadoHeading, "group", { span: SHOWN_COLUMNS, align: "left" }));
  draft.putText(row + 1, 0, `${words.tornadoNote} ${model.live ? words.tornadoLive : words.tornadoValues}`);
  const baseRow = putBaseResult(draft, draft.next, model, texts);
  const heading = draft.next + 1;
  const right = { align: "right", wrap: true } as const;
  draft.putRow(heading, 0, [
    textCell(words.assumption, "heading"),
    ...[
      words.atLow,
      words.atHigh,
      words.span,
      words.low,
      words.base,
      words.high,
      words.lowChange,
      words.highChange,
    ].map((text) => textCell(text, "heading", right)),
  ]);
  const top = heading + 1;
  input.tornado.forEach((bar, index) => {
    putBar({ draft, input, model, texts }, top + index, bar, fixed(baseRow, COLUMN.atLow));
  });
  putTornadoChart({ draft, input, model, texts }, top, top + input.tornado.length - 1);
}

function putBar({ draft, model, texts }: Frame, row: number, bar: TornadoBar, baseCell: string): void {
  const { index, assumption, low, high, span } = bar;
  if (low === null || high === null || span === null) return;
  const [atLow, atHigh] = [at(row, COLUMN.atLow), at(row, COLUMN.atHigh)];
  const percent: NumberFormat = {
    kind: "percent",
    decimals: [assumption.low, assumption.base, assumption.high].every((each) => each.times(100).isInteger()) ? 0 : 2,
  };
  const side = (which: Side) => {
    const value = assumption[which];
    const cell = model.cellOf(index, which);
    return formulaCell(cell, value, percent);
  };
  draft.putRow(row, 0, [
    textCell(assumptionName(assumption, texts.final.sensitivity), "plain", { wrap: true }),
    model.resultCell({ index, side: "low", value: low }, RATIO, "plain"),
    model.resultCell({ index, side: "high", value: high }, RATIO, "plain"),
    formulaCell(`ABS(${atHigh}-${atLow})`, span, RATIO),
    side("low"),
    side("base"),
    side("high"),
    formulaCell(`${atLow}-${baseCell}`, low.minus(model.baseRatio), RATIO),
    formulaCell(`${atHigh}-${baseCell}`, high.minus(model.baseRatio), RATIO),
  ]);
}

function putTornadoChart({ draft, input, texts }: Frame, top: number, bottom: number): void {
  const words = texts.final.sensitivity;
  const column = (at_: number) => ({ top, left: at_, bottom, right: at_ });
  const ratio = (value: Decimal | null): string => (value === null ? "" : numberText(value, 2, texts.language));
  const described = input.tornado.map(({ assumption, low, high }) =>
    words.bar(assumptionName(assumption, words), ratio(low), ratio(high)),
  );
  const chartTop = draft.next + 1;
  const rows = Math.max(12, 7 + Math.ceil(input.tornado.length * 1.6));
  draft.addChart({
    type: "bar",
    title: words.tornadoChart,
    series: [
      { name: words.lowChange, categories: column(COLUMN.name), values: column(COLUMN.lowChange) },
      { name: words.highChange, categories: column(COLUMN.name), values: column(COLUMN.highChange) },
    ],
    format: RATIO,
    valueAxisTitle: words.tornadoAxis,
    description: words.tornadoDescription(described),
    area: { top: chartTop, left: 0, bottom: chartTop + rows - 1, right: COLUMN.highChange },
  });
  draft.skipTo(chartTop + rows + 1);
}
