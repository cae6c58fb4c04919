#!/usr/bin/env bash
# findings/hyperformula-subtotal-nested.sh: HyperFormula 3.5.0: SUBTOTAL adds the subtotals inside its range, which Excel leaves out: the total below two lines and a subtotal of theirs is 500 where Excel has 150; every level counts the one below again.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyperformula@3.5.0
cat > run.cjs <<'SCRIPT'
const { HyperFormula } = require("hyperformula");
const rows = [["Lön", 100], ["Delsumma", "=SUBTOTAL(9,B1:B1)"], ["Hyra", 50], ["Summa", "=SUBTOTAL(9,B1:B3)"]];
const formulas = ["B2", "B4", "SUBTOTAL(9,B1:B4)", "SUM(B1,B3)"];
const sheet = HyperFormula.buildFromArray([...rows, ...formulas.map((formula) => [`=${formula}`])], { licenseKey: "gpl-v3" });
for (const [at, formula] of formulas.entries()) {
  const value = sheet.getCellValue({ sheet: 0, row: rows.length + at, col: 0 });
  console.log(formula, "=", typeof value === "object" ? value.value : JSON.stringify(value));
}
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
B2 = 100
B4 = 250
SUBTOTAL(9,B1:B4) = 500
SUM(B1,B3) = 150
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
