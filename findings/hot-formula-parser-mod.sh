#!/usr/bin/env bash
# findings/hot-formula-parser-mod.sh: hot-formula-parser 4.0.0: MOD of a negative number gives neither the rest that Excel has nor that of JavaScript: MOD(-3,12) is 3 where Excel has 9 and % has -3; a month counted back over New Year is another month.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hot-formula-parser@4.0.0
cat > run.cjs <<'SCRIPT'
const { Parser } = require("hot-formula-parser");
const parser = new Parser();
for (const formula of ["MOD(14,12)", "MOD(-3,12)", "MOD(-14,12)", "MOD(3,-12)"]) console.log(formula, "=", parser.parse(formula).result);
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
MOD(14,12) = 2
MOD(-3,12) = 3
MOD(-14,12) = 2
MOD(3,-12) = -3
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
