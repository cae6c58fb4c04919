// tests/host/formula/manualCalculation.ts: Excel in manual calculation: a formula is calculated when it is entered, with what the other
// cells show then, and not again until somebody asks for it.
import { parseArea } from "../a1";
import type { ExcelHost } from "../excelHost";
import { Calculator } from "./calculator";

export interface ManualCalculation {
  /** The calls of `Application.calculate`, with the number of requests before each. */
  readonly asked: { readonly type: string; readonly requests: number }[];
}

/** From now on. `answers` false: calculating when asked changes nothing, so that the figures are those from when they were entered. */
export function calculateManually(host: ExcelHost, answers = true): ManualCalculation {
  const calculator = new Calculator(host.workbook);
  const manual: ManualCalculation = { asked: [] };
  host.workbook.calculationMode = "Manual";
  host.formulaValue = (sheet, address, formula) => {
    const { top, left } = parseArea(address.replace(/^.*!/u, ""));
    return calculator.valueWhenEntered(formula, host.sheet(sheet), top, left) ?? 0;
  };
  host.calculate = (type) => {
    manual.asked.push({ type, requests: host.exchanges.length });
    calculator.forget();
    if (answers) calculator.store();
  };
  return manual;
}
