// src/text/explain.ts: words for explaining a figure: its formula, what it is computed from, and the rows behind it.

/** What stands between the two sides of an operation. */
export type OperatorWords = Readonly<
  Record<"+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=", string>
>;

export interface ExplainTexts {
  readonly heading: string;
  readonly choose: string;
  readonly chooseBrowser: string;
  readonly notOurs: (sheet: string) => string;
  readonly emptyCell: string;
  readonly inWords: string;
  readonly asFormula: string;
  readonly computedFrom: string;
  readonly typed: string;
  readonly input: string;
  readonly tooLong: (count: number) => string;
  readonly rowsBehind: (count: number, sheet: string) => string;
  readonly moreRows: (count: number) => string;
  readonly readFrom: string;
  readonly changedSince: string;
  readonly close: string;
  readonly empty: string;
  readonly isEmpty: (what: string) => string;
  readonly isNotEmpty: (what: string) => string;
  readonly and: string;
  readonly or: string;
  readonly sum: (of: string) => string;
  readonly smallest: (of: string) => string;
  readonly largest: (of: string) => string;
  readonly count: (of: string) => string;
  readonly unsigned: (of: string) => string;
  readonly rounded: (of: string, decimals: number) => string;
  readonly unless: (what: string, condition: string) => string;
  readonly when: (condition: string, then: string, otherwise: string) => string;
  readonly link: (to: string) => string;
  readonly sumOfRows: (column: string, sheet: string, where: string) => string;
  readonly sumOfColumn: (column: string, sheet: string) => string;
  readonly sumOfGroup: (of: string, group: string) => string;
  readonly countOfGroup: (group: string) => string;
  readonly rowCount: (sheet: string, where: string) => string;
  readonly lookedUp: (column: string, sheet: string, where: string) => string;
  readonly relation: Readonly<Record<"=" | "<>" | "<" | "<=" | ">" | ">=", (column: string, value: string) => string>>;
  readonly operators: OperatorWords;
  /** What is computed, for figures whose formulas are too long to be read. */
  readonly methods: Readonly<
    Record<
      | "material"
      | "back"
      | "freedCapacity"
      | "remark"
      | "tax"
      | "fromTheRun"
      | "stayers"
      | "leavers"
      | "groupBack"
      | "year"
      | "adjusted",
      string
    >
  >;
}
