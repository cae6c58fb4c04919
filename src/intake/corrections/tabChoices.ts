// src/intake/corrections/tabChoices.ts: which groups of tabs the user leaves out, kept in the same text as the corrections.
import { TAB_GROUPS, type TabGroupName } from "../../domain/tabGroup";

/** `text`: what choicesText wrote. The same with the groups that are left out; unchanged where none is. */
export function withLeftOut(text: string, leftOut: readonly TabGroupName[]): string {
  return leftOut.length === 0 ? text : text.replace(/\}$/, `,"leftOut":${JSON.stringify(leftOut)}}`);
}

/** Never throws. What is no group of ours is none; a text that cannot be read leaves nothing out, and is told of with the corrections. */
export function leftOutIn(text: string | null | undefined): readonly TabGroupName[] {
  if (text == null) return [];
  try {
    const content: unknown = JSON.parse(text);
    const leftOut: unknown =
      typeof content === "object" && content !== null && "leftOut" in content ? content.leftOut : [];
    return TAB_GROUPS.filter((group) => Array.isArray(leftOut) && leftOut.includes(group));
  } catch (failure) {
    if (failure instanceof SyntaxError) return [];
    throw failure;
  }
}
