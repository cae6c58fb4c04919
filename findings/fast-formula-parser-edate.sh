#!/usr/bin/env bash
# findings/fast-formula-parser-edate.sh: fast-formula-parser 1.0.19: EDATE from the last day of a long month runs over into the month after; a month after 31 January is 2 March.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fast-formula-parser@1.0.19
cat > run.cjs <<'SCRIPT'
const parser = new (require("fast-formula-parser"))();
const at = { row: 1, col: 1, sheet: "S" };
for (const formula of ["EDATE(DATE(2024,1,31),1)", "EDATE(DATE(2024,8,31),1)", "EOMONTH(DATE(2024,1,31),1)"])
  console.log(formula, parser.parse(`TEXT(${formula},"yyyy-mm-dd")`, at));
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
EDATE(DATE(2024,1,31),1) 2024-03-02
EDATE(DATE(2024,8,31),1) 2024-10-01
EOMONTH(DATE(2024,1,31),1) 2024-02-29
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
