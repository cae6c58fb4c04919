// src/domain/roundTrip/assumptionCellKey.ts: by what a cell of Antaganden that people may change is found again, in whatever language the tab is.
import { cellKey, readCellKey } from "./cellKey";
import type { AssumptionKind } from "../return/assumptions";
import type { OwnColumn } from "../return/ownAssumptions";

export type AssumptionCellKey =
  | {
      readonly of: "assumption";
      readonly kind: AssumptionKind;
      readonly source: string | null;
      readonly column: OwnColumn | "source";
    }
  | { readonly of: "target" }
  | { readonly of: "form" }
  | { readonly of: "share"; readonly source: string; readonly payer: string }
  | { readonly of: "freed" | "taxed"; readonly source: string };

const PREFIX = "antagande";

export function assumptionKey(key: AssumptionCellKey): string {
  const parts =
    key.of === "assumption"
      ? [key.kind, key.column, ...(key.source === null ? [] : [key.source])]
      : key.of === "target" || key.of === "form"
        ? []
        : key.of === "share"
          ? [key.source, key.payer]
          : [key.source];
  return cellKey(PREFIX, [key.of, ...parts]);
}

const KINDS: Readonly<Record<AssumptionKind, true>> = {
  deadweight: true,
  outflow: true,
  others: true,
  correction: true,
  rate: true,
  tax: true,
  uprating: true,
  persistence: true,
};
const COLUMNS: Readonly<Record<OwnColumn | "source", true>> = {
  low: true,
  base: true,
  high: true,
  chosen: true,
  source: true,
};

/** Null for a key of something else. */
export function readAssumptionKey(text: string): AssumptionCellKey | null {
  const [of, ...parts] = readCellKey(PREFIX, text) ?? [];
  const [first = "", second = "", third] = parts;
  switch (of) {
    case "assumption":
      return Object.hasOwn(KINDS, first) && Object.hasOwn(COLUMNS, second)
        ? { of, kind: first as AssumptionKind, column: second as OwnColumn | "source", source: third ?? null }
        : null;
    case "target":
    case "form":
      return { of };
    case "share":
      return { of, source: first, payer: second };
    case "freed":
    case "taxed":
      return { of, source: first };
    default:
      return null;
  }
}
