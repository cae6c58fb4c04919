// src/text/ledger.sv.ts: what can be wrong in a SIE file, in Swedish.
import { Decimal } from "../domain/money";
import { numberText } from "./format";
import type { LedgerProblemTexts } from "./ledger";

const kr = (amount: string): string => `${numberText(new Decimal(amount), 2, "sv")} kr`;
const export4 = "Exportera filen på nytt ur ekonomisystemet som SIE 4 och försök igen.";
const faults = {
  amount: "ett belopp som inte är ett tal",
  account: "inget konto",
  year: "inget årsnummer",
  period: "ingen läsbar månad (ÅÅÅÅMM)",
  date: "inget läsbart datum (ÅÅÅÅMMDD)",
};
const others = {
  "web-page": "en sparad webbsida",
  sie5: "en SIE 5-fil (XML), som inte läses ännu",
  xml: "en XML-fil",
  empty: "en tom fil",
  "no-records": "en fil utan SIE-poster",
};

const noTables = {
  "web-page": "är en sparad webbsida, ingen textfil med kolumner",
  empty: "är tom",
  "no-columns": "har inga kolumner: inget semikolon, tabbtecken eller kommatecken skiljer dem åt",
};
const postingFaults = {
  amount: "beloppet är inget tal i hela ören",
  account: "raden har ett belopp men inget kontonummer",
  date: "datumet eller perioden är ingen månad med år",
  currency: "beloppet är i en annan valuta än kronor",
};

export const ledgerSv: LedgerProblemTexts = {
  "not-a-ledger": ({ file, what }) => ({
    what: `${file} är ingen SIE-fil av typ 1–4 utan ${others[what]}.`,
    action: export4,
  }),
  "not-a-table": ({ file, what, row }) =>
    what === "uneven"
      ? {
          what: `${file}, rad ${row}: raden har fler kolumner än rubrikerna, så det går inte att veta vilket belopp som hör till vilken rubrik. Filen används inte.`,
          action:
            "Troligen står ett kommatecken eller semikolon inne i en text eller ett belopp. Exportera filen med ett annat tecken mellan kolumnerna, eller öppna den i Excel och spara den som .xlsx.",
        }
      : {
          what: `${file} ${noTables[what]}.`,
          action:
            "Exportera filen på nytt med semikolon mellan kolumnerna, eller öppna den i Excel och spara den som .xlsx.",
        },
  "posting-bad-row": ({ fault, count }) => ({
    what: `Här ${count === 1 ? "finns" : "börjar"} ${count === 1 ? "en verifikationsrad" : `${count} verifikationsrader`} som inte kan läsas: ${postingFaults[fault]}. Exporten används inte.`,
    action: "Rätta cellen, eller exportera på nytt med konto, datum och belopp i kronor på varje rad.",
  }),
  "posting-rows-left": ({ count }) => ({
    what: `${count === 1 ? "En rad" : `${count} rader`} i exporten är ingen verifikationsrad (summor, ingående och utgående balans, rader utan belopp) och läggs inte till.`,
    action: "Ingen åtgärd behövs. Raderna står bland de undanlagda.",
  }),
  "posting-sum-differs": ({ stated, computed, count }) => ({
    what: `Exporten anger summan ${kr(stated)}, men raderna den summerar ger ${kr(computed)}${count === 1 ? "" : ` (${count} sådana summor)`}. Raderna gäller.`,
    action: "Kontrollera att alla rader är med och att ingen är ändrad, eller exportera på nytt.",
  }),
  "posting-period-followed": ({ count }) => ({
    what: `${count === 1 ? "En verifikationsrad" : `${count} verifikationsrader`} har en annan månad i perioden än i datumet. Perioden gäller.`,
    action: "Kontrollera raderna om månaderna inte stämmer med bokföringen.",
  }),
  "ledger-bad-record": ({ row, label, fault, count }) => ({
    what: `Rad ${row}: ${label} har ${faults[fault]}${count === 1 ? "" : ` (${count} sådana rader i filen)`}. Filen används inte.`,
    action: `Belopp skrivs med decimalpunkt, högst två decimaler och utan tusentalsavgränsare. ${export4}`,
  }),
  "ledger-currency": ({ currency }) => ({
    what: `Filen är i ${currency}, inte i kronor, och används inte.`,
    action: "Exportera bokföringen i svenska kronor.",
  }),
  "ledger-empty": () => ({
    what: "Filen har inga belopp på resultatkonton för det aktuella året.",
    action: "Exportera filen med saldon eller verifikationer (SIE typ 1–4) och försök igen.",
  }),
  "ledger-no-year": () => ({
    what: "Filen säger inte vilket räkenskapsår den gäller (#RAR saknas eller har inga datum), så årets belopp har ingen period.",
    action: "Exportera filen på nytt ur ekonomisystemet med räkenskapsår.",
  }),
  "ledger-no-dimension": ({ dimension, known }) => ({
    what: `Filen har ingen dimension som heter ${dimension}.`,
    action: known === "" ? "Filen har inga dimensioner: läs den som helhet." : `Dimensioner i filen: ${known}.`,
  }),
  "ledger-without-budget": () => ({
    what: "Filen har utfall men ingen budget, så ingen avvikelse kan beräknas.",
    action:
      "Läs den tillsammans med filen som har budgeten: släpp båda på sidan, eller ange båda på kommandoraden. En SIE-fil kan också exporteras med budget (#PBUDGET).",
  }),
  "ledger-part-used": ({ plan, part, ledger }) => ({
    what: `Utfallet för ${plan} är det som ligger på ${part} i ${ledger}.`,
    action: "Är det en annan del av bokföringen: ge budgeten samma namn som den, eller ange dimensionen.",
  }),
  "ledger-lines-matched": ({ pairs }) => ({
    what: `Bokföringens konton är lagda på budgetens rader efter vad raderna heter: ${pairs}.`,
    action:
      "Ska ett konto ligga på en annan rad: skriv kontonummer före radens namn i budgeten, till exempel 50 Lokaler.",
  }),
  "ledger-outside-plan": ({ months, sum }) => ({
    what: `Bokföringen har ${kr(sum)} i ${months}, som budgeten inte gäller. De är inte med.`,
    action: "Är det rätt månader: ta med dem i budgeten. Är det fel datum: rätta dem i bokföringen.",
  }),
  "ledger-income-left": ({ sum }) => ({
    what: `Budgeten har bara kostnader. Bokföringens intäkter (${kr(sum)}) är inte med.`,
    action: "Ska de vara med: skriv en intäktsrad i budgeten.",
  }),
  "ledger-names-damaged": () => ({
    what: "Bokstäver i kontonas namn har gått förlorade innan filen kom hit (å, ä, ö). Siffrorna är hela.",
    action: "Exportera filen på nytt om namnen ska bli rätta.",
  }),
  "ledger-encoding": ({ encoding }) => ({
    what: `Filen är skriven i ${encoding} fast den säger PC8, och är läst så.`,
    action: "Kontrollera att å, ä och ö är rätt i kontonas namn.",
  }),
  "ledger-voucher-unbalanced": ({ voucher, row, difference, count }) => ({
    what: `Verifikation ${voucher} (rad ${row}) går inte ihop: differensen är ${kr(difference)}.${count === 1 ? "" : ` ${count} verifikationer i filen gör inte det.`} De är med som de står.`,
    action: "Kontrollera verifikationen i ekonomisystemet.",
  }),
  "ledger-lone-removal": ({ count }) => ({
    what: `${count === 1 ? "En borttagen rad" : `${count} borttagna rader`} (#RTRANS) följs inte av samma rad som #TRANS. Bara #TRANS räknas.`,
    action: "Kontrollera rättelserna i ekonomisystemet.",
  }),
  "ledger-balance": ({ account, difference, count }) => ({
    what: `Ingående balans plus verifikationer är inte utgående balans på konto ${account} (${kr(difference)})${count === 1 ? "" : ` och ${count - 1} till`}.`,
    action: "Ordinärt om bara en del av verifikationerna är exporterade. Resultatkontonas utfall påverkas inte.",
  }),
  "ledger-sums": ({ difference }) => ({
    what: `Utgående balanser och resultat är inte lika med ingående balanser: differensen är ${kr(difference)}.`,
    action: "Kontrollera att exporten är hel.",
  }),
  "ledger-differs-from-res": ({ account, months, stated, count, used }) => ({
    what: `Månaderna ger inte årets resultat på konto ${account}: ${kr(months)} mot ${kr(stated)} i #RES${count === 1 ? "" : `, och ${count - 1} konton till skiljer`}. ${used === "RES" ? "Utfallet är taget ur #RES, för hela året." : `Utfallet är taget ur ${used === "TRANS" ? "verifikationerna" : `#${used}`}.`}`,
    action: "Exportera hela året, så att månaderna går ihop med årets resultat.",
  }),
  "ledger-two-budgets": ({ account, count }) => ({
    what: `Konto ${account} har två olika budgetbelopp för samma månad, under två årsnummer${count === 1 ? "" : ` (${count} sådana månader)`}. Filen säger inte vilket som gäller, och används inte.`,
    action: "Exportera budgeten för bara det år som följs upp.",
  }),
  "ledger-placed-by-month": ({ rows, doubles }) => ({
    what: `${rows} rader står under ett annat årsnummer än sin månad och är placerade efter månaden${doubles === 0 ? "" : `; ${doubles} av dem finns också under rätt år och är räknade en gång`}.`,
    action: "Ingen åtgärd behövs, om månaderna är rätt.",
  }),
  "ledger-odd-row": ({ what, row, label, count }) => {
    const rows = count === 1 ? `Rad ${row}` : `${count} rader (den första är rad ${row})`;
    const kinds: Readonly<Record<typeof what, string>> = {
      unlabelled: "börjar inte med en etikett och är inte med",
      unknown: `har en etikett som SIE inte har (${label}) och är inte med`,
      repeated: `upprepar år, period, konto och objekt från en tidigare rad (${label}). Beloppen är sammanlagda`,
      split: `har ett belopp som ser ut att vara delat av ett blanksteg (${label}). Det som står före blanksteget är läst`,
      behind: `har något annat än en kvantitet efter beloppet (${label})`,
      account: `har ett konto som varken är ett nummer eller upplagt med #KONTO (${label})`,
      date: `har ett datum som inte finns (${label}). Verifikationens datum gäller, om den har något`,
      open: "börjar en verifikation som inte slutar. Filen kan vara avklippt",
    };
    return {
      what: `${rows} ${kinds[what]}.`,
      action: "Titta på raden i filen. Exportera om filen ur ekonomisystemet om något saknas.",
    };
  },
  "ledger-lacks": ({ type, lacks }) => ({
    what: `Filen är av typ ${type} men har inga ${lacks === "#VER" ? "verifikationer (#VER)" : "periodsaldon (#PSALDO)"}. Den kan vara avklippt.`,
    action: "Exportera om filen ur ekonomisystemet om något saknas.",
  }),
  "ledger-outside-year": ({ amounts, sum }) => ({
    what: `${amounts === 1 ? "Ett belopp" : `${amounts} belopp`} på resultatkonton ligger utanför det räkenskapsår som följs upp och är inte med: ${kr(sum)}.`,
    action: "Ordinärt om filen också har ett tidigare år. Kontrollera annars datumen i ekonomisystemet.",
  }),
  "ledger-unmapped": ({ accounts, count, sum }) => ({
    what: `${count === 1 ? "Ett konto" : `${count} konton`} har ingen rad i kontoplanens förslag (${accounts}) och står under Ej mappat: ${kr(sum)}.`,
    action: "Ingenting har fallit bort. Kontrollera kontona.",
  }),
  "ledger-outside": ({ accounts, count, sum }) => ({
    what: `${count === 1 ? "Ett konto" : `${count} konton`} hör inte till en insats kostnader eller intäkter (${accounts}) och är inte med: ${kr(sum)}.`,
    action: "Kontrollera att det stämmer.",
  }),
  "ledger-type-against-number": ({ accounts, count }) => ({
    what: `Kontotypen säger emot kontonumret för ${count === 1 ? "ett konto" : `${count} konton`} (${accounts}). Beloppens tecken har avgjort.`,
    action: "Kontrollera kontotyperna i ekonomisystemet.",
  }),
};
