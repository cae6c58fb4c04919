// tests/intake/rowAccounting.test.ts: whatever stands in the cells, nothing throws and every row is used or set aside.
import fc from "fast-check";
import type { CellValue } from "../../src/intake/grid";
import { readSheet } from "./shown";

const tables: Readonly<Record<string, readonly string[]>> = {
  participants: [
    "Deltagare",
    "Födelsedatum",
    "Sista månad",
    "Försörjning före",
    "Belopp före",
    "Försörjning efter",
    "Belopp efter",
    "Hushåll",
    "Kvarvarande stöd",
    "Därefter",
    "Belopp därefter",
    "Pensionsålder",
  ],
  contributions: ["Part", "År", "Kontant", "Egen tid", "Timmar", "Timkostnad"],
  assumptions: ["Antagande", "Lågt", "Bas", "Högt", "Enhet", "Källa"],
  goals: ["Mål", "Målvärde", "Utfall", "Bas", "Förväntad bas", "Gäller från", "Riktning", "Svarsfrekvens"],
  claims: ["Påstående", "Uppgivet", "Underlag"],
  "before-after": ["Försörjning", "Före", "Efter"],
  counts: ["Grupp", "Planerat", "Utfall"],
  sources: ["Försörjning", "Betalas av", "Andel"],
};

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    null,
    "",
    " ",
    0,
    1,
    -1,
    0.5,
    3,
    1966,
    2012,
    2023,
    202312,
    24242,
    45291,
    660514,
    94680,
    1e15,
    true,
    { error: "#N/A" },
    "#SAKNAS!",
    "-",
    "–",
    "1966-05-14",
    "2023-12",
    "pågår",
    "avbruten",
    "Försörjningsstöd",
    "Sjukersättning",
    "Arbete",
    "Aktivitetsersättning",
    "30 %",
    "1 000,50",
    "1.234",
    "tkr",
    "98/190",
    "1/0",
    "Dödvikt",
    "Uppräkning, CSN",
    "Horisont",
    "Kommunen",
    "Försäkringskassan",
    "Kyrkan",
    "Ingen",
    "Summa",
    "Ø".repeat(200),
  ),
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
  fc.string({ maxLength: 9 }),
);

test.each(Object.entries(tables))("%s", (kind, headings) => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: headings.length, maxLength: headings.length }), {
        minLength: 1,
        maxLength: 8,
      }),
      (rows) => {
        // A filled first cell and another one beside it, so that each is a row and none a remark.
        const body = rows.map((row, index) => [
          row[0] === null || row[0] === "" || row[0] === " " ? `R${index}` : row[0]!,
          row[1] === null || row[1] === "" || row[1] === " " ? 1 : row[1]!,
          ...row.slice(2),
        ]);
        const intake = readSheet([headings, ...body]);
        expect(intake.otherTables[0]?.kind).toBe(kind);
        expect(intake.rows).toEqual({
          seen: body.length,
          used: body.length - intake.setAside.length,
          setAside: intake.setAside.length,
        });
        for (const { reason } of intake.setAside) expect(intake.problems.map(({ code }) => code)).toContain(reason);
      },
    ),
    { numRuns: 200 },
  );
});
