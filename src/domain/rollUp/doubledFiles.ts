// src/domain/rollUp/doubledFiles.ts: files that hold what another file holds already, as a written follow-up beside its source does.
import type { FileSummary } from "./fileSummary";

/**
 * The files in their order, each that has the same budget tables, line by line, as one before it marked as its double, without figures of its own.
 * A table of a single figure is no likeness: two initiatives may well have the same grant.
 */
export function withoutDoubledFiles(files: readonly FileSummary[]): readonly FileSummary[] {
  const first = new Map<string, string>();
  return files.map((summary) => {
    const key = contentOf(summary);
    if (key === null) return summary;
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, summary.file);
      return summary;
    }
    return { ...summary, state: "doubled", doubles: known, initiatives: [] };
  });
}

/** Null: nothing to know it by. */
function contentOf({ initiatives }: FileSummary): string | null {
  const lines = initiatives.flatMap(({ budget }) => budget?.lines ?? []);
  const told = new Set(lines.flatMap(({ outcome, budget }) => [outcome, budget]).filter((amount) => amount !== "0"));
  if (told.size < 2) return null;
  return JSON.stringify(
    lines.map(({ line, from, to, outcome, budget }) => [line, from, to, outcome, budget].join("\t")).sort(),
  );
}
