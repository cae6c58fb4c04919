// tests/intake/periodLabel.test.ts: period labels as headings and cells have them.
import { monthText } from "../../src/domain/period";
import { periodIn, type PeriodReading, readPeriodCell, readPeriodText } from "../../src/intake/periodLabel";

function shown(reading: PeriodReading): string {
  return reading.kind === "period" ? `${monthText(reading.period.from)} ${monthText(reading.period.to)}` : reading.kind;
}

test.each`
  label                     | months
  ${"2008"}                 | ${"2008-01 2008-12"}
  ${"år 2008"}              | ${"2008-01 2008-12"}
  ${"Helår 2024"}           | ${"2024-01 2024-12"}
  ${"2012 jan–juni"}        | ${"2012-01 2012-06"}
  ${"2012 jan - juni"}      | ${"2012-01 2012-06"}
  ${"jan-mar 2024"}         | ${"2024-01 2024-03"}
  ${"Januari–mars 2024"}    | ${"2024-01 2024-03"}
  ${"jan t.o.m. mars 2024"} | ${"2024-01 2024-03"}
  ${"jan 2023 – mar 2024"}  | ${"2023-01 2024-03"}
  ${"2024-01 – 2024-03"}    | ${"2024-01 2024-03"}
  ${"200802–201206"}        | ${"2008-02 2012-06"}
  ${"2008–2012"}            | ${"2008-01 2012-12"}
  ${"2024 kv 1"}            | ${"2024-01 2024-03"}
  ${"kvartal 2 2024"}       | ${"2024-04 2024-06"}
  ${"Q1 2024"}              | ${"2024-01 2024-03"}
  ${"2024Q3"}               | ${"2024-07 2024-09"}
  ${"2024-Q4"}              | ${"2024-10 2024-12"}
  ${"K1 2024"}              | ${"2024-01 2024-03"}
  ${"H1 2024"}              | ${"2024-01 2024-06"}
  ${"2024 halvår 2"}        | ${"2024-07 2024-12"}
  ${"Första halvåret 2024"} | ${"2024-01 2024-06"}
  ${"T1 2024"}              | ${"2024-01 2024-04"}
  ${"VT 2024"}              | ${"2024-01 2024-06"}
  ${"2024 HT"}              | ${"2024-07 2024-12"}
  ${"våren 2023"}           | ${"2023-01 2023-06"}
  ${"2023 höst"}            | ${"2023-07 2023-12"}
  ${"2024 tertial 3"}       | ${"2024-09 2024-12"}
  ${"2024-03"}              | ${"2024-03 2024-03"}
  ${"15 mars 2024"}         | ${"2024-03 2024-03"}
  ${"den 3:e maj 2024"}     | ${"2024-05 2024-05"}
  ${"1 jan – 31 aug 2024"}  | ${"2024-01 2024-08"}
  ${"t.o.m. augusti 2024"}  | ${"2024-01 2024-08"}
  ${"till och med 2024-08"} | ${"2024-01 2024-08"}
  ${"tom 31 augusti 2024"}  | ${"2024-01 2024-08"}
  ${"per 2024-08-31"}       | ${"2024-01 2024-08"}
  ${"per den 30/6 2024"}    | ${"2024-01 2024-06"}
  ${"t.o.m. 2024"}          | ${"2024-01 2024-12"}
  ${"2024/03"}              | ${"2024-03 2024-03"}
  ${"2024M03"}              | ${"2024-03 2024-03"}
  ${"03-2024"}              | ${"2024-03 2024-03"}
  ${"200801"}               | ${"2008-01 2008-01"}
  ${"mars 2024"}            | ${"2024-03 2024-03"}
  ${"Mar-24"}               | ${"2024-03 2024-03"}
  ${"2024 maj"}             | ${"2024-05 2024-05"}
  ${"okt 2024"}             | ${"2024-10 2024-10"}
  ${"2024-03-31"}           | ${"2024-03 2024-03"}
  ${"20240331"}             | ${"2024-03 2024-03"}
  ${"20008"}                | ${"year-out-of-range"}
  ${"1899"}                 | ${"year-out-of-range"}
  ${"2101"}                 | ${"year-out-of-range"}
  ${"1989"}                 | ${"year-out-of-range"}
  ${"mars 20024"}           | ${"year-out-of-range"}
  ${"200813"}               | ${"unreadable"}
  ${"mars"}                 | ${"unreadable"}
  ${"juni–jan 2024"}        | ${"unreadable"}
  ${"Personal"}             | ${"unreadable"}
  ${"kv 5 2024"}            | ${"unreadable"}
  ${"2024-02-30"}           | ${"unreadable"}
  ${"31 april 2024"}        | ${"unreadable"}
  ${"0 mars 2024"}          | ${"unreadable"}
`("$label covers $months", ({ label, months }) => {
  expect(shown(readPeriodText(label, null))).toBe(months);
});

test("a label keeps its own spelling", () => {
  const reading = readPeriodText("  2012 jan–juni ", null);
  expect(reading).toMatchObject({ period: { label: "2012 jan–juni" } });
});

test.each`
  label        | months
  ${"mars"}    | ${"2024-03 2024-03"}
  ${"kv 2"}    | ${"2024-04 2024-06"}
  ${"jan–aug"} | ${"2024-01 2024-08"}
`("$label under 2024 covers $months", ({ label, months }) => {
  expect(shown(readPeriodText(label, 2024))).toBe(months);
});

// 39479 is 2008-02-01 in the 1900 system; the same day is 38017 in the 1904 system (1462 days less).
test.each`
  value     | format              | date1904 | months
  ${2008}   | ${"General"}        | ${false} | ${"2008-01 2008-12"}
  ${200802} | ${"General"}        | ${false} | ${"2008-02 2008-02"}
  ${39479}  | ${"yyyy\\-mm\\-dd"} | ${false} | ${"2008-02 2008-02"}
  ${38017}  | ${"yyyy\\-mm\\-dd"} | ${true}  | ${"2008-02 2008-02"}
  ${39479}  | ${"mmm\\-yy"}       | ${false} | ${"2008-02 2008-02"}
  ${39479}  | ${"yyyy"}           | ${false} | ${"2008-01 2008-12"}
  ${20008}  | ${"General"}        | ${false} | ${"year-out-of-range"}
  ${20008}  | ${"yyyy\\-mm\\-dd"} | ${false} | ${"year-out-of-range"}
  ${2008.5} | ${"General"}        | ${false} | ${"unreadable"}
  ${true}   | ${"General"}        | ${false} | ${"unreadable"}
`("$value shown as $format covers $months", ({ value, format, date1904, months }) => {
  expect(shown(readPeriodCell(value, format, date1904, null))).toBe(months);
});

test.each`
  title                                    | label
  ${"Budgetuppföljning jan–aug 2024, tkr"} | ${"jan–aug 2024"}
  ${"Uppföljning T1 2024"}                 | ${"T1 2024"}
  ${"Ekonomi 2024"}                        | ${"2024"}
  ${"Resultat per kostnadsslag"}           | ${undefined}
`("the title $title speaks of $label", ({ title, label }) => {
  const period = periodIn(title, null);
  expect(period?.label.replace(/-/gu, "–")).toBe(label);
});
