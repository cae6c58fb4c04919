// src/report/return/returnChecks.ts: what Kontroller compares of the tabs on money back: the run's figures, the rows behind them, the assumptions.
import { HORIZONS } from "../../domain/return/agencyReturn";
import type { Decimal } from "../../domain/money";
import { at } from "../cells";
import type { EngineFigure } from "../engineFigure";
import type { NumberFormat } from "../sheetModel";
import { column, CONTRIBUTION_TABLE, KR, NAME, PARTICIPANT_TABLE, type ReturnFrame } from "./returnFrame";
import { COLUMN } from "./returnColumns";
import type { Block, LaidOutReturn } from "./returnTab";
import { blockOf } from "./returnSections";
import type { ReturnRow } from "./returnRows";

/** A figure of one of these tabs. */
export interface ReturnFigure extends EngineFigure {
  readonly sheet: string;
}

/** Rows that were written at the run, and a formula for those that are there now. */
export interface RowCheck {
  readonly label: string;
  readonly sheet: string;
  readonly count: number;
  readonly formula: string;
}

export interface ReturnChecks {
  /** A formula: 0 while every assumption is that of the run. */
  readonly changed: string;
  readonly figures: readonly ReturnFigure[];
  readonly rows: readonly RowCheck[];
}

/** Where the totals of Minskat stöd stand, with what they were at the run. */
export type TotalCell = Omit<EngineFigure, "label"> & { readonly heading: string };

export function returnChecks(parties: LaidOutReturn, totals: readonly TotalCell[]): ReturnChecks {
  const { frame } = parties;
  const { names } = frame.input;
  const avoided = totals.map(({ heading, ...figure }) => ({
    ...figure,
    label: `${frame.words.names.avoided}: ${heading}`,
    sheet: names("minskatstod"),
  }));
  return { changed: NAME.changed, figures: [...partyFigures(parties), ...avoided], rows: rowChecks(frame) };
}

/** Paid in per party and in all; back per party until the pension, and in all within each horizon; what is only moved. */
function partyFigures(parties: LaidOutReturn): readonly ReturnFigure[] {
  const { frame, rows, sheet } = parties;
  const text = frame.words.parties;
  const last = blockOf(parties, "retirement");
  const figure = (label: string, row: number, of: number, value: Decimal, format: NumberFormat = KR): ReturnFigure => ({
    label,
    cell: at(row, of),
    value,
    format,
    sheet: sheet.name,
  });
  const named = (heading: string, row: ReturnRow, when = ""): string => `${heading}, ${row.label.trim()}${when}`;
  const own = rows.filter((row) => row.kind === "party");
  const totals = rows.filter(({ key }) => key === "parties" || key === "publicSector");
  const place = (block: Block, row: ReturnRow): number =>
    row.kind === "party"
      ? (block.rows.get(row.party) ?? 0)
      : row.key === "parties"
        ? block.parties
        : block.publicSector;
  return [
    ...[...own, ...totals].map((row) =>
      figure(named(text.in, row), place(last, row), COLUMN.in, row.valueOf("retirement").in),
    ),
    ...HORIZONS.flatMap((horizon) => {
      const block = blockOf(parties, horizon);
      const when = `, ${frame.words.horizon[horizon]}`;
      const moved = rows.filter(({ kind }) => kind === "moved");
      return [
        ...[...(horizon === "retirement" ? own : []), ...totals].map((row) =>
          figure(named(text.back, row, when), place(block, row), COLUMN.back, row.valueOf(horizon).back),
        ),
        ...moved.map((row) =>
          figure(`${row.label.trim()}${when}`, block.moved, COLUMN.shift, row.valueOf(horizon).shift),
        ),
      ];
    }),
  ];
}

function rowChecks(frame: ReturnFrame): readonly RowCheck[] {
  const { names } = frame.input;
  const { contributions, participants, checks } = frame.words;
  const [paidIn, persons] = [names("underlagparter"), names("underlagdeltagare")];
  return [
    {
      label: checks.sourceRows(paidIn),
      sheet: paidIn,
      count: frame.basis.input.contributions.length,
      formula: `COUNT(${column(CONTRIBUTION_TABLE, contributions.row)})`,
    },
    {
      label: checks.sourceRows(persons),
      sheet: persons,
      count: frame.spans.length,
      formula: `COUNT(${column(PARTICIPANT_TABLE, participants.row)})`,
    },
  ];
}
