// src/pane/steps/finalReport/clipboard.ts: puts a document on the clipboard, with tables where the browser allows it.

/** `rich`: as HTML and as text; `plain`: as text alone; `refused`: the reader has to copy by hand. */
export type Copied = "rich" | "plain" | "refused";

interface Content {
  readonly html: string;
  readonly text: string;
}

/** Must be called straight from a click: browsers ask for one. Never throws; a frame or an old browser may refuse every way. */
export async function copyDocument(content: Content): Promise<Copied> {
  if (copiedByEvent(content)) return "rich";
  try {
    const as = (text: string, type: string): Blob => new Blob([text], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ "text/html": as(content.html, "text/html"), "text/plain": as(content.text, "text/plain") }),
    ]);
    return "rich";
  } catch {
    // No reason worth showing: refused, or not known to this browser. The text alone may still be allowed.
  }
  try {
    await navigator.clipboard.writeText(content.text);
    return "plain";
  } catch {
    return "refused";
  }
}

/**
 * The browser's own copy command, answered with the document. Tried first: it needs no permission, so that it also works in the frame
 * that Excel on the web puts the pane in, and it takes the HTML as it is, where the newer way has the inline styles that Word needs
 * checked against the page's own policy.
 */
function copiedByEvent({ html, text }: Content): boolean {
  let taken = false;
  const answer = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return;
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    taken = true;
  };
  document.addEventListener("copy", answer);
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- every browser has it, and nothing else does what it does
    return document.execCommand("copy") && taken;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", answer);
  }
}
