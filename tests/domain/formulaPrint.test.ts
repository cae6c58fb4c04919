// tests/domain/formulaPrint.test.ts: what a spreadsheet may do to a formula without anybody having written in it, and what it may not.
import { formulaSums } from "../../src/domain/kept/formulaPrint";

const same = [
  ["the sign before it", "SUM(B3:B4)", "=SUM(B3:B4)"],
  ["case and spaces", "IF( a1 > 2, Sum(B3:B4), 0 )", "IF(A1>2,SUM(B3:B4),0)"],
  ["fixed references", "B3*C3", "$B$3*C$3"],
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
  expect(formulaSums("SUM(C13:C14)/C$15", 14, 3)).toEqual(formulaSums("SUM(B3:B4)/B5", 4, 2));
});

test.each(["", "A1(", "'", '"abc', "[[", "a\nb", "😀+1", "#N/A", "{1,2;3,4}", "x".repeat(9000)])(
  "any text has sums: %j",
  (text) => {
    expect(formulaSums(text, 0, 0).shape).toMatch(/^[0-9a-z]+$/);
  },
);
