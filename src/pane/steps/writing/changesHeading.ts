// src/pane/steps/writing/changesHeading.ts: where the page tells what changes when the tabs are written over.

export const changesHeading = "tab-changes";
