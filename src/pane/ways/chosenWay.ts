// src/pane/ways/chosenWay.ts: which way the page works: inside an Excel that can do what is needed, else on files, and why.
import type { WithoutExcel } from "../../text/paneWork";
import { requirementSet } from "../../workbook/excel/requirementSet";
import type { Way } from "./way";
import { browserWay } from "./browserWay";

/** `without`: the page was opened to work in Excel and cannot; null: it works as it was opened to. */
export interface Chosen {
  readonly way: Way;
  readonly without: WithoutExcel | null;
}

/** Office.js is only on the page that Excel opens; opened in a browser, that page finds no host and works on files too. */
export async function chosenWay(): Promise<Chosen> {
  if (typeof Office === "undefined") return { way: browserWay, without: asksForOffice() ? "office-not-loaded" : null };
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return { way: browserWay, without: null };
  const { name, minVersion } = requirementSet;
  if (!Office.context.requirements.isSetSupported(name, minVersion))
    return { way: browserWay, without: "excel-too-old" };
  const { excelWay } = await import(/* webpackChunkName: "excel" */ "./excelWay");
  return { way: excelWay, without: null };
}

function asksForOffice(): boolean {
  return document.querySelector('script[src$="/office.js"]') !== null;
}
