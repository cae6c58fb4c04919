// tests/advisories/run.js (npm run advisories): builds what is shipped and says what is known against it; exit status 1: something must be done.
const { execSync } = require("node:child_process");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { concerns, shippedIn } = require("./advisories");

const root = join(__dirname, "..", "..");
execSync("npm run --silent build:all", { cwd: root, stdio: "inherit" });
const shipped = new Map(
  ["dist/licences.txt", "build/cli/licences.txt"]
    .flatMap((file) => shippedIn(readFileSync(join(root, file), "utf8")))
    .map((found) => [found.name, found]),
);
const reviewed = JSON.parse(readFileSync(join(__dirname, "reviewed.json"), "utf8"));
const said = concerns(shipped.values(), reviewed, new Date().toISOString().slice(0, 10));
console.log(`${shipped.size} packages are shipped; their advisories were reviewed on ${reviewed.reviewed}.`);
for (const line of said) console.log(line);
process.exitCode = said.length === 0 ? 0 : 1;
