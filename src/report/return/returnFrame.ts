// src/report/return/returnFrame.ts: what the tabs on money back share: the run's results, integer keys for parties and supports, names of cells.
// Every formula of these tabs rests on the keys and names given here.
import { identityOf, sameIdentity, type Identity } from "../../domain/return/agency";
import { type AgencyReturn, flowsIn, type Horizon, type ReturnBasis, scaleIn } from "../../domain/return/agencyReturn";
import type { YearValue } from "../../domain/return/contributionValue";
import type { PersistenceForm } from "../../domain/return/assumptions";
import type { InitiativeReturn } from "../../domain/return/initiativeReturn";
import type { AvoidedSupport } from "../../domain/return/avoidedSupport";
import { courseRowsOf, type CourseRow } from "../../domain/return/course/courseRows";
import { compare } from "../../domain/return/course/months";
import type { Span } from "../../domain/return/course/spans";
import type { Origin } from "../../domain/deviation/budget";
import type { Decimal } from "../../domain/money";
import { lookupKey } from "../../domain/lookupKey";
import { type IncomeSource } from "../../domain/return/incomeSource";
import type { Flows } from "../../domain/return/payback";
import type { ReadyParticipant } from "../../domain/return/participant";
import type { Party } from "../../domain/return/payer";
import type { Texts } from "../../text/texts";
import type { NumberFormat, SheetRole } from "../sheetModel";

export interface ReturnReportInput {
  readonly result: AgencyReturn;
  /** The target without one that a person wrote on Antaganden; left out: as it is. */
  readonly targetWithout?: Decimal;
  /** The form of persistence without one that a person wrote there; left out: as it is. */
  readonly formWithout?: PersistenceForm;
  readonly avoided: AvoidedSupport;
  /** In the order of `result.basis.input`; an empty list where the rows came from no sheet. */
  readonly origins: { readonly participants: readonly Origin[]; readonly contributions: readonly Origin[] };
  readonly initiative: string;
  /** Where the rows tell several initiatives apart; left out: they do not. */
  readonly initiatives?: readonly ReportedInitiative[];
  /** As the head of each tab says it; empty: not known. */
  readonly period: string;
  /** The horizon that the board's sentence is about; 5 years to begin with. */
  readonly boardHorizon: Horizon;
  readonly drawnUpBy: string | null;
  readonly version?: string | null;
  /** ISO date. */
  readonly today: string;
  readonly names: (role: SheetRole) => string;
  readonly texts: Texts;
}

/** One of several initiatives, and the lines of Underlag that hold what its own budget table has booked. */
export interface ReportedInitiative extends InitiativeReturn {
  /** LinjeNr from and to. Null: its money in stands in Underlag parter, or is not known. */
  readonly booked: {
    readonly from: number;
    readonly to: number;
    readonly sign: "negative" | "positive";
  } | null;
}

export const KR: NumberFormat = { kind: "amount", unit: "kr", decimals: 0 };
export const ORE: NumberFormat = { kind: "amount", unit: "kr", decimals: 2 };
export const RATIO: NumberFormat = { kind: "number", decimals: 2 };
export const FACTOR: NumberFormat = { kind: "number", decimals: 4 };
/** Of hidden helper cells: all digits, for whoever unhides them. */
export const HIDDEN: NumberFormat = { kind: "general" };
export const PERCENT: NumberFormat = { kind: "percent", decimals: 1 };
export const WHOLE_PERCENT: NumberFormat = { kind: "percent", decimals: 0 };
export const INTEGER: NumberFormat = { kind: "integer" };
export const MONTH: NumberFormat = { kind: "month" };

export const PARTICIPANT_TABLE = "tblDeltagare";
export const CONTRIBUTION_TABLE = "tblParter";

const PREFIX = "Samkalkyl_";

/** Names of cells. They are the same in every language, so that a workbook may change language without losing them. */
export const NAME = {
  deadweight: `${PREFIX}Dodvikt`,
  outflow: `${PREFIX}Utflode`,
  others: `${PREFIX}AndraInsatser`,
  correction: `${PREFIX}Sakerhetsavdrag`,
  rate: `${PREFIX}Kalkylranta`,
  tax: `${PREFIX}Skatt`,
  uprating: `${PREFIX}Upprakning`,
  persistence: `${PREFIX}Varaktighet`,
  target: `${PREFIX}Mal`,
  /** 0 while every assumption is that of the run. */
  changed: `${PREFIX}Andrat`,
  /** Columns of the year-factor table: k, its first month and the month after its last. */
  k: `${PREFIX}k`,
  monthFrom: `${PREFIX}m`,
  monthTo: `${PREFIX}n`,
  /** Matrices by k: uprating and persistence, one column per support; c·d·e of the old support, and c0·d·e of the new one. */
  u: `${PREFIX}u`,
  q: `${PREFIX}q`,
  common: `${PREFIX}f`,
  commonNext: `${PREFIX}f0`,
  /** `running` or `yearly`, in words. */
  persistenceForm: `${PREFIX}Varaktighetsform`,
  /** The year that everything is discounted to. */
  startYear: `${PREFIX}ForstaAr`,
  /** Years in which something was paid in, and what a krona of each counts as. */
  paidYears: `${PREFIX}Satsningsar`,
  paidFactor: `${PREFIX}Satsningsfaktor`,
  /** Share rows × parties, and per share row its number, share of freed capacity, 1 where it is taxed. */
  shares: `${PREFIX}Andelar`,
  shareRows: `${PREFIX}Andelsrad`,
  /** Supports × payers: the whole editable table. */
  supports: `${PREFIX}Stod`,
  freed: `${PREFIX}Frigjord`,
  taxed: `${PREFIX}Beskattas`,
  /** A column of ones, one per party. */
  ones: `${PREFIX}Ettor`,
  /** Columns of the rules' table: a level's first and last unit, its factor, and units of a month. */
  ruleFrom: `${PREFIX}RegelFran`,
  ruleTo: `${PREFIX}RegelTill`,
  ruleFactor: `${PREFIX}RegelNiva`,
  rulePerMonth: `${PREFIX}RegelManad`,
  /** Years × share rows: old and new support of each person-year, before it is shared between payers. */
  yearOld: `${PREFIX}ArStodFore`,
  yearNext: `${PREFIX}ArStodEfter`,
} as const;

/** A support as a municipality's participants have it: one row of the matrix of shares. */
export interface ShareRow {
  readonly municipality: number;
  readonly source: number;
}

/** One row of Underlag deltagare: a person's months with the same supports. */
export interface SpanRow {
  readonly person: ReadyParticipant;
  /** 1 for the first person; the integer key of the tabs. */
  readonly personNumber: number;
  readonly span: ReadyParticipant["spans"][number];
  /** Index of the span among the person's. */
  readonly part: number;
  /** How many spans the segment has where this is its first one; else 0. */
  readonly parts: number;
  /** The level of the course that the span is of; null: nothing is avoided in it, only paid. */
  readonly level: CourseRow | null;
}

/** A payer as the table of sources names it, and the party that it is for each municipality. */
export interface PayerColumn {
  readonly payer: string;
  /** By municipality index; −1: no party of this calculation. */
  readonly party: readonly number[];
}

export class ReturnFrame {
  readonly basis: ReturnBasis;
  readonly flows: Flows;
  readonly parties: readonly Party[];
  readonly sources: readonly IncomeSource[];
  readonly spans: readonly SpanRow[];
  readonly shareRows: readonly ShareRow[];
  /** Supports with an uprating column of their own (index of the source table); all others share the first column. */
  readonly uprated: readonly number[];
  /** Likewise for persistence, by after-source. */
  readonly persisting: readonly number[];
  readonly payers: readonly PayerColumn[];
  /** The first participant of each municipality index, for its name; index 0: not said. */
  readonly municipalities: readonly (string | null)[];
  /** Empty where the rows do not tell initiatives apart. */
  readonly initiatives: readonly ReportedInitiative[];
  /** What a krona paid in during a year counts as. */
  readonly scale: (year: number | null) => YearValue;
  /** Years in which something was paid in, by the whole or by one of the initiatives. */
  readonly paidYears: readonly number[];
  /** By index of the participants given. */
  private readonly initiativeAt: ReadonlyMap<number, number>;

  constructor(readonly input: ReturnReportInput) {
    this.basis = input.result.basis;
    this.flows = flowsIn(input.result.scenario, this.basis);
    this.parties = this.basis.payers.parties;
    this.sources = this.basis.input.sources;
    this.spans = this.basis.ready.flatMap((person, at) => spanRowsOf(person, at + 1));
    this.municipalities = this.distinctMunicipalities();
    this.shareRows = this.distinctShareRows();
    const paid = (source: number): boolean => (this.sources[source]?.payers.length ?? 0) > 0;
    const used = (side: "before" | "after"): number[] => this.spans.map(({ span }) => span[side]);
    this.uprated = distinct([...used("before"), ...used("after")].filter(paid));
    this.persisting = distinct(this.spans.map(({ span }) => span.kept));
    this.payers = this.payerColumns();
    this.initiatives = input.initiatives ?? [];
    this.scale = scaleIn(input.result.scenario, this.basis, this.flows.factors);
    const paidIn = [this.basis.contributions, ...this.initiatives.map((each) => each.paidIn)];
    this.paidYears = distinct(paidIn.flatMap(({ years }) => years.flatMap(({ year }) => year ?? [])));
    this.initiativeAt = new Map(
      this.initiatives.flatMap(({ participants }, own) => [...participants].map((index) => [index, own] as const)),
    );
  }

  get words(): Texts["returnTabs"] {
    return this.input.texts.returnTabs;
  }

  sourceName(source: number): string {
    return this.sources[source]?.name ?? "";
  }

  municipalityOf({ participant }: ReadyParticipant): number {
    return this.basis.payers.municipalityIndex(participant.municipality);
  }

  /** Index of the initiative of a participant; −1 where they are not told apart. */
  initiativeOf({ index }: ReadyParticipant): number {
    return this.initiativeAt.get(index) ?? -1;
  }

  /** The name as shown; empty for −1, and words for the rows that name none. */
  initiativeName(own: number): string {
    const initiative = this.initiatives[own];
    return initiative === undefined ? "" : (initiative.name ?? this.words.parties.initiatives.unnamed);
  }

  /** Number of a share row, from 1. */
  shareRowNumber(municipality: number, source: number): number {
    return this.shareRows.findIndex((row) => row.municipality === municipality && row.source === source) + 1;
  }

  /** Column of a source in the matrix of uprating, from 1; 1 is common to those without a column. */
  upratingColumn(source: number): number {
    return this.uprated.indexOf(source) + 2;
  }

  persistenceColumn(source: number): number {
    return this.persisting.indexOf(source) + 2;
  }

  /** Index of the party that a row of the contributions table means. */
  partyOf(agency: string): number {
    const identity: Identity = identityOf(agency) ?? { kind: "other", key: agency.trim() };
    return this.parties.findIndex((party) => sameIdentity(party.identity, identity));
  }

  private distinctMunicipalities(): (string | null)[] {
    const names: (string | null)[] = [null];
    for (const person of this.basis.ready) {
      const index = this.municipalityOf(person);
      if (index > 0) names[index] ??= person.participant.municipality;
    }
    return Array.from(names, (name) => name ?? null);
  }

  private distinctShareRows(): ShareRow[] {
    const rows = new Map<number, ShareRow>();
    for (const { person, span } of this.spans) {
      const municipality = this.municipalityOf(person);
      for (const source of [span.before, span.after])
        rows.set(municipality * this.sources.length + source, { municipality, source });
    }
    return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row);
  }

  /** The payers of the table, and those parties that pay nothing yet but may be given a share. */
  private payerColumns(): PayerColumn[] {
    const columns = new Map<string, PayerColumn>();
    this.sources.forEach(({ payers }, source) => {
      payers.forEach(({ payer }, at) => {
        if (columns.has(lookupKey(payer))) return;
        const party = this.municipalities.map(
          (_, municipality) => this.basis.payers.shares[municipality]?.[source]?.[at]?.party ?? -1,
        );
        columns.set(lookupKey(payer), { payer, party });
      });
    });
    const known = new Set([...columns.values()].flatMap(({ party }) => party));
    this.parties.forEach(({ agency }, party) => {
      const all = this.municipalities.map(() => party);
      if (!known.has(party) && agency.kind !== "municipality")
        columns.set(lookupKey(agency.name), { payer: agency.name, party: all });
    });
    return [...columns.values()];
  }
}

/** A person's spans; the first of each segment, or of each run of it, knows how many it has. */
function spanRowsOf(person: ReadyParticipant, personNumber: number): SpanRow[] {
  const { spans } = person;
  const levels = courseRowsOf(person);
  const same = (a: Span | undefined, b: Span): boolean => a?.segment === b.segment && a.run === b.run;
  return spans.map((span, part) => {
    const level = span.level < 0 ? null : levels.find((row) => row.segment === span.segment && covers(row, span));
    const isFirst = !same(spans[part - 1], span);
    const parts = isFirst ? spans.filter((each) => same(each, span)).length : 0;
    return { person, personNumber, span, part, parts, level: level ?? null };
  });
}

function covers(row: CourseRow, span: Span): boolean {
  return compare(row.from, span.from) <= 0 && compare(row.to, span.to) >= 0;
}

function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** A column of a table, as a structured reference. */
export function column(table: string, heading: string): string {
  return `${table}[${heading}]`;
}
