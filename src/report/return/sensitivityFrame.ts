// src/report/return/sensitivityFrame.ts: what the parts of the tab Känslighet share: its input, its columns, names of assumptions and the caveat line.
import type { Caveats, Horizon } from "../../domain/return/agencyReturn";
import type { Assumption } from "../../domain/return/assumptions";
import type { Distribution, TornadoBar, UncertaintyInput } from "../../domain/return/uncertainty";
import type { SensitivityTexts } from "../../text/finalReport";
import type { NumberFormat } from "../sheetModel";

export interface SensitivityInput {
  /** What was computed on; its scenario is the one whose base values the tornado starts from. */
  readonly uncertainty: UncertaintyInput;
  readonly tornado: readonly TornadoBar[];
  readonly distribution: Distribution;
  readonly caveats: Caveats;
  /** Rows of the user's table that the scenario leaves out; left out: none. */
  readonly notUsed?: readonly Assumption[];
  /** The cell of an assumption on Antaganden as a formula writes it, by its place in the scenario; null: the value is written here. */
  readonly assumptionCell: ((index: number, side: Side) => string | null) | null;
}

export type Side = "low" | "base" | "high";

export const RATIO: NumberFormat = { kind: "number", decimals: 2 };
export const COLUMN = {
  name: 0,
  atLow: 1,
  atHigh: 2,
  span: 3,
  low: 4,
  base: 5,
  high: 6,
  lowChange: 7,
  highChange: 8,
} as const;
export const SHOWN_COLUMNS = 9;

export function horizonText(horizon: Horizon, words: SensitivityTexts): string {
  return horizon === "retirement" ? words.toRetirement : words.horizon(horizon);
}

export function assumptionName({ kind, source }: Pick<Assumption, "kind" | "source">, words: SensitivityTexts): string {
  const name = words.assumptionNames[kind];
  return source === null ? name : words.ofSource(name, source);
}
