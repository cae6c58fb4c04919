// tests/host/fidelity/ranges.test.ts: ranges used as Microsoft's sample snippets use them, against what Microsoft documents of them.
import type { ExcelHost } from "../excelHost";
import { type Program, refusalOf, run, stockHost, valuesAt } from "./workbooks";

let host: ExcelHost;

beforeEach(() => {
  host = stockHost({ apiSet: 15 });
});

afterEach(() => {
  expect([...host.unknownMembers, ...host.refusedMembers]).toEqual([]);
});

/** The address that a range found from others has. */
async function addressOf(find: (sheet: Excel.Worksheet) => Excel.Range | Excel.RangeAreas): Promise<string> {
  return await Excel.run(async (context) => {
    const range = find(context.workbook.worksheets.getItem("Lager"));
    range.load("address");
    await context.sync();
    return range.isNullObject ? "null" : range.address.replaceAll("Lager!", "");
  });
}

describe("ranges found from ranges (range-relationships, used-range, range-get-range-edge, worksheet-range-cell)", () => {
  test.each<[string, (sheet: Excel.Worksheet) => Excel.Range | Excel.RangeAreas, string]>([
    ["offset", (sheet) => sheet.getRange("A1:B2").getOffsetRange(2, 1), "B3:C4"],
    ["last cell", (sheet) => sheet.getRange("A1:B2").getLastCell(), "B2"],
    ["last row", (sheet) => sheet.getRange("A1:C4").getLastRow(), "A4:C4"],
    ["last column", (sheet) => sheet.getRange("A1:C4").getLastColumn(), "C1:C4"],
    ["rows above", (sheet) => sheet.getRange("B4:C5").getRowsAbove(2), "B2:C3"],
    ["rows below", (sheet) => sheet.getRange("B4:C5").getRowsBelow(), "B6:C6"],
    ["rows above, negative: below", (sheet) => sheet.getRange("B4:C5").getRowsAbove(-1), "B6:C6"],
    ["columns before", (sheet) => sheet.getRange("C2:C3").getColumnsBefore(2), "A2:B3"],
    ["columns after", (sheet) => sheet.getRange("C2:C3").getColumnsAfter(1), "D2:D3"],
    ["absolute size", (sheet) => sheet.getRange("B2").getAbsoluteResizedRange(3, 2), "B2:C4"],
    ["intersection", (sheet) => sheet.getRange("A1:B3").getIntersection("B2:D9"), "B2:B3"],
    ["no intersection", (sheet) => sheet.getRange("A1").getIntersectionOrNullObject("B2"), "null"],
    ["surrounding region", (sheet) => sheet.getRange("B2").getSurroundingRegion(), "A1:C4"],
    ["edge downwards", (sheet) => sheet.getRange("A1").getRangeEdge("Down"), "A4"],
    ["edge to the right", (sheet) => sheet.getRange("A1").getRangeEdge("Right"), "C1"],
    ["extended to the edge", (sheet) => sheet.getRange("B2").getExtendedRange("Down"), "B2:B4"],
    ["used range", (sheet) => sheet.getUsedRange(), "A1:C4"],
    ["cell of the sheet", (sheet) => sheet.getCell(2, 1), "B3"],
    ["two areas", (sheet) => sheet.getRanges("A1:A2, C3"), "A1:A2,C3"],
    ["found text", (sheet) => sheet.getUsedRange().find("b", { completeMatch: false }), "A3"],
    ["found backwards", (sheet) => sheet.getUsedRange().find("b", { searchDirection: "Backwards" }), "A4"],
    ["found in that case only", (sheet) => sheet.getUsedRange().findOrNullObject("bult", { matchCase: true }), "null"],
    [
      "found as all of a cell",
      (sheet) => sheet.getUsedRange().findOrNullObject("Bul", { completeMatch: true }),
      "null",
    ],
    ["all that is found", (sheet) => sheet.findAll("i", { completeMatch: false }), "C1,A4"],
    [
      "text and logical values",
      (sheet) => sheet.getRange("A1:C2").getSpecialCells("Constants", "LogicalText"),
      "A1,B1,C1,A2",
    ],
  ])("%s", async (_what, find, expected) => {
    expect(await addressOf(find)).toBe(expected);
  });

  test.each<[string, Program]>([
    ["no common cells", (sheet) => sheet.getRange("A1").getIntersection("B2").load("address")],
    ["nothing found", (sheet) => sheet.getUsedRange().find("saknas", {}).load("address")],
  ])("%s: ItemNotFound", async (_what, program) => {
    expect(await refusalOf(program)).toBe("ItemNotFound");
  });
});

describe("values (set-get-values, working-with-dates)", () => {
  test("one content for a whole range, and one format", async () => {
    await run((sheet) => {
      (sheet.getRange("E1:F2") as { values: unknown }).values = "lika";
      (sheet.getRange("B2:C4") as { numberFormat: unknown }).numberFormat = "0.0";
      sheet.getRange("E1:F2").numberFormat = [["@"]];
    });
    expect(valuesAt(host, "Lager", 0, 4, 2, 2)).toEqual([
      ["lika", "lika"],
      ["lika", "lika"],
    ]);
    expect([host.sheet("Lager").cells.at(3, 2)?.format, host.sheet("Lager").cells.at(1, 5)?.format]).toEqual([
      "0.0",
      "@",
    ]);
    expect(await refusalOf((sheet) => ((sheet.getRange("E1:F2") as { values: unknown }).values = null))).toBe(
      "InvalidArgument",
    );
  });

  test("text: what the cells show by their formats; an empty format is General", async () => {
    const texts = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Tom").getRange("A1:F1");
      range.values = [[1234.5, 0.25, -3, 45292, true, "x"]];
      range.numberFormat = [["#,##0.00", "0%", "0;(0)", "yyyy-mm-dd", "", "@"]];
      range.load("text,numberFormat");
      await context.sync();
      return [range.text[0], range.numberFormat[0]?.[4]];
    });
    expect(texts).toEqual([["1\u00a0234,50", "25%", "(3)", "2024-01-01", "SANT", "x"], "General"]);
  });
});

describe("inserting and deleting (insert-delete-clear-range)", () => {
  test("cells inserted downwards: only their columns move; formulas follow", async () => {
    await run((sheet) => {
      sheet.getRange("E2:E3").formulas = [["=B3*$C$3"], ["=SUM(B2:B4)"]];
      sheet.getRange("B3:B3").insert("Down").values = [[7]];
    });
    expect(valuesAt(host, "Lager", 1, 0, 4, 3)).toEqual([
      ["Mutter", 40, 2.5],
      ["Bult", 7, 4],
      ["Bricka", 25, 0.75],
      ["", 90, ""],
    ]);
    const { cells } = host.sheet("Lager");
    expect([cells.at(1, 4)?.formula, cells.at(2, 4)?.formula]).toEqual(["=B4*$C$3", "=SUM(B2:B5)"]);
  });

  test("a whole row deleted: everything below moves up; what referred to it is lost", async () => {
    await run((sheet, context) => {
      sheet.getRange("E1:E2").formulas = [["=B4"], ["=B3+Lager!A3"]];
      context.workbook.worksheets.getItem("Tom").getRange("A1").formulas = [["=SUM(Lager!B2:B4)"]];
      context.workbook.names.add("bricka", sheet.getRange("A4"));
      sheet.getRange("3:3").delete("Up");
    });
    const { cells } = host.sheet("Lager");
    expect(valuesAt(host, "Lager", 1, 0, 2, 1)).toEqual([["Mutter"], ["Bricka"]]);
    expect([cells.at(0, 4)?.formula, cells.at(1, 4)?.formula]).toEqual(["=B3", "=#REF!+Lager!#REF!"]);
    expect(host.sheet("Tom").cells.at(0, 0)?.formula).toBe("=SUM(Lager!B2:B3)");
    expect(host.workbook.names[0]?.place?.rect.top).toBe(2);
  });

  test("part of a table's rows cannot be shifted", async () => {
    await run((sheet) => sheet.tables.add("A1:C4", true));
    expect(await refusalOf((sheet) => sheet.getRange("A2").insert("Down"))).toBe("InvalidOperation");
  });
});

describe("copying (range-copyfrom), merging, links, duplicates, sorting", () => {
  test.each<[string, Program, [string, unknown][]]>([
    [
      "all, from one cell",
      (sheet) => {
        sheet.getRange("E2").copyFrom("D2");
      },
      [["E2", "=C2*B$2"]],
    ],
    [
      "formulas only",
      (sheet) => {
        sheet.getRange("D3").copyFrom("D2", "Formulas");
      },
      [["D3", "=B3*A$2"]],
    ],
    [
      "values only",
      (sheet) => {
        sheet.getRange("E9").copyFrom("D2", "Values");
      },
      [["E9", 0]],
    ],
    [
      "one cell over a range",
      (sheet) => {
        sheet.getRange("E1:F1").copyFrom("A1", "Values");
      },
      [
        ["E1", "Vara"],
        ["F1", "Vara"],
      ],
    ],
    [
      "turned",
      (sheet) => {
        sheet.getRange("E5").copyFrom("A1:C1", "All", false, true);
      },
      [
        ["E5", "Vara"],
        ["E7", "Pris"],
      ],
    ],
    [
      "without blanks",
      (sheet) => {
        sheet.getRange("A2").copyFrom("E8:F8", "All", true);
      },
      [
        ["A2", "Mutter"],
        ["B2", 5],
      ],
    ],
    [
      "from another sheet",
      (sheet) => {
        sheet.getRange("A2").copyFrom("Tom!A1");
      },
      [["A2", "därifrån"]],
    ],
  ])("copied: %s", async (_what, copy, expected) => {
    await run((sheet, context) => {
      sheet.getRange("D2").formulas = [["=B2*A$2"]];
      sheet.getRange("F8").values = [[5]];
      context.workbook.worksheets.getItem("Tom").getRange("A1").values = [["därifrån"]];
      return copy(sheet, context);
    });
    await Excel.run(async (context) => {
      const ranges = expected.map(([address]) =>
        context.workbook.worksheets.getItem("Lager").getRange(address).load("formulas"),
      );
      await context.sync();
      expect(ranges.map(({ formulas }) => (formulas as unknown[][])[0]?.[0])).toEqual(
        expected.map(([, content]) => content),
      );
    });
  });

  test("merged cells keep the upper left content (report-generation, range-merged-ranges)", async () => {
    await run((sheet) => {
      sheet.getRange("A2:C3").merge();
    });
    expect(valuesAt(host, "Lager", 1, 0, 2, 3)).toEqual([
      ["Mutter", "", ""],
      ["", "", ""],
    ]);
    expect(host.sheet("Lager").merged).toHaveLength(1);
    await run((sheet) => {
      sheet.getRange("A2:C3").merge(true);
    });
    expect(host.sheet("Lager").merged).toHaveLength(2);
    await run((sheet) => {
      sheet.getRange("B3").unmerge();
    });
    expect(host.sheet("Lager").merged).toEqual([{ top: 1, left: 0, bottom: 1, right: 2 }]);
  });

  test("a link shows its text in a link's look; clearing it leaves the look (range-hyperlink)", async () => {
    await run((sheet) => {
      sheet.getRange("A2").hyperlink = { documentReference: "Tom!A1", textToDisplay: "till Tom", screenTip: "gå" };
      sheet.getRange("A3").hyperlink = { address: "https://example.org/bult", screenTip: "sök" };
    });
    await Excel.run(async (context) => {
      const [first, second] = ["A2", "A3"].map((address) =>
        context.workbook.worksheets.getItem("Lager").getRange(address).load("hyperlink,values"),
      );
      await context.sync();
      expect([first?.values, first?.hyperlink.documentReference]).toEqual([[["till Tom"]], "Tom!A1"]);
      expect([second?.values, second?.hyperlink.address]).toEqual([[["Bult"]], "https://example.org/bult"]);
      first?.clear("Hyperlinks");
      first?.load("hyperlink,format/font/underline");
      await context.sync();
      expect([first?.hyperlink, first?.format.font.underline]).toEqual([null, "Single"]);
    });
  });

  test("duplicates are removed and counted (range-remove-duplicates)", async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Tom").getRange("A1:B4");
      range.values = [
        ["Vara", "Plats"],
        ["Bult", 1],
        ["bult", 2],
        ["Mutter", 1],
      ];
      const result = range.removeDuplicates([0], true).load("removed,uniqueRemaining");
      await context.sync();
      expect([result.removed, result.uniqueRemaining]).toEqual([1, 2]);
    });
    expect(valuesAt(host, "Tom", 0, 0, 4, 2)).toEqual([
      ["Vara", "Plats"],
      ["Bult", 1],
      ["Mutter", 1],
      ["", ""],
    ]);
  });

  test.each<[string, Excel.SortField[], string[]]>([
    ["falling", [{ key: 1, ascending: false }], ["Bricka", "Mutter", "Bult"]],
    ["rising", [{ key: 0, ascending: true }], ["Bricka", "Bult", "Mutter"]],
  ])("sorted under a heading, %s (sort-data)", async (_order, fields, expected) => {
    await run((sheet) => {
      sheet.getRange("A1:C4").sort.apply(fields, false, true);
    });
    expect(valuesAt(host, "Lager", 0, 0, 4, 1).flat()).toEqual(["Vara", ...expected]);
  });

  test("text is replaced everywhere and counted (replaceAll)", async () => {
    await Excel.run(async (context) => {
      const count = context.workbook.worksheets
        .getItem("Lager")
        .getUsedRange()
        .replaceAll("B", "P", { matchCase: true });
      await context.sync();
      expect(count.value).toBe(2);
    });
    expect(valuesAt(host, "Lager", 1, 0, 3, 1).flat()).toEqual(["Mutter", "Pult", "Pricka"]);
  });
});
