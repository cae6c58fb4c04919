// tests/intake/statement/words.test.ts: names of ordinary cost lines are lines, however like a count they look; counts are none.
import { readSheet } from "../shown";

test.each(["Tjänster", "Köpta tjänster", "Personal", "Stöd", "Timlöner", "Antalsoberoende kostnader"])(
  "%s is a line",
  (name) => {
    const { tables } = readSheet([
      ["Kostnadsslag", "Utfall 2024", "Budget 2024"],
      ["Lokaler", -300000, -250000],
      [name, -12345, -10000],
    ]);
    expect(tables[0]?.lines).toEqual(["Lokaler", name]);
  },
);

test.each(["Antal deltagare", "Årsarbetare", "Deltagare", "Antal timmar"])("%s is a count", (name) => {
  const { tables, problems } = readSheet([
    ["Kostnadsslag", "Utfall 2024", "Budget 2024"],
    ["Lokaler", -300000, -250000],
    ["Personal", -900000, -850000],
    [name, 12, 10],
  ]);
  expect(tables[0]?.lines).toEqual(["Lokaler", "Personal"]);
  expect(problems.map(({ cell }) => cell)).toContain("A4");
});
