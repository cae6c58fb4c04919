// tests/check.js: everything that must hold of the code (npm run check): types and lint beside the build and the tests, so that no core of a
// small machine stands idle while the other works. What a step says is printed when it ends; the tests speak as they go. The first that fails ends all.
const { spawn } = require("node:child_process");

const lanes = [
  [
    { name: "build", command: "npm run --silent build:all" },
    { name: "tests", command: "npx jest", speaks: true },
  ],
  [
    { name: "types", command: "npm run --silent types" },
    { name: "lint", command: "npm run --silent lint" },
  ],
];

const running = new Set();
let failed = false;

/** Resolves when the step has ended; true: it went well. */
function run({ name, command, speaks = false }) {
  return new Promise((resolve) => {
    const started = Date.now();
    // A group of its own, so that what it has started ends with it.
    const child = spawn(command, {
      shell: true,
      detached: true,
      stdio: ["ignore", ...Array(2).fill(speaks ? "inherit" : "pipe")],
    });
    running.add(child);
    const said = [];
    child.stdout?.on("data", (text) => said.push(text));
    child.stderr?.on("data", (text) => said.push(text));
    child.on("close", (code) => {
      running.delete(child);
      if (failed) return resolve(false);
      const seconds = ((Date.now() - started) / 1000).toFixed(0);
      const well = code === 0;
      process.stdout.write(`${well ? "done" : "FAILED"}: ${name}, ${seconds} s\n`);
      if (!well || process.argv.includes("--verbose")) process.stdout.write(Buffer.concat(said));
      if (!well) stopAll();
      resolve(well);
    });
  });
}

function stopAll() {
  failed = true;
  for (const { pid } of running) {
    try {
      process.kill(-pid, "SIGTERM");
    } catch {
      // It has ended by itself.
    }
  }
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stopAll);

async function inOrder(lane) {
  for (const step of lane) if (failed || !(await run(step))) return;
}

void Promise.all(lanes.map(inOrder)).then(() => {
  process.exitCode = failed ? 1 : 0;
});
