// src/report/finalReport/documentHtml.ts: a document as HTML for the clipboard, with the styles inline, since programs that paste keep no others.
import type { Block, DocumentModel, DocumentTable } from "./documentModel";

const FONT = "font-family:Calibri,Arial,sans-serif;font-size:11pt;";
const CELL = "border:1px solid #9aa5ab;padding:3px 6px;vertical-align:top;";
const MUTED = "color:#5b6770;font-size:9pt;";

/** A fragment with one root element. Every text is escaped; there is no script, link or image in it. */
export function htmlOf({ language, title, blocks }: DocumentModel): string {
  return `<div lang="${language}" style="${FONT}"><h1 style="font-size:16pt;">${escaped(title)}</h1>${blocks.map(blockHtml).join("")}</div>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`;
    case "paragraph":
      return `<p${block.look === "note" ? ` style="${MUTED}"` : ""}>${escaped(block.text)}</p>`;
    case "choices":
      return `<p>${block.choices.map(({ text, chosen }) => `${chosen ? "☒" : "☐"} ${chosen ? `<b>${escaped(text)}</b>` : escaped(text)}`).join("<br>")}</p>`;
    case "table":
      return tableHtml(block.table);
  }
}

function tableHtml({ caption, columns, rows }: DocumentTable): string {
  const head = columns.map(
    ({ heading, align }) =>
      `<th scope="col" style="${CELL}text-align:${align};background:#dce8ec;">${escaped(heading)}</th>`,
  );
  const body = rows.map(({ cells, total }) => {
    const row = cells.map((text, at) => {
      const align = columns[at]?.align ?? "left";
      const style = `${CELL}text-align:${align};${align === "right" ? "white-space:nowrap;" : ""}${total ? "font-weight:bold;" : ""}`;
      return `<td style="${style}">${escaped(text)}</td>`;
    });
    return `<tr>${row.join("")}</tr>`;
  });
  return (
    `<table aria-label="${escaped(caption)}" style="border-collapse:collapse;margin-bottom:8px;${FONT}">` +
    `<thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`
  );
}

const MARKUP: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text between tags or in a quoted attribute; line breaks stay breaks. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (char) => MARKUP[char] ?? char).replace(/\r\n?|\n/gu, "<br>");
}
