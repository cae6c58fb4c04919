// tests/cli/budgetJson.test.ts: parts of the JSON document and of the terminal's text that only some budget tables have.
import { analyse } from "../../src/actions/analyse";
import { jsonOf } from "../../src/cli/json";
import { reportText } from "../../src/cli/terminal";
import { sv } from "../../src/text/sv";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { workbookOf } from "../actions/written";

const rows = [
  ["Ekonomi, tkr"],
  ["Kostnadsslag", "Period", "Utfall", "Budget", "Upparbetat ej rekvirerat", "Seriebrott"],
  ["Personal", "2024 kv 1", -280, -300, null, null],
  ["Personal", "2024 kv 2", -290, -300, null, "Kommunen betalar lönerna"],
  ["Personal", "2024 kv 3", null, -300, -330, null],
  ["Personal", "2024 kv 4", null, -300, null, null],
];

const analysed = async () =>
  analyse([await openXlsx(await workbookOf({ Ekonomi: rows }), "bok.xlsx").read()], { unit: null, sign: null });

test("what is worked up is told beside the forecast that counts it, and a break in the series with its cell", async () => {
  // (570 + 330) · 12/9 by the month, 570 + 330 + 300 by the budget of what remains: 1 200 either way, as budgeted.
  expect(jsonOf(await analysed(), sv)).toMatchObject({
    forecast: {
      bookedMonths: 9,
      budgetMonths: 12,
      method: "periodised",
      total: { workedUp: "-330000", linear: "-1200000", periodised: "-1200000", forecast: "-1200000", deviation: "0" },
    },
    versions: null,
    budget: {
      total: { outcome: "-570000" },
      seriesBreaks: [
        { costLine: "Personal", period: "2024 kv 2", text: "Kommunen betalar lönerna", sheet: "Ekonomi", cell: "F4" },
      ],
    },
  });
});

test("the terminal tells the forecast and the break", async () => {
  const text = reportText(await analysed(), sv).replaceAll("\u00a0", " ");
  expect(text).toContain(
    "Helårsprognos: −1 200 tkr mot helårsbudget −1 200 tkr, avvikelse 0 tkr, varav upparbetat ej rekvirerat −330 tkr",
  );
  expect(text).toMatch(
    /Ekonomi!F4: Personal: ni har markerat ett brott i serien från 2024 kv 2 \(Kommunen betalar lönerna\)\./,
  );
});

test("a very long cost line does not push the figures off the screen; öre are two digits", async () => {
  const name = "Köp av extern handledning ".repeat(12);
  const sheet = [
    ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"],
    [name, 2024, 10.5, 12],
  ];
  const read = await openXlsx(await workbookOf({ Ekonomi: sheet }), "bok.xlsx").read();
  const lines = reportText(analyse([read], { unit: null, sign: null }), sv).split("\n");
  expect(lines.find((line) => line.startsWith("Köp av extern"))).toMatch(/^.{59}… +10,50 +12,00 +\+1,50 /u);
});
