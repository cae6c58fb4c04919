// tests/actions/contributionHeadings.test.ts: the published case RESAN with its contributions under other headings: the right figure, or a question, never another figure.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../src/actions/analyse";
import type { Analysis } from "../../src/actions/analysis";
import { standardReturnOptions } from "../../src/domain/return/moneyBack";
import { shareText } from "../../src/domain/money";
import type { CellValue, SourceWorkbook } from "../../src/intake/grid";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { gridOf } from "../intake/gridOf";

type Rows = readonly (readonly CellValue[])[];

const reading: Promise<SourceWorkbook> = openXlsx(
  readFileSync(join(__dirname, "../cases/resan.xlsx")),
  "resan.xlsx",
).read();

async function withParties(rows: Rows, answers: readonly { id: string; value: string }[] = []): Promise<Analysis> {
  const source = await reading;
  const grids = source.grids.map((grid) => (grid.sheet === "Parter" ? gridOf(rows, { sheet: "Parter" }) : grid));
  return analyse([{ ...source, grids }], {
    unit: null,
    sign: null,
    returns: standardReturnOptions,
    answers: answers.map((each) => ({ ...each, date: "2026-11-30" })),
  });
}

/** kr back per kr in of the municipality within five years; null: nothing is known to be paid in. */
function municipality({ workbooks }: Analysis): string | null {
  const horizon = workbooks[0]?.moneyBack?.result.horizons["5"];
  const own = horizon?.parties.find(({ agency }) => agency.kind === "municipality");
  return own?.ratio == null ? null : Number(shareText(own.ratio)).toFixed(2);
}

const unequal: Rows = [
  ["Försäkringskassan", 2023, 500_000, null],
  ["Kommunen", 2023, 2_000_000, null],
  ["Regionen", 2023, 164_312, null],
];
const published: Rows = [
  ["Försäkringskassan", 2023, 1_032_156, 100_000],
  ["Kommunen", 2023, 516_078, 100_000],
  ["Regionen", 2023, 516_078, 100_000],
];

// 6 183 000 kr come back to the municipality within five years (resan-expected.json).
test("the glossary's own headings: 6 183 000 kr of 2 000 000, not of the statutory share of the funds used", async () => {
  const analysis = await withParties([
    ["Part", "År", "Kontanta medel (kr)", "Medfinansiering i egen tid (kr)"],
    ...unequal,
  ]);
  expect(municipality(analysis)).toBe("3.09");
  expect(analysis.problems.map(({ code }) => code)).not.toContain("statutory-split");
});

test.each(["Kontant (kr)", "Kontant 2023", "Kontant (kr)¹", "Kontant\n(kr)"])(
  "cash and own time of 100 000 a party: %j",
  async (cash) => {
    const analysis = await withParties([["Part", "År", cash, "Egen tid (kr)"], ...published]);
    // 6 183 000 / 616 078.
    expect(municipality(analysis)).toBe("10.04");
    expect(analysis.questions).toEqual([]);
  },
);

test.each(["Kontnat (kr)", "Belopp", "Kontanter totalt", "Pengar"])(
  "asked, and nothing is put in its place: %j",
  async (cash) => {
    const rows: Rows = [["Part", "År", cash, "Egen tid (kr)"], ...published];
    const open = await withParties(rows);
    expect(open.questions.map(({ code }) => code)).toEqual(["column-means"]);
    expect(municipality(open)).toBeNull();
    const id = open.questions[0]?.id ?? "";
    expect(municipality(await withParties(rows, [{ id, value: "cash" }]))).toBe("10.04");
  },
);

test("own time on a row with blank cash takes nobody from the split of the funds used, and adds nobody to it", async () => {
  const analysis = await withParties([
    ["Part", "År", "Kontant", "Egen tid"],
    ["Försäkringskassan", 2023, null, null],
    ["Kommunen", 2023, null, 100_000],
    ["Regionen", 2023, null, null],
  ]);
  const paid = analysis.workbooks[0]?.moneyBack?.result.contributions.agencies;
  expect(paid?.map(({ agency, cash, ownTime }) => [agency.name, cash.toString(), ownTime.toString()])).toEqual([
    ["Försäkringskassan", "1032156", "0"],
    ["Kommunen", "516078", "100000"],
    ["Regionen", "516078", "0"],
  ]);
});
