import { compareIdentity, identityOf, municipalityIdentity, sameIdentity } from "../../../src/domain/return/agency";

test.each`
  name                               | kind              | key
  ${"Försäkringskassan"}             | ${"state"}        | ${"forsakringskassan"}
  ${"FÖRSÄKRINGSKASSAN "}            | ${"state"}        | ${"forsakringskassan"}
  ${"FK"}                            | ${"state"}        | ${"forsakringskassan"}
  ${"Arbetsförmedlingen"}            | ${"state"}        | ${"arbetsformedlingen"}
  ${"A-kassa"}                       | ${"state"}        | ${"ovrigastaten"}
  ${"Övriga staten"}                 | ${"state"}        | ${"ovrigastaten"}
  ${"Kommun"}                        | ${"municipality"} | ${""}
  ${"Kommunen"}                      | ${"municipality"} | ${""}
  ${"Kommunerna"}                    | ${"municipality"} | ${""}
  ${"Söderhamns kommun"}             | ${"municipality"} | ${"soderhamn"}
  ${"Kommunen (Söderhamn)"}          | ${"municipality"} | ${"soderhamn"}
  ${"Hjo kommun"}                    | ${"municipality"} | ${"hjo"}
  ${"Borås stad"}                    | ${"municipality"} | ${"bora"}
  ${"Regionen"}                      | ${"region"}       | ${""}
  ${"Landstinget"}                   | ${"region"}       | ${""}
  ${"Region Gävleborg"}              | ${"region"}       | ${"gavleborg"}
  ${"Gävleborgs läns landsting"}     | ${"region"}       | ${"gavleborg"}
  ${"Region Jönköpings län"}         | ${"region"}       | ${"jonkoping"}
  ${"Västra Götalandsregionen"}      | ${"region"}       | ${"vastragotaland"}
  ${"Region Västra Götaland"}        | ${"region"}       | ${"vastragotaland"}
  ${"Europeiska socialfonden (ESF)"} | ${"other"}        | ${"europeiskasocialfonden"}
`("$name is $kind $key", ({ name, kind, key }: { name: string; kind: string; key: string }) => {
  expect(identityOf(name)).toEqual({ kind, key });
});

test.each(["", "Halmstad", "Kommunalförbundet X", "Stiftelsen Y"])("%j is nobody known", (name) => {
  expect(identityOf(name)).toBeNull();
});

test.each([
  ["Söderhamn", "Söderhamns kommun"],
  ["Halmstad", "Halmstads kommun"],
  ["Västerås", "Västerås stad"],
  ["Kommunen", "kommun"],
])("%s and %s are one municipality", (a, b) => {
  expect(sameIdentity(municipalityIdentity(a), municipalityIdentity(b))).toBe(true);
});

test("state first, then municipalities, regions and others; within the state Försäkringskassan first", () => {
  const names = ["ESF", "Regionen", "Kommunen", "A-kassa", "Arbetsförmedlingen", "Försäkringskassan"];
  const sorted = [...names].sort((a, b) => compareIdentity(identityOf(a)!, identityOf(b)!));
  expect(sorted).toEqual([...names].reverse());
});
