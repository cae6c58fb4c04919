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
  const converted = await convert(xlsx, "xlsx", trust === "nothing" ? alwaysRecalculate : neverRecalculate);
  const { sheets } = await readXlsx(converted);
  return new Map(sheets.map((sheet) => [sheet.name, sheet.rows as readonly (readonly unknown[])[]]));
}

/** The workbook as LibreOffice opens and saves it. */
export async function resaved(xlsx: Uint8Array): Promise<Uint8Array> {
  return convert(xlsx, "xlsx", neverRecalculate);
}

/** The workbook as it prints. */
export async function printed(xlsx: Uint8Array): Promise<Uint8Array> {
  return convert(xlsx, "pdf", alwaysRecalculate);
}

async function convert(xlsx: Uint8Array, format: "xlsx" | "pdf", settings: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "samkalkyl-"));
  try {
    const profile = join(folder, "profile");
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user", "registrymodifications.xcu"), settings);
    const source = join(folder, "book.xlsx");
    writeFileSync(source, xlsx);
    const out = join(folder, "out");
    await run(
      "soffice",
      [
        `-env:UserInstallation=file://${profile}`,
        "--headless",
        "--norestore",
        "--convert-to",
        format,
        "--outdir",
        out,
        source,
      ],
      { timeout: 180_000, env: { ...process.env, LC_ALL: "C.UTF-8" } },
    );
    return readFileSync(join(out, `book.${format}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
