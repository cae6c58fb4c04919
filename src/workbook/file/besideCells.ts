// src/workbook/file/besideCells.ts: the text of a package that is in no cell (comments, headers, names, drawings, caches), to look
// through for what must not be there. Only text that can hold ten digits is handed on.
import type { SourceWorkbook, TextPlace } from "../../intake/grid";
import type { OpcPackage } from "./opcPackage";
import { unescapeXml } from "./xmlText";

type Texts = NonNullable<SourceWorkbook["texts"]>;

/** Between texts of different elements: nothing that could belong to a number. */
const PARTING = "\n\u241E\n";
/** Elements that only part a text into runs of one look. */
const RUNS =
  /<\/?(?:\w+:)?(?:r|t|rPr|b|i|u|strike|sz|color|rFont|family|scheme|charset|vertAlign|latin|ea|cs|solidFill|srgbClr|schemeClr|endParaRPr)(?:\s[^>]*)?\/?>/gu;
/** Attributes that hold words of people. */
const WORDS =
  /\s(?:v|val|text|descr|title|name|alt|displayName|display|tooltip|location|comment|user|author|caption|formula|sourceName|prompt|error|promptTitle|errorTitle|Target)="([^"]{10,})"/gu;
const TEN_DIGITS = /(?:\d\D{0,6}){9}\d/u;

const PLACES: readonly (readonly [RegExp, TextPlace])[] = [
  [/comments?\d*\.xml$|threadedcomments\/|persons\//iu, "comments"],
  [/drawings?\/|charts?\/|diagrams\//iu, "drawings"],
  [/^docprops\/|docmetadata\//iu, "properties"],
  [/pivotcache|externallinks\/|querytables\/|connections\.xml|slicercaches\//iu, "caches"],
  [/^customxml\/|sharedstrings\.xml$|tables\/|pivottables\/|_rels\/[^/]+\.rels$/iu, "other"],
];

/** What a sheet has around its cells with words of people: where links lead, what is filtered and marked, scenarios. */
const OF_SHEETS = [
  "hyperlinks",
  "autoFilter",
  "conditionalFormatting",
  "scenarios",
  "protectedRanges",
  "customSheetViews",
];

/** Of every part but the sheets and the workbook, each with where it is. Parts that cannot be read as text hold none. */
export function textsOfParts(pkg: OpcPackage): Texts {
  return pkg.paths().flatMap((path) => {
    const where = PLACES.find(([pattern]) => pattern.test(path))?.[1];
    if (where === undefined || !/\.(?:xml|vml|rels)$/iu.test(path)) return [];
    return textIn(pkg.text(path), where);
  });
}

/** Of the names that the workbook defines. */
export function textsOfNames(names: readonly { readonly name: string; readonly refersTo: string }[]): Texts {
  return names.flatMap(({ name, refersTo }) => fit(`${name}${PARTING}${refersTo}`, "names"));
}

/** Of one sheet's XML: what stands before and after its cells, and its formulas. */
export function textsOfSheet(xml: string): Texts {
  const from = xml.search(/<(?:\w+:)?sheetData\b/u);
  const to = xml.lastIndexOf("sheetData>");
  const around = from < 0 ? xml : xml.slice(0, from) + PARTING + (to < 0 ? "" : xml.slice(to + "sheetData>".length));
  const part = (name: string): string =>
    Array.from(around.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b.*?</(?:\\w+:)?${name}>`, "gsu")), ([all]) => all).join(
      "",
    );
  const formulas = Array.from(xml.matchAll(/<f(?:\s[^>]*)?>([^<]*"[^<]*\d[^<]*)<\/f>/gu), ([, formula]) => formula!);
  return [
    ...textIn(part("headerFooter"), "headers-footers"),
    ...textIn(part("dataValidations?"), "validation"),
    ...OF_SHEETS.flatMap((name) => textIn(part(name), "other")),
    ...(formulas.length === 0 ? [] : fit(decoded(formulas.join(PARTING)), "formulas")),
  ];
}

function textIn(xml: string, where: TextPlace): Texts {
  const words = Array.from(xml.matchAll(WORDS), ([, value]) => value!);
  const content = xml.replace(RUNS, "").replace(/<[^>]*>/gu, PARTING);
  return fit(decoded([content, ...words].join(PARTING)), where);
}

function fit(text: string, where: TextPlace): Texts {
  return TEN_DIGITS.test(text) ? [{ where, text }] : [];
}

/** What is only looked through need not be well-formed. */
function decoded(xml: string): string {
  try {
    return unescapeXml(xml);
  } catch {
    return xml;
  }
}
