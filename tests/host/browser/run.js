// tests/host/browser/run.js: `npm run workbench`: builds the pane and the page that plays Excel, serves both on this machine and says where.
// `npm run workbench -- --built` serves what is built already.
const { join, resolve } = require("node:path");
const { execFileSync } = require("node:child_process");
require("./typeScript.js");
const { startWorkbench } = require("./server.ts");

const root = resolve(__dirname, "..", "..", "..");
const ports = [3443, 3444];

function build() {
  const webpack = join(root, "node_modules", "webpack", "bin", "webpack.js");
  const names = ["--config-name", "web", "--config-name", "workbench"];
  execFileSync(process.execPath, [webpack, "--mode", "production", ...names], { cwd: root, stdio: "pipe" });
}

/** Ports that are taken are no reason to stop. */
async function start() {
  const options = { root, pane: join(root, "dist"), officeJs: "package" };
  try {
    return await startWorkbench({ ...options, ports });
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    return startWorkbench({ ...options, ports: [0, 0] });
  }
}

async function main() {
  if (!process.argv.includes("--built")) {
    console.log("Bygger … / Building …");
    build();
  }
  const { origin } = await start();
  console.log(`
Simulering – inte Excel: ett blad i webbläsaren med Samkalkyl bredvid.
Simulation – not Excel: a sheet in the browser with Samkalkyl beside it.

  ${origin}/
  ${origin}/?case=resan
  ${origin}/?locale=en&width=320

Webbläsaren varnar första gången för certifikatet: det är gjort på den här datorn. Ctrl+C avslutar.
The browser warns once about the certificate: it was made on this computer. Ctrl+C ends.`);
}

main().catch((error) => {
  console.error(error.stderr?.toString() ?? error);
  process.exitCode = 1;
});
