// tests/slowFirst.js: the order of the test files: those that wait for browsers and LibreOffice first, so that at the end there are short
// ones left and no core stands idle while one long file is run through. Jest itself knows only how long files took the last time.
const { default: Sequencer } = require("@jest/test-sequencer");

const slowFolders = ["/tests/e2e/", "/tests/recalculate/", "/tests/pane/", "/tests/report/", "/tests/actions/"];

function rank({ path }) {
  const at = slowFolders.findIndex((folder) => path.replaceAll("\\", "/").includes(folder));
  return at === -1 ? slowFolders.length : at;
}

class SlowFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
}

module.exports = SlowFirst;
