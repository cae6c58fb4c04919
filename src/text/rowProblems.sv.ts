// src/text/rowProblems.sv.ts: what can be wrong in tables of persons, contributions, assumptions, goals and claims, in Swedish.
import { Decimal } from "../domain/money";
import { numberText } from "./format";
import type { RowProblemTexts } from "./problems";

const kr = (amount: string): string => `${numberText(new Decimal(amount), 0, "sv")} kr`;
const reread = "Rätta cellen och kör igen.";
const none = "Ingen åtgärd behövs.";
const inColumn = (heading: string): string => (heading === "" ? "" : ` (${heading})`);

const assumptions: Readonly<Record<string, string>> = {
  deadweight: "Dödvikt",
  outflow: "Utflöde utan insats",
  others: "Andel som beror på andra insatser",
  correction: "Säkerhetsavdrag",
  rate: "Kalkylränta",
  tax: "Skatt",
  uprating: "Uppräkning",
  persistence: "Varaktighet",
};

/** `deadweight` or `uprating, Sjukersättning` in words; anything else as it is. */
function assumption(what: string): string {
  const [kind = "", ...rest] = what.split(", ");
  return [assumptions[kind] ?? kind, ...rest].join(", ");
}

/** A decimal string as people write it. */
function number(value: string): string {
  const decimal = new Decimal(value);
  return numberText(decimal, decimal.decimalPlaces(), "sv");
}

/** Kinds of tables by what they are about. */
const TABLE_KINDS: Readonly<Record<string, string>> = {
  contributions: "vad parterna satsar",
  participants: "deltagare",
  goals: "mål",
  claims: "uppgifter att kontrollera",
  assumptions: "antaganden",
  "before-after": "personer före och efter",
  counts: "planerat och faktiskt antal",
  sources: "vem som betalar vilket stöd",
};

function tableKind(kind: string): string {
  return TABLE_KINDS[kind] ?? kind;
}

export const rowProblemsSv: RowProblemTexts = {
  "duplicate-row": ({ what, other }) => ({
    what: `${assumption(what)} finns två gånger, också på ${other}. Tabellen är utelämnad.`,
    action: "Ta bort den ena raden, eller slå ihop dem, och kör igen.",
  }),
  "missing-column": ({ headings, seen }) => ({
    what: `Tabellen saknar kolumnen ${headings} och är utelämnad. Rubrikerna som står där är: ${seen}.`,
    action:
      "Finns kolumnen under ett annat namn: välj den under Ändra hur tabellen lästes. Lägg annars till den, med den rubriken.",
  }),
  "nearly-a-table": ({ seen, kind, sv }) => ({
    what: `Raden med ${seen} liknar rubrikerna i en tabell över ${tableKind(kind)}, men ${sv} saknas. Raderna under är inte med.`,
    action: `Är det en sådan tabell: skriv rubriken ${sv} över rätt kolumn, eller peka ut kolumnerna under Saknas en tabell? i rutan. Annars behövs ingen åtgärd.`,
  }),
  "years-contradict": ({ heading, year }) => ({
    what: `Rubriken ${heading} gäller ett annat år än raderna (${year}). Tabellen är utelämnad.`,
    action: "Skriv samma år i rubriken och i kolumnen År, eller ta bort året ur rubriken.",
  }),
  "volumes-of-other-months": ({ from, costs }) => ({
    what: `Antalen gäller insatsen från ${from}, men tabellen har kostnader först från ${costs}. Kostnad per deltagare räknas därför inte.`,
    action: `Lägg till kostnaderna från ${from}, eller ange antal och Insatstid från för de månader som tabellen har.`,
  }),
  "money-column-not-used": ({ heading }) => ({
    what: `Kolumnen ${heading === "" ? "utan rubrik" : heading} innehåller belopp som inte används.`,
    action: "Ska de vara med: välj vad kolumnen är under Ändra hur tabellen lästes.",
  }),
  "shares-not-one": ({ what, sum }) => ({
    what: `Andelarna för ${what} är tillsammans ${number(sum)}, inte 1. Tabellen är utelämnad.`,
    action: "Rätta andelarna så att de är 1 (100 %) tillsammans, och kör igen.",
  }),
  "missing-key": ({ heading }) => ({
    what: `Raden saknar ${heading} och är inte med.`,
    action: "Fyll i cellen, eller ta bort raden.",
  }),
  "missing-amount": ({ what, heading, levels = "" }) => ({
    what: `${what} saknar ${heading} och är inte med.`,
    action: `Fyll i cellen och kör igen.${levels === "" ? "" : ` Inget är ifyllt åt er. En hel månad är: ${levels}.`}`,
  }),
  "missing-support": ({ heading }) => ({
    what: `Raden saknar ${heading} och är inte med.`,
    action: "Skriv vilken försörjningen är.",
  }),
  "unknown-support": ({ text, heading, known }) => ({
    what: `Försörjningen "${text}"${inColumn(heading)} är okänd, så raden är inte med.`,
    action: `Skriv något av dessa stöd: ${known}. Saknas stödet: lägg till det i en egen tabell med rubrikerna Försörjning, Betalas av och Andel.`,
  }),
  "support-is-agency": ({ text, heading, known }) => ({
    what: `"${text}"${inColumn(heading)} är en part som betalar stöd, inte ett stöd, så raden är inte med.`,
    action: `Skriv vilket stöd det är: ${known}.`,
  }),
  "unreadable-number": ({ text, heading }) => ({
    what: `"${text}" står där ett tal väntas${inColumn(heading)}.`,
    action: "Skriv ett tal eller en procentsats.",
  }),
  "unreadable-date": ({ text, heading }) => ({
    what: `"${text}"${inColumn(heading)} går inte att tolka som datum.`,
    action: "Skriv till exempel 2023-12-31 eller 2023-12; för födelsedatum också bara året.",
  }),
  "not-a-count": ({ text, heading }) => ({
    what: `"${text}"${inColumn(heading)} är inget antal personer.`,
    action: "Skriv ett helt tal som är 0 eller större.",
  }),
  "negative-amount": ({ amount, heading }) => ({
    what: `Beloppet ${amount}${inColumn(heading)} är negativt, så raden är inte med.`,
    action: "Skriv beloppet utan minustecken.",
  }),
  "zero-amount": ({ what }) => ({
    what: `Beloppet för ${what} är 0, men någon betalar den försörjningen. Raden är inte med.`,
    action: "Skriv vad som betalas per månad. Vid subventionerad anställning är det bidraget till arbetsgivaren.",
  }),
  "amount-looks-yearly": ({ amount, heading }) => ({
    what: `Beloppet ${amount}${inColumn(heading)} ser ut att gälla ett år, inte en månad. Raden är inte med.`,
    action: "Skriv beloppet per månad, eller skriv kr/år i kolumnens rubrik.",
  }),
  "amount-too-fine": ({ amount, heading }) => ({
    what: `Beloppet ${amount}${inColumn(heading)} är inte jämnt räknat per månad. Raden är inte med.`,
    action: "Skriv beloppet per månad, i kronor och ören.",
  }),
  "identity-like-id": () => ({
    what: "Deltagarens beteckning börjar med ett födelsedatum och kan vara ett personnummer. Raden är inte med.",
    action: "Använd löpnummer i stället.",
  }),
  "birth-years-differ": ({ first, second }) => ({
    what: `Födelsedatum (${first}) och födelseår (${second}) säger olika. Raden är inte med.`,
    action: reread,
  }),
  "implausible-age": ({ year, age, month }) => ({
    what: `Född ${year} ger åldern ${age} år i ${month}. Raden är inte med.`,
    action: "Kontrollera födelseår och sista månad.",
  }),
  "implausible-pension-age": ({ text }) => ({
    what: `Pensionsåldern "${text}" är inte rimlig. Raden är inte med.`,
    action: reread,
  }),
  "pension-age-unknown": ({ year }) => ({
    what: `Pensionsåldern för födda ${year} är okänd. Raden är inte med.`,
    action: "Skriv personens pensionsålder i kolumnen Pensionsålder.",
  }),
  "no-avoided-months": ({ month, pension }) => ({
    what: `Det finns inga månader att räkna: stödet upphörde ${month} och pensionen börjar ${pension}. Raden är inte med.`,
    action: "Kontrollera födelsedatum, sista månad och vad som följer därefter.",
  }),
  "activity-compensation-ended": ({ month, thirty }) => ({
    what: `Aktivitetsersättning upphör vid 30 år, här ${thirty}, och sista månad är ${month}. Det finns inga månader att räkna, så raden är inte med.`,
    action:
      "Kontrollera födelsedatum, sista månad och vilket stöd det är, eller skriv vad som följer i kolumnen Därefter.",
  }),
  "target-not-positive": ({ text }) => ({
    what: `Målet "${text}" går inte att räkna med: det ska vara större än 0.`,
    action: "Skriv kronor tillbaka per satsad krona, till exempel 4.",
  }),
  "years-not-used": ({ what, heading }) => ({
    what: `${what}: det som står under ${heading} går inte att räkna med, så raden är inte med.`,
    action:
      "Värden år för år kan anges för varaktighet och uppräkning, i kolumnerna År 1, År 2 … utan lucka. Töm annars cellerna.",
  }),
  "unknown-assumption": ({ text }) => ({
    what: `Antagandet "${text}" är okänt och används inte.`,
    action: "Använd namnen i fliken Antaganden.",
  }),
  "low-above-high": ({ what, low, high }) => ({
    what: `${assumption(what)}: det låga värdet ${number(low)} är större än det höga ${number(high)}. Antagandet används inte.`,
    action: "Rätta värdena och kör igen.",
  }),
  "base-outside-range": ({ what, base }) => ({
    what: `${assumption(what)}: basvärdet ${number(base)} ligger inte mellan det låga och det höga. Antagandet används inte.`,
    action: "Rätta värdena och kör igen.",
  }),
  "share-out-of-range": ({ what, value }) => ({
    what: `${assumption(what)}: ${number(value)} är ingen andel mellan 0 och 1. Värdet används inte.`,
    action: "Skriv till exempel 30 % eller 0,3.",
  }),
  "rate-too-low": ({ what, value }) => ({
    what: `${assumption(what)}: ${number(value)} är −100 % eller lägre och går inte att räkna med.`,
    action: "Skriv en högre procentsats.",
  }),
  "horizon-out-of-range": ({ text }) => ({
    what: `Horisonten "${text}" går inte att räkna med.`,
    action: "Välj 1, 2, 5 eller 10 år, eller till pension.",
  }),
  "share-against-number": ({ target, outcome }) => ({
    what: `${target} och ${outcome} går inte att jämföra: det ena är en andel, det andra ett antal.`,
    action: "Skriv båda som andel eller båda som antal, eller fyll i Bas.",
  }),
  "stated-total-differs": ({ what, stated, computed, difference }) => ({
    what: `Summan i bladet stämmer inte: ${what} är ${stated} i bladet och ${computed} beräknat (skillnad ${difference}).`,
    action: "Kontrollera summan och att alla rader är med. Det beräknade värdet används.",
  }),
  "unknown-agency": ({ text }) => ({
    what: `Parten "${text}" är okänd. Den räknas som övrig part.`,
    action: "Kontrollera stavningen. Kommuner och regioner behöver ordet kommun eller region i namnet.",
  }),
  "amounts-per-year": ({ heading }) => ({
    what: `Beloppen i ${heading} är per år. De är delade med 12.`,
    action: none,
  }),
  "last-month-missing": ({ persons, heading }) => ({
    what: `${persons === 1 ? "En deltagare har" : `${persons} deltagare har`} en annan försörjning efter men ingen ${heading}, och räknas som pågående, utan effekt.`,
    action: "Skriv månaden. Pågår stödet: skriv pågår, eller töm försörjningen efter.",
  }),
  "dates-without-format": ({ heading }) => ({
    what: `Datumen i ${heading} är skrivna som tal utan datumformat. De är lästa som Excels datum.`,
    action: "Kontrollera datumen, och ge kolumnen datumformat.",
  }),
  "amount-outside-levels": ({ support, amount, year, lowest, highest }) => ({
    what: `${support} med ${kr(amount)} per månad ligger långt från alla nivåer som gällde ${year} (${kr(lowest)}–${kr(highest)}).`,
    action: "Kontrollera beloppet: det ska vara kronor per månad för just det stödet.",
  }),
  "amount-looks-small": ({ amount }) => ({
    what: `Beloppet ${number(amount)} kr i månaden är litet. Är det i tkr räknas det som tusen gånger för lite.`,
    action: "Kontrollera beloppet. Är det i tkr: skriv (tkr) i rubriken.",
  }),
  "remaining-above-before": ({ remaining, before }) => ({
    what: `Kvarvarande stöd ${number(remaining)} kr är större än det tidigare stödet ${number(before)} kr. Det räknas som en ökning.`,
    action: "Kontrollera beloppen: kvarvarande stöd är det som finns kvar av det tidigare.",
  }),
  "then-missing": ({ persons }) => ({
    what: `Aktivitetsersättning upphör vid 30 år, och vad som följer är inte angivet för ${persons === 1 ? "en deltagare" : `${persons} deltagare`}. Kalkylen slutar vid 30 år för dem.`,
    action: "Fyll i Därefter och Belopp därefter om ett annat stöd följer.",
  }),
  "then-not-used": ({ persons }) => ({
    what: `Därefter är angivet för ${persons === 1 ? "en deltagare" : `${persons} deltagare`} vars stöd före inte tar slut enligt lagen före pensionen. Det används inte för dem.`,
    action: "Ta bort uppgiften, eller kontrollera vilket stöd det är.",
  }),
  "household-counted-once": ({ household, side, counted, leftOut }) => ({
    what: `Hushåll ${household}: försörjningsstödet ${side === "before" ? "före" : "efter"} räknas en gång, hos ${counted} (det högsta beloppet), inte hos ${leftOut}.`,
    action: none,
  }),
  "municipality-pays-nothing": ({ municipality, persons }) => ({
    what: `${municipality} är inte med bland parterna som satsar, men ${persons === 1 ? "en deltagare hör" : `${persons} deltagare hör`} dit. Det som ${municipality} får tillbaka räknas i hela offentliga sektorn, inte till parterna.`,
    action: "Kontrollera stavningen av kommunen, eller lägg till den bland parterna.",
  }),
  "fewer-participants-than-rows": ({ stated, rows }) => ({
    what: `Antal deltagare är ${stated}, men deltagartabellen har ${rows} rader. Kalkylen räknar med ${rows} deltagare.`,
    action: "Rätta antalet deltagare, eller ta bort rader som inte hör till insatsen.",
  }),
  "hours-without-cost": ({ what }) => ({
    what: `${what} har timmar men ingen timkostnad, så den egna tiden räknas som 0 kr.`,
    action: "Fyll i timkostnaden.",
  }),
  "rate-not-nominal": () => ({
    what: "Kalkylen ska räknas i löpande priser, men ingen kalkylränta är angiven. Räntan i Bas är real och används inte: räntan är 0 i scenariot Försiktig.",
    action: "Lägg till raden Kalkylränta med en nominell ränta och dess källa.",
  }),
  "uprating-in-fixed-prices": () => ({
    what: "En uppräkning är angiven, men inte om priserna är fasta eller löpande. Kalkylen räknar i fasta priser: stödet växer då så mycket snabbare än priserna.",
    action:
      "Lägg till raden Priser med fasta eller löpande i kolumnen Bas. I löpande priser ska också kalkylräntan vara nominell.",
  }),
  "assumptions-not-used": ({ rows, scenario }) => ({
    what: `${scenario === "bas" ? "Bas" : "Som rapporten"} använder inte er antagandetabell (${rows} ${rows === 1 ? "rad" : "rader"}), och inte heller dess lågt och högt.`,
    action: "Kör scenariot Försiktig för att räkna med era egna antaganden.",
  }),
  "assumption-without-source": ({ what }) => ({
    what: `${what} har ingen källa.`,
    action: "Skriv var värdet kommer ifrån.",
  }),
  "claim-without-figures": ({ claim, text }) => ({
    what: `"${claim}" kan inte kontrolleras: ${text === "" ? "underlag saknas" : `underlaget "${text}" ger inget tal`}.`,
    action: "Skriv underlaget som ett tal eller en uträkning, till exempel 24/136.",
  }),
  "contributions-without-participants": () => ({
    what: "Parternas insatser finns men inga deltagare, så vad som kommer tillbaka kan inte beräknas.",
    action: "Lägg till en tabell med deltagare.",
  }),
  "no-usable-participants": () => ({
    what: "Ingen rad med deltagare kunde användas, så vad som kommer tillbaka är inte beräknat.",
    action: "Rätta det som står om deltagarna, och kör igen.",
  }),
  "participants-without-contributions": () => ({
    what: "Deltagare finns men inte parternas insatser, så kronor tillbaka per satsad krona kan inte beräknas.",
    action: "Lägg till en tabell med rubrikerna Part, År, Kontant och Egen tid.",
  }),
};
