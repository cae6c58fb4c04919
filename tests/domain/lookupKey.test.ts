// tests/domain/lookupKey.test.ts: names that people type are one name however their keyboard or Excel wrote them.
import fc from "fast-check";
import { folded, lookupKey, plainSpaces } from "../../src/domain/lookupKey";
import { identityOf } from "../../src/domain/return/agency";
import { isAssociation } from "../../src/domain/return/associationGrant";
import { sourceFinder } from "../../src/domain/return/incomeSource";
import { INCOME_SOURCES } from "../../src/reference/incomeSources";

/** Word and web pages put these in where somebody types a hyphen; U+00AD shows nothing. */
const DASHES = [
  "-",
  "\u2010",
  "\u2011",
  "\u2012",
  "\u2013",
  "\u2014",
  "\u2015",
  "\u2212",
  "\uFE63",
  "\uFF0D",
  "\u2043",
];

test.each(DASHES)("a name with the dash %j is the name with a hyphen", (dash) => {
  const find = sourceFinder(INCOME_SOURCES);
  expect(find(`A${dash}kassa`)).toBe(find("A-kassa"));
  expect(find("A-kassa")).toBeGreaterThanOrEqual(0);
  expect(identityOf(`F${dash}kassan`)).toEqual(identityOf("Försäkringskassan"));
  expect(identityOf(`A${dash}kassa`)).toEqual(identityOf("Övriga staten"));
  expect(isAssociation(`Finsam${dash}förbundet`)).toBe(true);
});

test.each([
  ["Försäk\u00ADrings\u00ADkassan", "Försäkringskassan"],
  ["Försäkringskassan\u00A0", "Försäkringskassan"],
  ["Fo\u0308rsa\u0308kringskassan", "Försäkringskassan"],
  ["FOERSAEKRINGSKASSAN", "Försäkringskassan"],
  ["Arbets\u200Bförmedlingen", "Arbetsförmedlingen"],
  ["Söderhamns\u00A0kommun", "Söderhamns kommun"],
  ["Region\u2007Gävleborg", "Region Gävleborg"],
])("%j is %s", (typed, name) => {
  expect(identityOf(typed)).toEqual(identityOf(name));
  expect(identityOf(name)).not.toBeNull();
  expect(lookupKey(typed)).toBe(lookupKey(name));
});

test("numbers that something stands between are not run together", () => {
  const ids = ["1-12", "11-2", "112", "1.12", "11/2", "11.2"];
  expect(ids.map(lookupKey)).toEqual(["1-12", "11-2", "112", "1-12", "11-2", "11-2"]);
  expect(["P-1", "P 1", "p1", " P.1 "].map(lookupKey)).toEqual(["p1", "p1", "p1", "p1"]);
});

test("spacing, case, dashes and soft hyphens between letters say nothing", () => {
  const letters = fc
    .tuple(
      fc.constantFrom(...Array.from("åäöÅÄÖb")),
      fc.string({ unit: fc.constantFrom(...Array.from("bcdfgBCDFG")), minLength: 1, maxLength: 5 }),
    )
    .map(([first, rest]) => first + rest);
  const between = fc.constantFrom("", " ", "\u00A0", "\u00AD", ".", "_", ...DASHES);
  fc.assert(
    fc.property(fc.array(fc.tuple(letters, between), { minLength: 1, maxLength: 4 }), (parts) => {
      const plain = parts.map(([word]) => word).join("");
      const typed = parts.map(([word, gap]) => word + gap).join("");
      expect(lookupKey(typed.toUpperCase())).toBe(lookupKey(plain));
    }),
    { seed: 8 },
  );
});

test("text that is shown keeps its letters, and loses what does not show", () => {
  expect(plainSpaces(" Försäk\u00ADrings\u00A0kassan\u200B ")).toBe("Försäkrings kassan");
  expect(folded("Å\u2011kassan")).toBe("a-kassan");
});

test.each([
  ["Ingående eget kapital", "ingaende eget kapital"],
  ["ingaende eget kapital", "ingaende eget kapital"],
  ["Ingaaende", "ingaende"],
  ["Föregående år", "foregaende ar"],
  ["Kaernan", "karnan"],
  ["Kärnan", "karnan"],
  ["Vaesteraas", "vasteras"],
  ["Boenden", "boenden"],
])("%s is folded to what patterns are written for: %s", (text, expected) => {
  expect(folded(text)).toBe(expected);
});
