// tests/recalculate/kept.test.ts: a workbook that another program has opened and saved is not taken for one that people have written in.
import { userEditsOf } from "../../src/intake/roundTrip/userEdits";
import { cellAt, gridOf, opened, typedInto } from "../actions/typing";
import { caseBytes, written } from "../actions/written";
import { resaved } from "./libreOffice";

jest.setTimeout(120_000);

test.each([
  ["husamradet.xlsx", "avvikelse", "Personalkostnader", "Utfall ack.", "C8*2"],
  ["resan.xlsx", "minskatstod", "S1", "Antal månader", "12*3"],
] as const)(
  "%s: LibreOffice words formulas anew, and only what was typed differs",
  async (name, role, row, heading, formula) => {
    const { bytes } = await written(caseBytes(name));
    const grid = gridOf(await opened(bytes), role);
    const { name: cell } = cellAt(grid, row, heading);
    const typed = typedInto(bytes, [{ sheet: grid.sheet, cell, value: 36, formula }]);
    const untouched = userEditsOf((await opened(await resaved(bytes))).grids);
    expect([untouched.written, untouched.unfinished]).toEqual([[], []]);
    expect(userEditsOf((await opened(await resaved(typed))).grids).written).toEqual([
      expect.objectContaining({ sheet: grid.sheet, cell, reason: "formula" }),
    ]);
  },
);
