// src/text/rollUp.ts: the words of a folder's roll-up: its two tabs and what the command says while it runs.

export interface RollUpTexts {
  readonly title: string;
  readonly filesTitle: string;
  readonly names: { readonly overview: string; readonly files: string };
  readonly head: {
    readonly folder: string;
    readonly files: string;
    readonly filesValue: (read: number, refused: number, doubled: number, failed: number) => string;
    readonly date: string;
  };
  readonly columns: {
    readonly initiative: string;
    readonly file: string;
    readonly sheet: string;
    readonly budget: string;
    readonly outcome: string;
    readonly deviation: string;
    readonly share: string;
    readonly forecast: string;
    readonly forecastDeviation: string;
    readonly marked: string;
    readonly unitCost: string;
    readonly persons: string;
    readonly paidIn: string;
    readonly paidBack: string;
    readonly ratio: string;
    readonly payback: string;
  };
  readonly total: string;
  readonly totalNote: string;
  readonly signNote: string;
  readonly maskedNote: string;
  readonly masked: string;
  readonly fileColumns: {
    readonly file: string;
    readonly state: string;
    readonly rows: string;
    readonly used: string;
    readonly setAside: string;
    readonly questions: string;
    readonly level: string;
    readonly place: string;
    readonly remark: string;
  };
  readonly state: Readonly<Record<"read" | "refused" | "doubled" | "failed", string>>;
  readonly doubles: (file: string) => string;
  readonly nothing: string;
  readonly more: (remarks: number) => string;
  readonly asks: (questions: number) => string;
  /** The command. */
  readonly noFolder: (path: string) => string;
  readonly noFiles: (path: string, endings: string) => string;
  readonly noneRead: string;
  readonly progress: (done: number, of: number, known: number) => string;
  readonly failed: (file: string, reason: string) => string;
  readonly notReadable: (reason: string) => string;
  readonly tooLong: (minutes: number) => string;
  readonly stopped: (reason: string) => string;
  readonly summary: (read: number, initiatives: number, refused: number, doubled: number, failed: number) => string;
}
