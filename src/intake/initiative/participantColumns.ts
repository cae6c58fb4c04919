// src/intake/initiative/participantColumns.ts: the columns of the participants table and what people call them.
import type { Headings } from "./rowTable";

export type ParticipantColumn =
  | "id"
  | "birthDate"
  | "birthYear"
  | "lastMonth"
  | "before"
  | "amountBefore"
  | "after"
  | "amountAfter"
  | "remaining"
  | "then"
  | "amountThen"
  | "usedUnits"
  | "benefitPeriod"
  | "supportLastDay"
  | "after2"
  | "amountAfter2"
  | "afterRule"
  | "household"
  | "municipality"
  | "sex"
  | "pensionAge";
export const HEADINGS: Headings<ParticipantColumn> = {
  id: [
    "deltagare",
    "deltagarid",
    "deltagarnr",
    "deltagarnummer",
    "participant",
    "participants",
    "participantid",
    "id",
    "lopnr",
    "lopnummer",
    "kod",
    "person",
    "individ",
  ],
  birthDate: ["fodelsedatum", "fodelsedag", "fodd", "birthdate", "dateofbirth", "born"],
  birthYear: ["fodelsear", "birthyear", "yearofbirth"],
  lastMonth: [
    "sistamanadmedtidigarestod",
    "sistamanadmedstod",
    "sistamanad",
    "sistamanadenmedtidigarestod",
    "sistamanadmedtidigareforsorjning",
    "stodetupphorde",
    "lastmonthwithsupport",
    "lastmonthwithformersupport",
    "lastmonthwithearliersupport",
    "lastmonthwithprevioussupport",
    "lastmonth",
  ],
  before: ["forsorjningfore", "tidigareforsorjning", "forsorjningforeinsats", "stodfore", "supportbefore"],
  amountBefore: [
    "beloppfore",
    "manadsbeloppfore",
    "arsbeloppfore",
    "beloppforeinsats",
    "amountbefore",
    "monthlyamountbefore",
    "yearlyamountbefore",
  ],
  after: ["forsorjningefter", "forsorjningefterinsats", "nyforsorjning", "stodefter", "supportafter"],
  amountAfter: [
    "beloppefter",
    "manadsbeloppefter",
    "arsbeloppefter",
    "beloppefterinsats",
    "amountafter",
    "monthlyamountafter",
    "yearlyamountafter",
  ],
  remaining: ["kvarvarandestod", "kvarvarandebelopp", "kvarstaendestod", "remainingsupport", "remaining"],
  then: ["darefter", "forsorjningdarefter", "then", "thereafter", "afterwards"],
  amountThen: [
    "beloppdarefter",
    "manadsbeloppdarefter",
    "arsbeloppdarefter",
    "amountthen",
    "amountthereafter",
    "amountafterwards",
  ],
  usedUnits: [
    "forbrukatavstodet",
    "forbrukatstod",
    "forbrukadedagar",
    "forbrukademanader",
    "forbrukadeveckor",
    "antalforbrukadedagar",
    "useddays",
    "usedofsupport",
    "usedofthesupport",
  ],
  benefitPeriod: ["ersattningsperiod", "benefitperiod"],
  supportLastDay: [
    "stodetssistadag",
    "sistadagmedstod",
    "sistadagmedstodet",
    "beslutettillochmed",
    "beslutettom",
    "lastdayofsupport",
    "supportlastday",
  ],
  after2: ["forsorjningefter2", "stodefter2", "supportafter2"],
  amountAfter2: ["beloppefter2", "manadsbeloppefter2", "arsbeloppefter2", "amountafter2", "monthlyamountafter2"],
  afterRule: ["regelefter", "ruleafter"],
  household: ["hushall", "hushallsid", "household"],
  municipality: ["kommun", "hemkommun", "municipality"],
  sex: ["kon", "sex", "gender"],
  pensionAge: ["pensionsalder", "riktalder", "pensionage", "retirementage"],
};
