// tests/host/memberSets.test.ts: what the host says of each member (that it exists, and since which requirement set) against Microsoft's
// published types. A host that were too generous here would pass code that Excel refuses.
import { readFileSync } from "node:fs";
import { type ClassTable, knownClasses } from "./classes";
import { workbookClass } from "./members/workbook";

const types = readFileSync(require.resolve("@types/office-js/index.d.ts"), "utf8");
const excel = types.slice(types.indexOf("declare namespace Excel {"));

/** ExcelApi 1.x of each member of a class, in lower case; the lowest where reading and writing, or overloads, differ. */
function publishedSets(className: string): ReadonlyMap<string, number> {
  const start = new RegExp(`\\n {4}class ${className} extends OfficeExtension\\.ClientObject \\{`).exec(excel);
  if (start === null) throw new Error(`no class ${className} in the published types`);
  const body = excel.slice(start.index, excel.indexOf("\n    }\n", start.index));
  const sets = new Map<string, number>();
  for (const [, comment = "", name = ""] of body.matchAll(
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:readonly )?(\w+)\??[(:]/g,
  )) {
    const set = /\[Api set: (?:ExcelApi )?1\.(\d+)/.exec(comment)?.[1];
    const known = sets.get(name.toLowerCase()) ?? Infinity;
    if (set !== undefined) sets.set(name.toLowerCase(), Math.min(known, Number(set)));
  }
  return sets;
}

/** What the client sends under another name than the published one. */
const published: Readonly<Record<string, string>> = { gridlines: "showgridlines", headings: "showheadings" };

function membersOf({ properties, links, methods }: ClassTable<never>): [string, number][] {
  const all: Readonly<Record<string, { readonly since: number }>> = { ...properties, ...links, ...methods };
  return Object.entries(all)
    .filter(([name]) => !name.startsWith("_"))
    .map(([name, { since }]) => [published[name.toLowerCase()] ?? name.toLowerCase(), since]);
}

test("the classes are there", () => {
  expect(knownClasses).toContain(workbookClass);
  expect(knownClasses.length).toBeGreaterThan(30);
});

test.each([...new Set(knownClasses.map(({ name }) => name))])("%s", (name) => {
  const sets = publishedSets(name);
  const members = knownClasses.filter((table) => table.name === name).flatMap(membersOf);
  // 1.1 members carry their set in the class's comment only.
  const differing = members.filter(([member, since]) => (sets.get(member) ?? 1) !== since);
  expect(differing.map(([member, since]) => `${member}: 1.${since}, published 1.${sets.get(member) ?? "?"}`)).toEqual(
    [],
  );
});

test.each([...new Set(knownClasses.map(({ name }) => name))])("%s has no member of its own invention", (name) => {
  const start = excel.indexOf(`\n    class ${name} extends`);
  const body = excel.slice(start, excel.indexOf("\n    }\n", start)).toLowerCase();
  const members = knownClasses.filter((table) => table.name === name).flatMap(membersOf);
  expect(members.map(([member]) => member).filter((member) => !new RegExp(`\\b${member}\\??[(:]`).test(body))).toEqual(
    [],
  );
});
