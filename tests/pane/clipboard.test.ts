/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
// tests/pane/clipboard.test.ts: each way to copy, and what is left when a browser refuses one.
import { copyDocument } from "../../src/pane/steps/finalReport/clipboard";

const content = { html: "<table><tr><td>2&nbsp;458&nbsp;000</td></tr></table>", text: "2 458 000" };
let written: Record<string, string>;

/** The browser's copy command: fires the event as browsers do, with a clipboard to fill, or refuses. */
function command(allowed: boolean): () => boolean {
  return () => {
    if (!allowed) return false;
    const event = new Event("copy", { cancelable: true });
    const clipboardData = { setData: (type: string, text: string) => (written[type] = text) };
    document.dispatchEvent(Object.assign(event, { clipboardData }));
    return event.defaultPrevented;
  };
}

function browserThat(can: { command: boolean; write: boolean; text: boolean }): void {
  written = {};
  const refused = (): Promise<void> => Promise.reject(new Error("NotAllowedError"));
  Object.assign(globalThis, {
    ClipboardItem: class {
      constructor(readonly items: Record<string, Blob>) {}
    },
  });
  const clipboard = {
    write: ([item]: { items: Record<string, Blob> }[]) => {
      if (!can.write) return refused();
      for (const type of Object.keys(item?.items ?? {})) written[type] = "blob";
      return Promise.resolve();
    },
    writeText: (text: string) => {
      if (!can.text) return refused();
      written["text/plain"] = text;
      return Promise.resolve();
    },
  };
  Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
  Object.assign(document, { execCommand: command(can.command) });
}

test.each`
  allowed               | can                                              | came         | holds
  ${"the copy command"} | ${{ command: true, write: false, text: false }}  | ${"rich"}    | ${{ "text/html": content.html, "text/plain": content.text }}
  ${"HTML"}             | ${{ command: false, write: true, text: true }}   | ${"rich"}    | ${{ "text/html": "blob", "text/plain": "blob" }}
  ${"text alone"}       | ${{ command: false, write: false, text: true }}  | ${"plain"}   | ${{ "text/plain": content.text }}
  ${"nothing"}          | ${{ command: false, write: false, text: false }} | ${"refused"} | ${{}}
`("where a browser allows $allowed it becomes $came", async ({ can, came, holds }) => {
  browserThat(can);
  expect(await copyDocument(content)).toBe(came);
  expect(written).toEqual(holds);
});

test("afterwards copying is the reader's own again", async () => {
  browserThat({ command: true, write: false, text: false });
  await copyDocument(content);
  written = {};
  document.dispatchEvent(Object.assign(new Event("copy"), { clipboardData: { setData: () => (written.again = "x") } }));
  expect(written).toEqual({});
});

test("a browser that knows no clipboard at all is not a fault of ours", async () => {
  browserThat({ command: false, write: false, text: false });
  Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
  expect(await copyDocument(content)).toBe("refused");
});
