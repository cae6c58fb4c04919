// tests/recalculate/initiatives.test.ts: several initiatives in one workbook: each has its own money in and back, they sum to the whole, and every formula agrees.
import { analyse } from "../../src/actions/analyse";
import type { Analysis } from "../../src/actions/analysis";
import type { InitiativeMoneyBack } from "../../src/domain/return/moneyBack";
import { writeTabs } from "../../src/actions/tabs";
import { HORIZONS } from "../../src/domain/return/agencyReturn";
import { type Decimal, sum } from "../../src/domain/money";
import type { SheetModel } from "../../src/report/sheetModel";
import { textsOf } from "../../src/text/languages";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { workbookOf } from "../actions/written";
import { agreementOf } from "./agreement";
import { recalculate } from "./libreOffice";

type Row = readonly (string | number | null)[];

const personHeadings: Row = [
  "Deltagare",
  "Insats",
  "Födelseår",
  "Sista månad med tidigare stöd",
  "Försörjning före",
  "Belopp före (kr/mån)",
  "Försörjning efter",
  "Belopp efter (kr/mån)",
  "Hushåll",
];

/** Six in one initiative, five in another that numbers its people from 1 too, five who name none; a household spans two initiatives. */
const people: readonly Row[] = [
  personHeadings,
  ...[1, 2, 3, 4, 5, 6].map((n): Row => [
    `D${n}`,
    "Steget",
    1970 + n,
    "2023-03",
    "Försörjningsstöd",
    9000 + n * 0.25,
    n % 2 === 0 ? "Arbete" : "Sjukersättning",
    n % 2 === 0 ? 0 : 12000,
    n === 1 ? "H1" : null,
  ]),
  ...[1, 2, 3, 4, 5].map((n): Row => [
    `D${n}`,
    n === 5 ? "  vägen IN " : "Vägen in",
    1960 + n,
    "2022-11",
    "Sjukpenning",
    14000,
    "Subventionerad anställning",
    9000 + n,
    null,
  ]),
  ...[1, 2, 3, 4, 5].map((n): Row => [
    `X${n}`,
    null,
    1980 + n,
    "2023-06",
    "Försörjningsstöd",
    8000,
    "Arbete",
    0,
    n === 1 ? "H1" : null,
  ]),
  ["D7", "Steget", 1990, null, "Försörjningsstöd", 9000, null, null, null],
  ["D8", "Steget", 1990, "2023-06", "Försörjningsstöd", 110000, "Arbete", 0, null],
];

/** Only two in the second. */
const fewPeople = people.filter(([id, initiative]) => initiative !== "Vägen in" || id === "D1" || id === "D2");

const contributions: readonly Row[] = [
  ["Part", "Insats", "År", "Kontant (kr)", "Egen tid (kr)"],
  ["Försäkringskassan", "Steget", 2022, 600000, 0],
  ["Söderhamns kommun", "Steget", 2022, 200000.5, 45000],
  ["Region Gävleborg", "Steget", 2023, 250000, 12500],
  ["Försäkringskassan", "Vägen in", 2022, 100000.01, 0],
  ["Söderhamns kommun", null, 2023, 30000, null],
];

const pot: readonly Row[] = [
  ["Part", "År", "Kontant (kr)"],
  ["Försäkringskassan", 2022, 600000],
  ["Söderhamns kommun", 2022, 300000],
  ["Region Gävleborg", 2022, 300000],
];

const budget: readonly Row[] = [
  ["Kostnader i kr, som negativa tal"],
  ["Insats", "Kostnadsslag", "År", "Utfall", "Budget"],
  ["Steget", "Personal", 2022, -700000.01, -850000],
  ["Steget", "Personal", 2023, -310500.5, -400000],
  ["Steget", "Lokaler", 2022, -120000, -90000],
  ["Vägen in", "Personal", 2022, -69500, -60000],
  ["Vägen in", "Resor", 2022, -1200.03, -1000],
];

const workbooks = {
  "contributions that name their initiative": { Satsat: contributions, Personer: people },
  "contributions that do, and budget tables": { Ekonomi: budget, Satsat: contributions, Personer: people },
  "a common pot and budget tables": { Ekonomi: budget, Satsat: pot, Personer: people },
  "budget tables alone, and a small initiative": { Ekonomi: budget, Personer: fewPeople },
} as const;

async function written(
  name: keyof typeof workbooks,
): Promise<{ analysis: Analysis; sheets: readonly SheetModel[]; bytes: Uint8Array }> {
  const workbook = openXlsx(await workbookOf(workbooks[name]), "underlag.xlsx");
  const analysis = analyse([await workbook.read()], { unit: null, sign: null });
  const sheets = await writeTabs(analysis, workbook, { texts: textsOf("sv"), today: "2026-11-22", drawnUpBy: null });
  return { analysis, sheets, bytes: workbook.bytes() };
}

function initiativesIn({ workbooks: [whole] }: Analysis): readonly InitiativeMoneyBack[] {
  return whole!.moneyBack!.initiatives;
}

/** The shown cells of the section on Parter, without its headings. */
function section(sheets: readonly SheetModel[]): readonly (readonly string[])[] {
  const { rows } = sheets.find(({ role }) => role === "parter")!;
  const text = (cell: SheetModel["rows"][number][number]): string => {
    const content = cell?.content;
    if (content == null) return "";
    return content.kind === "text" ? content.text : content.kind === "formula" ? content.cached : content.number;
  };
  const first = rows.findIndex(([cell]) => text(cell ?? null).startsWith("Per insats"));
  const head = rows.findIndex((row, at) => at > first && text(row[0] ?? null) === "Insats");
  const last = rows.findIndex((row, at) => at > head && text(row[0] ?? null) === "Alla");
  return rows.slice(head + 1, last + 1).map((row) => row.map(text));
}

describe.each(Object.keys(workbooks) as (keyof typeof workbooks)[])("%s", (name) => {
  test.concurrent("every formula of every tab agrees with the engine", async () => {
    const { sheets, bytes } = await written(name);
    const { formulas, disagreements } = agreementOf(sheets, await recalculate(bytes));
    expect(disagreements).toEqual([]);
    expect(formulas).toBeGreaterThan(1000);
    expect(section(sheets).length).toBe(4);
  });

  test("participants, months and kronor of the initiatives sum to the whole, exactly", async () => {
    const { analysis } = await written(name);
    const { result, avoided } = analysis.workbooks[0]!.moneyBack!;
    const own = initiativesIn(analysis);
    const all = (of: (each: InitiativeMoneyBack) => Decimal): string => sum(own.map(of)).toString();
    const count = (of: (each: InitiativeMoneyBack) => number): number =>
      own.reduce((total, each) => total + of(each), 0);
    expect(count((each) => each.result.basis.ready.length)).toBe(result.basis.ready.length);
    expect(count((each) => each.participants.size)).toBe(result.basis.input.participants.length);
    expect(count((each) => each.result.coverage.of)).toBe(result.coverage.of);
    expect(count((each) => each.avoided.total.months)).toBe(avoided.total.months);
    expect(all((each) => each.avoided.total.plain)).toBe(avoided.total.plain.toString());
    expect(all((each) => each.avoided.total.adjusted)).toBe(avoided.total.adjusted.toString());
    for (const horizon of HORIZONS) {
      const whole = result.horizons[horizon];
      expect(all((each) => each.result.horizons[horizon].total.back)).toBe(whole.total.back.toString());
      expect(all((each) => each.result.horizons[horizon].publicSector.back)).toBe(whole.publicSector.back.toString());
      expect(all((each) => each.result.horizons[horizon].moved)).toBe(whole.moved.toString());
    }
  });
});

describe("money in", () => {
  const paidIn = async (name: keyof typeof workbooks) =>
    initiativesIn((await written(name)).analysis).map((each) => [
      each.name,
      each.paidFrom,
      each.paidIn.total.toString(),
    ]);

  test("is that of the rows that name the initiative; the rest stands for itself", async () => {
    expect(await paidIn("contributions that name their initiative")).toEqual([
      ["Steget", "contributions", "1107500.5"],
      ["Vägen in", "contributions", "100000.01"],
      [null, "contributions", "30000"],
    ]);
  });

  test("without such rows is what its own budget table has booked, split over the parties there are", async () => {
    const { analysis } = await written("a common pot and budget tables");
    const [steget, vagen, rest] = initiativesIn(analysis);
    expect([steget!.paidFrom, vagen!.paidFrom, rest!.paidFrom]).toEqual(["booked", "booked", "contributions"]);
    // 700 000.01 + 120 000 in 2022, 310 500.50 in 2023: half to the state, a quarter each to the others.
    expect(
      steget!.result.contributions.agencies.map(({ agency, total }) => `${agency.name} ${total.toString()}`),
    ).toEqual(["Försäkringskassan 565250.26", "Söderhamns kommun 282625.13", "Region Gävleborg 282625.12"]);
    expect(vagen!.result.contributions.total.toString()).toBe("70700.03");
    // The pot is the whole's money in, and is not shared out.
    expect(analysis.workbooks[0]!.moneyBack!.result.contributions.total.toString()).toBe("1200000");
    expect(rest!.paidIn.total.toString()).toBe("1200000");
    // Nobody knows whether it was for those without a name.
    expect(rest!.result.horizons.retirement.total.ratio).toBeNull();
  });

  test("with budget tables alone sums to what they have booked, and the split is said", async () => {
    const { analysis } = await written("budget tables alone, and a small initiative");
    expect(await paidIn("budget tables alone, and a small initiative")).toEqual([
      ["Steget", "booked", "1130500.51"],
      ["Vägen in", "booked", "70700.03"],
      [null, null, "0"],
    ]);
    expect(analysis.workbooks[0]!.moneyBack!.result.contributions.total.toString()).toBe("1201200.54");
    const codes = analysis.problems.map(({ code }) => code);
    expect(codes).toContain("statutory-split");
    expect(codes).not.toContain("participants-without-contributions");
  });
});

test("the same id in two initiatives is two people, each told by its initiative", async () => {
  const { analysis } = await written("contributions that name their initiative");
  const ids = analysis.workbooks[0]!.moneyBack!.result.basis.ready.map(({ participant }) => participant.id);
  expect(new Set(ids).size).toBe(16);
  expect(ids).toContain("D1 (Steget)");
  expect(ids).toContain("D1 (Vägen in)");
  expect(ids).toContain("X1");
});

test("an initiative of fewer than five is hidden from the board, and so is one from which it would follow", async () => {
  const { sheets } = await written("budget tables alone, and a small initiative");
  const shown = section(sheets);
  const [steget, vagen, rest, all] = shown;
  expect(vagen!.slice(1, 3)).toEqual(["x", "x"]);
  expect(vagen!.slice(4, 10)).toEqual(["x", "x", "x", "x", "x", "x"]);
  // Money in tells of no persons.
  expect(vagen![3]).toBe("70700.03");
  // 6 and 5 persons: the smaller of the two goes with it.
  expect(rest!.slice(1, 3)).toEqual(["x", "x"]);
  expect(steget![1]).toBe("6");
  expect(all![1]).toBe("14");
});

test.concurrent("each initiative that tells enough has a final report of its own", async () => {
  const goals: readonly Row[] = [
    ["Insats", "Mål", "Målvärde", "Utfall"],
    ["Steget", "Nöjda deltagare, %", "80 %", "75 %"],
    ["Vägen in", "Antal träffar", 10, 12],
  ];
  const workbook = openXlsx(await workbookOf({ Ekonomi: budget, Mål: goals }), "underlag.xlsx");
  const analysis = analyse([await workbook.read()], { unit: null, sign: null });
  const sheets = await writeTabs(analysis, workbook, { texts: textsOf("sv"), today: "2026-11-22", drawnUpBy: null });
  const reports = sheets.filter(({ role }) => role.startsWith("slutrapport"));
  expect(reports.map(({ role, name }) => `${role} ${name}`)).toEqual([
    "slutrapport Slutrapport Steget",
    "slutrapport:2 Slutrapport Vägen in",
  ]);
  expect(agreementOf(sheets, await recalculate(workbook.bytes())).disagreements).toEqual([]);
});
