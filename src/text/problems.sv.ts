// src/text/problems.sv.ts: what can be wrong in a workbook, in Swedish.
import { Decimal, type Unit } from "../domain/money";
import { finalSv } from "./finalReport.sv";
import { amountText, numberText, percentText } from "./format";
import { inBrackets } from "./host";
import { answeringText, questionText } from "./questions";
import { questionsSv } from "./questions.sv";
import type { ProblemTexts } from "./problems";
import { keptProblemsSv } from "./kept.sv";
import { courseProblemsSv } from "./courseProblems.sv";
import { ledgerSv } from "./ledger.sv";
import { rowProblemsSv } from "./rowProblems.sv";

const costSigns: Readonly<Record<string, string>> = { negative: "negativa tal", positive: "positiva tal" };
const measures = { outcome: "utfall", budget: "budget", deviation: "avvikelse" };
const choiceAction = "Kontrollera hur tabellen lästes, eller glöm valet.";
const textPlaces = {
  comments: "arbetsbokens kommentarer",
  "headers-footers": "ett blads sidhuvud eller sidfot",
  names: "arbetsbokens definierade namn",
  drawings: "en textruta, figur eller ett diagram",
  validation: "en lista för dataverifiering",
  formulas: "en formel",
  properties: "arbetsbokens egenskaper",
  caches: "sparade data för en pivottabell eller en länk",
  other: "en del av arbetsboken som inte är celler",
};
const reread = "Rätta cellen och kör igen.";

/** Kronor as a decimal string, shown in the table's own unit. */
function inUnit(kr: string, unit: Unit, decimals: number): string {
  return `${amountText(new Decimal(kr), unit, decimals, "sv")} ${unit}`;
}

/** A stated or computed figure of a claim, to two decimals of a per cent or a number. */
function claimFigure(value: string, percent: boolean): string {
  const number = new Decimal(value);
  const decimals = (of: Decimal): number => Math.min(2, of.decimalPlaces());
  return percent ? percentText(number, decimals(number.times(100)), "sv") : numberText(number, decimals(number), "sv");
}

const words = { questions: questionsSv, language: "sv" } as const;

export const problemsSv: ProblemTexts = {
  ...courseProblemsSv,
  ...rowProblemsSv,
  ...keptProblemsSv,
  ...ledgerSv,
  "not-a-workbook": ({ file }) => ({
    what: `${file} är ingen Excel-arbetsbok.`,
    action: "Spara filen som .xlsx och försök igen.",
  }),
  "encrypted-workbook": ({ file }) => ({
    what: `${file} är skyddad med lösenord och kan inte läsas.`,
    action: "Öppna den i Excel, ta bort lösenordet och försök igen.",
  }),
  "legacy-xls": ({ file }) => ({
    what: `${file} är i det gamla formatet .xls.`,
    action: "Öppna den i Excel, spara som .xlsx och försök igen.",
  }),
  "damaged-workbook": ({ file, detail }) => ({
    what: `${file} är skadad och kan inte läsas${inBrackets(detail)}.`,
    action: "Öppna den i Excel, låt Excel reparera den, spara och försök igen.",
  }),
  "too-large-workbook": ({ file, detail }) => ({
    what: `${file} har celler så långt från varandra att bladet inte går att läsa${inBrackets(detail)}.`,
    action:
      "Ta bort det som står i kolumner och rader långt till höger om eller under tabellen, spara och försök igen.",
  }),
  "file-not-readable": ({ file, reason }) => ({
    what: `${file} kan inte läsas${inBrackets(reason)}.`,
    action: "Kontrollera namnet och mappen, och att du får öppna filen.",
  }),
  "no-recognised-table": ({ sheets, seen }) => ({
    what: `Ingen tabell som Samkalkyl känner igen hittades på ${sheets === 1 ? "bladet" : `de ${sheets} bladen`}.${seen === "" ? "" : ` Rubriker som står där: ${seen}.`}`,
    action:
      "En budgettabell behöver en kolumn med kostnadsslag och rubrikerna Utfall och Budget, per år eller period. Se guiden för tabeller över parter och deltagare.",
  }),
  "personal-identity-number": ({ count }) => ({
    what: `${count === 1 ? "Ett personnummer" : `${count} personnummer`} finns i arbetsboken. Ingenting har beräknats.`,
    action: "Ta bort personnummer och använd löpnummer i stället. Kontrollera också dolda blad.",
  }),
  "identity-number-beside-cells": ({ where, count }) => ({
    what: `${count === 1 ? "Ett personnummer" : `${count} personnummer`} finns i ${textPlaces[where]}. Ingenting har beräknats.`,
    action:
      "Ta bort personnummer och använd löpnummer i stället. I Excel hjälper Arkiv, Sök efter problem, Granska dokument.",
  }),
  "no-budget-column": ({ headings, add }) => ({
    what: `Tabellen saknar en kolumn för budget (rubriker: ${headings}) och är utelämnad.`,
    action: `Lägg till en kolumn med rubriken ${add}.`,
  }),
  "no-outcome-column": ({ headings, add }) => ({
    what: `Tabellen saknar en kolumn för utfall (rubriker: ${headings}) och är utelämnad.`,
    action: `Lägg till en kolumn med rubriken ${add}.`,
  }),
  "empty-table": ({ headings, rows }) => ({
    what: `Tabellen (rubriker: ${headings}) har inga rader att räkna med och är utelämnad.`,
    action:
      rows === 0
        ? "Fyll i rader under rubrikerna, eller ta bort tabellen."
        : "Varför raderna inte går att använda står i egna anmärkningar. Rätta dem, eller ta bort tabellen.",
  }),
  "no-budget-amounts": ({ initiative }) => ({
    what: `Budgetkolumnen är tom${initiative === "" ? "" : ` för ${initiative}`}. Utan budget går ingen avvikelse att räkna ut, och raderna är utelämnade.`,
    action: "Fyll i budgeten. Är den noll, skriv 0.",
  }),
  "no-period-with-both": ({ outcome, budget }) => ({
    what: `Ingen period har både utfall och budget: utfall finns för ${outcome}, budget för ${budget}. Tabellen är utelämnad.`,
    action: "Lägg till en kolumn med budgeten för utfallets period.",
  }),
  "no-line-column": ({ headings }) => ({
    what: `Tabellen saknar en kolumn för kostnadsslag (rubriker: ${headings}) och är utelämnad.`,
    action: "Välj vilken kolumn som är kostnadsslag, eller lägg till en med den rubriken.",
  }),
  "read-as-chosen": ({ what }) => ({
    what: `Tabellen läses som ni har valt (${what}).`,
    action: "Ingen åtgärd behövs. Stämmer det inte längre, välj om under Ändra hur tabellen lästes.",
  }),
  "table-ignored": () => ({
    what: "Tabellen används inte. Det är valt av dig.",
    action: "Ingen åtgärd behövs. Du kan ändra dig under Ändra hur tabellen lästes.",
  }),
  "table-choice-not-used": ({ what }) => ({
    what: `Ett tidigare val gäller en tabell som inte längre finns (${what}). Valet är kvar men används inte.`,
    action: choiceAction,
  }),
  "column-choice-not-used": ({ what }) => ({
    what: `Ett tidigare val gäller en kolumn som inte längre finns (${what}). Valet är kvar men används inte.`,
    action: choiceAction,
  }),
  "row-choice-not-used": ({ what }) => ({
    what: `Ett tidigare val gäller en rad som inte längre finns (${what}). Valet är kvar men används inte.`,
    action: choiceAction,
  }),
  question: ({ question }) => ({
    what: questionText(question, words),
    action: answeringText(question, words),
  }),
  "answer-not-used": ({ id, value }) => ({
    what: `Svaret ${id}=${value} är sparat i arbetsboken, men frågan ställs inte längre. Det används inte.`,
    action: "Ingen åtgärd behövs, om tabellen har ändrats. Se annars efter hur den lästes.",
  }),
  "choices-unreadable": () => ({
    what: "Valen som är sparade i arbetsboken går inte att läsa och används inte.",
    action: "Kontrollera hur tabellerna lästes, och gör valen på nytt vid behov.",
  }),
  "choices-newer": () => ({
    what: "Valen som är sparade i arbetsboken kommer från en nyare version av Samkalkyl och används inte.",
    action: "Uppdatera Samkalkyl, eller gör valen på nytt.",
  }),
  "unit-undecidable": ({ units }) => ({
    what: `Det går inte att avgöra vilken enhet tabellen har (${units}), så den är utelämnad.`,
    action: "Skriv kr, tkr eller Mkr i tabellens rubrik, eller välj enhet och kör igen.",
  }),
  "sign-undecidable": ({ negative, positive }) => ({
    what: `Tabellen blandar negativa (${negative}) och positiva (${positive}) belopp, så det går inte att avgöra hur kostnader är skrivna. Den är utelämnad.`,
    action: "Välj om kostnader står som negativa eller positiva tal och kör igen.",
  }),
  "duplicate-key": ({ line, period, other }) => ({
    what: `${line} för ${period} finns två gånger, också på ${other}. Tabellen är utelämnad.`,
    action: "Ta bort den ena, eller slå ihop dem, och kör igen. Gäller de olika perioder, skriv perioden i rubriken.",
  }),
  "overlapping-periods": ({ first, second }) => ({
    what: `Perioderna ${first} och ${second} överlappar varandra. Tabellen är utelämnad.`,
    action: "Använd perioder som inte går in i varandra, så att inget belopp räknas två gånger.",
  }),
  "text-in-amount": ({ text, heading }) => ({
    what: `Texten "${text}" står där ett belopp väntas (${heading}).`,
    action: "Skriv beloppet som ett tal, eller lämna cellen tom.",
  }),
  "ambiguous-amount": ({ text, heading }) => ({
    what: `Beloppet "${text}" (${heading}) kan läsas på två sätt.`,
    action: "Skriv det som ett tal, utan enhet och utan punkt som avskiljare.",
  }),
  "date-in-amount": ({ heading }) => ({
    what: `Ett datum står där ett belopp väntas (${heading}).`,
    action: "Ändra cellens format till tal, eller skriv in beloppet igen.",
  }),
  "boolean-in-amount": ({ heading }) => ({
    what: `SANT eller FALSKT står där ett belopp väntas (${heading}).`,
    action: "Skriv beloppet som ett tal, eller lämna cellen tom.",
  }),
  "error-in-amount": ({ error, heading }) => ({
    what: `Cellen visar ${error} i stället för ett belopp (${heading}).`,
    action: "Rätta formeln i cellen och kör igen.",
  }),
  "not-calculated": ({ heading }) => ({
    what: `Formeln i cellen är inte beräknad (${heading}): filen är sparad av ett program som inte räknar ut formler.`,
    action: "Öppna arbetsboken i Excel, spara den och kör igen.",
  }),
  "error-in-key": ({ error }) => ({
    what: `Cellen visar ${error} där ett kostnadsslag eller en period väntas.`,
    action: "Rätta formeln i cellen och kör igen.",
  }),
  "year-out-of-range": ({ text }) => ({ what: `Året ${text} är inte rimligt.`, action: reread }),
  "unreadable-period": ({ text }) => ({
    what: text === "" ? "Perioden är inte angiven." : `Perioden "${text}" går inte att tolka.`,
    action:
      text === ""
        ? "Skriv den i en kolumn, i rubriken eller ovanför tabellen, eller ange den i rutan under Ändra hur tabellen lästes: till exempel 2024, 2024-03, 2024 kv 1 eller 2024 jan–juni."
        : "Skriv till exempel 2024, 2024-03, 2024 kv 1 eller 2024 jan–juni.",
  }),
  "missing-cost-line": () => ({
    what: "Raden har belopp men inget kostnadsslag.",
    action:
      "Skriv kostnadsslaget på raden, eller ta bort beloppen. Är cellen sammanfogad med den ovanför, dela den och skriv kostnadsslaget på varje rad.",
  }),
  "no-amounts": ({ line }) => ({
    what: `${line} har inga belopp och är inte med i beräkningen.`,
    action: "Fyll i belopp om raden ska räknas med; annars behövs ingen åtgärd.",
  }),
  "total-row": ({ line }) => ({
    what: `${line} är en summarad. Den läggs inte till, utan jämförs med raderna den summerar när de går att peka ut.`,
    action: "Ingen åtgärd behövs. Är raden ett eget kostnadsslag, ge den ett annat namn.",
  }),
  "subtotal-row": ({ line }) => ({
    what: `${line} är en delsumma. Den läggs inte till, utan jämförs med raderna den summerar när de går att peka ut.`,
    action: "Ingen åtgärd behövs. Är raden ett eget kostnadsslag, ge den ett annat namn.",
  }),
  "control-total-differs": ({ measure, line, period, stated, computed, difference, unit, decimals }) => ({
    what: `Summan i bladet stämmer inte: ${[measures[measure], line, period].filter((part) => part !== "").join(", ")} är ${inUnit(stated, unit, decimals)} i bladet men ${inUnit(computed, unit, decimals)} beräknat (skillnad ${inUnit(difference, unit, decimals)}).`,
    action: "Kontrollera summans formel och att alla rader är med. Det beräknade värdet används.",
  }),
  "deviations-other-basis": ({ basis }) => ({
    what:
      basis.kind === "part"
        ? `Bladet räknar mot ${basis.months}/${basis.of} av budgeten, och stämmer mot den.`
        : basis.kind === "version"
          ? `Bladets avvikelser är räknade mot ${basis.label}, och stämmer mot den.`
          : "Bladets avvikelser är räknade mot bladets egen ackumulerade eller periodiserade budget, och stämmer mot den.",
    action:
      basis.kind === "column"
        ? "Ska Samkalkyl räkna mot den, skriv dess tid i rubriken, till exempel Budget jan–aug 2024."
        : "Ingen åtgärd behövs. Vilken budget Samkalkyl räknar mot står i Avvikelse.",
  }),
  "recount-differs": ({ measure, line, period, difference, places, unit, decimals }) => ({
    what: `Omräkningen direkt ur bladets rader stämmer inte med det som har använts: ${[measures[measure], line, period].filter((part) => part !== "").join(", ")} skiljer ${inUnit(difference, unit, decimals)}${places > 1 ? `, och ${places - 1} till skiljer sig` : ""}.`,
    action: "Det är ett fel i Samkalkyl. Använd inte siffrorna, och anmäl felet.",
  }),
  "unit-stated": ({ unit }) => ({ what: `Beloppen är i ${unit}, enligt bladet.`, action: "Ingen åtgärd behövs." }),
  "unit-inferred": ({ unit }) => ({
    what: `Beloppen är lästa som ${unit}. Bladet säger det inte uttryckligen.`,
    action: `Kontrollera enheten. Skriv ${unit} i tabellens rubrik, eller välj en annan enhet och kör igen.`,
  }),
  "unit-assumed": ({ unit, looksLike }) => ({
    what: `Bladet anger ingen enhet. Beloppen är lästa som ${unit}${looksLike === "" || looksLike === unit ? "" : `, men storleken liknar ${looksLike}`}.`,
    action: "Kontrollera enheten. Skriv den i tabellens rubrik, eller välj en annan enhet och kör igen.",
  }),
  "two-units": ({ units }) => ({
    what: `Arbetsboken har flera enheter (${units}). Varje tabell är läst i sin egen.`,
    action: "Kontrollera att enheten stämmer för varje tabell.",
  }),
  "budget-shared-out": ({ period, source, months, of }) => ({
    what: `Utfallet för ${period} jämförs med ${months}/${of} av budgeten för ${source}, eftersom budgeten bara finns för hela perioden.`,
    action: "Ange en periodiserad budget om kostnaderna inte fördelar sig jämnt.",
  }),
  "memo-row": ({ line }) => ({
    what: `${line} är ett nyckeltal eller en upplysning och räknas inte med bland kronorna.`,
    action: "Ingen åtgärd behövs. Är raden ändå ett eget kostnadsslag, välj det i rutan eller ge den ett annat namn.",
  }),
  "equity-row": ({ line }) => ({
    what: `${line} är eget kapital. Det är varken intäkt eller kostnad, utan visas för sig och jämförs med resultatet.`,
    action: "Ingen åtgärd behövs.",
  }),
  "after-result": ({ line }) => ({
    what: `${line} står efter resultatet och räknas inte med.`,
    action: "Ingen åtgärd behövs. Hör raden till tabellen, flytta den ovanför resultatet eller välj den som egen rad.",
  }),
  "volume-row": ({ line }) => ({
    what: `${line} är ett antal, inte en kostnad, och räknas inte med bland kronorna.`,
    action:
      "Är raden ändå en kostnad, ge den ett annat namn. Volymer kan anges på ett eget blad, till exempel Antal deltagare.",
  }),
  "statutory-split": ({ total }) => ({
    what: `Ingen tabell visar vad varje part har satsat av förbundets medel. ${inUnit(total, "kr", 0)} är fördelat enligt lagen: staten 1/2, kommunerna 1/4, regionerna 1/4.`,
    action:
      "Har parterna kommit överens om något annat: lägg till en tabell med Part och Andel, eller med Part, År och Kontant. Deltar ingen region: räkna upp parterna i tabellen, utan region.",
  }),
  "statutory-split-without-region": ({ total }) => ({
    what: `Ingen tabell visar vad varje part har satsat av förbundets medel, och ingen region är uppräknad. ${inUnit(total, "kr", 0)} är fördelat enligt lagen: staten 1/2, kommunerna 1/2.`,
    action:
      "Deltar en region: lägg till den bland parterna. Gäller en överenskommelse: skriv parternas andelar i kolumnen Andel.",
  }),
  "agreed-split": ({ total }) => ({
    what: `${inUnit(total, "kr", 0)} är fördelat mellan parterna efter andelarna i tabellen.`,
    action: "Kontrollera att andelarna är de som parterna har kommit överens om.",
  }),
  "claim-differs": ({ claim, known, stated, computed, percent }) => ({
    what: `${known === null ? claim : finalSv.report.knownClaims[known]}: uppgivet ${claimFigure(stated, percent)}, men underlaget ger ${claimFigure(computed, percent)}.`,
    action: "Rätta den uppgivna siffran, eller det som den bygger på.",
  }),
  "contributions-differ-from-used": ({ contributions, used }) => ({
    what: `Parternas kontanta insatser är ${inUnit(contributions, "kr", 0)}, men utnyttjade medel är ${inUnit(used, "kr", 0)}.`,
    action: "Kontrollera vilket som är bokfört. Kalkylen räknar på parternas insatser.",
  }),
  "budget-change-left": ({ heading }) => ({
    what: `Kolumnen ${heading} läggs inte till budgeten, och inget säger om den redan ingår.`,
    action:
      "Gäller budgeten efter ändringen: skriv Budget efter ändring över den kolumnen. Annars kontrollera att budgeten är den ni jämför med.",
  }),
  "sign-inferred": ({ sign }) => ({
    what: `Kostnader är lästa som ${costSigns[sign] ?? sign}, efter hur beloppen är skrivna.`,
    action: "Kontrollera att det stämmer; välj annars det andra och kör igen.",
  }),
  "opposite-sign": ({ line, amount, unit, decimals }) => ({
    what: `${line} har ett belopp med omvänt tecken (${inUnit(amount, unit, decimals)}). Det är med i summorna.`,
    action: "Kontrollera att det är en kreditering eller en intäkt; rätta annars tecknet.",
  }),
  "series-break": ({ line, period, text }) => ({
    what: `${line}: ni har markerat ett brott i serien${period === "" ? "" : ` från ${period}`}${text === "" ? "" : ` (${text})`}.`,
    action: "Ingen åtgärd behövs. Jämför inte raden före och efter brottet rakt av.",
  }),
  "budget-without-outcome": ({ line, period }) => ({
    what: `${line}, ${period}: budgeten är före det första utfallet, och tabellen har ingen kolumn för periodens utfall. Den är inte med.`,
    action: "Ska perioden följas upp, lägg till en kolumn med dess utfall (0 om det är noll).",
  }),
  "outcome-without-budget": ({ line, period }) => ({
    what: `${line}, ${period}: utfallet är före den första budgeten och har inget att jämföras med. Det är inte med.`,
    action: "Ska perioden följas upp, fyll i dess budget (0 om den är noll).",
  }),
  "columns-of-others": ({ used, left }) => ({
    what: `Kolumnerna under ${used} är lästa. De under ${left} är inte med: de har inte både utfall och budget.`,
    action: "Ingen åtgärd behövs.",
  }),
  "part-of-accumulated": ({ heading }) => ({
    what: `${heading} ingår i de ackumulerade kolumnerna och läggs inte till en gång till.`,
    action: "Ingen åtgärd behövs.",
  }),
  "budget-without-period": ({ headings, example }) => ({
    what: `Budgeten har ingen period, så utfallet har inget att jämföras med (rubriker: ${headings}). Tabellen är utelämnad.`,
    action: `Skriv perioden i budgetens rubrik: ${example}.`,
  }),
  "period-without-budget": ({ period }) => ({
    what: `${period} har utfall men ingen budget. Hela utfallet räknas som avvikelse.`,
    action: "Fyll i budgeten för perioden om det finns en.",
  }),
  "worked-up-unused": ({ amount, unit, decimals }) => ({
    what: `${inUnit(amount, unit, decimals)} upparbetat men ej rekvirerat är inte med i någon siffra: det räknas bara in i helårsprognosen, som görs när budgeten täcker fler månader än utfallet.`,
    action: "Ska beloppet räknas som kostnad, lägg det i utfallet.",
  }),
  "income-as-cost": ({ line }) => ({
    what: `${line} ser efter namnet ut som en intäkt men är skriven som kostnaderna, och räknas därför som en kostnad.`,
    action: "Är det en intäkt, skriv beloppen med omvänt tecken. Är det en kostnad behövs ingen åtgärd.",
  }),
  "missing-budget": ({ line, period }) => ({
    what: `Budget saknas för ${line}, ${period}. I summorna räknas den som 0.`,
    action: "Fyll i budgeten om det finns en.",
  }),
  "missing-outcome": ({ line, period }) => ({
    what: `Utfall saknas för ${line}, ${period}. I summorna räknas det som 0.`,
    action: "Fyll i utfallet om något är bokfört.",
  }),
  "no-outcome-amounts": () => ({
    what: "Utfallskolumnen är tom. Ingen period är bokförd, och avvikelserna är därför 0.",
    action: "Fyll i utfallet när det finns.",
  }),
  "dash-as-zero": ({ line, period }) => ({
    what: `Ett streck är läst som 0 för ${line}, ${period}.`,
    action: "Skriv beloppet om strecket betyder något annat än 0.",
  }),
  "hidden-row": ({ rows }) => ({
    what: `${rows === 1 ? "En dold eller bortfiltrerad rad" : `${rows} dolda eller bortfiltrerade rader`} är med i beräkningen.`,
    action: "Visa raderna och kontrollera att de ska vara med; ta annars bort dem.",
  }),
  "year-and-date-differ": ({ rows, year, period }) => ({
    what: `${rows === 1 ? "En rad" : `${rows} rader`} har ett annat år i årskolumnen (${year}) än i datumet eller perioden (${period}). Datumet gäller.`,
    action: "Kontrollera vilket som är rätt, och rätta det andra.",
  }),
  "files-joined": ({ budget, outcome, lines }) => ({
    what: `Budgeten i ${budget} och utfallet i ${outcome} är lästa som en tabell; ${lines} rader finns i båda.`,
    action: "Hör de inte ihop: läs filerna var för sig.",
  }),
  "files-differ": ({ budget, outcome, what }) => ({
    what: `Budgeten i ${budget} och utfallet i ${outcome} går inte att ställa mot varandra: ${
      {
        signs: "kostnader är skrivna med minus i den ena filen och utan i den andra",
        kinds: "samma rad är intäkt i den ena filen och kostnad i den andra",
        periods: "de gäller inte samma månader",
        units: "den enas belopp är omkring tusen gånger den andras",
        lines: "inget radnamn finns i båda",
      }[what]
    }. Båda är utelämnade.`,
    action: {
      signs: "Skriv kostnader på samma sätt i båda filerna.",
      kinds: "Ge raderna namn som säger vad de är, eller ställ dem under rubrikerna Intäkter och Kostnader.",
      periods: "Skriv periodens år och månader ovanför båda tabellerna, och använd filer för samma år.",
      units: "Skriv i båda filerna vilken enhet beloppen är i: kr, tkr eller Mkr.",
      lines:
        "Skriv samma radnamn i båda filerna, eller kontonummer före raderna i budgeten (50 Lokaler) när utfallet är bokföring.",
    }[what],
  }),
  "sheets-joined": ({ budget, outcome, lines }) => ({
    what: `Budgeten på ${budget} och utfallet på ${outcome} är lästa som en tabell; ${lines} rader finns på båda.`,
    action: "Hör de inte ihop: döp om bladen efter det som de gäller.",
  }),
  "lines-on-one-sheet": ({ lines, count, missing }) => ({
    what: `${count === 1 ? "En rad" : `${count} rader`} finns inte i ${missing}: ${lines}. Där räknas ${count === 1 ? "den" : "de"} som 0.`,
    action: "Heter raden något annat där: skriv samma namn på båda ställena.",
  }),
  "sheets-joined-as-years": ({ sheets }) => ({
    what: `Bladen ${sheets} har samma rader och är lästa som perioderna i en tabell.`,
    action: "Är de olika insatser: skriv insatsens namn i bladens namn.",
  }),
  "sheets-overlap": ({ sheets }) => ({
    what: `Bladen ${sheets} har samma rader, och deras perioder går in i varandra. De räknas var för sig, så att månader kan vara med två gånger.`,
    action: "Är det samma insats: ta bort det äldre bladet, eller välj i rutan att det inte ska användas.",
  }),
  "sides-differ": ({ budget, outcome, what }) => ({
    what: `Budgeten på ${budget} och utfallet på ${outcome} går inte att ställa mot varandra: ${
      {
        signs: "kostnader är skrivna med minus på det ena bladet och utan på det andra",
        kinds: "samma rad är intäkt på det ena bladet och kostnad på det andra",
        periods: "de gäller inte samma månader",
        units: "det enas belopp är omkring tusen gånger det andras",
        lines: "inget radnamn finns på båda",
        rows: "samma rad är en summa på det ena bladet och en egen rad på det andra",
      }[what]
    }. Båda är utelämnade.`,
    action: {
      signs: "Skriv kostnader på samma sätt på båda bladen.",
      kinds: "Ge raderna namn som säger vad de är, eller ställ dem under rubrikerna Intäkter och Kostnader.",
      periods: "Skriv periodens år och månader ovanför båda tabellerna.",
      units: "Skriv på båda bladen vilken enhet beloppen är i: kr, tkr eller Mkr.",
      lines: "Skriv samma radnamn på båda bladen.",
      rows: "Ange i rutan under Ändra hur tabellen lästes vilka rader som är summor, eller ställ budget och utfall i kolumner bredvid varandra.",
    }[what],
  }),
  "table-twice": ({ other, workbook }) => ({
    what: `Tabellen har samma rader, perioder och belopp som den på bladet ${other}${workbook === "" ? "" : ` i ${workbook}`}, och räknas en gång.`,
    action: "Ta bort kopian. Är det två insatser, ge dem var sitt namn (Insatsens namn).",
  }),
  "tables-alike": ({ other, workbook }) => ({
    what: `Tabellen har samma rader, perioder och belopp som den på bladet ${other}${workbook === "" ? "" : ` i ${workbook}`}, men insatserna har olika namn. Båda är med.`,
    action: "Kontrollera att den ena inte är en kopia.",
  }),
  "formulas-spoilt": ({ count, sheets }) => ({
    what: `Arbetsboken är sparad i ett program som inte kan alla formler i flikarna (till exempel Gnumeric): ${count} ${count === 1 ? "formel" : "formler"} i ${sheets} har fått felvärden i stället. Ingen har skrivit över dem, och alla siffror räknas om ur era egna blad.`,
    action: "Skriv flikarna igen, så får de sina formler tillbaka. Spara sedan i Excel eller LibreOffice.",
  }),
  "copied-tabs": ({ sheets, count }) => ({
    what:
      count === 1
        ? `Bladet ${sheets} är en kopia av en flik som Samkalkyl har skrivit. Den läses inte: det som står i den kommer från era egna blad.`
        : `Bladen ${sheets} är kopior av flikar som Samkalkyl har skrivit. De läses inte: det som står i dem kommer från era egna blad.`,
    action: "Inget behöver göras. Ta bort det som inte ska sparas.",
  }),
  "hidden-sheet": () => ({
    what: "Bladet är dolt men är med i beräkningen.",
    action: "Visa bladet och kontrollera att det ska vara med; ta annars bort det.",
  }),
  "lines-differ-in-case": ({ first, second }) => ({
    what: `Kostnadsslagen "${first}" och "${second}" skiljer sig bara i stora och små bokstäver. De räknas var för sig.`,
    action: "Skriv dem lika om de är samma kostnadsslag.",
  }),
  "formula-as-text": ({ text }) => ({
    what: `Texten "${text}" ser ut som en formel. Den skrivs som text och körs inte.`,
    action: "Kontrollera varifrån den kommer, och ta bort den om den inte hör hemma där.",
  }),
  "date-system-1904": () => ({
    what: "Arbetsboken räknar datum från 1904. Datumen är omräknade.",
    action: "Kontrollera perioderna i fliken Underlag.",
  }),
  "period-already-counted": ({ period, parts }) => ({
    what: `${period} är summan av ${parts} och läggs inte till en gång till.`,
    action: "Ingen åtgärd behövs. Är det en egen period, ge den ett annat namn.",
  }),
  "unreadable-field": ({ label, text }) => ({
    what: `${label} är "${text}", som inte går att tolka. Uppgiften används inte.`,
    action: reread,
  }),
  "comment-without-line": ({ line, comment }) => ({
    what: `Kommentaren "${comment}" hör till ${line}, som inte längre finns i underlaget. Den står kvar sist i fliken Avvikelse.`,
    action: "Flytta kommentaren till rätt kostnadsslag, eller ta bort den.",
  }),
  "snapshot-newer": () => ({
    what: "Ögonblicksbilden är sparad av en nyare version av Samkalkyl, som den här inte kan läsa. Den är orörd, men jämförs inte med.",
    action: "Öppna arbetsboken med den nyare versionen, eller spara en ny ögonblicksbild.",
  }),
  "snapshot-damaged": () => ({
    what: "Ögonblicksbilden är ändrad: här saknas en uppgift, eller så går den inte ihop med de andra. Den jämförs inte.",
    action: "Återställ cellen, eller jämför med en annan ögonblicksbild.",
  }),
  "fields-ignored": ({ label }) => ({
    what: `Uppgiften ${label} används inte här.`,
    action: "Ingen åtgärd behövs, om den inte skulle ha använts: kontrollera i så fall rubriken.",
  }),
};
