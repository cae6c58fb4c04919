/**
 * @jest-environment jsdom
 */
// tests/manifest.test.ts: Excel will take the manifest, and the build writes it for the origin it is given.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { iconsOf, manifestProblems } from "./manifestCheck";

const folder = join(__dirname, "..");
const manifest = readFileSync(join(folder, "manifest.xml"), "utf8");

test("the manifest keeps every rule", () => {
  expect(manifestProblems(manifest)).toEqual([]);
});

test("every icon is a PNG of the size that the manifest gives it", () => {
  const icons = iconsOf(manifest);
  expect(icons.map(({ size }) => size)).toEqual([32, 64, 16, 32, 80, 16, 32, 80]);
  for (const { url, size } of icons) {
    const png = readFileSync(join(folder, new URL(url).pathname));
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  }
});

test.each`
  fault                               | from                                                        | to                                       | said
  ${"an Id that is no GUID"}          | ${"<Id>7c1f6d0e-"}                                          | ${"<Id>7c1f6d0-"}                        | ${"Id has a value"}
  ${"a version of one number"}        | ${"<Version>1.0.0.0"}                                       | ${"<Version>1"}                          | ${"Version has a value"}
  ${"a version with a letter"}        | ${"<Version>1.0.0.0"}                                       | ${"<Version>1.0.0b"}                     | ${"Version has a value"}
  ${"no support address"}             | ${/<SupportUrl[^>]*>/}                                      | ${""}                                    | ${"SupportUrl is missing"}
  ${"permissions too early"}          | ${/(<Hosts>[^]*?)(<Permissions>.*?Permissions>)/}           | ${"$2$1"}                                | ${"stands too late"}
  ${"an element Excel does not know"} | ${"<ProviderName>"}                                         | ${"<Owner/><ProviderName>"}              | ${"may not hold Owner"}
  ${"http"}                           | ${"https://localhost:3000/taskpane.html"}                   | ${"http://localhost:3000/taskpane.html"} | ${"no https address"}
  ${"a relative address"}             | ${"https://localhost:3000/assets/icon-16.png"}              | ${"assets/icon-16.png"}                  | ${"no https address"}
  ${"a resid that names nothing"}     | ${'resid="Button.Tip"'}                                     | ${'resid="Button.Tap"'}                  | ${"names nothing"}
  ${"a resource nobody uses"}         | ${'resid="Pane.Url"'}                                       | ${'resid="LearnMore.Url"'}               | ${"Pane.Url is not used"}
  ${"a resid of 33 characters"}       | ${/Pane\.Url/g}                                             | ${"P".repeat(33)}                        | ${"longer than 32"}
  ${"two resources of one name"}      | ${'<bt:Image id="Icon.32"'}                                 | ${'<bt:Image id="Icon.16"'}              | ${"used twice"}
  ${"an icon size left out"}          | ${'<bt:Image size="80" resid="Icon.80"/>'}                  | ${""}                                    | ${"icon of 80 pixels"}
  ${"a label of 126 characters"}      | ${'Value="Follow up budget"'}                               | ${`Value="${"x".repeat(126)}"`}          | ${"longer than 125"}
  ${"a tip of 251 characters"}        | ${/Value="Reads outcome[^"]*"/}                             | ${`Value="${"x".repeat(251)}"`}          | ${"longer than 250"}
  ${"a text without English"}         | ${'<bt:Override Locale="en-US" Value="Follow up budget"/>'} | ${""}                                    | ${"Button.Label is not in both languages"}
  ${"another host"}                   | ${'Host Name="Workbook"'}                                   | ${'Host Name="Document"'}                | ${"Host must be Workbook"}
  ${"XML that does not close"}        | ${"</OfficeApp>"}                                           | ${""}                                    | ${"well-formed"}
`("$fault is found", ({ from, to, said }: { from: string | RegExp; to: string; said: string }) => {
  const broken = manifest.replace(from, to);
  expect(broken).not.toBe(manifest);
  expect(manifestProblems(broken).join("\n")).toContain(said);
});
