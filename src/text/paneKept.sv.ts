// src/text/paneKept.sv.ts: people's own values and texts, and what writing will change, in Swedish.
import type { KeptPaneTexts } from "./paneKept";

export const keptPaneSv: KeptPaneTexts = {
  own: {
    heading: (count) => `Era egna värden från fliken Antaganden (${count})`,
    note: "De gäller före scenariot och före antaganden i andra blad.",
    instead: (value, before) => `${value} i stället för ${before}`,
    takeBack: "Återställ",
    takeBackOf: (what) => `Återställ ${what}`,
    takeBackAll: "Återställ alla",
    takenBack: "Era egna värden är återställda här, och i fliken när flikarna skrivs.",
    undo: "Ångra",
  },
  changes: {
    heading: "Det här ändras när flikarna skrivs",
    short: (figures, overwritten) =>
      [
        ...(figures === 0
          ? []
          : [figures === 1 ? "1 siffra i flikarna ändras." : `${figures} siffror i flikarna ändras.`]),
        ...(overwritten === 0
          ? []
          : [
              `${overwritten === 1 ? "1 sak" : `${overwritten} saker`} som ni skrivit flyttas till Kvar från tidigare.`,
            ]),
      ].join(" "),
    show: "Visa vad",
    none: "Inga siffror ändras i de flikar som redan finns.",
    lead: "Det ni skrivit i de gula cellerna finns kvar.",
    kinds: {
      new: "ny flik",
      same: "oförändrad",
      removed: "tas bort",
      figures: (count) => (count === 1 ? "1 siffra ändras" : `${count} siffror ändras`),
      added: (rows) => `nya rader: ${rows}`,
      gone: (rows) => `rader som försvinner: ${rows}`,
    },
    others: (names) => `Oförändrade: ${names}`,
    change: (before, after) => `${before} → ${after}`,
    empty: "tomt",
    more: (count) => `och ${count} till`,
    overwritten: "Skrivet där flikarna skrivs över",
    overwrittenNote:
      "Det tas inte bort: det läggs sist på fliken (ändrade rader på Underlag sist på Kontroller), under Kvar från tidigare.",
    reasons: {
      formula: "över en formel",
      constant: "över en text eller siffra",
      empty: "bredvid det som skrivs",
      value: "en formel där bara värdet behålls på sin plats",
      assumption: "en egen rad, som inte räknas med",
      unusable: "går inte att räkna med",
      gone: "raden finns inte längre",
      source: "ändrad rad i en flik som görs om från era egna blad",
    },
  },
  head: { heading: "Överst på flikarna", note: "Står på alla flikar och finns kvar till nästa gång." },
};
