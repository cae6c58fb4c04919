#!/usr/bin/env bash
# findings/intl-swedish-minus.sh: accounting 0.4.1 and currency.js 2.0.4 read a minus sign (U+2212), the one that Intl.NumberFormat writes for sv-SE, as no sign at all: a deficit formatted in Swedish and read back is a surplus of the same size, and nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund accounting@0.4.1 currency.js@2.0.4
cat > run.cjs <<'SCRIPT'
const accounting = require("accounting");
const currency = require("currency.js");
const swedish = new Intl.NumberFormat("sv-SE", { minimumFractionDigits: 2 });
for (const amount of [1050.5, -1050.5]) {
  const text = swedish.format(amount);
  const sign = text.charCodeAt(0) === 0x2212 ? "U+2212" : "none";
  console.log(amount, "sign:", sign, "accounting:", accounting.unformat(text, ","), "currency.js:", currency(text, { separator: "\u00a0", decimal: "," }).value);
}
console.log("with a hyphen:", accounting.unformat("-1 050,50", ","), currency("-1 050,50", { separator: " ", decimal: "," }).value);
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
1050.5 sign: none accounting: 1050.5 currency.js: 1050.5
-1050.5 sign: U+2212 accounting: 1050.5 currency.js: 1050.5
with a hyphen: -1050.5 -1050.5
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
