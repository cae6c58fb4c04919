#!/usr/bin/env bash
# findings/excelize-countif-blank.sh: excelize-wasm 0.1.3: COUNTIF(range,"") counts no empty cell, where Excel counts them all and its own COUNTBLANK does; a check of how many lines lack an amount says none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund excelize-wasm@0.1.3
cat > run.mjs <<'SCRIPT'
import excelize from "excelize-wasm";
const { NewFile } = await excelize.init("node_modules/excelize-wasm/excelize.wasm.gz");
const file = NewFile();
for (const [at, value] of [100, null, 0, -7, null].entries()) if (value !== null) file.SetCellValue("Sheet1", `A${at + 1}`, value);
for (const [at, formula] of ["COUNTIF(A1:A5,\"\")", "COUNTBLANK(A1:A5)", "COUNTIF(A1:A5,0)"].entries()) {
  file.SetCellFormula("Sheet1", `C${at + 1}`, formula);
  console.log(formula, "=", file.CalcCellValue("Sheet1", `C${at + 1}`, { RawCellValue: true }).value);
}
process.exit(0);
SCRIPT
seen=$(node run.mjs)
expected=$(cat <<'EXPECTED'
COUNTIF(A1:A5,"") = 0
COUNTBLANK(A1:A5) = 2
COUNTIF(A1:A5,0) = 1
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
