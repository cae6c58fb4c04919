// src/actions/analysis.ts: what a run is asked and what it answers.
import type { CostSign, InitiativeFacts } from "../domain/deviation/budget";
import type { Comparison } from "../domain/deviation/comparison";
import type { FollowUp } from "../domain/deviation/followUp";
import type { Remarks } from "../domain/deviation/remarks";
import type { Snapshot } from "../domain/deviation/snapshot";
import type { PersonCounts } from "../domain/finalReport/economySection";
import type { FinalReport } from "../domain/finalReport/finalReport";
import type { Unit } from "../domain/money";
import type { Problem } from "../domain/problem";
import type { AnsweredQuestion, GivenAnswer, Question } from "../domain/question";
import type { MoneyBack, ReturnOptions } from "../domain/return/moneyBack";
import type { TabGroupName } from "../domain/tabGroup";
import type { TableCorrection } from "../domain/tableCorrection";
import type { Intake, SetAside } from "../intake/readWorkbook";
import type { UserEdits } from "../intake/roundTrip/userEdits";
import type { OutsideAccount } from "../intake/sie/ledgerTables";
import type { SieLedger } from "../intake/sie/sieLedger";
import type { UsedArea } from "./usedAreas";

/** What the user chose over what the sheet says; null: as read. */
export interface AnalyseOptions {
  readonly unit: Unit | null;
  readonly sign: CostSign | null;
  /** For money in and money back; left out: as the published reports calculate. */
  readonly returns?: ReturnOptions;
  /** The snapshot to compare with, by its number; left out: the latest. */
  readonly snapshot?: number;
  /** What the user says of single tables; absent: what each workbook remembers. */
  readonly corrections?: readonly TableCorrection[];
  /** Answers to questions, over what each workbook remembers; an empty value takes an answer back. */
  readonly answers?: readonly GivenAnswer[];
  /** A SIE file's dimension, by name or number, whose objects are the initiatives; absent: each file is one. */
  readonly dimension?: string;
  /** ISO date of the run; absent: no month is known to lie ahead. */
  readonly today?: string;
}

export interface RowCount {
  readonly seen: number;
  readonly used: number;
  readonly setAside: number;
}

/** One initiative's follow-up with what is known of it and what people wrote about it earlier. */
export interface InitiativeResult {
  readonly followUp: FollowUp;
  readonly facts: InitiativeFacts | null;
  readonly kept: Remarks | null;
  /** Null where the workbook tells of nothing but budget and outcome. */
  readonly finalReport: FinalReport | null;
  /** Against the chosen snapshot of the workbook; null: there is none, or the initiative is not in it. */
  readonly comparison: Comparison | null;
}

/** What belongs to one workbook as a whole rather than to one of its budget tables. */
export interface WorkbookResult {
  /** The file's name where several are read; else null. */
  readonly workbook: string | null;
  readonly facts: InitiativeFacts | null;
  readonly moneyBack: MoneyBack | null;
  readonly persons: PersonCounts | null;
  /** Where there is no budget table; else null, and each table's initiative has its own. */
  readonly finalReport: FinalReport | null;
  /** How many of `results` come from this workbook. */
  readonly tables: number;
  /** Saved by earlier runs, in the order of their numbers. */
  readonly snapshots: readonly Snapshot[];
  /** The highest number of a snapshot there is, also of one that cannot be read; 0: none. */
  readonly lastSnapshot: number;
  /** What people wrote in tabs of ours. */
  readonly writing: UserEdits;
}

/** The tables of one workbook where they stand, and what the user says of them. */
export type WorkbookReading = Pick<Intake, "found" | "corrections" | "answers">;

/** The whole result of a run. `refused`: nothing may be written (method.md §7), the reasons stand in `problems`. */
export interface Analysis {
  readonly results: readonly InitiativeResult[];
  /** One per input, in order. */
  readonly workbooks: readonly WorkbookResult[];
  readonly rows: RowCount;
  /** `workbook`: the file's name where several are read; else null. */
  readonly setAside: readonly (SetAside & { readonly workbook: string | null })[];
  readonly problems: readonly Problem[];
  /** What is left out until it is answered; each is also among `problems`. */
  readonly questions: readonly Question[];
  readonly answered: readonly AnsweredQuestion[];
  /** How each workbook's tables are read, also when nothing can be computed; one per input, in order. */
  readonly readings: readonly WorkbookReading[];
  /** Groups of tabs that the workbook remembers to be left out; none with several inputs. */
  readonly leftOut: readonly TabGroupName[];
  /** What the result rests on, in the workbooks. */
  readonly used: readonly UsedArea[];
  /** What SIE files among the inputs hold, in order. */
  readonly ledgers: readonly ReadLedgerFile[];
  readonly refused: boolean;
}

/** A SIE file with its accounts that are on no line. */
export interface ReadLedgerFile {
  readonly ledger: SieLedger;
  readonly unmapped: readonly OutsideAccount[];
}
