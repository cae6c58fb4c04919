// tests/domain/finalReport/finalReport.test.ts: granted, used and unused, the answer, what explains it, and the claims of the fields.
import { finalReportOf, fundsUse } from "../../../src/domain/finalReport/finalReport";
import { Decimal, krText, shareText } from "../../../src/domain/money";
import { factsWith, husamradetItem, resanReport } from "../../report/finalFixtures";
import { followUp, husamradetFollowUp, month, tableOf } from "../../report/fixtures";

const dec = (value: number | string): Decimal => new Decimal(value);
const year = month(2024, 1, 12);

test("RESAN: 393 688 kr unused, and 97 % does not reconcile with 83.98 %", () => {
  const { total, answer, claims, lines } = resanReport;
  expect([total!.granted, total!.used, total!.unused].map(krText)).toEqual(["2458000", "2064312", "393688"]);
  expect(shareText(total!.share!)).toBe("0.839834");
  expect([answer, lines.length, total!.grantedFrom]).toEqual(["part", 0, "field"]);
  expect(claims.map(({ known, reconciles }) => [known, reconciles])).toEqual([["used-share", false]]);
});

test("Husamrådet: per cost line, and the two lines that explain the difference", () => {
  const { total, lines, answer, explaining, offsetting } = husamradetItem.report;
  expect(lines.map(({ name, granted, used, unused }) => [name, ...[granted, used, unused].map(krText)])).toEqual([
    ["Personalkostnader", "6124000", "3489000", "2635000"],
    ["Lokalkostnader", "635000", "435000", "200000"],
    ["Köp av verksamhet / Konsulter", "1205000", "2624000", "-1419000"],
    ["Övriga kostnader", "0", "159000", "-159000"],
  ]);
  expect([krText(total!.granted), krText(total!.unused), total!.grantedFrom, answer]).toEqual([
    "7964000",
    "1257000",
    "table",
    "part",
  ]);
  expect(explaining.map((at) => lines[at]!.name)).toEqual(["Personalkostnader", "Köp av verksamhet / Konsulter"]);
  expect(offsetting).toEqual([{ favourable: 0, unfavourable: 2 }]);
  expect(lines[3]!.share).toBeNull();
});

test.each([
  ["all of it", 100, 100, "all", "1.000000"],
  ["part of it", 100, 60, "part", "0.600000"],
  ["none of it", 100, 0, "none", "0.000000"],
  ["more than it", 100, 101, "exceeded", "1.010000"],
  ["spent with nothing granted", 0, 5, "exceeded", null],
  ["nothing granted, nothing spent", 0, 0, "all", null],
])("%s", (_, granted, used, answer, share) => {
  const report = finalReportOf({
    facts: factsWith({ granted: dec(granted), used: dec(used) }),
    followUp: null,
    goals: [],
    claims: [],
  });
  expect(report.answer).toBe(answer);
  expect(report.total!.share === null ? null : shareText(report.total!.share)).toBe(share);
});

test("nothing is known: no total, and no answer", () => {
  expect(finalReportOf({ facts: null, followUp: null, goals: [], claims: [] })).toMatchObject({
    total: null,
    answer: null,
    lineSum: null,
    claims: [],
  });
  expect(
    finalReportOf({ facts: factsWith({ granted: dec(5) }), followUp: null, goals: [], claims: [] }).total,
  ).toBeNull();
});

test("a stated share without the figures it is about is not called right or wrong", () => {
  const report = finalReportOf({
    facts: factsWith({ statedUsedShare: dec("0.97") }),
    followUp: null,
    goals: [],
    claims: [],
  });
  expect(report.claims.map(({ reconciles }) => reconciles)).toEqual([null]);
});

describe("fields beside a budget table", () => {
  const table = (rows: readonly [string, number, number][], unit: "kr" | "tkr" = "kr") =>
    followUp(
      tableOf(
        [year],
        rows.map(([line, outcome, budget]) => [line, 0, outcome, budget] as const),
        { unit },
      ),
    );

  test.each([
    [
      "in kronor, equal",
      table([
        ["A", 60, 100],
        ["B", 30, 50],
      ]),
      150,
      90,
      [true, true],
    ],
    [
      "in kronor, one krona off",
      table([
        ["A", 60, 100],
        ["B", 30, 50],
      ]),
      151,
      90,
      [false, true],
    ],
    [
      "in tkr, within the rounding of two addends",
      table(
        [
          ["A", 60, 100],
          ["B", 30, 50],
        ],
        "tkr",
      ),
      150_999,
      89_001,
      [true, true],
    ],
    [
      "in tkr, beyond it",
      table(
        [
          ["A", 60, 100],
          ["B", 30, 50],
        ],
        "tkr",
      ),
      151_001,
      88_999,
      [false, false],
    ],
  ])("%s", (_, budget, granted, used, agree) => {
    const report = finalReportOf({
      facts: factsWith({ granted: dec(granted), used: dec(used) }),
      followUp: budget,
      goals: [],
      claims: [],
    });
    expect(report.claims.map(({ reconciles }) => reconciles)).toEqual(agree);
    expect(report.total!.granted.toNumber()).toBe(granted);
    expect(report.lineSum!.granted.toNumber()).toBe(budget.table.unit === "tkr" ? 150_000 : 150);
  });

  test("a field that is missing is taken from the table", () => {
    const report = finalReportOf({
      facts: factsWith({ granted: dec(200) }),
      followUp: table([["A", 60, 100]]),
      goals: [],
      claims: [],
    });
    expect([report.total!.used.toNumber(), report.total!.usedFrom, report.total!.grantedFrom]).toEqual([
      60,
      "table",
      "field",
    ]);
  });
});

describe("lines that explain the difference", () => {
  const explained = (...unused: readonly number[]): readonly number[] =>
    finalReportOf({
      facts: null,
      followUp: followUp(
        tableOf(
          [year],
          unused.map((left, at) => [`L${at}`, 0, 1_000_000 - left, 1_000_000] as const),
        ),
      ),
      goals: [],
      claims: [],
    }).explaining;

  test.each([
    ["five equal ones: three, so that less than half is left", [100, 100, 100, 100, 100], [0, 1, 2]],
    ["one large one", [10, 5, 900, 10], [2]],
    ["opposite ones that leave a little", [-500, 600, 10], [1, 0]],
    ["none", [0, 0], []],
    ["no difference in all: the material ones", [300_000, -300_000, 5, -5], [0, 1]],
  ])("%s", (_, unused, expected) => {
    expect(explained(...unused)).toEqual(expected);
  });
});

test("part of the budget is not booked yet: granted counts the whole of it", () => {
  const open = followUp(
    tableOf(
      [month(2024, 1), month(2024, 2)],
      [
        ["A", 0, 40, 50],
        ["A", 1, null, 50],
      ],
    ),
  );
  const { total } = finalReportOf({ facts: null, followUp: open, goals: [], claims: [] });
  expect([total!.granted, total!.used].map((each) => each.toNumber())).toEqual([100, 40]);
});

test("the lines' sum is the deviation of the booked table with its sign turned to costs", () => {
  expect(husamradetItem.report.lineSum!.unused.eq(husamradetFollowUp.total.amount)).toBe(true);
  expect(fundsUse(dec(0), dec(0)).share).toBeNull();
});
