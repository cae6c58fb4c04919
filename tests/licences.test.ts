// tests/licences.test.ts: every package whose code is shipped has its licence beside it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dist, ensureBuilt, root } from "./e2e/builtPage";

beforeAll(() => {
  ensureBuilt();
  ensureBuilt("cli");
}, 240_000);

const sections = (path: string): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(path, "utf8")
      .split(/^(?=\S.*\n=+\n)/mu)
      .map((part) => [part.split(/ [\d.]+(?:-[\w.]+)?\n/u)[0]!.split("\n")[0]!, part]),
  );

test.each([
  [
    "the page",
    join(dist, "licences.txt"),
    ["@fluentui/tokens", "@fluentui/web-components", "date-fns", "decimal.js", "fflate", "preact"],
  ],
  [
    "the command line",
    join(root, "build", "cli", "licences.txt"),
    ["date-fns", "decimal.js", "fflate", "hyparquet-writer"],
  ],
])("%s", (_, path, packages) => {
  const found = sections(path);
  for (const name of ["Samkalkyl", ...packages]) {
    expect([...found.keys()]).toContain(name);
    expect(found.get(name)).toMatch(/permission is hereby granted|redistribution and use|apache license/iu);
    expect(found.get(name)).toMatch(/copyright/iu);
  }
});
