/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
// tests/pane/app.test.tsx: the pane in Excel from reading to the written tabs, over a workbook that stands in for the open one.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TextDecoder, TextEncoder } from "node:util";
import { render } from "preact";
import { act } from "preact/test-utils";
import { writeTabs } from "../../src/actions/tabs";
import { App } from "../../src/pane/app";
import type { ExcelWay } from "../../src/pane/way";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { HostError } from "../../src/workbook/workbook";

// Browsers have these; jsdom does not.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const bytes = new Uint8Array(readFileSync(join(__dirname, "..", "cases", "husamradet.xlsx")));

/** The file adapter in the place of Excel's: the pane cannot tell, and must not. */
function excelOver(refusal: Error | null = null): ExcelWay & { readonly shown: string[] } {
  const shown: string[] = [];
  return {
    kind: "excel",
    shown,
    async readWorkbook() {
      const target = openXlsx(bytes, "Bok1.xlsx");
      return {
        name: "Bok1.xlsx",
        workbook: await target.read(),
        async deliver(analysis, options) {
          if (refusal !== null) throw refusal;
          const sheets = await writeTabs(analysis, target, options);
          return { kind: "tabs", names: sheets.map(({ name }) => name) };
        },
      };
    },
    showTab(name) {
      shown.push(name);
      return Promise.resolve();
    },
  };
}

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement("div");
  document.body.replaceChildren(root);
});

afterEach(() =>
  act(() => {
    render(null, root);
  }),
);

const text = (): string => root.textContent.replaceAll("\u00a0", " ");

/** Clicks, and waits until `done` can be read on the page. */
async function click(label: string, done: string): Promise<void> {
  const target = [...root.querySelectorAll("fluent-button")].find(({ textContent }) => textContent.trim() === label);
  if (target === undefined) throw new Error(`no button ${label}`);
  await act(() => {
    target.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  });
  const ready = (): boolean => text().includes(done) && root.querySelector("[aria-busy=true]") === null;
  for (let turn = 0; turn < 500 && !ready(); turn += 1) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
  }
  expect(ready() ? done : text()).toBe(done);
}

async function start(way: ExcelWay): Promise<void> {
  await act(() => {
    render(<App way={way} startLanguage="sv" />, root);
  });
}

test("reads, shows, writes and offers the written tabs", async () => {
  const way = excelOver();
  await start(way);
  await click("Läs arbetsboken", "Per kostnadsslag");
  expect(text()).toContain("+1 257 tkr");
  await click("Skriv flikarna", "Klart. Flikarna");
  await click("Visa Avvikelse", "Visa Avvikelse");
  expect(way.shown).toEqual(["Avvikelse"]);
});

test("what Excel refuses while writing is said, and the result stays", async () => {
  await start(excelOver(new HostError("sheet-protected", "Avvikelse")));
  await click("Läs arbetsboken", "Per kostnadsslag");
  await click("Skriv flikarna", "Ett blad är skyddat");
  expect(text()).toContain("+1 257 tkr");
  expect(root.querySelector(".done")).toBeNull();
});

test("a bug of ours is called one, with what a report needs", async () => {
  await start(excelOver(new TypeError("cannot read properties of undefined")));
  await click("Läs arbetsboken", "Per kostnadsslag");
  await click("Skriv flikarna", "Ett fel i Samkalkyl");
  expect(root.querySelector(".trace")?.textContent).toContain("TypeError: cannot read properties");
});

test("English is English all through", async () => {
  await start(excelOver());
  await click("Läs arbetsboken", "Per kostnadsslag");
  await click("English", "Per cost line");
  expect(text()).toContain("+1,257 tkr");
  expect(text()).not.toMatch(/Utfall ack|Kostnadsslag|Överskott/);
  expect(document.documentElement.lang).toBe("en");
});
