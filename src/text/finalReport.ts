// src/text/finalReport.ts: the words of Känslighet, Slutrapport and Före och efter, and of the economy section as text.
import type { AssumptionKind } from "../domain/return/assumptions";
import type { KnownClaim } from "../domain/finalReport/claims";
import type { FundsAnswer } from "../domain/finalReport/finalReport";
import type { Verdict } from "../domain/finalReport/goals";

export interface FinalTexts {
  readonly names: Readonly<Record<"sensitivity" | "finalReport" | "beforeAfter", string>>;
  readonly titles: Readonly<Record<"sensitivity" | "finalReport" | "beforeAfter", string>>;
  readonly sensitivity: SensitivityTexts;
  readonly report: FinalReportTexts;
  readonly beforeAfter: BeforeAfterTexts;
}

export interface SensitivityTexts {
  readonly horizon: (years: string) => string;
  readonly toRetirement: string;
  readonly scope: Readonly<Record<"parties" | "publicSector", string>>;
  readonly about: (horizon: string, scope: string) => string;
  readonly assumptionNames: Readonly<Record<AssumptionKind, string>>;
  /** `Uppräkning: Försörjningsstöd`, as on Antaganden. */
  readonly ofSource: (name: string, source: string) => string;
  readonly tornadoHeading: string;
  readonly tornadoNote: string;
  readonly tornadoLive: string;
  readonly tornadoValues: string;
  readonly assumption: string;
  readonly atLow: string;
  readonly atHigh: string;
  readonly span: string;
  readonly low: string;
  readonly base: string;
  readonly high: string;
  readonly lowChange: string;
  readonly highChange: string;
  readonly baseResult: string;
  readonly moneyIn: string;
  readonly target: string;
  readonly certain: string;
  readonly nothingPaidIn: string;
  readonly tornadoChart: string;
  readonly tornadoAxis: string;
  readonly tornadoDescription: (bars: readonly string[]) => string;
  readonly bar: (name: string, low: string, high: string) => string;
  readonly distributionHeading: string;
  readonly distributionNote: string;
  readonly percentile: string;
  readonly ratio: string;
  readonly back: string;
  readonly atLeast: (ratio: string) => string;
  readonly percentileMeaning: Readonly<Record<"p5" | "p25" | "p50" | "p75" | "p95", string>>;
  readonly seed: string;
  readonly draws: string;
  readonly noDraws: string;
  readonly from: string;
  readonly to: string;
  readonly interval: string;
  readonly shareOfDraws: string;
  readonly below: (limit: string) => string;
  readonly above: (limit: string) => string;
  readonly distributionChart: string;
  readonly distributionAxis: string;
  readonly distributionDescription: (p5: string, p50: string, p95: string) => string;
  readonly basisHeading: string;
  readonly basisNote: string;
  readonly year: string;
  /** Whole years from the first year of the calculation. */
  readonly later: string;
  readonly oldSupport: (before: string, after: string, taxed: boolean, later: number) => string;
  readonly newSupport: (before: string, after: string, taxed: boolean, later: number) => string;
  /** The rows of the user's table that the scenario leaves out. */
  readonly notUsed: (scenario: string, names: string) => string;
}

export interface FinalReportTexts {
  readonly unitNote: (unit: string) => string;
  readonly fundsHeading: string;
  readonly item: string;
  readonly granted: string;
  readonly used: string;
  readonly unused: string;
  readonly share: string;
  readonly explanation: string;
  readonly lineSum: string;
  readonly total: string;
  readonly totalFromFields: string;
  readonly noFunds: string;
  readonly answerHeading: string;
  readonly answers: Readonly<Record<FundsAnswer, string>>;
  readonly explainingHeading: string;
  readonly explainingNote: string;
  readonly shareOfDifference: string;
  readonly way: Readonly<Record<"unused" | "exceeded", string>>;
  readonly offsetting: (favourable: string, unfavourable: string) => string;
  readonly goalsHeading: string;
  readonly goal: string;
  readonly target: string;
  readonly outcome: string;
  readonly fulfilment: string;
  readonly verdict: string;
  readonly remark: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly verdictNote: (partly: string) => string;
  readonly validFrom: (goal: string, month: string) => string;
  readonly atMost: (goal: string) => string;
  readonly responseRate: (rate: string) => string;
  readonly basesHeading: string;
  readonly basesNote: string;
  readonly actualBase: string;
  readonly expectedBase: string;
  readonly ofActual: string;
  readonly ofExpected: string;
  readonly claimsHeading: string;
  readonly claim: string;
  readonly stated: string;
  readonly computed: string;
  readonly difference: string;
  readonly agrees: string;
  readonly basis: string;
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly claimsNote: string;
  readonly knownClaims: Readonly<Record<KnownClaim, string>>;
  readonly fewPersons: string;
  readonly freeTextHeading: string;
  readonly freeText: string;
  readonly statedBy: string;
  readonly date: string;
  readonly document: FinalDocumentTexts;
}

/** Sentences of the text version; amounts and shares come ready, with their unit. */
export interface FinalDocumentTexts {
  readonly title: (initiative: string) => string;
  readonly period: (period: string) => string;
  readonly sentence: Readonly<
    Record<
      FundsAnswer,
      (words: {
        readonly granted: string;
        readonly used: string;
        readonly unused: string;
        readonly share: string | null;
      }) => string
    >
  >;
  readonly explained: (lines: readonly string[]) => string;
  readonly explainedLine: (name: string, amount: string, unused: boolean) => string;
  readonly fundsCaption: string;
  readonly goalsCaption: string;
  readonly basesCaption: string;
  readonly claimsCaption: string;
  readonly rounded: string;
  /** A source that the return rests an assumption on: `dödvikt: Reme m.fl. 2019`. */
  readonly assumed: (source: string) => string;
  readonly drawnUp: (by: string | null, date: string) => string;
}

export interface BeforeAfterTexts {
  readonly supportHeading: string;
  readonly countsHeading: string;
  readonly startEndHeading: string;
  readonly support: string;
  readonly initiative: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly shareBefore: string;
  readonly shareAfter: string;
  readonly planned: string;
  readonly actual: string;
  readonly difference: string;
  readonly differenceShare: string;
  readonly atStart: string;
  readonly atEnd: string;
  readonly total: string;
  readonly hidden: string;
  readonly maskNote: string;
  readonly notMasked: string;
  readonly base: (persons: number) => string;
  readonly sameIndividuals: string;
  readonly otherIndividuals: (before: number, after: number, base: number | null) => string;
  readonly otherIndividualsMasked: string;
  readonly left: (names: readonly string[]) => string;
  readonly nothing: string;
}
