// tests/cli/tidyFile.test.ts: the tidy file read by another engine gives the figures of the rows it was made of, to the öre.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tidyCsv, tidyParquet } from "../../src/cli/rollUp/tidyFile";
import { Decimal } from "../../src/domain/money";
import type { FileSummary, LineFigures } from "../../src/domain/rollUp/fileSummary";
import { storedKr } from "../../src/domain/rollUp/roundedKr";
import { tidyRowsOf } from "../../src/domain/rollUp/tidyRows";
import { generator } from "../bench/random";
import { asked } from "./duck";

const ASSOCIATIONS = 400;
const YEARS = 20;
const LINES = 5;

/** Amounts that no float keeps: öre, thirds of a budget, a billion kronor. */
function generated(): readonly FileSummary[] {
  const random = generator(20_261_201);
  const amount = (): Decimal => {
    const kind = random() % 10;
    if (kind === 0) return new Decimal(random()).div(3);
    if (kind === 1) return new Decimal(random()).times(1_000).plus("0.01");
    return new Decimal(random() % 100_000_000).div(100);
  };
  return Array.from({ length: ASSOCIATIONS }, (_, at): FileSummary => {
    const lines = Array.from({ length: YEARS * LINES }, (__, place): LineFigures => {
      const [outcome, budget] = [amount().neg(), amount().neg()];
      const year = 2006 + Math.floor(place / LINES);
      return {
        line: `Rad ${place % LINES}, "egen"`,
        kind: "cost",
        period: String(year),
        from: `${year}-01`,
        to: `${year}-12`,
        outcome: storedKr(outcome),
        budget: storedKr(budget),
        deviation: storedKr(outcome.minus(budget)),
      };
    });
    const total = { outcome: "0", budget: "0", deviation: "0", share: null };
    return {
      file: `förbund ${at}/insats.xlsx`,
      state: "read",
      doubles: null,
      rows: { seen: 0, used: 0, setAside: 0 },
      questions: 0,
      remarks: [],
      moreRemarks: 0,
      initiatives: [
        {
          name: "Insats",
          sheet: "Blad1",
          budget: { lines, total, forecast: null, marked: 0 },
          unitCost: null,
          money: null,
        },
      ],
    };
  });
}

describe("400 associations, 20 years", () => {
  const folder = mkdtempSync(join(tmpdir(), "samkalkyl-tidy-"));
  const [parquet, csv] = [join(folder, "rader.parquet"), join(folder, "rader.csv")];
  const files = generated();
  const expected = new Map(
    files.map(({ file, initiatives: [only] }) => {
      const sum = (of: (line: LineFigures) => string): string =>
        only!.budget!.lines.reduce((all, line) => all.plus(of(line)), new Decimal(0)).toFixed(4);
      return [file, [sum(({ outcome }) => outcome), sum(({ budget }) => budget)]];
    }),
  );

  beforeAll(async () => {
    writeFileSync(parquet, await tidyParquet(tidyRowsOf(files)));
    writeFileSync(csv, tidyCsv(tidyRowsOf(files)));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("Parquet: each association's sums are exact, dates are dates and amounts decimals", async () => {
    const found = await asked(
      `SELECT file, SUM(outcome) AS outcome, SUM(budget) AS budget, MIN(period_from) AS first, MAX(period_to) AS last, COUNT(*) AS rows, ANY_VALUE(typeof(outcome)) AS type FROM '${parquet}' WHERE record = 'line' GROUP BY file`,
    );
    expect(new Map(found.map(({ file, outcome, budget }) => [file, [outcome, budget]]))).toEqual(expected);
    expect(new Set(found.map(({ first, last, rows, type }) => [first, last, rows, type].join(" ")))).toEqual(
      new Set([`2006-01-01 2025-12-31 ${YEARS * LINES} DECIMAL(18,4)`]),
    );
  });

  test("CSV: the same", async () => {
    const found = await asked(
      `SELECT file, SUM(outcome) AS outcome, SUM(budget) AS budget FROM read_csv('${csv}', types={'outcome':'DECIMAL(18,4)','budget':'DECIMAL(18,4)'}) GROUP BY file`,
    );
    expect(new Map(found.map(({ file, outcome, budget }) => [file, [outcome, budget]]))).toEqual(expected);
  });

  test("no rows: a file with the columns", async () => {
    const none = join(folder, "inga.parquet");
    writeFileSync(none, await tidyParquet([]));
    const found = await asked(`SELECT COUNT(*) AS rows, SUM(outcome) AS sum FROM '${none}'`);
    expect(found).toEqual([{ rows: "0", sum: null }]);
  });
});
