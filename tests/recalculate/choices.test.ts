// tests/recalculate/choices.test.ts: what the user chose survives a program that is not ours opening and saving the workbook.
import { choicesText } from "../../src/intake/corrections/choicesText";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { workbookOf } from "../actions/written";
import { resaved } from "./libreOffice";

test("the hidden names come back whole, quotes and all", async () => {
  const workbook = openXlsx(await workbookOf({ Ekonomi: [["Vad", "Gått åt"]] }), "a.xlsx");
  const text = choicesText([
    {
      sheet: "Ekonomi",
      headings: ["Vad", 'Gått "åt" & <mer>', "é\u{1F600}"],
      row: 0,
      left: 0,
      replaces: null,
      use: "budget",
      columns: [{ heading: "Vad", nth: null, role: "line" }],
      // More than one name holds.
      rows: Array.from({ length: 20 }, (_, at) => ({ label: `Rad ${at}`, is: "total" as const })),
      unit: "tkr",
      sign: null,
    },
  ]);
  await workbook.keepChoices(text);
  const again = openXlsx(await resaved(workbook.bytes()), "a.xlsx");
  expect((await again.read()).choices).toBe(text);
});
