// src/pane/main.tsx: starts the page: inside Excel it works on the open workbook, anywhere else on files.
import "./style/app.css";
import "./style/result.css";
import "./style/returns.css";
import "./style/sheet.css";
import "./style/print.css";
import "./fluent";
import { render } from "preact";
import type { Language } from "../text/texts";
import { App } from "./app";
import { followSystemTheme, useTheme } from "./theme";
import type { Way } from "./way";
import { browserWay } from "./ways/browserWay";

/** Office.js is only on the page that Excel opens; opened in a browser, that page finds no host and works on files too. */
async function wayOf(): Promise<Way> {
  if (typeof Office === "undefined") return browserWay;
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return browserWay;
  const { excelWay } = await import(/* webpackChunkName: "excel" */ "./ways/excelWay");
  return excelWay;
}

/** Excel's display language; Swedish anywhere else, as the users are. */
function languageOf(): Language {
  return /^en/i.test(officeContext()?.displayLanguage ?? "sv") ? "en" : "sv";
}

/** Missing where there is no host, whatever its type says. */
function officeContext(): Office.Context | undefined {
  return typeof Office === "undefined" ? undefined : Office.context;
}

async function start(): Promise<void> {
  followSystemTheme();
  const root = document.getElementById("app");
  if (root === null) throw new Error("the page has no #app");
  const way = await wayOf();
  const officeTheme = way.kind === "excel" ? Office.context.officeTheme : undefined;
  if (officeTheme !== undefined) useTheme(isDark(officeTheme.bodyBackgroundColor));
  render(<App way={way} startLanguage={languageOf()} />, root);
}

/** `#rrggbb`, darker than middle grey. */
function isDark(colour: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
  return 0.299 * (red ?? 255) + 0.587 * (green ?? 255) + 0.114 * (blue ?? 255) < 128;
}

start().catch((bug: unknown) => {
  // Before there is a page to say it on.
  document.body.textContent = `Samkalkyl kunde inte starta. Samkalkyl could not start. ${String(bug)}`;
});
