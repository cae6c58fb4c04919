// tests/actions/earlierVersions.test.ts: workbooks that earlier versions wrote (tests/cases/written-*) are still read: comments, limits, choices,
// answers, own assumptions, own rows, texts of the final report and snapshots; written anew they bear today's keys and say the same again, whatever the
// words of the tabs are by then.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../src/actions/analyse";
import type { Analysis } from "../../src/actions/analysis";
import { standardReturnOptions } from "../../src/domain/return/moneyBack";
import { writeTabs } from "../../src/actions/tabs";
import type { RemarkRow } from "../../src/domain/deviation/remarks";
import { textsOf } from "../../src/text/languages";
import { problemText } from "../../src/text/problems";
import type { Texts } from "../../src/text/texts";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { renamed } from "../text/renamed";

const sv = textsOf("sv");

interface Run {
  readonly analysis: Analysis;
  readonly bytes: Uint8Array;
  readonly said: readonly string[];
}

async function run(bytes: Uint8Array, texts: Texts): Promise<Run> {
  const workbook = openXlsx(bytes, "underlag.xlsx");
  const returns = { ...standardReturnOptions, draws: 200 };
  const analysis = analyse([await workbook.read()], { unit: null, sign: null, returns });
  await writeTabs(analysis, workbook, { texts, today: "2026-12-01", drawnUpBy: null });
  return { analysis, bytes: workbook.bytes(), said: analysis.problems.map((each) => problemText(each, sv)) };
}

/** Three runs of this version over it: the first with every word renamed, the second in the other language. */
async function runs(version: string, name: string): Promise<readonly Run[]> {
  const source = new Uint8Array(readFileSync(join(__dirname, "..", "cases", version, `${name}.xlsx`)));
  const first = await run(source, renamed(sv));
  const second = await run(first.bytes, textsOf("en"));
  return [first, second, await run(second.bytes, sv)];
}

function comment(line: string, texts: Partial<RemarkRow>): RemarkRow {
  return { line, cause: "", action: "", responsible: "", done: "", ...texts };
}

/** Commit 5456336, written over three runs with people typing in between. */
describe("written-2026-11", () => {
  const version = "written-2026-11";
  test("Husamrådet: comments, limits, the head, texts of the report, what was left over, the snapshot", async () => {
    for (const { analysis, said } of await runs(version, "husamradet")) {
      const [{ kept, comparison } = { kept: null, comparison: null }] = analysis.results;
      const { writing, snapshots } = analysis.workbooks[0]!;
      expect(kept!.rows).toEqual([
        comment("Personalkostnader", {
          cause: "Två tjänster vakanta till oktober",
          action: "Rekrytering pågår;\nklar i november",
          responsible: "Eva Ek",
          done: "2024-11-30",
        }),
        comment("Lokalkostnader", { cause: "Ny lokal från mars", responsible: "Bo Berg" }),
        comment("Övriga kostnader", { cause: "Utbildning & konferens <vår>" }),
      ]);
      expect([kept!.limits!.amount.toString(), kept!.limits!.share.toString()]).toEqual(["250000", "0.15"]);
      expect(writing.head.drawnUpBy).toBe("Eva Ek");
      expect(writing.finalTexts.map(({ content }) => content)).toEqual(["Vakanser under året", "Vi startade sent."]);
      expect(writing.earlier.map(({ content }) => content)).toEqual(["glöm inte hyran"]);
      expect(writing.written).toEqual([]);
      expect(snapshots).toMatchObject([{ number: 1, date: "2026-11-30", version: "v1" }]);
      // The sheet has not changed since: nothing differs from what was saved.
      expect(comparison!.lines.map(({ change }) => change.amount.toString())).toEqual(["0", "0", "0", "0"]);
      const [saved] = snapshots[0]!.initiatives;
      expect(saved!.lines[0]!.comment.responsible).toBe("Eva Ek");
      expect(said.filter((line) => /någon har skrivit|Ögonblicksbilden/u.test(line))).toEqual([]);
    }
  });

  test("RESAN: own assumptions (one that could not be), an own source, a row of their own, a figure over a formula", async () => {
    const [first, ...later] = await runs(version, "resan");
    for (const { analysis } of [first!, ...later]) {
      const { assumptions, target } = analysis.workbooks[0]!.writing.assumptions;
      expect(assumptions.map(({ kind, values, text }) => [kind, values.chosen?.value.toString(), text])).toEqual([
        ["deadweight", "0.2", null],
        ["others", "0.1", "Egen bedömning"],
      ]);
      expect(target!.value.toString()).toBe("3");
    }
    const { written } = first!.analysis.workbooks[0]!.writing;
    expect(written.map(({ reason, content }) => [reason, content])).toEqual([
      ["formula", 5],
      ["assumption", "Eget antagande"],
      ["assumption", 0.3],
    ]);
    for (const { analysis } of later) {
      const { writing } = analysis.workbooks[0]!;
      expect(writing.written).toEqual([]);
      expect(writing.earlier.map(({ content }) => content)).toEqual([5, 0.01, "Eget antagande", 0.3]);
    }
  });

  test("two initiatives: each has its own comments, the choice of a table, the snapshot of both", async () => {
    for (const { analysis, said } of await runs(version, "two")) {
      expect(analysis.results.map(({ followUp, kept }) => [followUp.table.initiative, kept!.rows])).toEqual([
        ["Steget", [comment("Personal", { cause: "Stegets vakanser" }), comment("Resor", { done: "46022" })]],
        [
          "Vägen in",
          [
            comment("Personal", { cause: "Vägens övertid" }),
            comment("Resor", { responsible: "Kim" }),
            comment("Tolk", { action: "Avtal sägs upp" }),
          ],
        ],
      ]);
      const units = analysis.results.map(({ followUp: { table } }) => [table.unit, table.unitReading]);
      expect(units[0]).toEqual(["tkr", "chosen"]);
      const [saved] = analysis.workbooks[0]!.snapshots;
      expect(saved!.initiatives.map(({ name }) => name)).toEqual(["Steget", "Vägen in"]);
      expect(analysis.results.map(({ comparison }) => comparison!.total.change.amount.toString())).toEqual(["0", "0"]);
      expect(said.filter((line) => /någon har skrivit|Ögonblicksbilden/u.test(line))).toEqual([]);
    }
  });
});

/** Release 0.2.0, by the command line over two runs with people typing after each. */
describe("written-2026-12", () => {
  const version = "written-2026-12";

  test("a year with income: comments on income and costs, one limit, the head's version, notes beside the tabs, the snapshot", async () => {
    const ran = await runs(version, "year");
    for (const { analysis, said } of ran) {
      const [{ kept, comparison } = { kept: null, comparison: null }] = analysis.results;
      const { writing, snapshots } = analysis.workbooks[0]!;
      expect(kept!.rows).toEqual([
        comment("Ränteintäkter", { cause: "Högre ränta på skattekontot" }),
        comment("Personal", {
          cause: "Två vikariat över sommaren",
          action: "Vikariaten avslutas;\nklart i mars",
          responsible: "Eva Ek",
        }),
        comment("Insatser", { cause: "Insats & start senare <höst>", responsible: "Bo Berg" }),
      ]);
      expect([kept!.limits!.amount.toString(), kept!.limits!.share.toString()]).toEqual(["200000", "0.1"]);
      expect(writing.head).toEqual({ drawnUpBy: "Eva Ek", version: "v2" });
      expect(writing.earlier.map(({ content }) => content)).toEqual(["fråga banken", "till årsmötet"]);
      expect(writing.written).toEqual([]);
      expect(snapshots).toMatchObject([{ number: 1, version: "v1" }]);
      expect(snapshots[0]!.initiatives[0]!.lines.map(({ kind }) => kind).slice(3, 6)).toEqual([
        "income",
        "cost",
        "cost",
      ]);
      expect(comparison!.total.change.amount.toString()).toBe("0");
      expect(said.filter((line) => /någon har skrivit|Ögonblicksbilden/u.test(line))).toEqual([]);
    }
  });

  test("RESAN with an answered question: the answer, own assumptions and their source, the report's texts, a note", async () => {
    for (const { analysis } of await runs(version, "resan")) {
      expect(analysis.questions).toEqual([]);
      expect(analysis.answered.map(({ question, answer }) => [question.code, answer.value])).toEqual([
        ["column-means", "cash"],
      ]);
      const { assumptions, target } = analysis.workbooks[0]!.writing.assumptions;
      expect(assumptions.map(({ kind, values, text }) => [kind, values.chosen?.value.toString(), text])).toEqual([
        ["deadweight", "0.2", null],
        ["correction", "0.1", "Egen bedömning"],
      ]);
      expect(target!.value.toString()).toBe("3");
      const { writing } = analysis.workbooks[0]!;
      expect(writing.finalTexts.map(({ content }) => content)).toEqual(["Vi startade sent.", "Kim Ås"]);
      expect(writing.earlier.map(({ content }) => content)).toEqual(["min anteckning"]);
      expect(writing.written).toEqual([]);
      expect(writing.head).toEqual({ drawnUpBy: null, version: null });
    }
  });
});

test("every text of a language can be renamed: the copy says none of its words", () => {
  const again = renamed(sv);
  expect([again.tabs.head.draft, again.kept.heading]).not.toContain(sv.tabs.head.draft);
  expect(again.tabs.head.severalInitiatives(3)).not.toBe(sv.tabs.head.severalInitiatives(3));
});
