#!/usr/bin/env bash
# findings/hyperformula-match-wildcard.sh: HyperFormula 3.5.0: MATCH takes * and ? for letters, while its own VLOOKUP and SUMIF take them for any: one cost line is found by the one and #N/A to the other, where Excel finds it with all three.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyperformula@3.5.0
cat > run.cjs <<'SCRIPT'
const { HyperFormula } = require("hyperformula");
const rows = [["Hyra", 1], ["Lön", 2]];
const formulas = ["MATCH(\"L*\",A1:A2,0)", "VLOOKUP(\"L*\",A1:B2,2,FALSE())", "SUMIF(A1:A2,\"L*\",B1:B2)", "MATCH(\"Lön\",A1:A2,0)"];
const sheet = HyperFormula.buildFromArray([...rows, ...formulas.map((formula) => [`=${formula}`])], { licenseKey: "gpl-v3" });
for (const [at, formula] of formulas.entries()) {
  const value = sheet.getCellValue({ sheet: 0, row: rows.length + at, col: 0 });
  console.log(formula, "=", typeof value === "object" ? value.value : JSON.stringify(value));
}
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
MATCH("L*",A1:A2,0) = #N/A
VLOOKUP("L*",A1:B2,2,FALSE()) = 2
SUMIF(A1:A2,"L*",B1:B2) = 2
MATCH("Lön",A1:A2,0) = 2
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
