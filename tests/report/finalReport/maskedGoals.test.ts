// tests/report/finalReport/maskedGoals.test.ts: goals about few persons are hidden on the tab Slutrapport and in its text, with all that follows from them.
import { finalReportOf } from "../../../src/domain/finalReport/finalReport";
import { htmlOf } from "../../../src/report/finalReport/documentHtml";
import { plainTextOf } from "../../../src/report/finalReport/documentText";
import { finalDocumentOf } from "../../../src/report/finalReport/finalReportText";
import { finalReportTab } from "../../../src/report/finalReport/finalReportTab";
import { sv } from "../../../src/text/sv";
import { dec } from "../../domain/returnInput";
import { goal, resanItem } from "../finalFixtures";

// 3 to studies of 41 closures, of which 38 to work; 57 expected: no figure below may tell of the 3, nor the 38 that with the 41 gives it.
const base = { actualBase: dec(41), expectedBase: dec(57), persons: { count: dec(3), base: dec(41) } };
const goals = [goal("Till studier", 11, 3, base), goal("Till arbete", 23, 38), goal("Avslutade", 91, 41)];
const item = { ...resanItem, report: finalReportOf({ facts: null, followUp: null, goals, claims: [] }) };
const head = { initiative: "X", period: "", unit: "kr", drawnUpBy: null, today: "2026-11-22" };

test("on the tab neither the figures nor formulas or cached values that hold them", () => {
  const tab = finalReportTab(item, head, "Slutrapport", sv);
  const rows = tab.rows.filter(([first]) => first?.content?.kind === "text" && first.content.text.startsWith("Till "));
  expect(rows.length).toBe(3);
  const shown = rows.map((row) =>
    row.slice(1).map((cell) => {
      const content = cell?.content;
      return content == null
        ? ""
        : content.kind === "text"
          ? content.text
          : content.kind === "number"
            ? content.number
            : content.formula;
    }),
  );
  expect(shown).toEqual([
    ["11", "färre än 5", "x", "Inte nått", ""],
    ["23", "x", "x", "Nått", ""],
    ["färre än 5", "41", "57", "x", "x"],
  ]);
});

test("in the text, for the clipboard and for Word, neither", () => {
  const document = finalDocumentOf({ item, drawnUpBy: null, today: "2026-11-22", texts: sv });
  const text = plainTextOf(document);
  expect(text).toContain("Till studier\t11\tfärre än 5\tx\tInte nått");
  expect(text).toContain("Till arbete\t23\tx\tx\tNått");
  expect(text).toContain("Till studier\tfärre än 5\t41\t57\tx\tx");
  expect(text).toContain("x = dolt");
  // 3/11, 38/23, 3/41, 3/57.
  for (const form of [text, htmlOf(document)]) expect(form).not.toMatch(/27,3|165,2|7,3|5,3|\b38\b/);
});
