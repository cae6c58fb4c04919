// tests/workbook/file/besideCells.test.ts: identity numbers in anything but cells refuse the workbook (the number: Skatteverket's example, SKV 704).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readWorkbook } from "../../../src/intake/readWorkbook";
import { openXlsx } from "../../../src/workbook/file/xlsxWorkbook";

const source = unzipSync(new Uint8Array(readFileSync(join(__dirname, "..", "..", "cases", "husamradet.xlsx"))));
const sheetPath = Object.keys(source).find((path) => /worksheets\/sheet\d+\.xml$/u.test(path))!;
const asRead = { unit: null, sign: null };

function changed(path: string, change: (text: string) => string): Uint8Array {
  const old = source[path];
  return zipSync({ ...source, [path]: strToU8(change(old === undefined ? "" : strFromU8(old))) });
}

async function problemsOf(bytes: Uint8Array) {
  const intake = readWorkbook(await openXlsx(bytes, "bok.xlsx").read(), asRead);
  expect(JSON.stringify(intake.problems)).not.toMatch(/640823|3234/u);
  return intake.problems;
}

const sheet = (xml: string) => changed(sheetPath, (text) => text.replace("</worksheet>", `${xml}</worksheet>`));

test.each<[string, string, () => Uint8Array]>([
  [
    "a comment",
    "comments",
    () =>
      changed(
        "xl/comments1.xml",
        () => "<comments><text><r><rPr><b/></rPr><t>640823-</t></r><r><t>3234</t></r></text></comments>",
      ),
  ],
  [
    "a threaded comment",
    "comments",
    () => changed("xl/threadedComments/threadedComment1.xml", () => "<a><text>640823-3234</text></a>"),
  ],
  [
    "a page footer",
    "headers-footers",
    () => sheet("<headerFooter><oddFooter>&amp;L640823-3234</oddFooter></headerFooter>"),
  ],
  [
    "a list to choose from",
    "validation",
    () =>
      sheet(
        '<dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>"A,640823-3234"</formula1></dataValidation></dataValidations>',
      ),
  ],
  [
    "a formula's text",
    "formulas",
    () =>
      changed(sheetPath, (text) =>
        text.replace(
          "</sheetData>",
          '<row r="900"><c r="A900" t="str"><f>IF(1=1,"x","640823-3234")</f><v>x</v></c></row></sheetData>',
        ),
      ),
  ],
  [
    "a defined name",
    "names",
    () =>
      changed("xl/workbook.xml", (text) =>
        text.replace(
          /<definedNames>.*<\/definedNames>|(?=<calcPr)|(?=<\/workbook>)/su,
          '<definedNames><definedName name="x">"640823-3234"</definedName></definedNames>',
        ),
      ),
  ],
  [
    "a text box",
    "drawings",
    () =>
      changed(
        "xl/drawings/drawing7.xml",
        () => "<a:p><a:r><a:t>640823</a:t></a:r><a:r><a:rPr/><a:t>-3234</a:t></a:r></a:p>",
      ),
  ],
  [
    "a picture's alternative text",
    "drawings",
    () => changed("xl/drawings/drawing7.xml", () => '<p descr="Brev till 640823-3234"/>'),
  ],
  [
    "the document's properties",
    "properties",
    () => changed("docProps/core.xml", () => "<a><dc:title>640823-3234</dc:title></a>"),
  ],
  [
    "a pivot table's saved rows",
    "caches",
    () => changed("xl/pivotCache/pivotCacheRecords1.xml", () => '<r><s v="640823-3234"/></r>'),
  ],
  [
    "what a link shows when it is pointed at",
    "other",
    () => sheet('<hyperlinks><hyperlink ref="A1" tooltip="Akt 640823-3234" location="Blad1!A1"/></hyperlinks>'),
  ],
  [
    "where a link leads",
    "other",
    () =>
      changed(
        "xl/worksheets/_rels/sheet9.xml.rels",
        () => '<Relationships><Relationship Id="rId1" Target="https://akt.example/640823-3234"/></Relationships>',
      ),
  ],
  [
    "what a filter shows",
    "other",
    () =>
      sheet(
        '<autoFilter ref="A1:A9"><filterColumn colId="0"><filters><filter val="640823-3234"/></filters></filterColumn></autoFilter>',
      ),
  ],
  [
    "what is marked in colour",
    "other",
    () =>
      sheet(
        '<conditionalFormatting sqref="A1"><cfRule type="containsText" text="640823-3234"/></conditionalFormatting>',
      ),
  ],
  [
    "a scenario's remark",
    "other",
    () => sheet('<scenarios><scenario name="a" comment="Enligt 640823-3234"/></scenarios>'),
  ],
  ["a text that no cell shows any more", "other", () => changed("customXml/item1.xml", () => "<a>640823-3234</a>")],
])("%s", async (_name, where, bytes) => {
  expect(await problemsOf(bytes())).toMatchObject([
    { code: "identity-number-beside-cells", severity: "refuse", params: { where, count: 1 } },
  ]);
});

test("numbers of two elements are not put together, and the published case holds none", async () => {
  expect(await problemsOf(zipSync(source))).not.toContainEqual(expect.objectContaining({ severity: "refuse" }));
  const apart = changed(
    "xl/comments1.xml",
    () => "<comments><text><t>640823</t></text><text><t>3234</t></text></comments>",
  );
  expect(await problemsOf(apart)).not.toContainEqual(expect.objectContaining({ severity: "refuse" }));
});
