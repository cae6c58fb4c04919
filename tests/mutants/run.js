// tests/mutants/run.js: `npm run mutants -- SEED N`: N sources made wrong, drawn by SEED, and whether a test notices. Takes minutes to hours: outside CI.
// Strips the types as files are loaded, with the compiler the tests use. Exit status 1 where too many are not noticed.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { transformSync } = require("@swc/core");

require.extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    filename,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
  });
  module._compile(code, filename);
};

const [seed, count] = process.argv.slice(2).map(Number);
if (!Number.isInteger(seed) || !Number.isInteger(count) || count < 1) {
  console.error("usage: npm run mutants -- SEED N");
  process.exitCode = 2;
} else process.exitCode = require(join(__dirname, "mutants.ts")).runMutants(seed, count) ? 0 : 1;
