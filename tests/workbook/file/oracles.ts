// tests/workbook/file/oracles.ts: asks the oracles about workbooks held in memory.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface ValidationError {
  readonly description: string;
  readonly path: { readonly partUri: string; readonly xpath: string };
}

function ask(command: string, workbooks: readonly Uint8Array[]): unknown {
  const folder = mkdtempSync(join(tmpdir(), "workbook-"));
  try {
    const files = workbooks.map((bytes, i) => {
      const file = join(folder, `${i}.xlsx`);
      writeFileSync(file, bytes);
      return file;
    });
    const answer = execFileSync(process.execPath, [join(__dirname, "oracle.mjs"), command, ...files], {
      maxBuffer: 1 << 26,
    });
    return JSON.parse(answer.toString("utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The Open XML SDK's errors in each workbook, as `part: description`. */
export function validationErrors(...workbooks: readonly Uint8Array[]): string[][] {
  const answers = ask("validate", workbooks) as ValidationError[][];
  return answers.map((errors) =>
    errors.map((error) => `${error.path.partUri}: ${error.description} (${error.path.xpath})`),
  );
}

/** The same for Word files. */
export function wordValidationErrors(...files: readonly Uint8Array[]): string[][] {
  const answers = ask("validate-docx", files) as ValidationError[][];
  return answers.map((errors) =>
    errors.map((error) => `${error.path.partUri}: ${error.description} (${error.path.xpath})`),
  );
}

export interface SecondReading {
  readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly unknown[])[] }[];
}

/** The workbook as hucre reads it. */
export function secondReading(workbook: Uint8Array): SecondReading {
  return ask("read", [workbook]) as SecondReading;
}
