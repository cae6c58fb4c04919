// tests/recalculate/libreOffice.ts: LibreOffice as an outside check: recalculates a workbook from its formulas, or prints it.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { readXlsx } from "hucre/xlsx";

const run = promisify(execFile);

/** Without this setting LibreOffice shows the cached values and a recalculation check proves nothing. */
const alwaysRecalculate = settingsWith(0);
const neverRecalculate = settingsWith(1);

function settingsWith(recalculationMode: 0 | 1): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${recalculationMode}</value></prop></item>
</oor:items>`;
}

/** Cell values by sheet name, row and column (zero-based), as LibreOffice computes them. */
export type Recalculated = ReadonlyMap<string, readonly (readonly unknown[])[]>;

/** Recalculates every formula, trusting no cached value unless asked to, which shows that a check of this kind can fail. */
export async function recalculate(
  xlsx: Uint8Array,
  trust: "nothing" | "trust cached values" = "nothing",
): Promise<Recalculated> {
  const converted = await convert(xlsx, trust === "nothing" ? recalculating : trusting);
  const { sheets } = await readXlsx(converted);
  return new Map(sheets.map((sheet) => [sheet.name, sheet.rows as readonly (readonly unknown[])[]]));
}

/** The workbook as LibreOffice opens and saves it. */
export async function resaved(xlsx: Uint8Array): Promise<Uint8Array> {
  return convert(xlsx, trusting);
}

/** The workbook as it prints. */
export async function printed(xlsx: Uint8Array): Promise<Uint8Array> {
  return convert(xlsx, printing);
}

interface Asked {
  readonly xlsx: Uint8Array;
  readonly done: (converted: Uint8Array) => void;
  readonly failed: (reason: unknown) => void;
}

/** One way to convert, with what waits for the next start of LibreOffice. */
interface Conversion {
  readonly format: "xlsx" | "pdf";
  readonly settings: string;
  waiting: Asked[];
}

const recalculating: Conversion = { format: "xlsx", settings: alwaysRecalculate, waiting: [] };
const trusting: Conversion = { format: "xlsx", settings: neverRecalculate, waiting: [] };
const printing: Conversion = { format: "pdf", settings: alwaysRecalculate, waiting: [] };
const conversions = [recalculating, trusting, printing];
let running = false;

/** Starting takes LibreOffice longer than converting: what tests that run beside each other ask for is converted by one start. */
function convert(xlsx: Uint8Array, conversion: Conversion): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    conversion.waiting.push({ xlsx, done, failed });
    setTimeout(() => void convertWaiting(), gathering);
  });
}

/** Milliseconds in which more may be asked for. */
const gathering = 50;

async function convertWaiting(): Promise<void> {
  if (running) return;
  running = true;
  for (const conversion of conversions) {
    const asked = conversion.waiting;
    conversion.waiting = [];
    if (asked.length > 0) await converted(asked, conversion);
  }
  running = false;
  if (conversions.some(({ waiting }) => waiting.length > 0)) await convertWaiting();
}

async function converted(asked: readonly Asked[], { format, settings }: Conversion): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "samkalkyl-"));
  try {
    const sources = asked.map(({ xlsx }, index) => {
      const source = join(folder, `book${index}.xlsx`);
      writeFileSync(source, xlsx);
      return source;
    });
    await convertFiles(sources, folder, format, settings);
    asked.forEach(({ done }, index) => {
      done(readFileSync(join(folder, "out", `book${index}.${format}`)));
    });
  } catch (reason) {
    // Those that are done already do not hear of it.
    for (const { failed } of asked) failed(reason);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** With a profile of its own, so that runs beside each other do not meet. */
async function convertFiles(
  sources: readonly string[],
  folder: string,
  format: string,
  settings: string,
): Promise<void> {
  const profile = join(folder, "profile");
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(join(profile, "user", "registrymodifications.xcu"), settings);
  const where = [`-env:UserInstallation=file://${profile}`, "--headless", "--norestore"];
  await run("soffice", [...where, "--convert-to", format, "--outdir", join(folder, "out"), ...sources], {
    timeout: 240_000,
    // A machine without a home for its user has none for LibreOffice either.
    env: { HOME: folder, ...process.env, LC_ALL: "C.UTF-8" },
  });
}
