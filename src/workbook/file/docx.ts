// src/workbook/file/docx.ts: a document model as a Word file: a handful of parts, written whole.
// Only what Word 2010 and later, LibreOffice and Google Docs share: paragraph styles, tables with a repeated heading row, no fields.
import type { Block, DocumentModel, DocumentTable } from "../../report/finalReport/documentModel";
import { colours } from "../looks";
import { pack } from "./packing";
import { packageRelations, packageTypes, xmlHeader } from "./vocabulary";
import { escapeXml } from "./xmlText";
import { writeZip } from "./zip";

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A4 in twentieths of a point, with 2,5 cm margins: what is left for the text. */
const PAGE = { width: 11906, height: 16838, margin: 1417 } as const;
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

/** The document as .docx bytes; the same model gives the same bytes. */
export function docxOf(model: DocumentModel): Uint8Array {
  const parts: readonly (readonly [string, string])[] = [
    ["[Content_Types].xml", contentTypes()],
    ["_rels/.rels", relationships([["officeDocument", "word/document.xml"]], coreRelation)],
    ["docProps/core.xml", coreProperties(model)],
    ["word/document.xml", mainPart(model)],
    ["word/styles.xml", styles(model.language)],
    ["word/_rels/document.xml.rels", relationships([["styles", "styles.xml"]], "")],
  ];
  const encoder = new TextEncoder();
  return writeZip(parts.map(([name, xml]) => pack(name, encoder.encode(xml))));
}

const coreRelation = `<Relationship Id="rIdCore" Type="${packageRelations}/metadata/core-properties" Target="docProps/core.xml"/>`;

function contentTypes(): string {
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  return (
    `${xmlHeader}<Types xmlns="${packageTypes}">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override("word/document.xml", `${wordType}.document.main+xml`) +
    override("word/styles.xml", `${wordType}.styles+xml`) +
    override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") +
    "</Types>"
  );
}

function relationships(targets: readonly (readonly [type: string, target: string])[], more: string): string {
  const all = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `${xmlHeader}<Relationships xmlns="${packageRelations}">${all.join("")}${more}</Relationships>`;
}

function coreProperties({ title, language }: DocumentModel): string {
  return (
    `${xmlHeader}<cp:coreProperties xmlns:cp="${packageRelations.replace("/relationships", "/metadata/core-properties")}" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escapeXml(title)}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`
  );
}

function mainPart({ title, blocks }: DocumentModel): string {
  const size = `<w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/>`;
  const margins = `<w:pgMar w:top="${PAGE.margin}" w:right="${PAGE.margin}" w:bottom="${PAGE.margin}" w:left="${PAGE.margin}" w:header="708" w:footer="708" w:gutter="0"/>`;
  return (
    `${xmlHeader}<w:document xmlns:w="${word}"><w:body>${paragraph("Title", run(title))}${blocks.map(blockXml).join("")}` +
    `<w:sectPr>${size}${margins}</w:sectPr></w:body></w:document>`
  );
}

function blockXml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return paragraph(`Heading${block.level}`, run(block.text));
    case "paragraph":
      return paragraph(block.look === "note" ? "Note" : null, run(block.text));
    case "choices":
      return block.choices
        .map(({ text, chosen }) => paragraph("Choice", run(`${chosen ? "☒" : "☐"} ${text}`, chosen)))
        .join("");
    case "table":
      // A paragraph after the table: two tables side by side would become one, and a document may not end in a table.
      return tableXml(block.table) + paragraph("Cell", "");
  }
}

function paragraph(style: string | null, runs: string, properties = ""): string {
  const styled = style === null ? "" : `<w:pStyle w:val="${style}"/>`;
  const all = styled + properties;
  return `<w:p>${all === "" ? "" : `<w:pPr>${all}</w:pPr>`}${runs}</w:p>`;
}

/** Line breaks become breaks; tabs and other control characters blanks. */
function run(text: string, bold = false): string {
  const look = bold ? "<w:rPr><w:b/></w:rPr>" : "";
  return text
    .split(/\r\n|\r|\n/u)
    .map(
      (line, at) =>
        `<w:r>${look}${at === 0 ? "" : "<w:br/>"}<w:t xml:space="preserve">${escapeXml(line.replaceAll("\t", " "))}</w:t></w:r>`,
    )
    .join("");
}

function tableXml(table: DocumentTable): string {
  const { columns, rows } = table;
  const widths = columnWidths(table);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const cell = (text: string, at: number, bold: boolean, fill: string | null): string => {
    const shade = fill === null ? "" : `<w:shd w:val="clear" w:color="auto" w:fill="${fill.slice(1)}"/>`;
    const side = columns[at]?.align === "right" ? '<w:jc w:val="right"/>' : "";
    return `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/>${shade}</w:tcPr>${paragraph("Cell", run(text, bold), side)}</w:tc>`;
  };
  const head = columns.map(({ heading }, at) => cell(heading, at, true, colours.mist)).join("");
  const body = rows.map(({ cells, total }) => {
    const each = columns.map((_, at) => cell(cells[at] ?? "", at, total, null)).join("");
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${each}</w:tr>`;
  });
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    `<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
    `<w:tblCaption w:val="${escapeXml(table.caption)}"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head}</w:tr>${body.join("")}</w:tbl>`
  );
}

/** Characters in a column that still count when widths are shared out, so that one long explanation does not squeeze the figures. */
const COUNTED = { least: 7, most: 34 } as const;

/** The text's width shared by the longest cell of each column; a figure never breaks, so its column goes by its full length. */
function columnWidths({ columns, rows }: DocumentTable): number[] {
  const lengths = columns.map(({ heading, align }, at) => {
    const words = heading.split(/[\s-]/u).map(({ length }) => length);
    const cells = rows.map(({ cells: texts }) => (texts[at] ?? "").length);
    const longest = Math.max(...words, ...cells, COUNTED.least) + 2;
    return align === "right" ? longest : Math.min(COUNTED.most, longest);
  });
  const all = lengths.reduce((total, length) => total + length, 0);
  const widths = lengths.map((length) => Math.floor((TEXT_WIDTH * length) / all));
  const rest = TEXT_WIDTH - widths.reduce((total, width) => total + width, 0);
  return widths.map((width, at) => (at === 0 ? width + rest : width));
}

interface StylePlan {
  readonly id: string;
  readonly name: string;
  readonly paragraph: string;
  readonly run: string;
}

const petrol = `<w:color w:val="${colours.petrol.slice(1)}"/>`;
const headingStyle = (level: 1 | 2 | 3, halfPoints: number): StylePlan => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  paragraph: `<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${level - 1}"/>`,
  run: `<w:b/>${petrol}<w:sz w:val="${halfPoints}"/>`,
});

const plans: readonly StylePlan[] = [
  { id: "Title", name: "Title", paragraph: '<w:spacing w:after="160"/>', run: `<w:b/>${petrol}<w:sz w:val="36"/>` },
  headingStyle(1, 28),
  headingStyle(2, 24),
  headingStyle(3, 22),
  { id: "Note", name: "Note", paragraph: "", run: `<w:color w:val="${colours.muted.slice(1)}"/><w:sz w:val="18"/>` },
  { id: "Choice", name: "Choice", paragraph: '<w:spacing w:after="40"/>', run: "" },
  {
    id: "Cell",
    name: "Cell",
    paragraph: '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>',
    run: '<w:sz w:val="20"/>',
  },
];

function styles(language: DocumentModel["language"]): string {
  const font = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>';
  const lines = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="9AA5AB"/>`)
    .join("");
  const style = ({ id, name, paragraph: block, run: letters }: StylePlan): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
    `${block === "" ? "" : `<w:pPr>${block}</w:pPr>`}${letters === "" ? "" : `<w:rPr>${letters}</w:rPr>`}</w:style>`;
  return (
    `${xmlHeader}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr>${font}<w:sz w:val="22"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    `<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${lines}</w:tblBorders></w:tblPr></w:style>` +
    `${plans.map(style).join("")}</w:styles>`
  );
}
