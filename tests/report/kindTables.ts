// tests/report/kindTables.ts: tables with income beside costs, in each way of writing them, with what associations have beside them.
import type { BudgetTable, LineKind, Orientation, Version } from "../../src/domain/deviation/budget";
import { Decimal } from "../../src/domain/money";
import type { Period } from "../../src/domain/period";
import { month, type Row, tableOf } from "./fixtures";

/** Name, kind, then outcome and budget per period in tkr, as a surplus would have them: income positive, costs negative. */
export type KindLine = readonly [name: string, kind: LineKind, ...figures: (readonly [number | null, number])[]];

/** An association's result of two half-years, made up. The year: income 6 085 against 6 040, costs 5 460 against 6 000. */
export const association: readonly KindLine[] = [
  ["Försäkringskassan (stat)", "income", [1500, 1500], [1500, 1500]],
  ["Regionen", "income", [750, 750], [750, 750]],
  ["Kommun A", "income", [450, 450], [450, 450]],
  ["Kommun B", "income", [300, 300], [300, 300]],
  ["Ränteintäkter", "income", [25, 20], [60, 20]],
  ["Styrelse och revision", "cost", [-100, -125], [-110, -125]],
  ["Kansli", "cost", [-740, -750], [-740, -750]],
  ["Insats Vägen in", "cost", [-905, -1100], [-1000, -1100]],
  ["Insats Stegen", "cost", [-850, -800], [-800, -800]],
  ["Kompetensutveckling", "cost", [-20, -150], [-100, -150]],
  ["Övriga kostnader", "cost", [-45, -75], [-50, -75]],
];

/** More lines than the board's page shows, of all three kinds, in no order. */
export const many: readonly KindLine[] = Array.from({ length: 30 }, (_, at): KindLine => {
  const kind = (["cost", "income", "net"] as const)[at % 3] ?? "cost";
  const sign = kind === "income" ? 1 : -1;
  return [
    `Rad ${at + 1}`,
    kind,
    [sign * (1000 + at * 7), sign * (1000 + at * 3)],
    [sign * (400 + at), sign * (500 - at)],
  ];
});

const halves: readonly Period[] = [month(2024, 1, 6), month(2024, 7, 12)];
export const mixed = ["costs-negative", "all-positive", "ledger"] as const satisfies readonly Orientation[];

export interface KindOptions extends Partial<BudgetTable> {
  readonly versions?: readonly Version[];
  /** Per line and period, in the order of the versions; with the signs of `KindLine`. */
  readonly more?: (line: number, period: number) => readonly (number | null)[];
  /** How many of the periods are booked; all when left out. */
  readonly booked?: number;
}

export function kindTable(
  lines: readonly KindLine[],
  orientation: (typeof mixed)[number],
  { versions = [], more = () => [], booked = 2, ...over }: KindOptions = {},
): BudgetTable {
  const turned = (kind: LineKind, amount: number | null | undefined): number | null =>
    amount == null
      ? null
      : orientation === "ledger" || (orientation === "all-positive" && kind !== "income")
        ? -amount
        : amount;
  const rows = lines.flatMap(([name, kind, ...figures], line) =>
    figures.map(([outcome, budget], period): Row => [
      name,
      period,
      period < booked ? turned(kind, outcome) : null,
      turned(kind, budget),
      ...more(line, period).map((amount) => turned(kind, amount)),
    ]),
  );
  const table = tableOf(halves, rows, {
    unit: "tkr",
    sign: orientation === "costs-negative" ? "negative" : "positive",
    versions,
    initiative: "Samordningsförbundet Exempel",
    sheet: "Resultat",
  });
  return { ...table, orientation, kinds: lines.map(([, kind]) => kind), ...over };
}

const stated = (tkr: number, cells: string) => ({
  amount: new Decimal(tkr).times(1000),
  origin: { workbook: null, sheet: "Resultat", cells },
});

/** The association's equity: 1 000 at the beginning, 1 625 at the end, 1 200 to be kept. */
export const equity = {
  opening: stated(1000, "C20"),
  change: stated(625, "C21"),
  closing: stated(1625, "C22"),
  decided: stated(1200, "C23"),
};
