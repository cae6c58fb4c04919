// src/domain/rollUp/doubledFiles.ts: files that hold what another file holds already, as a written follow-up beside its source does.
import type { FileSummary } from "./fileSummary";

/**
 * The files in their order, each that has the same budget tables, line by line, and the same money back, as one before it marked as its double, without figures of its own.
 * A table of a single figure is no likeness: two initiatives may well have the same grant.
 */
export function withoutDoubledFiles(files: readonly FileSummary[]): readonly FileSummary[] {
  const first = new Map<string, string>();
  const marked = files.map((summary): FileSummary => {
    const key = contentOf(summary);
    if (key === null) return summary;
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, summary.file);
      return summary;
    }
    return { ...summary, state: "doubled", doubles: known, initiatives: [] };
  });
  // A copy of a double is told as one of the file that is counted.
  const counted = new Map(marked.map(({ file, doubles }) => [file, doubles ?? file]));
  return marked.map((summary) =>
    summary.doubles === null ? summary : { ...summary, doubles: counted.get(summary.doubles) ?? summary.doubles },
  );
}

/** Null: nothing to know it by. */
function contentOf({ initiatives }: FileSummary): string | null {
  const lines = initiatives.flatMap(({ budget }) => budget?.lines ?? []);
  const told = new Set(lines.flatMap(({ outcome, budget }) => [outcome, budget]).filter((amount) => amount !== "0"));
  if (told.size < 2) return null;
  return JSON.stringify([
    lines.map(({ line, from, to, outcome, budget }) => [line, from, to, outcome, budget].join("\t")).sort(),
    initiatives.flatMap(({ money }) => money ?? []),
  ]);
}
