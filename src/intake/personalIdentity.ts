// src/intake/personalIdentity.ts: where a workbook holds personal identity numbers: refused without being repeated, or asked about where
// a number may as well be an invoice's.
import {
  IDENTITY_MARK,
  type IdentityFinds,
  identityFindOf,
  identityFindsIn,
  identityNumbersIn,
} from "../domain/personalIdentity";
import { problem, type Problem } from "../domain/problem";
import { answer, type Asking, question } from "../domain/question";
import { folded } from "../domain/lookupKey";
import { cellName, rangeName } from "../domain/a1";
import type { Grid, SourceWorkbook } from "./grid";
import { fixedDigits } from "./numberFormat";

export { identityNumbersIn } from "../domain/personalIdentity";

/** Headings over what is numbered but no person, and over amounts. */
const NO_PERSON =
  /faktur|verif|\bver\.? ?nr|voucher|invoice|\bocr\b|refer|order|konto|account|telefon|\btel\b|mobil|phone|\borg|giro|arende|diarie|avtal|artikel|leverant|kund|projekt|serie|belopp|utfall|budget|summa|amount/u;
/** Headings over persons. */
const PERSON = /person|\bpnr\b|\bp-?nr|fodel|samordningsn|deltagar|klient|brukar|birth|participant|identit/u;
/** So many ten-digit numbers in a column, most of them without a right check digit, number something else: chance gives one in 140. */
const ENOUGH = 5;

/** What was found: reasons to refuse the workbook, and whether a question about it stands open. */
export interface IdentityCheck {
  readonly problems: readonly Problem[];
  readonly open: boolean;
}

/** Every cell of every sheet, ours too, the sheets' and the file's names, and whatever else the file holds. Nothing of it is repeated. */
export function identityCheck(workbook: SourceWorkbook, asking: Asking): IdentityCheck {
  const problems: Problem[] = [];
  let open = false;
  const inName = identityNumbersIn(workbook.name) + (workbook.name.split(IDENTITY_MARK).length - 1);
  if (inName > 0) problems.push(problem("personal-identity-number", null, { count: inName }));
  workbook.grids.forEach((grid, index) => {
    const inSheetName = identityNumbersIn(grid.sheet);
    const sheet = inSheetName > 0 ? `#${index + 1}` : grid.sheet;
    if (inSheetName > 0) problems.push(problem("personal-identity-number", { sheet }, { count: inSheetName }));
    for (const run of runsIn(grid)) {
      const cell =
        run.top === run.bottom ? cellName(run.top, run.column) : rangeName(run.top, run.column, run.bottom, run.column);
      const verdict = run.kind === "certain" ? "identity" : asked(grid, { ...run, sheet, cell }, asking);
      if (verdict === "identity")
        problems.push(problem("personal-identity-number", { sheet, cell }, { count: run.count }));
      else if (verdict === null) open = true;
    }
  });
  const inCells = problems.length > 0;
  for (const { where, text } of workbook.texts ?? []) {
    // The store of the cells' own texts is among them: what a cell shows is told there.
    if (where === "other" && inCells) continue;
    // What is only possible is asked about where it stands in cells; here it would refuse a workbook of invoice numbers for good.
    const { certain } = identityFindsIn(text);
    if (certain > 0) problems.push(problem("identity-number-beside-cells", null, { where, count: certain }));
  }
  return { problems, open };
}

interface Run {
  readonly top: number;
  bottom: number;
  readonly column: number;
  readonly kind: keyof IdentityFinds;
  count: number;
}

/** Whether numbers that may be identity numbers are: by what the column is called and how many of its numbers pass, else as somebody says. */
function asked(grid: Grid, run: Run & { sheet: string; cell: string }, asking: Asking): "identity" | "other" | null {
  const heading = headingOf(grid, run);
  const name = folded(heading);
  if (PERSON.test(name)) return "identity";
  if (run.kind === "possible" && !NO_PERSON.test(name) && !saysOther(grid, run) && !mostFail(grid, run.column))
    return "identity";
  const answers = [answer("other", "no-identity-numbers", {}, null), answer("identity", "identity-numbers", {}, null)];
  const about = question(
    "identity-numbers-or-not",
    { sheet: run.sheet, cell: run.cell },
    { heading: identityNumbersIn(heading) > 0 ? "" : heading, count: run.count },
    answers,
    [heading === "" ? String(run.column) : heading],
  );
  return asking.ask(about) as "identity" | "other" | null;
}

/** The nearest text above in the column that is no number itself; empty: none. */
function headingOf(grid: Grid, { top, column }: Pick<Run, "top" | "column">): string {
  for (let row = top - 1; row >= 0; row--) {
    const value = grid.values[row]?.[column];
    if (typeof value === "string" && /\p{L}/u.test(value)) return value;
  }
  return "";
}

/** Words in the cell itself, such as `Faktura 1604795235`. */
function saysOther(grid: Grid, { top, column }: Run): boolean {
  const value = grid.values[top]?.[column];
  return typeof value === "string" && NO_PERSON.test(folded(value));
}

function mostFail(grid: Grid, column: number): boolean {
  let [passing, failing] = [0, 0];
  for (const cells of grid.values) {
    const value = cells[column];
    const ten =
      typeof value === "number"
        ? value >= 1e9 && value < 1e10 && Number.isInteger(value)
        : typeof value === "string" && /^\s*\d{10}\s*$/u.test(value);
    if (!ten) continue;
    if (identityNumbersIn(typeof value === "number" ? String(value) : (value as string)) > 0) passing++;
    else failing++;
  }
  return passing + failing >= ENOUGH && passing * 5 < failing;
}

/** Cells below each other that hold such numbers, per column. A run is of one kind. */
function runsIn(grid: Grid): readonly Run[] {
  const runs: Run[] = [];
  const open = new Map<number, Run>();
  grid.values.forEach((cells, row) => {
    for (let column = 0; column < cells.length; column++) {
      const value = cells[column];
      let [certain, possible, dated] = [0, 0, 0];
      if (typeof value === "string") {
        if (value.length < 10) continue;
        ({ certain, possible, dated } = identityFindsIn(value));
      } else if (typeof value === "number" && value >= 1e6) {
        const find = identityFindOf(value, fixedDigits(grid.format(row, column)));
        if (find === "certain") certain = 1;
        // A number that has lost a zero looks like any amount: only a heading of persons makes it one.
        else if (find === "possible" && (value >= 1e9 || isUnderPersons(grid, row, column))) possible = 1;
      }
      if (certain + possible + dated === 0) continue;
      const kind = certain > 0 ? "certain" : possible > 0 ? "possible" : "dated";
      const count = certain + possible + dated;
      const run = open.get(column);
      if (run?.bottom === row - 1 && run.kind === kind) {
        run.bottom = row;
        run.count += count;
      } else {
        const fresh: Run = { top: row, bottom: row, column, kind, count };
        open.set(column, fresh);
        runs.push(fresh);
      }
    }
  });
  return runs;
}

function isUnderPersons(grid: Grid, row: number, column: number): boolean {
  return PERSON.test(folded(headingOf(grid, { top: row, column })));
}
