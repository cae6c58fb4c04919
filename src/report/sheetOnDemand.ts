// src/report/sheetOnDemand.ts: a tab whose cells are made when somebody looks at them. Forty initiatives have millions of cells, and
// neither the preview nor the writer needs more than a tab at a time.
import { finished, type Steps } from "../domain/steps";
import type { SheetModel } from "./sheetModel";

/** What of a tab grows with its rows. */
export type Cells = Pick<SheetModel, "rows" | "rowHeights" | "columns">;

/**
 * `known` as a tab with the cells of `make`, which must give the same each time. They stay for as long as there is room for them, and are
 * made again when they are asked for after that: whoever walks them holds a copy of the tab (`{ ...sheet }`), or its `whole`.
 */
export function onDemand(known: Omit<SheetModel, keyof Cells>, make: () => Steps<Cells>): SheetModel {
  const { role, name, frozen, printTitleRows, tables, charts, marks, onePage, pageBreaks, names } = known;
  const head = {
    role,
    name,
    frozen,
    printTitleRows,
    tables,
    charts,
    marks,
    ...(onePage === undefined ? {} : { onePage }),
    ...(pageBreaks === undefined ? {} : { pageBreaks }),
    ...(names === undefined ? {} : { names }),
  };
  let held: WeakRef<Cells> | null = null;
  function* made(): Steps<Cells> {
    const there = held?.deref();
    if (there !== undefined) return there;
    const cells = yield* make();
    held = new WeakRef(cells);
    return cells;
  }
  const sheet: SheetModel = {
    ...head,
    get columns() {
      return finished(made()).columns;
    },
    get rows() {
      return finished(made()).rows;
    },
    get rowHeights() {
      return finished(made()).rowHeights;
    },
  };
  function* whole(): Steps<SheetModel> {
    const { columns, rows, rowHeights } = yield* made();
    return { ...head, columns, rows, rowHeights };
  }
  // Left out of copies of the tab: they have their cells, and those may be other ones.
  return Object.defineProperty(sheet, "whole", { value: whole });
}

/** The tab with its cells, whether they are there already or not. */
export function* wholeSheet(sheet: SheetModel): Steps<SheetModel> {
  return sheet.whole === undefined ? sheet : yield* sheet.whole();
}
