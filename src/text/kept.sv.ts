// src/text/kept.sv.ts: what people wrote in tabs of ours, in Swedish.
import { Decimal } from "../domain/money";
import { percentText, numberText } from "./format";
import type { KeptProblemTexts, KeptTexts } from "./kept";

export const keptSv: KeptTexts = {
  heading: "Kvar från tidigare",
  note: "Det här stod i flikarna och är skrivet av någon av er, men har ingen egen plats i den nya körningen. Inget tas bort: töm cellen när det inte behövs längre.",
  columns: { place: "Var det stod", content: "Det som stod där", reason: "Varför det står här" },
  reasons: {
    formula: "Skrivet över en formel: formeln är tillbaka",
    constant: "Skrivet över en text eller siffra som varje körning skriver",
    empty: "Skrivet bredvid det som fliken har plats för",
    value: "Formeln är borttagen: det den gav står kvar på sin plats",
    assumption: "En egen rad, som inte räknas med",
    unusable: "Går inte att räkna med",
    gone: "Raden finns inte längre i underlaget",
    source: "Ändrad rad i en flik som varje körning gör om från era egna blad: ändra i ert eget blad",
  },
};

/** An assumption's value: a share or a rate in per cent, a target as a number. */
export function ownValueSv(value: string, unit: "share" | "ratio"): string {
  const number = new Decimal(value);
  return unit === "ratio"
    ? numberText(number, Math.min(2, number.decimalPlaces()), "sv")
    : percentText(number, Math.min(3, Math.max(0, number.times(100).decimalPlaces())), "sv");
}

export const keptProblemsSv: KeptProblemTexts = {
  "own-assumption": ({ what, before, value, unit }) => ({
    what: `${what}: ert eget värde ${ownValueSv(value, unit)} används i stället för ${ownValueSv(before, unit)}.`,
    action: "Töm cellen på fliken för att gå tillbaka.",
  }),
  "own-assumption-unusable": ({ what, value, unit, reason }) => ({
    what: `${what}: ert eget värde ${ownValueSv(value, unit)} går inte att räkna med, ${
      {
        order: "för det ska vara Lågt ≤ Valt ≤ Högt",
        range: "för det ligger utanför vad det kan vara",
        sum: "för andelarna blir inte 100 % tillsammans (eller 0 % där ingen betalar)",
      }[reason]
    }. Det används inte, men står kvar sist på fliken.`,
    action: "Rätta värdet på fliken och läs om.",
  }),
  "own-assumption-unreadable": ({ what, content }) => ({
    what: `${what}: "${content}" är inget tal. Det används inte, men står kvar sist på fliken.`,
    action: "Skriv ett tal, till exempel 0,1 eller 10 %.",
  }),
  "left-over": ({ what, content }) => ({
    what: `${what === "" ? "Här" : what}: någon har skrivit "${content}" där varje körning skriver. Det står kvar under Kvar från tidigare.`,
    action: "Skriv i de gula cellerna; de behålls på sin plats.",
  }),
  "added-assumption": ({ what }) => ({
    what: `"${what}" är en egen rad på fliken. Den räknas inte med: bara de antaganden som fliken har en rad för används i formlerna.`,
    action:
      "Skriv värdet på den av flikens rader som det hör till. Raden står kvar sist på fliken tills ni tömmer den.",
  }),
  "source-rows-changed": ({ rows }) => ({
    what: `${rows === 1 ? "En rad är ändrad" : `${rows} rader är ändrade`} här, men fliken görs om från era egna blad vid varje körning och ändringen räknas inte med.`,
    action: "Ändra i ert eget blad, dit kolumnen Källa leder. Det som stod här finns under Kvar från tidigare.",
  }),
  "unfinished-tab": () => ({
    what: "Fliken är inte färdigskriven (skrivningen avbröts), eller skriven av en äldre version. Den görs om.",
    action:
      "Kommentarer under Orsak, Åtgärd, Ansvarig och Klart följer med. Har ni ändrat något annat på fliken, anteckna det först.",
  }),
};
