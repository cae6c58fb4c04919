/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
// tests/pane/badStates.test.tsx: what can be wrong with the open workbook or with Excel: a clear message, and nothing lost.
// The pane over the real Office.js client.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { render } from "preact";
import { act } from "preact/test-utils";
import { App } from "../../src/pane/app";
import type { ExcelMode } from "../../src/pane/modes/hostMode";
import { browserMode } from "../../src/pane/modes/browserMode";
import { chosenMode, OFFICE_PATIENCE } from "../../src/pane/modes/chosenMode";
import { excelMode } from "../../src/pane/modes/excelMode";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { officeCdn } from "../host/browser/officeCdn";
import type { ExcelHost } from "../host/excelHost";
import { hostFromGrids, type SheetSource } from "../host/hostFromGrids";
import { connectClient } from "../host/loadClient";
import { openPane, type Pane } from "./paneInExcel";

let husamradet: readonly SheetSource[];
let pane: Pane | null = null;

beforeAll(async () => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "..", "cases", "husamradet.xlsx")));
  husamradet = (await openXlsx(bytes, "husamradet.xlsx").read()).grids;
});

afterEach(async () => {
  await pane?.close();
  pane = null;
});

async function read(host: ExcelHost, mode: ExcelMode = excelMode): Promise<Pane> {
  pane = await openPane(host, mode);
  await pane.click("Läs arbetsboken");
  return pane;
}

/** All that stands in the cells, by sheet. */
function contents(host: ExcelHost): Record<string, unknown[]> {
  return Object.fromEntries(
    host.workbook.sheets.map((sheet) => {
      const cells: unknown[] = [];
      sheet.cells.forEachStored({ top: 0, left: 0, bottom: 999, right: 99 }, ({ value, formula }, row, column) =>
        cells.push([row, column, formula ?? value]),
      );
      return [sheet.name, cells];
    }),
  );
}

test("no workbook to be had: Excel's refusal in words, and the way in is still there", async () => {
  const host = hostFromGrids(husamradet);
  host.refuse("WorksheetCollection.Items", "GeneralException");
  host.refuse("Workbook.Worksheets", "GeneralException");
  const open = await read(host);
  await open.says("Kontrollera att en arbetsbok är öppen");
  expect(open.buttons()).toContain("Läs arbetsboken");
  host.allow("Workbook.Worksheets");
  host.allow("WorksheetCollection.Items");
  await open.click("Läs arbetsboken");
  await open.says("Per kostnadsslag");
});

test.each([
  ["one empty sheet", [{ sheet: "Blad1", values: [] }]],
  ["a sheet with a note", [{ sheet: "Blad1", values: [["Att göra"]] }]],
])("an empty workbook (%s): said, with what is needed; nothing is written", async (_what, sheets) => {
  const host = hostFromGrids(sheets);
  const before = contents(host);
  const open = await read(host);
  await open.says("Arbetsboken kan inte följas upp som den är");
  expect(open.buttons()).not.toContain("Skriv flikarna");
  expect(open.buttons()).toContain("Läs om");
  expect(contents(host)).toEqual(before);
});

test("all sheets hidden: they are read, and it is said that they are hidden", async () => {
  const host = hostFromGrids(husamradet.map((sheet) => ({ ...sheet, hidden: true })));
  const open = await read(host);
  await open.says("Per kostnadsslag");
  expect(open.text()).toContain("+1 257 tkr");
  expect(open.text()).toMatch(/dol[dt]/);
});

test("a protected structure: why, what to do, and nothing is changed; the figures stay", async () => {
  const host = hostFromGrids(husamradet);
  host.workbook.structureProtected = true;
  const before = contents(host);
  const open = await read(host);
  await open.says("Per kostnadsslag");
  await open.click("Skriv flikarna");
  await open.says("Arbetsbokens struktur är skyddad");
  expect(contents(host)).toEqual(before);
  expect(open.text()).toContain("+1 257 tkr");
  host.workbook.structureProtected = false;
  await open.click("Skriv flikarna");
  await open.says("Klart. Flikarna");
});

test("a sheet named like ours that is not ours: it is never touched, ours gets another name", async () => {
  const own = { sheet: "Avvikelse", values: [["Egna anteckningar", 17]] };
  const host = hostFromGrids([...husamradet, own]);
  const open = await read(host);
  await open.says("Per kostnadsslag");
  await open.click("Skriv flikarna");
  await open.says("Klart. Flikarna");
  expect(contents(host).Avvikelse).toEqual([
    [0, 0, "Egna anteckningar"],
    [0, 1, 17],
  ]);
  expect(host.workbook.sheets.map(({ name }) => name)).toContain("Avvikelse 2");
  expect(open.buttons()).toContain("Visa Avvikelse 2");
});

test("200 sheets: a handful of round trips, as for one", async () => {
  const many = Array.from({ length: 200 }, (_, at) => ({
    sheet: `Blad ${at + 1}`,
    values: Array.from({ length: 20 }, (__, row) => [`Rad ${row}`, row, row * 2]),
  }));
  const host = hostFromGrids([...many, ...husamradet]);
  pane = await openPane(host);
  const before = host.syncs;
  await pane.click("Läs arbetsboken");
  await pane.says("Per kostnadsslag");
  // Whether it is known, listening, three to read, one for the tabs' names, one to follow what is chosen; what comes beside them when the
  // page is slow is a few more, never one per sheet. Reading alone is counted exactly in tests/workbook/excel/readSheets.test.ts.
  expect(host.syncs - before).toBeLessThanOrEqual(10);
  expect(pane.text()).toContain("+1 257 tkr");
});

test("the pane is closed during a write: opened again it reads by itself, and the next run makes the tabs whole", async () => {
  const host = hostFromGrids(husamradet);
  const open = await read(host);
  await open.says("Per kostnadsslag");
  await open.click("Skriv flikarna");
  // The page is gone as soon as the tabs begin to be there.
  await open.until(() => host.workbook.sheets.length > husamradet.length);
  await open.close();
  pane = await openPane(host);
  await pane.says("Per kostnadsslag");
  expect(pane.buttons()).not.toContain("Läs arbetsboken");
  await pane.click("Skriv flikarna");
  await pane.says("Klart. Flikarna");
  const names = host.workbook.sheets.map(({ name }) => name);
  expect(names.filter((name) => name.startsWith("Avvikelse"))).toEqual(["Avvikelse"]);
});

test("closed between two requests of a long write: said when it is opened again, until the tabs are whole", async () => {
  const rows = Array.from({ length: 20_000 }, (_, row) => [`Konto ${row % 20}`, 2020 + (row % 4), -1, -1, `v${row}`]);
  const host = hostFromGrids([
    { sheet: "Huvudbok", values: [["Kostnadsslag", "År", "Utfall", "Budget", "Verifikat"], ...rows] },
  ]);
  const open = await read(host);
  await open.says("Per kostnadsslag");
  await open.click("Skriv flikarna");
  await open.until(() => host.workbook.sheets.length > 1);
  // Nothing that comes after the pane was closed reaches Excel.
  connectClient(hostFromGrids([]));
  await open.close();
  pane = await openPane(host);
  await pane.says("Den förra skrivningen blev inte klar");
  await pane.click("Skriv flikarna");
  await pane.says("Klart. Flikarna");
  expect(pane.text()).not.toContain("Den förra skrivningen blev inte klar");
  expect(host.workbook.names.filter(({ name }) => name.includes("skrivs"))).toEqual([]);
  await pane.close();
  pane = await openPane(host);
  await pane.says("Per kostnadsslag");
  expect(pane.text()).not.toContain("Den förra skrivningen blev inte klar");
});

test("a part of the pane cannot be fetched: said, and the same button tries again", async () => {
  let online = false;
  const offline = Object.assign(new Error("Loading chunk engine failed."), { name: "ChunkLoadError" });
  const mode: ExcelMode = {
    ...excelMode,
    readWorkbook: (work) => (online ? excelMode.readWorkbook(work) : Promise.reject(offline)),
  };
  const open = await read(hostFromGrids(husamradet), mode);
  await open.says("kunde inte hämtas");
  expect(open.text()).not.toContain("Ett fel i Samkalkyl");
  await open.click("Försök igen");
  await open.says("kunde inte hämtas");
  online = true;
  await open.click("Försök igen");
  await open.says("Per kostnadsslag");
  expect(open.text()).not.toContain("kunde inte hämtas");
});

describe("which way the page works", () => {
  const before = (globalThis as { Office?: unknown }).Office;
  afterEach(() => {
    Object.assign(globalThis, { Office: before });
    document.head.replaceChildren();
  });

  /** Excel as far as the page asks before it begins. */
  function officeIn(host: string | null, apiSet: number): void {
    const isSetSupported = (set: string, version: string): boolean =>
      set === "ExcelApi" && Number(version.split(".")[1]) <= apiSet;
    Object.assign(globalThis, {
      Office: {
        HostType: { Excel: "Excel" },
        onReady: () => Promise.resolve({ host }),
        context: { requirements: { isSetSupported } },
      },
    });
  }

  test.each`
    what                          | host       | apiSet | kind         | without
    ${"Excel 2021"}               | ${"Excel"} | ${9}   | ${"excel"}   | ${null}
    ${"a later Excel"}            | ${"Excel"} | ${17}  | ${"excel"}   | ${null}
    ${"Excel 2019"}               | ${"Excel"} | ${8}   | ${"browser"} | ${"excel-too-old"}
    ${"Excel 2016"}               | ${"Excel"} | ${1}   | ${"browser"} | ${"excel-too-old"}
    ${"a browser, without Excel"} | ${null}    | ${0}   | ${"browser"} | ${null}
  `("$what: $kind", async (asked: { host: string | null; apiSet: number; kind: string; without: string | null }) => {
    officeIn(asked.host, asked.apiSet);
    const { mode, without } = await chosenMode();
    expect([mode.kind, without]).toEqual([asked.kind, asked.without]);
  });

  test("Office.onReady that never answers (office-js#6148): after a while it is said, and files work", async () => {
    officeIn("Excel", 17);
    Object.assign(Office, { onReady: () => new Promise(() => undefined) });
    jest.useFakeTimers();
    try {
      const chosen = chosenMode();
      await jest.advanceTimersByTimeAsync(OFFICE_PATIENCE);
      expect(await chosen).toEqual({ mode: browserMode, without: "office-silent" });
    } finally {
      jest.useRealTimers();
    }
  });

  test("Microsoft's script is asked for and did not come: said; where it was never asked for, nothing is", async () => {
    Reflect.deleteProperty(globalThis, "Office");
    expect((await chosenMode()).without).toBeNull();
    const script = document.createElement("script");
    script.setAttribute("src", `${officeCdn}office.js`);
    script.type = "text/plain";
    document.head.append(script);
    expect(await chosenMode()).toEqual({ mode: browserMode, without: "office-not-loaded" });
  });
});

test.each`
  without                | language | heading                                       | way
  ${"excel-too-old"}     | ${"sv"}  | ${"Den här versionen av Excel är för gammal"} | ${"Välj fil …"}
  ${"excel-too-old"}     | ${"en"}  | ${"This version of Excel is too old"}         | ${"Choose file …"}
  ${"office-not-loaded"} | ${"sv"}  | ${"Kontakten med Excel saknas"}               | ${"Välj fil …"}
`(
  "$without in $language is said before anything is begun, with the way that is left",
  async (asked: { without: "excel-too-old"; language: "sv" | "en"; heading: string; way: string }) => {
    connectClient(hostFromGrids(husamradet));
    const root = document.createElement("div");
    await act(() => {
      render(<App mode={browserMode} without={asked.without} startLanguage={asked.language} />, root);
    });
    expect(root.textContent).toContain(asked.heading);
    expect(root.textContent).toContain(asked.way);
    await act(() => {
      render(null, root);
    });
  },
);
