// tests/domain/finalReport/claims.test.ts: every contradiction of the published cases is found when the stated and the underlying figures are given.
import {
  boardBasis,
  beforeAfterClaims,
  checkedClaim,
  claimBasisOf,
  computedOf,
  figures,
  statedClaim,
} from "../../../src/domain/finalReport/claims";
import { beforeAfterOf } from "../../../src/domain/finalReport/beforeAfter";
import { Decimal, shareText } from "../../../src/domain/money";
import { statedFigure, statedPercent } from "../../../src/domain/finalReport/reconcile";
import { caseJson, husamradetIncome, publishedClaims } from "../../report/finalFixtures";

const dec = (value: number | string): Decimal => new Decimal(value);

describe("published contradictions", () => {
  test.each(
    Object.entries(publishedClaims).flatMap(([file, claims]) =>
      claims.map((claim) => [file, claim.claim, claim] as const),
    ),
  )("%s: %s", (_file, _claim, claim) => {
    expect(checkedClaim(claim).reconciles).toBe(false);
  });

  test("each list in the cases has its claims here", () => {
    for (const [file, claims] of Object.entries(publishedClaims)) {
      const data = caseJson(file) as Record<string, readonly { claim: string }[] | undefined>;
      const listed = [...(data.claimsThatDoNotReconcile ?? []), ...(data.otherClaimsThatDoNotReconcile ?? [])];
      // The columns of the before-and-after table are claims that the table makes by itself.
      const own = file === "husamradet-income-before-after.json" ? 1 : 0;
      expect(claims.length + own).toBeGreaterThanOrEqual(listed.length);
    }
  });

  test("before columns sum to 135 and after columns to 128, not to the base 136", () => {
    expect(
      beforeAfterClaims(husamradetIncome)
        .map(checkedClaim)
        .map(({ known, computed, reconciles }) => [known, computed?.toString(), reconciles]),
    ).toEqual([
      ["before-base", "135", false],
      ["after-base", "128", false],
    ]);
  });

  test.each([
    ["97 % of the granted funds", 97, 2064312, 2458000, "0.839834", false],
    ["84 % of the granted funds", 84, 2064312, 2458000, "0.839834", true],
    ["24 of 136 published as 18 %", 18, 24, 136, "0.176471", true],
    ["66 of 136 published as 49 %", 49, 66, 136, "0.485294", true],
  ])("%s", (claim, stated, part, whole, computed, reconciles) => {
    const checked = checkedClaim(
      statedClaim(claim, statedPercent(dec(stated)), { parts: figures(part), whole: figures(whole) }),
    );
    expect(shareText(checked.computed!)).toBe(computed);
    expect(checked.reconciles).toBe(reconciles);
  });
});

test.each([
  ["24/136", ["24"], ["136"]],
  ["53 + 37 + 63", ["53", "37", "63"], null],
  ["(14+15+11)/136", ["14", "15", "11"], ["136"]],
  ["2 064 312 / 2\u00a0458\u00a0000", ["2064312"], ["2458000"]],
  ["1,5+2.25", ["1.5", "2.25"], null],
])("a basis typed as %s", (text, parts, whole) => {
  const basis = claimBasisOf(text)!;
  expect(basis.parts.map(({ value }) => value.toString())).toEqual(parts);
  expect(basis.whole?.map(({ value }) => value.toString()) ?? null).toEqual(whole);
});

test.each(["", "24 av 136", "12 %", "1/2/3", "5-3", "=A1", "1e5", "(1+2", "Blad1!A1"])("no basis in %p", (text) => {
  expect(claimBasisOf(text)).toBeNull();
});

test("nothing to compare with is neither agreement nor contradiction", () => {
  const stated = statedFigure(dec(5));
  for (const basis of [
    null,
    { parts: [], whole: null },
    { parts: figures(1), whole: figures(0) },
    { parts: figures(1), whole: [] },
  ]) {
    expect(computedOf(basis)).toBeNull();
    expect(checkedClaim(statedClaim("x", stated, basis)).reconciles).toBeNull();
  }
});

test("within its tolerance a claim agrees, beyond it not", () => {
  const claim = (computed: number) =>
    checkedClaim(
      statedClaim("x", statedFigure(dec(1000)), { parts: figures(computed), whole: null }, { tolerance: dec(500) }),
    );
  expect([claim(1500), claim(500), claim(1501), claim(499)].map(({ reconciles }) => reconciles)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe("the board's view of what a claim rests on", () => {
  const claim = (parts: readonly number[], persons = true) =>
    checkedClaim(statedClaim("x", statedFigure(dec(10)), { parts: figures(...parts), whole: null }, { persons }));
  const parts = (basis: ReturnType<typeof boardBasis>) => basis?.parts.map(({ value }) => value.toNumber()) ?? null;

  test.each([
    ["a small addend is summed with the others", claim([48, 4, 3]), [55]],
    ["no small addend", claim([48, 5, 0]), [48, 5, 0]],
    ["a small sum", claim([1, 3]), null],
    ["figures that are no persons", claim([1, 3], false), [1, 3]],
  ])("%s", (_, checked, expected) => {
    expect(parts(boardBasis(checked))).toEqual(expected);
  });
});

test("without a base the columns are compared with each other", () => {
  const rows = [
    { source: "A", before: 10, after: 8 },
    { source: "B", before: 5, after: 7 },
  ];
  expect(
    beforeAfterClaims(beforeAfterOf(rows, null))
      .map(checkedClaim)
      .map(({ known, reconciles }) => [known, reconciles]),
  ).toEqual([["before-after", true]]);
});
