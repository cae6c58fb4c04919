#!/usr/bin/env bash
# findings/xlsx-template-formula-rows.sh: xlsx-template 1.4.7: the rows below a filled list move down and their formulas stay as they were: the total of three lines is still SUM(B2:B2), the first line alone, and the share below it divides the second line instead of the total.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xlsx-template@1.4.7 exceljs@4.4.0
cat > run.cjs <<'SCRIPT'
const { Workbook } = require("exceljs");
const Template = require("xlsx-template");
(async () => {
  const template = new Workbook();
  template.addWorksheet("S").addRows([
    ["Rad", "Belopp"],
    ["${table:lines.name}", "${table:lines.amount}"],
    ["Summa", { formula: "SUM(B2:B2)" }],
    ["Hälften", { formula: "B3/2" }],
  ]);
  const filled = new Template(Buffer.from(await template.xlsx.writeBuffer()));
  filled.substitute(1, { lines: [{ name: "Lön", amount: 100 }, { name: "Hyra", amount: 50 }, { name: "Resor", amount: 25 }] });
  const written = new Workbook();
  await written.xlsx.load(filled.generate({ type: "nodebuffer" }));
  written.getWorksheet("S").eachRow((row, number) => console.log(number, row.getCell(1).text, row.getCell(2).formula ?? row.getCell(2).value));
})();
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
1 Rad Belopp
2 Lön 100
3 Hyra 50
4 Resor 25
5 Summa SUM(B2:B2)
6 Hälften B3/2
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
