#!/usr/bin/env bash
# findings/ironcalc-round.sh: IronCalc 0.8.4 rounds some halves down and some up; spreadsheets round the number that is shown, half away from zero (1.01, 1.12, 0.29, 2.68).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @ironcalc/wasm@0.8.4
cat > run.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import init, { Model } from "@ironcalc/wasm";
await init({ module_or_path: readFileSync("node_modules/@ironcalc/wasm/wasm_bg.wasm") });
const model = new Model("bok", "en", "UTC", "en");
for (const [row, number] of ["1.005", "1.115", "0.285", "2.675"].entries()) {
  model.setUserInput(0, row + 1, 1, `=ROUND(${number},2)`);
  model.evaluate();
  console.log(`${number} -> ${model.getFormattedCellValue(0, row + 1, 1)}`);
}
SCRIPT
seen=$(node run.mjs)
expected=$(cat <<'EXPECTED'
1.005 -> 1
1.115 -> 1.12
0.285 -> 0.28
2.675 -> 2.68
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
