// tests/intake/gridOf.ts: grids from arrays, so that a test shows the sheet it is about. The first array is row 1.
import type { CellValue, Grid, SourceWorkbook } from "../../src/intake/grid";

export interface GridOptions {
  readonly sheet?: string;
  /** Number formats by A1 address (`B2`) or column (`B`). */
  readonly formats?: Readonly<Record<string, string>>;
  readonly hiddenRows?: readonly number[];
  readonly hidden?: boolean;
  readonly role?: string | null;
}

export function gridOf(rows: readonly (readonly CellValue[])[], options: GridOptions = {}): Grid {
  const formats = options.formats ?? {};
  const name = (column: number): string => String.fromCharCode(65 + column);
  return {
    sheet: options.sheet ?? "Blad1",
    rows: rows.length,
    columns: Math.max(0, ...rows.map((row) => row.length)),
    values: rows,
    format: (row, column) => formats[`${name(column)}${row + 1}`] ?? formats[name(column)] ?? "General",
    hiddenRows: new Set((options.hiddenRows ?? []).map((row) => row - 1)),
    hidden: options.hidden ?? false,
    role: options.role ?? null,
  };
}

export function workbookOf(...grids: readonly Grid[]): SourceWorkbook {
  return { name: "test.xlsx", date1904: false, grids };
}

/** The economy table and the facts of tests/cases/husamradet.xlsx, cell by cell. */
export function husamradet(): SourceWorkbook {
  const _ = null;
  const ekonomi = gridOf(
    [
      ["Ekonomiutfall i förhållande till budget"],
      ["Projekt Husamrådet, period 200802–201206, tkr"],
      [],
      [_, "Hela perioden", _, _, 2008, _, 2009, _, 2010, _, 2011, _, "2012 jan–juni", _],
      [
        _,
        "Utfall",
        "Budget",
        "Avvikelse",
        "Utfall",
        "Budget",
        "Utfall",
        "Budget",
        "Utfall",
        "Budget",
        "Utfall",
        "Budget",
        "Utfall",
        "Budget",
      ],
      ["1. Personalkostnader", -3489, -6124, 2635, -724, -1460, -840, -1670, -1137, -2196, -521, -491, -267, -307],
      ["2. Lokalkostnader", -435, -635, 200, -37, -100, -72, -127, -131, -166, -130, -161, -65, -81],
      [
        "3. Köp av verksamhet / Konsulter",
        -2624,
        -1205,
        -1419,
        -621,
        -200,
        -802,
        -259,
        -918,
        -323,
        -242,
        -323,
        -41,
        -100,
      ],
      ["4. Övriga kostnader", -159, 0, -159, -41, 0, -41, 0, -29, 0, -29, 0, -19, 0],
      ["KOSTNADER Total", -6707, -7964, 1257, -1423, -1760, -1755, -2056, -2215, -2685, -922, -975, -392, -488],
    ],
    { sheet: "Ekonomi" },
  );
  const insats = gridOf(
    [
      ["Insatsens namn", "Husamrådet"],
      ["Insatstid från", 39479],
      ["Insatstid till", 41090],
      ["Planerade avslut per år", 90],
      ["Antal deltagare", 247],
      ["Avslutade deltagare", 224],
      ["Till arbete eller studier", 53],
    ],
    { sheet: "Insats", formats: { B2: "yyyy\\-mm\\-dd", B3: "yyyy\\-mm\\-dd" } },
  );
  return { name: "husamradet.xlsx", date1904: false, grids: [ekonomi, insats] };
}
