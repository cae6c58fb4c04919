// tests/bench/commandLine.ts: the whole command line on a ledger of 100 000 rows, against LibreOffice converting the same file.
// Run with `npm run bench -- commandLine`; it is built when it is older than its sources. Peak memory is read from /proc, so this one needs Linux.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../e2e/builtPage";
import { ledgerWorkbook } from "./xlsx";

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

const commandLine = join(__dirname, "..", "..", "build", "cli", "samkalkyl.js");

/** Prints time and peak memory of each; returns whether every row was accounted for. There is no limit to keep. */
export async function reportCommandLineBench(rows: number): Promise<boolean> {
  ensureBuilt("cli");
  const folder = mkdtempSync(join(tmpdir(), "samkalkyl-bench-"));
  try {
    const book = join(folder, "ledger.xlsx");
    writeFileSync(book, ledgerWorkbook(rows));
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const convert = ["--headless", profile, "--convert-to", "csv", "--outdir", folder, book];
    // The first start of LibreOffice makes its profile; only the second is counted.
    execFileSync("soffice", ["--headless", profile, "--terminate_after_init"], { stdio: "ignore" });
    const libreOffice = await measured(folder, "soffice", convert);
    const json = await measured(
      folder,
      process.execPath,
      [commandLine, "analyse", book, "--json"],
      join(folder, "out.json"),
    );
    const written = await measured(folder, process.execPath, [
      commandLine,
      "analyse",
      book,
      "--out",
      join(folder, "out.xlsx"),
    ]);
    const counted = (JSON.parse(readFileSync(join(folder, "out.json"), "utf8")) as { rows: Record<string, number> })
      .rows;
    console.log(`The command line on ${rows} ledger rows × 10 columns, against LibreOffice converting the file to CSV`);
    for (const [name, run] of [
      ["LibreOffice to CSV", libreOffice],
      ["samkalkyl --json", json],
      ["samkalkyl --out", written],
    ] as const) {
      const times = (run.seconds / libreOffice.seconds).toFixed(2);
      console.log(
        `${name.padStart(20)}: ${run.seconds.toFixed(1)} s (${times} ×), peak ${run.megabytes.toFixed(0)} MB`,
      );
    }
    return counted.seen === rows && counted.seen === counted.used! + counted.setAside!;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measured(folder: string, command: string, words: readonly string[], output?: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, [...words], { stdio: ["ignore", "pipe", "ignore"] });
    const chunks: Buffer[] = [];
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, memoryOf(folder));
    }, 100);
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", () => {
      clearInterval(watch);
      if (output !== undefined) writeFileSync(output, Buffer.concat(chunks));
      resolve({ seconds: (performance.now() - start) / 1000, megabytes: peak / 1024 });
    });
  });
}

/** Resident kilobytes of every process that was started on the folder's files: LibreOffice's command only starts the one that works. */
function memoryOf(folder: string): number {
  let kilobytes = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder)) continue;
      kilobytes += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
    } catch {
      // The process ended between two looks.
    }
  }
  return kilobytes;
}
