// src/reference/evidence.ts: what studies have found of deadweight, outflow and persistence: shown beside the assumption, never a default.
// The published deadweight lies between 0.17 and 0.85, and none of it is of a samordningsförbund (ISF 2011:14, ISF 2022).
import type { AssumptionKind } from "../domain/return/assumptions";

/** Swedish, as readers see it. */
export interface Evidence {
  readonly id: string;
  readonly kind: Extract<AssumptionKind, "deadweight" | "outflow" | "persistence">;
  readonly population: string;
  readonly country: string;
  readonly followUp: string;
  /** The share itself, as a decimal string; null: the study gives none that can be put in. */
  readonly estimate: string | null;
  readonly finding: string;
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

export const EVIDENCE: readonly Evidence[] = ROWS.map(
  ([id, kind, population, country, followUp, estimate, finding, source, read]) => ({
    id,
    kind,
    population,
    country,
    followUp,
    estimate,
    finding,
    source,
    read,
  }),
);
