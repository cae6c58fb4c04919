#!/usr/bin/env bash
# findings/ironcalc-hyperlink.sh: IronCalc 0.8.4 does not know HYPERLINK, which workbooks use to lead from a row to the cell it came from.
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
model.setUserInput(0, 1, 1, "=HYPERLINK(\"#A2\",\"Underlag!A2\")");
model.setUserInput(0, 2, 1, "=INDEX(B1:B3,2)+0");
model.evaluate();
console.log(model.getFormattedCellValue(0, 1, 1), model.getFormattedCellValue(0, 2, 1));
SCRIPT
seen=$(node run.mjs)
expected=$(cat <<'EXPECTED'
#NAME? 0
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
