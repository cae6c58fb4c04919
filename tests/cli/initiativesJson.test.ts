// tests/cli/initiativesJson.test.ts: several initiatives in one workbook in the JSON: one object each with every field, the whole in the overview.
import { analyse } from "../../src/actions/analyse";
import { jsonOf } from "../../src/cli/json";
import { reportText } from "../../src/cli/terminal";
import { sv } from "../../src/text/sv";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { workbookOf } from "../actions/written";

type Row = readonly (string | number | null)[];

const person = (id: string, initiative: string | null, amount: number): Row => [
  id,
  initiative,
  1980,
  "2023-12",
  "Försörjningsstöd",
  amount,
  "Arbete",
  0,
];
const people: readonly Row[] = [
  [
    "Deltagare",
    "Insats",
    "Födelseår",
    "Sista månad med tidigare stöd",
    "Försörjning före",
    "Belopp före (kr/mån)",
    "Försörjning efter",
    "Belopp efter (kr/mån)",
  ],
  person("1", "A", 10_000),
  person("2", "B", 5_000),
  person("3", "B", 5_000.5),
  person("4", null, 1_000),
];
const paid: readonly Row[] = [
  ["Part", "Insats", "År", "Kontant (kr)"],
  ["Kommunen", "A", 2023, 120_000],
  ["Kommunen", "B", 2023, 60_006],
  ["Försäkringskassan", "B", 2023, 60_000],
];
const budget: readonly Row[] = [
  ["Insats", "Kostnadsslag", "År", "Utfall", "Budget"],
  ["A", "Personal", 2023, 120_000, 130_000],
  ["B", "Personal", 2023, 120_006, 100_000],
];

interface Money {
  readonly contributions: { readonly total: string } | null;
  readonly avoided: { readonly total: string } | null;
  readonly return: {
    readonly horizons: Record<string, { total: { in: string; back: string; ratio: string | null } }>;
  } | null;
  readonly uncertainty: { readonly seed: number } | null;
}
interface Document extends Money {
  readonly budget: unknown;
  readonly initiatives: readonly (Money & { name: string | null; sheet: string | null; budget: unknown })[];
  readonly overview: { readonly moneyBack: readonly Money[] } | null;
}

async function run(sheets: Readonly<Record<string, readonly Row[]>>) {
  const source = await openXlsx(await workbookOf(sheets), "bok.xlsx").read();
  const analysis = analyse([source], { unit: null, sign: null });
  return { analysis, json: JSON.parse(JSON.stringify(jsonOf(analysis, sv))) as Document };
}

const first = ({ return: back }: Money) => back?.horizons["1"]?.total;

test("with a budget table each, every initiative has all fields, and the whole stands in the overview", async () => {
  const { json } = await run({ Ekonomi: budget, Satsat: paid, Personer: people });
  expect([json.contributions, json.avoided, json.return, json.uncertainty]).toEqual([null, null, null, null]);
  expect(json.initiatives.map(({ name, sheet, budget: table }) => [name, sheet, table !== null])).toEqual([
    ["A", "Ekonomi", true],
    ["B", "Ekonomi", true],
    [null, null, false],
  ]);
  // 12 × 10 000 to the municipality, which paid 120 000; 12 × (5 000 + 5 000.50) for 120 006; nobody to set the last one's 12 000 against.
  expect(json.initiatives.map(first)).toEqual([
    { in: "120000", back: "120000", ratio: "1.000000" },
    { in: "120006", back: "120006", ratio: "1.000000" },
    { in: "0", back: "12000", ratio: null },
  ]);
  expect(json.initiatives.map(({ contributions }) => contributions?.total ?? null)).toEqual(["120000", "120006", null]);
  expect(json.initiatives.every(({ avoided }) => avoided !== null)).toBe(true);
  const [whole] = json.overview!.moneyBack;
  expect(first(whole!)).toEqual({ in: "240006", back: "252006", ratio: "1.049999" });
  expect(whole!.contributions?.total).toBe("240006");
});

test("without budget tables the whole stays at the top, and each initiative stands beside it", async () => {
  const { json } = await run({ Satsat: paid, Personer: people });
  expect(first(json)).toEqual({ in: "240006", back: "252006", ratio: "1.049999" });
  expect(json.overview).toBeNull();
  expect(json.initiatives.map(({ name }) => name)).toEqual(["A", "B", null]);
  expect(json.initiatives.map(first)[1]?.ratio).toBe("1.000000");
});

test("rows that name only one initiative are the whole", async () => {
  const { json } = await run({ Satsat: paid.slice(0, 2), Personer: people.slice(0, 2) });
  expect(json.initiatives).toEqual([]);
  expect(first(json)?.ratio).toBe("1.000000");
});

test("the terminal has a row for each, and the whole", async () => {
  const { analysis } = await run({ Satsat: paid, Personer: people });
  const lines = reportText(analysis, sv).split("\n");
  const start = lines.findIndex((line) => line.startsWith("Insats "));
  const cells = lines
    .slice(start + 2, start + 7)
    .filter((line) => !line.startsWith("─"))
    .map((line) =>
      line
        .split(/ {2,}/u)
        .slice(0, 3)
        .map((cell) => cell.replace(/\s/gu, " ")),
    );
  expect(cells).toEqual([
    ["A", "1", "120 000"],
    ["B", "2", "120 006"],
    ["Utan insats", "1", "–"],
    ["Alla", "4", "240 006"],
  ]);
});
