// tests/manifestBuild.test.ts: Microsoft's own parser reads the manifest, and the build rewrites it for an organisation's origin.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "..");

test("office-addin-manifest reads it", () => {
  // In a process of its own: the package pulls in a module that jest cannot load on Node 20.
  const script = `require("office-addin-manifest").OfficeAddinManifest.readManifestFile(process.argv[1])
    .then((info) => console.log(JSON.stringify(info)))`;
  const info: unknown = JSON.parse(
    execFileSync(process.execPath, ["-e", script, "manifest.xml"], { cwd: folder, encoding: "utf8" }),
  );
  expect(info).toMatchObject({
    id: "7c1f6d0e-53b9-4a5e-9f0b-2d86c4e1a397",
    defaultLocale: "sv-SE",
    displayName: "Samkalkyl",
    hosts: ["Workbook"],
    officeAppType: "TaskPaneApp",
    permissions: "ReadWriteDocument",
  });
});

interface CopyPattern {
  readonly to: string;
  readonly transform?: (content: Buffer) => string;
}
type Configurations = (
  env: Record<string, string>,
) => readonly { readonly plugins: readonly { readonly patterns?: readonly CopyPattern[] }[] }[];

const configurations = jest.requireActual<Configurations>("../webpack.config.js");

function builtFor(origin: string): string {
  const patterns = configurations({ origin })[0]?.plugins.flatMap(({ patterns: own }) => own ?? []);
  const transform = patterns?.find(({ to }) => to === "manifest.xml")?.transform;
  if (transform === undefined) throw new Error("the build does not write the manifest");
  return transform(readFileSync(join(folder, "manifest.xml")));
}

test.each`
  origin                             | page
  ${"https://tillagg.example.se"}    | ${"https://tillagg.example.se/taskpane.html"}
  ${"https://example.se/samkalkyl/"} | ${"https://example.se/samkalkyl/taskpane.html"}
  ${"https://localhost:3000"}        | ${"https://localhost:3000/taskpane.html"}
`("every address is on $origin", ({ origin, page }: { origin: string; page: string }) => {
  const built = builtFor(origin);
  expect(built).toContain(`DefaultValue="${page}"`);
  const addresses = [...built.matchAll(/DefaultValue="(https?:[^"]*)"/g)].map(([, address]) => address ?? "");
  expect(addresses.length).toBeGreaterThan(8);
  expect(addresses.filter((address) => !address.startsWith(origin.replace(/\/$/, "")))).toEqual([]);
});

test.each(["http://example.se", "example.se", "https://", 'https://a.se/"><x', "javascript:alert(1)"])(
  "%s is no origin",
  (origin) => {
    expect(() => configurations({ origin })).toThrow("https");
  },
);
