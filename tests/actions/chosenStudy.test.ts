// tests/actions/chosenStudy.test.ts: the study that somebody chose for an assumption is named beside the result, on the Slutrapport and in its text.
import { analyse } from "../../src/actions/analyse";
import { economyDocumentsOf } from "../../src/actions/finalDocument";
import { tabsOf } from "../../src/actions/tabs";
import { standardReturnOptions } from "../../src/domain/return/moneyBack";
import { caveatText } from "../../src/text/caveats";
import { textsOf } from "../../src/text/languages";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { workbookOf } from "./written";

const study = "Reme m.fl. 2019, Scand J Work Environ Health 45:33";
const sheets = {
  Ekonomi: [
    ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"],
    ["Lokal", 2024, 40_000, 50_000],
  ],
  Uppföljning: [
    ["Mål", "Målvärde", "Utfall"],
    ["Deltagare som avslutat", 10, 8],
  ],
  Satsat: [
    ["Part", "År", "Kontant"],
    ["Kommunen", 2024, 100_000],
  ],
  Deltagare: [
    [
      "Deltagare",
      "Födelseår",
      "Sista månad med tidigare stöd",
      "Försörjning före",
      "Belopp före",
      "Försörjning efter",
      "Belopp efter",
    ],
    ["P1", 1980, "2024-12", "Försörjningsstöd", 10_000, "Arbete", 0],
  ],
  Kalkyl: [
    ["Antagande", "Lågt", "Bas", "Högt", "Källa"],
    ["Dödvikt", 0.72, 0.74, 0.8, study],
  ],
};

async function run(scenario: "bas" | "forsiktig") {
  const source = await openXlsx(await workbookOf(sheets), "x.xlsx").read();
  const texts = textsOf("sv");
  const analysis = analyse([source], {
    unit: null,
    sign: null,
    returns: { ...standardReturnOptions, draws: 50, scenario },
  });
  const options = { texts, today: "2026-12-01", drawnUpBy: null };
  const tab = tabsOf(analysis, options).find(({ role }) => role === "slutrapport");
  const shown = (tab?.rows ?? []).flatMap((row) =>
    row.flatMap((cell) => (cell?.content?.kind === "text" ? cell.content.text : [])),
  );
  return {
    caveats: caveatText(analysis.workbooks[0]!.moneyBack!.result.caveats, texts),
    text: economyDocumentsOf(analysis, options)[0]?.text ?? "",
    tab: shown.join("\n"),
  };
}

test("a chosen study is named in the caveats, on Slutrapport and in its text", async () => {
  const { caveats, text, tab } = await run("forsiktig");
  for (const place of [caveats, text, tab]) expect(place).toContain(`dödvikt: ${study}`);
});

test("what the scenario does not use is not named", async () => {
  const { caveats, text, tab } = await run("bas");
  for (const place of [caveats, text, tab]) expect(place).not.toContain(study);
});
