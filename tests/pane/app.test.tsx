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
import type { ExcelMode } from "../../src/pane/modes/hostMode";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { HostError } from "../../src/workbook/workbook";
import { untilDrawn } from "./drawn";

// Browsers have these; jsdom does not.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, "..", "cases", name)));

/** The file adapter in the place of Excel's: the pane cannot tell, and must not. */
function excelOver(refusal: Error | null = null, file = "husamradet.xlsx"): ExcelMode & { readonly shown: string[] } {
  const shown: string[] = [];
  return {
    kind: "excel",
    shown,
    async readWorkbook() {
      const target = openXlsx(bytesOf(file), "Bok1.xlsx");
      return {
        name: "Bok1.xlsx",
        workbook: await target.read(),
        settleNames: (proposed) => target.settleNames(proposed),
        keepChoices: (text) => target.keepChoices(text),
        async deliver(analysis, options) {
          if (refusal !== null) throw refusal;
          const sheets = await writeTabs(analysis, target, options);
          return { kind: "tabs", notes: [], names: sheets.map(({ name }) => name) };
        },
      };
    },
    isKnown: () => Promise.resolve(false),
    watch: () => Promise.resolve(() => Promise.resolve()),
    watchSelection: () => Promise.resolve(() => Promise.resolve()),
    showTab(name) {
      shown.push(name);
      return Promise.resolve();
    },
    goTo(sheet, address) {
      shown.push(`${sheet}!${address ?? ""}`);
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
  await untilDrawn(ready, text);
}

async function start(mode: ExcelMode): Promise<void> {
  await act(() => {
    render(<App mode={mode} startLanguage="sv" />, root);
  });
}

test("reads, shows, writes and offers the written tabs", async () => {
  const mode = excelOver();
  await start(mode);
  await click("Läs arbetsboken", "Per kostnadsslag");
  expect(text()).toContain("+1 257 tkr");
  await click("Skriv flikarna", "Klart. Flikarna");
  await click("Visa Avvikelse", "Visa Avvikelse");
  expect(mode.shown).toEqual(["Avvikelse"]);
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

test("a workbook without a budget table is followed up all the way", async () => {
  const mode = excelOver(null, "resan.xlsx");
  await start(mode);
  await click("Läs arbetsboken", "Per part inom fem år");
  expect(text()).not.toContain("Per kostnadsslag");
  // Figures of resan-expected.json.
  for (const figure of ["11,98", "1,07", "månad 57", "19 122 840 kr", "83,98 %"]) expect(text()).toContain(figure);
  await click("Skriv flikarna", "Klart. Flikarna");
  // The workbook has a sheet of its own called Parter, so ours is called something else, in the preview as well.
  expect([...root.querySelectorAll("fluent-tab")].map(({ textContent }) => textContent)).toContain("Parter 2");
  await click("Visa Parter 2", "Visa Parter 2");
  expect(mode.shown).toEqual(["Parter 2"]);
});

test("another scenario recomputes, and what was chosen stays chosen", async () => {
  await start(excelOver(null, "resan.xlsx"));
  await click("Läs arbetsboken", "Per part inom fem år");
  const scenario = [...root.querySelectorAll("select")].find(({ value }) => value === "som-rapporten");
  if (scenario === undefined) throw new Error("no choice of scenario");
  await act(() => {
    scenario.value = "bas";
    scenario.dispatchEvent(new Event("change", { bubbles: true }));
  });
  // 440 100 kr a year · (1/1.03 + … + 1/1.03⁵) = 2 015 529; paid in the year before, in the kronor of 2024: 2 064 312 · 415.15/403.70.
  await untilDrawn(() => text().includes("2 015 529") && root.querySelector("[aria-busy=true]") === null, text);
  await click("English", "Per party within five years");
  expect(text()).toContain("2,015,529");
  expect(text()).not.toMatch(/Satsat|Tillbaka|Beviljat|Minskat/);
});
