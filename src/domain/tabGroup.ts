// src/domain/tabGroup.ts: the groups of tabs that a person chooses between. Which tabs they are is known by who writes them.

export const TAB_GROUPS = ["deviation", "return", "finalReport", "board"] as const;

/** The tabs that a formula of theirs refers to follow with them and belong to no group. */
export type TabGroupName = (typeof TAB_GROUPS)[number];
