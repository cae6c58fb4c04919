// src/text/tabs.ts: the words of the written tabs. Headings in Swedish are those that the tabs are known by.
import type { CostSign, Reading, Version } from "../domain/deviation/budget";
import type { BasisName } from "../domain/deviation/otherBasis";
import type { UnitCost } from "../domain/deviation/unitCost";

export interface TabTexts {
  readonly names: {
    readonly overview: string;
    readonly deviation: string;
    readonly source: string;
    readonly controls: string;
  };
  readonly titles: {
    readonly overview: string;
    readonly deviation: string;
    readonly source: string;
    readonly controls: string;
  };
  readonly head: HeadTexts;
  readonly source: UnderlagHeadings;
  /** Heading of the column that holds one kind of version; `number` is 1 for the first of its kind. */
  readonly versionColumn: (kind: Version["kind"], number: number) => string;
  readonly deviation: DeviationHeadings;
  readonly deviationWords: DeviationWords;
  readonly unitCosts: UnitCostTexts;
  readonly forecast: ForecastTexts;
  readonly controls: ControlHeadings;
  readonly controlWords: ControlWords;
  readonly overview: OverviewTexts;
}

export interface HeadTexts {
  readonly initiative: string;
  readonly period: string;
  readonly unit: string;
  readonly drawnUpBy: string;
  readonly date: string;
  readonly version: string;
  readonly draft: string;
  readonly severalInitiatives: (count: number) => string;
  readonly severalUnits: (units: string) => string;
  readonly bookedThrough: string;
  readonly nothingBooked: string;
  readonly limitAmount: string;
  readonly limitShare: string;
  readonly unnamed: string;
}

export interface UnderlagHeadings {
  readonly row: string;
  readonly initiative: string;
  readonly lineNumber: string;
  readonly costLine: string;
  readonly account: string;
  readonly periodNumber: string;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly party: string;
  readonly outcome: string;
  readonly budget: string;
  readonly unit: string;
  readonly origin: string;
  readonly remark: string;
}

export interface DeviationHeadings {
  readonly costLine: string;
  readonly outcome: string;
  readonly budget: string;
  readonly deviation: string;
  readonly share: string;
  readonly lastYear: string;
  readonly fullYearBudget: string;
  readonly forecast: string;
  readonly forecastDeviation: string;
  readonly material: string;
  readonly cause: string;
  readonly action: string;
  readonly responsible: string;
  readonly done: string;
}

export interface DeviationWords {
  readonly total: string;
  readonly yes: string;
  readonly no: string;
  readonly lower: string;
  readonly higher: string;
  readonly asBudgeted: string;
  readonly surplus: string;
  readonly deficit: string;
  readonly balanced: string;
  readonly signNote: (sign: CostSign) => string;
  readonly hiddenColumns: (headings: readonly string[]) => string;
  readonly roundedParts: string;
  /** Beside a line or a period. */
  readonly seriesBreak: string;
  /** `period` empty: not said; `text` empty: marked only. */
  readonly seriesBreakRemark: (line: string, period: string, text: string) => string;
  readonly remarks: string;
  /** The texts between the two line names and after them; amounts are ready, with sign. */
  readonly offsetting: (favourable: string, unfavourable: string, unit: string) => readonly [string, string];
  readonly stale: string;
  readonly noRemarks: string;
  readonly averagePerHalfYear: string;
  readonly halfYears: string;
  readonly perPeriod: string;
  readonly perPeriodNote: string;
  readonly allLines: string;
  readonly periodHeading: string;
  readonly outcome: string;
  readonly budget: string;
  readonly chartTitle: string;
  readonly chartAxis: (unit: string) => string;
  readonly chartDescription: (lines: readonly string[]) => string;
  readonly keptHeading: string;
  readonly keptNote: string;
  readonly versionsHeading: string;
  readonly versionsNote: string;
  readonly versionAmount: string;
}

export interface UnitCostTexts {
  readonly heading: string;
  readonly note: string;
  readonly outcome: string;
  readonly plan: string;
  readonly difference: string;
  readonly change: string;
  readonly source: string;
  readonly costsIn: (unit: string) => string;
  readonly months: string;
  readonly perYear: Readonly<Record<UnitCost["per"], string>>;
  readonly volume: Readonly<Record<UnitCost["per"], string>>;
  readonly cost: Readonly<Record<UnitCost["per"], string>>;
  /** `29,9 i stället för 20,0`: what the total hides, one sentence. */
  readonly hidden: (words: {
    readonly surplus: boolean;
    readonly amount: string;
    readonly per: UnitCost["per"];
    readonly outcome: string;
    readonly budget: string;
    readonly change: string;
    readonly unit: string;
    readonly costUnit: string;
  }) => string;
  readonly volumeEffect: string;
  readonly volumePart: string;
  readonly efficiencyPart: string;
  readonly variableShare: string;
}

export interface ForecastTexts {
  readonly heading: string;
  readonly bookedMonths: string;
  /** Where some of them are worked up only. */
  readonly doneMonths: string;
  readonly budgetMonths: string;
  readonly linear: string;
  readonly periodised: string;
  readonly own: string;
  readonly workedUp: string;
  readonly workedUpNote: string;
  readonly chosen: (method: "own" | "periodised" | "linear") => string;
}

export interface ControlHeadings {
  readonly control: string;
  readonly expected: string;
  readonly computed: string;
  readonly difference: string;
  readonly result: string;
  readonly place: string;
  readonly action: string;
}

export interface ControlWords {
  /** After a control's label: what the source reckons against. */
  readonly basis: (basis: BasisName) => string;
  readonly agrees: string;
  readonly differs: string;
  readonly assumptionsChanged: string;
  readonly read: string;
  readonly rowsHeading: string;
  readonly rowsSeen: string;
  readonly rowsUsed: string;
  readonly rowsSetAside: string;
  readonly rowsAction: string;
  readonly totalsHeading: string;
  readonly noTotals: string;
  readonly measure: Readonly<Record<"outcome" | "budget" | "deviation", string>>;
  readonly allLines: string;
  readonly someLines: (count: number) => string;
  readonly allPeriods: string;
  readonly totalAction: string;
  /** Counts are shown with thousands spaces already. */
  readonly recount: (measure: string, used: string, setAside: string) => string;
  readonly typedAmounts: (count: string) => string;
  readonly recountAction: string;
  readonly tolerance: (amount: string) => string;
  readonly engineHeading: string;
  readonly engineAction: string;
  readonly limitsAction: string;
  readonly readingHeading: string;
  readonly unitReading: string;
  readonly signReading: string;
  readonly readings: Readonly<Record<Reading, string>>;
  readonly sign: Readonly<Record<CostSign, string>>;
  readonly readingAction: string;
  readonly setAsideHeading: string;
  readonly setAsideRow: string;
  readonly problemsHeading: string;
  readonly noProblems: string;
}

export interface OverviewTexts {
  readonly initiative: string;
  readonly outcome: string;
  readonly budget: string;
  readonly deviation: string;
  readonly share: string;
  readonly result: string;
  readonly tab: string;
  readonly total: string;
  readonly mixedSigns: string;
}
