/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
// tests/pane/working.test.tsx: long work shows how far it has come and can be given up; then everything is as before.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { excelMode } from "../../src/pane/modes/excelMode";
import type { ExcelMode } from "../../src/pane/modes/hostMode";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import type { ExcelHost } from "../host/excelHost";
import { hostFromGrids, type SheetSource } from "../host/hostFromGrids";
import { openPane, type Pane } from "./paneInExcel";
import { type Patience, patienceByHand } from "./patienceByHand";

let pane: Pane | null = null;
let patience: Patience;

beforeEach(() => {
  patience = patienceByHand();
});

afterEach(async () => {
  await pane?.close();
  pane = null;
  patience.end();
});

async function husamradet(): Promise<ExcelHost> {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "..", "cases", "husamradet.xlsx")));
  return hostFromGrids((await openXlsx(bytes, "husamradet.xlsx").read()).grids);
}

/** Rows of a ledger, every amount −1 kr. */
function ledger(rows: number): SheetSource {
  const header = ["Kostnadsslag", "År", "Utfall", "Budget", "Verifikat"];
  const body = Array.from({ length: rows }, (_, row) => [`Konto ${row % 20}`, 2020 + (row % 4), -1, -1, `v${row}`]);
  return { sheet: "Huvudbok", values: [header, ...body] };
}

const cancelled = "Avbrutet. Inget är ändrat.";
const bar = (of: Pane): Element | null => of.root.querySelector("[role=progressbar]");

interface Held {
  readonly mode: ExcelMode;
  /** Lets it go on, and waits until Excel has done or refused what was asked. */
  readonly letGo: () => Promise<void>;
}

/** The Excel way with reading or writing that waits until it is let go. */
function held(what: "read" | "write"): Held {
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  let ended = (): void => undefined;
  const over = new Promise<void>((resolve) => (ended = resolve));
  const behindGate = async <T,>(act: () => Promise<T>): Promise<T> => {
    await gate;
    return act().finally(ended);
  };
  const mode: ExcelMode = {
    ...excelMode,
    async readWorkbook(work) {
      if (what === "read") return behindGate(() => excelMode.readWorkbook(work));
      const source = await excelMode.readWorkbook(work);
      return {
        ...source,
        deliver: (analysis, options, delivering) => behindGate(() => source.deliver(analysis, options, delivering)),
      };
    },
  };
  const letGo = async (): Promise<void> => {
    open();
    await over;
    await pane?.turns();
  };
  return { mode, letGo };
}

test("work that is over at once shows no progress and no way to give it up", async () => {
  pane = await openPane(await husamradet());
  const seen: string[] = [];
  const observer = new MutationObserver(() => seen.push(...(pane?.buttons() ?? [])));
  observer.observe(pane.root, { childList: true, subtree: true });
  await pane.click("Läs arbetsboken");
  await pane.says("Per kostnadsslag");
  observer.disconnect();
  expect(seen).toContain("Läs om");
  expect(seen).not.toContain("Avbryt");
  // Nor does it come afterwards.
  expect(patience.lasts()).toBe(false);
});

test("Excel does not answer: after a while that is said, and giving up does not wait for it", async () => {
  const { mode, letGo } = held("read");
  pane = await openPane(await husamradet(), mode);
  await pane.click("Läs arbetsboken");
  await pane.turns();
  expect(pane.buttons()).not.toContain("Avbryt");
  await patience.ends();
  expect(pane.buttons()).toContain("Avbryt");
  expect(pane.text()).toContain("Läser bladen");
  expect(bar(pane)?.hasAttribute("aria-valuenow")).toBe(false);
  await pane.click("Avbryt");
  await pane.says(cancelled);
  expect(pane.buttons()).toContain("Läs arbetsboken");
  // What comes too late is not heard.
  await letGo();
  expect(pane.text()).not.toContain("Per kostnadsslag");
  await pane.click("Läs arbetsboken");
  await pane.says("Per kostnadsslag");
  expect(pane.text()).not.toContain(cancelled);
});

test("a workbook read in many round trips says how far it has come; given up, nothing more is asked for", async () => {
  const host = hostFromGrids([ledger(60_000)]);
  pane = await openPane(host);
  await pane.click("Läs arbetsboken");
  await patience.ends();
  await pane.until(() => bar(pane!)?.hasAttribute("aria-valuenow") === true);
  // 60 001 rows × 5 columns in round trips of 50 000 cells.
  expect(bar(pane)?.getAttribute("aria-valuemax")).toBe("7");
  await pane.click("Avbryt");
  await pane.says(cancelled);
  const asked = host.syncs;
  await pane.turns();
  // To listen no more is asked for once.
  expect(host.syncs).toBeLessThanOrEqual(asked + 1);
});

test("the page answers while a long ledger is computed, and the computing can be given up", async () => {
  const host = hostFromGrids([ledger(30_000)]);
  pane = await openPane(host);
  await pane.click("Läs arbetsboken");
  await patience.ends();
  await pane.until(() => /Räknar|Bygger/.test(pane!.text()) || pane!.text().includes("Per kostnadsslag"));
  expect(pane.text()).toMatch(/Räknar|Bygger/);
  await pane.click("Avbryt");
  await pane.says(cancelled);
  expect(pane.buttons()).toContain("Läs arbetsboken");
});

test("an update that is given up leaves the figures that were there", async () => {
  const slow = held("read");
  let calls = 0;
  const mode: ExcelMode = {
    ...excelMode,
    readWorkbook: (work) => (++calls === 1 ? excelMode.readWorkbook(work) : slow.mode.readWorkbook(work)),
  };
  pane = await openPane(await husamradet(), mode);
  await pane.click("Läs arbetsboken");
  await pane.says("+1 257 tkr");
  await pane.click("Läs om");
  await patience.ends();
  await pane.click("Avbryt");
  await pane.says(cancelled);
  await slow.letGo();
  expect(pane.text()).toContain("+1 257 tkr");
});

test("writing can be given up before anything is written: the workbook is as it was", async () => {
  const { mode, letGo } = held("write");
  const host = await husamradet();
  pane = await openPane(host, mode);
  await pane.click("Läs arbetsboken");
  await pane.says("Per kostnadsslag");
  const before = host.workbook.sheets.map(({ name }) => name);
  await pane.click("Skriv flikarna");
  await patience.ends();
  await pane.click("Avbryt");
  await pane.says(cancelled);
  await letGo();
  expect(host.workbook.sheets.map(({ name }) => name)).toEqual(before);
  expect(host.workbook.names).toEqual([]);
  await pane.click("Skriv flikarna");
  await pane.says("Klart. Flikarna");
});

test("once the first request that changes something is on its way, there is nothing to give up and that is said", async () => {
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const mode: ExcelMode = {
    ...excelMode,
    async readWorkbook(work) {
      const source = await excelMode.readWorkbook(work);
      return {
        ...source,
        async deliver(analysis, options, delivering) {
          const delivery = await source.deliver(analysis, options, delivering);
          await gate;
          return delivery;
        },
      };
    },
  };
  pane = await openPane(await husamradet(), mode);
  await pane.click("Läs arbetsboken");
  await pane.says("Per kostnadsslag");
  await pane.click("Skriv flikarna");
  await patience.ends();
  await pane.until(() => pane?.text().includes("Det går inte att avbryta nu") === true);
  expect(pane.buttons()).not.toContain("Avbryt");
  letGo();
  await pane.says("Klart. Flikarna");
});

test("given up, what was just filled in at the top of the tabs is as it was", async () => {
  let gate: Promise<void> = Promise.resolve();
  const mode: ExcelMode = {
    ...excelMode,
    async readWorkbook(work) {
      const source = await excelMode.readWorkbook(work);
      return {
        ...source,
        async settleNames(proposed) {
          await gate;
          return source.settleNames(proposed);
        },
      };
    },
  };
  pane = await openPane(await husamradet(), mode);
  await pane.click("Läs arbetsboken");
  await pane.says("Skriv flikarna");
  const field = (): HTMLInputElement => pane!.root.querySelector<HTMLInputElement>(".head-fields input")!;
  const fill = async (text: string): Promise<void> => {
    field().value = text;
    field().dispatchEvent(new Event("input", { bubbles: true }));
    field().dispatchEvent(new Event("change", { bubbles: true }));
    await pane!.pause(0);
  };
  await fill("Eva Ek");
  await pane.says("Uppgiftslämnare: Eva Ek");
  gate = new Promise(() => undefined);
  await fill("Bo Berg");
  await patience.ends();
  expect(field().value).toBe("Bo Berg");
  await pane.click("Avbryt");
  await pane.says(cancelled);
  expect(field().value).toBe("Eva Ek");
});

test("read again, what was chosen for the calculation holds", async () => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "..", "cases", "resan.xlsx")));
  pane = await openPane(hostFromGrids((await openXlsx(bytes, "resan.xlsx").read()).grids));
  await pane.click("Läs arbetsboken");
  await pane.says("Skriv flikarna");
  const scenario = (): HTMLSelectElement =>
    [...pane!.root.querySelectorAll("select")].find(({ options }) =>
      [...options].some(({ textContent }) => textContent === "Försiktig"),
    )!;
  const cautious = [...scenario().options].find(({ textContent }) => textContent === "Försiktig")!.value;
  expect(scenario().value).not.toBe(cautious);
  scenario().value = cautious;
  scenario().dispatchEvent(new Event("change", { bubbles: true }));
  await pane.pause(0);
  await pane.says("Skriv flikarna");
  await pane.click("Läs om");
  await pane.pause(0);
  await pane.says("Skriv flikarna");
  expect(scenario().value).toBe(cautious);
});
