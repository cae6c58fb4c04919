// src/reference/riksnorm.ts: the national norm for income support 2007–2026, kr per month, nominal amounts of each year.
// From 2027 the norm is reformed and its amounts are not known: ask, never extrapolate (`RIKSNORM_LAST_YEAR`).
import type { Provenance } from "./provenance";

/** `adult`: per single adult or per couple; `child`: by age; `household`: common costs by number of persons. */
export type NormKind = "adult" | "child" | "childWithoutLunch" | "household";

export interface NormAmount extends Provenance {
  readonly year: number;
  readonly kind: NormKind;
  /** `single`, `couple`, an age span such as `4-6`, a household size, or `perPersonOver7`. */
  readonly key: string;
  readonly krPerMonth: number;
}

// Read in riksnorm.json of github mathiasboos/Typfallsmodellen, packages/data, at d801d36 (from Bidrag.bas), which has a misprint for couples in 2025:
// 7 500 where the law has 7 050.
const TYPFALL = "Pensionsmyndigheten, Typfallsmodellen version 4.8";

const SOURCES: readonly Provenance[] = [
  { certainty: "found", source: TYPFALL },
  {
    certainty: "derived",
    source: "Skillnaden mellan sju och sex personer (socialtjänstförordningen 2025:468, 12 kap. 3 §; Socialstyrelsen)",
  },
  { certainty: "found", source: `Socialstyrelsen, riksnormen för året; ${TYPFALL}` },
  { certainty: "found", source: "Socialstyrelsen, riksnormen 2016" },
  // The document was read as studylibsv.com/doc/981717.
  { certainty: "found", source: `Socialstyrelsen, dnr 3.8-27193/2016; ${TYPFALL}` },
  { certainty: "found", source: "Socialtjänstförordningen (2025:468) 12 kap. 2 §" },
  // Read in se-lex/sfs, 2025/sfs-2025-468.md at 1d744fba.
  { certainty: "found", source: "Socialtjänstförordningen (2025:468) 12 kap. 2 §, ändrad genom SFS 2025:1046" },
];

/** Keys, then one row per year: the amounts in the keys' order; the number is the row of SOURCES. */
interface Block {
  readonly kind: NormKind;
  readonly keys: readonly string[];
  readonly years: readonly (readonly [number, readonly number[], number | readonly number[]])[];
}

const BLOCKS: readonly Block[] = [
  {
    kind: "adult",
    keys: ["single", "couple"],
    years: [
      [2007, [2640, 4770], 0],
      [2008, [2700, 4870], 0],
      [2009, [2800, 5060], 0],
      [2010, [2800, 5060], 0],
      [2011, [2830, 5120], 0],
      [2012, [2920, 5270], 0],
      [2013, [2950, 5320], 0],
      [2014, [2950, 5320], 2],
      [2015, [2950, 5320], 2],
      [2016, [2950, 5320], 0],
      [2017, [2980, 5370], 4],
      [2018, [3030, 5460], 0],
      [2019, [3090, 5570], 2],
      [2020, [3150, 5680], 0],
      [2021, [3160, 5700], 0],
      [2022, [3210, 5800], 0],
      [2023, [3490, 6300], 0],
      [2024, [3800, 6850], 0],
      [2025, [3910, 7050], 5],
      [2026, [3940, 7100], 6],
    ],
  },
  {
    kind: "household",
    keys: ["1", "2", "3", "4", "5", "6", "7", "perPersonOver7"],
    years: [
      [2007, [830, 930, 1160, 1340, 1530, 1740, 1910, 170], [0, 0, 0, 0, 0, 0, 0, 1]],
      [2008, [850, 950, 1190, 1370, 1560, 1780, 1950, 170], [0, 0, 0, 0, 0, 0, 0, 1]],
      [2009, [880, 990, 1240, 1420, 1620, 1850, 2020, 170], [0, 0, 0, 0, 0, 0, 0, 1]],
      [2010, [880, 990, 1240, 1420, 1620, 1850, 2020, 170], [0, 0, 0, 0, 0, 0, 0, 1]],
      [2011, [890, 1000, 1260, 1440, 1640, 1870, 2040, 170], [0, 0, 0, 0, 0, 0, 0, 1]],
      [2012, [920, 1030, 1300, 1480, 1690, 1930, 2100, 170], [0, 0, 0, 0, 0, 0, 0, 1]],
      [2013, [930, 1040, 1310, 1490, 1710, 1950, 2120, 170], [0, 0, 0, 0, 0, 0, 0, 1]],
      [2014, [930, 1040, 1310, 1490, 1710, 1950, 2120, 170], [2, 2, 2, 2, 2, 2, 2, 1]],
      [2015, [930, 1040, 1310, 1490, 1710, 1950, 2120, 170], [2, 2, 2, 2, 2, 2, 2, 1]],
      [2016, [940, 1050, 1320, 1500, 1720, 1960, 2130, 170], [0, 0, 0, 0, 0, 0, 0, 1]],
      [2017, [950, 1060, 1330, 1520, 1740, 1980, 2150, 170], [4, 4, 4, 4, 4, 4, 4, 1]],
      [2018, [970, 1080, 1350, 1540, 1770, 2010, 2180, 170], [0, 0, 0, 0, 0, 0, 0, 1]],
      [2019, [990, 1100, 1380, 1570, 1810, 2050, 2220, 170], [2, 2, 2, 2, 2, 2, 2, 1]],
      [2020, [1010, 1120, 1410, 1600, 1850, 2090, 2260, 170], [0, 0, 0, 0, 0, 0, 0, 1]],
      [2021, [1020, 1130, 1420, 1610, 1860, 2100, 2270, 170], [0, 0, 0, 0, 0, 0, 0, 1]],
      [2022, [1040, 1150, 1450, 1640, 1890, 2140, 2310, 170], [0, 0, 0, 0, 0, 0, 0, 1]],
      [2023, [1130, 1250, 1580, 1790, 2060, 2330, 2510, 180], [0, 0, 0, 0, 0, 0, 0, 1]],
      [2024, [1230, 1360, 1720, 1950, 2240, 2540, 2730, 190], [0, 0, 0, 0, 0, 0, 0, 1]],
      [2025, [1270, 1400, 1770, 2010, 2310, 2620, 2810, 190], [5, 5, 5, 5, 5, 5, 5, 1]],
      [2026, [1280, 1410, 1790, 2030, 2330, 2640, 2830, 190], [6, 6, 6, 6, 6, 6, 6, 1]],
    ],
  },
  {
    kind: "child",
    keys: ["0", "1-2", "3", "4-6", "7-10", "11-14", "15-18", "19-20"],
    years: [
      [2007, [1560, 1770, 1450, 1770, 1980, 2270, 2550, 2640], 0],
      [2008, [1590, 1810, 1480, 1810, 2020, 2320, 2610, 2700], 0],
      [2009, [1650, 1880, 1540, 1880, 2100, 2410, 2710, 2740], 0],
      [2010, [1650, 1880, 1540, 1880, 2100, 2410, 2710, 2740], 0],
      [2011, [1670, 1900, 1560, 1900, 2130, 2440, 2740, 2770], 0],
      [2012, [1720, 1960, 1710, 1960, 2390, 2810, 3220, 3250], 0],
      [2013, [1740, 1980, 1730, 1980, 2410, 2840, 3250, 3280], 0],
      [2014, [1740, 1980, 1730, 1980, 2410, 2840, 3250, 3280], 2],
      [2015, [1740, 1980, 1730, 1980, 2410, 2840, 3250, 3280], 2],
      [2016, [1840, 2080, 1830, 2080, 2660, 3090, 3500, 3530], 0],
      [2017, [1860, 2100, 1850, 2100, 2690, 3120, 3540, 3570], 4],
      [2018, [2090, 2330, 2080, 2330, 2930, 3370, 3800, 3830], 0],
      [2019, [2130, 2380, 2120, 2380, 2990, 3440, 3880, 3910], 2],
      [2020, [2170, 2430, 2160, 2430, 3050, 3510, 3950, 3980], 0],
      [2021, [2180, 2440, 2170, 2440, 3060, 3520, 3970, 4000], 0],
      [2022, [2220, 2480, 2210, 2480, 3110, 3580, 4040, 4070], 0],
      [2023, [2420, 2700, 2410, 2700, 3380, 3890, 4390, 4430], 0],
      [2024, [2640, 2940, 2620, 2940, 3680, 4230, 4780, 4820], 0],
      [2025, [2720, 3030, 2700, 3030, 3790, 4350, 4920, 4960], 5],
      [2026, [2740, 3060, 2720, 3060, 3820, 4390, 4960, 5000], 6],
    ],
  },
  {
    kind: "childWithoutLunch",
    keys: ["0", "1-2", "3", "4-6"],
    years: [
      [2014, [1610, 1800, 1550, 1730], 2],
      [2015, [1610, 1800, 1550, 1730], 3],
      [2017, [1730, 1920, 1670, 1850], 4],
      [2019, [2000, 2190, 1940, 2120], 2],
      [2021, [2050, 2240, 1990, 2170], 2],
      [2025, [2540, 2780, 2480, 2700], 5],
      [2026, [2560, 2800, 2500, 2720], 6],
    ],
  },
];

/** Every amount with its source. `childWithoutLunch` was found for some years only. */
export const RIKSNORM: readonly NormAmount[] = BLOCKS.flatMap(({ kind, keys, years }) =>
  years.flatMap(([year, amounts, sources]) =>
    amounts.map((krPerMonth, index) => {
      const provenance = SOURCES[typeof sources === "number" ? sources : sources[index]!]!;
      return { year, kind, key: keys[index]!, krPerMonth, ...provenance };
    }),
  ),
);

export const RIKSNORM_FIRST_YEAR = 2007;
export const RIKSNORM_LAST_YEAR = 2026;

/** The amount of one year, or null where the norm does not list it. */
export function normAmount(year: number, kind: NormKind, key: string): number | null {
  return RIKSNORM.find((row) => row.year === year && row.kind === kind && row.key === key)?.krPerMonth ?? null;
}
