// src/intake/roundTrip/keptComments.ts: what people wrote on an Avvikelse tab of ours, by the keys that its cells bear; a tab that an older version
// wrote bears none and is read by the headings of that time (`readRemarks`).
import { standardLimits } from "../../domain/deviation/deviation";
import type { MaterialLimits } from "../../domain/deviation/deviation";
import {
  commentOf,
  type CommentField,
  isEmptyComment,
  type Remarks,
  type RemarkRow,
} from "../../domain/deviation/remarks";
import { type CommentKey, limitKey, readCommentKey } from "../../domain/roundTrip/commentKey";
import type { Decimal } from "../../domain/money";
import { limitIn, readRemarks, textIn } from "./earlierRemarks";
import type { Grid } from "../grid";
import type { WrittenTab } from "./writtenTab";

/** Where people write their comments. */
export interface CommentPlaces {
  readonly columns: ReadonlyMap<CommentField, number>;
  /** By row, what it is about. */
  readonly rows: ReadonlyMap<number, Pick<CommentKey, "initiative" | "line">>;
  /** The first row below the headings. */
  readonly top: number;
}

/** Null where the tab bears no keys for comments. */
export function commentPlaces({ keyed }: Pick<WrittenTab, "keyed">): CommentPlaces | null {
  const columns = new Map<CommentField, number>();
  const rows = new Map<number, CommentKey>();
  for (const [text, { row, column }] of keyed) {
    const key = readCommentKey(text);
    if (key === null) continue;
    columns.set(key.field, column);
    rows.set(row, key);
  }
  return rows.size === 0 ? null : { columns, rows, top: Math.min(...rows.keys()) };
}

/** Rows without a word of anybody's are left out; a row whose line is gone from the source is kept. */
export function keptComments(grid: Grid, tab: WrittenTab | null): Remarks {
  const places = tab === null ? null : commentPlaces(tab);
  if (tab === null || places === null) return readRemarks(grid);
  const edited = new Set(tab.edited.map(({ row, column }) => `${row},${column}`));
  const rows: RemarkRow[] = [];
  for (let row = places.top; row < grid.values.length; row++) {
    const own = places.rows.get(row);
    const comment = commentOf((field) => {
      const column = places.columns.get(field);
      // Beside what is no line a text counts where a person wrote it.
      const isTheirs = column !== undefined && (own !== undefined || edited.has(`${row},${column}`));
      return isTheirs ? textIn(grid, row, column) : "";
    });
    if (!isEmptyComment(comment)) rows.push({ line: own?.line ?? firstText(grid, row), ...comment });
  }
  const [first] = places.rows.values();
  const initiative = first?.initiative ?? "";
  return {
    role: grid.role ?? "",
    initiative: initiative === "" ? null : initiative,
    rows,
    limits: limitsOf(grid, tab),
  };
}

function firstText(grid: Grid, row: number): string {
  return (grid.values[row] ?? []).find((cell): cell is string => typeof cell === "string")?.trim() ?? "";
}

/** Null when neither can be read; one that alone cannot be read is the standard one. */
function limitsOf(grid: Grid, { keyed }: WrittenTab): MaterialLimits | null {
  const read = (limit: "amount" | "share"): Decimal | null => {
    const at = keyed.get(limitKey(limit));
    return at === undefined ? null : limitIn(grid.values[at.row]?.[at.column] ?? null, limit === "share");
  };
  const [amount, share] = [read("amount"), read("share")];
  if (amount === null && share === null) return null;
  return { amount: amount ?? standardLimits.amount, share: share ?? standardLimits.share };
}
