// src/report/finalReport/documentText.ts: a document as plain text for the clipboard: tables with tabs between cells, as forms and spreadsheets take them.
import type { Block, DocumentModel, DocumentTable } from "./documentModel";

/** Paragraphs with an empty line between; no trailing blanks. */
export function plainTextOf({ title, blocks }: DocumentModel): string {
  return [title, ...blocks.map(blockText)].join("\n\n") + "\n";
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.text;
    case "choices":
      return block.choices.map(({ text, chosen }) => `${chosen ? "[x]" : "[ ]"} ${text}`).join("\n");
    case "table":
      return tableText(block.table);
  }
}

function tableText({ columns, rows }: DocumentTable): string {
  return [columns.map(({ heading }) => heading), ...rows.map(({ cells }) => cells)]
    .map((cells) => cells.map(oneLine).join("\t"))
    .join("\n");
}

/** A tab or a line break inside a cell would move the rest to another cell. */
function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/gu, " ");
}
