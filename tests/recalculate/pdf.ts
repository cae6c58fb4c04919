// tests/recalculate/pdf.ts: a printed workbook's pages: their size and their text, through poppler.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface Page {
  readonly text: string;
  readonly landscape: boolean;
  readonly a4: boolean;
}

export async function pagesOf(pdf: Uint8Array): Promise<readonly Page[]> {
  const folder = mkdtempSync(join(tmpdir(), "samkalkyl-pdf-"));
  try {
    const file = join(folder, "book.pdf");
    writeFileSync(file, pdf);
    const { stdout: info } = await run("pdfinfo", ["-f", "1", "-l", "999", file]);
    const { stdout: text } = await run("pdftotext", ["-layout", file, "-"]);
    const texts = text.split("\f");
    return [...info.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/g)].map(([, width, height], at) => {
      const [long, short] = [Math.max(+width!, +height!), Math.min(+width!, +height!)];
      return {
        text: texts[at] ?? "",
        landscape: +width! > +height!,
        a4: Math.abs(long - 841.9) < 2 && Math.abs(short - 595.3) < 2,
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
