// tests/mutants/mutants.ts: whether the tests can fail: sources made wrong one small change at a time, in a copy of the tree, and the related tests run
// over each. What the compiler stops is no mutant; what no test stops is listed, to be given one or to be found to mean the same.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createLanguageService,
  getDefaultLibFilePath,
  parseJsonConfigFileContent,
  readConfigFile,
  ScriptSnapshot,
  sys,
} from "typescript";
import { drawn, type Mutant, mutantsIn, mutated } from "./sites";

const root = join(__dirname, "..", "..");
/** Browser tests run what was built, not what is imported. */
const IGNORED = ["/tests/e2e/", "/tests/bench/", "/tests/architecture.test.ts"];
/** A change that never ends is found too. */
const LONGEST = 900_000;

type Verdict = "killed" | "survived" | "does not compile";

/** Prints each mutant with its verdict and the share that was killed per layer; true: at least 85 % in all and 75 % in each layer. */
export function runMutants(seed: number, count: number): boolean {
  const files = git("ls-files", "src").filter((path) => /\.tsx?$/u.test(path) && !path.endsWith(".d.ts"));
  const all = files.flatMap((path) => mutantsIn(path, readFileSync(join(root, path), "utf8")));
  const copy = copied();
  try {
    const types = new TypeCheck(copy);
    const found = drawn(all, seed, count).map((mutant, at) => {
      const verdict = tried(copy, types, mutant);
      console.log(`${at + 1}/${count} ${verdict}: ${shown(mutant)}`);
      return { mutant, verdict };
    });
    return reported(found);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function git(...given: readonly string[]): string[] {
  return execFileSync("git", given, { cwd: root, encoding: "utf8" }).trim().split("\n");
}

function copied(): string {
  const copy = mkdtempSync(join(tmpdir(), "samkalkyl-mutants-"));
  for (const path of git("ls-files")) cpSync(join(root, path), join(copy, path));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

function tried(copy: string, types: TypeCheck, mutant: Mutant): Verdict {
  const path = join(copy, mutant.path);
  const code = readFileSync(path, "utf8");
  const wrong = mutated(code, mutant);
  if (!types.holds(path, wrong)) return "does not compile";
  writeFileSync(path, wrong);
  try {
    return testsFail(copy, path) ? "killed" : "survived";
  } finally {
    writeFileSync(path, code);
  }
}

/** Jest looks for what a file is imported by in its roots only. */
function testsFail(copy: string, path: string): boolean {
  const roots = ["--roots", join(copy, "tests"), "--roots", join(copy, "src")];
  const ignored = ["--testPathIgnorePatterns", "/node_modules/", ...IGNORED];
  const given = ["jest", "--bail", "--silent", ...roots, ...ignored, "--findRelatedTests", path];
  const { status } = spawnSync("npx", given, { cwd: copy, stdio: "ignore", timeout: LONGEST });
  return status !== 0;
}

/** The types of one file after another text has taken its place: the rest of the program is checked once. */
class TypeCheck {
  private readonly texts = new Map<string, { readonly version: number; readonly text: string }>();
  private readonly service;

  constructor(folder: string) {
    const { config } = readConfigFile(join(folder, "tsconfig.json"), (path) => sys.readFile(path)) as {
      config: unknown;
    };
    const { options, fileNames } = parseJsonConfigFileContent(config, sys, folder);
    this.service = createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => fileNames,
      getScriptVersion: (path) => String(this.texts.get(path)?.version ?? 0),
      getScriptSnapshot: (path) => {
        const text = this.texts.get(path)?.text ?? sys.readFile(path);
        return text === undefined ? undefined : ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => folder,
      getDefaultLibFileName: getDefaultLibFilePath,
      fileExists: (path) => sys.fileExists(path),
      readFile: (path) => sys.readFile(path),
      readDirectory: (...given) => sys.readDirectory(...given),
      directoryExists: (path) => sys.directoryExists(path),
      getDirectories: (path) => sys.getDirectories(path),
    });
  }

  holds(path: string, text: string): boolean {
    const before = sys.readFile(path) ?? "";
    const version = (this.texts.get(path)?.version ?? 0) + 1;
    this.texts.set(path, { version, text });
    try {
      return this.service.getSyntacticDiagnostics(path).length + this.service.getSemanticDiagnostics(path).length === 0;
    } finally {
      this.texts.set(path, { version: version + 1, text: before });
    }
  }
}

function shown({ path, start, end, text, kind }: Mutant): string {
  const code = readFileSync(join(root, path), "utf8");
  const line = code.slice(0, start).split("\n").length;
  const short = (part: string): string => (part.length > 60 ? `${part.slice(0, 59)}…` : part).replaceAll("\n", " ");
  return `${path}:${line} ${kind}: ${short(code.slice(start, end))} → ${short(text) || "nothing"}`;
}

function reported(found: readonly { readonly mutant: Mutant; readonly verdict: Verdict }[]): boolean {
  const run = found.filter(({ verdict }) => verdict !== "does not compile");
  const layers = [...new Set(run.map(({ mutant }) => layerOf(mutant)))].sort();
  const share = (of: typeof run): number =>
    of.filter(({ verdict }) => verdict === "killed").length / Math.max(1, of.length);
  const line = (name: string, of: typeof run): string =>
    `${name}: ${Math.round(100 * share(of))} % of ${of.length} killed`;
  console.log(`\n${found.length - run.length} of ${found.length} do not compile`);
  for (const layer of layers)
    console.log(
      line(
        layer,
        run.filter(({ mutant }) => layerOf(mutant) === layer),
      ),
    );
  console.log(line("in all", run));
  for (const { mutant, verdict } of run) if (verdict === "survived") console.log(`survived: ${shown(mutant)}`);
  return (
    share(run) >= 0.85 && layers.every((layer) => share(run.filter(({ mutant }) => layerOf(mutant) === layer)) >= 0.75)
  );
}

function layerOf({ path }: Mutant): string {
  return path.split("/")[1] ?? "";
}
