// tests/domain/rollUp/masked.test.ts: what a roll-up keeps of persons, by a reader who tries to work out what is hidden.
import { analyse } from "../../../src/actions/analyse";
import { fileSummaryOf } from "../../../src/actions/fileSummary";
import type { FileSummary } from "../../../src/domain/rollUp/fileSummary";
import { pooledRowsOf } from "../../../src/domain/rollUp/pooled";
import { tidyRowsOf } from "../../../src/domain/rollUp/tidyRows";
import { sv } from "../../../src/text/sv";
import { openXlsx } from "../../../src/workbook/file/xlsxWorkbook";
import { workbookOf } from "../../actions/written";

const heading = [
  "Deltagare",
  "Födelseår",
  "Sista månad med tidigare stöd",
  "Försörjning före",
  "Belopp före",
  "Försörjning efter",
  "Belopp efter",
];
const person = (id: number, support: string, amount: number) => [
  `D${id}`,
  1980,
  "2023-06",
  support,
  amount,
  "Arbete",
  0,
];

/** `few` persons on sickness benefit, which the state pays, `many` on social assistance, which the municipality pays. */
async function summaryOf(few: number, many: number): Promise<FileSummary> {
  const people = [
    ...Array.from({ length: few }, (_, at) => person(at, "Sjukersättning", 11_000 + at)),
    ...Array.from({ length: many }, (_, at) => person(few + at, "Försörjningsstöd", 9_000 + at)),
  ];
  const bytes = await workbookOf({
    Ekonomi: [
      ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"],
      ["Personal", 2023, 900_000, 1_000_000],
      ["Lokaler", 2023, 90_000, 100_000],
    ],
    Insats: [
      ["Insatsens namn", "Provet"],
      ["Antal deltagare", few + many],
    ],
    Parter: [
      ["Part", "År", "Kontant"],
      ["Kommunen", 2023, 500_000],
      ["Försäkringskassan", 2023, 500_000],
    ],
    Deltagare: [heading, ...people],
  });
  const read = await openXlsx(bytes, "prov.xlsx").read();
  return fileSummaryOf("prov.xlsx", analyse([read], { unit: null, sign: null }), sv);
}

const moneyOf = ({ initiatives }: FileSummary) => initiatives.flatMap(({ money }) => money ?? [])[0]!;

test("enough persons behind every party: all is kept", async () => {
  const summary = await summaryOf(6, 6);
  const money = moneyOf(summary);
  expect(money).toMatchObject({ masked: false, persons: 12, paidIn: "1000000" });
  expect(money.parties.every(({ paidBack }) => paidBack !== null)).toBe(true);
  expect(summary.initiatives[0]!.unitCost?.outcome).toBe("82500");
});

test("fewer than five persons: nothing that comes back, no cost per person, in no file", async () => {
  const summary = await summaryOf(0, 3);
  expect(moneyOf(summary)).toMatchObject({
    masked: true,
    persons: null,
    paidBack: null,
    ratio: null,
    paybackMonth: null,
  });
  const all = JSON.stringify([summary, tidyRowsOf([summary]), pooledRowsOf([summary])]);
  // Three persons: 990 000 / 3.
  expect(all).not.toContain("330000");
  expect(tidyRowsOf([summary]).filter(({ paid_back, persons }) => paid_back !== null || persons !== null)).toEqual([]);
  expect(pooledRowsOf([summary])).toMatchObject([{ masked: true, persons: null, paid_back_5: null, ratio_5: null }]);
});

test("fewer than five behind one party: no party's, so that the sum less the others gives nothing", async () => {
  const summary = await summaryOf(3, 9);
  const money = moneyOf(summary);
  expect(money.parties.map(({ paidBack }) => paidBack)).toEqual(money.parties.map(() => null));
  // Two unknowns and their sum: nothing follows.
  expect(money).toMatchObject({ masked: true, persons: 12 });
  expect(money.paidBack).not.toBeNull();
});

test("the pooled file names nobody", async () => {
  const rows = pooledRowsOf([await summaryOf(6, 6)]);
  expect(JSON.stringify(rows)).not.toMatch(/prov|Ekonomi|Kommunen/iu);
  expect(rows).toMatchObject([
    { first_year: "2023", last_year: "2023", outcome: "-990000", budget: "-1100000", deviation: "110000" },
  ]);
});
