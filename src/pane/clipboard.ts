// src/pane/clipboard.ts: puts a document on the clipboard, with tables where the browser allows it.

/** `rich`: as HTML and as text; `plain`: as text alone; `refused`: the reader has to copy by hand. */
export type Copied = "rich" | "plain" | "refused";

/** Must be called straight from a click: browsers ask for one. Never throws; a frame or an old browser may refuse both ways. */
export async function copyDocument({ html, text }: { readonly html: string; readonly text: string }): Promise<Copied> {
  try {
    const as = (content: string, type: string): Blob => new Blob([content], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ "text/html": as(html, "text/html"), "text/plain": as(text, "text/plain") }),
    ]);
    return "rich";
  } catch {
    // No reason worth showing: refused, or not known to this browser. The text alone may still be allowed.
  }
  try {
    await navigator.clipboard.writeText(text);
    return "plain";
  } catch {
    return "refused";
  }
}
