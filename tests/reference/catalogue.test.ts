// tests/reference/catalogue.test.ts: no series of dated values has a gap, an overlap or a jump; what nothing uses does not stand here.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  BASE_AMOUNTS,
  consumerPriceIndex,
  guaranteeLevel,
  highestSicknessCompensation,
} from "../../src/reference/baseAmounts";
import { DATED_VALUES, type DatedValue, holdingIn } from "../../src/reference/catalogue";
import { EVIDENCE } from "../../src/reference/evidence";
import { PENSION_AGES } from "../../src/reference/pensionAges";
import { normAmount } from "../../src/reference/riksnorm";

const SERIES = [...new Set(DATED_VALUES.map(({ series }) => series))];
const of = (series: string): DatedValue[] =>
  DATED_VALUES.filter((each) => each.series === series).sort((a, b) => a.validFrom.localeCompare(b.validFrom));
const next = (month: string): string => {
  const [year = 0, of_ = 0] = month.split("-").map(Number);
  return of_ === 12 ? `${year + 1}-01` : `${year}-${String(of_ + 1).padStart(2, "0")}`;
};

// Amounts without lunch were found for some years only; nobody reaches the pension age in the year in which it has just been raised.
const WITH_GAPS = /^Riksnorm, childWithoutLunch|^Riktålder/;

test.each(SERIES)("%s: in order, without gaps and overlaps", (series) => {
  const values = of(series);
  values.forEach(({ validFrom, validTo, source, vintage }, at) => {
    expect(validFrom).toMatch(/^\d{4}-\d{2}$/);
    expect([source, vintage]).not.toContain("");
    const after = values[at + 1];
    if (after === undefined) return;
    if (WITH_GAPS.test(series)) expect(after.validFrom > (validTo ?? "")).toBe(true);
    else expect(after.validFrom).toBe(next(validTo ?? ""));
  });
});

test("no yearly amount jumps: base amounts within 10 %, consumer prices within 10 %, tax within half a point", () => {
  BASE_AMOUNTS.slice(1).forEach((row, at) => {
    const before = BASE_AMOUNTS[at]!;
    expect(Math.abs(row.priceBaseAmount / before.priceBaseAmount - 1)).toBeLessThan(0.1);
    if (row.consumerPriceIndex !== null && before.consumerPriceIndex !== null)
      expect(Math.abs(Number(row.consumerPriceIndex) / Number(before.consumerPriceIndex) - 1)).toBeLessThan(0.1);
    if (row.municipalTax !== null && before.municipalTax !== null)
      expect(Math.abs(Number(row.municipalTax) - Number(before.municipalTax))).toBeLessThan(0.5);
  });
});

test("corrected against Statistics Sweden and the norm's own publications", () => {
  expect([2008, 2009, 2010].map((year) => consumerPriceIndex(year)?.toString())).toEqual([
    "300.61",
    "299.66",
    "303.46",
  ]);
  expect(BASE_AMOUNTS.find(({ year }) => year === 2008)?.municipalTax).toBe("31.44");
  expect(["0", "1-2", "3", "4-6"].map((age) => normAmount(2021, "childWithoutLunch", age))).toEqual([
    2050, 2240, 1990, 2170,
  ]);
});

test("guarantee levels, and what income-related sickness compensation can be at most", () => {
  expect([2024, 2025, 2026, 2027].map((year) => guaranteeLevel(year, 45))).toEqual([13_275, 13_622, 13_715, 13_807]);
  // 2.48 base amounts of 57 300 kr are 142 104 kr a year.
  expect(guaranteeLevel(2024, 19)).toBe(11_842);
  expect([guaranteeLevel(2021, 45), guaranteeLevel(2028, 45)]).toEqual([null, null]);
  // 64.7 % of 7.5 · 57 300 kr, a twelfth.
  expect(highestSicknessCompensation(2024)?.toFixed(2)).toBe("23170.69");
});

test("decided to 2031, forecast after that, with its edition", () => {
  const status = (birthYear: number) => PENSION_AGES.find((each) => each.birthYear === birthYear)?.status;
  expect([1960, 1964, 1965, 1966].map(status)).toEqual(["decided", "decided", "forecast", "forecast"]);
  DATED_VALUES.filter((each) => each.status === "forecast").forEach(({ vintage }) => {
    expect(vintage).toBe("Typfallsmodellen 4.8");
  });
});

test("what holds in a month, and what is missing", () => {
  const { holding, missing } = holdingIn("2027-03");
  expect(holding.find(({ series }) => series === "Prisbasbelopp")?.value).toBe("59600 kr");
  expect(missing).toEqual(
    expect.arrayContaining(["Riksnorm, adult single", "Konsumentprisindex, årsmedel (1980 = 100)"]),
  );
  const printed = execFileSync("node", [join(__dirname, "print.js"), "2027-03"], { encoding: "utf8" });
  expect(printed).toContain("Prisbasbelopp: 59600 kr [2027-01 – 2027-12]");
  expect(printed).toContain("- Riksnorm, adult single");
});

test("the published deadweight lies between 0.17 and 0.85; none of it stands without a source", () => {
  const shares = EVIDENCE.flatMap(({ kind, estimate }) =>
    kind === "deadweight" && estimate !== null ? [Number(estimate)] : [],
  );
  expect([Math.min(...shares), Math.max(...shares), shares.length]).toEqual([0.17, 0.85, 9]);
  EVIDENCE.forEach(({ source, words: { sv, en } }) => {
    expect([source, ...Object.values(sv), ...Object.values(en)]).not.toContain("");
    // The same figures in both languages, each with its own decimal sign.
    const figures = (text: string): readonly string[] => text.replaceAll(",", ".").match(/\d+(?:\.\d+)?/gu) ?? [];
    expect(figures(en.finding)).toEqual(figures(sv.finding));
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
}

/** The catalogue is what the script prints, and is used by nothing else. */
test("every value that stands in src/reference is used by something outside its file", () => {
  const src = join(__dirname, "../../src");
  const files = sources(src).map((path) => ({ path, text: readFileSync(path, "utf8") }));
  const own = files.filter(({ path }) => path.startsWith(join(src, "reference")) && !path.endsWith("catalogue.ts"));
  const unused = own.flatMap(({ path, text }) =>
    [...text.matchAll(/^export (?:const|function) (\w+)/gmu)].flatMap(([, name = ""]) =>
      files.some(
        (other) =>
          other.path !== path &&
          !other.path.endsWith("catalogue.ts") &&
          new RegExp(`\\b${name}\\b`, "u").test(other.text),
      ) ||
      // Used within its own file by what others use.
      [...text.matchAll(new RegExp(`\\b${name}\\b`, "gu"))].length > 1
        ? []
        : [`${path.slice(src.length)}: ${name}`],
    ),
  );
  expect(unused).toEqual([]);
});
