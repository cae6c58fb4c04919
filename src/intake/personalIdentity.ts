// src/intake/personalIdentity.ts: finds personal identity numbers, and never repeats one.
// Form and check digit: Skatteverket, SKV 704 (personnummer) and SKV 707 (samordningsnummer, day + 60).
import { problem, type Problem } from "../domain/problem";
import { cellName, type Grid, rangeName, type SourceWorkbook } from "./grid";
import { fixedDigits } from "./numberFormat";

const CANDIDATE = /(?<!\d)(?:1[89]|20)?\d{6}[-+\u2010-\u2015\u2212]?\d{4}(?!\d)/gu;
const DAYS_IN_MONTH: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Ten digits, `yymmddnnnc`, or twelve with the century: a calendar date (or day + 60) with a right check digit. */
function isIdentityNumber(digits: string): boolean {
  const ten = digits.slice(-10);
  const month = Number(ten.slice(2, 4));
  const number = Number(ten.slice(4, 6));
  const day = number > 60 ? number - 60 : number;
  if (month < 1 || month > 12 || day < 1 || day > (DAYS_IN_MONTH[month - 1] ?? 0)) return false;
  if (month === 2 && day === 29 && !mayBeLeapYear(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 10; index++) {
    const doubled = (ten.charCodeAt(index) - 48) * (index % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Without a century the year is a leap year if any century makes it one. */
function mayBeLeapYear(digits: string): boolean {
  const year = Number(digits.slice(-10, -8));
  if (year % 4 !== 0) return false;
  return digits.length === 10 || year !== 0 || digits.startsWith("20");
}

/** How many personal identity numbers a text holds. */
export function identityNumbersIn(text: string): number {
  if (text.length < 10) return 0;
  let count = 0;
  for (const [match] of text.matchAll(CANDIDATE)) if (isIdentityNumber(match.replace(/\D/gu, ""))) count++;
  return count;
}

/** Whether a number is one; `format` is asked only for numbers that may have lost leading zeros to a fixed-width format. */
function numberIsIdentity(value: number, format: () => string): boolean {
  if (value < 1e6 || value >= 2.1e11 || !Number.isInteger(value)) return false;
  if (value >= 1.8e11) return isIdentityNumber(String(value));
  if (value >= 1e10) return false;
  if (value >= 1e9) return isIdentityNumber(String(value));
  return fixedDigits(format()) === 10 && isIdentityNumber(String(value).padStart(10, "0"));
}

/** One problem per run of cells below each other, with the number of them; no cell's text. A sheet whose name is one goes by its place. */
export function identityProblems(workbook: SourceWorkbook): readonly Problem[] {
  const problems: Problem[] = [];
  const inName = identityNumbersIn(workbook.name);
  if (inName > 0) problems.push(problem("personal-identity-number", null, { count: inName }));
  workbook.grids.forEach((grid, index) => {
    const inSheetName = identityNumbersIn(grid.sheet);
    const sheet = inSheetName > 0 ? `#${index + 1}` : grid.sheet;
    if (inSheetName > 0) problems.push(problem("personal-identity-number", { sheet }, { count: inSheetName }));
    problems.push(...inCells(grid, sheet));
  });
  return problems;
}

interface Run {
  readonly top: number;
  bottom: number;
  readonly column: number;
  count: number;
}

function inCells(grid: Grid, sheet: string): readonly Problem[] {
  const runs: Run[] = [];
  const open = new Map<number, Run>();
  grid.values.forEach((cells, row) => {
    for (let column = 0; column < cells.length; column++) {
      const value = cells[column];
      let count = 0;
      if (typeof value === "string") {
        if (value.length < 10) continue;
        count = identityNumbersIn(value);
      } else if (typeof value === "number") {
        count = numberIsIdentity(value, () => grid.format(row, column)) ? 1 : 0;
      }
      if (count === 0) continue;
      const run = open.get(column);
      if (run?.bottom === row - 1) {
        run.bottom = row;
        run.count += count;
      } else {
        const fresh: Run = { top: row, bottom: row, column, count };
        open.set(column, fresh);
        runs.push(fresh);
      }
    }
  });
  return runs.map(({ top, bottom, column, count }) =>
    problem(
      "personal-identity-number",
      { sheet, cell: top === bottom ? cellName(top, column) : rangeName(top, column, bottom, column) },
      { count },
    ),
  );
}
