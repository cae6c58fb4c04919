// src/domain/return/returnRows.ts: what a workbook tells of money in and money back, and the published values that the calculation is made with.
import type { InitiativeFacts, Origin } from "../deviation/budget";
import type { Decimal } from "../money";
import type { Horizon } from "./agencyReturn";
import type { GrantParty } from "./associationGrant";
import type { Assumption, PersistenceForm } from "./assumptions";
import type { Contribution, StatutoryShares } from "./contribution";
import type { PriceIndex } from "./contributionValue";
import type { Benefits } from "./course/benefitRule";
import type { IncomeSource } from "./incomeSource";
import type { Participant } from "./participant";
import type { PensionAge } from "./pensionAge";

/** A row in the domain's own terms, with the cells it came from. */
export interface Sourced<T> {
  readonly value: T;
  readonly origin: Origin;
  /** From an Insats column, else the initiative that the sheet or the workbook tells of; null: not said. */
  readonly initiative: string | null;
}

/** What a table of assumptions says beside its assumptions; null: not said. */
export interface Settings {
  /** kr back per kr in to be reached. */
  readonly target: Sourced<Decimal> | null;
  readonly priceYear: Sourced<number> | null;
  readonly prices: Sourced<"fixed" | "current"> | null;
  readonly horizon: Sourced<Horizon> | null;
  /** What the figures are compared with: a control group, or another counterfactual, in words. */
  readonly counterfactual: Sourced<string> | null;
  readonly persistenceForm: Sourced<PersistenceForm> | null;
}

/** The cells that facts of an initiative were read from. */
export type FactOrigins = Readonly<Partial<Record<keyof InitiativeFacts, Origin>>>;

/** Everything of one workbook that money in and money back is computed from, in the order of its rows. */
export interface ReturnRows {
  readonly participants: readonly Sourced<Participant>[];
  /** Rows of participants that could not be read as one. */
  readonly participantsSetAside: number;
  /** The initiatives that those rows name. */
  readonly setAsideInitiatives: readonly (string | null)[];
  readonly contributions: readonly Sourced<Contribution>[];
  /** Members of the association with their share of its grant. */
  readonly grantParties: readonly Sourced<GrantParty>[];
  /** The parties are listed, and no table says what they paid in cash. */
  readonly cashUnstated: boolean;
  /** A table of contributions was found, whether its rows could be used or not. */
  readonly otherTables: readonly { readonly kind: string }[];
  readonly assumptions: readonly Sourced<Assumption>[];
  readonly settings: Settings;
  /** Who pays which support: the standard table with the user's own rows in it. */
  readonly sources: readonly IncomeSource[];
  /** Of the workbook as a whole; null: it tells of none, or of several initiatives. */
  readonly facts: InitiativeFacts | null;
  readonly factOrigins: FactOrigins;
  /** Per budget table: the facts of its own initiative. */
  readonly factsOfTables: readonly (InitiativeFacts | null)[];
}

/** kr per month; null: not known for the year. */
export interface PublishedLevels {
  /** The guarantee level of whole compensation at an age in whole years. */
  readonly guarantee: (year: number, age: number) => number | null;
  readonly highestCompensation: (year: number) => Decimal | null;
  /** The national norm of a couple, a household of six and a child in the dearest age. */
  readonly norm: (
    year: number,
  ) => { readonly couple: number; readonly household: number; readonly child: number } | null;
}

/** Dated values that the calculation takes as they are published. */
export interface ReturnReference {
  readonly pensionAges: readonly PensionAge[];
  readonly benefits: Benefits;
  /** How a grant is split where nothing else is agreed (2003:1210 §5 and §5a). */
  readonly shares: { readonly withRegion: StatutoryShares; readonly withoutRegion: StatutoryShares };
  readonly priceIndex: PriceIndex;
  /** The latest year up to and including this one whose index is known; null: none. */
  readonly latestIndexYear: (upTo: number) => number | null;
  /** Mean growth of the national norm per year, as a fraction, and where it was read. */
  readonly normUprating: { readonly perYear: Decimal; readonly source: string };
  /** In per cent, as published; null: not known. */
  readonly municipalTax: { readonly year: number; readonly percent: string } | null;
  readonly levels: PublishedLevels;
}
