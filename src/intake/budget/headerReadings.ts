// src/intake/budget/headerReadings.ts: a table whose columns, or whose unit, can be read in several ways: each read, and asked about.
import { followUpOf } from "../../domain/deviation/followUp";
import { Decimal } from "../../domain/money";
import { answer, Asking, question } from "../../domain/question";
import { finished, type Steps } from "../../domain/steps";
import { rangeName } from "../../domain/a1";
import { readBudgetTable, type ReadTable, type TableSource } from "./budgetTable";
import { readGrossParts } from "./grossParts";
import type { TableReading } from "./header";

/** Reads a table, in the way that was answered where its columns or its unit are in doubt. An open question leaves it out. */
export function* readAskedTable(source: TableSource): Steps<ReadTable> {
  const { header, grid } = source;
  const unitChosen = (source.correction?.unit ?? source.options.unit) !== null;
  const asked = header.question?.() ?? (unitChosen ? null : (source.doubt ?? null));
  if (asked === null || source.correction?.use === "ignore") {
    const { parts } = header;
    const isWhole = parts === undefined || source.correction?.use === "ignore" || header.block !== null;
    const read = yield* isWhole ? readBudgetTable(source) : readGrossParts(source, parts);
    return read.tables.length === 0 ? read : { ...read, problems: [...(header.notes ?? []), ...read.problems] };
  }
  const headings = { sheet: grid.sheet, cell: rangeName(header.row, header.left, header.row, header.right) };
  const answers = asked.readings.map(({ value, label, as }) =>
    answer(value, label.code, label.params, as === null ? null : totalOf(source, as)),
  );
  const at = { ...headings, cell: asked.cell ?? headings.cell };
  const chosen = source.asking.ask(question(asked.code, at, asked.params, answers, asked.about));
  const reading = asked.readings.find(({ value }) => value === chosen);
  if (reading?.as == null) {
    const reason = reading === undefined ? "question" : "table-ignored";
    const setAside = source.rows.map((row) => {
      return { sheet: grid.sheet, cell: rangeName(row, header.left, row, header.right), reason, rows: 1 } as const;
    });
    return { tables: [], setAside, problems: [], lines: [] };
  }
  return yield* readAskedTable(readAs(source, reading.as));
}

function readAs(source: TableSource, { header, unit }: NonNullable<TableReading["as"]>): TableSource {
  const settled = header === undefined ? source : { ...source, header };
  // Scaled formats are read as the chosen unit allows.
  return unit === undefined ? settled : { ...settled, doubt: null, units: [unit] };
}

const NO_LIMITS = { amount: new Decimal(0), share: new Decimal(0) };

/** The net result's deviation in that reading, kr, positive when favourable; null: it cannot be read so without further answers. */
function totalOf(source: TableSource, as: NonNullable<TableReading["as"]>): Decimal | null {
  const { tables } = finished(readAskedTable({ ...readAs(source, as), asking: new Asking([]) }));
  if (tables.length === 0) return null;
  return tables
    .map((table) => followUpOf(table, null, NO_LIMITS).total.amount)
    .reduce((sum, amount) => sum.plus(amount), new Decimal(0));
}
