// src/pane/run/saving.ts: saves bytes that are in memory as a file; no server is asked.

/** A link to the bytes, clicked at once. */
export function save({ name, blob }: { readonly name: string; readonly blob: Blob }): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Safari begins to read after the click has been handled.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
