// Jest: the same tests on every machine. Swc only strips types; `npm run types` checks them.
const { availableParallelism } = require("node:os");

const transform = {
  // The guide is read as text, as webpack does.
  "\\.md$": "<rootDir>/tests/textFile.js",
  "^.+\\.m?[jt]sx?$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        target: "es2022",
        transform: { react: { runtime: "automatic", importSource: "preact" } },
      },
      module: { type: "commonjs" },
    },
  ],
};

module.exports = {
  testEnvironment: "node",
  // Generous: a slow machine is no failure, and a test that hangs still ends. No test needs another.
  testTimeout: 300_000,
  // Tests that wait for LibreOffice wait together: one start of it recalculates what they all ask for.
  maxConcurrency: 20,
  // Jest leaves one core free, which is half of a small machine; browsers and LibreOffice are waited for anyway. Where a container shows
  // many cores and gives two, a browser for each would be too many.
  maxWorkers: Math.min(4, availableParallelism()),
  roots: ["<rootDir>/tests"],
  setupFiles: ["<rootDir>/tests/textCoding.js"],
  testSequencer: "<rootDir>/tests/slowFirst.js",
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform,
  // These are published as ES modules only; Jest runs CommonJS.
  transformIgnorePatterns: ["/node_modules/(?!(?:hucre|hyparquet|hyparquet-writer)/)"],
  moduleFileExtensions: ["ts", "tsx", "js", "mjs", "json"],
};
