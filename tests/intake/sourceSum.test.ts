import { sumOf } from "../../src/intake/sourceSum";

/** `+B5:B9` for a rectangle that is added. */
function told(formula: string | null, sheet = "Blad1"): string | null {
  const sum = sumOf(formula, sheet);
  if (sum === null) return null;
  const name = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;
  const terms = sum.terms.map(({ sign, top, left, bottom, right }) => {
    const [first, last] = [name(top, left), name(bottom, right)];
    return `${sign === 1 ? "+" : "-"}${first === last ? first : `${first}:${last}`}`;
  });
  return `${sum.kind} ${terms.join(" ")}`;
}

test.each`
  formula                       | terms
  ${"=SUM(B5:B9)"}              | ${"sum +B5:B9"}
  ${"=SUM(B5:B9,B12,$B$14)"}    | ${"sum +B5:B9 +B12 +B14"}
  ${"=SUM(B9:B5)"}              | ${"sum +B5:B9"}
  ${"=SUBTOTAL(9,B5:B9)"}       | ${"subtotal +B5:B9"}
  ${"=SUBTOTAL(109,B5:B9,B11)"} | ${"subtotal +B5:B9 +B11"}
  ${"=AGGREGATE(9,5,B5:B9)"}    | ${"subtotal +B5:B9"}
  ${"=B10-B19"}                 | ${"chain +B10 -B19"}
  ${"=+B5+B6-B7"}               | ${"chain +B5 +B6 -B7"}
  ${"=-SUM(B5:B9)+B11"}         | ${"sum -B5:B9 +B11"}
  ${"=SUM(B5:B9)-SUM(B12:B14)"} | ${"sum +B5:B9 -B12:B14"}
  ${"=B5-(B6-B7)"}              | ${"chain +B5 -B6 +B7"}
  ${"=SUM(B5+B6-B7)"}           | ${"sum +B5 +B6 -B7"}
  ${"=SUM( B5 : B9 )"}          | ${"sum +B5:B9"}
  ${"=Blad1!B5+'Blad1'!B6"}     | ${"chain +B5 +B6"}
  ${"=B5"}                      | ${"chain +B5"}
  ${"=Blad2!B5"}                | ${null}
  ${"=SUM(Blad2!B5:B9)"}        | ${null}
  ${"=B5*2"}                    | ${null}
  ${"=SUM(B5:B9)/1000"}         | ${null}
  ${"=SUM(B5:B9)*12"}           | ${null}
  ${"=ROUND(SUM(B5:B9),0)"}     | ${null}
  ${"=SUBTOTAL(1,B5:B9)"}       | ${null}
  ${"=B5:B9"}                   | ${null}
  ${"=B5+100"}                  | ${null}
  ${"=SUM(B5:B9"}               | ${null}
  ${"=SUM(Personal)"}           | ${null}
  ${"SUM(B5:B9)"}               | ${null}
  ${null}                       | ${null}
`("$formula: $terms", ({ formula, terms }: { formula: string | null; terms: string | null }) => {
  expect(told(formula)).toBe(terms);
});

test("a tab name with an apostrophe", () => {
  expect(told("=SUM('12 tim''s'!B5:B9)", "12 tim's")).toBe("sum +B5:B9");
});
