// tests/report/returnFixtures.ts: tabs on money back, built from results as a run builds them.
import { returnBasisOf, returnOf, type ReturnInput } from "../../src/domain/return/agencyReturn";
import { avoidedSupportOf } from "../../src/domain/return/avoidedSupport";
import type { Origin } from "../../src/domain/deviation/budget";
import type { ReturnReportInput } from "../../src/report/return/returnFrame";
import { buildReturnTabs, proposedReturnNames } from "../../src/report/return/returnTabs";
import type { SheetModel } from "../../src/report/sheetModel";
import { sv } from "../../src/text/sv";
import { newXlsx } from "../../src/workbook/file/xlsxWorkbook";

export function reportOf(input: ReturnInput, more: Partial<ReturnReportInput> = {}): ReturnReportInput {
  const texts = more.texts ?? sv;
  const names = new Map(proposedReturnNames(texts).map(({ role, name }) => [role, name]));
  const origin =
    (sheet: string) =>
    (_: unknown, index: number): Origin => ({ workbook: null, sheet, cells: `A${index + 2}:G${index + 2}` });
  return {
    result: returnOf(input),
    avoided: avoidedSupportOf(input.scenario, returnBasisOf(input)),
    origins: {
      participants: input.participants.map(origin("Deltagare")),
      contributions: input.contributions.map(origin("Medfinansiering")),
    },
    initiative: "RESAN",
    period: "2022-01 – 2023-12",
    boardHorizon: "5",
    drawnUpBy: null,
    today: "2026-11-22",
    names: (role) => names.get(role) ?? role,
    texts,
    ...more,
  };
}

export function returnTabsOf(input: ReturnInput, more: Partial<ReturnReportInput> = {}): readonly SheetModel[] {
  return buildReturnTabs(reportOf(input, more)).sheets;
}

export async function bytesOf(sheets: readonly SheetModel[]): Promise<Uint8Array> {
  const book = newXlsx("tabs.xlsx");
  await book.write(sheets);
  return book.bytes();
}
