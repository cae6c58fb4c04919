#!/usr/bin/env bash
# findings/xlsx-calc-round-negative.sh: xlsx-calc 0.9.2: ROUND takes the half of a negative amount upwards: a deviation of -2.50 becomes -2 where Excel has -3, and the sign of a power is taken last.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xlsx-calc@0.9.2
cat > run.cjs <<'SCRIPT'
const calculate = require("xlsx-calc");
for (const f of ["ROUND(2.5,0)", "ROUND(-2.5,0)", "ROUND(-1250,-2)", "-2^2"]) {
  const sheet = { A1: { t: "n", v: 0, f } };
  calculate({ SheetNames: ["S"], Sheets: { S: { ...sheet, "!ref": "A1:A1" } } });
  console.log(f, sheet.A1.v);
}
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
ROUND(2.5,0) 3
ROUND(-2.5,0) -2
ROUND(-1250,-2) -1200
-2^2 -4
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
