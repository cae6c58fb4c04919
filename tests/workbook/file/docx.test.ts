// tests/workbook/file/docx.test.ts: a document model as a Word file that the Open XML SDK finds no fault in, with every text in it.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { DocumentModel } from "../../../src/report/finalReport/documentModel";
import { finalDocumentOf } from "../../../src/report/finalReport/finalReportText";
import { en } from "../../../src/text/en";
import { sv } from "../../../src/text/sv";
import { docxOf } from "../../../src/workbook/file/docx";
import { unescapeXml } from "../../../src/workbook/file/xmlText";
import { husamradetItem, resanItem } from "../../report/finalFixtures";
import { wordValidationErrors } from "./oracles";

const odd: DocumentModel = {
  language: "sv-SE",
  title: 'A & B <"Insats">',
  blocks: [
    { kind: "heading", level: 1, text: "]]> &amp;" },
    { kind: "heading", level: 3, text: "" },
    { kind: "paragraph", look: "plain", text: "rad ett\nrad två\r\nrad tre\tmed flik \u0007 \ud83d\ude00 \ud800" },
    {
      kind: "choices",
      choices: [
        { text: "Ja", chosen: true },
        { text: "Nej", chosen: false },
      ],
    },
    { kind: "table", table: { caption: 'med "citat"', columns: [{ heading: "En", align: "left" }], rows: [] } },
    {
      kind: "table",
      table: {
        caption: "",
        columns: [
          { heading: "En", align: "left" },
          { heading: "Två", align: "right" },
        ],
        rows: [
          { cells: ["x".repeat(400)], total: false },
          { cells: ["=1+1", "−1\u00a0234,50"], total: true },
        ],
      },
    },
  ],
};

const models: readonly DocumentModel[] = [
  finalDocumentOf({ item: husamradetItem, drawnUpBy: "N. N.", today: "2026-11-22", texts: sv }),
  finalDocumentOf({ item: resanItem, drawnUpBy: null, today: "2026-11-22", texts: en }),
  odd,
  { language: "en-GB", title: "", blocks: [] },
];

test("the Open XML SDK finds nothing wrong, and finds a planted fault", () => {
  const [faulty, ...errors] = wordValidationErrors(withFault(docxOf(models[0]!)), ...models.map(docxOf));
  expect(errors).toEqual(models.map(() => []));
  expect(faulty!.length).toBeGreaterThan(0);
});

test.each(models.map((model) => [model.title, model] as const))("%s: every text is in the file", (_, model) => {
  const main = strFromU8(unzipSync(docxOf(model))["word/document.xml"]!);
  const texts = [...main.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/gu)].map((match) => unescapeXml(match[1]!));
  const wanted = model.blocks.flatMap((block): readonly string[] => {
    if (block.kind === "table")
      return [...block.table.columns.map(({ heading }) => heading), ...block.table.rows.flatMap(({ cells }) => cells)];
    if (block.kind === "choices") return block.choices.map(({ text, chosen }) => `${chosen ? "☒" : "☐"} ${text}`);
    return block.text.split(/\r?\n/u).map((line) =>
      line
        .replace("\t", " ")
        .replaceAll("\u0007", "\ufffd")
        .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])/gu, "\ufffd"),
    );
  });
  for (const text of [model.title, ...wanted]) expect(texts).toContain(text);
});

test("column widths fill the page exactly and figures get room", () => {
  const main = strFromU8(unzipSync(docxOf(models[0]!))["word/document.xml"]!);
  for (const [grid] of main.matchAll(/<w:tblGrid>.*?<\/w:tblGrid>/gsu)) {
    const widths = [...grid.matchAll(/w:w="(\d+)"/gu)].map((match) => Number(match[1]));
    expect(widths.reduce((all, width) => all + width, 0)).toBe(9072);
    expect(Math.min(...widths)).toBeGreaterThan(600);
  }
});

/** A table layout that Word does not know. */
function withFault(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const main = strFromU8(parts["word/document.xml"]!).replace(
    'w:tblLayout w:type="fixed"',
    'w:tblLayout w:type="loose"',
  );
  return zipSync({ ...parts, "word/document.xml": strToU8(main) });
}

test("the same model gives the same bytes", () => {
  expect(docxOf(models[0]!)).toEqual(docxOf(models[0]!));
});
