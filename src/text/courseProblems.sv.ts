// src/text/courseProblems.sv.ts: what the law's rules of how long supports last have against a row, or what a course rests on, in Swedish.
import type { CourseProblemTexts } from "./problems";

const none = "Ingen åtgärd behövs om det stämmer.";
const people = (persons: number): string => (persons === 1 ? "en deltagare" : `${persons} deltagare`);
const units = { day: "dagar", week: "veckor", month: "månader" } as const;

export const courseProblemsSv: CourseProblemTexts = {
  "used-above-limit": ({ used, most, unit, rule, heading }) => ({
    what: `${heading} är ${used} ${units[unit]}, men ${rule} ger högst ${most}. Raden är inte med.`,
    action: `Rätta ${heading}, eller skriv vilken regel som gäller i kolumnen Ersättningsperiod.`,
  }),
  "used-not-usable": ({ used, heading }) => ({
    what: `${heading} är ${used}, vilket inte går att räkna med. Raden är inte med.`,
    action: `Skriv ett tal från 0 och uppåt med högst två decimaler i ${heading}, eller lämna cellen tom.`,
  }),
  "unknown-variant": ({ text, heading, known }) => ({
    what: `"${text}" i kolumnen ${heading} är ingen regel för stödet. Raden är inte med.`,
    action: `Skriv någon av ${known}, eller lämna cellen tom: då räknas den längsta, vilket sägs.`,
  }),
  "successor-same-support": ({ text, heading }) => ({
    what: `${heading} är ${text}, samma stöd som det som tar slut. Raden är inte med.`,
    action: `Skriv det stöd som annars hade följt i ${heading}, eller töm cellen och dess belopp.`,
  }),
  "successor-of-both": ({ text, heading }) => ({
    what: `Både stödet före och aktivitetsersättningen efter tar slut, och det går inte att se vilket av dem som ${heading}, ${text}, följer på. Raden är inte med.`,
    action: `Töm ${heading} och dess belopp: då slutar jämförelsen när det första av dem tar slut.`,
  }),
  "successor-basic-or-income": ({ heading }) => ({
    what: `${heading} är aktivitetsstöd efter a-kassa med ett belopp som är grundbeloppet. Grundbelopp betalas i högst 450 dagar, inkomstbaserat stöd har ingen sista dag. Raden är inte med.`,
    action: `Skriv "Aktivitetsstöd, grundbelopp" eller "Aktivitetsstöd, inkomstbaserat" i ${heading}.`,
  }),
  "programme-without-last-day": ({ rule, heading }) => ({
    what: `${rule} varar så länge programmet gör, och den sista dagen är inte angiven. Raden är inte med.`,
    action: `Skriv stödets sista dag, till exempel 2027-03-31, i kolumnen ${heading}.`,
  }),
  "unemployment-before-new-law": ({ month, heading }) => ({
    what: `A-kassa med ${month} som sista månad är beviljad enligt lag 1997:238, vars dagar räknas på annat sätt. Raden är inte med.`,
    action: `Skriv hur många dagar av 300 (eller av den ersättningsperiod som anges) som är förbrukade i kolumnen ${heading}.`,
  }),
  "rule-expired": ({ rule, last, paragraph, heading }) => ({
    what: `${rule} i kolumnen ${heading} fanns till och med ${last} (${paragraph}) och börjar här senare. Raden är inte med.`,
    action: "Rätta stödet eller månaden.",
  }),
  "age-outside-rule": ({ rule, age, paragraph, heading }) => ({
    what: `${rule} i kolumnen ${heading} ges inte vid ${age} år (${paragraph}). Raden är inte med.`,
    action: "Kontrollera födelsedatum och månad, eller vilket stöd det är.",
  }),
  "support-used-up": ({ rule, last, why }) => ({
    what: `Av ${rule} finns inget kvar enligt lagen efter den sista månaden (${
      {
        units: "tiden är förbrukad",
        age: "åldersgränsen är nådd",
        rule: `stödet fanns till och med ${last}`,
        "last-day": "Stödets sista dag ligger före",
      }[why]
    }), och Därefter är inte angivet. Det finns inget att räkna, så raden är inte med.`,
    action: `Skriv det stöd som annars hade följt i Därefter och Belopp därefter, eller rätta ${
      {
        units: "Förbrukat av stödet",
        age: "födelsedatum eller sista månad",
        rule: "stödet eller månaden",
        "last-day": "Stödets sista dag",
      }[why]
    }.`,
  }),
  "variant-assumed": ({ support, rule, persons }) => ({
    what: `För ${people(persons)} med ${support} är det inte sagt vilken variant som gäller. Räknat är ${rule}: den längsta, eller den som beloppet eller åldern ger.`,
    action: "Skriv regeln i Ersättningsperiod (stödet före) eller Regel efter.",
  }),
  "used-unknown": ({ support, persons }) => ({
    what: `Hur mycket av ${support} som är förbrukat är inte angivet för ${people(persons)}. Det har räknats som att inget är förbrukat; hur lite det kan vara står bredvid.`,
    action: "Skriv det i kolumnen Förbrukat av stödet.",
  }),
  "level-assumed": ({ support, persons }) => ({
    what: `Nivån i ${support} är inte angiven för ${people(persons)}. 80 procent har räknats.`,
    action: "Skriv till exempel 300/60 i kolumnen Ersättningsperiod om nivån är en annan.",
  }),
  "earlier-rule": ({ rule, from, persons }) => ({
    what: `${rule}: regeln från ${from} har använts för tidigare månader (${people(persons)}).`,
    action: none,
  }),
  "rule-ends": ({ rule, last, persons }) => ({
    what: `${rule} upphör enligt lagen ${last}, och räknas inte längre än så (${people(persons)}).`,
    action: none,
  }),
  "successor-not-stated": ({ support, known, persons }) => ({
    what: `${support} tar slut enligt lagen, och vad som annars hade följt är inte angivet för ${people(persons)}. Jämförelsen slutar där, och inget är tillagt.${known === "" ? "" : ` Det vanliga är: ${known}.`}`,
    action: "Fyll i Därefter och Belopp därefter om ett annat stöd hade följt.",
  }),
  "cost-goes-on": ({ support, persons, amount }) => ({
    what: `För ${people(persons)} slutar jämförelsen före pensionen, men kostnaden efter, ${support}, fortsätter: ${amount} kr i månaden tillsammans. Det är inte räknat.`,
    action: "Fyll i Därefter om stödet före hade följts av ett annat.",
  }),
};
