// tests/intake/resan.test.ts: the published case's contributions, participants and facts, whole, as the calculation takes them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { returnOf } from "../../src/domain/return/agencyReturn";
import { asReported } from "../../src/domain/return/assumptions";
import { Decimal, toKr } from "../../src/domain/money";
import { monthIndex } from "../../src/domain/period";
import { BENEFITS } from "../../src/reference/benefits/benefits";
import { PENSION_AGES } from "../../src/reference/pensionAges";
import { readWorkbook } from "../../src/intake/readWorkbook";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import expected from "../cases/resan-expected.json";
import { asRead } from "./shown";

const file = readFileSync(join(__dirname, "../cases/resan.xlsx"));

describe("RESAN", () => {
  const reading = openXlsx(file, "resan.xlsx")
    .read()
    .then((workbook) => readWorkbook(workbook, asRead));

  test("every row is used, and nothing is wrong", async () => {
    const intake = await reading;
    expect(intake.rows).toEqual({ seen: 14, used: 14, setAside: 0 });
    expect(intake.problems).toEqual([]);
    expect(intake.tables).toEqual([]);
    expect(intake.otherTables).toEqual([
      { kind: "contributions", sheet: "Parter", row: 0 },
      { kind: "participants", sheet: "Deltagare", row: 0 },
    ]);
  });

  test("the facts, with their cells", async () => {
    const { facts, factOrigins } = await reading;
    expect(facts).toMatchObject({ name: "RESAN", from: monthIndex(2022, 1), to: monthIndex(2023, 12) });
    expect([facts?.granted, facts?.used, facts?.statedUsedShare].map(String)).toEqual([
      expected.finalReport.granted,
      expected.finalReport.used,
      expected.finalReport.statedShare,
    ]);
    expect(factOrigins.used).toEqual({ workbook: null, sheet: "Insats", cells: "B5" });
  });

  test("money in per agency, with its cells", async () => {
    const { contributions } = await reading;
    expect(Object.fromEntries(contributions.map(({ value }) => [value.agency, value.cash.toString()]))).toEqual(
      expected.moneyIn,
    );
    expect(contributions[1]).toMatchObject({
      value: { year: 2023, hours: null },
      origin: { sheet: "Parter", cells: "A3:D3" },
      initiative: "RESAN",
    });
  });

  test("participants in table order, with their cells", async () => {
    const { participants, participantsSetAside } = await reading;
    expect(participants.map(({ value }) => value.id)).toEqual(Object.keys(expected.avoidedUntilRetirement.months));
    expect(participantsSetAside).toBe(0);
    expect(participants[0]).toMatchObject({
      value: {
        birth: { year: 1966, month: 5 },
        lastMonth: monthIndex(2023, 12),
        household: null,
        droppedOut: false,
        before: { source: "Försörjningsstöd" },
        after: { source: "Sjukersättning" },
      },
      origin: { sheet: "Deltagare", cells: "A2:G2" },
      initiative: "RESAN",
    });
    expect(participants.map(({ value }) => toKr(value.before.amount).toString())).toEqual([
      ...Array<string>(5).fill("7890"),
      ...Array<string>(6).fill("10600"),
    ]);
  });

  test("gives the published total, payback and months of each", async () => {
    const { participants, contributions, sources, facts } = await reading;
    const result = returnOf({
      participants: participants.map(({ value }) => value),
      contributions: contributions.map(({ value }) => value),
      sources,
      pensionAges: PENSION_AGES,
      benefits: BENEFITS,
      scenario: asReported(2023),
      target: new Decimal(4),
      projectStart: facts?.from ?? null,
      participantsInAll: null,
    });
    expect(result.horizons.retirement.total.back.toString()).toBe(expected.horizons.retirement.total);
    expect(result.payback).toMatchObject({
      month: expected.paybackMonth,
      monthFromStart: expected.paybackMonthFromStart,
    });
    expect(Object.fromEntries(result.basis.ready.map(({ participant, months }) => [participant.id, months]))).toEqual(
      expected.avoidedUntilRetirement.months,
    );
  });
});
