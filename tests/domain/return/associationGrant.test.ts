// tests/domain/return/associationGrant.test.ts: who shares a grant of the association, and how: by law with and without a region, by agreement.
import { grantSplit, isAssociation } from "../../../src/domain/return/associationGrant";
import { SHARES_WITH_REGION, SHARES_WITHOUT_REGION } from "../../../src/reference/statutoryShares";
import { dec } from "../returnInput";

const law = { withRegion: SHARES_WITH_REGION, withoutRegion: SHARES_WITHOUT_REGION };
const listed = (...agencies: readonly (string | readonly [string, string])[]) =>
  agencies.map((each) =>
    typeof each === "string" ? { agency: each, share: null } : { agency: each[0], share: dec(each[1]) },
  );

test.each<[string, Parameters<typeof grantSplit>[0], readonly string[], string, string, readonly string[]]>([
  [
    "nobody named: the members of the law",
    [],
    [],
    "with-region",
    "1000",
    ["Försäkringskassan 500", "Kommunerna 250", "Regionerna 250"],
  ],
  // 100.03 kr: 50.015, 25.0075 and 25.0075. Rounded down 100.01; the two odd öre go to the remainders 0.75, not to 0.5.
  [
    "a list without a region, öre by largest remainder",
    listed("Försäkringskassan", "Söderhamns kommun", "Bollnäs kommun"),
    [],
    "without-region",
    "100.03",
    ["Försäkringskassan 50.01", "Söderhamns kommun 25.01", "Bollnäs kommun 25.01"],
  ],
  // A quarter of 100 for three municipalities: 8.333… each, 24.99 rounded down; the odd öre goes to the first.
  [
    "municipalities share their quarter",
    listed("FK", "Kommun A", "Kommun B", "Kommun C", "Region X"),
    [],
    "with-region",
    "100",
    ["FK 50", "Kommun A 8.34", "Kommun B 8.33", "Kommun C 8.33", "Region X 25"],
  ],
  [
    "those with own time stand for their kinds, and Försäkringskassan for the state",
    [],
    ["Arbetsförmedlingen", "Söderhamns kommun"],
    "with-region",
    "8",
    ["Försäkringskassan 4", "Söderhamns kommun 2", "Regionerna 2"],
  ],
  [
    "a local agreement",
    listed(["Försäkringskassan", "0.4"], ["Kommunen", "0.35"], ["Regionen", "0.25"]),
    ["Bollnäs kommun"],
    "agreement",
    "1000",
    ["Försäkringskassan 400", "Kommunen 350", "Regionen 250"],
  ],
])("%s", (_name, parties, named, basis, total, expected) => {
  const split = grantSplit(parties, named, law);
  expect(split.basis).toBe(basis);
  expect(split.of(dec(total)).map(({ name, amount }) => `${name} ${amount.toString()}`)).toEqual(expected);
});

test.each<[string, boolean]>([
  ["Samordningsförbundet Gävleborg", true],
  ["samordningsförbund", true],
  ["Förbundet", true],
  ["Finsam", true],
  ["FINSAM Västra Skaraborg", true],
  ["Kommunalförbundet Hälsingland", false],
  ["Söderhamns kommun", false],
  ["Europeiska socialfonden", false],
])("%s is the association: %p", (name, is) => {
  expect(isAssociation(name)).toBe(is);
});
