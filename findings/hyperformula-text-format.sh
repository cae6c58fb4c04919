#!/usr/bin/env bash
# findings/hyperformula-text-format.sh: HyperFormula 3.5.0: TEXT knows no per cent, no groups and no sections: TEXT(0.125,"0 %") is "0 %" and TEXT(-5,"+0;-0") is "+-5;-0", where Excel has "13 %" and "-5"; no error is raised.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyperformula@3.5.0
cat > run.cjs <<'SCRIPT'
const { HyperFormula } = require("hyperformula");
const rows = [];
const formulas = ["TEXT(0.125,\"0 %\")", "TEXT(1234567,\"#,##0\")", "TEXT(-5,\"+0;-0\")", "TEXT(1234.5,\"0.00\")"];
const sheet = HyperFormula.buildFromArray([...rows, ...formulas.map((formula) => [`=${formula}`])], { licenseKey: "gpl-v3" });
for (const [at, formula] of formulas.entries()) {
  const value = sheet.getCellValue({ sheet: 0, row: rows.length + at, col: 0 });
  console.log(formula, "=", typeof value === "object" ? value.value : JSON.stringify(value));
}
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
TEXT(0.125,"0 %") = "0 %"
TEXT(1234567,"#,##0") = "1234567,##0"
TEXT(-5,"+0;-0") = "+-5;-0"
TEXT(1234.5,"0.00") = "1234.50"
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
