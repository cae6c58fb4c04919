/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
// tests/pane/explain.test.tsx: pointing at a figure, in the preview and in Excel, shows where it comes from.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TextDecoder, TextEncoder } from "node:util";
import { render, type ComponentChild } from "preact";
import { act } from "preact/test-utils";
import { analyse } from "../../src/actions/analyse";
import { tabsOf } from "../../src/actions/tabs";
import { ExplainChosen } from "../../src/pane/steps/preview/explainChosen";
import { Preview } from "../../src/pane/steps/preview/preview";
import { PlacesContext } from "../../src/pane/parts/placeLink";
import type { ExcelMode } from "../../src/pane/modes/hostMode";
import { type Words, WordsContext } from "../../src/pane/parts/words";
import type { SheetModel } from "../../src/report/sheetModel";
import { textsOf } from "../../src/text/languages";
import { paneTextsOf } from "../../src/text/pane";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { untilDrawn } from "./drawn";

// Browsers have these; jsdom does not.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const words: Words = { texts: textsOf("sv"), pane: paneTextsOf("sv"), language: "sv" };
let tabs: readonly SheetModel[];
let root: HTMLElement;

beforeAll(async () => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "..", "cases", "husamradet.xlsx")));
  const workbook = await openXlsx(bytes, "husamradet.xlsx").read();
  const analysis = analyse([workbook], { unit: null, sign: null });
  tabs = tabsOf(analysis, { texts: textsOf("sv"), today: "2026-11-22", drawnUpBy: null });
});

beforeEach(() => {
  root = document.createElement("div");
  document.body.replaceChildren(root);
});

afterEach(() =>
  act(() => {
    render(null, root);
  }),
);

async function show(page: ComponentChild): Promise<void> {
  await act(() => {
    render(<WordsContext.Provider value={words}>{page}</WordsContext.Provider>, root);
  });
}

/** Waits until the explanation says this; fails with what it says instead. */
async function explained(text: string): Promise<void> {
  const said = (): string => root.querySelector(".explain")?.textContent.replaceAll("\u00a0", " ") ?? "no explanation";
  await untilDrawn(() => said().includes(text), said);
}

async function press(cell: Element, key: string): Promise<void> {
  await act(() => {
    cell.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
}

/** The cell of the preview that shows this. */
function cellSaying(text: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>("td[data-row]")].find(
    (cell) => cell.textContent.replaceAll("\u00a0", " ") === text,
  );
  if (found === undefined) throw new Error(`no cell ${text}`);
  return found;
}

describe("in the preview", () => {
  beforeEach(() => show(<Preview tabs={tabs} explains />));

  test("it says what to do until a cell is pointed at", async () => {
    await explained("Markera en cell i förhandsvisningen");
  });

  test("a click explains the figure, with the cells that its rows were read from", async () => {
    await act(() => {
      cellSaying("2 635").click();
    });
    await explained("Utfall ack. (B8) − Budget ack. (C8)");
    await explained("5 rader i Underlag");
    await explained("läst ur Ekonomi!E6:F6");
    expect(cellSaying("2 635").getAttribute("aria-selected")).toBe("true");
  });

  test("the arrow keys lead from figure to figure, and one cell only is in the tab order", async () => {
    const figure = cellSaying("2 635");
    await press(figure, "Enter");
    await explained("Avvikelse!D8");
    await press(figure, "ArrowRight");
    await explained("Avvikelse!E8");
    await press(cellSaying("43,0 %"), "ArrowLeft");
    await explained("Avvikelse!D8");
    await press(figure, "ArrowDown");
    await explained("Avvikelse!D9");
    expect(root.querySelectorAll('td[tabindex="0"]')).toHaveLength(1);
    expect(cellSaying("200").tabIndex).toBe(0);
  });

  test("other keys are left to the page", async () => {
    const key = new KeyboardEvent("keydown", { key: "Tab", bubbles: true, cancelable: true });
    await act(() => {
      cellSaying("2 635").dispatchEvent(key);
    });
    expect(key.defaultPrevented).toBe(false);
  });
});

describe("in Excel", () => {
  /** Tells what the user chooses, as Excel's events do. */
  function excel(): {
    mode: ExcelMode;
    choose: (sheet: string, address: string) => Promise<void>;
    stopped: () => number;
  } {
    let told: Parameters<ExcelMode["watchSelection"]>[0] | null = null;
    let stops = 0;
    const mode: Pick<ExcelMode, "kind" | "watchSelection"> = {
      kind: "excel",
      watchSelection(onSelect) {
        told = onSelect;
        return Promise.resolve(() => {
          stops += 1;
          return Promise.resolve();
        });
      },
    };
    return {
      mode: mode as ExcelMode,
      choose: (sheet, address) =>
        act(() => {
          told?.({ sheet, address });
        }),
      stopped: () => stops,
    };
  }

  test("the chosen cell of a tab is explained, and stays so while its source is looked at", async () => {
    const { mode, choose } = excel();
    const went: string[] = [];
    await show(
      <PlacesContext.Provider value={(sheet, address) => went.push(`${sheet}!${address ?? ""}`)}>
        <ExplainChosen tabs={tabs} mode={mode} />
      </PlacesContext.Provider>,
    );
    expect(root.querySelector(".explain")).toBeNull();
    await choose("Ekonomi", "E6");
    expect(root.querySelector(".explain")).toBeNull();
    await choose("Avvikelse", "D8");
    await explained("Utfall ack. (B8) − Budget ack. (C8)");
    const source = [...root.querySelectorAll("button")].find(({ textContent }) => textContent === "Ekonomi!E6:F6");
    await act(() => {
      source?.click();
    });
    expect(went).toEqual(["Ekonomi!E6:F6"]);
    await choose("Ekonomi", "E6");
    await explained("Utfall ack. (B8) − Budget ack. (C8)");
  });

  test("a text and a cell to write in are not explained", async () => {
    const { mode, choose } = excel();
    await show(<ExplainChosen tabs={tabs} mode={mode} />);
    await choose("Avvikelse", "D8");
    await explained("2 635");
    await choose("Avvikelse", "K8");
    expect(root.querySelector(".explain")).toBeNull();
    await choose("Avvikelse", "A1");
    expect(root.querySelector(".explain")).toBeNull();
  });

  test("it can be closed, comes back with the next choice, and stops listening when it goes", async () => {
    const { mode, choose, stopped } = excel();
    await show(<ExplainChosen tabs={tabs} mode={mode} />);
    await choose("Avvikelse", "D8");
    await explained("2 635");
    await act(() => {
      root.querySelector<HTMLButtonElement>('button[aria-label="Stäng förklaringen"]')?.click();
    });
    expect(root.querySelector(".explain")).toBeNull();
    await choose("avvikelse", "D9");
    await explained("Avvikelse!D9");
    await show(null);
    await act(() => Promise.resolve());
    expect(stopped()).toBe(1);
  });
});
