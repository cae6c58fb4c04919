#!/usr/bin/env bash
# findings/excelize-trim.sh: excelize-wasm 0.1.3: TRIM leaves two blanks inside a text, where Excel leaves one; a cost line looked up by its trimmed name is not found.
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
file.SetCellValue("Sheet1", "A1", " Köpt  tjänst ");
for (const [index, formula] of ["TRIM(A1)", 'TRIM(A1)="Köpt tjänst"'].entries()) {
  file.SetCellFormula("Sheet1", `B${index + 1}`, formula);
  console.log(`${formula}: [${file.CalcCellValue("Sheet1", `B${index + 1}`).value}]`);
}
process.exit(0);
SCRIPT
seen=$(node run.mjs)
expected=$(cat <<'EXPECTED'
TRIM(A1): [Köpt  tjänst]
TRIM(A1)="Köpt tjänst": [FALSE]
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
