// tests/report/fixtures.ts: results to build tabs from: the published case, and small tables made for one question each.
import type {
  BudgetEntry,
  BudgetTable,
  ControlTotal,
  InitiativeFacts,
  Version,
} from "../../src/domain/deviation/budget";
import { costsOnly } from "../../src/domain/deviation/lineKind";
import { standardLimits } from "../../src/domain/deviation/deviation";
import { followUpOf, type FollowUp } from "../../src/domain/deviation/followUp";
import { Decimal, moneyFromNumber, type Unit } from "../../src/domain/money";
import { monthIndex, type Period } from "../../src/domain/period";
import { finished } from "../../src/domain/steps";
import type { TabGroupName } from "../../src/domain/tabGroup";
import type { ReportInput, RunFrame, RunInput } from "../../src/report/run";
import { buildTabs, proposedTabs } from "../../src/report/tabs";
import type { SheetModel } from "../../src/report/sheetModel";
import { sv } from "../../src/text/sv";
import { husamradet, husamradetFacts } from "../domain/husamradet";

const columnPairs = ["E6:F6", "G6:H6", "I6:J6", "K6:L6", "M6:N6"];
const lastLine = husamradet.lines.length - 1;
const all = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

function stated(
  measure: ControlTotal["measure"],
  cells: string,
  tkr: number,
  lines: number[],
  periods: number[],
): ControlTotal {
  return {
    origin: { workbook: null, sheet: "Ekonomi", cells },
    measure,
    lines,
    periods,
    stated: new Decimal(tkr).times(1000),
  };
}

/** The published table with the addresses of its sheet and the totals that the sheet states. */
export const husamradetTable: BudgetTable = {
  ...husamradet,
  entries: husamradet.entries.map((entry) => ({
    ...entry,
    origin: {
      workbook: null,
      sheet: "Ekonomi",
      cells: (columnPairs[entry.period] ?? "").replaceAll("6", String(6 + entry.line)),
    },
  })),
  controlTotals: [
    stated("outcome", "B10", -6707, all(lastLine + 1), all(5)),
    stated("budget", "C10", -7964, all(lastLine + 1), all(5)),
    stated("deviation", "D10", 1257, all(lastLine + 1), all(5)),
    stated("deviation", "D6", 2635, [0], all(5)),
    stated("outcome", "M10", -392, all(lastLine + 1), [4]),
  ],
};

export const husamradetFollowUp: FollowUp = followUpOf(husamradetTable, husamradetFacts, standardLimits);

/** One line × period: outcome, budget and versions in the table's unit; null: empty cell. */
export type Row = readonly [
  line: string,
  period: number,
  outcome: number | null,
  budget: number | null,
  ...versions: (number | null)[],
];

export function month(year: number, from: number, to: number = from): Period {
  const label = from === to ? `${year}-${String(from).padStart(2, "0")}` : `${year} ${from}–${to}`;
  return { label, from: monthIndex(year, from), to: monthIndex(year, to) };
}

export interface TableOptions {
  readonly initiative?: string;
  readonly sheet?: string;
  readonly unit?: Unit;
  readonly sign?: BudgetTable["sign"];
  readonly decimals?: number;
  readonly versions?: readonly Version[];
}

export function tableOf(periods: readonly Period[], rows: readonly Row[], options: TableOptions = {}): BudgetTable {
  const { unit = "kr", sheet = "Budget", versions = [] } = options;
  const lines = [...new Set(rows.map(([line]) => line))];
  const money = (value: number | null) => (value === null ? null : moneyFromNumber(value, unit));
  const entries: BudgetEntry[] = rows.map(([line, period, outcome, budget, ...more], index) => ({
    line: lines.indexOf(line),
    period,
    account: null,
    party: null,
    outcome: money(outcome),
    budget: money(budget),
    versions: versions.map((_, version) => money(more[version] ?? null)),
    origin: { workbook: null, sheet, cells: `C${index + 2}:D${index + 2}` },
    remark: null,
  }));
  return {
    initiative: options.initiative ?? null,
    workbook: null,
    sheet,
    range: `A1:D${rows.length + 1}`,
    layout: "long",
    unit,
    unitReading: "stated",
    sign: options.sign ?? "positive",
    signReading: "inferred",
    decimals: options.decimals ?? 0,
    lines,
    periods,
    versions,
    entries,
    controlTotals: [],
    seriesBreaks: [],
    ...costsOnly(lines.length),
  };
}

export function followUp(table: BudgetTable, facts: InitiativeFacts | null = null): FollowUp {
  return followUpOf(table, facts, standardLimits);
}

/** A budget year with five of twelve months booked, last year's outcome and the officer's own forecast for one line. */
export const openYear: FollowUp = followUp(
  tableOf(
    all(12).map((index) => month(2024, index + 1)),
    all(12).flatMap((index): Row[] => [
      ["Personal", index, index < 5 ? 81_000.5 : null, 80_000, 78_000, index === 0 ? 990_000 : null],
      ["Lokaler", index, index < 5 ? 12_000 : null, 10_000, 11_000, null],
    ]),
    {
      initiative: "Steget",
      decimals: 2,
      versions: [
        { kind: "last-year", label: "Utfall 2023" },
        { kind: "forecast", label: "Prognos maj" },
      ],
    },
  ),
);

/** Outcome for a part of a year whose budget is only given for the whole. */
export const partOfYear: FollowUp = followUp(
  tableOf(
    [month(2024, 1, 8), month(2024, 1, 12)],
    [
      ["Personal", 0, 500_000, null],
      ["Personal", 1, null, 900_000],
      ["Resor", 0, 40_000, null],
      ["Resor", 1, null, 30_000],
    ],
    { initiative: "Delåret" },
  ),
);

/** Names that a spreadsheet would read as something else. */
export const oddNames = [
  "Köp*",
  "Köp",
  ">5",
  "=SUM(A1)",
  "a",
  "A",
  "~?",
  "+46 8",
  "@x",
  "-",
  "'quoted'",
  'say "hej"',
  "   lång text med\nradbrytning",
];

export const odd: FollowUp = followUp(
  tableOf(
    [month(2023, 1, 12), month(2024, 1, 12)],
    oddNames.flatMap((line, index): Row[] => [
      [line, 0, 1000 + index, 2000],
      [line, 1, 150_000 + index * 3, 20_000],
    ]),
    { initiative: "=cmd|' /C calc'!A0", sheet: "Blad 'ett'" },
  ),
);

type Changes = Partial<ReportInput> & Partial<RunFrame> & { readonly groups?: readonly TabGroupName[] };

/** A run of budget tables alone; without the board's pages unless they are asked for. */
export function inputOf(followUps: readonly FollowUp[], changes: Changes = {}): RunInput {
  const { texts = sv, today = "2026-11-22", drawnUpBy = null, version = null, names, groups, ...more } = changes;
  const entries = followUps.reduce((sum, { table }) => sum + table.entries.length, 0);
  const report: ReportInput = {
    followUps,
    facts: followUps.map((one) => (one === husamradetFollowUp ? husamradetFacts : null)),
    problems: [],
    rows: { seen: entries, used: entries, setAside: 0 },
    budgetRows: entries,
    setAside: [],
    kept: followUps.map(() => null),
    ...more,
  };
  return named(
    {
      report,
      money: null,
      final: null,
      groups: new Set(groups ?? ["deviation"]),
      frame: { texts, today, drawnUpBy, version, names: names ?? ((role) => role) },
    },
    names === undefined,
  );
}

/** The run under the names that its tabs propose, where no others are given. */
export function named(input: RunInput, proposed = true): RunInput {
  if (!proposed) return input;
  const names = new Map(proposedTabs(input).map(({ role, name }) => [role, name]));
  return { ...input, frame: { ...input.frame, names: (role) => names.get(role) ?? role } };
}

export function tabsOf(followUps: readonly FollowUp[], changes: Changes = {}): readonly SheetModel[] {
  return finished(buildTabs(inputOf(followUps, changes)));
}

export function tab(sheets: readonly SheetModel[], role: SheetModel["role"]): SheetModel {
  const found = sheets.find((sheet) => sheet.role === role);
  if (found === undefined) throw new Error(`no tab ${role}`);
  return found;
}
