// tests/recalculate/courses.test.ts: courses of supports in the written tabs: LibreOffice recalculates every formula as the engine has it, in five sets.
import { baseScenario, asReported, type Scenario, withAssumptions } from "../../src/domain/return/assumptions";
import { monthIndex } from "../../src/domain/period";
import { certain, input, paid, person, type Person } from "../domain/returnInput";
import { bytesOf, returnTabsOf } from "../report/returnFixtures";
import { agreementOf } from "./agreement";
import { recalculate } from "./libreOffice";

const last = monthIndex(2025, 12);

/** The six worked courses. */
const worked: readonly Person[] = [
  { born: [1988, 3], before: ["A-kassa", 17_600], usedUnits: 66, followOn: ["Aktivitetsstöd", 13_200] },
  { born: [1979, 6], before: ["Aktivitetsstöd", 8_030], usedUnits: 132, followOn: ["Försörjningsstöd", 9_500] },
  { born: [2001, 9], before: ["Etableringsersättning", 6_776], usedUnits: 10, followOn: ["Aktivitetsstöd", 8_030] },
  { born: [1998, 7], before: ["Aktivitetsersättning", 12_975], followOn: ["Sjukersättning", 13_715] },
  { born: [1975, 2], before: ["Sjukpenning", 23_280], usedUnits: 184 },
  {
    born: [1966, 5],
    before: ["Försörjningsstöd", 7_890],
    after: ["Nystartsjobb", 6_284],
    after2: ["Jobbpremie", 3_750],
  },
];
/** Ends inside months, costs after that end before and with the comparison, what remains, a gap, a household. */
const uneven: readonly Person[] = [
  { before: ["A-kassa", "17600.55"], usedUnits: 12, benefitPeriod: "300/60", after: ["Introduktionsjobb", 9_000] },
  { before: ["A-kassa", 20_000], usedUnits: 250, after: ["Studiestöd", 4_000], followOn: ["Försörjningsstöd", 8_000] },
  { before: ["Studiestöd", 9_117], usedUnits: 200, after: ["Aktivitetsstöd", 4_015], remaining: 1_000 },
  { before: ["Sjukpenning", 20_000], usedUnits: 300, remaining: 4_000, after: ["Sjukersättning", 9_000] },
  { before: ["Etableringsersättning", 6_776], supportLastDay: "2026-04-12", followOn: ["Sjukpenning", 9_000] },
  { before: ["Försörjningsstöd", 9_000], household: "H", pensionAge: 60 },
  { before: ["Försörjningsstöd", 11_000], household: "H", pensionAge: 55, after: ["Sjukpenning", 4_000] },
];

const scenarios: Readonly<Record<string, Scenario>> = {
  "as reported": asReported(2026),
  base: baseScenario(2026),
  careful: withAssumptions(asReported(2026), [
    certain("rate", "0.03"),
    certain("deadweight", "0.2"),
    certain("outflow", "0.1"),
    certain("persistence", "0.9"),
    certain("persistence", "0.6", "Subventionerad anställning"),
    certain("persistence", "0.8", "Jobbpremie"),
    certain("uprating", "0.02", "A-kassa"),
    certain("tax", "0.3"),
  ]),
};

test.each<[string, readonly Person[], keyof typeof scenarios]>([
  ["the worked courses, as reported", worked, "as reported"],
  ["the worked courses, base", worked, "base"],
  ["uneven courses, as reported", uneven, "as reported"],
  ["uneven courses, base", uneven, "base"],
  ["all of them, with every assumption", [...worked, ...uneven], "careful"],
])(
  "%s",
  async (_, people, scenario) => {
    const sheets = returnTabsOf(
      input({
        participants: people.map((each, at) => person({ id: `P${at}`, lastMonth: last, ...each })),
        contributions: [paid("Försäkringskassan", 500_000, 2026), paid("Kommunen", 250_000, 2026)],
        scenario: scenarios[scenario]!,
      }),
    );
    const { formulas, disagreements } = agreementOf(sheets, await recalculate(await bytesOf(sheets)));
    expect(disagreements.slice(0, 12)).toEqual([]);
    expect(formulas).toBeGreaterThan(1000);
  },
  120_000,
);
