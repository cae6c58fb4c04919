// tests/intake/budget/columnsOf.ts: what each column of a sheet's budget tables is taken for, as lines that a test can show.
import { recognise } from "../../../src/intake/recognise";
import type { BudgetHeader, ColumnGroup } from "../../../src/intake/budget/header";
import type { CellValue, Grid } from "../../../src/intake/grid";
import { monthText } from "../../../src/domain/period";
import { gridOf, type GridOptions } from "../gridOf";

export type Rows = readonly (readonly CellValue[])[];

const letter = (column: number): string => String.fromCharCode(65 + column);

function periodText({ period, within }: ColumnGroup): string {
  const part = within === undefined ? "" : ` months ${within.from}-${within.to}`;
  if (typeof period === "string") return period + part;
  return "kind" in period ? `${period.kind} "${period.text}"` : `${monthText(period.from)}..${monthText(period.to)}`;
}

function groupText(header: BudgetHeader, group: ColumnGroup): string {
  const named = (["outcome", "budget", "deviation"] as const).flatMap((measure) =>
    group[measure] < 0 ? [] : [`${measure} ${letter(group[measure])}`],
  );
  const gross = (["outcome", "budget"] as const).flatMap((measure) => {
    const own = group.gross?.[measure];
    return own === undefined
      ? []
      : [`${measure} gross ${[own.income, own.cost].map((column) => (column < 0 ? "-" : letter(column))).join("/")}`];
  });
  const versions = header.versions.flatMap(({ kind }, at) => {
    const column = group.versions[at];
    return column === undefined ? [] : [`${kind} ${letter(column)}`];
  });
  return `${periodText(group)}: ${[...named, ...gross, ...versions].join(", ")}`;
}

/** The budget tables of a sheet, each as its columns; a table that cannot be used, as the reason. */
export function headersOf(grid: Grid): readonly BudgetHeader[] {
  return recognise(grid, false).flatMap(({ header }) => (header.kind === "budget" ? [header] : []));
}

export function columnsOf(rows: Rows, options: GridOptions = {}): readonly string[] {
  return headersOf(gridOf(rows, options)).flatMap((header) => [
    ...(header.block === null ? [] : [header.block.code]),
    ...header.groups.map((group) => groupText(header, group)),
    ...header.wholeVersions.map(({ version, column }) => `whole: ${header.versions[version]!.kind} ${letter(column)}`),
  ]);
}
