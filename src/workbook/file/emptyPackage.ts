// src/workbook/file/emptyPackage.ts: a package with a workbook part and no sheets, to write tabs into.
import { OpcPackage } from "./opcPackage";
import { contentTypeOf, packageRelations, packageTypes, vocabularyOf, xmlHeader } from "./vocabulary";

export function emptyPackage(): OpcPackage {
  const { main, relations } = vocabularyOf("");
  const pkg = new OpcPackage([]);
  pkg.set(
    "[Content_Types].xml",
    `${xmlHeader}<Types xmlns="${packageTypes}">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${contentTypeOf.workbook}"/></Types>`,
  );
  pkg.set(
    "_rels/.rels",
    `${xmlHeader}<Relationships xmlns="${packageRelations}">` +
      `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  pkg.set(
    "xl/workbook.xml",
    `${xmlHeader}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets/></workbook>`,
  );
  pkg.set("xl/_rels/workbook.xml.rels", `${xmlHeader}<Relationships xmlns="${packageRelations}"/>`);
  return pkg;
}
