// src/report/controls/engineFigures.ts: the calculation at the run against the formulas of Avvikelse, and whether the board's page is ready.
import { readinessOf } from "../../domain/deviation/readiness";
import { Decimal } from "../../domain/money";
import { inLine, missingTexts } from "../board/materialLines";
import { at, sheetReference } from "../cells";
import { COLUMN as DEVIATION } from "../deviation/deviationColumns";
import type { DeviationTab } from "../deviation/deviationTab";
import type { SheetDraft } from "../sheetDraft";
import { type ControlInput, HALF_ORE, INTEGER, putControl, section } from "./controlRow";

export function putEngine(
  draft: SheetDraft,
  input: ControlInput,
  { sheet, engine, limitCells, item, rows }: DeviationTab,
): void {
  const { texts } = input;
  const words = texts.tabs.controlWords;
  section(draft, input, words.engineHeading, item);
  const { limits } = item.followUp;
  const place = (cells: string) => ({ workbook: null, sheet: sheet.name, cells });
  const reference = (cell: string): string => sheetReference(sheet.name) + cell;
  const assumption = { tolerance: new Decimal(0), action: words.limitsAction, otherwise: words.assumptionsChanged };
  putControl(draft, texts, {
    ...assumption,
    label: texts.tabs.head.limitAmount,
    expected: limits.amount,
    value: limits.amount,
    formula: reference(limitCells.amount),
    format: { kind: "amount", unit: "kr", decimals: 0 },
    place: place(limitCells.amount),
  });
  putControl(draft, texts, {
    ...assumption,
    label: texts.tabs.head.limitShare,
    expected: limits.share,
    value: limits.share,
    formula: reference(limitCells.share),
    format: { kind: "percent", decimals: 1 },
    place: place(limitCells.share),
  });
  for (const figure of engine) {
    putControl(draft, texts, {
      label: figure.label,
      expected: figure.value,
      value: figure.value,
      formula:
        figure.line === undefined
          ? reference(figure.cell)
          : inLine(sheet.name, rows, figure.line.column, figure.line.number),
      format: figure.format,
      // A share is a ratio: half an öre would let it be off by half a per cent.
      tolerance: figure.format.kind === "percent" ? new Decimal("0.0000001") : HALF_ORE,
      place: place(figure.cell),
      action: words.engineAction,
    });
  }
}

/** The figures of Parter and Minskat stöd. When an assumption has been changed since, they are to differ, and that is said instead. */
export function putReturn(draft: SheetDraft, input: ControlInput): void {
  const { moneyBack, texts } = input;
  if (moneyBack === null) return;
  const { tabs, returnTabs } = texts;
  const words = returnTabs.checks;
  const changed = { formula: moneyBack.changed, action: words.assumptionsAction };
  section(draft, input, words.heading, null);
  putControl(draft, texts, {
    label: words.assumptions,
    expected: 0,
    value: 0,
    formula: moneyBack.changed,
    tolerance: new Decimal(0),
    format: { kind: "general" },
    place: null,
    action: words.assumptionsAction,
    otherwise: tabs.controlWords.assumptionsChanged,
  });
  for (const { label, sheet, cell, value, format } of moneyBack.figures) {
    putControl(draft, texts, {
      label,
      expected: value,
      value,
      formula: sheetReference(sheet) + cell,
      format,
      tolerance: HALF_ORE,
      place: { workbook: null, sheet, cells: cell },
      action: tabs.controlWords.engineAction,
      changed,
    });
  }
}

/** Whether the board's page may be called ready: a check, not a lock. */
export function putReadiness(draft: SheetDraft, { texts }: ControlInput, { sheet, item, rows }: DeviationTab): void {
  const words = texts.board.ready;
  const { missing } = readinessOf(item.followUp, item.kept);
  const first = missing[0]?.line ?? 0;
  putControl(draft, texts, {
    label: words.control,
    expected: 0,
    value: missing.length,
    formula: missingTexts(sheet.name, rows),
    tolerance: new Decimal(0),
    format: INTEGER,
    place: { workbook: null, sheet: sheet.name, cells: at(rows.rowOf(first), DEVIATION.cause) },
    action: words.action,
    otherwise: words.notReady,
  });
}
