import { returnOf } from "../../../src/domain/return/agencyReturn";
import type { ReturnInput } from "../../../src/domain/return/agencyReturn";
import type { Scenario } from "../../../src/domain/return/assumptions";
import { furtherLeavers } from "../../../src/domain/return/payback";
import { assuming, certain, dec, input, paid, person } from "../returnInput";

const month = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;
/** 10 000 kr a month back from January 2024, 1 000 000 in January 2023, unless told otherwise. */
const payback = (changes: Partial<ReturnInput>) => returnOf(input(changes)).payback;

test("100 months of 10 000 kr pay 1 000 000 back", () => {
  expect(payback({ projectStart: month("2022-01") })).toMatchObject({
    month: 100,
    monthFromStart: 124,
    peakMonth: month("2023-01"),
  });
  expect(payback({ projectStart: month("2022-01") }).peakOutlay.toString()).toBe("1000000");
  expect(payback({}).monthFromStart).toBeNull();
});

test("month 1 is the earliest of anybody's, and each person's own years decide the factors", () => {
  // A from January 2024, B from July 2024; half stay off each year. By hand: 6·10 000 + 6·20 000 + 6·(5 000 + 10 000) = 270 000 after 18 months.
  const participants = [person({ id: "A" }), person({ id: "B", lastMonth: month("2024-06") })];
  const scenario: Scenario = { ...assuming(certain("persistence", "0.5")), persistenceForm: "yearly" };
  const within = (kr: number) => payback({ participants, scenario, contributions: [paid("Kommunen", kr)] }).month;
  expect([within(60_000), within(60_001), within(180_000), within(270_000), within(270_001)]).toEqual([
    6, 7, 12, 18, 19,
  ]);
});

test("paid back is the month from which it never again falls below what is due, those to come counted when they fall due", () => {
  const within = (...contributions: ReturnInput["contributions"]) => payback({ contributions });
  // 120 000 is back before 60 000 falls due in January 2025, 240 000 before 160 000 is: never below, from month 1.
  expect(within(paid("Kommunen", 60_000, 2025), paid("Regionen", 100_000, 2026))).toMatchObject({
    month: 1,
    peakMonth: null,
  });
  // 50 000 is back in month 5, but 450 000 is due in January 2025, when 130 000 is back: month 45.
  const twice = within(paid("Kommunen", 50_000, 2023), paid("Regionen", 400_000, 2025));
  expect(twice).toMatchObject({ month: 45, peakMonth: month("2025-01") });
  expect(twice.peakOutlay.toString()).toBe("330000");
  // 60 Mkr that never come back, years after 50 000 had.
  expect(within(paid("Kommunen", 50_000, 2023), paid("Regionen", 60_000_000, 2030)).month).toBeNull();
  // Due when the last of the effects is over.
  expect(within(paid("Kommunen", 50_000, 2023), paid("Regionen", 60_000_000, 2090)).month).toBeNull();
});

test("a cost that comes later takes the payback away again", () => {
  // 10 000 a month back for one; the other's new support costs 30 000 a month more from 2026.
  const participants = [
    person({ id: "A" }),
    person({
      id: "B",
      lastMonth: month("2025-12"),
      before: ["Försörjningsstöd", 0],
      after: ["Aktivitetsstöd", 30_000],
    }),
  ];
  expect(
    payback({ participants, contributions: [paid("Försäkringskassan", 50_000), paid("Kommunen", 50_000)] }).month,
  ).toBeNull();
});

test.each<[string, Partial<ReturnInput>]>([
  ["never enough", { contributions: [paid("Kommunen", 100_000_000)] }],
  ["a cost instead of a gain", { participants: [person({ after: ["Sjukersättning", 13_275] })] }],
  ["no participants", { participants: [] }],
])("not within the horizon: %s", (_, changes) => {
  const { payback: never, zeroPoint } = returnOf(input(changes));
  expect([never.month, never.monthFromStart, zeroPoint.monthsForOne]).toEqual([null, null, null]);
});

test("participants without contributions: ratios do not apply", () => {
  const { horizons, payback: none, zeroPoint, caveats } = returnOf(input({ contributions: [] }));
  expect([
    horizons["5"].total.ratio,
    horizons["5"].publicSector.ratio,
    none.month,
    zeroPoint.monthsForOne,
    zeroPoint.furtherLeaversForOne["5"],
  ]).toEqual([null, null, null, null, null]);
  expect(horizons["5"].publicSector.back.toString()).toBe("600000");
  expect(caveats.included).toBe(1);
});

test("zero point: a cap of 100 months for 1.00, 400 for 4.00; further leavers within each horizon", () => {
  const { zeroPoint } = returnOf(input({ participants: [person({ born: [2000, 6] })] }));
  expect(zeroPoint).toMatchObject({
    monthsForOne: 100,
    monthsForTarget: 400,
    // 120 000 a year per leaver: 8.33 needed within 1 year, 1.67 within 5, so 8 and 1 more.
    furtherLeaversForOne: { "1": 8, "2": 4, "5": 1, "10": 0, retirement: 0 },
    furtherLeaversForTarget: { "1": 33, "10": 3 },
  });
});

test.each`
  back      | leavers | missing
  ${100}    | ${1}    | ${9}
  ${1000}   | ${1}    | ${0}
  ${999.99} | ${3}    | ${1}
  ${0}      | ${3}    | ${null}
  ${-5}     | ${3}    | ${null}
`(
  "$leavers leavers with $back of 1 000 back: $missing more",
  ({ back, leavers, missing }: { back: number; leavers: number; missing: number | null }) => {
    expect(furtherLeavers(dec(1), dec(back), dec(1_000), leavers)).toBe(missing);
  },
);

test("the line of caveats: coverage, share beyond year 5, moved, prices", () => {
  const { caveats } = returnOf(
    input({ participants: [person({ after: ["Sjukpenning", 4_000] })], participantsInAll: 9 }),
  );
  // Born June 1980, 68 in June 2048: 293 months, 233 of them after year 5.
  expect(caveats).toMatchObject({ counterfactual: null, included: 1, of: 9, prices: "fixed", priceYear: 2024 });
  expect([caveats.shareBeyondYear5?.toFixed(6), caveats.moved.toString()]).toEqual(["0.795222", "1172000"]);
});
