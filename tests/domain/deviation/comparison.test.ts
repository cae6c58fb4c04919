// tests/domain/deviation/comparison.test.ts: the deviation of the deviation: per line, conserved in the total, whatever was added or is gone.
import fc from "fast-check";
import type { CostSign } from "../../../src/domain/deviation/budget";
import { type Comparison, comparisonOf } from "../../../src/domain/deviation/comparison";
import { deviationOf, standardLimits, totalDeviation } from "../../../src/domain/deviation/deviation";
import { latestSnapshot, type Snapshot } from "../../../src/domain/deviation/snapshot";
import { Decimal, sum } from "../../../src/domain/money";
import { followUp, month, type Row, tableOf } from "../../report/fixtures";

type Lines = Readonly<Record<string, readonly [outcome: number, budget: number]>>;

interface About {
  readonly sign?: CostSign;
  readonly name?: string;
  readonly number?: number;
  readonly date?: string;
}

function snapshotOf(
  lines: Lines,
  { sign = "positive", name = "A", number = 1, date = "2026-03-31" }: About = {},
): Snapshot {
  const costs = Object.values(lines).map(([outcome, budget]) => ({
    outcome: new Decimal(outcome),
    budget: new Decimal(budget),
  }));
  const cells = { outcome: "C9", budget: "D9", amount: "E9" };
  return {
    number,
    sheet: "Ögonblick",
    date,
    version: "v1",
    initiatives: [
      {
        name,
        sign,
        allPositive: false,
        bookedTo: "2026-03",
        limits: standardLimits,
        lines: Object.keys(lines).map((costLine, at) => ({
          costLine,
          kind: "cost" as const,
          figures: deviationOf(costs[at]!, sign),
          material: false,
          comment: { cause: "", action: "", responsible: "", done: "" },
          cells,
        })),
        total: totalDeviation(costs, sign),
        totalCells: cells,
      },
    ],
  };
}

function now(lines: Lines, sign: CostSign = "positive") {
  const rows = Object.entries(lines).map(([line, [outcome, budget]]): Row => [line, 0, outcome, budget]);
  return followUp(tableOf([month(2026, 1, 6)], rows, { sign }));
}

/** `then → now: change` of each measure in kronor; – where the line was not or is not there. */
function shown({ lines }: Comparison): string[] {
  return lines.map(({ costLine, status, then, now: present, change }) => {
    const of = (measure: "amount" | "outcome" | "budget"): string =>
      `${then?.[measure].toString() ?? "–"}→${present?.[measure].toString() ?? "–"}:${change[measure].toString()}`;
    return `${costLine} ${status} ${of("amount")} ${of("outcome")} ${of("budget")}`;
  });
}

test("each line then and now; lines that are new or gone are shown as such, and count as 0 where they are not", () => {
  const then = snapshotOf({ Personal: [300, 400], Lokaler: [90, 80], Resor: [10, 25] });
  const compared = comparisonOf(
    now({ Personal: [720, 800], Lokaler: [160, 160], Konsulter: [50, 0] }),
    "A",
    then,
    true,
  )!;
  expect(shown(compared)).toEqual([
    "Personal both 100→80:-20 300→720:420 400→800:400",
    "Lokaler both -10→0:10 90→160:70 80→160:80",
    "Konsulter new –→-50:-50 –→50:50 –→0:0",
    "Resor gone 15→–:-15 10→–:-10 25→–:-25",
  ]);
  // 105 then (400 of 505), 30 now (930 of 960).
  const { total } = compared;
  expect([total.then.amount, total.now.amount, total.change.amount].map(Number)).toEqual([105, 30, -75]);
  expect([total.then.outcome, total.now.outcome, total.change.outcome].map(Number)).toEqual([400, 930, 530]);
});

test("a snapshot with the other sign: its outcome and budget are turned, its deviations are not", () => {
  const then = snapshotOf({ Personal: [-300, -400] }, { sign: "negative" });
  const compared = comparisonOf(now({ Personal: [720, 800] }), "A", then, true)!;
  expect(compared.turned).toBe(true);
  expect(shown(compared)).toEqual(["Personal both 100→80:-20 300→720:420 400→800:400"]);
});

test("an initiative is found by its name; one alone then and now is the same whatever it is called", () => {
  const then = snapshotOf({ Personal: [1, 2] }, { name: "Gammalt namn" });
  expect(comparisonOf(now({ Personal: [1, 2] }), "Nytt namn", then, true)).not.toBeNull();
  expect(comparisonOf(now({ Personal: [1, 2] }), "Nytt namn", then, false)).toBeNull();
  expect(comparisonOf(now({ Personal: [1, 2] }), "Gammalt namn", then, false)).not.toBeNull();
});

test("the latest date is compared with, and of one day the one saved last", () => {
  const of = (number: number, date: string): Snapshot => snapshotOf({ A: [1, 2] }, { number, date });
  const all = [of(1, "2026-03-31"), of(2, "2026-06-30"), of(3, "2026-03-31"), of(4, "2026-06-30")];
  expect(latestSnapshot(all)?.number).toBe(4);
  expect(latestSnapshot([])).toBeNull();
});

test("conservation: the lines' changes sum to the total's, whatever lines there were and are", () => {
  const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((ore) => ore / 100);
  const lines = fc.dictionary(fc.constantFrom("A", "B", "C", "D", "E", "F", "G", "H"), fc.tuple(amount, amount), {
    minKeys: 1,
  });
  const sign = fc.constantFrom<CostSign>("negative", "positive");
  fc.assert(
    fc.property(lines, lines, sign, sign, (then, present, signThen, signNow) => {
      const compared = comparisonOf(now(present, signNow), "A", snapshotOf(then, { sign: signThen }), true)!;
      for (const measure of ["amount", "outcome", "budget"] as const) {
        const changes = sum(compared.lines.map(({ change }) => change[measure]));
        expect(changes.toString()).toBe(compared.total.change[measure].toString());
      }
      // Nothing that was or is there is left out.
      expect(new Set(compared.lines.map(({ costLine }) => costLine))).toEqual(
        new Set([...Object.keys(then), ...Object.keys(present)]),
      );
    }),
  );
});
