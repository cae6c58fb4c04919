#!/usr/bin/env bash
# findings/hot-formula-parser-substitute.sh: hot-formula-parser 4.0.0: SUBSTITUTE with an empty replacement changes nothing, so the usual clean-up of an amount typed with blanks leaves the blank; with any other replacement it works.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hot-formula-parser@4.0.0
cat > run.cjs <<'SCRIPT'
const { Parser } = require("hot-formula-parser");
const parser = new Parser();
for (const formula of ['SUBSTITUTE("1 050"," ","")', 'SUBSTITUTE("1 050"," ",".")', 'LEN(SUBSTITUTE("a-b-c","-",""))']) {
  const { error, result } = parser.parse(formula);
  console.log(formula, "=", JSON.stringify(error ?? result));
}
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
SUBSTITUTE("1 050"," ","") = "1 050"
SUBSTITUTE("1 050"," ",".") = "1.050"
LEN(SUBSTITUTE("a-b-c","-","")) = 5
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
