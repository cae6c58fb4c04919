// src/workbook/file/chartXml.ts: native charts as XML, with the figures they show cached, and the drawing that places them.
import { cellName } from "../../domain/a1";
import type { Area, Cell, ChartModel, ChartSeries, SheetModel } from "../../report/sheetModel";
import { formatCode } from "../format";
import { chartColours, colours } from "../looks";
import { double } from "./rowsXml";
import { xmlHeader, type Vocabulary } from "./vocabulary";
import { sheetPrefix } from "./workbookPart";
import { escapeCellText, escapeXml } from "./xmlText";

const categoryAxis = 111111111;
const valueAxis = 222222222;

export function chartXml(sheet: SheetModel, chart: ChartModel, vocabulary: Vocabulary): string {
  const bar = chart.type === "bar";
  const series = chart.series.map((one, i) => seriesXml(sheet, chart, one, i));
  return [
    `${xmlHeader}<c:chartSpace xmlns:c="${vocabulary.chart}" xmlns:a="${vocabulary.drawing}" xmlns:r="${vocabulary.relations}">`,
    '<c:roundedCorners val="0"/><c:chart>',
    titleXml(chart.title, 1200, true),
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    `<c:barChart><c:barDir val="${bar ? "bar" : "col"}"/><c:grouping val="clustered"/><c:varyColors val="0"/>`,
    ...series,
    vocabulary.barePercent ? '<c:gapWidth val="70"/><c:overlap val="-5"/>' : "",
    `<c:axId val="${categoryAxis}"/><c:axId val="${valueAxis}"/></c:barChart>`,
    categoryAxisXml(bar),
    valueAxisXml(chart, bar),
    "<c:spPr><a:noFill/></c:spPr></c:plotArea>",
    chart.series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textXml(900, colours.ink)}</c:legend>`
      : "",
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>${outlineXml(colours.line)}</c:spPr>`,
    textXml(900, colours.ink),
    "</c:chartSpace>",
  ].join("");
}

/** One drawing with a frame for each chart; `relationIds` in the order of the charts. */
export function drawingXml(
  charts: readonly ChartModel[],
  relationIds: readonly string[],
  vocabulary: Vocabulary,
): string {
  const anchors = charts.map((chart, i) => {
    const { left, top, right, bottom } = chart.area;
    const alt = `title="${escapeXml(chart.title)}" descr="${escapeXml(chart.description)}"`;
    return (
      `<xdr:twoCellAnchor><xdr:from>${markerXml(left, top)}</xdr:from><xdr:to>${markerXml(right + 1, bottom + 1)}</xdr:to>` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${i + 2}" name="Chart ${i + 1}" ${alt}/><xdr:cNvGraphicFramePr/>` +
      '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${vocabulary.chart}"><c:chart xmlns:c="${vocabulary.chart}" r:id="${relationIds[i]}"/>` +
      "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
    );
  });
  const { sheetDrawing, drawing, relations } = vocabulary;
  return `${xmlHeader}<xdr:wsDr xmlns:xdr="${sheetDrawing}" xmlns:a="${drawing}" xmlns:r="${relations}">${anchors.join("")}</xdr:wsDr>`;
}

function markerXml(column: number, row: number): string {
  return `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
}

function seriesXml(sheet: SheetModel, chart: ChartModel, series: ChartSeries, index: number): string {
  const place = chart.series.length === 1 ? 1 : index % chartColours.length;
  const colour = (chartColours[place] ?? colours.petrol).slice(1);
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeCellText(series.name)}</c:v></c:tx>` +
    `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
    `<c:cat>${categoriesXml(sheet, series.categories)}</c:cat>` +
    `<c:val>${numbersXml(sheet, series.values, formatCode(chart.format))}</c:val></c:ser>`
  );
}

function categoriesXml(sheet: SheetModel, area: Area): string {
  const cells = cellsOf(sheet, area);
  if (cells.every((cell) => numberOf(cell) !== null)) {
    return numbersXml(sheet, area, cells[0] == null ? "General" : formatCode(cells[0].style.format));
  }
  const points = cells.map((cell, i) => {
    const text = textOf(cell);
    return text === null ? "" : `<c:pt idx="${i}"><c:v>${escapeCellText(text)}</c:v></c:pt>`;
  });
  const cache = `<c:strCache><c:ptCount val="${cells.length}"/>${points.join("")}</c:strCache>`;
  return `<c:strRef><c:f>${reference(sheet, area)}</c:f>${cache}</c:strRef>`;
}

function numbersXml(sheet: SheetModel, area: Area, code: string): string {
  const cells = cellsOf(sheet, area);
  const points = cells.map((cell, i) => {
    const number = numberOf(cell);
    return number === null ? "" : `<c:pt idx="${i}"><c:v>${number}</c:v></c:pt>`;
  });
  const cache = `<c:formatCode>${escapeXml(code)}</c:formatCode><c:ptCount val="${cells.length}"/>${points.join("")}`;
  return `<c:numRef><c:f>${reference(sheet, area)}</c:f><c:numCache>${cache}</c:numCache></c:numRef>`;
}

function cellsOf(sheet: SheetModel, area: Area): (Cell | null)[] {
  const cells: (Cell | null)[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) cells.push(sheet.rows[row]?.[column] ?? null);
  }
  return cells;
}

function numberOf(cell: Cell | null): string | null {
  const content = cell?.content ?? null;
  if (content?.kind === "number") return double(content.number);
  return content?.kind === "formula" && content.type === "number" ? double(content.cached) : null;
}

function textOf(cell: Cell | null): string | null {
  const content = cell?.content ?? null;
  if (content === null) return null;
  return content.kind === "text" ? content.text : content.kind === "number" ? content.number : content.cached;
}

/** `'Avvikelse'!$A$5:$A$8`. */
function reference(sheet: SheetModel, { top, left, bottom, right }: Area): string {
  const absolute = (row: number, column: number): string => cellName(row, column).replace(/^([A-Z]+)/, "$$$1$$");
  const first = absolute(top, left);
  const last = absolute(bottom, right);
  return escapeXml(sheetPrefix(sheet.name) + (first === last ? first : `${first}:${last}`));
}

function categoryAxisXml(bar: boolean): string {
  // Bars are drawn upwards; turned round, the first line of the table stands at the top.
  return (
    `<c:catAx><c:axId val="${categoryAxis}"/><c:scaling><c:orientation val="${bar ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${bar ? "l" : "b"}"/><c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/>` +
    `<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${outlineXml(colours.muted)}</c:spPr>${textXml(900, colours.ink)}` +
    `<c:crossAx val="${valueAxis}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>` +
    '<c:noMultiLvlLbl val="1"/></c:catAx>'
  );
}

function valueAxisXml(chart: ChartModel, bar: boolean): string {
  return (
    `<c:valAx><c:axId val="${valueAxis}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${bar ? "b" : "l"}"/><c:majorGridlines><c:spPr>${outlineXml(colours.line)}</c:spPr></c:majorGridlines>` +
    titleXml(chart.valueAxisTitle, 900, false) +
    `<c:numFmt formatCode="${escapeXml(formatCode(chart.format))}" sourceLinked="0"/><c:majorTickMark val="none"/>` +
    `<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textXml(900, colours.muted)}` +
    `<c:crossAx val="${categoryAxis}"/><c:crosses val="${bar ? "max" : "autoZero"}"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function titleXml(text: string, size: number, bold: boolean): string {
  if (text === "") return "";
  const look = `sz="${size}" b="${bold ? 1 : 0}"`;
  const fill = `<a:solidFill><a:srgbClr val="${(bold ? colours.petrol : colours.muted).slice(1)}"/></a:solidFill>`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}>${fill}</a:defRPr></a:pPr>` +
    `<a:r><a:rPr ${look}>${fill}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

function textXml(size: number, colour: string): string {
  const fill = `<a:solidFill><a:srgbClr val="${colour.slice(1)}"/></a:solidFill>`;
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}">${fill}</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>`;
}

function outlineXml(colour: string): string {
  return `<a:ln w="6350"><a:solidFill><a:srgbClr val="${colour.slice(1)}"/></a:solidFill></a:ln>`;
}
