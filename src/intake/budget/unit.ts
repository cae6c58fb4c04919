// src/intake/budget/unit.ts: which unit a table states its amounts in, from its headings, its surroundings and its number formats.
import type { Reading } from "../../domain/deviation/budget";
import type { Unit } from "../../domain/money";
import { smallerUnit } from "../amount";
import type { BudgetHeader, TableQuestion, TableReading } from "./header";
import { amountColumns, lineColumnOf } from "./budgetBody";
import type { Grid } from "../grid";
import { thousandsOfFormat, unitOfFormat } from "../numberFormat";
import { thousandTimes } from "./scaleApart";
import { unitInName, unitsIn } from "../unitText";

export interface UnitReading {
  readonly unit: Unit;
  readonly reading: Reading;
}

const ORDER: readonly Unit[] = ["kr", "tkr", "Mkr"];
const FORMAT_ROWS = 50;

/** Every unit that the table itself or the titles above it state; more than one cannot be told apart. */
export function unitsStated(
  grid: Grid,
  header: BudgetHeader,
  titles: readonly string[],
  rows: readonly number[],
): readonly Unit[] {
  const found = new Set<Unit>();
  const columns = amountColumns(header);
  const amounts = new Set(columns);
  for (let row = header.top; row <= header.bottom; row++) {
    const cells = grid.values[row] ?? [];
    for (let column = header.left; column <= header.right; column++) {
      const cell = cells[column];
      if (typeof cell === "string" && (amounts.has(column) || column < Math.min(...columns) || row < header.bottom))
        for (const unit of unitsIn(cell)) found.add(unit);
    }
  }
  for (const title of titles) for (const unit of unitsIn(title)) found.add(unit);
  if (found.size === 0) for (const unit of unitsIn(grid.sheet)) found.add(unit);
  const formats = formatsOf(grid, columns, rows);
  for (const format of formats) {
    const unit = unitOfFormat(format);
    if (unit !== null) found.add(unit);
  }
  if (found.size === 0) for (const unit of unitsOfLines(grid, header, rows)) found.add(unit);
  // Without any word the scaling says what is shown, of numbers that are kronor.
  const shown = Math.max(0, ...formats.map(thousandsOfFormat));
  if (found.size === 0 && shown > 0 && ORDER[shown] !== undefined) found.add(ORDER[shown]);
  return ORDER.filter((unit) => found.has(unit));
}

function formatsOf(grid: Grid, columns: readonly number[], rows: readonly number[]): readonly string[] {
  const formats = new Set<string>();
  for (const row of rows.slice(0, FORMAT_ROWS))
    for (const column of columns)
      if (typeof grid.values[row]?.[column] === "number") formats.add(grid.format(row, column));
  return [...formats];
}

/** The units that at least half of the rows state in their names: `Personal (tkr)`. What is per something is a unit cost. */
function unitsOfLines(grid: Grid, header: BudgetHeader, rows: readonly number[]): ReadonlySet<Unit> {
  const column = lineColumnOf(grid, header, rows);
  const names = rows.flatMap((row) => grid.values[row]?.[column] ?? []);
  const stated = names.flatMap((name) => unitInName(name) ?? []);
  return stated.length * 2 < names.length ? new Set() : new Set(stated);
}

/** Units in the names of lines that are not the table's. */
function otherUnitsOfLines(grid: Grid, header: BudgetHeader, rows: readonly number[], unit: Unit): readonly Unit[] {
  const column = lineColumnOf(grid, header, rows);
  const found = new Set(rows.map((row) => unitInName(grid.values[row]?.[column])));
  return ORDER.filter((each) => each !== unit && found.has(each));
}

/** What is to be asked of a table's unit; null: nothing. `units`: those that it states. */
export function unitDoubt(
  grid: Grid,
  header: BudgetHeader,
  units: readonly Unit[],
  rows: readonly number[],
): TableQuestion | null {
  const unitIs = (unit: Unit): TableReading => {
    return { value: unit.toLowerCase(), label: { code: "unit-is", params: { unit } }, as: { unit } };
  };
  const about = [...header.headings.values()];
  if (units.length > 1) {
    const byColumn = unitsOfColumns(header, units);
    const own: TableReading = {
      value: "by-column",
      label: { code: "unit-by-column", params: {} },
      as: { header: { ...header, columnUnits: byColumn }, unit: units[0]! },
    };
    const readings = [...(byColumn.size > 0 ? [own] : []), ...nearestFirst(header, units).map(unitIs)];
    return { code: "which-unit", params: { units }, cell: null, about, readings };
  }
  const [unit] = units;
  const columns = amountColumns(header);
  const ofLines = unit === undefined ? [] : otherUnitsOfLines(grid, header, rows, unit);
  if (unit !== undefined && ofLines.length > 0) {
    const byLine: TableReading = {
      value: "by-line",
      label: { code: "unit-by-line", params: {} },
      as: { header: { ...header, unitsInNames: true }, unit },
    };
    const all = [unit, ...ofLines];
    return { code: "which-unit", params: { units: all }, cell: null, about, readings: [byLine, ...all.map(unitIs)] };
  }
  const thousands = Math.max(0, ...formatsOf(grid, columns, rows).map(thousandsOfFormat));
  if (unit === undefined || thousands === 0 || smallerUnit(unit, thousands) !== null)
    return scaleDoubt(grid, header, unit ?? "kr", rows);
  const leaveOut: TableReading = { value: "leave-out", label: { code: "leave-out", params: {} }, as: null };
  return { code: "scale-contradicts", params: { unit }, cell: null, about, readings: [unitIs("kr"), leaveOut] };
}

/** A column a thousand times the one beside it, without a word of another unit: which one is in what. Null: there is none. */
function scaleDoubt(grid: Grid, header: BudgetHeader, unit: Unit, rows: readonly number[]): TableQuestion | null {
  if (header.columnUnits !== undefined) return null;
  for (const { outcome, budget } of header.groups) {
    if (outcome < 0 || budget < 0) continue;
    const pairs = rows.flatMap((row) => {
      const [booked, planned] = [grid.values[row]?.[outcome], grid.values[row]?.[budget]];
      const isPair = typeof booked === "number" && typeof planned === "number";
      return isPair && grid.format(row, outcome) === grid.format(row, budget) ? [[booked, planned] as const] : [];
    });
    const larger = thousandTimes(pairs);
    if (larger === null) continue;
    const [large, small] = larger === "outcome" ? [outcome, budget] : [budget, outcome];
    const name = (column: number): string => header.headings.get(column) ?? "";
    const one = (column: number, own: Unit | undefined): readonly TableReading[] => {
      if (own === undefined) return [];
      const columnUnits = new Map(amountColumns(header).map((each) => [each, each === column ? own : unit]));
      return [
        {
          value: `${(larger === "outcome") === (column === outcome) ? "large" : "small"}-${own.toLowerCase()}`,
          label: { code: "column-in-unit", params: { heading: name(column), unit: own, others: unit } },
          as: { header: { ...header, columnUnits }, unit },
        },
      ];
    };
    const at = ORDER.indexOf(unit);
    return {
      code: "scale-differs",
      params: { large: name(large), small: name(small) },
      cell: null,
      about: [...header.headings.values()],
      readings: [
        ...one(large, ORDER[at - 1]),
        ...one(small, ORDER[at + 1]),
        { value: unit.toLowerCase(), label: { code: "unit-is", params: { unit } }, as: { unit } },
      ],
    };
  }
  return null;
}

/** The units that the columns' own headings state before those of titles and formats. */
function nearestFirst({ headings }: BudgetHeader, units: readonly Unit[]): readonly Unit[] {
  const own = new Set([...headings.values()].flatMap((heading) => [...unitsIn(heading)]));
  return [...units.filter((unit) => own.has(unit)), ...units.filter((unit) => !own.has(unit))];
}

/** Columns whose own headings state a unit; empty unless they differ. */
function unitsOfColumns(header: BudgetHeader, units: readonly Unit[]): ReadonlyMap<number, Unit> {
  const found = new Map<number, Unit>();
  for (const column of amountColumns(header)) {
    const [unit, ...more] = unitsIn(header.headings.get(column) ?? "");
    if (unit !== undefined && more.length === 0) found.set(column, unit);
  }
  const stated = new Set(found.values());
  if (stated.size === 0 || (stated.size < 2 && found.size === amountColumns(header).length)) return new Map();
  // Where only some columns say it, the others are in what the table says.
  const others = units.find((unit) => !stated.has(unit)) ?? units[0];
  for (const column of amountColumns(header)) if (!found.has(column) && others !== undefined) found.set(column, others);
  return found;
}

/** Amounts that are whole and small are rarely kronor: the largest yearly amount is below this many. */
const LARGEST_IN_THOUSANDS = 50_000;

/** What an assumed unit looks like instead, from the amounts as numbers in the table; empty when kr is plausible. */
export function looksLike(amounts: readonly number[]): Unit | "" {
  const telling = amounts.filter((amount) => amount !== 0);
  if (telling.length === 0 || !telling.every(Number.isInteger)) return "";
  return telling.every((amount) => Math.abs(amount) < LARGEST_IN_THOUSANDS) ? "tkr" : "";
}
