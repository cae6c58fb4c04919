// tests/host/fidelity/workbooks.ts: the workbook that the fidelity tests use, and programs run on it through the unmodified client.
// The programs use the API as Microsoft's sample snippets do (OfficeDev/office-js-snippets, samples/excel; each case names its snippet);
// none of their text is here.
import type { ExcelHost, HostOptions } from "../excelHost";
import { hostFromGrids } from "../hostFromGrids";
import { connectClient } from "../loadClient";

/** A program on the sheet Lager (`A1:C4`: articles, number, price) and the empty sheet Tom. */
export type Program = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;

export function stockHost(options: HostOptions = {}): ExcelHost {
  const host = hostFromGrids(
    [
      {
        sheet: "Lager",
        values: [
          ["Vara", "Antal", "Pris"],
          ["Mutter", 40, 2.5],
          ["Bult", 25, 4],
          ["Bricka", 90, 0.75],
        ],
      },
      { sheet: "Tom", values: [] },
    ],
    options,
  );
  connectClient(host);
  return host;
}

/** Runs a program and its last sync; a program that syncs itself goes on afterwards. */
export async function run(program: Program): Promise<void> {
  await Excel.run(async (context) => {
    await program(context.workbook.worksheets.getItem("Lager"), context);
    await context.sync();
  });
}

/** The code of Excel's refusal; null where nothing was refused. */
export async function refusalOf(program: Program): Promise<string | null> {
  try {
    await run(program);
    return null;
  } catch (error) {
    return (error as OfficeExtension.Error).code;
  }
}

/** What the cells show, as `Range.values` has it. */
export function valuesAt(host: ExcelHost, sheet: string, top: number, left: number, rows: number, columns: number) {
  const rect = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
  return host.sheet(sheet).cells.matrix(rect, (cell) => cell?.value ?? "");
}

/** Lets events arrive: they come in later turns of the event loop. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Makes handlers that note what they are told in `list`. Handlers live on in the client beyond their test: each writes to its
 * own test's list.
 */
export function hearInto(list: object[]) {
  return function hear<Args>(pick: (args: Args) => object): (args: Args) => Promise<void> {
    return (args) => {
      list.push(pick(args));
      return Promise.resolve();
    };
  };
}
