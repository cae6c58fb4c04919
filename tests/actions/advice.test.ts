// Every message that keeps something from being computed: it names the place, and doing what it says gives the right figure.
import { analyse } from "../../src/actions/analyse";
import type { Analysis } from "../../src/actions/analysis";
import { type ProblemCode, severityOf } from "../../src/domain/problem";
import { jsonOf } from "../../src/cli/json";
import type { CellValue } from "../../src/intake/grid";
import { textsOf } from "../../src/text/languages";
import { problemText } from "../../src/text/problems";
import { gridOf, workbookOf } from "../intake/gridOf";

type Rows = readonly (readonly CellValue[])[];
type Run = Analysis;
const run = (rows: Rows, beside: Rows | null = null): Run => {
  const grids = [
    gridOf(rows, { sheet: "Ekonomi" }),
    ...(beside === null ? [] : [gridOf(beside, { sheet: "Personer" })]),
  ];
  return analyse([workbookOf(...grids)], { unit: null, sign: null });
};

const deviation = ({ results }: Run): string | undefined => results[0]?.followUp.total.amount.toString();
/** What all parties have paid in, kr. */
const paid = (found: Run): string => {
  const json = JSON.parse(JSON.stringify(jsonOf(found, textsOf("sv")))) as {
    return: { horizons: Record<string, { byAgency: Record<string, { in: string }> }> } | null;
  };
  const parties = Object.values(json.return?.horizons["1"]?.byAgency ?? {});
  return String(parties.reduce((all, party) => all + Number(party.in), 0));
};

interface Advice {
  /** What the message says in Swedish that is done here. */
  readonly says: string;
  readonly rows: Rows;
  /** The rows when the advice is followed to the letter. */
  readonly followed: Rows;
  /** The net deviation then, positive when favourable: outcome 2 300, budget 2 100 for the tables that say no other. */
  readonly gives: string;
}

const heads = ["Kostnadsslag", "Utfall 2024", "Budget 2024"];
const personal = ["Personal", 2000, 1900];
const lokal = ["Lokaler", 300, 200];
const whole: Rows = [heads, personal, lokal];
const column = (rows: Rows, keep: readonly number[]): Rows => rows.map((row) => keep.map((at) => row[at] ?? null));

const budgets: Partial<Record<ProblemCode, readonly Advice[]>> = {
  "no-budget-column": [
    { says: "rubriken Budget 2024", rows: column(whole, [0, 1]), followed: whole, gives: "-200" },
    {
      says: "rubriken Budget jan–aug 2024 (kr)",
      rows: [
        ["Kostnadsslag", "Utfall jan–aug 2024 (kr)"],
        ["Personal", 2000],
        ["Lokaler", 300],
      ],
      followed: [["Kostnadsslag", "Utfall jan–aug 2024 (kr)", "Budget jan–aug 2024 (kr)"], personal, lokal],
      gives: "-200",
    },
    {
      says: "rubriken Budget.",
      rows: [
        ["Kostnadsslag", "År", "Utfall"],
        ["Personal", 2024, 2000],
        ["Lokaler", 2024, 300],
      ],
      followed: [
        ["Kostnadsslag", "År", "Utfall", "Budget"],
        ["Personal", 2024, 2000, 1900],
        ["Lokaler", 2024, 300, 200],
      ],
      gives: "-200",
    },
  ],
  "no-outcome-column": [{ says: "rubriken Utfall 2024", rows: column(whole, [0, 2]), followed: whole, gives: "-200" }],
  "no-line-column": [
    {
      says: "kostnadsslag",
      rows: column(whole, [1, 2]),
      followed: whole,
      gives: "-200",
    },
  ],
  "no-period-with-both": [
    {
      says: "budgeten för utfallets period",
      rows: [["Kostnadsslag", "Utfall 2024", "Budget 2023"], personal, lokal],
      followed: [
        ["Kostnadsslag", "Utfall 2024", "Budget 2023", "Budget 2024"],
        ["Personal", 2000, 1, 1900],
        ["Lokaler", 300, 1, 200],
      ],
      gives: "-200",
    },
  ],
  "empty-table": [{ says: "Fyll i rader under rubrikerna", rows: [heads], followed: whole, gives: "-200" }],
  "no-budget-amounts": [
    {
      says: "Är den noll, skriv 0",
      rows: [heads, ["Personal", 2000, null], ["Lokaler", 300, null]],
      followed: [heads, ["Personal", 2000, 0], ["Lokaler", 300, 0]],
      gives: "-2300",
    },
    {
      says: "Fyll i budgeten",
      rows: [heads, ["Personal", 2000, null], ["Lokaler", 300, null]],
      followed: whole,
      gives: "-200",
    },
  ],
  "budget-without-period": [
    {
      says: "Budget 2024",
      rows: [["Kostnadsslag", "Utfall 2024", "Budget"], personal, lokal],
      followed: whole,
      gives: "-200",
    },
    {
      says: "Budget t.o.m. aug 2024",
      rows: [["Kostnadsslag", "Utfall t.o.m. aug 2024", "Budget"], personal, lokal],
      followed: [["Kostnadsslag", "Utfall t.o.m. aug 2024", "Budget t.o.m. aug 2024"], personal, lokal],
      gives: "-200",
    },
  ],
  "duplicate-key": [
    { says: "Ta bort den ena", rows: [heads, personal, lokal, ["Lokaler", 70, 0]], followed: whole, gives: "-200" },
    {
      says: "slå ihop dem",
      rows: [heads, personal, lokal, ["Lokaler", 70, 0]],
      followed: [heads, personal, ["Lokaler", 370, 200]],
      gives: "-270",
    },
  ],
  "overlapping-periods": [
    {
      says: "perioder som inte går in i varandra",
      rows: [
        ["Kostnadsslag", "Period", "Utfall", "Budget"],
        ["Personal", "2024 jan–juni", 2000, 1900],
        ["Personal", "2024 maj–dec", 300, 200],
      ],
      followed: [
        ["Kostnadsslag", "Period", "Utfall", "Budget"],
        ["Personal", "2024 jan–juni", 2000, 1900],
        ["Personal", "2024 juli–dec", 300, 200],
      ],
      gives: "-200",
    },
  ],
  "no-recognised-table": [
    {
      says: "kolumn med kostnadsslag och rubrikerna Utfall och Budget, per år eller period",
      rows: [
        ["Vad", "Så mycket"],
        ["Personal", 2000],
        ["Lokaler", 300],
      ],
      followed: whole,
      gives: "-200",
    },
  ],
};

const people: Rows = [
  [
    "Deltagare",
    "Födelseår",
    "Sista månad med tidigare stöd",
    "Försörjning före",
    "Belopp före",
    "Försörjning efter",
    "Belopp efter",
  ],
  ["P1", 1975, "2023-06", "Försörjningsstöd", 7890, "Arbete", 0],
];
const heading = ["Part", "År", "Kontant (kr)"];
const state = ["Försäkringskassan", 2023, 50000];
const town = ["Kommunen", 2023, 25000];
const region = ["Regionen", 2023, 25000];
const parties: Rows = [heading, state, town, region];

/** Tables of what the parties pay in, beside one participant: `gives` is what they have paid together. */
const records: Partial<Record<ProblemCode, readonly Advice[]>> = {
  "duplicate-row": [
    {
      says: "Ta bort den ena raden",
      rows: [...parties, ["Kommunen", 2023, 10000]],
      followed: parties,
      gives: "100000",
    },
    {
      says: "slå ihop dem",
      rows: [...parties, ["Kommunen", 2023, 10000]],
      followed: [heading, state, ["Kommunen", 2023, 35000], region],
      gives: "110000",
    },
  ],
  "years-contradict": [
    {
      says: "ta bort året ur rubriken",
      rows: [["Part", "År", "Kontant 2022 (kr)"], state, town, region],
      followed: parties,
      gives: "100000",
    },
    {
      says: "Skriv samma år i rubriken och i kolumnen År",
      rows: [["Part", "År", "Kontant 2022 (kr)"], state, town, region],
      followed: [["Part", "År", "Kontant 2023 (kr)"], state, town, region],
      gives: "100000",
    },
  ],
  "unit-undecidable": [
    {
      says: "Skriv kr, tkr eller Mkr i tabellens rubrik",
      rows: [["Kontant Mkr/tkr"], ["Part", "År", "Kontant"], state, town, region],
      followed: [["Kontant tkr"], ["Part", "År", "Kontant"], state, town, region],
      gives: "100000000",
    },
  ],
  "shares-not-one": [
    {
      says: "så att de är 1 (100 %)",
      rows: [
        ["Part", "År", "Kontant (kr)", "Andel"],
        ["Samordningsförbundet", 2023, 100000, null],
        ["Kommunen", 2023, null, 0.5],
        ["Regionen", 2023, null, 0.4],
      ],
      followed: [
        ["Part", "År", "Kontant (kr)", "Andel"],
        ["Samordningsförbundet", 2023, 100000, null],
        ["Kommunen", 2023, null, 0.6],
        ["Regionen", 2023, null, 0.4],
      ],
      gives: "100000",
    },
  ],
};

const all = { ...budgets, ...records };
const cases = Object.entries(all).flatMap(([code, each]) =>
  each.map((advice): [string, ProblemCode, Advice] => [`${code}: ${advice.says}`, code as ProblemCode, advice]),
);

test.each(cases)("%s", (_, code, { says, rows, followed, gives }) => {
  const beside = budgets[code] === undefined ? people : null;
  const wrong = run(rows, beside);
  const found = wrong.problems.find((each) => each.code === code);
  expect(wrong.problems.map((each) => each.code)).toContain(code);
  expect(wrong.results).toEqual([]);
  const text = problemText(found!, textsOf("sv"));
  expect(text).toContain(says);
  // The sheet and the cells, or the headings that stand there with their sheet and row.
  expect(text).toMatch(/Ekonomi!(?:[A-Z]+)?\d/u);
  expect(text).toMatch(/Se kapitlet .+ i användarguiden\.$/u);
  expect(problemText(found!, textsOf("en"))).toMatch(/Ekonomi![\s\S]+See the chapter .+ of the user guide\.$/u);
  const right = run(followed, beside);
  expect(right.questions).toEqual([]);
  expect(beside === null ? deviation(right) : paid(right)).toBe(gives);
});

test("a table of participants without a column that it needs: added with the heading that the message names", () => {
  const without = people.map((row) => row.filter((_, at) => at !== 5));
  const wrong = run(parties, without);
  const found = wrong.problems.find(({ code }) => code === "missing-column");
  expect(problemText(found!, textsOf("sv"))).toMatch(/^Personer!A1:F2: .*Försörjning efter.* Se kapitlet/u);
  const backOf = (each: Run): number | undefined => each.workbooks[0]?.moneyBack?.result.basis.ready.length;
  expect(backOf(run(parties, people))).toBe(1);
  expect(backOf(wrong) ?? 0).toBe(0);
});

test("two initiatives in a table of both signs: chosen as the message says", () => {
  const rows: Rows = [
    ["Insats", "Kostnadsslag", "Utfall 2024", "Budget 2024"],
    ["Norr", "Personal", 2000, -1900],
    ["Söder", "Personal", 300, -200],
  ];
  const found = run(rows).problems.find(({ code }) => code === "sign-undecidable");
  expect(problemText(found!, textsOf("sv"))).toMatch(/^Ekonomi!A1:D3: .*Välj om kostnader.* Se kapitlet/u);
  const chosen = analyse([workbookOf(gridOf(rows, { sheet: "Ekonomi" }))], { unit: null, sign: "positive" });
  expect(chosen.results.map(({ followUp }) => followUp.total.amount.toString())).toEqual(["-3900", "-500"]);
});

test("a personal identity number: replaced by a serial number, the rest is computed", () => {
  const named = (id: string): Rows => [people[0]!, [id, ...people[1]!.slice(1)]];
  // Of Skatteverket's test series: nobody's.
  const wrong = run(parties, named("19121212-1212"));
  expect(wrong.refused).toBe(true);
  expect(problemText(wrong.problems[0]!, textsOf("sv"))).toMatch(/löpnummer i stället.* Se kapitlet Vanliga frågor/u);
  expect(paid(run(parties, named("1")))).toBe("100000");
});

test("whatever blocks or refuses has its advice tried here or where its kind of file is", () => {
  const elsewhere: readonly ProblemCode[] = [
    // Above, in tests of their own.
    "missing-column",
    "sign-undecidable",
    "personal-identity-number",
    // tests/intake/records/recordHeadings.test.ts
    "nearly-a-table",
    // Files that cannot be opened: tests/workbook/file, tests/cli/badInput.test.ts
    "not-a-workbook",
    "encrypted-workbook",
    "legacy-xls",
    "damaged-workbook",
    "too-large-workbook",
    "file-not-readable",
    "identity-number-beside-cells",
    // tests/intake/sie
    // tests/intake/joined/joinFiles.test.ts
    "files-differ",
    // tests/intake/postings
    "posting-bad-row",
    "not-a-ledger",
    // tests/workbook/file/textTable.test.ts
    "not-a-table",
    "ledger-bad-record",
    "ledger-currency",
    "ledger-empty",
    "ledger-no-year",
    "ledger-no-dimension",
    "ledger-without-budget",
    "ledger-two-budgets",
    // tests/intake/joined/joinSheets.test.ts
    "sides-differ",
    // tests/actions/snapshots.test.ts
    "snapshot-damaged",
    "snapshot-newer",
  ];
  const blocking = (Object.keys(severityOf) as ProblemCode[]).filter((code) =>
    ["refuse", "block"].includes(severityOf[code]),
  );
  expect(blocking.filter((code) => all[code] === undefined && !elsewhere.includes(code))).toEqual([]);
});
