// src/intake/roundTrip/ownAssumptionRows.ts: what people changed on a tab Antaganden of ours: values, sources of values, who pays what, the target.
import type { AssumptionKind } from "../../domain/return/assumptions";
import {
  noOwnAssumptions,
  type OwnAssumption,
  type OwnAssumptions,
  type OwnColumn,
  type OwnPayers,
  type OwnPlace,
  type OwnValue,
  type UnreadableValue,
} from "../../domain/return/ownAssumptions";
import { type AssumptionCellKey, readAssumptionKey } from "../../domain/roundTrip/assumptionCellKey";
import { cellName } from "../../domain/a1";
import type { Grid } from "../grid";
import { textOf, wordsOf } from "./shownCell";
import type { EditedCell, WrittenTab } from "./writtenTab";
import { readPlainNumber } from "../records/plainNumber";

/** An emptied cell is taken back: what would hold without the person's value holds again. */
export function ownAssumptionsIn(grid: Grid, { edited }: WrittenTab): OwnAssumptions {
  const assumptions = new Map<string, OwnAssumption>();
  const payers = new Map<string, OwnPayers>();
  const unreadable: UnreadableValue[] = [];
  let target: OwnValue | null = null;
  let form: OwnValue | null = null;
  for (const cell of edited) {
    const key = readAssumptionKey(cell.key);
    if (key === null || cell.value === null) continue;
    const value = valueOf(grid, cell);
    if (key.of === "assumption" && key.column === "source")
      put(assumptions, key.kind, key.source, { text: textOf(grid, cell.row, cell.column) });
    else if ("content" in value) unreadable.push(value);
    else if (key.of === "target") target = value;
    else if (key.of === "form") form = value;
    else if (key.of !== "assumption") putPayer(payers, key, value);
    else if (key.column !== "source") put(assumptions, key.kind, key.source, { column: key.column, value });
  }
  return {
    ...noOwnAssumptions,
    assumptions: [...assumptions.values()],
    payers: [...payers.values()],
    target,
    form,
    unreadable,
  };
}

function valueOf(grid: Grid, { row, column, value }: EditedCell): OwnValue | UnreadableValue {
  const place: OwnPlace = { sheet: grid.sheet, cell: cellName(row, column), what: wordsOf(grid, row, column) };
  const number = readPlainNumber(value, grid.format(row, column));
  return number === null ? { ...place, content: textOf(grid, row, column) } : { ...place, value: number.value };
}

function put(
  all: Map<string, OwnAssumption>,
  kind: AssumptionKind,
  source: string | null,
  written: { readonly text: string } | { readonly column: OwnColumn; readonly value: OwnValue },
): void {
  const key = `${kind}:${source ?? ""}`;
  const known = all.get(key) ?? { kind, source, values: {}, text: null };
  const next =
    "text" in written
      ? { ...known, text: written.text }
      : { ...known, values: { ...known.values, [written.column]: written.value } };
  all.set(key, next);
}

function putPayer(
  all: Map<string, OwnPayers>,
  key: Extract<AssumptionCellKey, { readonly of: "share" | "freed" | "taxed" }>,
  value: OwnValue,
): void {
  const known = all.get(key.source) ?? { source: key.source, shares: [], freed: null, taxed: null };
  const next =
    key.of === "share"
      ? { ...known, shares: [...known.shares, { payer: key.payer, share: value }] }
      : { ...known, [key.of]: value };
  all.set(key.source, next);
}
