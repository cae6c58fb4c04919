#!/usr/bin/env bash
# findings/formulajs-sumifs.sh: @formulajs/formulajs 4.6.1: SUMIFS, SUMIF and COUNTIF tell capitals from small letters and take a wildcard as a letter, where Excel does neither: a sum over "Lön*" is 0 and nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @formulajs/formulajs@4.6.1
cat > run.cjs <<'SCRIPT'
const { SUMIF, SUMIFS, COUNTIF, COUNTIFS } = require("@formulajs/formulajs");
const names = ["Löner", "Hyra", "Lönebikostnad"];
const kr = [100, 20, 3];
for (const wanted of ["Löner", "löner", "Lön*"])
  console.log(`${wanted}: SUMIFS ${SUMIFS(kr, names, wanted)}, SUMIF ${SUMIF(names, wanted, kr)}, COUNTIFS ${COUNTIFS(names, wanted)}, COUNTIF ${COUNTIF(names, wanted)}`);
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
Löner: SUMIFS 100, SUMIF 100, COUNTIFS 1, COUNTIF 1
löner: SUMIFS 0, SUMIF 0, COUNTIFS 0, COUNTIF 0
Lön*: SUMIFS 0, SUMIF 0, COUNTIFS 0, COUNTIF 0
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
