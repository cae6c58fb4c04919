// tests/intake/personalIdentity.test.ts: personal identity numbers refuse the workbook and are never repeated.
// The numbers are Skatteverket's published test numbers and its form examples (SKV 704), or built here from the check digit's rule.
import fc from "fast-check";
import type { CellValue } from "../../src/intake/grid";
import { identityNumbersIn, withoutIdentityNumbers } from "../../src/domain/personalIdentity";
import { readWorkbook } from "../../src/intake/readWorkbook";
import { gridOf, workbookOf } from "./gridOf";
import { asRead, readSheet } from "./shown";

/** The check digit of nine digits, from the right: doubled, not doubled, …; digit sums; up to the next ten. */
function withCheckDigit(nine: string): string {
  const sum = Array.from(nine)
    .reverse()
    .reduce((all, digit, index) => {
      const value = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
      return all + Math.floor(value / 10) + (value % 10);
    }, 0);
  return nine + String((10 - (sum % 10)) % 10);
}

test.each([
  "640823-3234",
  "6408233234",
  "19640823-3234",
  "196408233234",
  "640823+3234",
  "640823–3234",
  "Anna Andersson 640823-3234, sjukskriven",
  "701063-2391",
  "19701063-2391",
  "640823 3234",
  "640823\u00A03234",
  "640823.3234",
  "640823/3234",
  "640823_3234",
  "640823 - 3234",
  "640823−3234",
  "64-08-23-3234",
  "64.08.23-3234",
  "1964-08-23-3234",
  "1964-08-23 - 3234",
  "640823-\n3234",
  "64\u00AD0823-32\u00AD34",
  "６４０８２３-３２３４",
  "640823\u200B-3234",
])("%j is one", (text) => {
  expect(identityNumbersIn(text)).toBe(1);
});

test.each([
  ["wrong check digit", "640823-3235"],
  ["no such month", withCheckDigit("641323323")],
  ["no such day", withCheckDigit("640832323")],
  ["not a leap year", withCheckDigit("630229323")],
  ["an organisation number", "556036-0793"],
  ["an organisation number with its prefix", "16556036-0793"],
  ["too many digits", "86408233234"],
  ["a phone number", "070-123 45 67"],
  ["two months", "200802–201206"],
  ["a date and an amount with a thousands separator", "2024-03-31 1 200 kr"],
  ["an account with a bankgiro number", "5050 5050-1055"],
])("%s is none", (_name, text) => {
  expect(identityNumbersIn(text)).toBe(0);
});

test("29 February needs a leap year, when the century is known too", () => {
  const digits = withCheckDigit("000229323");
  expect(identityNumbersIn(digits)).toBe(1);
  expect(identityNumbersIn(`20${digits}`)).toBe(1);
  expect(identityNumbersIn(`19${digits}`)).toBe(0);
});

const budget: readonly (readonly CellValue[])[] = [
  ["Kostnadsslag", "År", "Utfall", "Budget"],
  ["Personal", 2024, 1, 2],
];

test.each<[string, CellValue, string]>([
  ["text", "640823-3234", "General"],
  ["a number", 6408233234, "General"],
  ["a number with the century", 196408233234, "General"],
  ["a number without its leading zero", Number(withCheckDigit("010203323")), "0000000000"],
  ["a number in the form of one", Number(withCheckDigit("010203323")), "000000-0000"],
])("%s in any cell refuses the workbook, with the cell and without the number", (_name, value, format) => {
  const intake = readSheet([...budget, [], ["", "", "", "", value]], { formats: { E4: format } });
  expect(intake.problems).toEqual([
    {
      code: "personal-identity-number",
      severity: "refuse",
      workbook: null,
      sheet: "Blad1",
      cell: "E4",
      params: { count: 1 },
    },
  ]);
  expect(intake.tables).toEqual([]);
  expect(intake.rows).toEqual({ seen: 0, used: 0, setAside: 0 });
});

test("amounts and organisation numbers do not", () => {
  const intake = readSheet([...budget, [], [5560360793, 100000000, 2500000000, "212000-0142"]]);
  expect(intake.tables).toHaveLength(1);
});

test("in a column they are one problem, with their number", () => {
  const [found] = readSheet([
    ...budget,
    ["640823-3234"],
    ["640823-3234 och 196408233234"],
    [],
    ["640823-3234"],
  ]).problems;
  expect(found).toMatchObject({ cell: "A3:A4", params: { count: 3 } });
});

test("in a sheet's name, a comment tab of ours or the file's name", () => {
  const sheet = readWorkbook(workbookOf(gridOf(budget, { sheet: "640823-3234" })), asRead);
  expect(sheet.problems).toMatchObject([{ sheet: "#1", cell: null, params: { count: 1 } }]);
  const own = readWorkbook(
    workbookOf(gridOf(budget), gridOf([["640823-3234"]], { role: "avvikelse", sheet: "Avvikelse" })),
    asRead,
  );
  expect(own.problems).toMatchObject([{ sheet: "Avvikelse", cell: "A1" }]);
  expect(readWorkbook({ ...workbookOf(gridOf(budget)), name: "640823-3234.xlsx" }, asRead).problems).toMatchObject([
    { sheet: null },
  ]);
});

test("the number is nowhere in what is handed back", () => {
  const digits = fc.tuple(
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  );
  fc.assert(
    fc.property(digits, fc.boolean(), ([year, month, day, serial], coordination) => {
      const two = (number: number): string => String(number).padStart(2, "0");
      const number = withCheckDigit(
        two(year) + two(month) + two(day + (coordination ? 60 : 0)) + String(serial).padStart(3, "0"),
      );
      const intake = readSheet([...budget, [`x ${number} y`]]);
      expect(intake.problems).toHaveLength(1);
      expect(JSON.stringify(intake)).not.toContain(number);
    }),
  );
});

describe("ten digits that may as well be something else", () => {
  const table = (heading: string, numbers: readonly CellValue[]): readonly (readonly CellValue[])[] => [
    [heading, "Kostnadsslag", "Utfall 2024", "Budget 2024"],
    ...numbers.map((number, at) => [number, `Post ${at}`, -1000, -1100]),
  ];

  test("under a heading of invoices they are asked about, without being repeated; the answer holds", () => {
    for (const number of [6408233234, "6408233234"]) {
      const asked = readSheet(table("Fakturanummer", [number, 1604795111]));
      expect(asked.tables).toEqual([]);
      expect(asked.problems).toMatchObject([{ code: "question", severity: "question", cell: "A2" }]);
      expect(JSON.stringify(asked)).not.toContain("6408233234");
      const [question] = asked.questions;
      const answers = (value: string) => [{ id: question!.id, value, date: "2026-12-01" }];
      const grid = workbookOf(gridOf(table("Fakturanummer", [number, 1604795111])));
      expect(readWorkbook(grid, { ...asRead, answers: answers("other") }).tables).toHaveLength(1);
      const refused = readWorkbook(grid, { ...asRead, answers: answers("identity") });
      expect(refused.problems).toMatchObject([{ code: "personal-identity-number", severity: "refuse" }]);
    }
  });

  test("one that passes among many that do not is asked about, whatever the column is called", () => {
    const others = [1604795111, 1604795112, 1604795113, 1604795114, 1604795116, 1604795117];
    expect(readSheet(table("Nr", [...others, 6408233234])).problems).toMatchObject([{ code: "question" }]);
  });

  test("a span of dates is none, and a date with a year or an amount after it is asked about at most", () => {
    for (let day = 1; day <= 28; day++) {
      const date = `2013-01-${String(day).padStart(2, "0")}`;
      for (const text of [`${date} - 2013-12-31`, `${date}--2013-12-31`, `${date}–2014-01-02`])
        expect(identityNumbersIn(text)).toBe(0);
      for (const text of [`Per ${date} 2013`, `Per ${date} 1200 kr`])
        expect(readSheet([[text], ...budget]).problems.filter(({ severity }) => severity === "refuse")).toEqual([]);
    }
  });

  test("under a heading of persons, or with nothing that says otherwise, they refuse the workbook", () => {
    for (const heading of ["Personnr", "Deltagare", "Nr", ""])
      expect(readSheet(table(heading, [6408233234])).problems).toMatchObject([{ code: "personal-identity-number" }]);
  });

  test("an amount of thousands of millions that happens to pass is asked about, not refused", () => {
    expect(
      readSheet([
        ["Kostnadsslag", "Utfall 2024", "Budget 2024"],
        ["Personal", 6408233234, 6500000000],
      ]).problems,
    ).toMatchObject([{ code: "question", cell: "B2" }]);
  });

  test("a number that has lost its zero is one under a heading of persons, and an amount elsewhere", () => {
    const number = Number(withCheckDigit("010203323"));
    expect(readSheet(table("Personnummer", [number])).problems).toMatchObject([{ code: "personal-identity-number" }]);
    expect(readSheet(table("Anmärkning", [number])).tables).toHaveLength(1);
  });
});

test("what is shown of a text with an identity number says that one was there, and nothing of it", () => {
  expect(withoutIdentityNumbers("Underlag 640823-3234.xlsx")).toBe("Underlag [personnummer].xlsx");
  expect(withoutIdentityNumbers("Underlag 2024.xlsx")).toBe("Underlag 2024.xlsx");
  const named = readWorkbook({ ...workbookOf(gridOf(budget)), name: "Underlag [personnummer].xlsx" }, asRead);
  expect(named.problems).toMatchObject([{ code: "personal-identity-number", params: { count: 1 } }]);
});
