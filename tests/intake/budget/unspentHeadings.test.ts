// tests/intake/budget/unspentHeadings.test.ts: what is not spent is what is left of a budget, never the outcome.
import { measureHeading } from "../../../src/intake/budget/measureHeading";

test.each([
  "Ej förbrukat",
  "Ej förbrukade medel 2024",
  "Oförbrukat 2024",
  "Ej utnyttjat",
  "Outnyttjade medel",
  "Oanvända medel",
])("%s is the user's own deviation", (heading) => {
  expect(measureHeading(heading)?.measure).toBe("deviation");
});

test.each([
  ["Förbrukat 2024", "outcome"],
  ["Upparbetat ej rekvirerat", "version"],
  ["Tilldelat 2024", "budget"],
])("%s stays %s", (heading, measure) => {
  expect(measureHeading(heading)?.measure).toBe(measure);
});
