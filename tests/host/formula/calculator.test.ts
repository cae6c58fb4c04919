// tests/host/formula/calculator.test.ts: the simulation's calculator against the engine's own figures in the tabs of the published cases,
// and against Excel's documented rules.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../../src/actions/analyse";
import { writeTabs } from "../../../src/actions/tabs";
import { cellName } from "../../../src/domain/a1";
import { textsOf } from "../../../src/text/languages";
import { ExcelWorkbook } from "../../../src/workbook/excel/excelWorkbook";
import { openXlsx } from "../../../src/workbook/file/xlsxWorkbook";
import { hostFromGrids } from "../hostFromGrids";
import { connectClient } from "../loadClient";
import { Calculator } from "./calculator";

const agreed = 0.005;

test.each(["husamradet", "resan"])("every formula of the tabs of %s gives what the engine computed", async (name) => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "..", "..", "cases", `${name}.xlsx`)));
  const host = hostFromGrids((await openXlsx(bytes, name).read()).grids);
  connectClient(host);
  const workbook = new ExcelWorkbook();
  const analysis = analyse([await workbook.read()], { unit: null, sign: null });
  const models = await writeTabs(analysis, workbook, { texts: textsOf("sv"), today: "2026-11-22", drawnUpBy: null });

  const calculator = new Calculator(host.workbook);
  const disagreements: string[] = [];
  let formulas = 0;
  for (const model of models) {
    model.rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (cell?.content?.kind !== "formula") return;
        formulas++;
        const { cached, type, formula } = cell.content;
        const value = calculator.valueAt(host.sheet(model.name), r, c);
        const same =
          type === "text" ? value === cached : typeof value === "number" && Math.abs(value - Number(cached)) < agreed;
        if (!same) disagreements.push(`${model.name}!${cellName(r, c)} =${formula}: ${cached}, here ${String(value)}`);
      });
    });
  }
  expect(formulas).toBeGreaterThan(400);
  expect(disagreements).toEqual([]);
});

/** Figures by Excel's documentation of each function and operator. */
test.each`
  formula                                         | value
  ${"=1+2*3^2"}                                   | ${19}
  ${"=-2^2"}                                      | ${4}
  ${"=10%*50"}                                    | ${5}
  ${'="a"&1="A1"'}                                | ${true}
  ${"=ROUND(2.5,0)+ROUND(-2.5,0)+ROUND(1.005,2)"} | ${1.01}
  ${"=MOD(-3,2)"}                                 | ${1}
  ${"=INT(-8.9)"}                                 | ${-9}
  ${"=1/0"}                                       | ${"#DIV/0!"}
  ${'=IFERROR(1/0,"x")'}                          | ${"x"}
  ${"=IF(A1>2,A1,A9)"}                            | ${3}
  ${"=SUM(A1:A4)"}                                | ${7}
  ${"=SUM(A:A)"}                                  | ${7}
  ${'=COUNTIF(A1:A4,">3")'}                       | ${1}
  ${'=SUMIF(B1:B4,"l*",A1:A4)'}                   | ${3}
  ${"=COUNTA(A1:A5)"}                             | ${3}
  ${"=SUMPRODUCT((A1:A2>3)*A1:A2)"}               | ${4}
  ${"=SUMPRODUCT(MMULT(A1:A2,1))"}                | ${7}
  ${"=INDEX(A1:B4,2,0)"}                          | ${4}
  ${'=MATCH("hyra",B1:B4,0)'}                     | ${2}
  ${'=MATCH("saknas",B1:B4,0)'}                   | ${"#N/A"}
  ${"=YEAR(45351)*100+MONTH(EDATE(45351,12))"}    | ${202402}
  ${"=Blad1!$A$1"}                                | ${3}
  ${"=SOMETHING(1)"}                              | ${undefined}
  ${"=C1"}                                        | ${undefined}
  ${"=A9"}                                        | ${0}
`("$formula is $value", ({ formula, value }: { formula: string; value: unknown }) => {
  const rows = [
    [3, "Lön"],
    [4, "Hyra"],
    ["text", null],
    [null, null],
  ];
  const host = hostFromGrids([{ sheet: "Blad1", values: rows }]);
  const sheet = host.sheet("Blad1");
  sheet.cells.edit(0, 2).formula = formula;
  const got = new Calculator(host.workbook).valueAt(sheet, 0, 2);
  if (typeof value === "number") expect(got).toBeCloseTo(value, 12);
  else expect(got).toBe(value);
});

test("a conditional format's formula moves with its cell", () => {
  const host = hostFromGrids([
    {
      sheet: "Blad1",
      values: [
        [1, 5],
        [9, 2],
      ],
    },
  ]);
  const calculator = new Calculator(host.workbook);
  const origin = { top: 0, left: 1, bottom: 1, right: 1 };
  expect([0, 1].map((row) => calculator.holds("=$A1>B1", host.sheet("Blad1"), origin, row, 1))).toEqual([false, true]);
});

test("after a change the figures follow, once they are forgotten", () => {
  const host = hostFromGrids([{ sheet: "Blad1", values: [[1]] }]);
  const sheet = host.sheet("Blad1");
  sheet.cells.edit(0, 1).formula = "=A1*2";
  sheet.cells.edit(0, 2).formula = "=B1+1";
  const calculator = new Calculator(host.workbook);
  expect(calculator.valueAt(sheet, 0, 2)).toBe(3);
  sheet.cells.edit(0, 0).value = 5;
  calculator.forget();
  expect(calculator.valueAt(sheet, 0, 2)).toBe(11);
});
