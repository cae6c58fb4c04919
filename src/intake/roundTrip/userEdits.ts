// src/intake/roundTrip/userEdits.ts: everything that people wrote in tabs of ours, read back: what is kept in place, and what is left over.
import { type FinalText, readFinalTextKey } from "../../domain/roundTrip/finalText";
import { type HeadField, headKey, type HeadText, isFirstDraft } from "../../domain/roundTrip/headText";
import {
  type OrphanedEdit,
  type OrphanReason,
  orphanedEditKey,
  readOrphanedEditKey,
} from "../../domain/roundTrip/orphanedEdit";
import { isOfKind } from "../../domain/tabKind";
import type { Remarks } from "../../domain/deviation/remarks";
import { isLimitKey, isRowKey, readCommentKey } from "../../domain/roundTrip/commentKey";
import { noOwnAssumptions, type OwnAssumptions } from "../../domain/return/ownAssumptions";
import { commentColumns } from "./earlierRemarks";
import { cellName, rangeName } from "../../domain/a1";
import type { Grid } from "../grid";
import { ownAssumptionsIn } from "./ownAssumptionRows";
import { commentPlaces, keptComments } from "./keptComments";
import type { ChangedRow } from "./changedRows";
import { contentOf, textOf, wordsOf } from "./shownCell";
import { type EditedCell, readWrittenTab, type WrittenTab } from "./writtenTab";

/** What a run is to keep. */
export interface UserEdits {
  readonly head: HeadText;
  /** Comments and limits, of each tab Avvikelse. */
  readonly comments: readonly Remarks[];
  readonly assumptions: OwnAssumptions;
  readonly finalTexts: readonly FinalText[];
  /** Left over already in an earlier run. */
  readonly earlier: readonly OrphanedEdit[];
  /** Written since then where no run keeps it in place. */
  readonly written: readonly OrphanedEdit[];
  /** Every text or figure of a person's that is kept in place, as it would be left over if its place is gone. By the cell's key. */
  readonly inPlace: ReadonlyMap<string, OrphanedEdit>;
  /** Tabs of ours that do not tell what was changed in them: their writing was broken off, or an older version wrote them. */
  readonly unfinished: readonly string[];
  /** Formulas that another program has put errors in the place of, by tab. */
  readonly spoilt: readonly { readonly sheet: string; readonly formulas: number }[];
}

interface OwnTab extends WrittenTab {
  readonly grid: Grid;
  readonly role: string;
}

/** Reads the tabs of ours among these. Tabs without fingerprints tell nothing but the comments on Avvikelse. */
export function userEditsOf(grids: readonly Grid[]): UserEdits {
  const tabs = grids.flatMap((grid): OwnTab[] => {
    const tab = grid.role === null ? null : readWrittenTab(grid);
    return tab === null || grid.role === null ? [] : [{ ...tab, grid, role: grid.role }];
  });
  const assumptions = tabs.find(({ role }) => role === "antaganden");
  return {
    head: { drawnUpBy: headFieldIn(tabs, "drawnUpBy"), version: headFieldIn(tabs, "version") },
    comments: grids
      .filter(({ role }) => isOfKind(role, "avvikelse"))
      .map((grid) => keptComments(grid, tabs.find((tab) => tab.grid === grid) ?? null)),
    assumptions: assumptions === undefined ? noOwnAssumptions : ownAssumptionsIn(assumptions.grid, assumptions),
    finalTexts: tabs.flatMap(finalTextsIn),
    earlier: tabs.flatMap(earlierIn),
    written: tabs.flatMap(writtenIn),
    inPlace: new Map(tabs.flatMap(keptInPlace)),
    spoilt: tabs.flatMap(({ grid, spoilt }) => (spoilt === 0 ? [] : [{ sheet: grid.sheet, formulas: spoilt }])),
    unfinished: grids.flatMap((grid) =>
      hasFingerprints(grid) && !tabs.some((tab) => tab.grid === grid) ? [grid.sheet] : [],
    ),
  };
}

/** Snapshots bear none, and an older version put none in tables of source rows, where nobody was to write. */
function hasFingerprints({ role }: Grid): boolean {
  return role !== null && !role.startsWith("underlag") && !role.startsWith("ogonblick");
}

/** The tabs show the same, so what differs from the last run on any of them is the newest; else what they all show. */
function headFieldIn(tabs: readonly OwnTab[], field: HeadField): string | null {
  const shown = tabs.flatMap((tab) =>
    [false, true].flatMap((unfilled) => {
      const at = tab.keyed.get(headKey(field, unfilled));
      if (at === undefined) return [];
      const edited = tab.edited.some(({ row, column }) => row === at.row && column === at.column);
      const text = textOf(tab.grid, at.row, at.column);
      return [{ text: (unfilled && !edited) || isFirstDraft(field, text) ? "" : text, edited }];
    }),
  );
  const text = (shown.find(({ edited }) => edited) ?? shown[0])?.text ?? "";
  return text === "" ? null : text;
}

function finalTextsIn({ grid, edited }: OwnTab): FinalText[] {
  return edited.flatMap(({ key, row, column, value }) => {
    const found = readFinalTextKey(key);
    if (found === null || value === null) return [];
    // A date stays the number that it is, so that the cell can show it as one.
    const content = found.field === "date" && typeof value === "number" ? value : contentOf(grid, row, column);
    return content === null ? [] : [{ ...found, content }];
  });
}

/** What stands in the list of what is left over already. */
function earlierIn({ grid, keyed }: OwnTab): OrphanedEdit[] {
  return [...keyed].flatMap(([key, { row, column }]) => {
    const found = readOrphanedEditKey(key);
    const content = contentOf(grid, row, column);
    return found === null || content === null ? [] : [{ ...found, content }];
  });
}

function writtenIn(tab: OwnTab): OrphanedEdit[] {
  const { role, edited, changedRows } = tab;
  const isComment = isOfKind(role, "avvikelse") ? commentTest(tab) : () => false;
  const cells = edited.flatMap((cell): OrphanedEdit[] => {
    if (cell.key === "" && !isComment(cell)) {
      // Only what the tab has a row for is computed with.
      const reason = cell.added && role === "antaganden" ? "assumption" : cell.was;
      return cell.value === null && cell.formula === null ? [] : [orphanedEdit(tab, cell, reason)];
    }
    // What it gives is kept in place, as a value.
    return cell.formula === null || readOrphanedEditKey(cell.key) !== null ? [] : [orphanedEdit(tab, cell, "value")];
  });
  return [...cells, ...changedRows.map((row) => changedRow(tab, row))];
}

/** Whether a cell is one of those that `keptComments` reads. */
function commentTest(tab: OwnTab): (cell: EditedCell) => boolean {
  const places = commentPlaces(tab);
  const columns = new Set(places?.columns.values());
  if (places !== null) return ({ row, column }) => row >= places.top && columns.has(column);
  const earlier = commentColumns(tab.grid);
  return ({ row, column }) => earlier !== null && row > earlier.row && earlier.columns.includes(column);
}

function changedRow({ grid, role }: OwnTab, { row, left, right, content }: ChangedRow): OrphanedEdit {
  return { role, sheet: grid.sheet, cell: rangeName(row, left, row, right), what: "", reason: "source", content };
}

function orphanedEdit(
  { grid, role }: OwnTab,
  { row, column, formula }: EditedCell,
  reason: OrphanReason,
): OrphanedEdit {
  const content = contentOf(grid, row, column) ?? "";
  return {
    role,
    sheet: grid.sheet,
    cell: cellName(row, column),
    what: wordsOf(grid, row, column),
    reason,
    // A formula is kept as a text with what it gave, which nothing computes again.
    content: formula === null ? content : content === "" ? formula : `${formula} (${content})`,
  };
}

function keptInPlace(tab: OwnTab): [string, OrphanedEdit][] {
  return tab.edited.flatMap((cell): [string, OrphanedEdit][] =>
    cell.key === "" || cell.value === null || hasPlaceOfItsOwn(cell.key)
      ? []
      : [[cell.key, orphanedEdit(tab, cell, "gone")]],
  );
}

/** What is in the list of what is left over stays there; comments whose line is gone have a list of their own; limits follow the run. */
function hasPlaceOfItsOwn(key: string): boolean {
  return readOrphanedEditKey(key) !== null || readCommentKey(key) !== null || isLimitKey(key) || isRowKey(key);
}

/** One of each, however often it was read. */
export function distinctOrphanedEdits(all: readonly OrphanedEdit[]): readonly OrphanedEdit[] {
  const seen = new Map(all.map((each) => [`${orphanedEditKey(each)}\n${String(each.content)}`, each]));
  return [...seen.values()];
}
