// tests/bench/run.js: all benchmarks, or the named ones: `npm run bench -- ledger xlsx`. Strips the types as files are loaded,
// with the compiler the tests use. Exit status 1 when a limit is not kept.
const { readFileSync } = require("node:fs");
const { transformSync } = require("@swc/core");

require.extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    filename,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
  });
  module._compile(code, filename);
};

const benches = {
  ledger: () => require("./ledger.ts").reportLedgerBench([10_000, 100_000, 1_000_000]),
  xlsx: () => require("./xlsx.ts").reportXlsxBench([10_000, 100_000]),
  participants: () => require("./participants.ts").reportParticipantsBench([10_000, 100_000]),
  sie: () => require("./sie.ts").reportSieBench([100_000, 1_000_000]),
  monteCarlo: () => require("./monteCarlo.ts").reportMonteCarloBench(10_000, 50),
  pane: () => require("./pane.ts").reportPaneBench(),
  rollUp: () => require("./rollUp.ts").reportRollUpBench(500, 10_000_000),
  commandLine: () => require("./commandLine.ts").reportCommandLineBench(100_000),
};

async function main(names) {
  let kept = true;
  for (const name of names) {
    if (benches[name] === undefined)
      throw new Error(`no benchmark ${name}; there are ${Object.keys(benches).join(", ")}`);
    kept = (await benches[name]()) && kept;
  }
  return kept;
}

const asked = process.argv.slice(2);
main(asked.length > 0 ? asked : Object.keys(benches)).then((kept) => {
  process.exitCode = kept ? 0 : 1;
});
