#!/usr/bin/env bash
# findings/xlsx-calc-sumif.sh: xlsx-calc 0.9.2: SUMIF adds the first row of its ranges and no other, and knows no comparison: a sum down a column is its first match or 0, and nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xlsx-calc@0.9.2
cat > run.cjs <<'SCRIPT'
const calculate = require("xlsx-calc");
const number = (v) => ({ t: "n", v });
const text = (v) => ({ t: "s", v });
for (const f of ['SUMIF(A1:A3,"Lön",B1:B3)', 'SUMIF(A1:A3,"lön",B1:B3)', 'SUMIF(A1:A3,"<>Lön",B1:B3)', 'SUMIF(B1:B3,">1")', 'SUMIF(B1:B3,">1",B1:B3)']) {
  const sheet = { A1: text("Lön"), A2: text("Hyra"), A3: text("Lön"), B1: number(1), B2: number(2), B3: number(3), D1: { ...number(-1), f } };
  calculate({ SheetNames: ["S"], Sheets: { S: { ...sheet, "!ref": "A1:D3" } } });
  console.log(f, sheet.D1.v);
}
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
SUMIF(A1:A3,"Lön",B1:B3) 1
SUMIF(A1:A3,"lön",B1:B3) 0
SUMIF(A1:A3,"<>Lön",B1:B3) 0
SUMIF(B1:B3,">1") 0
SUMIF(B1:B3,">1",B1:B3) 0
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
