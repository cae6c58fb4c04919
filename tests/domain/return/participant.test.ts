import { countHouseholdsOnce } from "../../../src/domain/return/household";
import { readyParticipants } from "../../../src/domain/return/participant";
import type { ReadyParticipant, UnusedReason } from "../../../src/domain/return/participant";
import { toKr } from "../../../src/domain/money";
import { monthText } from "../../../src/domain/period";
import { returnOf } from "../../../src/domain/return/agencyReturn";
import { BENEFITS } from "../../../src/reference/benefits/benefits";
import { INCOME_SOURCES } from "../../../src/reference/incomeSources";
import { PENSION_AGES } from "../../../src/reference/pensionAges";
import { input, person } from "../returnInput";
import type { Person } from "../returnInput";

const CONTEXT = { sources: INCOME_SOURCES, pensionAges: PENSION_AGES, benefits: BENEFITS };
const month = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;

function one(given: Person): ReadyParticipant {
  const { ready, setAside } = readyParticipants([person(given)], CONTEXT);
  expect(setAside).toEqual([]);
  return ready[0]!;
}

test.each`
  case                                     | born            | last         | pension      | months
  ${"May 1966, pension at 67 in May 2033"} | ${[1966, 5]}    | ${"2023-12"} | ${"2033-05"} | ${112}
  ${"only the year is known: 1 July"}      | ${[1966, null]} | ${"2023-12"} | ${"2033-07"} | ${114}
  ${"one month left"}                      | ${[1966, 5]}    | ${"2033-03"} | ${"2033-05"} | ${1}
  ${"born 1957, the last with 65"}         | ${[1957, 12]}   | ${"2021-12"} | ${"2022-12"} | ${11}
  ${"born 1958, the first with 66"}        | ${[1958, 1]}    | ${"2021-12"} | ${"2024-01"} | ${24}
`(
  "$case",
  ({
    born,
    last,
    pension,
    months,
  }: {
    born: [number, number | null];
    last: string;
    pension: string;
    months: number;
  }) => {
    const ready = one({ born, lastMonth: month(last) });
    expect([monthText(ready.pension.month), ready.months, ready.birthMonthAssumed]).toEqual([
      pension,
      months,
      born[1] === null,
    ]);
  },
);

test("a person's own pension age goes before the table, in whole months", () => {
  const { pension } = one({ born: [1966, 5], pensionAge: 65.5 });
  expect([monthText(pension.month), pension.status, pension.source]).toEqual(["2031-11", "own", null]);
});

test.each<[string, Person, UnusedReason, string | null]>([
  ["still ongoing", { lastMonth: null }, "ongoing", null],
  ["dropped out", { droppedOut: true }, "dropped-out", null],
  ["nothing known of what followed", { after: null }, "no-outcome", null],
  ["an unknown support before", { before: ["Socialhjälp", 1] }, "unknown-source", "Socialhjälp"],
  ["an unknown support after", { after: ["Jobb kanske", 1] }, "unknown-source", "Jobb kanske"],
  ["an unknown support at 30", { after: ["Aktivitetsersättning", 1], followOn: ["?", 1] }, "unknown-source", "?"],
  ["a negative amount", { before: ["Försörjningsstöd", -1] }, "negative-amount", "-1"],
  ["a year's amount", { after: ["Sjukersättning", 159_300] }, "amount-looks-yearly", "159300"],
  ["an amount finer than money", { before: ["Försörjningsstöd", "1.00001"] }, "amount-too-fine", "1.00001"],
  ["12 years old", { born: [2011, 6] }, "implausible-age", "2011"],
  ["90 years old", { born: [1933, 6] }, "implausible-age", "1933"],
  ["no age known for the birth year", { born: [2011, 6], lastMonth: 2030 * 12 }, "pension-age-unknown", "2011"],
  ["old-age pension already", { born: [1957, 1] }, "no-avoided-months", null],
  [
    "activity compensation, which ends at 30, afterwards at 43",
    { after: ["Aktivitetsersättning", 1] },
    "age-outside-rule",
    "Aktivitetsersättning",
  ],
  [
    "activity compensation before at 43, whatever is said to follow",
    { before: ["Aktivitetsersättning", 13_000], followOn: ["Försörjningsstöd", 9_500] },
    "age-outside-rule",
    "Aktivitetsersättning",
  ],
  [
    "what follows may be about both supports",
    {
      born: [1996, 3],
      before: ["Aktivitetsersättning", 9_000],
      after: ["Aktivitetsersättning", 4_500],
      followOn: ["Sjukersättning", 1],
    },
    "successor-of-both",
    "Sjukersättning",
  ],
])("set aside: %s", (_, given, reason, text) => {
  expect(readyParticipants([person(given)], CONTEXT)).toMatchObject({
    ready: [],
    setAside: [{ index: 0, reason, text }],
  });
});

test("a participant twice is used once", () => {
  const { ready, setAside } = readyParticipants(
    [person({ id: "A" }), person({ id: "B" }), person({ id: "A" })],
    CONTEXT,
  );
  expect([ready.map(({ index }) => index), setAside]).toEqual([
    [0, 1],
    [{ index: 2, reason: "duplicate-participant", field: "id", text: "A" }],
  ]);
});

describe("activity compensation ends the month somebody turns 30", () => {
  const young: Person = { born: [1996, 3], lastMonth: month("2023-12") };
  const spans = (given: Person) =>
    one({ ...young, ...given }).spans.map(({ from, to, before, after, moneyBefore, moneyAfter }) => [
      from,
      to,
      INCOME_SOURCES[before]?.name,
      String(toKr(moneyBefore)),
      INCOME_SOURCES[after]?.name,
      String(toKr(moneyAfter)),
    ]);
  // Pension at 69, March 2065: 494 months; 30 in March 2026: 26 months.

  test.each<[string, Person, unknown[]]>([
    [
      "after, nothing given: both stop",
      { after: ["Aktivitetsersättning", 9_000] },
      [[0, 26, "Försörjningsstöd", "10000", "Aktivitetsersättning", "9000"]],
    ],
    [
      "after, sickness compensation follows",
      { after: ["Aktivitetsersättning", 9_000], followOn: ["Sjukersättning", 12_000] },
      [
        [0, 26, "Försörjningsstöd", "10000", "Aktivitetsersättning", "9000"],
        [26, 494, "Försörjningsstöd", "10000", "Sjukersättning", "12000"],
      ],
    ],
    [
      "before, income support would have followed",
      { before: ["Aktivitetsersättning", 9_000], followOn: ["Försörjningsstöd", 8_000] },
      [
        [0, 26, "Aktivitetsersättning", "9000", "Arbete", "0"],
        [26, 494, "Försörjningsstöd", "8000", "Arbete", "0"],
      ],
    ],
    [
      "what remains lowers what is avoided",
      { remaining: 2_500 },
      [[0, 494, "Försörjningsstöd", "7500", "Arbete", "0"]],
    ],
  ])("%s", (_, given, expected) => {
    expect(spans(given)).toEqual(expected);
  });
});

describe("a household's support is counted once", () => {
  const household = (...people: Person[]) =>
    readyParticipants(
      people.map((each, at) => person({ id: `${at}`, household: "H1", ...each })),
      CONTEXT,
    ).ready;

  test("the larger amount stands, the other person's own new support still counts", () => {
    const { participants, shared } = countHouseholdsOnce(
      household(
        { before: ["Försörjningsstöd", 9_000], after: ["Sjukersättning", 13_000] },
        { before: ["Försörjningsstöd", 11_000] },
      ),
      INCOME_SOURCES,
    );
    expect(
      participants.map(({ spans: [span] }) => [toKr(span!.moneyBefore).toString(), toKr(span!.moneyAfter).toString()]),
    ).toEqual([
      ["0", "13000"],
      ["11000", "0"],
    ]);
    expect(shared).toEqual([{ household: "H1", side: "before", counted: "1", leftOut: ["0"] }]);
  });

  test.each<[string, Person, Person]>([
    ["another household", { household: "H2" }, {}],
    ["no household", { household: null }, { household: null }],
    ["a support of one's own", { before: ["Sjukpenning", 10_000] }, {}],
  ])("not shared: %s", (_, first, second) => {
    expect(countHouseholdsOnce(household(first, second), INCOME_SOURCES).shared).toEqual([]);
  });

  test("reaches the return", () => {
    const couple = ["1", "2"].map((id) => person({ id, household: "H" }));
    expect(returnOf(input({ participants: couple })).horizons["1"].total.back.toString()).toBe("120000");
  });
});

test("coverage counts those who got worse, are ongoing or dropped out", () => {
  const participants = [
    person({ id: "1" }),
    person({ id: "2", after: ["Sjukersättning", 13_275] }),
    person({ id: "3", lastMonth: null }),
    person({ id: "4", droppedOut: true }),
    person({ id: "5", after: ["?", 1] }),
    person({ id: "6", after: ["Arbete", 30_000] }),
    person({ id: "7", remaining: 10_001 }),
  ];
  expect(returnOf(input({ participants, participantsInAll: 20 })).coverage).toEqual({
    included: 4,
    of: 20,
    gotWorse: 2,
    ongoing: 1,
    droppedOut: 1,
    setAside: 1,
  });
});

test("the pension age table says how certain an age is", () => {
  expect(one({ born: [1961, 1], pensionAge: null }).pension).toMatchObject({ age: 67, status: "decided" });
});
