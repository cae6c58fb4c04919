// tests/intake/records/publishedLevels.test.ts: where an amount is missing, what the support is in a month is named with its source, and nothing is filled in.
import { publishedLevels } from "../../../src/intake/records/publishedLevels";
import { BENEFITS } from "../../../src/reference/benefits/benefits";

const nbsp = "\u00a0";

// 308 kr · 22; 2.48 and 2.73 price base amounts of 59 200 kr, a twelfth, to the krona; 34 000 kr · 0.8.
test.each([
  ["Etableringsersättning", "Etableringsersättning", `Etableringsersättning 6${nbsp}776 kr (2026, förordning 2017:820`],
  ["Aktivitetsersättning", "Aktivitetsersättning", `12${nbsp}235–13${nbsp}468 kr (2026, SFB 33 kap.`],
  ["A-kassa, 66 dagar", "A-kassa", `A-kassa, 66 dagar ≤ 8${nbsp}000 kr (2026, lag 2024:506`],
])("%s", (written, source, expected) => {
  expect(publishedLevels(written, source, BENEFITS)).toContain(expected);
});

test("all variants where none is named; nothing where the support follows need", () => {
  expect(
    publishedLevels("A-kassa", "A-kassa", BENEFITS)
      .split("; ")
      .filter((each) => each.includes("≤")),
  ).toHaveLength(4);
  expect(publishedLevels("Försörjningsstöd", "Försörjningsstöd", BENEFITS)).toBe("");
});
