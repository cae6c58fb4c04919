// tests/cli/rollUp.test.ts: `samkalkyl rollup` on folders as they lie on a disk: everything is counted once or told.
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { workbookOf } from "../actions/written";
import { ensureBuilt } from "../e2e/builtPage";
import { asked } from "./duck";

const program = join(__dirname, "..", "..", "build", "cli", "samkalkyl.js");
const cases = join(__dirname, "..", "cases");
let folder: string;

beforeAll(() => {
  ensureBuilt("cli");
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "samkalkyl-rollup-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (...path: string[]): string => join(folder, ...path);

function run(...words: string[]): { readonly status: number; readonly told: string; readonly printed: string } {
  const told = at("told.txt");
  try {
    const printed = execFileSync(
      "sh",
      ["-c", 'exec "$0" "$@" 2>"$TOLD"', process.execPath, program, "rollup", ...words],
      {
        encoding: "utf8",
        env: { ...process.env, TOLD: told },
      },
    );
    return { status: 0, told: readFileSync(told, "utf8"), printed };
  } catch (failure) {
    return { status: (failure as { status: number }).status, told: readFileSync(told, "utf8"), printed: "" };
  }
}

async function cellsOf(path: string, sheet: string): Promise<readonly (readonly unknown[])[]> {
  const { grids } = await openXlsx(readFileSync(path), "samlat.xlsx").read();
  return grids.find((grid) => grid.sheet === sheet)?.values ?? [];
}

test("published cases, a copy, a follow-up of ours and a file that is none: each once, or told", async () => {
  mkdirSync(at("in", "b"), { recursive: true });
  copyFileSync(join(cases, "husamradet.xlsx"), at("in", "husamradet.xlsx"));
  copyFileSync(join(cases, "husamradet.xlsx"), at("in", "b", "kopia.xlsx"));
  copyFileSync(join(cases, "resan.xlsx"), at("in", "resan #1.xlsx"));
  writeFileSync(at("in", "trasig.xlsx"), "hej");
  writeFileSync(at("in", "~$resan.xlsx"), "lås");
  execFileSync(
    process.execPath,
    [program, "analyse", at("in", "husamradet.xlsx"), "--out", at("in", "b", "uppf.xlsx")],
    {
      stdio: "ignore",
    },
  );
  const { status, told, printed } = run(at("in"), "--out", at("samlat.xlsx"), "--tidy", at("rader.parquet"), "--json");
  expect(status).toBe(0);
  expect(told).toContain("b/kopia.xlsx: Har samma innehåll som husamradet.xlsx och räknas där.");
  expect(told).toContain("b/uppf.xlsx: Har samma innehåll som husamradet.xlsx och räknas där.");
  expect(told).toContain("trasig.xlsx är ingen Excel-arbetsbok");
  expect(told).toContain("2 filer lästa, 2 insatser. Avvisade: 1. Dubbletter: 2. Avbrutna: 0.");
  const files = (JSON.parse(printed) as { files: { file: string; state: string }[] }).files;
  expect(files.map(({ file, state }) => `${file} ${state}`)).toEqual([
    "husamradet.xlsx read",
    "resan #1.xlsx read",
    "trasig.xlsx refused",
    "b/kopia.xlsx doubled",
    "b/uppf.xlsx doubled",
  ]);

  // The published table: outcome −6 707 tkr, budget −7 964 tkr, surplus 1 257 tkr.
  const overview = await cellsOf(at("samlat.xlsx"), "Översikt");
  const husamradet = overview.find(([name]) => name === "Husamrådet");
  expect(husamradet?.slice(1, 6)).toEqual(["husamradet.xlsx", "Ekonomi", -7_964_000, -6_707_000, 1_257_000]);
  // The published report: 2 064 312 kr in, 2 200 500 kr back in five years.
  const resan = overview.find(([name]) => name === "RESAN");
  expect(resan?.slice(11, 16)).toEqual([11, 2_064_312, 2_200_500, 2_200_500 / 2_064_312, 57]);

  const [sums] = await asked(
    `SELECT SUM(outcome) AS outcome, SUM(budget) AS budget, SUM(deviation) AS deviation FROM '${at("rader.parquet")}' WHERE record = 'line'`,
  );
  expect(sums).toEqual({ outcome: "-6707000.0000", budget: "-7964000.0000", deviation: "1257000.0000" });
});

test("unchanged files are not read again; what was kept of a cut line or another program is", async () => {
  mkdirSync(at("in"));
  copyFileSync(join(cases, "husamradet.xlsx"), at("in", "a.xlsx"));
  writeFileSync(at("in", "b.xlsx"), await table(3));
  const first = run(at("in"), "--out", at("samlat.xlsx"));
  expect(first.told).toContain("0 av 2 filer");
  appendFileSync(at("samlat.xlsx.state"), '{"key":"abc","summ');
  const before = await cellsOf(at("samlat.xlsx"), "Översikt");
  expect(run(at("in"), "--out", at("samlat.xlsx")).told).toContain(
    "2 av 2 filer, varav 2 oförändrade sedan förra gången",
  );
  expect(await cellsOf(at("samlat.xlsx"), "Översikt")).toEqual(before);
  writeFileSync(at("in", "b.xlsx"), await table(4));
  expect(run(at("in"), "--out", at("samlat.xlsx")).told).toContain(
    "1 av 2 filer, varav 1 oförändrade sedan förra gången",
  );
  expect(run(at("in"), "--out", at("samlat.xlsx"), "--scenario", "bas").told).toContain("0 av 2 filer");
});

test("remarks beyond those shown are counted", async () => {
  mkdirSync(at("in"));
  const rows = Array.from({ length: 30 }, (_, row) => [`Rad ${row}`, 2024, `saknas ${row}`, 100]);
  writeFileSync(
    at("in", "a.xlsx"),
    await workbookOf({
      Ekonomi: [["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"], ["Personal", 2024, 10, 12], ...rows],
    }),
  );
  run(at("in"), "--out", at("samlat.xlsx"));
  const told = (await cellsOf(at("samlat.xlsx"), "Filer")).map((cells) => cells[8]);
  expect(told.filter((text) => /^Och \d+ till\. Kör filen för sig/u.test(String(text)))).toHaveLength(1);
});

test("the same budget with other participants is no double", async () => {
  mkdirSync(at("in"));
  const sheets = (amount: number) => ({
    Ekonomi: [
      ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"],
      ["Personal", 2023, 900, 1000],
      ["Lokaler", 2023, 90, 100],
    ],
    Deltagare: [
      [
        "Deltagare",
        "Födelseår",
        "Sista månad med tidigare stöd",
        "Försörjning före",
        "Belopp före",
        "Försörjning efter",
        "Belopp efter",
      ],
      ...Array.from({ length: 6 }, (_, id) => [`D${id}`, 1980, "2023-06", "Försörjningsstöd", amount, "Arbete", 0]),
    ],
  });
  writeFileSync(at("in", "a.xlsx"), await workbookOf(sheets(9000)));
  writeFileSync(at("in", "b.xlsx"), await workbookOf(sheets(8000)));
  expect(run(at("in"), "--out", at("samlat.xlsx")).told).toContain(
    "2 filer lästa, 2 insatser. Avvisade: 0. Dubbletter: 0.",
  );
});

test("a folder that is not there is said, and the run ends", () => {
  mkdirSync(at("in"));
  copyFileSync(join(cases, "husamradet.xlsx"), at("in", "a.xlsx"));
  const { status, told } = run(at("in"), "--out", at("saknas", "samlat.xlsx"));
  expect(status).toBe(1);
  expect(told).toContain("kunde inte skrivas. Är den öppen i Excel, eller saknas mappen?");
  expect(told).not.toContain("Ett fel i Samkalkyl");
});

test("one thread and four give the same", async () => {
  mkdirSync(at("in"));
  for (let file = 1; file <= 6; file++) writeFileSync(at("in", `insats ${file}.xlsx`), await table(file));
  run(at("in"), "--out", at("ett.xlsx"), "--tidy", at("ett.csv"), "--jobs", "1");
  run(at("in"), "--out", at("fyra.xlsx"), "--tidy", at("fyra.csv"), "--jobs", "4");
  expect(readFileSync(at("ett.csv"), "utf8")).toBe(readFileSync(at("fyra.csv"), "utf8"));
  expect(readFileSync(at("ett.csv"), "utf8").split("\r\n")).toHaveLength(1 + 6 * 2 + 1);
});

test("nothing that can be read: said, and nothing is written", () => {
  mkdirSync(at("in"));
  expect(run(at("in"), "--out", at("samlat.xlsx"))).toMatchObject({
    status: 1,
    told: expect.stringContaining("ingen fil som kan läsas") as string,
  });
  writeFileSync(at("in", "trasig.xlsx"), "hej");
  const { status, told } = run(at("in"), "--out", at("samlat.xlsx"));
  expect(status).toBe(1);
  expect(told).toContain("Ingen fil kunde läsas. Inget är skrivet.");
  expect(told).toContain("trasig.xlsx är ingen Excel-arbetsbok");
  expect(run(at("saknas"), "--out", at("samlat.xlsx")).told).toContain("finns inte, eller är ingen mapp");
  expect(existsSync(at("samlat.xlsx"))).toBe(false);
});

test.each([
  [["--out", "x.xlsx"], "Ange en mapp"],
  [["mapp"], "Ange vart samlingen skrivs"],
  [["mapp", "--out", "x.xlsx", "--tidy", "rader.txt"], "måste sluta på .parquet eller .csv"],
  [["mapp", "--out", "x.xlsx", "--jobs", "0"], "--jobs kan inte vara"],
])("%s is wrong usage", (words, said) => {
  expect(run(...words)).toMatchObject({ status: 2, told: expect.stringContaining(said) as string });
});

/** A workbook of two lines whose figures are its own. */
function table(factor: number): Promise<Uint8Array> {
  return workbookOf({
    Ekonomi: [
      ["Kostnadsslag", "År", "Utfall (kr)", "Budget (kr)"],
      ["Personal", 2024, 1000 * factor + 0.5, 1200 * factor],
      ["Lokaler", 2024, 300 * factor, 250 * factor],
    ],
  });
}
