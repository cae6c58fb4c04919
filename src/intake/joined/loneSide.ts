// src/intake/joined/loneSide.ts: a workbook that holds only the budget, or only the outcome, of a table whose other side is in another file.
import type { BudgetTable } from "../../domain/deviation/budget";
import { withoutEnding } from "../../domain/fileName";
import type { Problem } from "../../domain/problem";
import type { Asking } from "../../domain/question";
import type { Steps } from "../../domain/steps";
import { likelyPeriods, withPeriodAsked } from "../budget/askedPeriod";
import { bodyRows } from "../budget/budgetBody";
import type { SetAside } from "../budget/budgetRows";
import { readAskedTable } from "../budget/headerReadings";
import { unitDoubt, unitsStated } from "../budget/unit";
import { readChoices } from "../corrections/choicesText";
import type { SourceWorkbook } from "../grid";
import type { IntakeOptions } from "../readWorkbook";
import { recognise } from "../recognise";
import { factsOf } from "../records/initiative";
import { isCopiedTab } from "../roundTrip/copiedTab";
import { type Side, type SheetSide, sideNamed, sideOfSheet } from "./sheetSides";

export interface LoneSide {
  readonly side: Side;
  readonly tables: readonly BudgetTable[];
  readonly setAside: readonly SetAside[];
  readonly problems: readonly Problem[];
}

/** The only side of the workbook; a sheet that is not named after it may have the file's name. Null: none, several, or tables chosen by hand. */
export function* readLoneSide(
  workbook: SourceWorkbook,
  options: IntakeOptions,
  asking: Asking,
): Steps<LoneSide | null> {
  if ((options.corrections ?? readChoices(workbook.choices).corrections).length > 0) return null;
  const { date1904 } = workbook;
  const grids = workbook.grids.filter((grid) => grid.role === null && !isCopiedTab(grid));
  const named = (grid: { readonly sheet: string }): string =>
    grids.length === 1 && sideNamed(grid.sheet) === null ? withoutEnding(workbook.name) : grid.sheet;
  const sides: SheetSide[] = [];
  for (const grid of grids) {
    yield;
    const found = sideOfSheet(grid, recognise(grid, date1904), date1904, null, named(grid));
    if (found !== null) sides.push(found);
  }
  const [only] = sides;
  if (only === undefined || sides.length > 1) return null;
  const { grid, side, found } = only;
  const facts = factsOf(grid, date1904, new Set())?.rows ?? [];
  const rows = bodyRows(grid, found.header, found.end, new Set([...found.repeats, ...facts]));
  const units = unitsStated(grid, found.header, found.titles, rows);
  const header = withPeriodAsked(
    { grid, header: found.header, rows, date1904 },
    likelyPeriods(workbook.name, options.today ?? null),
    ({ label }) =>
      sideOfSheet(grid, recognise(grid, date1904, [], label), date1904, label, named(grid))?.found.header ?? null,
  );
  const read = yield* readAskedTable({
    grid,
    header,
    rows,
    titles: found.titles,
    units,
    inferred: null,
    date1904,
    options,
    correction: null,
    asking,
    doubt: unitDoubt(grid, found.header, units, rows),
    side,
  });
  return read.tables.length === 0 ? null : { side, ...read };
}
