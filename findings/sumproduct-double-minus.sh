#!/usr/bin/env bash
# findings/sumproduct-double-minus.sh: SUMPRODUCT(--(A1:A3="Lön"),B1:B3), the usual sum by a condition, is 0 in IronCalc 0.8.4 and #VALUE! in excelize-wasm 0.1.3, where Excel has 5; written as a product it is right in the one and its first row in the other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @ironcalc/wasm@0.8.4 excelize-wasm@0.1.3
cat > run.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import start, { Model } from "@ironcalc/wasm";
import excelize from "excelize-wasm";
const rows = [["Lön", 2], ["Hyra", 1], ["Lön", 3]];
const formulas = ['SUMPRODUCT(--(A1:A3="Lön"),B1:B3)', 'SUMPRODUCT((A1:A3="Lön")*B1:B3)'];
await start({ module_or_path: readFileSync("node_modules/@ironcalc/wasm/wasm_bg.wasm") });
const model = new Model("bok", "en", "UTC", "en");
const { NewFile } = await excelize.init("node_modules/excelize-wasm/excelize.wasm.gz");
const file = NewFile();
for (const [index, row] of rows.entries())
  for (const [column, value] of row.entries()) {
    model.setUserInput(0, index + 1, column + 1, String(value));
    file.SetCellValue("Sheet1", `${"AB"[column]}${index + 1}`, value);
  }
for (const [index, formula] of formulas.entries()) {
  model.setUserInput(0, index + 1, 4, `=${formula}`);
  model.evaluate();
  file.SetCellFormula("Sheet1", `D${index + 1}`, formula);
  console.log(formula);
  console.log("  IronCalc:", model.getFormattedCellValue(0, index + 1, 4));
  console.log("  excelize:", file.CalcCellValue("Sheet1", `D${index + 1}`).value);
}
process.exit(0);
SCRIPT
seen=$(node run.mjs)
expected=$(cat <<'EXPECTED'
SUMPRODUCT(--(A1:A3="Lön"),B1:B3)
  IronCalc: 0
  excelize: #VALUE!
SUMPRODUCT((A1:A3="Lön")*B1:B3)
  IronCalc: 5
  excelize: 2
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
