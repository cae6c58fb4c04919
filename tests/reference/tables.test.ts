import { BASE_AMOUNTS } from "../../src/reference/baseAmounts";
import { INCOME_SOURCES } from "../../src/reference/incomeSources";
import { PENSION_AGES } from "../../src/reference/pensionAges";
import { normAmount, RIKSNORM, RIKSNORM_FIRST_YEAR, RIKSNORM_LAST_YEAR } from "../../src/reference/riksnorm";
import { normUprating } from "../../src/reference/normUprating";
import { SHARES_WITH_REGION, SHARES_WITHOUT_REGION } from "../../src/reference/statutoryShares";

test("one pension age per birth year, never falling, whole years, each with its source", () => {
  expect(PENSION_AGES.map(({ birthYear }) => birthYear)).toEqual(
    Array.from({ length: 2010 - 1942 + 1 }, (_, at) => 1942 + at),
  );
  PENSION_AGES.slice(1).forEach(({ age }, at) => {
    expect(age).toBeGreaterThanOrEqual(PENSION_AGES[at]!.age);
  });
  PENSION_AGES.forEach(({ source }) => {
    expect(source).toMatch(/SFS|SFB|Pensionsmyndigheten/u);
  });
});

const SHOWN: readonly string[] = [
  ...[...PENSION_AGES, ...BASE_AMOUNTS, ...RIKSNORM, SHARES_WITH_REGION, SHARES_WITHOUT_REGION].map(
    ({ source }) => source,
  ),
  ...INCOME_SOURCES.flatMap(({ note }) => note ?? []),
  normUprating().source,
];

test.each([...new Set(SHOWN)])("readable as it stands: %s", (text) => {
  expect(text).not.toMatch(/github|se-lex|readme|\.json|\.md|\.bas|@[0-9a-f]{6}|\/doc\//iu);
  expect(text).not.toMatch(/\b(seen|not|read|older|wording|text|title|law|page|found|via|force|from|the|for)\b/iu);
  expect(text).toMatch(/^[A-ZÅÄÖ0-9]/u);
});

test("nobody reaches the pension age in 2026: born 1959 did in 2025, born 1960 do in 2027", () => {
  const years = PENSION_AGES.map(({ birthYear, age }) => birthYear + age);
  expect(years).toContain(2025);
  expect(years).not.toContain(2026);
  expect(PENSION_AGES.find(({ birthYear }) => birthYear === 1960)).toMatchObject({ age: 67, status: "decided" });
});

test("every year of the norm has the same amounts, none changing as a misprint would (the largest real rise: 17.5 %, school children in 2012)", () => {
  for (const [kind, count] of [
    ["adult", 2],
    ["household", 8],
    ["child", 8],
  ] as const) {
    for (let year = RIKSNORM_FIRST_YEAR; year <= RIKSNORM_LAST_YEAR; year += 1) {
      const rows = RIKSNORM.filter((row) => row.kind === kind && row.year === year);
      expect(rows).toHaveLength(count);
      for (const { key, krPerMonth, source } of rows) {
        const before = normAmount(year - 1, kind, key);
        if (before !== null) expect(krPerMonth / before).toBeGreaterThan(0.95);
        if (before !== null) expect(krPerMonth / before).toBeLessThan(1.18);
        expect(source).not.toBe("");
      }
    }
  }
  expect(normAmount(2027, "adult", "single")).toBeNull();
});

test("the norm's own growth 2007–2026: a single adult, 3 470 to 5 220 kr a month", () => {
  const { perYear, from, to } = normUprating();
  expect([from.krPerMonth, to.krPerMonth, to.year - from.year]).toEqual([3_470, 5_220, 19]);
  // ln(5220/3470)/19 = 0.40834/19 = 0.021492; e^0.021492 − 1 = 0.02172.
  expect(perYear.toFixed(4)).toBe("0.0217");
});

/** SFB 35:18: 2.78 base amounts, as a yearly amount divisible by 12. */
test.each([
  [2024, 13_275],
  [2025, 13_622],
  [2026, 13_715],
])("guarantee level of sickness compensation %d: %d kr a month", (year, perMonth) => {
  const base = BASE_AMOUNTS.find((row) => row.year === year)!.priceBaseAmount;
  expect(Math.round((base * 278) / 1200)).toBe(perMonth);
});

test("every source that somebody pays says who, in kept spelling", () => {
  // 16 of the reference's income_sources.csv, and six that the law tells apart: each has a row in the rules' table or ended with one.
  expect(INCOME_SOURCES).toHaveLength(22);
  INCOME_SOURCES.forEach(({ name, payers, certainty }) => {
    expect(name).not.toMatch(/[Ff]orsorj|ersattning|stod\b/u);
    expect(payers.length).toBeLessThanOrEqual(1);
    expect(certainty).toBe("general");
  });
});
