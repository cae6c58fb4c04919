// src/report/sheetOnDemand.ts: a tab whose cells are made when somebody looks at them. Forty initiatives have millions of cells, and
// neither the preview nor the writer needs more than a tab at a time.
import type { SheetModel } from "./sheetModel";

/** What of a tab grows with its rows. */
export type Cells = Pick<SheetModel, "rows" | "rowHeights" | "columns">;

/**
 * `known` as a tab with the cells of `make`, which must give the same each time. They stay for as long as there is room for them, and are
 * made again when they are asked for after that: whoever walks them holds a copy of the tab (`{ ...sheet }`).
 */
export function onDemand(known: Omit<SheetModel, keyof Cells>, make: () => Cells): SheetModel {
  let held: WeakRef<Cells> | null = null;
  const cells = (): Cells => {
    const there = held?.deref();
    if (there !== undefined) return there;
    const made = make();
    held = new WeakRef(made);
    return made;
  };
  const { role, name, frozen, printTitleRows, tables, charts, marks, onePage, names } = known;
  return {
    role,
    name,
    get columns() {
      return cells().columns;
    },
    get rows() {
      return cells().rows;
    },
    get rowHeights() {
      return cells().rowHeights;
    },
    frozen,
    printTitleRows,
    tables,
    charts,
    marks,
    ...(onePage === undefined ? {} : { onePage }),
    ...(names === undefined ? {} : { names }),
  };
}
