// src/intake/budget/rowKinds.ts: which rows of a table are lines and which are sums of others, told by their names and figures.
import { isBadAmount } from "../amount";
import type { AmountCells, BodyRow } from "./budgetBody";
import type { BudgetHeader } from "./header";
import { periodKey } from "./periods";
import { figure, type LineFigures, type LineKind, lineKinds } from "./totals";

/** Rows that are not in the map are lines. `halfUnit`: the rounding that each addend of a total may carry, in kr. */
export function rowKinds(
  rows: readonly BodyRow[],
  header: BudgetHeader,
  halfUnit: number,
): ReadonlyMap<BodyRow, LineKind> {
  return header.layout === "wide" ? wideKinds(rows, header, halfUnit) : longKinds(rows, halfUnit);
}

function wideKinds(all: readonly BodyRow[], header: BudgetHeader, halfUnit: number): ReadonlyMap<BodyRow, LineKind> {
  const rows = all.filter((row) => row.amounts.length > 0 && row.keyError === null);
  const figures = rows.map((row): LineFigures => {
    const values = new Map<string, number>();
    row.amounts.forEach((amounts) => addFigures(values, amounts, String(header.groups.indexOf(amounts.group))));
    return { name: row.line, chosen: row.chosen, section: row.section, figures: values };
  });
  const kinds = lineKinds(figures, halfUnit);
  const names = (of: readonly number[]): number[] => of.map((index) => rows[index]?.row ?? -1);
  return new Map(
    rows.map((row, index) => {
      const kind = kinds[index] ?? { kind: "detail" };
      return [row, kind.kind === "detail" || kind.of === null ? kind : { kind: kind.kind, of: names(kind.of) }];
    }),
  );
}

/** Long rows are judged per line: a line's figures by period. `of` then holds the rows of the summed lines. */
function longKinds(all: readonly BodyRow[], halfUnit: number): ReadonlyMap<BodyRow, LineKind> {
  const byLine = new Map<string, { rows: BodyRow[]; figures: Map<string, number> }>();
  for (const row of all) {
    const amounts = row.amounts[0];
    if (row.line === null || amounts === undefined || row.keyError !== null) continue;
    const found = byLine.get(row.line) ?? { rows: [], figures: new Map<string, number>() };
    byLine.set(row.line, found);
    found.rows.push(row);
    if (row.period?.kind === "period") addFigures(found.figures, amounts, periodKey(row.period.period));
  }
  const lines = [...byLine.entries()];
  const kinds = lineKinds(
    lines.map(([name, { rows, figures }]) => ({ name, chosen: rows[0]?.chosen ?? null, section: 0, figures })),
    halfUnit,
  );
  const result = new Map<BodyRow, LineKind>();
  lines.forEach(([, { rows }], index) => {
    const kind = kinds[index] ?? { kind: "detail" };
    if (kind.kind === "detail") return;
    const of = kind.of === null ? null : kind.of.flatMap((line) => (lines[line]?.[1].rows ?? []).map(({ row }) => row));
    for (const row of rows) result.set(row, { kind: kind.kind, of });
  });
  return result;
}

function addFigures(figures: Map<string, number>, amounts: AmountCells, key: string): void {
  for (const measure of ["outcome", "budget"] as const) {
    const amount = amounts[measure];
    if (amount === null || isBadAmount(amount)) continue;
    const name = key + measure;
    figures.set(name, (figures.get(name) ?? 0) + figure(amount));
  }
}
