// tests/domain/roundTrip/formulaFingerprint.test.ts: what a spreadsheet may do to a formula without anybody having written in it, and what it may not.
import fc from "fast-check";
import { formulaSums } from "../../../src/domain/roundTrip/formulaFingerprint";
import { formulaSummer, formulaSumOf } from "../../../src/domain/roundTrip/rowFingerprint";

const same = [
  ["the sign before it", "SUM(B3:B4)", "=SUM(B3:B4)"],
  ["case and spaces", "IF( a1 > 2, Sum(B3:B4), 0 )", "IF(A1>2,SUM(B3:B4),0)"],
  ["a prefix for newer functions", "CONCAT(B3,C3)", "_xlfn.CONCAT(B3,C3)"],
  ["Excel's own sign for one value", "INDEX(B3:B9,2)", "@INDEX(B3:B9,2)"],
  ["this row of a table, both ways", "tblBudget[[#This Row],[Utfall]]+1", "tblBudget[@Utfall]+1"],
  ["this row within the table", "tblBudget[@[Utfall ack.]]", "[@[Utfall ack.]]"],
  ["a heading with brackets", "SUM(tbl[Utfall '[kr']])", "SUM(tbl[Utfall])"],
  ["a renamed tab", "'Avvikelse'!B3+Antaganden!$C$4", "'Avvikelse mars'!B3+'Antaganden 2'!$C$5"],
  ["how a number is written", "B3*0.005+1E-3", "B3*.005+0.001"],
  ["truth", "IF(B3,TRUE,FALSE)", "IF(B3,TRUE(),FALSE())"],
] as const;

test.each(same)("%s changes neither sum", (_, one, other) => {
  expect(formulaSums(other, 5, 1)).toEqual(formulaSums(one, 5, 1));
});

const moved = [
  ["the cells that it reads", "SUM(B3:B4)", "SUM(B7:B9)"],
  ["references that are fixed", "B3*C3", "$B$3*C$3"],
  ["another column", "B6-C6", "B6-D6"],
  ["a name", "B6*Samkalkyl_Mal", "B6*Samkalkyl_Limit"],
] as const;

test.each(moved)("%s changes the full sum, not the shape", (_, one, other) => {
  const [a, b] = [formulaSums(one, 5, 1), formulaSums(other, 5, 1)];
  expect(a.shape).toBe(b.shape);
  expect(a.full).not.toBe(b.full);
});

const written = [
  ["something added", "SUM(B3:B4)", "SUM(B3:B4)+5000"],
  ["another number", "B3*0.1", "B3*0.2"],
  ["another sign", "B3-C3", "B3+C3"],
  ["another function", "SUM(B3:B4)", "MAX(B3:B4)"],
  ["another text", 'IF(B3>0,"ja","nej")', 'IF(B3>0,"Ja","nej")'],
  ["fewer cells", "SUM(B3,B4,B5)", "SUM(B3,B4)"],
] as const;

test.each(written)("%s changes the shape", (_, one, other) => {
  expect(formulaSums(other, 5, 1).shape).not.toBe(formulaSums(one, 5, 1).shape);
});

test("a formula that was moved with all that it reads is the same", () => {
  expect(formulaSums("SUM(C13:C14)/C15*$A$1", 14, 3)).toEqual(formulaSums("SUM(B3:B4)/B5*$A$1", 4, 2));
});

test.each(["", "A1(", "'", '"abc', "[[", "a\nb", "😀+1", "#N/A", "{1,2;3,4}", "x".repeat(9000)])(
  "any text has sums: %j",
  (text) => {
    expect(formulaSums(text, 0, 0).shape).toMatch(/^[0-9a-z]+$/);
  },
);

test("summed together, formulas have the sums that each has alone", () => {
  const operand = fc.oneof(
    fc
      .tuple(fc.constantFrom("A", "$B", "AB"), fc.integer({ min: 1, max: 12 }))
      .map(([letters, row]) => `${letters}${row}`),
    fc.constantFrom('"A5"', '"kv 1"', "1E5", "1E6", "LOG10(A5)", "tbl2[Utfall]", "'AB12'!C3", "Samkalkyl_2", "0.5"),
  );
  const formula = fc.tuple(operand, fc.constantFrom("+", "*", "&"), operand).map((parts) => parts.join(""));
  const cell = fc.record({ formula, row: fc.integer({ min: 0, max: 11 }), column: fc.integer({ min: 0, max: 2 }) });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 40 }), (cells) => {
      const sum = formulaSummer();
      for (const { formula: text, row, column } of cells)
        expect(sum(text, row, column)).toBe(formulaSumOf(text, row, column));
    }),
  );
});
