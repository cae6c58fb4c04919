// src/pane/main.tsx: starts the page: inside Excel it works on the open workbook, anywhere else on files.
import "./style/app.css";
import "./style/result.css";
import "./style/returns.css";
import "./style/sheet.css";
import "./style/work.css";
import "./style/explain.css";
import "./style/mapping.css";
import "./style/kept.css";
import "./style/board.css";
import "./style/print.css";
import "./parts/fluent";
import { render } from "preact";
import { languageOf } from "../text/language";
import { App } from "./app";
import { followSystemTheme, useTheme } from "./shell/theme";
import { keepTabOrder } from "./shell/officeKeys";
import { preload } from "./shell/preload";
import { chosenMode } from "./modes/chosenMode";

/** Missing where there is no host, whatever its type says. */
function officeContext(): Office.Context | undefined {
  return typeof Office === "undefined" ? undefined : Office.context;
}

async function start(): Promise<void> {
  followSystemTheme();
  const root = document.getElementById("app");
  if (root === null) throw new Error("the page has no #app");
  const { mode, without } = await chosenMode();
  const officeTheme = mode.kind === "excel" ? Office.context.officeTheme : undefined;
  if (typeof Office !== "undefined") keepTabOrder();
  if (officeTheme !== undefined) useTheme(isDark(officeTheme.bodyBackgroundColor));
  root.replaceChildren();
  render(<App mode={mode} without={without} startLanguage={languageOf(officeContext()?.displayLanguage)} />, root);
  preload(mode);
}

/** `#rrggbb`, darker than middle grey. */
function isDark(colour: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
  return 0.299 * (red ?? 255) + 0.587 * (green ?? 255) + 0.114 * (blue ?? 255) < 128;
}

start().catch((bug: unknown) => {
  // Before there is a page to say it on.
  document.body.textContent = `Samkalkyl kunde inte starta. Kontrollera att datorn har kontakt med nätet och öppna sidan igen. Samkalkyl could not start. Check that the computer is connected and open the page again. ${String(bug)}`;
});
