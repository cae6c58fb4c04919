// src/pane/modes/browserMode.ts: the way without Excel: a dropped file in, a file to save out. Nothing is sent anywhere.
// What opens a file and the example are chunks of their own, loaded when first needed.
import type { Work } from "../../domain/steps";
import { withoutEnding } from "../../domain/fileName";
import { withoutIdentityNumbers } from "../../domain/personalIdentity";
import { paneTextsOf } from "../../text/pane";
import type { ExampleName } from "../../text/paneTexts";
import { openFile } from "../../workbook/file/fileKinds";
import type { BrowserMode, NamedBytes, OpenedWorkbook } from "./hostMode";

const fileTypes = {
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
} as const;

export const browserMode: BrowserMode = { kind: "browser", readFile, example };

async function readFile(given: NamedBytes, work?: Work): Promise<OpenedWorkbook> {
  // An identity number in a file's name refuses the file, and is shown nowhere.
  const file = { bytes: given.bytes, name: withoutIdentityNumbers(given.name) };
  const opened = await openFile(file.bytes, file.name);
  let choices: string | null = null;
  const workbook = await opened.read(work);
  return {
    name: file.name,
    workbook,
    settleNames: (proposed) => opened.settleNames(proposed),
    keepChoices(text) {
      choices = text;
      return Promise.resolve();
    },
    async deliver(analysis, options, delivering) {
      const { writeTabs } = await import(/* webpackChunkName: "engine" */ "../../actions/tabs");
      // Opened anew, so that a second download is written into the file as it came and not on top of the first.
      const target = await openFile(file.bytes, file.name);
      if (choices !== null) await target.keepChoices(choices);
      await writeTabs(analysis, target, options, delivering);
      return {
        kind: "file",
        name: paneTextsOf(options.texts.language)
          .deliver.fileName(withoutEnding(file.name), options.today)
          .replace(/\.xlsx$/u, target.extension),
        blob: new Blob([target.bytes()], { type: fileTypes[target.extension] }),
      };
    },
  };
}

/** A published case, carried inside the page. */
async function example(name: ExampleName): Promise<NamedBytes> {
  const { exampleOf } = await import(/* webpackChunkName: "example" */ "./example");
  return exampleOf(name);
}
