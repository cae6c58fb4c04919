#!/usr/bin/env bash
# findings/ironcalc-text-half.sh: IronCalc 0.8.4: TEXT and number formats round the half to the even digit, ROUND away from zero: 12.5 % is shown as 12 % and rounded to 13 %.
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
for (const [index, formula] of ['TEXT(0.125,"0%")', "ROUND(0.125,2)", 'TEXT(2.5,"0")', "ROUND(2.5,0)", 'TEXT(3.5,"0")'].entries()) {
  model.setUserInput(0, index + 1, 1, `=${formula}`);
  model.evaluate();
  console.log(formula, model.getFormattedCellValue(0, index + 1, 1));
}
SCRIPT
seen=$(node run.mjs)
expected=$(cat <<'EXPECTED'
TEXT(0.125,"0%") 12%
ROUND(0.125,2) 0.13
TEXT(2.5,"0") 2
ROUND(2.5,0) 3
TEXT(3.5,"0") 4
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
