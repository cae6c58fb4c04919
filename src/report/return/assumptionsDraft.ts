// src/report/return/assumptionsDraft.ts: the tab Antaganden while it is being filled: what its tables and the year factors share.
import type { AssumptionKind } from "../../domain/return/assumptions";
import type { Decimal } from "../../domain/money";
import { exactText } from "../cells";
import type { breakEvenCells } from "./breakEvenCells";
import type { ReturnFrame } from "./returnFrame";
import type { Cell, NamedCells } from "../sheetModel";
import type { SheetDraft } from "../sheetDraft";

/** An Antaganden tab while it is being filled. */
export interface AssumptionsDraft {
  readonly frame: ReturnFrame;
  readonly draft: SheetDraft;
  readonly names: NamedCells[];
  /** Address of the chosen value, by kind and source; a curve has none. */
  readonly chosen: Map<string, string>;
  /** Formulas that are 0 while nothing differs from the run. */
  readonly differences: string[];
  /** The value of an assumption at which 1 kr comes back per kr in. */
  readonly limitOf: ReturnType<typeof breakEvenCells>;
  /** Where that stands for what holds for all supports. */
  readonly limits: Map<AssumptionKind, { readonly cell: Cell; readonly address: string }>;
}

export function keyOf(kind: AssumptionKind, source: number | null): string {
  return `${kind}:${source ?? ""}`;
}

/** A cell that people may change: what a later run finds it by, and what would stand there if nobody had. */
export function ownCell(cell: Cell, without: Cell, key: string): Cell {
  return { ...cell, key, unedited: without.content };
}

/** The run's figures as an array constant, to compare cells with: rows by `;`, columns by `,`. */
export function arrayConstant(rows: readonly (readonly Decimal[])[]): string {
  return `{${rows.map((row) => row.map((value) => exactText(value.toSignificantDigits(17))).join(",")).join(";")}}`;
}
