// src/report/return/returnTab.ts: the tab Parter: money in and money back per party, one block per horizon, all of it formulas.
import { type Horizon, HORIZONS } from "../../domain/return/agencyReturn";
import { at, textCell, textFormulaCell } from "../cells";
import { COLUMN, returnColumns, WIDTH } from "./returnColumns";
import type { ReturnFrame } from "./returnFrame";
import { putReturnGroups } from "./returnGroups";
import { putReturnInitiatives } from "./returnInitiatives";
import { returnHead } from "./returnHead";
import { returnRows, type ReturnRow } from "./returnRows";
import { putCoverage, putKrona, putLeverage, putPayback } from "./returnSections";
import { putReturnYears } from "./returnYears";
import { caveatText, overviewRows, putBoardSentence, putCaveats, putOverview } from "./returnSummary";
import { withPageBreaks } from "../pageBreaks";
import type { SheetModel } from "../sheetModel";
import { SheetDraft } from "../sheetDraft";

/** Where the figures of one horizon stand. */
export interface Block {
  readonly horizon: Horizon;
  /** By party. */
  readonly rows: ReadonlyMap<number, number>;
  readonly parties: number;
  readonly publicSector: number;
  readonly moved: number;
}

/** A Parter tab while it is being filled. */
export interface ReturnDraft {
  readonly frame: ReturnFrame;
  readonly draft: SheetDraft;
  readonly rows: readonly ReturnRow[];
  readonly blocks: Block[];
  /** Addresses that sentences read; set as the parts are placed. */
  readonly cells: Map<"sentence" | "condition" | "caveats" | "stayers" | "included" | "inAll" | "beyond", string>;
  /** Rows of the groups by support after, the total last; set as they are placed. */
  readonly groupRows: number[];
}

/** The finished tab with where its figures stand: what the board's page refers to. */
export interface LaidOutReturn extends ReturnDraft {
  readonly sheet: SheetModel;
}

export function returnTab(frame: ReturnFrame): LaidOutReturn {
  const { input } = frame;
  const draft = new SheetDraft(returnColumns.plan(frame), input.texts.language);
  const tab: ReturnDraft = { frame, draft, rows: returnRows(frame), blocks: [], cells: new Map(), groupRows: [] };
  const top = returnHead(draft, frame, "parties", {
    label: COLUMN.party,
    value: COLUMN.cash,
    secondLabel: COLUMN.lowerSpending,
    secondValue: COLUMN.remark,
    secondTop: 1,
  });
  // The sentences on top read cells further down: room is left for them, and they are filled in last.
  const sentenceRow = top + 1;
  const overviewRow = sentenceRow + 5;
  draft.skipTo(overviewRow + overviewRows(tab).length + 1);
  tab.cells.set("sentence", at(sentenceRow + 1, 0));
  tab.cells.set("condition", at(sentenceRow + 2, 0));
  tab.cells.set("caveats", at(sentenceRow + 3, 0));
  for (const horizon of HORIZONS) putBlock(tab, horizon);
  putPayback(tab);
  putCoverage(tab);
  putReturnYears(tab);
  putReturnGroups(tab);
  putReturnInitiatives(tab);
  putLeverage(tab);
  putKrona(tab);
  putOverview(tab, overviewRow);
  putBoardSentence(tab, sentenceRow);
  putCaveats(tab, sentenceRow + 3);
  const sheet = withPageBreaks(
    draft.sheet("parter", input.names("parter"), {
      frozen: { rows: 1, columns: 1 },
      printTitleRows: { from: 0, to: 0 },
    }),
  );
  return { ...tab, sheet };
}

function putBlock(tab: ReturnDraft, horizon: Horizon): void {
  const { frame, draft, rows, blocks, cells } = tab;
  const { words } = frame;
  draft.put(draft.next + 1, 0, textCell(words.within[horizon], "group", { span: WIDTH, align: "left" }));
  draft.put(draft.next, 0, textFormulaCell(cells.get("caveats") ?? "", caveatText(frame), "note", { span: WIDTH }));
  draft.putRow(draft.next, 0, returnColumns.headingCells(frame));
  const top = draft.next;
  const places = new Map(rows.map(({ key }, index) => [key, top + index]));
  rows.forEach((of, index) => {
    const row = top + index;
    draft.putRow(row, 0, returnColumns.cells({ frame, horizon, of, value: of.valueOf(horizon), row, places }));
  });
  const place = (key: string): number => places.get(key) ?? top;
  blocks.push({
    horizon,
    rows: new Map(frame.parties.map((_, party) => [party, place(`party:${party}`)])),
    parties: place("parties"),
    publicSector: place("publicSector"),
    moved: place("moved"),
  });
}
