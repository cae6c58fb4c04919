// tests/domain/deviation/costLine.test.ts: names of cost lines.
import { costLineName } from "../../../src/domain/deviation/costLine";

test.each([
  ["1. Personalkostnader", "Personalkostnader"],
  ["3) Köp av verksamhet / Konsulter", "Köp av verksamhet / Konsulter"],
  ["2.1 Lokaler", "Lokaler"],
  ["2.1. Lokaler", "Lokaler"],
  ["1.Personal", "Personal"],
  ["1. 5010 Lokalhyra", "5010 Lokalhyra"],
  ["5010 Lokalhyra", "5010 Lokalhyra"],
  ["5010. Lokalhyra", "5010. Lokalhyra"],
  ["40 timmar handledning", "40 timmar handledning"],
  ["1.5", "1.5"],
  ["1. ", "1."],
  ["  Övriga\u00a0 kostnader\n", "Övriga kostnader"],
  ["Ko\u0308p", "Köp"],
  ["Lokal\u00adkostnader\u200b", "Lokalkostnader"],
  ["Köp*", "Köp*"],
  [">5", ">5"],
  ["=SUM(A1)", "=SUM(A1)"],
  ["LOKALER", "LOKALER"],
  [" \u00a0 ", ""],
])("%j is %j", (text, name) => {
  expect(costLineName(text)).toBe(name);
  expect(costLineName(name)).toBe(name);
});
