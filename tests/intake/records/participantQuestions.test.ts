// tests/intake/records/participantQuestions.test.ts: what nobody can mean to be counted as it stands is asked about, and the answer holds.
import { analyse } from "../../../src/actions/analyse";
import { workbookOf } from "../../actions/written";
import { openXlsx } from "../../../src/workbook/file/xlsxWorkbook";

const header = [
  "Deltagare",
  "Födelseår",
  "Sista månad med tidigare stöd",
  "Försörjning före",
  "Belopp före",
  "Försörjning efter",
  "Belopp efter",
];
const people = [
  header,
  ["P1", 1980, "2023-12", "Försörjningsstöd", 10_000, "Arbete", 0],
  ["P2", 1981, "2023-12", "Försörjningsstöd", 9_000, "Försörjningsstöd", 9_000],
  ["P3", 1982, "2027-02", "Sjukpenning", 12_000, "Arbete", 0],
];
const paid = [
  ["Part", "År", "Kontant"],
  ["Kommunen", 2023, 100_000],
  ["Försäkringskassan", 2023, 100_000],
];

async function run(answers: Readonly<Record<string, string>> = {}, today = "2026-12-01") {
  const source = await openXlsx(await workbookOf({ Deltagare: people, Parter: paid }), "x.xlsx").read();
  const read = (given: readonly { id: string; value: string; date: string }[]) =>
    analyse([source], { unit: null, sign: null, today, answers: given });
  const open = read([]);
  const given = open.questions.flatMap(({ id, code }) =>
    code in answers ? [{ id, value: answers[code]!, date: today }] : [],
  );
  const analysis = read(given);
  const back = analysis.workbooks[0]?.moneyBack;
  return {
    asked: analysis.questions.map(({ code, answers: all }) => [code, all.map(({ value }) => value)]),
    counted: back?.avoided.byParticipant.map(({ id }) => id),
    coverage: back?.result.coverage,
    rows: analysis.rows,
  };
}

test("the same support with the same amount, and a last month that lies ahead, are left out until they are answered", async () => {
  const { asked, counted, rows } = await run();
  expect(asked).toEqual([
    ["same-support", ["ongoing", "leave-out"]],
    ["month-ahead", ["ongoing", "as-written", "leave-out"]],
  ]);
  expect(counted).toEqual(["P1"]);
  expect(rows.seen).toBe(rows.used + rows.setAside);
});

test("as ongoing they are in the coverage and have no effect; what ends as planned is counted", async () => {
  const { asked, counted, coverage } = await run({ "same-support": "ongoing", "month-ahead": "as-written" });
  expect(asked).toEqual([]);
  expect(counted).toEqual(["P1", "P3"]);
  expect(coverage).toMatchObject({ included: 2, of: 3, ongoing: 1 });
});

test("when the month has come nothing is asked about it", async () => {
  expect((await run({ "same-support": "leave-out" }, "2027-02-28")).asked).toEqual([]);
});
