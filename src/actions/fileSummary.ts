// src/actions/fileSummary.ts: one file's analysis as what a roll-up keeps of it.
import type { Deviation } from "../domain/deviation/deviation";
import type { FollowUp } from "../domain/deviation/followUp";
import { kindOf, signOfLine, signOfResult } from "../domain/deviation/lineKind";
import { isSmall } from "../domain/finalReport/disclosure";
import { shareText, type Decimal } from "../domain/money";
import { monthText } from "../domain/period";
import { HORIZONS, type AgencyReturn } from "../domain/return/agencyReturn";
import type {
  BudgetSummary,
  FileSummary,
  InitiativeSummary,
  LineFigures,
  Measures,
  ReturnSummary,
} from "../domain/rollUp/fileSummary";
import { storedKr } from "../domain/rollUp/roundedKr";
import type { CostSign } from "../domain/deviation/budget";
import { problemText } from "../text/problems";
import type { Texts } from "../text/texts";
import { withoutEnding } from "../domain/fileName";
import { SEVERITIES } from "../domain/problem";
import { personsByParty } from "../domain/return/personsByParty";
import type { Analysis, InitiativeResult, WorkbookResult } from "./analysis";

/** Remarks that are kept of one file, the gravest first; of the others it is said how many they are. */
const MOST_REMARKS = 20;

/** `analysis` of the one file `file` (its path under the folder). Figures of refused files are not kept. */
export function fileSummaryOf(file: string, analysis: Analysis, texts: Texts): FileSummary {
  const remarks = [...analysis.problems]
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .slice(0, MOST_REMARKS)
    .map((found) => ({
      code: found.code,
      severity: found.severity,
      sheet: found.sheet,
      cell: found.cell,
      message: problemText(found, texts),
    }));
  return {
    file,
    state: analysis.refused ? "refused" : "read",
    doubles: null,
    rows: { ...analysis.rows },
    questions: analysis.questions.length,
    remarks,
    moreRemarks: analysis.problems.length - remarks.length,
    initiatives: analysis.refused ? [] : initiativesOf(file, analysis),
  };
}

/** As in the JSON: money in and back with the initiative where the rows tell them apart, else with the file's only table, else in a row of its own. */
function initiativesOf(file: string, { results, workbooks }: Analysis): readonly InitiativeSummary[] {
  const [whole] = workbooks;
  const told = whole?.moneyBack?.initiatives ?? [];
  const named = (result: InitiativeResult): string =>
    result.followUp.table.initiative ?? result.facts?.name ?? nameOf(file, whole);
  const own = results.map((result, at): InitiativeSummary => {
    const found = told.find(({ table }) => table === at)?.result;
    const alone = told.length === 0 && results.length === 1 ? whole?.moneyBack?.result : undefined;
    const money = moneyOf(found ?? alone ?? null);
    return {
      name: named(result),
      sheet: result.followUp.table.sheet,
      budget: budgetOf(result.followUp),
      unitCost: unitCostOf(result.followUp),
      money,
    };
  });
  const others = told
    .filter(({ table }) => table === null)
    .map((each): InitiativeSummary => ({
      ...bare,
      name: each.name ?? nameOf(file, whole),
      money: moneyOf(each.result),
    }));
  const itself = told.length === 0 && results.length !== 1 ? moneyOf(whole?.moneyBack?.result ?? null) : null;
  return [...own, ...others, ...(itself === null ? [] : [{ ...bare, name: nameOf(file, whole), money: itself }])];
}

const bare = { sheet: null, budget: null, unitCost: null };

function nameOf(file: string, whole: WorkbookResult | undefined): string {
  return whole?.facts?.name ?? withoutEnding(file.slice(file.lastIndexOf("/") + 1));
}

function budgetOf(followUp: FollowUp): BudgetSummary {
  const { table, cells, total, forecast, material } = followUp;
  const sign = signOfResult(table);
  const lines = table.lines.flatMap((line, at) =>
    table.periods.flatMap(({ label, from, to }, period): LineFigures[] => {
      const cell = cells[at]?.[period] ?? null;
      if (cell === null) return [];
      const figures = turned(cell, signOfLine(table, at));
      const months = { from: monthText(from), to: monthText(to) };
      return [{ line, kind: kindOf(table, at), period: label, ...months, ...figures }];
    }),
  );
  return {
    lines,
    total: { ...turned(total, sign), share: total.share === null ? null : shareText(total.share) },
    forecast:
      forecast === null
        ? null
        : {
            budget: storedKr(inResult(forecast.total.fullYearBudget, sign)),
            forecast: storedKr(inResult(forecast.total.chosen, sign)),
            deviation: storedKr(forecast.total.deviation),
          },
    marked: material.filter(Boolean).length,
  };
}

/** An amount as it enters the result: costs negative. */
function inResult(amount: Decimal, sign: CostSign): Decimal {
  return sign === "negative" ? amount : amount.neg();
}

function turned({ outcome, budget, amount }: Deviation, sign: CostSign): Measures {
  return {
    outcome: storedKr(inResult(outcome, sign)),
    budget: storedKr(inResult(budget, sign)),
    deviation: storedKr(amount),
  };
}

/** Per participant; a cost beside its cost per person tells how many they are. */
function unitCostOf({ unitCosts }: FollowUp): InitiativeSummary["unitCost"] {
  const found = unitCosts?.items.find(({ per }) => per === "participant");
  if (found === undefined) return null;
  const shown = (cost: Decimal | null, volume: Decimal | null): string | null =>
    cost === null || volume === null || isSmall(volume) ? null : storedKr(cost);
  return {
    budget: shown(found.budget, found.plannedVolume),
    outcome: shown(found.outcome, found.actualVolume),
  };
}

/**
 * Of fewer than five persons nothing that comes back is kept. Where fewer than five are behind one party, no party's is: the others and the sum would
 * give it.
 */
function moneyOf(result: AgencyReturn | null): ReturnSummary | null {
  if (result === null || result.basis.ready.length === 0) return null;
  const persons = result.basis.ready.length;
  const masked = isSmall(persons);
  const behind = personsByParty(result.basis);
  const fewBehindOne = masked || behind.some(({ size }) => isSmall(size));
  const { total, parties } = result.horizons["5"];
  const cooperating = new Set(parties.flatMap((party) => (party.cooperating ? [party.agency.name] : [])));
  const together = new Set(
    result.partyNames.flatMap((name, at) => (cooperating.has(name) ? [...(behind[at] ?? [])] : [])),
  );
  const sumMasked = masked || isSmall(together.size);
  return {
    masked: masked || fewBehindOne,
    persons: masked ? null : persons,
    parties: HORIZONS.flatMap((horizon) =>
      result.horizons[horizon].parties.map(({ agency, in: paid, back }) => ({
        agency: agency.name,
        horizon,
        paidIn: storedKr(paid),
        paidBack: fewBehindOne ? null : storedKr(back),
      })),
    ),
    paidIn: storedKr(total.in),
    paidBack: sumMasked ? null : storedKr(total.back),
    ratio: sumMasked || total.ratio === null ? null : shareText(total.ratio),
    paybackMonth: sumMasked ? null : result.payback.month,
  };
}
