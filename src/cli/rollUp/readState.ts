// src/cli/rollUp/readState.ts: what a roll-up has read, kept for the next run: a line of JSON per file, added as each is done.
import { createHash } from "node:crypto";
import { appendFileSync, readFileSync, rmSync } from "node:fs";
import type { FileSummary } from "../../domain/rollUp/fileSummary";
import type { RollUpOptions } from "./rollUpWorker";

/** A summary, and as the JSON that it is kept as, which the thread that made it has written. */
export interface StoredSummary {
  readonly summary: FileSummary;
  readonly stored: string;
}

/**
 * Summaries by the content that they are of, the program that made them and the options. A run that is stopped has kept what it had done; a line that is
 * cut or was made by another version is not used.
 */
export class ReadState {
  private readonly known = new Map<string, FileSummary>();
  /** The file has a line that is of no use. */
  private cut = false;

  constructor(
    private readonly path: string,
    private readonly salt: string,
  ) {
    for (const line of textOf(path)
      .split("\n")
      .filter((each) => each !== "")) {
      const kept = parsed(line);
      if (kept !== null) this.known.set(kept.key, kept.summary);
      else this.cut = true;
    }
  }

  /** What a file's content is known by. */
  keyOf(content: Uint8Array): string {
    return createHash("sha256").update(this.salt).update(content).digest("hex");
  }

  /** Null: not read before. */
  summary(key: string): FileSummary | null {
    return this.known.get(key) ?? null;
  }

  /** Never throws: where nothing can be kept, the next run reads the file again, and the overview says why it cannot be written. */
  keep(key: string, { summary, stored }: StoredSummary): void {
    this.known.set(key, summary);
    try {
      appendFileSync(this.path, `{"key":"${key}","summary":${stored}}\n`);
    } catch {
      // It is only a help.
    }
  }

  /** Leaves the file with no more than this run's summaries. Never throws: it is only a help. */
  tidy(keys: ReadonlySet<string>): void {
    if (!this.cut && [...this.known.keys()].every((key) => keys.has(key))) return;
    try {
      rmSync(this.path, { force: true });
      for (const [key, summary] of this.known)
        if (keys.has(key)) appendFileSync(this.path, `${JSON.stringify({ key, summary })}\n`);
    } catch {
      // The next run reads more files again, no more than that.
    }
  }
}

/** The program and the options: another version may read a file in another way. `today` bears by its month. */
export function saltOf(program: Uint8Array, options: RollUpOptions): string {
  const own = { ...options, today: options.today.slice(0, 7) };
  return createHash("sha256").update(program).update(JSON.stringify(own)).digest("hex");
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function parsed(line: string): { readonly key: string; readonly summary: FileSummary } | null {
  try {
    const found = JSON.parse(line) as { readonly key?: unknown; readonly summary?: FileSummary };
    return typeof found.key === "string" && Array.isArray(found.summary?.initiatives)
      ? { key: found.key, summary: found.summary }
      : null;
  } catch {
    return null;
  }
}
