// tests/intake/postings/postingLedger.test.ts: exports with one posting per row, as accounting systems write them.
import { analyse } from "../../../src/actions/analyse";
import { Asking } from "../../../src/domain/question";
import type { CellValue, Grid } from "../../../src/intake/grid";
import { postingLedger, postingSheets, signed } from "../../../src/intake/postings/postingLedger";
import { gridOf, workbookOf } from "../gridOf";

type Row = readonly CellValue[];

/** Öre per account and month. */
function sums(...grids: readonly Grid[]): Record<string, number> {
  const { ledger } = postingLedger("bok", postingSheets(grids), false);
  return Object.fromEntries(
    [...ledger.transactions.entries()].reduce(
      (all, { account, month, ore }) => all.set(`${account} ${month}`, (all.get(`${account} ${month}`) ?? 0) + ore),
      new Map<string, number>(),
    ),
  );
}

test.each<[string, readonly Row[]]>([
  [
    "debit and credit",
    [
      ["Konto", "Kontonamn", "Datum", "Ver", "Debet", "Kredit"],
      ["5010", "Hyra", "2024-01-05", "A1", "1 000,50", null],
      ["5010", "Hyra", "2024-01-31", "A2", null, "0,50"],
      ["3985", "Bidrag", "2024-02-01", "A3", null, "2 000"],
    ],
  ],
  [
    "one amount, period as a number",
    [
      ["Period", "Konto", "Konto(T)", "Belopp"],
      [202401, 5010, "Hyra", 1000.5],
      [202401, 5010, "Hyra", -0.5],
      [202402, 3985, "Bidrag", -2000],
    ],
  ],
  [
    "number and name in one cell, under lines of a report's own",
    [
      ["Huvudbok", null, null],
      ["Förbundet", "2024", null],
      ["Konto", "Bokföringsdatum", "Belopp (kr)"],
      ["5010 Hyra", "2024-01-05", 1000.5],
      ["5010 Hyra", "2024-01-31", -0.5],
      ["3985 Bidrag", "2024-02-01", -2000],
    ],
  ],
])("%s comes to the same sums", (_, rows) => {
  expect(sums(gridOf(rows))).toEqual({ "5010 202401": 100_000, "3985 202402": -200_000 });
});

test("balances brought forward, sums and rows without an amount are no postings, and are set aside", () => {
  const rows: readonly Row[] = [
    ["Konto", "Datum", "Text", "Debet", "Kredit"],
    [5010, "2024-01-01", "Ingående balans", 900, null],
    [5010, "2024-01-05", "Hyra", 1000, null],
    ["Summa", null, null, 1900, 0],
    [5010, "2024-01-06", "Makulerad", null, null],
  ];
  const { left, bad, rows: used } = postingLedger("bok", postingSheets([gridOf(rows)]), false);
  expect(sums(gridOf(rows))).toEqual({ "5010 202401": 100_000 });
  expect([left.map(({ cell }) => cell), bad, used]).toEqual([["A2", "A4", "A5"], [], 1]);
});

test.each<[string, Row, string, string]>([
  ["an amount that is no amount", [5010, "2024-01-05", "Hyra", "ettusen"], "D3", "amount"],
  ["no account", ["Hyra", "2024-01-05", "Hyra", 100], "A3", "account"],
  ["no month", [5010, "våren", "Hyra", 100], "B3", "date"],
  ["a month in a year that is none", [5010, "2024-13", "Hyra", 100], "B3", "date"],
])("%s refuses the export with its cell", (_, row, cell, fault) => {
  const rows = [["Konto", "Datum", "Text", "Belopp"], [5010, "2024-01-05", "Hyra", 100], row];
  const { problems, results } = analyse([workbookOf(gridOf(rows))], { unit: null, sign: null });
  expect(results).toEqual([]);
  expect(problems[0]).toMatchObject({ code: "posting-bad-row", severity: "refuse", cell, params: { fault, count: 1 } });
});

test("the period holds where it differs from the date, and that is said", () => {
  const rows = [
    ["Konto", "Period", "Verdatum", "Belopp"],
    [5010, 202401, "2024-02-03", 100],
    [5010, 202402, "2024-02-03", 50],
  ];
  const { otherPeriod } = postingLedger("bok", postingSheets([gridOf(rows)]), false);
  expect([sums(gridOf(rows)), otherPeriod]).toEqual([{ "5010 202401": 10_000, "5010 202402": 5_000 }, 1]);
});

test("income and costs of the same sign are asked about; the other ways tell themselves", () => {
  const of = (income: number, cost: number, answers: { id: string; value: string; date: string }[] = []) => {
    const sheets = postingSheets([
      gridOf([
        ["Konto", "Datum", "Belopp"],
        [3985, "2024-01-05", income],
        [5010, "2024-01-05", cost],
      ]),
    ]);
    const asking = new Asking(answers);
    const ledger = signed(postingLedger("bok", sheets, false).ledger, sheets, asking);
    const ore = ledger === null ? null : [...ledger.transactions.entries()].map((entry) => entry.ore);
    return { ore, asking };
  };
  expect(of(-2000, 500).ore).toEqual([-200_000, 50_000]);
  expect(of(2000, -500).ore).toEqual([-200_000, 50_000]);
  const { ore, asking } = of(2000, 500);
  expect([ore, asking.open.map(({ code }) => code)]).toEqual([null, ["posting-signs"]]);
  const given = { id: asking.open[0]!.id, value: "all-positive", date: "2026-12-01" };
  expect(of(2000, 500, [given]).ore).toEqual([-200_000, 50_000]);
});

test.each<[string, Row]>([
  ["a follow-up", ["Konto", "Datum", "Belopp", "Budget"]],
  ["no date", ["Konto", "Text", "Belopp", "Anm"]],
  ["no account", ["Datum", "Text", "Belopp", "Anm"]],
])("%s is no list of postings", (_, headings) => {
  expect(postingSheets([gridOf([headings, [5010, "2024-01-05", 100, 100]])])).toEqual([]);
});

test("a row with two objects lies on both, each by the name in its own column", () => {
  const rows = [
    ["Konto", "Projekt", "Projektnamn", "Kst", "Datum", "Belopp"],
    [5010, 100, "Resan", "10 Stab", "2024-01-05", 100],
  ];
  const { ledger } = postingLedger("bok", postingSheets([gridOf(rows)]), false);
  expect(ledger.objectLists[1]).toEqual([
    { dimension: "6", object: "100" },
    { dimension: "1", object: "10" },
  ]);
  expect([...ledger.objects]).toEqual([
    ["6 100", "Resan"],
    ["1 10", "Stab"],
  ]);
});

describe("sums that the export states", () => {
  const head: Row = ["Konto", "Datum", "Text", "Debet", "Kredit"];
  const rows: readonly Row[] = [
    [5010, "2024-01-01", "Ingående balans", 900, null],
    [5010, "2024-01-05", "Hyra", 1000, null],
    [5010, "2024-01-06", "Rättelse", null, 100],
  ];
  const wrong = (...sums: readonly Row[]): readonly (readonly [string, number, number])[] =>
    postingLedger("bok", postingSheets([gridOf([head, ...rows, ...sums])]), false).wrongSums.map(
      ({ cell, stated, computed }) => [cell, stated, computed],
    );

  test.each<[string, Row]>([
    ["debit and credit, with what was brought forward", ["Summa 5010", null, null, 1900, 100]],
    ["debit and credit of the postings alone", ["Summa 5010", null, null, 1000, 100]],
    ["their net", ["Summa", null, null, 900, null]],
    ["the balance", ["Utgående balans", null, null, 1800, null]],
    ["a net credit, as another sign", ["Summa", null, null, null, 900]],
    ["no amount", ["Summa", null, null, null, null]],
  ])("%s agrees", (_, sum) => {
    expect(wrong(sum)).toEqual([]);
  });

  test("a sum of sums, and one of the part since the last one", () => {
    expect(
      wrong(
        ["Delsumma", null, null, 1000, 100],
        [7010, "2024-01-25", "Lön", 500, null],
        ["Delsumma", null, null, 500, 0],
        ["Slutsumma", null, null, 1500, 100],
      ),
    ).toEqual([]);
  });

  test("one that the rows do not give is told with its cell, and the rows hold", () => {
    expect(wrong(["Summa", null, null, 1100, 100])).toEqual([["D5", 100_000, 90_000]]);
    const { problems } = analyse([workbookOf(gridOf([head, ...rows, ["Summa", null, null, 1100, 100]]))], {
      unit: null,
      sign: null,
    });
    expect(problems.find(({ code }) => code === "posting-sum-differs")).toMatchObject({
      severity: "error",
      cell: "D5",
      params: { stated: "1000", computed: "900", count: 1 },
    });
  });
});

test("an account on a row of its own above its postings", () => {
  const rows: readonly Row[] = [
    ["Konto", "Ver nr", "Datum", "Text", "Belopp"],
    ["5010 Lokalhyra", null, null, null, null],
    [null, "A 1", "2024-01-15", "Hyra", 10_000],
    [null, "A 2", "2024-02-15", "Hyra", 10_000],
    ["Summa 5010", null, null, null, 20_000],
    [7010, "Löner", null, null, null],
    [null, "A 3", "2024-01-25", "Lön", 35_000],
    ["Summa", null, null, null, 55_000],
  ];
  expect(sums(gridOf(rows))).toEqual({ "5010 202401": 1_000_000, "5010 202402": 1_000_000, "7010 202401": 3_500_000 });
  const { ledger, wrongSums } = postingLedger("bok", postingSheets([gridOf(rows)]), false);
  expect([...ledger.accounts].map(([number, { name }]) => [number, name])).toEqual([
    ["5010", "Lokalhyra"],
    ["7010", "Löner"],
  ]);
  // 55 000 is no sum of the last account, and the sum of all three.
  expect(wrongSums).toEqual([]);
  // After its sum the account is closed: what follows without one is refused, and so is a cell that is missing where the others have theirs.
  const loose: Row = [null, "A 4", "2024-01-31", "Okänt", 700];
  for (const where of [
    [...rows.slice(0, 5), loose],
    [rows[0]!, [5010, "A 1", "2024-01-15", "Hyra", 10_000] as Row, ["5020 El", null, null, null, null] as Row, loose],
  ])
    expect(postingLedger("bok", postingSheets([gridOf(where)]), false).bad).toEqual([
      { sheet: "Blad1", cell: `A${where.length}`, fault: "account" },
    ]);
});

test.each<[string, Row, Row, boolean]>([
  ["another currency", ["Konto", "Datum", "Belopp", "Valuta"], [5010, "2024-01-05", 100, "EUR"], true],
  ["kronor", ["Konto", "Datum", "Belopp", "Valuta"], [5010, "2024-01-05", 100, "SEK"], false],
  ["no currency said", ["Konto", "Datum", "Belopp", "Valuta"], [5010, "2024-01-05", 100, null], false],
  [
    "the foreign amount in a column of its own",
    ["Konto", "Datum", "Belopp", "Valuta", "Valutabelopp"],
    [5010, "2024-01-05", 100, "EUR", 9],
    false,
  ],
])("%s", (_, head, row, refused) => {
  const { bad } = postingLedger("bok", postingSheets([gridOf([head, row])]), false);
  expect(bad.map(({ cell, fault }) => [cell, fault])).toEqual(refused ? [["D2", "currency"]] : []);
});
