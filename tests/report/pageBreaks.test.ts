// tests/report/pageBreaks.test.ts: a section that would be cut off from its heading begins on a page of its own.
import { withPageBreaks } from "../../src/report/pageBreaks";
import type { SheetModel } from "../../src/report/sheetModel";

/** Sections of so many rows of 15 points, after a head of two. 146 characters are 1 027 pixels: 770 points, a page in full size. */
function sheet(sections: readonly number[], changes: Partial<SheetModel> = {}): SheetModel {
  const row = (look: "group" | "plain"): SheetModel["rows"][number] => [
    { content: { kind: "text", text: "" }, style: { look, format: { kind: "general" } } },
  ];
  return {
    role: "parter",
    name: "Parter",
    columns: [{ width: 146 }, { width: 500, hidden: true }],
    rows: [
      row("plain"),
      row("plain"),
      ...sections.flatMap((count) => Array.from({ length: count }, (_, at) => row(at === 0 ? "group" : "plain"))),
    ],
    rowHeights: new Map(),
    frozen: { rows: 1, columns: 0 },
    printTitleRows: null,
    tables: [],
    charts: [],
    marks: [],
    ...changes,
  };
}

// 501.7 points between the margins hold 33 rows of 15, 31 of them with five per cent to spare.
test.each<[string, SheetModel, readonly number[]]>([
  ["all on one page", sheet([10, 10, 9]), []],
  ["the third would be cut off", sheet([10, 10, 10]), [22]],
  ["each on its own", sheet([29, 20, 20]), [31, 51]],
  [
    "a repeated title row takes its place on later pages",
    sheet([20, 16, 15], { printTitleRows: { from: 0, to: 0 } }),
    [22, 38],
  ],
  ["high rows count as high as they are", sheet([10, 10], { rowHeights: new Map([[5, 180]]) }), [12]],
  ["twice as wide, half as large: twice as many rows", sheet([25, 25], { columns: [{ width: 292 }] }), []],
  ["longer than a page: it goes on, and the next follows where it ends", sheet([40, 10, 12]), [52]],
])("%s", (_name, model, breaks) => {
  expect(withPageBreaks(model).pageBreaks).toEqual(breaks);
});
