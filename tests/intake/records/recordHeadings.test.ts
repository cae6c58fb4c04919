// tests/intake/records/recordHeadings.test.ts: headings as people write them are read, or asked about; a column of money is never dropped in silence.
import { ownTimeOf } from "../../../src/domain/return/contribution";
import { toKr } from "../../../src/domain/money";
import { monthText } from "../../../src/domain/period";
import type { CellValue } from "../../../src/intake/grid";
import { RECORD_KINDS } from "../../../src/intake/records/recordKinds";
import { type Intake, readWorkbook } from "../../../src/intake/readWorkbook";
import { gridOf, workbookOf } from "../gridOf";
import { asRead, readSheet, said } from "../shown";

type Row = readonly CellValue[];
const _ = null;

function money({ contributions }: Intake): readonly string[] {
  return contributions.map(
    ({ value }) => `${value.agency} ${value.year ?? "none"} ${value.cash.toString()}+${ownTimeOf(value).toString()}`,
  );
}

function saidOf(intake: Intake): readonly string[] {
  return said(intake).filter((text) => !/^(?:contributions|participants)-without-/u.test(text));
}

/** The only question, its answers' values, and the same sheet read with each answer. */
function asked(rows: readonly Row[]): { readonly intake: Intake; readonly with: (value: string) => Intake } {
  const intake = readSheet(rows);
  expect(intake.questions).toHaveLength(1);
  const [question] = intake.questions;
  return {
    intake,
    with: (value) =>
      readWorkbook(workbookOf(gridOf(rows)), {
        ...asRead,
        answers: [{ id: question?.id ?? "", value, date: "2026-11-30" }],
      }),
  };
}

describe("every heading that a reader knows also tells its table", () => {
  const cases = RECORD_KINDS.flatMap(({ name, columns, shapes }) =>
    shapes.slice(0, 1).flatMap(({ needs }) =>
      needs.flatMap((group) =>
        group.flatMap((role) => {
          const { sv, en } = columns[role] ?? {
            sv: [],
            en: [],
          };
          return [...sv, ...en].map((heading) => [name, role, heading] as const);
        }),
      ),
    ),
  );

  test("and the README's and the glossary's are among them", () => {
    const all = cases.map(([name, , heading]) => `${name} ${heading}`);
    expect(all).toContain("contributions Kontanta medel");
    expect(all).toContain("contributions Medfinansiering i egen tid");
  });

  const values: Readonly<Record<string, CellValue>> = { text: "X", money: 5_000, number: 5, date: "2023-12", any: "X" };

  test.each(cases)("%s: %s as %s", (name, role, heading) => {
    const kind = RECORD_KINDS.find((each) => each.name === name);
    const [shape] = kind?.shapes ?? [];
    const plain = shape?.tooPlain ?? [];
    if (kind === undefined || shape === undefined || plain.includes(heading)) return;
    const columns: Readonly<Record<string, { readonly sv: readonly string[]; readonly holds: string }>> = kind.columns;
    const roles = shape.needs.map((group) => (group.includes(role) ? role : (group[0] ?? "")));
    const headings = roles.map((each) => (each === role ? heading : (columns[each]?.sv[0] ?? "")));
    const row = roles.map((each) => values[columns[each]?.holds ?? "any"] ?? "X");
    const intake = readSheet([headings, row]);
    expect(intake.found[0]?.kind).toBe(name);
    expect(intake.found[0]?.columns.find((column) => column.heading === heading)?.role).toBe(role);
  });
});

describe("contributions", () => {
  const rows: readonly Row[] = [
    ["Försäkringskassan", 2023, 500_000, 100_000],
    ["Kommunen", 2023, 2_000_000, 100_000],
    ["Regionen", 2023, 164_312, 100_000],
  ];
  const expected = [
    "Försäkringskassan 2023 500000+100000",
    "Kommunen 2023 2000000+100000",
    "Regionen 2023 164312+100000",
  ];
  const withHeadings = (cash: string, ownTime: string): readonly Row[] => [["Part", "År", cash, ownTime], ...rows];

  test.each([
    ["the glossary's own words", "Kontanta medel (kr)", "Medfinansiering i egen tid (kr)"],
    ["a footnote mark", "Kontant (kr)¹", "Egen tid*"],
    ["a footnote in brackets", "Kontant 1)", "Egen tid [2]"],
    ["a line break", "Kontant\n(kr)", "Egen\ntid, kr"],
    ["the year that the rows have", "Kontant 2023", "Egen tid 2023 (kr)"],
    ["a unit after a comma", "Kontant, kr", "Naturainsats i kr"],
  ])("read: %s", (_name, cash, ownTime) => {
    const intake = readSheet(withHeadings(cash, ownTime));
    expect(money(intake)).toEqual(expected);
    expect(saidOf(intake)).toEqual([]);
  });

  test.each(["Kontnat (kr)", "Kontatn", "Belopp", "Pengar", "Kontannt (kr)", "Lokaler och utrustning (kr)"])(
    "asked, and nothing is computed until it is answered: %s",
    (cash) => {
      const sheet = withHeadings(cash, "Egen tid (kr)");
      const { intake, with: answered } = asked(sheet);
      expect(intake.questions[0]).toMatchObject({ code: "column-means", cell: "C1", params: { heading: cash } });
      expect(money(intake)).toEqual([]);
      expect(intake.rows).toEqual({ seen: 3, used: 0, setAside: 3 });
      expect(money(answered("cash"))).toEqual(expected);
      expect(saidOf(answered("cash"))).toEqual([]);
      expect(money(answered("not-used"))[1]).toBe("Kommunen 2023 0+100000");
    },
  );

  test("an own-time heading with a slip is asked about too", () => {
    const { with: answered } = asked(withHeadings("Kontant (kr)", "Egen tdi (kr)"));
    expect(money(answered("ownTime"))).toEqual(expected);
  });

  test("a year that the rows do not have leaves the table out", () => {
    const intake = readSheet(withHeadings("Kontant 2022", "Egen tid"));
    expect(saidOf(intake)).toEqual(["years-contradict B2"]);
    expect(money(intake)).toEqual([]);
    expect(intake.rows).toEqual({ seen: 3, used: 0, setAside: 3 });
  });

  test("money that the kind has no use for is said, with its cell", () => {
    const intake = readSheet([
      ["Part", "År", "Kontant", "Egen tid", "Beslutat belopp (kr)"],
      [...rows[0]!, 900_000],
    ]);
    expect(money(intake)).toEqual([expected[0]]);
    expect(saidOf(intake)).toEqual(["money-column-not-used E1"]);
  });

  test.each<[string, readonly Row[], readonly string[]]>([
    [
      "years in columns",
      [
        ["Finansiär", 2023, 2024],
        ["Försäkringskassan", 500_000, 510_000],
        ["Kommunen", _, 120_000],
      ],
      ["Försäkringskassan 2023 500000+0", "Försäkringskassan 2024 510000+0", "Kommunen 2024 120000+0"],
    ],
    [
      "years in columns, as text, with a total",
      [
        ["Finansiär", "2023", "2024"],
        ["Försäkringskassan", 500, 510],
        ["Summa", 500, 510],
      ],
      ["Försäkringskassan 2023 500+0", "Försäkringskassan 2024 510+0"],
    ],
    [
      "a financier, a year and an amount",
      [
        ["Finansiär", "År", "Belopp"],
        ["Kommunen", 2023, 120_000],
      ],
      ["Kommunen 2023 120000+0"],
    ],
    [
      "two years of each kind in the headings",
      [
        ["Part", "Kontant 2023", "Egen tid 2023", "Kontant 2024", "Egen tid 2024"],
        ["Kommunen", 10, 1, 20, 2],
      ],
      ["Kommunen 2023 10+1", "Kommunen 2024 20+2"],
    ],
    [
      "years over the headings",
      [
        [_, 2023, _, 2024, _],
        ["Part", "Kontant", "Egen tid", "Kontant", "Egen tid"],
        ["Kommunen", 10, 1, 20, 2],
      ],
      ["Kommunen 2023 10+1", "Kommunen 2024 20+2"],
    ],
  ])("%s", (_name, sheet, expectedMoney) => {
    const intake = readSheet(sheet);
    expect(money(intake)).toEqual(expectedMoney);
    expect(intake.questions).toEqual([]);
  });

  test("a second column of the same money is asked about, not dropped", () => {
    const { with: answered } = asked([
      ["Part", "Kontant", "Kontant"],
      ["Kommunen", 10_000, 20_000],
    ]);
    expect(money(answered("not-used"))).toEqual(["Kommunen none 10000+0"]);
  });

  test("persons by year are not taken for money, nor asked about in vain where it is said that they are money", () => {
    const persons: readonly Row[] = [
      ["Myndighet", 2023, 2024],
      ["Försäkringskassan", 12, 14],
      ["Kommunen", 30, 41],
    ];
    const intake = readSheet(persons);
    expect(money(intake)).toEqual([]);
    expect(intake.questions.map(({ code }) => code)).toEqual(["column-means", "column-means"]);
    const inTkr = readSheet([["Parternas insatser, tkr"], ...persons]);
    expect(inTkr.questions).toEqual([]);
    expect(money(inTkr)[0]).toBe("Försäkringskassan 2023 12000+0");
  });

  test("hours in brackets are hours, not kronor", () => {
    const intake = readSheet([
      ["Part", "Kontant", "Egen tid (timmar)", "Timkostnad"],
      ["Kommunen", 1000, 10, 400],
    ]);
    expect(money(intake)).toEqual(["Kommunen none 1000+4000"]);
  });

  test("a total is not the cash that is missing beside own time until somebody says so", () => {
    const { with: answered } = asked([
      ["Part", "Egen tid", "Totalt"],
      ["Kommunen", 1_000, 51_000],
    ]);
    expect(money(answered("not-used"))).toEqual(["Kommunen none 0+1000"]);
  });

  test("parties prove their column, whatever its heading", () => {
    const intake = readSheet([
      ["Vem", "Kontant", "Egen tid"],
      ["Försäkringskassan", 500_000, 1],
      ["Kommunen", 100_000, 2],
    ]);
    expect(money(intake)).toEqual(["Försäkringskassan none 500000+1", "Kommunen none 100000+2"]);
  });

  test("a party and money under headings that nobody knows is asked about; told that it is nothing, the table is no longer one", () => {
    const { intake, with: answered } = asked([
      ["Myndighet", "Vad de lagt (kr)"],
      ["Försäkringskassan", 500_000],
      ["Kommunen", 100_000],
    ]);
    expect(money(intake)).toEqual([]);
    expect(money(answered("cash"))).toEqual(["Försäkringskassan none 500000+0", "Kommunen none 100000+0"]);
    const none = answered("not-used");
    expect(none.otherTables).toEqual([]);
    expect(none.rows).toEqual({ seen: 2, used: 0, setAside: 2 });
  });
});

describe("participants", () => {
  const body: Row = ["S1", 1966, "2023-12", "Försörjningsstöd", 7890, "Sjukersättning", 13275];
  const standard = [
    "Deltagare",
    "Födelseår",
    "Sista månad med stöd",
    "Försörjning före",
    "Belopp före",
    "Försörjning efter",
    "Belopp efter",
  ];
  const people = ({ participants }: Intake): readonly string[] =>
    participants.map(
      ({ value: { id, lastMonth, before, after } }) =>
        `${id} ${lastMonth === null ? "ongoing" : monthText(lastMonth)} ${before.source} ${toKr(before.amount).toString()} > ${after?.source ?? "none"} ${after === null ? "" : toKr(after.amount).toString()}`,
    );
  const expected = ["S1 2023-12 Försörjningsstöd 7890 > Sjukersättning 13275"];

  test.each([
    [
      "at the start and at the end",
      [
        "Nr",
        "Födelseår",
        "Sista månad med stöd",
        "Försörjning vid start",
        "Kr/mån före",
        "Försörjning vid avslut",
        "Kr/mån efter",
      ],
    ],
    [
      "on enrolment and discharge",
      [
        "Löpnummer",
        "Född år",
        "Sista stödmånad",
        "Ersättning vid inskrivning",
        "Belopp/månad före",
        "Ersättning vid utskrivning",
        "Belopp/månad efter",
      ],
    ],
    [
      "the support and its amount under one word",
      [
        "Deltagarnr",
        "Födelseår",
        "Sista månad",
        "Försörjning före",
        "Försörjning före (kr/mån)",
        "Försörjning efter",
        "Försörjning efter (kr/mån)",
      ],
    ],
    [
      "footnotes and line breaks",
      [
        "Deltagare¹",
        "Födelse-\når",
        "Sista månad med\ntidigare stöd",
        "Försörjning\nföre",
        "Belopp före*\n(kr/mån)",
        "Försörjning\nefter",
        "Belopp efter 2)",
      ],
    ],
    [
      "before the initiative",
      [
        "Deltagar-id",
        "Födelseår",
        "Stöd t.o.m.",
        "Stöd innan insatsen",
        "Månadsbelopp innan insatsen",
        "Stöd efter insatsen",
        "Månadsbelopp efter insatsen",
      ],
    ],
    [
      "no column for the person's number beside them",
      ["Id", "Födelseår", "Sista månad med stöd", "Tidigare stöd", "Tidigare belopp", "Nytt stöd", "Nytt belopp"],
    ],
  ])("%s", (_name, headings) => {
    const intake = readSheet([headings, body]);
    expect(people(intake)).toEqual(expected);
    expect(saidOf(intake)).toEqual([]);
  });

  test("groups over the headings", () => {
    const intake = readSheet([
      [_, _, _, "Före", _, "Efter", _],
      ["Nr", "Födelseår", "Sista månad med stöd", "Försörjning", "Kr/mån", "Försörjning", "Kr/mån"],
      body,
    ]);
    expect(people(intake)).toEqual(expected);
  });

  test.each(["Slutdatum", "Avslutsdatum", "Avslutad", "Utskrivningsdatum"])(
    "%s is asked: of the support, or of taking part",
    (heading) => {
      const { intake, with: answered } = asked([standard.map((each, at) => (at === 2 ? heading : each)), body]);
      expect(intake.questions[0]?.answers.map(({ value }) => value)).toEqual(["lastMonth", "end-of-participation"]);
      expect(people(intake)).toEqual([]);
      expect(people(answered("lastMonth"))).toEqual(expected);
      expect(saidOf(answered("end-of-participation"))).toEqual(["missing-column A1:G2"]);
    },
  );

  test("beside the last month with support it adds nothing, nor does the start", () => {
    const intake = readSheet([
      [...standard, "Startdatum", "Slutdatum"],
      [...body, "2023-01-10", "2024-02-01"],
    ]);
    expect(people(intake)).toEqual(expected);
    expect(saidOf(intake)).toEqual([]);
  });

  test.each([
    ["Belopp fröe", 4, "amountBefore"],
    ["Belop efter", 6, "amountAfter"],
    ["Försörning efter", 5, "after"],
  ])("a slip in a heading that the figure needs is asked about: %s", (heading, column, role) => {
    const { intake, with: answered } = asked([standard.map((each, at) => (at === column ? heading : each)), body]);
    expect(people(intake)).toEqual([]);
    expect(people(answered(role))).toEqual(expected);
  });

  test("another amount beside them is said, with its cell", () => {
    const intake = readSheet([
      [...standard, "Bostadsbidrag (kr)"],
      [...body, 1800],
    ]);
    expect(people(intake)).toEqual(expected);
    expect(saidOf(intake)).toEqual(["money-column-not-used H1"]);
  });
});

describe("what nobody recognised is told with what it comes nearest to", () => {
  const known: readonly Row[] = [
    ["Mål", "Målvärde", "Utfall"],
    ["Avslut", 10, 12],
  ];

  test("beside a table that is read, with its rows set aside", () => {
    const intake = readSheet([...known, [], ["Försörjning", "Före", "Antal nu"], ["Försörjningsstöd", 12, 4]]);
    expect(intake.goals).toHaveLength(1);
    expect(saidOf(intake)).toEqual(["nearly-a-table A4:C5"]);
    expect(intake.problems.find(({ code }) => code === "nearly-a-table")?.params).toEqual({
      seen: "Försörjning · Före · Antal nu",
      kind: "before-after",
      sv: "Efter",
      en: "After",
    });
    expect(intake.rows).toEqual({ seen: 2, used: 1, setAside: 1 });
  });

  test("and following the advice reads it", () => {
    const intake = readSheet([
      ["Försörjning", "Före", "Efter"],
      ["Försörjningsstöd", 12, 4],
    ]);
    expect(intake.beforeAfter).toHaveLength(1);
  });

  test("where nothing is read at all, with the headings that stand there", () => {
    const intake = readSheet([["Rapport"], [], ["Förväntat", "Mål", "Svar"], [10, "Avslut", 12], [11, "Studier", 3]]);
    expect(intake.problems.map(({ code }) => code)).toEqual(["no-recognised-table", "nearly-a-table"]);
    expect(intake.problems[0]?.params).toEqual({ sheets: 1, seen: "Blad1!3: Förväntat · Mål · Svar" });
    expect(intake.problems[1]?.params).toMatchObject({ kind: "goals", sv: "Målvärde" });
  });

  test("a participants table without a column that it needs says which, and which it saw", () => {
    const intake = readSheet([
      ["Nr", "Försörjning vid start", "Kr/mån före", "Försörjning vid avslut", "Sista månad med stöd"],
      ["S1", "Försörjningsstöd", 7890, "Arbete", "2023-12"],
    ]);
    expect(saidOf(intake)).toEqual(["missing-column A1:E2"]);
    expect(intake.problems[0]?.params).toMatchObject({
      headings: "Födelsedatum",
      seen: "Nr · Försörjning vid start · Kr/mån före · Försörjning vid avslut · Sista månad med stöd",
    });
  });
});
