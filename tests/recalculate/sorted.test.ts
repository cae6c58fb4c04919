// tests/recalculate/sorted.test.ts: a person sorts the lines of Avvikelse, as seen, in LibreOffice: names, amounts and comments stay together, the forecast
// and Kontroller follow, and the next run keeps every comment beside its line.
import { analyse } from "../../src/actions/analyse";
import { writeTabs } from "../../src/actions/tabs";
import type { CellValue, Grid } from "../../src/intake/grid";
import { textsOf } from "../../src/text/languages";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { cellAt, gridOf, opened, typedInto } from "../actions/typing";
import { workbookOf } from "../actions/written";
import { sorted } from "./libreOffice";

jest.setTimeout(240_000);
const sv = textsOf("sv");
const lines = ["Personal", "Lokaler", "Resor", "Konsulter"] as const;

async function run(bytes: Uint8Array) {
  const workbook = openXlsx(bytes, "underlag.xlsx");
  const analysis = analyse([await workbook.read()], { unit: null, sign: null });
  await writeTabs(analysis, workbook, { texts: sv, today: "2026-12-01", drawnUpBy: null });
  return { analysis, bytes: workbook.bytes() };
}

/** Seven of twelve months booked, so that there is a forecast; a comment that names its line in each Orsak and Ansvarig. */
async function commented(): Promise<Uint8Array> {
  const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}`);
  const source = [
    ["Kostnadsslag", "Månad", "Utfall (kr)", "Budget (kr)"],
    ...lines.flatMap((line, at) =>
      months.map((month, k) => [line, month, k < 7 ? -1000 * (at + 1) - 10 * k : null, -900 * (at + 2)]),
    ),
  ];
  const { bytes } = await run(await workbookOf({ Ekonomi: source }));
  const grid = gridOf(await opened(bytes), "avvikelse");
  const typed = lines.flatMap((line) =>
    (["Orsak", "Ansvarig"] as const).map((heading) => ({
      sheet: grid.sheet,
      cell: cellAt(grid, line, heading).name,
      value: `${heading} ${line}`,
    })),
  );
  return typedInto(bytes, typed);
}

const SHOWN = [
  "Utfall ack.",
  "Budget ack.",
  "Avvikelse",
  "Avvikelse %",
  "Helårsbudget",
  "Helårsprognos",
  "Prognosavvikelse",
  "Väsentlig",
  "Orsak",
  "Ansvarig",
] as const;

function nameIn([first]: readonly CellValue[]): string {
  return typeof first === "string" ? first : "";
}

/** The list by its lines, in the order that it stands in; numbers to the öre. */
function list(grid: Grid): Map<string, CellValue[]> {
  const top = grid.values.findIndex(([cell]) => cell === "Kostnadsslag");
  const rows = grid.values.slice(top + 1, top + 1 + lines.length);
  const plain = (cell: CellValue): CellValue => (typeof cell === "number" ? Math.round(cell * 1e4) / 1e4 : cell);
  return new Map(
    rows.map((cells) => [
      nameIn(cells),
      SHOWN.map((heading) => plain(cells[grid.values[top]!.indexOf(heading)] ?? null)),
    ]),
  );
}

test("names, amounts, forecasts and comments stay together; nothing is blamed; the next run keeps it all", async () => {
  const before = await commented();
  const grid = gridOf(await opened(before), "avvikelse");
  const first = cellAt(grid, "Personal", "Klart");
  const range = `A${first.row + 1}:${first.name.replace(/\d+/u, "")}${first.row + lines.length}`;
  const after = await sorted(before, { sheet: grid.sheet, range, column: 1, ascending: true });
  const source = await opened(after);
  const sortedList = list(gridOf(source, "avvikelse"));
  expect([...sortedList.keys()]).toEqual(["Konsulter", "Resor", "Lokaler", "Personal"]);
  const calculated = list(grid);
  for (const line of lines) expect([line, sortedList.get(line)]).toEqual([line, calculated.get(line)]);
  const controls = gridOf(source, "kontroller").values.flatMap((cells) =>
    cells.filter((cell) => cell === sv.tabs.controlWords.differs),
  );
  expect(controls).toEqual([]);
  // The board's page shows the lines as they stand now, each with its own.
  const board = gridOf(source, "styrelseavvikelse").values.filter((cells) =>
    lines.some((line) => nameIn(cells) === line),
  );
  expect(board.map((cells) => cells[0])).toEqual(["Konsulter", "Resor", "Lokaler", "Personal"]);
  for (const cells of board) expect(cells).toContain(`Orsak ${nameIn(cells)}`);
  const next = await run(after);
  expect(next.analysis.workbooks[0]!.writing.written).toEqual([]);
  const kept = list(gridOf(await opened(next.bytes), "avvikelse"));
  expect([...kept.keys()]).toEqual([...lines]);
  for (const line of lines) expect([line, kept.get(line)]).toEqual([line, calculated.get(line)]);
});
