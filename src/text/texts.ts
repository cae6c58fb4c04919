// src/text/texts.ts: every word a person reads, one section per place where it is read. One object per language.
import type { Places } from "../domain/places";
import type { Severity } from "../domain/problem";
import type { AnnualTexts } from "./annual";
import type { BoardTexts } from "./board";
import type { ExplainTexts } from "./explain";
import type { FinalTexts } from "./finalReport";
import type { HostTexts } from "./host";
import type { ProblemTexts } from "./problems";
import type { QuestionTexts } from "./questions";
import type { KindTexts } from "./kinds";
import type { Language } from "./language";
import type { KeptTexts } from "./kept";
import type { ReturnTabTexts } from "./returnTabs";
import type { RollUpTexts } from "./rollUp";
import type { TabTexts } from "./tabs";
import type { TerminalTexts } from "./terminal";

export type { Language };

export interface Texts {
  readonly language: Language;
  /** The written tabs. */
  readonly tabs: TabTexts;
  /** The tab Årsredovisning. */
  readonly annual: AnnualTexts;
  /** Income, costs and their result, wherever they are told apart. */
  readonly kinds: KindTexts;
  /** Känslighet, Slutrapport, Före och efter, and the economy section as text. */
  readonly final: FinalTexts;
  /** What people wrote in the tabs and a later run could not keep in place. */
  readonly kept: KeptTexts;
  /** The written tabs on money in and money back. */
  readonly returnTabs: ReturnTabTexts;
  /** What is meant for the board: its pages, snapshots and the comparison with one. */
  readonly board: BoardTexts;
  /** Where a figure in a tab comes from. */
  readonly explain: ExplainTexts;
  /** What can be wrong in a workbook. */
  readonly problems: ProblemTexts;
  /** Where to read more: a whole sentence. */
  readonly seeGuide: (chapter: string) => string;
  /** Where else on the sheet a problem holds: a whole sentence. */
  readonly sameAt: (places: Places) => string;
  /** What must be answered before something is computed. */
  readonly questions: QuestionTexts;
  /** The levels of a problem, as a mark beside its message. */
  readonly severity: Readonly<Record<Severity, string>>;
  /** Why Excel or a file refused. */
  readonly host: HostTexts;
  readonly terminal: TerminalTexts;
  /** A folder of workbooks rolled up. */
  readonly rollUp: RollUpTexts;
}
