// tests/intake/statement/generated.test.ts: random statements and published tables with one figure damaged: never wrong in silence, and
// seldom asked about where nothing is wrong.
import { proveStatement } from "../../../src/intake/statement/prove";
import { made, random } from "./generator";
import { type Verdict, verdictOf, type Wanted } from "./judge";
import { type StatementCase, statementCases } from "./statementCases";

const SEED = 20_261_201;

interface Tally {
  readonly wrong: readonly string[];
  readonly asked: number;
  readonly of: number;
}

function tallyOf(verdicts: readonly (readonly [string, Verdict])[]): Tally {
  return {
    wrong: verdicts.flatMap(([name, verdict]) => (verdict === "WRONG" ? [name] : [])),
    asked: verdicts.filter(([, verdict]) => verdict.startsWith("asked")).length,
    of: verdicts.length,
  };
}

function generated(unit: "kr" | "tkr" | "Mkr", damaged: boolean, tables: number): Tally {
  return tallyOf(
    Array.from({ length: tables }, (_, index) => {
      const own = made(SEED + index * 7_919, unit, damaged);
      const name = `${unit}, seed ${own.seed}: ${own.form}, ${own.style}, ${own.damage}`;
      return [name, verdictOf(own.table, own.lines, proveStatement(own.table))] as const;
    }),
  );
}

describe("generated statements", () => {
  test.each(["kr", "tkr"] as const)("in %s: none wrong, under 10 % asked", (unit) => {
    const { wrong, asked, of } = generated(unit, false, 600);
    expect(wrong).toEqual([]);
    expect(asked / of).toBeLessThan(0.1);
  });

  test.each(["kr", "tkr"] as const)("in %s with one wrong figure: none wrong in silence", (unit) => {
    expect(generated(unit, true, 600).wrong).toEqual([]);
  });

  test("in Mkr, where a line may be a single digit: asked more, and hardly ever wrong", () => {
    const { wrong, asked, of } = generated("Mkr", false, 400);
    expect(wrong.length).toBeLessThanOrEqual(1);
    expect(asked / of).toBeLessThan(0.1);
  });
});

/** The lines of a published table, with the way that each deviation goes. */
function wantedOf({ table, lines, mode }: StatementCase): Wanted {
  return lines.map(([name, kind]) => ({
    row: table.rows.findIndex((row) => row.name === name),
    favour: mode === "cost-pos" || (mode === "unsigned" && kind !== "income") ? -1 : 1,
  }));
}

/** Another digit in one outcome or budget. */
function damagedOnce({ table }: StatementCase, next: () => number): { table: StatementCase["table"]; what: string } {
  for (;;) {
    const row = Math.floor(next() * table.rows.length);
    const column = Math.floor(next() * table.columns.length);
    const value = table.rows[row]?.figures[column] ?? 0;
    if (Math.abs(value) < 10 || !/outcome|budget/u.test(table.columns[column]?.measure ?? "")) continue;
    const digits = Array.from(String(Math.abs(value)));
    const at = Math.floor(next() * digits.length);
    if (next() < 0.5 && at + 1 < digits.length) [digits[at], digits[at + 1]] = [digits[at + 1]!, digits[at]!];
    else digits[at] = String((Number(digits[at]) + 1 + Math.floor(next() * 9)) % 10);
    const changed = Number(digits.join("")) * Math.sign(value);
    if (changed === value) continue;
    const rows = table.rows.map((own, index) =>
      index === row ? { ...own, figures: own.figures.map((each, place) => (place === column ? changed : each)) } : own,
    );
    return { table: { ...table, rows }, what: `${table.rows[row]?.name} ${value} → ${changed}` };
  }
}

test("published tables with one figure damaged: none wrong in silence", () => {
  const next = random(SEED);
  const verdicts = statementCases.flatMap((each) =>
    Array.from({ length: 25 }, () => {
      const { table, what } = damagedOnce(each, next);
      return [`${each.id}: ${what}`, verdictOf(table, wantedOf(each), proveStatement(table))] as const;
    }),
  );
  expect(tallyOf(verdicts).wrong).toEqual([]);
});
