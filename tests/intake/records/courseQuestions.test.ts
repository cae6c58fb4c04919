// tests/intake/records/courseQuestions.test.ts: a course that can be read in two ways is one question for all of a kind, and each answer counts as it says.
import { analyse } from "../../../src/actions/analyse";
import { workbookOf } from "../../actions/written";
import { openXlsx } from "../../../src/workbook/file/xlsxWorkbook";

const header = [
  "Deltagare",
  "Födelsedatum",
  "Sista månad med tidigare stöd",
  "Försörjning före",
  "Belopp före",
  "Försörjning efter",
  "Belopp efter",
  "Förbrukat av stödet",
  "Därefter",
  "Belopp därefter",
];
const paid = [
  ["Part", "År", "Kontant"],
  ["Kommunen", 2026, 100_000],
];
const born = "1985-03-10";

async function run(person: readonly (string | number | null)[], value: string | null) {
  const sheets = { Deltagare: [header, ["P1", ...person]], Parter: paid };
  const source = await openXlsx(await workbookOf(sheets), "x.xlsx").read();
  const read = (answers: readonly { id: string; value: string; date: string }[]) =>
    analyse([source], { unit: null, sign: null, today: "2026-12-01", answers });
  const open = read([]);
  const given = open.questions.map(({ id }) => ({ id, value: value ?? "", date: "2026-12-01" }));
  const analysis = value === null ? open : read(given);
  const [counted] = analysis.workbooks[0]?.moneyBack?.avoided.byParticipant ?? [];
  expect(analysis.rows.seen).toBe(analysis.rows.used + analysis.rows.setAside);
  return {
    asked: analysis.questions.map(({ code, answers }) => [code, ...answers.map((each) => each.value)].join(" ")),
    plain: counted === undefined ? null : Number(counted.plain),
  };
}

const basic = [born, "2025-12", "A-kassa", 22_000, "Arbete", 0, 290, "Aktivitetsstöd", 8_030];
const former = [born, "2025-06", "A-kassa", 17_600, "Arbete", 0, null, null, null];
// Aktivitetsstöd of 22 days left, one month of 8 030, and activity compensation after the exit to 30, 2030-03.
const both = [
  "2000-03-10",
  "2025-12",
  "Aktivitetsstöd",
  8_030,
  "Aktivitetsersättning",
  9_000,
  428,
  "Försörjningsstöd",
  5_000,
];

test.each<[string, readonly (string | number | null)[], string, string | null, number | null]>([
  ["not answered", basic, "successor-basic-or-income basic income leave-out", null, null],
  ["not answered", former, "unemployment-before-new-law none-used leave-out", null, null],
  ["not answered", both, "successor-of-both before after leave-out", null, null],
  ["left out", both, "", "leave-out", null],
  // 10 days of 22 000 / 22, then 450 days of 365.
  ["basic amount", basic, "", "basic", 10_000 + 450 * 365],
  // The law's 100 days at 80, 100 at 70 and 100 at 65 per cent, 22 to a month.
  ["no days used", former, "", "none-used", 100 * 800 + 100 * 700 + 100 * 650],
  // The compensation ends the comparison at 30: 8 030 and 49 months of what follows.
  ["it follows the support before", both, "", "before", 8_030 + 49 * 5_000],
  // Nothing follows the support before: the comparison ends with it.
  ["it follows the support after", both, "", "after", 8_030],
])("%s", async (_, person, asked, value, plain) => {
  const outcome = await run(person, value);
  expect(outcome.asked).toEqual(asked === "" ? [] : [asked]);
  expect(outcome.plain).toBe(plain);
});
