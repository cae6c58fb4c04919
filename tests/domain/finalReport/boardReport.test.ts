// tests/domain/finalReport/boardReport.test.ts: what a final report hides cannot be worked out from what it shows: an attacker who knows how the groups
// hang together tries every number of persons that fits the page.
import fc from "fast-check";
import { boardReportOf, withoutNumbers } from "../../../src/domain/finalReport/boardReport";
import { checkedClaim, figures, statedClaim, type StatedClaim } from "../../../src/domain/finalReport/claims";
import { type Goal, goalResult } from "../../../src/domain/finalReport/goals";
import { Decimal } from "../../../src/domain/money";

const SEED = 20261201;

/** Persons in groups A, B and C; a figure counts some of them. */
type Counts = readonly [number, number, number];
type Of = readonly [boolean, boolean, boolean];
const ALL: Of = [true, true, true];
const countOf = (counts: Counts, of: Of): number => counts.reduce((all, each, at) => all + (of[at] ? each : 0), 0);

function goal(count: number, base: number | null, name: string): Goal {
  return {
    name,
    target: new Decimal(10),
    outcome: new Decimal(count),
    direction: "at-least",
    actualBase: base === null ? null : new Decimal(base),
    expectedBase: null,
    validFrom: null,
    responseRate: null,
    share: false,
    persons: { count: new Decimal(count), base: base === null ? null : new Decimal(base) },
  };
}

interface Figure {
  readonly kind: "goal" | "goalOfAll" | "number" | "sum" | "share";
  readonly of: Of;
}

const some = fc
  .tuple(fc.boolean(), fc.boolean(), fc.boolean())
  .filter((of) => of.some(Boolean))
  .map((of): Of => of);
const figure = fc.record({
  kind: fc.constantFrom<Figure["kind"]>("goal", "goalOfAll", "number", "sum", "share"),
  of: some,
});

function pageOf(counts: Counts, all: readonly Figure[]) {
  const goals = all
    .filter(({ kind }) => kind === "goal" || kind === "goalOfAll")
    .map(({ kind, of }, at) =>
      goalResult(goal(countOf(counts, of), kind === "goalOfAll" ? countOf(counts, ALL) : null, `Mål ${at}`)),
    );
  const claims = all
    .filter(({ kind }) => kind === "number" || kind === "sum" || kind === "share")
    .map(({ kind, of }): StatedClaim => {
      const count = countOf(counts, of);
      const parts = kind === "sum" ? figures(...counts.filter((_, at) => of[at])) : figures(count);
      const whole = kind === "share" ? figures(countOf(counts, ALL)) : null;
      const value = whole === null ? new Decimal(count) : new Decimal(count).div(Math.max(1, countOf(counts, ALL)));
      return statedClaim("deltagare", { value, decimals: whole === null ? 0 : 4 }, { parts, whole }, { persons: true });
    });
  return { goals, claims: claims.map(checkedClaim) };
}

/** Everything that the page shows of a figure, as text: two pages that show the same are the same to a reader. */
function shownOf(counts: Counts, all: readonly Figure[], hiding: ReturnType<typeof boardReportOf>): string[] {
  const page = pageOf(counts, all);
  return [
    ...page.goals.map(({ goal: each }, at) => {
      const own = hiding.goals[at]!;
      const outcome = own.outcome ?? each.outcome.toString();
      const base = own.actualBase ?? each.actualBase?.toString() ?? "";
      return `${outcome} of ${base}`;
    }),
    ...page.claims.map(({ stated, computed }, at) => {
      const own = hiding.claims[at]!;
      const addends = own.basis === null ? "" : `${own.basis.parts.length}+${own.basis.whole?.length ?? 0}`;
      const values =
        own.basis === null
          ? ""
          : own.basis.parts.length > 1
            ? page.claims[at]!.basis!.parts.map(({ value }) => value.toString()).join("+")
            : (computed?.toString() ?? "");
      return `${own.stated ?? stated.value.toString()} ${own.computed ?? computed?.toString() ?? ""} ${addends} ${values}`;
    }),
  ];
}

/** `few` says that the group is 1–4 persons; the attacker uses it. */
function fewHolds(counts: Counts, all: readonly Figure[], hiding: ReturnType<typeof boardReportOf>): boolean {
  const page = pageOf(counts, all);
  const small = (value: Decimal | null): boolean => value !== null && value.gt(0) && value.lt(5);
  return (
    page.goals.every(({ goal: each }, at) => hiding.goals[at]!.outcome !== "few" || small(each.outcome)) &&
    page.claims.every(({ computed }, at) => hiding.claims[at]!.computed !== "few" || small(computed))
  );
}

/** The attacker tries more persons than any group has, so that no group is told by the end of the list. */
const LARGEST = 8;
const MOST = 14;
const everyCounts: Counts[] = Array.from({ length: MOST ** 3 }, (_, at) => [
  at % MOST,
  Math.floor(at / MOST) % MOST,
  Math.floor(at / MOST ** 2),
]);

test("no small group of a report can be worked out from all that its page shows together", () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.nat(LARGEST), fc.nat(LARGEST), fc.nat(LARGEST)),
      fc.array(figure, { minLength: 1, maxLength: 5 }),
      (counts, all) => {
        const hiding = boardReportOf(pageOf(counts, all));
        const seen = shownOf(counts, all, hiding).join("|");
        const small = all.filter(({ of }) => countOf(counts, of) > 0 && countOf(counts, of) < 5);
        if (small.length === 0) return;
        const fits = everyCounts.filter(
          (each) => shownOf(each, all, hiding).join("|") === seen && fewHolds(each, all, hiding),
        );
        for (const { of } of small) expect(new Set(fits.map((each) => countOf(each, of))).size).toBeGreaterThan(1);
      },
    ),
    { seed: SEED, numRuns: 150 },
  );
}, 60_000);

test.each([
  ["the share of a small group", 3, 11],
  ["the share that leaves a small group", 30, 31],
])("%s is hidden, with what it is worked out from", (_, part, whole) => {
  const share = new Decimal(part).div(whole);
  for (const basis of [
    { parts: figures(part), whole: figures(whole) },
    { parts: figures(share), whole: null },
  ]) {
    const claim = statedClaim("Andel till arbete", { value: share.toDecimalPlaces(4), decimals: 4 }, basis, {
      shownAs: "percent",
      persons: true,
    });
    const page = { goals: [], claims: [checkedClaim(claim)] };
    expect(boardReportOf(page).claims).toEqual([{ stated: "derived", computed: "derived", basis: null }]);
  }
});

test("a stated percentage of a base that the page shows is hidden where it can only be a small group", () => {
  const claim = (stated: string): StatedClaim =>
    statedClaim("Till arbete", { value: new Decimal(stated), decimals: 2 }, null, {
      shownAs: "percent",
      persons: true,
    });
  const hides = (stated: string): boolean =>
    boardReportOf({ goals: [goalResult(goal(6, 11, "Till studier"))], claims: [checkedClaim(claim(stated))] })
      .claims[0]!.stated !== null;
  expect(hides("0.27")).toBe(true);
  expect(hides("0.45")).toBe(false);
});

test.each([
  ["3 av 11 deltagare fick arbete", "x av x deltagare fick arbete"],
  ["27,27 % till arbete 2025", "x till arbete 2025"],
  ["Tre till arbete, en av dem på heltid", "x till arbete, x av dem på heltid"],
])("numbers are taken out of the words of a hidden claim: %s", (words, without) => {
  expect(withoutNumbers(words, "x")).toBe(without);
});
