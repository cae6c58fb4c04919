// tests/intake/records/supportNames.test.ts: supports as project leads write them; what does not say which support it is is asked for, not guessed.
import { toKr } from "../../../src/domain/money";
import { supportNames } from "../../../src/intake/records/supportNames";
import { INCOME_SOURCES } from "../../../src/reference/incomeSources";
import { readSheet } from "../shown";

const named = supportNames(INCOME_SOURCES);

test.each<[string, readonly string[]]>([
  [
    "Försörjningsstöd",
    ["ek. bistånd", "Ek bistånd", "soc.bidrag", "SOCIALBIDRAG", "Ekonomiskt bistånd (försörjningsstöd)"],
  ],
  ["Sjukpenning", ["sjukp.", "Sjukpenning 50 %"]],
  ["Sjukersättning", ["sjukers.", "sjukersättning 100%", "Sjukersättning (75 %)", "Sjuk-/aktivitetsersättning"]],
  ["Aktivitetsersättning", ["akt.ers.", "aktivitetsers."]],
  ["Aktivitetsstöd", ["aktstöd", "akt. stöd"]],
  ["A-kassa", ["a-kassan", "akassa", "Alfa-kassan"]],
  ["Studiestöd", ["CSN", "studiemedel"]],
  // The state pays a part of the wage, which is never nothing.
  [
    "Subventionerad anställning",
    ["nystartsjobb", "lönebidrag", "Lönebidragsanställning", "Lön, subventionerad", "OSA"],
  ],
  [
    "Arbete",
    ["Lön", "lön", "anställning", "Anställd", "jobb", "Osubventionerat arbete", "Timanställning", "Egen firma"],
  ],
])("%s", (name, spellings) => {
  const found = spellings.map((text) => {
    const support = named(text);
    return support.kind === "support" ? INCOME_SOURCES[support.index]?.name : support;
  });
  expect(found).toEqual(spellings.map(() => name));
});

test.each<[string, readonly string[]]>([
  [
    "FK",
    [
      "Sjukpenning",
      "Rehabiliteringspenning",
      "Sjukersättning",
      "Aktivitetsersättning",
      "Föräldrapenning",
      "Etableringsjobb",
      "Jobbpremie",
      "Bostadstillägg",
      "Bostadsbidrag",
    ],
  ],
  ["AF", ["Aktivitetsstöd", "Utvecklingsersättning", "Etableringsersättning", "Subventionerad anställning"]],
  ["Kommunen", ["Försörjningsstöd"]],
])("%s pays several supports, or one: which it is has to be said", (text, known) => {
  expect(named(text)).toEqual({ kind: "agency", known });
});

test.each<[string, readonly string[] | "all"]>([
  ["Sjukersätning", ["Sjukersättning"]],
  ["Försörjningstöd", ["Försörjningsstöd"]],
  // Sick-listed without sickness benefit is common here; half a job may leave half of the old support.
  ["Sjukskriven", "all"],
  ["Arbetslös", ["A-kassa"]],
  ["Förvärvsarbete 50 %", ["Arbete"]],
  ["Lotteri", "all"],
])("%s is not guessed at", (text, known) => {
  expect(named(text)).toEqual({
    kind: "unknown",
    known: known === "all" ? INCOME_SOURCES.map(({ name }) => name) : known,
  });
});

test("no spelling stands for two supports", () => {
  INCOME_SOURCES.forEach(({ name, synonyms }) => {
    for (const text of [name, ...synonyms]) {
      const support = named(text);
      expect([text, support.kind === "support" ? INCOME_SOURCES[support.index]?.name : null]).toEqual([text, name]);
    }
  });
});

test("a degree is no part of a support's name: the calculation finds it, and the amount is what is paid", () => {
  const intake = readSheet([
    ["Deltagare", "Födelseår", "Sista månad", "Försörjning före", "Belopp före", "Försörjning efter", "Belopp efter"],
    ["P1", 1980, "2023-06", "Sjukersättning 50 %", 7000, "Lön", null],
    ["P2", 1980, "2023-06", "FK", 7000, "Lön", null],
  ]);
  expect(intake.participants.map(({ value }) => [value.before.source, toKr(value.before.amount).toString()])).toEqual([
    ["Sjukersättning", "7000"],
  ]);
  expect(intake.problems.map(({ code, cell }) => `${code} ${cell}`)).toContain("support-is-agency D3");
});
