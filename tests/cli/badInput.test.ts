// tests/cli/badInput.test.ts: what a finance officer may get wrong, from an .xlsx to the JSON: which code, which cell, what to do, and nothing lost.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { analyse } from "../../src/actions/analyse";
import { standardReturnOptions } from "../../src/domain/return/moneyBack";
import { jsonOf } from "../../src/cli/json";
import { textsOf } from "../../src/text/languages";
import { problemWords } from "../../src/text/problems";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { workbookOf } from "../actions/written";

type Row = readonly (string | number | null)[];
type Sheets = Readonly<Record<string, readonly Row[]>>;

interface Outcome {
  /** Exit status 1, nothing written. */
  readonly refused: boolean;
  readonly json: ReturnType<typeof JSON.parse>;
  readonly text: string;
}

async function outcomeOf(bytes: Uint8Array, name = "underlag.xlsx"): Promise<Outcome> {
  const texts = textsOf("sv");
  const returns = { ...standardReturnOptions, draws: 100 };
  const analysis = analyse([await openXlsx(bytes, name).read()], { unit: null, sign: null, returns });
  for (const found of analysis.problems) expect(problemWords(found, texts).action).toMatch(/^[A-ZÅÄÖ].+\.$/su);
  const text = JSON.stringify(jsonOf(analysis, texts));
  const json = JSON.parse(text);
  const rows: Readonly<Record<"seen" | "used" | "setAside", number>> = json.rows;
  expect(rows.seen).toBe(rows.used + rows.setAside);
  return { refused: analysis.refused, json, text };
}

/** `code Sheet!C4` of what was found. */
function found({ json }: Outcome): readonly string[] {
  return json.problems.map(({ code, sheet, cell }: Record<"code" | "sheet" | "cell", string | null>) =>
    [code, sheet === null ? "" : ` ${sheet}`, cell === null ? "" : `!${cell}`].join(""),
  );
}

function messageOf({ json }: Outcome, code: string): string {
  return json.problems.find((each: { code: string }) => each.code === code)?.message ?? "";
}

const header: Row = ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"];
const lokal: Row = ["Lokal", 2024, 40000, 50000];
const paid: readonly Row[] = [
  ["Part", "År", "Kontant (kr)"],
  ["Försäkringskassan", 2023, 50000],
  ["Kommunen", 2023, 25000],
  ["Regionen", 2023, 25000],
];
const columns: Row = [
  "Deltagare",
  "Födelseår",
  "Sista månad med tidigare stöd",
  "Försörjning före",
  "Belopp före (kr/mån)",
  "Försörjning efter",
  "Belopp efter (kr/mån)",
];
const anna: Row = ["P1", 1975, "2023-06", "Försörjningsstöd", 7890, "Arbete", 0];
const bo: Row = ["P2", 1980, "2023-06", "Försörjningsstöd", 7890, "Sjukersättning", 13275];

/** `anna` with the cell of a column (A = 0) changed, as the third person on row 4. */
function person(column: number, value: string | number | null): readonly Row[] {
  return [
    columns,
    anna,
    bo,
    anna.map((cell, at) => (at === 0 ? "P3" : cell)).map((cell, at) => (at === column ? value : cell)),
  ];
}

function people(column: number, value: string | number | null): Sheets {
  return { Satsat: paid, Personer: person(column, value) };
}

function assuming(...rows: readonly Row[]): Sheets {
  return {
    Satsat: paid,
    Personer: [columns, anna, bo],
    Kalkyl: [["Antagande", "Lågt", "Bas", "Högt", "Enhet", "Källa"], ...rows],
  };
}

describe("a budget workbook", () => {
  test.each<[string, Sheets, boolean, string, RegExp]>([
    [
      "no table at all",
      { Blad1: [["Hej"], ["Namn", "Telefon"]] },
      true,
      "no-recognised-table",
      /rubrikerna Utfall och Budget/,
    ],
    [
      "no budget column",
      { Ekonomi: [header.slice(0, 3), lokal.slice(0, 3)] },
      true,
      "no-budget-column Ekonomi!A1:C1",
      /Lägg till en kolumn med rubriken Budget/,
    ],
    [
      "headings and nothing else",
      { Ekonomi: [header] },
      true,
      "empty-table Ekonomi!A1:D1",
      /Kostnadsslag · År.*Fyll i rader under rubrikerna/,
    ],
    [
      "headings of a wide table, beside a good one",
      { Ekonomi: [["Kostnadsslag", "Utfall 2024", "Budget 2024"]], Bra: [header, lokal] },
      false,
      "empty-table Ekonomi!A1:C1",
      /utelämnad.*Fyll i rader under rubrikerna/,
    ],
    [
      "an empty budget column",
      { Ekonomi: [header, ["Lokal", 2024, 40000, null]] },
      true,
      "no-budget-amounts Ekonomi!A1:D2",
      /Budgetkolumnen är tom.*skriv 0/,
    ],
    [
      "an initiative's name and nothing to calculate with",
      {
        Insats: [
          ["Insatsens namn", "Steget"],
          ["Insatstid från", "2023-01-01"],
        ],
      },
      true,
      "no-recognised-table",
      /rubrikerna Utfall och Budget/,
    ],
    [
      "text in an amount",
      { Ekonomi: [header, lokal, ["Personal", 2024, "se not", 1]] },
      false,
      "text-in-amount Ekonomi!C3",
      /"se not".*Skriv beloppet som ett tal/,
    ],
    [
      "#SAKNAS! in an amount",
      { Ekonomi: [header, lokal, ["Personal", 2024, 1, "#SAKNAS!"]] },
      false,
      "error-in-amount Ekonomi!D3",
      /#SAKNAS!.*Rätta formeln/,
    ],
    [
      "the same line and year twice",
      { Ekonomi: [header, lokal, lokal] },
      true,
      "duplicate-key Ekonomi!C3:D3",
      /C2:D2.*Ta bort den ena/,
    ],
    [
      "mixed signs",
      { Ekonomi: [header, ["A", 2024, -10, -10], ["B", 2024, 10, 10]] },
      true,
      "question Ekonomi!A1:D3",
      /Vilket är det\?.*--answer/,
    ],
    [
      "a total that does not add up",
      { Ekonomi: [header, lokal, ["El", 2024, 1000, 2000], ["Summa", 2024, 42000, 52000]] },
      false,
      "control-total-differs Ekonomi!C4",
      /41.000.*42.000|42.000.*41.000/,
    ],
    [
      "two units",
      {
        A: [["Belopp i tkr"], header.map((each) => String(each).replace(" (kr)", "")), lokal],
        B: [["Belopp i kr"], header, lokal],
      },
      false,
      "two-units",
      /Kontrollera att enheten stämmer/,
    ],
    [
      "a year 20008",
      { Ekonomi: [header, lokal, ["Personal", 20008, 1, 2]] },
      false,
      "year-out-of-range Ekonomi!B3",
      /20008.*Rätta cellen/,
    ],
    [
      "a formula that starts a program",
      { Ekonomi: [header, lokal, ["=cmd|' /C calc'!A0", 2024, 1, 2]] },
      false,
      "formula-as-text Ekonomi!A3",
      /skrivs som text och körs inte/,
    ],
  ])("%s", async (_, sheets, refused, place, message) => {
    const outcome = await outcomeOf(await workbookOf(sheets));
    expect(found(outcome)).toContain(place);
    expect(outcome.refused).toBe(refused);
    expect(messageOf(outcome, place.split(" ")[0]!)).toMatch(message);
    if (refused) expect([outcome.json.budget, outcome.json.return, outcome.json.avoided]).toEqual([null, null, null]);
    else expect(outcome.json.budget ?? outcome.json.initiatives[0].budget).not.toBeNull();
  });

  test("a date in an amount", async () => {
    const rows = [[...header], [...lokal], ["Personal", 2024, new Date(Date.UTC(2024, 2, 1)), 1]];
    const outcome = await outcomeOf(await writeXlsx({ sheets: [{ name: "Ekonomi", rows }] }));
    expect(found(outcome)).toContain("date-in-amount Ekonomi!C3");
    expect(outcome.json.rows).toEqual({ seen: 2, used: 1, setAside: 1 });
  });

  test("a blocked table leaves the others: exit status 0, and the reason", async () => {
    const outcome = await outcomeOf(await workbookOf({ A: [header, lokal, lokal], B: [header, lokal] }));
    expect(outcome.refused).toBe(false);
    expect(found(outcome)).toContain("duplicate-key A!C3:D3");
    expect(outcome.json.budget.sheet).toBe("B");
  });

  test("1 048 576 formatted rows and the 1904 date system", async () => {
    const bytes = patched(await workbookOf({ Ekonomi: [header, lokal] }), {
      "xl/worksheets/sheet1.xml": (xml) =>
        xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'),
      "xl/workbook.xml": (xml) => xml.replace(/<workbookPr[^>]*\/>|(?=<sheets>)/u, '<workbookPr date1904="1"/>'),
    });
    const outcome = await outcomeOf(bytes);
    expect(outcome.json.rows).toEqual({ seen: 1, used: 1, setAside: 0 });
    expect(found(outcome)).toContain("date-system-1904");
    expect(outcome.refused).toBe(false);
  });

  test.each([
    ["not a workbook", strToU8("Kostnadsslag;Utfall;Budget"), "not-a-workbook"],
    [
      "the beginning of an old .xls",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(1024).fill(0)]),
      /legacy-xls|not-a-workbook|damaged/,
    ],
  ])("%s is told by its code before anything is read", async (_, bytes, code) => {
    await expect(Promise.resolve().then(() => openXlsx(bytes, "fil.xlsx").read())).rejects.toMatchObject({
      code: expect.stringMatching(code) as string,
    });
  });
});

describe("persons, contributions and assumptions", () => {
  test.each<[string, Sheets, string, RegExp]>([
    ["12 years old", people(1, 2011), "implausible-age Personer!B4", /åldern 1[12] år.*Kontrollera födelseår/],
    ["90 years old", people(1, 1933), "implausible-age Personer!B4", /åldern (?:89|90) år.*Kontrollera födelseår/],
    ["a year's amount", people(4, 94680), "amount-looks-yearly Personer!E4", /94680.*per månad/],
    ["a negative amount", people(4, -7890), "negative-amount Personer!E4", /utan minustecken/],
    [
      "nothing paid of a support that somebody pays",
      people(4, 0),
      "zero-amount Personer!E4",
      /Skriv vad som betalas per månad/,
    ],
    ["no amount", people(4, null), "missing-amount Personer!E4", /Fyll i cellen/],
    ["text for an amount", people(4, "cirka åtta tusen"), "text-in-amount Personer!E4", /Skriv beloppet som ett tal/],
    [
      "a support nobody knows",
      people(3, "Veckopeng"),
      "unknown-support Personer!D4",
      /"Veckopeng".*Skriv något av dessa stöd: Försörjningsstöd, .*Betalas av och Andel/,
    ],
    ["a support nobody knows afterwards", people(5, "Lotteri"), "unknown-support Personer!F4", /"Lotteri"/],
    [
      "support until after the pension",
      people(2, "2045-01"),
      "no-avoided-months Personer!C4",
      /Kontrollera födelsedatum/,
    ],
    ["a month nobody can read", people(2, "i våras"), "unreadable-date Personer!C4", /Skriv till exempel 2023-12/],
    ["no birth year", people(1, null), "missing-key Personer!B4", /Födelseår.*Fyll i cellen/],
    ["no id", people(0, null), "missing-key Personer!A4", /Deltagare.*Fyll i cellen/],
    ["a birth date for an id", people(0, "800501-AB"), "identity-like-id Personer!A4", /Använd löpnummer/],
  ])("%s: that person is set aside with the cell, the others are counted", async (_, sheets, place, message) => {
    const outcome = await outcomeOf(await workbookOf(sheets));
    const [code, cell] = place.split(" ") as [string, string];
    expect(found(outcome)).toEqual([place]);
    expect(messageOf(outcome, code)).toMatch(message);
    expect(outcome.json.setAside).toEqual([
      expect.objectContaining({ sheet: "Personer", cell: cell.replace("Personer!", ""), reason: code }),
    ]);
    expect(outcome.refused).toBe(false);
    expect(outcome.json.rows).toEqual({ seen: 6, used: 5, setAside: 1 });
    expect(outcome.json.avoided.byParticipant.map(({ id }: { id: string }) => id)).toEqual(["P1", "P2"]);
    expect(outcome.json.return.caveats).toMatchObject({ included: 2, of: 3 });
  });

  test.each<[string, Row, string, RegExp]>([
    [
      "a horizon of 0",
      ["Horisont", null, 0, null, "år", null],
      "horizon-out-of-range Kalkyl!C2",
      /Välj 1, 2, 5 eller 10 år/,
    ],
    [
      "a rate of −100 %",
      ["Kalkylränta", null, "-100 %", null, null, "Egen"],
      "rate-too-low Kalkyl",
      /högre procentsats/,
    ],
    ["low above high", ["Dödvikt", 0.4, 0.3, 0.2, null, "Egen"], "low-above-high Kalkyl", /0.4.*0.2.*Rätta värdena/],
    [
      "a base outside low and high",
      ["Dödvikt", 0.1, 0.5, 0.2, null, "Egen"],
      "base-outside-range Kalkyl",
      /Rätta värdena/,
    ],
    [
      "a share of 130 %",
      ["Dödvikt", null, "130 %", null, null, "Egen"],
      "share-out-of-range Kalkyl",
      /Skriv till exempel 30 %/,
    ],
    [
      "a share of 30 with no unit",
      ["Dödvikt", null, 30, null, null, "Egen"],
      "share-out-of-range Kalkyl!C2",
      /Skriv till exempel 30 %/,
    ],
    [
      "an assumption nobody knows",
      ["Flax", null, 0.1, null, null, "Egen"],
      "unknown-assumption Kalkyl!A2",
      /"Flax".*Använd namnen/,
    ],
  ])(
    "%s: not used, said with its cell, and the published way of calculating stands",
    async (_, row, place, message) => {
      const outcome = await outcomeOf(await workbookOf(assuming(row)));
      const [problem] = outcome.json.problems;
      expect(`${problem.code} ${problem.sheet}!${problem.cell}`.startsWith(place)).toBe(true);
      expect(found(outcome)).toHaveLength(1);
      expect(problem.cell).toMatch(/^[A-F]2/);
      expect(problem.message).toMatch(message);
      expect(outcome.refused).toBe(false);
      const without = await outcomeOf(await workbookOf({ Satsat: paid, Personer: [columns, anna, bo] }));
      expect(outcome.json.return).toEqual(without.json.return);
      expect(outcome.json.uncertainty).toEqual(without.json.uncertainty);
    },
  );

  test("a participant twice leaves the table of persons out, both rows named", async () => {
    const outcome = await outcomeOf(await workbookOf({ Satsat: paid, Personer: [columns, anna, bo, anna] }));
    expect(found(outcome)).toEqual(["duplicate-row Personer!A4:G4", "no-usable-participants Satsat"]);
    expect(messageOf(outcome, "duplicate-row")).toMatch(/P1.*A2:G2.*Ta bort den ena/);
    expect(outcome.json.rows).toEqual({ seen: 6, used: 3, setAside: 3 });
    expect(outcome.json.contributions.total).toBe("100000");
    expect(outcome.refused).toBe(false);
  });

  test("with nothing else in the workbook a participant twice is refused", async () => {
    const outcome = await outcomeOf(await workbookOf({ Personer: [columns, anna, anna] }));
    expect(found(outcome)).toEqual(["duplicate-row Personer!A3:G3"]);
    expect(outcome.refused).toBe(true);
  });

  test("shares that do not sum to 1 leave that table out: the standard payers hold", async () => {
    const shares: readonly Row[] = [
      ["Försörjning", "Betalas av", "Andel"],
      ["Försörjningsstöd", "Kommun", 0.5],
      ["Försörjningsstöd", "Region", 0.4],
    ];
    const outcome = await outcomeOf(
      await workbookOf({ Satsat: paid, Personer: [columns, anna, bo], Betalare: shares }),
    );
    const without = await outcomeOf(await workbookOf({ Satsat: paid, Personer: [columns, anna, bo] }));
    const problem = outcome.json.problems.find(({ code }: { code: string }) => code === "shares-not-one");
    expect(problem).toMatchObject({
      severity: "block",
      sheet: "Betalare",
      cell: expect.stringMatching(/^[A-C][1-3]/) as string,
    });
    expect(problem.message).toMatch(/0[.,]9.*Rätta andelarna/);
    expect(outcome.json.return).toEqual(without.json.return);
    expect(outcome.json.rows.setAside).toBe(2);
  });

  test("an agency nobody knows pays in all the same, as another party", async () => {
    const outcome = await outcomeOf(
      await workbookOf({ Satsat: [...paid, ["Stiftelsen Glädjen", 2023, 10000]], Personer: [columns, anna, bo] }),
    );
    expect(found(outcome)).toEqual(["unknown-agency Satsat!A5:C5"]);
    expect(messageOf(outcome, "unknown-agency")).toMatch(/Stiftelsen Glädjen.*Kontrollera stavningen/);
    expect(outcome.json.contributions).toMatchObject({ byAgency: { "Stiftelsen Glädjen": "10000" }, total: "110000" });
  });

  test("contributions without participants: money in is shown, and what is missing is said", async () => {
    const outcome = await outcomeOf(await workbookOf({ Satsat: paid }));
    expect(found(outcome)).toEqual(["contributions-without-participants Satsat"]);
    expect(messageOf(outcome, "contributions-without-participants")).toMatch(/Lägg till en tabell med deltagare/);
    expect(outcome.json.contributions.total).toBe("100000");
    expect(outcome.refused).toBe(false);
  });

  test("participants of whom none can be used: money in is shown, and that nothing comes of it is said", async () => {
    const unknown = anna.map((value) => (value === "Försörjningsstöd" ? "Sjukskriven" : value));
    const outcome = await outcomeOf(await workbookOf({ Satsat: paid, Personer: [columns, unknown] }));
    expect(found(outcome)).toEqual(expect.arrayContaining(["no-usable-participants Satsat"]));
    expect(messageOf(outcome, "no-usable-participants")).toMatch(/Rätta det som står om deltagarna/);
    expect(outcome.json.contributions.total).toBe("100000");
    expect(outcome.json.return).toBeNull();
  });

  test("participants without contributions: what is avoided is shown, and no ratio", async () => {
    const outcome = await outcomeOf(await workbookOf({ Personer: [columns, anna, bo] }));
    expect(found(outcome)).toEqual(["participants-without-contributions Personer"]);
    expect(messageOf(outcome, "participants-without-contributions")).toMatch(/rubrikerna Part, År, Kontant/);
    expect(outcome.json.avoided.byParticipant).toHaveLength(2);
    expect(outcome.json.return.horizons["5"].total.ratio).toBeNull();
    expect(outcome.json.uncertainty).toBeNull();
  });

  test("amounts headed per year are divided by 12, and it is said once, at the heading", async () => {
    const yearly = [
      columns.map((heading) => (heading === "Belopp före (kr/mån)" ? "Belopp före (kr/år)" : heading)),
      ["P1", 1975, "2023-06", "Försörjningsstöd", 94680, "Arbete", 0],
    ];
    const outcome = await outcomeOf(await workbookOf({ Satsat: paid, Personer: yearly }));
    const monthly = await outcomeOf(await workbookOf({ Satsat: paid, Personer: [columns, anna] }));
    expect(found(outcome)).toEqual(["amounts-per-year Personer!E1"]);
    expect(outcome.json.avoided).toEqual(monthly.json.avoided);
  });
});

/** A valid number with its check digit (Luhn's sum over yymmddnnn). */
function identityNumber(date: string, birthNumber: string): string {
  const nine = `${date}${birthNumber}`;
  const sum = Array.from(nine).reduce((all, digit, at) => {
    const times = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return all + (times > 9 ? times - 9 : times);
  }, 0);
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

describe("a personal identity number anywhere refuses the workbook and is never repeated", () => {
  const ten = identityNumber("800501", "123");
  const dashed = `${ten.slice(0, 6)}-${ten.slice(6)}`;
  const coordination = identityNumber("800561", "123");
  const withComment: Row = [...columns, "Kommentar"];

  test.each<[string, Sheets, string, string?]>([
    ["as the id of a person", people(0, dashed), "Personer!A4"],
    ["as a number", people(0, Number(ten)), "Personer!A4"],
    ["with the century", people(0, `19${dashed}`), "Personer!A4"],
    ["for a birth year", people(1, ten), "Personer!B4"],
    ["for a support", people(3, dashed), "Personer!D4"],
    ["a coordination number", people(0, coordination), "Personer!A4"],
    [
      "in a comment column",
      { Satsat: paid, Personer: [withComment, [...anna, `Se ${dashed} i akten`]] },
      "Personer!H2",
    ],
    ["beside a budget", { Ekonomi: [header, lokal], Anteckningar: [[`Ring ${dashed}`]] }, "Anteckningar!A1"],
    ["as a cost line", { Ekonomi: [header, [`Lön ${dashed}`, 2024, 1, 2]] }, "Ekonomi!A2"],
    ["as an agency", { Satsat: [...paid, [dashed, 2023, 1]], Personer: [columns, anna] }, "Satsat!A5"],
    ["as an assumption's source", assuming(["Dödvikt", null, 0.2, null, null, `Samtal med ${dashed}`]), "Kalkyl!F2"],
    ["as the name of a sheet", { [dashed]: [header, lokal] }, "#1"],
    ["in the name of the file", { Ekonomi: [header, lokal] }, "", `Akt ${dashed}.xlsx`],
  ])("%s", async (_, sheets, place, name = "underlag.xlsx") => {
    const outcome = await outcomeOf(await workbookOf(sheets), name);
    expect(outcome.refused).toBe(true);
    expect(found(outcome)).toEqual([`personal-identity-number${place === "" ? "" : ` ${place}`}`]);
    expect(messageOf(outcome, "personal-identity-number")).toMatch(/Ta bort personnummer och använd löpnummer/);
    for (const number of [ten, coordination]) {
      for (const part of [number, `${number.slice(0, 6)}-${number.slice(6)}`, `-${number.slice(6)}`])
        expect(outcome.text).not.toContain(part);
    }
    const { budget, contributions, avoided, finalReport } = outcome.json;
    expect([budget, contributions, avoided, outcome.json.return, finalReport]).toEqual([null, null, null, null, null]);
  });

  test("split over a birth date and four digits beside it", async () => {
    const split = [
      ["Deltagare", "Födelsedatum", "Fyra sista siffror", ...columns.slice(2)],
      ["P1", ten.slice(0, 6), ten.slice(6), ...anna.slice(2)],
    ];
    const outcome = await outcomeOf(await workbookOf({ Satsat: paid, Personer: split }));
    expect(outcome.refused).toBe(true);
    expect(found(outcome).every((each) => each.startsWith("personal-identity-number Personer!"))).toBe(true);
    expect(outcome.text).not.toContain(ten.slice(6));
  });

  test("an organisation number, a wrong check digit and an impossible date are none", async () => {
    const organisation = identityNumber("556036", "079");
    const wrong = `${ten.slice(0, 9)}${(Number(ten[9]) + 1) % 10}`;
    const impossible = identityNumber("801301", "123");
    const notes = [organisation, `${organisation.slice(0, 6)}-${organisation.slice(6)}`, wrong, impossible].map(
      (text) => [text],
    );
    const outcome = await outcomeOf(await workbookOf({ Ekonomi: [header, lokal], Anteckningar: notes }));
    expect(outcome.refused).toBe(false);
    expect(outcome.json.budget.total.outcome).toBe("40000");
  });
});

/** The package with parts of it changed; each change must be one. */
function patched(bytes: Uint8Array, changes: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [part, change] of Object.entries(changes)) {
    const before = strFromU8(parts[part]!);
    const after = change(before);
    expect(after).not.toBe(before);
    parts[part] = strToU8(after);
  }
  return zipSync(parts);
}
