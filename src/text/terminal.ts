// src/text/terminal.ts: the words of the command line.

export interface TerminalTexts {
  readonly help: string;
  readonly refused: string;
  readonly written: (path: string) => string;
  /** The board's copy is written; and there is none to write. */
  readonly templatesThere: (path: string) => string;
  readonly boardWritten: (path: string) => string;
  readonly noBoardPages: string;
  readonly notWritten: (path: string, reason: string) => string;
  /** What stands at the path is left as it is, and why. */
  readonly notReplaced: Readonly<
    Record<"read-only" | "no-regular-file" | "hard-link" | "dead-link", (path: string) => string>
  >;
  /** The workbook has macros and the name says that it has none, or the other way round. */
  readonly otherExtension: (path: string, extension: ".xlsx" | ".xlsm") => string;
  readonly ownError: (detail: string) => string;
  readonly usage: {
    readonly "no-command": string;
    readonly "unknown-command": (command: string) => string;
    readonly "no-workbook": string;
    readonly "bad-value": (option: string, value: string, allowed: string) => string;
    readonly "bad-option": (detail: string) => string;
    readonly "bad-board": (value: string) => string;
    readonly "out-is-input": (path: string) => string;
    readonly "snapshot-without-out": string;
    /** `known`: the questions of the run, none: empty. */
    readonly "unknown-question": (id: string, known: string) => string;
    readonly "unknown-answer": (id: string, value: string, allowed: string) => string;
    readonly "no-folder": string;
    readonly "no-out": string;
    readonly "tidy-ending": (path: string) => string;
    readonly seeHelp: string;
  };
  readonly deviationPerPeriod: string;
  readonly forecast: (amount: string, budget: string, deviation: string) => string;
  readonly workedUp: (amount: string) => string;
  readonly averagePerHalfYear: (amount: string, halfYears: number) => string;
  readonly rows: (seen: number, used: number, setAside: number) => string;
  readonly controls: (agree: number, all: number) => string;
  readonly claim: (name: string, stated: string, computed: string) => string;
  readonly avoided: (own: string, following: string, horizon: string, untilPension: string, adjusted: string) => string;
  readonly avoidedAsReported: (kr: string) => string;
  /** With several inputs only deviations are written. */
  readonly returnsNotWritten: string;
  readonly problems: string;
  readonly noProblems: string;
}
