// tests/host/members/border.ts: the lines around and between cells. Neighbours share their edges.
import { type Rect, columnsOf, rowsOf } from "../a1";
import { type ClassTable, classTable, type Property, Ref, oneOf } from "../classes";
import { invalidArgument } from "../fault";
import type { Place } from "../sheetModel";
import { type FormatTarget, apply, colourOf, remembered, shared } from "./cellLooks";

interface BorderTarget extends FormatTarget {
  readonly side: BorderSide;
}

const borderSides = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type BorderSide = (typeof borderSides)[number];

/** Whether the cell lies on the side of the rectangle that is set. */
function onSide(side: BorderSide, row: number, column: number, rect: Rect): boolean {
  switch (side) {
    case "EdgeTop":
      return row === rect.top;
    case "EdgeBottom":
      return row === rect.bottom;
    case "EdgeLeft":
      return column === rect.left;
    case "EdgeRight":
      return column === rect.right;
    case "InsideHorizontal":
      return row > rect.top;
    case "InsideVertical":
      return column > rect.left;
    case "DiagonalDown":
    case "DiagonalUp":
      return true;
  }
}

function cellSide(side: BorderSide): string {
  if (side === "InsideHorizontal") return "EdgeTop";
  return side === "InsideVertical" ? "EdgeLeft" : side;
}

function border(key: string, initial: unknown, check: (value: unknown) => unknown): Property<BorderTarget> {
  return {
    since: 1,
    get: (self) => shared(self, `borders/${cellSide(self.side)}/${key}`, initial),
    set: (self, value) => {
      const checked = check(value);
      refuseMissingInside(self);
      const side = cellSide(self.side);
      apply(
        self,
        (looks) => ({ ...looks, [`borders/${side}/${key}`]: checked }),
        (row, column, rect) => onSide(self.side, row, column, rect),
      );
      for (const place of self.places) setNeighbours(place, self.side, key, checked);
    },
  };
}

/** There is no line inside a single row or column. */
function refuseMissingInside({ side, places }: BorderTarget): void {
  const missing = places.some(
    ({ rect }) =>
      (side === "InsideHorizontal" && rowsOf(rect) < 2) || (side === "InsideVertical" && columnsOf(rect) < 2),
  );
  if (missing) throw invalidArgument(`${side} of a single row or column`);
}

/** Two cells share the edge between them: what is set on one is seen on the other, and the last to set it wins. */
function setNeighbours({ sheet, rect }: Place, side: BorderSide, key: string, value: unknown): void {
  const opposite = {
    EdgeTop: "EdgeBottom",
    EdgeBottom: "EdgeTop",
    EdgeLeft: "EdgeRight",
    EdgeRight: "EdgeLeft",
  } as const;
  const cellsSide = cellSide(side);
  if (cellsSide !== "EdgeTop" && cellsSide !== "EdgeBottom" && cellsSide !== "EdgeLeft" && cellsSide !== "EdgeRight")
    return;
  const down = cellsSide === "EdgeTop" ? -1 : cellsSide === "EdgeBottom" ? 1 : 0;
  const right = cellsSide === "EdgeLeft" ? -1 : cellsSide === "EdgeRight" ? 1 : 0;
  const changed = remembered((looks) => ({ ...looks, [`borders/${opposite[cellsSide]}/${key}`]: value }));
  for (let row = rect.top; row <= rect.bottom; row++) {
    for (let column = rect.left; column <= rect.right; column++) {
      if (!onSide(side, row, column, rect) || row + down < 0 || column + right < 0) continue;
      const neighbour = sheet.cells.edit(row + down, column + right);
      neighbour.looks = changed(neighbour.looks);
    }
  }
}

const lineStyles = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const weights = ["Hairline", "Thin", "Medium", "Thick"] as const;

const borderClass: ClassTable<BorderTarget> = classTable({
  name: "RangeBorder",
  properties: {
    Style: border("style", "None", (value) => oneOf(lineStyles, value)),
    Weight: border("weight", "Thin", (value) => oneOf(weights, value)),
    Color: border("color", "#000000", colourOf),
  },
  links: {},
  methods: {},
  identity: { key: "Id", of: (self) => self.side },
});

export const bordersClass: ClassTable<FormatTarget> = classTable({
  name: "RangeBorderCollection",
  properties: {},
  links: {},
  methods: {},
  items: (self) => borderSides.map((side) => Ref.to(borderClass, { ...self, side })),
  item: (self, key) => Ref.to(borderClass, { ...self, side: oneOf(borderSides, key) }),
});
