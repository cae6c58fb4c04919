#!/usr/bin/env bash
# findings/fast-formula-parser-isoweek.sh: fast-formula-parser 1.0.19: ISOWEEKNUM and WEEKNUM(…,21) put every Sunday in the week after its own: 7 June 2026 is in week 24 with the Monday after it, where ISO 8601 has 23.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fast-formula-parser@1.0.19
cat > run.cjs <<'SCRIPT'
const parser = new (require("fast-formula-parser"))();
const at = { row: 1, col: 1, sheet: "S" };
for (const day of ["2026,6,6", "2026,6,7", "2026,6,8", "2027,1,3", "2027,1,4"]) console.log(day, parser.parse(`ISOWEEKNUM(DATE(${day}))`, at));
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
2026,6,6 23
2026,6,7 24
2026,6,8 24
2027,1,3 1
2027,1,4 1
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
