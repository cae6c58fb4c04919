#!/usr/bin/env bash
# findings/convert-excel-to-json-1904.sh: convert-excel-to-json 1.7.0: in a workbook that counts its days from 1904, as those first made on a Mac do, every date is four years and a day too early; nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund convert-excel-to-json@1.7.0 exceljs@4.4.0
cat > run.cjs <<'SCRIPT'
const { Workbook } = require("exceljs");
const read = require("convert-excel-to-json");
(async () => {
  for (const date1904 of [false, true]) {
    const book = new Workbook();
    book.properties.date1904 = date1904;
    book.addWorksheet("S").addRow([new Date("2026-03-31T00:00:00Z")]);
    await book.xlsx.writeFile("book.xlsx");
    const again = await new Workbook().xlsx.readFile("book.xlsx");
    console.log("1904:", date1904, "exceljs:", again.getWorksheet("S").getCell("A1").value.toISOString().slice(0, 10), "convert-excel-to-json:", read({ sourceFile: "book.xlsx" }).S[0].A.toISOString().slice(0, 10));
  }
})();
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
1904: false exceljs: 2026-03-31 convert-excel-to-json: 2026-03-31
1904: true exceljs: 2026-03-31 convert-excel-to-json: 2022-03-30
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
