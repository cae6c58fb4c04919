// src/text/returnTabs.ts: the words of the tabs on money in and money back. Swedish headings are those that the tabs are known by.
import type { EndReason } from "../domain/return/course/benefitRule";
import type { Horizon } from "../domain/return/agencyReturn";
import type { AssumptionKind, Certainty, ScenarioId } from "../domain/return/assumptions";
import type { UnusedReason } from "../domain/return/participant";
import type { PensionMonth } from "../domain/return/pensionAge";

type Tab = "parties" | "avoided" | "assumptions" | "contributionsSource" | "participantsSource";

export interface ReturnTabTexts {
  readonly names: Readonly<Record<Tab, string>>;
  readonly titles: Readonly<Record<Tab, string>>;
  readonly notForTheBoard: string;
  readonly kronor: string;
  readonly changed: string;
  readonly setAsideHeading: string;
  readonly reasons: Readonly<Record<UnusedReason, string>>;
  /** As in "inom fem år". */
  readonly within: Readonly<Record<Horizon, string>>;
  /** As a heading of a column: "5 år". */
  readonly horizon: Readonly<Record<Horizon, string>>;
  readonly contributions: ContributionsSourceTexts;
  readonly participants: ParticipantsSourceTexts;
  readonly avoided: AvoidedTexts;
  readonly assumptions: AssumptionsTexts;
  readonly parties: PartiesTexts;
  readonly checks: ChecksTexts;
}

/** What Kontroller says of these tabs; each row is named by its tab. */
export interface ChecksTexts {
  readonly heading: string;
  readonly assumptions: string;
  readonly assumptionsAction: string;
  readonly sourceRows: (tab: string) => string;
}

export interface ContributionsSourceTexts {
  readonly row: string;
  readonly party: string;
  readonly partyNumber: string;
  readonly year: string;
  readonly cash: string;
  readonly hours: string;
  readonly hourlyCost: string;
  readonly ownTime: string;
  readonly total: string;
  readonly factor: string;
  readonly valuedCash: string;
  readonly valuedOwnTime: string;
  readonly origin: string;
  readonly remark: string;
  readonly initiative: string;
  readonly initiativeNumber: string;
  readonly yearNotSaid: string;
  readonly writtenAs: (name: string) => string;
  readonly unknownParty: string;
}

export interface ParticipantsSourceTexts {
  readonly row: string;
  readonly participant: string;
  readonly number: string;
  readonly born: string;
  readonly lastMonth: string;
  readonly before: string;
  readonly amountBefore: string;
  readonly after: string;
  readonly amountAfter: string;
  readonly municipality: string;
  readonly pensionAge: string;
  readonly first: string;
  readonly pensionMonth: string;
  readonly from: string;
  readonly to: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly dailyBefore: string;
  readonly units: string;
  readonly unit: string;
  readonly unitNames: Readonly<Record<"day" | "week" | "month", string>>;
  readonly kr: string;
  readonly krWithin: (horizon: string) => string;
  readonly because: string;
  readonly paragraph: string;
  readonly endReasons: Readonly<Record<EndReason, string>>;
  readonly segment: string;
  readonly counted: string;
  readonly typed: string;
  readonly noLegalEnd: string;
  readonly dayFrom: string;
  readonly dayTo: string;
  readonly months: string;
  readonly origin: string;
  readonly remark: string;
  /** Hidden helper columns. */
  readonly keyBefore: string;
  readonly keyAfter: string;
  readonly upratingBefore: string;
  readonly upratingAfter: string;
  readonly persistence: string;
  readonly publicBefore: string;
  readonly publicAfter: string;
  readonly discount: string;
  readonly outcomeNumber: string;
  readonly firstRow: string;
  readonly initiative: string;
  readonly initiativeNumber: string;
  readonly oldSupport: (horizon: string) => string;
  readonly newSupport: (horizon: string) => string;
  readonly moved: (horizon: string) => string;
  readonly shift: (horizon: string, party: number) => string;
  readonly note: string;
  readonly helperNote: string;
  readonly birthMonthAssumed: string;
  readonly remaining: (amount: string) => string;
  readonly then: string;
  readonly sharedBefore: (counted: string) => string;
  readonly sharedAfter: (counted: string) => string;
}

export interface AvoidedTexts {
  readonly participant: string;
  readonly birthYear: string;
  readonly before: string;
  readonly amountBefore: string;
  readonly after: string;
  readonly amountAfter: string;
  readonly first: string;
  readonly pensionMonth: string;
  readonly months: string;
  readonly ownSupport: string;
  readonly withSuccessors: (horizon: string) => string;
  readonly plain: string;
  readonly adjusted: string;
  readonly beyondYear5: string;
  readonly pensionSource: string;
  readonly number: string;
  readonly outcomeNumber: string;
  readonly status: Readonly<Record<PensionMonth["status"], string>>;
  /** `67 år, beslutad`. */
  readonly pensionText: (age: string, status: string) => string;
  readonly total: string;
  readonly note: string;
  readonly leftOut: string;
  readonly groupsHeading: string;
  readonly coursesHeading: string;
  readonly agenciesHeading: string;
  readonly keyThen: string;
  readonly group: string;
  readonly agency: string;
  readonly persons: string;
  readonly difference: string;
  readonly yearsHeading: string;
  readonly yearsNote: string;
  readonly year: string;
  readonly personMonths: string;
}

export interface AssumptionsTexts {
  readonly assumption: string;
  readonly low: string;
  readonly base: string;
  readonly high: string;
  readonly chosen: string;
  readonly unit: string;
  readonly validFrom: string;
  readonly source: string;
  readonly fetched: string;
  readonly certainty: string;
  readonly kinds: Readonly<Record<AssumptionKind, string>>;
  readonly ofSource: (kind: string, source: string) => string;
  readonly units: Readonly<Record<AssumptionKind, string>>;
  readonly asForAll: string;
  readonly curve: string;
  /** The value at which 1 kr comes back per kr in; `within`: the horizon in words, lower case. */
  readonly limit: { readonly heading: (within: string) => string; readonly always: string; readonly never: string };
  readonly limitNote: string;
  readonly certainties: Readonly<Record<Certainty, string>>;
  readonly target: string;
  readonly targetUnit: string;
  readonly persistenceForm: string;
  readonly persistenceFormUnit: string;
  readonly persistenceFormNote: string;
  readonly evidence: EvidenceTexts;
  /** The rules' table: the levels of the supports that occur. */
  readonly rules: {
    readonly heading: string;
    readonly note: string;
    readonly rule: string;
    readonly from: string;
    readonly to: string;
    readonly factor: string;
    readonly perMonth: string;
    readonly calendar: string;
    readonly unit: string;
    readonly validFrom: string;
    readonly validTo: string;
    readonly expired: (last: string) => string;
    readonly paragraph: string;
    readonly asOf: (edition: string) => string;
    readonly certainty: string;
    readonly certainties: Readonly<Partial<Record<string, string>>>;
  };
  /** Money in on the scale of what comes back, by year. */
  readonly paid: PaidTexts;
  readonly scenario: string;
  readonly scenarios: Readonly<Record<ScenarioId, string>>;
  readonly changedFrom: (scenario: string) => string;
  /** The scenario of a run in which people's own values were used. */
  readonly withOwn: (scenario: string) => string;
  /** Where a person changed a value and named no source. */
  readonly ownValue: string;
  readonly prices: string;
  readonly pricesOf: Readonly<Record<"fixed" | "current", string>>;
  readonly priceYear: (year: number) => string;
  readonly priceYearNotSaid: string;
  readonly howTo: string;
  readonly sourcesHeading: string;
  readonly sourcesNote: string;
  readonly incomeSource: string;
  readonly sum: string;
  readonly freed: string;
  readonly taxed: string;
  readonly note: string;
  readonly endsAt30: string;
  readonly sumWrong: string;
  readonly rowsHeading: string;
  readonly rowsNote: string;
  readonly rowNumber: string;
  readonly factorsHeading: string;
  readonly factorsNote: string;
  readonly year: string;
  readonly uprating: (source: string) => string;
  readonly persistence: (source: string) => string;
  readonly otherSources: string;
  readonly counterfactual: string;
  readonly discount: string;
  readonly attribution: string;
  readonly common: string;
  readonly commonNext: string;
  readonly atTheRun: string;
  readonly difference: string;
}

/** What studies have found, beside the assumptions. */
export type EvidenceTexts = Readonly<
  Record<
    "heading" | "note" | "population" | "estimate" | "country" | "followUp" | "limit" | "id" | "source" | "read",
    string
  >
> & { readonly certainty: Readonly<Record<"abstract" | "official", string>> };

export type PaidTexts = Readonly<
  Record<
    | "heading"
    | "note"
    | "asBooked"
    | "currentPrices"
    | "year"
    | "booked"
    | "index"
    | "priceIndex"
    | "price"
    | "discount"
    | "factor"
    | "remark"
    | "noIndex"
    | "startYear",
    string
  >
>;

export interface PartiesTexts {
  readonly party: string;
  readonly cash: string;
  readonly ownTime: string;
  readonly in: string;
  readonly back: string;
  readonly shift: string;
  readonly net: string;
  readonly ratio: string;
  readonly lowerSpending: string;
  readonly freedCapacity: string;
  readonly remark: string;
  readonly partyNumber: string;
  readonly stateTotal: string;
  readonly municipalityTotal: string;
  readonly regionTotal: string;
  readonly otherTotal: string;
  readonly parties: string;
  readonly publicSector: string;
  readonly tax: string;
  readonly moved: string;
  readonly paysWithoutGain: string;
  readonly outsideModel: string;
  readonly paysAndLoses: string;
  readonly gainsWithoutPaying: string;
  readonly loses: string;
  readonly overview: string;
  readonly caveats: CaveatTexts;
  readonly board: BoardTexts;
  readonly payback: PaybackTexts;
  readonly coverage: CoverageTexts;
  readonly leverage: string;
  readonly leverageNote: string;
  readonly leverageColumn: string;
  readonly krona: string;
  readonly kronaNote: string;
  readonly share: string;
  readonly years: string;
  readonly yearsNote: string;
  readonly year: string;
  readonly accumulated: string;
  readonly groups: string;
  readonly groupsNote: string;
  readonly group: string;
  readonly persons: string;
  readonly months: string;
  readonly groupBack: string;
  readonly allGroups: string;
  readonly hiddenGroup: string;
  readonly initiatives: InitiativesTexts;
}

/** Money in and money back per initiative; a horizon is given as it stands in a heading. */
export interface InitiativesTexts {
  readonly heading: string;
  readonly note: string;
  readonly noteMoneyIn: string;
  readonly initiative: string;
  readonly persons: string;
  readonly months: string;
  readonly back: (horizon: string) => string;
  readonly net: (horizon: string) => string;
  readonly ratio: (horizon: string) => string;
  readonly paidFrom: string;
  readonly from: Readonly<Record<"contributions" | "booked" | "unknown", string>>;
  /** The rows that name none. */
  readonly unnamed: string;
  readonly all: string;
}

/** Pieces of a sentence that is put together by a formula; the figures stand between them. */
export interface CaveatTexts {
  readonly gross: string;
  /** With deadweight or outflow assumed. */
  readonly assumed: string;
  readonly counterfactual: (words: string) => string;
  readonly covers: readonly [string, string, string];
  readonly fixed: string;
  readonly current: string;
  readonly beyond: string;
  readonly noBeyond: string;
  /** After the amount within five years, and after the one beyond them. */
  readonly bothWays: readonly [string, string];
  readonly moved: string;
  readonly decimalPoint: string;
}

export interface BoardTexts {
  readonly heading: string;
  /** Between the kronor per krona and the target, after the target, and whether it is reached; `within`: `inom fem år`. */
  readonly verdict: {
    readonly ofTarget: string;
    readonly kr: string;
    readonly reached: (within: string) => string;
    readonly notReached: (within: string) => string;
  };
  /** What must hold for the money to be back: everybody, or at least N of M, until a year. */
  readonly condition: {
    readonly opening: string;
    readonly everybody: string;
    readonly least: string;
    readonly of: string;
    readonly until: string;
    readonly closing: string;
  };
  readonly notBack: string;
  readonly nothingPaid: string;
}

export interface PaybackTexts {
  readonly heading: string;
  readonly note: string;
  readonly month: string;
  readonly monthPublicSector: string;
  readonly monthFromStart: string;
  readonly peakOutlay: string;
  readonly peakMonth: string;
  readonly monthsForOne: string;
  readonly monthsForTarget: string;
  readonly never: string;
  readonly unknownStart: string;
  readonly runAgain: string;
  readonly stayers: string;
  readonly leaversForOne: string;
  readonly leaversForTarget: string;
  readonly beyondYear5: string;
}

export interface CoverageTexts {
  readonly heading: string;
  readonly included: string;
  readonly of: string;
  readonly gotWorse: string;
  readonly ongoing: string;
  readonly droppedOut: string;
  readonly setAside: string;
  readonly withoutRow: string;
}
