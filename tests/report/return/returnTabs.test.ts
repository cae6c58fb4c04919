// tests/report/return/returnTabs.test.ts: the tabs on money back hold the published figures, in the places and with the words they are known by.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HORIZONS, type Horizon, returnOf } from "../../../src/domain/return/agencyReturn";
import { asReported } from "../../../src/domain/return/assumptions";
import { Decimal, krText } from "../../../src/domain/money";
import { segmentValues } from "../../../src/report/return/participantValues";
import { ReturnFrame } from "../../../src/report/return/returnFrame";
import type { CellContent, SheetModel, SheetRole } from "../../../src/report/sheetModel";
import { en } from "../../../src/text/en";
import { sv } from "../../../src/text/sv";
import { RESAN } from "../../domain/resan";
import { dec, input, paid, person } from "../../domain/returnInput";
import { reportOf, returnTabsOf } from "../returnFixtures";

interface Expected {
  readonly avoidedUntilRetirement: {
    readonly byOutcome: Record<string, { persons: number; months: number; kr: string }>;
    readonly total: string;
    readonly months: Record<string, number>;
  };
  readonly moneyIn: Record<string, string>;
  readonly horizons: Record<
    Horizon,
    Record<string, string> & { krBackPerKrIn: Record<string, string>; movedBetweenAgencies: string }
  >;
  readonly paybackMonth: number;
  readonly paybackMonthFromStart: number;
  readonly zeroPoint: { monthsForOne: number };
}

const expected = JSON.parse(readFileSync(join(__dirname, "../../cases/resan-expected.json"), "utf8")) as Expected;
const sheets = returnTabsOf(RESAN);

function tab(role: SheetRole, of = sheets): SheetModel {
  const found = of.find((sheet) => sheet.role === role);
  if (found === undefined) throw new Error(`no tab ${role}`);
  return found;
}

function shown(content: CellContent | null | undefined): string {
  if (content == null) return "";
  return content.kind === "text" ? content.text : content.kind === "number" ? content.number : content.cached;
}

/** Cells as text, row by row. */
function cellsOf(role: SheetRole, of = sheets): string[][] {
  return tab(role, of).rows.map((row) => Array.from(row, (cell) => shown(cell?.content)));
}

/** The row that begins with a label, from a row on. */
function rowFrom(rows: string[][], label: string, from = 0): string[] {
  const found = rows.slice(from).find(([first]) => first === label);
  if (found === undefined) throw new Error(`no row ${label}`);
  return found;
}

const parties = cellsOf("parter");

test.each(HORIZONS)("Parter within %s holds the published figures", (horizon) => {
  const { krBackPerKrIn, movedBetweenAgencies, total, ...byAgency } = expected.horizons[horizon];
  const top = parties.findIndex(([first]) => first === sv.returnTabs.within[horizon]);
  for (const [agency, kr] of Object.entries(byAgency)) {
    const row = rowFrom(parties, agency, top);
    expect([row[3], row[4], new Decimal(row[7] ?? "").toFixed(4)]).toEqual([
      expected.moneyIn[agency],
      kr,
      krBackPerKrIn[agency],
    ]);
  }
  for (const all of ["Parterna", "Hela offentliga sektorn"]) {
    const row = rowFrom(parties, all, top);
    expect([row[4], new Decimal(row[7] ?? "").toFixed(4)]).toEqual([total, krBackPerKrIn.total]);
  }
  expect(rowFrom(parties, "Flyttat mellan parter, ingen vinst", top)[5]).toBe(movedBetweenAgencies);
});

test("Parter says who pays without gaining, when the money is back, and on what conditions", () => {
  const top = parties.findIndex(([first]) => first === "Inom fem år");
  expect(rowFrom(parties, "Regionen", top)[10]).toBe("Utanför modellen: betalar inget av stöden");
  expect(rowFrom(parties, "Försäkringskassan", top)[10]).toBe("Betalar och får högre utgifter");
  expect(rowFrom(parties, "Återbetald till parterna, månad")[1]).toBe(String(expected.paybackMonth));
  expect(rowFrom(parties, "Återbetald till parterna, månad från projektets start")[1]).toBe(
    String(expected.paybackMonthFromStart),
  );
  expect(rowFrom(parties, "Månader utan stöd för alla som ger 1,00")[1]).toBe(String(expected.zeroPoint.monthsForOne));
  const sentences = parties.map(([first]) => first);
  expect(sentences).toContain("1,07 kr av målet 4 kr: målet nås inte inom fem år");
  expect(sentences).toContain(
    "Pengarna är tillbaka om alla 11 deltagare i kalkylen är utan det tidigare stödet hela tiden till och med år 5, räknat på genomsnittet och med kalkylens antaganden.",
  );
  const caveats =
    "Bruttokalkyl utan kontrollgrupp · omfattar 11 av 51 deltagare · fasta priser, 2024 års priser · 71 % av beloppet till pensionen ligger efter år 5 · 6\u00a0911\u00a0640 kr till pensionen är flyttat mellan parter";
  // On top, and beside each horizon.
  expect(sentences.filter((text) => text === caveats)).toHaveLength(1 + HORIZONS.length);
});

test("leverage stands by itself and is not called a return", () => {
  const top = parties.findIndex(([first]) => first === "Växling (inte avkastning)");
  expect(rowFrom(parties, "Kommunen", top).slice(1, 3)).toEqual(["516078", "4"]);
  expect(rowFrom(parties, "Försäkringskassan", top).slice(1, 3)).toEqual(["1032156", "2"]);
});

test("Minskat stöd holds months per person, and sums per outcome, plain beside adjusted", () => {
  const rows = cellsOf("minskatstod");
  const { months, byOutcome, total } = expected.avoidedUntilRetirement;
  expect(Object.fromEntries(Object.keys(months).map((id) => [id, Number(rowFrom(rows, id)[8])]))).toEqual(months);
  const groups = rows.findIndex(([first]) => first === "Per utfall");
  for (const [outcome, { persons, months: count, kr }] of Object.entries(byOutcome)) {
    const row = rowFrom(rows, outcome, groups);
    expect([row[1], row[8], row[11], row[12]]).toEqual([String(persons), String(count), kr, kr]);
  }
  expect(rowFrom(rows, "Totalt").slice(11, 13)).toEqual([total, total]);
  expect(rowFrom(rows, "S1")[14]).toBe("67 år, prognos [1]");
});

test("Minskat stöd per year: eleven persons are off support for all of the first year, and the years sum to the total", () => {
  const rows = cellsOf("minskatstod");
  const top = rows.findIndex(([first]) => first === "Per år");
  // 11 persons · 12 months; every full year is worth 1 236 600.
  const figures = (row: readonly (string | undefined)[]) => [row[8], row[11], row[12]];
  expect(figures(rowFrom(rows, "1", top))).toEqual(["132", "1236600", "1236600"]);
  const years = rows.slice(top).filter(([first]) => /^\d+$/.test(first ?? ""));
  const { months, total } = expected.avoidedUntilRetirement;
  const most = Math.max(...Object.values(months));
  expect(years.map(([first]) => Number(first))).toEqual(Array.from({ length: Math.ceil(most / 12) }, (_, k) => k + 1));
  const sumOf = (column: number): string => Decimal.sum(0, ...years.map((row) => row[column] ?? "")).toString();
  const all = Object.values(months).reduce((so, each) => so + each, 0);
  expect([sumOf(8), sumOf(11), sumOf(12)]).toEqual([String(all), total, total]);
  expect(figures(rowFrom(rows, "Totalt", top))).toEqual([String(all), total, total]);
});

describe("Parter per year and per group", () => {
  const top = parties.findIndex(([first]) => first === "Per år: tillbaka");
  const headings = rowFrom(parties, "År", top);
  const groups = parties.findIndex(([first]) => first === "Per grupp: tillbaka till pensionen");
  const years = parties.slice(top, groups).filter(([first]) => /^\d+$/.test(first ?? ""));
  const columnOf = (heading: string): string[] => years.map((row) => row[headings.indexOf(heading)] ?? "");

  test("Kommunen pays 1 236 600 less a year, Försäkringskassan 796 500 more, for five years", () => {
    expect(columnOf("Kommunen").slice(0, 5)).toEqual(Array.from({ length: 5 }, () => "1236600"));
    expect(columnOf("Försäkringskassan").slice(0, 5)).toEqual(Array.from({ length: 5 }, () => "-796500"));
    const five = (heading: string): number => Decimal.sum(...columnOf(heading).slice(0, 5)).toNumber();
    expect([five("Kommunen"), five("Försäkringskassan")]).toEqual([6_183_000, -3_982_500]);
    expect([five("Parterna"), five("Hela offentliga sektorn")]).toEqual([2_200_500, 2_200_500]);
  });

  test("the years sum to what is back until retirement, and what is accumulated ends there less what was paid in", () => {
    const { retirement } = expected.horizons;
    for (const agency of ["Kommunen", "Försäkringskassan", "Parterna"])
      expect(Decimal.sum(...columnOf(agency)).toString()).toBe(retirement[agency] ?? retirement.total);
    const accumulated = columnOf("Parterna, ackumulerat minus satsat");
    const paidIn = Decimal.sum(...Object.values(expected.moneyIn));
    expect(accumulated[0]).toBe(new Decimal(440_100).minus(paidIn).toString());
    expect(accumulated.at(-1)).toBe(new Decimal(retirement.total ?? "").minus(paidIn).toString());
  });

  test("groups of 5 and 6 persons are both shown, and sum to the whole", () => {
    const { byOutcome } = expected.avoidedUntilRetirement;
    const rows = Object.keys(byOutcome).map((outcome) => rowFrom(parties, outcome, groups));
    expect(rows.map((row) => [row[1], row[2]])).toEqual(
      Object.values(byOutcome).map(({ persons, months }) => [String(persons), String(months)]),
    );
    // Nobody pays for those who work; those with sickness compensation are moved to Försäkringskassan.
    expect(rowFrom(parties, "Arbete", groups)[3]).toBe(byOutcome.Arbete?.kr);
    const total = Decimal.sum(...rows.map((row) => row[3] ?? "")).toString();
    expect(total).toBe(expected.horizons.retirement.total);
    expect(rowFrom(parties, "Totalt", groups)[3]).toBe(total);
  });
});

const group = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => person({ id: `${name} ${index}`, after: [name, 0] }));

test.each<[string, readonly (readonly [string, number])[], readonly string[], string]>([
  [
    "none under 5: all shown",
    [
      ["Arbete", 5],
      ["Studier", 6],
    ],
    ["5", "6"],
    "11",
  ],
  [
    "one under 5: the next smallest goes with it",
    [
      ["Arbete", 4],
      ["Studier", 7],
      ["Sjukpenning", 6],
    ],
    ["x", "7", "x"],
    "17",
  ],
  [
    "together under 5: one more goes",
    [
      ["Arbete", 1],
      ["Studier", 2],
      ["Sjukpenning", 6],
      ["Föräldrapenning", 8],
    ],
    ["x", "x", "x", "8"],
    "17",
  ],
  [
    "all under 5 with everybody under 5: nothing shown",
    [
      ["Arbete", 1],
      ["Studier", 2],
    ],
    ["x", "x"],
    "x",
  ],
])("groups for the board: %s", (_, counts, persons, total) => {
  const participants = counts.flatMap(([name, count]) => group(name, count));
  const rows = cellsOf("parter", returnTabsOf(input({ participants })));
  const top = rows.findIndex(([first]) => first === "Per grupp: tillbaka till pensionen");
  const shownRows = counts.map(([name]) => rowFrom(rows, name, top));
  expect(shownRows.map((row) => row[1])).toEqual(persons);
  for (const row of shownRows) if (row[1] === "x") expect(row.slice(1, 4)).toEqual(["x", "x", "x"]);
  expect(rowFrom(rows, "Totalt", top)[1]).toBe(total);
});

test.each<
  [string, Readonly<Record<"better" | "worse" | "ongoing" | "dropped" | "unlisted", number>>, readonly string[]]
>([
  ["none under 5", { better: 9, worse: 5, ongoing: 6, dropped: 7, unlisted: 5 }, ["5", "6", "7", "0", "5"]],
  [
    "one under 5: the next smallest goes with it",
    { better: 9, worse: 0, ongoing: 3, dropped: 7, unlisted: 5 },
    ["0", "x", "7", "0", "x"],
  ],
  ["few got worse", { better: 9, worse: 2, ongoing: 0, dropped: 0, unlisted: 0 }, ["x", "0", "0", "0", "0"]],
  ["all but a few got worse", { better: 1, worse: 9, ongoing: 0, dropped: 0, unlisted: 0 }, ["x", "0", "0", "0", "0"]],
])("who the calculation covers, for the board: %s", (_, { better, worse, ongoing, dropped, unlisted }, counts) => {
  const people = (name: string, count: number, more: Parameters<typeof person>[0]) =>
    Array.from({ length: count }, (__, index) => person({ id: `${name}${index}`, ...more }));
  const participants = [
    ...people("b", better, {}),
    ...people("w", worse, { after: ["Sjukersättning", 12_000] }),
    ...people("o", ongoing, { lastMonth: null }),
    ...people("d", dropped, { droppedOut: true }),
  ];
  const participantsInAll = participants.length + unlisted;
  const rows = cellsOf("parter", returnTabsOf(input({ participants, participantsInAll })));
  const top = rows.findIndex(([first]) => first === "Vilka kalkylen omfattar");
  expect(rows.slice(top + 1, top + 8).map((row) => row[1])).toEqual([
    String(better + worse),
    String(participantsInAll),
    ...counts,
  ]);
});

test("with many parties the years go on below, and every party has its column", () => {
  const names = Array.from({ length: 12 }, (_, index) => `Part${index + 1} kommun`);
  const contributions = names.map((name) => paid(name, 1000));
  const participants = names.map((municipality, index) => person({ id: `P${index}`, municipality }));
  const rows = cellsOf("parter", returnTabsOf(input({ participants, contributions })));
  const top = rows.findIndex(([first]) => first === "Per år: tillbaka");
  const headings = rows.slice(top).filter(([first]) => first === "År");
  expect(headings.length).toBeGreaterThan(1);
  expect(headings.flatMap((row) => row.slice(1))).toEqual(expect.arrayContaining(names));
  const parterna = headings.find((row) => row.includes("Parterna")) ?? [];
  const first = rows[rows.indexOf(parterna) + 1] ?? [];
  // 12 persons · 120 000 a year.
  expect(first[parterna.indexOf("Parterna")]).toBe("1440000");
});

test.each(["minskatstod", "underlagdeltagare"] as const)("%s says that it is not for the board", (role) => {
  expect(cellsOf(role).some((row) => row.includes("Inte för styrelsen: uppgifter per person."))).toBe(true);
});

test.each([
  [
    "parter",
    [
      "Part",
      "Kontant",
      "Egen tid",
      "Satsat totalt",
      "Tillbaka",
      "Varav flyttat från/till annan part",
      "Utan flyttade pengar (förklaring)",
      "Kr tillbaka per satsad krona",
      "Varav minskad utgift",
      "Varav frigjord tid",
    ],
  ],
  [
    "minskatstod",
    [
      "Deltagare",
      "Födelseår",
      "Stöd före",
      "Kr/mån före",
      "Stöd efter",
      "Kr/mån efter",
      "Första månad utan stöd",
      "Pensionsmånad",
      "Antal månader",
      "Resten av det egna stödet, kr",
      "Med det som följer, kr inom 5 år",
      "Till pensionen, kr",
      "Justerat, kr",
      "Varav efter år 5",
      "Källa för pensionsålder",
    ],
  ],
  ["antaganden", ["Antagande", "Lågt", "Bas", "Högt", "Valt", "Enhet", "Gäller från", "Källa", "Hämtat", "Säkerhet"]],
] as const)("%s has its headings", (role, headings) => {
  expect(cellsOf(role).some((row) => headings.every((heading, column) => row[column] === heading))).toBe(true);
});

test("every assumption is a named cell, whatever the language", () => {
  const names = (of: readonly SheetModel[]): string[] =>
    of.flatMap((sheet) => (sheet.names ?? []).map(({ name }) => name));
  const own = [
    "Dodvikt",
    "Utflode",
    "AndraInsatser",
    "Sakerhetsavdrag",
    "Kalkylranta",
    "Skatt",
    "Upprakning",
    "Varaktighet",
    "Mal",
    "Upprakning_Forsorjningsstod",
    "Varaktighet_Arbete",
  ];
  expect(names(sheets)).toEqual(expect.arrayContaining(own.map((name) => `Samkalkyl_${name}`)));
  expect(names(returnTabsOf(RESAN, { texts: en }))).toEqual(names(sheets));
  expect(new Set(names(sheets)).size).toBe(names(sheets).length);
});

test("every name, table and column that a formula uses is there", () => {
  const names = new Set(sheets.flatMap((sheet) => (sheet.names ?? []).map(({ name }) => name)));
  const columns = new Set(
    sheets.flatMap((sheet) =>
      sheet.tables.flatMap((table) => table.columns.map((column) => `${table.name}[${column}]`)),
    ),
  );
  const formulas = sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) =>
      row.flatMap((cell) => (cell?.content?.kind === "formula" ? [cell.content.formula] : [])),
    ),
  );
  for (const formula of formulas) {
    expect(formula.length).toBeLessThan(8_192);
    for (const [name] of formula.matchAll(/Samkalkyl_\w+/g)) expect(names).toContain(name);
    for (const [column] of formula.matchAll(/tbl\w+\[[^\]]+\]/g)) expect(columns).toContain(column);
  }
});

/** Functions that Excel 2016 and LibreOffice 7.4 both have. */
const COMMON = new Set([
  "ABS",
  "AND",
  "COUNT",
  "COUNTIF",
  "EDATE",
  "HYPERLINK",
  "IF",
  "INDEX",
  "INT",
  "ISTEXT",
  "MATCH",
  "MAX",
  "MIN",
  "MMULT",
  "MOD",
  "MONTH",
  "OR",
  "RIGHT",
  "ROUND",
  "ROUNDUP",
  "SIGN",
  "SUM",
  "SUMIF",
  "SUMIFS",
  "SUMPRODUCT",
  "YEAR",
  "SQRT",
]);

test("only functions that Excel 2016 and LibreOffice share are written", () => {
  const formulas = sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) =>
      row.flatMap((cell) => (cell?.content?.kind === "formula" ? [cell.content.formula] : [])),
    ),
  );
  const used = new Set(
    formulas.flatMap((formula) =>
      [...formula.replaceAll(/"[^"]*"/g, "").matchAll(/([A-Z.]+)\(/g)].map(([, name]) => name ?? ""),
    ),
  );
  expect([...used].filter((name) => !COMMON.has(name))).toEqual([]);
});

test("what is moved between parties sums to nothing, agrees with the whole, and is never more than a party's own gain or loss", () => {
  const result = returnOf(RESAN);
  const frame = new ReturnFrame(reportOf(RESAN));
  const people = frame.spans.flatMap((row, at) =>
    row.parts === 0 ? [] : [segmentValues(frame, frame.spans.slice(at, at + row.parts))],
  );
  for (const horizon of HORIZONS) {
    const shifts = frame.parties.map((_, party) =>
      people.reduce((all, { shift }) => all.plus(shift[party]?.[horizon] ?? 0), new Decimal(0)),
    );
    const ofEngine = frame.parties.map(
      ({ agency }) =>
        result.horizons[horizon].parties.find((each) => each.agency.name === agency.name)?.shift ?? new Decimal(0),
    );
    expect(shifts.map(krText)).toEqual(ofEngine.map(krText));
    expect(shifts.reduce((all, each) => all.plus(each), new Decimal(0)).toNumber()).toBe(0);
  }
});

test("with shared payers nobody's gain from others is larger than the gain", () => {
  const source = (name: string, shares: readonly (readonly [string, string])[]) => ({
    ...RESAN.sources[0]!,
    name,
    synonyms: [],
    payers: shares.map(([payer, share]) => ({ payer, share: dec(share) })),
  });
  const sources = [
    source("Före", [
      ["Kommun", "0.4"],
      ["Försäkringskassan", "0.35"],
      ["Region", "0.25"],
    ]),
    source("Efter", [
      ["Region", "0.4"],
      ["Kommun", "0.6"],
    ]),
  ];
  const participants = [person({ before: ["Före", 14_000], after: ["Efter", 9_000] })];
  const frame = new ReturnFrame(reportOf(input({ participants, sources, contributions: [paid("Kommunen", 1)] })));
  const values = segmentValues(frame, frame.spans);
  // A year: Kommun 12·(5600 − 5400) = 2 400, Försäkringskassan 58 800, Region 12·(3500 − 3600) = −1 200.
  const byName = Object.fromEntries(
    frame.parties.map(({ agency }, party) => [agency.name, values.shift[party]?.["1"].toFixed(4)]),
  );
  expect(byName).toEqual({
    Försäkringskassan: ((1200 * 58_800) / 61_200).toFixed(4),
    Kommunen: ((1200 * 2_400) / 61_200).toFixed(4),
    Regionen: "-1200.0000",
  });
});

test("who is not in the calculation is listed with the reason", () => {
  const rows = cellsOf(
    "underlagdeltagare",
    returnTabsOf(
      input({
        participants: [person(), person({ id: "P2", lastMonth: null }), person({ id: "P3", before: ["Okänt", 1] })],
      }),
    ),
  );
  const listed = rows.filter((row) => ["P2", "P3"].includes(row[1] ?? "")).map((row) => row[3]);
  expect(listed).toEqual(["Pågående: stödet har inte upphört", "Okänt stöd: Okänt"]);
});

test("a counterfactual, current prices and an unknown price year are said", () => {
  const scenario = { ...asReported(null), prices: "current" as const, counterfactual: "matchad grupp" };
  const texts = cellsOf("parter", returnTabsOf({ ...RESAN, scenario })).map(([first]) => first ?? "");
  expect(
    texts.some((text) =>
      text.startsWith("Jämfört med: matchad grupp · omfattar 11 av 51 deltagare · löpande priser, prisår ej angivet"),
    ),
  ).toBe(true);
});

test("nothing paid in: no ratio, and the sentence says so", () => {
  const rows = cellsOf("parter", returnTabsOf(input({ contributions: [] })));
  expect(rows.map(([first]) => first)).toContain("Ingen insats är angiven, så ingen kvot kan räknas.");
  expect(
    rowFrom(
      rows,
      "Parterna",
      rows.findIndex(([first]) => first === "Inom fem år"),
    )[7],
  ).toBe("");
});
