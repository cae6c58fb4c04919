// src/domain/tabKind.ts: every kind of tab that Samkalkyl writes, in the order in which they stand: whether there is one for each initiative,
// whether runs write it anew, and what people may write in it. The compiler asks each new kind for all of it.
export interface TabKindFacts {
  /** `several`: there may be more than one, told by numbers. */
  readonly count: "one" | "several";
  /** A list at its end for what people wrote elsewhere on it; `none`: a table to its last row, or a page that is all formulas. */
  readonly orphanedEdits: "at its end" | "none";
  /** Whether each run makes it anew; `kept`: none writes, changes or removes it once it is saved. */
  readonly runs: "written anew" | "kept";
}

const result = { count: "one", orphanedEdits: "at its end", runs: "written anew" } as const;
/** A table to its last row, or a page that is all formulas. */
const whole = { ...result, orphanedEdits: "none" } as const;

/** Results first, then what they rest on, the checks last, and snapshots after all. */
export const TAB_KINDS = {
  oversikt: result,
  avvikelse: { ...result, count: "several" },
  jamforelse: result,
  parter: result,
  minskatstod: result,
  kanslighet: result,
  slutrapport: { ...result, count: "several" },
  // What an association's annual report takes from the follow-up.
  arsredovisning: { ...whole, count: "several" },
  foreefter: result,
  styrelseavvikelse: { ...whole, count: "several" },
  styrelseparter: whole,
  antaganden: result,
  underlag: whole,
  underlagparter: whole,
  // Rows about persons stay on the tab that is not for the board.
  underlagdeltagare: { ...whole, orphanedEdits: "at its end" },
  kontroller: result,
  ogonblick: { count: "several", orphanedEdits: "none", runs: "kept" },
} as const satisfies Readonly<Record<string, TabKindFacts>>;

export type TabKind = keyof typeof TAB_KINDS;
type Several = { [Kind in TabKind]: (typeof TAB_KINDS)[Kind]["count"] extends "several" ? Kind : never }[TabKind];

/** Which tab a sheet is, as it is written down: the kind, and a number where there are several. The first Avvikelse has none. */
export type TabRole = TabKind | `${Several}:${number}`;

export interface Tab {
  readonly kind: TabKind;
  /** From 1. */
  readonly number: number;
}

export function isTabKind(text: string): text is TabKind {
  return Object.hasOwn(TAB_KINDS, text);
}

/** Null where the text names no tab of ours. */
export function tabOf(role: string): Tab | null {
  const [, kind = "", number = "1"] = /^([a-z]+)(?::(\d+))?$/u.exec(role) ?? [];
  return isTabKind(kind) ? { kind, number: Number(number) } : null;
}

export function isOfKind(role: string | null, kind: TabKind): boolean {
  return role !== null && tabOf(role)?.kind === kind;
}

export function factsOf(role: string): TabKindFacts | null {
  const kind = tabOf(role)?.kind;
  return kind === undefined ? null : TAB_KINDS[kind];
}

/** Its place among the kinds; what is no tab of ours stands first. */
export function orderOf(role: string): number {
  const kind = tabOf(role)?.kind;
  return kind === undefined ? -1 : Object.keys(TAB_KINDS).indexOf(kind);
}
