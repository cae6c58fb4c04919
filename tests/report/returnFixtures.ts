// tests/report/returnFixtures.ts: tabs on money back, built from results as a run builds them.
import { returnBasisOf, returnOf, type ReturnInput } from "../../src/domain/return/agencyReturn";
import { avoidedSupportOf } from "../../src/domain/return/avoidedSupport";
import type { Origin } from "../../src/domain/deviation/budget";
import type { ReturnReportInput } from "../../src/report/return/returnFrame";
import { finished } from "../../src/domain/steps";
import { buildTabs, proposedTabs } from "../../src/report/tabs";
import type { RunInput } from "../../src/report/run";
import type { SheetModel } from "../../src/report/sheetModel";
import { sv } from "../../src/text/sv";
import { newXlsx } from "../../src/workbook/file/xlsxWorkbook";

export function reportOf(input: ReturnInput, more: Partial<ReturnReportInput> = {}): ReturnReportInput {
  const texts = more.texts ?? sv;
  const origin =
    (sheet: string) =>
    (_: unknown, index: number): Origin => ({ workbook: null, sheet, cells: `A${index + 2}:G${index + 2}` });
  const own = {
    result: returnOf(input),
    avoided: avoidedSupportOf(input.scenario, returnBasisOf(input)),
    origins: {
      participants: input.participants.map(origin("Deltagare")),
      contributions: input.contributions.map(origin("Medfinansiering")),
    },
    initiative: "RESAN",
    period: "2022-01 – 2023-12",
    boardHorizon: "5" as const,
    drawnUpBy: null,
    today: "2026-11-22",
    names: (role: SheetModel["role"]): string => role,
    texts,
    ...more,
  };
  if (more.names !== undefined) return own;
  const names = new Map(proposedTabs(runOf(own)).map(({ role, name }) => [role, name]));
  return { ...own, names: (role) => names.get(role) ?? role };
}

/** A run of money back alone. */
export function runOf(money: ReturnReportInput, board = false): RunInput {
  const { names, texts, today, drawnUpBy, version = null } = money;
  const groups = new Set(board ? (["return", "board"] as const) : (["return"] as const));
  return { report: null, money, final: null, groups, frame: { names, texts, today, drawnUpBy, version } };
}

export function returnTabsOf(
  input: ReturnInput,
  more: Partial<ReturnReportInput> = {},
  board = false,
): readonly SheetModel[] {
  return finished(buildTabs(runOf(reportOf(input, more), board)));
}

export async function bytesOf(sheets: readonly SheetModel[]): Promise<Uint8Array> {
  const book = newXlsx("tabs.xlsx");
  await book.write(sheets);
  return book.bytes();
}
