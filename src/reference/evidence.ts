// src/reference/evidence.ts: what studies have found of deadweight, outflow and persistence: shown beside the assumption, never a default.
// The published deadweight lies between 0.17 and 0.85, and none of it is of a samordningsförbund (ISF 2011:14, ISF 2022).
import type { AssumptionKind } from "../domain/return/assumptions";

/** As readers see it. */
interface EvidenceWords {
  readonly population: string;
  readonly country: string;
  readonly followUp: string;
  readonly finding: string;
}

export interface Evidence {
  readonly id: string;
  readonly kind: Extract<AssumptionKind, "deadweight" | "outflow" | "persistence">;
  readonly words: Readonly<Record<"sv" | "en", EvidenceWords>>;
  /** The share itself, as a decimal string; null: the study gives none that can be put in. */
  readonly estimate: string | null;
  /** Authors, year and publication, as they are cited. */
  readonly source: string;
  /** What of it has been read. */
  readonly read: "abstract" | "official";
}

type Row = readonly [string, Evidence["kind"], string, string, string, string | null, string, string, Evidence["read"]];

const ROWS: readonly Row[] = [
  [
    "E06",
    "deadweight",
    "Allvarlig psykisk ohälsa, öppenvård; IPS",
    "Sverige",
    "18 månader",
    "0.24",
    "46 % mot 11 % i arbete, 36 enheter (95 % KI 18–54)",
    "Bejerholm m.fl. 2015, Nord J Psychiatry 69:57",
    "abstract",
  ],
  [
    "E08",
    "deadweight",
    "Måttlig till svår psykisk ohälsa i behandling; IPS",
    "Norge",
    "12 månader",
    "0.74",
    "36,6 % mot 27,1 % i arbete; 0,72 efter 18 månader",
    "Reme m.fl. 2019, Scand J Work Environ Health 45:33",
    "abstract",
  ],
  [
    "E09",
    "deadweight",
    "18–29 år utan arbete och studier, tillfällig ersättning; IPS",
    "Norge",
    "12 månader",
    "0.17",
    "48 % mot 8 %, OR 10,39 (95 % KI 2,79–38,68); liten studie, egna uppgifter",
    "Sveinsdottir m.fl. 2020, Scand J Work Environ Health 46:50",
    "abstract",
  ],
  [
    "E10",
    "deadweight",
    "Allvarlig psykisk sjukdom; IPS",
    "Danmark",
    "18 månader",
    "0.78",
    "59,9 % mot 46,5 % i arbete eller utbildning",
    "Christensen m.fl. 2019, JAMA Psychiatry 76:1232",
    "abstract",
  ],
  [
    "E11",
    "deadweight",
    "Allvarlig psykisk sjukdom; IPS, samma försök",
    "Danmark",
    "30 månader",
    "0.82",
    "65 % mot 53 %; skillnaden höll från 18 till 30 månader",
    "Hindawi Depression/psychiatry 2023, 2789891",
    "abstract",
  ],
  [
    "E12",
    "deadweight",
    "Förstämnings- och ångestsyndrom; IPS",
    "Danmark",
    "24 månader",
    "0.85",
    "OR 1,34 (95 % KI 0,86–2,10): ingen säkerställd effekt",
    "Hellström m.fl. 2017, Occup Environ Med 74:717",
    "abstract",
  ],
  [
    "E13",
    "deadweight",
    "Sjukskrivna med depression eller ångest; samordnad vård och rehabilitering",
    "Danmark",
    "12 månader",
    "0.80",
    "56,2 % mot 45,0 % i arbete, p = 0,029",
    "Hoff m.fl. 2021/2022, Occup Environ Med",
    "abstract",
  ],
  [
    "E16",
    "deadweight",
    "Nystartsjobb, 25 år och äldre",
    "Sverige",
    "under och efter",
    "0.63",
    "63 % av de subventionerade jobben hade kommit till ändå",
    "Liljeberg, Sjögren, Vikström, IFAU 2012:6",
    "official",
  ],
  [
    "E22",
    "deadweight",
    "Psykisk funktionsnedsättning; IPS, systematisk översikt",
    "flera länder",
    "ej läst",
    "0.35",
    "55,3 % mot 19,5 % i arbete; svagare där anställningsskyddet är starkt",
    "SBU Kommenterar 2020_10; Brinchmann m.fl. 2020",
    "official",
  ],
  [
    "E02",
    "outflow",
    "Alla perioder med ekonomiskt bistånd",
    "Sverige",
    "12 månader",
    null,
    "omkring 11 % av perioderna är längre än ett år (alla mottagare, inte en utvald grupp)",
    "Königs 2015, Statistics Norway Discussion Paper 797",
    "abstract",
  ],
  [
    "E03",
    "outflow",
    "Alla som någon gång haft ekonomiskt bistånd",
    "Sverige",
    "5 år",
    null,
    "nära 8 % kvar det femte året; kvarstannandet ökar 2–5 enheter per år",
    "Mood 2012, Social Science Research",
    "abstract",
  ],
  [
    "E32",
    "outflow",
    "A-kassa 2019",
    "Sverige",
    "3 år",
    null,
    "63 % har ersättning under ett år, 6 % i tre år eller mer",
    "IAF, statistik 2019",
    "official",
  ],
  [
    "E01",
    "persistence",
    "Alla perioder med ekonomiskt bistånd",
    "Sverige, Norge",
    "3 månader",
    null,
    "över hälften av dem som lämnar är tillbaka",
    "Königs 2015, Statistics Norway Discussion Paper 797",
    "abstract",
  ],
  [
    "E23",
    "persistence",
    "De som nådde sjukförsäkringens tidsgräns 2010",
    "Sverige",
    "1 år",
    null,
    "omkring hälften tillbaka i sjukförsäkringen",
    "ISF 2013:6",
    "official",
  ],
  [
    "E25",
    "persistence",
    "Kvalifiseringsprogrammet",
    "Norge",
    "efter programmet",
    null,
    "38 % (2015) till 50 % (2010) har ekonomiskt bistånd efteråt",
    "NAV, Arbeid og velferd",
    "official",
  ],
];

/** The same in English: population, country, follow-up, finding. */
const ENGLISH: Readonly<Record<string, readonly [string, string, string, string]>> = {
  E06: [
    "Severe mental illness, outpatients; IPS",
    "Sweden",
    "18 months",
    "46 % against 11 % in work, 36 points (95 % CI 18–54)",
  ],
  E08: [
    "Moderate to severe mental illness in treatment; IPS",
    "Norway",
    "12 months",
    "36.6 % against 27.1 % in work; 0.72 after 18 months",
  ],
  E09: [
    "18–29 years without work or studies, temporary benefits; IPS",
    "Norway",
    "12 months",
    "48 % against 8 %, OR 10.39 (95 % CI 2.79–38.68); small study, self-reported",
  ],
  E10: ["Severe mental illness; IPS", "Denmark", "18 months", "59.9 % against 46.5 % in work or education"],
  E11: [
    "Severe mental illness; IPS, the same trial",
    "Denmark",
    "30 months",
    "65 % against 53 %; the difference held from 18 to 30 months",
  ],
  E12: [
    "Mood and anxiety disorders; IPS",
    "Denmark",
    "24 months",
    "OR 1.34 (95 % CI 0.86–2.10): no significant effect",
  ],
  E13: [
    "On sick leave with depression or anxiety; joined care and rehabilitation",
    "Denmark",
    "12 months",
    "56.2 % against 45.0 % in work, p = 0.029",
  ],
  E16: [
    "Nystartsjobb, 25 and older",
    "Sweden",
    "during and after",
    "63 % of the subsidised jobs would have come anyway",
  ],
  E22: [
    "Psychiatric disability; IPS, systematic review",
    "several countries",
    "not read",
    "55.3 % against 19.5 % in work; weaker where job security is strong",
  ],
  E02: [
    "All spells of income support",
    "Sweden",
    "12 months",
    "about 11 % of the spells are longer than a year (all recipients, not a selected group)",
  ],
  E03: [
    "Everybody who has ever had income support",
    "Sweden",
    "5 years",
    "close to 8 % left in the fifth year; staying on rises 2–5 points a year",
  ],
  E32: [
    "Unemployment benefit 2019",
    "Sweden",
    "3 years",
    "63 % have it for less than a year, 6 % for three years or more",
  ],
  E01: ["All spells of income support", "Sweden, Norway", "3 months", "more than half of those who leave are back"],
  E23: [
    "Those who reached the time limit of the sickness insurance in 2010",
    "Sweden",
    "1 year",
    "about half are back in the sickness insurance",
  ],
  E25: [
    "Kvalifiseringsprogrammet",
    "Norway",
    "after the programme",
    "38 % (2015) to 50 % (2010) have income support afterwards",
  ],
};

export const EVIDENCE: readonly Evidence[] = ROWS.map(
  ([id, kind, population, country, followUp, estimate, finding, source, read]) => {
    const english = ENGLISH[id];
    if (english === undefined) throw new Error(`no English words of the study ${id}`);
    return {
      id,
      kind,
      words: {
        sv: { population, country, followUp, finding },
        en: { population: english[0], country: english[1], followUp: english[2], finding: english[3] },
      },
      estimate,
      source,
      read,
    };
  },
);
