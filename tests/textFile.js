// tests/textFile.js: a text file as a module that exports it, as webpack makes of it.
module.exports = {
  process: (source) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(source)} };` }),
};
