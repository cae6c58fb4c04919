// src/text/paneWork.sv.ts: work under way, a changed source and what is lacking, in Swedish.
import type { WorkTexts } from "./paneWork";

export const workSv: WorkTexts = {
  cancel: "Avbryt",
  cancelled: "Avbrutet. Inget är ändrat.",
  committed: "Flikarna skrivs. Det går inte att avbryta nu.",
  done: (percent) => `${percent} %`,
  notLoaded:
    "En del av Samkalkyl kunde inte hämtas. Kontrollera att datorn har kontakt med nätet och försök igen. Inget i arbetsboken är ändrat.",
  again: "Försök igen",
  unfinished: {
    heading: "Den förra skrivningen blev inte klar",
    text: "Några av flikarna kan vara ofullständiga. Skriv flikarna igen innan ni använder siffrorna i dem. Era egna blad är orörda.",
  },
  withoutExcel: {
    "excel-too-old": {
      heading: "Den här versionen av Excel är för gammal",
      text: "Samkalkyl behöver Excel 2021, Microsoft 365 eller Excel på webben för att arbeta i den öppna arbetsboken. Spara arbetsboken och öppna filen här i stället: resultatet blir detsamma, som en ny fil.",
    },
    "office-not-loaded": {
      heading: "Kontakten med Excel saknas",
      text: "Excels del för tillägg kunde inte hämtas från Microsoft (officeapis.public.onecdn.static.microsoft eller appsforoffice.microsoft.com). Kontrollera att datorn har kontakt med nätet och öppna rutan igen. Så länge går det att öppna arbetsboken som fil här.",
    },
    "office-silent": {
      heading: "Excel svarar inte",
      text: "Rutan har väntat i 20 sekunder utan svar från Excel. Stäng rutan och öppna den igen, eller starta om Excel. Hjälper inte det kan ett filter på nätet stoppa Microsofts filer: be it-stöd att släppa fram officeapis.public.onecdn.static.microsoft och appsforoffice.microsoft.com. Så länge går det att spara arbetsboken och öppna den som fil här.",
    },
  },
  changed: {
    heading: "Underlaget har ändrats",
    places: (count) => (count === 1 ? "på 1 ställe" : `på ${count} ställen`),
    show: "Visa vad som ändrats",
    more: (count) => (count === 1 ? "… och 1 ställe till" : `… och ${count} ställen till`),
    fromTo: (before, after) => `${before} → ${after}`,
    moved: "rader, kolumner eller celler har infogats eller tagits bort",
    times: (count) => `ändrat ${count} gånger`,
    added: "nytt blad",
    deleted: "bladet är borttaget",
    update: "Uppdatera",
    note: "Siffrorna här är från före ändringen. Dina val behålls.",
  },
};
