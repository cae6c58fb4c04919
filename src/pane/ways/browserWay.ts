// src/pane/ways/browserWay.ts: the way without Excel: a dropped file in, a file to save out. Nothing is sent anywhere.
// The .xlsx adapter and the example are chunks of their own, loaded when first needed.
import type { Work } from "../../domain/steps";
import { baseName } from "../run/saving";
import { paneTextsOf } from "../../text/pane";
import type { ExampleName } from "../../text/paneTexts";
import type { BrowserWay, NamedBytes, Source } from "./way";

const fileTypes = {
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
} as const;

export const browserWay: BrowserWay = { kind: "browser", readFile, example };

async function readFile(file: NamedBytes, work?: Work): Promise<Source> {
  const { openXlsx } = await import(/* webpackChunkName: "xlsx" */ "../../workbook/file/xlsxWorkbook");
  const opened = openXlsx(file.bytes, file.name);
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
      const target = openXlsx(file.bytes, file.name);
      if (choices !== null) await target.keepChoices(choices);
      await writeTabs(analysis, target, options, delivering);
      return {
        kind: "file",
        name: paneTextsOf(options.texts.language)
          .deliver.fileName(baseName(file.name), options.today)
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
