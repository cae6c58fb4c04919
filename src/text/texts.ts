// src/text/texts.ts: every word a person reads, one section per place where it is read. One object per language.
import type { Severity } from "../domain/problem";
import type { FinalTexts } from "./finalReport";
import type { HostTexts } from "./host";
import type { ProblemTexts } from "./problems";
import type { ReturnTabTexts } from "./returnTabs";
import type { TabTexts } from "./tabs";
import type { TerminalTexts } from "./terminal";

export type Language = "sv" | "en";

export interface Texts {
  readonly language: Language;
  /** The written tabs. */
  readonly tabs: TabTexts;
  /** Känslighet, Slutrapport, Före och efter, and the economy section as text. */
  readonly final: FinalTexts;
  /** The written tabs on money in and money back. */
  readonly returnTabs: ReturnTabTexts;
  /** What can be wrong in a workbook. */
  readonly problems: ProblemTexts;
  /** The four levels of a problem, as a mark beside its message. */
  readonly severity: Readonly<Record<Severity, string>>;
  /** Why Excel or a file refused. */
  readonly host: HostTexts;
  readonly terminal: TerminalTexts;
}
