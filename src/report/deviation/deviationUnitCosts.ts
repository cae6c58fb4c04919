// src/report/deviation/deviationUnitCosts.ts: volumes and what one participant costs, planned against actual, under the table.
import { kindOf } from "../../domain/deviation/lineKind";
import type { Fact, InitiativeFacts } from "../../domain/deviation/budget";
import type { Decimal } from "../../domain/money";
import { hiddenVolumes, type UnitCost } from "../../domain/deviation/unitCost";
import { isSmall } from "../../domain/finalReport/disclosure";
import { at, columnRange, formulaCell, linkCell, numberCell, textCell } from "../cells";
import { COLUMN, deviationColumns, INTEGER, PERCENT } from "./deviationColumns";
import type { DeviationFrame } from "./deviationFrame";
import { subHeadings } from "./deviationPeriods";
import { unitCostFormat } from "./deviationRemarks";
import type { Cell, Look, NumberFormat } from "../sheetModel";

/** The facts behind one kind of volume. */
function factsFor(
  per: UnitCost["per"],
  facts: InitiativeFacts,
): { readonly planned: Fact | null; readonly yearly: Fact | null; readonly actual: Fact | null } {
  switch (per) {
    case "participant":
      return {
        planned: facts.plannedParticipants,
        yearly: facts.plannedParticipantsPerYear,
        actual: facts.participants,
      };
    case "closed":
      return { planned: facts.plannedClosed, yearly: facts.plannedClosedPerYear, actual: facts.closed };
    case "toWorkOrStudies":
      return {
        planned: facts.plannedToWorkOrStudies,
        yearly: facts.plannedToWorkOrStudiesPerYear,
        actual: facts.toWorkOrStudies,
      };
  }
}

export function putUnitCosts(frame: DeviationFrame): void {
  const { draft, texts, item } = frame;
  const { unitCosts } = item.followUp;
  if (unitCosts === null || item.facts === null) return;
  const words = texts.tabs.unitCosts;
  draft.put(
    draft.next + 1,
    COLUMN.line,
    textCell(words.heading, "group", { span: deviationColumns.span("line", "share"), align: "left" }),
  );
  const { unit } = costFormat(frame);
  subHeadings(frame, words.costsIn(unit), [words.outcome, words.plan, words.difference, words.change]);
  let monthsCell: string | null = null;
  if (unitCosts.months !== null) {
    monthsCell = at(draft.next, COLUMN.budget);
    draft.put(draft.next, COLUMN.line, textCell(words.months, "plain", { wrap: true }));
    draft.put(draft.last, COLUMN.budget, numberCell(unitCosts.months, INTEGER));
  }
  const volumeRows = new Map<UnitCost["per"], number>();
  const hidden = hiddenVolumes(unitCosts.items);
  for (const one of unitCosts.items) {
    const row = putItem(frame, one, item.facts, monthsCell, hidden.has(one.per));
    // What a hidden volume is worked out from may not be shown either.
    if (!hidden.has(one.per)) volumeRows.set(one.per, row);
  }
  draft.putText(draft.next, COLUMN.line, words.note);
  if (hidden.size > 0) draft.putText(draft.next, COLUMN.line, texts.final.beforeAfter.maskNote);
  putVolumeEffect(frame, volumeRows);
}

function costFormat({ item }: DeviationFrame): Extract<NumberFormat, { kind: "amount" }> {
  return unitCostFormat(item.followUp.table.unit, item.followUp.table.decimals);
}

function volumeFormat(value: Decimal | null): NumberFormat {
  return { kind: "number", decimals: value === null || value.isInteger() ? 0 : 1 };
}

/** Plan per year where given, then the volume, then the cost per one, with their sources. Returns the volume's row. */
function putItem(
  frame: DeviationFrame,
  one: UnitCost,
  facts: InitiativeFacts,
  monthsCell: string | null,
  hidden: boolean,
): number {
  const { draft, texts } = frame;
  const words = texts.tabs.unitCosts;
  const { planned, yearly, actual } = factsFor(one.per, facts);
  let plan: Cell = numberCell(planned?.value ?? null, volumeFormat(planned?.value ?? null));
  if (planned === null && yearly !== null && monthsCell !== null) {
    const row = draft.next;
    draft.put(row, COLUMN.line, textCell(words.perYear[one.per], "plain", { wrap: true }));
    draft.put(row, COLUMN.budget, numberCell(yearly.value, volumeFormat(yearly.value)));
    putSource(frame, row, yearly);
    plan = formulaCell(
      `${at(row, COLUMN.budget)}*${monthsCell}/12`,
      one.plannedVolume,
      volumeFormat(one.plannedVolume),
    );
  }
  const row = draft.next;
  draft.put(row, COLUMN.line, textCell(words.volume[one.per], "plain", { wrap: true }));
  if (hidden) {
    draft.putRow(row, COLUMN.outcome, [hiddenCell(frame, isSmall(one.actualVolume ?? 0)), plan, ...twoHidden(frame)]);
    putSource(frame, row, planned);
    putCost(frame, one, row, planned !== null, hidden);
    return row;
  }
  draft.putRow(row, COLUMN.outcome, [numberCell(actual?.value ?? null, volumeFormat(actual?.value ?? null)), plan]);
  putSource(frame, row, actual ?? planned);
  const bothVolumes = one.actualVolume !== null && one.plannedVolume !== null;
  if (bothVolumes)
    putDifference(frame, row, volumeFormat(one.actualVolume.minus(one.plannedVolume)), {
      difference: one.actualVolume.minus(one.plannedVolume),
      change: one.plannedVolume.isZero() ? null : one.actualVolume.div(one.plannedVolume).minus(1),
    });
  putCost(frame, one, row, planned !== null, hidden);
  return row;
}

/** In the place of a figure that the board may not see. */
function hiddenCell({ texts }: DeviationFrame, few: boolean, look: Look = "plain"): Cell {
  const { report, beforeAfter } = texts.final;
  return textCell(few ? report.fewPersons : beforeAfter.hidden, look, { align: "right" });
}

/** The difference and its share, which a hidden volume could be worked out from. */
function twoHidden(frame: DeviationFrame, look: Look = "plain"): readonly Cell[] {
  return [hiddenCell(frame, false, look), hiddenCell(frame, false, look)];
}

/** Outcome − plan and its share of the plan; empty where one of them is missing. */
function putDifference(
  { draft }: DeviationFrame,
  row: number,
  format: NumberFormat,
  { difference, change }: { readonly difference: Decimal | null; readonly change: Decimal | null },
  look: Look = "plain",
): void {
  const [outcome, plan] = [at(row, COLUMN.outcome), at(row, COLUMN.budget)];
  const both = (formula: string): string => `IF(OR(${outcome}="",${plan}=""),"",${formula})`;
  draft.put(row, COLUMN.deviation, formulaCell(both(`${outcome}-${plan}`), difference, format, look));
  draft.put(row, COLUMN.share, formulaCell(both(`IF(${plan}=0,"",${outcome}/${plan}-1)`), change, PERCENT, look));
}

function putCost(frame: DeviationFrame, one: UnitCost, volumeRow: number, wholePlan: boolean, hidden: boolean): void {
  const { draft, texts, item } = frame;
  const { sign } = item.followUp.table;
  const format = costFormat(frame);
  const words = texts.tabs.unitCosts;
  const row = draft.next;
  const cost = (amount: string): string => (sign === "negative" ? `-${amount}` : amount);
  const per = (amount: string, column: number): string => {
    const volume = at(volumeRow, column);
    return `IF(N(${volume})=0,"",${cost(amount)}/${volume})`;
  };
  const { table } = item.followUp;
  const spending = [...table.lines.keys()].filter((line) => kindOf(table, line) !== "income");
  const whole = `(${frame.sums.overLinesAndPeriods(texts.tabs.source.budget, spending, [...table.periods.keys()])})`;
  const budget = wholePlan ? whole : frame.spent(COLUMN.budget);
  draft.put(row, COLUMN.line, textCell(words.cost[one.per], "total", { wrap: true }));
  // A volume of other months than the costs is not divided into them.
  const divided = (value: Decimal | null, volume: Decimal | null, formula: () => string): Cell =>
    value === null && volume !== null && !volume.isZero()
      ? textCell("", "total")
      : formulaCell(formula(), value, format, "total");
  const spent = (): string => per(frame.spent(COLUMN.outcome), COLUMN.outcome);
  draft.put(
    row,
    COLUMN.outcome,
    hidden ? hiddenCell(frame, false, "total") : divided(one.outcome, one.actualVolume, spent),
  );
  draft.put(
    row,
    COLUMN.budget,
    divided(one.budget, one.plannedVolume, () => per(budget, COLUMN.budget)),
  );
  const difference = one.outcome === null || one.budget === null ? null : one.outcome.minus(one.budget);
  if (hidden) draft.putRow(row, COLUMN.deviation, twoHidden(frame, "total"));
  else putDifference(frame, row, format, { difference, change: one.change }, "total");
  for (const [column, value, name] of [
    [COLUMN.outcome, one.outcome, words.outcome],
    [COLUMN.budget, one.budget, words.plan],
  ] as const) {
    if (value !== null && !(hidden && column === COLUMN.outcome))
      frame.engine.push({ label: `${words.cost[one.per]}: ${name}`, cell: at(row, column), value, format });
  }
}

function putSource({ draft }: DeviationFrame, row: number, fact: Fact | null): void {
  if (fact !== null) draft.put(row, COLUMN.material, linkCell(fact.origin, "note", { wrap: true, indent: 1 }));
}

/** Volume and efficiency: B − F and F − A, with F = B · (v · Va/Vb + 1 − v); costs as positive numbers. */
function putVolumeEffect(frame: DeviationFrame, volumeRows: ReadonlyMap<UnitCost["per"], number>): void {
  const { draft, texts, item } = frame;
  const { sign } = item.followUp.table;
  const { volumeEffect } = item.followUp;
  const volumes = volumeEffect === null ? undefined : volumeRows.get(volumeEffect.per);
  if (volumeEffect === null || volumes === undefined) return;
  const words = texts.tabs.unitCosts;
  draft.put(
    draft.next + 1,
    COLUMN.line,
    textCell(`${words.volumeEffect} (${words.volume[volumeEffect.per].toLowerCase()})`, "group", {
      span: deviationColumns.span("line", "share"),
      align: "left",
    }),
  );
  const share = draft.next;
  draft.put(share, COLUMN.line, textCell(words.variableShare, "plain", { wrap: true }));
  draft.put(share, COLUMN.deviation, numberCell(volumeEffect.variableShare, { kind: "percent", decimals: 0 }));
  const v = at(share, COLUMN.deviation);
  const factor = `(${v}*${at(volumes, COLUMN.outcome)}/${at(volumes, COLUMN.budget)}+1-${v})`;
  const cost = (column: number): string => (sign === "negative" ? "-" : "") + frame.spent(column);
  const flexed = `${cost(COLUMN.budget)}*${factor}`;
  const rows = [
    [words.volumePart, `${cost(COLUMN.budget)}-(${flexed})`, volumeEffect.volume],
    [words.efficiencyPart, `${flexed}-(${cost(COLUMN.outcome)})`, volumeEffect.efficiency],
  ] as const;
  for (const [label, formula, value] of rows) {
    draft.put(draft.next, COLUMN.line, textCell(label));
    const row = draft.last;
    draft.put(row, COLUMN.deviation, formulaCell(formula, value, frame.amount));
    frame.engine.push({ label, cell: at(row, COLUMN.deviation), value, format: frame.amount });
  }
  const sum = volumeEffect.volume.plus(volumeEffect.efficiency);
  draft.put(draft.next, COLUMN.line, textCell(texts.tabs.deviationWords.total, "total"));
  const row = draft.last;
  draft.putRow(row, COLUMN.outcome, [textCell("", "total"), textCell("", "total")]);
  draft.put(
    row,
    COLUMN.deviation,
    formulaCell(`SUM(${columnRange(COLUMN.deviation, row - 2, row - 1)})`, sum, frame.amount, "total"),
  );
}
