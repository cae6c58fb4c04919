import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { valueOfText } from "../../../src/intake/records/arithmeticText";
import { Decimal } from "../../../src/domain/money";
import { checkClaim, statedFigure, statedPercent } from "../../../src/domain/finalReport/reconcile";
import type { StatedFigure } from "../../../src/domain/finalReport/reconcile";

const kr = (text: string): StatedFigure => statedFigure(new Decimal(text));
const percent = (text: string): StatedFigure => statedPercent(new Decimal(text));

/** Every contradiction that the published cases list, with the figures its own report gives. */
const CLAIMS: Readonly<Record<string, readonly (readonly [claim: string, stated: StatedFigure, basis: string])[]>> = {
  "resan-final-report.json": [["97 % of the granted funds were used", percent("97"), "2 064 312 / 2 458 000"]],
  "husamradet-expected.json": [
    [
      "referrals 2005 to Oct 2011 per referrer: row totals 45, 59, 26, 70 (columns 84, 40, 41, 52; total 217)",
      kr("45"),
      "22+6+6+15",
    ],
    ["inflow 2009 = 40 in one report", kr("40"), "31"],
    ["248 participants", kr("248"), "247"],
    ["27 % of 136 closed went to work or studies", percent("27"), "(14+15+11)/136"],
  ],
  "husamradet-income-before-after.json": [
    ["after, Sjukpenning/sjukersättning/aktivitetsersättning = 19 %", percent("19"), "24/136"],
    ["136 participants closed 2010-2012", kr("136"), "53 + 37 + 63"],
    ["before columns sum to the base 136", kr("136"), "48+5+9+0+66+4+3"],
  ],
  "rar-sormland-2007.json": [
    ["reported in self-evaluation, total 254", kr("254"), "38+19+49+60+65+19"],
    ["98 of 190 closed participants (52 %)", percent("52"), "98/194"],
  ],
  "umea-supported-employment.json": [
    ["3 clients got employment", kr("3"), "1+3"],
    ["19 clients ended", kr("19"), "3+3+4+8"],
    ["38 current clients, of whom 27 women and 30 men", kr("38"), "27 + 30"],
    ["about 60/40 in favour of men", percent("60"), "30/57"],
  ],
};

/** Contradictions that consist of more than one figure. */
const FURTHER = [
  ["referrer 2", kr("59"), "28+18+7+9"],
  ["referrer 4", kr("70"), "21+12+23+24"],
  ["all referrers", kr("200"), "84+40+41+52"],
  ["after columns sum to the base", kr("136"), "24+1+22+3+49+2+27"],
  ["closed participants", kr("190"), "194"],
  ["carried in", kr("57"), "56"],
] as const;

interface Case {
  readonly claimsThatDoNotReconcile?: readonly { readonly claim: string }[];
  readonly otherClaimsThatDoNotReconcile?: readonly { readonly claim: string }[];
}

const folder = join(__dirname, "../../cases");
const listed = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => {
    const { claimsThatDoNotReconcile = [], otherClaimsThatDoNotReconcile = [] } = JSON.parse(
      readFileSync(join(folder, file), "utf8"),
    ) as Case;
    return [...claimsThatDoNotReconcile, ...otherClaimsThatDoNotReconcile].map(({ claim }) => [file, claim] as const);
  });

test.each(listed)("%s: %s", (file, claim) => {
  const given = CLAIMS[file]?.find(([name]) => name === claim);
  expect(given).toBeDefined();
  const [, stated, basis] = given!;
  expect(checkClaim({ claim, stated, computed: valueOfText(basis) }).reconciles).toBe(false);
});

test.each(FURTHER)("%s", (claim, stated, basis) => {
  expect(checkClaim({ claim, stated, computed: valueOfText(basis) }).reconciles).toBe(false);
});

test.each([
  ["rounded to whole per cent", percent("84"), "2 064 312 / 2 458 000", true],
  ["with a tenth", percent("83.9"), "2 064 312 / 2 458 000", false],
  ["with two decimals", percent("83.98"), "2 064 312 / 2 458 000", true],
  ["average per half-year, whole tkr", kr("140"), "1257 / 9", true],
  ["share of closures, Husamrådet", percent("24"), "53/224", true],
  ["to work of actual closures", percent("50"), "15/30", true],
  ["a row of the referral table that does add up", kr("26"), "13+4+5+4", true],
  ["half away from zero", percent("13"), "1/8", true],
  ["stated in thousands", { value: new Decimal(2_064_000), decimals: -3 }, "2 064 312", true],
] as const)("agrees or not: %s", (claim, stated, basis, reconciles) => {
  expect(checkClaim({ claim, stated, computed: valueOfText(basis) }).reconciles).toBe(reconciles);
});

test("nothing to compare with is not an agreement", () => {
  expect(checkClaim({ claim: "", stated: kr("1"), computed: null })).toMatchObject({
    reconciles: null,
    difference: null,
  });
});

test.each([
  ["2 064 312 / 2 458 000", "0.839834"],
  ["1\u00a0234,50 + 1", "1235.5"],
  ["−3 · (2 − 5)", "9"],
  ["10 : 4", "2.5"],
  ["=50 % × 8", "4"],
  ["2-3-4", "-5"],
  ["12/3/2", "2"],
])("%s = %s", (text, value) => {
  expect(valueOfText(text)?.toDecimalPlaces(6).toString()).toBe(value);
});

test.each([
  "",
  "1/0",
  "1 +",
  "(1",
  "1)",
  "cmd|' /C calc'!A0",
  "SUM(A1)",
  "1e5",
  "24 closed",
  "1 2",
  "%",
  "(".repeat(150) + "1" + ")".repeat(150),
])("%j is no calculation", (text) => {
  expect(valueOfText(text)).toBeNull();
});
