// tests/bench/rollUp.ts: a folder on two threads against one, and the roll-up query against two plain sums, each in one run. `npm run bench -- rollUp`.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { ensureBuilt } from "../e2e/builtPage";
import { ledgerWorkbook } from "./xlsx";

/** Two threads must be so many times faster than one. */
const LEAST_GAIN = 1.6;
/** The query may take so many times as long as the sums over the same file. */
const MOST_OF_SUMS = 2;
const ROWS_PER_FILE = 400;
const TIMES = 5;
const commandLine = join(__dirname, "..", "..", "build", "cli", "samkalkyl.js");

export async function reportRollUpBench(files: number, rows: number): Promise<boolean> {
  ensureBuilt("cli");
  const folder = mkdtempSync(join(tmpdir(), "samkalkyl-bench-"));
  try {
    return [gainOfTwo(folder, files), await queryAgainstSums(folder, rows)].every(Boolean);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function gainOfTwo(folder: string, files: number): boolean {
  const source = join(folder, "in");
  mkdirSync(source);
  for (let file = 0; file < files; file++)
    writeFileSync(join(source, `insats ${file}.xlsx`), ledgerWorkbook(ROWS_PER_FILE + file));
  const seconds = (jobs: number): number => {
    const start = performance.now();
    const out = join(folder, `${jobs}.xlsx`);
    execFileSync(process.execPath, [commandLine, "rollup", source, "--out", out, "--jobs", String(jobs)], {
      stdio: "ignore",
    });
    return (performance.now() - start) / 1000;
  };
  const [one, two] = [seconds(1), seconds(2)];
  console.log(
    `A folder of ${files} workbooks: ${one.toFixed(1)} s on one thread, ${two.toFixed(1)} s on two: ${(one / two).toFixed(2)} × (at least ${LEAST_GAIN})`,
  );
  return one / two >= LEAST_GAIN;
}

async function queryAgainstSums(folder: string, rows: number): Promise<boolean> {
  const file = join(folder, "rows.parquet");
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run("SET threads = 2");
  const amount = (seed: number): string => `(-((hash(n + ${seed}) % 100000000)::BIGINT) / 100)::DECIMAL(18,4)`;
  // 400 associations with 20 initiatives each, 50 lines over 25 years.
  await connection.run(
    `COPY (SELECT 'association ' || (n // (${rows} // 400)) || '.xlsx' AS file, 'Initiative ' || ((n // (${rows} // 8000)) % 20) AS initiative,
       'line' AS record, 'Line ' || (n % 50) AS line, ${amount(0)} AS outcome, ${amount(7)} AS budget FROM range(${rows}) t(n)) TO '${file}' (FORMAT parquet)`,
  );
  const median = async (query: string): Promise<number> => {
    const times: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      const start = performance.now();
      await connection.runAndReadAll(query);
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)]!;
  };
  const sums = await median(`SELECT SUM(outcome), SUM(budget) FROM '${file}'`);
  const query = await median(
    `SELECT file, initiative, SUM(outcome), SUM(budget), SUM(outcome) - SUM(budget) FROM '${file}' WHERE record = 'line' GROUP BY ALL`,
  );
  connection.closeSync();
  console.log(
    `The roll-up query over ${rows} rows (${(statSync(file).size / 1e6).toFixed(0)} MB): ${(query / sums).toFixed(2)} × two plain sums (at most ${MOST_OF_SUMS})`,
  );
  return query / sums <= MOST_OF_SUMS;
}
