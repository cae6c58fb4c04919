// tests/intake/records/participantRows.test.ts: participants as people write them, and every row that cannot be used, with its cell.
import { toKr } from "../../../src/domain/money";
import { monthText } from "../../../src/domain/period";
import type { CellValue } from "../../../src/intake/grid";
import { type Intake, readWorkbook } from "../../../src/intake/readWorkbook";
import { gridOf, type GridOptions, workbookOf } from "../gridOf";
import { asRead, readSheet, said } from "../shown";

type Row = readonly CellValue[];
const _ = null;
const header: Row = [
  "Deltagare",
  "Födelsedatum",
  "Sista månad med tidigare stöd",
  "Försörjning före",
  "Belopp före (kr/mån)",
  "Försörjning efter",
  "Belopp efter (kr/mån)",
];
const good: Row = ["S1", "1966-05-14", "2023-12-31", "Försörjningsstöd", 7890, "Sjukersättning", 13275];
const alone = "participants-without-contributions null";

const kr = (amount: Parameters<typeof toKr>[0] | undefined): string =>
  amount === undefined ? "none" : toKr(amount).toString();

/** `S1 1966-05 2023-12 Försörjningsstöd 7890 > Sjukersättning 13275`. */
function people({ participants }: Intake): readonly string[] {
  return participants.map(({ value: { id, birth, lastMonth, before, after, droppedOut } }) => {
    const born = `${birth.year}${birth.month === null ? "" : `-${String(birth.month).padStart(2, "0")}`}`;
    const last = droppedOut ? "dropped out" : lastMonth === null ? "ongoing" : monthText(lastMonth);
    return `${id} ${born} ${last} ${before.source} ${kr(before.amount)} > ${after === null ? "none" : `${after.source} ${kr(after.amount)}`}`;
  });
}

function saidOf(intake: Intake): readonly string[] {
  return said(intake).filter((text) => text !== alone);
}

function withCell(column: number, value: CellValue): Row {
  return good.map((cell, at) => (at === column ? value : cell));
}

describe("a row", () => {
  test("as the contract has it", () => {
    const intake = readSheet([header, good]);
    expect(people(intake)).toEqual(["S1 1966-05 2023-12 Försörjningsstöd 7890 > Sjukersättning 13275"]);
    expect(intake.participants[0]?.origin).toEqual({ workbook: null, sheet: "Blad1", cells: "A2:G2" });
    expect(intake.rows).toEqual({ seen: 1, used: 1, setAside: 0 });
    expect(said(intake)).toEqual([alone]);
  });

  test.each<[string, CellValue, string, string]>([
    ["ISO date", "1966-05-14", "1966-05", "General"],
    ["digits alone", "19660514", "1966-05", "General"],
    ["digits as a number", 19660514, "1966-05", "General"],
    ["two-digit year", "660514", "1966-05", "General"],
    ["two-digit year as a number", 660514, "1966-05", "General"],
    ["two-digit year of somebody young", "010514", "2001-05", "General"],
    ["year and month", "1966-05", "1966-05", "General"],
    ["year and month in digits", "196605", "1966-05", "General"],
    ["in words", "14 maj 1966", "1966-05", "General"],
    ["in words, with a comma", "14 maj, 1966", "1966-05", "General"],
    ["in words, two-digit year", "14 maj -66", "1966-05", "General"],
    ["in words, of somebody young", "14 maj 01", "2001-05", "General"],
    ["a month in words, two-digit year", "maj -66", "1966-05", "General"],
    ["day and month, as in a diary", "14/5-66", "1966-05", "General"],
    ["day and month before the year", "14/5 1966", "1966-05", "General"],
    ["day first, with dashes", "14-05-1966", "1966-05", "General"],
    ["day first, where no month has that number", "31-12-1966", "1966-12", "General"],
    ["ISO order with full stops", "1966.05.14", "1966-05", "General"],
    ["month and year", "5/1966", "1966-05", "General"],
    ["the word before it", "född 14 maj 1966", "1966-05", "General"],
    ["the word before a year", "f. 1966", "1966", "General"],
    ["a year", 1966, "1966", "General"],
    ["a year as text", "1966", "1966", "General"],
    ["a serial with a date format", 24241, "1966-05", "yyyy-mm-dd"],
  ])("birth: %s", (_name, value, born, format) => {
    const intake = readSheet([header, withCell(1, value)], { formats: { B2: format } });
    expect(people(intake)[0]).toContain(`S1 ${born} `);
    expect(saidOf(intake)).toEqual([]);
  });

  test.each<[string, CellValue, string, string]>([
    ["ISO date", "2023-12-31", "2023-12", "General"],
    ["year and month", "2023-12", "2023-12", "General"],
    ["digits", "202312", "2023-12", "General"],
    ["digits as a number", 202312, "2023-12", "General"],
    ["in words", "dec 2023", "2023-12", "General"],
    ["a day in words", "31 december 2023", "2023-12", "General"],
    ["the first of a month: that month was paid", "den 1 dec. 2023", "2023-12", "General"],
    ["a day in words, two-digit year", "31 dec -23", "2023-12", "General"],
    ["day and month, as in a diary", "31/12-23", "2023-12", "General"],
    ["month and year", "12/2023", "2023-12", "General"],
    ["words and a dash", "dec-23", "2023-12", "General"],
    ["a serial with a date format", 45291, "2023-12", "mmm yy"],
    ["empty: not ended", _, "ongoing", "General"],
    ["not ended", "Pågår", "ongoing", "General"],
    ["dropped out", "Avbruten", "dropped out", "General"],
  ])("last month: %s", (_name, value, last, format) => {
    const intake = readSheet([header, withCell(2, value)], { formats: { C2: format } });
    expect(people(intake)[0]).toContain(`1966-05 ${last} `);
    expect(intake.rows.used).toBe(1);
  });

  test("serials that have lost their format are read as dates, and said", () => {
    const intake = readSheet([header, ["S1", 24241, 45291, ...good.slice(3)]]);
    expect(people(intake)[0]).toContain("1966-05 2023-12");
    expect(saidOf(intake)).toEqual(["dates-without-format C1", "dates-without-format B1"]);
  });

  test("but not beside yymmdd, where a five-digit number may have lost its first zero", () => {
    const intake = readSheet([header, ["S1", 20315, ...good.slice(2)], ["S2", 660514, ...good.slice(2)]]);
    expect(people(intake).map((text) => text.slice(0, 2))).toEqual(["S2"]);
    expect(saidOf(intake)).toEqual(["unreadable-date B2"]);
  });

  test("dates count from 1904 where the workbook does", () => {
    const grid = gridOf([header, ["S1", 24241 - 1462, 45291 - 1462, ...good.slice(3)]], {
      formats: { B2: "yyyy-mm-dd", C2: "yyyy-mm-dd" },
    });
    expect(people(readWorkbook({ ...workbookOf(grid), date1904: true }, asRead))[0]).toContain("1966-05 2023-12");
  });

  test("a birth year column, alone or as a check", () => {
    const year = ["Deltagare", "Födelseår", ...header.slice(2)];
    expect(people(readSheet([year, ["S1", 1966, ...good.slice(2)]]))[0]).toContain("S1 1966 ");
    const both = [...header, "Födelseår"];
    expect(saidOf(readSheet([both, [...good, 1966]]))).toEqual([]);
    expect(saidOf(readSheet([both, [...good, 1967]]))).toEqual(["birth-years-differ H2"]);
  });

  test("the course of a support: what is used, its period, its last day, what is paid beside", () => {
    const course = [
      "Förbrukat av stödet",
      "Ersättningsperiod",
      "Stödets sista dag",
      "Försörjning efter 2",
      "Belopp efter 2 (kr/mån)",
      "Regel efter",
    ];
    const leaver: Row = ["1966-05-14", "2025-03-31", "A-kassa", 17_600, "Nystartsjobb", 6284];
    const intake = readSheet([
      [...header, ...course],
      ["S1", ...leaver, 132, "300/60", "2025-06-30", "Försörjningsstöd", 2500, "nystart_25plus"],
      ["S2", ...leaver, "10,5", 300, "juni 2025", _, _, _],
      ["S3", ...leaver, "66 dagar", _, "30/6-25", _, _, _],
      ["S4", ...good.slice(1), _, _, _, _, _, _],
    ]);
    expect(intake.participants.map(({ value }) => value)).toMatchObject([
      {
        usedUnits: 132,
        benefitPeriod: "300/60",
        supportLastDay: "2025-06-30",
        after2: {},
        afterRule: "nystart_25plus",
      },
      { usedUnits: 10.5, benefitPeriod: "300", supportLastDay: "2025-06-30", after2: null, afterRule: null },
      { usedUnits: 66, benefitPeriod: null, supportLastDay: "2025-06-30" },
      { usedUnits: null, benefitPeriod: null, supportLastDay: null, after2: null, afterRule: null },
    ]);
    expect(intake.participants[0]?.value.after2).toEqual({ source: "Försörjningsstöd", amount: 250_000 });
    expect(saidOf(intake)).toEqual([]);
  });

  test.each<[string, number, CellValue, string]>([
    ["used: words", 7, "nästan allt", "unreadable-number H2"],
    ["used: below nothing", 7, -1, "unreadable-number H2"],
    ["used: a share", 7, "50 %", "unreadable-number H2"],
    ["last day: no date", 9, "tills vidare?", "unreadable-date J2"],
    ["last day: a day that the month does not have", 9, "31/6 2025", "unreadable-date J2"],
    ["a second support that nobody knows", 10, "Hittepåstöd", "unknown-support K2"],
    ["a second support without its amount", 10, "Försörjningsstöd", "missing-amount L2"],
  ])("the course of a support, unreadable: %s", (_name, column, value, expected) => {
    const course = ["Förbrukat av stödet", "Ersättningsperiod", "Stödets sista dag"];
    const row = [...good, ...Array<null>(5).fill(null)].map((cell, at) => (at === column ? value : cell));
    const intake = readSheet([[...header, ...course, "Försörjning efter 2", "Belopp efter 2"], row]);
    expect(saidOf(intake)).toEqual([expected]);
    expect(intake.rows).toEqual({ seen: 1, used: 0, setAside: 1 });
  });

  test("optional columns, in any order, and columns of nobody's", () => {
    const more = [
      "Kommun",
      "Skonummer",
      ...header,
      "Hushåll",
      "Kön",
      "Kvarvarande stöd",
      "Därefter",
      "Belopp därefter",
      "Pensionsålder",
      "Insats",
    ];
    const intake = readSheet([
      ["Deltagare i insatsen"],
      [],
      more,
      ["Söderhamn", 43, ...good, "H1", "Kvinna", 1000, "Sjukersättning", 9000, 66, "RESAN"],
    ]);
    expect(intake.participants[0]).toMatchObject({
      value: { municipality: "Söderhamn", household: "H1", pensionAge: 66, followOn: { source: "Sjukersättning" } },
      sex: "Kvinna",
      initiative: "RESAN",
    });
    expect(kr(intake.participants[0]!.value.remaining!)).toBe("1000");
    expect(saidOf(intake)).toEqual([]);
  });

  test.each<[string, Row]>([
    [
      "other case, spaces and spelling",
      [
        "DELTAGARE",
        "Foedelsedatum",
        "sista manad med tidigare stod",
        "Försörjning  före",
        "BELOPP FÖRE",
        "försörjning efter:",
        "belopp efter",
      ],
    ],
    [
      "per month in words",
      [...header.slice(0, 4), "Belopp före per månad", "Försörjning efter", "Belopp efter, kr/mån"],
    ],
    ["a hint in brackets", ["Deltagare (löpnr)", "Födelsedatum (ÅÅÅÅ-MM-DD)", "Sista månad", ...header.slice(3)]],
    [
      "English",
      ["Participant", "Birth date", "Last month", "Support before", "Amount before", "Support after", "Amount after"],
    ],
  ])("headings: %s", (_name, headings) => {
    expect(people(readSheet([headings, good]))).toEqual([
      "S1 1966-05 2023-12 Försörjningsstöd 7890 > Sjukersättning 13275",
    ]);
  });

  test("an amount in text, and in tkr by its heading", () => {
    expect(people(readSheet([header, withCell(4, "7 890 kr/mån")]))[0]).toContain("Försörjningsstöd 7890 ");
    expect(
      people(readSheet([[...header.slice(0, 4), "Belopp före (tkr)", ...header.slice(5)], withCell(4, 7.89)]))[0],
    ).toContain("Försörjningsstöd 7890 ");
  });

  test("nobody pays for work, so its amount may be empty", () => {
    expect(people(readSheet([header, [...good.slice(0, 5), "Arbete", _]]))[0]).toContain("> Arbete 0");
  });

  test("an outcome that is not known yet stays null", () => {
    const intake = readSheet([header, [...good.slice(0, 5), _, _]]);
    expect(people(intake)[0]).toContain("> none");
    expect(intake.rows).toEqual({ seen: 1, used: 1, setAside: 0 });
  });
});

describe("rows that cannot be used are set aside with their cell, the rest is used", () => {
  test.each<[string, Row, string]>([
    ["no id", withCell(0, _), "missing-key A2"],
    ["no birth", withCell(1, _), "missing-key B2"],
    ["a birth that is no date", withCell(1, "1966-02-30"), "unreadable-date B2"],
    ["a day that the month does not have", withCell(1, "30 februari 1966"), "unreadable-date B2"],
    ["a thirteenth month", withCell(1, "5/13 1966"), "unreadable-date B2"],
    ["a year or a month in two digits: which is which", withCell(2, "23-12"), "unreadable-date C2"],
    ["a last day that the month does not have", withCell(2, "31 april 2023"), "unreadable-date C2"],
    ["a leap day in a common year", withCell(2, "29 februari 2023"), "unreadable-date C2"],
    ["12 years old", withCell(1, 2012), "implausible-age B2"],
    ["90 years old", withCell(1, 1933), "implausible-age B2"],
    ["a year out of range", withCell(1, 1066), "year-out-of-range B2"],
    ["a last month that is a year", withCell(2, 2023), "unreadable-date C2"],
    ["a last month that is no month", withCell(2, "2023-13"), "unreadable-date C2"],
    ["already a pensioner", withCell(1, "1957-05-14"), "no-avoided-months C2"],
    ["no support before", withCell(3, _), "missing-support D2"],
    ["an unknown support before", withCell(3, "Partistöd"), "unknown-support D2"],
    ["an unknown support after", withCell(5, "Lotto"), "unknown-support F2"],
    ["text in an amount", withCell(4, "se not"), "text-in-amount E2"],
    ["an ambiguous amount", withCell(4, "7.890"), "ambiguous-amount E2"],
    ["no amount before", withCell(4, _), "missing-amount E2"],
    ["no amount for a support that somebody pays", withCell(6, _), "missing-amount G2"],
    ["nothing paid for subsidised work", [...good.slice(0, 5), "Lönebidrag", 0], "zero-amount G2"],
    ["a negative amount", withCell(4, -7890), "negative-amount E2"],
    ["a year's amount", withCell(4, 94680), "amount-looks-yearly E2"],
    ["a year's amount in words", withCell(4, "94 680 kr/år"), "amount-looks-yearly E2"],
    ["an error value", withCell(4, { error: "#N/A" }), "error-in-amount E2"],
    ["an error for a support", withCell(3, { error: "#REF!" }), "error-in-key D2"],
    ["an id that begins with a birth date", withCell(0, "660514-XXXX"), "identity-like-id A2"],
    ["a short one", withCell(0, "19660514-1"), "identity-like-id A2"],
    ["one with an underscore", withCell(0, "660514_XXXX"), "identity-like-id A2"],
    ["one with a slash", withCell(0, "660514/XXXX"), "identity-like-id A2"],
    ["one in full-width digits", withCell(0, "６６０５１４-ＸＸＸＸ"), "identity-like-id A2"],
    ["one with a soft hyphen", withCell(0, "660514\u00AD-XX\u00ADXX"), "identity-like-id A2"],
    ["a birth date with something after it", withCell(1, "660514-ABCD"), "unreadable-date B2"],
    ["a total of persons", ["Summa", _, _, _, 7890, _, _], "total-row A2"],
  ])("%s", (_name, row, problem) => {
    const intake = readSheet([header, row, ["A1", ...good.slice(1)]]);
    expect(saidOf(intake)).toContain(problem);
    expect(intake.setAside.map(({ cell, reason }) => `${reason} ${cell}`)).toEqual([problem]);
    expect(intake.participants.map(({ value }) => value.id)).toEqual(["A1"]);
    expect(intake.rows).toEqual({ seen: 2, used: 1, setAside: 1 });
    expect(intake.participantsSetAside).toBe(problem.startsWith("total-row") ? 0 : 1);
  });

  test("a pension age of one's own", () => {
    const wrong = readSheet([
      [...header, "Pensionsålder"],
      [...good, 660],
    ]);
    expect(saidOf(wrong)).toEqual(["implausible-pension-age H2"]);
    expect(
      readSheet([
        [...header, "Pensionsålder"],
        [...good, "66,5 år"],
      ]).participants[0]?.value.pensionAge,
    ).toBe(66.5);
  });

  test("every reason of a row is said, one stands for it", () => {
    const intake = readSheet([header, ["S1", "x", "y", "Partistöd", "z", "Arbete", 0]]);
    expect(saidOf(intake)).toEqual([
      "unreadable-date C2",
      "unreadable-date B2",
      "text-in-amount E2",
      "unknown-support D2",
    ]);
    expect(intake.rows).toEqual({ seen: 1, used: 0, setAside: 1 });
  });

  test("nothing with a birth date and more in it is ever repeated", () => {
    const intake = readSheet([
      header,
      withCell(0, "660514-XXXX"),
      ["S2", "660514-ABCD", ...good.slice(2)],
      ["S3", "1966-05-14", "660514-12", ...good.slice(3)],
    ]);
    expect(intake.rows.setAside).toBe(3);
    expect(JSON.stringify(intake.problems)).not.toContain("660514");
  });
});

describe("amounts per year", () => {
  const yearly = [...header.slice(0, 4), "Belopp före (kr/år)", "Försörjning efter", "Belopp efter (kr/mån)"];
  test("are divided by 12, exactly, and said", () => {
    const intake = readSheet([yearly, withCell(4, 94680)]);
    expect(people(intake)[0]).toContain("Försörjningsstöd 7890 > Sjukersättning 13275");
    expect(saidOf(intake)).toEqual(["amounts-per-year E1"]);
  });

  test("are set aside where a twelfth is no amount", () => {
    expect(saidOf(readSheet([yearly, withCell(4, 100000)]))).toEqual(["amount-too-fine E2", "amounts-per-year E1"]);
  });
});

describe("tables that are left out", () => {
  test("a participant twice, with both cells", () => {
    const intake = readSheet([header, good, ["A1", ...good.slice(1)], ["s 1", ...good.slice(1)]]);
    expect(said(intake)).toEqual(["duplicate-row A4:G4"]);
    expect(intake.problems[0]?.params).toEqual({ what: "s 1", other: "A2:G2" });
    expect(intake.participants).toEqual([]);
    expect(intake.rows).toEqual({ seen: 3, used: 0, setAside: 3 });
  });

  test("the same id in two initiatives is two", () => {
    const rows = [
      [...header, "Insats"],
      [...good, "Ett"],
      [...good, "Två"],
    ];
    expect(readSheet(rows).participants).toHaveLength(2);
  });

  test("a participant again on another sheet", () => {
    const intake = readWorkbook(
      workbookOf(gridOf([header, good]), gridOf([header, ["S9", ...good.slice(1)], good], { sheet: "Två" })),
      asRead,
    );
    expect(intake.participants.map(({ value }) => value.id)).toEqual(["S1"]);
    expect(intake.problems[0]).toMatchObject({
      code: "duplicate-row",
      sheet: "Två",
      cell: "A3:G3",
      params: { other: "Blad1!A2:G2" },
    });
    expect(intake.rows).toEqual({ seen: 3, used: 1, setAside: 2 });
  });

  test("without a column that is needed", () => {
    const intake = readSheet([header.slice(0, 4), good.slice(0, 4)]);
    expect(intake.problems[0]).toMatchObject({
      code: "missing-column",
      cell: "A1:D2",
      params: { headings: "Belopp före, Försörjning efter" },
    });
    expect(intake.rows).toEqual({ seen: 1, used: 0, setAside: 1 });
  });
});

// 811218-9876 and 640823-3234 are the tax agency's own examples of form (SKV 704 / Wikipedia), belonging to nobody.
describe("personal identity numbers", () => {
  const read = (rows: readonly Row[], options: GridOptions = {}): Intake => readSheet([header, ...rows], options);
  test.each<[string, Row]>([
    ["with a space in the id", withCell(0, "811218 9876")],
    ["with spaces in the birth", withCell(1, "19 811218 9876")],
  ])("%s: refused, never repeated", (_name, row) => {
    const intake = read([row]);
    expect(intake.problems.map(({ severity }) => severity)).toEqual(["refuse"]);
    expect(intake.participants).toEqual([]);
    expect(JSON.stringify(intake)).not.toMatch(/9876|811218/u);
  });

  test("split over a birth date and a column that says so", () => {
    const intake = readSheet([
      [...header, "Fyra sista"],
      [...good.slice(0, 1), "1981-12-18", ...good.slice(2), 9876],
    ]);
    expect(said(intake)).toEqual(["personal-identity-number H2"]);
  });

  test("split over birth dates and ids, when all of them fit", () => {
    const births = ["1981-12-18", "1964-08-23", "19811218"];
    const ids: CellValue[] = ["9876", 3234, "-9876"];
    const intake = read(births.map((birth, index) => [ids[index] ?? _, birth, ...good.slice(2)]));
    expect(said(intake)).toEqual(["personal-identity-number A2:A4"]);
  });

  test("four-digit serial numbers are none", () => {
    const intake = read([1001, 1002, 1003].map((id) => [id, "1981-12-18", ...good.slice(2)]));
    expect(intake.rows.used).toBe(3);
  });

  test.each(["1966-05-14", "660514", 19660514])("a birth date alone (%p) is none", (birth) => {
    expect(read([withCell(1, birth)]).rows.used).toBe(1);
    expect(read([withCell(0, birth)]).rows.used).toBe(1);
  });
});

test("rows that are hidden are used, and said; remarks below are no rows", () => {
  const intake = readSheet([header, good, ["A1", ...good.slice(1)], [], ["Källa: egen sammanställning"]], {
    hiddenRows: [3],
  });
  expect(intake.rows).toEqual({ seen: 2, used: 2, setAside: 0 });
  expect(saidOf(intake)).toEqual(["hidden-row A3:G3"]);
});
