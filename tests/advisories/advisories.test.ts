// tests/advisories/advisories.test.ts: no package is shipped that nobody has reviewed, or in a version that an advisory names.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dist, ensureBuilt, root } from "../e2e/builtPage";
import { compareVersions, concerns, shippedIn } from "./advisories";

const reviewed = JSON.parse(readFileSync(join(root, "tests", "advisories", "reviewed.json"), "utf8")) as {
  readonly reviewed: string;
  readonly packages: Readonly<Record<string, readonly unknown[]>>;
};

test("what is shipped is reviewed, and nothing is known against it", () => {
  ensureBuilt();
  ensureBuilt("cli");
  const shipped = [join(dist, "licences.txt"), join(root, "build", "cli", "licences.txt")].flatMap((file) =>
    shippedIn(readFileSync(file, "utf8")),
  );
  expect(shipped.map(({ name }) => name)).toEqual(expect.arrayContaining(["preact", "hyparquet-writer", "decimal.js"]));
  // On the day of the review: that a review grows old is a matter for a release, not for a test that passed yesterday.
  expect(concerns(shipped, reviewed, reviewed.reviewed)).toEqual([]);
  // Nothing is kept that is no longer shipped.
  expect(Object.keys(reviewed.packages).sort()).toEqual([...new Set(shipped.map(({ name }) => name))].sort());
}, 240_000);

test("a version that an advisory names is said, the ones around it are not", () => {
  const at = (version: string): readonly string[] =>
    concerns([{ name: "preact", version }], reviewed, reviewed.reviewed);
  expect(at("10.26.4")).toEqual([]);
  expect(at("10.26.9")).toEqual([expect.stringMatching(/^preact 10\.26\.9: GHSA-36hm-qxxp-pg3m/u)]);
  expect(at("10.26.10")).toEqual([]);
  expect(at("10.28.1")).toHaveLength(1);
  expect(at("10.28.2")).toEqual([]);
});

test("a package that nobody reviewed and a review that is old are said", () => {
  const ledger = { reviewed: "2026-01-01", packages: { known: [] } };
  expect(concerns([{ name: "other", version: "1.0.0" }], ledger, "2026-01-02")).toEqual([
    expect.stringMatching(/^other 1\.0\.0 .*reviewed\.json$/u),
  ]);
  expect(concerns([{ name: "known", version: "1.0.0" }], ledger, "2026-07-03")).toEqual([]);
  expect(concerns([{ name: "known", version: "1.0.0" }], ledger, "2026-07-04")).toHaveLength(1);
});

test("versions are compared as numbers", () => {
  expect(compareVersions("10.9.0", "10.10.0")).toBeLessThan(0);
  expect(compareVersions("2.0.0", "1.99.99")).toBeGreaterThan(0);
  expect(compareVersions("1.0.0-alpha.24", "1.0.0")).toBe(0);
});
