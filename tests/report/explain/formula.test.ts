import { parsedFormula, type Expression } from "../../../src/report/explain/formula";
import { textsOf } from "../../../src/text/languages";
import { caseBytes, written } from "../../actions/written";

/** The tree with every operation in brackets, so that binding shows. */
function bracketed(expression: Expression | null): string {
  if (expression === null) return "not read";
  switch (expression.kind) {
    case "number":
      return expression.text;
    case "text":
      return JSON.stringify(expression.text);
    case "cells": {
      const { top, left, bottom, right } = expression.area;
      return `${expression.sheet ?? ""}[${top},${left}..${bottom},${right}]`;
    }
    case "column":
      return `${expression.table}/${expression.column}`;
    case "name":
      return expression.name;
    case "call":
      return `${expression.name}(${expression.args.map(bracketed).join("; ")})`;
    case "operation":
      return `(${bracketed(expression.left)} ${expression.operator} ${bracketed(expression.right)})`;
    case "negated":
      return `-${bracketed(expression.of)}`;
    case "constants":
      return "{}";
    case "nothing":
      return "";
  }
}

test.each`
  formula                              | tree
  ${"1-2-3"}                           | ${"((1 - 2) - 3)"}
  ${"1+2*3"}                           | ${"(1 + (2 * 3))"}
  ${"(1+2)*3"}                         | ${"((1 + 2) * 3)"}
  ${"-2^2"}                            | ${"(-2 ^ 2)"}
  ${"B8-C8"}                           | ${"([7,1..7,1] - [7,2..7,2])"}
  ${"$AA$10:AB12"}                     | ${"[9,26..11,27]"}
  ${"'Avvikelse'!D12"}                 | ${"Avvikelse[11,3..11,3]"}
  ${"'Anna''s blad!'!A1"}              | ${"Anna's blad![0,0..0,0]"}
  ${"tblParter[Egen tid]"}             | ${"tblParter/Egen tid"}
  ${"tblBudget[[#This Row],[Utfall]]"} | ${"tblBudget/Utfall"}
  ${"Samkalkyl_Kalkylranta*2"}         | ${"(Samkalkyl_Kalkylranta * 2)"}
  ${'"<="&$O$5'}                       | ${'("<=" & [4,14..4,14])'}
  ${'A1<>"säg ""hej"""'}               | ${'([0,0..0,0] <> "säg \\"hej\\"")'}
  ${'IF(A1<=B1,"",SUM(A1:A3))'}        | ${'IF(([0,0..0,0] <= [0,1..0,1]); ""; SUM([0,0..2,0]))'}
  ${"INDEX(Samkalkyl_Andelar,,$L2)"}   | ${"INDEX(Samkalkyl_Andelar; ; [1,11..1,11])"}
  ${"SUM(ABS(B1:C1-{1,2;3,4}))"}       | ${"SUM(ABS(([0,1..0,2] - {})))"}
  ${"1.5E-3+.5"}                       | ${"(1.5E-3 + .5)"}
  ${"50%"}                             | ${"(50 / 100)"}
  ${"LOG10(A1)"}                       | ${"LOG10([0,0..0,0])"}
  ${" 1 + 2 "}                         | ${"(1 + 2)"}
  ${"SUM(A1"}                          | ${"not read"}
  ${"1+"}                              | ${"not read"}
  ${"=1"}                              | ${"not read"}
  ${""}                                | ${"not read"}
`("$formula", ({ formula, tree }: Record<string, string>) => {
  expect(bracketed(parsedFormula(formula ?? ""))).toBe(tree);
});

test.each(["sv", "en"] as const)("every formula of every tab is read (%s)", async (language) => {
  expect(textsOf(language).language).toBe(language);
  for (const name of ["husamradet.xlsx", "resan.xlsx"]) {
    const { sheets } = await written(caseBytes(name), language);
    const unread = sheets.flatMap((sheet) =>
      sheet.rows.flatMap((row) =>
        row.flatMap((cell) =>
          cell?.content?.kind === "formula" && parsedFormula(cell.content.formula) === null
            ? [`${sheet.name}: ${cell.content.formula}`]
            : [],
        ),
      ),
    );
    expect(unread).toEqual([]);
  }
});
