// src/cli/wholeJson.ts: what a workbook, or one of its initiatives, tells beside its budget tables, as parts of the public JSON contract.
import type { WorkbookResult } from "../actions/analysis";
import { type InitiativeMoneyBack, type MoneyBack, uncertaintyOf } from "../domain/return/moneyBack";
import type { FinalReport } from "../domain/finalReport/finalReport";
import type { Texts } from "../text/texts";
import { avoidedJson } from "./courseJson";
import {
  beforeAfterJson,
  contributionsJson,
  finalReportJson,
  goalsJson,
  type Json,
  returnJson,
  uncertaintyJson,
} from "./returnJson";

export const noReturn = {
  contributions: null,
  avoided: null,
  return: null,
  uncertainty: null,
  finalReport: null,
  goals: null,
  beforeAfter: null,
} as const;

/** What a workbook tells beside its budget tables; each part null where it does not apply. */
export function wholeJson(
  whole: WorkbookResult,
  finalReport: FinalReport | null,
  texts: Texts,
): Readonly<Record<string, Json>> {
  const { moneyBack, persons } = whole;
  const goals = finalReport?.goals ?? [];
  return {
    ...moneyBackJson(moneyBack === null ? null : { ...moneyBack, paidIn: moneyBack.result.contributions }),
    finalReport: finalReport === null ? null : finalReportJson(finalReport, texts.final),
    goals: goals.length === 0 ? null : goalsJson(goals),
    beforeAfter: persons === null ? null : beforeAfterJson(persons.tables, persons.counts),
  };
}

type MoneyBackParts = Pick<MoneyBack, "result" | "avoided" | "tornado" | "distribution"> &
  Pick<InitiativeMoneyBack, "paidIn">;

/** Without participants there is nothing back, and nothing uncertain about it. */
export function moneyBackJson(parts: MoneyBackParts | null): Readonly<Record<string, Json>> {
  const back = parts !== null && parts.result.basis.ready.length > 0 ? parts : null;
  return {
    contributions: parts === null || parts.paidIn.agencies.length === 0 ? null : contributionsJson(parts.paidIn),
    avoided: back === null ? null : avoidedJson(back.avoided, back.result.basis),
    return: back === null ? null : returnJson(back.result, back.distribution.horizon),
    uncertainty: back === null ? null : uncertaintyJson(back.tornado, back.distribution),
  };
}

/** Money in and back of one initiative; undefined: the rows name it nowhere. */
export function partJson(
  { moneyBack }: WorkbookResult,
  initiative: InitiativeMoneyBack | undefined,
): Readonly<Record<string, Json>> {
  if (initiative === undefined || moneyBack === null) return moneyBackJson(null);
  const uncertain = initiative.result.basis.ready.length > 0;
  const { tornado, distribution } = uncertain ? uncertaintyOf(initiative, moneyBack) : moneyBack;
  return moneyBackJson({ ...initiative, tornado, distribution });
}
