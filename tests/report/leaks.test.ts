// tests/report/leaks.test.ts: what the board's tabs hide is not given by anything that they show together: every number on a page, in cells, sentences and
// the description of its chart, is tried against every other.
import fc from "fast-check";
import { analyse } from "../../src/actions/analyse";
import { tabsOf } from "../../src/actions/tabs";
import { HORIZONS } from "../../src/domain/return/agencyReturn";
import type { SheetModel } from "../../src/report/sheetModel";
import { textsOf } from "../../src/text/languages";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { workbookOf } from "../actions/written";
import { shown } from "./shownTabs";

const SEED = 20261201;

type Row = readonly (string | number | null)[];
type Grids = Readonly<Record<string, readonly Row[]>>;

async function tabs(grids: Grids, language: "sv" | "en" = "sv"): Promise<readonly SheetModel[]> {
  const analysis = analyse([await openXlsx(await workbookOf(grids), "underlag.xlsx").read()], {
    unit: null,
    sign: null,
  });
  expect(analysis.refused).toBe(false);
  return tabsOf(analysis, { texts: textsOf(language), today: "2026-12-01", drawnUpBy: null });
}

const tab = (sheets: readonly SheetModel[], role: string): SheetModel => sheets.find((sheet) => sheet.role === role)!;

/** Every number that a reader sees: of cells, and of words, with spaces between groups and a comma or a point. */
function numbersOn(sheet: SheetModel): number[] {
  const texts = [...sheet.charts.map(({ description }) => description)];
  const numbers: number[] = [];
  for (const cell of sheet.rows.flat()) {
    const content = cell?.content;
    if (content == null) continue;
    const isNumber = content.kind === "number" || (content.kind === "formula" && content.type === "number");
    if (isNumber) numbers.push(Number(shown(cell)));
    else texts.push(shown(cell));
  }
  for (const text of texts) {
    for (const [found] of text.matchAll(/[−-]?\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|[−-]?\d+(?:[.,]\d+)?/gu))
      numbers.push(
        Number(
          found
            .replace(/[\u00a0\u202f ]/gu, "")
            .replace("−", "-")
            .replace(",", "."),
        ),
      );
  }
  return [...new Set(numbers)].filter((number) => Number.isFinite(number) && number !== 0);
}

/** Whether one number, or two of them added, subtracted, multiplied or divided, give the secret to within half a krona. */
function isGiven(secret: number, numbers: readonly number[]): string | null {
  const near = (value: number): boolean => Math.abs(Math.abs(value) - Math.abs(secret)) < 0.5;
  for (const a of numbers) {
    if (near(a)) return String(a);
    for (const b of numbers) {
      if (near(a + b)) return `${a} + ${b}`;
      if (near(a * b)) return `${a} · ${b}`;
      if (near(a / b)) return `${a} / ${b}`;
    }
  }
  return null;
}

/** The parts of a column's total in every choice of them. */
function subsets(numbers: readonly number[]): number[] {
  return numbers.reduce<number[]>((sums, number) => [...sums, ...sums.map((sum) => sum + number)], [0]);
}

const participants = (
  people: readonly (readonly [before: string, amount: number, after: string, cost: number])[],
): Row[] => [
  [
    "Deltagare",
    "Födelseår",
    "Sista månad med tidigare stöd",
    "Försörjning före",
    "Belopp före (kr/mån)",
    "Försörjning efter",
    "Belopp efter (kr/mån)",
  ],
  ...people.map(([before, amount, after, cost], at): Row => [
    `ID-${at + 1}x`,
    1970 + (at % 25),
    "2023-06",
    before,
    amount,
    after,
    cost,
  ]),
];
const paid: readonly Row[] = [
  ["Part", "År", "Kontant (kr)"],
  ["Försäkringskassan", 2023, 510_000],
  ["Arbetsförmedlingen", 2023, 130_000],
  ["Kommunen", 2023, 370_000],
  ["Regionen", 2023, 290_000],
];

const person = fc.tuple(
  fc.constantFrom("Försörjningsstöd", "Försörjningsstöd", "Försörjningsstöd", "Sjukpenning", "Sjukersättning"),
  fc.integer({ min: 7_013, max: 14_983 }),
  fc.constantFrom("Arbete", "Arbete", "Sjukersättning", "Försörjningsstöd"),
  fc.integer({ min: 6_011, max: 6_977 }),
);

test("no party's money back that Styrelsen parter hides follows from what it shows", async () => {
  let hiddenSeen = 0;
  let movedSeen = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 5, maxLength: 14 }), async (people) => {
      const sheets = await tabs({
        Satsat: paid,
        Personer: participants(people.map(([b, kr, after, cost]) => [b, kr, after, after === "Arbete" ? 0 : cost])),
      });
      const board = tab(sheets, "styrelseparter");
      const rows = board.rows.map((row) => row.map(shown));
      const whole = tab(sheets, "parter").rows.map((row) => row.map(shown));
      const numbers = numbersOn(board);
      const names = ["Försäkringskassan", "Arbetsförmedlingen", "Kommunen", "Regionen", "Parterna"];
      const rowsOf = (name: string): readonly string[] | undefined => rows.find(([first]) => first === name);
      const hidden = names.filter((name) => rowsOf(name)?.[2] === "x");
      hiddenSeen += hidden.length;
      // Per horizon one block of Parter: the fifth column is what comes back, gross.
      const blocks = whole.filter(([first]) => names.includes(first ?? ""));
      for (const name of hidden) {
        const backs = blocks.filter(([first, , , , back]) => first === name && back !== undefined && back !== "");
        for (const [, , , , back] of backs) {
          const secret = Number(back);
          if (Math.abs(secret) < 1000) continue;
          expect({ name, secret, given: isGiven(secret, numbers) }).toEqual({ name, secret, given: null });
        }
      }
      const moved = /([\d\u00a0]+) kr till pensionen är flyttat/u.exec(whole.flat().join("|"))?.[1] ?? "0";
      if (rows.find(([first]) => first?.startsWith("Flyttat mellan"))?.[2] === "x") {
        const secret = Number(moved.replace(/\u00a0/gu, ""));
        movedSeen += 1;
        if (secret > 1000) expect(isGiven(secret, numbers)).toBeNull();
      }
      for (const column of [2, 3]) {
        const total = Number(rowsOf("Parterna")?.[column]);
        if (Number.isNaN(total)) continue;
        const open = names.slice(0, -1).flatMap((name) => {
          const value = Number(rowsOf(name)?.[column]);
          return Number.isNaN(value) ? [] : [value];
        });
        for (const name of hidden) {
          const horizon = column === 2 ? 0 : HORIZONS.indexOf("5");
          const secret = Number(blocks.filter(([first]) => first === name)[horizon + 1]?.[4] ?? 0);
          if (Math.abs(secret) < 1000) continue;
          for (const sum of subsets(open)) expect(Math.abs(total - sum - secret)).toBeGreaterThan(0.5);
        }
      }
    }),
    { seed: SEED, numRuns: 40 },
  );
  expect(hiddenSeen).toBeGreaterThan(10);
  expect(movedSeen).toBeGreaterThan(10);
}, 120_000);

/** One initiative with so many persons; costs 2 064 312 kr, so that 3 persons cost 688 104 kr each. */
const costs = (facts: readonly Row[]): Grids => ({
  Ekonomi: [
    ["Insatsens namn", "Vägen"],
    ["Insatstid från", "2024-01"],
    ["Insatstid till", "2024-12"],
    ...facts,
    [],
    ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"],
    ["Personal", 2024, -1_964_312, -2_258_000],
    ["Lokaler", 2024, -100_000, -200_000],
  ],
});

test.each([
  [
    "participants",
    [
      ["Antal deltagare", 3],
      ["Planerat antal deltagare", 40],
    ],
    [3, 688_104, 37],
  ],
  [
    "closed of participants",
    [
      ["Antal deltagare", 31],
      ["Antal avslutade", 28],
    ],
    [28, 2_064_312 / 28],
  ],
  [
    "to work of closed",
    [
      ["Antal deltagare", 40],
      ["Antal avslutade", 30],
      ["Antal till arbete eller studier", 2],
    ],
    [1_032_156],
  ],
] as const)(
  "a small volume gives neither itself nor its cost per person on Avvikelse and Styrelsen avvikelse: %s",
  async (_, facts, secrets) => {
    const sheets = await tabs(costs(facts.map((row) => [...row])));
    const deviation = sheets.find(({ role }) => role === "avvikelse")!;
    for (const sheet of [deviation, tab(sheets, "styrelseavvikelse")]) {
      const numbers = numbersOn(sheet);
      for (const secret of secrets.filter((each) => each > 1000))
        expect(numbers.filter((n) => Math.abs(Math.abs(n) - secret) < 0.5)).toEqual([]);
      // The volume itself: in no cell that counts persons.
      const rows = sheet.rows
        .map((row) => row.map(shown))
        .filter(([first]) => /antal|deltagare|avslutade/iu.test(first ?? ""));
      for (const secret of secrets) expect(rows.flatMap((row) => row.slice(1, 5)).map(Number)).not.toContain(secret);
    }
    expect(deviation.rows.flat().map(shown)).toContain(
      "x = dolt. Grupper med 1–4 personer visas inte, och inte heller tal som de kan räknas ut av.",
    );
  },
);

test("Slutrapport: a share with a small group behind it is hidden whatever way it is written", async () => {
  const grids: Grids = {
    ...costs([["Antal avslutade", 11]]),
    Mål: [
      ["Mål", "Målvärde", "Utfall", "Bas"],
      ["Till arbete", 6, 3, 11],
      ["Andel till arbete", "50 %", "27,27 %", 11],
    ],
    Påståenden: [
      ["Påstående", "Uppgivet", "Underlag"],
      ["Andel till studier", "18 %", "2/11"],
      ["3 av 11 deltagare fick arbete", "27 %", "3/11"],
      ["Andel som blev kvar i stöd", "73 %", "8/11"],
      ["Deltagare i arbete", 3, "3"],
    ],
  };
  const sheets = await tabs(grids);
  const report = tab(sheets, "slutrapport");
  const rows = report.rows
    .map((row) => row.map(shown))
    .filter(([first]) => /arbete|studier|kvar i stöd/u.test(first ?? ""));
  expect(rows.length).toBeGreaterThanOrEqual(6);
  const formulas = report.rows
    .flat()
    .flatMap((cell) => (cell?.content?.kind === "formula" ? [cell.content.formula] : []));
  expect(formulas.filter((formula) => /(?<![\d.A-Z$])(?:2|3|8|11)(?![\d.])\/|\/(?:3|11)(?!\d)/u.test(formula))).toEqual(
    [],
  );
  const said = rows
    .flat()
    .filter((text) => !text.startsWith("samkalkyl|"))
    .join(" | ");
  expect(said).not.toMatch(/0?[.,](?:27|18|1818|2727)|27,27|(?<![\d/])3(?![\d])|2\/11|3\/11|0,181818/u);
});
