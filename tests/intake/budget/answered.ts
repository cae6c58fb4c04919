// tests/intake/budget/answered.ts: a sheet read with and without answers to what it asks, as a test shows it.
import { followUpOf } from "../../../src/domain/deviation/followUp";
import { standardLimits } from "../../../src/domain/deviation/deviation";
import type { Grid } from "../../../src/intake/grid";
import { type Intake, readWorkbook } from "../../../src/intake/readWorkbook";
import type { Rows } from "./columnsOf";
import { gridOf, type GridOptions, workbookOf } from "../gridOf";

export type { Rows } from "./columnsOf";

export interface Shown {
  readonly intake: Intake;
  /** Open questions: code, cell, and the answers with what they promise. */
  readonly ask: readonly { readonly code: string; readonly cell: string | null; readonly answers: readonly string[] }[];
  /** The net result's deviation of each table, kr. */
  readonly totals: readonly string[];
  readonly periods: readonly (readonly string[])[];
}

export function readAnswered(rows: Rows, options: GridOptions = {}, values: readonly string[] = []): Shown {
  return readGrids([gridOf(rows, options)], values);
}

/** `values`: answers in the order in which the questions come. */
export function readGrids(grids: readonly Grid[], values: readonly string[] = []): Shown {
  let answers: { id: string; value: string; date: string }[] = [];
  for (;;) {
    const intake = readWorkbook(workbookOf(...grids), { unit: null, sign: null, answers });
    const next = intake.questions[0];
    const value = values[answers.length];
    if (next !== undefined && value !== undefined) {
      answers = [...answers, { id: next.id, value, date: "" }];
      continue;
    }
    return {
      intake,
      ask: intake.questions.map(({ code, cell, answers: choices }) => ({
        code,
        cell,
        answers: choices.map((choice) => `${choice.value} ${choice.total?.toString() ?? "null"}`),
      })),
      totals: intake.tables.map((table) => followUpOf(table, null, standardLimits).total.amount.toString()),
      periods: intake.tables.map((table) => table.periods.map(({ label }) => label)),
    };
  }
}

export function answersGiven(rows: Rows, values: readonly string[], options: GridOptions = {}): Shown {
  return readAnswered(rows, options, values);
}
