// src/intake/statement/prove.ts: what the rows of a table are, proved by its own arithmetic: one reading, or the readings to choose from.
// The rules are those of statement.md; each function that holds one says what goes wrong without it.
import { directionsOf, type Directions } from "./directions";
import { figuresOf } from "./evidence";
import { orient, type Oriented } from "./kinds";
import type { Attempt, Force, Structure } from "./parse";
import { rowClasses } from "./rowClasses";
import { settle, type HostMode } from "./settle";
import type { Doubt, Proof, Reading, RowRole, StatementTable } from "./statement";
import { lookupKey } from "../../domain/lookupKey";

/** Most readings that are shown side by side. */
const MOST_READINGS = 8;

/** Judges a table. Pure: the same table always gives the same proof, questions with the same values. */
export function proveStatement(table: StatementTable): Proof {
  const attempt: Attempt = { table, figures: figuresOf(table), classes: rowClasses(table), force: chosenRows(table) };
  const { ways, doubt } = settle(attempt);
  let why: Doubt | null = doubt;
  let plainDifference = false;
  const readings: Reading[] = [];
  const seen = new Set<string>();
  for (const way of ways) {
    const directions = directionsOf(table, attempt.figures, way.structure.lines);
    const orienting = orient(attempt, way.structure, directions);
    if (way === ways[0]) ({ plainDifference } = orienting);
    if (orienting.ways.length > 1) why ??= { key: "orientation", row: null };
    for (const oriented of orienting.ways) {
      const reading = readingOf(attempt, way, oriented, directions, orienting.ways.length > 1);
      const key = figuresKey(attempt, reading);
      if (seen.has(key)) continue;
      seen.add(key);
      readings.push(reading);
    }
  }
  const [only] = readings;
  if (readings.length === 1 && only !== undefined) return { kind: "read", reading: only, plainDifference };
  return {
    kind: "question",
    doubt: why ?? { key: "orientation", row: null },
    readings: readings.slice(0, MOST_READINGS),
  };
}

/** What the user says of single rows goes before everything else. */
function chosenRows({ rows }: StatementTable): Force {
  return new Map(
    rows.flatMap(({ chosen }, row) =>
      chosen === "line" || chosen === "income" || chosen === "cost" || chosen === "net"
        ? [[row, { as: "line", of: null }] as const]
        : [],
    ),
  );
}

function readingOf(
  attempt: Attempt,
  way: HostMode,
  oriented: Oriented,
  directions: Directions,
  asked: boolean,
): Reading {
  const { structure } = way;
  const label = asked && way.label === "as-read" ? oriented.label : way.label;
  const names = way.rows.map((row) => attempt.table.rows[row]?.name ?? "");
  const value = [way.label, ...names.map(lookupKey), ...(asked ? [oriented.label] : [])].join(":");
  return {
    value,
    label: { key: label, rows: names },
    rows: rolesOf(attempt, structure, oriented),
    orientation: oriented.orientation,
    sign: oriented.sign,
    deviation: deviationOf(attempt, structure, oriented),
    explained: explainedOf(structure, directions),
    errors: structure.errors,
  };
}

function rolesOf({ classes, table, force }: Attempt, structure: Structure, oriented: Oriented): readonly RowRole[] {
  const lines = new Set(structure.lines);
  let above: number | null = null;
  return table.rows.map((_, row): RowRole => {
    const own = classes[row]!;
    if (own.is === "heading" || own.is === "empty") return { role: "heading" };
    if (lines.has(row)) {
      above = row;
      return { role: "line", kind: oriented.kinds.get(row) ?? "cost" };
    }
    if (own.is === "equity") return { role: "equity", part: own.part };
    if (own.is === "memo") return { role: "memo", why: own.why, of: own.why === "part-of" ? above : null };
    if (structure.after.has(row)) return { role: "after" };
    const sum = structure.sums.get(row);
    if (
      sum !== undefined &&
      !sum.exact &&
      table.rows[row]?.name === null &&
      !structure.errors.some((error) => error.row === row)
    )
      return { role: "heading" };
    if (sum !== undefined) {
      above = row;
      return { role: sum.result ? "result" : "sum", of: sum.of, signs: sum.signs, named: sum.named };
    }
    if (structure.unexplained.includes(row)) return { role: "sum", of: [], signs: [], named: true };
    return { role: "memo", why: force.has(row) ? "chosen" : "left", of: null };
  });
}

/** Favourable, over the columns that count: costs below budget, income above it. */
function deviationOf({ figures, table }: Attempt, structure: Structure, oriented: Oriented): number {
  const difference = (row: number): number =>
    figures.main.reduce((sum, column) => {
      const { measure, counted } = table.columns[column]!;
      return counted ? sum + (measure === "outcome" ? 1 : -1) * figures.at(row, column) : sum;
    }, 0);
  return structure.lines.reduce((sum, row) => sum + favour(oriented, row) * difference(row), 0);
}

/** +1: outcome − budget is favourable; −1: budget − outcome is. */
function favour({ orientation, sign, kinds }: Oriented, row: number): 1 | -1 {
  const plain = sign === "negative" ? 1 : -1;
  return orientation === "all-positive" && kinds.get(row) === "income" ? (-plain as 1 | -1) : plain;
}

function explainedOf({ sums, unexplained }: Structure, directions: Directions): Reading["explained"] {
  const found = [...sums.values()].filter(({ row }) => !unexplained.includes(row));
  const right = found.filter(({ exact }) => exact).length;
  return {
    stated: found.length + unexplained.length + directions.stated,
    explained: right + directions.stated - directions.unexplained.length,
  };
}

/** Readings that count the same rows the same way round are one. */
function figuresKey({ figures }: Attempt, { rows, orientation, sign }: Reading): string {
  const plain = sign === "negative" ? 1 : -1;
  return rows
    .flatMap((role, row) => {
      if (role.role !== "line" || !figures.telling(row)) return [];
      return [`${row}${orientation === "all-positive" && role.kind === "income" ? -plain : plain}`];
    })
    .join(" ");
}
