/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
// tests/pane/mapping.test.tsx: a workbook whose headings nobody knows, from the refusal to the result; what was chosen holds the next time.
import { TextDecoder, TextEncoder } from "node:util";
import { render } from "preact";
import { act } from "preact/test-utils";
import { writeTabs } from "../../src/actions/tabs";
import type { CellValue, Grid } from "../../src/intake/grid";
import { App } from "../../src/pane/app";
import { PlaceLink, PlacesContext } from "../../src/pane/parts/placeLink";
import type { ExcelMode } from "../../src/pane/modes/hostMode";
import { newXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { HostError } from "../../src/workbook/workbook";
import { gridOf } from "../intake/gridOf";
import { patienceByHand } from "./patienceByHand";
import { untilDrawn } from "./drawn";

// Browsers have these; jsdom does not.
Object.assign(globalThis, { TextDecoder, TextEncoder });

interface Book extends ExcelMode {
  /** What is kept in the workbook. */
  kept: string | null;
  readonly gone: string[];
  refusal: Error | null;
  /** Until then nothing is kept. */
  gate: Promise<void>;
}

/** An open workbook that holds these sheets; what is chosen stays in it between readings. */
function bookOf(...grids: readonly Grid[]): Book {
  const gone: string[] = [];
  const book: Book = {
    kind: "excel",
    kept: null,
    gone,
    refusal: null,
    gate: Promise.resolve(),
    readWorkbook() {
      const target = newXlsx("Bok1.xlsx");
      return Promise.resolve({
        name: "Bok1.xlsx",
        workbook: { name: "Bok1.xlsx", date1904: false, grids, choices: book.kept },
        settleNames: (proposed) => target.settleNames(proposed),
        async keepChoices(text) {
          await book.gate;
          if (book.refusal !== null) throw book.refusal;
          book.kept = text;
        },
        async deliver(analysis, options) {
          const sheets = await writeTabs(analysis, target, options);
          return { kind: "tabs", notes: [], names: sheets.map(({ name }) => name) };
        },
      });
    },
    isKnown: () => Promise.resolve(false),
    showTab: () => Promise.resolve(),
    goTo(sheet, address) {
      gone.push(address === null ? sheet : `${sheet}!${address}`);
      return Promise.resolve();
    },
    watch: () => Promise.resolve(() => Promise.resolve()),
    watchSelection: () => Promise.resolve(() => Promise.resolve()),
  };
  return book;
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

async function until(done: string): Promise<void> {
  const ready = (): boolean => text().includes(done) && root.querySelector("[aria-busy=true]") === null;
  await untilDrawn(ready, text);
}

function named(selector: string, label: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>(selector)].find(
    (each) => (each.getAttribute("aria-label") ?? each.textContent).trim() === label,
  );
  if (found === undefined) throw new Error(`no ${selector} ${label} in ${text()}`);
  return found;
}

async function press(selector: string, label: string, done: string): Promise<void> {
  await act(() => {
    named(selector, label).dispatchEvent(new MouseEvent("click", { bubbles: true }));
  });
  await until(done);
}

/** jsdom opens no details of its own accord. */
async function unfold(summary: string, at = 0): Promise<void> {
  const all = [...root.querySelectorAll("summary")].filter(({ textContent }) => textContent === summary);
  await act(() => {
    const details = all[at]?.closest("details");
    if (details == null) throw new Error(`nothing to unfold called ${summary}`);
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
  });
}

/** The control that the label with this text belongs to, as a screen reader finds it. */
function labelled(label: string): HTMLInputElement {
  const found = [...root.querySelectorAll("label")].find(({ textContent }) => textContent === label);
  const control = found === undefined ? null : document.getElementById(found.htmlFor);
  if (control === null) throw new Error(`no field ${label} in ${text()}`);
  return control as HTMLInputElement;
}

async function choose(label: string, value: string): Promise<void> {
  const control = labelled(label);
  await act(() => {
    control.value = value;
    control.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

async function put(label: string, value: string, done: string): Promise<void> {
  await choose(label, value);
  await until(done);
}

async function start(mode: ExcelMode): Promise<void> {
  await act(() => {
    render(<App mode={mode} without={null} startLanguage="sv" />, root);
  });
}

const unknown = (...more: readonly CellValue[][]): Grid =>
  gridOf(
    [
      ["Uppföljning av insatsen"],
      [],
      ["Vad", "När", "Gått åt", "Plan"],
      ["Personal", "2024", 100, 120],
      ["Lokaler", "2024", 30, 20],
      ...more,
    ],
    { sheet: "Ekonomi" },
  );

async function mapAll(): Promise<void> {
  // The row of headings is proposed: it is the first with texts over figures.
  expect(labelled("Rubrikrad").value).toBe("3");
  expect(text()).toContain("till exempel 100 · 30");
  await put("Kolumn A: Vad", "line", "saknar en kolumn för budget");
  await put("Kolumn B: När", "period", "saknar en kolumn för budget");
  await put("Kolumn C: Gått åt", "outcome", "saknar en kolumn för budget");
  await put("Kolumn D: Plan", "budget", "Per kostnadsslag");
}

test("unknown headings are pointed out once; the next reading needs no clicks", async () => {
  const book = bookOf(unknown());
  await start(book);
  await press("fluent-button", "Läs arbetsboken", "Känner Samkalkyl inte igen tabellen?");
  await mapAll();
  // 100 + 30 against 120 + 20.
  expect(text()).toContain("+10 kr");
  expect(document.activeElement?.tagName).toBe("H1");
  expect(book.kept).toContain("Gått åt");

  await act(() => {
    render(null, root);
  });
  await start(book);
  await press("fluent-button", "Läs arbetsboken", "Per kostnadsslag");
  expect(text()).toContain("+10 kr");
  expect(text()).toContain("ändrad av dig");
  await press("fluent-button", "Glöm alla mina val och svar", "frågorna ställs på nytt");
  await press("fluent-button", "Ja, glöm allt", "Känner Samkalkyl inte igen tabellen?");
  expect(book.kept).toBe('{"version":1,"tables":[]}');
});

test("every table, set-aside row and problem leads to its place", async () => {
  const book = bookOf(
    gridOf(
      [
        ["Kostnadsslag", "År", "Utfall", "Budget"],
        ["Personal", 2024, 100, 120],
        ["Resor", 2024, "se not", 5],
        ["Summa", 2024, 100, 125],
      ],
      { sheet: "Ekonomi" },
    ),
    gridOf(
      [
        ["Part", "Kontant"],
        ["Region Jämtland", 100],
      ],
      { sheet: "Parter" },
    ),
  );
  await start(book);
  await press("fluent-button", "Läs arbetsboken", "Per kostnadsslag");
  for (const place of ["Ekonomi!A1:D4", "Parter!A1:B2", "Ekonomi!C3", "Ekonomi!A4"])
    await press("button.place-link", `Gå till ${place}`, "Per kostnadsslag");
  await press("button.place-link", "Gå till Blad Ekonomi, cell C3", "Per kostnadsslag");
  expect(book.gone).toEqual(["Ekonomi!A1:D4", "Parter!A1:B2", "Ekonomi!C3", "Ekonomi!A4", "Ekonomi!C3"]);
});

test("a line read as a total is made a line; unit and table can be chosen, and all of it undone", async () => {
  const book = bookOf(
    gridOf(
      [
        ["Kostnadsslag", "År", "Utfall", "Budget"],
        ["Personal", 2024, 100, 120],
        ["Summa lokaler", 2024, 30, 50],
      ],
      { sheet: "Ekonomi" },
    ),
  );
  await start(book);
  // The row's name says a sum and its figures do not: nothing is computed before it is answered, by one click.
  await press("fluent-button", "Läs arbetsboken", "Frågor och svar");
  expect(text()).toContain("+20 kr Överskott");
  await press("fluent-button", "Med Summa lokaler som summa", "Besvarade frågor");
  expect(book.kept).toMatch(/"answers":\[\{"id":"q[0-9a-z]{7}","value":"[a-z0-9-]+","date":"\d{4}-\d{2}-\d{2}"\}\]/u);
  await unfold("Ändra hur tabellen lästes");
  await put("Summa lokaler", "line", "+40 kr");
  await put("Enhet", "tkr", "+40 tkr");
  expect(text()).toContain("valt av dig");
  await press("fluent-button", "Ångra mina val för tabellen", "+20 kr");
  expect(book.kept).toContain('{"version":1,"tables":[],"answers":[');
  await put("Tabellen innehåller", "ignore", "Tabellen används inte. Det är valt av dig.");
  await press("fluent-button", "Ångra mina val för tabellen", "+20 kr");
  await press("fluent-button", "Ta tillbaka svaret", "Med Summa lokaler som summa");
  expect(book.kept).toBe('{"version":1,"tables":[]}');
});

test("answers are forgotten with the choices, once it has been asked; a no keeps them", async () => {
  const book = bookOf(
    gridOf(
      [
        ["Kostnadsslag", "År", "Utfall", "Budget"],
        ["Personal", 2024, 100, 120],
        ["Summa lokaler", 2024, 30, 50],
      ],
      { sheet: "Ekonomi" },
    ),
  );
  await start(book);
  await press("fluent-button", "Läs arbetsboken", "Frågor och svar");
  await press("fluent-button", "Med Summa lokaler som summa", "Ett svar på en fråga är sparat.");
  await unfold("Ändra hur tabellen lästes");
  await put("Enhet", "tkr", "Ett val om hur en tabell läses är sparat. Ett svar på en fråga är sparat.");
  const kept = book.kept;
  await press("fluent-button", "Glöm alla mina val och svar", "frågorna ställs på nytt");
  expect(book.kept).toBe(kept);
  await press("fluent-button", "Nej, behåll", "Glöm alla mina val och svar");
  expect(book.kept).toBe(kept);
  await press("fluent-button", "Glöm alla mina val och svar", "frågorna ställs på nytt");
  await press("fluent-button", "Ja, glöm allt", "Med Summa lokaler som summa");
  expect(book.kept).toBe('{"version":1,"tables":[]}');
  expect(text()).not.toContain("är sparat");
});

test("columns under one heading with å, ä or ö can be chosen one by one", async () => {
  const book = bookOf(
    gridOf(
      [
        ["Vad", "När", "Åtgång", "Åtgång"],
        ["Personal", "2024", 100, 120],
        ["Lokaler", "2024", 30, 20],
      ],
      { sheet: "Ekonomi" },
    ),
  );
  await start(book);
  await press("fluent-button", "Läs arbetsboken", "Känner Samkalkyl inte igen tabellen?");
  expect(text()).toContain("Kolumn C, D: Åtgång");
  await press("fluent-button", "Välj för varje kolumn", "Kolumn D: Åtgång");
  expect(text()).toContain("Kolumn C: Åtgång");
});

test("a row number that is none is said beside the field, and nothing is recomputed", async () => {
  const book = bookOf(unknown());
  await start(book);
  await press("fluent-button", "Läs arbetsboken", "Känner Samkalkyl inte igen tabellen?");
  await put("Rubrikrad", "sju", "Skriv ett radnummer mellan 1 och 5.");
  expect(labelled("Rubrikrad").getAttribute("aria-invalid")).toBe("true");
  await put("Rubrikrad", "4", "Kolumn A: Personal");
  expect(book.kept).toBeNull();
});

test("what cannot be kept is used all the same, and the refusal is said", async () => {
  const book = bookOf(unknown());
  book.refusal = new HostError("cell-edit-mode");
  await start(book);
  await press("fluent-button", "Läs arbetsboken", "Känner Samkalkyl inte igen tabellen?");
  await put("Kolumn D: Plan", "budget", "En cell redigeras just nu.");
  expect(text()).toContain("saknar en kolumn för utfall");
  expect(root.querySelector("[role=alert]")).not.toBeNull();
});

test("the figures do not wait for a choice to be kept, but the page says that it is at work until it is", async () => {
  const book = bookOf(unknown());
  let letGo = (): void => undefined;
  book.gate = new Promise((resolve) => (letGo = resolve));
  await start(book);
  await press("fluent-button", "Läs arbetsboken", "Känner Samkalkyl inte igen tabellen?");
  const patience = patienceByHand();
  await choose("Kolumn D: Plan", "budget");
  const busy = (): boolean => root.querySelector("[aria-busy=true]") !== null;
  for (let turn = 0; turn < 300 && !text().includes("saknar en kolumn för utfall"); turn += 1)
    await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
  expect(text()).toContain("saknar en kolumn för utfall");
  expect([busy(), book.kept]).toEqual([true, null]);
  // There is nothing left to give up: the choice is on its way into the workbook.
  await patience.ends();
  patience.end();
  expect(text()).toContain("Sparar valet i arbetsboken …");
  expect([...root.querySelectorAll("fluent-button")].map(({ textContent }) => textContent)).not.toContain("Avbryt");
  letGo();
  await until("saknar en kolumn för utfall");
  expect(book.kept).toContain('"budget"');
});

test("of a workbook with personal identity numbers nothing is shown", async () => {
  // Skatteverket's own example of a number, SKV 704.
  await start(bookOf(unknown(["Utbetalt till", "640823-3234", 1, 2])));
  await press("fluent-button", "Läs arbetsboken", "Ett personnummer finns i arbetsboken");
  expect(text()).not.toContain("3234");
  expect(text()).not.toContain("Gått åt");
});

test.each<[string, string, string[]]>([
  ["C7", "Ekonomi!C7", ["Ekonomi!C7"]],
  ["E6:F6,H6", "Ekonomi!E6:F6, H6", ["Ekonomi!E6:F6", "Ekonomi!H6"]],
])("each range of %s is led to", async (cell, words, places) => {
  const gone: string[] = [];
  await act(() => {
    render(
      <PlacesContext.Provider value={(sheet, address) => gone.push(`${sheet}!${address ?? ""}`)}>
        <PlaceLink sheet="Ekonomi" cell={cell} />
      </PlacesContext.Provider>,
      root,
    );
  });
  expect(text()).toBe(words);
  for (const button of root.querySelectorAll("button"))
    await act(() => {
      button.click();
    });
  expect(gone).toEqual(places);
});

test("in a browser places are told, not led to", async () => {
  await act(() => {
    render(<PlaceLink sheet="Ekonomi" cell="C7" />, root);
  });
  expect(root.innerHTML).toBe('<span class="place-name">Ekonomi!C7</span>');
});
