// tests/architecture.test.ts: who may import what, and who may touch Excel, files and the page; each rule with its reason.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { preProcessFile } from "typescript";

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
      "domain/money",
      "domain/steps",
    ],
    packages: ["fflate"],
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
      "report/sheetModel",
      "intake/grid",
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
    packages: ["node:fs", "node:path", "node:util"],
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
  expect(importsOf("pane/ways/excelWay.ts").some((specifier) => specifier.includes("workbook/excel"))).toBe(true);
  expect(breach("domain/money.ts", "../intake/grid")).toContain("same figures everywhere");
  expect(breach("intake/grid.ts", "preact")).toContain("preact");
  expect(breach("workbook/excel/any.ts", "../file/any")).toContain("two ways in");
  expect(breach("report/sheetModel.ts", "../domain/money")).toBeNull();
});
