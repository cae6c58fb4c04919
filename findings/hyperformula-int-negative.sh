#!/usr/bin/env bash
# findings/hyperformula-int-negative.sh: HyperFormula 3.5.0: INT cuts towards zero: INT(-1.5) is -1 where Excel has -2; whole months or years counted from a negative number are one too many, while its own FLOOR and MOD go down.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyperformula@3.5.0
cat > run.cjs <<'SCRIPT'
const { HyperFormula } = require("hyperformula");
const rows = [];
const formulas = ["INT(1.5)", "INT(-1.5)", "INT(-0.1)", "FLOOR(-1.5,1)", "MOD(-3,12)", "INT(-3/12)*12+MOD(-3,12)"];
const sheet = HyperFormula.buildFromArray([...rows, ...formulas.map((formula) => [`=${formula}`])], { licenseKey: "gpl-v3" });
for (const [at, formula] of formulas.entries()) {
  const value = sheet.getCellValue({ sheet: 0, row: rows.length + at, col: 0 });
  console.log(formula, "=", typeof value === "object" ? value.value : JSON.stringify(value));
}
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
INT(1.5) = 1
INT(-1.5) = -1
INT(-0.1) = 0
FLOOR(-1.5,1) = -2
MOD(-3,12) = 9
INT(-3/12)*12+MOD(-3,12) = 9
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
