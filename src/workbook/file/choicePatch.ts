// src/workbook/file/choicePatch.ts: what the user chose, in the workbook part of a file: read from its hidden names, and put there.
import { choiceNamesOf, choicesIn, isChoiceName } from "../choiceNames";
import type { OpcPackage } from "./opcPackage";
import { workbookOrder } from "./workbookPatch";
import { readWorkbookPart, type WorkbookPart } from "./workbookPart";
import { escapeXml } from "./xmlText";
import { child, XmlEdits } from "./xmlTree";

/** Null: nothing is kept. */
export function keptChoices({ names }: WorkbookPart): string | null {
  return choicesIn(
    names.flatMap(({ name, localSheet, refersTo }) => (localSheet === null ? [{ name, formula: refersTo }] : [])),
  );
}

/** Another package with `text` kept in it. The given one is not changed. */
export function withChoices(original: OpcPackage, text: string): OpcPackage {
  const { path, xml, names } = readWorkbookPart(original);
  const { prefix } = xml.root;
  const edits = new XmlEdits(xml);
  for (const { element, name, localSheet } of names)
    if (localSheet === null && isChoiceName(name)) edits.remove(element);
  const added = choiceNamesOf(text)
    .map(
      ({ name, formula }) =>
        `<${prefix}definedName name="${name}" hidden="1">${escapeXml(formula)}</${prefix}definedName>`,
    )
    .join("");
  const element = child(xml.root, "definedNames");
  if (element !== null) edits.append(element, added);
  else
    edits.addChild(xml.root, workbookOrder, "definedNames", `<${prefix}definedNames>${added}</${prefix}definedNames>`);
  const pkg = original.copy();
  pkg.set(path, edits.apply());
  return pkg;
}
