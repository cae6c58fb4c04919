// tests/reference/print.js: what of the reference data holds in a month, and what is missing then: `npm run reference -- 2027-03`.
// Strips the types as files are loaded, with the compiler the tests use.
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

const { holdingIn } = require(join(__dirname, "../../src/reference/catalogue.ts"));

const month = process.argv[2] ?? "";
if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) {
  console.error("usage: npm run reference -- YYYY-MM");
  process.exitCode = 2;
} else {
  const { holding, missing } = holdingIn(month);
  for (const { series, value, validFrom, validTo, vintage, status, source, certainty } of holding) {
    const forecast = status === "forecast" ? `, FORECAST (${vintage})` : "";
    console.log(`${series}: ${value} [${validFrom} – ${validTo ?? "…"}${forecast}] ${source} (${certainty})`);
  }
  console.log(`\n${missing.length === 0 ? "Nothing is missing" : `Missing in ${month}: ${missing.length} series`}`);
  for (const series of missing) console.log(`- ${series}`);
}
