// tests/domain/roundTrip/snapshotFormat.test.ts: a snapshot is read by the columns that its tab tells, whatever version saved it.
import fc from "fast-check";
import { deviationOf } from "../../../src/domain/deviation/deviation";
import type { Snapshot } from "../../../src/domain/deviation/snapshot";
import {
  dateRow,
  initiativeRow,
  layoutText,
  lineRow,
  readSnapshot,
  SNAPSHOT_VERSION,
  SnapshotDamage,
  type SnapshotRow,
  totalRow,
  versionRow,
} from "../../../src/domain/roundTrip/snapshotFormat";
import { Decimal } from "../../../src/domain/money";

const FIELDS =
  "initiative line outcome budget amount share fullYearBudget forecast forecastDeviation material cause action responsible done type code item".split(
    " ",
  );
const figures = (outcome: number, budget: number) =>
  deviationOf({ outcome: new Decimal(outcome), budget: new Decimal(budget) }, "negative");
const comment = { cause: "Vakans", action: "", responsible: "Eva", done: "" };
const rows: readonly SnapshotRow[] = [
  dateRow(46112),
  versionRow("v1"),
  initiativeRow(
    {
      name: "Steget",
      sign: "negative",
      allPositive: false,
      bookedTo: "2026-03",
      limits: { amount: new Decimal(100000), share: new Decimal("0.1") },
    },
    1,
  ),
  lineRow("Steget", { costLine: "Personal", kind: "cost", figures: figures(-300.5, -400), material: true, comment }, 1),
  lineRow("Steget", { costLine: "Bidrag", kind: "income", figures: figures(50, 25), material: false, comment }, 1),
  totalRow("Steget", "Totalt", figures(-250.5, -375), 1),
];

type Cell = string | number | null;
const cellOf = (value: SnapshotRow[keyof SnapshotRow]): Cell =>
  value === undefined ? null : Decimal.isDecimal(value) ? value.toNumber() : value;

/** The tab with its columns in this order, the mark after them, and these columns before. */
function read(fields: readonly string[], mark: string, before = 0): Snapshot {
  const pad = Array.from({ length: before }, () => null);
  const body = rows.map((row) => [...pad, ...fields.map((field) => cellOf(row[field as keyof SnapshotRow]))]);
  const heading = [...pad, ...fields.map(() => "rubrik"), mark];
  const nameOf = (row: number, column: number) => `${row},${column}`;
  return readSnapshot({ sheet: "Ögonblick", rows: [...body, heading], nameOf, date1904: false }, 3);
}

/** Without where the cells stand. */
function content({ initiatives, ...rest }: Snapshot): unknown {
  return JSON.stringify([rest, initiatives], (name, value: unknown) => (/cells$/iu.test(name) ? undefined : value));
}

const today = read(FIELDS, layoutText(FIELDS));

test("it comes back as it was saved", () => {
  expect(today).toMatchObject({ number: 3, date: "2026-03-31", version: "v1" });
  const [initiative] = today.initiatives;
  expect(initiative).toMatchObject({ name: "Steget", sign: "negative", bookedTo: "2026-03" });
  expect(
    initiative!.lines.map(({ costLine, kind, material, figures: of, comment: said }) => [
      costLine,
      kind,
      material,
      of.amount.toString(),
      said.cause,
    ]),
  ).toEqual([
    ["Personal", "cost", true, "99.5", "Vakans"],
    ["Bidrag", "income", false, "25", "Vakans"],
  ]);
});

test("columns in any order, with more of them, and columns of people's own before: the same", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...FIELDS, "risk", "uppföljning"], { minLength: 19 }),
      fc.nat(3),
      (fields, before) => {
        expect(content(read(fields, layoutText(fields), before))).toBe(content(today));
      },
    ),
    { seed: 20261201, numRuns: 50 },
  );
});

test("a field of a comment that its version did not have is empty, and what nobody reads may be gone", () => {
  const fewer = FIELDS.filter((field) => !["responsible", "share", "forecast", "material"].includes(field));
  const [initiative] = read(fewer, layoutText(fewer)).initiatives;
  expect(initiative!.lines[0]!.comment).toEqual({ ...comment, responsible: "" });
});

test.each([
  ["of this version", SNAPSHOT_VERSION, null],
  ["of a newer one", SNAPSHOT_VERSION + 1, SNAPSHOT_VERSION + 1],
])("without its amounts a tab %s cannot be read", (_, version, newer) => {
  const fewer = FIELDS.filter((field) => field !== "outcome");
  const mark = layoutText(fewer).replace(`|${SNAPSHOT_VERSION}|`, `|${version}|`);
  let damage: unknown = null;
  try {
    read(fewer, mark);
  } catch (found) {
    damage = found;
  }
  expect(damage).toBeInstanceOf(SnapshotDamage);
  expect((damage as SnapshotDamage).newer).toBe(newer);
});
