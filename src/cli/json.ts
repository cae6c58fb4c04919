// src/cli/json.ts: an analysis as the public JSON contract (README, "JSON"). Extended over time, never renamed.
import type { Analysis, InitiativeResult, WorkbookResult } from "../actions/analysis";
import type { LineKind } from "../domain/deviation/budget";
import type { ControlCheck } from "../domain/deviation/controlTotal";
import type { Deviation } from "../domain/deviation/deviation";
import type { FollowUp } from "../domain/deviation/followUp";
import { hasIncome, kindOf } from "../domain/deviation/lineKind";
import type { Forecast, LineForecast } from "../domain/deviation/forecast";
import { krText, shareText, type Decimal } from "../domain/money";
import { monthText } from "../domain/period";
import type { Question } from "../domain/question";
import { type Requisition, requisitionsOf } from "../domain/deviation/requisitions";
import { rollUpOf } from "../domain/deviation/rollUp";
import type { UnitCosts } from "../domain/deviation/unitCost";
import type { VolumeEffect } from "../domain/deviation/volumeEffect";
import { guideChapterOf } from "../text/guide";
import { problemText } from "../text/problems";
import { answeringText, labelText, questionText } from "../text/questions";
import { noUserEdits } from "../actions/userEdits";
import type { Texts } from "../text/texts";
import { comparisonJson } from "./comparisonJson";
import { ledgerJson } from "./ledgerJson";
import { moneyBackJson, noReturn, partJson, wholeJson } from "./wholeJson";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The whole document. With one budget table, or one workbook without any, the fields stand at the top; with several they stand in
 * `initiatives`, the top ones are null and `overview` holds the roll-up. With one or none, but rows that tell several initiatives apart, the whole
 * stands at the top and each initiative in `initiatives`.
 */
export function jsonOf(analysis: Analysis, texts: Texts): Json {
  const several = analysis.results.length > 1 || analysis.workbooks.length > 1;
  const [only] = analysis.results;
  const [whole] = analysis.workbooks;
  const toldApart = analysis.workbooks.some(({ moneyBack }) => (moneyBack?.initiatives.length ?? 0) > 0);
  return {
    version: 1,
    ...(several || only === undefined ? noFollowUp : followUpJson(only)),
    ...(several || whole === undefined ? noReturn : wholeJson(whole, only?.finalReport ?? whole.finalReport, texts)),
    ledger: ledgerJson(analysis),
    initiatives: several || toldApart ? initiativesJson(analysis, texts) : [],
    overview: several ? overviewJson(analysis) : null,
    rows: { ...analysis.rows },
    setAside: analysis.setAside.map(({ sheet, cell, reason }) => ({ sheet, cell, reason })),
    problems: analysis.problems.map((found) => ({
      code: found.code,
      severity: found.severity,
      workbook: found.workbook,
      sheet: found.sheet,
      cell: found.cell,
      message: problemText(found, texts),
      // The chapter of the user guide to read, in Swedish as the guide is.
      guide: guideChapterOf(found),
    })),
    questions: analysis.questions.map((asked) => questionJson(asked, texts)),
  };
}

/** What is not computed before it is answered. `total`: kr, the net result's deviation with that answer. */
function questionJson(asked: Question, texts: Texts): Json {
  const { id, workbook, sheet, cell, answers } = asked;
  return {
    id,
    workbook,
    sheet,
    cell,
    message: `${questionText(asked, texts)} ${answeringText(asked, texts)}`,
    answers: answers.map((each) => ({
      value: each.value,
      label: labelText(each, texts),
      total: krOrNull(each.total),
    })),
  };
}

const noFollowUp = {
  budget: null,
  forecast: null,
  versions: null,
  unitCosts: null,
  volumeEffect: null,
  comparison: null,
} as const;

/**
 * One object per budget table, and one per initiative that only other rows name (`sheet` null; `name` null: rows that name none). Money in and back stand
 * with the initiative where the rows tell them apart, and the whole's in `overview`; else they stand with the workbook's only table, or in an object of
 * the workbook's own.
 */
function initiativesJson({ results, workbooks }: Analysis, texts: Texts): readonly Json[] {
  const several = results.length > 1 || workbooks.length > 1;
  let next = 0;
  return workbooks.flatMap((whole): Json[] => {
    const own = results.slice(next, (next += whole.tables));
    const initiatives = whole.moneyBack?.initiatives ?? [];
    const toldApart = initiatives.length > 0;
    const objects = own.map((result, at): Json => {
      const { followUp, facts, finalReport } = result;
      const { table } = followUp;
      return {
        workbook: table.workbook,
        sheet: table.sheet,
        name: table.initiative ?? facts?.name ?? null,
        ...followUpJson(result),
        ...wholeJson(own.length === 1 ? whole : tableOnly, finalReport, texts),
        ...(toldApart
          ? partJson(
              whole,
              initiatives.find(({ table: of }) => of === at),
            )
          : {}),
      };
    });
    const named = initiatives.filter(({ table }) => table === null);
    const others = named.map((initiative): Json => ({
      workbook: whole.workbook,
      sheet: null,
      name: initiative.name,
      ...noFollowUp,
      ...noReturn,
      ...partJson(whole, initiative),
    }));
    const rest = toldApart ? { ...whole, moneyBack: null } : whole;
    const tellsMore = rest.moneyBack !== null || rest.persons !== null || rest.finalReport !== null;
    if (!several || own.length === 1 || (!tellsMore && own.length + others.length > 0)) return [...objects, ...others];
    const { workbook, facts, finalReport } = whole;
    const itself = {
      workbook,
      sheet: null,
      name: facts?.name ?? null,
      ...noFollowUp,
      ...wholeJson(rest, finalReport, texts),
    };
    return [...objects, ...others, itself];
  });
}

const tableOnly: WorkbookResult = {
  workbook: null,
  facts: null,
  moneyBack: null,
  persons: null,
  finalReport: null,
  tables: 0,
  snapshots: [],
  lastSnapshot: 0,
  writing: noUserEdits,
};

function followUpJson({ followUp, comparison }: InitiativeResult): Readonly<Record<string, Json>> {
  return {
    budget: budgetJson(followUp),
    forecast: followUp.forecast === null ? null : forecastJson(followUp, followUp.forecast),
    versions: versionsJson(followUp),
    unitCosts: followUp.unitCosts === null ? null : unitCostsJson(followUp.unitCosts),
    volumeEffect: followUp.volumeEffect === null ? null : volumeEffectJson(followUp.volumeEffect),
    comparison: comparisonJson(comparison),
  };
}

function budgetJson(followUp: FollowUp): Json {
  const { table } = followUp;
  return {
    unit: table.unit,
    unitReading: table.unitReading,
    sign: table.sign,
    signReading: table.signReading,
    orientation: table.orientation,
    sheet: table.sheet,
    range: table.range,
    periods: table.periods.map(({ label, from, to }) => ({ label, from: monthText(from), to: monthText(to) })),
    lines: table.lines.map((costLine, line) => ({
      costLine,
      kind: kindOf(table, line),
      marked: followUp.material[line] ?? false,
      byPeriod: keyed(table.periods.map(({ label }, period) => [label, cellJson(followUp, line, period)])),
      total: deviationJson(followUp.lineTotals[line] ?? null),
    })),
    byPeriod: keyed(
      table.periods.map(({ label }, period) => [label, deviationJson(followUp.periodTotals[period] ?? null)]),
    ),
    total: deviationJson(followUp.total),
    income: kindJson(followUp, "income"),
    cost: kindJson(followUp, "cost"),
    result:
      hasIncome(table) || table.kinds.includes("net")
        ? totalsJson(followUp, followUp.periodTotals, followUp.total)
        : null,
    equity: equityJson(followUp),
    requisitions: requisitionsJson(followUp),
    explained: { ...followUp.explained },
    halfYears: followUp.halfYears,
    averagePerHalfYear: krOrNull(followUp.averagePerHalfYear),
    materialLimits: { amount: krText(followUp.limits.amount), share: shareText(followUp.limits.share) },
    offsetting: followUp.offsetting.map(({ favourable, unfavourable }) => ({
      favourable: table.lines[favourable] ?? null,
      unfavourable: table.lines[unfavourable] ?? null,
    })),
    seriesBreaks: table.seriesBreaks.map(({ line, period, text, origin }) => ({
      costLine: table.lines[line] ?? null,
      period: period === null ? null : (table.periods[period]?.label ?? null),
      text,
      sheet: origin.sheet,
      cell: origin.cells,
    })),
    lastYear:
      followUp.lastYear === null ? null : byLine(followUp, (line) => krOrNull(followUp.lastYear?.[line] ?? null)),
    controls: followUp.controls.map((check) => controlJson(check)),
    results: followUp.results.map((check, at) => controlJson(check, { label: table.results[at]?.label ?? null })),
  };
}

/** Null where the table has no line of that kind. */
function kindJson(followUp: FollowUp, kind: LineKind): Json {
  const found = followUp.byKind[kind];
  return found === null ? null : totalsJson(followUp, found.byPeriod, found.total);
}

function totalsJson({ table }: FollowUp, byPeriod: readonly (Deviation | null)[], total: Deviation): Json {
  return {
    byPeriod: keyed(table.periods.map(({ label }, period) => [label, deviationJson(byPeriod[period] ?? null)])),
    total: deviationJson(total),
  };
}

/** As stated, kr; `decided`: the size that the association has decided to keep. `agrees` null: nothing to hold against each other. */
function equityJson({ equity }: FollowUp): Json {
  if (equity === null) return null;
  const { opening, closing, decided } = equity.stated;
  return {
    opening: krOrNull(opening?.amount ?? null),
    change: krOrNull(equity.change),
    closing: krOrNull(closing?.amount ?? null),
    agrees: equity.agrees,
    decided: krOrNull(decided?.amount ?? null),
  };
}

/** Null where the source tells of none. Costs as positive numbers, over every period. */
function requisitionsJson({ table }: FollowUp): Json {
  const found = requisitionsOf(table);
  if (found === null) return null;
  const json = (each: Requisition): Readonly<Record<string, Json>> => ({
    granted: krText(each.granted),
    requisitioned: krOrNull(each.requisitioned),
    paid: krOrNull(each.paid),
    used: krText(each.used),
    workedUp: krOrNull(each.workedUp),
    remaining: krText(each.remaining),
  });
  return {
    lines: found.lines.map((each) => ({ costLine: table.lines[each.line] ?? null, ...json(each) })),
    total: json(found.total),
  };
}

function cellJson(followUp: FollowUp, line: number, period: number): Json {
  return deviationJson(followUp.cells[line]?.[period] ?? null);
}

function deviationJson(deviation: Deviation | null): Json {
  if (deviation === null) return null;
  return {
    outcome: krText(deviation.outcome),
    budget: krText(deviation.budget),
    deviation: krText(deviation.amount),
    share: shareOrNull(deviation.share),
  };
}

function controlJson(
  { control, computed, difference, tolerance, agrees, basis }: ControlCheck,
  named: { readonly label?: string | null } = {},
): Json {
  return {
    ...named,
    sheet: control.origin.sheet,
    cell: control.origin.cells,
    measure: control.measure,
    stated: krText(control.stated),
    computed: krText(computed),
    difference: krText(difference),
    tolerance: krText(tolerance),
    agrees,
    // What the source reckons against, where that is not the budget.
    basis: basis === undefined ? null : { ...basis.name },
  };
}

function forecastJson(followUp: FollowUp, forecast: Forecast): Json {
  return {
    bookedMonths: forecast.bookedMonths,
    budgetMonths: forecast.budgetMonths,
    method: forecast.method,
    byLine: byLine(followUp, (line) => lineForecastJson(forecast.byLine[line])),
    total: lineForecastJson(forecast.total),
  };
}

function lineForecastJson(line: LineForecast | undefined): Json {
  if (line === undefined) return null;
  return {
    fullYearBudget: krText(line.fullYearBudget),
    linear: krText(line.linear),
    periodised: krOrNull(line.periodised),
    own: krOrNull(line.own),
    workedUp: krOrNull(line.workedUp),
    forecast: krText(line.chosen),
    deviation: krText(line.deviation),
  };
}

function versionsJson(followUp: FollowUp): Json {
  if (followUp.versions.length === 0) return null;
  return {
    byLine: byLine(followUp, (line) =>
      keyed(followUp.versions.map((version) => [version.label, deviationJson(version.byLine[line] ?? null)])),
    ),
    total: keyed(followUp.versions.map((version) => [version.label, deviationJson(version.total)])),
  };
}

function unitCostsJson(costs: UnitCosts): Json {
  const items = costs.items.map(({ per, plannedVolume, actualVolume, budget, outcome, change }): [string, Json] => [
    per,
    {
      plannedVolume: plannedVolume?.toString() ?? null,
      actualVolume: actualVolume?.toString() ?? null,
      budget: krOrNull(budget),
      outcome: krOrNull(outcome),
      change: shareOrNull(change),
    },
  ]);
  return { months: costs.months, ...keyed(items) };
}

function volumeEffectJson(effect: VolumeEffect): Json {
  return {
    plannedVolume: effect.plannedVolume.toString(),
    actualVolume: effect.actualVolume.toString(),
    variableShare: shareText(effect.variableShare),
    flexedBudget: krText(effect.flexedBudget),
    volume: krText(effect.volume),
    efficiency: krText(effect.efficiency),
  };
}

/** Null where there is nothing to sum: no budget table, and no money back that is told initiative by initiative. */
function overviewJson({ results, workbooks }: Analysis): Json {
  const moneyBack = workbooks.flatMap((whole) =>
    whole.moneyBack === null || whole.moneyBack.initiatives.length === 0
      ? []
      : [
          {
            workbook: whole.workbook,
            ...moneyBackJson({ ...whole.moneyBack, paidIn: whole.moneyBack.result.contributions }),
          },
        ],
  );
  if (results.length + moneyBack.length === 0) return null;
  const rollUp = results.length === 0 ? null : rollUpOf(results.map(({ followUp }) => followUp));
  return {
    sign: rollUp?.sign ?? null,
    initiatives: results.map(({ followUp, facts }, at) => ({
      workbook: followUp.table.workbook,
      sheet: followUp.table.sheet,
      name: followUp.table.initiative ?? facts?.name ?? null,
      total: deviationJson(rollUp?.byInitiative[at] ?? null),
    })),
    total: deviationJson(rollUp?.total ?? null),
    moneyBack,
  };
}

function byLine(followUp: FollowUp, of: (line: number) => Json): Readonly<Record<string, Json>> {
  return keyed(followUp.table.lines.map((costLine, line) => [costLine, of(line)]));
}

/** Names come from a workbook: a null prototype keeps a cost line called `__proto__` an ordinary key. */
function keyed(entries: readonly (readonly [string, Json])[]): Readonly<Record<string, Json>> {
  const object: Record<string, Json> = Object.create(null) as Record<string, Json>;
  for (const [key, value] of entries) object[key] = value;
  return object;
}

function krOrNull(amount: Decimal | null): Json {
  return amount === null ? null : krText(amount);
}

function shareOrNull(share: Decimal | null): Json {
  return share === null ? null : shareText(share);
}
