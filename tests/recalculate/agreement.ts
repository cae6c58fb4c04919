// tests/recalculate/agreement.ts: every formula cell of our tabs against the engine's own value (method.md §0).
import { cellName } from "../../src/domain/a1";
import type { SheetModel } from "../../src/report/sheetModel";
import { Decimal } from "../../src/domain/money";
import type { Recalculated } from "./libreOffice";

/** How far a formula cell may be from the unrounded engine, in kr. */
const tolerance = new Decimal("0.005");

export interface Agreement {
  readonly formulas: number;
  /** One line per cell that differs: where, the engine's value, the recalculated one. */
  readonly disagreements: readonly string[];
}

/** Compares every formula cell of the models with what a spreadsheet program computed from the written file. */
export function agreementOf(sheets: readonly SheetModel[], recalculated: Recalculated): Agreement {
  let formulas = 0;
  const disagreements: string[] = [];
  for (const sheet of sheets) {
    const rows = recalculated.get(sheet.name);
    sheet.rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (cell?.content?.kind !== "formula") return;
        formulas += 1;
        const { cached, type, formula } = cell.content;
        const found = rows?.[r]?.[c] ?? (type === "text" ? "" : null);
        if (!agrees(cached, type, found)) {
          disagreements.push(
            `${sheet.name}!${cellName(r, c)} =${formula}: engine ${cached}, recalculated ${JSON.stringify(found)}`,
          );
        }
      });
    });
  }
  return { formulas, disagreements };
}

/** 1970-01-01 as an Excel date serial, and the length of a day: the second reader gives dates as Date. */
const serialOf1970 = 25_569;
const msPerDay = 86_400_000;

function agrees(cached: string, type: "number" | "text", read: unknown): boolean {
  if (type === "text") return read === cached;
  const found = read instanceof Date ? read.getTime() / msPerDay + serialOf1970 : read;
  return typeof found === "number" && new Decimal(found).minus(cached).abs().lt(tolerance);
}
