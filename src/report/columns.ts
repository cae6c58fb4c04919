// src/report/columns.ts: the columns of a tab as data: one entry each says its key, heading, width and cell. Everything else about a column
// follows from its place in the list: formulas and other tabs name it by its key.
import { type StyleOptions, textCell } from "./cells";
import type { Cell } from "./sheetModel";
import type { ColumnPlan } from "./sheetDraft";

/** `Tab`: what the tab is made from. `Row`: what one of its rows shows. `Total`: what the row under them shows. */
export interface Column<Key extends string, Tab = void, Row = never, Total = never> {
  readonly key: Key;
  /** Null: no heading stands over it. */
  readonly heading: ((tab: Tab) => string) | null;
  /** How the heading stands; left out: to the left. */
  readonly style?: StyleOptions;
  /** In characters: at least, and at most where what is shown is longer. */
  readonly width: Width | ((tab: Tab) => Width);
  /** True: a key for formulas, never shown. A function: hidden where it holds nothing in this run. */
  readonly hidden?: true | ((tab: Tab) => boolean);
  /** Null leaves the place empty; left out: the cell is put by whoever fills the row. */
  readonly cell?: (row: Row) => Cell | null;
  /** Likewise for the row under them. */
  readonly total?: (total: Total) => Cell | null;
}

type Width = readonly [least: number, most: number];

export interface Columns<Key extends string, Tab, Row, Total> {
  /** From 0. */
  readonly at: Readonly<Record<Key, number>>;
  readonly keys: readonly Key[];
  /** How many there are up to the last that may be shown: the width of the page. */
  readonly shown: number;
  readonly count: number;
  /** How many these two and those between them are: the span of a text over them. */
  readonly span: (from: Key, to: Key) => number;
  readonly plan: (tab: Tab) => ColumnPlan[];
  /** The texts of the headings, empty where there is none. */
  readonly headings: (tab: Tab) => string[];
  /** Headings of those that hold nothing in this run. */
  readonly hiddenHeadings: (tab: Tab) => string[];
  readonly headingCells: (tab: Tab) => (Cell | null)[];
  /** The cells of the columns that say themselves what stands in them. */
  readonly cells: (row: Row) => (Cell | null)[];
  readonly totals: (total: Total) => (Cell | null)[];
  /** All but this one. */
  readonly without: <Left extends Key>(key: Left) => Columns<Exclude<Key, Left>, Tab, Row, Total>;
  /** With these after them. */
  readonly with: <More extends string>(
    more: readonly Column<More, Tab, Row, Total>[],
  ) => Columns<Key | More, Tab, Row, Total>;
}

/** `columns<Tab, Row>()([{ key, heading, width, cell }, …])`: the keys are inferred from the list. */
export function columns<Tab = void, Row = never, Total = never>() {
  return <const Key extends string>(list: readonly Column<Key, Tab, Row, Total>[]): Columns<Key, Tab, Row, Total> =>
    columnsOf(list);
}

/** As `columns`, of a small table on a tab whose widths another list has said. */
export function narrowColumns<Tab = void, Row = never, Total = never>() {
  return <const Key extends string>(
    list: readonly Omit<Column<Key, Tab, Row, Total>, "width">[],
  ): Omit<Columns<Key, Tab, Row, Total>, "plan"> =>
    columnsOf<Key, Tab, Row, Total>(list.map((column) => ({ ...column, width: [0, 0] })));
}

function columnsOf<Key extends string, Tab, Row, Total>(
  list: readonly Column<Key, Tab, Row, Total>[],
): Columns<Key, Tab, Row, Total> {
  const at = Object.fromEntries(list.map(({ key }, place) => [key, place])) as Record<Key, number>;
  return {
    at,
    keys: list.map(({ key }) => key),
    shown: list.findLastIndex(({ hidden }) => hidden !== true) + 1,
    count: list.length,
    span: (from, to) => at[to] - at[from] + 1,
    plan: (tab) => list.map((column) => planOf(column, tab)),
    headings: (tab) => list.map(({ heading }) => heading?.(tab) ?? ""),
    hiddenHeadings: (tab) =>
      list.flatMap(({ hidden, heading }) =>
        typeof hidden === "function" && hidden(tab) && heading !== null ? [heading(tab)] : [],
      ),
    headingCells: (tab) =>
      list.map(({ heading, style }) => (heading === null ? null : textCell(heading(tab), "heading", style))),
    cells: (row) => list.map(({ cell }) => cell?.(row) ?? null),
    totals: (under) => list.map(({ total }) => total?.(under) ?? null),
    without: (key) =>
      columnsOf(
        list.filter((column): column is Column<Exclude<Key, typeof key>, Tab, Row, Total> => column.key !== key),
      ),
    with: (more) => columnsOf<Key | (typeof more)[number]["key"], Tab, Row, Total>([...list, ...more]),
  };
}

function planOf<Tab>({ width, hidden }: Pick<Column<string, Tab>, "width" | "hidden">, tab: Tab): ColumnPlan {
  const [least, most] = typeof width === "function" ? width(tab) : width;
  const isHidden = typeof hidden === "function" ? hidden(tab) : hidden === true;
  return isHidden ? { least, most, hidden: true } : { least, most };
}
