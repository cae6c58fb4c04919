#!/usr/bin/env bash
# findings/fast-formula-parser-equal.sh: fast-formula-parser 1.0.19: = and <> tell capitals from small letters, where Excel does not; IF(A1="lön",…) over a line called Lön takes the other branch.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fast-formula-parser@1.0.19
cat > run.cjs <<'SCRIPT'
const parser = new (require("fast-formula-parser"))({ onCell: () => "Lön" });
for (const formula of ['"Lön"="lön"', '"Lön"<>"lön"', 'IF(A1="lön","cost","other")', 'IF(A1="Lön","cost","other")', 'EXACT("Lön","lön")'])
  console.log(formula, "=", parser.parse(formula, { row: 9, col: 9, sheet: "S" }));
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
"Lön"="lön" = false
"Lön"<>"lön" = true
IF(A1="lön","cost","other") = other
IF(A1="Lön","cost","other") = cost
EXACT("Lön","lön") = false
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
