// src/text/questions.sv.ts: questions and answers in Swedish.
import { Decimal } from "../domain/money";
import { numberText } from "./format";
import type { QuestionTexts } from "./questions";

const kr = (amount: string): string => `${numberText(new Decimal(amount), 0, "sv")} kr`;

export const questionsSv: QuestionTexts = {
  asked: {
    "identity-numbers-or-not": ({ heading, count }) =>
      `${count === 1 ? "Ett tal" : `${count} tal`}${heading === "" ? "" : ` under ${heading}`} kan vara personnummer, men också något annat med tio siffror, som ett fakturanummer. Vad är det? Innan det är besvarat beräknas ingenting.`,
    "ledger-chart": ({ chart }) =>
      `Filen säger inte vilken kontoplan den följer${chart === "" ? "" : ` (#KPTYP ${chart})`}, och samma kontonummer betyder olika saker. Vilken är det?`,
    "posting-signs": () =>
      "Intäkter (kontoklass 3) och kostnader (kontoklass 4–7) har samma tecken i exporten. Hur är beloppen skrivna?",
    "which-part-of-ledger": ({ plan }) =>
      `Bokföringen har projekt eller kostnadsställen, och inget av dem heter som budgeten (${plan}). Vilken del är budgetens utfall?`,
    "ledger-objects": ({ label }) =>
      `${label} har rader både med och utan objekt (projekt, kostnadsställe). Ingår objektens belopp i raden utan objekt, eller kommer de till?`,
    "ledger-budget-year": ({ rows }) =>
      `Filens enda budget (${rows} rader) står under ett annat årsnummer än sina månader. Gäller månaderna?`,
    "income-or-cost": ({ rows }) =>
      `Inget i tabellen säger vad som är intäkter och vad som är kostnader (${rows.join(", ")}). Vilket är det?`,
    "row-is-sum": ({ row }) => `Är raden ${row} en summa av andra rader, eller en egen rad?`,
    "unexplained-total": ({ row, stated, computed }) =>
      `${row} är ${kr(stated)} i bladet, men raderna ger ${kr(computed)}. Vad gäller?`,
    "row-left-out": ({ row }) =>
      `Summan under raden ${row} stämmer bara om den raden inte räknas med. Ska raden räknas?`,
    "total-not-explained": ({ row }) =>
      `Raderna i tabellen ger inte det som står på raden ${row}. Hur ska raden läsas?`,
    "row-after-result": ({ row }) => `Raden ${row} står under resultatet. Ska den räknas med?`,
    "opposite-deviations": () =>
      "Alla avvikelser som står i bladet har omvänt tecken mot de beräknade. Hur är tabellen skriven?",
    "which-unit": ({ units }) => `Tabellen anger flera enheter (${units.join(", ")}). Vilken gäller?`,
    "scale-contradicts": ({ unit }) =>
      `Tabellen anger ${unit}, men talformatet visar cellernas tal delade med 1 000. Är talen i cellerna kronor? Annars: ändra talformatet eller enheten så att de stämmer.`,
    "scale-differs": ({ large, small }) =>
      `${large} är omkring tusen gånger ${small} på nästan varje rad. Är de skrivna i olika enheter?`,
    "which-columns": ({ names }) => `Tabellen har kolumner för ${names.join(" och ")}. Vilka gäller?`,
    "which-period": () =>
      "Inget i tabellen eller ovanför den säger vilken period beloppen avser. Vilken är det? Är det en annan: skriv den ovanför tabellen, eller ange den i rutan under Ändra hur tabellen lästes.",
    "sheets-belong-together": ({ budget, outcome, shared, lines }) =>
      `${budget} har budget och ${outcome} har utfall, och ${shared} av ${lines} rader finns på båda. Hör de ihop?`,
    "column-means": ({ heading, column }) =>
      `Vad är kolumn ${column}${heading === "" ? ", som saknar rubrik" : `, "${heading}"`}? Tabellen är inte med förrän det är sagt.`,
    "same-support": ({ persons, ids }) =>
      `${persons === 1 ? "En deltagare" : `${persons} deltagare`} (${ids}) har samma stöd med samma belopp före och efter. Det är ingen effekt. Vad gäller?`,
    "month-ahead": ({ persons, ids, month }) =>
      `${persons === 1 ? "En deltagare" : `${persons} deltagare`} (${ids}) har en sista månad med stöd som ligger framåt i tiden (senast ${month}). Har stödet upphört?`,
    "successor-of-both": ({ persons, ids }) =>
      `${persons === 1 ? "En deltagare" : `${persons} deltagare`} (${ids}) har ett stöd före som tar slut enligt lagen och aktivitetsersättning efter, som slutar vid 30 år. Vilket av dem är det som Därefter följer på?`,
    "successor-basic-or-income": ({ persons, ids }) =>
      `${persons === 1 ? "En deltagare" : `${persons} deltagare`} (${ids}) har aktivitetsstöd efter a-kassa i Därefter, med ett belopp som är grundbeloppet. Grundbelopp betalas i högst 450 dagar, inkomstbaserat stöd har ingen sista dag. Vilket är det?`,
    "unemployment-before-new-law": ({ persons, ids }) =>
      `${persons === 1 ? "En deltagare" : `${persons} deltagare`} (${ids}) har a-kassa som är beviljad före 2025-10-01, enligt lag 1997:238, vars dagar räknas på annat sätt, och förbrukade dagar är inte angivna. Hur ska det räknas? Säkrast är att skriva dagarna i kolumnen Förbrukat av stödet.`,
  },
  answers: {
    "no-identity-numbers": () => "Inga personnummer",
    "identity-numbers": () => "Personnummer (arbetsboken används inte)",
    "chart-bas": () => "BAS (personal i kontoklass 7)",
    "chart-kommunbas": () => "Kommun-Bas (personal i kontoklass 5)",
    "debit-positive": () => "Debet är plus, kredit är minus: beloppen gäller som de står",
    "credit-positive": () => "Kredit är plus, debet är minus",
    "all-positive": () => "Både intäkter och kostnader är skrivna utan minus",
    "whole-ledger": () => "Hela bokföringen",
    "part-of-ledger": ({ part }) => part,
    "objects-within": () => "Objekten ingår i kontots rad",
    "objects-beside": () => "Objekten kommer utöver kontots rad",
    "budget-by-month": () => "Ja, budgeten gäller de månader som står",
    "budget-not-used": () => "Nej, budgeten ska inte användas",
    "as-sum": ({ row }) => `Med ${row} som summa`,
    "as-line": ({ row }) => `Med ${row} som egen rad`,
    "not-counted": ({ row }) => `Utan ${row}`,
    "costs-negative": () => "Kostnader är skrivna med minus, intäkter utan",
    "costs-positive": () => "Kostnader är skrivna utan minus",
    "as-costs": () => "Raderna är kostnader",
    "as-income": () => "Raderna är intäkter",
    "from-lines": ({ row }) => `Raderna gäller, vad ${row} än säger`,
    "income-less-costs": () => "Intäkter minus kostnader",
    "plain-sum": () => "Allt läggs ihop som det står",
    "column-is": ({ sv }) => sv,
    "period-is": ({ period }) => `Beloppen avser ${period}`,
    "read-together": ({ budget, outcome }) => `Ja, läs ${budget} och ${outcome} som en tabell`,
    "unit-is": ({ unit }) => `Beloppen är i ${unit}`,
    "column-in-unit": ({ heading, unit, others }) => `${heading} är i ${unit}, övriga belopp i ${others}`,
    "unit-by-column": () => "Varje kolumn är i den enhet som dess rubrik anger",
    "unit-by-line": () => "Varje rad är i den enhet som dess namn anger, övriga i tabellens",
    "columns-of": ({ name }) => `Kolumnerna under ${name}`,
    "column-not-used": () => "Kolumnen ska inte användas",
    "end-of-participation": () => "När deltagandet slutade, inte stödet",
    "leave-out": () => "Tabellen ska inte användas",
    "still-on-support": () => "Stödet pågår: räkna som pågående, utan effekt",
    "ends-as-planned": () => "Stödet upphör då, enligt beslut: räkna med det",
    "persons-left-out": () => "Räkna inte med dem alls",
    "follows-before": () => "Det följer på stödet före",
    "follows-after": () => "Det följer på aktivitetsersättningen vid 30 år",
    "basic-amount": () => "Grundbelopp, högst 450 dagar",
    "income-based": () => "Inkomstbaserat, utan sista dag",
    "no-days-used": () => "Inga dagar var förbrukade: hela perioden enligt dagens regel återstår",
  },
  howToAnswer: (choices) =>
    `Välj en läsning i rutan, eller svara på kommandoraden: ${choices.map((each) => `--answer ${each}`).join(" eller ")}.`,
  heading: "Frågor och svar",
  openLead:
    "Det här går att läsa på mer än ett sätt, och är inte med i beräkningen förrän du har svarat. Svaret sparas i arbetsboken.",
  answered: "Besvarade frågor",
  answer: "Svar",
  answeredOn: (date) => `Besvarad ${date}`,
  notAnswered: "Ej besvarad",
  takeBack: "Ta tillbaka svaret",
  openOnBoard: (count) =>
    count === 1
      ? "En fråga om underlaget är obesvarad, och det den gäller är inte med (se Kontroller)."
      : `${count} frågor om underlaget är obesvarade, och det de gäller är inte med (se Kontroller).`,
  answeredOnBoard: (count) =>
    count === 1
      ? "Underlaget har lästs med ett svar på en fråga (se Kontroller)."
      : `Underlaget har lästs med svar på ${count} frågor (se Kontroller).`,
};
