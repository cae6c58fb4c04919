// src/report/rowFingerprints.ts: hidden columns with fingerprints of each row, by which a later run sees what people have changed since.
import { type CellFingerprint, formulaSummer, fingerprintText, sumOf } from "../domain/roundTrip/rowFingerprint";
import { tableFingerprintTexts, tableRowSum } from "../domain/roundTrip/tableFingerprint";
import type { Steps } from "../domain/steps";
import { textCell } from "./cells";
import type { Cell, SheetModel } from "./sheetModel";

type Row = readonly (Cell | null)[];

const EMPTY: CellFingerprint = { kind: "empty", sum: "", key: "" };
/** Rows between two stops. */
const SLICE = 2_000;

/**
 * The tab with its fingerprints right of everything else. A table of source rows may be very long, and a text beside it would become part of it:
 * its rows are summed, each with one sum, in texts beside the head.
 */
export function* withFingerprints(sheet: SheetModel): Steps<SheetModel> {
  const column = sheet.rows.reduce((widest, row) => Math.max(widest, row.length), sheet.columns.length);
  const top = Math.min(Infinity, ...sheet.tables.map(({ area }) => area.top));
  // Labels and keys are the same cells in many rows.
  const known = new Map<Cell, CellFingerprint>();
  const formulaSum = formulaSummer();
  const printed: Row[] = [];
  for (const [index, row] of sheet.rows.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    // Below a table, only what people may empty.
    const isFingerprinted = index < top || row.some((cell) => cell?.key !== undefined);
    printed.push(isFingerprinted ? withFingerprint(row, { index, column, known, formulaSum }) : row);
  }
  const texts = top === Infinity ? [] : yield* tableTexts(sheet, top);
  const gap = Array.from({ length: column - sheet.columns.length }, () => ({ width: 10 }));
  const width = 1 + (texts.length === 0 ? 0 : Math.ceil(texts.length / top));
  const hidden = Array.from({ length: width }, () => ({ width: 10, hidden: true }));
  const rows = texts.length === 0 ? printed : withTableTexts(printed, texts, top, column + 1);
  return { ...sheet, columns: [...sheet.columns, ...gap, ...hidden], rows };
}

interface Place {
  readonly index: number;
  /** Of the fingerprints. */
  readonly column: number;
  readonly known: Map<Cell, CellFingerprint>;
  readonly formulaSum: ReturnType<typeof formulaSummer>;
}

function withFingerprint(row: Row, { index, column, known, formulaSum }: Place): Row {
  const cells = row.map((cell, at) => fingerprintOf(cell, known, (formula) => formulaSum(formula, index, at)));
  if (index > 0 && cells.every((fingerprint) => fingerprint === EMPTY)) return row;
  return put(row, column, fingerprintText({ column: index === 0 ? column : null, row: index, cells }));
}

function put(row: Row, column: number, text: string): Row {
  const wider: (Cell | null)[] = [...row];
  while (wider.length < column) wider.push(null);
  wider.push(textCell(text));
  return wider;
}

/** The texts one below the other in the rows above the table, from this column on. */
function withTableTexts(rows: readonly Row[], texts: readonly string[], top: number, column: number): readonly Row[] {
  return rows.map((row, index) => {
    if (index >= top) return row;
    return texts.filter((_, at) => at % top === index).reduce((all, text, nth) => put(all, column + nth, text), row);
  });
}

function* tableTexts({ rows, columns }: SheetModel, top: number): Steps<readonly string[]> {
  const withFormulas = new Set<number>();
  for (let index = top; index < rows.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    rows[index]?.forEach((cell, at) => {
      if (cell?.content?.kind === "formula") withFormulas.add(at);
    });
  }
  const summed = columns.flatMap(({ hidden }, at) => (hidden === true || withFormulas.has(at) ? [] : [at]));
  const sums: string[] = [];
  for (let index = top; index < rows.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const row = rows[index] ?? [];
    if (row.some((cell) => cell?.key !== undefined)) continue;
    const sum = tableRowSum(summed.map((at) => constantOf(row[at] ?? null)));
    if (sum !== null) sums.push(sum);
  }
  return tableFingerprintTexts({ columns: summed, sums });
}

function constantOf(cell: Cell | null): string | number | null {
  const content = cell?.content ?? null;
  if (content === null || content.kind === "formula") return null;
  return content.kind === "number" ? Number(content.number) : content.text === "" ? null : content.text;
}

function fingerprintOf(
  cell: Cell | null,
  known: Map<Cell, CellFingerprint>,
  formulaSum: (formula: string) => string,
): CellFingerprint {
  if (cell === null) return EMPTY;
  const without = cell.unedited === undefined ? cell.content : cell.unedited;
  // The same formula has another sum in another cell.
  if (without?.kind === "formula") return { kind: "formula", sum: formulaSum(without.formula), key: cell.key ?? "" };
  let fingerprint = known.get(cell);
  if (fingerprint === undefined) known.set(cell, (fingerprint = madeFingerprint(without, cell.key ?? "")));
  return fingerprint;
}

function madeFingerprint(content: Exclude<Cell["content"], { kind: "formula" }>, key: string): CellFingerprint {
  if (content === null || (content.kind === "text" && content.text === ""))
    return key === "" ? EMPTY : { ...EMPTY, key };
  return { kind: "constant", sum: sumOf(content.kind === "number" ? Number(content.number) : content.text), key };
}
