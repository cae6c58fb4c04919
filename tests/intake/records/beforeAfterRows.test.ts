// tests/intake/records/beforeAfterRows.test.ts: persons before and after, and planned against actual; figures from the published cases.
import { beforeAfterOf } from "../../../src/domain/finalReport/beforeAfter";
import { countDeviation, countTotal } from "../../../src/domain/finalReport/goals";
import type { CellValue } from "../../../src/intake/grid";
import husamradet from "../../cases/husamradet-income-before-after.json";
import rar from "../../cases/rar-sormland-2007.json";
import umea from "../../cases/umea-supported-employment.json";
import { readSheet, said } from "../shown";

type Row = readonly CellValue[];
const _ = null;

describe("before and after", () => {
  const published = Object.entries(husamradet.before).map(([source, before]): Row => [
    source,
    before,
    husamradet.after[source as keyof typeof husamradet.after],
  ]);
  test("Husamrådet: the columns sum to 135 and 128, of 136", () => {
    const intake = readSheet([
      ["Försörjning", "Före", "Efter"],
      ...published,
      ["Antal personer", husamradet.base, husamradet.base],
      ["Summa", 135, 128],
    ]);
    const [table] = intake.beforeAfter;
    const result = beforeAfterOf(
      table!.rows.map(({ value }) => value),
      table!.base,
    );
    expect([result.sumBefore, result.sumAfter, result.base, result.sameIndividuals]).toEqual([135, 128, 136, false]);
    expect(result.rows[0]?.shareAfter?.toFixed(2)).toBe("0.18");
    expect(intake.rows).toEqual({ seen: 9, used: 7, setAside: 2 });
    expect(said(intake)).toEqual(["total-row A9", "total-row A10"]);
  });

  test("a stated sum that is another is said", () => {
    const intake = readSheet([["Försörjning", "Före", "Efter"], ...published, ["Summa", 136, 128]]);
    expect(intake.problems.at(-1)).toMatchObject({
      code: "stated-total-differs",
      cell: "B9",
      params: { stated: "136", computed: "135" },
    });
  });

  test("RAR: those in work at start and end per initiative; a missing count is not 0", () => {
    const rows = rar.initiatives.map((name, index): Row => [
      name,
      rar.workingStart[index] ?? _,
      rar.workingEnd[index] ?? _,
    ]);
    const intake = readSheet([["Insats", "Start", "Slut"], ...rows]);
    expect(intake.beforeAfter[0]?.rows.map(({ value }) => `${value.source} ${value.before} ${value.after}`)).toEqual([
      "Koordinator Flens VC 7 4",
      "Koordinator Ekensbergs VC 40 28",
      "Trosam 1 6",
    ]);
    expect(intake.rows).toEqual({ seen: 9, used: 3, setAside: 6 });
  });

  test.each<[string, Row, string]>([
    ["half a person", ["CSN", 1.5, 2], "not-a-count B2"],
    ["less than nobody", ["CSN", 1, -2], "not-a-count C2"],
    ["words", ["CSN", 1, "några"], "not-a-count C2"],
    ["nothing", ["CSN", 1, _], "missing-amount C2"],
    ["no name", [_, 1, 2], "missing-key A2"],
  ])("%s", (_name, row, problem) => {
    const intake = readSheet([["Försörjning", "Före", "Efter"], row]);
    expect(said(intake)).toEqual([problem]);
    expect(intake.beforeAfter).toEqual([]);
    expect(intake.rows).toEqual({ seen: 1, used: 0, setAside: 1 });
  });

  test("a support twice leaves the table out", () => {
    expect(
      said(
        readSheet([
          ["Försörjning", "Före", "Efter"],
          ["CSN", 1, 2],
          ["csn", 1, 2],
        ]),
      ),
    ).toEqual(["duplicate-row A3:C3"]);
  });
});

describe("planned against actual", () => {
  test("Umeå: 60 planned, 57 came", () => {
    const intake = readSheet([
      ["Deltagare", "Beräknat", "Utfall"],
      ["Startade", umea.planned.started, umea.totals.participants],
    ]);
    expect(countDeviation(intake.plannedActual[0]!.rows[0]!.value)).toMatchObject({
      planned: 60,
      actual: 57,
      difference: -3,
    });
    expect(said(intake)).toEqual([]);
  });

  test("Umeå: groups by age and sex are told apart", () => {
    const rows = umea.outcome.participants.map(([age, sex, count]): Row => [
      age as string,
      sex as string,
      _,
      count as number,
    ]);
    const intake = readSheet([["Åldersgrupp", "Kön", "Beräknat", "Utfall"], ...rows, ["Summa", _, _, 57]]);
    expect(intake.plannedActual[0]?.rows.map(({ value }) => value.name)).toEqual([
      "18-30, Män",
      "18-30, Kvinnor",
      "31-65, Män",
      "31-65, Kvinnor",
    ]);
    expect(said(intake)).toEqual(["total-row A6"]);
  });

  test("RAR: nine initiatives in one table; the published total 254 is 250", () => {
    const rows = rar.initiatives.map((name, index): Row => [
      name,
      rar.registeredInSUS[index] ?? _,
      rar.reportedInSelfEvaluation[index] ?? _,
    ]);
    const intake = readSheet([
      ["Insats", "Planerat", "Utfall"],
      ...rows,
      ["Totalt", rar.registeredInSUS_total, rar.reportedInSelfEvaluation_total_published],
    ]);
    const [table] = intake.plannedActual;
    expect(table?.rows).toHaveLength(7);
    expect(table?.headings).toEqual(["Planerat", "Utfall"]);
    // 38+19+49+60+65+19 reported where both are known; Yrkessvenska has only one of the two.
    expect(
      countTotal(
        table!.rows.map(({ value }) => value),
        "Totalt",
      ).total,
    ).toMatchObject({ planned: 209, actual: 250 });
    expect(said(intake)).toEqual(["no-amounts A9", "no-amounts A10", "total-row A11", "stated-total-differs C11"]);
    expect(intake.rows).toEqual({ seen: 10, used: 7, setAside: 3 });
  });

  test("is no budget", () => {
    const intake = readSheet([
      ["Kostnadsslag", "År", "Planerat", "Utfall", "Budget"],
      ["Personal", 2024, 1, 2, 3],
    ]);
    expect(intake.plannedActual).toEqual([]);
    expect(intake.tables).toHaveLength(1);
  });
});
