// tests/intake/husamradet.test.ts: the published case's layout, against the published figures.
import expected from "../cases/husamradet-expected.json";
import { sum, toKr } from "../../src/domain/money";
import { monthIndex } from "../../src/domain/period";
import { readWorkbook } from "../../src/intake/readWorkbook";
import { husamradet } from "./gridOf";

const asRead = { unit: null, sign: null };

describe("Husamrådet", () => {
  const intake = readWorkbook(husamradet(), asRead);
  const table = intake.tables[0]!;

  test("is one table in tkr with negative costs", () => {
    expect(intake.tables).toHaveLength(1);
    expect(table).toMatchObject({
      initiative: "Husamrådet",
      sheet: "Ekonomi",
      range: "A4:N10",
      layout: "wide",
      unit: "tkr",
      unitReading: "stated",
      sign: "negative",
      signReading: "inferred",
      decimals: 0,
      versions: [],
    });
  });

  test("has the published lines and periods", () => {
    expect(table.lines).toEqual(Object.keys(expected.lines));
    expect(table.periods).toEqual([
      ...[2008, 2009, 2010, 2011].map((year) => ({
        label: String(year),
        from: monthIndex(year, 1),
        to: monthIndex(year, 12),
      })),
      { label: "2012 jan–juni", from: monthIndex(2012, 1), to: monthIndex(2012, 6) },
    ]);
  });

  test("has every published amount in kronor", () => {
    const read = table.entries.map((entry) => [
      table.lines[entry.line],
      table.periods[entry.period]!.label,
      toKr(entry.outcome!).toNumber() / 1000,
      toKr(entry.budget!).toNumber() / 1000,
    ]);
    const published = Object.entries(expected.lines).flatMap(([line, { byYear }]) =>
      Object.entries(byYear).map(([period, { outcome, budget }]) => [line, period, outcome, budget]),
    );
    expect(read).toEqual(published);
  });

  test("every entry knows its cells", () => {
    expect(table.entries[0]!.origin).toEqual({ workbook: null, sheet: "Ekonomi", cells: "E6:F6" });
    expect(table.entries.at(-1)!.origin.cells).toBe("M9:N9");
  });

  test("uses 20 rows and sets the total row aside", () => {
    expect(intake.rows).toEqual({ seen: 21, used: 20, setAside: 1 });
    expect(intake.setAside).toEqual([{ sheet: "Ekonomi", cell: "A10", reason: "total-row", rows: 1 }]);
  });

  test("keeps the totals as controls, and they agree with the entries", () => {
    // 4 lines × 3 measures in the block of totals, 3 + 10 in the total row.
    expect(table.controlTotals).toHaveLength(25);
    for (const { measure, lines, periods, stated } of table.controlTotals) {
      const addends = table.entries.filter(({ line, period }) => lines.includes(line) && periods.includes(period));
      const of = (which: "outcome" | "budget") => sum(addends.map((entry) => toKr(entry[which]!)));
      const computed = measure === "deviation" ? of("outcome").minus(of("budget")) : of(measure);
      expect(stated.toString()).toBe(computed.toString());
    }
  });

  test("knows the initiative", () => {
    expect(intake.facts).toMatchObject({
      name: "Husamrådet",
      from: monthIndex(2008, 2),
      to: monthIndex(2012, 6),
      granted: null,
    });
    expect(intake.facts!.closed!.value.toString()).toBe(String(expected.volumes.closed));
    expect(intake.facts!.plannedClosedPerYear!.origin).toEqual({ workbook: null, sheet: "Insats", cells: "B4" });
  });

  test("has nothing to say but the total row and the sign", () => {
    expect(intake.problems.map(({ code }) => code)).toEqual(["sign-inferred", "total-row"]);
  });
});
