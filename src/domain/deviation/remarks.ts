// src/domain/deviation/remarks.ts: what people wrote in our tabs, kept through every later run.
import type { BudgetTable } from "./budget";
import type { MaterialLimits } from "./deviation";

/** What people write beside a cost line: the columns of Avvikelse that are theirs, in order. */
export const COMMENT_FIELDS = ["cause", "action", "responsible", "done"] as const;
export type CommentField = (typeof COMMENT_FIELDS)[number];
/** Empty text: nothing written. */
export type Comment = Readonly<Record<CommentField, string>>;

/** What stands beside one cost line of an Avvikelse tab. */
export interface RemarkRow extends Comment {
  readonly line: string;
}

/** The fields by what `textOf` gives for each. */
export function commentOf(textOf: (field: CommentField) => string): Comment {
  return Object.fromEntries(COMMENT_FIELDS.map((field) => [field, textOf(field)])) as Record<CommentField, string>;
}

/** Nobody has written a word. */
export function isEmptyComment(comment: Comment): boolean {
  return COMMENT_FIELDS.every((field) => comment[field] === "");
}

/** One Avvikelse tab's comments and limits. `limits` null: none readable, so the standard ones hold. */
export interface Remarks {
  /** The tab's role, such as `avvikelse` or `avvikelse:2`. */
  readonly role: string;
  /** The initiative in the tab's head; comments follow the initiative, not the tab's number. */
  readonly initiative: string | null;
  readonly rows: readonly RemarkRow[];
  readonly limits: MaterialLimits | null;
}

/**
 * Each table with what people wrote about it. Comments follow the initiative's name; with one table and one tab they belong
 * together whatever the name. Comments on an initiative that is gone go to the first table's, marked with the initiative:
 * they are shown at the end and never dropped.
 */
export function withRemarks(
  tables: readonly BudgetTable[],
  kept: readonly Remarks[],
): { table: BudgetTable; kept: Remarks | null }[] {
  const only = tables.length === 1 && kept.length === 1 ? kept[0] : undefined;
  const own = tables.map((table) => only ?? kept.find(({ initiative }) => initiative === table.initiative) ?? null);
  const homeless = kept
    .filter((tab) => !own.includes(tab))
    .flatMap((tab) => tab.rows.map((row) => ({ ...row, line: `${tab.initiative ?? tab.role}: ${row.line}` })));
  return tables.map((table, at) => {
    const found = own[at] ?? null;
    if (at > 0 || homeless.length === 0) return { table, kept: found };
    const base = found ?? { role: "avvikelse", initiative: table.initiative, rows: [], limits: null };
    return { table, kept: { ...base, rows: [...base.rows, ...homeless] } };
  });
}
