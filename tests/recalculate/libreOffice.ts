// tests/recalculate/libreOffice.ts: LibreOffice as an outside check: recalculates a workbook from its formulas, or prints it.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { readXlsx } from "hucre/xlsx";

const run = promisify(execFile);

/** Without this setting LibreOffice shows the cached values and a recalculation check proves nothing. */
const alwaysRecalculate = settingsWith(0);
const neverRecalculate = settingsWith(1);

/** A profile that is set up is not filled with macros of LibreOffice's own at the first start. */
const setUp = `<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>`;

function settingsWith(recalculationMode: 0 | 1, more = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${recalculationMode}</value></prop></item>${more}
</oor:items>`;
}

/** Cell values by sheet name, row and column (zero-based), as LibreOffice computes them. */
export type Recalculated = ReadonlyMap<string, readonly (readonly unknown[])[]>;

/** Recalculates every formula, trusting no cached value unless asked to, which shows that a check of this kind can fail. */
export async function recalculate(
  xlsx: Uint8Array,
  trust: "nothing" | "trust cached values" = "nothing",
): Promise<Recalculated> {
  const converted = await convert(xlsx, trust === "nothing" ? recalculating : trusting);
  const { sheets } = await readXlsx(converted);
  return new Map(sheets.map((sheet) => [sheet.name, sheet.rows as readonly (readonly unknown[])[]]));
}

/** The workbook as LibreOffice opens and saves it. */
export async function resaved(xlsx: Uint8Array): Promise<Uint8Array> {
  return convert(xlsx, trusting);
}

/** Rows of a sheet in the order of one of their columns, as a person sorts what is seen. */
export interface Sorting {
  readonly sheet: string;
  /** A1, without the headings. */
  readonly range: string;
  /** From 0, in the range. */
  readonly column: number;
  readonly ascending: boolean;
}

/** Sorted, recalculated and saved by LibreOffice itself. */
export async function sorted(xlsx: Uint8Array, { sheet, range, column, ascending }: Sorting): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "samkalkyl-"));
  try {
    const [source, target] = [join(folder, "book.xlsx"), join(folder, "sorted.xlsx")];
    writeFileSync(source, xlsx);
    const basic = join(folder, "profile", "user", "basic", "Standard");
    mkdirSync(basic, { recursive: true });
    writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), settingsWith(0, setUp));
    writeFileSync(join(basic, "..", "script.xlc"), libraries("script"));
    writeFileSync(join(basic, "..", "dialog.xlc"), libraries("dialog"));
    writeFileSync(join(basic, "script.xlb"), library("Sorting"));
    writeFileSync(join(basic, "dialog.xlb"), library(null));
    writeFileSync(join(basic, "Sorting.xba"), sortingMacro);
    const given = [`file://${source}`, `file://${target}`, sheet, range, column, ascending ? 1 : 0];
    const macro = `macro:///Standard.Sorting.SortRange(${given.map((each) => `"${each}"`).join(",")})`;
    await run(
      "soffice",
      [`-env:UserInstallation=file://${join(folder, "profile")}`, "--headless", "--norestore", macro],
      {
        timeout: 120_000,
        env: { HOME: folder, ...process.env, LC_ALL: "C.UTF-8" },
      },
    );
    if (existsSync(`${target}.txt`)) throw new Error(`LibreOffice: ${readFileSync(`${target}.txt`, "utf8")}`);
    return readFileSync(target);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function library(module: string | null): string {
  const element = module === null ? "" : `<library:element library:name="${module}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">${element}</library:library>`;
}

function libraries(of: "script" | "dialog"): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/${of}.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>`;
}

// A message box would wait for ever: an error is written beside the workbook instead.
const sortingMacro = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Sorting" script:language="StarBasic">
Sub SortRange(source, target, sheetName, address, column, ascending)
  On Error GoTo Failed
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
  Dim fields(0) As New com.sun.star.table.TableSortField
  fields(0).Field = CInt(column)
  fields(0).IsAscending = (CInt(ascending) = 1)
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields"
  how(0).Value = fields()
  how(1).Name = "ContainsHeader"
  how(1).Value = False
  book.Sheets.getByName(sheetName).getCellRangeByName(address).sort(how())
  book.calculateAll()
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(target, saving())
  book.close(True)
  StarDesktop.terminate()
  Exit Sub
Failed:
  number = FreeFile
  Open target &amp; ".txt" For Output As #number
  Print #number, Error$ &amp; " " &amp; Erl
  Close #number
  StarDesktop.terminate()
End Sub
</script:module>`;

/** The workbook as it prints. */
export async function printed(xlsx: Uint8Array): Promise<Uint8Array> {
  return convert(xlsx, printing);
}

interface Asked {
  readonly xlsx: Uint8Array;
  readonly done: (converted: Uint8Array) => void;
  readonly failed: (reason: unknown) => void;
}

/** One way to convert, with what waits for the next start of LibreOffice. */
interface Conversion {
  readonly format: "xlsx" | "pdf";
  readonly settings: string;
  waiting: Asked[];
}

const recalculating: Conversion = { format: "xlsx", settings: alwaysRecalculate, waiting: [] };
const trusting: Conversion = { format: "xlsx", settings: neverRecalculate, waiting: [] };
const printing: Conversion = { format: "pdf", settings: alwaysRecalculate, waiting: [] };
const conversions = [recalculating, trusting, printing];
let running = false;

/** Starting takes LibreOffice longer than converting: what tests that run beside each other ask for is converted by one start. */
function convert(xlsx: Uint8Array, conversion: Conversion): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    conversion.waiting.push({ xlsx, done, failed });
    setTimeout(() => void convertWaiting(), gathering);
  });
}

/** Milliseconds in which more may be asked for. */
const gathering = 50;

async function convertWaiting(): Promise<void> {
  if (running) return;
  running = true;
  for (const conversion of conversions) {
    const asked = conversion.waiting;
    conversion.waiting = [];
    if (asked.length > 0) await converted(asked, conversion);
  }
  running = false;
  if (conversions.some(({ waiting }) => waiting.length > 0)) await convertWaiting();
}

async function converted(asked: readonly Asked[], { format, settings }: Conversion): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "samkalkyl-"));
  try {
    const sources = asked.map(({ xlsx }, index) => {
      const source = join(folder, `book${index}.xlsx`);
      writeFileSync(source, xlsx);
      return source;
    });
    await convertFiles(sources, folder, format, settings);
    asked.forEach(({ done }, index) => {
      done(readFileSync(join(folder, "out", `book${index}.${format}`)));
    });
  } catch (reason) {
    // Those that are done already do not hear of it.
    for (const { failed } of asked) failed(reason);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** With a profile of its own, so that runs beside each other do not meet. */
async function convertFiles(
  sources: readonly string[],
  folder: string,
  format: string,
  settings: string,
): Promise<void> {
  const profile = join(folder, "profile");
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(join(profile, "user", "registrymodifications.xcu"), settings);
  const where = [`-env:UserInstallation=file://${profile}`, "--headless", "--norestore"];
  await run("soffice", [...where, "--convert-to", format, "--outdir", join(folder, "out"), ...sources], {
    timeout: 240_000,
    // A machine without a home for its user has none for LibreOffice either.
    env: { HOME: folder, ...process.env, LC_ALL: "C.UTF-8" },
  });
}
