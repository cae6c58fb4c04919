// src/cli/columns.ts: rows of text in columns, for a terminal.

/** Columns padded to equal width: the first and the last to the left, numbers to the right; a rule under the heading and over the total. */
export function aligned(rows: readonly (readonly string[])[], headings: 0 | 1): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => wide(row[column] ?? ""))));
  const texts = rows.map((row) =>
    row
      .map((text, column) => {
        const gap = " ".repeat((widths[column] ?? 0) - wide(text));
        const isText = column === 0 || (headings === 1 && column === row.length - 1);
        return isText ? text + gap : gap + text;
      })
      .join("  ")
      .trimEnd(),
  );
  if (headings === 0) return texts;
  const rule = "─".repeat(widths.reduce((all, width) => all + width + 2, -2));
  return [...texts.slice(0, 1), rule, ...texts.slice(1, -1), rule, ...texts.slice(-1)];
}

/** Columns a text takes in a terminal: combining marks take none. */
function wide(text: string): number {
  return Array.from(text.normalize("NFC")).length;
}
