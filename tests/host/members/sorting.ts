// tests/host/members/sorting.ts: sorting the rows of ranges and tables by the values of columns.
import type { StoredCell } from "../cells";
import { type ClassTable, classTable, oneOf } from "../classes";
import { Fault, invalidArgument } from "../fault";
import { type Place, sheetOf } from "../sheetModel";
import type { World } from "../classes";
import type { TableData } from "../workbookModel";
import { storeRows } from "./rangeEdits";

interface SortField {
  readonly key: number;
  readonly ascending: boolean;
}

type Row = readonly (Readonly<StoredCell> | null)[];

function fieldsOf(value: unknown, columns: number): SortField[] {
  if (!Array.isArray(value) || value.length === 0) throw invalidArgument("sort fields");
  return (value as Readonly<Record<string, unknown>>[]).map((field) => {
    const { key, ascending, sortOn } = field;
    if (typeof sortOn === "string" && sortOn.toLowerCase() !== "value")
      throw new Fault("NotImplemented", `sorting on ${sortOn}`);
    if (typeof key !== "number" || key < 0 || key >= columns) throw invalidArgument(`sort key ${String(key)}`);
    return { key, ascending: ascending !== false };
  });
}

/** Numbers come before text, text before logical values; empty cells come last whatever the order. */
function compare(a: Readonly<StoredCell> | null, b: Readonly<StoredCell> | null, cased: boolean): number {
  const rank = { number: 0, string: 1, boolean: 2 };
  const [x, y] = [a?.value ?? "", b?.value ?? ""];
  const [kindOfX, kindOfY] = [rank[typeof x as keyof typeof rank], rank[typeof y as keyof typeof rank]];
  if (kindOfX !== kindOfY) return kindOfX - kindOfY;
  if (typeof x === "number" && typeof y === "number") return x - y;
  return String(x).localeCompare(String(y), "sv", { sensitivity: cased ? "variant" : "accent" });
}

const isEmpty = (cell: Readonly<StoredCell> | null | undefined): boolean => (cell?.value ?? null) === null;

function sort(place: Place, fields: readonly SortField[], cased: boolean, hasHeaders: boolean, world: World): void {
  const sheet = sheetOf(place);
  sheet.refuseIfProtected();
  const rect = hasHeaders ? { ...place.rect, top: place.rect.top + 1 } : place.rect;
  const rows: Row[] = sheet.cells.matrix(rect, (cell) => (cell === undefined ? null : { ...cell }));
  if (rows.some((row) => row.some((cell) => (cell?.formula ?? null) !== null)))
    throw new Fault("NotImplemented", "sorting rows that hold formulas");
  const sorted = [...rows].sort((a, b) => {
    for (const { key, ascending } of fields) {
      const [x = null, y = null] = [a[key], b[key]];
      if (isEmpty(x) || isEmpty(y)) {
        if (isEmpty(x) !== isEmpty(y)) return isEmpty(x) ? 1 : -1;
        continue;
      }
      const order = compare(x, y, cased);
      if (order !== 0) return ascending ? order : -order;
    }
    return 0;
  });
  storeRows({ sheet, rect }, sorted, world);
}

export const rangeSortClass: ClassTable<Place> = classTable({
  name: "RangeSort",
  properties: {},
  links: {},
  methods: {
    Apply: {
      since: 2,
      call: (self, [fields, matchCase, hasHeaders, orientation], world) => {
        if (oneOf(["Rows", "Columns"] as const, orientation ?? "Rows") === "Columns")
          throw new Fault("NotImplemented", "sorting columns");
        const columns = self.rect.right - self.rect.left + 1;
        sort(self, fieldsOf(fields, columns), matchCase === true, hasHeaders === true, world);
      },
    },
  },
});

export const tableSortClass: ClassTable<TableData> = classTable({
  name: "TableSort",
  properties: {},
  links: {},
  methods: {
    Apply: {
      since: 2,
      call: ({ place }, [fields, matchCase], world) => {
        const columns = place.rect.right - place.rect.left + 1;
        sort(place, fieldsOf(fields, columns), matchCase === true, true, world);
      },
    },
  },
});
