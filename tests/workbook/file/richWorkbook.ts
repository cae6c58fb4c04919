// tests/workbook/file/richWorkbook.ts: a user's workbook with what an adapter could destroy: chart, pivot, comments, sparklines,
// external link, custom XML, calculation chain, local names, a table, a prefixed sheet. Made by hand, not by the product's writer.
import { zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
const chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const sheetDrawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const sheetMl = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

export function relationsXml(
  ...relations: readonly (readonly [type: string, target: string, mode?: string])[]
): string {
  const items = relations.map(([type, target, mode], i) => {
    const full = type.startsWith("http") ? type : `${rels}/${type}`;
    return `<Relationship Id="rId${i + 1}" Type="${full}" Target="${target}"${mode === undefined ? "" : ` TargetMode="${mode}"`}/>`;
  });
  return `${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`;
}

const overrides: readonly (readonly [string, string])[] = [
  ["/xl/workbook.xml", `${sheetMl}.sheet.main+xml`],
  ["/xl/worksheets/sheet1.xml", `${sheetMl}.worksheet+xml`],
  ["/xl/worksheets/sheet2.xml", `${sheetMl}.worksheet+xml`],
  ["/xl/worksheets/sheet3.xml", `${sheetMl}.worksheet+xml`],
  ["/xl/styles.xml", `${sheetMl}.styles+xml`],
  ["/xl/sharedStrings.xml", `${sheetMl}.sharedStrings+xml`],
  ["/xl/calcChain.xml", `${sheetMl}.calcChain+xml`],
  ["/xl/tables/table1.xml", `${sheetMl}.table+xml`],
  ["/xl/comments1.xml", `${sheetMl}.comments+xml`],
  ["/xl/pivotTables/pivotTable1.xml", `${sheetMl}.pivotTable+xml`],
  ["/xl/pivotCache/pivotCacheDefinition1.xml", `${sheetMl}.pivotCacheDefinition+xml`],
  ["/xl/pivotCache/pivotCacheRecords1.xml", `${sheetMl}.pivotCacheRecords+xml`],
  ["/xl/externalLinks/externalLink1.xml", `${sheetMl}.externalLink+xml`],
  ["/xl/drawings/drawing1.xml", "application/vnd.openxmlformats-officedocument.drawing+xml"],
  ["/xl/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"],
  ["/customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"],
  ["/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
];

const contentTypes =
  `${header}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `${overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join("")}</Types>`;

const workbook =
  `${header}<workbook xmlns="${main}" xmlns:r="${rels}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'mc:Ignorable="x15" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main">' +
  '<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22527"/><workbookPr defaultThemeVersion="166925"/>' +
  '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15">' +
  '<x15ac:absPath url="C:\\Users\\ekonom\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>' +
  '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12225" activeTab="1"/></bookViews>' +
  '<sheets><sheet name="Ekonomi" sheetId="1" r:id="rId1"/><sheet name="Avvikelse" sheetId="4" r:id="rId2"/>' +
  '<sheet name="Dold" sheetId="3" state="hidden" r:id="rId3"/></sheets>' +
  '<externalReferences><externalReference r:id="rId7"/></externalReferences>' +
  `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="1">Avvikelse!$1:$1</definedName>` +
  '<definedName name="Lokalt" localSheetId="2">Dold!$A$1</definedName><definedName name="Ramen">Ekonomi!$B$4</definedName></definedNames>' +
  '<calcPr calcId="191029" iterate="1"/><pivotCaches><pivotCache cacheId="3" r:id="rId8"/></pivotCaches>' +
  '<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main">' +
  '<x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>';

const styles =
  `${header}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="166" formatCode="#,##0&quot; tkr&quot;"/></numFmts>` +
  '<fonts count="2"><font><sz val="10"/><color rgb="FF222222"/><name val="Arial"/><family val="2"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="1" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
  `<extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" xmlns:x14="${x14}"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst></styleSheet>`;

const strings = ["Kostnadsslag", "Budget", "Utfall", "Personal", "Lokaler"];
const sharedStrings =
  `${header}<sst xmlns="${main}" count="7" uniqueCount="7">${strings.map((text) => `<si><t>${text}</t></si>`).join("")}` +
  '<si><r><t xml:space="preserve">Rik </t></r><r><rPr><b/><sz val="10"/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>fonetik</t></rPh></si>' +
  '<si><t xml:space="preserve"> rad 1_x000D_\nrad &lt;2&gt; </t></si></sst>';

const sheet1 =
  `${header}<worksheet xmlns="${main}" xmlns:r="${rels}"><dimension ref="A3:D6"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
  '<sheetData><row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c></row>' +
  '<row r="4"><c r="A4" t="s"><v>3</v></c><c r="B4" s="1"><v>100</v></c><c r="C4" s="1"><v>80.5</v></c><c r="D4"><f>B4-C4</f><v>19.5</v></c></row>' +
  '<row r="5" hidden="1"><c r="A5" t="s"><v>4</v></c><c r="B5" s="1"><v>50</v></c><c r="C5" t="e"><v>#N/A</v></c><c r="D5" s="2"><v>45000</v></c></row>' +
  '<row r="6"><c r="A6" t="s"><v>5</v></c><c r="B6" t="s"><v>6</v></c><c r="C6" t="b"><v>1</v></c></row></sheetData>' +
  '<conditionalFormatting sqref="B4:B5"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>70</formula></cfRule></conditionalFormatting>' +
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>' +
  '<tableParts count="1"><tablePart r:id="rId4"/></tableParts>' +
  `<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${x14}"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">` +
  '<x14:sparklineGroup displayEmptyCellsAs="gap"><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>Ekonomi!B4:C4</xm:f><xm:sqref>F4</xm:sqref></x14:sparkline>' +
  "</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst></worksheet>";

const sheet2 =
  `${header}<worksheet xmlns="${main}"><sheetData><row><c t="inlineStr"><is><t>Egen flik</t></is></c><c><v>2</v></c></row>` +
  '<row><c t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row></sheetData></worksheet>';

const sheet3 =
  `${header}<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>3</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:r><x:t>in</x:t></x:r>` +
  '<x:r><x:t>line</x:t></x:r></x:is></x:c><x:c r="C1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';

const vml =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>3</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>';

const chartPart =
  `${header}<c:chartSpace xmlns:c="${chart}" xmlns:a="${drawing}" xmlns:r="${rels}"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/>` +
  '<c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>Ekonomi!$B$4:$B$5</c:f></c:numRef></c:val></c:ser>' +
  '<c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>' +
  '<c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>';

const drawingPart =
  `${header}<xdr:wsDr xmlns:xdr="${sheetDrawing}" xmlns:a="${drawing}"><xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>` +
  "<xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>" +
  '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Diagram 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>' +
  '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
  `<a:graphic><a:graphicData uri="${chart}"><c:chart xmlns:c="${chart}" xmlns:r="${rels}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

const pivotCache =
  `${header}<pivotCacheDefinition xmlns="${main}" xmlns:r="${rels}" r:id="rId1" refreshOnLoad="1" recordCount="1"><cacheSource type="worksheet"><worksheetSource ref="A3:B4" sheet="Ekonomi"/></cacheSource>` +
  '<cacheFields count="2"><cacheField name="Kostnadsslag" numFmtId="0"><sharedItems count="1"><s v="Personal"/></sharedItems></cacheField>' +
  '<cacheField name="Budget" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="100" maxValue="100"/></cacheField></cacheFields></pivotCacheDefinition>';

const pivotTable =
  `${header}<pivotTableDefinition xmlns="${main}" name="Pivottabell1" cacheId="3" dataCaption="Värden"><location ref="D1:E3" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/>` +
  '<pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="2"><item x="0"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields>' +
  '<rowFields count="1"><field x="0"/></rowFields><rowItems count="2"><i><x/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems>' +
  '<dataFields count="1"><dataField name="Summa" fld="1" baseField="0" baseItem="0"/></dataFields></pivotTableDefinition>';

/** Path → text of each part, in zip order. `changes` replaces or adds parts; null leaves one out. */
export function richParts(changes: Readonly<Record<string, string | null>> = {}): Map<string, string> {
  const parts = new Map<string, string>([
    ["[Content_Types].xml", contentTypes],
    ["_rels/.rels", relationsXml(["officeDocument", "xl/workbook.xml"], ["extended-properties", "docProps/app.xml"])],
    ["xl/workbook.xml", workbook],
    [
      "xl/_rels/workbook.xml.rels",
      relationsXml(
        ["worksheet", "worksheets/sheet1.xml"],
        ["worksheet", "/xl/worksheets/sheet2.xml"],
        ["worksheet", "worksheets/sheet3.xml"],
        ["styles", "styles.xml"],
        ["sharedStrings", "sharedStrings.xml"],
        ["calcChain", "calcChain.xml"],
        ["externalLink", "externalLinks/externalLink1.xml"],
        ["pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"],
        ["customXml", "../customXml/item1.xml"],
      ),
    ],
    ["xl/worksheets/sheet1.xml", sheet1],
    [
      "xl/worksheets/_rels/sheet1.xml.rels",
      relationsXml(
        ["drawing", "../drawings/drawing1.xml"],
        ["vmlDrawing", "../drawings/vmlDrawing1.vml"],
        ["comments", "../comments1.xml"],
        ["table", "../tables/table1.xml"],
      ),
    ],
    ["xl/worksheets/sheet2.xml", sheet2],
    ["xl/worksheets/_rels/sheet2.xml.rels", relationsXml(["pivotTable", "../pivotTables/pivotTable1.xml"])],
    ["xl/worksheets/sheet3.xml", sheet3],
    ["xl/styles.xml", styles],
    ["xl/sharedStrings.xml", sharedStrings],
    [
      "xl/calcChain.xml",
      `${header}<calcChain xmlns="${main}"><c r="D4" i="1"/><c r="A2" i="4"/><c r="C1" i="3"/></calcChain>`,
    ],
    [
      "xl/tables/table1.xml",
      `${header}<table xmlns="${main}" id="7" name="Tabell1" displayName="Tabell1" ref="A3:C4" totalsRowShown="0"><autoFilter ref="A3:C4"/><tableColumns count="3"><tableColumn id="1" name="Kostnadsslag"/><tableColumn id="2" name="Budget"/><tableColumn id="3" name="Utfall"/></tableColumns></table>`,
    ],
    [
      "xl/comments1.xml",
      `${header}<comments xmlns="${main}"><authors><author>Ekonom</author></authors><commentList><comment ref="B4" authorId="0"><text><t>Beslut i mars</t></text></comment></commentList></comments>`,
    ],
    ["xl/drawings/vmlDrawing1.vml", vml],
    ["xl/drawings/drawing1.xml", drawingPart],
    ["xl/drawings/_rels/drawing1.xml.rels", relationsXml(["chart", "../charts/chart1.xml"])],
    ["xl/charts/chart1.xml", chartPart],
    ["xl/pivotTables/pivotTable1.xml", pivotTable],
    [
      "xl/pivotTables/_rels/pivotTable1.xml.rels",
      relationsXml(["pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"]),
    ],
    ["xl/pivotCache/pivotCacheDefinition1.xml", pivotCache],
    [
      "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels",
      relationsXml(["pivotCacheRecords", "pivotCacheRecords1.xml"]),
    ],
    [
      "xl/pivotCache/pivotCacheRecords1.xml",
      `${header}<pivotCacheRecords xmlns="${main}" count="1"><r><x v="0"/><n v="100"/></r></pivotCacheRecords>`,
    ],
    [
      "xl/externalLinks/externalLink1.xml",
      `${header}<externalLink xmlns="${main}"><externalBook xmlns:r="${rels}" r:id="rId1"><sheetNames><sheetName val="Blad1"/></sheetNames></externalBook></externalLink>`,
    ],
    [
      "xl/externalLinks/_rels/externalLink1.xml.rels",
      relationsXml(["externalLinkPath", "annan%20bok.xlsx", "External"]),
    ],
    ["customXml/item1.xml", '<f:diarie xmlns:f="urn:förbundet">2012/17</f:diarie>'],
    ["customXml/_rels/item1.xml.rels", relationsXml(["customXmlProps", "itemProps1.xml"])],
    [
      "customXml/itemProps1.xml",
      `${header}<ds:datastoreItem ds:itemID="{6BAD6E2C-1B2C-4C7B-8E1A-0F1E2D3C4B5A}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
    ],
    [
      "docProps/app.xml",
      `${header}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>`,
    ],
  ]);
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) parts.delete(path);
    else parts.set(path, text);
  }
  return parts;
}

/** The workbook, with a directory entry as some programs write them. */
export function zipOf(parts: ReadonlyMap<string, string>): Uint8Array {
  const files: Record<string, Uint8Array> = { "xl/": new Uint8Array(0) };
  for (const [path, text] of parts) files[path] = new TextEncoder().encode(text);
  return zipSync(files, { level: 9, mtime: "2012-10-01T12:00:00Z" });
}

export function richWorkbook(changes: Readonly<Record<string, string | null>> = {}): Uint8Array {
  return zipOf(richParts(changes));
}

/** The same workbook in the strict edition of the format. */
export function strictWorkbook(): Uint8Array {
  const strict = (text: string): string =>
    text
      .replaceAll(main, "http://purl.oclc.org/ooxml/spreadsheetml/main")
      .replaceAll("http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/")
      .replaceAll(rels, "http://purl.oclc.org/ooxml/officeDocument/relationships");
  return zipOf(new Map([...richParts()].map(([path, text]) => [path, strict(text)])));
}

/** A workbook of one sheet: whatever stands between the tags of its worksheet, with shared strings and styles where given. */
export function smallWorkbook(
  worksheet: string,
  { sst, styleSheet, workbookPr = "" }: { sst?: string; styleSheet?: string; workbookPr?: string } = {},
): Uint8Array {
  const relations: [string, string][] = [["worksheet", "worksheets/sheet1.xml"]];
  if (sst !== undefined) relations.push(["sharedStrings", "sharedStrings.xml"]);
  if (styleSheet !== undefined) relations.push(["styles", "styles.xml"]);
  const parts = new Map([
    [
      "[Content_Types].xml",
      `${header}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${sheetMl}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetMl}.worksheet+xml"/></Types>`,
    ],
    ["_rels/.rels", relationsXml(["officeDocument", "xl/workbook.xml"])],
    [
      "xl/workbook.xml",
      `${header}<workbook xmlns="${main}" xmlns:r="${rels}">${workbookPr}<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    ["xl/_rels/workbook.xml.rels", relationsXml(...relations)],
    ["xl/worksheets/sheet1.xml", `${header}<worksheet xmlns="${main}">${worksheet}</worksheet>`],
  ]);
  if (sst !== undefined) parts.set("xl/sharedStrings.xml", `${header}<sst xmlns="${main}">${sst}</sst>`);
  if (styleSheet !== undefined)
    parts.set("xl/styles.xml", `${header}<styleSheet xmlns="${main}">${styleSheet}</styleSheet>`);
  return zipOf(parts);
}
