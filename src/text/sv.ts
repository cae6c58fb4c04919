// src/text/sv.ts: Swedish, the default language.
import { finalSv } from "./finalReport.sv";
import { hostSv } from "./host.sv";
import { problemsSv } from "./problems.sv";
import { returnTabsSv } from "./returnTabs.sv";
import { tabsSv } from "./tabs.sv";
import { terminalSv } from "./terminal.sv";
import type { Texts } from "./texts";

export const sv: Texts = {
  language: "sv",
  tabs: tabsSv,
  returnTabs: returnTabsSv,
  final: finalSv,
  problems: problemsSv,
  severity: { refuse: "Avvisat", block: "Tabellen utelämnad", error: "Undantaget", note: "Anmärkning" },
  host: hostSv,
  terminal: terminalSv,
};
