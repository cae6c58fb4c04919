// src/text/paneAnswer.ts: what the pane says first of a finished run: the answer, what needs a decision, and the names of what is folded.

export interface AnswerTexts {
  /** `Störst: Personalkostnader +2 635 tkr.` */
  readonly largest: (line: string, amount: string) => string;
  readonly cause: (words: string) => string;
  readonly verdict: (ratio: string, target: string, reached: boolean, within: string) => string;
  readonly decide: string;
  readonly nothing: string;
  readonly questions: (count: number) => string;
  readonly missingTexts: (count: number) => string;
  readonly claims: (count: number) => string;
  readonly problems: (count: number) => string;
  readonly folds: {
    readonly tables: string;
    readonly moneyBack: string;
    readonly read: string;
    readonly report: string;
    readonly writing: string;
  };
}
