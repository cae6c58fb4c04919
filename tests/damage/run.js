// tests/damage/run.js: `npm run damage -- [SEED …] [--sheets N] [--files N] [--kind WORDS]`: generated workbooks and files, damaged, read and
// judged; without --kind it writes docs/reliability.md. Strips the types as files are loaded, with the compiler the tests use. Exit status 1 where anything is wrong.
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
// The guide is read as text, as webpack does.
require.extensions[".md"] = (module, filename) => {
  module.exports = readFileSync(filename, "utf8");
};

const given = process.argv.slice(2);
if (given[0] === "--files-child") require(join(__dirname, "fileChild.ts")).serveFiles();
else
  require(join(__dirname, "score.ts"))
    .runDamage(given)
    .then((status) => {
      process.exitCode = status;
    });
