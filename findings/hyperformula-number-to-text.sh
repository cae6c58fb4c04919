#!/usr/bin/env bash
# findings/hyperformula-number-to-text.sh: HyperFormula 3.5.0: a number joined to a text keeps the 17 digits of its float, 0.1+0.2&"" is 0.30000000000000004, where Excel writes 15 digits (0.3); a sentence that states a share shows the noise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyperformula@3.5.0
cat > run.cjs <<'SCRIPT'
const { HyperFormula } = require("hyperformula");
const rows = [[27153.84615384615]];
const formulas = ["0.1+0.2&\"\"", "A1&\" kr\"", "1/3&\"\"", "0.1+0.2=0.3"];
const sheet = HyperFormula.buildFromArray([...rows, ...formulas.map((formula) => [`=${formula}`])], { licenseKey: "gpl-v3" });
for (const [at, formula] of formulas.entries()) {
  const value = sheet.getCellValue({ sheet: 0, row: rows.length + at, col: 0 });
  console.log(formula, "=", typeof value === "object" ? value.value : JSON.stringify(value));
}
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
0.1+0.2&"" = "0.30000000000000004"
A1&" kr" = "27153.84615384615 kr"
1/3&"" = "0.3333333333333333"
0.1+0.2=0.3 = true
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
