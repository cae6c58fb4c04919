// tests/cli/replaceFile.test.ts: what a disk may hold where a file is to be written, and what a terminal may be given.
import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { printable, printableJson } from "../../src/cli/printable";
import { ensureBuilt } from "../e2e/builtPage";
import { isSameFile, replaceFile, UntouchableError } from "../../src/cli/replaceFile";

beforeAll(() => {
  ensureBuilt("cli");
}, 120_000);

let folder = "";
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "samkalkyl-written-"));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
const written = Uint8Array.from([1, 2, 3]);
const bytesAt = (name: string): readonly number[] => [...fs.readFileSync(at(name))];
const modeOf = (name: string): number => fs.statSync(at(name)).mode & 0o7777;

function there(name: string, mode = 0o644): string {
  fs.writeFileSync(at(name), Uint8Array.from([9]));
  fs.chmodSync(at(name), mode);
  return at(name);
}

function reasonOf(path: string): string {
  try {
    replaceFile(path, written);
  } catch (failure) {
    if (failure instanceof UntouchableError) return failure.reason;
    throw failure;
  }
  return "written";
}

test.each([0o600, 0o640, 0o644, 0o660, 0o755])("the rights %o of a file that was there are kept", (mode) => {
  replaceFile(there("rapport.xlsx", mode), written);
  expect(bytesAt("rapport.xlsx")).toEqual([1, 2, 3]);
  expect(modeOf("rapport.xlsx")).toBe(mode);
  expect(fs.readdirSync(folder)).toEqual(["rapport.xlsx"]);
});

test("a new file has the rights of any new file, and a name may be as long as names can be", () => {
  const long = `${"r".repeat(250)}.xlsx`;
  replaceFile(at(long), written);
  fs.writeFileSync(at("annan"), "");
  expect(bytesAt(long)).toEqual([1, 2, 3]);
  expect(modeOf(long)).toBe(modeOf("annan"));
});

test.each([0o444, 0o400])("a read-only file (%o) stays as it is, for root too", (mode) => {
  expect(reasonOf(there("rapport.xlsx", mode))).toBe("read-only");
  expect(bytesAt("rapport.xlsx")).toEqual([9]);
  expect(modeOf("rapport.xlsx")).toBe(mode);
  expect(fs.readdirSync(folder)).toEqual(["rapport.xlsx"]);
});

test("a link is followed, through several too; one that leads nowhere or in a ring is refused", () => {
  there("rapport.xlsx", 0o600);
  fs.symlinkSync("rapport.xlsx", at("a.xlsx"));
  fs.symlinkSync(at("a.xlsx"), at("b.xlsx"));
  replaceFile(at("b.xlsx"), written);
  expect(bytesAt("rapport.xlsx")).toEqual([1, 2, 3]);
  expect(modeOf("rapport.xlsx")).toBe(0o600);
  expect(fs.lstatSync(at("a.xlsx")).isSymbolicLink() && fs.lstatSync(at("b.xlsx")).isSymbolicLink()).toBe(true);
  fs.symlinkSync("borta.xlsx", at("död.xlsx"));
  fs.symlinkSync("ring.xlsx", at("ring.xlsx"));
  expect([reasonOf(at("död.xlsx")), reasonOf(at("ring.xlsx"))]).toEqual(["dead-link", "dead-link"]);
  expect(fs.existsSync(at("borta.xlsx"))).toBe(false);
  expect(fs.lstatSync(at("ring.xlsx")).isSymbolicLink()).toBe(true);
});

test("hard links stay one file, and what is no regular file is never replaced", () => {
  fs.linkSync(there("rapport.xlsx"), at("samma.xlsx"));
  execFileSync("mkfifo", [at("rör.xlsx")]);
  fs.mkdirSync(at("mapp.xlsx"));
  fs.symlinkSync("/dev/null", at("intet.xlsx"));
  expect(["samma.xlsx", "rör.xlsx", "mapp.xlsx", "intet.xlsx"].map((name) => reasonOf(at(name)))).toEqual([
    "hard-link",
    "no-regular-file",
    "no-regular-file",
    "no-regular-file",
  ]);
  expect(bytesAt("rapport.xlsx")).toEqual([9]);
  expect(fs.lstatSync(at("rör.xlsx")).isFIFO()).toBe(true);
});

test("where the disk says no nothing is left behind, neither half a file nor a temporary one", () => {
  expect(() => {
    replaceFile(at("ingen mapp/rapport.xlsx"), written);
  }).toThrow(expect.objectContaining({ syscall: "open" }));
  there("rapport.xlsx");
  // What is not bytes fails in the middle of writing.
  expect(() => {
    replaceFile(at("rapport.xlsx"), { length: 3 } as unknown as Uint8Array);
  }).toThrow();
  expect(bytesAt("rapport.xlsx")).toEqual([9]);
  expect(fs.readdirSync(folder)).toEqual(["rapport.xlsx"]);
});

test("one file under several paths is one file", () => {
  there("a.xlsx");
  there("b.xlsx");
  fs.symlinkSync("a.xlsx", at("länk.xlsx"));
  fs.linkSync(at("a.xlsx"), at("hård.xlsx"));
  fs.symlinkSync(folder, at("mapp"));
  const same = (one: string, other: string): boolean => isSameFile(at(one), at(other));
  expect([same("a.xlsx", "länk.xlsx"), same("a.xlsx", "hård.xlsx"), same("a.xlsx", "mapp/a.xlsx")]).toEqual([
    true,
    true,
    true,
  ]);
  expect([same("ny.xlsx", "mapp/ny.xlsx"), same("a.xlsx", "b.xlsx"), same("a.xlsx", "ny.xlsx")]).toEqual([
    true,
    false,
    false,
  ]);
});

const commandLine = join(__dirname, "../../build/cli/samkalkyl.js");

function run(...words: readonly string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [commandLine, "analyse", ...words], {
    encoding: "utf8",
  });
  return { status, text: `${stdout}${stderr}` };
}

test("a roll-up is not written over one of its inputs, by any path; a workbook of its own keeps what it holds", () => {
  const source = join(__dirname, "../cases/husamradet.xlsx");
  for (const name of ["f1.xlsx", "f2.xlsx"]) fs.copyFileSync(source, at(name));
  fs.writeFileSync(at("bok.xlsx"), "#FLAGGA 0\r\n#SIETYP 4\r\n#RAR 0 20240101 20241231\r\n");
  fs.symlinkSync("f2.xlsx", at("länk.xlsx"));
  const before = fs.readFileSync(at("f2.xlsx"));
  for (const out of ["f1.xlsx", "f2.xlsx", "länk.xlsx"]) {
    const { status, text } = run(at("f1.xlsx"), at("f2.xlsx"), "--out", at(out));
    expect(status).toBe(2);
    expect(text).toContain("--out");
  }
  const board = run(at("f1.xlsx"), "--board", at("länk.xlsx"), "--out", at("f2.xlsx"));
  expect(board.status).toBe(2);
  expect(fs.readFileSync(at("f2.xlsx")).equals(before)).toBe(true);
  // A ledger that is called a workbook has no place for tabs.
  expect(run(at("bok.xlsx"), "--out", at("bok.xlsx")).status).toBe(2);
  expect(fs.readFileSync(at("bok.xlsx"), "latin1")).toMatch(/^#FLAGGA/u);
  const kept = run(at("f1.xlsx"), "--out", at("f1.xlsx"));
  expect(kept.status).toBe(0);
  fs.chmodSync(at("f2.xlsx"), 0o444);
  const refused = run(at("f1.xlsx"), "--out", at("f2.xlsx"));
  expect([refused.status, fs.readFileSync(at("f2.xlsx")).equals(before)]).toEqual([1, true]);
}, 60_000);

test("an overview of a folder is not written over one of its files, but over the overview of an earlier run", () => {
  fs.copyFileSync(join(__dirname, "../cases/husamradet.xlsx"), at("f1.xlsx"));
  const before = fs.readFileSync(at("f1.xlsx"));
  fs.symlinkSync("f1.xlsx", at("länk.xlsx"));
  const roll = (out: string): number | null =>
    spawnSync(process.execPath, [commandLine, "rollup", folder, "--out", at(out), "--jobs", "1"]).status;
  expect([roll("f1.xlsx"), fs.readFileSync(at("f1.xlsx")).equals(before)]).toEqual([1, true]);
  expect([roll("länk.xlsx"), fs.readFileSync(at("f1.xlsx")).equals(before)]).toEqual([1, true]);
  expect([roll("översikt.xlsx"), roll("översikt.xlsx")]).toEqual([0, 0]);
}, 60_000);

// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

test("escape sequences are shown, never sent", () => {
  expect(printable("Mål \u001b[2J\u009b31m\u0007 klart\tnu\r\nå")).toBe("Mål ␛[2J\uFFFD31m␇ klart nu\nå");
  const letters = fc.string({ unit: fc.nat(0x2100).map((code) => String.fromCharCode(code)) });
  fc.assert(
    fc.property(letters, (text) => {
      expect(printable(text)).not.toMatch(control);
      const json = printableJson(JSON.stringify({ text }));
      expect(json).not.toMatch(control);
      expect(JSON.parse(json)).toEqual({ text });
    }),
    { seed: 14, numRuns: 500 },
  );
});

test("a file whose names hold escape sequences sends none to the terminal, as text or as JSON", () => {
  const rows = [
    "#FLAGGA 0",
    "#SIETYP 4",
    '#FNAMN "Förb\u001b]0;x\u0007undet\u009b2J"',
    "#RAR 0 20240101 20241231",
    "#KPTYP EUBAS97",
    '#KONTO 5010 "Lokal\u001b[31m"',
    "#PBUDGET 0 202401 5010 {} 100.00",
    "#PSALDO 0 202401 5010 {} 90.00",
    "#RES 0 5010 90.00",
  ];
  fs.writeFileSync(at("b\u001bok.se"), rows.join("\r\n"));
  for (const more of [[], ["--json"], ["--out", at("bok\u001b.xlsx")]]) {
    const { text } = run(at("b\u001bok.se"), ...more);
    expect(text).toContain("Lokal");
    expect(text).not.toMatch(control);
  }
}, 60_000);
