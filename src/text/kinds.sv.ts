// src/text/kinds.sv.ts: income, costs and result in Swedish.
import type { KindTexts } from "./kinds";

export const kindsSv: KindTexts = {
  heading: "Slag",
  names: { income: "intäkt", cost: "kostnad", net: "netto" },
  line: "Intäkt eller kostnadsslag",
  perLine: "Per intäkt och kostnadsslag",
  chartNote: "Åt höger: bättre än budget. Åt vänster: sämre.",
  allLines: "Resultat",
  sections: { income: "Intäkter", cost: "Kostnader", net: "Nettoposter" },
  sums: { income: "Summa intäkter", cost: "Summa kostnader", net: "Summa nettoposter" },
  result: "Resultat",
  way: {
    income: { better: "högre intäkt än budget", worse: "lägre intäkt än budget" },
    cost: { better: "lägre kostnad än budget", worse: "högre kostnad än budget" },
    net: { better: "bättre netto än budget", worse: "sämre netto än budget" },
  },
  signNote: (orientation, sign) =>
    ({
      "costs-negative":
        "Intäkter står som positiva och kostnader som negativa tal, som i källan. Avvikelse = utfall − budget: plus är bättre än budget, en högre intäkt eller en lägre kostnad.",
      "all-positive":
        "Intäkter och kostnader står som positiva tal, som i källan. Avvikelse: intäkter utfall − budget, kostnader budget − utfall; resultat är intäkter minus kostnader. Plus är bättre än budget.",
      ledger:
        "Intäkter står som negativa och kostnader som positiva tal, som i källan. Avvikelse = budget − utfall: plus är bättre än budget, en högre intäkt eller en lägre kostnad.",
      "income-only":
        sign === "negative"
          ? "Intäkter står som positiva tal, som i källan. Avvikelse = utfall − budget: plus är högre intäkt än budget."
          : "Intäkter står som negativa tal, som i källan. Avvikelse = budget − utfall: plus är högre intäkt än budget.",
      "costs-only": "",
    })[orientation],
  written: "Belopp skrivna som",
  orientations: {
    "costs-negative": "Intäkter positiva, kostnader negativa",
    "all-positive": "Intäkter och kostnader positiva",
    ledger: "Intäkter negativa, kostnader positiva",
    "costs-only": "Bara kostnader",
    "income-only": "Bara intäkter",
  },
  chartTitles: {
    income: "Avvikelse per intäkt",
    cost: "Avvikelse per kostnadsslag",
    net: "Avvikelse per nettopost",
  },
  chartTitle: "Avvikelse per intäkt och kostnadsslag",
  chartAxis: (unit) => `${unit}, plus är bättre än budget`,
  markedOf: ["Väsentliga avvikelser: ", " av ", " rader."],
  otherLines: {
    income: { none: "Inga fler intäkter", one: "En intäkt till", many: " intäkter till" },
    cost: { none: "Inga fler kostnadsslag", one: "Ett kostnadsslag till", many: " kostnadsslag till" },
    net: { none: "Inga fler nettoposter", one: "En nettopost till", many: " nettoposter till" },
  },
  offsetting: (favourable, unfavourable, unit) => [
    ` (${favourable} ${unit}) och `,
    ` (${unfavourable} ${unit}) kan vara en och samma intäkt: budgeterad på den ena raden och bokförd på den andra.`,
  ],
  perPeriodOf: { income: "intäkter", cost: "kostnader", net: "nettoposter" },
  explained: (explained, stated) =>
    stated === 1
      ? "Den summa eller det resultat som källan anger stämmer inte med raderna."
      : `Av ${stated} summor, resultat och avvikelser som källan anger stämmer ${explained} med raderna.`,
  allExplained: (stated) =>
    stated === 1
      ? "Den summa eller det resultat som källan anger stämmer med raderna."
      : `Alla ${stated} summor, resultat och avvikelser som källan anger stämmer med raderna.`,
  nothingStated:
    "Källan anger inga summor, resultat eller avvikelser. Det finns inget i den att stämma av raderna mot.",
  equity: {
    heading: "Eget kapital",
    opening: "Ingående eget kapital",
    change: "Förändring av eget kapital",
    closing: "Utgående eget kapital",
    decided: "Beslutad storlek på eget kapital",
    aboveDecided: "Över den beslutade storleken",
    action: "Kontrollera eget kapital i källan: utgående ska vara ingående plus periodens resultat.",
  },
};
