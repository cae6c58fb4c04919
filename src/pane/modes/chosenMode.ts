// src/pane/modes/chosenMode.ts: which way the page works: inside an Excel that can do what is needed, else on files, and why.
import type { WithoutExcel } from "../../text/paneWork";
import { requirementSet } from "../../workbook/excel/requirementSet";
import type { HostMode } from "./hostMode";
import { browserMode } from "./browserMode";

/** `without`: the page was opened to work in Excel and cannot; null: it works as it was opened to. */
export interface Chosen {
  readonly mode: HostMode;
  readonly without: WithoutExcel | null;
}

/**
 * How long Excel may take to answer, in ms. Office.onReady neither ends nor fails where a part of office.js is stopped on the way
 * (office-js#6040, #6148): without a limit the page would stand at its first words for ever.
 */
export const OFFICE_PATIENCE = 20_000;

/** Office.js is only on the page that Excel opens; opened in a browser, that page finds no host and works on files too. */
export async function chosenMode(): Promise<Chosen> {
  if (typeof Office === "undefined")
    return { mode: browserMode, without: asksForOffice() ? "office-not-loaded" : null };
  const ready = await inTime(Office.onReady());
  if (ready === null) return { mode: browserMode, without: "office-silent" };
  const { host } = ready;
  if (host !== Office.HostType.Excel) return { mode: browserMode, without: null };
  const { name, minVersion } = requirementSet;
  if (!Office.context.requirements.isSetSupported(name, minVersion))
    return { mode: browserMode, without: "excel-too-old" };
  const { excelMode } = await import(/* webpackChunkName: "excel" */ "./excelMode");
  return { mode: excelMode, without: null };
}

/** Null: it has not come in time. */
async function inTime<Value>(coming: Promise<Value>): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, OFFICE_PATIENCE, null);
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}

function asksForOffice(): boolean {
  return document.querySelector('script[src$="/office.js"]') !== null;
}
