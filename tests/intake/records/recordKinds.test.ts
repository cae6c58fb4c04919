// tests/intake/records/recordKinds.test.ts: what follows from the registry of kinds of tables: words for every column, and the lists that people read.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RECORD_KINDS } from "../../../src/intake/records/recordKinds";
import { TABLE_KINDS, tableRoles } from "../../../src/intake/records/tableKinds";
import { mappingTextsOf } from "../../../src/text/mapping";

test.each(["sv", "en"] as const)("every kind and every column of it has words in %s", (language) => {
  const { kinds, roles } = mappingTextsOf(language);
  for (const kind of TABLE_KINDS) {
    expect([kind, kinds[kind]]).toEqual([kind, expect.stringMatching(/\S/)]);
    for (const role of tableRoles(kind))
      expect([kind, role, roles[kind]?.[role]]).toEqual([kind, role, expect.stringMatching(/\S/)]);
    expect(Object.keys(roles[kind] ?? {}).sort()).toEqual([...tableRoles(kind)].sort());
  }
});

/** A row of a Markdown table per kind: every column by its first heading, in the order of the registry. */
const rows = RECORD_KINDS.map(({ name, columns }) => [
  name,
  Object.values(columns)
    .map(({ sv }) => sv[0])
    .join(" · "),
]);

test.each(["README.md", "docs/anvandarguide.md"])(
  "%s names every column of every kind as the registry does",
  (file) => {
    const text = readFileSync(join(__dirname, "../../..", file), "utf8");
    for (const [name, headings] of rows)
      expect([name, text.includes(`| ${headings} |`) ? headings : ""]).toEqual([name, headings]);
  },
);
