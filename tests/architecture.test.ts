// tests/architecture.test.ts: who may import what, and who may touch Excel, files and the page; each rule with its reason.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import {
  createSourceFile,
  isExportDeclaration,
  isImportDeclaration,
  isNamedImports,
  isStringLiteral,
  preProcessFile,
  ScriptTarget,
  type Statement,
} from "typescript";

const root = join(__dirname, "..");
const source = join(root, "src");

interface Layer {
  readonly folder: string;
  readonly mayImport: readonly string[];
  readonly packages: readonly string[];
  readonly because: string;
}

/** `folder` is the longest matching prefix under src/; `mayImport` are prefixes; a layer may always import itself. */
const layers: readonly Layer[] = [
  {
    folder: "domain",
    mayImport: [],
    packages: ["decimal.js", "date-fns"],
    because: "the calculations must give the same figures everywhere, so they know neither cells, words nor hosts",
  },
  {
    folder: "reference",
    mayImport: ["domain"],
    packages: [],
    because: "dated values are data: they are used by calculations, never the other way round",
  },
  {
    folder: "intake",
    mayImport: ["domain", "reference"],
    packages: [],
    because: "reading a grid must not depend on where the grid came from or how results are shown",
  },
  {
    folder: "text",
    mayImport: ["domain"],
    packages: [],
    because: "words are chosen from what happened, not from where it happened",
  },
  {
    folder: "report",
    mayImport: ["domain", "reference", "text"],
    packages: [],
    because: "a tab is built from results only, so that a preview and both adapters show the same",
  },
  {
    folder: "workbook",
    mayImport: [
      "report/sheetModel",
      "report/finalReport/documentModel",
      "intake/grid",
      // A SIE file has no cells: its opener hands on what it says.
      "intake/sie/sieLedger",
      "intake/sie/sieReader",
      "domain/a1",
      "domain/fileName",
      "domain/money",
      "domain/steps",
      "domain/tabKind",
    ],
    packages: ["fflate", "papaparse"],
    because: "an adapter moves cells; it must not know what they mean",
  },
  {
    folder: "workbook/excel",
    mayImport: [
      "workbook/workbook",
      "workbook/format",
      "workbook/looks",
      "workbook/printArea",
      "workbook/choiceNames",
      "workbook/ownedNames",
      "workbook/sheetNames",
      "workbook/tableNames",
      "report/sheetModel",
      "intake/grid",
      "domain/a1",
      "domain/money",
      "domain/steps",
    ],
    packages: [],
    because: "the Excel adapter and the file adapter are two ways in and must not lean on each other",
  },
  {
    folder: "actions",
    mayImport: ["domain", "reference", "intake", "text", "report", "workbook/workbook"],
    packages: [],
    because: "the pipeline knows only the port, so that no file system reaches the browser",
  },
  {
    folder: "pane",
    mayImport: ["actions", "text", "domain", "report/sheetModel", "intake/grid", "workbook"],
    packages: ["preact", "@fluentui/web-components", "@fluentui/tokens"],
    because: "the pane chooses an adapter and shows results; it computes nothing",
  },
  {
    folder: "cli",
    mayImport: ["actions", "text", "domain", "intake/grid", "workbook/workbook", "workbook/file"],
    packages: [
      "node:crypto",
      "node:fs",
      "node:os",
      "node:path",
      "node:util",
      "node:worker_threads",
      "hyparquet-writer",
    ],
    because: "the command line has no Excel: its only adapter is the file",
  },
];

/** Names that tie code to one surrounding, and the only folders where they may occur. */
const surroundings = [
  {
    name: "Excel or Office",
    pattern: /\b(?:Excel|Office)\.[A-Za-z]/,
    folders: ["workbook/excel", "pane"],
    because: "only these run inside Excel",
  },
  {
    name: "the file system",
    pattern: /from "(?:node:)?fs/,
    folders: ["workbook/file", "cli"],
    because: "nothing else has a disk in a browser",
  },
  {
    name: "the page",
    pattern: /\bdocument\.(?:get|query|create|add|remove|body|head|documentElement|title|activeElement)/,
    folders: ["pane"],
    because: "everything else also runs without a page",
  },
  {
    name: "the network",
    pattern: /\b(?:fetch\(|XMLHttpRequest|WebSocket|sendBeacon)/,
    folders: [],
    because: "nothing leaves the machine",
  },
] as const;

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => path.replaceAll("\\", "/"));

const known: ReadonlySet<string> = new Set(files);

function codeOf(path: string): string {
  return readFileSync(join(source, path), "utf8");
}

/** Comments speak of Excel and files; the rules are about code. */
function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "");
}

function layerOf(path: string): Layer {
  const found = layers
    .filter(({ folder }) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
  if (found === undefined) throw new Error(`src/${path} stands in no layer of the house`);
  return found;
}

function importsOf(path: string): readonly string[] {
  return preProcessFile(codeOf(path)).importedFiles.map(({ fileName }) => fileName);
}

/** Where a statement imports from when the program runs; null: it imports nothing, or types alone, which are gone by then. */
function importedAtRunTime(statement: Statement): string | null {
  if (isExportDeclaration(statement)) {
    const from = statement.moduleSpecifier;
    return from !== undefined && isStringLiteral(from) && !statement.isTypeOnly ? from.text : null;
  }
  if (!isImportDeclaration(statement) || !isStringLiteral(statement.moduleSpecifier)) return null;
  const clause = statement.importClause;
  if (clause?.phaseModifier !== undefined) return null;
  const named = clause?.namedBindings;
  const onlyTypes =
    clause?.name === undefined &&
    named !== undefined &&
    isNamedImports(named) &&
    named.elements.every(({ isTypeOnly }) => isTypeOnly);
  return onlyTypes ? null : statement.moduleSpecifier.text;
}

/** The files that a file cannot run without, by their paths under src/. Those that it fetches later are none of them. */
function neededBy(path: string, code = codeOf(path)): readonly string[] {
  return createSourceFile(path, code, ScriptTarget.Latest).statements.flatMap((statement) => {
    const from = importedAtRunTime(statement);
    if (from?.startsWith(".") !== true) return [];
    const target = relative(source, normalize(join(source, dirname(path), from))).replaceAll("\\", "/");
    return [`${target}.ts`, `${target}.tsx`].filter((file) => known.has(file));
  });
}

/** Circles of files that need each other, each once and as it runs: `a → b → a`. */
function circlesIn(paths: readonly string[], needs: (path: string) => readonly string[]): readonly string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const follow = (path: string, way: readonly string[]): void => {
    const before = way.indexOf(path);
    if (before >= 0) found.push([...way.slice(before), path].join(" → "));
    if (before >= 0 || done.has(path)) return;
    for (const next of needs(path)) follow(next, [...way, path]);
    done.add(path);
  };
  for (const path of paths) follow(path, []);
  return found;
}

/** What an import breaks, in words; null when it is allowed. */
function breach(path: string, specifier: string): string | null {
  const layer = layerOf(path);
  if (!specifier.startsWith(".")) {
    const allowed = layer.packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
    return allowed ? null : `src/${path} imports ${specifier}: ${layer.because}`;
  }
  const target = relative(source, normalize(join(source, dirname(path), specifier))).replaceAll("\\", "/");
  // Assets outside src (styles, the published example) carry no code.
  if (target.startsWith("..") || target.endsWith(".css")) return null;
  const own = target.startsWith(`${layer.folder}/`) && layerOf(`${target}.ts`).folder === layer.folder;
  const allowed = own || layer.mayImport.some((prefix) => target === prefix || target.startsWith(`${prefix}/`));
  return allowed ? null : `src/${path} imports src/${target}: ${layer.because}`;
}

test("every import keeps to the direction cells → intake → domain → report → cells", () => {
  const breaches = files.flatMap((path) => importsOf(path).flatMap((specifier) => breach(path, specifier) ?? []));
  expect(breaches).toEqual([]);
});

test("no files need each other in a circle: which of them runs first would decide what they see", () => {
  expect(circlesIn(files, neededBy)).toEqual([]);
});

test.each(surroundings)("$name occurs only where it belongs", ({ pattern, folders, because }) => {
  const strays = files
    .filter((path) => !folders.some((folder: string) => path.startsWith(`${folder}/`)))
    .filter((path) => pattern.test(withoutComments(codeOf(path))))
    .map((path) => `src/${path}: ${because}`);
  expect(strays).toEqual([]);
});

test("the rules see every import, and can fail", () => {
  expect(importsOf("actions/tabs.ts")).toContain("../report/tabs");
  expect(importsOf("domain/money.ts")).toContain("decimal.js");
  expect(importsOf("pane/modes/excelMode.ts").some((specifier) => specifier.includes("workbook/excel"))).toBe(true);
  expect(breach("domain/money.ts", "../intake/grid")).toContain("same figures everywhere");
  expect(breach("intake/grid.ts", "preact")).toContain("preact");
  expect(breach("workbook/excel/any.ts", "../file/any")).toContain("two ways in");
  expect(breach("report/sheetModel.ts", "../domain/money")).toBeNull();
  const imports = [
    'import { a } from "./money";',
    'import { type A, b } from "./steps";',
    'import type { B } from "./period";',
    'import { type C } from "./problem";',
    'export { d } from "./keyTable";',
    'void import("./exactSums");',
  ];
  expect(neededBy("domain/any.ts", imports.join("\n"))).toEqual([
    "domain/money.ts",
    "domain/steps.ts",
    "domain/keyTable.ts",
  ]);
  const needs: Readonly<Record<string, readonly string[]>> = { a: ["b", "c"], b: ["d"], c: ["d"], d: ["b"], e: ["e"] };
  expect(circlesIn(Object.keys(needs), (path) => needs[path] ?? [])).toEqual(["b → d → b", "e → e"]);
});
