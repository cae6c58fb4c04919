#!/usr/bin/env bash
# findings/ironcalc-index-range.sh: IronCalc 0.8.4: a range that ends in INDEX, SUM(A1:INDEX(A1:A3,2)), is #VALUE!; the year-to-date sum of many budget workbooks.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @ironcalc/wasm@0.8.4
cat > run.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import start, { Model } from "@ironcalc/wasm";
await start({ module_or_path: readFileSync("node_modules/@ironcalc/wasm/wasm_bg.wasm") });
const model = new Model("bok", "en", "UTC", "en");
for (const row of [1, 2, 3]) model.setUserInput(0, row, 1, String(row * 10));
for (const [index, formula] of ["SUM(A1:INDEX(A1:A3,2))", "SUM(A1:OFFSET(A1,1,0))", "INDEX(A1:A3,2)"].entries()) {
  model.setUserInput(0, index + 1, 3, `=${formula}`);
  model.evaluate();
  console.log(formula, model.getFormattedCellValue(0, index + 1, 3));
}
SCRIPT
seen=$(node run.mjs)
expected=$(cat <<'EXPECTED'
SUM(A1:INDEX(A1:A3,2)) #VALUE!
SUM(A1:OFFSET(A1,1,0)) 30
INDEX(A1:A3,2) 20
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
