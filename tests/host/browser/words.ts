// tests/host/browser/words.ts: the words of the page that plays Excel, in Swedish and English. The pane brings its own.
import type { CaseName, Locale } from "./choices";

export interface Words {
  readonly simulation: string;
  readonly simulationNote: string;
  readonly file: string;
  readonly cases: Readonly<Record<CaseName, string>>;
  readonly openFile: string;
  readonly ownFile: string;
  readonly language: string;
  readonly protectSheet: string;
  readonly protectStructure: string;
  readonly editMode: string;
  readonly version: string;
  readonly tooOld: string;
  readonly paneWidth: string;
  readonly reloadPane: string;
  readonly closePane: string;
  readonly showPane: string;
  readonly nameBox: string;
  readonly formulaBar: string;
  readonly sheetTabs: string;
  readonly hiddenSheets: (count: number) => string;
  readonly ready: string;
  readonly editing: string;
  readonly protectedSheet: string;
  readonly notOpened: (name: string) => string;
  readonly notEntered: (message: string) => string;
  readonly noSuchPlace: (address: string) => string;
  readonly calculation: string;
  readonly allSheetsHidden: string;
}

const sv: Words = {
  simulation: "Simulering – inte Excel",
  simulationNote: "Ett blad i webbläsaren som svarar tillägget så som Excel gör. Inget sparas och inget skickas.",
  file: "Arbetsbok",
  cases: { husamradet: "Exempel: Husamrådet", resan: "Exempel: RESAN" },
  openFile: "Öppna egen .xlsx …",
  ownFile: "Egen fil",
  language: "Språk",
  protectSheet: "Skydda bladet",
  protectStructure: "Skydda strukturen",
  editMode: "Cell redigeras",
  version: "Excel",
  tooOld: "för gammal",
  paneWidth: "Panelens bredd",
  reloadPane: "Ladda om panelen",
  closePane: "Stäng panelen",
  showPane: "Visa Samkalkyl",
  nameBox: "Namnruta",
  formulaBar: "Formelfält",
  sheetTabs: "Blad",
  hiddenSheets: (count) => (count === 1 ? "1 dolt blad" : `${count} dolda blad`),
  ready: "Klar",
  editing: "Redigera",
  protectedSheet: "Bladet är skyddat.",
  notOpened: (name) => `${name} gick inte att öppna: det är ingen .xlsx-arbetsbok, eller den är skadad.`,
  notEntered: (message) => `Gick inte att skriva i cellen: ${message}`,
  noSuchPlace: (address) => `Det finns ingen plats som heter ${address}.`,
  calculation: "Formler räknas av simuleringen, inte av Excel",
  allSheetsHidden: "Alla blad är dolda.",
};

const en: Words = {
  simulation: "Simulation – not Excel",
  simulationNote: "A sheet in the browser that answers the add-in as Excel does. Nothing is saved and nothing is sent.",
  file: "Workbook",
  cases: { husamradet: "Example: Husamrådet", resan: "Example: RESAN" },
  openFile: "Open your own .xlsx …",
  ownFile: "Your file",
  language: "Language",
  protectSheet: "Protect sheet",
  protectStructure: "Protect structure",
  editMode: "Cell being edited",
  version: "Excel",
  tooOld: "too old",
  paneWidth: "Pane width",
  reloadPane: "Reload the pane",
  closePane: "Close the pane",
  showPane: "Show Samkalkyl",
  nameBox: "Name box",
  formulaBar: "Formula bar",
  sheetTabs: "Sheets",
  hiddenSheets: (count) => (count === 1 ? "1 hidden sheet" : `${count} hidden sheets`),
  ready: "Ready",
  editing: "Edit",
  protectedSheet: "The sheet is protected.",
  notOpened: (name) => `${name} could not be opened: it is no .xlsx workbook, or it is damaged.`,
  notEntered: (message) => `The cell did not take it: ${message}`,
  noSuchPlace: (address) => `There is no place called ${address}.`,
  calculation: "Formulas are calculated by the simulation, not by Excel",
  allSheetsHidden: "All sheets are hidden.",
};

export function wordsOf(locale: Locale): Words {
  return locale === "en-US" ? en : sv;
}
